"""Tests on the masses that courts name: where do they lie against the thresholds of their day?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from sholu.indicators.bunching import bunching
from sholu.indicators.bunching_cells import WINDOW, Stratum
from sholu.indicators.density import density_test
from sholu.indicators.integrity_masses import resolution_of
from sholu.indicators.integrity_question import Question
from sholu.verdicts.distance import ThresholdDistance

SUBJECT = "masses in court decisions"


def verdict_questions(distances: Sequence[ThresholdDistance]) -> Iterator[Question]:
    """Bunching by region over all thresholds, and both tests of masses for each of the whole.

    Only the preferred reading of a threshold, and masses weighed as the law weighs them.
    """
    usable = [one for one in distances if one.preferred and one.comparable and one.region]
    if not usable:
        return
    step = resolution_of(np.array([one.mass_g for one in usable if one.mass_g])) or 0.01
    period = f"{min(one.day for one in usable)}/{max(one.day for one in usable)}"
    places: defaultdict[str, list[ThresholdDistance]] = defaultdict(list)
    for one in usable:
        places[str(one.region)[:2]].append(one)
        if len(str(one.region)) > 2:
            places[str(one.region)].append(one)
    for place, found in sorted(places.items()):
        strata = _strata(found, step)
        pooled = bunching(list(strata.values()))
        subject = f"{SUBJECT}, all thresholds"
        yield Question("bunching", place, period, subject, pooled, _above(found))
        for (substance, limit), stratum in sorted(strata.items()) if len(place) == 2 else ():
            subject = f"{SUBJECT}, {substance}, threshold {limit:g} g"
            near = [one for one in found if (one.substance, one.limit_g) == (substance, limit)]
            yield Question("density", place, period, subject, density_test(stratum), _above(near))


def _above(distances: Sequence[ThresholdDistance]) -> tuple[str, ...]:
    """Spans of the masses just above a limit, the nearest first."""
    above = [one for one in distances if 0 < one.distance_g <= one.limit_g * WINDOW and one.span]
    above.sort(key=lambda one: (one.log_distance or 0.0, one.id))
    return tuple(dict.fromkeys(one.span for one in above if one.span))


def _strata(
    distances: Sequence[ThresholdDistance], step: float
) -> dict[tuple[str, float], Stratum]:
    """Masses above zero by substance and limit."""
    masses: defaultdict[tuple[str, float], list[float]] = defaultdict(list)
    limits: defaultdict[str, set[float]] = defaultdict(set)
    for one in distances:
        if one.limit_g > 0 and one.mass_g > 0:
            masses[one.substance, one.limit_g].append(one.mass_g)
            limits[one.substance].add(one.limit_g)
    return {
        (substance, limit): Stratum(
            np.array(found), limit, step, tuple(sorted(limits[substance] - {limit}))
        )
        for (substance, limit), found in masses.items()
    }
