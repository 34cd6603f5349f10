"""Checks of one table of ties: what a person should look at before believing a measure.

Nothing is repaired; each finding is a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sholu.core.finding import Finding
from sholu.network import checks_actors, checks_ties, checks_weights
from sholu.network.model import TieTable

Check = Callable[[TieTable], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    checks_actors.actors_twice,
    checks_actors.twins,
    checks_ties.self_ties,
    checks_weights.signs_of_weights,
    checks_weights.far_off_weights,
    checks_ties.one_way,
    checks_ties.unequal_reverse,
    checks_ties.repeats,
    checks_weights.weights_as_lengths,
    checks_actors.isolates,
    checks_actors.components,
    checks_actors.times,
)
"""The checks of one table, in the order in which their findings are listed."""


def check_table(table: TieTable) -> tuple[Finding, ...]:
    """All findings about one table, those of the reader first."""
    findings = list(table.notes)
    for check in CHECKS:
        findings += check(table)
    return tuple(findings)
