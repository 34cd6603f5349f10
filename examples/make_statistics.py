"""Write the invented national statistics of Aldaria (XA): all of it synthetic, nothing of it real.

Twenty regions, monthly statistics of four years, a register of 10,000 offences of the last year, a
survey and a budget. The same seed gives the same files. What an integrity test should find is
planted by the functions in `PLANTS`; without them every region is honest.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

SEED = 20250101
YEARS = (2021, 2022, 2023, 2024)
REGISTER_YEAR = 2024
REGISTRATIONS = 10_000
RESPONDENTS = 1_200
BREAK_YEAR = 2022
BREAK_FACTOR = 1.35
"""From BREAK_YEAR on every complaint is registered (break `xa-registration-2022`): counts rise."""

POPULATIONS = {
    "XA-01": 980_000,
    "XA-02": 1_150_000,
    "XA-03": 870_000,
    "XA-04": 1_240_000,
    "XA-05": 960_000,
    **{f"XA-{6 + number:02d}": 260_000 + 37_000 * (number * 7 % 15) for number in range(15)},
}
"""Those of `places_invented.yaml`."""

SUBSTANCES = {
    "marijuana": (0.46, 40.0, 3.0),
    "hashish": (0.20, 12.0, 8.0),
    "heroin": (0.10, 1.5, 55.0),
    "mephedrone": (0.16, 2.0, 30.0),
    "alpha-PVP": (0.08, 1.0, 28.0),
}
"""Share of registrations, median mass of a user's portion in grams, retail price in dollars."""

ROLES = {"user": 0.62, "retail": 0.24, "courier": 0.09, "wholesale": 0.05}
MASS_FACTORS = {"user": 1.0, "retail": 3.0, "courier": 12.0, "wholesale": 150.0}
ARTICLES = {
    "user": ("215", 2),
    "retail": ("214", 1),
    "courier": ("214", 2),
    "wholesale": ("214", 3),
}
DETECTIONS = {"patrol": 0.5, "test purchase": 0.2, "tip": 0.15, "border check": 0.05, "online": 0.1}
OUTCOMES = {"court": 0.55, "suspended": 0.25, "dismissed": 0.12, "pending": 0.08}


@dataclass
class Registration:
    """One row of the register; planted cases change it."""

    day: date
    region: str
    unit: str
    officers: tuple[str, str]
    person: str
    article: str
    part: int
    substance: str
    mass_g: float
    role: str
    detection: str
    outcome: str


Plant = Callable[[list[Registration], Random], list[Registration]]

PLANTS: tuple[Plant, ...] = ()
"""Functions that change honest registrations, one after another: a planted case each."""


def draw(weights: dict[str, float], random: Random) -> str:
    """A key with the probability of its weight."""
    return random.choices(list(weights), list(weights.values()))[0]


def make_registrations(random: Random) -> list[Registration]:
    """An honest year: days even, masses log-normal, persons mostly met once."""
    regions = random.choices(list(POPULATIONS), list(POPULATIONS.values()), k=REGISTRATIONS)
    rows = [make_registration(region, random) for region in regions]
    return sorted(rows, key=lambda row: (row.day, row.region, row.unit, row.person))


def make_registration(region: str, random: Random) -> Registration:
    """One offence of a region."""
    role = draw(ROLES, random)
    substance = draw({name: share for name, (share, _, _) in SUBSTANCES.items()}, random)
    median = SUBSTANCES[substance][1] * MASS_FACTORS[role]
    unit = f"{region} unit {random.randint(1, 4)}"
    first, second = random.sample(range(1, 13), 2)
    article, part = ARTICLES[role]
    return Registration(
        day=date(REGISTER_YEAR, 1, 1) + timedelta(days=random.randrange(366)),
        region=region,
        unit=unit,
        officers=(f"{unit} officer {first}", f"{unit} officer {second}"),
        person=f"{region}-person-{random.randint(1, 20_000)}",
        article=article,
        part=part,
        substance=substance,
        mass_g=round(median * random.lognormvariate(0, 0.9), 2),
        role=role,
        detection=draw(DETECTIONS, random),
        outcome=draw(OUTCOMES, random),
    )


def months_of_register(rows: Sequence[Registration]) -> Counter[tuple[str, int]]:
    """Registered offences by region and month."""
    return Counter((row.region, row.day.month) for row in rows)


def make_statistics(rows: Sequence[Registration], random: Random) -> list[list[object]]:
    """Monthly statistics by region; the last year's counts are those of the register."""
    counted = months_of_register(rows)
    table: list[list[object]] = []
    for region, population in POPULATIONS.items():
        expected = REGISTRATIONS * population / sum(POPULATIONS.values()) / 12
        for year in YEARS:
            to_date = 0
            for month in range(1, 13):
                if year == REGISTER_YEAR:
                    count = counted[region, month]
                else:
                    factor = 1.0 if year >= BREAK_YEAR else 1 / BREAK_FACTOR
                    count = round(random.gauss(expected * factor, (expected * factor) ** 0.5))
                to_date += max(count, 0)
                table.append(statistics_row(region, year, month, max(count, 0), to_date, random))
    return table


def statistics_row(
    region: str, year: int, month: int, count: int, to_date: int, random: Random
) -> list[object]:
    """One line; small numbers of persons are suppressed, and prices not always asked for."""
    suspected = round(count * 0.86)
    heroin_kg = round(count * 0.011 * random.lognormvariate(0, 0.7), 3)
    price = round(random.gauss(55.0, 4.0), 2) if random.random() > 0.1 else "n/a"
    return [
        region,
        year,
        month,
        to_date,
        suspected if suspected >= 5 else "*",
        round(suspected * 0.55) if suspected >= 5 else "*",
        heroin_kg,
        price,
    ]


def make_survey(random: Random) -> list[list[object]]:
    """A survey on safety and trust with weights."""
    table: list[list[object]] = []
    for number in range(1, RESPONDENTS + 1):
        region = draw({code: float(people) for code, people in POPULATIONS.items()}, random)
        answers = (draw({"yes": 0.58, "no": 0.34, "no answer": 0.08}, random),
                   draw({"yes": 0.41, "no": 0.50, "no answer": 0.09}, random))  # fmt: skip
        table.append([number, region, random.choice(("18-29", "30-49", "50+")), *answers,
                      round(random.uniform(0.5, 1.8), 3)])  # fmt: skip
    return table


def make_populations() -> list[list[object]]:
    """People and officers of drug units by region and year."""
    return [
        [region, year, people, max(people // 25_000, 8)]
        for region, people in POPULATIONS.items()
        for year in YEARS
    ]


BUDGET = [
    ["prevention", 2023, 410_000, 388_000], ["prevention", 2024, 455_000, 401_500],
    ["treatment", 2023, 620_000, 571_000], ["treatment", 2024, 690_000, 655_200],
    ["enforcement", 2023, 1_900_000, 1_897_000], ["enforcement", 2024, 2_050_000, 2_049_100],
]  # fmt: skip


def write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """One CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def as_row(row: Registration) -> list[object]:
    """A registration as the register's file has it."""
    return [row.day, row.region, row.unit, "; ".join(row.officers), row.person, row.article,
            row.part, row.substance, row.mass_g, "g", row.role, row.detection,
            row.outcome]  # fmt: skip


def write_all(folder: Path, plants: Sequence[Plant] = PLANTS) -> None:
    """Write the five files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(SEED)
    rows = make_registrations(random)
    for plant in plants:
        rows = plant(rows, random)
    write(
        folder / "synthetic_XA_registrations_2024.csv",
        ["date", "region", "unit", "officers", "person", "article", "part", "substance", "mass",
         "mass unit", "role", "detection", "outcome"],
        [as_row(row) for row in rows],
    )  # fmt: skip
    write(
        folder / "synthetic_XA_statistics_2021-2024.csv",
        ["region", "year", "month", "offences, year to date", "persons suspected",
         "cases sent to court", "heroin seized, kg", "price of a gram of heroin, USD"],
        make_statistics(rows, random),
    )  # fmt: skip
    write(
        folder / "synthetic_XA_population_2021-2024.csv",
        ["region", "year", "population", "officers"],
        make_populations(),
    )
    write(
        folder / "synthetic_XA_survey_2024.csv",
        ["respondent", "region", "age", "safe after dark", "trusts police", "weight"],
        make_survey(random),
    )
    write(
        folder / "synthetic_XA_budget_2023-2024.csv",
        ["direction", "year", "planned", "spent"],
        BUDGET,
    )


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("statistics"))
