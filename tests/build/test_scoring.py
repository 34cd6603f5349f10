"""Each score of the reading benchmark on cases made by hand. Persons in them are invented."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sholu.build.evaluation import confusion, evaluate, worst
from sholu.build.evaluation_item import (
    EvaluationError,
    EvaluationItem,
    NamedPerson,
    PersonalDatum,
    WantedFigure,
    load_items,
)
from sholu.build.scoring import (
    Answer,
    Tally,
    add_up,
    pairs_within,
    places_of,
    score_item,
    score_pairs,
    wanted_pairs,
)
from sholu.build.scoring_figures import FigureComparison, counted_units, one_word, pair_figures
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.vocabulary.load import load
from tests.conftest import run

VAGUE = {"narcotic_drugs"}

TEXT = (
    "Ten kilos of hashish on the road\n\n"
    "Police of School No. 9 street seized 10 kg of hashish. Oraz T., phone +7 700 000 00 00, was\n"
    "detained, said Captain Mira Example."
)


def item(**fields: object) -> EvaluationItem:
    """An item about drugs whose every other field is empty."""
    empty = EvaluationItem(
        id="en-001",
        half="development",
        language="en",
        script="Latn",
        source_country="KZ",
        published="2025-03-12",
        address="https://news.example/1",
        title="Ten kilos of hashish on the road",
        text=TEXT.partition("\n\n")[2],
        about_drugs=True,
        kind="seizure",
        countries=("KZ",),
        regions=(),
        places=(),
        date_start=None,
        date_end=None,
        date_basis=None,
        substances=(),
        agencies=(),
        figures=(),
        not_figures=(),
        persons=(),
        personal_data=(),
        law=(),
        same_event_as=(),
        checks=(),
        note="",
    )
    return replace(empty, **fields)  # type: ignore[arg-type]


def answer(**fields: object) -> Answer:
    """What a reader says that finds nothing but kind and country."""
    empty = Answer(
        text=TEXT,
        about_drugs=True,
        kind="seizure",
        countries=("KZ",),
        regions=(),
        date_start=None,
        date_end=None,
        substances=(),
        agencies=(),
        law=(),
        figures=(),
        claimed=(),
        officials=(),
        private=(),
        shown="",
        arithmetic=0,
    )
    return replace(empty, **fields)  # type: ignore[arg-type]


def wanted(value: float, unit: str, of: str | None = None, **fields: object) -> WantedFigure:
    figure = WantedFigure(value, None, unit, of, None, "exact", None, str(value), False)
    return replace(figure, **fields)  # type: ignore[arg-type]


def said(value: float, unit: str | None, of: str | None = None, **fields: object) -> Figure:
    figure = Figure(
        id="figure-1",
        value=value,
        value_high=None,
        value_printed=str(value),
        unit=unit,
        value_base=None,
        value_high_base=None,
        unit_base=None,
        of=of,
        of_code=None,
        qualifier="exact",
        accumulation=None,
        period=None,
        suspect=None,
        likely_reading=None,
        row_label=None,
        column_label=None,
        table_title=None,
        span=Span("span-1", "document", "version", 500, 501, "", "", "", None, None),
    )
    return replace(figure, **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def compare() -> FigureComparison:
    return FigureComparison(counted_units(load()))


def tallies(one: EvaluationItem, other: Answer, compare: FigureComparison) -> dict[str, Tally]:
    return {name: s.tally for name, s in score_item(one, other, compare, VAGUE).items()}


def test_shares_of_a_tally() -> None:
    tally = Tally(right=3, said=4, wanted=6)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)
    assert (Tally().precision, Tally().recall, Tally().f1) == (None, None, None)
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)


def test_a_kind_is_right_or_wrong_and_not_scored_where_none_fits(compare: FigureComparison) -> None:
    assert tallies(item(), answer(), compare)["kind"] == Tally(1, 1, 1)
    assert tallies(item(), answer(kind="court"), compare)["kind"] == Tally(0, 1, 1)
    assert "kind" not in tallies(item(kind=None), answer(), compare)


def test_an_item_not_about_drugs_is_scored_for_that_only(compare: FigureComparison) -> None:
    scores = tallies(item(about_drugs=False), answer(), compare)
    assert scores["about_drugs"] == Tally(0, 1, 1)
    assert set(scores) == {"about_drugs", "private_masked", "masks_needed", "officials"}


def test_only_what_an_item_answers_is_scored(compare: FigureComparison) -> None:
    some = tallies(item(answered=("persons", "kind")), answer(), compare)
    assert set(some) == {"kind", "officials", "private_masked", "masks_needed"}


def test_the_main_country_counts_and_regions_by_precision_and_recall(
    compare: FigureComparison,
) -> None:
    one = item(countries=("KG", "KZ"), regions=("KG-GB", "KG-C", "KZ-31"))
    scores = tallies(one, answer(countries=("KG",), regions=("KG-GB", "KG-O")), compare)
    assert scores["country"] == Tally(1, 1, 1)
    assert scores["region"] == Tally(1, 2, 3)
    assert tallies(one, answer(countries=("KZ", "KG")), compare)["country"] == Tally(0, 1, 1)


def test_dates_need_both_ends(compare: FigureComparison) -> None:
    one = item(date_start="2025-03-10", date_end="2025-03-11")
    both = answer(date_start="2025-03-10", date_end="2025-03-11")
    assert tallies(one, both, compare)["dates"] == Tally(1, 1, 1)
    assert tallies(one, answer(date_start="2025-03-10"), compare)["dates"] == Tally(0, 1, 1)
    assert tallies(one, answer(), compare)["dates"] == Tally(0, 0, 1)
    assert tallies(item(), both, compare)["dates"] == Tally(0, 1, 0)
    assert tallies(item(), answer(), compare)["dates"] == Tally(0, 0, 0)


def test_an_end_that_is_not_said_is_the_day_itself(compare: FigureComparison) -> None:
    one = item(date_start="2025-03-10", date_end="2025-03-10")
    assert tallies(one, answer(date_start="2025-03-10"), compare)["dates"] == Tally(1, 1, 1)


def test_words_for_many_substances_are_left_out(compare: FigureComparison) -> None:
    one = item(substances=("heroin", "narcotic_drugs"))
    other = answer(substances=("heroin", "hashish", "narcotic_drugs"))
    assert tallies(one, other, compare)["substances"] == Tally(1, 2, 1)


def test_a_figure_may_be_said_in_another_unit_of_its_dimension(compare: FigureComparison) -> None:
    assert compare.same_amount(wanted(1200, "g"), said(1.2, "kg"))
    assert compare.same_amount(wanted(17, "minor"), said(17, "person"))
    assert not compare.same_amount(wanted(1200, "g"), said(1200, "kg"))
    assert not compare.same_amount(wanted(17, "case"), said(17, "person"))
    assert not compare.same_amount(wanted(17, "case"), said(17, None))


def test_both_ends_of_a_range_must_agree(compare: FigureComparison) -> None:
    year = wanted(5, "year", value_high=8.0)
    assert compare.same_amount(year, said(5, "year", value_high=8.0))
    assert not compare.same_amount(year, said(5, "year"))


def test_item_stands_for_any_count_but_not_for_persons(compare: FigureComparison) -> None:
    assert compare.same_amount(wanted(4, "item"), said(4, "event"))
    assert not compare.same_amount(wanted(4, "item"), said(4, "person"))
    assert not compare.same_amount(wanted(4, "item"), said(4, "kg"))


def test_crimes_cases_and_facts_are_one_unit_and_told_apart_by_their_words(
    compare: FigureComparison,
) -> None:
    crimes = wanted(530, "offence", "crimes revealed")
    assert compare.same_figure(crimes, said(530, "case", "crimes"))
    assert not compare.same_figure(crimes, said(530, "case", "criminal cases"))
    assert not compare.same_figure(crimes, said(530, "case"))


def test_a_rate_may_name_what_it_is_a_rate_of(compare: FigureComparison) -> None:
    price = wanted(200, "USD", accumulation="rate")
    assert compare.same_amount(price, said(200, "USD/kg"))
    assert not compare.same_amount(wanted(200, "USD"), said(200, "USD/kg"))


def test_what_is_counted_is_the_code_else_words_in_any_ending(compare: FigureComparison) -> None:
    heroin = wanted(3, "kg", "героин", of_code="heroin")
    assert compare.same_thing(heroin, said(3, "kg", of_code="heroin"))
    assert not compare.same_thing(heroin, said(3, "kg", "героина", of_code="hashish"))
    assert compare.same_thing(heroin, said(3, "kg", "героина"))
    detained = wanted(17, "person", "задержанные")
    assert compare.same_thing(detained, said(17, "person", "задержанных"))
    assert not compare.same_thing(detained, said(17, "person", "осуждённых"))
    assert not compare.same_thing(detained, said(17, "person"))


def test_a_unit_that_names_a_thing_says_what_is_counted_but_persons_do_not(
    compare: FigureComparison,
) -> None:
    assert compare.same_thing(wanted(49, "laboratory", "drug laboratories"), said(49, "laboratory"))
    assert not compare.same_thing(wanted(9, "person", "women detained"), said(9, "person"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("героин", "героина", True),
        ("іс", "істер", False),
        ("адам", "адамды", True),
        ("men", "mephedrone", False),
        ("case", "cases", True),
        ("hashish", "hash", True),
    ],
)
def test_forms_of_a_word_share_their_beginning(one: str, other: str, same: bool) -> None:
    assert one_word(one, other) is same


def test_figures_are_paired_so_that_most_find_one(compare: FigureComparison) -> None:
    # The first wanted figure fits both that were said; the second fits only the first of them.
    want = [wanted(5, "kg", "hemp or hashish"), wanted(5, "kg", "hemp")]
    say = [said(5, "kg", "hemp"), said(5, "kg", "hashish")]
    fits = compare.same_figure
    assert pair_figures(want, say, fits, fits) == {0: 1, 1: 0}


def test_figures_with_and_without_what_is_counted(compare: FigureComparison) -> None:
    one = item(figures=(wanted(10, "kg", "hashish"), wanted(3, "person", "detained")))
    other = answer(figures=(said(10, "kg", "onions"), said(3, "person", "detained men"),
                            said(7, "year", "prison")))  # fmt: skip
    scores = tallies(one, other, compare)
    assert scores["figures_value_unit"] == Tally(2, 3, 2)
    assert scores["figures"] == Tally(1, 3, 2)
    assert scores["claims"] == Tally(0, 0, 2)


def test_a_figure_said_twice_is_no_mistake(compare: FigureComparison) -> None:
    one = item(figures=(wanted(10, "kg", "hashish"),))
    twice = answer(figures=(said(10, "kg", "hashish"), said(10_000, "g", "hashish")))
    assert tallies(one, twice, compare)["figures"] == Tally(1, 1, 1)


def test_a_figure_wanted_twice_may_be_said_once(compare: FigureComparison) -> None:
    one = item(figures=(wanted(10, "kg", "hashish"), wanted(10, "kg", "hashish", printed="ten")))
    once = answer(figures=(said(10, "kg", "hashish"),))
    assert tallies(one, once, compare)["figures"] == Tally(1, 1, 1)
    assert tallies(one, answer(), compare)["figures"] == Tally(0, 0, 2)


def test_qualifier_and_accumulation_are_scored_on_figures_found(compare: FigureComparison) -> None:
    one = item(figures=(wanted(10, "kg", qualifier="about"), wanted(5, "t", qualifier="up_to")))
    other = answer(figures=(said(10, "kg", accumulation="period"),))
    scores = tallies(one, other, compare)
    assert scores["qualifier"] == Tally(0, 1, 1)
    assert scores["accumulation"] == Tally(0, 1, 1)


def test_a_number_that_counts_nothing_must_not_be_read_as_a_figure(
    compare: FigureComparison,
) -> None:
    start = TEXT.index("9 street")
    span = replace(said(9, "school").span, start=start, end=start + 1)
    wrong = answer(figures=(replace(said(9, "school"), span=span),))
    one = item(not_figures=("No. 9",))
    assert tallies(one, wrong, compare)["not_figures"] == Tally(0, 1, 1)
    assert tallies(one, answer(), compare)["not_figures"] == Tally(1, 1, 1)


def test_a_wanted_figure_at_the_place_of_no_figure_is_no_mistake(
    compare: FigureComparison,
) -> None:
    start = TEXT.index("9 street")
    span = replace(said(9, "school").span, start=start, end=start + 1)
    one = item(not_figures=("No. 9",), figures=(wanted(9, "school"),))
    other = answer(figures=(replace(said(9, "school"), span=span),))
    assert tallies(one, other, compare)["not_figures"] == Tally(1, 1, 1)


PERSONS = (NamedPerson("Oraz T.", False), NamedPerson("Mira Example", True))
PHONE = PersonalDatum("phone", "+7 700 000 00 00")


def test_private_names_and_data_must_be_gone_from_all_that_is_shown(
    compare: FigureComparison,
) -> None:
    one = item(persons=PERSONS, personal_data=(PHONE,))
    bare = answer(shown=TEXT)
    masked = answer(shown=TEXT.replace("Oraz T.", "person-aaaaaaaaaa"))
    assert tallies(one, bare, compare)["private_masked"] == Tally(0, 2, 2)
    assert tallies(one, masked, compare)["private_masked"] == Tally(1, 2, 2)
    assert tallies(one, answer(), compare)["private_masked"] == Tally(2, 2, 2)


def test_a_name_within_a_longer_word_or_over_a_line_break() -> None:
    assert places_of("Dias", "Diaspora and Dias") == [(13, 17)]
    assert places_of("Mira Example", "Mira\nExample said") == [(0, 12)]
    assert places_of("K.", "K. was let go; JFK.") == [(0, 2)]


def test_officials_are_known_and_only_private_persons_masked(compare: FigureComparison) -> None:
    one = item(persons=PERSONS)
    official = TEXT.index("Mira Example")
    private = TEXT.index("Oraz T.")
    right = answer(officials=((official, official + 12),), private=((private, private + 7), (0, 3)))
    assert tallies(one, right, compare)["officials"] == Tally(1, 1, 1)
    assert tallies(one, right, compare)["masks_needed"] == Tally(1, 2, 2)
    assert tallies(one, answer(), compare)["officials"] == Tally(0, 1, 1)


def test_checks_found_missed_and_false(compare: FigureComparison) -> None:
    one = item(checks=("2 + 2 is not 5",))
    assert tallies(one, answer(arithmetic=1), compare)["checks"] == Tally(1, 1, 1)
    assert tallies(one, answer(), compare)["checks"] == Tally(0, 0, 1)
    assert tallies(item(), answer(arithmetic=2), compare)["checks"] == Tally(0, 2, 0)


def test_the_same_as_the_same_is_the_same() -> None:
    items = [
        item(id="en-001", same_event_as=("ru-001",)),
        item(id="ru-001"),
        item(id="kk-001", same_event_as=("ru-001", "kk-999")),
        item(id="en-002"),
    ]
    assert wanted_pairs(items) == pairs_within([["en-001", "ru-001", "kk-001"]])
    assert len(wanted_pairs(items)) == 3


def test_merged_pairs_by_precision_and_recall() -> None:
    want = pairs_within([["a", "b", "c"]])
    say = pairs_within([["a", "b"], ["c", "d"]])
    scored = score_pairs(want, say)
    assert scored.tally == Tally(right=1, said=2, wanted=3)
    assert scored.mistakes == (
        "a and c are one event", "b and c are one event", "c and d are two events",
    )  # fmt: skip


def test_scores_of_many_items_add_up(compare: FigureComparison) -> None:
    right = score_item(item(), answer(), compare, VAGUE)
    wrong = score_item(item(), answer(kind=None), compare, VAGUE)
    assert add_up([right, wrong])["kind"] == Tally(1, 2, 2)
    assert wrong["kind"].mistakes == ("None, not seizure",)


RECORD = {
    "id": "en-001", "half": "development", "language": "en", "script": "Latn",
    "source_country": "KZ", "published": "2025-03-12", "address": "https://news.example/1",
    "title": "Hashish seized in Astana",
    "text": "Police seized 3 kg of hashish in Astana on 11 March 2025. A man was detained.",
    "about_drugs": True, "kind": "seizure", "countries": ["KZ"], "regions": ["KZ-71"],
    "places": ["Astana"], "date_start": "2025-03-11", "date_end": "2025-03-11",
    "date_basis": "stated", "substances": ["hashish"], "agencies": [],
    "figures": [{"value": 3, "value_high": None, "unit": "kg", "of": "hashish",
                 "of_code": "hashish", "qualifier": "exact", "accumulation": None,
                 "printed": "3 kg", "main": True}],
    "not_figures": [], "persons": [], "personal_data": [], "law": [], "same_event_as": [],
    "checks": [], "note": "",
}  # fmt: skip


def write(folder: Path, **changes: object) -> Path:
    """An item as a file; JSON is YAML."""
    record = {**RECORD, **changes}
    path = folder / f"{record['id']}.yaml"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def test_an_item_is_read_as_it_stands(tmp_path: Path) -> None:
    write(tmp_path, date_end=2025)
    (loaded,) = load_items(tmp_path)
    assert (loaded.date_start, loaded.date_end) == ("2025-03-11", "2025")
    assert loaded.figures[0].value == 3.0


def test_a_date_without_quotation_marks_stays_a_text(tmp_path: Path) -> None:
    path = write(tmp_path)
    plain = path.read_text(encoding="utf-8").replace('"2025-03-11"', "2025-03-11")
    path.write_text(plain, encoding="utf-8")
    assert load_items(tmp_path)[0].date_start == "2025-03-11"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"halves": "test"}, "halves"),
        ({"half": "third"}, "third"),
        ({"about_drugs": "yes"}, "about_drugs"),
        ({"countries": [False]}, "countries"),
        ({"answered": ["people"]}, "people"),
        ({"not_figures": ["No. 8"]}, "No. 8"),
        ({"figures": [{"value": "3"}]}, "figures"),
    ],
)
def test_an_item_with_a_fault_is_named(
    tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    write(tmp_path, **changes)
    with pytest.raises(EvaluationError, match=words) as error:
        load_items(tmp_path)
    assert "en-001.yaml" in str(error.value)


def test_a_folder_without_items_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no evaluation item"):
        load_items(tmp_path)


def quiet(_done: int, _total: int, _name: str) -> None:
    """No progress bar."""


def test_items_are_read_as_a_build_reads_them(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, id="en-003", kind="court", same_event_as=["en-001"])
    evaluation = evaluate(load_items(tmp_path), quiet)
    totals = evaluation.totals["all"]
    assert totals["country"] == Tally(2, 2, 2)
    assert totals["region"] == Tally(2, 2, 2)
    assert totals["dates"] == Tally(2, 2, 2)
    assert totals["figures"] == Tally(2, 2, 2)
    assert totals["kind"] == Tally(1, 2, 2)
    assert totals["same_event"] == Tally(1, 1, 1)
    assert dict(confusion(evaluation.items))["court"] == {"seizure": 1}
    assert [one.item.id for one in worst(evaluation.items, 5)] == ["en-003"]


def test_the_test_half_is_counted_and_never_shown(tmp_path: Path) -> None:
    items = tmp_path / "items"
    items.mkdir()
    write(items, kind="court")
    write(items, id="en-002", half="test", kind="death", title="Hashish again in Astana")
    by_habit = run(tmp_path, "evaluate-reading", str(items))
    assert by_habit.exit_code == 0, by_habit.output
    assert "1 items, development half" in by_habit.output
    assert "en-001" in by_habit.output
    asked = run(tmp_path, "evaluate-reading", str(items), "--half", "test")
    assert "en-002" not in asked.output and "again" not in asked.output
    assert "death" not in asked.output
    both = json.loads(
        run(tmp_path, "evaluate-reading", str(items), "--half", "all", "--format", "json").output
    )
    assert [one["item"] for one in both["items"]] == ["en-001"]
    assert [row["kind"] for row in both["kinds"]] == ["court"]
    kind = next(row for row in both["scores"] if row["field"] == "kind")
    assert (kind["right"], kind["said"], kind["wanted"]) == (0, 2, 2)
