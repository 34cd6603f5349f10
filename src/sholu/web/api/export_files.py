"""Whole releases as files: each is made once, in a folder that goes with the program."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import anyio.to_thread

from sholu.web.api.archive import WholeRelease

MOST_FILES = 24
"""Three languages of all formats and some older ones stay at hand."""


class ExportFiles:
    """Makes files one at a time: who waits for one holds no thread that pages need."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._lock: anyio.Lock | None = None

    async def file(self, wish: WholeRelease) -> Path:
        """The file of a wish, made if nobody wished it before."""
        if self._lock is None:
            self._lock = anyio.Lock()
        async with self._lock:
            return await anyio.to_thread.run_sync(self._made, wish)

    def _made(self, wish: WholeRelease) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="sholu-exports-")
        path = Path(self._folder.name) / f"{tag_of(wish)}{wish.exporter.extension}"
        if not path.exists():
            assert wish.edition.package is not None
            content = wish.exporter.write(wish.edition.package, wish.language)
            unfinished = path.with_suffix(".unfinished")
            unfinished.write_bytes(content)
            unfinished.rename(path)
            self._forget_oldest(path.parent)
        return path

    def _forget_oldest(self, folder: Path) -> None:
        files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in files[:-MOST_FILES]:
            path.unlink()


def tag_of(wish: WholeRelease) -> str:
    """What tells one file from another: whose release, which data, in which form."""
    package = wish.edition.package
    assert package is not None
    return f"{wish.edition.name}-{package.fingerprint[:16]}-{wish.exporter.name}-{wish.language}"


def file_name(wish: WholeRelease) -> str:
    """The name under which it is saved."""
    again = wish.edition.frozen.reissue
    number = f"{wish.edition.number}-r{again}" if again else wish.edition.number
    return f"{number}-{wish.language}{wish.exporter.extension}"
