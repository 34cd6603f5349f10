"""Freeze releases: written whole or not at all, never changed, retracted in plain sight."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sholu.core.finding import Finding, make_finding
from sholu.core.ids import sha256_hex
from sholu.release.model import Edition, ReleaseError
from sholu.release.package.model import FILE

SUMS = "SHA256SUMS"
_FOLDER = re.compile(r"\d{4}-\d{2,3}(-(ru|kk|en))?(-r\d+)?")
_UNFINISHED = ".unfinished-"


@dataclass(frozen=True)
class Frozen:
    """A release that is out.

    Attributes:
        folder: where it lies; its name is ``2025-01``, ``2025-01-ru``, ``2025-01-r1`` …
        period: ISO period that it covers; ``items``: how many it prints.
        retraction: why it was retracted; empty if it stands.
    """

    folder: Path
    number: int
    year: int
    period: str
    language: str
    items: int
    reissue: int
    retraction: str


def freeze(releases: Path, edition: Edition, files: Mapping[str, bytes]) -> Path:
    """Write a release's files as a folder that is never changed again.

    The first edition of a number lies in ``2025-01``, one in another language in ``2025-01-kk``, a
    re-issue in ``2025-01-r1``. The same release again changes nothing (see `already_out`).

    Returns:
        the folder.

    Raises:
        ReleaseError: if another release is out under this number, or the disk takes no more.
    """
    releases.mkdir(parents=True, exist_ok=True)
    _clear(releases)
    out = already_out(releases, edition, files)
    if out is not None:
        return out
    folder = releases / folder_name(releases, edition)
    sums = _sums(files)
    unfinished = releases / f"{_UNFINISHED}{os.getpid()}-{folder.name}"
    try:
        unfinished.mkdir()
        for name, content in {**files, SUMS: sums}.items():
            _write(unfinished / name, content)
        _sync(unfinished)
        unfinished.rename(folder)
        _sync(releases)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise ReleaseError(
            f"The release cannot be written to {releases}: {error.strerror}.",
            "Free some space and run it again.",
        ) from error
    return folder


def already_out(releases: Path, edition: Edition, files: Mapping[str, bytes]) -> Path | None:
    """The folder of an edition that is out with the same texts; None if it is not out.

    The data of a release (``data.sqlite``) are not compared: they hold everything public at the
    moment of the release, and what came since belongs to the next one, or to a re-issue.

    Raises:
        ReleaseError: if another release is out under this number.
    """
    folder = releases / folder_name(releases, edition)
    if not folder.exists():
        return None
    if _texts((folder / SUMS).read_bytes()) != _texts(_sums(files)):
        raise ReleaseError(
            f"Release {folder.name} is out already, with other content.",
            "Mend it with --reissue --why, which lists what changed.",
        )
    return folder


def folder_name(releases: Path, edition: Edition) -> str:
    """The name of the folder that an edition gets, or has."""
    base = edition.code
    first = _record(releases / base)
    if first is not None and first["language"] != edition.language:
        base = f"{base}-{edition.language}"
    return f"{base}-r{edition.reissue}" if edition.reissue else base


def latest(releases: Path, edition: Edition) -> Frozen | None:
    """The newest issue of an edition that is out; None if there is none."""
    issues = [
        frozen
        for frozen in list_releases(releases)
        if (frozen.year, frozen.number, frozen.language)
        == (edition.year, edition.number, edition.language)
    ]
    return max(issues, key=lambda frozen: frozen.reissue, default=None)


def read_release(folder: Path) -> dict[str, Any]:
    """The ``release.json`` of a frozen release."""
    record: dict[str, Any] = json.loads((folder / "release.json").read_bytes())
    return record


def list_releases(releases: Path) -> list[Frozen]:
    """All releases that are out, newest number first."""
    found = []
    for folder in releases.iterdir() if releases.is_dir() else ():
        record = _record(folder)
        if record is None:
            continue
        notice = _notice(folder)
        found.append(
            Frozen(
                folder=folder,
                number=record["number"],
                year=record["year"],
                period=f"{record['period_start']}/{record['period_end']}",
                language=record["language"],
                items=sum(record["counts"].values()),
                reissue=record["reissue"],
                retraction=json.loads(notice.read_bytes())["why"] if notice.exists() else "",
            )
        )
    return sorted(found, key=lambda f: (-f.year, -f.number, f.language, f.reissue))


def retract(folder: Path, who: str, why: str, at: str) -> Path:
    """Put a notice beside a frozen release; the release itself stays as it was.

    Raises:
        ReleaseError: if there is no such release, or it is retracted already.
    """
    if _record(folder) is None:
        raise ReleaseError(f"There is no release {folder.name}.", "'sholu releases' lists them.")
    notice = _notice(folder)
    if notice.exists():
        raise ReleaseError(f"The release {folder.name} is retracted already.")
    record = {"release": folder.name, "who": who, "why": why, "at": at}
    partial = notice.with_name(f"{_UNFINISHED}{notice.name}")
    _write(partial, json.dumps(record, ensure_ascii=False, sort_keys=True).encode())
    partial.rename(notice)
    _sync(notice.parent)
    return notice


def verify(releases: Path) -> list[Finding]:
    """Frozen releases whose files are not as they were, and what killed commands left."""
    findings = []
    for path in sorted(releases.iterdir()) if releases.is_dir() else ():
        if path.name.startswith(_UNFINISHED):
            statement = f"{path.name} is left from a killed command; the next release removes it."
            findings.append(_finding("unfinished_release", path, statement, "low"))
        elif path.is_dir() and _FOLDER.fullmatch(path.name):
            findings += _verify_one(path)
    return findings


def _verify_one(folder: Path) -> list[Finding]:
    sums = folder / SUMS
    if not sums.exists():
        return [_finding("damaged_release", folder, f"{folder.name} has no {SUMS}.", "high")]
    findings = []
    listed = [line.split("  ", 1) for line in sums.read_text(encoding="utf-8").splitlines()]
    for checksum, name in listed:
        file = folder / name
        if not file.exists() or sha256_hex(file.read_bytes()) != checksum:
            statement = f"{folder.name}/{name} is not what was published. Restore it from a backup."
            findings.append(_finding("damaged_release", file, statement, "high"))
    extra = {file.name for file in folder.iterdir()} - {name for _, name in listed} - {SUMS}
    for name in sorted(extra):
        statement = f"{folder.name}/{name} was not published with the release."
        findings.append(_finding("stray_file", folder / name, statement, "low"))
    return findings


def _finding(kind: str, path: Path, statement: str, gravity: str) -> Finding:
    return make_finding(kind, path.name, statement, method="SHA-256 of each file", gravity=gravity)


def _sums(files: Mapping[str, bytes]) -> bytes:
    """Checksums in the form that ``sha256sum --check`` reads."""
    lines = [f"{sha256_hex(content)}  {name}\n" for name, content in sorted(files.items())]
    return "".join(lines).encode()


def _texts(sums: bytes) -> list[bytes]:
    """The lines of checksums without that of the data."""
    return [line for line in sums.splitlines() if not line.endswith(f"  {FILE}".encode())]


def _record(folder: Path) -> dict[str, Any] | None:
    if not _FOLDER.fullmatch(folder.name) or not (folder / "release.json").exists():
        return None
    return read_release(folder)


def _notice(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.retraction.json")


def _clear(releases: Path) -> None:
    """Remove what killed commands left half-written."""
    for path in releases.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
