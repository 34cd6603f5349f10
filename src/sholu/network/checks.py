"""Checks of one table of ties: what a person should look at before believing a measure.

Nothing is repaired; each finding is a sentence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from sholu.core.finding import Finding, make_finding
from sholu.network.contacts import ContactsError, moment
from sholu.network.matrix import normal_label
from sholu.network.model import Repeated, TieTable

NEARLY_ALL = 0.8
"""Share of ties told both ways from which a network was probably meant to be undirected."""

OUTLIER = 10.0
"""A weight is far off if it is this many times the next (possible, not certain)."""

Check = Callable[[TieTable], Iterable[Finding]]


def check_table(table: TieTable) -> tuple[Finding, ...]:
    """All findings about one table, those of the reader first."""
    findings = list(table.notes)
    for check in CHECKS:
        findings += check(table)
    return tuple(findings)


def some(things: Sequence[str], most: int = 5) -> str:
    """A few of many, with how many more there are.

    >>> some(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    shown = ", ".join(things[:most])
    return shown if len(things) <= most else f"{shown} and {len(things) - most} more"


def _actors_twice(table: TieTable) -> Iterable[Finding]:
    spelled: dict[str, list[str]] = defaultdict(list)
    for actor in table.actors:
        spelled[normal_label(actor)].append(actor)
    for labels in spelled.values():
        if len(labels) < 2:
            continue
        same = len(set(labels)) == 1
        yield make_finding(
            "actor_twice",
            table.origin,
            f"Actor '{labels[0]}' stands {len(labels)} times with the same label."
            if same
            else f"The labels {some([repr(label) for label in labels])} differ only in case, "
            "blanks, "
            "marks or leading zeros: probably one actor.",
            method="labels compared",
            certainty="certain" if same else "likely",
            gravity="high",
        )


def _twins(table: TieTable) -> Iterable[Finding]:
    """Actors whose rows are the same, weight by weight: perhaps one actor under two labels."""
    profiles: dict[str, dict[tuple[str, bool], float]] = {actor: {} for actor in table.actors}
    for tie in table.ties:
        if tie.source != tie.target:
            profiles[tie.source][tie.target, True] = tie.weight
            profiles[tie.target][tie.source, False] = tie.weight
    same: dict[frozenset[tuple[tuple[str, bool], float]], list[str]] = defaultdict(list)
    for actor, ties in profiles.items():
        telling = sum(weight != 1 for weight in ties.values())
        if len({other for other, _ in ties}) >= 3 and telling >= 2:
            same[frozenset(ties.items())].append(actor)
    for actors in same.values():
        if len(actors) > 1:
            yield make_finding(
                "actor_twice",
                table.origin,
                f"Actors {some(actors)} have exactly the same ties with the same weights: perhaps "
                "one actor under several labels, or a row copied.",
                method="rows and columns compared",
                certainty="possible",
            )


def _self_ties(table: TieTable) -> Iterable[Finding]:
    loops = [tie.source for tie in table.ties if tie.source == tie.target]
    if loops:
        yield make_finding(
            "self_tie",
            table.origin,
            f"{_count(len(loops), 'tie goes', 'ties go')} from an actor to itself "
            f"({some(list(dict.fromkeys(loops)))}); measures leave them out.",
            method="ends compared",
        )


def _weights(table: TieTable) -> Iterable[Finding]:
    negative = [f"{t.source} – {t.target}: {t.weight:g}" for t in table.ties if t.weight < 0]
    if negative:
        yield make_finding(
            "negative_weight",
            table.origin,
            f"{_count(len(negative), 'weight is', 'weights are')} below zero ({some(negative)}). "
            "A tie is strong or long, never less than nothing; no measure is computed.",
            method="weights read",
            gravity="high",
        )
    zero = [f"{t.source} – {t.target}" for t in table.ties if t.weight == 0]
    if zero:
        yield make_finding(
            "zero_weight",
            table.origin,
            f"{_count(len(zero), 'tie has', 'ties have')} the weight 0 ({some(zero)}): no tie, or "
            "not known? They are left out.",
            method="weights read",
        )


def _outlier(table: TieTable) -> Iterable[Finding]:
    ordered = sorted(table.ties, key=lambda tie: -tie.weight)
    if len(ordered) < 10 or ordered[1].weight <= 0:
        return
    top, second = ordered[0], ordered[1]
    if top.weight > OUTLIER * second.weight:
        yield make_finding(
            "weight_far_off",
            table.origin,
            f"The tie {top.source} – {top.target} has the weight {top.weight:g}, more than ten "
            f"times the next ({second.weight:g}): a slip of the pen?",
            method="largest weights compared",
            certainty="possible",
        )


def _weights_as_lengths(table: TieTable) -> Iterable[Finding]:
    weights = [tie.weight for tie in table.ties if tie.source != tie.target]
    if not table.weighted or len(set(weights)) < 2 or min(weights) <= 0:
        return
    whole = all(weight == int(weight) for weight in weights)
    words = (
        "whole numbers, as counts of messages or meetings are: the larger, the stronger the tie"
        if whole
        else "no whole numbers; the file does not say whether more is closer or further"
    )
    yield make_finding(
        "meaning_of_weights",
        table.origin,
        f"Weights run from {min(weights):g} to {max(weights):g} and are {words}. Programs that "
        "take "
        "weights for lengths (igraph and networkx do) then lead shortest paths around the "
        "strongest "
        "ties. Say --weight-is strength or length; without it weights are ignored.",
        method="weights read",
        certainty="possible",
        gravity="medium" if whole else "high",
    )


def _one_way(table: TieTable) -> Iterable[Finding]:
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


def _unequal_reverse(table: TieTable) -> Iterable[Finding]:
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


def _repeats(table: TieTable) -> Iterable[Finding]:
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


def _isolates(table: TieTable) -> Iterable[Finding]:
    tied = {
        e for t in table.ties if t.source != t.target and t.weight for e in (t.source, t.target)
    }
    alone = [actor for actor in dict.fromkeys(table.actors) if actor not in tied]
    if not tied:
        yield make_finding(
            "no_ties",
            table.origin,
            f"There is no tie between any two of its {len(table.actors)} actors.",
            method="ties counted",
            gravity="high",
        )
    elif alone:
        yield make_finding(
            "isolate",
            table.origin,
            f"{_count(len(alone), 'actor has', 'actors have')} no tie ({some(alone)}).",
            method="ties counted",
            gravity="low",
        )


def _components(table: TieTable) -> Iterable[Finding]:
    sizes = component_sizes(table)
    parts = [size for size in sizes if size > 1]
    if len(parts) > 1:
        yield make_finding(
            "disconnected",
            table.origin,
            f"The network falls into {len(parts)} parts with ties (of "
            f"{some([str(s) for s in parts])}"
            " actors): two cases in one file, or ties not seen? Distances are between actors of "
            "one "
            "part only.",
            method="components",
            gravity="low",
        )


def component_sizes(table: TieTable) -> list[int]:
    """Sizes of the components, the largest first."""
    leader = {actor: actor for actor in table.actors}

    def find(actor: str) -> str:
        while leader[actor] != actor:
            leader[actor] = leader[leader[actor]]
            actor = leader[actor]
        return actor

    for tie in table.ties:
        if tie.weight:
            leader[find(tie.source)] = find(tie.target)
    return sorted(Counter(find(actor) for actor in leader).values(), reverse=True)


def _times(table: TieTable) -> Iterable[Finding]:
    times = [tie.time for tie in table.ties]
    if not any(times):
        return
    unknown = sum(time is None for time in times)
    if unknown:
        yield make_finding(
            "no_time",
            table.origin,
            f"{unknown} of {len(times)} contacts have no time.",
            method="times read",
        )
    try:
        moments = [moment(time, table.origin) for time in times if time is not None]
    except ContactsError as error:
        yield make_finding(
            "bad_time", table.origin, error.message, method="times read", gravity="high"
        )
        return
    back = sum(later < earlier for earlier, later in pairwise(moments))
    if back:
        yield make_finding(
            "time_out_of_order",
            table.origin,
            f"{_count(back, 'row is', 'rows are')} earlier than the row before; paths in time sort "
            "them, but a date may be wrong.",
            method="times compared row by row",
            gravity="low",
        )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


CHECKS: tuple[Check, ...] = (
    _actors_twice,
    _twins,
    _self_ties,
    _weights,
    _outlier,
    _one_way,
    _unequal_reverse,
    _repeats,
    _weights_as_lengths,
    _isolates,
    _components,
    _times,
)
"""The checks of one table, in the order in which their findings are listed."""
