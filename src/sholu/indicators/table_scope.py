"""What narrows a figure in a table besides drug, place and period: its labels say it.

Labels that all figures of one table and indicator share tell none apart and are left out; a drug's
name is the substance, a year the period. What is left is the scope: ``row=Art.297-part 3``,
``statistic=median``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sholu.claims.model import Claim
from sholu.claims.month_labels import months_of_label
from sholu.claims.periods import period_of_label
from sholu.vocabulary.model import Names, Vocabulary

STATISTICS: Mapping[str, tuple[str, ...]] = {
    "mean": ("average", "mean", "среднее", "средняя", "средний", "орташа"),
    "median": ("median", "медиана", "медианасы"),
    "mode": ("mode", "мода"),
    "minimum": ("min", "minimum", "lowest", "мин", "минимум", "минимальная", "ең аз", "ең төмен"),
    "maximum": ("max", "maximum", "highest", "макс", "максимум", "максимальная", "ең көп",
                "ең жоғары"),
}  # fmt: skip
"""Words of a label for the statistic that stands in its row or column."""

_WORDS = {word: name for name, words in STATISTICS.items() for word in words}


def scopes_of_tables(claims: Iterable[Claim], vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """What narrows each claim that stands in a table, by id of the claim."""
    tables: defaultdict[tuple[str | None, str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.figure.row_label is not None or claim.figure.column_label is not None:
            tables[claim.document, claim.figure.table_title, claim.indicator].append(claim)
    scopes: dict[str, dict[str, str]] = {}
    for table in tables.values():
        scopes |= _scopes_of_table(table, vocabulary)
    return scopes


def _scopes_of_table(claims: Sequence[Claim], vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    rows = {claim.id: _left(claim.figure.row_label, claim, vocabulary) for claim in claims}
    columns = {claim.id: _left(claim.figure.column_label, claim, vocabulary) for claim in claims}
    scopes = {}
    for claim in claims:
        scope: dict[str, str] = {}
        for axis, parts in (("row", rows), ("column", columns)):
            shared = set.intersection(*(set(one) for one in parts.values()))
            scope |= _scope_of_parts(axis, [p for p in parts[claim.id] if p not in shared])
        scopes[claim.id] = scope
    return scopes


def _scope_of_parts(axis: str, parts: Sequence[str]) -> dict[str, str]:
    statistic = [_WORDS[part.lower().rstrip(".")] for part in parts if _is_statistic(part)]
    others = [part for part in parts if not _is_statistic(part)]
    scope = {"statistic": statistic[0]} if statistic else {}
    if others:
        scope[axis] = " / ".join(others).replace(";", ",")
    return scope


def _is_statistic(part: str) -> bool:
    return part.lower().rstrip(".") in _WORDS


def _left(label: str | None, claim: Claim, vocabulary: Vocabulary) -> list[str]:
    """The parts of a label that are neither the drug's name nor the place nor a period."""
    parts = [part.strip() for part in (label or "").split(" / ") if part.strip()]
    known = _names_of(claim, vocabulary)
    return [part for part in parts if part.lower() not in known and not _is_time(part)]


def _is_time(part: str) -> bool:
    return period_of_label(part) is not None or months_of_label(part) is not None


def _names_of(claim: Claim, vocabulary: Vocabulary) -> set[str]:
    names: list[Names] = []
    if claim.figure.of_code is not None:
        names.append(vocabulary.substance(claim.figure.of_code).names)
    if claim.place_code is not None:
        names.append(vocabulary.place(claim.place_code).names)
    return {name.lower() for one in names for _, name in one.all()}
