"""Given names and surnames in any spelling and ordinary words, from the lists beside this file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain

from sholu.mentions.endings import decline_russian, strip_kazakh
from sholu.mentions.pseudonyms import name_stem

_LETTERS = str.maketrans({
    "а": "a", "ә": "a", "ə": "a", "б": "b", "в": "v", "w": "v", "г": "g", "ғ": "g", "ğ": "g",
    "д": "d", "е": "e", "ё": "e", "э": "e", "ж": "j", "з": "z", "и": "i", "й": "i", "і": "i",
    "ı": "i", "y": "i", "ы": "i", "к": "k", "қ": "k", "q": "k", "л": "l", "м": "m", "н": "n",
    "ң": "n", "ñ": "n", "о": "o", "ө": "o", "ö": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ұ": "u", "ү": "u", "ü": "u", "ū": "u", "ŭ": "u", "ф": "f", "х": "h", "һ": "h",
    "x": "h", "ц": "ts", "ч": "ch", "ç": "ch", "ш": "sh", "ş": "sh", "щ": "sh", "ю": "iu",
    "я": "ia", "ä": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "s", "æ": "e", "œ": "e",
    "þ": "t",
    "ь": "", "ъ": "", "'": "", "’": "", "ʻ": "", "‘": "", "ʼ": "",
})  # fmt: skip
_SOUNDS = (("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("dz", "j"), ("ph", "f"))
_REPEATED = re.compile(r"(.)\1+")
_IOTATED = re.compile(r"^i(?=e)|(?<=[aeou])i(?=[aeou])")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SHORT = 4
"""Letters of names whose case forms are made ahead: without their ending too little is left."""
_SHORTEST_STEM = 4
"""Letters from which a name without its case ending is looked up; shorter ones would be words."""


def plain_letters(word: str) -> str:
    """A word without the signs over and under its letters: ``café`` as ``cafe``."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """One key for all spellings of a name in Cyrillic and Latin letters.

    >>> name_key("Ерлан") == name_key("Yerlan") == name_key("Erlan")
    True
    """
    key = name.casefold().translate(_LETTERS)
    if not key.isascii():
        key = plain_letters(key).translate(_LETTERS)
    for spelled, sound in _SOUNDS:
        key = key.replace(spelled, sound)
    return _IOTATED.sub("", _REPEATED.sub(r"\1", key))


@lru_cache(maxsize=65536)
def is_given_name(word: str) -> bool:
    """Whether a word is a given name in the list, in any Russian or Kazakh case form.

    >>> is_given_name("Ерланның"), is_given_name("Bakhtiyor"), is_given_name("запасов")
    (True, True, False)
    """
    names = _given_names()
    folded = word.casefold().replace("ё", "е")
    if names.has(folded) or folded in names.short_forms:
        return True
    if not _CYRILLIC.match(folded):
        return False
    bare = {name_stem(folded), *(strip_kazakh(folded) if len(folded) > 4 else ())}
    return any(
        len(stem) >= _SHORTEST_STEM and (name_key(stem) in names.stems or names.has(stem))
        for stem in bare
    )


def is_listed_name(word: str) -> bool:
    """Whether a word is a given name as it stands in the list, in any spelling.

    >>> is_listed_name("Ерлан"), is_listed_name("Ерланның")
    (True, False)
    """
    return _given_names().has(word)


@lru_cache(maxsize=65536)
def is_listed_surname(word: str) -> bool:
    """Whether a word is a surname in the list, in any spelling and any Russian or Kazakh case form.

    >>> is_listed_surname("Weber"), is_listed_surname("Вебером"), is_listed_surname("веток")
    (True, True, False)
    """
    surnames = _surnames()
    folded = word.casefold().replace("ё", "е").removesuffix("'s").removesuffix("’s")
    if folded.isascii() and is_english_word(folded):
        return folded in surnames.exact  # Weber; no More for Moore's sake
    if surnames.has(folded):
        return True
    if not _CYRILLIC.match(folded):
        return False
    bare = {name_stem(folded), *(strip_kazakh(folded) if len(folded) > 4 else ())}
    return any(len(stem) >= _SHORTEST_STEM and surnames.has(stem) for stem in bare)


@cache
def _surnames() -> _NameList:
    return _listed("surnames.txt")


@dataclass(frozen=True)
class _NameList:
    """Keys of the names in the list, by the letters that they are written in there.

    Attributes:
        stems: of the Cyrillic ones without their last vowels.
        short_forms: case forms of the shortest ones, folded.
        exact: as spelled, in small letters.
    """

    cyrillic: frozenset[str]
    latin: frozenset[str]
    stems: frozenset[str]
    short_forms: frozenset[str]
    exact: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether a word is listed; a short one only in its own letters, for others are words."""
        key = name_key(word)
        own, other = self.cyrillic, self.latin
        if not _CYRILLIC.match(word):
            own, other = other, own
        return key in own or (len(key) > _SHORT and key in other)


@cache
def _given_names() -> _NameList:
    return _listed("given_names.txt")


def _listed(file: str) -> _NameList:
    names = _read(file)
    cyrillic = [name for name in names if _CYRILLIC.match(name)]
    short = [name.casefold().replace("ё", "е") for name in cyrillic if len(name) <= _SHORT]
    return _NameList(
        frozenset(map(name_key, cyrillic)),
        frozenset(name_key(name) for name in names if not _CYRILLIC.match(name)),
        frozenset(name_key(name_stem(name)) for name in cyrillic),
        frozenset(chain.from_iterable(map(decline_russian, short))),
        frozenset(name.casefold() for name in names),
    )


_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
)  # fmt: skip


@lru_cache(maxsize=65536)
def is_english_word(folded: str) -> bool:
    """Whether a word of small Latin letters is an ordinary English one, with a regular ending or
    not.

    >>> is_english_word("investigators"), is_english_word("planned"), is_english_word("ketebai")
    (True, True, False)
    """
    words = _english_words()
    if folded in words:
        return True
    for ending, rest in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem != folded and len(stem) >= 3:
            doubled = ending in ("ed", "ing") and stem[-1] == stem[-2] and stem[:-1] in words
            if stem + rest in words or doubled:
                return True
    british = _IZE.sub(r"\1s", folded)
    return british != folded and is_english_word(british)


_IZE = re.compile(r"([iy])z(?=e|ing|ation)")
"""American spelling: organized, analyze."""


@cache
def _english_words() -> frozenset[str]:
    return frozenset(_read("english_words.txt"))


@lru_cache(maxsize=65536)
def is_ordinary_word(folded: str) -> bool:
    """Whether a small-letter word is an ordinary one of English, Russian or Kazakh, in any form.

    >>> is_ordinary_word("правил"), is_ordinary_word("жастардың"), is_ordinary_word("кетебай")
    (True, True, False)
    """
    if folded.isascii():
        return is_english_word(folded)
    words = _ordinary_words()
    return name_stem(folded) in words or any(stem in words for stem in strip_kazakh(folded))


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(_read("ordinary_words.txt"))


def _read(name: str) -> list[str]:
    """The words of a list; lines that begin with ``#`` say where it comes from."""
    content = resources.files("sholu.mentions").joinpath(name).read_text(encoding="utf-8")
    return [
        word for line in content.splitlines() if not line.startswith("#") for word in line.split()
    ]
