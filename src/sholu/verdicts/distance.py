"""How far each mass lies from the limits of small, large and especially large of its day.

The data of the bunching test: where masses are pushed over or under a limit, they crowd on one side
of it. Whether they do is asked by `sholu.indicators`, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

from sholu.core.ids import identify
from sholu.evidence.model import Span
from sholu.verdicts.against_law import applies_to
from sholu.verdicts.model import FoundSubstance, Verdict
from sholu.verdicts.practice_persons import counted_persons, exact_day
from sholu.verdicts.practice_tables import article_label
from sholu.vocabulary.law import FORMS, Threshold
from sholu.vocabulary.law_register import Law

LIMITS: dict[str, str] = {
    "small_from": "small_from_g",
    "small_to": "small_to_g",
    "large_to": "large_to_g",
}
"""Limits of a reading: where small begins, where large begins (above ``small_to``), where
especially large begins (above ``large_to``)."""

_NUMBER = re.compile(r"\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?")
_SAME = 1e-9
_SCALES = (1.0, 1000.0, 0.001)
"""A mass may be printed in grams, kilograms or milligrams."""


@dataclass(frozen=True)
class ThresholdDistance:
    """One mass of one person against one limit of one reading of the thresholds.

    Attributes:
        id: stable as long as decision, mass and limit are the same.
        defendant: place in the decision, from 0; article: the gravest applied, ``296.3``.
        gross_or_net: as the decision says, else None.
        day: whose thresholds were used; day_basis: ``offence``, or ``decision`` where the day of
            the offence is not known.
        threshold: id of the reading: substance, form, reading and first day; limit: one of
            `LIMITS`; preferred: whether the register tries the reading first.
        distance_g: mass less limit, grams; log_distance: natural logarithm of mass over limit. Both
            positive above the limit; a mass of exactly the limit is at 0 and counts to the smaller
            size (for ``small_from`` to small).
        comparable: False if the law weighs the mixture and the decision gives the net mass only.
        at_nearest: whether no other limit of this reading is nearer (by logarithm).
        region, court, date: of the decision. span: id of the span that says the mass, None if no
            span shows its number.
    """

    id: str
    verdict: str
    document: str
    defendant: int
    article: str
    court: str | None
    region: str | None
    date: str | None
    day: str
    day_basis: str
    substance: str
    mass_g: float
    gross_or_net: str | None
    threshold: str
    reading: str
    form: str
    preferred: bool
    limit: str
    limit_g: float
    distance_g: float
    log_distance: float
    comparable: bool
    at_nearest: bool
    span: str | None


def threshold_distances(verdicts: Iterable[Verdict], law: Law) -> tuple[ThresholdDistance, ...]:
    """Each mass of each person, counted once for a case, against every limit known that day.

    Readings that disagree give rows of their own: filter by ``reading`` or ``preferred`` before
    counting, and by ``limit``.
    """
    found: list[ThresholdDistance] = []
    for person in counted_persons(verdicts, law):
        verdict = person.verdict
        offence, decided = exact_day(verdict.offence_date), exact_day(verdict.date)
        day = offence or decided
        if day is None or not applies_to(verdict):
            continue
        place = verdict.defendants.index(person.defendant)
        basis = "offence" if offence else "decision"
        for mass in person.defendant.substances:
            found += _rows(verdict, place, article_label(person), mass, (day, basis), law)
    return tuple(found)


def _rows(
    verdict: Verdict,
    place: int,
    article: str,
    mass: FoundSubstance,
    on: tuple[date, str],
    law: Law,
) -> Iterator[ThresholdDistance]:
    if mass.substance is None or not mass.mass_g or mass.mass_g <= 0:
        return
    day, basis = on
    span = _span_of(verdict.spans, mass.mass_g)
    for threshold in _thresholds(law, mass.substance, day):
        distances = dict(_distances(threshold, mass.mass_g))
        nearest = min(map(abs, distances.values()), default=None)
        for limit, apart in distances.items():
            limit_g = float(getattr(threshold, LIMITS[limit]))
            name = _threshold_id(threshold)
            yield ThresholdDistance(
                id=identify("distance", verdict.id, place, mass, name, limit),
                verdict=verdict.id,
                document=verdict.document,
                defendant=place,
                article=article,
                court=verdict.court,
                region=verdict.region,
                date=verdict.date,
                day=day.isoformat(),
                day_basis=basis,
                substance=mass.substance,
                mass_g=mass.mass_g,
                gross_or_net=mass.gross_or_net,
                threshold=name,
                reading=threshold.reading,
                form=threshold.form,
                preferred=threshold.preferred,
                limit=limit,
                limit_g=limit_g,
                distance_g=mass.mass_g - limit_g,
                log_distance=apart,
                comparable=not (threshold.weighed == "mixture" and mass.gross_or_net == "net"),
                at_nearest=abs(apart) == nearest,
                span=span,
            )


def _thresholds(law: Law, substance: str, day: date) -> Iterator[Threshold]:
    """Readings for the substance as such; for each form only where there is none as such."""
    plain = law.threshold(substance, day)
    yield from plain or (one for form in FORMS for one in law.threshold(substance, day, form))


def _distances(threshold: Threshold, mass_g: float) -> Iterator[tuple[str, float]]:
    """Limits that are known and above nothing, with ln(mass / limit)."""
    for limit, field in LIMITS.items():
        limit_g: float | None = getattr(threshold, field)
        if limit_g:
            yield limit, log(mass_g / limit_g)


def _threshold_id(threshold: Threshold) -> str:
    """``heroin/-/table of 2018/2015-01-01``."""
    parts = (threshold.substance, threshold.form or "-", threshold.reading, threshold.in_force_from)
    return "/".join(str(part) for part in parts)


def _span_of(spans: Iterable[Span], mass_g: float) -> str | None:
    """The shortest span whose words show the mass."""
    showing = [
        span
        for span in spans
        if any(abs(shown - mass_g) < _SAME * mass_g for shown in _masses_in(span.quote))
    ]
    return min(showing, key=lambda span: (span.end - span.start, span.id)).id if showing else None


def _masses_in(quote: str) -> Iterator[float]:
    """What the numbers of a quote may be in grams, also two of them: 2 kg 40 g, 2 g 40 mg."""
    numbers = [_value(match.group()) for match in _NUMBER.finditer(quote)]
    yield from (number * scale for number in numbers for scale in _SCALES)
    for one, other in pairwise(numbers):
        yield one * 1000 + other
        yield one + other / 1000


def _value(printed: str) -> float:
    return float(re.sub(r"[ \u00a0]", "", printed).replace(",", "."))
