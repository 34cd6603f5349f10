"""What the same method finds where nothing happened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import norm
from scipy.stats import t as student

from sholu.policy.controls import Controls, Fit, gaps, root_mean_square
from sholu.policy.panel import Vector

POOR_FIT = 5.0
"""Placebos whose fit is so many times worse (mean squares) than that of the treated are left out
of the standard error (Abadie, Diamond, Hainmueller 2010, section 3.4); ranks keep them all."""

MANY_PLACEBOS = 50
"""From so many on the normal interval needs no correction (it would be 4 % wider)."""

LEAST_PLACEBOS = 10
"""Below so many well-fitted placebos all are used, and that is said."""


@dataclass(frozen=True, eq=False)
class Placebos:
    """Each donor judged as if it had been treated.

    Attributes:
        effects: (J,) mean gaps after the start.
        ratios: (J,) misfit after the start over misfit before it (root mean squares).
        misfits: (J,) mean squared misfit before the start.
    """

    effects: Vector
    ratios: Vector
    misfits: Vector


def placebos_in_space(controls: Controls, fit: Fit) -> Placebos:
    """Run the method for each donor in the place of the treated."""
    effects, ratios, misfits = [], [], []
    for donor in range(len(controls.names)):
        other = controls.as_if(donor)
        gap = gaps(other, fit(other))
        effects.append(float(gap[other.start :].mean()))
        ratios.append(misfit_ratio(other, gap))
        misfits.append(root_mean_square(gap[other.before]) ** 2)
    return Placebos(np.array(effects), np.array(ratios), np.array(misfits))


def misfit_ratio(controls: Controls, gap: Vector) -> float:
    """Misfit after over misfit before the start, infinite where the fit before is perfect."""
    before = root_mean_square(gap[controls.before])
    after = root_mean_square(gap[controls.start :])
    return after / before if before > 0 else float("inf")


def placebo_error(placebos: Placebos, misfit: float) -> float:
    """Standard error: spread of placebo effects (Arkhangelsky et al. 2021, algorithm 4).

    Args:
        placebos: of all donors.
        misfit: mean squared misfit of the treated before the start.
    """
    good = placebos.misfits <= POOR_FIT * misfit
    effects = placebos.effects[good] if good.sum() >= LEAST_PLACEBOS else placebos.effects
    return float(np.sqrt(np.mean((effects - effects.mean()) ** 2)))


def interval_factor(placebos: int) -> float:
    """Half a 95 % interval in standard errors that rest on so many placebos.

    The spread of a few placebos is not known, and dividing by their number makes it small: with
    fewer than `MANY_PLACEBOS` Student's point is taken, and n / (n - 1) of the variance.
    """
    if placebos >= MANY_PLACEBOS or placebos < 2:
        return float(norm.ppf(0.975))
    return float(student.ppf(0.975, placebos - 1) * np.sqrt(placebos / (placebos - 1)))


def placebo_reach(se: float, effects: Vector, donors: int) -> float:
    """Half a 95 % interval: by the error, and so far that it never says more than the ranks do.

    Inverting the placebo test (Firpo and Possebom 2018): an effect is inside as long as more than
    one unit in twenty, the treated among them, would be as extreme without it. Below 19 placebos no
    rank is rarer than one in twenty: the limit is the largest, further out by as much as the tail
    of a normal distribution goes on. The wider of both is taken: by itself the error leaves nil
    out in 10 to 14 % of simulations.

    Args:
        se: of the estimate.
        effects: of the placebos, comparable with the estimate (`in_units_of_misfit`).
        donors: number of donors that the error rests on.
    """
    allowed = max(1, int(0.05 * (effects.size + 1) + 1e-9))
    by_rank = float(np.sort(np.abs(effects))[-allowed])
    rarest = 1 / (effects.size + 1)
    if rarest > 0.05:
        by_rank *= float(norm.ppf(0.975) / norm.ppf(1 - rarest / 2))
    return max(interval_factor(donors) * se, by_rank)


def in_units_of_misfit(placebos: Placebos, misfit: float) -> Vector:
    """Placebo effects as they would be if each fitted as well before the start as the treated.

    A placebo that fits perfectly tells nothing of the scale and stays as it is.

    Args:
        misfit: mean squared misfit of the treated before the start.
    """
    share = np.ones_like(placebos.misfits)
    np.divide(misfit, placebos.misfits, out=share, where=placebos.misfits > 0)
    scaled: Vector = placebos.effects * np.sqrt(share)
    return scaled


def rank_of(value: float, placebos: Vector) -> int:
    """Place of a value among it and the placebos, 1 the largest; ties count against it."""
    return int((placebos >= value).sum()) + 1
