"""What the register of law and a decision say side by side, and the questions that follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.core.finding import Finding, make_finding
from sholu.verdicts.model import AppliedArticle, Sanction
from sholu.vocabulary.law import Citation

METHOD = "decision against the register of law"

KINDS: dict[str, str] = {
    "kind_not_allowed": "high",
    "not_in_force": "high",
    "above_maximum": "high",
    "below_minimum": "medium",
    "size_of_other_part": "medium",
    "size_said_otherwise": "low",
    "milder_kind": "low",
}
"""Questions, with how grave each is."""


@dataclass(frozen=True)
class Question:
    """A point at which a decision, as read, and the law, as held, do not fit.

    It asks about a decision and says nothing of a judge or a defendant: the reading, the register
    or a rule that the register does not hold may be the reason.

    Attributes:
        kind: one of `KINDS`.
        is_note: readings of the law disagree, or another rule may explain it: no finding.
        article: ``296.2``; applied: what the decision says; allowed: what the register says.
        certainty: ``likely`` or ``possible``.
        spans: ids of spans of the decision; law_sources: citations of the register.
    """

    kind: str
    is_note: bool
    article: str
    applied: str
    allowed: str
    statement: str
    certainty: str
    spans: tuple[str, ...]
    law_sources: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """One person of one case: what the mass deserves by the register, and what was applied.

    Attributes:
        law_days: days whose law was looked up: of the offence, of the decision.
        masses: substance, mass and how it was weighed, in words.
        deserved: by reading of the thresholds: size, and the parts that it leads to.
        applied: articles and punishments in words.
        checked: of ``punishment`` and ``size``, what could be compared.
        questions: what does not fit; not_checked: what could not be compared, and why.
    """

    verdict: str
    document: str
    court: str | None
    region: str | None
    date: str | None
    law_days: tuple[str, ...]
    masses: tuple[str, ...]
    deserved: tuple[str, ...]
    articles: tuple[str, ...]
    applied: tuple[str, ...]
    checked: tuple[str, ...]
    questions: tuple[Question, ...]
    not_checked: tuple[str, ...]
    spans: tuple[str, ...]

    @property
    def result(self) -> str:
        """``question``, ``note``, ``fits`` or ``not comparable``."""
        if any(not one.is_note for one in self.questions):
            return "question"
        if self.questions:
            return "note"
        return "fits" if self.checked else "not comparable"


def findings_of(comparisons: Iterable[Comparison]) -> list[Finding]:
    """The questions that are no notes, as findings with both sources."""
    return [
        make_finding(
            f"law_{one.kind}",
            comparison.verdict,
            one.statement,
            evidence=(*one.spans, *one.law_sources),
            method=METHOD,
            certainty=one.certainty,
            gravity=KINDS[one.kind],
        )
        for comparison in comparisons
        for one in comparison.questions
        if not one.is_note
    ]


def article_words(article: AppliedArticle) -> str:
    """``296.2``, or the article alone."""
    return ".".join(filter(None, (article.article, article.part)))


def sanction_words(one: Sanction) -> str:
    """``imprisonment 24 months, conditional``."""
    amounts = (
        (one.months, "months"),
        (one.days, "days"),
        (one.hours, "hours"),
        (one.amount_mci, "MCI"),
        (one.amount_kzt, "KZT"),
    )
    amount = " = ".join(f"{value:g} {unit}" for value, unit in amounts if value is not None)
    words = " ".join(filter(None, (one.kind.replace("_", " "), amount)))
    return f"{words}, conditional" if one.conditional else words


def cited(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Citations as ``source: place``, each once; those that were not verified are marked."""
    words = (
        f"{one.source}: {one.place}" + ("" if one.verified else " (not verified)")
        for one in citations
    )
    return tuple(dict.fromkeys(words))
