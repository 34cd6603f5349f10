"""What policy evaluation evaluates: dated changes of law or practice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sholu.vocabulary.wording import Wording

Sign = Literal["up", "down", "none", "unclear"]

MEASURE_KINDS: tuple[str, ...] = ("law", "practice", "organisation", "programme")
"""A change of law; of how it is applied or counted; of who does it; a plan with its money."""


@dataclass(frozen=True)
class Expectation:
    """What a measure should do to an indicator, said before the data are read.

    Attributes:
        indicator: code.
        sign: which way it should move; ``none`` for one that should not.
        role: for whom (courier, producer, user), empty for all.
        why: by which mechanism, in a sentence.
    """

    indicator: str
    sign: Sign
    role: str = ""
    why: str = ""


@dataclass(frozen=True)
class Measure:
    """A dated change.

    Attributes:
        code: short name.
        kind: one of `MEASURE_KINDS`.
        title: what it changes.
        places: where it holds: ISO codes of countries or regions.
        announced: when people could know of it, ISO, partial allowed; None if unknown.
        in_force: first day, ISO, partial allowed.
        other_days: first days that other sources give; each is tried as a variant.
        ended: first day on which it no longer held; None if it holds.
        articles: of the law, as ``297`` or ``301``.
        expected: what it should do.
        sources: where each date and change is said.
        note: what stands against a simple answer.
    """

    code: str
    kind: str
    title: Wording
    places: tuple[str, ...]
    in_force: str
    announced: str | None = None
    ended: str | None = None
    other_days: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    expected: tuple[Expectation, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
