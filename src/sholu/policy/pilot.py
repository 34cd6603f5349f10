"""Designing a pilot: which regions, how long, what decides, when to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sholu.policy.assignment import draw_stratified, draw_waves, starts_of_waves
from sholu.policy.model import PolicyError
from sholu.policy.panel import Panel, season_of
from sholu.policy.pilot_power import Plan, Power, power_of
from sholu.policy.stopping import stopping_bounds

DRAWS = 300
"""Simulated pilots for each size: the error of a power of 80 % is then 2.3 percentage points."""

LEAST_REGIONS = 6
"""Below so many regions no lot is rarer than 1 in 20 with three treated (C(6, 3) = 20)."""

SIZES = (2, 3, 4, 5, 6, 8, 10)
"""Numbers of regions under the measure that are tried."""

LENGTHS = {12: (6, 12, 18, 24), 4: (4, 6, 8), 1: (2, 3, 4)}
"""Periods of a pilot that are tried, by periods in a year."""

MOST_WAVES = 5


@dataclass(frozen=True)
class Request:
    """What is asked for.

    Attributes:
        outcome: code or column of the first outcome.
        effect: smallest effect worth finding, in units of the outcome; its sign is the hoped one.
        kind: ``stratified`` or ``stepped-wedge``.
        power: wanted share of pilots that find the effect.
        looks: looks at the data, the last at the end.
        seed: of the lot and the simulations.
        treated, length: fixed by the person who asks, or None to be chosen.
        also: further outcomes; ``unmoved``: one that should not move, empty for none.
    """

    outcome: str
    effect: float
    kind: str = "stratified"
    power: float = 0.8
    looks: int = 3
    seed: int = 1
    treated: int | None = None
    length: int | None = None
    also: tuple[str, ...] = ()
    unmoved: str = ""


@dataclass(frozen=True)
class PilotDesign:
    """A pilot as its protocol has it.

    Attributes:
        request: what was asked for.
        tried: all sizes with their power.
        chosen: the smallest that reaches the wanted power, else the strongest.
        reached: whether it does.
        regions: those that start, with the number of the pilot's period (1 = the first).
        comparison: those that don't start during the pilot.
        bounds: for the absolute z statistic at each look; ``look_after``: periods of the pilot.
        history: first and last period of the past that the power rests on.
        level: mean of the outcome in the last year of it.
    """

    request: Request
    tried: tuple[Power, ...]
    chosen: Power
    reached: bool
    regions: tuple[tuple[str, int], ...]
    comparison: tuple[str, ...]
    bounds: tuple[float, ...]
    look_after: tuple[int, ...]
    history: tuple[str, str]
    level: float


def design_pilot(request: Request, panel: Panel, draws: int = DRAWS) -> PilotDesign:
    """Try sizes on the past, choose the smallest that is strong enough, and draw the lot.

    Raises:
        PolicyError: if there are too few regions or periods, or nothing is to be found.
    """
    _demand(request, panel)
    plans = _plans(request, panel)
    tried = tuple(
        power_of(plan, panel.outcome, request.effect, request.seed + number, draws)
        for number, plan in enumerate(plans)
    )
    strong = [one for one in tried if one.found >= request.power]
    chosen = (
        min(strong, key=lambda one: (one.plan.treated * one.plan.length, one.plan.length))
        if strong
        else max(tried, key=lambda one: one.found)
    )
    regions, comparison = _draw(request, chosen.plan, panel)
    year = season_of(panel.periods)
    return PilotDesign(
        request=request,
        tried=tried,
        chosen=chosen,
        reached=bool(strong),
        regions=regions,
        comparison=comparison,
        bounds=stopping_bounds(request.looks),
        look_after=tuple(
            round(chosen.plan.length * (look + 1) / request.looks) for look in range(request.looks)
        ),
        history=(panel.periods[0], panel.periods[-1]),
        level=float(panel.outcome[:, -year:].mean()),
    )


def _demand(request: Request, panel: Panel) -> None:
    """Refuse what no pilot can answer."""
    if request.effect == 0:
        raise PolicyError("An effect of nothing can't be found.", "Say what would be worth it.")
    if len(panel.units) < LEAST_REGIONS:
        raise PolicyError(
            f"There are {len(panel.units)} regions; a pilot by lot needs {LEAST_REGIONS}."
        )
    if not 0.5 <= request.power < 1:
        raise PolicyError(f"A power of {request.power:g} is not between 0.5 and 1.")
    if not 1 <= request.looks <= 10:
        raise PolicyError(f"{request.looks} looks at the data: one to ten can be planned.")
    if request.treated is not None and not 2 <= request.treated <= len(panel.units) // 2:
        raise PolicyError(
            f"{request.treated} regions under the measure: with {len(panel.units)} it can be 2 to "
            f"{len(panel.units) // 2}, so that each has one to compare with."
        )


def _plans(request: Request, panel: Panel) -> list[Plan]:
    """Sizes that the past is long enough to try."""
    units, periods = panel.outcome.shape
    lengths: Sequence[int] = LENGTHS[season_of(panel.periods)]
    if request.length is not None:
        lengths = (request.length,)
    # As long a past as a pilot is the least that tells its usual ups and downs.
    pairs = [(min(periods - length, 2 * length), length) for length in lengths]
    fitting = [(before, length) for before, length in pairs if before >= length >= 1]
    if not fitting:
        raise PolicyError(
            f"The series have {periods} periods in common; a pilot of {min(lengths)} needs "
            f"{2 * min(lengths)} of them to be tried on."
        )
    if request.kind == "stepped-wedge":
        return [
            Plan(request.kind, units, min(MOST_WAVES, length, units), before, length)
            for before, length in fitting
        ]
    sizes = [size for size in SIZES if size <= units // 2]
    if request.treated is not None:
        sizes = [request.treated]
    return [
        Plan(request.kind, size, 1, before, length) for before, length in fitting for size in sizes
    ]


def _draw(
    request: Request, plan: Plan, panel: Panel
) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """The lot itself, from the recorded seed alone."""
    random = np.random.default_rng(request.seed)
    if plan.kind == "stepped-wedge":
        waves = draw_waves(len(panel.units), plan.waves, random)
        starts = starts_of_waves(waves, 0, plan.length, plan.waves)
        order = np.lexsort((np.arange(len(panel.units)), starts))
        return tuple((panel.units[i], int(starts[i]) + 1) for i in order), ()
    levels = panel.outcome[:, -plan.before :].mean(axis=1)
    chosen = np.sort(draw_stratified(levels, plan.treated, 1, random)[0])
    others = tuple(unit for i, unit in enumerate(panel.units) if i not in chosen)
    return tuple((panel.units[i], 1) for i in chosen), others
