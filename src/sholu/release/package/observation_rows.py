"""Observations out of their two tables: what is drawn, and the points behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sholu.release.package.columns import columns_of, from_row, names_of
from sholu.release.package.connection import Store
from sholu.release.package.model import PublicObservation, PublicPoint

_DRAWN = columns_of(PublicObservation)[:-1]
"""Without ``points``, which is its last field."""

_COLUMNS = ", ".join(f'"{column.name}"' for column in _DRAWN)


def observations_where(
    store: Store, rest: str, values: Sequence[Any]
) -> tuple[PublicObservation, ...]:
    """The observations of a condition, in its order, each with its points, the chosen one first."""
    rows = store.rows(f"SELECT rowid, {_COLUMNS} FROM observation {rest}", values)
    condition = rest.partition("ORDER BY")[0]
    points = _points(store, condition, values) if rows else {}
    found = []
    for number, *drawn in rows:
        values = (*_decoded(drawn), tuple(points.get(number, ())))
        found.append(PublicObservation(*values))
    return tuple(found)


def _decoded(values: Sequence[Any]) -> Any:
    return [
        value if column.decode is None or value is None else column.decode(value)
        for column, value in zip(_DRAWN, values, strict=True)
    ]


def _points(store: Store, condition: str, values: Sequence[Any]) -> dict[int, list[PublicPoint]]:
    found: defaultdict[int, list[PublicPoint]] = defaultdict(list)
    rows = store.rows(
        f"SELECT {names_of(PublicPoint)}, observation FROM point "
        f"WHERE observation IN (SELECT rowid FROM observation {condition}) "
        "ORDER BY observation, position",
        values,
    )
    for row in rows:
        found[row[-1]].append(from_row(PublicPoint, row))
    return found
