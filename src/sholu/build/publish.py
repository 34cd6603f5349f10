"""Make, re-issue and retract releases of an observatory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sholu import __version__
from sholu.build.issue import issue
from sholu.build.look import Look, NotFound
from sholu.build.observatory import Observatory, ObservatoryError
from sholu.build.package import Gathering
from sholu.core.period import Period
from sholu.events.model import Event
from sholu.journal.model import Entry
from sholu.journal.replay import release_edits
from sholu.release.compose import Edits, ItemEdit, compose
from sholu.release.freeze import (
    Frozen,
    list_releases,
    read_release,
    retract,
)
from sholu.release.html import Sentence, write_html
from sholu.release.json_form import write_json
from sholu.release.model import Edition, Publisher, Release, ReleaseError, SourceDocument
from sholu.release.numbers import unsupported_numbers
from sholu.release.pdf import write_pdf
from sholu.release.select import LeftOut, select
from sholu.release.summary import checked_summary
from sholu.sources.store import documents

SUMMARY = "summary"
"""The item of an ``edit_release`` entry that is the summary."""

TOOLS = ("typst", "vl-convert-python", "pypdfium2", "trafilatura", "tesserocr", "airlock-pii")
"""Packages whose version changes what a release says or looks like."""


@dataclass(frozen=True)
class Order:
    """What release to make; ``why`` makes it a re-issue."""

    number: int
    period: Period
    language: str
    why: str


@dataclass(frozen=True)
class Made:
    """A release that is out: its folder, events by country, and what to tell the person."""

    folder: Path
    counts: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


def make_release(observatory: Observatory, order: Order, who: str) -> Made:
    """Choose, compose, print and freeze a release.

    Raises:
        ReleaseError: if nothing was published in the period, another release is out under the
            number, or there is nothing to re-issue.
        SummaryError: if a sentence of the summary is supported by no item.
    """
    with observatory.locked():
        look = Look(observatory)
        if not look.is_built():
            raise ObservatoryError("There are no tables to publish from.", "Run 'sholu build'.")
        edition = Edition(order.number, order.period, order.language)
        with observatory.journal() as journal:
            entries = tuple(journal.entries())
        selection = select(look.events(), order.period)
        release = compose(
            edition,
            publisher_of(observatory, order.language),
            selection.chosen,
            _documents(observatory, look),
            observatory.vocabulary,
            _edits(entries, edition.code),
        )
        release = replace(release, versions=_versions(observatory))
        folder = issue(
            Gathering(look, entries), release, order.why, lambda made: _files(look, made)
        )
        with observatory.journal() as journal:
            _note_issue(journal, folder, who)
    counts = tuple((section.name, len(section.items)) for section in release.sections)
    return Made(folder, counts, tuple(_notes(selection.left_out)))


def publisher_of(observatory: Observatory, language: str) -> Publisher:
    """Who publishes, as the settings say it in a language.

    Raises:
        ObservatoryError: if the emblem is no picture that can be printed.
    """
    settings, imprint = observatory.settings, observatory.settings.imprint

    def text(texts: Mapping[str, str]) -> str:
        return texts.get(language) or texts.get("en", "")

    emblem = _emblem(observatory.root, imprint.emblem)
    return Publisher(
        name=text(imprint.organisation) or text(settings.name),
        subtitle=text(imprint.subtitle),
        city=text(imprint.city),
        address=text(imprint.address),
        telephone=imprint.telephone,
        fax=imprint.fax,
        email=imprint.email,
        site=imprint.site,
        emblem=emblem,
        emblem_type=Path(imprint.emblem).suffix.lstrip(".").lower(),
        banner=text(settings.banner),
        countries=imprint.countries,
    )


def _emblem(root: Path, name: str) -> bytes | None:
    if not name:
        return None
    path = root / name
    if path.suffix.lower() not in (".svg", ".png") or not path.is_file():
        raise ObservatoryError(
            f"The emblem {path} is no SVG or PNG file that exists.",
            'Put it beside sholu.toml, or set emblem = "".',
        )
    return path.read_bytes()


def _documents(observatory: Observatory, look: Look) -> dict[str, SourceDocument]:
    names = {source.code: source.name.preferred("en") for source in observatory.register}
    addresses = {document.id: document.address for document in documents(observatory.documents)}
    return {
        row.document: SourceDocument(
            id=row.document,
            name=row.name,
            source=names.get(row.source or "", row.source),
            address=addresses.get(row.document),
            published=row.published,
        )
        for row in look.documents()
    }


def _edits(entries: Iterable[Entry], code: str) -> Edits:
    """What editors wrote for a release."""
    edits = release_edits(entries, code)
    summary = edits.pop(SUMMARY, None)
    items = {
        item: ItemEdit(edit.fields.get("title"), edit.fields.get("text"), edit.entry.who)
        for item, edit in edits.items()
    }
    return Edits(items, summary.fields["sentences"] if summary else None)


def _versions(observatory: Observatory) -> tuple[tuple[str, str], ...]:
    tools = tuple((tool, version(tool)) for tool in TOOLS if _is_installed(tool))
    fingerprint = observatory.vocabulary.fingerprint[:16]
    return (("sholu", __version__), ("vocabulary", fingerprint), *tools)


def _is_installed(tool: str) -> bool:
    # tesserocr is an extra.
    from importlib.util import find_spec

    return tool != "tesserocr" or find_spec(tool) is not None


def _files(look: Look, release: Release) -> dict[str, bytes]:
    folder = look.observatory.pictures
    named = {sha256 for item in release.items() for sha256 in item.pictures}
    pictures = {
        sha256: (folder / sha256).read_bytes() for sha256 in named if (folder / sha256).exists()
    }
    spans = [
        span
        for item in release.items()
        for span in (*item.spans, *(figure.span for figure in item.figures))
    ]
    sentences = {
        id_: Sentence(around.before, around.words, around.after)
        for id_, around in look.contexts(spans).items()
    }
    return {
        "release.pdf": write_pdf(release, pictures),
        "release.html": write_html(release, pictures, sentences),
        "release.json": write_json(release),
    }


def _note_issue(journal: Any, folder: Path, who: str) -> None:
    """Write the issue down once; its checksums let a later reader see that nothing was swapped."""
    if any(e.kind == "issue_release" and e.target == folder.name for e in journal.entries()):
        return
    sums = (folder / "SHA256SUMS").read_text(encoding="utf-8")
    number, head = journal.head()
    payload = {"checksum": sums, "journal_head": f"{number}:{head}"}
    journal.append("issue_release", folder.name, who, "issued", payload)


def _notes(left_out: Iterable[LeftOut]) -> Iterable[str]:
    """What a person may want to look at before the release goes out."""
    for item in left_out:
        if item.reason != "not about drugs":
            yield f"left out, {item.reason}: {item.event.title} ({item.event.id})"


def edit_item(
    observatory: Observatory, code: str, item: str, fields: dict[str, str], who: str, why: str
) -> Entry:
    """Append another title or text for an item of a release.

    Raises:
        NotFound: if no event has the id.
        ReleaseError: if a text has a number that its source does not say.
    """
    by_id = {event.id: event for event in Look(observatory).events()}
    if item not in by_id:
        raise NotFound(f"No event has the id '{item}'.", "'sholu events' lists them.")
    _refuse_numbers(" ".join(fields.values()), [by_id[item]])
    with observatory.journal() as journal:
        payload = {"item": item, "fields": fields}
        return journal.append("edit_release", code, who, why, payload)


def _refuse_numbers(text: str, events: list[Event]) -> None:
    numbers = unsupported_numbers(text, events)
    if numbers:
        raise ReleaseError(
            f"The text says {', '.join(numbers)}, which its source does not say.",
            "Leave it out, or add the document that says it.",
        )


def edit_summary(
    observatory: Observatory, code: str, sentences: list[dict[str, Any]], who: str, why: str
) -> Entry:
    """Append an editor's own summary.

    Raises:
        SummaryError: if a sentence names no event, or one that does not exist.
        ReleaseError: if a sentence has a number that none of its items says.
    """
    by_id = {event.id: event for event in Look(observatory).events()}
    for sentence in checked_summary(sentences, by_id.keys()):
        _refuse_numbers(sentence.text, [by_id[item] for item in sentence.items])
    with observatory.journal() as journal:
        payload = {"item": SUMMARY, "fields": {"sentences": sentences}}
        return journal.append("edit_release", code, who, why, payload)


def retract_release(observatory: Observatory, name: str, who: str, why: str) -> Path:
    """Retract a release: an entry in the journal, and a notice beside the frozen folder.

    Raises:
        ReleaseError: if it is not out, or retracted already.
    """
    with observatory.locked():
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        notice = retract(observatory.releases / name, who, why, at)
        with observatory.journal() as journal:
            journal.append("retract_release", name, who, why, {})
    return notice


def releases_that_used(observatory: Observatory, document: str) -> list[str]:
    """Names of releases that stand and print something of a document."""
    return [
        frozen.folder.name
        for frozen in list_releases(observatory.releases)
        if not frozen.retraction
        and any(used["id"] == document for used in read_release(frozen.folder)["documents"])
    ]


def issued(observatory: Observatory) -> list[dict[str, Any]]:
    """All releases as records, newest first."""
    return [_record(frozen) for frozen in list_releases(observatory.releases)]


def _record(frozen: Frozen) -> dict[str, Any]:
    return {
        "name": frozen.folder.name,
        "number": frozen.number,
        "year": frozen.year,
        "period": frozen.period,
        "language": frozen.language,
        "items": frozen.items,
        "reissue": frozen.reissue,
        "retraction": frozen.retraction or None,
    }
