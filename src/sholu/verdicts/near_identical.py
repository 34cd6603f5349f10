"""Groups of decisions whose circumstances are nearly the same, in whatever court."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist
from rensa import RMinHash

from sholu.evidence.near_duplicates import PERMUTATIONS, near_duplicate_pairs
from sholu.verdicts.plot_words import Telling

SAME_PLOT = 0.6
"""Share of words in the same order (twice the longest common subsequence over both lengths) from
which two tellings are one plot. With the plots of the development half of evaluation/verdicts, a
tenth of the words left out or put in and sentences added: 98 % of the pairs of one plot reach it,
and of 43,500 pairs of two plots none, the likest being at 0.52 (`benchmarks/verdict_plots.py`)."""

_CANDIDATE = 0.25
"""Estimated Jaccard similarity of stems from which two tellings are compared word by word."""

_SEED = 42
_FIRST_LETTER = 0x100
"""Words become single characters, so that rapidfuzz compares them at its own speed."""


@dataclass(frozen=True)
class Group:
    """Tellings that are nearly identical to one of them.

    Attributes:
        centre: the telling that the others are compared with; it has the most that are like it.
        members: the centre first, then by likeness; likeness: of each, 0 to 1.
    """

    centre: Telling
    members: tuple[Telling, ...]
    likeness: tuple[float, ...]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Twice the longest common subsequence of words over both lengths, 0 to 1."""
    return float(Indel.normalized_similarity(one, other))


def group_tellings(tellings: Sequence[Telling], threshold: float = SAME_PLOT) -> list[Group]:
    """Groups of at least two, the largest first; each telling is in one group at most.

    Candidates come from MinHash; within what hangs together a group is a star: every member is
    compared with its centre, so that a chain of small changes never joins two plots.

    Source: Broder (1997), On the resemblance and containment of documents (MinHash); Aslam,
    Pelekhov and Rus (2004), The star clustering algorithm, J. Graph Algorithms Appl. 8, 95-129.
    """
    coded = _as_letters(tellings)
    links = _links(tellings)
    groups = [
        group
        for component in _components(len(tellings), links)
        for group in _stars(component, tellings, coded, links, threshold)
    ]
    groups = [group for group in groups if len({m.verdict for m in group.members}) > 1]
    return sorted(groups, key=lambda group: (-len(group.members), group.centre.verdict))


def _as_letters(tellings: Sequence[Telling]) -> list[str]:
    """Each telling as a string of one character a word, for rapidfuzz."""
    letters: dict[str, str] = {}
    for telling in tellings:
        for word in telling.words:
            letters.setdefault(word, chr(_free(len(letters))))
    return ["".join(letters[word] for word in telling.words) for telling in tellings]


def _free(number: int) -> int:
    """A code point that is no surrogate."""
    place = number + _FIRST_LETTER
    return place if place < 0xD800 else place + 0x800


def _links(tellings: Sequence[Telling]) -> dict[int, set[int]]:
    """Pairs worth comparing, by place in the list."""
    sketches = [(str(place), _sketch(one.words)) for place, one in enumerate(tellings)]
    links: dict[int, set[int]] = defaultdict(set)
    for one, other, _ in near_duplicate_pairs(sketches, _CANDIDATE):
        links[int(one)].add(int(other))
        links[int(other)].add(int(one))
    return links


def _sketch(words: Sequence[str]) -> tuple[int, ...]:
    """MinHash over stems; their order is looked at when candidates are compared."""
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(sorted(set(words)))
    return tuple(minhash.digest())


def _components(number: int, links: dict[int, set[int]]) -> Iterable[list[int]]:
    """Places that hang together, each component in order."""
    seen = [False] * number
    for start in range(number):
        if seen[start] or start not in links:
            continue
        seen[start] = True
        component, waiting = [], [start]
        while waiting:
            place = waiting.pop()
            component.append(place)
            for other in links[place]:
                if not seen[other]:
                    seen[other] = True
                    waiting.append(other)
        yield sorted(component)


def _stars(
    component: list[int],
    tellings: Sequence[Telling],
    coded: Sequence[str],
    links: dict[int, set[int]],
    threshold: float,
) -> Iterable[Group]:
    """Stars of a component: the best linked telling left, with all that are like it."""
    left = component
    while len(left) > 1:
        centre = max(left, key=lambda place: (len(links[place]), -place))
        alike = _likeness_to(coded[centre], [coded[place] for place in left])
        near = [i for i in np.argsort(-alike, kind="stable") if alike[i] >= threshold]
        inside = [left[i] for i in near]
        if len(inside) > 1:
            ordered = [centre, *(place for place in inside if place != centre)]
            of = dict(zip(left, alike, strict=True))
            yield Group(
                tellings[centre],
                tuple(tellings[place] for place in ordered),
                tuple(round(float(of[place]), 4) for place in ordered),
            )
        gone = {centre, *inside}
        left = [place for place in left if place not in gone]


def _likeness_to(centre: str, others: Sequence[str]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = cdist(
        [centre], others, scorer=Indel.normalized_similarity, dtype=np.float64
    )
    row: NDArray[np.float64] = found[0]
    return row
