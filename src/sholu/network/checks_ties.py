"""Checks of ties: with oneself, without their reverse, told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sholu.core.finding import Finding, make_finding
from sholu.network.model import Repeated, TieTable
from sholu.network.wording import counted, some

NEARLY_ALL = 0.8
"""Share of ties told both ways from which a network was probably meant to be undirected."""


def self_ties(table: TieTable) -> Iterable[Finding]:
    """Ties of an actor with itself."""
    loops = [tie.source for tie in table.ties if tie.source == tie.target]
    if loops:
        yield make_finding(
            "self_tie",
            table.origin,
            f"{counted(len(loops), 'tie goes', 'ties go')} from an actor to itself "
            f"({some(list(dict.fromkeys(loops)))}); measures leave them out.",
            method="ends compared",
        )


def one_way(table: TieTable) -> Iterable[Finding]:
    """Ties told both ways but for a few; matrices of which one half is empty."""
    pairs = {(t.source, t.target) for t in table.ties if t.source != t.target and t.weight}
    if not pairs or table.directed is False or table.form == "call records":
        return
    alone = sorted(pair for pair in pairs if pair[::-1] not in pairs)
    share = 1 - len(alone) / len(pairs)
    if alone and share >= NEARLY_ALL:
        named = some([f"{one} → {other}" for one, other in alone], 6)
        yield make_finding(
            "missing_reverse",
            table.origin,
            f"{len(pairs) - len(alone)} of {len(pairs)} ties are told both ways, "
            f"{len(alone)} are not ({named}): an undirected network with ties without their "
            "reverse, or directed ties that happen to be answered.",
            method="each tie looked up the other way round",
            certainty="likely",
            gravity="high",
        )
    elif share == 0 and len(pairs) > 5 and table.directed:
        rank = {actor: place for place, actor in enumerate(table.actors)}
        half = len({rank[one] < rank[other] for one, other in pairs}) == 1
        words = "one half of the matrix is empty" if half else "not one of them is answered"
        yield make_finding(
            "missing_reverse",
            table.origin,
            f"{len(pairs)} ties, and {words}: if they are undirected, each stands here without its "
            "reverse, and a program that expects a symmetric matrix sees half of them.",
            method="each tie looked up the other way round",
            certainty="likely" if half else "possible",
        )


def unequal_reverse(table: TieTable) -> Iterable[Finding]:
    """Ties whose reverse has another weight."""
    weights = {(t.source, t.target): t.weight for t in table.ties if t.source != t.target}
    pairs = [pair for pair in weights if pair[::-1] in weights and pair[0] < pair[1]]
    unequal = [p for p in pairs if weights[p] != weights[p[::-1]]]
    if table.form != "matrix" or len(pairs) * 2 != len(weights) or not unequal:
        return
    if len(unequal) <= (1 - NEARLY_ALL) * len(pairs):
        named = [f"{a} – {b}: {weights[a, b]:g} and {weights[b, a]:g}" for a, b in unequal]
        yield make_finding(
            "unequal_reverse",
            table.origin,
            f"The matrix is symmetric but for {len(unequal)} of {len(pairs)} pairs "
            f"({some(named)}).",
            method="both halves of the matrix compared",
            certainty="likely",
            gravity="high",
        )


def repeats(table: TieTable) -> Iterable[Finding]:
    """Pairs that several rows tell, in a list in which a row is a whole tie."""
    if table.repeated is not Repeated.LAST:
        return
    rows: dict[frozenset[str], list[tuple[str, float]]] = defaultdict(list)
    for tie in table.ties:
        rows[frozenset((tie.source, tie.target))].append(
            (f"{tie.source}, {tie.target}", tie.weight)
        )
    repeated = {pair: told for pair, told in rows.items() if len(told) > 1}
    if not repeated:
        return
    conflicts = [told for told in repeated.values() if len({w for _, w in told}) > 1]
    example = (conflicts or list(repeated.values()))[0]
    conflict = len(conflicts)
    shown = "; ".join(f"{pair}: {weight:g}" for pair, weight in example)
    yield make_finding(
        "pair_twice",
        table.origin,
        f"{len(repeated)} pairs stand in several rows, {conflict} of them with different weights "
        f"(such as {shown}). Undirected, the last row counts; read with --directed, "
        "each way is a tie of its own.",
        method="rows compared",
        gravity="high" if conflict else "medium",
    )
