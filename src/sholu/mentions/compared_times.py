"""Tell a time that figures count over from one that they are only compared with."""

from __future__ import annotations

import re

from sholu.mentions.dates import DateReading
from sholu.mentions.sentences import Sentence

BESIDE = 18
"""Code points: two words and their spaces."""

_COMPARING = re.compile(
    r"(?:\bthan|\bagainst|\bcompared (?:with|to)|\bversus|\bover|\bчем|\bпротив|\bсравнени\w+ с"
    r"|\bаналогичн\w+ \w+|\bпоказател\w+|\bуровн\w+|\()(?: (?:in|the|for|of|за|в|во|со?|same|period"
    r"|тот|же|период\w*|показател\w+|уровн\w+|был[оаи]?|было))* ?$"
)
_COMPARED_COUNT = re.compile(
    r"(?:\b(?:than|against|versus|compared (?:with|to)|up from|down from|from)|\("
    r"|\b(?:чем|против|с|вместо))"
    r" \d[\d., ]*(?: (?:million|thousand|billion|тыс|млн|тысяч\w*|миллион\w*))?\.?"
    r"(?: [\w%$-]+){0,3}? (?:in|for|over|during|в|за)(?: (?:the|all|of|same|period|whole|весь"
    r"|тот|же|аналогичн\w+|соответствующ\w+|период\w*))* ?$"
)
"""``up from 861 in``, ``против 241 в``: a number stands between."""
_COMPARED_AFTER = re.compile(
    r"^ (?:figure|level|total|result)s?\b"
    r"|^ ?\S{0,12}(?: (?:осындай|сәйкес|дәл|осы|ұқсас|мен|бен|пен|тиісті)"
    r"| ?\S* салыстыр| [^,.;]{0,24}көрсеткіш)"
)


def is_compared(sentence: Sentence, reading: DateReading) -> bool:
    """Whether a stretch of time is only what the sentence's own is compared with."""
    before = " ".join(w.folded for w in sentence.words if w.end <= reading.start)[-60:]
    after = " ".join(w.folded for w in sentence.words if w.start >= reading.end)[:60]
    return (
        _COMPARING.search(f" {before}") is not None
        or _COMPARED_COUNT.search(f" {before}") is not None
        or _COMPARED_AFTER.match(f" {after}") is not None
    )


_SAME_MONTHS = re.compile(
    r"\b(?:same|corresponding|similar) (?:\w+[ -]){0,2}?(?:period|months|time|quarter|half)"
    r"|\b(?:тот|те|аналогичн\w+|соответствующ\w+)"
    r" (?:же )?(?:\w+ )?(?:период|срок|месяц|квартал|полугоди)"
    r"|\b(?:осындай|сәйкес|ұқсас|тиісті|осы) (?:кезең|мерзім|уақыт)"
)


def says_same_months(sentence: Sentence, reading: DateReading) -> bool:
    """``за тот же период прошлого года``: as many months as the report counts."""
    if reading.iso is None or re.fullmatch(r"\d{4}", reading.iso) is None:
        return False
    around = " ".join(
        w.folded
        for w in sentence.words
        if reading.start - 2 * BESIDE <= w.start < reading.end + 2 * BESIDE
    )
    return _SAME_MONTHS.search(around) is not None


def months_of_year(period: str | None, year: str | None) -> str | None:
    """The months of a period in another year."""
    if period is None or year is None:
        return year
    return re.sub(r"\d{4}(?=-)", year[:4], period)
