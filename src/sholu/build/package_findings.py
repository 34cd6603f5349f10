"""Gather the findings of a package: those about what everybody may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sholu.build.look import Look
from sholu.build.model import CLAIM_POINT, DISPUTE, REGISTRATION, VERDICT
from sholu.core.finding import Finding
from sholu.engine.tables import Table, read_state
from sholu.events.model import Event
from sholu.evidence.model import Span
from sholu.release.package.openness import FindingGrounds, Openness

FOR_STAFF = frozenset(("set_aside",))
"""Kinds of findings that quote a cell which nobody understood: work for the desk, not for readers.
"""


@dataclass(frozen=True)
class OpenFindings:
    """Findings with the documents that they are about, and the spans behind them by id."""

    about: tuple[tuple[Finding, tuple[str, ...]], ...]
    spans: Mapping[str, Span]


def open_findings(
    look: Look, openness: Openness, events: Iterable[Event], known: Mapping[str, Span]
) -> OpenFindings:
    """The findings that everybody may see; a dispute is published as such, not as a finding too.

    Args:
        look: the tables.
        openness: judges documents.
        events: the open ones.
        known: spans that are loaded already, by id.
    """
    tables = look.observatory.tables
    disputes = set(_column(look, DISPUTE, "id"))
    found = [one for one in look.findings() if one.kind not in FOR_STAFF and one.id not in disputes]
    missing = sorted({span for one in found for span in one.evidence} - known.keys())
    spans = {span.id: span for span in look.spans(missing)} | dict(known)
    verdicts = tables.query(f"SELECT id, document FROM {tables.scan(VERDICT)}", {}).to_pylist()
    grounds = FindingGrounds(
        documents_of={
            **{id_: (id_,) for id_ in openness.documents},
            **{event.id: event.documents for event in events},
            **{
                row["id"]: (row["document"],)
                for row in verdicts
                if row["document"] in openness.documents
            },
        },
        spans={
            id_: span.document for id_, span in spans.items() if span.document in openness.documents
        },
        micro={id_ for id_, span in spans.items() if _is_of_one_person(span)},
        all_open=all(
            document in openness.documents
            for table in (CLAIM_POINT, REGISTRATION, VERDICT)
            for document in set(_column(look, table, "document")) - {None}
        ),
    )
    about = []
    for one in found:
        documents = grounds.documents(one)
        if documents is not None:
            about.append((replace(one, evidence=grounds.evidence(one)), documents))
    used = {id_ for one, _ in about for id_ in one.evidence}
    return OpenFindings(tuple(about), {id_: spans[id_] for id_ in used if id_ in spans})


def _is_of_one_person(span: Span) -> bool:
    """Whether it is a row of a register: those have no surroundings, which are other persons'."""
    return span.cell is not None and not (span.prefix or span.suffix)


def _column(look: Look, table: Table, column: str) -> list[str]:
    tables = look.observatory.tables
    batches = list(read_state(look.observatory.table_folder).batches)
    kept = batches if table == REGISTRATION else None
    rows = tables.query(f"SELECT DISTINCT {column} FROM {tables.scan(table, kept)}", {})
    values: list[str] = rows.column(column).to_pylist()
    return values
