"""Write files so that neither a crash nor a full disk leaves half of one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sholu.sources.model import SourceError

PARTIAL = ".partial"
"""Ending of a file that is being written. One that stays was left by a process that died."""


@contextmanager
def disk_trouble(path: Path) -> Iterator[None]:
    """Turn errors of the disk into a `SourceError` that names the file and says what to do."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceError(f"{path} is not there.", "Run 'sholu check'.") from error
    except OSError as error:
        raise SourceError(
            f"{path} can't be read or written: {error.strerror or error}.",
            "Look at the room on the disk and at the rights of the folder, then try again.",
        ) from error


def write_together(contents: list[tuple[Path, bytes]]) -> None:
    """Put files of one folder in place, in order, all of them or (if the disk is full) none.

    All are on the disk under other names before the first gets its own, so what can fail for want
    of room fails before anything is seen. After a crash between two names, the first ones are
    there and the last one is not.

    Raises:
        OSError: if one can't be written.
    """
    partials: list[Path] = []
    try:
        for path, content in contents:
            partials.append(_partial_name(path))
            _write_through(partials[-1], content)
        for (path, _), partial in zip(contents, partials, strict=True):
            os.replace(partial, path)
            sync_folder(path.parent)
    finally:
        for partial in partials:
            partial.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder that survives a power cut, with the folders above it.

    Raises:
        OSError: if it can't be made.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk hold the names in a folder before going on.

    Raises:
        OSError: if the disk can't.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _partial_name(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}{PARTIAL}")


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
