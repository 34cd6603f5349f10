"""Search a package: events, claims and passages that have the words, best first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sholu.release.package.answers import FOUND_KINDS, Hit
from sholu.release.package.connection import Store
from sholu.release.package.find import asked_words, expression, snippet

_WEIGHTS = {"event": 1.0, "passage": 0.7, "claim": 0.5}
"""How much a hit counts by its kind: an event tells what happened, a claim is a line of a table."""

_TITLE = 4.0
_NAMES = 2.0
"""Weights of the words of a text and of the names of its codes: a code that the reader understood
counts, words that were printed count more (BM25 of FTS5 with weights of columns)."""

MOST_RANKED = 4000
"""Rows of a kind that are ranked, the newest: words that more have say little about which is meant,
and ranking 50,000 rows takes a tenth of a second."""

_SQL = {
    "event": (
        "SELECT e.id, e.title, e.title || '. ' || e.text, e.language FROM event e WHERE e.rowid = ?"
    ),
    "claim": (
        "SELECT c.id, c.printed || coalesce(' ' || c.\"of\", ''), "
        "coalesce(p.text, c.printed), d.language FROM claim c "
        "LEFT JOIN document d ON d.id = c.document LEFT JOIN evidence e ON e.span = c.span "
        "LEFT JOIN passage p ON p.number = e.passage WHERE c.rowid = ?"
    ),
    "passage": (
        "SELECT p.span, d.name, p.text, p.language FROM passage p "
        "LEFT JOIN document d ON d.id = p.document WHERE p.number = ?"
    ),
}
"""Id, title, text and language of what stands in a row of an index."""

_LANGUAGE = {
    "event": "rowid IN (SELECT rowid FROM event WHERE language = :language)",
    "claim": (
        "rowid IN (SELECT c.rowid FROM claim c JOIN document d ON d.id = c.document "
        "WHERE d.language = :language)"
    ),
    "passage": "rowid IN (SELECT number FROM passage WHERE language = :language)",
}


def search(
    store: Store,
    text: str,
    kinds: Sequence[str],
    language: str | None,
    offset: int,
    limit: int,
) -> tuple[Hit, ...]:
    """The hits; what has some of the words where nothing has all of them.

    Raises:
        ValueError: for a kind that is none of `FOUND_KINDS` (a programming error).
    """
    if unknown := set(kinds) - set(FOUND_KINDS):
        raise ValueError(f"search looks through {', '.join(FOUND_KINDS)}, not {unknown}")
    words = asked_words(text)
    if not words:
        return ()
    found = _ranked(store, expression(words), kinds, language, offset + limit)
    if not found and len(words) > 1:
        found = _ranked(store, expression(words, "OR"), kinds, language, offset + limit)
    page = found[offset : offset + limit]
    return tuple(_hit(store, kind, row, score, words) for score, kind, row in page)


def _ranked(
    store: Store, match: str, kinds: Sequence[str], language: str | None, most: int
) -> list[tuple[float, str, int]]:
    """Score, kind and row of the best of each kind, best first."""
    found = []
    for kind in kinds:
        table = f"{kind}_search"
        rank = f"bm25({table}, {_TITLE}, {_NAMES})"
        more = f" AND {_LANGUAGE[kind]}" if language else ""
        values = {"match": match, "most": most, "language": language}
        rows = store.rows(
            f"SELECT * FROM (SELECT rowid, {rank} FROM {table} WHERE {table} MATCH :match{more} "
            f"LIMIT {MOST_RANKED}) ORDER BY 2, 1 LIMIT :most",
            values,
        )
        # FTS5 gives the better the smaller number, below nought.
        found += [(-score * _WEIGHTS[kind], kind, row) for row, score in rows]
    return sorted(found, key=lambda one: (-one[0], one[1], one[2]))


def _hit(store: Store, kind: str, row: int, score: float, words: Sequence[frozenset[str]]) -> Hit:
    id_, title, text, language = store.rows(_SQL[kind], (row,))[0]
    hit = Hit(kind, id_, title or "", (), language, round(score, 4))
    return replace(hit, snippet=snippet(text, words, language))
