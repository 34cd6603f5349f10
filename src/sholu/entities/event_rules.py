"""The rules that say whether two events are one, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.entities.amounts import Agreement, compare_figures
from sholu.entities.candidates import ALIKE, TITLE_WORDS
from sholu.entities.contradictions import find_contradiction
from sholu.entities.days import days_between
from sholu.entities.levels import (
    have_common,
    level_of_day,
    level_of_lands,
    level_of_place,
    state_two_days,
)
from sholu.entities.model import EventKey
from sholu.entities.pair_features import OUTWEIGHS, agree_firmly, is_misprint
from sholu.entities.sums import (
    POSSIBLE,
    REFUSED,
    SAME,
    SAME_LOOSELY,
    bits_of_figures,
    bits_of_pair,
    bits_of_setting,
    most_bits_of_figures,
    tells_a_season,
    what_agrees,
)

COPY = 0.7
"""From here one text is a copy of the other, and a differing figure in it is a correction or a
misprint; below, differing figures speak for two events."""

DAYS_APART = 7
"""Days between the publications of one event under the same title (a weekly column reuses it)."""

DAYS_APART_COPY = 31
"""Days after which a near-duplicate is a form letter filled in again, not the same event."""

ONE_LONG = 1.0
"""Weight of equal amounts: one of three digits."""

MOST_BITS = 20.0

APART, MOST_FOR_A_PAIR = -3.0, 10.0
"""Bits of all pairs of two groups on an average below which they are not joined; one pair counts up
to a most."""


@dataclass(frozen=True)
class Verdict:
    """What the rules say of two events: ``same``, ``possible`` or ``different``, and why.

    ``weighed`` if evidence was summed, not one text or title found in both.
    """

    says: str
    strength: float
    reason: str
    weighed: bool = False


_UNSURE_DAYS = frozenset({"near", "reported"})
"""Days told some days apart, the later perhaps that of a mere briefing."""

_DIFFERENT = Verdict("different", 0.0, "")


def compare(one: EventKey, two: EventKey, alike: float) -> Verdict:
    """What the rules say of two events: the first rule that has something to say is heard.

    Args:
        one: an event.
        two: another.
        alike: likeness of their texts, 0 to 1.
    """
    in_one_document = have_common(one.documents, two.documents)
    if level_of_lands(one, two) is None or (in_one_document and alike < 1.0):
        return _DIFFERENT
    verdict = _by_text(one, two, alike) or _by_title(one, two) or _by_sum(one, two)
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


def _by_sum(one: EventKey, two: EventKey) -> Verdict | None:
    """Two reports in other words or languages: what agrees and what differs, weighed.

    Of what is not about drugs nobody asks, and a paper's words about it are not weighed.
    """
    if not one.about_drugs and not two.about_drugs:
        return None
    setting = bits_of_setting(one, two)
    if setting is None or setting + most_bits_of_figures(one, two) < POSSIBLE:
        return None  # most pairs are of two events: figures are compared where they could decide
    figures = compare_figures(one, two)
    if setting + bits_of_figures(one, two, figures, "") < POSSIBLE:
        return None  # a contradiction, which takes long to look for, would only lower it
    contradiction = find_contradiction(one, two)
    total = setting + bits_of_figures(one, two, figures, contradiction)
    if total < POSSIBLE:
        return None
    reason = _reason(one, two, figures)
    unsure = level_of_day(one, two) in _UNSURE_DAYS and figures.weight < OUTWEIGHS
    needed = SAME if agree_firmly(one, two, figures) and not unsure else SAME_LOOSELY
    sure = total >= needed and _tells(one, two, figures)
    sure = sure and not state_two_days(one, two) and not _differ_in_fact(one, two, figures)
    if not sure or (contradiction and not is_misprint(one, two, figures)):
        return Verdict("possible", 0.3, contradiction or reason)
    return Verdict("same", _strength(total), reason, weighed=True)


def _differ_in_fact(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether days or places differ so far that a person is asked, whatever else agrees."""
    day = level_of_day(one, two)
    if level_of_place(one, two) == "apart":
        return day != "same" or figures.weight < OUTWEIGHS
    return day == "far"


def are_apart(pairs: Iterable[tuple[EventKey, EventKey]]) -> bool:
    """Whether two groups, one of each in a pair, are of two events though some of them agree.

    They are if the reports of any pair exclude one event or differ in an amount and agree in
    little, or if all pairs together speak against it: a report which is taken for another's by
    chance differs from the rest.
    """
    bits = []
    for one, two in pairs:
        total = bits_of_pair(one, two)
        if total is None or total < REFUSED or state_two_days(one, two):
            return True
        if total < POSSIBLE and find_contradiction(one, two):
            return True
        bits.append(max(-MOST_FOR_A_PAIR, min(MOST_FOR_A_PAIR, total)))
    return bool(bits) and sum(bits) / len(bits) < APART


def _strength(total: float) -> float:
    """Below that of the same title, and the more the more agrees."""
    return 0.3 + 0.5 * min(total, MOST_BITS) / MOST_BITS


def _reason(one: EventKey, two: EventKey, figures: Agreement) -> str:
    *first, last = what_agrees(one, two) or ["days of publication"]
    reason = f"{', '.join(first)} and {last} agree" if first else f"{last} agree"
    return f"{reason}, and so do {figures.words}" if figures.words else reason


def _tells(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Of a season an amount must agree: many reports tell of the same months."""
    return not (tells_a_season(one) and tells_a_season(two)) or figures.weight >= ONE_LONG


def _unless(contradiction: str, strength: float, reason: str) -> Verdict:
    """``same``, unless figures of the same thing differ: then a person has to say."""
    if contradiction:
        return Verdict("possible", strength, f"{reason}, but {contradiction}")
    return Verdict("same", strength, reason)
