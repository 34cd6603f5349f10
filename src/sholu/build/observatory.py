"""An observatory on disk: its folder, settings and inputs (DESIGN, section 2)."""

from __future__ import annotations

import fcntl
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sholu.build.settings import TEMPLATE, Settings, read_settings
from sholu.core.errors import SholuError
from sholu.engine.tables import Tables
from sholu.indicators.mapping import TableMapping, read_mappings
from sholu.journal.log import Journal, create_journal, open_journal
from sholu.sources.model import Source
from sholu.sources.register import load_register
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Vocabulary


class ObservatoryError(SholuError):
    """A folder that is no observatory, or is one already, or is in use."""


@dataclass(frozen=True)
class Observatory:
    """Where everything of one observatory lies."""

    root: Path

    @property
    def documents(self) -> Path:
        """Documents as published."""
        return self.root / "documents"

    @property
    def inputs(self) -> Path:
        """What people write: register of sources, local vocabulary, key for pseudonyms."""
        return self.root / "inputs"

    @property
    def releases(self) -> Path:
        """Frozen releases."""
        return self.root / "releases"

    @property
    def table_folder(self) -> Path:
        """Tables that a build makes, and the pictures out of documents."""
        return self.root / "tables"

    @property
    def pictures(self) -> Path:
        """Pictures found inside documents, by SHA-256."""
        return self.table_folder / "evidence" / "pictures"

    @cached_property
    def settings(self) -> Settings:
        """The settings, read once."""
        return read_settings(self.root / "sholu.toml")

    @cached_property
    def register(self) -> tuple[Source, ...]:
        """The register of sources."""
        return load_register(self.inputs / "sources.yaml")

    @property
    def local_vocabulary(self) -> Path:
        """The folder with this observatory's own words."""
        return self.inputs / "vocabulary"

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary with this observatory's own words."""
        return load(self.local_vocabulary)

    @cached_property
    def mappings(self) -> tuple[TableMapping, ...]:
        """What the columns of tables mean, by name of the file."""
        return read_mappings(self.inputs / "mappings")

    @cached_property
    def pseudonym_key(self) -> bytes:
        """The key that makes pseudonyms; whoever has it can test a name against a pseudonym."""
        try:
            return (self.inputs / "pseudonym.key").read_bytes()
        except FileNotFoundError:
            raise ObservatoryError(
                f"{self.inputs / 'pseudonym.key'} is missing.",
                "Restore it from a backup: without it, pseudonyms would change.",
            ) from None

    @cached_property
    def tables(self) -> Tables:
        """The tables."""
        return Tables(self.table_folder)

    def journal(self) -> Journal:
        """Open the journal."""
        return open_journal(self.root / "journal.db")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock that only one writing command may have.

        Raises:
            ObservatoryError: if another command is writing.
        """
        with (self.root / ".lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ObservatoryError(
                    f"Another command is writing to {self.root}.", "Wait until it ends."
                ) from None
            yield


def open_observatory(root: Path) -> Observatory:
    """The observatory in a folder.

    Raises:
        SettingsError: if there is none, or its settings are wrong.
    """
    observatory = Observatory(root)
    _ = observatory.settings
    return observatory


def create_observatory(root: Path, name: str, country: str) -> Observatory:
    """Make an empty observatory; an unfinished one of an earlier try is completed.

    Raises:
        ObservatoryError: if there is one already.
    """
    if (root / "sholu.toml").exists():
        raise ObservatoryError(f"{root} is an observatory already.", "Nothing was changed.")
    fields = {"name": name, "country": country}
    observatory = Observatory(root)
    folders = (observatory.local_vocabulary, observatory.inputs / "mappings")
    for folder in (observatory.documents, *folders, observatory.releases):
        folder.mkdir(parents=True, exist_ok=True)
    sources = observatory.inputs / "sources.yaml"
    if not sources.exists():
        sources.write_text("[]\n", encoding="utf-8")
    key = observatory.inputs / "pseudonym.key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_bytes(secrets.token_bytes(32))
    create_journal(root / "journal.db").close()
    # Written last: the folder is an observatory once this file is there.
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in fields.items()}
    text = TEMPLATE.format(**quoted)
    (root / "sholu.toml").write_text(text, encoding="utf-8")
    return observatory
