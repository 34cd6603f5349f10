"""Read the tables of a document that a person has said the columns of."""

from __future__ import annotations

from dataclasses import replace

from sholu.build.task import Reading, Task, document_row
from sholu.evidence.model import DocumentText
from sholu.indicators.mapped import Mapped, read_mapped
from sholu.indicators.mapped_table import TableContext
from sholu.vocabulary.model import Vocabulary


def read_tables(task: Task, text: DocumentText, vocabulary: Vocabulary) -> Reading:
    """What the mappings of the task say of the document's tables, and nothing else."""
    return _reading(task, text, _mapped(task, text, vocabulary))


def _mapped(task: Task, text: DocumentText, vocabulary: Vocabulary) -> Mapped:
    context = TableContext(task.document, text, vocabulary)
    return read_mapped(context, task.mappings, task.pseudonyms)


def _reading(task: Task, text: DocumentText, mapped: Mapped) -> Reading:
    left = sum(one.count for one in mapped.set_aside)
    names = ", ".join(mapping.name for mapping in task.mappings)
    reason = f"through the mapping {names}" + (f"; {left} cells set aside" if left else "")
    rows = (*mapped.points, *mapped.registrations, *mapped.answers, *mapped.transactions)
    row = document_row(task, "read" if rows else "set aside", reason, text)
    read = [*(claim.figure.span for claim in mapped.claims), *mapped.spans]
    spans = {span.id: span for span in read}
    return Reading(
        row=replace(row, claims=len(mapped.claims), figures=len(mapped.claims)),
        text=text,
        spans=tuple(spans.values()),
        claims=tuple(mapped.claims),
        points=tuple(mapped.points),
        registrations=tuple(mapped.registrations),
        answers=tuple(mapped.answers),
        transactions=tuple(mapped.transactions),
        set_aside=tuple(mapped.set_aside),
    )


def with_tables(
    reading: Reading, task: Task, text: DocumentText, vocabulary: Vocabulary
) -> Reading:
    """A document's own reading with that of its mapped tables, whose cells nobody else reads."""
    mapped = _mapped(task, text, vocabulary)
    tables = _reading(task, text, mapped)
    kept = tuple(claim for claim in reading.claims if claim.figure.span.cell not in mapped.cells)
    spans = {span.id: span for span in (*reading.spans, *tables.spans)}
    claims = (*kept, *tables.claims)
    return replace(
        reading,
        row=replace(reading.row, claims=len(claims)),
        spans=tuple(spans.values()),
        claims=claims,
        points=tables.points,
        registrations=tables.registrations,
        answers=tables.answers,
        transactions=tables.transactions,
        set_aside=tables.set_aside,
    )
