"""Over what time a figure counts: weights that were learnt choose, by what the report says of time.

The alternatives are nothing said (one event, a fine, a norm), ``period``, ``year_to_date``,
``stock`` and ``rate``; the features are those of `time_features`, the weights
(``time_weights.tsv``) are fitted by ``tools/fit_time_weights.py``. Which period it is stands beside
the number, or is the last one told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sholu.core.choice import Features, Weights, choose, load_weights
from sholu.core.quantity import Unit
from sholu.mentions.compared_times import months_of_year
from sholu.mentions.dates import DateReading
from sholu.mentions.model import Figure
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_features import Numbered, find_features
from sholu.mentions.time_marks import Mark, days_of
from sholu.mentions.time_report import Report
from sholu.vocabulary.model import Vocabulary

SAID = ("period", "year_to_date", "stock", "rate")
"""What a figure's ``accumulation`` may be besides None."""


@dataclass(frozen=True)
class Counting:
    """Over what time something is counted.

    Attributes:
        accumulation: ``period``, ``year_to_date``, ``stock``, ``rate`` or None (not said).
        period: ISO text, or None.
    """

    accumulation: str | None
    period: str | None


NOTHING_SAID = Counting(None, None)


def read_times(
    figures: Sequence[Figure],
    sentences: Sequence[Sentence],
    dates: Sequence[DateReading],
    vocabulary: Vocabulary,
) -> list[Figure]:
    """Figures of running text, each with the time that it counts over.

    Args:
        sentences: those of the report, without those of tables.
        dates: all dates of the report, in order.
    """
    if not figures:
        return []
    report = Report(sentences, dates, figures)
    weights = load_weights("sholu.mentions", "time_weights.tsv")
    return [
        _with_time(report, numbered, weights)
        for numbered in number_figures(report, figures, vocabulary)
    ]


def number_figures(
    report: Report, figures: Sequence[Figure], vocabulary: Vocabulary
) -> Iterator[Numbered]:
    """The figures with where they stand in the report."""
    kinds = _kinds(vocabulary)
    seen: Counter[int] = Counter()
    for figure in figures:
        at = report.sentence_at(figure.span.start)
        words = report.sentences[at].words
        first = bisect_left(words, figure.span.start + 1, key=lambda word: word.end)
        stop = bisect_left(words, figure.span.end, key=lambda word: word.start)
        kind = kinds.get((figure.unit or "").split("/")[0], "count")
        per = "/" if "/" in (figure.unit or "") else ""
        yield Numbered(figure, at, first, stop, kind + per, seen[at])
        seen[at] += 1


@once_per_vocabulary
def _kinds(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The kind of each unit: the first word of its dimension, persons apart from things."""
    return {
        word.unit.code: "persons"
        if word.unit.dimension == "count of persons"
        else word.unit.dimension.split(" ")[0]
        for word in vocabulary.units
    }


def _with_time(report: Report, numbered: Numbered, weights: Weights) -> Figure:
    accumulation = settled(numbered.kind)
    if accumulation is None and not is_timeless(numbered.kind):
        found = find_features(report, numbered)
        accumulation, _ = choose(alternatives(found), weights)
    period = _period(report, numbered, accumulation)
    return replace(numbered.figure, accumulation=accumulation, period=period)


def settled(kind: str) -> str | None:
    """What is counted per something is a rate, whatever the words around it."""
    return "rate" if "/" in kind or kind == "number" else None


def is_timeless(kind: str) -> bool:
    """Terms and multiples are counted over no time."""
    return kind in ("time", "ratio")


def alternatives(features: Features) -> list[tuple[str | None, Features]]:
    """The alternatives of a figure: each has the figure's features as its own; nothing has none."""
    own = [(said, {f"{said}:{name}": value for name, value in features.items()}) for said in SAID]
    return [(None, {}), *own]


def _period(report: Report, numbered: Numbered, accumulation: str | None) -> str | None:
    """The stretch beside the number, or else the last that was told before its sentence."""
    if accumulation is None and numbered.kind != "share":
        return None
    marks = [mark for mark in report.marks[numbered.at] if mark.iso is not None]
    at = report.sentences[numbered.at].words[numbered.first].start
    before = [mark for mark in marks if mark.end <= at]
    after = [mark for mark in marks if mark.end > at and not mark.name.startswith("compared")]
    nearest = before[-1] if before else after[0] if after else None
    if nearest is None:
        return None if accumulation == "stock" else report.last_period(numbered.at)
    if accumulation == "year_to_date" and nearest.name.endswith("same months"):
        return _same_months(report, numbered.at, marks, nearest)
    return nearest.iso


def _same_months(report: Report, at: int, marks: Sequence[Mark], nearest: Mark) -> str | None:
    """``за тот же период прошлого года``: as many months as the report counts."""
    own = next((mark.iso for mark in marks if mark is not nearest), report.last_period(at))
    return months_of_year(own, nearest.iso)


def said_by_heading(unit: Unit, dates: Sequence[DateReading]) -> Counting:
    """Over what time the number of a cell counts whose heading has dates."""
    stretches = [d for d in dates if d.from_january or (d.iso is not None and days_of(d.iso) > 1)]
    last = stretches[-1] if stretches else None
    period = None if last is None else last.iso
    if unit.dimension.startswith("share"):
        return Counting(None, period)
    if unit.dimension.startswith("number") or "/" in unit.code:
        return Counting("rate", period)
    if last is None or unit.dimension == "time" or unit.dimension.startswith("ratio"):
        return NOTHING_SAID
    return Counting("year_to_date" if last.from_january else "period", period)
