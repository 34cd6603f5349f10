"""Claims of one thing, in one document or many, that differ: pair by pair, with the reason why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sholu.claims.model import Claim
from sholu.indicators.dispute_model import Dispute, period_of
from sholu.indicators.dispute_reasons import explain, reason_of
from sholu.indicators.dispute_setting import stems
from sholu.indicators.dispute_stated import Stated, Surroundings, is_doubted, state_claim
from sholu.vocabulary.model import Vocabulary

ALIKE = 0.5
"""Share of the fewer words beside a figure that another figure of the same thing shares with it."""
WEAKLY_ALIKE = 0.2
"""The same where an indicator, a place and the countries named already say that it is one thing."""
FEWEST_WORDS = 3
"""Stems that two claims without an indicator must share."""
SHORTEST_PERIOD = 28
"""Days that a count must cover to be one of a period; what a day brings is one event of many."""
MOST_TRIED = 2
"""Claims of one value that are tried against those of another."""
MOST_COMPARED = 60
"""Different values of one group that are compared with each other; more are a list of events."""

_STEADY_UNITS = ("%", "km", "times", "km2", "USD", "ha")
"""Units of what holds for longer than a period that is counted over: shares, lengths, areas."""
_COUNTED_EVENTS = ("events_covered", "seizure_share", "seizure_mass", "public_support")

_EVERY = re.compile(r"\b(?:every|кажд\w+|сайын)\b", re.IGNORECASE)
_TOTAL = frozenset(("total", "overal", "всего", "общая", "общий", "жалпы"))
_PARTS = frozenset(("northe", "southe", "easter", "wester", "северн", "южный", "восточ",
                    "запада", "rural", "urban", "women", "female", "males", "minors"))  # fmt: skip
"""Words that say that a figure is of a part only, which the other must be of too."""


Told = dict[tuple[str, int], set[tuple[str | None, float | None]]]
"""Units and values that each sentence tells."""


def find_differing(
    claims: Iterable[Claim],
    around: Surroundings,
    vocabulary: Vocabulary,
) -> Iterator[Dispute]:
    """Pairs of claims about one thing that can't both be true.

    Args:
        claims: of all documents, without rejected ones.
        around: what is known of them besides.
    """
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    told: Told = defaultdict(set)
    for claim in claims:
        told[_sentence(claim, around)].add((claim.figure.unit_base, claim.figure.value_base))
        if claim.figure.unit is not None and not is_doubted(claim):
            groups[_group(claim, around)].append(claim)
    for together in groups.values():
        if len({claim.figure.value_base for claim in together}) > 1:
            stated = [state_claim(claim, around, vocabulary) for claim in together]
            yield from _compare(stated, told)


def _group(claim: Claim, around: Surroundings) -> tuple[object, ...]:
    """What two claims must share before anything else is asked."""
    figure = claim.figure
    if claim.indicator is not None:
        scope = around.scopes.get(claim.id, "")
        return claim.indicator, figure.unit_base, figure.of_code, scope, _own_period(claim)
    # Without an indicator the words must say that they are of one thing: in one document only.
    return None, figure.unit_base, figure.of_code, claim.document


def _own_period(claim: Claim) -> str | None:
    """The period, where the thing is counted over one; steady things are compared over years."""
    return None if is_steady(claim) else period_of(claim)


def is_steady(claim: Claim) -> bool:
    """Whether it tells what holds for longer than a period that is counted over."""
    unit = claim.figure.unit or ""
    return unit in _STEADY_UNITS and claim.indicator not in _COUNTED_EVENTS


def _compare(together: Sequence[Stated], told: Told) -> Iterator[Dispute]:
    """The first pair of each two values that differ."""
    by_value: dict[tuple[float, float], list[Stated]] = defaultdict(list)
    for one in together:
        by_value[one.number.low, one.number.high].append(one)
    if len(by_value) > MOST_COMPARED:
        return
    values = list(by_value.values())
    for place, ones in enumerate(values):
        for others in values[place + 1 :]:
            dispute = _first(ones, others, told)
            if dispute is not None:
                yield dispute


def _first(ones: Sequence[Stated], others: Sequence[Stated], told: Told) -> Dispute | None:
    """The first two of one thing."""
    for one in ones[:MOST_TRIED]:
        for other in others[:MOST_TRIED]:
            if _tells(one, other, told) or _tells(other, one, told):
                continue
            if _of_one_thing(one, other) and (reason := reason_of(one, other)) is not None:
                return explain(one, other, reason)
    return None


def _sentence(claim: Claim, around: Surroundings) -> tuple[str, int]:
    setting = around.settings.get(claim.id)
    return (claim.id, -1) if setting is None else (setting.document, setting.sentence)


def _tells(one: Stated, other: Stated, told: Told) -> bool:
    """Whether the sentence of one also tells the value of the other: a whole and its part."""
    figure = other.claim.figure
    beside = told.get((one.setting.document, one.setting.sentence), set())
    return (figure.unit_base, figure.value_base) in beside


def _of_one_thing(one: Stated, other: Stated) -> bool:
    """Whether two claims say how much or how many of the same."""
    a, b = one.setting, other.setting
    same_document = a.document == b.document
    if same_document and a.sentence == b.sentence >= 0:
        return False
    near = 2 if one.claim.indicator is None else 0 if is_steady(one.claim) else 1
    if same_document and abs(a.paragraph - b.paragraph) < near:
        return False  # a list goes on: its items are of one kind and differ
    if _PARTS & set(a.near) != _PARTS & set(b.near) or not _same_place(one, other):
        return False
    if not _same_time(one, other):
        return False
    if a.table >= 0 or b.table >= 0:
        return _same_row(one, other)
    return _alike(one, other)


def _same_row(one: Stated, other: Stated) -> bool:
    """Whether a cell and another figure are of one row; cells of one table never are."""
    a, b = one.setting, other.setting
    if one.claim.indicator is None or (a.document, a.table) == (b.document, b.table):
        return False
    rows = [stems(s.claim.figure.row_label or "") for s in (one, other)]
    if a.table >= 0 and b.table >= 0:
        return rows[0] == rows[1] != frozenset()
    row, words = (rows[0], b.near) if a.table >= 0 else (rows[1], a.near)
    return bool(row) and row <= set(words)


def _is_interval(stated: Stated) -> bool:
    """Whether a time is that between two of something: every five years."""
    return _EVERY.search(stated.claim.figure.of or "") is not None


def _same_place(one: Stated, other: Stated) -> bool:
    a, b = one.claim.place_code, other.claim.place_code
    beside = set(one.setting.countries) | set(other.setting.countries)
    if set(one.setting.countries) - {a, b} != set(other.setting.countries) - {a, b}:
        return False
    if a == b:
        return a is not None or one.setting.document == other.setting.document
    return one.setting.document == other.setting.document and bool(
        beside and (a is None or b is None or {a, b} <= beside)
    )


def _same_time(one: Stated, other: Stated) -> bool:
    if is_steady(one.claim):
        if one.first is None or other.first is None or one.last is None or other.last is None:
            return True
        return one.first <= other.last and other.first <= one.last
    if one.first is None or other.first is None:
        return one.claim.indicator is None and one.claim.figure.unit == "year"  # every two years
    if (one.first, one.last) != (other.first, other.last) or one.last is None:
        return False
    return (one.last - one.first).days >= SHORTEST_PERIOD


def _alike(one: Stated, other: Stated) -> bool:
    a, b = set(one.setting.near), set(other.setting.near)
    shared, fewer = a & b, min(len(a), len(b))
    if one.claim.figure.unit == "year" and not all(map(_is_interval, (one, other))):
        return False
    if _TOTAL & (a ^ b) and is_steady(one.claim) and one.claim.indicator:
        return True
    if one.claim.indicator is None:
        wide = set(one.setting.words) & set(other.setting.words)
        if one.claim.figure.unit == "year":
            return len(shared) >= FEWEST_WORDS
        enough = len(shared) >= 2 and len(wide) >= FEWEST_WORDS
        return enough and len(shared) >= ALIKE * max(fewer, 1)
    if one.setting.countries:
        return True
    return fewer == 0 or len(shared) >= (WEAKLY_ALIKE if is_steady(one.claim) else ALIKE) * fewer
