"""Every statement about law that was found in the corpus by hand is in the register, or refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sholu.vocabulary.law_register import Law
from sholu.vocabulary.load_law import load_law

CC = "KZ.CC2014"

HELD = {
    1: ["KZ.CC2014/296/1", "report:fine-50-thousand", "proposal:akimzhanov-2025:296/1"],
    2: ["KZ.CC2014/296/1", "KZ.CC2014/296/2", "KZ.CC2014/296/3", "finding:part-list-printed",
        "proposal:akimzhanov-2025:296/2", "proposal:akimzhanov-2025:296/3"],
    3: ["report:imprisoned-296-2", "finding:imprisonment-296-2-3"],
    4: ["report:imprisoned-296-3", "finding:imprisonment-296-2-3"],
    5: ["KZ.CC2014/296/4", "report:courts-2024-296-4"],
    6: ["KZ.CC2014/296/1", "proposal:akimzhanov-2025:296/1"],
    7: ["KZ.CC2014/296"],
    8: ["KZ.CC2014/297/1", "KZ.CC2014/297/2", "report:courts-2024-297-1",
        "report:courts-2024-297-2"],
    9: ["KZ.CC2014/297/3", "KZ.CC2014/297/4", "report:courts-2024-297-3",
        "report:courts-2024-297-4"],
    10: ["KZ.CC2014/297"],
    11: ["KZ.CC2014/297/courier"],
    12: ["KZ.CC2014/297/courier"],
    13: ["KZ.CC2014/297-1"],
    14: ["KZ.CC2014/301"],
    15: ["KZ.CC2014/298"],
    16: ["KZ.CC2014/299"],
    17: ["KZ.CC2014/299-1", "proposal:akimzhanov-2025:299-1/"],
    18: ["KZ.CC2014/300"],
    19: ["KZ.CC2014/302"],
    20: ["KZ.CC2014/303"],
    21: ["KZ.CC2014/310"],
    22: ["KZ.CC2014/79/2"],
    23: ["KZ.CC2014/286"],
    24: ["KZ.CC2014/26/3"],
    25: ["KZ.CC2014/250"],
    26: ["KZ.CC2014/251"],
    27: ["KZ.CC2014/252"],
    28: ["KZ.CC2014/254"],
    29: ["KZ.CC2014/chapter 9", "finding:bribe-sizes"],
    32: ["KZ.CC2014/297/4"],
    33: ["finding:courier-58"],
    34: ["report:statistics-296-302", "finding:scope-of-articles"],
    35: ["KZ.CC1997/259", "report:ten-years-259"],
    36: ["act:KZ.AM2008", "KZ.CC1997/250", "KZ.CC1997/259"],
    37: ["report:consumption-decriminalised", "finding:criminal-record"],
    39: ["KZ.CPC2014/187"],
    40: ["KZ.CPC2014/612"],
    41: ["KZ.CPC2014/96"],
    42: ["KZ.CPC2014/97"],
    43: ["KZ.CPC2014/187/KNB and corruption"],
    44: ["KZ.CPC2014/covert measures", "proposal:akimzhanov-2025:covert measures/"],
    45: ["KZ.LPROTECT/7"],
    46: ["KZ.CAO2014/274"],
    47: ["KZ.CAO2014/managers and corruption"],
    48: ["act:KZ.L279"],
    49: ["act:KZ.L279"],
    50: ["act:KZ.MH188"],
    51: ["act:KZ.L349"],
    52: ["act:KZ.R508"],
    53: ["act:KZ.D674"],
    54: ["act:KZ.L527"],
    55: ["act:KZ.D922", "finding:decree-922"],
    56: ["act:KZ.SC3", "proposal:akimzhanov-2025:/"],
    57: ["act:KZ.LOIA"],
    58: ["KZ.PEC2014/place of serving", "proposal:akimzhanov-2025:place of serving/"],
    59: ["act:KZ.LPREV"],
    60: ["act:KZ.LCORR"],
    62: ["act:UN.1961", "act:UN.1971", "act:UN.1988"],
}  # fmt: skip
"""Row of law.csv: the records that hold it."""

REFUSED = {
    30: "fine-80-mci",
    31: "second-offence-2-5",
    38: "ten-to-fifteen-extra-large",
    61: "corruption-policy",
    63: "portugal-2001",
    64: "oregon-110",
    65: "british-columbia",
    66: "netherlands-coffee-shops",
    67: "russia-milligrams",
}
"""Row of law.csv: the report that says why it is no rule of the register."""


def records(law: Law) -> set[str]:
    """Every record by the name that the table above uses."""
    return {
        *(provision.key for provision in law.provisions),
        *(f"act:{act.code}" for act in law.acts),
        *(f"finding:{found.key}" for found in law.law_findings),
        *(f"report:{report.key}" for report in law.reports),
        *(
            f"proposal:{proposal.name}:{change.article}/{change.part}"
            for proposal in law.proposals
            for change in proposal.changes
        ),
    }


@pytest.fixture
def rows(shared_dir: Path) -> dict[int, dict[str, str]]:
    with (shared_dir / "gold" / "law.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["id"]): row for row in csv.DictReader(file)}


def test_each_row_is_held_or_refused(rows: dict[int, dict[str, str]]) -> None:
    assert set(HELD) | set(REFUSED) == set(rows)
    assert not set(HELD) & set(REFUSED)


def test_what_holds_a_row_is_in_the_register() -> None:
    held = records(load_law())
    assert [name for names in HELD.values() for name in names if name not in held] == []


def test_what_is_refused_has_its_reason_in_three_languages() -> None:
    reasons = {report.key: report.why_no_rule for report in load_law().reports}
    for row, key in REFUSED.items():
        assert all(len(reasons[key].of(language)) > 10 for language in ("en", "ru", "kk")), row


def test_each_row_is_cited_from_its_own_document(rows: dict[int, dict[str, str]]) -> None:
    law = load_law()
    by_name = {
        **{provision.key: [] for provision in law.provisions},
    }
    for provision in law.provisions:
        by_name[provision.key] += provision.citations
    by_name |= {f"act:{act.code}": list(act.sources) for act in law.acts}
    by_name |= {f"finding:{found.key}": list(found.sources) for found in law.law_findings}
    by_name |= {f"report:{report.key}": list(report.sources) for report in law.reports}
    for row, names in HELD.items():
        cited = {one.source for name in names for one in by_name.get(name, ())}
        assert rows[row]["seed"] in cited, row


def test_terms_of_imprisonment_are_those_of_the_rows(rows: dict[int, dict[str, str]]) -> None:
    terms: dict[str, set[tuple[float | None, float | None]]] = {}
    for provision in load_law().provisions:
        for sanction in provision.sanctions:
            if sanction.kind == "imprisonment":
                span = (sanction.minimum, sanction.maximum)
                terms.setdefault(provision.key, set()).add(span)
    for row in (11, 12, 13, 14, 25, 26, 27, 28, 32):
        low, high = rows[row]["sanction_min"], rows[row]["sanction_max"]
        wanted = (float(low) if low else None, float(high) if high else None)
        assert wanted in terms[HELD[row][0]], row


def test_the_table_of_thresholds_is_held_to_the_gram(shared_dir: Path) -> None:
    path = shared_dir / "gold" / "tables" / "002_table7_1_thresholds.csv"
    with path.open(encoding="utf-8", newline="") as file:
        printed = {
            row["type_of_drug"]: tuple(
                float(row[key]) for key in ("small_from_g", "small_to_g", "large_to_g")
            )
            for row in csv.DictReader(file)
        }
    held = {
        (one.substance, one.form, one.reading): (one.small_from_g, one.small_to_g, one.large_to_g)
        for one in load_law().thresholds
    }
    assert held["cannabis_herb", "", "table of 2018"] == printed["Marijuana"]
    assert held["cannabis_herb", "dried", "as printed"] == printed["(Dried)"]
    assert held["hashish", "", "table of 2018"] == printed["Hashish"]
    assert held["heroin", "", "table of 2018"] == printed["Heroin (in all forms)"]
