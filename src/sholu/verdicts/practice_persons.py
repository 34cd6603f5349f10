"""Who is counted in tables of practice: each person of a case once, under one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sholu.verdicts.model import AppliedArticle, Defendant, Verdict
from sholu.vocabulary.law import CATEGORIES, LawError, Provision
from sholu.vocabulary.law_register import Law

_STAGES = ("first_instance", "appeal", "cassation", "supervision")
"""Kinds of decisions that say what becomes of a person; a corrigendum mends a wording only."""


@dataclass(frozen=True)
class CountedPerson:
    """A defendant of one case, as the decision says that counts for the case.

    Attributes:
        verdict: the first-instance decision; that of a higher court where no other is held.
        article: the gravest of the articles; None if none was read.
    """

    verdict: Verdict
    defendant: Defendant
    article: AppliedArticle | None

    @property
    def is_of_higher_court(self) -> bool:
        """Whether only a higher court's decision is held."""
        return self.verdict.case_kind != "first_instance"


def counting_decisions(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The decisions that count for their cases, in order of date.

    Of a case these are its first-instance decisions; where none is held, the earliest decision of a
    higher court, which repeats it. Corrigenda and rejected readings never count.
    """
    cases: dict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        if one.case_kind in _STAGES and one.status != "rejected":
            cases[one.case].append(one)
    kept = [one for held in cases.values() for one in _counting(held)]
    return sorted(kept, key=lambda one: (one.date or "9999", one.id))


def _counting(held: Sequence[Verdict]) -> Iterable[Verdict]:
    first = [one for one in held if one.case_kind == "first_instance"]
    return first or [min(held, key=lambda v: (_STAGES.index(v.case_kind), v.date or "9999", v.id))]


def counted_persons(verdicts: Iterable[Verdict], law: Law) -> tuple[CountedPerson, ...]:
    """Each person of a case once, by the first decision on them.

    A report of courts counts persons judged, not decisions: an appeal that repeats a sentence adds
    nobody. A person judged under several articles stands under the gravest, by the categories of
    the law register; among equals under the highest part.
    """
    found: dict[tuple[str, str], CountedPerson] = {}
    for verdict in counting_decisions(verdicts):
        for place, one in enumerate(verdict.defendants):
            key = (verdict.case, one.person or f"{verdict.id} {place}")
            found.setdefault(key, CountedPerson(verdict, one, _gravest(one.articles, verdict, law)))
    return tuple(found.values())


def _gravest(
    articles: Sequence[AppliedArticle], verdict: Verdict, law: Law
) -> AppliedArticle | None:
    days = days_of_law(verdict)

    def weight(article: AppliedArticle) -> tuple[int, float, tuple[tuple[int, str], ...]]:
        held = [one for _, one in provisions_on(law, article, days)]
        grave = [CATEGORIES.index(one.category) for one in held if one.category]
        terms = [top for one in held for s in one.sanctions if (top := s.months()[1])]
        return max(grave, default=-1), max(terms, default=0.0), in_order(article.part or "")

    return max(articles, key=weight, default=None)


def in_order(label: str) -> tuple[tuple[int, str], ...]:
    """A key by which ``299``, ``299-1`` and ``300`` come in this order."""
    return tuple(
        (int(piece), "") if piece.isdigit() else (0, piece)
        for piece in re.findall(r"\d+|[^\W\d]+", label)
    )


def exact_day(iso: str | None) -> date | None:
    """A day, if it is known to the day and in the calendar."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def days_of_law(verdict: Verdict) -> tuple[date, ...]:
    """The days whose law may apply: that of the offence, and that of the decision.

    The law of the day of the offence applies, or a later one that is lighter (Criminal Code of
    Kazakhstan 2014, Articles 5 and 6): what either allows is allowed.
    """
    days = (exact_day(verdict.offence_date), exact_day(verdict.date))
    return tuple(dict.fromkeys(day for day in days if day))


def provisions_on(
    law: Law, article: AppliedArticle, days: Iterable[date]
) -> Iterator[tuple[date, Provision]]:
    """The versions of an applied part in force on days, as far as the register holds them."""
    for day in days:
        try:
            code = law.criminal_code(day)
        except LawError:
            continue  # a day before the register begins
        found = law.article(code, article.article, article.part or "", day)
        if found is not None:
            yield day, found
