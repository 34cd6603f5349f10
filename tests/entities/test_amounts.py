"""How the figures of two reports of one event agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.entities.amounts import compare_figures, rounds_to
from sholu.entities.contradictions import find_contradiction
from sholu.entities.event_rules import are_apart
from sholu.entities.model import ComparedFigure, EventKey
from sholu.entities.same_event import judge_events, same_events


def _key(name: str, *figures: ComparedFigure, **facts: object) -> EventKey:
    key = EventKey(
        id=name, documents=(f"doc-{name}",), title=name, kind="seizure", countries=("XA",),
        regions=("XA-02",), published="2031-03-20", date_start="2031-03-18", figures=figures,
        sketch=(), date_end="2031-03-18",
    )  # fmt: skip
    return replace(key, **facts)  # type: ignore[arg-type]


def _grams(value: float, of: str = "heroin") -> ComparedFigure:
    return ComparedFigure(value, None, "g", of)


@pytest.mark.parametrize(
    ("exact", "printed", "same"),
    [
        (23_480.0, 23_500.0, True),  # rounded to three digits
        (23_480.0, 23_000.0, True),  # "more than 23 kg"
        (38.0, 40.0, True),  # "nearly 40"
        (118_450.0, 118_000.0, True),
        (412.0, 400.0, True),
        (412.0, 450.0, False),
        (2_740.0, 2_500.0, True),  # "more than two and a half"
        (16.0, 15.0, True),
        (94.0, 96.0, False),
        (40.0, 38.0, False),  # the exact one is not made of the round one
    ],
)
def test_headlines_round_and_cut(exact: float, printed: float, same: bool) -> None:
    assert rounds_to(exact, printed) is same


def test_an_outlets_doses_are_anothers_stashes() -> None:
    stashes = _key("a", ComparedFigure(412.0, None, "stash", None))
    doses = _key("b", ComparedFigure(400.0, None, "dose", "mephedrone"))
    assert len(compare_figures(stashes, doses).rounded) == 1


def test_a_round_number_stands_for_its_own_reports_exact_one() -> None:
    others = _key("a", _grams(214.0))
    assert len(compare_figures(others, _key("b", _grams(200.0))).rounded) == 1
    assert not compare_figures(others, _key("b", _grams(200.0), _grams(208.0))).rounded


def test_no_third_report_joins_two_whose_amounts_differ_where_little_else_agrees() -> None:
    facts = {"regions": (), "date_start": None, "date_end": None}
    one = _key("a", _grams(5_000.0), **facts)
    two = _key("b", _grams(31_000.0), **facts)
    assert are_apart([(one, two)])
    assert not are_apart([(one, _key("b", _grams(5_000.0), **facts))])


def test_amounts_of_one_drug_that_differ_are_named() -> None:
    contradiction = find_contradiction(_key("a", _grams(5_000.0)), _key("b", _grams(9_000.0)))
    assert contradiction == "heroin: 5000 and 9000 g"


def test_a_hundred_grams_in_nine_kilograms_are_no_contradiction() -> None:
    assert find_contradiction(_key("a", _grams(9_400.0)), _key("b", _grams(9_500.0))) == ""


def test_a_rounded_report_in_another_language_is_the_same_event() -> None:
    exact = _key(
        "a", _grams(23_480.0), places=("Toktogul",), substances=("heroin",), details=("wheel",)
    )
    round_ = _key(
        "b",
        _grams(23_000.0),
        places=("Toktogul",),
        substances=("heroin",),
        details=("wheel",),
        published="2031-03-21",
    )
    (cluster,) = same_events([exact, round_], [])
    assert cluster.members == ("a", "b")
    assert "23,480 g" in cluster.reason


@pytest.mark.parametrize(
    "facts",
    [
        {"date_start": "2031-03-14", "date_end": "2031-03-14"},  # four days before
        {"substances": ("cocaine",), "figures": (_grams(610.0, "cocaine"),)},
        {"regions": ("XA-03",)},
        {"kind": "court"},
        {"published": "2031-05-20"},
    ],
)
def test_what_excludes_one_event_is_not_outweighed(facts: dict[str, object]) -> None:
    one = _key("a", _grams(5_000.0), substances=("heroin",), places=("Ordabad",))
    two = _key("b", _grams(5_000.0), substances=("heroin",), places=("Ordabad",))
    assert len(same_events([one, two], [])) == 1
    assert len(same_events([one, replace(two, **facts)], [])) == 2  # type: ignore[arg-type]


def test_two_seizures_of_a_day_without_a_figure_in_common_are_left_to_a_person() -> None:
    told: dict[str, object] = {"places": ("Ordabad",), "substances": ("heroin",)}
    one = _key("a", ComparedFigure(2.0, None, "person", None), **told)
    two = _key("b", ComparedFigure(3.0, None, "person", None), **told)
    clusters, findings = judge_events([one, two], [])
    assert len(clusters) == 2
    assert [finding.kind for finding in findings] == ["possible_same_event"]


def test_a_meeting_of_one_day_town_and_agency_needs_no_figure() -> None:
    facts: dict[str, object] = {
        "kind": "cooperation", "places": ("Ordabad",), "agencies": ("XA.DCA",),
        "details": ("football", "memorandum"),
    }  # fmt: skip
    assert len(same_events([_key("a", **facts), _key("b", **facts)], [])) == 1


def test_the_report_before_midnight_and_the_one_after_may_be_one() -> None:
    one = _key("a", _grams(5_480.0), _grams(1_250.0, "opium"), places=("Ordabad",))
    two = replace(one, id="b", documents=("doc-b",), date_start="2031-03-19", date_end="2031-03-19")
    assert len(same_events([one, two], [])) == 1


def _taken(name: str, *figures: ComparedFigure, **facts: object) -> EventKey:
    """A find of heroin in Ordabad."""
    known: dict[str, object] = {"substances": ("heroin",), "places": ("Ordabad",)}
    return _key(name, *figures, **(known | facts))


def _together(one: EventKey, two: EventKey) -> bool:
    return len(same_events([one, two], [])) == 1


def test_a_report_that_gives_the_day_of_the_briefing_is_joined_by_two_long_amounts() -> None:
    amounts = (_grams(5_480.0), _grams(1_257.0, "opium"))
    told_later = {"date_start": "2031-03-20", "date_end": "2031-03-20"}
    assert _together(_taken("a", *amounts), _taken("b", *amounts, **told_later))
    short = (_grams(40.0),)
    assert not _together(_taken("a", *short), _taken("b", *short, **told_later))


def test_the_day_of_the_crime_does_not_part_two_reports_of_a_sentence() -> None:
    fine = ComparedFigure(12_700_000.0, None, "KZT", "income")
    crime = {"kind": "court", "date_start": "2030-03-01", "date_end": "2030-09-30"}
    assert _together(_taken("a", fine, kind="court"), _taken("b", fine, **crime))


def test_a_region_taken_from_the_dateline_is_outweighed_by_day_and_amounts() -> None:
    amounts = (_grams(11_400.0), _grams(2_530.0, "opium"))
    told: dict[str, object] = {"details": ("raft", "sack")}
    elsewhere = {"regions": ("XA-01",), "places": ("Terem",)}
    assert _together(_taken("a", *amounts, **told), _taken("b", *amounts, **told, **elsewhere))


def test_tablets_of_one_outlet_are_the_things_of_another() -> None:
    undated = {"date_start": None, "date_end": None}
    capsules = _taken("a", ComparedFigure(2_100.0, None, "capsule", "heroin"), **undated)
    things = _taken("b", ComparedFigure(2_100.0, None, "item", "pieces"))
    assert _together(capsules, things)


def test_a_few_grams_of_one_town_in_one_week_are_two_finds() -> None:
    undated = {"date_start": None, "date_end": None, "published": "2031-03-17"}
    assert not _together(_taken("a", _grams(40.0)), _taken("b", _grams(40.0), **undated))


def test_a_total_given_for_one_drug_is_no_contradiction() -> None:
    parts = _key("a", _grams(1_046.0, "mephedrone"), _grams(320.0, "hashish"))
    assert find_contradiction(parts, _key("b", _grams(1_366.0, "hashish"))) == ""
    assert find_contradiction(parts, _key("b", _grams(1_500.0, "hashish"))) != ""


def test_a_misplaced_point_is_no_contradiction() -> None:
    assert find_contradiction(_key("a", _grams(6_200.0)), _key("b", _grams(62_000.0))) == ""


def test_what_was_taken_since_the_start_of_the_year_contradicts_nothing() -> None:
    season = ComparedFigure(90_000.0, None, "g", "heroin", "year_to_date")
    assert find_contradiction(_key("a", _grams(5_000.0)), _key("b", season)) == ""


def test_two_statistics_of_one_half_year_need_a_figure_in_common() -> None:
    half_year = {"kind": None, "date_start": "2031-01-01", "date_end": "2031-06-30"}
    agency: dict[str, object] = {**half_year, "agencies": ("XA.DCA",)}
    one = _taken("a", _grams(1_480_000.0), ComparedFigure(1_812.0, None, "person", "x"), **agency)
    other = _taken("b", _grams(1_500_000.0), ComparedFigure(1_812.0, None, "person", "x"), **agency)
    assert _together(one, other)
    assert not _together(replace(one, figures=one.figures[:1]), other)


def test_a_round_value_stands_for_one_exact_value_only() -> None:
    exact = _key("a", _grams(1_210.0), _grams(1_221.0), _grams(1_190.0))
    assert len(compare_figures(exact, _key("b", _grams(1_200.0))).rounded) == 1
