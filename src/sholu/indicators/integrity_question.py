"""A question that a test asks of a region's figures, with where it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.core.finding import Finding, make_finding
from sholu.indicators.false_discovery import METHOD, RATE
from sholu.indicators.integrity_answer import IntegrityAnswer
from sholu.indicators.model import Observation

TITLES = {
    "bunching": "Why do so many masses lie just above a legal threshold?",
    "density": "Why does the density of masses jump at a legal threshold?",
    "heaping_masses": "Why do so many masses end in 0 or 5?",
    "heaping_counts": "Why do so many monthly counts end in 0 or 5?",
    "first_digits": "Why are the first digits of masses unlike those of measured ones?",
    "second_digits": "Why are the second digits of masses unlike those of measured ones?",
    "month_end": "Why are so many offences registered on the last day of a month?",
    "quarter_end": "Why are so many offences registered on the last day of a quarter?",
    "year_end": "Why are so many offences registered on the last day of the year?",
    "splitting_person": "Why does one person stand behind many registrations of a unit's month?",
    "splitting_officers": "Why do one pair's registrations come in bursts of a week?",
    "splitting_week": "Why do test purchases from one person come in one week?",
    "moving_apart": "Why do detections and registered users move against each other?",
    "year_to_date_falls": "Why does a sum since 1 January become less?",
    "silent_revision": "Why was a published figure changed without a note?",
    "funnel_leak": "Where do cases get lost between two stages, unlike elsewhere?",
    "two_views": "Why do counts and the market tell different stories of the region?",
}
"""What each test asks; none is a verdict on a person or an agency."""


@dataclass(frozen=True)
class Question:
    """One test on one set of figures.

    Attributes:
        test: key of `TITLES`.
        place: ISO code; ``period``: what the figures cover; ``subject``: which figures.
        evidence: ids of the spans behind it: cells and sentences, or rows of a register.
        certain: the figures themselves say it, chance has no part.
        adjusted: p after control of false discoveries; None without a p or an answer.
    """

    test: str
    place: str
    period: str
    subject: str
    answer: IntegrityAnswer
    evidence: tuple[str, ...] = ()
    certain: bool = False
    adjusted: float | None = None

    @property
    def asks(self) -> bool:
        """Whether somebody should look."""
        return self.certain or (self.adjusted is not None and self.adjusted <= RATE)


def subject_of(observation: Observation) -> str:
    """Which figures: indicator, drug and scope."""
    parts = (observation.indicator, observation.substance, observation.scope)
    return ", ".join(part for part in parts if part)


def spans_behind(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Ids of the spans of all claims behind observations, each once."""
    points = (point for one in observations for point in one.points)
    return tuple(dict.fromkeys(point.span for point in points if point.span))


def finding_of(question: Question, tests_made: int) -> Finding:
    """The question as a finding; ``possible`` where chance may have made it."""
    answer = question.answer
    control = "" if question.certain else f"; {tests_made} tests made, {METHOD} at {RATE:.0%}"
    return make_finding(
        question.test,
        f"{question.place} {question.period}",
        f"{TITLES[question.test]} {answer.sentence}",
        evidence=question.evidence,
        method=f"{answer.method}{control}",
        certainty="certain" if question.certain else "possible",
    )
