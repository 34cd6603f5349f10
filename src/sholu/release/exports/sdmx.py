"""Observations as SDMX-CSV 2.0 (SDMX 3.0, section 5): one row an observation."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from sholu.indicators.export import harmless
from sholu.release.exports.tables import observations_of
from sholu.release.package.model import PublicObservation
from sholu.release.package.reader import Package

STRUCTURE_ID = "SHOLU:OBSERVATIONS(1.0)"

COLUMNS = (
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "INDICATOR", "REF_AREA", "SUBSTANCE", "SCOPE",
    "UNIT_MEASURE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "LOWER_BOUND",
    "UPPER_BOUND", "ACCUMULATION", "SOURCE", "COMMENT_OBS",
)  # fmt: skip
"""The standard's own first, then dimensions, time, measure and attributes."""

FREQUENCIES = {
    "year": "A", "half_year": "S", "quarter": "Q", "month": "M", "week": "W", "day": "D",
    "year_to_date": "N", "other": "N",
}  # fmt: skip
"""SDMX code list CL_FREQ 2.1; N is a period of its own."""

STATUSES = {
    "reported": "A", "zero": "A", "unknown": "O", "not_reported": "L", "suppressed": "Q",
}  # fmt: skip
"""SDMX code list CL_OBS_STATUS 2.2: normal, missing value, missing (exists but was not collected),
missing and suppressed."""

_ESTIMATED = "E"

_TOTAL = "_T"
"""SDMX: the total over a dimension."""


def sdmx_csv(package: Package) -> str:
    """All observations of a release."""
    return sdmx_rows(package, observations_of(package))


def sdmx_rows(package: Package, observations: Iterable[PublicObservation]) -> str:
    """Some observations as SDMX-CSV with its heading."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in observations:
        writer.writerow([harmless(value) for value in _row(package, one)])
    return buffer.getvalue()


def _row(package: Package, one: PublicObservation) -> list[object]:
    sources = dict.fromkeys(point.cited_source or point.source or "" for point in one.points)
    return [
        "dataflow",
        STRUCTURE_ID,
        "I",
        FREQUENCIES[one.frequency],
        one.indicator,
        one.place,
        one.substance or _TOTAL,
        one.scope or _TOTAL,
        one.unit,
        time_period(one),
        one.value,
        _status(one),
        "F",
        one.low if one.value_high is None else one.value,
        one.high if one.value_high is None else one.value_high,
        one.accumulation,
        "; ".join(package.name("source", code, "en") for code in sources if code),
        "; ".join(_comments(one)),
    ]


def _comments(one: PublicObservation) -> list[str]:
    """The rule that chose the value, how it was computed, and that other claims differ."""
    comments = [f"rule: {one.rule}"] if one.rule else []
    comments += [f"computed: {one.derived}"] if one.derived else []
    return comments + (["other claims differ"] if one.differing else [])


def _status(one: PublicObservation) -> str:
    return _ESTIMATED if one.low is not None else STATUSES[one.status]


def time_period(one: PublicObservation) -> str:
    """The period as SDMX has it: ``2024``, ``2024-S1``, ``2024-Q3``, ``2024-05``, ``2024-W07``; any
    other as a start with a length, ``2024-03-01/P184D``."""
    year, month = one.first_day[:4], int(one.first_day[5:7])
    if one.frequency == "year" and one.first_day.endswith("-01-01"):
        return year
    if one.frequency == "half_year":
        return f"{year}-S{1 if month < 7 else 2}"
    if one.frequency == "quarter":
        return f"{year}-Q{(month + 2) // 3}"
    if one.frequency == "month":
        return one.first_day[:7]
    return _with_length(one)


def _with_length(one: PublicObservation) -> str:
    first, last = date.fromisoformat(one.first_day), date.fromisoformat(one.last_day)
    days = (last - first).days + 1
    return one.first_day if days == 1 else f"{one.first_day}/P{days}D"
