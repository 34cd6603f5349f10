"""Decide which events of several documents are one.

Each rule has a name and gives its reason. What speaks both for and against is not decided here: the
events stay two, and a finding asks a person. A person's word goes before every rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from sholu.core.finding import Finding, make_finding
from sholu.entities.candidates import candidate_pairs
from sholu.entities.days import publication_day
from sholu.entities.event_rules import Verdict, are_apart, compare
from sholu.entities.model import Cluster, EventKey
from sholu.entities.proper_names import without_common_names

Judgement = tuple[str, str, str]
"""Two event ids and ``same`` or ``different``, as a person entered it in the journal."""

MOST_ASKED = 10
"""Members of a group that are asked whether they contradict those of another."""


def same_events(events: Sequence[EventKey], judgements: Sequence[Judgement]) -> list[Cluster]:
    """Group events that are one; each event is in exactly one cluster.

    Args:
        events: from all documents.
        judgements: in the order of the journal; of two on the same events the later one counts.

    Returns:
        Clusters in the order of their first members.
    """
    return _group(events, _judged(judgements), _verdicts(events))


def judge_events(
    events: Sequence[EventKey], judgements: Sequence[Judgement]
) -> tuple[list[Cluster], list[Finding]]:
    """Group events that are one, and name those that may be; each pair is compared once.

    Args:
        events: from all documents.
        judgements: in the order of the journal; of two on the same events the later one counts.

    Returns:
        Clusters in the order of their first members; a finding for each two events that may be one
        and were left apart.
    """
    judged = _judged(judgements)
    verdicts = _verdicts(events)
    clusters = _group(events, judged, verdicts)
    return clusters, _left_apart(verdicts, clusters, judged)


def _left_apart(
    verdicts: Sequence[tuple[EventKey, EventKey, Verdict]],
    clusters: Sequence[Cluster],
    judged: dict[frozenset[str], str],
) -> list[Finding]:
    """A finding for each two events that may be one and whose groups no person parted."""
    cluster_of = {name: number for number, c in enumerate(clusters) for name in c.members}
    parted = {
        frozenset(cluster_of[name] for name in pair if name in cluster_of)
        for pair, word in judged.items()
        if word == "different"
    }
    return [
        make_finding(
            "possible_same_event",
            one.id,
            f"The events {one.id} and {two.id} may be one: {verdict.reason}.",
            method="title, text, place, date, kind and figures compared",
            certainty="possible",
            gravity="medium",
        )
        for one, two, verdict in verdicts
        if cluster_of[one.id] != cluster_of[two.id]
        and frozenset((cluster_of[one.id], cluster_of[two.id])) not in parted
    ]


def _judged(judgements: Sequence[Judgement]) -> dict[frozenset[str], str]:
    return {frozenset((left, right)): word for left, right, word in judgements}


def _verdicts(events: Sequence[EventKey]) -> list[tuple[EventKey, EventKey, Verdict]]:
    """The rules' word on each pair worth comparing, the surest first."""
    pairs = sorted(candidate_pairs(events).items())
    events = without_common_names(events)
    found = [
        (events[a], events[b], compare(events[a], events[b], alike)) for (a, b), alike in pairs
    ]
    told = [entry for entry in found if entry[2].says != "different"]
    return sorted(told, key=lambda entry: (-entry[2].strength, entry[0].id, entry[1].id))


def _group(
    events: Sequence[EventKey],
    judged: dict[frozenset[str], str],
    verdicts: list[tuple[EventKey, EventKey, Verdict]],
) -> list[Cluster]:
    """Join what is the same, a person's word first; what a person parted stays apart."""
    groups = _Groups(events, [pair for pair, word in judged.items() if word == "different"])
    key_of = {key.id: key for one, two, _ in verdicts for key in (one, two)}
    for pair, word in judged.items():
        if word == "same" and pair <= groups.known:
            groups.join(*sorted(pair), reason="judged to be the same")
    for one, two, verdict in verdicts:
        if verdict.says != "same" or frozenset((one.id, two.id)) in judged:
            continue
        others = groups.across(one.id, two.id) if verdict.weighed else ()
        if not are_apart((key_of[a], key_of[b]) for a, b in others):
            groups.join(one.id, two.id, reason=verdict.reason)
    return groups.clusters()


class _Groups:
    """Disjoint sets of events that never join two which a person parted."""

    def __init__(self, events: Sequence[EventKey], parted: Sequence[frozenset[str]]) -> None:
        self.known = frozenset(event.id for event in events)
        self._rank = {
            event.id: (publication_day(event.published), event.documents) for event in events
        }
        self._group_of = {event.id: [event.id] for event in events}
        self._reasons: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = {}
        for pair in parted:
            for name in pair:
                self._apart.setdefault(name, set()).update(pair - {name})

    def join(self, one: str, two: str, *, reason: str) -> None:
        """Put the groups of two events together, unless a person parted any of their members."""
        left, right = self._group_of[one], self._group_of[two]
        if left is right:
            return
        if any(self._apart.get(name, set()) & set(right) for name in left):
            return
        small, large = sorted((left, right), key=len)
        reasons = [*self._reasons.pop(large[0], []), *self._reasons.pop(small[0], []), reason]
        large.extend(small)
        for name in small:
            self._group_of[name] = large
        self._reasons[large[0]] = list(dict.fromkeys(reasons))

    def across(self, one: str, two: str) -> Iterator[tuple[str, str]]:
        """Pairs of the groups of two events: one of each; of large groups not all."""
        left, right = self._group_of[one], self._group_of[two]
        if left is right or len(left) == len(right) == 1:
            return iter(())
        return product(left[:MOST_ASKED], right[:MOST_ASKED])

    def clusters(self) -> list[Cluster]:
        """The groups in the order of their first members; members by date and document."""
        groups = {id(group): group for group in self._group_of.values()}
        return [
            Cluster(
                members=tuple(sorted(group, key=lambda name: (*self._rank[name], name))),
                reason="; ".join(self._reasons.get(group[0], [])),
            )
            for group in groups.values()
        ]
