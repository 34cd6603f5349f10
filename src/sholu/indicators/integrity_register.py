"""Every test on a register of offences, by region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from sholu.indicators.bunching import bunching
from sholu.indicators.bunching_cells import Stratum
from sholu.indicators.density import METHOD as DENSITY_METHOD
from sholu.indicators.density import density_test
from sholu.indicators.digits import first_digits, second_digits
from sholu.indicators.heaping import heaping_of_masses
from sholu.indicators.integrity_answer import FloatArray, IntegrityAnswer, cannot_say
from sholu.indicators.integrity_masses import resolution_of
from sholu.indicators.integrity_question import Question
from sholu.indicators.integrity_rows import (
    DatedRow,
    rows_above,
    rows_bundled,
    rows_on_last_days,
    rows_round,
    rows_with_digit,
    spans_of,
)
from sholu.indicators.model import Registration
from sholu.indicators.period_end import PERIODS, period_end
from sholu.indicators.splitting import splitting

Thresholds = Callable[[str, date], tuple[float, ...]]
"""The masses in grams at which a size of a substance ends, by the law of a day; () if unknown."""


@dataclass(frozen=True)
class _Test:
    """A test of a region, which figures it is about, and the rows to begin with."""

    subject: str
    answer: IntegrityAnswer
    rows: Sequence[DatedRow]


def register_questions(
    registrations: Sequence[Registration], thresholds: Thresholds, holidays: Collection[date]
) -> Iterator[Question]:
    """Every test for every region, and for the whole what a region is too small for.

    Registrations without a day or a place take no part.
    """
    dated = [DatedRow(one, day) for one in registrations if (day := day_of(one)) and one.place]
    if not dated:
        return
    first, last = min(one.day for one in dated), max(one.day for one in dated)
    step = resolution_of(masses_of(dated)) or 0.01
    regions: defaultdict[str, list[DatedRow]] = defaultdict(list)
    for one in dated:
        regions[str(one.row.place)].append(one)
    countries = {place[:2] for place in regions}
    for country in sorted(countries):
        within = [one for one in dated if str(one.row.place)[:2] == country]
        yield from _national(country, within, thresholds, step, (first, last), holidays)
    for place in sorted(set(regions) - countries):
        yield from _regional(place, regions[place], thresholds, step, (first, last), holidays)


def day_of(registration: Registration) -> date | None:
    """The day, where it is known to the day."""
    text = registration.date or ""
    return date.fromisoformat(text) if len(text) == 10 else None


def masses_of(rows: Sequence[DatedRow]) -> FloatArray:
    """Masses above zero, in grams."""
    return np.array([one.row.mass_g for one in rows if one.row.mass_g], dtype=float)


def _national(
    place: str,
    rows: Sequence[DatedRow],
    thresholds: Thresholds,
    step: float,
    span: tuple[date, date],
    holidays: Collection[date],
) -> Iterator[Question]:
    """Each threshold by itself: the whole has masses enough."""
    period = _period(span)
    for (substance, threshold), stratum in sorted(strata_of(rows, thresholds, step).items()):
        subject = f"{substance}, threshold {threshold:g} g"
        evidence = spans_of(rows_above(rows, [(substance, threshold)]))
        yield Question("bunching", place, period, subject, bunching([stratum]), evidence)
        yield Question("density", place, period, subject, density_test(stratum), evidence)
    for test, made in _last_days(rows, span, holidays).items():
        yield Question(test, place, period, made.subject, made.answer, spans_of(made.rows))


def _regional(
    place: str,
    rows: Sequence[DatedRow],
    thresholds: Thresholds,
    step: float,
    span: tuple[date, date],
    holidays: Collection[date],
) -> Iterator[Question]:
    period = _period(span)
    strata = strata_of(rows, thresholds, step)
    masses = masses_of(rows)
    tests = {
        "bunching": _Test(
            "masses, all thresholds",
            bunching(list(strata.values())),
            rows_above(rows, list(strata)),
        ),
        "density": _densest(rows, strata),
        "heaping_masses": _Test("masses", heaping_of_masses(masses, step), rows_round(rows, step)),
        "first_digits": _Test("masses", first_digits(masses), rows_with_digit(rows, 1)),
        "second_digits": _Test(
            "masses", second_digits(masses, step=step), rows_with_digit(rows, 2)
        ),
        **_last_days(rows, span, holidays),
        **_splittings(rows),
    }
    for test, made in tests.items():
        yield Question(test, place, period, made.subject, made.answer, spans_of(made.rows))


def _last_days(
    rows: Sequence[DatedRow], span: tuple[date, date], holidays: Collection[date]
) -> dict[str, _Test]:
    days = [one.day for one in rows]
    return {
        f"{name}_end": _Test(
            "registrations by day",
            period_end(days, name, *span, holidays),
            rows_on_last_days(rows, name),
        )
        for name in PERIODS
    }


def _period(span: tuple[date, date]) -> str:
    return f"{span[0]}/{span[1]}"


def strata_of(
    rows: Sequence[DatedRow], thresholds: Thresholds, step: float
) -> dict[tuple[str, float], Stratum]:
    """Masses by substance and threshold of their day."""
    masses: defaultdict[tuple[str, tuple[float, ...]], list[float]] = defaultdict(list)
    for one in rows:
        if one.row.substance and one.row.mass_g:
            limits = thresholds(one.row.substance, one.day)
            masses[one.row.substance, limits].append(one.row.mass_g)
    strata: dict[tuple[str, float], Stratum] = {}
    for (substance, limits), found in masses.items():
        for limit in limits:
            others = tuple(one for one in limits if one != limit)
            before = strata.get((substance, limit))
            here = np.array(found) if before is None else np.append(before.masses_g, found)
            strata[substance, limit] = Stratum(here, limit, step, others)
    return strata


def _densest(rows: Sequence[DatedRow], strata: dict[tuple[str, float], Stratum]) -> _Test:
    """The density test at the threshold that most masses lie near to."""
    if not strata:
        reason = "no threshold of the law is known for these substances and days"
        return _Test("masses", cannot_say(0, DENSITY_METHOD, reason), ())
    substance, threshold = max(strata, key=lambda key: (_near(strata[key]), key))
    answer = density_test(strata[substance, threshold])
    above = rows_above(rows, [(substance, threshold)])
    return _Test(f"{substance}, threshold {threshold:g} g", answer, above)


def _near(stratum: Stratum) -> int:
    """Masses on the side of the threshold where there are fewer."""
    ratio = stratum.masses_g / stratum.threshold_g
    if stratum.threshold_g < 20 * stratum.step_g:
        return -1
    return min(int(((ratio > 0.5) & (ratio < 1)).sum()), int(((ratio > 1) & (ratio < 2)).sum()))


def _splittings(rows: Sequence[DatedRow]) -> dict[str, _Test]:
    persons = [one for one in rows if one.row.person and one.row.unit]
    officers = [one for one in rows if one.row.officers and one.row.unit]
    bought = [one for one in persons if one.row.detection == "test_purchase"]
    return {
        "splitting_person": _split(
            persons,
            [one.row.person for one in persons],
            [_month(one) for one in persons],
            [one.row.unit for one in persons],
            ("registrations by person", "one person in one month of a unit"),
        ),
        "splitting_officers": _split(
            officers,
            [one.row.officers for one in officers],
            [_week(one) for one in officers],
            [_month(one) for one in officers],
            ("registrations by pair of officers", "the same officers in one week"),
        ),
        "splitting_week": _split(
            bought,
            [one.row.person for one in bought],
            [_week(one) for one in bought],
            [one.row.unit for one in bought],
            (
                "test purchases by person",
                "one person in one week of a unit's test purchases",
            ),
        ),
    }


def _month(one: DatedRow) -> Hashable:
    return one.row.unit, one.day.year, one.day.month


def _week(one: DatedRow) -> Hashable:
    return one.row.unit, *one.day.isocalendar()[:2]


def _split(
    rows: Sequence[DatedRow],
    labels: Sequence[Hashable],
    groups: Sequence[Hashable],
    strata: Sequence[Hashable],
    words: tuple[str, str],
) -> _Test:
    """The test with the rows of its bundles; ``words``: subject, and what a bundle shares."""
    subject, what = words
    bundles = list(zip(labels, groups, strict=True))
    return _Test(subject, splitting(labels, groups, strata, what), rows_bundled(rows, bundles))
