"""The word 'missing': rank intervals if something is unseen, and how much may be."""

from __future__ import annotations

from typing import Any

from sholu.cli.network_request import Request
from sholu.network.missing import DRAWS, Robustness, holds_until, robustness
from sholu.network.record import frame, plain
from sholu.network.story import tell_missing

Record = dict[str, Any]


def missing(request: Request) -> Record:
    """Rank intervals under missing ties and actors, and how much could be unseen."""
    network = request.primary()
    ties, actors = request.options.get("ties"), request.options.get("actors")
    seed: int = request.options["seed"]
    if ties is None and actors is None:
        ties = 0.1
    asked = [("ties", ties), ("actors", actors)]
    record = frame(request.table, request.network(), network)
    record |= {"ties": ties, "missing_actors": actors, "draws": DRAWS, "seed": seed}
    record["measure"] = "betweenness"
    record["definitions"] = {
        "dropped": "a share of the ties (actors) seen is taken away at random",
        "added": "a share of the true ties (actors) is unseen: as many are added, spread evenly",
        "low, high": "5th and 95th percentile of the rank over the draws; 1 is the highest",
        "first": "share of draws in which nobody ranks higher",
        "holds_until": "largest share tried (2 to 50 %) at which the first actor stays first in "
        "95 % "
        "of the draws; 0 if none",
    }
    found = [
        robustness(network, share, what=what, how=how, seed=seed)
        for what, share in asked
        if share is not None
        for how in ("dropped", "added")
    ]
    record["answers"] = [_robustness_record(answer) for answer in found]
    record["holds_until"] = {
        f"{answer.what}_{answer.how}": holds_until(
            network, what=answer.what, how=answer.how, seed=seed
        )
        for answer in found
    }
    record["actors"] = _widest(found)
    record["story"] = tell_missing(record)
    return record


def _robustness_record(answer: Robustness) -> Record:
    return {
        "what": answer.what,
        "how": answer.how,
        "share": answer.share,
        "rank_correlation": plain(answer.correlation),
        "actors": [
            {
                "actor": one.actor,
                "betweenness": one.score,
                "rank": one.rank,
                "low": plain(one.low),
                "high": plain(one.high),
                "first": plain(one.first),
            }
            for one in answer.intervals
        ],
    }


def _widest(found: list[Robustness]) -> list[Record]:
    """Each actor's rank with the widest of the intervals."""
    rows: dict[str, Record] = {}
    for answer in found:
        for one in answer.intervals:
            row = rows.setdefault(
                one.actor,
                {
                    "actor": one.actor,
                    "betweenness": one.score,
                    "rank": one.rank,
                    "low": one.low,
                    "high": one.high,
                    "first": one.first,
                },
            )
            row["low"], row["high"] = min(row["low"], one.low), max(row["high"], one.high)
            row["first"] = min(row["first"], one.first)
    return [
        row | {name: plain(row[name]) for name in ("low", "high", "first")} for row in rows.values()
    ]
