"""Say what a number counts: the noun phrase beside it, and the unit it counts in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sholu.mentions.endings import strip_kazakh
from sholu.mentions.kazakh_phrases import phrase_stop
from sholu.mentions.numerals import number_beginnings
from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import DASHES, Word

MOST_WORDS = 6
"""Words kept of a noun phrase: enough for "cases of drug smuggling by post", short of a clause."""

_ENGLISH_IRREGULAR = frozenset(
    ("people", "men", "women", "children", "police", "staff", "youth", "personnel", "cattle",
     "spectra", "data", "media", "criteria", "teeth", "feet", "mice", "graffiti", "phenomena",
     "bacteria", "alumni", "oxen", "geese", "sheep", "offspring", "aircraft")
)  # fmt: skip
_AFTER_OF = 4
_RUSSIAN_VERB = re.compile(
    r".{2,}(?:лся|лась|лось|лись|ился|ются|ется|ятся|аны|ены|ято|яты|ано|ено|ли|ло|ают|яют|уют|ить|ать|ять)"
)
_RUSSIAN_NO_VERB = re.compile(
    r"детали|рубли|модели|недели|цели|роли|доли|земли|соли|боли|пыли|капли|кровли|торговли|постели"
    r"|автомобили|корабли|\w+тели|число|дело|тело|места|масло|мыло|стекло|село|кресло|тепло|жало|начало"
    r"|мать|кровать|печать|нить|память|пядь|страны|планы|стены|цены|смены|члены|раны|карманы|экраны"
    r"|марихуаны|охраны|астаны|вены|арены|сирены|\w*замены|измены|диваны|бананы|тюльпаны|фонтаны|курганы"
    r"|конопли|стебли|угли|мысли|пилюли|панели|отели|коктейли|\w*патрули|рули|сабли|нули|петли|щели|мели"
    r"|зеркало|одеяло|покрывало|крыло|седло|русло|горло|сверло|\w*кило|зло|жерло|жилье|пекло|чучело"
    r"|органы|\w*наркоманы|туманы|гены|домены|сено|колено|полено|приют|уют"
)
"""Nouns with a verb's ending."""

_POSSESSIVES = frozenset(("их", "его", "ее", "свои", "своих", "his", "her", "their", "its"))
_OPENS_QUOTE = frozenset('«„“"')
_QUOTES = frozenset('«»„“”"')
_ADJECTIVE = re.compile(r".{2,}(?:ых|их|ые|ие)(?:ся)?")
_RUSSIAN_PARTICIPLE = re.compile(
    r".{3,}(?:анн|енн|вш|ющ|ящ|ем|им)(?:ый|ая|ое|ые|ых|ого|ому|ыми|ий|их|его|ей)(?:ся)?"
)


@dataclass(frozen=True)
class NounPhrase:
    """What is counted.

    Attributes:
        text: in the source's words, one space between.
        first, stop: its words in the sentence; ``stop`` exclusive.
        head_stop: place after the part that holds the head noun (before ``of``).
    """

    text: str
    first: int
    stop: int
    head_stop: int


@dataclass(frozen=True)
class CountedNouns:
    """The lists of ``counted_nouns.yaml`` for one language.

    Attributes:
        stems: unit code to an expression for its nouns.
        boundaries: words at which a noun phrase ends.
        partitives: phrases that take up what was counted before.
        agents: expression for nouns whose ending says that they are persons.
        no_agents: expression for those among them that are things.
    """

    stems: Mapping[str, re.Pattern[str]]
    boundaries: frozenset[str]
    partitives: tuple[str, ...]
    agents: re.Pattern[str]
    no_agents: re.Pattern[str]

    def names_agent(self, word: str) -> bool:
        """Whether a word's ending says that it is a person."""
        return bool(self.agents.fullmatch(word)) and not self.no_agents.fullmatch(word)


@cache
def counted_nouns(language: str | None) -> CountedNouns | None:
    """The lists for a language; None for one that isn't read."""
    if language is None:
        return None
    lists = read_word_lists("sholu.mentions", "counted_nouns.yaml")
    stems = {
        code: re.compile("|".join(_expression(word) for word in lists[code][language]))
        for code in ("person", "case")
    }
    return CountedNouns(
        stems,
        frozenset(lists["boundaries"][language]),
        tuple(lists["partitives"][language]),
        agents=_any_of(r"\w{2,}", lists["agent_endings"].get(language, ())),
        no_agents=_any_of("", lists["no_agents"].get(language, ())),
    )


@lru_cache(maxsize=65536)
def counted_as(word: str, language: str | None) -> str | None:
    """The code of the lists that a folded noun counts in; None for one that is in no list.

    A Kazakh noun is known in every number, person and case of its own.
    """
    lists = counted_nouns(language)
    if lists is None:
        return None
    for stem in _kazakh_stems(word) if language == "kk" else (word,):
        for code, stems in lists.stems.items():
            if stems.fullmatch(stem):
                return code
        if (
            language == "kk"
            and lists.agents.fullmatch(stem)
            and not lists.no_agents.fullmatch(stem)
        ):
            return "person"
    return None


_SHORTEST = 2
_ADJECTIVE_ENDING = re.compile(r"[лдт][ыі][қк]")


def _kazakh_stems(word: str) -> tuple[str, ...]:
    """A word and its stems; an adjective made of a noun (достық) is none of its forms."""
    stems = strip_kazakh(word)
    return tuple(
        stem
        for stem in stems
        if stem == word or (len(stem) >= _SHORTEST and not _ADJECTIVE_ENDING.match(word, len(stem)))
    )


def _any_of(before: str, words: Sequence[str]) -> re.Pattern[str]:
    """An expression for any of the words, or for nothing if there are none."""
    choices = "|".join(_expression(word) for word in words)
    return re.compile(f"{before}(?:{choices})" if choices else r"(?!)")


def _expression(word: str) -> str:
    before = r"\w*" if word.startswith("*") else ""
    return before + re.escape(word.strip("*")) + (r"[\w-]*" if word.endswith("*") else "")


def _boundaries(language: str) -> frozenset[str]:
    lists = counted_nouns(language)
    assert lists is not None
    return lists.boundaries


def read_noun_phrase(sentence: Sentence, first: int) -> NounPhrase | None:
    """The noun phrase that begins at ``first``; None if a boundary stands there."""
    reader = {"en": _english_stop, "ru": _russian_stop, "kk": _kazakh_stop}.get(
        sentence.language or ""
    )
    if reader is None or first >= len(sentence.words):
        return None
    if sentence.words[first].folded in _POSSESSIVES and first + 1 < len(sentence.words):
        first += 1  # одиннадцать их участников
    if sentence.language != "en" and sentence.words[first].text in _OPENS_QUOTE:
        first = min(first + 1, len(sentence.words) - 1)  # 14 «зипов»
    head_stop, stop = reader(sentence.words, first)
    while stop > first and sentence.words[stop - 1].kind != "word":
        stop -= 1
    if stop <= first:
        return None
    shown = [w for w in sentence.words[first:stop] if w.text not in _QUOTES]
    if len(shown) > 1 and shown[0].text in DASHES:  # 640 зиплок-пакетов, where the unit is taken
        shown = shown[1:]
    text = " ".join(join_written_together(shown))
    return NounPhrase(text, first, stop, min(head_stop, stop))


def join_written_together(words: Sequence[Word]) -> list[str]:
    """Texts of words, those written together (drug-related) kept together."""
    texts: list[str] = []
    for place, word in enumerate(words):
        if place and word.start == words[place - 1].end:
            texts[-1] += word.text
        else:
            texts.append(word.text)
    return texts


def _ends_phrase(word: Word, boundaries: frozenset[str]) -> bool:
    inside = word.kind == "word" or word.text in DASHES or word.text in "[]"
    return not inside or word.folded in boundaries


def _is_loose_dash(words: Sequence[Word], place: int) -> bool:
    """A dash with spaces around it: it parts, a hyphen joins."""
    return words[place].text in DASHES and (
        words[place].start > words[place - 1].end
        or place + 1 >= len(words)
        or words[place + 1].start > words[place].end
    )


def _english_stop(words: Sequence[Word], first: int) -> tuple[int, int]:
    """Adjectives up to the first plural noun, then at most one phrase with ``of``."""
    boundaries = _boundaries("en")
    place = first
    while place < len(words) and place - first < MOST_WORDS:
        word = words[place]
        joined = place > first and words[place - 1].text in DASHES and word.kind == "word"
        ends = _ends_phrase(word, boundaries) and not joined  # ready-made mephedrone
        if ends or word.folded == "of" or _is_loose_dash(words, place):
            break
        place += 1
        if is_plural(word.folded) and not _compound_follows(words, place):
            break
    head = place
    if head > first and head < len(words) and words[head].folded == "of":
        return head, _of_phrase_stop(words, head, boundaries)
    return head, head


def skip_determiners(words: Sequence[Word], place: int) -> int:
    while place < len(words) and words[place].folded in (
        "the",
        "all",
        "these",
        "those",
        "its",
        "their",
    ):
        place += 1
    return place


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural."""
    return word in _ENGLISH_IRREGULAR or (
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "ous"))
    )


def _compound_follows(words: Sequence[Word], place: int) -> bool:
    """``sports clubs``, ``police capacity``, ``precursors-related cases``: the head comes later."""
    if place >= len(words):
        return False
    following = words[place]
    if words[place - 1].folded in ("police", "staff", "youth") and following.kind == "word":
        return following.folded not in _boundaries("en")
    if following.text in DASHES and following.start == words[place - 1].end:
        return True
    attributive = words[place - 1].folded in _ATTRIBUTIVE
    return attributive and following.kind == "word" and is_plural(following.folded)


_ATTRIBUTIVE = frozenset(
    ("sports", "arms", "drugs", "goods", "customs", "news", "services", "sales", "savings",
     "communications", "operations", "affairs", "systems", "works", "narcotics", "women", "men",
     "affairs", "telecommunications", "honours", "careers", "savings", "logistics", "electronics",
     "medicines", "precursors", "rights", "veterans", "police", "statistics", "media", "data",
     "children", "youth", "staff", "cattle", "personnel", "betting", "relations", "weapons")
)  # fmt: skip
"""Plurals that stand before another: customs officers; ``in 29 cases witnesses`` are two nouns."""


def _of_phrase_stop(words: Sequence[Word], of: int, boundaries: frozenset[str]) -> int:
    place = skip_determiners(words, of + 1)
    most = place + _AFTER_OF
    while place < len(words) and place < most:
        word = words[place]
        ends = _ends_phrase(word, boundaries) or word.folded.endswith("ed")
        if ends and word.folded == "and" and words[place - 1].text.endswith(("'s", "’s", "s’")):
            ends = False  # children's and youth movement
        if ends or _is_loose_dash(words, place):
            break
        place += 1
    return place if place > of + 1 else of


def _russian_stop(words: Sequence[Word], first: int) -> tuple[int, int]:
    """Adjectives and nouns in the genitive up to a preposition, a verb or a participle."""
    lists = counted_nouns("ru")
    assert lists is not None
    place = first
    while place < len(words) and place - first < MOST_WORDS - 2:
        word = words[place]
        if place > first and word.text in _QUOTES and _ADJECTIVE.fullmatch(words[place - 1].folded):
            place += 1  # 380 «потерянных» пациентов
            continue
        if _ends_phrase(word, lists.boundaries) or _is_loose_dash(words, place):
            break
        folded = word.folded
        known = any(stem.fullmatch(folded) for stem in lists.stems.values())
        if not known and is_russian_verb(folded):
            break
        if place > first and not known and _RUSSIAN_PARTICIPLE.fullmatch(folded):
            break
        place += 1
    return place, place


def _kazakh_stop(words: Sequence[Word], first: int) -> tuple[int, int]:
    """Up to the verb, or the noun that is counted with its case."""
    lists = counted_nouns("kk")
    assert lists is not None
    if _is_loose_dash(words, first):
        return first, first
    return phrase_stop(words, first, lists.boundaries, number_beginnings("kk"), _is_kazakh_noun)


def _is_kazakh_noun(word: str) -> bool:
    return counted_as(word, "kk") is not None


def is_russian_verb(word: str) -> bool:
    """Whether a folded word has a verb's ending and is no noun of the lists."""
    return _RUSSIAN_VERB.fullmatch(word) is not None and _RUSSIAN_NO_VERB.fullmatch(word) is None


_SINGULAR_SUBJECT = re.compile(r".{3,}(?:ство|ние|тие|вие|ость)")
_PLURAL_SUBJECT = re.compile(r".{3,}(?:ые|ие)(?:ся)?")
_FIVE = 5


def _is_subject(word: str, value: float) -> bool:
    """``ещё шесть полицейские нашли``: from five on a Russian noun stands in the genitive."""
    last = value % 100 if value % 100 < 20 else value % 10
    if value != int(value) or not (last >= _FIVE or last == 0):
        return False
    singular = _SINGULAR_SUBJECT.fullmatch(word) is not None
    return singular or _PLURAL_SUBJECT.fullmatch(word) is not None


def has_plural_head(sentence: Sentence, phrase: NounPhrase, value: float) -> bool:
    """Whether a phrase can be what a number counts.

    English needs a plural (or a noun of the lists) after any number but one; without it the word
    after the number is a verb or a name. Russian and Kazakh phrases are taken as they are.
    """
    words = sentence.words[phrase.first : phrase.head_stop]
    if sentence.language == "ru" and _is_subject(words[0].folded, value):
        return False
    if sentence.language != "en" or value == 1:
        return any(len(word.text) > 1 for word in words)
    lists = counted_nouns("en")
    assert lists is not None
    listed = any(stem.fullmatch(word.folded) for word in words for stem in lists.stems.values())
    return listed or any(is_plural(word.folded) for word in words)
