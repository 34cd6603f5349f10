"""The nouns of claims."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.mentions.model import Figure


@dataclass(frozen=True)
class Claim:
    """One quantitative statement by one source.

    Attributes:
        indicator: code in the vocabulary, or None.
        place_code: ISO 3166-1 or 3166-2 code; ``place`` its name as printed.
        period_start, period_end: ISO, partial allowed, both inclusive.
        source: code of who says it; ``cited_source``: whom the source cites for it.
        document: id of the document; None for a claim entered by hand without one.
        entered_by: who entered it by hand; None for a reading.
    """

    id: str
    figure: Figure
    indicator: str | None
    place_code: str | None
    place: str | None
    period_start: str | None
    period_end: str | None
    source: str | None
    cited_source: str | None
    document: str | None
    entered_by: str | None
    confidence: float
    status: str
    marking: str
    reader: str
