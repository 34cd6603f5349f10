"""Draft changes of the law: kept apart from what is in force, and compared with it."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.vocabulary.law import Citation, Sanction
from sholu.vocabulary.wording import Wording

MOVES: tuple[str, ...] = ("up", "down", "unclear")
"""Which way a proposal expects an indicator to go."""


@dataclass(frozen=True)
class ExpectedMove:
    """An indicator that a change of law should move."""

    indicator: str
    direction: str
    why: Wording


@dataclass(frozen=True)
class ProposedChange:
    """One change that a proposal asks for.

    Attributes:
        article, part: of the Criminal Code in force, unless ``code`` names another act.
        change: what would be different, in our own words.
        categories: the new one; several if the proposal leaves it open between them; none if it
            stays or isn't said.
        adds, removes: kinds of punishment; terms are given only where the proposal does.
        indicators: codes of indicators that it should move; which way: ``up``, ``down`` or
            ``unclear``; and why.
    """

    article: str
    part: str
    change: Wording
    sources: tuple[Citation, ...]
    indicators: tuple[ExpectedMove, ...]
    code: str = ""
    categories: tuple[str, ...] = ()
    adds: tuple[Sanction, ...] = ()
    removes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A draft change of the law: never in force, only compared with what is.

    Attributes:
        name: what ``sholu law diff --proposal`` takes.
        changes: what it asks for, provision by provision.
    """

    name: str
    title: Wording
    sources: tuple[Citation, ...]
    changes: tuple[ProposedChange, ...]
    note: Wording | None = None
