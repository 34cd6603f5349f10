"""Fill the tables that search reads: words of the text, and names of its codes in all languages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cached_property

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.release.package.contents import Contents
from sholu.release.package.model import PublicClaim, PublicEvent
from sholu.release.package.words import indexed


def write_search(connection: sqlite3.Connection, contents: Contents) -> None:
    """Index events, claims and passages under the numbers of their rows."""
    names = _Names(contents)
    languages = {document.id: document.language for document in contents.documents}
    _fill(connection, "event_search", (_event(one, names) for one in contents.events))
    _fill(
        connection,
        "claim_search",
        (_claim(one, names, languages.get(one.document or "")) for one in contents.claims),
    )
    _fill(
        connection,
        "passage_search",
        ((indexed(one.text, one.language), "") for one in contents.passages),
    )


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[str, str]]) -> None:
    connection.executemany(
        f"INSERT INTO {table} (rowid, words, names) VALUES (?, ?, ?)",
        ((number, words, names) for number, (words, names) in enumerate(rows, 1)),
    )


def _event(event: PublicEvent, names: _Names) -> tuple[str, str]:
    told = f"{event.title}\n{event.text}\n{' '.join(event.places)}"
    codes = [("place", code) for code in (*event.countries, *event.regions)]
    codes += [("substance", code) for code in event.substances]
    codes += [("agency", code) for code in event.agencies]
    codes += [("event_kind", event.kind)] if event.kind else []
    return indexed(told, event.language), names.of(codes)


def _claim(claim: PublicClaim, names: _Names, language: str | None) -> tuple[str, str]:
    told = (claim.printed, claim.of, claim.place_printed, claim.cited_source)
    codes = [
        ("indicator", claim.indicator),
        ("place", claim.place),
        ("substance", claim.substance),
        ("source", claim.source),
    ]
    known = [(kind, code) for kind, code in codes if code]
    return indexed(" ".join(part for part in told if part), language), names.of(known)


class _Names:
    """Names of codes in all languages as the index wants them, each made once."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._made: dict[tuple[str, str], str] = {}

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
        return {
            (one.kind, one.code): {lang: one.names.of(lang) for lang in INTERFACE_LANGUAGES}
            for one in self._contents.named
        }

    def of(self, codes: Iterable[tuple[str, str]]) -> str:
        """The indexed names of codes, in one line."""
        return " ".join(self._one(*code) for code in codes)

    def _one(self, kind: str, code: str) -> str:
        made = self._made.get((kind, code))
        if made is None:
            names = self._by_code.get((kind, code), {})
            made = " ".join(indexed(" ".join(texts), lang) for lang, texts in names.items())
            self._made[kind, code] = made
        return made
