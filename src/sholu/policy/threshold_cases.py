"""Masses beside the limits of their day, out of court decisions and registers of offences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log

from sholu.indicators.integrity_register import day_of
from sholu.indicators.model import Registration
from sholu.policy.threshold import LIMITS, Weighed
from sholu.verdicts.distance import LIMITS as FIELDS
from sholu.verdicts.distance import ThresholdDistance
from sholu.verdicts.model import Defendant, Verdict
from sholu.vocabulary.law_register import Law

COURT_OUTCOMES: Mapping[str, str] = {
    "imprisonment": "the share with imprisonment that is not suspended",
    "months": "the mean months of imprisonment, 0 without",
    "convicted": "the share convicted",
}
"""What can be asked of court decisions; any other outcome is one of a register's categories."""

_PRISON = frozenset({"imprisonment", "life_imprisonment"})


@dataclass(frozen=True)
class Cases:
    """What can be judged, and how many rows can't.

    Attributes:
        left_out: reasons with how many rows each left out.
    """

    weighed: tuple[Weighed, ...]
    left_out: Mapping[str, int]


def cases_of_courts(
    distances: Iterable[ThresholdDistance],
    verdicts: Iterable[Verdict],
    limit: str,
    substance: str,
    outcome: str,
) -> Cases:
    """One row for each person of a decision: the mass that lies furthest above its limit.

    Only the preferred reading of a threshold, masses weighed as the law weighs them, and limits
    with no other nearer.

    Args:
        limit: one of `LIMITS`; substance: code, empty for all.
        outcome: one of `COURT_OUTCOMES`.
    """
    known = {one.id: one for one in verdicts}
    left_out = {"not weighed as the law weighs": 0, "outcome not known": 0}
    furthest: dict[tuple[str, int], ThresholdDistance] = {}
    for one in distances:
        if not (one.preferred and one.at_nearest and one.limit == limit):
            continue
        if substance and one.substance != substance:
            continue
        if not one.comparable:
            left_out["not weighed as the law weighs"] += 1
            continue
        key = (one.verdict, one.defendant)
        held = furthest.get(key)
        if held is None or one.log_distance > held.log_distance:
            furthest[key] = one
    weighed = []
    for (verdict, place), one in furthest.items():
        value = _court_outcome(known[verdict].defendants[place], outcome)
        if value is None:
            left_out["outcome not known"] += 1
        else:
            weighed.append(Weighed(one.substance, one.mass_g, one.limit_g, value))
    return Cases(tuple(weighed), left_out)


def _court_outcome(defendant: Defendant, outcome: str) -> float | None:
    """What the court decided as a number; None if it is not known, or can't be one."""
    if defendant.decision is None:
        return None
    if outcome == "convicted":
        return float(defendant.decision == "convicted")
    served = [one for one in defendant.sanctions if one.kind in _PRISON and not one.conditional]
    if outcome == "imprisonment":
        return float(bool(served))
    months = [one.months for one in served]
    return None if None in months else float(max((m for m in months if m is not None), default=0))


def cases_of_register(
    registrations: Iterable[Registration], law: Law, limit: str, substance: str, outcome: str
) -> Cases:
    """One row for each registration with a mass, a day and an outcome.

    Args:
        limit: one of `LIMITS`; substance: code, empty for all.
        outcome: a category of the register: 1 if the registration ended so, else 0.
    """
    left_out = {"without mass or day": 0, "outcome not known": 0, "no limit known": 0}
    weighed = []
    for one in registrations:
        if substance and one.substance != substance:
            continue
        day = day_of(one)
        if day is None or not one.substance or not one.mass_g:
            left_out["without mass or day"] += 1
            continue
        nearest = _nearest_limit(law, one.substance, one.mass_g, day)
        if nearest is None:
            left_out["no limit known"] += 1
        elif nearest[0] == limit and one.outcome is None:
            left_out["outcome not known"] += 1
        elif nearest[0] == limit:
            value = float(one.outcome == outcome)
            weighed.append(Weighed(one.substance, one.mass_g, nearest[1], value))
    return Cases(tuple(weighed), left_out)


def _nearest_limit(law: Law, substance: str, mass_g: float, day: date) -> tuple[str, float] | None:
    """The limit in force that day which is nearest by logarithm, in the preferred reading."""
    readings = law.threshold(substance, day)
    if not readings:
        return None
    limits = {name: getattr(readings[0], FIELDS[name]) for name in LIMITS}
    known = {name: float(grams) for name, grams in limits.items() if grams}
    if not known:
        return None
    name = min(known, key=lambda one: abs(log(mass_g / known[one])))
    return name, known[name]
