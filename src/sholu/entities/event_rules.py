"""The rules that say whether two events are one, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.entities.candidates import (
    ACTIVITIES,
    ALIKE,
    MEASURED,
    TITLE_WORDS,
    days_between,
    kind_group,
)
from sholu.entities.model import ComparedFigure, EventKey

COPY = 0.7
"""From here one text is a copy of the other, and a differing figure in it is a correction or a
misprint; below, differing figures speak for two events."""

DAYS_APART = 7
"""Days between the publications of one event under the same title (a weekly column reuses it)."""

DAYS_APART_COPY = 31
"""Days after which a near-duplicate is a form letter filled in again, not the same event."""

TELLING_COUNT = 10
"""A smaller number of persons or cases is shared by many events."""

DAYS_APART_AMOUNT = 2
"""Days between the publications of one event of which one text does not say when it was: the news
of a find is told again on the next day or the one after."""

_DIGITS_OF_ROUND = 2
"""Significant digits of a rounded amount: "nearly 40 hectares" of 38."""

_Measure = tuple[float, float | None, str | None]
_Range = tuple[float, float | None]
_Thing = tuple[str | None, str]


@dataclass(frozen=True)
class Verdict:
    """What the rules say of two events: ``same``, ``possible`` or ``different``, and why."""

    says: str
    strength: float
    reason: str


_DIFFERENT = Verdict("different", 0.0, "")


def compare(one: EventKey, two: EventKey, alike: float) -> Verdict:
    """What the rules say of two events: the first rule that has something to say is heard.

    Args:
        one: an event.
        two: another.
        alike: likeness of their texts, 0 to 1.
    """
    in_one_document = bool(set(one.documents) & set(two.documents))
    if not _may_share_country(one, two) or (in_one_document and alike < 1.0):
        return _DIFFERENT
    verdicts = (
        _by_text(one, two, alike),
        _by_title(one, two),
        _by_setting(one, two),
        _by_amounts(one, two),
    )
    return next((verdict for verdict in verdicts if verdict is not None), _DIFFERENT)


def _by_text(one: EventKey, two: EventKey, alike: float) -> Verdict | None:
    days = days_between(one.published, two.published)
    if alike < ALIKE or (days is not None and days > DAYS_APART_COPY):
        return None
    contradiction = _contradiction(one, two) if alike < COPY else ""
    return _unless(contradiction, alike, f"near-duplicate text (similarity {alike:.2f})")


def _by_title(one: EventKey, two: EventKey) -> Verdict | None:
    days = days_between(one.published, two.published)
    same_title = one.title == two.title and len(one.title.split()) >= TITLE_WORDS
    if not same_title or days is None or days > DAYS_APART:
        return None
    reason = "same title and country, published within a week"
    return _unless(_contradiction(one, two), 0.9, reason)


def _by_setting(one: EventKey, two: EventKey) -> Verdict | None:
    if not _same_setting(one, two):
        return None
    equal, contradiction = _equal_figures(one, two), _contradiction(one, two)
    if equal:
        return _unless(contradiction, 0.5, f"place, date and kind agree, and so do {equal}")
    if one.kind == two.kind and one.kind in ACTIVITIES:
        return Verdict("possible", 0.3, contradiction or "place, date and kind agree")
    return None


def _by_amounts(one: EventKey, two: EventKey) -> Verdict | None:
    """One place, kind and time of publication, and two equal figures, one of them an amount."""
    days = days_between(one.published, two.published)
    undated = one.date_start is None or two.date_start is None
    if (
        not undated
        or days is None
        or days > DAYS_APART_AMOUNT
        or not _same_region_and_kind(one, two)
    ):
        return None
    shared = _shared_measures(one, two)
    amounts = [measure for measure in shared if measure[2] in MEASURED]
    if not amounts or len(shared) < 2:
        return None
    words = _in_words(shared)
    reason = f"place, kind and days of publication agree, and so do {words}"
    return _unless(_contradiction(one, two), 0.4, reason)


def _same_region_and_kind(one: EventKey, two: EventKey) -> bool:
    same_kind = one.kind is not None and kind_group(one.kind) == kind_group(two.kind)
    return same_kind and bool(set(one.regions) & set(two.regions))


def _unless(contradiction: str, strength: float, reason: str) -> Verdict:
    """``same``, unless figures of the same thing differ: then a person has to say."""
    if contradiction:
        return Verdict("possible", strength, f"{reason}, but {contradiction}")
    return Verdict("same", strength, reason)


def _may_share_country(one: EventKey, two: EventKey) -> bool:
    return not one.countries or not two.countries or bool(set(one.countries) & set(two.countries))


def _same_setting(one: EventKey, two: EventKey) -> bool:
    """The same place (region, or country if neither names a region), day and kind."""
    if one.kind is None or kind_group(one.kind) != kind_group(two.kind) or one.date_start is None:
        return False
    same_place = bool(set(one.regions) & set(two.regions)) or (
        not one.regions and not two.regions and bool(set(one.countries) & set(two.countries))
    )
    return (
        same_place and one.date_start == two.date_start and len(one.date_start) == len("2025-01-01")
    )


def _equal_figures(one: EventKey, two: EventKey) -> str:
    """The figures that both state, in words; empty if none of them tells anything."""
    return _in_words(
        measure
        for measure in _shared_measures(one, two)
        if measure[0] >= TELLING_COUNT or measure[2] in MEASURED
    )


def _shared_measures(one: EventKey, two: EventKey) -> set[_Measure]:
    """Values that both state, and not of two different substances."""
    shared = {_measure(figure) for figure in one.figures} & {_measure(f) for f in two.figures}
    return {measure for measure in shared if not _of_two_substances(one, two, measure)}


def _of_two_substances(one: EventKey, two: EventKey, measure: _Measure) -> bool:
    left, right = (
        {f.of for f in key.figures if _measure(f) == measure and f.of in key.substances}
        for key in (one, two)
    )
    return bool(left) and bool(right) and not left & right


def _in_words(measures: Iterable[_Measure]) -> str:
    words = sorted(f"{value:g} {unit or ''}".strip() for value, _, unit in measures)
    return ", ".join(words[:3])


def _measure(figure: ComparedFigure) -> _Measure:
    return figure.value, figure.value_high, figure.unit


def _contradiction(one: EventKey, two: EventKey) -> str:
    """Figures of the same thing that differ, in words; empty if none do."""
    left, right = _by_thing(one), _by_thing(two)
    for thing in sorted(set(left) & set(right), key=str):
        if not left[thing] & right[thing] and not _rounded(thing, left[thing], right[thing]):
            values = " and ".join(
                "/".join(f"{value:g}" for value, _ in sorted(stated, key=str))
                for stated in (left[thing], right[thing])
            )
            unit, of = thing
            return f"{of}: {values} {unit or ''}".strip()
    return ""


def _rounded(thing: _Thing, left: set[_Range], right: set[_Range]) -> bool:
    """Whether an amount on one side is one on the other, rounded."""
    pairs = [(a, b) for a, _ in left for b, _ in right]
    return thing[0] in MEASURED and any(_rounds_to(a, b) or _rounds_to(b, a) for a, b in pairs)


def _rounds_to(exact: float, round_: float) -> bool:
    return any(
        float(f"{exact:.{digits}g}") == round_ != exact for digits in range(1, _DIGITS_OF_ROUND + 1)
    )


def _by_thing(key: EventKey) -> dict[_Thing, set[_Range]]:
    found: dict[_Thing, set[_Range]] = {}
    for figure in key.figures:
        if figure.of is not None:
            thing = (figure.unit, figure.of)
            found.setdefault(thing, set()).add((figure.value, figure.value_high))
    return found
