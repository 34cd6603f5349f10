"""Read the words around a number: how exact it is, and over what time it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sholu.core.period import parse_period
from sholu.core.quantity import Unit
from sholu.mentions.dates import DateReading
from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import Word, split_words

_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True)
class Counting:
    """Over what time something is counted.

    Attributes:
        accumulation: ``period``, ``year_to_date``, ``stock``, ``rate`` or None (not said).
        period: ISO text, or None.
    """

    accumulation: str | None
    period: str | None


@cache
def _wording() -> dict[str, Any]:
    wording: dict[str, Any] = read_word_lists("sholu.mentions", "figure_wording.yaml")
    return wording


@cache
def _qualifier_phrases(language: str, side: str) -> _Phrases:
    """Phrases as folded words with their qualifier, by the word beside the number.

    The longest first.
    """
    phrases = [
        (tuple(word.folded for word in split_words(phrase)), qualifier)
        for qualifier, sides in _wording()["qualifiers"][language].items()
        for phrase in sides[side]
    ]
    by_word: _Phrases = {}
    for phrase, qualifier in sorted(phrases, key=lambda entry: -len(entry[0])):
        beside = phrase[-1] if side == "before" else phrase[0]
        by_word.setdefault(beside, []).append((phrase, qualifier))
    return by_word


def read_qualifier(sentence: Sentence, first: int, stop: int, is_range: bool) -> tuple[str, int]:
    """How exact the number at ``first:stop`` is, and where the qualifying words begin.

    Args:
        is_range: the words that open a range (от … до) qualify nothing.
    """
    language = sentence.language or "en"  # signs (~, <, ≥) are the same in all languages
    words = sentence.words
    before = words[first - 1].folded if first else ""
    after = words[stop].folded if stop < len(words) else ""
    for phrase, qualifier in _qualifier_phrases(language, "before").get(before, ()):
        begin = first - len(phrase)
        opens_range = phrase in (("от",), ("до",)) and (is_range or phrase == ("от",))
        if begin >= 0 and not opens_range and _stands_at(words, begin, phrase):
            return qualifier, begin
    if any(word.folded == "лишним" for word in words[first:stop]):
        return "more_than", first
    for phrase, qualifier in _qualifier_phrases(language, "after").get(after, ()):
        if is_range and phrase == ("дейін",):
            continue
        if _stands_at(words, stop, phrase):
            return qualifier, first
    return "exact", first


def _stands_at(words: Sequence[Word], place: int, phrase: tuple[str, ...]) -> bool:
    return tuple(word.folded for word in words[place : place + len(phrase)]) == phrase


def skip_after_qualifier(sentence: Sentence, stop: int) -> int:
    """The place after words such as ``астам`` or ``or more``, where the noun may follow."""
    if sentence.language is None or stop >= len(sentence.words):
        return stop
    phrases = _qualifier_phrases(sentence.language, "after")
    for phrase, _ in phrases.get(sentence.words[stop].folded, ()):
        if _stands_at(sentence.words, stop, phrase):
            return stop + len(phrase)
    return stop


def read_counting(
    unit: Unit,
    sentence: Sentence,
    dates: Sequence[DateReading],
    inherited: Counting,
    at: int,
) -> Counting:
    """Over what time a figure counts.

    Args:
        unit: what is counted per something is a rate, whatever the time; a share is of one time.
        dates: those of the sentence.
        inherited: of the sentence before in the paragraph; holds if this sentence says nothing,
            for official notices state the time once and then list.
        at: offset of the number; of several dates the nearest before it counts, else the first.
    """
    said = _said_in(sentence, dates, at)
    period = said.period if said.accumulation or said.period else inherited.period
    if unit.dimension.startswith("share"):
        return Counting(None, period)
    if unit.dimension.startswith("number") or "/" in unit.code:
        return Counting("rate", period)
    if unit.dimension == "time" or unit.dimension.startswith("ratio"):
        return Counting(None, None)
    return said if said.accumulation is not None else inherited


def sentence_counting(
    sentence: Sentence, dates: Sequence[DateReading], before: Counting
) -> Counting:
    """What a sentence hands on to the next one of its paragraph."""
    said = _said_in(sentence, dates, sentence.end)
    if said.accumulation is not None:
        return said
    tells_of_a_day = any(d.iso is not None and len(d.iso) == _DAY_LENGTH for d in dates)
    return NOTHING_SAID if tells_of_a_day else before


_DAY_LENGTH = len("2025-01-31")


NOTHING_SAID = Counting(None, None)


def hand_on(before: Counting, paragraphs: int) -> Counting:
    """What a paragraph hands on to the next: a report states its time once, at its head.

    Args:
        paragraphs: how many were read, the title among them; a time that is stated farther down is
            that of a paragraph about the years before.
    """
    report = paragraphs <= _HEAD and before.accumulation == "period"
    return before if report or before.accumulation == "year_to_date" else NOTHING_SAID


_HEAD = 2
"""Title and first paragraph."""


def _said_in(sentence: Sentence, dates: Sequence[DateReading], at: int) -> Counting:
    stretches = [d for d in dates if not (_is_plan(d) and _PLAN.search(sentence.folded))]
    period = _nearest_period(stretches, at)
    for accumulation in ("stock", "year_to_date"):
        cues = _wording()["accumulation"][accumulation].get(sentence.language or "", ())
        if any(f" {cue}" in sentence.folded for cue in cues):
            iso = None if period is None else period.iso
            return Counting(accumulation, iso)
    if _BIRTH.search(sentence.folded):
        return NOTHING_SAID
    if _says_months(sentence) and (period is None or not period.from_january):
        return Counting("year_to_date", None if period is None else period.iso)
    if period is None:
        cues = _wording()["accumulation"]["period"].get(sentence.language or "", ())
        counted = any(f" {cue} " in sentence.folded for cue in cues)
        return Counting("period", None) if counted else NOTHING_SAID
    return Counting("year_to_date" if period.from_january else "period", period.iso)


def _says_months(sentence: Sentence) -> bool:
    """``За восемь месяцев``, ``жеті айда``: official reports count so from January."""
    cue = _MONTHS.get(sentence.language or "")
    return cue is not None and cue.search(sentence.folded) is not None


_MONTHS = {
    "en": re.compile(
        r"(?:^|[.:] |\b)(?:over|in|for|during)(?: the)?(?: first| past| last)?"
        r" (?:three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) months"
        r"(?! in| of (?:imprison|prison|custody)|['’])"
        r"|\bfirst (?:half|quarter) of (?:the|this) year"
        r"|\b(?:between|from) january (?:and|to|through)\b"
        r"|\bjanuary (?:-|–|to|through) (?:march|june|september|november|\w+ber)\b"
    ),
    "ru": re.compile(
        r"\b(?:за|по итогам)(?: первые| первых| прошедшие| последние)?"
        r" (?:три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|[а-я]+и|\d{1,2}) месяц"
        r"|\b(?:за|в|по итогам|итоги) (?:перво\w+|первый|1|i) (?:полугоди|квартал)"
        r"|\bс января по |\b(?:за|в) январ\w (?:-|–|—) (?:март|июн|сентябр|август|октябр|ноябр)"
    ),
    "kk": re.compile(
        r"\b(?:үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|он бір|\d{1,2}) (?:айда|айдың|айында)\b"
    ),
}
"""Months over which a report counts: not those of a term, nor one or two."""


_BIRTH = re.compile(r"\bрождения\b|\bг\. ?р\b|\bborn\b")
_PLAN = re.compile(
    r"plan|programme?|strategy|concept|roadmap|план|программ|концепци|стратеги|жоспар|бағдарлама"
)


def _is_plan(reading: DateReading) -> bool:
    """Several years beside the word plan are the plan's, not what the figure counts over."""
    return reading.iso is not None and re.fullmatch(r"\d{4}/\d{4}", reading.iso) is not None


def _nearest_period(dates: Sequence[DateReading], at: int) -> DateReading | None:
    """The last stretch of time before an offset, else the first after it.

    A single day is the day of an event or of a report, not what a figure counts over.
    """
    stretches = [
        reading for reading in dates if reading.iso is not None and _is_stretch(reading.iso)
    ]
    before = [reading for reading in stretches if reading.end <= at]
    if before:
        return before[-1]
    return stretches[0] if stretches else None


def _is_stretch(iso: str) -> bool:
    period = parse_period(iso)
    return period.first_day() != period.last_day()
