"""A map of values by region: classes of equal numbers of regions, one hue from little to much."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sholu.charts.design import OTHER_CATEGORY, STEPS
from sholu.charts.map_boundaries import boundaries_of
from sholu.charts.map_grammar import MapPicture

NO_DATA = OTHER_CATEGORY

WHOLES_BEFORE: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("2022-06-08", {"KZ-63": "KZ-VOS", "KZ-10": "KZ-VOS", "KZ-35": "KZ-KAR", "KZ-62": "KZ-KAR",
                    "KZ-19": "KZ-ALM", "KZ-33": "KZ-ALM"}),
    ("2018-06-19", {"KZ-61": "KZ-YUZ", "KZ-79": "KZ-YUZ"}),
)  # fmt: skip
"""Regions that were one before a day: Abai, Ulytau and Zhetisu were parts of others (decree of the
President of Kazakhstan No. 887 of 4 May 2022, in force on 8 June 2022), and so was Shymkent (No.
702 of 19 June 2018)."""


@dataclass(frozen=True)
class RegionValues:
    """What a map shows.

    Attributes:
        values: code of a region to its value; None where nothing is known.
        names: codes to names; ``day``: of the boundaries, ISO.
        countries: whose regions they are.
        note: printed below.
    """

    title: str
    values: Mapping[str, float | None]
    names: Mapping[str, str]
    countries: tuple[str, ...]
    day: str
    note: str = ""


def classes(values: Sequence[float], most: int = len(STEPS)) -> list[tuple[float, float]]:
    """Least and greatest value of classes that hold about as many values each; equals together.

    Few values make fewer classes: one that holds a single value would only look like a finding.

    >>> classes([1, 2, 3, 4, 5, 6], most=3)
    [(1, 2), (3, 4), (5, 6)]
    """
    ordered = sorted(values)
    count = max(1, min(most, len(set(ordered)), len(ordered) // 2))
    found: dict[int, list[float]] = {}
    for value in ordered:
        found.setdefault(ordered.index(value) * count // len(ordered), []).append(value)
    return [(members[0], members[-1]) for members in found.values()]


def choropleth(shown: RegionValues, printed: Callable[[float], str], no_data: str) -> MapPicture:
    """The map, its legend in the words of the reader.

    Args:
        printed: a value with its unit; ``no_data``: the word for it in the legend.
    """
    known = {code: value for code, value in shown.values.items() if value is not None}
    steps = classes(list(known.values())) if known else []
    colours = STEPS[-len(steps) :] if len(steps) < len(STEPS) else STEPS
    fills = dict.fromkeys(shown.values, NO_DATA)
    for code, value in known.items():
        step = next(n for n, (low, high) in enumerate(steps) if low <= value <= high)
        fills[code] = colours[step]
    legend = [
        (colour, printed(low) if low == high else f"{printed(low)} – {printed(high)}")
        for (low, high), colour in zip(steps, colours, strict=True)
    ]
    if len(known) < len(shown.values):
        legend.append((NO_DATA, no_data))
    boundaries = boundaries_of(shown.countries)
    return MapPicture(
        title=shown.title,
        countries=shown.countries,
        fills=fills,
        titles={
            code: f"{shown.names.get(code, code)}: {no_data if value is None else printed(value)}"
            for code, value in shown.values.items()
        },
        wholes=wholes_on(shown.day),
        frame=tuple(
            point
            for country in shown.countries
            for ring in boundaries.of_country(country)
            for point in ring
        ),
        legend=tuple(legend),
        note=shown.note,
    )


def wholes_on(day: str) -> dict[str, str]:
    """Today's regions to the larger ones that they were parts of on a day."""
    found: dict[str, str] = {}
    for until, wholes in WHOLES_BEFORE:
        if day < until:
            found |= wholes
    return found
