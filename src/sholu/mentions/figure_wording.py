"""Read the words around a number that say how exact it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import Word, split_words

_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def figure_wording() -> dict[str, Any]:
    """The lists of ``figure_wording.yaml``."""
    wording: dict[str, Any] = read_word_lists("sholu.mentions", "figure_wording.yaml")
    return wording


@cache
def _qualifier_phrases(language: str, side: str) -> _Phrases:
    """Phrases as folded words with their qualifier, by the word beside the number.

    The longest first.
    """
    phrases = [
        (tuple(word.folded for word in split_words(phrase)), qualifier)
        for qualifier, sides in figure_wording()["qualifiers"][language].items()
        for phrase in sides[side]
    ]
    by_word: _Phrases = {}
    for phrase, qualifier in sorted(phrases, key=lambda entry: -len(entry[0])):
        beside = phrase[-1] if side == "before" else phrase[0]
        by_word.setdefault(beside, []).append((phrase, qualifier))
    return by_word


def read_qualifier(sentence: Sentence, first: int, stop: int, is_range: bool) -> tuple[str, int]:
    """How exact the number at ``first:stop`` is, and where the qualifying words begin.

    Args:
        is_range: the words that open a range (от … до) qualify nothing.
    """
    language = sentence.language or "en"  # signs (~, <, ≥) are the same in all languages
    words = sentence.words
    before = words[first - 1].folded if first else ""
    after = words[stop].folded if stop < len(words) else ""
    for phrase, qualifier in _qualifier_phrases(language, "before").get(before, ()):
        begin = first - len(phrase)
        opens_range = phrase in (("от",), ("до",)) and (is_range or phrase == ("от",))
        if begin < 0 or opens_range or not _stands_at(words, begin, phrase):
            continue
        if _says_of_what(phrase, words, begin):
            continue
        if phrase != ("до",) or not _ends_change(words, begin):
            return qualifier, begin
    if any(word.folded == "лишним" for word in words[first:stop]):
        return "more_than", first
    for phrase, qualifier in _qualifier_phrases(language, "after").get(after, ()):
        if is_range and phrase == ("дейін",):
            continue
        if phrase[0] in _MORE_THAN_WHAT and not words[stop - 1].folded.endswith(_ABLATIVE):
            continue
        if _stands_at(words, stop, phrase):
            return qualifier, first
    about = language == "kk" and _SO_MANY.fullmatch(words[stop - 1].folded) is not None
    return "about" if about else "exact", first


_SO_MANY = re.compile(r"\w*(?:[дт]ай|[дт]ей)")
"""``қырық келідей``, ``330-дай``: the ending says that it is so many or so."""


def _says_of_what(phrase: tuple[str, ...], words: Sequence[Word], begin: int) -> bool:
    """``testified about two containers``, ``convicted over 60 grams``, ``handed over two rifles``:
    no word on how many."""
    if phrase == ("about",):
        return begin > 0 and _SPEAKS.fullmatch(words[begin - 1].folded) is not None
    if phrase != ("over",) or not begin:
        return False
    return words[begin - 1].folded in _GIVES_OVER or _is_held_for(words, begin)


def _is_held_for(words: Sequence[Word], over: int) -> bool:
    """``was convicted over 60 grams``, ``the trial over 60 grams``: because of them."""
    before = [word.folded for word in words[max(0, over - _HELD_REACH) : over]]
    if not before or before[-1] in _CASES:
        return bool(before)
    return before[-1] in _PUNISHED and not _PASSIVE.isdisjoint(before[:-1])


_GIVES_OVER = frozenset((
    "hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning", "signed", "made",
))  # fmt: skip
_SPEAKS = re.compile(
    r"testif\w+|talk\w*|spoken?|spoke|speak\w*|complain\w*|quarrel\w*|argu\w+"
    r"|information|evidence|stor(?:y|ies)|letters?|news|rumou?rs?"
)
_HELD_REACH = 3
_CASES = frozenset(("trial", "case", "lawsuit", "charges", "conviction", "row"))
_PUNISHED = frozenset((
    "convicted", "jailed", "imprisoned", "sentenced", "arrested", "detained", "held", "charged",
    "tried", "fined", "prosecuted", "indicted", "remanded", "dismissed",
))  # fmt: skip
_PASSIVE = frozenset(("was", "were", "been", "is", "are", "being", "got"))

_MORE_THAN_WHAT = frozenset(("көп", "артық", "жоғары"))
_ABLATIVE = ("дан", "ден", "тан", "тен", "нан", "нен")
"""``екі еседен көп`` is more than twice, ``екі есе көп`` twice as many."""


def _ends_change(words: Sequence[Word], upto: int) -> bool:
    """``с 150 до 120 случаев``: what is left, no limit."""
    before = [word.folded for word in words[max(0, upto - _CHANGE_REACH) : upto]]
    opened = any(word in ("с", "со", "от") for word in before)
    return opened and any(word.kind == "number" for word in words[upto - len(before) : upto])


_CHANGE_REACH = 5
"""Words of what there was: ``с 1,2 миллиона тенге до``."""


def _stands_at(words: Sequence[Word], place: int, phrase: tuple[str, ...]) -> bool:
    return tuple(word.folded for word in words[place : place + len(phrase)]) == phrase


def skip_after_qualifier(sentence: Sentence, stop: int) -> int:
    """The place after words such as ``астам`` or ``or more``, where the noun may follow."""
    if sentence.language is None or stop >= len(sentence.words):
        return stop
    phrases = _qualifier_phrases(sentence.language, "after")
    for phrase, _ in phrases.get(sentence.words[stop].folded, ()):
        if _stands_at(sentence.words, stop, phrase):
            return stop + len(phrase)
    return stop
