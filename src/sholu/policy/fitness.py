"""Is an indicator fit to measure success by?

Five questions, each answered by a rule with its evidence: is it what the measure wants to change
(relevant), can a change be laid to the measure (attributable), can those who are judged make it
(gameable; Campbell 1979), does it come in time (timely), and does it move more than its own noise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
import yaml

from sholu.policy.measure import Measure
from sholu.policy.model import Check, Status
from sholu.policy.panel import Matrix, season_of

QUESTIONS: tuple[str, ...] = ("relevant", "attributable", "gameable", "timely", "moves")

LATE_DAYS = {12: 92, 4: 183, 1: 548}
"""Days after a period's end, by periods in a year, after which a figure is late for steering: a
quarter for months, half a year for quarters, a year and a half for years; our convention."""

DETECTABLE_SHARE = 0.25
"""Smallest effect, as a share of the mean, that an indicator should be able to show: effects of
drug policy above a quarter are rare in the published evaluations; our convention."""


@dataclass(frozen=True)
class Producers:
    """Who counts an indicator and whom it judges."""

    counted_by: tuple[str, ...]
    judged: tuple[str, ...]
    driven_by: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """What is known of an indicator in an observatory.

    Attributes:
        code: of the indicator.
        cannot_show: out of the catalogue.
        standard: who defined it; None for our own.
        producers: None if nobody wrote down who counts it.
        measure: the one that it is to judge, or None.
        periods: names of the periods in common of the regions; ``values`` (N, T) of them.
        lags_days: from the end of a period to the first publication of its figure.
        differing: share of observations on which sources differ.
    """

    code: str
    cannot_show: str
    standard: str | None
    producers: Producers | None
    measure: Measure | None
    periods: tuple[str, ...]
    values: Matrix
    lags_days: tuple[int, ...]
    differing: float


@dataclass(frozen=True)
class Fitness:
    """The five answers: ``passed`` speaks for the indicator, ``failed`` against it."""

    indicator: str
    checks: tuple[Check, ...]

    @property
    def verdict(self) -> str:
        """One sentence beside every effect."""
        failed = [check.name for check in self.checks if check.status == "failed"]
        unknown = [check.name for check in self.checks if check.status == "information"]
        said = f"{self.indicator} as a measure of success: "
        said += f"against it speaks {', '.join(failed)}" if failed else "nothing speaks against it"
        return said + (f"; not known: {', '.join(unknown)}." if unknown else ".")


def load_producers() -> Mapping[str, Producers]:
    """Who counts what, by code of the indicator."""
    text = resources.files("sholu.policy").joinpath("fitness.yaml").read_text(encoding="utf-8")
    return {
        code: Producers(tuple(row["counted_by"]), tuple(row["judged"]), tuple(row["driven_by"]))
        for row in yaml.safe_load(text)
        for code in row["indicators"]
    }


def judge_fitness(facts: Facts) -> Fitness:
    """Ask the five questions."""
    return Fitness(
        facts.code,
        (_relevant(facts), _attributable(facts), _gameable(facts), _timely(facts), _moves(facts)),
    )


def _relevant(facts: Facts) -> Check:
    """Did anybody say beforehand that the measure should move it?"""
    if facts.measure is None:
        return Check("relevant", "information", f"It can't show: {facts.cannot_show}")
    expected = [one for one in facts.measure.expected if one.indicator == facts.code]
    if not expected:
        return Check(
            "relevant",
            "failed",
            f"The register expects nothing of {facts.code} from {facts.measure.code}. It can't "
            f"show: {facts.cannot_show}",
        )
    first = expected[0]
    return Check(
        "relevant",
        "passed",
        f"{facts.measure.code} should move it: {first.sign}"
        + (f" ({first.why})" if first.why else "")
        + f". It can't show: {facts.cannot_show}",
    )


def _attributable(facts: Facts) -> Check:
    """What else moves it, and is there anybody to compare with?"""
    causes = list(facts.producers.driven_by) if facts.producers else []
    sentence = f"It is moved by {', '.join(causes)} as well. " if causes else ""
    if facts.measure is None or facts.values.size == 0:
        return Check(
            "attributable", "information", sentence + "No measure, or no series, to look at."
        )
    national = any("-" not in place for place in facts.measure.places)
    alone = national or facts.values.shape[0] < 2
    return Check(
        "attributable",
        "failed" if alone else "passed",
        sentence
        + (
            "The measure holds everywhere at once: no region is left to compare with."
            if alone
            else f"{facts.values.shape[0]} regions have series, some without the measure."
        ),
    )


def _gameable(facts: Facts) -> Check:
    """Are those who count it those whom it judges?"""
    if facts.producers is None:
        return Check(
            "gameable", "information", "Nobody wrote down who counts it and whom it judges."
        )
    both = sorted(set(facts.producers.counted_by) & set(facts.producers.judged))
    counted = ", ".join(facts.producers.counted_by)
    if both:
        return Check(
            "gameable",
            "failed",
            f"It is counted by {counted}, and a change is read as the work of {', '.join(both)}: "
            "who is judged by a number can make it.",
        )
    return Check("gameable", "passed", f"It is counted by {counted}, who are not judged by it.")


def _timely(facts: Facts) -> Check:
    """How long after a period does its figure come?"""
    if not facts.lags_days:
        return Check(
            "timely", "information", "No document says when it was published, so no lag is known."
        )
    middle = int(np.median(facts.lags_days))
    limit = LATE_DAYS[season_of(facts.periods)]
    late: Status = "failed" if middle > limit else "passed"
    return Check(
        "timely",
        late,
        f"Half of the figures came within {middle} days of the end of their period; later than "
        f"{limit} is too late to steer by.",
    )


def _moves(facts: Facts) -> Check:
    """What could a comparison of half the regions over a year find, beside the mean?"""
    units, periods = facts.values.shape if facts.values.size else (0, 0)
    year = season_of(facts.periods) if periods else 1
    if units < 4 or periods < 2 * year:
        return Check("moves", "information", "Too few regions or periods to know its noise.")
    changes = facts.values[:, -year:].mean(axis=1) - facts.values[:, -2 * year : -year].mean(axis=1)
    half = units // 2
    noise = float(changes.std(ddof=1)) * (1 / half + 1 / (units - half)) ** 0.5
    from scipy.stats import t as student

    smallest = (float(student.ppf(0.975, units - 2)) + 0.841621) * noise
    mean = abs(float(facts.values[:, -2 * year :].mean()))
    share = smallest / mean if mean > 0 else float("inf")
    sentence = (
        f"From one year to the next regions change by {changes.std(ddof=1):.3g} more or less; half "
        f"of {units} regions against the others over a year could find {smallest:.3g}, "
        f"{share:.0%} of its mean."
    )
    if facts.differing:
        sentence += f" Sources differ on {facts.differing:.0%} of its figures."
    return Check("moves", "passed" if share <= DETECTABLE_SHARE else "failed", sentence)


def fitness_rows(found: Sequence[Fitness]) -> list[dict[str, str]]:
    """One row for each indicator and question, for listings."""
    return [
        {
            "indicator": one.indicator,
            "question": check.name,
            "status": check.status,
            "sentence": check.sentence,
        }
        for one in found
        for check in one.checks
    ]
