"""What is in a zip archive, within limits that no honest archive reaches."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from sholu.core.ids import sha256_hex
from sholu.sources.limits import MAX_SIZE, is_hidden
from sholu.sources.model import Item, Refusal

MAX_MEMBERS = 10_000
"""Files in an archive, with those in the archives in it."""

MAX_TOTAL = 2_000_000_000
"""Bytes in an archive when unpacked, with those in the archives in it."""

MAX_RATIO = 200
"""Unpacked size to packed size. Text packs to a tenth, tables to a fiftieth; bombs of one layer
to a thousandth, the most that deflate can do (RFC 1951)."""

_READ_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF8_NAMES = 0x800  # general purpose bit 11 (PKWARE APPNOTE 4.4.4)
_ENCRYPTED = 0x1  # general purpose bit 0
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What zipfile raises on archives that are cut off, forged or of an unknown kind."""


@dataclass
class Allowance:
    """What may still be unpacked of one file that was brought in, at all depths together."""

    members: int = MAX_MEMBERS
    size: int = MAX_TOTAL

    def take(self, members: int, size: int) -> bool:
        """Take from it; False (and nothing taken) if there is not enough left."""
        if members > self.members or size > self.size:
            return False
        self.members -= members
        self.size -= size
        return True


def read_archive(item: Item, allowance: Allowance) -> Iterator[Item | Refusal]:
    """The files in a zip archive; names are only shown, nothing is written by them."""
    try:
        with zipfile.ZipFile(io.BytesIO(item.content)) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            if not allowance.take(len(members), sum(info.file_size for info in members)):
                yield Refusal("all files in it", f"are more than {MAX_MEMBERS} or than 2 GB")
                return
            for info in members:
                name = _name(info)
                if not any(is_hidden(part) for part in PurePosixPath(name).parts):
                    yield _read_member(archive, info, name, item)
    except _DAMAGED as error:
        yield Refusal("all files in it", f"can't be read, the archive is damaged: {error}")


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, item: Item
) -> Item | Refusal:
    reason = _why_not(info, name)
    if reason:
        return Refusal(name, reason)
    try:
        content = archive.read(info)
    except _DAMAGED as error:
        return Refusal(name, f"is damaged: {error}")
    return Item(content, replace(item.origin, name=name, part_of=sha256_hex(item.content)))


def _why_not(info: zipfile.ZipInfo, name: str) -> str:
    """Why a file in an archive is not read; empty if it is."""
    reasons = {
        "is encrypted; unpack it with its password and add the files": info.flag_bits & _ENCRYPTED,
        "has a name that leads out of the archive": (
            name.startswith("/") or name[1:2] == ":" or ".." in PurePosixPath(name).parts
        ),
        "is a link": stat.S_ISLNK(info.external_attr >> 16),
        f"is packed with method {info.compress_type}, which is not read": (
            info.compress_type not in _READ_METHODS
        ),
        f"is larger than {MAX_SIZE // 1_000_000} MB": info.file_size > MAX_SIZE,
        f"would grow more than {MAX_RATIO} times when unpacked": (
            info.file_size > MAX_RATIO * max(info.compress_size, 1)
        ),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a file; where the archive doesn't say the encoding, UTF-8, else that of DOS.

    Windows in Russian writes code page 866, and zipfile takes all for code page 437.
    """
    if info.flag_bits & _UTF8_NAMES:
        name = info.filename
    else:
        raw = info.filename.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp866")
    return name.replace("\\", "/")
