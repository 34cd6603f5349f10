"""Checks between files: phases and their total, labels that drift, a file under two names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np

from sholu.core.finding import Finding, make_finding
from sholu.network.matrix import normal_label
from sholu.network.model import Floats, TieTable
from sholu.network.wording import some

Weights = Mapping[tuple[str, str], float]

LIKE = 0.8
"""Cosine from which two profiles are alike."""

TELLING_TIES = 4
"""Contacts that an actor needs in both tables before profiles are compared."""

SAME_ACTORS = 0.5
"""Median cosine of actors with themselves from which labels of two files mean the same actors: in
phases of one case (CAVIAR) it is 0.66 to 0.83, in cases that number theirs alike below 0.3."""

MUCH_BETTER = 0.4
"""By how much another actor's profile has to fit better (cosine) for a label to look moved."""


def check_between(tables: Sequence[TieTable], total: TieTable | None) -> tuple[Finding, ...]:
    """Findings about several tables that belong together.

    Args:
        tables: the phases, or files beside each other.
        total: the table that says it holds all phases, if there is one.
    """
    findings = [*_same_under_two_names([*tables, *([total] if total else [])])]
    findings += _spellings(tables)
    if total is not None and tables:
        findings += _totals(tables, total)
        findings += _unknown_in_total(tables, total)
        for table in tables:
            findings += _moved_labels(table, total, one_case=True)
    elif len(tables) > 2:
        for table in tables:
            others = [other for other in tables if other is not table]
            findings += _moved_labels(table, _together(others), one_case=False)
    findings += _no_shared_actor(tables)
    return tuple(findings)


def summed(table: TieTable) -> dict[tuple[str, str], float]:
    """Ordered pair to weight, self-ties left out."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    for tie in table.ties:
        if tie.source != tie.target and tie.weight:
            found[tie.source, tie.target] += tie.weight
    return dict(found)


def _together(tables: Sequence[TieTable]) -> TieTable:
    ties = tuple(tie for table in tables for tie in table.ties)
    actors = tuple(dict.fromkeys(actor for table in tables for actor in table.actors))
    return TieTable("the other files together", "phases", actors, ties)


def _same_under_two_names(tables: Sequence[TieTable]) -> Iterable[Finding]:
    for place, one in enumerate(tables):
        for other in tables[place + 1 :]:
            kind = _likeness(one, other)
            if kind:
                yield make_finding(
                    "same_under_another_name",
                    f"{one.origin}, {other.origin}",
                    f"{one.origin} and {other.origin} hold {kind}: one file under two names?",
                    method="ties compared, then numbers of ties and weights of each actor",
                    certainty="certain" if kind.startswith("the same ties") else "likely",
                    gravity="high",
                )


def _likeness(one: TieTable, other: TieTable) -> str:
    first, second = summed(one), summed(other)
    if len(first) < 3:
        return ""
    if first == second:
        return "the same ties"
    if first == {pair[::-1]: weight for pair, weight in second.items()}:
        return "the same ties the other way round"
    undirected = {frozenset(pair) for pair in first}
    if undirected == {frozenset(pair) for pair in second}:
        return "the same pairs with other weights or directions"
    if len(first) > 5 and _shape(first) == _shape(second):
        return "the same ties under other labels"
    return ""


def _shape(weights: Weights) -> Counter[tuple[object, ...]]:
    """What relabelling cannot change: each actor's sorted weights out and in, two steps deep."""
    out: dict[str, list[float]] = defaultdict(list)
    into: dict[str, list[float]] = defaultdict(list)
    for (source, target), weight in weights.items():
        out[source].append(weight)
        into[target].append(weight)
    own: dict[str, tuple[object, ...]] = {
        actor: (tuple(sorted(out[actor])), tuple(sorted(into[actor]))) for actor in {*out, *into}
    }
    around: dict[str, list[str]] = defaultdict(list)
    for source, target in weights:
        around[source].append(repr(own[target]))
        around[target].append(repr(own[source]))
    return Counter((own[actor], tuple(sorted(around[actor]))) for actor in own)


def _spellings(tables: Sequence[TieTable]) -> Iterable[Finding]:
    """One actor spelled in several ways in several files."""
    spelled: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for table in tables:
        for actor in dict.fromkeys(table.actors):
            spelled[normal_label(actor)][actor].append(table.origin)
    drifted = [forms for forms in spelled.values() if len(forms) > 1]
    if drifted:
        told = [
            " and ".join(f"'{label}' ({some(files, 2)})" for label, files in forms.items())
            for forms in drifted
        ]
        yield make_finding(
            "label_drift",
            "labels of several files",
            f"{len(drifted)} actors are spelled in several ways: {some(told, 3)}. They count as "
            "different actors until one spelling is used.",
            method="labels compared without case, blanks, marks and leading zeros",
            certainty="likely",
            gravity="high",
        )


def _totals(tables: Sequence[TieTable], total: TieTable) -> Iterable[Finding]:
    whole = summed(total)
    parts: dict[tuple[str, str], float] = defaultdict(float)
    for table in tables:
        for pair, weight in summed(table).items():
            parts[pair] += weight
    more = sorted(
        (pair for pair in parts if parts[pair] > whole.get(pair, 0)),
        key=lambda pair: whole.get(pair, 0) - parts[pair],
    )
    less = [pair for pair in whole if whole[pair] > parts.get(pair, 0)]
    if more:
        told = [f"{a} → {b}: {parts[a, b]:g} against {whole.get((a, b), 0):g}" for a, b in more]
        yield make_finding(
            "total_is_not_the_sum",
            total.origin,
            f"{total.origin} is not the sum of the {len(tables)} phases: {len(more)} pairs have "
            "more "
            f"in the phases than in the total ({some(told)}). A phase that is missing cannot "
            "explain "
            "that.",
            method="phases added up and compared pair by pair",
            gravity="high",
        )
    if less:
        missing = sum(whole[pair] - parts.get(pair, 0) for pair in less)
        yield make_finding(
            "total_has_more",
            total.origin,
            f"{len(less)} pairs of {total.origin} have more than the {len(tables)} phases at hand "
            f"({missing:g} of {sum(whole.values()):g} in weight): a phase is not here, or the "
            "total "
            "counts something else.",
            method="phases added up and compared pair by pair",
        )


def _unknown_in_total(tables: Sequence[TieTable], total: TieTable) -> Iterable[Finding]:
    known = set(total.actors)
    unknown = dict.fromkeys(
        f"{actor} ({table.origin})"
        for table in tables
        for actor in table.actors
        if actor not in known
    )
    if unknown:
        yield make_finding(
            "actor_not_in_total",
            total.origin,
            f"{len(unknown)} actors of the phases are not in {total.origin}: "
            f"{some(list(unknown))}.",
            method="labels compared",
            gravity="high",
        )


def _moved_labels(table: TieTable, reference: TieTable, *, one_case: bool) -> Iterable[Finding]:
    """Actors whose ties look like another's in the other files: a label that has moved.

    Args:
        one_case: whether the files are known to be of one case; if not, most labels must fit.
    """
    actors = [actor for actor in dict.fromkeys(table.actors) if actor in set(reference.actors)]
    here, there = _profiles(table, actors), _profiles(reference, actors)
    told = [
        row
        for row in range(len(actors))
        if (here[row] > 0).sum() >= TELLING_TIES and there[row].any()
    ]
    own_likeness = [_likeness_of(here, there, row, row)[1] for row in told]
    if not told or (not one_case and np.median(own_likeness) < SAME_ACTORS):
        return
    for row, actor in ((row, actors[row]) for row in told):
        alike = [_likeness_of(here, there, row, other) for other in range(len(actors))]
        best = max(range(len(actors)), key=lambda other: alike[other][0])
        likeness, own = alike[best]
        if best != row and likeness > LIKE and likeness - own > MUCH_BETTER:
            yield make_finding(
                "label_drift",
                table.origin,
                f"In {table.origin} the ties of '{actor}' look like those of '{actors[best]}' in "
                f"{reference.origin} (cosine {likeness:.2f} against "
                f"{own:.2f} with its own): has a label moved?",
                method="contacts of each actor compared between files",
                certainty="possible",
            )


def _likeness_of(here: Floats, there: Floats, row: int, other: int) -> tuple[float, float]:
    """Cosine of an actor's ties with another's and with his own, ties between the two left out."""
    size = here.shape[1] // 2
    kept = np.ones(2 * size, dtype=bool)
    kept[[row, other, size + row, size + other]] = False
    mine = here[row, kept]

    def cosine(profile: Floats) -> float:
        product = np.linalg.norm(mine) * np.linalg.norm(profile)
        return float(mine @ profile / product) if product else 0.0

    return cosine(there[other, kept]), cosine(there[row, kept])


def _profiles(table: TieTable, actors: Sequence[str]) -> Floats:
    """Shape (actors, 2 · actors): log weights out and in, so that one heavy tie does not decide."""
    index = {actor: place for place, actor in enumerate(actors)}
    size = len(actors)
    profiles = np.zeros((size, 2 * size))
    for (source, target), weight in summed(table).items():
        if source in index and target in index and weight > 0:
            profiles[index[source], index[target]] = np.log1p(weight)
            profiles[index[target], size + index[source]] = np.log1p(weight)
    return profiles


def _no_shared_actor(tables: Sequence[TieTable]) -> Iterable[Finding]:
    for before, after in pairwise(tables):
        if not set(before.actors) & set(after.actors):
            yield make_finding(
                "disconnected_phases",
                f"{before.origin}, {after.origin}",
                f"{before.origin} and {after.origin} have no actor in common: two cases, or two "
                "ways of labelling one?",
                method="labels compared",
            )
