"""Plant a case for every integrity test in the invented statistics of Aldaria (XA).

Each planted region has one case and is honest besides; XA-20 is untouched, the twin in which no
test may alarm. All of it is synthetic.

| region | planted | found by |
|---|---|---|
| XA-08 | masses moved above the nearest threshold | bunching, density |
| XA-10 | masses rounded to half of their last digits | heaping_masses |
| XA-12 | masses written down instead of weighed | first_digits, second_digits |
| XA-14 | registrations moved to the last day of months | month_end, quarter_end, year_end |
| XA-16 | one person bought from again and again, by one pair, in one week | splitting_* |
| XA-18 | many small facts, no wholesale, cheap heroin, little seized | two_views |
| XA-07 | half of the suspects never reach a court | funnel_leak |
| XA-09 | registered users fall when detections rise | moving_apart |
| XA-11 | monthly counts rounded to five | heaping_counts |
| XA-13 | a sum since January that falls | year_to_date_falls |
| XA-15 | published figures changed without a note | silent_revision |
"""

from __future__ import annotations

import calendar
import csv
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from make_statistics import SEED, Plant, Registration, write_all

TWIN = "XA-20"

THRESHOLDS_G = {
    "marijuana": (0.5, 50.0, 1000.0),
    "hashish": (0.5, 5.0, 200.0),
    "heroin": (0.01, 1.0),
}
"""Of the table of 2018 in Sholu's register of law, under which the invented courts judge."""

Change = Callable[[Registration, Random], Registration]


def changing(region: str, change: Change) -> Plant:
    """A plant that changes each registration of one region."""

    def plant(rows: list[Registration], random: Random) -> list[Registration]:
        # Draws of its own, so that no other plant or table changes with this one.
        own = Random(f"{SEED} {region}")
        changed = [change(row, own) if row.region == region else row for row in rows]
        return sorted(changed, key=lambda row: (row.day, row.region, row.unit, row.person))

    return plant


def moved_above(row: Registration, random: Random) -> Registration:
    """Half of the masses in the upper half below a threshold come to lie above it."""
    for limit in THRESHOLDS_G.get(row.substance, ()):
        if limit / 2 < row.mass_g <= limit and random.random() < 0.5:
            return replace(row, mass_g=round(limit * (1.002 + 0.07 * random.random()) + 0.005, 2))
    return row


def heaped(row: Registration, random: Random) -> Registration:
    """A third of the masses end in 0 or 5."""
    if row.mass_g < 1 or random.random() > 0.33:
        return row
    return replace(row, mass_g=round(round(row.mass_g / 0.05) * 0.05, 2))


def written_down(row: Registration, random: Random) -> Registration:
    """Two of five masses are numbers that a person thinks up: high digits, few zeros."""
    if row.mass_g < 1 or random.random() > 0.4:
        return row
    power = 10 ** (len(str(int(row.mass_g))) - 1)
    first, second = random.choice((4, 5, 6, 7, 7, 8)), random.choice((3, 6, 7, 7, 8, 9))
    return replace(row, mass_g=round(power * (first + second / 10 + random.random() / 10), 2))


def rushed(row: Registration, random: Random) -> Registration:
    """One in twelve registrations waits for the last day of its month, in December one in three."""
    if random.random() > (0.33 if row.day.month == 12 else 0.085):
        return row
    last = calendar.monthrange(row.day.year, row.day.month)[1]
    return replace(row, day=row.day.replace(day=last))


def bought_again(rows: list[Registration], random: Random) -> list[Registration]:
    """Six dealers of XA-16, each bought from twelve times by one pair of officers in six days."""
    own = Random(f"{SEED} XA-16")
    at = [number for number, row in enumerate(rows) if row.region == "XA-16"]
    changed = list(rows)
    for dealer in range(6):
        unit = f"XA-16 unit {dealer % 4 + 1}"
        monday = date(2024, 1, 8) + timedelta(weeks=8 * dealer)
        for _ in range(12):
            number = at.pop(own.randrange(len(at)))
            changed[number] = replace(
                changed[number],
                day=monday + timedelta(days=own.randrange(6)),
                unit=unit,
                officers=(f"{unit} officer 1", f"{unit} officer 2"),
                person=f"XA-16-dealer-{dealer}",
                article="214",
                part=1,
                role="retail",
                detection="test purchase",
            )
    return sorted(changed, key=lambda row: (row.day, row.region, row.unit, row.person))


def many_small_facts(rows: list[Registration], random: Random) -> list[Registration]:
    """XA-18 registers users thrice over and hardly any wholesale."""
    own = Random(f"{SEED} XA-18")
    kept, added = [], []
    for row in rows:
        if row.region == "XA-18" and row.role == "wholesale" and own.random() < 0.9:
            continue
        kept.append(row)
        if row.region == "XA-18" and row.role == "user":
            added += [_another_user(row, own) for _ in range(2)]
    return sorted(kept + added, key=lambda row: (row.day, row.region, row.unit, row.person))


def _another_user(row: Registration, random: Random) -> Registration:
    first, second = random.sample(range(1, 13), 2)
    unit = f"{row.region} unit {random.randint(1, 4)}"
    return replace(
        row,
        day=date(row.day.year, 1, 1) + timedelta(days=random.randrange(366)),
        unit=unit,
        officers=(f"{unit} officer {first}", f"{unit} officer {second}"),
        person=f"{row.region}-person-{random.randint(20_001, 80_000)}",
        mass_g=round(row.mass_g * random.lognormvariate(0, 0.5), 2),
    )


PLANTS: tuple[Plant, ...] = (
    changing("XA-08", moved_above),
    changing("XA-10", heaped),
    changing("XA-12", written_down),
    changing("XA-14", rushed),
    bought_again,
    many_small_facts,
)

Row = dict[str, str]
TO_DATE = "offences, year to date"
FIRST_EDITION = "synthetic_XA_statistics_2023_first.csv"
"""Published a year before the other tables."""

STATISTICS = "synthetic_XA_statistics_2021-2024.csv"


def write_planted(folder: Path) -> None:
    """Write the invented statistics with every case planted, and what only planted cases need."""
    write_all(folder, PLANTS)
    path = folder / STATISTICS
    rows = _read(path)
    by_region: dict[str, list[Row]] = {}
    for row in rows:
        by_region.setdefault(row["region"], []).append(row)
    _market(by_region["XA-18"])
    _leak(by_region["XA-07"])
    _round_counts(by_region["XA-11"])
    _fall(by_region["XA-13"])
    _write(path, rows)
    _write(folder / FIRST_EDITION, _first_edition(by_region["XA-15"]))
    _write(folder / "synthetic_XA_users_2021-2024.csv", _users(by_region))


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _months(rows: list[Row]) -> list[int]:
    """Offences of each month, out of the sums since January."""
    sums = [int(row[TO_DATE]) for row in rows]
    return [
        value if row["month"] == "1" else value - before
        for row, value, before in zip(rows, sums, [0, *sums], strict=False)
    ]


def _market(rows: list[Row]) -> None:
    """Heroin is cheap and little of it is seized."""
    for row in rows:
        if row["year"] == "2024":
            row["heroin seized, kg"] = f"{float(row['heroin seized, kg']) / 12:.3f}"
            price = row["price of a gram of heroin, USD"]
            if price != "n/a":
                row["price of a gram of heroin, USD"] = f"{float(price) * 0.7:.2f}"


def _leak(rows: list[Row]) -> None:
    for row in rows:
        if row["year"] == "2024" and row["cases sent to court"] != "*":
            row["cases sent to court"] = str(round(int(row["cases sent to court"]) * 0.5))


def _round_counts(rows: list[Row]) -> None:
    """Until 2023 most months are rounded to five; those of 2024 are counted from the register."""
    random = Random(f"{SEED} XA-11")
    to_date = 0
    for row, month in zip(rows, _months(rows), strict=True):
        to_date = 0 if row["month"] == "1" else to_date
        planted = row["year"] != "2024" and random.random() < 0.9
        to_date += 5 * round(month / 5) if planted else month
        row[TO_DATE] = str(to_date)


def _fall(rows: list[Row]) -> None:
    """The sum to October 2023 is below that to September."""
    at = next(n for n, row in enumerate(rows) if (row["year"], row["month"]) == ("2023", "10"))
    rows[at][TO_DATE] = str(int(rows[at - 1][TO_DATE]) - 14)


def _first_edition(rows: list[Row]) -> list[Row]:
    """What was published first for 2023: eight months were higher than they are told today."""
    random = Random(f"{SEED} XA-15")
    first = [dict(row) for row in rows if row["year"] == "2023"]
    for row in first[2:10]:
        row[TO_DATE] = str(int(row[TO_DATE]) + random.randint(9, 30))
    return first


def _users(by_region: dict[str, list[Row]]) -> list[Row]:
    """Registered users by month: they go their own way, in XA-09 against the detections."""
    table = []
    for region, rows in by_region.items():
        random = Random(f"{SEED} registered users {region}")
        months = _months(rows)
        mean = sum(months) / len(months)
        level = 12 * mean
        for row, month in zip(rows, months, strict=True):
            level *= random.gauss(1.0, 0.02)
            against = 1.0 - 0.25 * (month / mean - 1) if region == "XA-09" else 1.0
            users = str(round(level * against))
            table.append({"region": region, "year": row["year"], "month": row["month"],
                          "registered users": users})  # fmt: skip
    return table


if __name__ == "__main__":
    write_planted(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("statistics"))
