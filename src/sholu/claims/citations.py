"""Whom a text cites: ``(Aman, 2018: 67)``, ``[8]``, ``according to …``, ``Source: …``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sholu.mentions.model import Mention

_CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІÄÖÜÉÇŞİ"
_YEAR = r"(?:(?:1[89]|20)\d\d\s?[a-z]?|n\.\s?d\.)"
_PAGES = r"(?:\s*[:,]\s*(?:pp?\.|с\.|б\.)?\s*\d[\d\s,–-]*)?"
_MONTHS = """
january february march april may june july august september october november december
январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае
июнь июня июне июль июля июле август августа августе сентябрь сентября сентябре
октябрь октября октябре ноябрь ноября ноябре декабрь декабря декабре
қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
"""
_PREPOSITIONS = "in from since as by on of until during на за с по в до от к"
_NO_NAMES = frozenset(f"{_MONTHS} {_PREPOSITIONS}".split())
"""Words that may stand before a year in brackets without being an author."""

_ONE_REFERENCE = re.compile(
    rf"""(?:(?:see|cf\.|см\.)\s+)?
    (?P<name>[{_CAPITAL}][^\d;()]*?)[,\s]\s*        # Aman and Serik,
    {_YEAR}(?:\s*,\s*{_YEAR})*                      # 2018, 2020
    {_PAGES}                                        # : 67
    """,
    re.VERBOSE,
)
_PARENTHESES = re.compile(r"\(([^()]{4,300})\)")
_NARRATIVE = re.compile(
    rf"""[{_CAPITAL}][\w’'-]+
    (?:\s+(?:et\ al\.|and\s+[{_CAPITAL}][\w’'-]+|и\s+др\.|и\s+[{_CAPITAL}]\w+))?
    \s*\({_YEAR}{_PAGES}\)                          # Serik and Aman (2001: 5)
    """,
    re.VERBOSE,
)
_BRACKETS = re.compile(
    r"""\[\d+(?:\s*[,;–-]\s*\d+)*(?:\s*,\s*(?:pp?\.|с\.|б\.)\s*[\d–-]+)?\]   # [8], [3; 5-7, p. 2]
    |   \[[A-Z]{1,3}\d{1,3}(?:\s*[;,]\s*[A-Z]{1,3}\d{1,3})*\]                # [P23], [DE1; DE2]
    """,
    re.VERBOSE,
)
_WHO = r"(?P<who>[^,;:.()\[\]\d]{2,90}?)"
_SAID_BEFORE = re.compile(
    rf"""\b(?:according\ to(?:\ data\ (?:of|from))?|as\ reported\ by|согласно\ данным
    |по\ (?:данным|информации|сведениям|оценкам|оценке|подсч[её]там)
    |как\ сообщ(?:или|ает|ил|ила|ают)(?:\ в)?)
    \s+{_WHO}(?=\s*(?:[,;:.()\[\]\d]|$|\s[—–-]\s))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SAID_AFTER = re.compile(
    rf"""(?:^|[,;:.(]\s*){_WHO}\s+
    (?:мәлімет(?:інше|тері\ бойынша|і\ бойынша|теріне\ сәйкес)
    |дерегінше|дерегі\ бойынша|дерек(?:тері\ бойынша|теріне\ сәйкес)
    |ақпарат(?:ынша|ы\ бойынша)|хабарлауынша)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SOURCE_LINE = re.compile(
    r"""^\s*(?:Sources?|Источники?|Дерек\s?көз(?:і|дері)|Қайнар\ көзі)
    \s*[:—–-]\s*(?P<who>[^\n]{2,300})
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class Citation:
    """A cited source. ``printed`` is its text without brackets; offsets are the document's.

    Attributes:
        kind: ``reference`` (author and year), ``number`` (``[8]``) or ``voice`` (who told it).
    """

    start: int
    end: int
    printed: str
    kind: str


def find_citations(text: str, offset: int = 0) -> list[Citation]:
    """Every citation in a text that begins at ``offset`` of its document, in order.

    >>> [one.printed for one in find_citations("It fell (Aman et al., 2018: 67) as Serik (2001) says [8].")]
    ['Aman et al., 2018: 67', 'Serik (2001)', '[8]']
    """  # noqa: E501
    found = (*_references(text), *_numbers(text), *_voices(text))
    return sorted(
        (Citation(start + offset, end + offset, words, kind) for start, end, words, kind in found),
        key=lambda citation: (citation.start, citation.end),
    )


_Found = tuple[int, int, str, str]


def _references(text: str) -> Iterator[_Found]:
    for match in _PARENTHESES.finditer(text):
        parts = [part.strip() for part in match.group(1).split(";")]
        if all(_is_reference(part) for part in parts):
            yield match.start(), match.end(), match.group(1).strip(), "reference"
    for match in _NARRATIVE.finditer(text):
        if match.group().split()[0].lower() not in _NO_NAMES:
            yield match.start(), match.end(), match.group(), "reference"


def _is_reference(part: str) -> bool:
    match = _ONE_REFERENCE.fullmatch(part)
    return match is not None and match.group("name").split()[0].lower() not in _NO_NAMES


def _numbers(text: str) -> Iterator[_Found]:
    for match in _BRACKETS.finditer(text):
        yield match.start(), match.end(), match.group(), "number"


def _voices(text: str) -> Iterator[_Found]:
    for pattern in (_SAID_BEFORE, _SAID_AFTER):
        for match in pattern.finditer(text):
            words = match.group("who").strip(" «»“”\"'")
            yield match.start("who"), match.end("who"), words, "voice"


def find_source_line(text: str) -> str | None:
    """What a ``Source: …`` line under a table names, as printed.

    >>> find_source_line("Source: Aman et al., 2018: 67")
    'Aman et al., 2018: 67'
    """
    match = _SOURCE_LINE.search(text)
    return match.group("who").strip().rstrip(".") if match else None


def governing_citation(
    citations: tuple[Citation, ...], mentions: tuple[Mention, ...], figure_end: int
) -> str | None:
    """The citation that stands for a figure, as printed.

    A reference follows what it supports, so the first one after the figure wins; else the voice
    that the sentence names; else the nearest reference before. A voice is given by the agency's
    name where one is known, without what stands around it.
    """
    works = [one for one in citations if one.kind != "voice"]
    after = [one for one in works if one.end > figure_end]
    before = [one for one in works if one.end <= figure_end]
    voices = [one for one in citations if one.kind == "voice"]
    for chosen in (*after[:1], *voices[:1], *before[-1:]):
        return _agency_in(chosen, mentions) if chosen.kind == "voice" else chosen.printed
    return None


def _agency_in(voice: Citation, mentions: tuple[Mention, ...]) -> str:
    names = [
        mention.span.quote
        for mention in mentions
        if mention.kind == "agency" and voice.start <= mention.span.start < voice.end
    ]
    return names[0] if names else voice.printed
