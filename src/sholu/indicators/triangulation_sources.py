"""What kind of source says a figure, and how far it can be relied on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.sources.model import Source

UNKNOWN = "unknown"
TYPES = ("agency", "court", "statistics", "international", "research", "interview", "news_agency",
         "newspaper", "encyclopaedia", "forum", UNKNOWN)  # fmt: skip
"""Types of sources, those of the register first; ``encyclopaedia`` and ``forum`` only stand in
citations."""

WEAK_TYPES = frozenset(("forum", "encyclopaedia"))
"""Anyone can write there, and nobody answers for it: a lead to a source, never one."""

_CITED: tuple[tuple[str, str], ...] = (
    ("forum", r"reddit|forum|форум|telegram|телеграм|facebook|youtube|quora|blog|блог|tiktok"),
    ("encyclopaedia", r"wiki|википеди|уикипедия|encyclop|энциклопед|britannica"),
    ("international", r"unodc|emcdda|euda|europol|interpol|unaids|undp|oecd|world bank|who\b|incb"
                      r"|osce|cadap|caricc|united nations|\bоон\b|воз\b|царикц"),
    ("statistics", r"statistic|статистик|census|перепись|factum|bureau of national"),
    ("court", r"\bcourts?\b|суд(?!ьб)\w*|сот\b|verdict|приговор"),
    ("agency", r"ministry|министерств|министрліг|committee|комитет|agency|агентств|prosecut"
               r"|прокурат|police|полици|customs|таможен|law enforcement|health authority"
               r"|secretary of state|government|decree|постановлен|audit|department"),
    ("interview", r"^\[?(?:P|DE|O)\d+|respondent|interview|респондент|интервью"),
    ("news_agency", r"\bap news|reuters|kazinform|казинформ|interfax|интерфакс|tass\b|тасс\b"),
    ("newspaper", r"times\b|guardian|post\b|zakon\.?kz|tengrinews|newspaper|газет|\.kz\b|magazine"),
    ("research", r"et al|и др\.|university|университет|journal|study|\b(?:19|20)\d\d[a-z]?\b"
                 r"|^\[\d+\]"),
)  # fmt: skip
"""How the citation of each type of source reads; the weak ones first, as a line may cite both."""

_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _CITED)


@dataclass(frozen=True)
class Voice:
    """Who says a figure.

    Attributes:
        name: of the work that is cited, else of the source, else the document's id; two claims of
            one name don't support each other.
        type: one of `TYPES`; ``weak``: whether only weak sources say it.
        grade: reliability A to F of whom the register knows; F for a work only cited.
    """

    name: str
    type: str
    grade: str
    weak: bool


def voice_of(claim: Claim, register: Mapping[str, Source], publisher: str | None) -> Voice:
    """Who says a claim: the work that it cites, else the source that printed it.

    Args:
        register: sources by code; ``publisher``: code of the document's source.
    """
    if claim.cited_source:
        parts = [part.strip() for part in claim.cited_source.split(";") if part.strip()]
        types = [type_of_citation(part) for part in parts]
        strong = [kind for kind in types if kind not in WEAK_TYPES]
        return Voice(claim.cited_source, (strong or types)[0], "F", not strong)
    source = register.get(claim.source or publisher or "")
    if source is not None:
        return Voice(source.code, source.type, source.grade, False)
    return Voice(claim.document or claim.entered_by or claim.id, UNKNOWN, "F", False)


def type_of_citation(citation: str) -> str:
    """The type of a cited work, by the words of its citation.

    >>> type_of_citation("Reddit user summary of a study, 2025")
    'forum'
    >>> type_of_citation("UNODC, 2018: 7")
    'international'
    """
    return next((kind for kind, pattern in _PATTERNS if pattern.search(citation)), UNKNOWN)
