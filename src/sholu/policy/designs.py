"""The list of designs, and which of them data allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sholu.policy.before_start import regression_check
from sholu.policy.callaway_santanna import callaway_santanna
from sholu.policy.controls import Predictor
from sholu.policy.discontinuity import discontinuity
from sholu.policy.interrupted_time_series import Interruption, interrupted_time_series
from sholu.policy.model import Check, Effect, PolicyError, Refusal
from sholu.policy.panel import Rows, balance, is_calendar, missing_between, season_of
from sholu.policy.synthetic_control import augmented_control, outcome_control, synthetic_control
from sholu.policy.synthetic_did import synthetic_did
from sholu.policy.two_way_fixed_effects import two_way_fixed_effects


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked of a panel.

    Attributes:
        rows: the data.
        outcome: name of the outcome's column.
        predictors: of the synthetic control.
        breaks: indices of periods in which a definition changes for the treated.
        label: the outcome's name and unit to print; its column where it is empty.
    """

    rows: Rows
    outcome: str
    predictors: tuple[Predictor, ...] = ()
    breaks: tuple[int, ...] = ()
    label: str = ""


def _its(question: Question) -> Effect:
    """The mean of the treated beside the mean of the others, if there are any."""
    panel = balance(question.rows)
    treated = panel.outcome[panel.treated].mean(axis=0)
    others = panel.comparison
    comparison = panel.outcome[others].mean(axis=0) if others.size else None
    return interrupted_time_series(
        Interruption(
            panel.periods, treated, panel.start(), season_of(panel.periods), comparison=comparison
        )
    )


def _rd(question: Question) -> Effect:
    """Time, age or mass as the running variable of one series."""
    rows = question.rows
    if len(rows.units) != 1:
        raise PolicyError(
            "A discontinuity in time is looked for in one series; these are several units.",
            "Leave --unit out, or cut the file to the treated unit.",
        )
    order = np.argsort(rows.period_of, kind="stable")
    periods = rows.period_of[order]
    return discontinuity(
        rows.times[periods],
        rows.outcome[order],
        float(rows.first_treated[0]),
        tuple(rows.periods[i] for i in periods),
        in_time=rows.one_row_each and is_calendar(rows.periods),
    )


DESIGNS: Mapping[str, Callable[[Question], Effect]] = {
    "its": _its,
    "did": lambda q: two_way_fixed_effects(q.rows),
    "cs": lambda q: callaway_santanna(balance(q.rows), q.outcome),
    "sc": lambda q: synthetic_control(balance(q.rows), q.outcome, q.predictors),
    "sc-outcome": lambda q: outcome_control(balance(q.rows), q.outcome),
    "sc-augmented": lambda q: augmented_control(balance(q.rows), q.outcome),
    "sdid": lambda q: synthetic_did(balance(q.rows), q.outcome),
    "rd": _rd,
}
"""Short name to what runs the design."""


def judge(question: Question, designs: Sequence[str]) -> tuple[Effect | Refusal, ...]:
    """Run designs; what the data don't allow is refused with its reason."""
    found: list[Effect | Refusal] = []
    common, gaps = _common_checks(question), _gap_check(question.rows.periods)
    for name in designs:
        try:
            effect = DESIGNS[name](question)
            checks = () if name == "rd" else common
            found.append(replace(effect, checks=(*effect.checks, *gaps, *checks)))
        except PolicyError as error:
            found.append(Refusal(name, str(error)))
    return tuple(found)


def _gap_check(periods: Sequence[str]) -> tuple[Check, ...]:
    """Whether periods are missing for everybody: then neighbours are further apart than they look.

    Two years of a survey in ten are a choice; a few missing months of a series are a gap.
    """
    missing = missing_between(periods)
    if not 0 < missing < len(periods):
        return ()
    return (
        Check(
            "periods",
            "failed",
            f"{missing} periods between {periods[0]} and {periods[-1]} are in no row: those beside "
            "a gap are taken as neighbours.",
        ),
    )


def _common_checks(question: Question) -> tuple[Check, ...]:
    """What the time before the start says whatever the design; nothing where it can't be seen."""
    try:
        panel = balance(question.rows)
        return regression_check(panel, panel.start(), season_of(panel.periods))
    except PolicyError:
        return ()
