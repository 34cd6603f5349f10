"""A panel out of the series of an observatory: regions, some of them under a measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sholu.core.period import parse_partial_date
from sholu.indicators.model import Series
from sholu.policy.measure import Measure
from sholu.policy.model import Check, PolicyError
from sholu.policy.panel import NEVER, Rows


@dataclass(frozen=True, eq=False)
class Outcome:
    """What of the series went into a panel.

    Attributes:
        rows: places as units.
        breaks: indices of periods in which a definition changes for the treated.
        notes: what was left out, and what the reader must know before any design.
    """

    rows: Rows
    breaks: tuple[int, ...]
    notes: tuple[Check, ...]


def panel_of_series(
    measure: Measure, series: Sequence[Series], countries: Mapping[str, str | None]
) -> Outcome:
    """Choose one series for each place, and the periods that all of them have.

    Regions are taken if some are under the measure and some are not; where all are, the country's
    own series is judged by itself.

    Args:
        measure: whose places are treated from its first day on.
        series: of one indicator, in any places.
        countries: country of each place in the series.

    Raises:
        PolicyError: if there is no series, too few periods, or a break of definition at the start.
    """
    own = {p.split("-")[0] for p in measure.places}
    near = [one for one in series if (countries.get(one.place) or one.place) in own]
    if not near:
        raise PolicyError(
            f"There is no series of this indicator in {', '.join(measure.places)}.",
            "'sholu series list' shows what there is.",
        )
    chosen = _one_for_each_place(near)
    treated = {place for place in chosen if _is_under(place, measure)}
    if not treated:
        raise PolicyError(f"No place under {measure.code} has a series of this indicator.")
    regions = {place for place in chosen if "-" in place}
    kept = regions if treated & regions and regions - treated else _country_first(treated)
    picked = {place: chosen[place] for place in sorted(kept)}
    return _lay_out(measure, picked, treated & kept)


def history_of_series(series: Sequence[Series]) -> Rows:
    """The past of regions that a pilot is tried on, from the last break of definition on.

    Raises:
        PolicyError: if there are no regions, or fewer than two periods in common.
    """
    chosen = {place: one for place, one in _one_for_each_place(series).items() if "-" in place}
    if not chosen:
        raise PolicyError("No region has a series of this indicator.")
    last_break = max((b.day for one in chosen.values() for b in one.breaks), default="")
    values = _values_by_period(chosen)
    everywhere = set.intersection(*(set(found) for found in values.values()))
    periods = tuple(
        sorted(p for p in everywhere if str(parse_partial_date(p).first_day()) >= last_break)
    )
    if len(periods) < 2:
        raise PolicyError("The series have fewer than two periods in common since a break.")
    return _rows_of(values, periods, dict.fromkeys(chosen, NEVER))


def _values_by_period(picked: Mapping[str, Series]) -> dict[str, dict[str, float]]:
    """Known values of each place by period."""
    return {
        place: {one.period: one.value for one in series.observations if one.value is not None}
        for place, series in picked.items()
    }


def _rows_of(
    values: Mapping[str, Mapping[str, float]],
    periods: tuple[str, ...],
    first_treated: Mapping[str, float],
) -> Rows:
    """Places by periods as long data."""
    places = tuple(sorted(values))
    return Rows(
        units=places,
        periods=periods,
        times=np.arange(len(periods), dtype=np.float64),
        unit_of=np.repeat(np.arange(len(places)), len(periods)),
        period_of=np.tile(np.arange(len(periods)), len(places)),
        outcome=np.array([values[p][period] for p in places for period in periods]),
        first_treated=np.array([first_treated[p] for p in places]),
        covariates={},
    )


def _is_under(place: str, measure: Measure) -> bool:
    """Whether the measure holds in a place, by itself or by its country."""
    return place in measure.places or place.split("-")[0] in measure.places


def _country_first(treated: set[str]) -> set[str]:
    """The country alone if it has a series, else all its regions."""
    countries = {place for place in treated if "-" not in place}
    return countries or treated


def _one_for_each_place(series: Sequence[Series]) -> dict[str, Series]:
    """Of the most frequent kind (unit, length, scope) the longest series of each place."""
    kinds = Counter(
        (one.frequency, one.unit, one.substance, one.scope)
        for one in series
        for _ in one.observations
        if one.frequency in ("month", "quarter", "year", "week")
    )
    if not kinds:
        raise PolicyError("No series has months, quarters or years; nothing can be followed.")
    kind = kinds.most_common(1)[0][0]
    found: dict[str, Series] = {}
    for one in series:
        same = (one.frequency, one.unit, one.substance, one.scope) == kind
        longest = found.get(one.place)
        if same and (longest is None or len(one.observations) > len(longest.observations)):
            found[one.place] = one
    return found


def _lay_out(measure: Measure, picked: Mapping[str, Series], treated: set[str]) -> Outcome:
    """Rows of the periods that all places have a value for."""
    values = _values_by_period(picked)
    everywhere = set.intersection(*(set(found) for found in values.values()))
    periods = tuple(sorted(everywhere))
    left_out = len(set.union(*(set(found) for found in values.values())) - everywhere)
    if len(periods) < 2:
        raise PolicyError("The series have fewer than two periods in common.")
    first_day = str(parse_partial_date(measure.in_force).first_day())
    days = [str(parse_partial_date(period).first_day()) for period in periods]
    start = sum(day < first_day for day in days)
    breaks = _breaks(picked, treated, days)
    if {start, start - 1} & set(breaks):
        raise PolicyError(
            f"The definition of what is counted changes when {measure.code} starts "
            f"({first_day}): no method can tell the two apart.",
            "Use an indicator whose definition stays ('sholu series breaks' lists them).",
        )
    places = tuple(picked)
    return Outcome(
        rows=_rows_of(
            values, periods, {p: float(start) if p in treated else NEVER for p in places}
        ),
        breaks=breaks,
        notes=_notes(measure, places, left_out),
    )


def _breaks(
    picked: Mapping[str, Series], treated: set[str], days: Sequence[str]
) -> tuple[int, ...]:
    """Indices of the first periods after each break of a treated place's series."""
    found = {one.day for place in treated for one in picked[place].breaks}
    inside = {sum(day < broken for day in days) for broken in found}
    return tuple(sorted(index for index in inside if 0 < index < len(days)))


def _notes(measure: Measure, places: Sequence[str], left_out: int) -> tuple[Check, ...]:
    """What the reader must know whatever the design says."""
    notes = []
    if left_out:
        notes.append(
            Check(
                "periods_left_out",
                "information",
                f"{left_out} periods are left out, since not all of {len(places)} places have a "
                "value in them.",
            )
        )
    if measure.note:
        notes.append(Check("measure", "information", measure.note))
    if measure.announced:
        notes.append(
            Check(
                "announced",
                "information",
                f"It was announced on {measure.announced}: what people did between then and "
                f"{measure.in_force} lies before the start.",
            )
        )
    return tuple(notes)
