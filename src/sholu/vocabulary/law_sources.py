"""What the law register cites, and what it holds beside provisions: acts, findings, reports."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.period import PartialDate
from sholu.vocabulary.law import Citation
from sholu.vocabulary.wording import Wording


@dataclass(frozen=True)
class Reference:
    """What is cited: a paper, a thesis, a release, a page of the press, an act.

    Attributes:
        code: short name in citations, e.g. ``000`` or ``KZ.CC2014``.
        kind: ``paper``, ``thesis``, ``release``, ``press`` or ``act``.
        short: author and year, as it stands in a line; title: as in a list of references.
        year: of publication.
    """

    code: str
    kind: str
    short: str
    title: str
    year: int


@dataclass(frozen=True)
class Act:
    """A code, a law, a by-law, a plan or a treaty.

    Attributes:
        code: ``<country>.<short>``, e.g. ``KZ.CC2014``.
        kind: ``criminal_code``, ``code``, ``law``, ``by_law``, ``court_guidance``, ``plan``,
            ``treaty`` or ``amendment``.
        number, date: as published; empty or None if unknown.
        in_force_from: inclusive; in_force_to: exclusive; None if unknown or still in force.
        about: what it has to do with drugs, in our own words.
    """

    code: str
    kind: str
    country: str
    title: Wording
    about: Wording
    sources: tuple[Citation, ...]
    number: str = ""
    date: PartialDate | None = None
    in_force_from: PartialDate | None = None
    in_force_to: PartialDate | None = None
    note: Wording | None = None


@dataclass(frozen=True)
class LawFinding:
    """Where sources disagree about the law, or a figure of it is suspect.

    Attributes:
        key: short name that provisions and thresholds point to.
        kind: ``sources_disagree``, ``suspect_figure``, ``suspect_label`` or ``practice``.
        where: what it is about, e.g. ``KZ.CC2014/297`` or ``heroin``.
        statement: one sentence, in three languages.
    """

    key: str
    kind: str
    where: str
    statement: Wording
    sources: tuple[Citation, ...]
    certainty: str = "certain"
    gravity: str = "medium"


@dataclass(frozen=True)
class Report:
    """What a source says about the law that is no rule of it: practice, opinion, abroad.

    Attributes:
        why_no_rule: why it is kept apart from the provisions.
    """

    key: str
    about: str
    statement: Wording
    why_no_rule: Wording
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class CalculationIndex:
    """The monthly calculation index (MCI; МРП; АЕК) of a year for fines, in tenge."""

    year: int
    kzt: float
    sources: tuple[Citation, ...]
