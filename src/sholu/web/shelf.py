"""The releases on disk, as the site reads them: looked at again only when the folder changes."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from sholu.release.freeze import Frozen, list_releases, read_release
from sholu.release.model import ReleaseError
from sholu.release.package.model import FILE
from sholu.release.package.reader import Package, latest_release

OPEN = 6
"""Packages that stay open: the newest release in three languages, and three older ones."""


@dataclass(frozen=True)
class Edition:
    """A release that the site may show: its place, its text and, if it has them, its data."""

    frozen: Frozen
    package: Package | None

    @property
    def name(self) -> str:
        """``2025-01``, ``2025-01-ru``, ``2025-01-r1``."""
        return self.frozen.folder.name

    @property
    def number(self) -> str:
        """What all languages and re-issues of a number share: ``2025-01``."""
        return f"{self.frozen.year}-{self.frozen.number:02d}"

    @cached_property
    def text(self) -> dict[str, Any]:
        """Its ``release.json``."""
        return read_release(self.frozen.folder)

    @property
    def retraction(self) -> dict[str, str] | None:
        """Why and when it was retracted; None if it stands."""
        notice = self.frozen.folder.with_name(f"{self.name}.retraction.json")
        if not self.frozen.retraction:
            return None
        record: dict[str, str] = json.loads(notice.read_bytes())
        return record


class Shelf:
    """All releases of an observatory."""

    def __init__(self, releases: Path) -> None:
        self.releases = releases
        self._lock = threading.Lock()
        self._state: tuple[int, tuple[Frozen, ...]] | None = None
        self._open: OrderedDict[str, Edition] = OrderedDict()
        self._newest: dict[str, str | None] = {}

    def state(self) -> int:
        """A number that changes with a new release, re-issue or retraction."""
        try:
            return self.releases.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def all(self) -> tuple[Frozen, ...]:
        """All releases, newest number first."""
        with self._lock:
            state = self.state()
            if self._state is None or self._state[0] != state:
                self._state = (state, tuple(list_releases(self.releases)))
                self._open.clear()
                self._newest.clear()
            return self._state[1]

    def newest(self, language: str) -> Edition | None:
        """The newest release that stands, in the language if it came out in it."""
        self.all()
        if language not in self._newest:
            self._newest[language] = self._newest_name(language)
        name = self._newest[language]
        return self.named(name) if name else None

    def _newest_name(self, language: str) -> str | None:
        try:
            return latest_release(self.releases, language).name
        except ReleaseError:
            return None

    def find(self, name: str, language: str) -> Edition | None:
        """A release by the name of its folder; ``2025-01`` is that number in the language."""
        same = [one for one in self.all() if f"{one.year}-{one.number:02d}" == name]
        for one in sorted(same, key=lambda each: (each.language != language, -each.reissue)):
            return self.named(one.folder.name)
        return self.named(name)

    def named(self, name: str) -> Edition | None:
        """The release in exactly this folder."""
        frozen = next((one for one in self.all() if one.folder.name == name), None)
        if frozen is None:
            return None
        with self._lock:
            if name not in self._open:
                has_data = (frozen.folder / FILE).exists()
                self._open[name] = Edition(frozen, Package(frozen.folder) if has_data else None)
            self._open.move_to_end(name)
            while len(self._open) > OPEN:
                self._open.popitem(last=False)
            return self._open[name]
