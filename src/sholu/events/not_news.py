"""Tell documents that report no single event: papers, theses, laws, tables, lists of links."""

from __future__ import annotations

import re
from collections.abc import Callable

from sholu.evidence.model import DocumentText

LONGEST_NOTE = 20_000
"""Characters. News pages run to 15,000 with all their surroundings; a research paper starts at
about 25,000."""

SHORTEST_NOTE = 60
"""Characters; less than a headline and a sentence tells nothing that could be checked."""

TABLE_SHARE = 0.6
"""Share of the text in table cells from which a document is a table with a note, not a note with
a table."""

LINK_SHARE = 0.6
"""Share of the text that is links from which a page is a list of other pages."""

FEWEST_LINKS = 8
"""A short note with one long link is no list."""

FEWEST_ARTICLES = 6
"""Numbered articles at a line's beginning from which a text is a law."""

_TABLE_TYPES = ("spreadsheet", "text/csv", "ms-excel", "tab-separated")

_PAPER_SIGNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"^\W*(?:abstract|аннотация|аңдатпа|түйін(?:деме)?|samenvatting|резюме)\b\W*",
        r"^\W*(?:keywords?|key words|ключевые слова|түйін(?:ді)? сөздер)\b",
        r"^\W*(?:references|bibliography|список (?:использованн\w+ )?литературы|әдебиеттер)\b",
        r"\b(?:ISSN|ISBN|DOI)\b[:\s]*[\d:/.-]",
        r"^\W*(?:chapter|глава|тарау)\s+[\divx]+\b",
        r"\bet al\.|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]",
        r"^\W*(?:\d\.?\s*)?(?:introduction|methodology|materials and methods|conclusions?|введение"
        r"|методология|заключение|кіріспе|қорытынды)\W*$",
    )
)

FEWEST_PAPER_SIGNS = 3
"""Of seven; one of them alone stands on many pages that are no paper."""

_ARTICLE = re.compile(
    r"^\W*(?:(?:article|статья|section)\s+\d+[-\d]*|\d+[-\d]*[- ]бап)\b", re.I | re.M
)
_COVERING = re.compile(
    r"please\s+find\s+attached|(?:is|are)\s+attached|во\s+вложени|прилага(?:ем|ется|ю)|в\s+приложении\s+к\s+письму"
    r"|қоса\s+беріл|қосымшада\s+жібер",
    re.IGNORECASE,
)

LONGEST_COVERING = 700
"""Characters; a letter that only hands something over is short."""


def reason_against_news(text: DocumentText) -> str:
    """Why a document reports no single event; empty if nothing speaks against it."""
    if text.status in {"set_aside", "failed"}:
        return text.reason
    return next((reason for speaks_against, reason in _TESTS if speaks_against(text)), "")


def _is_too_short(text: DocumentText) -> bool:
    return len(text.text.strip()) < SHORTEST_NOTE


def _is_table(text: DocumentText) -> bool:
    in_cells = sum(cell.end - cell.start for cell in text.cells)
    return any(kind in text.media_type for kind in _TABLE_TYPES) or in_cells > TABLE_SHARE * len(
        text.text.strip()
    )


def _is_law(text: DocumentText) -> bool:
    return len(_ARTICLE.findall(text.text)) >= FEWEST_ARTICLES


def _is_paper(text: DocumentText) -> bool:
    return sum(bool(sign.search(text.text)) for sign in _PAPER_SIGNS) >= FEWEST_PAPER_SIGNS


def _is_too_long(text: DocumentText) -> bool:
    return len(text.text.strip()) > LONGEST_NOTE


def _is_list(text: DocumentText) -> bool:
    linked = sum(link.end - link.start for link in text.links)
    return len(text.links) >= FEWEST_LINKS and linked > LINK_SHARE * len(text.text.strip())


def _is_covering_letter(text: DocumentText) -> bool:
    return len(text.text.strip()) < LONGEST_COVERING and bool(_COVERING.search(text.text))


_TESTS: tuple[tuple[Callable[[DocumentText], bool], str], ...] = (
    (_is_too_short, "too little text to tell an event"),
    (_is_table, "a table: its figures are read, but it tells no event"),
    (_is_law, "a law or another text in numbered articles: it tells no event"),
    (_is_paper, "a paper or a book: it tells no single event"),
    (_is_too_long, "too long for a report of one event"),
    (_is_list, "a list of links to other pages"),
    (_is_covering_letter, "a covering letter: what it tells is in its attachment"),
)
"""What speaks against a report of one event, in the order of asking."""
