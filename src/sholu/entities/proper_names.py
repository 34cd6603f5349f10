"""Proper names in a text, as what their spellings in several alphabets have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from sholu.entities.model import EventKey
from sholu.mentions.kazakh_letters import fold_any_script, from_arabic
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Place

_WORD = re.compile(r"[^\W\d_]{3,}(?:[-’'][^\W\d_]+)*")
_ARABIC = re.compile("[\u0600-\u06ff]")
_PSEUDONYM = re.compile(r"\b(?:person|data)-[a-z0-9]{6,}")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?…:\n])[\s»”\"]*[–—-]?\s*$")
_LOOK_BACK = 5

_SOUNDS = (
    ("shch", "s"), ("dzh", "s"), ("sch", "s"), ("tch", "s"), ("tsh", "s"), ("sh", "s"), ("ch", "s"),
    ("zh", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ts", "s"), ("ck", "k"), ("дж", "с"),
    ("тс", "с"),
)  # fmt: skip
_LETTERS = str.maketrans({
    "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "ж": "s", "з": "s", "к": "k",
    "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "п": "p", "р": "r", "с": "s", "т": "t",
    "ф": "f", "х": "h", "һ": "h", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "q": "k", "z": "s",
    "j": "s", "x": "h", "w": "v",
})  # fmt: skip
"""Letters by sound: z, zh, j, sh, ch, ts are one, since alphabets swap them."""
_SOFT_C = re.compile(r"c(?=[eiy])")
_SILENT = re.compile(r"[^bdfghklmnprstv]+")
_TWICE = re.compile(r"(.)\1+")

_QUOTES = frozenset('«“"„‘')
_VOWELS = "аеёиоуыэюяәіүұөйьaeiouy"
_SHORTEST, _LONGEST_ENDING = 4, 4

LEAST, MOST = 3, 4
"""Consonants of a name that tells something, and those that are compared: case endings follow."""

LEAST_COMMON, SHARE_COMMON = 8, 0.002
"""A name that more events have tells nothing of one: eight, or one in five hundred."""

_WORDS = """
January February March April June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
Kazakh Kyrgyz Uzbek Tajik Turkmen Afghan Russian Chinese Iranian Turkish Ukrainian Central Asian
National International State Republic President Government Parliament Mazhilis Senate
Ministry Interior Internal Affairs Security Committee Service Customs Border Guards Police Court
Prosecutor General Office Agency Counter Narcotics Control Department District Region Regional City
Supreme Criminal Code Article Administrative Health Centre Center Drug Drugs Abuse Day Anti
Corruption United Nations Interpol Telegram Instagram WhatsApp Facebook TikTok YouTube
Lyrica Tropicamide Tramadol Pregabalin Mak Poppy Operation Street Avenue Village School University
Уголовного Кодекса Министерство Комитет Генеральная Главное Управление Центр Верховный Республика
Департамент Президент Правительство Лирика Тропикамид Прегабалин Трамадол Телеграм Инстаграм
Интерпол
Министрлік Комитеті Бас прокуратура Департаменті Мемлекеттік Ұлттық Қауіпсіздік Қылмыстық Кодекс
Жоғарғы Президенті Үкімет Көкнәр Орталық Азия Қарасора Телеграмм
"""
_MANY_REPORTS = tuple(re.findall(r"\w+", _WORDS))
"""Words with a capital that many reports print."""


def read_names(text: str) -> tuple[str, ...]:
    """The consonants with which names begin, of places aside, and marks of persons, each once.

    >>> read_names("Officers stopped a Granta; the shop was called Skorpion.")
    ('grnt', 'skrp')
    >>> read_names("Остановлена «Гранта»; магазин назывался «Скорпион».")
    ('grnt', 'skrp')
    """
    names = {name[:MOST] for name in _skeletons(text)}
    return tuple(sorted(names | {match.group() for match in _PSEUDONYM.finditer(text)}))


def without_common_names(keys: Sequence[EventKey]) -> list[EventKey]:
    """Events without the names that many of them have: the head of the police, a newspaper."""
    shares = Counter(name for key in keys for name in key.names)
    most = max(LEAST_COMMON, SHARE_COMMON * len(keys))
    common = {name for name, number in shares.items() if number > most}
    return [
        key
        if common.isdisjoint(key.names)
        else replace(key, names=tuple(name for name in key.names if name not in common))
        for key in keys
    ]


def _skeletons(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        is_quoted = text[start - 1 : start] in _QUOTES
        if not _is_capital(word) or (not is_quoted and _begins_sentence(text, start)):
            continue
        for part in word.split("-"):
            consonants = skeleton(part)
            if len(consonants) >= LEAST and not is_known(part):
                yield consonants


def _is_capital(word: str) -> bool:
    """Whether a word has a capital and more than capitals, which abbreviations have."""
    return word[0].isupper() and not word.isupper()


def _begins_sentence(text: str, start: int) -> bool:
    return _ENDS_SENTENCE.search(text[max(0, start - _LOOK_BACK) : start]) is not None


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name by sound.

    >>> skeleton("Колибри"), skeleton("Kolibri"), skeleton("Акцент"), skeleton("Accent")
    ('klbr', 'klbr', 'ksnt', 'ksnt')
    """
    spelled = from_arabic(name) if _ARABIC.search(name) else name
    spelled = _SOFT_C.sub("s", spelled.lower())
    for letters, sound in _SOUNDS:
        spelled = spelled.replace(letters, sound)
    spelled = spelled.replace("c", "k").translate(_LETTERS)
    return _TWICE.sub(r"\1", _SILENT.sub("", spelled))


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Whether it is a place or a word of many reports, with or without a case ending."""
    folded = _in_letters(word)
    shortest = max(_SHORTEST, len(folded) - _LONGEST_ENDING)
    stems = (folded[:length] for length in range(shortest, len(folded) + 1))
    return folded in _known() or not _known().isdisjoint(stems)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Stems of places' names, which are compared as places, and of words of many reports."""
    places = (word for place in load().places for word in _words_of(place))
    return frozenset(_stem(_in_letters(word)) for word in (*places, *_MANY_REPORTS))


def _stem(word: str) -> str:
    """The word without the vowel at its end, which case endings replace."""
    return word.rstrip(_VOWELS) if len(word.rstrip(_VOWELS)) >= _SHORTEST else word


def _in_letters(word: str) -> str:
    spelled = from_arabic(word) if _ARABIC.search(word) else word
    return fold_any_script(spelled)


def _words_of(place: Place) -> Iterator[str]:
    for name in (*place.names.en, *place.names.ru, *place.names.kk):
        for word in name.replace("-", " ").split():
            if word[0].isupper():
                yield word
