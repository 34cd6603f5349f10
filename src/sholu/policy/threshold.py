"""Does what happens to people jump where the law says that a size begins?

A regression discontinuity in the mass seized. It says something only if nobody can choose the side:
where masses crowd on one side of the limit, what jumps there may be who stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

from sholu.indicators.bunching import bunching
from sholu.indicators.bunching_cells import Stratum
from sholu.indicators.density import density_test
from sholu.indicators.integrity_masses import resolution_of
from sholu.policy.bandwidth import mean_square_bandwidth
from sholu.policy.local_line import Jump, corrected_jump, local_jump, near_sides, variant_of
from sholu.policy.model import Check, Effect, PolicyError, Variant, detectable_effect
from sholu.policy.panel import Vector

LEAST_NEAR = 20
"""Masses within the bandwidth on a side below which a curve and its error can't be told; Cattaneo,
Idrobo and Titiunik (2020, section 4) warn of less."""

LIMITS = ("small_from", "small_to", "large_to")
"""Where small begins, where large begins (above it), where especially large begins (above it)."""

DONUTS = (0.02, 0.05, 0.1)
"""Shares of the limit around it whose masses are left out in turn (Barreca, Lindo and Waddell
2016): who presses a mass over a limit seldom goes far."""

PRETENDED = (-1.0, -0.5, 0.5, 1.0)
"""Pretended limits, in bandwidths from the real one."""


@dataclass(frozen=True)
class Weighed:
    """A mass beside the limit of its day, and what came of it.

    Attributes:
        limit_g: a mass of exactly the limit belongs to the smaller size.
        outcome: 0 or 1, or a number of months.
    """

    substance: str
    mass_g: float
    limit_g: float
    outcome: float


def threshold_jump(weighed: Sequence[Weighed], outcome: str) -> Effect:
    """The jump of the mean outcome at a limit, by local lines with their bias taken out.

    The running variable is the logarithm of mass over limit, so that substances and days with
    different limits can stand together (Cattaneo, Keele, Titiunik and Vazquez-Bare 2016).

    Args:
        weighed: near the limit; no other limit nearer.
        outcome: what is averaged, for the sentences: the share with imprisonment.

    Raises:
        PolicyError: if there are too few masses near the limit, or the outcome never differs.
    """
    distance = np.array([np.log(one.mass_g / one.limit_g) for one in weighed])
    # What weighs exactly the limit belongs below it.
    distance = np.where(np.abs(distance) < 1e-9, -1e-9, distance)
    values = np.array([one.outcome for one in weighed])
    width = _width(distance, values)
    jump = corrected_jump(distance, values, width)
    below, above = near_sides(distance, width)
    donuts = _donuts(distance, values, width)
    return Effect(
        design="rd",
        estimand=f"jump of {outcome} where a mass passes the limit, by lines over masses from "
        f"1/{np.exp(width):.3g} to {np.exp(width):.3g} of it, with their bias taken out",
        estimate=jump.value,
        se=jump.se,
        low=jump.value - jump.reach,
        high=jump.value + jump.reach,
        detectable=detectable_effect(jump.se, jump.critical),
        fit={
            "below": float(below),
            "above": float(above),
            "bandwidth": width,
            "mean_below": float(values[(distance < 0) & (distance > -width)].mean()),
        },
        checks=(
            _manipulation(weighed),
            _donut_check(jump, donuts),
            _pretended_limits(distance, values, width),
        ),
        variants=(
            variant_of("local line, bias left in", local_jump(distance, values, width)),
            *_other_widths(distance, values, width),
            *donuts,
        ),
    )


def _width(distance: Vector, values: Vector) -> float:
    """The bandwidth, with masses enough on both sides."""
    if values.size == 0 or np.ptp(values) == 0:
        raise PolicyError(
            f"{values.size} masses lie near the limit, and the outcome is the same for all of them."
        )
    width = mean_square_bandwidth(distance, values)
    near = near_sides(distance, width) if width is not None else (0, 0)
    if width is None or min(near) < LEAST_NEAR:
        sides = int((distance < 0).sum()), int((distance >= 0).sum())
        raise PolicyError(
            f"{sides[0]} masses lie below the limit and {sides[1]} above it, {near[0]} and "
            f"{near[1]} of them near; {LEAST_NEAR} near ones are needed on each side.",
            "Without a substance all are taken together; else it needs more decisions.",
        )
    return width


def _manipulation(weighed: Sequence[Weighed]) -> Check:
    """Do masses crowd on one side of the limit? Then the jump is no effect of the law."""
    strata = _strata(weighed)
    pooled = bunching(strata)
    found = [] if pooled.p is None else [(pooled.p, pooled.sentence)]
    for stratum in strata:
        jump = density_test(stratum)
        if jump.statistic is not None:
            # Couriers who know the law stay below: a fall of the density counts as well.
            found.append((2 * float(norm.sf(abs(jump.statistic))), jump.sentence))
    if not found:
        return Check(
            "manipulation",
            "information",
            "Whether masses crowd on one side of the limit can't be seen: too few lie near it. "
            f"{pooled.sentence}",
        )
    least, sentence = min(found)
    p = min(1.0, least * len(found))
    crowded = p < 0.05
    verdict = (
        "Masses crowd on one side of the limit: who stands above it differs from who stands below, "
        "and the jump is no effect of the law"
        if crowded
        else "Masses do not crowd on one side of the limit"
    )
    return Check(
        "manipulation",
        "failed" if crowded else "passed",
        f"{verdict} (p = {p:.2g}, least of {len(found)} tests, Bonferroni). {sentence}",
    )


def _strata(weighed: Sequence[Weighed]) -> list[Stratum]:
    """Masses by substance and limit."""
    masses: defaultdict[tuple[str, float], list[float]] = defaultdict(list)
    for one in weighed:
        masses[one.substance, one.limit_g].append(one.mass_g)
    step = resolution_of(np.array([one.mass_g for one in weighed])) or 0.01
    return [Stratum(np.array(found), limit, step) for (_, limit), found in sorted(masses.items())]


def _donuts(distance: Vector, values: Vector, width: float) -> tuple[Variant, ...]:
    """The same without the masses next to the limit."""
    found = []
    for share in DONUTS:
        kept = np.abs(distance) >= np.log1p(share)
        if min(near_sides(distance[kept], width)) >= LEAST_NEAR:
            jump = corrected_jump(distance[kept], values[kept], width)
            found.append(variant_of(f"without masses within {share:.0%} of the limit", jump))
    return tuple(found)


def _donut_check(jump: Jump, donuts: Sequence[Variant]) -> Check:
    """Does the answer hang on the masses next to the limit?"""
    if not donuts:
        return Check(
            "donut", "information", "Too few masses are left to leave out those next to the limit."
        )
    estimates = [one.estimate for one in donuts]
    steady = all(
        value * jump.value > 0 or abs(value - jump.value) <= jump.se for value in estimates
    )
    return Check(
        "donut",
        "passed" if steady else "failed",
        f"Without the masses next to the limit the jump is {min(estimates):.4g} to "
        f"{max(estimates):.4g}.",
    )


def _pretended_limits(distance: Vector, values: Vector, width: float) -> Check:
    """Jumps where the law knows no limit, looked for on each side of the real one by itself."""
    found = []
    for place in PRETENDED:
        side = distance < 0 if place < 0 else distance >= 0
        moved = distance[side] - place * width
        if min(near_sides(moved, width)) >= LEAST_NEAR and np.ptp(values[side]) > 0:
            found.append(corrected_jump(moved, values[side], width).p)
    if not found:
        return Check(
            "pretended_limits", "information", "Too few masses to pretend limits elsewhere."
        )
    least = min(1.0, min(found) * len(found))
    return Check(
        "pretended_limits",
        "passed" if least >= 0.05 else "failed",
        f"At {len(found)} limits that the law does not know the least p of a jump is {least:.3g} "
        "(Bonferroni).",
    )


def _other_widths(distance: Vector, values: Vector, width: float) -> tuple[Variant, ...]:
    """The same looking half as far and twice as far."""
    return tuple(
        variant_of(f"looking {name} as far", corrected_jump(distance, values, width * factor))
        for name, factor in (("half", 0.5), ("twice", 2.0))
        if min(near_sides(distance, width * factor)) >= LEAST_NEAR
    )
