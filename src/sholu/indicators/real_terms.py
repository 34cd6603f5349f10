"""Prices in real terms and in another currency, by tables that the user gives with their source."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from io import StringIO
from pathlib import Path

from sholu.core.period import DateError, Period, parse_period
from sholu.indicators.prices_model import PriceError

KINDS: tuple[str, ...] = ("price_index", "exchange_rate")
COLUMNS: tuple[str, ...] = ("kind", "currency", "against", "period", "value", "source")


@dataclass(frozen=True)
class Rate:
    """One line of a table of rates.

    Attributes:
        kind: ``price_index`` (consumer prices, any base) or ``exchange_rate``.
        currency: ISO 4217; ``against``: for an exchange rate the currency that one unit of is
            bought for ``value`` of ``currency``: KZT, USD, 149.1 means 149.1 tenge a dollar.
        period: a year or a month, ISO.
        source: who published it; never empty.
    """

    kind: str
    currency: str
    against: str
    period: str
    value: float
    source: str


@dataclass(frozen=True)
class Found:
    """A rate for a period: its value, how it was come by, and who says so."""

    value: float
    how: str
    source: str


@dataclass(frozen=True)
class Rates:
    """All rates of an observatory."""

    rows: tuple[Rate, ...]

    @cached_property
    def _by_period(self) -> Mapping[tuple[str, str, str, str], Rate]:
        return {(one.kind, one.currency, one.against, one.period): one for one in self.rows}

    def index(self, currency: str, first_day: str, last_day: str) -> Found | str:
        """The price index of a currency over a period, or why there is none."""
        return self._find("price_index", currency, "", first_day, last_day)

    def exchange(self, currency: str, against: str, first_day: str, last_day: str) -> Found | str:
        """How much of a currency one unit of another cost over a period, or why nobody says."""
        if currency == against:
            return Found(1.0, "as printed", "")
        return self._find("exchange_rate", currency, against, first_day, last_day)

    def last_index_year(self, currency: str) -> str | None:
        """The last year whose index is known whole; None if there is none."""
        years = {row.period[:4] for row in self.rows if row.currency == currency}
        for year in sorted(years, reverse=True):
            if isinstance(self.index(currency, f"{year}-01-01", f"{year}-12-31"), Found):
                return year
        return None

    def _find(
        self, kind: str, currency: str, against: str, first_day: str, last_day: str
    ) -> Found | str:
        """The year's own line, or the mean of all its months; never a neighbour's."""
        what = f"{currency}/{against}" if against else f"price index of {currency}"
        rows = self._by_period
        if first_day[4:] == "-01-01" and last_day == f"{first_day[:4]}-12-31":
            whole = rows.get((kind, currency, against, first_day[:4]))
            if whole:
                return Found(whole.value, f"{what} of {whole.period}", whole.source)
        months = list(_months(first_day, last_day))
        found = [rows.get((kind, currency, against, month)) for month in months]
        missing = [month for month, row in zip(months, found, strict=True) if row is None]
        if missing:
            return f"no {what} for {', '.join(missing) if len(missing) < 4 else _ends(missing)}"
        known = [row for row in found if row is not None]
        how = f"{what} of {months[0]}" if len(months) == 1 else f"mean of {len(months)} months"
        sources = "; ".join(sorted({row.source for row in known}))
        return Found(sum(row.value for row in known) / len(known), how, sources)


def _ends(missing: list[str]) -> str:
    return f"{len(missing)} months from {missing[0]} to {missing[-1]}"


def _months(first_day: str, last_day: str) -> Iterator[str]:
    """The months that a period touches."""
    day, last = date.fromisoformat(first_day).replace(day=1), date.fromisoformat(last_day)
    while day <= last:
        yield f"{day:%Y-%m}"
        day = (day + timedelta(days=31)).replace(day=1)


def read_rates(folder: Path) -> Rates:
    """The tables of rates of an observatory, ``inputs/rates/*.csv``; none if there is no folder.

    Raises:
        PriceError: if a line can't be taken; the message names file and line.
    """
    rows: dict[tuple[str, str, str, str], Rate] = {}
    for path in sorted(folder.glob("*.csv")):
        for number, row in _rows(path):
            key = (row.kind, row.currency, row.against, row.period)
            if key in rows and rows[key].value != row.value:
                raise PriceError(
                    f"{path.name}, line {number}: {row.period} stands twice, as "
                    f"{rows[key].value:g} ({rows[key].source}) and {row.value:g} ({row.source}).",
                    "Keep the one that you trust.",
                )
            rows[key] = row
    return Rates(tuple(rows.values()))


def _rows(path: Path) -> Iterable[tuple[int, Rate]]:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PriceError(f"{path.name} isn't UTF-8.", "Save it as CSV UTF-8.") from error
    first = content.partition("\n")[0]
    reader = csv.DictReader(StringIO(content), delimiter=";" if ";" in first else ",")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise PriceError(
            f"{path.name}: the columns are {', '.join(reader.fieldnames or ('none',))}.",
            f"They must be {', '.join(COLUMNS)}.",
        )
    for record in reader:
        yield reader.line_num, _rate(record, f"{path.name}, line {reader.line_num}")


def _rate(record: Mapping[str, str | None], where: str) -> Rate:
    cells = {name: (record.get(name) or "").strip() for name in COLUMNS}
    if cells["kind"] not in KINDS:
        raise PriceError(f"{where}: {cells['kind']!r} is no kind.", f"Use {' or '.join(KINDS)}.")
    if not cells["source"]:
        raise PriceError(f"{where}: nobody is named who published it.", "Fill in 'source'.")
    if (cells["kind"] == "exchange_rate") != bool(cells["against"]):
        raise PriceError(f"{where}: 'against' is for exchange rates, and due there.")
    return Rate(**{**cells, "period": _period(cells["period"], where),
                   "value": _value(cells["value"], where)})  # type: ignore[arg-type]  # fmt: skip


def _period(printed: str, where: str) -> str:
    try:
        period: Period = parse_period(printed)
    except DateError as error:
        raise PriceError(f"{where}: {error.message}", "Write 2024 or 2024-03.") from error
    if period.start != period.end or period.start.day is not None:
        raise PriceError(f"{where}: {printed!r} is no year or month.", "Write 2024 or 2024-03.")
    return str(period.start)


def _value(printed: str, where: str) -> float:
    try:
        value = float(printed.replace(" ", "").replace("\u00a0", ""))
    except ValueError:
        value = 0.0
    # A rate that is not a finite number above zero divides nothing.
    if not 0 < value < float("inf"):
        raise PriceError(f"{where}: {printed!r} is no rate.", "A number above zero, with a point.")
    return value
