"""The rules that say whether two events are one, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.entities.amounts import MOST, Agreement, compare_figures, find_contradiction
from sholu.entities.candidates import (
    ACTIVITIES,
    ALIKE,
    TITLE_WORDS,
    WINDOW,
    days_between,
    kind_group,
)
from sholu.entities.model import EventKey

COPY = 0.7
"""From here one text is a copy of the other, and a differing figure in it is a correction or a
misprint; below, differing figures speak for two events."""

DAYS_APART = 7
"""Days between the publications of one event under the same title (a weekly column reuses it)."""

DAYS_APART_COPY = 31
"""Days after which a near-duplicate is a form letter filled in again, not the same event."""

DAYS_APART_NEWS = 10
"""Days between the publications of two reports of one event in other words."""

SAME, POSSIBLE = 5.6, 3.8
"""Points from which two reports in other words tell one event, or may. The points below are set by
hand: a report that agrees in region, day and kind has 5.0 to 5.5, and needs a figure, a town, an
agency or a substance more. tests/floors/reading.toml holds what they reach."""

SAME_UNDATED = 4.2
"""The same where one report does not say when it was: then two figures must agree."""

FREQUENT = ACTIVITIES | {"prevention", "court"}
"""Kinds of which a town may see several on one day: only figures tell them apart."""

GENERAL = frozenset(
    {
        "narcotic_drugs", "psychotropic_substances", "psychoactive_substances", "synthetic_drugs",
        "hard_drugs", "natural_drugs", "analogues", "nps", "precursors", "pharmacy_drugs",
        "opiates",
    }
)  # fmt: skip
"""Substances that name a group: one report may say them where another names the drug."""

HEMP = {"cannabis_herb": "cannabis", "cannabis_plants": "cannabis", "cannabis_seeds": "cannabis"}
"""One plant, as outlets call it."""


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
    if not _may_share(one.countries, two.countries) or (in_one_document and alike < 1.0):
        return _DIFFERENT
    verdict = _by_text(one, two, alike) or _by_title(one, two) or _by_points(one, two)
    return verdict or _DIFFERENT


def _by_text(one: EventKey, two: EventKey, alike: float) -> Verdict | None:
    if alike < ALIKE:
        return None
    days = days_between(one.published, two.published)
    if days is not None and days > DAYS_APART_COPY:
        return None
    contradiction = find_contradiction(one, two) if alike < COPY else ""
    return _unless(contradiction, alike, f"near-duplicate text (similarity {alike:.2f})")


def _by_title(one: EventKey, two: EventKey) -> Verdict | None:
    if one.title != two.title or len(one.title.split()) < TITLE_WORDS:
        return None
    days = days_between(one.published, two.published)
    if days is None or days > DAYS_APART:
        return None
    reason = "same title and country, published within a week"
    return _unless(find_contradiction(one, two), 0.9, reason)


def _by_points(one: EventKey, two: EventKey) -> Verdict | None:
    """Two reports in other words or languages: place, day, kind, figures and what else agrees."""
    points = _points_of_setting(one, two)
    undated = one.date_start is None or two.date_start is None
    wanted = SAME_UNDATED if undated else POSSIBLE
    if points is None or points + MOST < wanted:
        return None
    figures = compare_figures(one, two)
    total = points + figures.strength
    if total < wanted or (undated and not (figures.has_amount and figures.shared >= 2)):
        return None
    reason = _reason(figures, undated=undated)
    contradiction = find_contradiction(one, two)
    if undated:
        return _unless(contradiction, 0.4, reason)
    if total >= SAME and _tells(one, two, figures):
        return _unless(contradiction, 0.5, reason)
    return Verdict("possible", 0.3, contradiction or reason)


def _points_of_setting(one: EventKey, two: EventKey) -> float | None:
    """What all but the figures says; None if day, place or publication exclude one event."""
    total = 0.0
    for rule in (_points_of_place, _points_of_date, _points_of_publication):
        points = rule(one, two)
        if points is None:
            return None
        total += points
    total += _points_of_kind(one, two) + _points_of_substances(one, two)
    return total + 0.5 * bool(set(one.agencies) & set(two.agencies))


def _reason(figures: Agreement, *, undated: bool) -> str:
    reason = f"place, {'days of publication' if undated else 'date'} and kind agree"
    return f"{reason}, and so do {figures.words}" if figures.words else reason


def _tells(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether more agrees than what many events of a day share."""
    same_region = bool(set(one.regions) & set(two.regions))
    rare = one.kind == two.kind and one.kind not in FREQUENT and same_region
    if rare or figures.strength >= 0.7:
        return True
    same_town = bool(set(one.places) & set(two.places))
    return same_town and figures.shared > 0 and bool(_particular(one) & _particular(two))


def _points_of_date(one: EventKey, two: EventKey) -> float | None:
    """None if the days exclude each other; one day may be lost at midnight."""
    if one.date_start is None or two.date_start is None:
        return 0.0
    if (one.date_start, one.date_end) == (two.date_start, two.date_end):
        return 2.0
    days = days_between(_when(one), _when(two))
    if days == 0:
        return 1.0
    return -0.5 if days == 1 else None


def _when(key: EventKey) -> str | None:
    if key.date_end is None or key.date_end == key.date_start:
        return key.date_start
    return f"{key.date_start}/{key.date_end}"


def _points_of_place(one: EventKey, two: EventKey) -> float | None:
    """None if both name regions and share none."""
    if not _may_share(one.regions, two.regions):
        return None
    if not one.regions or not two.regions:
        return 0.5
    return 1.5 + 1.0 * bool(set(one.places) & set(two.places))


def _points_of_publication(one: EventKey, two: EventKey) -> float | None:
    days = days_between(one.published, two.published)
    if days is None:
        return 0.0
    if days > DAYS_APART_NEWS:
        return None
    undated = one.date_start is None or two.date_start is None
    if undated and days > WINDOW:
        return None
    return 0.5 if days <= 2 else 0.0


def _points_of_kind(one: EventKey, two: EventKey) -> float:
    if one.kind == two.kind:
        return 1.0 if one.kind in FREQUENT else 1.5
    if one.kind is None or two.kind is None:
        return 0.0
    return 0.5 if kind_group(one.kind) == kind_group(two.kind) else -3.0


def _points_of_substances(one: EventKey, two: EventKey) -> float:
    left, right = _particular(one), _particular(two)
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    return 0.5 if left & right else -3.0


def _particular(key: EventKey) -> set[str]:
    """The substances of an event that name one, not a group."""
    return {HEMP.get(code, code) for code in key.substances} - GENERAL


def _may_share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return one == two or not one or not two or bool(set(one) & set(two))


def _unless(contradiction: str, strength: float, reason: str) -> Verdict:
    """``same``, unless figures of the same thing differ: then a person has to say."""
    if contradiction:
        return Verdict("possible", strength, f"{reason}, but {contradiction}")
    return Verdict("same", strength, reason)
