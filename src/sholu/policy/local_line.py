"""Lines on both sides of a border, and the jump between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import t as student

from sholu.policy.model import PolicyError, Variant
from sholu.policy.panel import Matrix, Vector


@dataclass(frozen=True)
class Jump:
    """An estimated jump.

    Attributes:
        freedom: degrees of freedom of its Student interval.
    """

    value: float
    se: float
    freedom: float

    @property
    def critical(self) -> float:
        """97.5 % point of its distribution."""
        return float(student.ppf(0.975, self.freedom))

    @property
    def reach(self) -> float:
        """Half its 95 % interval."""
        return self.critical * self.se

    @property
    def p(self) -> float:
        """Two-sided p of no jump; 1 where nothing varies."""
        return (
            2 * float(student.sf(abs(self.value) / self.se, self.freedom)) if self.se > 0 else 1.0
        )


def forms_of(distance: Vector, above: Vector) -> dict[str, Matrix]:
    """Design matrices, the jump in the second column (Angrist and Pischke 2015, table 4.1)."""
    one = np.ones_like(distance)
    cross = above * distance
    return {
        "linear": np.column_stack([one, above, distance]),
        "linear, own slopes": np.column_stack([one, above, distance, cross]),
        "quadratic": np.column_stack([one, above, distance, distance**2]),
        "quadratic, own slopes": np.column_stack(
            [one, above, distance, cross, distance**2, above * distance**2]
        ),
    }


def jump_of(columns: Matrix, outcome: Vector, weights: Vector | None = None) -> Jump:
    """Weighted least squares: the jump with its heteroskedasticity-robust error (HC1).

    Raises:
        PolicyError: if there are fewer observations than columns.
    """
    weights = np.ones_like(outcome) if weights is None else weights
    kept = weights > 0
    x, y, w = columns[kept], outcome[kept], weights[kept]
    inverse = np.linalg.pinv(x.T @ (x * w[:, None]))
    slopes = inverse @ (x.T @ (w * y))
    scores = x * (w * (y - x @ slopes))[:, None]
    freedom = y.size - x.shape[1]
    if freedom < 1:
        raise PolicyError("There are fewer observations than a line on each side needs.")
    covariance = inverse @ (scores.T @ scores) @ inverse * y.size / freedom
    return Jump(float(slopes[1]), float(np.sqrt(covariance[1, 1])), freedom)


def local_jump(distance: Vector, outcome: Vector, width: float) -> Jump:
    """Lines on both sides, those near the border counting most (triangular kernel).

    Args:
        distance: (n,) from the border; at or above zero is above it.
        outcome: (n,).
        width: how far to look, in units of distance.
    """
    forms = forms_of(distance, (distance >= 0).astype(float))
    return jump_of(forms["linear, own slopes"], outcome, _near(distance, width))


def corrected_jump(distance: Vector, outcome: Vector, width: float) -> Jump:
    """The same with the bias of the lines taken out, and an error that counts doing so.

    With the pilot bandwidth equal to the main one, the robust bias-corrected estimate is the local
    quadratic one (Calonico, Cattaneo and Titiunik 2014, remark 7).
    """
    forms = forms_of(distance, (distance >= 0).astype(float))
    return jump_of(forms["quadratic, own slopes"], outcome, _near(distance, width))


def near_sides(distance: Vector, width: float) -> tuple[int, int]:
    """Observations that a local line uses below the border and from it on."""
    near = _near(distance, width) > 0
    return int((near & (distance < 0)).sum()), int((near & (distance >= 0)).sum())


def variant_of(name: str, jump: Jump) -> Variant:
    """A jump with its interval, under a name."""
    return Variant(name, jump.value, jump.se, jump.value - jump.reach, jump.value + jump.reach)


def _near(distance: Vector, width: float) -> Vector:
    """Weights of the triangular kernel."""
    return np.maximum(0.0, 1.0 - np.abs(distance) / width)
