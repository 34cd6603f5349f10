"""Write the invented panel on which `sholu evaluate` is shown: what is true of it is planted here.

Twenty regions of Aldaria (XA), sixty months, six indicators, all synthetic. `TRUTHS` says what
each measure of `invented/measures.yaml` did; the same seed gives the same file.
"""

from __future__ import annotations

import csv
import sys
from math import pi, sin
from pathlib import Path
from random import Random

SEED = 20230101
REGIONS = tuple(f"XA-{number:02d}" for number in range(1, 21))
MONTHS = tuple(f"{year}-{month:02d}" for year in range(2020, 2025) for month in range(1, 13))
NAME = "synthetic_XA_policy_2020-2024.csv"

DIVERSION = ("XA-02", "XA-04", "XA-06", "XA-08", "XA-11", "XA-13", "XA-16", "XA-19")
DIVERSION_START = MONTHS.index("2023-01")
SHOCKED = ("XA-02", "XA-04", "XA-06", "XA-08", "XA-11", "XA-09", "XA-14")
"""Regions that a stronger drug reaches in the month the diversion begins; five of them divert."""

SHOCK_LOAD = 15.0
POISONINGS_PER_LOAD = 1.0

KITS = ("XA-07",)
KITS_START = MONTHS.index("2022-07")

TEAMS_START = MONTHS.index("2023-04")
TEAMS = 4
"""So many regions with most tips in the three months before get teams: chance puts them there."""

TEAM_REGIONS = ("XA-02", "XA-05", "XA-10", "XA-17")
"""Those that the seed puts there; `invented/measures.yaml` names them."""

BREAK_START = MONTHS.index("2023-01")
BREAK_FACTOR = 1.5

TRUTHS = {
    ("xa-diversion-2023", "treatment_entries"): 9.0,
    ("xa-diversion-2023", "calls_hotline"): 0.0,
    ("xa-diversion-2023", "poisonings_acute"): -6.0,
    ("xa-kits-2022", "overdose_deaths"): -7.0,
    ("xa-teams-2023", "tips_received"): 0.0,
}
"""What each measure adds to an indicator a month, by measure and indicator."""

Series = list[float]


def wander(random: Random, scatter: float, memory: float) -> Series:
    """Noise that remembers the month before."""
    value = random.gauss(0, scatter)
    found = []
    for _ in MONTHS:
        value = memory * value + random.gauss(0, scatter * (1 - memory**2) ** 0.5)
        found.append(value)
    return found


def make_indicator(
    random: Random, level: float, scatter: float, memory: float = 0.4
) -> dict[str, Series]:
    """An honest indicator: regions differ, all share season and common shocks."""
    common = wander(random, scatter / 2, 0.7)
    found = {}
    for region in REGIONS:
        own = level * random.uniform(0.6, 1.4)
        noise = wander(random, scatter, memory)
        found[region] = [
            own + 0.08 * level * sin(2 * pi * month / 12) + common[month] + noise[month]
            for month in range(len(MONTHS))
        ]
    return found


def add_from(values: dict[str, Series], regions: tuple[str, ...], start: int, step: float) -> None:
    """Add a step to some regions from a month on."""
    for region in regions:
        values[region] = [v + step * (month >= start) for month, v in enumerate(values[region])]


def highest_before(values: dict[str, Series], start: int) -> tuple[str, ...]:
    """The regions that stood highest above their own past in the three months before a start."""

    def excess(region: str) -> float:
        past = values[region][: start - 3]
        return sum(values[region][start - 3 : start]) / 3 - sum(past) / len(past)

    return tuple(sorted(sorted(REGIONS, key=excess)[-TEAMS:]))


def make_panel() -> dict[str, dict[str, Series]]:
    """All indicators with what is planted in them."""
    random = Random(SEED)
    entries = make_indicator(random, 60.0, 5.0)
    add_from(entries, DIVERSION, DIVERSION_START, TRUTHS["xa-diversion-2023", "treatment_entries"])
    load = make_indicator(random, 14.0, 2.5)
    add_from(load, SHOCKED, DIVERSION_START, SHOCK_LOAD)
    poisonings = make_indicator(random, 45.0, 3.0)
    for region in REGIONS:
        poisonings[region] = [
            value + POISONINGS_PER_LOAD * (amount - 14.0)
            for value, amount in zip(poisonings[region], load[region], strict=True)
        ]
    effect = TRUTHS["xa-diversion-2023", "poisonings_acute"]
    add_from(poisonings, DIVERSION, DIVERSION_START, effect)
    deaths = make_indicator(random, 24.0, 2.0)
    add_from(deaths, KITS, KITS_START, TRUTHS["xa-kits-2022", "overdose_deaths"])
    possession = make_indicator(random, 40.0, 4.0)
    for region in REGIONS:
        possession[region] = [
            value * (BREAK_FACTOR if month >= BREAK_START else 1.0)
            for month, value in enumerate(possession[region])
        ]
    return {
        "treatment entries": entries,
        "hotline calls": make_indicator(random, 80.0, 6.0),
        "load in wastewater, mg per 1000 and day": load,
        "acute poisonings": poisonings,
        "deaths": deaths,
        "possession offences": possession,
        "tips": make_indicator(random, 50.0, 6.0, memory=0.6),
    }


def write_policy(folder: Path) -> Path:
    """Write the panel as a table of monthly statistics; counts are whole numbers."""
    folder.mkdir(parents=True, exist_ok=True)
    panel = make_panel()
    path = folder / NAME
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(["region", "year", "month", *panel])
        for region in REGIONS:
            for index, month in enumerate(MONTHS):
                cells = [
                    round(values[region][index], 2 if name.startswith("load") else None)
                    for name, values in panel.items()
                ]
                writer.writerow([region, month[:4], int(month[5:]), *cells])
    return path


if __name__ == "__main__":
    write_policy(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("statistics"))
