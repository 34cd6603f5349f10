"""The rules that say whether two events are one, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.entities.amounts import MOST, NO_AGREEMENT, Agreement, compare_figures
from sholu.entities.candidates import ALIKE, TITLE_WORDS
from sholu.entities.contradictions import find_contradiction
from sholu.entities.days import days_between
from sholu.entities.measures import is_amount
from sholu.entities.model import EventKey
from sholu.entities.setting import (
    FREQUENT,
    have_common,
    may_share,
    points_of_publication,
    points_of_setting,
    tells_a_season,
)

COPY = 0.7
"""From here one text is a copy of the other, and a differing figure in it is a correction or a
misprint; below, differing figures speak for two events."""

DAYS_APART = 7
"""Days between the publications of one event under the same title (a weekly column reuses it)."""

DAYS_APART_COPY = 31
"""Days after which a near-duplicate is a form letter filled in again, not the same event."""

SAME, POSSIBLE = 5.6, 3.8
"""Points from which two reports in other words tell one event, or may. The points below are set by
hand: a report that agrees in region, day and kind has 5.0 to 5.5, and needs a figure, a town, an
agency or a substance more. tests/floors/reading.toml holds what they reach."""

SAME_UNDATED = 4.0
"""The same where one report does not say when it was: then two figures must agree."""

ONE_LONG, OUTWEIGHS = 1.0, 2.0
"""Weight of equal amounts: one of three digits; two of them, beside which a third that differs is
one outlet's misprint or misreading."""


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
    if not may_share(one.lands, two.lands) or (in_one_document and alike < 1.0):
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
    undated = one.day_told is None or two.day_told is None
    wanted = SAME_UNDATED if undated else POSSIBLE
    if not _figures_may_tell(one, two, wanted):
        return None
    figures = compare_figures(one, two)
    setting = points_of_setting(one, two, figures)
    if setting is None or setting + figures.strength < wanted:
        return None
    if undated and not _tells_undated(one, two, figures):
        return None
    return _weigh(one, two, figures, setting + figures.strength, undated=undated)


def _figures_may_tell(one: EventKey, two: EventKey, wanted: float) -> bool:
    """A quick look, since most pairs are of two events: whether any figures could make them one."""
    if points_of_publication(one, two) is None:
        return False
    setting = points_of_setting(one, two, NO_AGREEMENT)
    if setting is not None:
        return setting + MOST >= wanted
    # Day or region exclude one event, unless equal amounts outweigh them.
    return not one.values.isdisjoint(two.values)


def _weigh(
    one: EventKey, two: EventKey, figures: Agreement, total: float, *, undated: bool
) -> Verdict:
    reason = _reason(figures, undated=undated)
    contradiction = find_contradiction(one, two)
    if figures.weight >= OUTWEIGHS and have_common(one.regions, two.regions):
        contradiction = ""
    if undated:
        return _unless(contradiction, 0.4, reason)
    if total >= SAME and _tells(one, two, figures):
        return _unless(contradiction, 0.5, reason)
    return Verdict("possible", 0.3, contradiction or reason)


def _reason(figures: Agreement, *, undated: bool) -> str:
    reason = f"place, {'days of publication' if undated else 'date'} and kind agree"
    return f"{reason}, and so do {figures.words}" if figures.words else reason


def _tells(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether more agrees than what many events of a day share."""
    if tells_a_season(one) and tells_a_season(two):
        return figures.weight >= ONE_LONG
    same_region = have_common(one.regions, two.regions)
    rare = one.kind == two.kind and one.kind not in FREQUENT
    if (rare and same_region) or figures.strength >= (0.7 if same_region else 1.5):
        return True
    same_town = have_common(one.places, two.places)
    tells_more = figures.shared > 0 or _same_person(one, two, figures)
    return same_town and tells_more and _share_a_drug(one, two)


def _tells_undated(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether so much agrees that the day need not be told.

    Two figures of which one is an amount; an amount that few events share, of one drug in one
    region, or a load of it in one country; any amount, several things or persons of one age in one
    town; or three numbers of a rare kind of event.
    """
    if figures.has_amount and figures.shared >= 2:
        return True
    days = days_between(one.published, two.published)
    at_once = days is not None and days <= 1
    if have_common(one.places, two.places) and _share_a_drug(one, two):
        any_tells = at_once and (figures.has_amount or figures.has_things)
        rare_tells = figures.weight > 0 or figures.has_load
        return rare_tells or any_tells or _same_person(one, two, figures)
    if figures.has_load and at_once and _share_a_drug(one, two):
        return figures.weight > 0 or have_common(one.areas, two.areas)
    if figures.weight >= ONE_LONG:
        return have_common(one.regions, two.regions) and _share_a_drug(one, two)
    rare = one.kind == two.kind and one.kind not in FREQUENT
    return rare and have_common(one.places, two.places) and figures.shared >= 3


def _same_person(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether both tell of somebody of one age, and do not each name other amounts."""
    if not have_common(one.ages, two.ages):
        return False
    return figures.shared > 0 or not (_has_amount(one) and _has_amount(two))


def _has_amount(key: EventKey) -> bool:
    return any(map(is_amount, key.figures))


def _share_a_drug(one: EventKey, two: EventKey) -> bool:
    return not one.drugs.isdisjoint(two.drugs)


def _unless(contradiction: str, strength: float, reason: str) -> Verdict:
    """``same``, unless figures of the same thing differ: then a person has to say."""
    if contradiction:
        return Verdict("possible", strength, f"{reason}, but {contradiction}")
    return Verdict("same", strength, reason)
