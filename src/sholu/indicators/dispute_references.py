"""When the works that a document cites were published: what they can know, and what not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sholu.claims.model import Claim

_ENTRY = re.compile(r"^[ \t]*(?:[-*][ \t]*)?\[(\d{1,3})\][ \t]+(\S.{9,600})$", re.MULTILINE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)[a-z]?\b")
_MARK = re.compile(r"\[(\d{1,3})(?:,[^\]]{0,30})?\]")
_LONGEST_REACH = 1000
"""Characters behind a sentence in which the mark of its paragraph may stand."""
_TAKES_UP = re.compile(r"(?:This|These|Thus|Hence|Therefore|Это|Эти|Этим|Таким|Поэтому|Бұл|Осы)\b")
"""How a paragraph begins that goes on with what the one before says."""


def reference_years(text: str) -> Mapping[str, int]:
    """The years of publication of a numbered list of references, by number.

    A work without a year, or with an address that was looked up, has none here: a page may have
    been changed since.
    """
    years: dict[str, int] = {}
    for number, entry in _ENTRY.findall(text):
        printed = [int(year) for year in _YEAR.findall(re.sub(r"https?://\S+", " ", entry))]
        if printed and not re.search(r"https?://|accessed|дата обращения", entry, re.I):
            years[number] = printed[-1]
    return years


def year_cited(
    text: str, claim: Claim, start: int, end: int, references: Mapping[str, int]
) -> int | None:
    """The latest year of the works that are cited for a claim.

    A numbered mark of the sentence counts, else the only one of the rest of its paragraph and of
    the beginning of the next.

    Returns:
        None where no work is cited, or one of them has no year.
    """
    marks = _MARK.findall(text, claim.figure.span.end, end)
    if not marks:
        marks = _marks_behind(text[end : end + _LONGEST_REACH])
    if marks:
        known = [references[mark] for mark in marks if mark in references]
        return max(known) if len(known) == len(marks) else None
    years = [int(year) for year in _YEAR.findall(claim.cited_source or "")]
    return max(years) if years else None


def _marks_behind(text: str) -> list[str]:
    """The only mark of the rest of a paragraph, or of the next one if that goes on with it."""
    first, _, rest = text.partition("\n\n")
    marks = list(dict.fromkeys(_MARK.findall(first)))
    following = rest.split("\n\n")[0].strip()
    if not marks and _TAKES_UP.match(following):
        marks = list(dict.fromkeys(_MARK.findall(following)))
    return marks if len(marks) == 1 else []
