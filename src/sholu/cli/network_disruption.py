"""Answer of 'sholu network FILE disrupt': what is left as actors are taken away."""

from __future__ import annotations

from typing import Any

from sholu.cli.network_request import Request
from sholu.network.disruption import By, Curve, disruption_curve
from sholu.network.disruption_bands import Band, disruption_band
from sholu.network.model import Network, WeightIs
from sholu.network.record import frame
from sholu.network.story import number

Record = dict[str, Any]

RULES = {
    By.BETWEENNESS: "the highest betweenness (along lengths if weights are not ignored)",
    By.DEGREE: "the most contacts; if weights are not ignored, the largest sum of weights as given",
    By.KATZ: "the most attenuated walks (Katz 1953), attenuation 0.1, weights as given",
    By.INFLUENCE: "collective influence over direct contacts: (degree − 1) times the sum of "
    "(degree − 1) over the contacts (after Morone and Makse 2015); degrees are sums of weights as "
    "given if weights are not ignored",
}


def disrupt(request: Request) -> Record:
    """The largest component as actors are taken away by a rule, with the band over ties."""
    network = request.primary()
    by, block = By(request.options["by"]), int(request.options["block"])
    seed = int(request.options["seed"])
    curve = disruption_curve(network, by, block)
    band = disruption_band(network, curve, seed)
    record = frame(request.table, request.network(), network)
    record |= {"by": by.value, "block": block, "order": _order(block), "seed": seed}
    record["definitions"] = _definitions(by)
    record["start"] = curve.steps[0].size
    record["curve"] = [
        {
            "removed": step.removed,
            "size": step.size,
            "largest": step.largest,
            "low": row.low,
            "high": row.high,
            "actors": list(step.actors),
        }
        for step, row in zip(curve.steps, band.rows, strict=True)
    ]
    record["mean"] = curve.mean
    record["band"] = [dict(vars(row)) for row in band.rows]
    record |= {
        "band_exact": band.exact,
        "band_draws": band.draws,
        "band_widest": band.widest,
        "mean_low": band.mean_low,
        "mean_high": band.mean_high,
        "diverges": curve.diverges,
    }
    record["story"] = _tell(network, curve, band)
    return record


def _order(block: int) -> str:
    return "sequential" if block == 1 else "block"


def _definitions(by: By) -> Record:
    return {
        "by": f"who goes next: {RULES[by]}; computed anew after each block of removals. Of tied "
        "actors the last in the file goes first; by influence the one with the highest number",
        "largest": "actors in the largest component, directions left out, over those in it at the "
        "start",
        "mean": "of largest over all rows; the curve ends before fewer than six actors are left "
        "(of networks of fewer than twelve, with the last actor)",
        "band": "least and most of largest over all choices among tied actors; where not exact, "
        "over drawn orders of preference, so the true band is as wide or wider",
    }


def _tell(network: Network, curve: Curve, band: Band) -> list[str]:
    told = [
        f"The largest component has {curve.steps[0].size} of {network.n} actors. Taken away "
        f"{_how(curve)}, it keeps {number(100 * curve.mean, 1)} % on the mean of "
        f"the curve ({number(100 * band.mean_low, 1)} to {number(100 * band.mean_high, 1)} % over "
        "tied choices).",
        _half(curve),
        _of_band(band),
    ]
    if curve.diverges:
        told.append(
            "Katz is not defined at the start: with attenuation 0.1 the walks have no finite sum "
            f"until {curve.diverges} actors are gone. Up to there the order is that of a solved "
            "equation without meaning; it is printed because published curves have it."
        )
    if network.weight_is is WeightIs.LENGTH and curve.by is not By.BETWEENNESS:
        told.append("Weights are said to be lengths, but this rule adds them up as given.")
    told.append(
        "Nobody replaces anybody here, so this is the most that removal could do; it says what "
        "would have changed, not whom to arrest."
    )
    return told


def _how(curve: Curve) -> str:
    each = "one by one" if curve.block == 1 else f"in blocks of {curve.block}"
    return f"{each} by {curve.by.value}"


def _half(curve: Curve) -> str:
    for step in curve.steps:
        if step.largest <= 0.5:
            return (
                f"Half of it is left or less after {step.removed} removals "
                f"({number(100 * step.largest, 0)} %)."
            )
    return "More than half of it is left at the end of the curve."


def _of_band(band: Band) -> str:
    if band.widest == 0 and band.exact:
        return "Where actors tie, it makes no difference who goes (all choices followed)."
    row = max(band.rows, key=lambda row: row.high - row.low)
    followed = (
        "all choices followed"
        if band.exact
        else f"choices followed for {sum(row.exact for row in band.rows)} of {len(band.rows)} "
        f"rows, then {band.draws} draws"
    )
    return (
        f"The choice among tied actors alone moves it by up to {number(100 * band.widest, 1)} "
        f"points, after {row.removed} removals ({number(100 * row.low, 1)} to "
        f"{number(100 * row.high, 1)} %; {followed})."
    )
