"""Year-to-date figures that fall, and figures that were changed without a word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scipy.stats import binomtest

from sholu.indicators.breaks import crossing
from sholu.indicators.integrity_answer import IntegrityAnswer, printed_p
from sholu.indicators.integrity_question import Question, subject_of
from sholu.indicators.model import ClaimPoint, Observation, Series
from sholu.vocabulary.model import Vocabulary

FALLS = "arithmetic: a sum since 1 January can't become less"
REVISIONS = "two publications of one source about one thing; exact sign test of the direction"

LEAST_REVISIONS = 6
"""With five of one direction, the exact two-sided p is still .06."""

_NOTED = re.compile(r"revis|correct|уточн|пересмотр|исправл|нақтылан|түзетіл", re.IGNORECASE)
_SAME = 1e-9


def year_to_date_falls(series: Iterable[Series], vocabulary: Vocabulary) -> Iterator[Question]:
    """Ask about every year-to-date figure that is below an earlier one of its year and source.

    Only exact single values are compared, and not over a break of definition.
    """
    for one in series:
        if one.frequency != "year_to_date":
            continue
        for earlier, later in pairwise(_told(one)):
            if _falls(earlier, later) and not crossing(vocabulary, earlier, later):
                yield _fall(earlier, later)


def _told(series: Series) -> list[Observation]:
    return [
        one
        for one in series.observations
        if one.value is not None and one.value_high is None and one.qualifier == "exact"
    ]


def _falls(earlier: Observation, later: Observation) -> bool:
    assert earlier.value is not None and later.value is not None
    same_year = earlier.first_day == later.first_day and earlier.last_day < later.last_day
    same_source = _origin(earlier.points[0]) == _origin(later.points[0])
    return same_year and same_source and later.value < earlier.value * (1 - _SAME)


def _origin(point: ClaimPoint) -> str | None:
    return point.source or point.document


def _fall(earlier: Observation, later: Observation) -> Question:
    assert earlier.value is not None and later.value is not None
    answer = IntegrityAnswer(
        n=2,
        method=FALLS,
        sentence=f"{subject_of(later)}: {later.value:,.10g} since 1 January on {later.last_day}, "
        f"but {earlier.value:,.10g} on {earlier.last_day}: what was taken out of the sum, and why?",
        statistic=later.value - earlier.value,
        effect=later.value - earlier.value,
        effect_name=f"change of a sum, {later.unit}",
    )
    spans = tuple(one.points[0].span or "" for one in (earlier, later))
    return Question("year_to_date_falls", later.place, later.period, subject_of(later), answer,
                    evidence=tuple(span for span in spans if span), certain=True)  # fmt: skip


def silent_revisions(series: Iterable[Series]) -> Iterator[Question]:
    """Ask about values that a source changed from one publication to the next without a note.

    One question for each series; the sign test asks whether changes go one way, which corrections
    of errors would not.
    """
    for one in series:
        if one.observations and any(each.derived for each in one.observations):
            continue
        changed = [pair for each in one.observations for pair in _changed(each)]
        if changed:
            yield _revision(one, changed)


def _changed(observation: Observation) -> list[tuple[ClaimPoint, ClaimPoint]]:
    """Pairs of points of one source, published one after the other, with different values."""
    by_source: defaultdict[tuple[str, str], list[ClaimPoint]] = defaultdict(list)
    for point in observation.points:
        if point.source and point.published and point.value is not None and not point.suspect:
            by_source[point.source, point.accumulation].append(point)
    pairs = []
    for points in by_source.values():
        ordered = sorted(points, key=lambda point: (point.published or "", point.claim))
        pairs += [pair for pair in pairwise(ordered) if _is_silent(*pair)]
    return pairs


def _is_silent(earlier: ClaimPoint, later: ClaimPoint) -> bool:
    assert earlier.value is not None and later.value is not None
    if earlier.document == later.document or earlier.published == later.published:
        return False
    if {earlier.qualifier, later.qualifier} != {"exact"} or _NOTED.search(
        f"{later.printed} {later.note}"
    ):
        return False
    return abs(later.value - earlier.value) > _rounding(earlier, later)


def _rounding(earlier: ClaimPoint, later: ClaimPoint) -> float:
    """Half a unit of the last digit of the coarser of both, in the unit of the values."""
    return max(_half_digit(earlier), _half_digit(later))


def _half_digit(point: ClaimPoint) -> float:
    number = re.search(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,](\d+))?", point.printed)
    if number is None or not point.value:
        return 0.0
    digits = len(number.group(1) or "")
    shown = float(re.sub(r"[ \u00a0\u202f]", "", number.group(0)).replace(",", "."))
    scale = abs(point.value) / shown if shown else 1.0
    return 0.5 * 10.0**-digits * scale * (1 + _SAME)


def _revision(series: Series, changed: Sequence[tuple[ClaimPoint, ClaimPoint]]) -> Question:
    up = sum((later.value or 0) > (earlier.value or 0) for earlier, later in changed)
    n = len(changed)
    earlier, later = changed[-1]
    p = float(binomtest(up, n).pvalue) if n >= LEAST_REVISIONS else None
    share = binomtest(up, n).proportion_ci()
    direction = f"; {up} of {n} upwards ({printed_p(p)})" if p is not None else ""
    answer = IntegrityAnswer(
        n=n,
        method=REVISIONS,
        sentence=f"{n} values were changed without a note, the last one for {later.period}: "
        f"{earlier.value:,.10g} published on {earlier.published}, {later.value:,.10g} on "
        f"{later.published}{direction}. What was corrected?",
        statistic=float(up),
        p=p,
        effect=up / n,
        effect_low=float(share.low),
        effect_high=float(share.high),
        effect_name="share of changes upwards",
    )
    spans = [point.span for pair in changed[-5:] for point in pair if point.span]
    return Question("silent_revision", series.place, later.period,
                    subject_of(series.observations[0]), answer, evidence=tuple(spans),
                    certain=True)  # fmt: skip
