"""Documents on disk, byte for byte, each named by its SHA-256.

``documents/ab/cdef…`` holds the bytes, ``documents/ab/cdef….json`` beside it what is known about
them. The second is written last: with it a document is there, without it, it is not.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from pathlib import Path

from sholu.core.finding import Finding, make_finding
from sholu.core.ids import sha256_hex
from sholu.core.marking import highest
from sholu.sources.disk import PARTIAL, disk_trouble, make_folder, write_together
from sholu.sources.model import Document, Origin, SourceError

_FIELDS = frozenset(field.name for field in fields(Document))
_FILLED_IN = ("source", "address", "published", "licence")
_REST_OF_HASH = re.compile(r"[0-9a-f]{62}")


def add(folder: Path, content: bytes, origin: Origin) -> tuple[Document, bool]:
    """Keep a document. When this returns, it survives a power cut.

    The same bytes are kept once. If they come again, what was unknown about them (source,
    address, date, licence) is filled in, and of two markings the more closed one is kept; nothing
    else changes. Bytes that were damaged on the disk are mended by it.

    Args:
        folder: the ``documents`` folder.

    Returns:
        The document, and whether it is new.

    Raises:
        SourceError: if it can't be written; then the store is as it was.
    """
    path = path_of(folder, sha256_hex(content))
    sidecar = _sidecar(path)
    if sidecar.exists():
        with disk_trouble(path):
            if not (path.exists() and path.read_bytes() == content):
                write_together([(path, content)])
        return _amend(sidecar, origin), False
    document = Document(id=sha256_hex(content), size=len(content), **asdict(origin))
    with disk_trouble(path):
        make_folder(path.parent)
        write_together([(path, content), (sidecar, _as_json(document))])
    return document, True


def documents(folder: Path) -> Iterator[Document]:
    """All documents, by id.

    Raises:
        SourceError: if the folder is missing, or what stands beside a document can't be read.
    """
    for sidecar in sorted(_known_folder(folder).glob("??/[!.]*.json")):
        yield _read_sidecar(sidecar)


def content(folder: Path, document: str) -> bytes:
    """The bytes of a document.

    Args:
        document: its id.

    Raises:
        SourceError: if they are not there or can't be read.
    """
    path = path_of(folder, document)
    with disk_trouble(path):
        return path.read_bytes()


def check(folder: Path) -> list[Finding]:
    """Look whether every document is whole. An empty list means: it is.

    Returns:
        ``altered_document``, ``missing_bytes`` and ``unreadable_sidecar`` (grave: restore from a
        backup); ``orphan_bytes``, ``leftover_partial`` and ``stray_file`` (light: may be removed;
        what was being added when a process died, and was never said to be added).

    Raises:
        SourceError: if the folder is missing.
    """
    findings = []
    for path in sorted(_known_folder(folder).rglob("*")):
        if not path.is_dir():
            finding = _look_at(path, folder)
            findings += [finding] if finding else []
    return findings


def _look_at(path: Path, folder: Path) -> Finding | None:
    """What is wrong with one file of the store."""
    name = path.name.removesuffix(".json")
    if path.name.endswith(PARTIAL):
        return _light("leftover_partial", path, "was being written when a process died")
    if not _REST_OF_HASH.fullmatch(name) or path.parent.parent != folder:
        return _light("stray_file", path, "does not belong here")
    try:
        if path.suffix == ".json":
            return _look_at_sidecar(path)
        return _look_at_bytes(path)
    except SourceError as error:
        kind = "unreadable_sidecar" if path.suffix == ".json" else "altered_document"
        return _grave(kind, path, error.message)


def _look_at_sidecar(sidecar: Path) -> Finding | None:
    path = sidecar.with_suffix("")
    document = _read_sidecar(sidecar)
    if not path.exists():
        return _grave("missing_bytes", path, f"The bytes of {document.name} are gone.")
    if document.id != _identity(path):
        return _grave("unreadable_sidecar", sidecar, f"It speaks of the document {document.id}.")
    return None


def _look_at_bytes(path: Path) -> Finding | None:
    with disk_trouble(path), path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    sidecar = _sidecar(path)
    if not sidecar.exists():
        return _light("orphan_bytes", path, "has nothing beside it that says what it is")
    if digest != _identity(path):
        return _grave("altered_document", path, f"Its bytes have the SHA-256 {digest} now.")
    return None


def _grave(kind: str, path: Path, what: str) -> Finding:
    return make_finding(
        kind,
        _identity(path),
        f"The document {_identity(path)} is not whole. {what} Restore it from a backup.",
        method="SHA-256 of every file",
        gravity="high",
    )


def _light(kind: str, path: Path, what: str) -> Finding:
    return make_finding(
        kind,
        str(path),
        f"{path} {what}; it is no document and may be removed.",
        method="names of all files",
        gravity="low",
    )


def _amend(sidecar: Path, origin: Origin) -> Document:
    """Fill in what was unknown about a document that came again."""
    known = _read_sidecar(sidecar)
    news = {name: getattr(origin, name) for name in _FILLED_IN if getattr(known, name) is None} | {
        "marking": str(highest((known.marking, origin.marking)))
    }
    amended = replace(known, **news)
    if amended != known:
        with disk_trouble(sidecar):
            write_together([(sidecar, _as_json(amended))])
    return amended


def _read_sidecar(path: Path) -> Document:
    with disk_trouble(path):
        text = path.read_bytes()
    try:
        record = json.loads(text)
    except ValueError as error:
        raise SourceError(f"{path} is no JSON: {error}.", "Restore it from a backup.") from error
    if not isinstance(record, dict) or set(record) != _FIELDS:
        raise SourceError(
            f"{path} should have the keys {', '.join(sorted(_FIELDS))}.",
            "Restore it from a backup.",
        )
    return Document(**record)


def _as_json(document: Document) -> bytes:
    text = json.dumps(asdict(document), sort_keys=True, ensure_ascii=False, indent=2)
    # A name from a disk with another encoding may hold bytes that are no UTF-8.
    return text.encode("utf-8", "replace") + b"\n"


def _known_folder(folder: Path) -> Path:
    if not folder.is_dir():
        raise SourceError(
            f"There is no folder {folder}.",
            "Name the observatory with -C, start one with 'sholu init', or restore a backup.",
        )
    return folder


def path_of(folder: Path, identity: str) -> Path:
    """Where the bytes of a document lie."""
    return folder / identity[:2] / identity[2:]


def _sidecar(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _identity(path: Path) -> str:
    return path.parent.name + path.name.removesuffix(".json")
