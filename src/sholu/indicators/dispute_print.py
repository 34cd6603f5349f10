"""Numbers and labels of a document that can't be as printed: misprints told by their neighbours."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations, pairwise

from sholu.claims.model import Claim
from sholu.indicators.dispute_model import LARGEST, Dispute, make_dispute
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.dispute_texts import (
    alike,
    computed,
    doubt_words,
    phrase,
    reading_words,
)
from sholu.vocabulary.wording import Wording

Settings = Mapping[str, ClaimSetting]

ORDER: tuple[tuple[str, str], ...] = (
    ("min", r"min(?:imum)?\.?|lowest|мин(?:имум|имальн\w+|\.)?|ең (?:төмен|аз)\w*"),
    ("median", r"median|медиана|медиана\w*"),
    ("mean", r"average|mean|средн\w+|орташа"),
    ("mode", r"mode|мода"),
    ("max", r"max(?:imum)?\.?|highest|макс(?:имум|имальн\w+|\.)?|ең (?:жоғары|көп)\w*"),
)
"""Statistics of a distribution by their labels; the first is the least, the last the largest."""

_STATISTIC = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in ORDER]
_NOT_A_STATISTIC = re.compile(r"trend|тренд|fashion", re.IGNORECASE)
"""What stands where a mode belongs: in Russian it is called ``moda``, the word for fashion too."""

_DRIED = re.compile(r"\b(?:dried|dry|высушенн\w+|сух\w+|кептірілген|құрғақ)\b", re.IGNORECASE)
_CHANGE = frozenset(("reduct", "reduce", "fell", "drop", "decrea", "increa", "rise", "сниже"))


def find_misprints(claims: Sequence[Claim], settings: Settings) -> Iterator[Dispute]:
    """Every misprint that a document's own numbers give away."""
    for detector in _DETECTORS:
        yield from detector(claims, settings)


def _doubted(claims: Sequence[Claim], settings: Settings) -> Iterator[Dispute]:
    """Figures that can't be right as printed: a lost dash, a range that runs downwards."""
    for claim in claims:
        figure = claim.figure
        doubt = figure.suspect
        # A sign before three digits may be either; nothing says yet that one of them is wrong.
        if doubt is None or doubt.startswith("decimal comma") or not figure.likely_reading:
            continue
        if not any(letter.isdigit() for letter in figure.value_printed):
            continue
        likely = reading_words(figure.likely_reading)
        if figure.value_high is not None and figure.value > figure.value_high:
            likely = _without_lost_digit(figure.value, figure.value_high) or likely
        yield make_dispute(
            [claim],
            "garbled",
            phrase("doubted", printed=_printed(claim), doubt=doubt_words(doubt)),
            kind="garbled",
            likely_reading=likely,
            severity="high",
        )


def _without_lost_digit(low: float, high: float) -> Wording | None:
    """``3000–1000`` as 3000–10000: one digit lost is a smaller slip than both ends exchanged."""
    return alike(f"{low:.10g}–{10 * high:.10g}") if low < 10 * high else None


def _statistics(claims: Sequence[Claim], settings: Settings) -> Iterator[Dispute]:
    """Tables of a distribution: a minimum above the median, one that is the maximum, no mode."""
    for column in _columns(claims, settings).values():
        known = {name: claim for claim in column if (name := _statistic(claim)) is not None}
        if len(known) < 3:
            continue
        least, middle, most = known.get("min"), known.get("median"), known.get("max")
        if least and most and least.figure.value == most.figure.value != 0:
            others = [c for c in (middle, known.get("mean")) if c is not None]
            differing = [c for c in others if c.figure.value != least.figure.value]
            if differing:
                yield _copied(least, most, differing[0])
                continue
        yield from _out_of_order(known)


def _copied(least: Claim, most: Claim, middle: Claim) -> Dispute:
    above = middle.figure.value < least.figure.value
    wrong = phrase("min_word" if above else "max_word")
    return make_dispute(
        [least, most, middle],
        "garbled",
        phrase(
            "copied",
            printed=_printed(least),
            column=_column(least),
            middle=_printed(middle),
            wrong=wrong,
        ),
        kind="garbled",
        likely_reading=_smaller(least, middle) if above else phrase("copied_likely", wrong=wrong),
        severity="high",
    )


def _smaller(least: Claim, middle: Claim) -> Wording | None:
    """The minimum with noughts taken away until it is below the median."""
    value = least.figure.value
    fitting = [f"{value / 10**n:,.10g}" for n in (1, 2, 3) if value / 10**n < middle.figure.value]
    if not fitting:
        return None
    readings = [computed(number) for number in fitting]
    return reduce(lambda one, other: phrase("either", one=one, other=other), readings)


def _out_of_order(known: Mapping[str, Claim]) -> Iterator[Dispute]:
    ends = ("min", "median", "mean", "mode", "max")
    for low, high in combinations([name for name in ends if name in known], 2):
        if low != "min" and high != "max":
            continue  # median, mean and mode may stand in any order
        one, two = known[low], known[high]
        if one.figure.value > two.figure.value:
            yield make_dispute(
                [one, two],
                "garbled",
                phrase(
                    "out_of_order",
                    low=phrase(f"statistic_{low}"),
                    one=_printed(one),
                    high=phrase(f"statistic_{high}"),
                    two=_printed(two),
                    column=_column(one),
                ),
                kind="garbled",
                severity="high",
            )
            return  # what is out of order with one statistic is so with the others


def _mislabelled(claims: Sequence[Claim], settings: Settings) -> Iterator[Dispute]:
    """A row among statistics whose label is no statistic: ``trend`` for the mode."""
    rows: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    statistics: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        table, label = settings[claim.id].table, claim.figure.row_label
        if table < 0 or not label:
            continue
        name = _statistic(claim)
        if name is not None:
            statistics[table].add(name)
        elif _NOT_A_STATISTIC.fullmatch(label.strip()):
            rows[table, label].append(claim)
    for (table, label), found in rows.items():
        if len(statistics[table]) >= 3 and "mode" not in statistics[table]:
            yield make_dispute(
                found[:LARGEST],
                "garbled",
                phrase("mislabelled", label=label),
                kind="garbled",
                likely_reading=phrase("mislabelled_likely"),
            )


def _columns(claims: Sequence[Claim], settings: Settings) -> dict[object, list[Claim]]:
    """The cells of tables by table and column."""
    found: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        if settings[claim.id].table >= 0:
            found[settings[claim.id].table, claim.figure.column_label].append(claim)
    return found


def _statistic(claim: Claim) -> str | None:
    label = (claim.figure.row_label or "").strip()
    return next((name for name, pattern in _STATISTIC if pattern.fullmatch(label)), None)


def _dried(claims: Sequence[Claim], settings: Settings) -> Iterator[Dispute]:
    """Thresholds of dried plants above those of fresh ones: drying takes weight."""
    rows: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for column in _columns(claims, settings).values():
        for fresh, dried in pairwise(column):
            labels = fresh.figure.row_label or "", dried.figure.row_label or ""
            if _DRIED.search(labels[0]) or not _DRIED.search(labels[1]):
                continue
            one, two = fresh.figure, dried.figure
            if one.unit == two.unit and two.value > one.value > 0:
                rows[settings[fresh.id].table, labels[1]] += [fresh, dried]
                break
    for (_, label), found in rows.items():
        yield make_dispute(
            found[:LARGEST],
            "garbled",
            phrase(
                "dried",
                label=label,
                dried=_printed(found[1]),
                fresh=_printed(found[0]),
                fresh_label=found[0].figure.row_label or "",
            ),
            kind="suspicious",
            likely_reading=phrase("dried_likely"),
        )


def find_mixed_rows(claims: Sequence[Claim], settings: Settings) -> Iterator[Dispute]:
    """A row that says its unit, with cells in other units: rates, counts and shares in one line."""
    rows: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if settings[claim.id].table >= 0 and claim.figure.row_label:
            rows[settings[claim.id].table, claim.figure.row_label].append(claim)
    for (_, label), cells in rows.items():
        unit = re.search(r"\(([^)]*)\)\s*$", label)
        stated = _kind_of(unit.group(1)) if unit else None
        if stated is None:
            continue
        odd = [c for c in cells if (kind := _unit_kind(c)) is not None and kind != stated]
        odd = [c for c in odd if not _CHANGE & set(settings[c.id].near)][:LARGEST]
        if odd:
            told = ", ".join(f"{_printed(c)} ({c.figure.column_label})" for c in odd)
            yield make_dispute(
                odd,
                "different_scope",
                phrase("mixed_row", label=label, told=told),
            )


def _kind_of(heading: str) -> str | None:
    if re.search(r"%|percent|процент|пайыз", heading, re.IGNORECASE):
        return "share"
    if re.search(r"\bper\s\d|на\s\d+\s?(?:000|тыс)", heading, re.IGNORECASE):
        return "rate"
    if re.search(r"\b(?:cases|persons|people|deaths|случа\w+|человек)\b", heading, re.IGNORECASE):
        return "count"
    return None


def _unit_kind(claim: Claim) -> str | None:
    unit = claim.figure.unit or ""
    if unit == "%":
        return "share"
    if "/" in unit:
        return "rate"
    return "count" if unit in ("case", "person", "death", "item", "fact") else None


def _printed(claim: Claim) -> str:
    return re.sub(r"\s+", " ", claim.figure.value_printed)


def _column(claim: Claim) -> Wording:
    label = claim.figure.column_label or claim.figure.table_title
    return alike(label) if label else phrase("table")


_DETECTORS: tuple[Callable[[Sequence[Claim], Settings], Iterator[Dispute]], ...] = (
    _doubted, _statistics, _mislabelled, _dried,
)  # fmt: skip
