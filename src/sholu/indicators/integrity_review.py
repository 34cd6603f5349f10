"""All integrity tests together: how many were made, what stands out after control, what can't be
said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sholu.core.finding import Finding
from sholu.indicators.false_discovery import adjust
from sholu.indicators.funnel_table import FunnelRow, funnel_questions, funnel_rows
from sholu.indicators.integrity_question import Question, finding_of
from sholu.indicators.integrity_register import Thresholds, register_questions
from sholu.indicators.integrity_series import series_questions
from sholu.indicators.integrity_verdicts import verdict_questions
from sholu.indicators.integrity_years import year_values
from sholu.indicators.model import Registration, Series
from sholu.indicators.two_views import View
from sholu.indicators.two_views_table import view_questions, views_of
from sholu.verdicts.distance import ThresholdDistance
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class Review:
    """What came of all tests.

    Attributes:
        questions: all of them, those that ask first, then by adjusted p, then what can't be said.
        tests_made: tests with a p-value; false discoveries are controlled over these.
        funnel, views: the tables beside the tests.
    """

    questions: tuple[Question, ...]
    tests_made: int
    funnel: tuple[FunnelRow, ...]
    views: tuple[View, ...]

    def findings(self) -> tuple[Finding, ...]:
        """Those that ask, as findings."""
        return tuple(finding_of(one, self.tests_made) for one in self.questions if one.asks)


def review(
    registrations: Sequence[Registration],
    series: Sequence[Series],
    vocabulary: Vocabulary,
    thresholds: Thresholds,
    holidays: Collection[date] = (),
    distances: Sequence[ThresholdDistance] = (),
) -> Review:
    """Make every integrity test that the figures allow.

    Args:
        thresholds: gives the masses at which a size ends, by the law of a day.
        holidays: days off beside Saturdays and Sundays.
        distances: of masses in court decisions to the thresholds of their day.
    """
    years = year_values(series)
    funnel = funnel_rows(years, registrations)
    views = views_of(years, registrations)
    questions = [
        *register_questions(registrations, thresholds, holidays),
        *verdict_questions(distances),
        *series_questions(series, vocabulary),
        *funnel_questions(funnel, years),
        *view_questions(views, years),
    ]
    controlled = control(questions)
    made = sum(one.answer.p is not None for one in controlled)
    return Review(tuple(sorted(controlled, key=_order)), made, tuple(funnel), tuple(views))


def control(questions: Sequence[Question]) -> list[Question]:
    """The questions with their p adjusted for all tests that were made."""
    tested = [one for one in questions if one.answer.p is not None]
    adjusted = iter(adjust([one.answer.p for one in tested if one.answer.p is not None]).tolist())
    return [
        one if one.answer.p is None else replace(one, adjusted=next(adjusted)) for one in questions
    ]


def _order(one: Question) -> tuple[bool, bool, float, str, str]:
    adjusted = 2.0 if one.adjusted is None else one.adjusted
    return (not one.asks, not one.answer.answered, adjusted, one.place, one.test)
