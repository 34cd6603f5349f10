"""Test a forecast of displacement against what was seized later."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.network.model import Floats
from sholu.network.routes_model import RouteError

LEAK = 0.05
"""Share of a closed place's flow that is forecast to get through all the same: no closing is
complete, and a forecast of nothing would score without end. Set by judgement."""

RESAMPLED = 2000


@dataclass(frozen=True)
class Forecast:
    """Shares of the seizures after a closing, and how well they fit what came.

    Attributes:
        shares: shape (places,).
        log_score: mean log probability of a seizure's place, higher is better; 0 is perfect.
        brier: sum of squared differences between forecast and observed shares; lower is better.
        gain: log score less that of 'nothing changes', with a 90 % interval over resampled
            seizures; None for that forecast itself.
    """

    name: str
    shares: Floats
    log_score: float
    brier: float
    gain: tuple[float, float, float] | None


def backtest(
    before: Floats, after: Floats, closed: int, gains: Floats, seed: int = 1
) -> tuple[Forecast, ...]:
    """Score the forecast beside two that need no model.

    Args:
        before, after: shape (places,), numbers of seizures at each place.
        closed: row of the place that was closed.
        gains: shape (places,), expected change of each place's share of trips.

    Returns:
        'nothing changes', 'in proportion' (the rest grows as it was), 'route choice'.

    Raises:
        RouteError: if there were no seizures before at all or at the closed place, or none after.

    Source: logarithmic and quadratic scores are strictly proper (Gneiting and Raftery, JASA 102,
    2007).
    """
    if before.sum() <= 0 or after.sum() <= 0:
        raise RouteError("A test needs seizures both before and after.")
    if before[closed] <= 0:
        raise RouteError("Nothing was seized at the closed place before: there is nothing to move.")
    # Half a seizure a place: one that had none before may have one later (Jeffreys prior).
    usual = (before + 0.5) / (before + 0.5).sum()
    freed = usual[closed] * (1 - LEAK)
    rest = np.delete(usual, closed).sum()
    proportion = usual * (1 + freed / rest)
    upward = np.maximum(gains, 0)
    upward[closed] = 0
    where = upward / upward.sum() if upward.sum() > 0 else usual / rest
    choice = usual + freed * where
    for shares in (proportion, choice):
        shares[closed] = usual[closed] * LEAK
    if upward.sum() <= 0:
        choice = proportion
    named = {"nothing changes": usual, "in proportion": proportion, "route choice": choice}
    return tuple(_scored(name, one, usual, after, seed) for name, one in named.items())


def _scored(name: str, shares: Floats, usual: Floats, after: Floats, seed: int) -> Forecast:
    shares = shares / shares.sum()
    observed = after / after.sum()
    gain = None
    if shares is not usual and name != "nothing changes":
        edge = np.log(shares) - np.log(usual)
        number = max(round(float(after.sum())), 1)
        drawn = np.random.default_rng(seed).multinomial(number, observed, RESAMPLED) @ edge / number
        low, high = np.quantile(drawn, [0.05, 0.95])
        gain = (float(observed @ edge), float(low), float(high))
    return Forecast(
        name,
        shares,
        float(observed @ np.log(shares)),
        float(((shares - observed) ** 2).sum()),
        gain,
    )
