"""Which events of several documents are one, and what a merged event keeps."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from sholu.entities.days import days_between
from sholu.entities.event_key import event_key
from sholu.entities.merge import merge
from sholu.entities.model import Cluster, ComparedFigure, EventKey
from sholu.entities.same_event import judge_events, same_events
from sholu.events.model import Address, Event
from sholu.evidence.model import Span
from sholu.evidence.near_duplicates import sketch
from sholu.mentions.model import Figure

REED = (
    "Officers carried out Operation Reed in the Tersay region. They searched nine houses, found "
    "scales, telephones and hashish, and took seven persons with them. The investigation goes on, "
    "and the police thank the residents who called the hotline."
)
LIGHTLY_CUT = (
    "Officers carried out Operation Reed in the Tersay region. They searched nine houses, found "
    "scales, telephones and hashish, and took seven persons with them. The investigation goes on."
)
OTHER = "A lecture on the harm of drugs was read to pupils of a school in the town of Ordabad."
IN_OTHER_WORDS = (
    "Операция «Камыш»: изъято много гашиша, задержаны семь человек, дела переданы в суд."
)


def _key(name: str, text: str, **facts: object) -> EventKey:
    key = EventKey(
        id=name, documents=(f"doc-{name}",), title=name, kind="operation", countries=("XA",),
        regions=("XA-02",), published="2031-03-20", date_start=None, figures=(),
        sketch=sketch(text), substances=("hashish",),
    )  # fmt: skip
    return replace(key, **facts)  # type: ignore[arg-type]


def _hashish(value: float) -> ComparedFigure:
    return ComparedFigure(value, None, "g", "hashish")


def _members(clusters: list[Cluster]) -> list[tuple[str, ...]]:
    return [cluster.members for cluster in clusters]


def test_a_lightly_cut_copy_is_the_same_event() -> None:
    clusters = same_events([_key("a", REED), _key("b", LIGHTLY_CUT), _key("c", OTHER)], [])
    assert _members(clusters) == [("a", "b"), ("c",)]
    assert clusters[0].reason.startswith("near-duplicate text (similarity 0.")
    assert clusters[1].reason == ""


def test_a_form_letter_filled_in_again_next_month_is_another_event() -> None:
    later = _key("b", LIGHTLY_CUT, published="2031-05-20")
    assert _members(same_events([_key("a", REED), later], [])) == [("a",), ("b",)]


def test_the_same_text_about_two_countries_is_two_events() -> None:
    abroad = _key("b", REED, countries=("XB",), regions=("XB-01",))
    assert _members(same_events([_key("a", REED), abroad], [])) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("title", "published", "same"),
    [
        ("operation reed ended in tersay", "2031-03-25", True),
        ("operation reed ended in tersay", "2031-03-16/2031-03-31", True),
        ("operation reed ended in tersay", "2031-04-25", False),
        ("operation reed ended in tersay", None, False),
        ("press release", "2031-03-21", False),
    ],
)
def test_the_same_title_within_a_week_is_the_same_event(
    title: str, published: str | None, same: bool
) -> None:
    events = [
        _key("a", REED, title=title),
        _key("b", OTHER, title=title, published=published),
    ]
    assert (len(same_events(events, [])) == 1) is same


def test_place_date_kind_and_a_figure_join_reports_in_two_languages() -> None:
    events = [
        _key("a", REED, date_start="2031-03-18", places=("Ordabad",), figures=(_hashish(5400.0),)),
        _key(
            "b",
            IN_OTHER_WORDS,
            date_start="2031-03-18",
            places=("Ordabad",),
            figures=(_hashish(5400.0),),
        ),
    ]
    clusters = same_events(events, [])
    assert _members(clusters) == [("a", "b")]
    assert clusters[0].reason == "place, date, kind and drugs agree, and so do 5,400 g"


@pytest.mark.parametrize(("kind", "same"), [("seizure", True), ("arrest", True), ("court", False)])
def test_one_find_is_an_operation_to_one_and_a_seizure_to_another(kind: str, same: bool) -> None:
    events = [
        _key("a", REED, date_start="2031-03-18", places=("Ordabad",), figures=(_hashish(5400.0),)),
        _key(
            "b",
            IN_OTHER_WORDS,
            kind=kind,
            date_start="2031-03-18",
            places=("Ordabad",),
            figures=(_hashish(5400.0),),
        ),
    ]
    assert (len(same_events(events, [])) == 1) is same


def test_place_date_and_kind_with_two_persons_in_common_are_only_possible() -> None:
    two = (ComparedFigure(2.0, None, "person", None),)
    events = [
        _key("a", REED, date_start="2031-03-18", figures=two),
        _key("b", IN_OTHER_WORDS, date_start="2031-03-18", figures=two),
    ]
    clusters = same_events(events, [])
    assert _members(clusters) == [("a",), ("b",)]
    assert len(judge_events(events, [])[1]) == 1


def test_figures_that_disagree_keep_two_reports_of_one_operation_apart_for_a_person() -> None:
    shared = ComparedFigure(1200.0, None, "g", "marijuana")
    events = [
        _key(
            "a",
            REED,
            date_start="2031-03-18",
            places=("Ordabad",),
            figures=(_hashish(41600.0), shared),
        ),
        _key(
            "b",
            IN_OTHER_WORDS,
            date_start="2031-03-18",
            places=("Ordabad",),
            figures=(_hashish(46100.0), shared),
        ),
    ]
    clusters = same_events(events, [])
    assert _members(clusters) == [("a",), ("b",)]
    (finding,) = judge_events(events, [])[1]
    assert finding.kind == "possible_same_event"
    assert "hashish: 41600 and 46100 g" in finding.statement


def test_a_persons_judgement_goes_before_the_rules() -> None:
    events = [_key("a", REED), _key("b", LIGHTLY_CUT), _key("c", OTHER)]
    judged = [("a", "b", "different"), ("a", "c", "same")]
    clusters = same_events(events, judged)
    assert _members(clusters) == [("a", "c"), ("b",)]
    assert judge_events(events, judged)[1] == []


def test_a_judgement_taken_back_no_longer_counts() -> None:
    events = [_key("a", REED), _key("b", LIGHTLY_CUT)]
    judged = [("a", "b", "different"), ("b", "a", "same")]
    assert _members(same_events(events, judged)) == [("a", "b")]


def test_what_a_person_parted_is_not_joined_by_a_third() -> None:
    events = [_key("a", REED), _key("b", REED), _key("c", LIGHTLY_CUT)]
    clusters = same_events(events, [("a", "b", "different")])
    together = next(cluster for cluster in clusters if "a" in cluster.members)
    assert "b" not in together.members


def test_two_items_of_one_release_are_two_events() -> None:
    events = [_key("a", REED), _key("b", LIGHTLY_CUT, documents=("doc-a",))]
    assert len(same_events(events, [])) == 2


def test_the_members_stand_in_the_order_of_publication() -> None:
    events = [
        _key("a", REED, published=None),
        _key("b", REED),
        _key("c", REED, published="2031-03-01/2031-03-15"),
    ]
    assert _members(same_events(events, [])) == [("c", "b", "a")]


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        ("2031-03-01", "2031-03-05", 4),
        ("2031-03-01/2031-03-15", "2031-03-10", 0),
        ("2031-03-20", "2031-03-01/2031-03-15", 5),
        ("2031-03", "2031-04-02", 2),
        (None, "2031-03-05", None),
    ],
)
def test_days_between_periods(one: str | None, two: str | None, days: int | None) -> None:
    assert days_between(one, two) == days


def test_ten_thousand_events_are_grouped_in_seconds() -> None:
    choose = random.Random(7)
    texts = [" ".join(f"word{choose.randrange(4000)}" for _ in range(60)) for _ in range(4000)]
    sketches = [sketch(text) for text in texts]
    events = [
        _key(f"e{n}", "", sketch=sketches[n % 4000], date_start="2031-03-18") for n in range(10_000)
    ]
    started = time.process_time()
    clusters = same_events(events, [])
    assert len(clusters) == 4000
    assert time.process_time() - started < 10  # about 1 s; all pairs would take minutes


def _span(document: str, start: int) -> Span:
    return Span(
        f"span-{document}-{start}", document, "v", start, start + 5, "quote", "", "", None, None
    )


def _figure(document: str, start: int, value: float, of: str) -> Figure:
    return Figure(
        id=f"figure-{document}-{start}", value=value, value_high=None, value_printed=str(value),
        unit="kg", value_base=value * 1000, value_high_base=None, unit_base="g", of=of,
        of_code=None,
        qualifier="exact", accumulation=None, period=None, suspect=None, likely_reading=None,
        row_label=None, column_label=None, table_title=None, span=_span(document, start),
    )  # fmt: skip


def _event(document: str, **facts: object) -> Event:
    event = Event(
        id=f"event-{document}", kind=None, title=f"Title {document}", text="Text.", language="en",
        countries=("XA",), regions=(), places=(), place_precision="country", date_start=None,
        date_end=None, date_basis=None, published="2031-03-20", agencies=(), substances=(),
        about_drugs=True, figures=(), addresses=(Address(f"https://{document}.example/1", None),),
        documents=(document,), spans=(_span(document, 0),), pictures=(), release_item=None,
        confidence=0.5, status="proposed", marking="clear", reader="news_item 1",
    )  # fmt: skip
    return replace(event, **facts)  # type: ignore[arg-type]


def test_a_merged_event_keeps_the_earliest_id_and_the_best_sources_words() -> None:
    early = _event("a", published="2031-03-19", kind="seizure")
    graded = _event("b", kind="operation", date_start="2031-03-18", date_end="2031-03-18",
                    date_basis="stated", regions=("XA-02",), place_precision="region")  # fmt: skip
    merged = merge([graded, early], {"a": "C", "b": "A"})
    assert (merged.id, merged.published) == ("event-a", "2031-03-19")
    assert (merged.title, merged.kind) == ("Title b", "operation")
    assert merged.documents == ("a", "b")
    assert [address.printed for address in merged.addresses] == [
        "https://a.example/1",
        "https://b.example/1",
    ]
    assert (merged.date_start, merged.date_basis) == ("2031-03-18", "stated")
    assert (merged.regions, merged.place_precision) == (("XA-02",), "region")


def test_the_page_that_a_release_cites_is_earlier_than_the_release() -> None:
    release = _event("a", published="2031-03-16/2031-03-31", release_item="2031-06 #1")
    page = _event("b", published="2031-03-20")
    merged = merge([release, page], {})
    assert (merged.id, merged.title, merged.release_item) == ("event-b", "Title b", "2031-06 #1")


def test_without_grades_the_earliest_tells() -> None:
    assert merge([_event("b"), _event("a", published="2031-03-19")], {}).title == "Title a"


def test_a_figure_said_twice_is_kept_once_with_both_spans() -> None:
    one = _event("a", figures=(_figure("a", 10, 3.4, "hashish"), _figure("a", 30, 3.4, "scales")))
    two = _event("b", figures=(_figure("b", 20, 3.4, "гашиш"), _figure("b", 40, 9.0, "гашиш")))
    merged = merge([one, two], {})
    assert [figure.id for figure in merged.figures] == ["figure-a-10", "figure-a-30", "figure-b-40"]
    assert [span.id for span in merged.spans] == ["span-a-0", "span-b-0", "span-b-20"]


def test_a_merged_event_has_the_highest_marking() -> None:
    assert merge([_event("a"), _event("b", marking="amber")], {}).marking == "amber"


def test_one_event_alone_stays_as_it_is() -> None:
    event = _event("a")
    assert merge([event], {}) is event


def test_a_key_takes_figures_in_their_base_unit() -> None:
    key = event_key(
        _event("a", title="Title: “A”", figures=(_figure("a", 1, 3.4, "Hashish "),)), ()
    )
    assert key.figures == (ComparedFigure(3400.0, None, "g", "hashish", qualifier="exact"),)
    assert key.title == "title a"


def _amount(value: float, of: str | None, unit: str = "g") -> ComparedFigure:
    return ComparedFigure(value, None, unit, of)


def test_a_find_without_its_day_is_the_one_told_the_day_before_with_the_same_amounts() -> None:
    told: dict[str, object] = {
        "figures": (_amount(1200, "hashish"), _amount(6, None, "package")),
        "substances": ("hashish",),
        "places": ("Ordabad",),
    }
    dated = _key("a", REED, kind="seizure", date_start="2031-03-19", **told)
    undated = _key("b", IN_OTHER_WORDS, kind="arrest", published="2031-03-21", **told)
    assert _members(same_events([dated, undated], [])) == [("a", "b")]


def test_an_equal_amount_alone_does_not_join_a_find_without_its_day() -> None:
    figures = (_amount(1200, "hashish"),)
    dated = _key("a", REED, kind="seizure", date_start="2031-03-19", figures=figures)
    undated = _key("b", IN_OTHER_WORDS, kind="seizure", figures=figures)
    assert _members(same_events([dated, undated], [])) == [("a",), ("b",)]


def _of_hashish(name: str, **facts: object) -> EventKey:
    told: dict[str, object] = {
        "kind": "arrest", "places": ("Ordabad",), "substances": ("hashish",), **facts,
    }  # fmt: skip
    return _key(name, {"a": REED, "b": IN_OTHER_WORDS, "c": OTHER}[name], **told)


def test_a_find_without_amount_in_the_same_town_is_that_of_a_person_of_the_same_age() -> None:
    hidden: dict[str, object] = {"details": ("wheel",)}
    weighed = _of_hashish("a", ages=(37,), figures=(_amount(1200, "hashish"),), **hidden)
    silent = _of_hashish("b", ages=(37,), date_start="2031-03-19", **hidden)
    another = _of_hashish("c", ages=(52,), date_start="2031-03-19")
    assert _members(same_events([weighed, silent, another], [])) == [("a", "b"), ("c",)]


def test_persons_of_one_age_with_other_amounts_are_two() -> None:
    one = _of_hashish("a", ages=(37,), figures=(_amount(9000, "hashish"),))
    two = _of_hashish("b", ages=(37,), figures=(_amount(900, "hashish"),))
    assert _members(same_events([one, two], [])) == [("a",), ("b",)]


def test_a_load_is_known_again_three_days_later_when_its_carrier_is_remanded() -> None:
    load: dict[str, object] = {"figures": (_amount(6000, "hashish"),), "details": ("horse",)}
    seized = _of_hashish("a", kind="seizure", **load)
    remanded = _of_hashish("b", published="2031-03-23", **load)
    assert _members(same_events([seized, remanded], [])) == [("a", "b")]
    little = replace(remanded, figures=(_amount(2000, "hashish"),), details=("taxi",))
    seized = replace(seized, figures=(_amount(2000, "hashish"),))
    assert _members(same_events([seized, little], [])) == [("a",), ("b",)]


def test_a_foreign_report_that_names_only_whose_guards_they_were_is_of_their_country() -> None:
    figures = (_amount(64000, "opium"), _amount(11000, "hashish"))
    facts = {"kind": "seizure", "substances": ("hashish", "opium"), "figures": figures}
    there = _of_hashish("a", **facts, date_start="2031-03-19")
    abroad = _of_hashish(
        "b", **facts, countries=("XB",), regions=(), places=(), agencies=("XA.BG",)
    )
    assert _members(same_events([there, abroad], [])) == [("a", "b")]
    assert _members(same_events([there, replace(abroad, agencies=())], [])) == [("a",), ("b",)]


def test_a_load_in_a_city_is_that_in_the_region_around_it() -> None:
    load: dict[str, object] = {"figures": (_amount(7000, "hashish"),), "details": ("taxi",)}
    city = _of_hashish("a", countries=("KG",), regions=("KG-GO",), places=("Osh",), **load)
    region = replace(city, id="b", documents=("doc-b",), title="b", sketch=sketch(IN_OTHER_WORDS))
    region = replace(region, regions=("KG-O",), places=("Osh region",))
    assert _members(same_events([city, region], [])) == [("a", "b")]
    other_city = replace(region, regions=("KG-GB",), places=("Bishkek",))
    assert _members(same_events([city, other_city], [])) == [("a",), ("b",)]


def test_equal_amounts_of_two_substances_are_two_finds() -> None:
    day = "2031-03-19"
    one = _key("a", REED, kind="seizure", date_start=day, substances=("hashish",))
    two = _key("b", IN_OTHER_WORDS, kind="seizure", date_start=day, substances=("heroin",))
    one = replace(one, figures=(_amount(1200, "hashish"),))
    two = replace(two, figures=(_amount(1200, "heroin"),))
    assert _members(same_events([one, two], [])) == [("a",), ("b",)]


def test_a_rounded_area_does_not_contradict_the_exact_one() -> None:
    told = (_amount(540_000, "plants"), _amount(315_000, "cleared", "m2"))
    exact = _key(
        "a", REED, date_start="2031-03-19", figures=(*told, _amount(380_000, "hemp", "m2"))
    )
    round_ = _key("b", OTHER, figures=(*told, _amount(400_000, "hemp", "m2")))
    other = _key("c", OTHER, figures=(*told, _amount(270_000, "hemp", "m2")))
    assert _members(same_events([exact, round_], [])) == [("a", "b")]
    assert _members(same_events([exact, other], [])) == [("a",), ("c",)]
