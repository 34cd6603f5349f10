"""What of prices is drawn: panels over time, or rows with their ranges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sholu.charts.series_grammar import (
    Panel,
    RangeChart,
    RangeRow,
    SeriesChart,
    SeriesPoint,
)
from sholu.indicators.picture import LOGARITHMIC_FROM, MOST_PANELS
from sholu.indicators.prices_model import Price
from sholu.vocabulary.model import Vocabulary

_Line = tuple[str, str, str, str, str]


def prices_picture(
    prices: Sequence[Price], vocabulary: Vocabulary, sources: Sequence[str]
) -> SeriesChart | RangeChart:
    """Lines where most prices have a date before or after them, else rows with ranges.

    Prices of one currency are drawn: the one with the most. What is left out is said.

    Raises:
        ChartError: if there is none to draw.
    """
    currencies = [one.currency for one in prices]
    currency = max(sorted(set(currencies)), key=currencies.count, default="")
    shown = [one for one in prices if one.currency == currency and _drawn(one)]
    notes = _notes(prices, shown, sources, vocabulary)
    lines: defaultdict[_Line, list[Price]] = defaultdict(list)
    for one in shown:
        lines[(one.substance or "", one.place, one.level, one.scope, one.frequency)].append(one)
    long = [line for line in lines.values() if len(line) > 1]
    if sum(map(len, long)) > len(shown) / 2:
        return _panels(long, currency, vocabulary, notes)
    return _rows(shown, currency, vocabulary, notes)


def _drawn(one: Price) -> bool:
    return one.typical() is not None or (one.low is not None and one.high is not None)


def _notes(
    prices: Sequence[Price],
    shown: Sequence[Price],
    sources: Sequence[str],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    notes = [f"Source: {'; '.join(sources)}."] if sources else []
    doubts = {
        f"{_named(one, vocabulary, range(_NAMED))}: {doubt.reason}; not drawn."
        for one in shown
        for doubt in one.doubts
    }
    if any(one.low is not None and one.high is not None for one in shown):
        notes.append("Bars: from the lowest to the highest that the source gives.")
    left = len(prices) - len(shown)
    return (*notes, *sorted(doubts), *([f"Not drawn: {left} more prices."] if left else []))


def _parts(one: Price, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What names a price: drug, level, place, scope, period."""
    drug = vocabulary.substance(one.substance).names.preferred("en") if one.substance else ""
    place = vocabulary.place(one.place).names.preferred("en")
    return drug, one.level, place, one.scope, one.period


_NAMED = 5
_PERIOD = 4


def _named(one: Price, vocabulary: Vocabulary, positions: Sequence[int]) -> str:
    parts = _parts(one, vocabulary)
    return ", ".join(parts[position] for position in positions if parts[position])


def _shared(shown: Sequence[Price], vocabulary: Vocabulary, among: Sequence[int]) -> list[int]:
    """Which parts of the name are the same for all: they stand in the title."""
    names = [_parts(one, vocabulary) for one in shown]
    return [position for position in among if len({name[position] for name in names}) == 1]


def _title(shown: Sequence[Price], vocabulary: Vocabulary, shared: Sequence[int]) -> str:
    words = _named(shown[0], vocabulary, shared)
    return f"Price of a gram: {words}" if words else "Price of a gram"


def _panels(
    lines: list[list[Price]], currency: str, vocabulary: Vocabulary, notes: tuple[str, ...]
) -> SeriesChart:
    shown = [one for line in lines for one in line]
    told = range(_PERIOD)
    shared = _shared(shown, vocabulary, told)
    apart = [position for position in told if position not in shared]
    ordered = sorted(lines, key=lambda line: (-len(line), line[0].place, line[0].level))
    left = len(ordered) - MOST_PANELS
    more = (f"Not drawn: {left} more series; the table has them.",) if left > 0 else ()
    return SeriesChart(
        title=_title(shown, vocabulary, shared),
        unit=f"{currency}/g",
        panels=tuple(
            Panel(
                _named(line[0], vocabulary, apart),
                tuple(_point(one) for one in sorted(line, key=lambda each: each.first_day)),
            )
            for line in ordered[:MOST_PANELS]
        ),
        marks=(),
        notes=(*notes, *more),
    )


def _point(one: Price) -> SeriesPoint:
    typical = one.typical()
    value = typical[1] if typical else None
    if value is None and one.low is not None and one.high is not None:
        value = (one.low + one.high) / 2
    return SeriesPoint(one.first_day, one.last_day, one.period, value, one.low, one.high)


def _rows(
    shown: Sequence[Price], currency: str, vocabulary: Vocabulary, notes: tuple[str, ...]
) -> RangeChart:
    shared = _shared(shown, vocabulary, range(_NAMED)) if len(shown) > 1 else []
    apart = [position for position in range(_NAMED) if position not in shared]
    rows = [_row(one, _named(one, vocabulary, apart)) for one in shown]
    values = [value for row in rows for _, value in row.values]
    values += [end for row in rows for end in (row.low, row.high) if end is not None]
    return RangeChart(
        title=_title(shown, vocabulary, shared),
        unit=f"{currency}/g",
        rows=tuple(sorted(rows, key=lambda row: row.name)),
        notes=notes,
        logarithmic=bool(values) and max(values) >= LOGARITHMIC_FROM * min(values),
    )


def _row(one: Price, name: str) -> RangeRow:
    middle = {name: v for name, v in one.usable().items() if name not in ("minimum", "maximum")}
    both = one.low is not None and one.high is not None
    pairs = tuple((name, value) for name, value in middle.items())
    if not pairs and one.low is not None and one.high is not None:
        pairs = (("from", one.low), ("to", one.high))
    doubt = "; ".join(doubt.reason for doubt in one.doubts)
    ends = (one.low, one.high) if both else (None, None)
    return RangeRow(name, pairs, *ends, doubt)
