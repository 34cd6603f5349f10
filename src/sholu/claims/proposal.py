"""Make a claim of what a reader established about a figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.claims.places import Governing
from sholu.core.ids import identify
from sholu.core.period import Period
from sholu.evidence.model import Span
from sholu.evidence.span import CONTEXT
from sholu.mentions.model import AnnotatedDocument, Figure
from sholu.sources.model import Source

_PREFIX_WORDS = 3
"""Words before a figure that belong to its id: enough to part like figures of one text, too few to
reach far into what another parser may order otherwise."""


@dataclass(frozen=True)
class Proposal:
    """What a reader established about one figure; None where nothing says it."""

    figure: Figure
    indicator: str | None
    place: Governing | None
    period: Period | None
    cited_source: str | None
    reader: str


def make_claims(
    proposals: Iterable[Proposal], annotated: AnnotatedDocument, source: Source | None
) -> tuple[Claim, ...]:
    """One claim for each proposal, in the order of the text.

    The id is made of the document, the figure's words, those before it (or its labels in a table)
    and the count of equal ones before, not of what was understood: a better reader keeps it.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    claims = []
    for proposal in sorted(proposals, key=lambda one: one.figure.span.start):
        told_by = _told_by(proposal.figure)
        seen[told_by] += 1
        id = identify("claim", annotated.document.id, *told_by, seen[told_by])
        claims.append(_claim(id, proposal, annotated, source))
    return tuple(claims)


def _told_by(figure: Figure) -> tuple[str, ...]:
    if figure.span.cell is not None:
        labels = (figure.table_title, figure.row_label, figure.column_label)
        return (_plain(figure.span.quote), *(_plain(label or "") for label in labels))
    return (_plain(figure.span.quote), *_words_before(figure.span))


def _words_before(span: Span) -> list[str]:
    """The last words before a figure in its paragraph; the first of the prefix may be cut off."""
    _, blank_line, paragraph = span.prefix.rpartition("\n\n")
    words = _plain(paragraph).split()
    if not blank_line and (len(span.prefix) == CONTEXT or _CODE.search(span.prefix)):
        words = words[1:]
    return words[-_PREFIX_WORDS:]


_CODE = re.compile(r"(person|data)-[a-z2-7]{2,10}")
"""A pseudonym: it depends on the observatory's key, an id must not."""


def _plain(text: str) -> str:
    return " ".join(_CODE.sub(r"\1", text).split())


def _claim(
    id: str, proposal: Proposal, annotated: AnnotatedDocument, source: Source | None
) -> Claim:
    place, period = proposal.place, proposal.period
    published_by = source.code if source else annotated.document.source
    return Claim(
        id=id,
        figure=proposal.figure,
        indicator=proposal.indicator,
        place_code=place.code if place else None,
        place=place.printed if place else None,
        period_start=str(period.start) if period else None,
        period_end=str(period.end) if period else None,
        source=published_by,
        cited_source=proposal.cited_source,
        document=annotated.document.id,
        entered_by=None,
        confidence=confidence_of(
            proposal.indicator, place, period, proposal.figure.unit, published_by
        ),
        status="proposed",
        marking=annotated.document.marking,
        reader=proposal.reader,
    )


def confidence_of(*established: object) -> float:
    """The share of indicator, place, period, unit and source that is established, 0 to 1."""
    return round(sum(part is not None for part in established) / len(established), 2)
