"""Real documents: their tables become claims, and how many of the hand-read claims are found.

Floors in tests/floors/claims.toml go up freely and down only by name in the commit.
"""

from __future__ import annotations

import csv
import itertools
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.claims.model import Claim
from sholu.claims.read import read_claims
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.vocabulary.load import load

FLOORS = tomllib.loads(
    (Path(__file__).parent.parent / "floors" / "claims.toml").read_text(encoding="utf-8")
)
UNITS = {
    "people": "person", "adults": "person", "years": "year", "months": "month",
    "minutes": "minute", "months of work": "month", "crimes": "offence", "offences": "offence",
    "verdicts": "verdict", "sentences": "verdict", "events": "event", "groups": "group",
    "plantations": "plantation", "documents": "document", "interviewees": "respondent",
    "respondents": "respondent", "deaths per million": "death/1000000", "t/year": "t",
    "groups/year": "group", "trucks/day": "vehicle", "USD million": "USD", "% of cases": "%",
    "people of 10": "person", "KZT/dose": "KZT/dose",
}  # fmt: skip
"""Words of the hand-read list for units, as the vocabulary codes them."""

SHARES = ("value", "unit", "indicator", "place", "period")
ERRORS = ("wrong_indicators", "wrong_places", "wrong_periods")

NEAR = 60
"""Characters on either side of a quote in which its number may stand: quotes are cut short."""


@dataclass(frozen=True)
class Read:
    """A document's text and claims."""

    text: str
    claims: tuple[Claim, ...]


@pytest.fixture(scope="module")
def read(shared_dir: Path) -> Callable[[str], Read]:
    """A function that gives the claims of a document of the corpus by its number, read once."""
    done: dict[str, Read] = {}

    def of(number: str) -> Read:
        if number not in done:
            path = next((shared_dir / "corpus").glob(f"{number}_*.txt"))
            document = Document(
                number, path.name, 1, None, None, "2031-01-01T00:00:00Z", None, None, "clear", None
            )
            text = read_document(path.read_bytes(), path.name).text
            annotated = annotate(document, text, load(), b"key for tests")
            done[number] = Read(text.text, read_claims(annotated, load(), None).claims)
        return done[number]

    return of


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by their headings."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def claims_in_table(read: Read, title: str) -> dict[tuple[str, str, float], Claim]:
    """The claims of a table by row label, column label and value."""
    return {
        (claim.figure.row_label or "", claim.figure.column_label or "", claim.figure.value): claim
        for claim in read.claims
        if claim.figure.table_title and title in claim.figure.table_title
    }


def test_every_seizure_of_the_table_has_drug_year_mass_and_indicator(read, shared_dir):
    rows = rows_of(shared_dir / "gold" / "tables" / "002_table5_5_seizures_long.csv")
    found = {
        (claim.figure.row_label, claim.period_start, claim.figure.value): claim
        for claim in read("002").claims
        if claim.figure.table_title and "Table 5. 5" in claim.figure.table_title
    }
    assert len(rows) == 36
    for row in rows:
        claim = found[row["name_of_drug"], row["year"], float(row["value"])]
        assert (claim.figure.unit, claim.indicator) == ("kg", "seizure_mass"), row
        assert claim.cited_source == "Yusopov et al., 2018: 67"


def test_every_price_of_the_table_has_drug_level_year_and_indicator(read, shared_dir):
    rows = rows_of(shared_dir / "gold" / "tables" / "002_table5_6_prices_long.csv")
    found = claims_in_table(read("002"), "Table 5. 6")
    assert len(rows) == 30
    for row in rows:
        column = f"{row['drug'].capitalize()} / {row['level']}"
        claim = found[row["statistic"], column, float(row["value"])]
        assert claim.indicator == f"price_{row['level']}", row
        assert (claim.place_code, claim.period_start) == ("KZ", "2012")


def test_the_thresholds_of_the_table_are_masses_in_grams(read, shared_dir):
    rows = rows_of(shared_dir / "gold" / "tables" / "002_table7_1_thresholds.csv")
    found = [
        claim
        for claim in read("002").claims
        if claim.figure.table_title and "Table 7.1" in claim.figure.table_title
    ]
    expected = set()
    for row in rows:
        expected.add((row["type_of_drug"], float(row["small_from_g"]), float(row["small_to_g"])))
        expected.add((row["type_of_drug"], float(row["large_from_g"]), float(row["large_to_g"])))
        expected.add((row["type_of_drug"], float(row["extra_large_from_g"]), None))
    assert {
        (claim.figure.row_label, claim.figure.value, claim.figure.value_high) for claim in found
    } == expected
    assert {claim.figure.unit for claim in found} == {"g"}


@pytest.mark.parametrize(
    ("file", "title", "kind", "indicator"),
    [
        ("000_table1_decisions", "Table 1.", "decision_or_punishment", "persons_by_decision"),
        (
            "000_table2_compulsory_medical",
            "Table 2.",
            "addiction_type",
            "persons_compulsory_medical",
        ),
    ],
)
def test_every_count_of_the_courts_tables_has_article_kind_and_year(
    read, shared_dir, file, title, kind, indicator
):
    found = {key[0]: claim for key, claim in claims_in_table(read("000"), title).items()}
    for row in rows_of(shared_dir / "gold" / "tables" / f"{file}.csv"):
        claim = found[f"{row['article_filled']} / {row[kind]}"]
        assert claim.figure.value == float(row["number_of_people"])
        assert (claim.figure.unit, claim.indicator) == ("person", indicator)
        assert (claim.place_code, claim.period_start) == ("KZ", "2024")


@dataclass(frozen=True)
class Score:
    """How many of the hand-read claims of running text are found, and how much of them is right.

    Attributes:
        rows: hand-read claims with a number and a unit.
        value: share whose value is read where it stands; ``unit``: and its unit.
        indicator: share of those found, and with an indicator of the vocabulary, that have it;
            ``wrong_indicators``: how many have another.
        place, period: shares of those found, and with a country or years, that have them;
            ``wrong_places``, ``wrong_periods``: how many have others.
    """

    rows: int
    value: float
    unit: float
    indicator: float
    wrong_indicators: int
    place: float
    wrong_places: int
    period: float
    wrong_periods: int


def score(rows: list[dict[str, str]], read: Callable[[str], Read]) -> Score:
    """Compare the hand-read claims with ours."""
    near = [_with_value(row, read(row["seed"])) for row in rows]
    found = [
        (row, claims)
        for row, beside in zip(rows, near, strict=True)
        if (claims := [claim for claim in beside if _unit_is(row["unit"], claim)])
    ]
    codes = {indicator.code for indicator in load().indicators}
    countries = _countries()
    indicator = _agreement(
        [
            (row["measure"], [claim.indicator for claim in claims])
            for row, claims in found
            if row["measure"] in codes
        ]
    )
    place = _agreement(
        [
            (countries[row["place"]], [(claim.place_code or "")[:2] or None for claim in claims])
            for row, claims in found
            if row["place"] in countries
        ]
    )
    period = _agreement(
        [
            (row["period"], [_years(claim) for claim in claims])
            for row, claims in found
            if re.fullmatch(r"\d{4}(-\d{4})?", row["period"])
        ]
    )
    return Score(
        len(rows), sum(map(bool, near)) / len(rows), len(found) / len(rows),
        *indicator, *place, *period,
    )  # fmt: skip


def _agreement(pairs: list[tuple[str, list[str | None]]]) -> tuple[float, int]:
    """The share of pairs where ours has the expected value, and how many have only others."""
    right = sum(expected in ours for expected, ours in pairs)
    wrong = sum(expected not in ours and any(ours) for expected, ours in pairs)
    return right / len(pairs), wrong


def _countries() -> dict[str, str]:
    return {
        name: place.code
        for place in load().places
        if place.kind == "country"
        for name in place.names.en
    }


def _years(claim: Claim) -> str | None:
    if claim.period_start is None or claim.period_end is None:
        return None
    start, end = claim.period_start[:4], claim.period_end[:4]
    return start if start == end else f"{start}-{end}"


def running_rows(shared_dir: Path) -> list[dict[str, str]]:
    """The hand-read claims of running text that have a number and a unit."""
    return [
        row
        for row in rows_of(shared_dir / "gold" / "claims.csv")
        if not row["from_table"]
        and row["unit"] not in ("", "date", "year", "article", "rank", "statement", "month")
        and re.fullmatch(r"-?\d+(\.\d+)?", row["value"])
    ]


def _with_value(row: dict[str, str], read: Read) -> list[Claim]:
    """The claims beside a row's quote that have its value."""
    words = r"\s+".join(re.escape(word) for word in row["quote"].replace("\\$", "$").split())
    places = list(re.finditer(words.replace(r"\$", r"\\?\$"), read.text))
    high = float(row["value_high"]) if row["value_high"] else None
    return [
        claim
        for place in places
        for claim in read.claims
        if place.start() - NEAR <= claim.figure.span.start <= place.end() + NEAR
        and _same(claim.figure.value, abs(float(row["value"])), row["unit"])
        and (claim.figure.value_high == high or high is None)
    ]


def _same(found: float, value: float, unit: str) -> bool:
    if unit == "USD million":
        return abs(found - value * 1e6) < 1
    return abs(found - value) <= 1e-9 * max(1.0, abs(value))


def _unit_is(unit: str, claim: Claim) -> bool:
    """Whether the unit is right; a thing counted that has no code must be named in ``of``."""
    if claim.figure.unit in (UNITS.get(unit, unit), unit):
        return True
    stem = unit.split("/")[0].rstrip("s").lower()
    return stem in (claim.figure.of or "").lower()


def test_the_hand_read_claims_of_running_text_are_found_as_often_as_before(read, shared_dir):
    found = vars(score(running_rows(shared_dir), read))
    floors = FLOORS["running_text"]
    assert found["rows"] == floors["rows"]
    below = {key: found[key] for key in SHARES if found[key] < floors[key]}
    above = {key: found[key] for key in ERRORS if found[key] > floors[key]}
    assert not below and not above, f"found {found}"


@dataclass(frozen=True)
class Matched:
    """Hand-read claims and ours, matched one to one.

    Attributes:
        rows: hand-read claims with a number and a unit, those of tables too.
        recall: share of them that are read: document, quote, value and unit.
        precision: share of our claims within their quotes that are one of them.
    """

    rows: int
    recall: float
    precision: float


def match(rows: list[dict[str, str]], read: Callable[[str], Read]) -> Matched:
    """Match each row with at most one claim in its quote, and count the claims left over."""
    taken: set[str] = set()
    covered: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        stretches = _stretches(row, read(row["seed"]).text)
        covered.setdefault(row["seed"], []).extend(stretches)
        fitting = (
            claim.id
            for claim in read(row["seed"]).claims
            if _inside(claim, stretches)
            and claim.id not in taken
            and _same(claim.figure.value, abs(float(row["value"])), row["unit"])
            and _unit_is(row["unit"], claim)
        )
        taken.update(itertools.islice(fitting, 1))
    said = [
        claim.id
        for seed, stretches in covered.items()
        for claim in read(seed).claims
        if _inside(claim, stretches)
    ]
    return Matched(len(rows), len(taken) / len(rows), len(taken & set(said)) / len(said))


def _stretches(row: dict[str, str], text: str) -> list[tuple[int, int]]:
    words = r"\s+".join(re.escape(word) for word in row["quote"].replace("\\$", "$").split())
    return [found.span() for found in re.finditer(words.replace(r"\$", r"\\?\$"), text)]


def _inside(claim: Claim, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= claim.figure.span.start < end for start, end in stretches)


def test_hand_read_claims_and_ours_match_one_to_one_as_often_as_before(read, shared_dir):
    rows = [
        row
        for row in rows_of(shared_dir / "gold" / "claims.csv")
        if row["unit"] not in ("", "date", "year", "article", "rank", "statement", "month")
        and re.fullmatch(r"-?\d+(\.\d+)?", row["value"])
    ]
    found, floors = match(rows, read), FLOORS["all_claims"]
    assert found.rows == floors["rows"]
    assert found.recall >= floors["recall"], found
    assert found.precision >= floors["precision"], found
