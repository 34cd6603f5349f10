"""Find articles of law with their parts, as the three languages cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.mentions.sentences import Sentence

_ARTICLE = r"\d{1,3}(?:-[1-9])?(?![\d-])"
"""``297`` or ``299-1``: articles put in later carry a number after a hyphen."""

_RANGE = r"\d{1,3}\s?[-–—]\s?\d{1,3}"
_AND = r"(?:,\s*|\s+(?:and|or|и|или|және)\s+|,\s*(?:and|и)\s+)"
_LIST = rf"(?:{_ARTICLE}|(?:{_RANGE}))(?:{_AND}{_ARTICLE})*"
_NUMBER = (
    r"(?:\d{1,2}|first|second|third|fourth|fifth|перв\w+|втор\w+|трет\w+|четв[её]рт\w+|пят\w+|"
    r"бірінші|екінші|үшінші|төртінші|бесінші)"
)

_EN_WORD = r"(?:articles?|arts?\.?)"
_RU_WORD = r"(?:ст\.\s?ст\.|статьи|статья|статью|статье|статьей|статьям|статьях|статей|ст\.)"
_EN_PART = r"(?:parts?|paragraphs?|para\.?|p\.)"
_RU_PART = r"(?:част\w+|ч\.)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_EN_PART}\s(?P<part>{_NUMBER})(?:\sof)?(?:\sthe)?\s{_EN_WORD}\s?(?P<list>{_ARTICLE})",
        rf"\b{_RU_PART}\s?(?P<part>{_NUMBER})\s{_RU_WORD}\s?(?P<list>{_ARTICLE})",
        rf"\b(?:{_EN_WORD}\s?|{_RU_WORD}\s?)(?P<list>{_ARTICLE})\s?\((?P<part>\d{{1,2}})\)",
        rf"\b(?:{_EN_WORD}|{_RU_WORD})\s?(?P<list>\d{{1,3}}(?:-[1-9](?!\d))?)[,\s-]{{1,2}}"
        rf"(?:{_EN_PART}|{_RU_PART})\s?(?P<part>{_NUMBER})",
        rf"\b(?:{_EN_WORD}|{_RU_WORD})\s?(?P<list>{_LIST})",
        rf"(?<![\w-])(?P<list>{_ARTICLE}|\d{{1,3}}(?:-[1-9])?)-?\s?ба[пб]\w*\s(?P<part>{_NUMBER})-?\s?(?:бөл[іi]\w+|тарма\w+)",
        r"(?<![\w-])(?P<list>\d{1,3}(?:-\d{1,3})?(?:,\s*\d{1,3}(?:-[1-9])?)*(?:\s(?:және|мен)\s\d{1,3})?)-?\s?ба[пб]\w*",
    )
)  # fmt: skip

_ORDINALS = (
    ("first", "перв", "бірінші"), ("second", "втор", "екінші"), ("third", "трет", "үшінші"),
    ("fourth", "четв", "төртінші"), ("fifth", "пят", "бесінші"),
)  # fmt: skip


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class LawReading:
    """A citation of law.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        code: ``297``, ``299-1``, ``297.3`` (article and part) or ``296/302`` (from … to).
    """

    start: int
    end: int
    code: str


def find_law(text: str, sentences: Sequence[Sentence]) -> tuple[LawReading, ...]:
    """All articles cited, in order; each article of a list is one reading."""
    readings: list[LawReading] = []
    for sentence in sentences:
        readings += _find_in_stretch(text[sentence.start : sentence.end], sentence.start)
    return tuple(sorted(readings, key=lambda reading: reading.start))


def _find_in_stretch(stretch: str, offset: int) -> list[LawReading]:
    found: list[LawReading] = []
    if not _DIGIT.search(stretch):
        return found
    for pattern in _PATTERNS:
        for match in pattern.finditer(stretch):
            start, end = offset + match.start(), offset + match.end()
            if not any(start < other.end and other.start < end for other in found):
                found += _read_citation(match, offset)
    return found


def _read_citation(match: re.Match[str], offset: int) -> Iterator[LawReading]:
    part = match.groupdict().get("part")
    if part is not None:
        code = f"{match['list']}.{_part_number(part)}"
        yield LawReading(offset + match.start(), offset + match.end(), code)
        return
    listed = list(re.finditer(r"\d{1,3}(?:\s?[-–—]\s?\d{1,3})?", match["list"]))
    for number, article in enumerate(listed):
        # The word "article" belongs to the first; the ending of "баптар" to the last.
        start = match.start() if number == 0 else match.start("list") + article.start()
        last = number == len(listed) - 1
        end = match.end() if last else match.start("list") + article.end()
        yield LawReading(offset + start, offset + end, _article_code(article.group()))


def _article_code(printed: str) -> str:
    """``296-302`` is a stretch of articles, ``299-1`` one article."""
    first, dash, last = (
        re.sub(r"\s", "", printed).replace("–", "-").replace("—", "-").partition("-")
    )
    if not dash:
        return first
    return f"{first}/{last}" if int(last) > int(first) else f"{first}-{last}"


def _part_number(part: str) -> str:
    for number, stems in enumerate(_ORDINALS, start=1):
        if part.casefold().startswith(stems):
            return str(number)
    return part
