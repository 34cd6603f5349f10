"""What two reports have in common and in what they differ, as named features of the pair.

`pair_weights.tsv` has the bits of each feature; `tools/fit_pair_weights.py` learns them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator

from sholu.entities.amounts import Agreement
from sholu.entities.levels import (
    have_common,
    level_of,
    level_of_day,
    level_of_drugs,
    level_of_kind,
    level_of_lands,
    level_of_place,
    level_of_publication,
)
from sholu.entities.measures import FEW_THINGS, LONG, PIECE, digits, is_amount, unit_of
from sholu.entities.model import TELLING_COUNT, ComparedFigure, EventKey
from sholu.entities.rarity import total_bits

Feature = tuple[str, float]
"""A name, and how often or how far it holds."""

LOAD = 5000.0
"""Grams from which an equal amount of one drug in one town is the same one for some days."""

MOST_ALIKE = 2
"""Further figures of one sort say nothing more: they come with the first."""

BITS_MORE = 10.0
"""Bits that are added to those of the details of a report, which does not tell all."""

MANY_DETAILS = 0.4
"""Share of the details told, in bits, that two events seldom have in common."""

SHARED_BY_MANY = frozenset({"few", "term"})
"""Sorts of figures that agree by chance."""

OUTWEIGHS, OUTWEIGHS_WITH_NAME = 2.0, 1.0
"""Weight of two long amounts, or of one beside a proper name in both, from which an amount that
differs is a misprint or a misreading."""

_LEVELS: dict[str, Callable[[EventKey, EventKey], str | None]] = {
    "published": level_of_publication,
    "lands": level_of_lands,
    "place": level_of_place,
    "day": level_of_day,
    "kind": level_of_kind,
    "drugs": level_of_drugs,
    "agencies": lambda one, two: level_of(one.agencies, two.agencies),
    "ages": lambda one, two: level_of(one.ages, two.ages),
}


def setting_features(one: EventKey, two: EventKey) -> Iterator[Feature]:
    """All but the figures: one feature of each comparison, and those of details and names."""
    for name, level in _LEVELS.items():
        yield f"{name}:{level(one, two)}", 1.0
    yield from detail_features(one, two)
    yield from name_features(one, two)


def detail_features(one: EventKey, two: EventKey) -> Iterator[Feature]:
    """Which share of what both tell is told by both, the more the seldomer it is, and whether it
    was hidden in the same.

    Some bits more are counted for each, or all would agree where one report tells a single detail.
    """
    if one.told and two.told:
        share = share_of_details(one, two)
        yield ("details:share", share) if share else ("details:none", 1.0)
    if one.hidden_in and two.hidden_in:
        yield ("hidden:same" if one.hidden_in & two.hidden_in else "hidden:other"), 1.0


def share_of_details(one: EventKey, two: EventKey) -> float:
    """Which share of what two reports tell, in bits, both of them tell."""
    told = (BITS_MORE + one.bits_told) * (BITS_MORE + two.bits_told)
    return total_bits(one.told & two.told) / math.sqrt(told)


def name_features(one: EventKey, two: EventKey) -> Iterator[Feature]:
    """Whether one proper name stands in both, or more than one."""
    if one.names and two.names:
        shared = len({*one.names} & {*two.names})
        yield f"names:{('none', 'one', 'more')[min(shared, 2)]}", 1.0


def figure_features(
    one: EventKey, two: EventKey, figures: Agreement, contradiction: str
) -> Iterator[Feature]:
    """How many figures of each sort agree, equal or rounded, and whether amounts differ."""
    sorts = _sorts_of_agreeing(figures)
    for name, number in sorts.items():
        yield name, min(number, MOST_ALIKE)
    if not agree_firmly(one, two, figures):
        yield "firm:none", 1.0
    if _differ_in_amount(one, two, figures):
        yield "figures:none", 1.0
    if one.tells_a_span != two.tells_a_span:
        yield "figures:one_span", 1.0
    if contradiction and not is_misprint(one, two, figures):
        yield "figures:contradict", 1.0


def _sorts_of_agreeing(figures: Agreement) -> Counter[str]:
    sorts = Counter(
        "equal:hedged"
        if figure.measure in figures.hedged and is_amount(figure)
        else f"equal:{_sort_of_equal(figure)}"
        for figure in figures.equal
    )
    sorts.update(f"rounded:{_sort_of_rounded(figure)}" for figure in figures.rounded)
    sorts.update("summed" for _ in figures.summed)
    return sorts


def agree_firmly(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether two reports share what others seldom share: a name, an age, a day, an amount or many
    details.

    One short amount tells two finds apart only in one town, and not where all details differ; an
    age does not tell persons apart who had other amounts.
    """
    return (
        have_common(one.names, two.names)
        or (have_common(one.ages, two.ages) and not _differ_in_amount(one, two, figures))
        or (one.day_told is not None and one.day_told == two.day_told)
        or share_of_details(one, two) >= MANY_DETAILS
        or _agree_in_amount(one, two, figures)
    )


def _differ_in_amount(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether both have amounts, and no figure agrees."""
    return one.has_amount and two.has_amount and not _sorts_of_agreeing(figures)


def _agree_in_amount(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    telling = [f for f in figures.equal if _sort_of_equal(f) not in SHARED_BY_MANY]
    number = len(telling) + len(figures.rounded) + len(figures.summed)
    if number > 1 or any(digits(figure.value) >= LONG for figure in telling):
        return True
    details_differ = bool(one.told and two.told) and one.told.isdisjoint(two.told)
    return number == 1 and level_of_place(one, two) in _NEAR and not details_differ


_NEAR = frozenset({"town", "city", "named", "apart_named"})


def is_misprint(one: EventKey, two: EventKey, figures: Agreement) -> bool:
    """Whether so much agrees that an amount which differs is one outlet's mistake."""
    is_named = not set(one.names).isdisjoint(two.names)
    return figures.weight >= (OUTWEIGHS_WITH_NAME if is_named else OUTWEIGHS)


def _sort_of_equal(figure: ComparedFigure) -> str:
    """What makes two events seldom share a figure: its digits, a load, a number of persons."""
    if figure.unit == "year" and figure.value >= 1:
        return "term"
    if is_amount(figure):
        length = min(digits(figure.value), LONG)
        is_load = figure.unit == "g" and figure.value >= LOAD
        return f"load {length}" if is_load and length < LONG else f"digits {length}"
    if figure.value >= TELLING_COUNT:
        return "count"
    return "things" if unit_of(figure) == PIECE and figure.value >= FEW_THINGS else "few"


def _sort_of_rounded(figure: ComparedFigure) -> str:
    return "amount" if is_amount(figure) and unit_of(figure) != PIECE else "count"
