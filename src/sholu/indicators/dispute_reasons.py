"""Why two claims of one thing differ: the reason that explains it, the most harmless first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from sholu.events.arithmetic_numbers import Number
from sholu.indicators.dispute_model import Dispute, make_dispute
from sholu.indicators.dispute_stated import Stated
from sholu.indicators.dispute_texts import alike, phrase
from sholu.vocabulary.wording import Wording

REVISED = 0.25
"""Share by which a revision changes a figure at most, by experience; more is another count."""
MORE_THAN = 1.25
"""How much more than the number after ``more than`` a fixed size can be, by the usage of texts."""
POWER_SLACK = 0.02
"""How near the ratio of two values must be to a power of ten to point to a lost or moved sign."""

_SCOPES: Mapping[str, frozenset[str]] = {
    "agency": frozenset(("custom", "police", "commit", "тамож", "полици")),
    "weight": frozenset(("gross", "pure", "net", "брутто", "нетто", "чисто")),
    "group": frozenset(("opioid", "opiate", "heroin", "synthe", "cannab")),
    "tablets": frozenset(("tablet", "таблет", "pills")),
    "incidents": frozenset(("incide", "charge", "arrest", "convic", "case", "cases")),
    "transport": frozenset(("railwa", "vehicl", "river")),
}
"""Words that narrow what is counted, by the scope that they narrow (`scope_` in the texts)."""


def reason_of(one: Stated, other: Stated) -> str | None:
    """Why two claims of one thing differ; None if they can both be true."""
    a, b = _bounded(one), _bounded(other)
    if a.low <= b.high and b.low <= a.high and not _tops_differ(one, other):
        return _edge(a, b)
    tests = (
        (_counts_over_other_time, "different_period"),
        (_is_rounded, "rounding"),
        (_is_power_of_ten, "garbled"),
        (narrowed, "different_scope"),
        (_is_revision, "later_revision"),
        (_is_of_other_works, "different_period"),
    )
    return next((reason for test, reason in tests if test(one, other)), "true_conflict")


def _counts_over_other_time(one: Stated, other: Stated) -> bool:
    accumulations = {one.claim.figure.accumulation, other.claim.figure.accumulation} - {None}
    return len(accumulations) > 1


def _is_rounded(one: Stated, other: Stated) -> bool:
    low, high = sorted((one.number.value, other.number.value))
    return high - low <= max(one.number.step, other.number.step)


def _is_power_of_ten(one: Stated, other: Stated) -> bool:
    low, high = sorted((one.number.value, other.number.value))
    if low <= 0:
        return False
    power = math.log10(high / low)
    return round(power) >= 1 and abs(10 ** (power - round(power)) - 1) <= POWER_SLACK


def _is_of_other_works(one: Stated, other: Stated) -> bool:
    """Whether one says no time, and the works that are cited are of different years."""
    years = {one.setting.cited_year, other.setting.cited_year}
    return None in (one.first, other.first) and None not in years and len(years) > 1


def _bounded(stated: Stated) -> Number:
    """``More than 7500 km``: what has a fixed size isn't said to be more than half of it."""
    number = stated.number
    if number.qualifier == "more_than" and number.measured and number.unit not in ("%", "times"):
        return replace(number, high=number.value * MORE_THAN)
    return number


def _tops_differ(one: Stated, other: Stated) -> bool:
    """``Up to 1000 %`` against ``300 to 2000 %``: each says where it ends, and not at the same."""
    tops = [_top(one), _top(other)]
    if None in tops or "up_to" not in {one.number.qualifier, other.number.qualifier}:
        return False
    low, high = sorted(top for top in tops if top is not None)
    return high > MORE_THAN * low


def _top(stated: Stated) -> float | None:
    """The upper end, where the source says one."""
    if stated.number.qualifier == "up_to":
        return stated.number.value
    return None if stated.claim.figure.value_high is None else stated.number.high


def _edge(a: Number, b: Number) -> str | None:
    """``150`` against ``more than 150``: not both, but nobody is misled."""
    if a.value == b.value and {a.qualifier, b.qualifier} == {"exact", "more_than"}:
        return "rounding"
    return None


def narrowed(one: Stated, other: Stated) -> str | None:
    """The scope that one of two claims narrows and the other does not."""
    unit = one.claim.figure.unit
    if unit in ("%", "km", "year"):
        return None  # shares, lengths and terms are not narrowed by who counted
    a, b = set(one.setting.near), set(other.setting.near)
    for scope, words in _SCOPES.items():
        if bool(a & words) and (a & words) != (b & words) and not (a & b & words):
            return scope
        if bool(b & words) and not (a & words):
            return scope
    return None


def _is_revision(one: Stated, other: Stated) -> bool:
    sources = one.claim.source or one.origin.source, other.claim.source or other.origin.source
    published = one.origin.published, other.origin.published
    if None in sources or None in published or sources[0] != sources[1]:
        return False
    low, high = sorted((one.number.value, other.number.value))
    return published[0] != published[1] and high - low <= REVISED * high


def explain(one: Stated, other: Stated, reason: str) -> Dispute:
    """The dispute over two claims, with the reason in a sentence."""
    scope = phrase(f"scope_{narrowed(one, other)}") if reason == "different_scope" else ""
    why = phrase(f"why_{reason}", scope=scope)
    later = max((one, other), key=lambda stated: stated.origin.published or "")
    return make_dispute(
        [one.claim, other.claim],
        reason,
        phrase("against", one=_told(one), other=_told(other), why=why),
        kind="garbled" if reason == "garbled" else "contradiction",
        likely_reading=alike(later.claim.figure.value_printed)
        if reason == "later_revision"
        else None,
        severity=_severity(one, other, reason),
    )


def _told(stated: Stated) -> Wording:
    claim = stated.claim
    cited = f" ({claim.cited_source})" if claim.cited_source else ""
    printed = " ".join(claim.figure.value_printed.split()) + cited
    qualifier = claim.figure.qualifier
    return phrase(qualifier, printed=printed) if qualifier in _BOUNDS else alike(printed)


_BOUNDS = ("more_than", "less_than", "up_to")


def _severity(one: Stated, other: Stated, reason: str) -> str:
    if reason in ("rounding", "later_revision"):
        return "low"
    low, high = sorted((abs(one.number.value), abs(other.number.value)))
    return "high" if reason in ("garbled", "true_conflict") and high > 1.5 * low else "medium"
