"""What holds on a day: the thresholds of the law, and whether offices are open."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from sholu.indicators.integrity_register import Thresholds
from sholu.indicators.model import IndicatorError
from sholu.vocabulary.law_register import Law


def thresholds_of(law: Law) -> Thresholds:
    """The masses at which a size ends, by the preferred reading of the law of a day."""

    @cache
    def limits(substance: str, day: date) -> tuple[float, ...]:
        readings = law.threshold(substance, day)
        if not readings:
            return ()
        first = readings[0]
        masses = (first.small_from_g, first.small_to_g, first.large_to_g)
        return tuple(sorted({mass for mass in masses if mass}))

    return limits


def read_holidays(path: Path) -> frozenset[date]:
    """Days off, from the column ``date`` of a CSV file; none if there is no such file.

    Raises:
        IndicatorError: the file has no such column, or something in it is no date.
    """
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        return frozenset(date.fromisoformat(row["date"].strip()) for row in rows)
    except (KeyError, ValueError, AttributeError) as error:
        raise IndicatorError(
            f"{path.name} can't be read: {error}.",
            "It needs a column 'date' with days such as 2025-01-01.",
        ) from error
