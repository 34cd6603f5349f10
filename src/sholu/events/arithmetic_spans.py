"""Years of a span against its ends: from 2016 to 2024, in its eleven years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.mentions.numerals import read_numeral
from sholu.mentions.words import split_words

_SPAN = re.compile(
    r"\b(?:from|between) (?P<a>(?:19|20)\d\d) (?:to|until|till|and)\s"
    r"(?:[^.;\d]{0,40}\sin )?(?P<b>20\d\d)\b"
    r"|\bс (?P<c>(?:19|20)\d\d)(?: года)? (?:по|до) (?P<d>20\d\d)\b"
    r"|\b(?P<e>(?:19|20)\d\d)(?: жылдан|-?\w{0,4} жылы?нан) (?P<f>20\d\d) жылға",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"[^.;\d]{0,90}[.,;]\s(?:In (?:its|their|these|those|all)|За(?: эти| все| это время)?|Осы)?\s?"
    r"(?P<n>\d{1,2}|[^\W\d]+(?:[ -][^\W\d]+)?) (?:years\b|лет\b|года\b|жылда\b|жыл ішінде\b)",
    re.IGNORECASE,
)
_SAYS_OVER = re.compile(r"[.,;]\s(?:in (?:its|their|these|those|all)|за|осы|[^\W\d]+ жыл)", re.I)


def check_spans(
    text: str, numbers: tuple[Number, ...], opened: int, end: int, language: str | None
) -> Iterator[Mismatch]:
    """A count of years beside the two years between which it lies."""
    for span in _SPAN.finditer(text, opened, end):
        first, last = (int(year) for year in span.groups() if year)
        told = _YEARS.match(text, span.end(), end)
        if told is None or not _SAYS_OVER.search(told.group()):
            continue
        numeral = read_numeral(split_words(told.group("n")), 0, language)
        beside = [n for n in numbers if told.start("n") <= n.start < told.end("n")]
        if numeral is None or not beside or abs(numeral.value - (last - first)) <= 1:
            continue
        yield Mismatch(
            f"From {first} to {last} are {last - first} years; the text says {told.group('n')}.",
            (beside[0],),
            "years told against the two ends of their span",
            "likely",
        )
