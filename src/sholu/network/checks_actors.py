"""Checks of actors and of the whole: told twice, without ties, in parts, out of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from sholu.core.finding import Finding, make_finding
from sholu.network.contacts import ContactsError, moment
from sholu.network.matrix import normal_label
from sholu.network.model import TieTable
from sholu.network.wording import counted, some


def actors_twice(table: TieTable) -> Iterable[Finding]:
    """Actors that stand twice, or under labels nearly the same."""
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


def twins(table: TieTable) -> Iterable[Finding]:
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


def isolates(table: TieTable) -> Iterable[Finding]:
    """Actors without ties."""
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
            f"{counted(len(alone), 'actor has', 'actors have')} no tie ({some(alone)}).",
            method="ties counted",
            gravity="low",
        )


def components(table: TieTable) -> Iterable[Finding]:
    """Parts that no tie joins."""
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


def times(table: TieTable) -> Iterable[Finding]:
    """Times that are none, or out of order."""
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
            f"{counted(back, 'row is', 'rows are')} earlier than the row before; paths in time "
            "sort them, but a date may be wrong.",
            method="times compared row by row",
            gravity="low",
        )
