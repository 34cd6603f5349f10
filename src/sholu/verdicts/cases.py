"""Group the decisions of one case: the verdict, its appeal, its cassation, its corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sholu.verdicts.model import Verdict


def group_cases(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, with one case id for all that belong together, in their order.

    Two decisions are of one case if they print the same number in one region, or if one is about
    the decision of a date on a defendant and the other is of that date on the same defendant. The
    case is named by the earliest of them.
    """
    owner = {verdict.id: verdict.id for verdict in verdicts}

    def root(id_: str) -> str:
        while owner[id_] != id_:
            owner[id_] = owner[owner[id_]]
            id_ = owner[id_]
        return id_

    first: dict[object, str] = {}
    for verdict in sorted(verdicts, key=lambda one: (one.date or "", one.id)):
        for sign in _signs(verdict):
            known = first.setdefault(sign, verdict.id)
            early, late = root(known), root(verdict.id)
            owner[late] = early
    cases = {verdict.id: verdict.case for verdict in verdicts}
    return [replace(verdict, case=cases[root(verdict.id)]) for verdict in verdicts]


def _signs(verdict: Verdict) -> Iterator[object]:
    """What two decisions of one case have in common."""
    if verdict.case_number:
        yield verdict.case_number.casefold(), verdict.region
    for person in _people(verdict):
        if verdict.first_decision:
            yield person, verdict.first_decision
        if verdict.date:
            yield person, verdict.date


def _people(verdict: Verdict) -> Iterable[str]:
    return [one.person for one in verdict.defendants if one.person]
