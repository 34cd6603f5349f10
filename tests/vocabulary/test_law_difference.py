"""What changed between two days, and what a draft would change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sholu.vocabulary.law import LawError, Sanction
from sholu.vocabulary.law_difference import (
    Difference,
    compare,
    differences,
    proposed_differences,
)
from sholu.vocabulary.load_law import load_law

EVE, NEW_YEAR = date(2024, 12, 31), date(2025, 1, 1)


@pytest.fixture(scope="module")
def amendments() -> dict[tuple[str, str], Difference]:
    rows = differences(load_law(), EVE, NEW_YEAR)
    return {(row.key, row.condition.en if row.condition else ""): row for row in rows}


def test_the_amendments_of_2025_are_couriers_makers_and_precursors(
    amendments: dict[tuple[str, str], Difference],
) -> None:
    assert list(amendments) == [
        ("KZ.CC2014/297-1", ""),
        ("KZ.CC2014/297-1", "by an official"),
        ("KZ.CC2014/297/courier", "first offence"),
        ("KZ.CC2014/297/courier", "repeated"),
        ("KZ.CC2014/301", ""),
    ]


def test_each_amendment_has_its_terms_and_its_direction(
    amendments: dict[tuple[str, str], Difference],
) -> None:
    said = {
        key: ([(one.minimum, one.maximum) for one in row.sanctions], row.direction)
        for key, row in amendments.items()
    }
    assert said["KZ.CC2014/297/courier", "first offence"] == ([(5, 8)], "lighter")
    assert said["KZ.CC2014/297/courier", "repeated"] == ([(8, 12)], "mixed")
    assert said["KZ.CC2014/297-1", ""] == ([(10, 15)], "new")
    assert said["KZ.CC2014/301", ""] == ([(3, 7)], "new")


def test_a_repeated_courier_stands_between_the_parts_that_held_it_before(
    amendments: dict[tuple[str, str], Difference],
) -> None:
    row = amendments["KZ.CC2014/297/courier", "repeated"]
    assert {one.before.part: one.direction for one in row.compared} == {
        "1": "severer",
        "2": "unknown",
        "3": "lighter",
    }
    assert row.direction_stated == "lighter"


def test_nothing_changes_within_a_year_without_amendments() -> None:
    assert differences(load_law(), date(2023, 2, 1), date(2023, 11, 1)) == ()
    assert differences(load_law(), EVE, EVE) == ()


def test_over_the_change_of_codes_articles_meet_those_that_held_them_before() -> None:
    rows = {row.key: row for row in differences(load_law(), date(2014, 12, 31), date(2015, 1, 1))}
    assert [old.key for old in rows["KZ.CC2014/296/2"].before] == ["KZ.CC1997/259"]
    assert [old.key for old in rows["KZ.CC2014/286"].before] == ["KZ.CC1997/250"]
    # What the register doesn't know of the code before is not called new.
    assert rows["KZ.CC2014/250"].direction == "unknown"
    assert [key for key in rows if key.startswith("KZ.CC1997")] == []


def test_a_provision_that_nothing_took_over_is_repealed(tmp_path: Path) -> None:
    (tmp_path / "provisions.yaml").write_text(
        """
- code: KZ.CC2014
  article: "999"
  part: ""
  in_force_from: 2016-01-01
  in_force_to: 2017-01-01
  covers: {en: "invented", ru: "вымышлено", kk: "ойдан шығарылған"}
  sources: [{source: KZ.CC2014, place: "invented for a test", verified: false}]
""",
        encoding="utf-8",
    )
    rows = differences(load_law(tmp_path), date(2016, 6, 1), date(2017, 6, 1))
    [row] = [row for row in rows if row.shown.code == "KZ.CC2014"]
    assert (row.key, row.direction, row.after) == ("KZ.CC2014/999", "repealed", None)
    assert row.shown.article == "999"


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(LawError, match="before"):
        differences(load_law(), NEW_YEAR, EVE)


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ((5, 10), (5, 8), "lighter"),
        ((5, 10), (8, 12), "severer"),
        ((5, 10), (5, 10), "same"),
        ((5, 10), (4, 12), "mixed"),
        ((None, 10), (5, 8), "unknown"),
    ],
)
def test_terms_are_compared_by_both_ends(
    before: tuple[float | None, float], after: tuple[float, float], direction: str
) -> None:
    old = [Sanction("imprisonment", (), *before, "years")]
    new = [Sanction("imprisonment", (), *after, "years")]
    assert compare(old, new) == direction


def test_life_is_longer_than_any_term() -> None:
    term = Sanction("imprisonment", (), 15, 20, "years")
    life = Sanction("life_imprisonment", ())
    assert compare([term], [term, life]) == "severer"


def test_months_and_years_are_compared_in_one_unit() -> None:
    months = Sanction("imprisonment", (), 60, 96, "months")
    years = Sanction("imprisonment", (), 5, 8, "years")
    assert compare([months], [years]) == "same"


def test_a_draft_that_makes_crimes_of_misdemeanours_is_severer() -> None:
    law = load_law()
    rows = proposed_differences(law, law.proposal("akimzhanov-2025"), date(2025, 6, 1))
    said = {row.key: row.direction for row in rows}
    assert [said[f"KZ.CC2014/296/{part}"] for part in "123"] == ["severer"] * 3
    assert said["KZ.CC2014/299-1"] == "unknown"


def test_a_draft_is_never_in_force() -> None:
    provision = load_law().article("KZ.CC2014", "296", "1", date(2030, 1, 1))
    assert provision is not None
    assert provision.category == "criminal_offence"


def test_an_unknown_draft_names_those_that_are_held() -> None:
    with pytest.raises(LawError) as caught:
        load_law().proposal("nothing")
    assert "akimzhanov-2025" in caught.value.hint
