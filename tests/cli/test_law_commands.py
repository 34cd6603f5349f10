"""The law commands, as a lawyer runs them: outside an observatory, and in one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.conftest import run


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables without line breaks inside cells, so that words can be looked for."""
    monkeypatch.setattr("sholu.cli.listing.PLAIN_WIDTH", 2000)


def plain(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.output


def as_json(folder: Path, *arguments: str) -> Any:
    result = run(folder, "law", *arguments, "--format", "json")
    plain(result)
    return json.loads(result.stdout)


def test_an_article_is_shown_as_it_stood_with_its_sources(tmp_path: Path) -> None:
    text = plain(run(tmp_path, "law", "show", "297", "--part", "3", "--on", "2024-06-01"))
    assert "especially grave crime" in text
    assert "imprisonment 10 to 15 years" in text
    assert "000 Akimzhanov et al. 2025, section 3" in text
    assert "not legal advice" in text
    assert "3 March 2025" in text


@pytest.mark.parametrize(
    ("language", "category", "notice"),
    [
        ("ru", "особо тяжкое преступление", "не юридическая консультация"),
        ("kk", "аса ауыр қылмыс", "заң кеңесі емес"),
    ],
)
def test_an_article_is_shown_in_the_language_asked_for(
    tmp_path: Path, language: str, category: str, notice: str
) -> None:
    text = plain(
        run(tmp_path, "law", "show", "297", "--part", "3", "--on", "2024-06-01", "--lang", language)
    )
    assert category in text
    assert notice in text


def test_an_article_as_json_says_unknown_as_null(tmp_path: Path) -> None:
    told = as_json(tmp_path, "show", "296", "--part", "3", "--on", "2024-06-01")
    [provision] = told["provisions"]
    assert provision["category"] == "criminal_offence"
    assert provision["allows_imprisonment"] is False
    assert provision["sanctions"] == []
    assert provision["in_force_from"] == "2015-01-01"
    assert provision["in_force_to"] is None
    assert {"imprisonment-296-2-3", "criminal-record"} <= {one["key"] for one in told["findings"]}
    assert [one["key"] for one in told["reports"]] == ["imprisoned-296-3"]
    assert "not legal advice" in told["notice"]


@pytest.mark.parametrize("article", ["79", "11", "6"])
def test_a_rule_that_punishes_nothing_has_no_unknown_punishment(
    tmp_path: Path, article: str
) -> None:
    assert "unknown" not in plain(run(tmp_path, "law", "show", article, "--on", "2024-06-01"))
    told = as_json(tmp_path, "show", article, "--on", "2024-06-01")
    assert told["provisions"][0]["rule"] is True


def test_what_is_not_verified_is_marked(tmp_path: Path) -> None:
    told = as_json(tmp_path, "show", "296", "--part", "4", "--on", "2024-06-01")
    [sanction] = told["provisions"][0]["sanctions"]
    assert (sanction["minimum"], sanction["maximum"], sanction["unit"]) == (3, 7, "years")
    assert [one["verified"] for one in sanction["sources"]] == [False]


def test_heroin_is_sized_step_by_step_with_both_readings(tmp_path: Path) -> None:
    told = as_json(tmp_path, "threshold", "heroin", "0.6g", "--on", "2018-03-01")
    assert (told["size_category"], told["disputed"], told["mass_g"]) == ("large", False, 0.6)
    assert [one["small_to_g"] for one in told["readings"]] == [0.01, 0.1]
    assert [(one["article"], one["part"]) for one in told["provisions"]] == [
        ("296", "3"),
        ("297", "2"),
    ]
    text = plain(run(tmp_path, "law", "threshold", "heroin", "0.6g", "--on", "2018-03-01"))
    assert "small: up to and including 0.01 g: no, 0.6 g is more" in text
    assert "Article 296, part 3" in text
    assert "all readings agree" in text


def test_where_readings_disagree_it_is_said_aloud(tmp_path: Path) -> None:
    arguments = ("threshold", "героин", "0,05", "г", "--on", "2018-03-01")
    told = as_json(tmp_path, *arguments)
    assert told["disputed"] is True
    assert [one["size_category"] for one in told["readings"]] == ["large", "small"]
    assert "READINGS DISAGREE" in plain(run(tmp_path, "law", *arguments))


def test_names_of_several_words_and_masses_in_parts_need_no_quotes(tmp_path: Path) -> None:
    told = as_json(
        tmp_path, "threshold", "cannabis", "herb", "1.2", "kg", "--form", "dried", "--on",
        "2018-03-01",
    )  # fmt: skip
    assert (told["substance"], told["mass_g"], told["form"]) == ("cannabis_herb", 1200, "dried")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("threshold", "moonshine", "1g"), "moonshine"),
        (("threshold", "heroin", "5", "ml"), "no mass"),
        (("threshold", "heroin", "5", "zz"), "isn't known"),
        (("threshold", "heroin", "-5g"), "can't be"),
        (("threshold", "heroin"), "mass"),
        (("threshold", "0.6g"), "substance"),
        (("threshold", "heroin", "1g", "--on", "2018"), "isn't a day"),
        (("threshold", "heroin", "1g", "--on", "2018-02-30"), "calendar"),
        (("threshold", "heroin", "1g", "--on", "2010-01-01"), "no threshold"),
        (("threshold", "cocaine", "1g", "--on", "2018-01-01"), "no threshold"),
        (("show", "999", "--on", "2024-01-01"), "999"),
        (("show", "297", "--part", "9", "--on", "2024-01-01"), "no part 9"),
        (("show", "259", "--on", "2024-01-01"), "259"),
        (("show", "297", "--on", "1990-01-01"), "1990-01-01"),
        (("show", "297", "--code", "XA.CC", "--on", "2024-01-01"), "XA.CC"),
        (("diff", "--from", "2025-01-01", "--to", "2024-01-01"), "before"),
        (("diff", "--proposal", "nothing"), "nothing"),
    ],
)
def test_what_can_not_be_answered_is_an_error(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run(tmp_path, "law", *arguments)
    assert result.exit_code == 1
    assert said in str(result.exception)
    assert result.output == ""


def test_diff_without_days_or_draft_is_not_understood(tmp_path: Path) -> None:
    assert run(tmp_path, "law", "diff").exit_code == 2
    both = ("--proposal", "akimzhanov-2025", "--from", "2024-01-01")
    assert run(tmp_path, "law", "diff", *both).exit_code == 2


def test_the_amendments_of_2025_are_printed_as_a_table(tmp_path: Path) -> None:
    days = ("--from", "2024-12-31", "--to", "2025-01-01")
    told = as_json(tmp_path, "diff", *days)
    after = {
        (row["article"], row["part"], row["condition"]): (
            row["after"][0]["minimum"], row["after"][0]["maximum"], row["direction"],
        )
        for row in told["changes"]
    }  # fmt: skip
    assert after["297", "courier", "first offence"] == (5, 8, "lighter")
    assert after["297", "courier", "repeated"] == (8, 12, "mixed")
    assert after["297-1", None, None] == (10, 15, "new")
    assert after["301", None, None] == (3, 7, "new")
    text = plain(run(tmp_path, "law", "diff", *days))
    for heading in ("article", "covers", "before", "after", "direction", "source"):
        assert heading in text
    assert "001 CARICC release 1/2025" in text
    assert "a lost dash" in text


def test_a_table_for_another_program_has_nothing_else_in_it(tmp_path: Path) -> None:
    days = ("--from", "2024-12-31", "--to", "2025-01-01")
    result = run(tmp_path, "law", "diff", *days, "--lang", "kk", "--format", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["article"] for row in rows][-1] == "301"
    assert "заң кеңесі емес" in result.stderr


def test_the_page_holds_what_is_to_be_checked_and_the_notice(tmp_path: Path) -> None:
    days = ("--from", "2024-12-31", "--to", "2025-01-01")
    page = plain(run(tmp_path, "law", "diff", *days, "--format", "html"))
    assert "a lost dash" in page
    assert "applies to earlier acts too" in page
    assert "not legal advice" in page


def test_a_draft_is_compared_with_the_law_in_force_and_names_its_indicators(
    tmp_path: Path,
) -> None:
    told = as_json(tmp_path, "diff", "--proposal", "akimzhanov-2025", "--on", "2025-06-01")
    assert told["in_force"] is False
    first = told["changes"][0]
    assert (first["article"], first["part"], first["direction"]) == ("296", "1", "severer")
    assert first["now"]["category"] == "criminal_offence"
    assert first["categories"] == ["minor", "medium"]
    assert first["adds"][0]["minimum"] is None
    assert {"code": "incarceration_rate", "direction": "up", "why": "more prison terms"} in first[
        "indicators"
    ]
    text = plain(run(tmp_path, "law", "diff", "--proposal", "akimzhanov-2025"))
    assert "DRAFT, not in force" in text


def test_drafts_acts_reports_and_findings_are_listed(tmp_path: Path) -> None:
    assert as_json(tmp_path, "proposals")[0]["name"] == "akimzhanov-2025"
    codes = [row["code"] for row in as_json(tmp_path, "acts")]
    assert {"KZ.CC1997", "KZ.CC2014", "KZ.L279"} <= set(codes)
    assert "PT" in [row["about"] for row in as_json(tmp_path, "reports")]
    findings = as_json(tmp_path, "check")
    assert [one["gravity"] for one in findings] == sorted(
        (one["gravity"] for one in findings), key=["high", "medium", "low"].index
    )
    assert {"heroin-small", "courier-58", "marijuana-labels"} <= {one["key"] for one in findings}


def test_in_an_observatory_its_own_law_is_read_too(tmp_path: Path) -> None:
    folder = tmp_path / "inputs" / "law"
    folder.mkdir(parents=True)
    (folder / "thresholds.yaml").write_text(
        "- {substance: cocaine, form: '', reading: ours, small_to_g: 0.01, large_to_g: 1, "
        "sources: [{source: KZ.R470, place: 'for a test', verified: false}]}\n",
        encoding="utf-8",
    )
    told = as_json(tmp_path, "threshold", "кокаин", "0.5 г", "--on", "2024-01-01")
    assert told["size_category"] == "large"
