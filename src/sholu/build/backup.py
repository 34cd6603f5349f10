"""Back up and restore what cannot be rebuilt: documents, inputs, journal, releases, settings."""

from __future__ import annotations

import io
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sholu.build.observatory import Observatory
from sholu.core.errors import SholuError
from sholu.core.ids import sha256_hex

MANIFEST = "MANIFEST.json"
JOURNAL = "journal.db"
KEPT = ("sholu.toml", "inputs", "documents", "releases")
"""What a backup holds beside the journal (DESIGN, section 1); tables come back by a build."""


FOLDERS = ("inputs/vocabulary", "documents", "releases")
"""Folders of an observatory; an empty one is in no backup."""


class BackupError(SholuError):
    """A backup that cannot be written, or is damaged, or has no room to be restored."""


def back_up(observatory: Observatory, target: Path) -> int:
    """Write one tar file with everything that must survive, and a checksum of each part.

    The file holds the key for pseudonyms: only its owner may read it.

    Returns:
        the number of files in it.

    Raises:
        BackupError: if it cannot be written; then nothing is left behind.
    """
    partial = target.with_name(target.name + ".partial")
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / JOURNAL
            with observatory.journal() as journal:
                journal.copy_to(copy)
            files = {JOURNAL: copy, **dict(_files(observatory.root))}
            _write(partial, files)
        partial.replace(target)
    except OSError as error:
        raise BackupError(
            f"The backup {target} cannot be written: {error.strerror}.",
            "Name a file on a disk with room, in a folder that exists.",
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return len(files)


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for name in KEPT:
        path = root / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            relative = file.relative_to(root)
            # Names with a dot in front or .tmp behind are half-written files of a killed command.
            hidden = any(part.startswith(".") for part in relative.parts)
            if file.is_file() and not hidden and file.suffix != ".tmp":
                yield str(relative), file


def _write(path: Path, files: dict[str, Path]) -> None:
    checksums: dict[str, str] = {}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as raw:
        with tarfile.open(fileobj=raw, mode="w") as archive:
            for name, file in files.items():
                content = file.read_bytes()
                checksums[name] = sha256_hex(content)
                _put(archive, name, content)
            _put(archive, MANIFEST, json.dumps(checksums, sort_keys=True).encode())
        raw.flush()
        os.fsync(raw.fileno())


def _put(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    member.mode = 0o600
    archive.addfile(member, io.BytesIO(content))


def restore(archive: Path, root: Path) -> int:
    """Make an observatory out of a backup. It appears whole or not at all.

    Returns:
        the number of files restored.

    Raises:
        BackupError: if the folder is not empty, or the backup is damaged.
    """
    if root.exists() and any(root.iterdir()):
        raise BackupError(f"{root} is not empty.", "Name a new folder with -C.")
    root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent, prefix=".restore-") as folder:
        whole = Path(folder) / "observatory"
        _unpack(archive, whole)
        count = _verify(archive, whole)
        for name in FOLDERS:
            (whole / name).mkdir(parents=True, exist_ok=True)
        if root.exists():
            root.rmdir()
        shutil.move(whole, root)
    return count


def _unpack(archive: Path, folder: Path) -> None:
    try:
        with tarfile.open(archive) as tar:
            # "data" refuses paths that lead out of the folder, links and devices.
            tar.extractall(folder, filter="data")
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupError(f"{archive} is no backup that can be read: {error}.") from error


def _verify(archive: Path, folder: Path) -> int:
    manifest = folder / MANIFEST
    if not manifest.exists():
        raise BackupError(f"{archive} is incomplete: it has no list of its files.")
    checksums = json.loads(manifest.read_bytes())
    for name, checksum in checksums.items():
        file = folder / name
        if not file.exists() or sha256_hex(file.read_bytes()) != checksum:
            raise BackupError(f"{archive} is damaged: {name} is not what was backed up.")
    manifest.unlink()
    return len(checksums)
