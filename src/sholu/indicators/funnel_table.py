"""The funnel by region and year, out of series and the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.indicators.funnel import Step, leaks, step
from sholu.indicators.integrity_question import Question
from sholu.indicators.integrity_years import Key, YearValue
from sholu.indicators.model import Registration

STAGES = (
    ("offences_registered",),
    ("persons_suspected", "persons_detained"),
    ("persons_to_court", "cases_to_court"),
    ("persons_convicted",),
)
"""Indicators of each stage, the preferred first. Facts, persons and cases are never added."""


@dataclass(frozen=True)
class RoleCount:
    """Persons of the register by role; ``at_court``: whose registration went to court.

    A person met in two roles counts in both, so that roles are not added up either.
    """

    role: str
    persons: int
    at_court: int


@dataclass(frozen=True)
class FunnelRow:
    """The funnel of one region and year."""

    place: str
    year: str
    steps: tuple[Step, ...]
    roles: tuple[RoleCount, ...]


def funnel_rows(
    years: dict[Key, YearValue], registrations: Sequence[Registration]
) -> list[FunnelRow]:
    """One row for each place and year that has at least two stages, or roles in a register."""
    roles = _roles(registrations)
    keys = {(place, year) for indicator, place, year, _ in years if indicator in STAGES[0]}
    rows = []
    for place, year in sorted(keys | set(roles)):
        steps = _steps(years, place, year)
        known = sum(one.ratio is not None for one in steps)
        if known or roles.get((place, year)):
            rows.append(FunnelRow(place, year, steps, roles.get((place, year), ())))
    return rows


def _steps(years: dict[Key, YearValue], place: str, year: str) -> tuple[Step, ...]:
    stages = [_stage(years, names, place, year) for names in STAGES]
    return tuple(step(stages[at], stages[at + 1]) for at in range(len(stages) - 1))


def _stage(
    years: dict[Key, YearValue], names: tuple[str, ...], place: str, year: str
) -> tuple[str, str, float | None]:
    for name in names:
        found = years.get((name, place, year, None))
        if found is not None and found.value == round(found.value):
            return name, found.unit, found.value
    return names[0], "", None


def _roles(registrations: Sequence[Registration]) -> dict[tuple[str, str], tuple[RoleCount, ...]]:
    """Different persons by role; registrations without a person can't be counted as persons."""
    persons: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    court: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in registrations:
        if one.place and one.date and one.role and one.person:
            key = (one.place, one.date[:4], one.role)
            persons[key].add(one.person)
            if one.outcome == "court":
                court[key].add(one.person)
    found: defaultdict[tuple[str, str], list[RoleCount]] = defaultdict(list)
    for place, year, role in sorted(persons):
        key = (place, year, role)
        found[place, year].append(RoleCount(role, len(persons[key]), len(court[key])))
    return {key: tuple(counts) for key, counts in found.items()}


def funnel_questions(rows: Sequence[FunnelRow], years: dict[Key, YearValue]) -> Iterator[Question]:
    """Ask where a region loses more, or less, than the others of its country in the last year."""
    last = max((row.year for row in rows), default="")
    regions = [row for row in rows if row.year == last and len(row.place) > 2]
    for at in range(len(STAGES) - 1):
        pairs: defaultdict[tuple[str, str, str], list[tuple[FunnelRow, Step]]] = defaultdict(list)
        for row in regions:
            if row.steps and row.steps[at].ratio is not None:
                found = row.steps[at]
                pairs[row.place[:2], found.earlier, found.later].append((row, found))
        for (_, earlier, later), members in pairs.items():
            answers = leaks(
                [one.earlier_count or 0 for _, one in members],
                [one.later_count or 0 for _, one in members],
                [row.place for row, _ in members],
            )
            for (row, _), answer in zip(members, answers, strict=True):
                stages = [years[name, row.place, last, None] for name in (earlier, later)]
                evidence = tuple(span for stage in stages for span in stage.spans if span)
                subject = f"{earlier} → {later}"
                yield Question("funnel_leak", row.place, last, subject, answer, evidence)
