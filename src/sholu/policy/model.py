"""The nouns of policy: what a design answers, and how far it can be believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sholu.core.errors import SholuError

Status = Literal["passed", "failed", "information"]

LEVEL = 0.95
"""Coverage of every interval of this room."""


class PolicyError(SholuError):
    """The data don't fit the question, or can't answer it."""


@dataclass(frozen=True)
class Check:
    """What was looked at before an estimate is believed.

    Attributes:
        name: the check's own word, e.g. ``pre_trend``.
        status: ``passed``, ``failed`` or ``information``.
        sentence: what was found, for a person.
    """

    name: str
    status: Status
    sentence: str


@dataclass(frozen=True)
class Variant:
    """Another estimate of the same design: another aggregate, form or set of rows."""

    name: str
    estimate: float
    se: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class PathPoint:
    """A period of the treated: what was observed, and what would have been without treatment."""

    period: str
    observed: float
    counterfactual: float


@dataclass(frozen=True)
class Effect:
    """What one design says that a measure did.

    Attributes:
        design: short name of the design (`sholu.policy.designs.DESIGNS`).
        estimand: what is estimated, in a sentence.
        estimate: in units of the outcome.
        se: standard error; None where the design has none.
        low, high: ends of the 95 % interval; None where nothing tells the uncertainty.
        detectable: smallest effect that would be found in four of five such studies (80 % power,
            two-sided 5 % test).
        p_placebo: share of placebos at least as extreme, the real one among them.
        rank_placebo: place of the real one among all, 1 the most extreme; ``of`` how many.
        weights: weights of the units of comparison, those above zero.
        fit: numbers that tell how well the comparison follows the treated before the start.
        checks: what was looked at.
        variants: other estimates of the same design.
        path: observed and counterfactual by period, where the design has one.
    """

    design: str
    estimand: str
    estimate: float
    se: float | None
    low: float | None
    high: float | None
    detectable: float | None = None
    p_placebo: float | None = None
    rank_placebo: int | None = None
    rank_of: int | None = None
    weights: Mapping[str, float] = field(default_factory=dict)
    fit: Mapping[str, float] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    variants: tuple[Variant, ...] = ()
    path: tuple[PathPoint, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A design that the data do not allow, and why."""

    design: str
    reason: str


def detectable_effect(se: float, critical: float = 1.959964) -> float:
    """Smallest effect with 80 % power at the two-sided 5 % level (Bloom 1995: 2.80 se).

    Args:
        se: standard error of the estimate.
        critical: 97.5 % point of its distribution; that of the normal by default.
    """
    return (critical + 0.841621) * se
