"""Build the tables: read what is new or stale, drop what is gone, derive the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sholu import claims, events, evidence, indicators, mentions, verdicts
from sholu.build.derive import derive
from sholu.build.model import (
    ANSWER,
    CLAIM_READING,
    CLAIM_SETTING,
    DOCUMENT_DISPUTE,
    EVENT_KEY,
    EVENT_READING,
    FIGURE,
    FINDING_READING,
    MAPPED_POINT,
    MENTION,
    PER_DOCUMENT,
    READ_DOCUMENT,
    REGISTRATION,
    SPAN,
    TABLE_SET_ASIDE,
    TEXT,
    TRANSACTION,
    VERDICT_READING,
    WAY,
    ReadDocument,
)
from sholu.build.observatory import Observatory
from sholu.build.plan import BATCH, Plan, StaleBatch, plan
from sholu.build.task import Reading, Task, document_row, read_task
from sholu.core.ids import identify
from sholu.engine.rows import to_plain
from sholu.engine.tables import State, Table, read_state, replace_file, write_state
from sholu.evidence import ocr
from sholu.evidence.limited import Failure, LimitedWorkers
from sholu.evidence.model import DocumentText
from sholu.journal.model import Entry
from sholu.journal.replay import withdrawn
from sholu.sources.model import Document
from sholu.sources.store import documents
from sholu.vocabulary.load import fingerprint
from sholu.vocabulary.load_law import law_fingerprint

BATCH_CHARACTERS = 20_000_000
"""Text in one batch; keeps memory flat when documents are books."""

Progress = Callable[[int, int, str], None]
"""Called with documents done, documents to do, and the name of the last one."""


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Attributes:
        read: documents read in this run; ``kept``: documents whose readings were current.
        rows: every document's row, in no order.
    """

    read: int
    kept: int
    rows: tuple[ReadDocument, ...]


def build(observatory: Observatory, progress: Progress) -> BuildReport:
    """Bring the tables up to date with documents, inputs, vocabulary and journal.

    A build that is killed leaves the tables of the last batch; the next one goes on from there.

    Raises:
        ObservatoryError: if another command is writing.
    """
    with observatory.locked():
        with observatory.journal() as journal:
            entries = tuple(journal.entries())
        tasks = _tasks(observatory, entries)
        state = read_state(observatory.table_folder)
        work = plan({id_: task.key for id_, task in tasks.items()}, state.batches)
        if work.reads():
            state = _read_all(observatory, tasks, work, state, progress)
        else:
            state = _drop(observatory, work, state)
        if work.join:
            state = _replace(observatory, state, work.join, _all_of(state, work.join))
        state = derive(observatory, state, entries)
        rows = observatory.tables.read(READ_DOCUMENT, ReadDocument, list(state.batches))
        return BuildReport(work.reads(), len(tasks) - work.reads(), tuple(rows))


def _tasks(observatory: Observatory, entries: tuple[Entry, ...]) -> dict[str, Task]:
    """What each document needs; withdrawn documents need nothing."""
    gone = withdrawn(entries)
    kept = (d for d in documents(observatory.documents) if d.id not in gone)
    of_texts = (evidence.VERSION, ocr.available()[0])
    of_readings = (
        to_plain(observatory.register),
        # The lists themselves take a quarter of a second to read, which only readers need.
        fingerprint(observatory.local_vocabulary),
        observatory.pseudonym_key.hex(),
        mentions.VERSION,
        events.VERSION,
        claims.VERSION,
        indicators.VERSION,
        verdicts.VERSION,
        law_fingerprint(observatory.inputs / "law"),
    )
    return {document.id: _task(observatory, document, of_texts, of_readings) for document in kept}


def _task(
    observatory: Observatory,
    document: Document,
    of_texts: tuple[object, ...],
    of_readings: tuple[object, ...],
) -> Task:
    text_key = identify("text", document.id, document.name, *of_texts)
    mappings = tuple(one for one in observatory.mappings if one.covers(document.name))
    return Task(
        document=document,
        folder=observatory.documents,
        text=None,
        register=observatory.register,
        vocabulary=observatory.local_vocabulary,
        pseudonyms=observatory.pseudonym_key,
        text_key=text_key,
        key=identify("reading", text_key, to_plain(document), to_plain(mappings), *of_readings),
        mappings=mappings,
    )


def _read_all(
    observatory: Observatory, tasks: dict[str, Task], work: Plan, state: State, progress: Progress
) -> State:
    settings = observatory.settings
    count = min(settings.workers, work.reads())
    done = 0

    def told(readings: Iterable[Reading]) -> Iterator[Reading]:
        nonlocal done
        for reading in readings:
            done += 1
            progress(done, work.reads(), reading.row.name)
            yield reading

    with LimitedWorkers(
        read_task,
        count,
        memory_bytes=settings.memory_mb * 2**20,
        seconds=settings.seconds,
        preload=("sholu.build.warm",),
    ) as workers:
        # While the children load theirs: a mistake in it is told before anything is read.
        _ = observatory.vocabulary
        for stale in work.stale:
            known = _with_texts(observatory, stale, tasks)
            readings = list(told(_readings(workers, known)))
            state = _store(observatory, state, readings)
            state = _replace(observatory, state, (stale.name,), stale.kept)
        for batch in _batches(told(_readings(workers, (tasks[id_] for id_ in work.new)))):
            state = _store(observatory, state, batch)
    return state


def _with_texts(
    observatory: Observatory, stale: StaleBatch, tasks: dict[str, Task]
) -> Iterator[Task]:
    """The tasks of a stale batch, each with its text if that is still good (OCR is slow)."""
    where = "document IN (SELECT unnest($ids::VARCHAR[]))"
    parameters = {"ids": list(stale.reread)}
    rows = observatory.tables.read(READ_DOCUMENT, ReadDocument, [stale.name], where, parameters)
    good = {row.document for row in rows if row.text_key == tasks[row.document].text_key}
    stored = observatory.tables.read(TEXT, DocumentText, [stale.name], where, parameters)
    texts = {text.document: text for text in stored if text.document in good}
    for id_ in stale.reread:
        yield replace(tasks[id_], text=texts.get(id_))


def _readings(workers: LimitedWorkers[Task, Reading], tasks: Iterable[Task]) -> Iterator[Reading]:
    """Read in child processes; a child that is stopped gives a row that says why."""
    waiting: dict[str, Task] = {}

    def items() -> Iterator[tuple[str, Task]]:
        for task in tasks:
            waiting[task.document.id] = task
            yield task.document.id, task

    for id_, result in workers.run(items()):
        task = waiting.pop(id_)
        if isinstance(result, Failure):
            yield Reading(document_row(task, "failed", result.reason, None))
        else:
            yield result


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Readings by the batch, bounded in documents and in characters."""
    batch: list[Reading] = []
    characters = 0
    for reading in readings:
        batch.append(reading)
        characters += reading.row.characters
        if len(batch) == BATCH or characters > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _store(observatory: Observatory, state: State, readings: list[Reading]) -> State:
    """Write readings as a new batch, in the order of the documents' ids, and make it count."""
    readings = sorted(readings, key=lambda reading: reading.row.document)
    for reading in readings:
        for sha256, content in (reading.pictures or {}).items():
            _store_picture(observatory, sha256, content)
    rows: dict[Table, list[Any]] = {
        READ_DOCUMENT: [r.row for r in readings],
        TEXT: [r.text for r in readings if r.text],
        SPAN: [row for r in readings for row in r.spans],
        MENTION: [row for r in readings for row in r.mentions],
        FIGURE: [row for r in readings for row in r.figures],
        EVENT_READING: [row for r in readings for row in r.events],
        WAY: [row for r in readings for row in r.ways],
        CLAIM_READING: [row for r in readings for row in r.claims],
        EVENT_KEY: [row for r in readings for row in r.keys],
        FINDING_READING: [row for r in readings for row in r.findings],
        VERDICT_READING: [row for r in readings for row in r.verdicts],
        MAPPED_POINT: [row for r in readings for row in r.points],
        REGISTRATION: [row for r in readings for row in r.registrations],
        ANSWER: [row for r in readings for row in r.answers],
        TRANSACTION: [row for r in readings for row in r.transactions],
        TABLE_SET_ASIDE: [row for r in readings for row in r.set_aside],
        CLAIM_SETTING: [row for r in readings for row in r.settings],
        DOCUMENT_DISPUTE: [row for r in readings for row in r.disputes],
    }
    name = _next_name(state)
    checksums = dict(state.checksums)
    for table in PER_DOCUMENT:
        checksums |= observatory.tables.write(table, rows[table], name)
    keys = {r.row.document: r.row.key for r in readings}
    new = State({**state.batches, name: keys}, "", checksums)
    write_state(observatory.table_folder, new)
    return new


def _store_picture(observatory: Observatory, sha256: str, content: bytes) -> None:
    observatory.pictures.mkdir(parents=True, exist_ok=True)
    path = observatory.pictures / sha256
    if not path.exists():
        replace_file(path, content)


def _drop(observatory: Observatory, work: Plan, state: State) -> State:
    for stale in work.stale:
        state = _replace(observatory, state, (stale.name,), stale.kept)
    return state


def _all_of(state: State, batches: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for name in batches for id_ in state.batches[name])


def _replace(
    observatory: Observatory, state: State, old: tuple[str, ...], kept: tuple[str, ...]
) -> State:
    """Put one batch with only the kept documents in place of old ones."""
    batches = {name: docs for name, docs in state.batches.items() if name not in old}
    files = {str(table.path(Path(), name)) for table in PER_DOCUMENT for name in old}
    checksums = {name: sha for name, sha in state.checksums.items() if name not in files}
    if kept:
        keys = {id_: key for name in old for id_, key in state.batches[name].items()}
        name = _next_name(state)
        for table in PER_DOCUMENT:
            checksums |= observatory.tables.keep(table, old, kept, name)
        batches[name] = {id_: keys[id_] for id_ in kept}
    new = State(batches, "", checksums)
    write_state(observatory.table_folder, new)
    return new


def _next_name(state: State) -> str:
    """``b000001``, ``b000002`` …: never used twice while its files may be there."""
    return f"b{max((int(name[1:]) for name in state.batches), default=0) + 1:06d}"
