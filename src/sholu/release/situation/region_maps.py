"""An indicator by region for the map of an answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sholu.release.situation.key_figures import Setting, figures_of
from sholu.release.situation.known_figures import KnownFigures
from sholu.release.situation.model import KeyFigure, Question, RegionMap

RATE_PER = 100_000
"""People, as health and crime statistics have it."""


def map_regions(
    known: KnownFigures,
    setting: Setting,
    question: Question,
    figures: Mapping[str, Sequence[KeyFigure]],
    people: Mapping[str, float],
) -> RegionMap | None:
    """The question's indicator by region: as a rate where it is a count and people are known.

    Args:
        people: region to its population.
    """
    code = question.map
    if code is None or code not in figures or not setting.regions:
        return None
    substance, scope = figures[code][0].substance, figures[code][0].scope
    found: dict[str, KeyFigure] = {}
    for region in setting.regions:
        here = known.of_place(code, region)
        wanted = [one for one in here if (one.substance, one.scope) == (substance, scope)]
        figure = next(iter(figures_of(wanted, replace(setting, place=region, regions=()))), None)
        if figure is not None and figure.whole:
            found[region] = figure
    if len(found) < 2:
        return None
    rate = all(figure.countable and region in people for region, figure in found.items())
    return RegionMap(
        indicator=code,
        substance=substance,
        unit=next(iter(found.values())).unit,
        per=RATE_PER if rate else None,
        values=tuple(
            (region, _mapped(found.get(region), people.get(region) if rate else None))
            for region in setting.regions
        ),
        figures=tuple(found.values()),
    )


def _mapped(figure: KeyFigure | None, people: float | None) -> float | None:
    if figure is None:
        return None
    return figure.value if people is None else RATE_PER * figure.value / people
