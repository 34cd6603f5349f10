"""Write the invented drug prices of Aldaria (XA): all of it synthetic, nothing of it real.

Sales with their weight and, for some, their purity; prices by region and month; a price index.
The exponents below are what a hedonic regression should find again.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from math import exp, log
from pathlib import Path
from random import Random

from make_statistics import POPULATIONS, REGISTER_YEAR, YEARS, write

SEED = 19930901
SALES = 1_400
MEASURED = 0.45
"""Share of sales whose purity a laboratory measured, by chance."""

DRUGS = {
    "heroin": (55.0, 0.82, 0.45, 12.0),
    "mephedrone": (30.0, 0.78, 0.30, 60.0),
}
"""Price in dollars of a gram of the usual purity, exponent of weight, exponent of purity, usual
purity in percent."""

CHEAP = {"XA-01": 0.70, "XA-02": 0.85}
"""Regions at the border where drugs come in, by how much they are cheaper there."""

ORIGINS = {"test purchase": 0.5, "advert": 0.3, "interview": 0.2}
ADVERT_ASKS = 1.12
"""Adverts ask more than deals pay."""

INFLATION = 0.05


def price_level(drug: str, region: str, day: date) -> float:
    """The price of a gram of usual purity: cheap at the border, 4 % dearer each year."""
    years = (day - date(YEARS[0], 1, 1)).days / 365.25
    return DRUGS[drug][0] * CHEAP.get(region, 1.0) * 1.04**years


def make_sale(random: Random) -> list[object]:
    """One sale; the price follows weight and purity with the exponents of `DRUGS`."""
    drug = random.choice(list(DRUGS))
    region = random.choices(list(POPULATIONS), list(POPULATIONS.values()))[0]
    day = date(REGISTER_YEAR, 1, 1) + timedelta(days=random.randrange(366))
    _, weight_exponent, purity_exponent, usual = DRUGS[drug]
    grams = round(exp(random.gauss(log(2.0), 1.6)), 2) or 0.01
    purity = min(usual * exp(random.gauss(0, 0.35)), 95.0)
    origin = random.choices(list(ORIGINS), list(ORIGINS.values()))[0]
    price = (
        price_level(drug, region, day)
        * grams**weight_exponent
        * (purity / usual) ** purity_exponent
        * (ADVERT_ASKS if origin == "advert" else 1.0)
        * exp(random.gauss(0, 0.25))
    )
    known = random.random() < MEASURED and origin != "interview"
    return [day, region, drug, round(price, 2), "USD", grams, "g",
            round(purity, 1) if known else "", origin]  # fmt: skip


def make_monthly(random: Random) -> list[list[object]]:
    """Price of a gram and of a kilogram of mephedrone and its purity, by region and month."""
    table: list[list[object]] = []
    for region in POPULATIONS:
        for month in range(1, 13):
            level = price_level("mephedrone", region, date(REGISTER_YEAR, month, 15))
            retail = level * exp(random.gauss(0, 0.06))
            bulk = level * 1000 ** (DRUGS["mephedrone"][1] - 1) * 1000 * exp(random.gauss(0, 0.08))
            table.append([region, REGISTER_YEAR, month, round(retail, 2), round(retail * 0.7, 2),
                          round(retail * 1.4, 2), round(bulk), round(random.gauss(60, 4), 1)
                          if random.random() > 0.2 else "n/a"])  # fmt: skip
    return table


def make_purity(random: Random) -> list[list[object]]:
    """Purity of heroin by region and month: the same everywhere, whatever the price does."""
    return [
        [region, REGISTER_YEAR, month, round(random.gauss(DRUGS["heroin"][3], 0.8), 1)]
        for region in POPULATIONS
        for month in range(1, 13)
    ]


def make_rates() -> list[list[object]]:
    """The price index of dollars by month."""
    rows: list[list[object]] = []
    for year in YEARS:
        for month in range(1, 13):
            level = (1 + INFLATION) ** (year - YEARS[0] + (month - 1) / 12)
            period = f"{year}-{month:02d}"
            rows.append(["price_index", "USD", "", period, round(100 * level, 2),
                         "Aldaria Bureau of Statistics (invented)"])  # fmt: skip
    return rows


def write_sales(folder: Path) -> None:
    """Write sales and monthly prices into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(SEED)
    write(
        folder / "synthetic_XA_sales_2024.csv",
        ["date", "region", "drug", "paid", "currency", "weight", "weight unit", "purity, %",
         "how known"],
        sorted((make_sale(random) for _ in range(SALES)), key=lambda row: row[:3]),
    )  # fmt: skip
    write(
        folder / "synthetic_XA_prices_2024.csv",
        ["region", "year", "month", "mephedrone, gram, USD", "lowest", "highest",
         "mephedrone, kilogram, USD", "mephedrone purity, %"],
        make_monthly(random),
    )  # fmt: skip
    write(
        folder / "synthetic_XA_purity_2024.csv",
        ["region", "year", "month", "heroin purity, %"],
        make_purity(random),
    )


def write_rates(folder: Path) -> None:
    """Write the table of rates into a folder: that of an observatory's ``inputs/rates``."""
    folder.mkdir(parents=True, exist_ok=True)
    write(
        folder / "synthetic_XA_rates.csv",
        ["kind", "currency", "against", "period", "value", "source"],
        make_rates(),
    )


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("prices")
    write_sales(target)
    write_rates(target / "rates")
