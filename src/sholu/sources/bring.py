"""Bring in files: single ones, folders of them, mails and archives with what is in them.

What can't be brought in becomes a `Refusal` with its reason, and the rest goes on.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sholu.core.marking import Marking
from sholu.sources.archive import Allowance, read_archive
from sholu.sources.limits import MAX_SIZE, is_hidden, readable
from sholu.sources.mail import read_mail
from sholu.sources.model import Item, Origin, Refusal, Source
from sholu.sources.register import source_of

MAX_DEPTH = 2
"""How deep a file may be packed: a mail in an archive, an archive in a mail, and no further."""

_Opener = Callable[[Item, Allowance], Iterator[Item | Refusal]]

OPENERS: Mapping[str, _Opener] = {".eml": read_mail, ".zip": read_archive}
"""What is opened for the documents in it, by the ending of its name. A .docx is an archive too,
but one document; so the name decides and not the bytes."""


@dataclass(frozen=True)
class Given:
    """What a person said about all that they bring in.

    Attributes:
        retrieved: when (ISO date and time, UTC).
        published: ISO date (partial allowed); goes before the date of a mail.
    """

    retrieved: str
    source: str | None = None
    published: str | None = None
    licence: str | None = None
    marking: str = Marking.CLEAR


def bring(path: Path, given: Given, register: Iterable[Source] = ()) -> Iterator[Item | Refusal]:
    """Bring in a file, or all files in a folder and the folders in it, in order of their names.

    Hidden files are skipped. Links inside a folder are not followed: what they lead to in the
    same folder comes by itself, and what lies outside was not given. The parts of a ``.eml`` and a
    ``.zip`` follow the mail or archive itself, which is kept too.

    Args:
        register: to find the source of a mail by its sender, if ``given`` names none.

    Example:
        >>> given = Given("2025-01-15T09:00:00Z", source="xa.police")
        >>> list(bring(Path("/nowhere"), given))
        [Refusal(name='/nowhere', reason='there is no such file or folder')]
    """
    sources = tuple(register)
    for found in _files(path, path.resolve()):
        read = found if isinstance(found, Refusal) else _read(found, path, given)
        if isinstance(read, Refusal):
            yield read
        else:
            yield from (
                _completed(part, given, sources) for part in _with_parts(read, 0, Allowance())
            )


def _files(path: Path, root: Path) -> Iterator[Path | Refusal]:
    """The files at a path, with those in the folders below it."""
    waiting = [path]
    while waiting:
        current = waiting.pop()
        try:
            if not current.is_dir():
                yield current
                continue
            entries = sorted(current.iterdir(), reverse=True)
        except OSError as error:
            yield _refusal(current, error)
            continue
        for entry in entries:
            if is_hidden(entry.name):
                continue
            if not entry.is_symlink():
                waiting.append(entry)
            elif not _leads_into(entry, root):
                yield Refusal(readable(str(entry)), "is a link that leads out of the folder")


def _leads_into(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # leads nowhere, or round in a circle
        return False


def _read(file: Path, root: Path, given: Given) -> Item | Refusal:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe would keep us waiting for ever.
            return Refusal(readable(str(file)), "is no ordinary file")
        if status.st_size > MAX_SIZE:
            return Refusal(readable(str(file)), f"is larger than {MAX_SIZE // 1_000_000} MB")
        content = file.read_bytes()
    except OSError as error:
        return _refusal(file, error)
    name = file.name if file == root else file.relative_to(root).as_posix()
    origin = Origin(
        name=readable(name),
        retrieved=given.retrieved,
        source=given.source,
        published=given.published,
        licence=given.licence,
        marking=given.marking,
    )
    return Item(content, origin)


def _with_parts(item: Item, depth: int, allowance: Allowance) -> Iterator[Item | Refusal]:
    """An item, and after it what is packed in it."""
    yield item
    opener = OPENERS.get(os.path.splitext(item.origin.name)[1].lower())
    if opener is None:
        return
    if depth == MAX_DEPTH:
        yield Refusal(item.origin.name, f"is packed {depth} deep and was not opened")
        return
    for part in opener(item, allowance):
        if isinstance(part, Refusal):
            yield Refusal(f"{item.origin.name}: {part.name}", part.reason)
        else:
            yield from _with_parts(part, depth + 1, allowance)


def _completed(item: Item | Refusal, given: Given, register: tuple[Source, ...]) -> Item | Refusal:
    """What the person said goes before what a mail says; the register knows the sender."""
    if isinstance(item, Refusal):
        return replace(item, name=readable(item.name))
    origin = replace(item.origin, name=readable(item.origin.name))
    known = source_of(origin.address, register) if origin.address else None
    source = given.source or (known.code if known else None)
    published = given.published or origin.published
    return replace(item, origin=replace(origin, source=source, published=published))


def _refusal(path: Path, error: OSError) -> Refusal:
    reason = "there is no such file or folder" if isinstance(error, FileNotFoundError) else ""
    return Refusal(readable(str(path)), reason or f"can't be read: {error.strerror or error}")
