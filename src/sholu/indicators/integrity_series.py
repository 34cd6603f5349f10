"""Every test on series: counts by month, sums, revisions, detections beside users."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sholu.indicators.breaks import crossing
from sholu.indicators.heaping import heaping_of_counts
from sholu.indicators.integrity_moving_apart import moving_apart
from sholu.indicators.integrity_question import Question, spans_behind, subject_of
from sholu.indicators.integrity_year_to_date import silent_revisions, year_to_date_falls
from sholu.indicators.model import Observation, Series
from sholu.vocabulary.model import Vocabulary

COUNTED = (
    "offences_registered", "cases_opened", "offences_possession", "offences_sale",
    "persons_detained", "persons_suspected", "seizure_count", "registered_new",
)  # fmt: skip
"""Counts that an agency makes itself: on these, round numbers are no matter of estimates."""

DETECTIONS = "offences_registered"
USERS = "registered_users"


def series_questions(series: Sequence[Series], vocabulary: Vocabulary) -> Iterator[Question]:
    """Every test on series; each is asked for each place that has the figures."""
    yield from year_to_date_falls(series, vocabulary)
    yield from silent_revisions(series)
    for one in series:
        if one.indicator in COUNTED and one.frequency == "month" and not one.scope:
            yield _heaping(one)
    yield from _moving_apart(series, vocabulary)


def _heaping(series: Series) -> Question:
    counted = [
        one
        for one in series.observations
        if one.value is not None and one.value_high is None and one.value == round(one.value)
    ]
    values = [one.value for one in counted if one.value is not None]
    round_ones = [one for one in counted if one.value is not None and one.value % 5 == 0]
    span = f"{series.observations[0].first_day}/{series.observations[-1].last_day}"
    answer = heaping_of_counts(values)
    subject = subject_of(series.observations[0])
    evidence = spans_behind(round_ones)
    return Question("heaping_counts", series.place, span, subject, answer, evidence)


def _moving_apart(series: Sequence[Series], vocabulary: Vocabulary) -> Iterator[Question]:
    """Detections beside users by place, in the shortest periods that both have."""
    found: defaultdict[str, dict[tuple[str, str], Series]] = defaultdict(dict)
    for one in series:
        if one.indicator in (DETECTIONS, USERS) and not one.scope and one.substance is None:
            found[one.place][one.indicator, one.frequency] = one
    for place in sorted(found):
        for frequency in ("month", "quarter", "year"):
            pair = (found[place].get((DETECTIONS, frequency)), found[place].get((USERS, frequency)))
            if pair[0] is not None and pair[1] is not None:
                yield _pair(place, pair[0], pair[1], vocabulary)
                break


def _pair(place: str, detections: Series, users: Series, vocabulary: Vocabulary) -> Question:
    """Values of both on common periods; a gap where a period is missing or a break lies between."""
    second = {one.first_day: one for one in users.observations}
    common = [one for one in detections.observations if one.first_day in second]
    values: tuple[list[float], list[float]] = ([], [])
    before: Observation | None = None
    for one in common:
        other = second[one.first_day]
        if before is not None and (
            crossing(vocabulary, before, one)
            or crossing(vocabulary, second[before.first_day], other)
            or _months_between(before, one) != _months_of(one)
        ):
            for side in values:
                side.append(math.nan)
        values[0].append(math.nan if one.value is None else one.value)
        values[1].append(math.nan if other.value is None else other.value)
        before = one
    period = f"{common[0].first_day}/{common[-1].last_day}" if common else ""
    answer = moving_apart(*values)
    evidence = spans_behind([*common, *(second[one.first_day] for one in common)])
    subject = f"{DETECTIONS} beside {USERS}"
    return Question("moving_apart", place, period, subject, answer, evidence)


def _months_between(earlier: Observation, later: Observation) -> int:
    return _month_number(later.first_day) - _month_number(earlier.first_day)


def _months_of(one: Observation) -> int:
    return _month_number(one.last_day) - _month_number(one.first_day) + 1


def _month_number(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
