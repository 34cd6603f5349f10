"""Tell a year that stands alone (in 2016) from a number of things (2016 people)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

_FOUR_DIGITS = re.compile(r"(?:19|20)\d\d")
_YEAR_WORDS = re.compile(r"год(?:а|у|ом|ы|ов|ах)?|гг?|жыл\w{0,5}|жж?|year|years")
_BEFORE_YEAR = frozenset(
    [
        "in",
        "of",
        "since",
        "by",
        "from",
        "until",
        "till",
        "during",
        "before",
        "after",
        "for",
        "to",
        "the",
        "early",
        "late",
        "mid",
        "year",
        "years",
        "between",
        "and",
        "through",
        "в",
        "с",
        "за",
        "до",
        "к",
        "на",
        "год",
        "году",
        "от",
        "по",
        "жылы",
    ]
)
# "in 2000 people", "от 2000 человек": a thing counted follows.
_COUNTED_AFTER = re.compile(
    r"people|persons|individuals|cases|crimes|[a-z]{3,}(?<![su])s|kg|t|g|tons?|%|"
    r"человек\w*|лиц\w*|случа\w+|преступлени\w+|тенге|тонн\w*|кг|г|рубл\w+|адам\w*|теңге|келі"
)


def find_bare_years(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Years from 1900 to 2099 without day or month: start, end (with the word for year), ISO
    text."""
    words = sentence.words
    for place, word in enumerate(words):
        if word.kind != "number" or not _FOUR_DIGITS.fullmatch(word.text):
            continue
        following = _word_at(words, place + 1)
        if following is not None and _YEAR_WORDS.fullmatch(following.folded):
            yield word.start, following.end, word.text
        elif _is_year(words, place, following):
            yield word.start, word.end, word.text


def _word_at(words: Sequence[Word], place: int) -> Word | None:
    """The word at a place, past a hyphen (2024-жылы)."""
    if place + 1 < len(words) and words[place].text == "-":
        place += 1
    return words[place] if place < len(words) and words[place].kind == "word" else None


def _is_year(words: Sequence[Word], place: int, following: Word | None) -> bool:
    before = words[place - 1] if place else None
    if before is not None and _is_attached(before, words[place]):
        return False
    if place + 1 < len(words) and words[place + 1].text in "%‰°$€₸₽":
        return False
    if following is not None and _COUNTED_AFTER.fullmatch(following.folded):
        return False
    if before is not None and before.folded in _BEFORE_YEAR:
        return True
    # Otherwise nothing may follow that it could count.
    stands_alone = following is None or not following.text[0].islower()
    return stands_alone and (before is None or before.folded not in _QUALIFIERS)


_QUALIFIERS = frozenset(
    [
        "about",
        "over",
        "than",
        "approximately",
        "around",
        "nearly",
        "almost",
        "some",
        "least",
        "около",
        "более",
        "менее",
        "свыше",
        "порядка",
        "примерно",
        "почти",
    ]
)


def _is_attached(before: Word, number: Word) -> bool:
    """Whether letters, a currency or a number sign hang on it (No. 2016, $2000)."""
    return before.text in "$€₸₽#№/" or (before.end == number.start and before.kind == "word")
