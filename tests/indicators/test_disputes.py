"""Claims that can't all be true are found, with the reason why they differ; sound ones are not."""

from __future__ import annotations

import json

import pytest

from tests.conftest import run
from tests.indicators.disputed import Text, dispute

LATER = "In 2023, {} drug crimes were registered in Aldaria."


def test_a_source_that_says_otherwise_later_revised_its_figure():
    found = dispute(
        [
            Text(LATER.format("4,215"), "xa-interior", "2024-01-15"),
            Text(LATER.format("4,310"), "xa-interior", "2024-06-15"),
        ]
    )
    assert found.told() == [("later_revision", {"4,215", "4,310"})]
    assert found.disputes[0].likely_reading.en == "4,310"
    assert found.disputes[0].indicator == "offences_registered"
    assert (found.disputes[0].place, found.disputes[0].period) == ("XA", "2023")


def test_two_sources_that_nothing_reconciles_are_a_true_conflict():
    found = dispute(
        [
            Text(LATER.format("4,215"), "xa-interior", "2024-01-15"),
            Text(LATER.format("9,310"), "xa-vecher", "2024-06-15"),
        ]
    )
    assert found.told() == [("true_conflict", {"4,215", "9,310"})]


def test_two_sources_that_agree_are_no_dispute():
    texts = [Text(LATER.format("4,215"), "xa-interior"), Text(LATER.format("4,215 new"), "xa-b")]
    assert dispute(texts).disputes == ()


def test_a_count_since_the_beginning_of_the_year_is_of_another_period():
    since = "Since the beginning of 2023, 2,100 drug crimes have been registered in Aldaria."
    found = dispute(
        [Text(since, "a", "2023-08-01"), Text(LATER.format("4,310"), "b", "2024-06-15")]
    )
    assert found.told() == [("different_period", {"2,100", "4,310"})]


def test_years_of_a_series_are_no_dispute():
    text = "In 2022, 400 drug crimes were registered in Aldaria. In 2023, 500 were registered."
    assert dispute([text]).disputes == ()


def test_values_a_thousand_times_apart_have_a_wrong_sign():
    found = dispute(
        [
            Text("In 2023, police in Aldaria seized 1.250 kg of heroin over the year.", "a"),
            Text("Over the year 2023, police in Aldaria seized 1250 kg of heroin.", "b"),
        ]
    )
    assert found.told() == [("garbled", {"1.250 kg", "1250 kg"})]


def test_a_document_that_tells_a_whole_and_its_part_contradicts_nobody():
    both = "In 2024, 212 persons were convicted of drug crimes in Aldaria, and 87 of them jailed."
    part = "In 2024, 87 persons were convicted of drug crimes in Aldaria."
    assert dispute([Text(both, "a"), Text(part, "b")]).disputes == ()


@pytest.mark.parametrize(
    ("text", "printed", "likely"),
    [
        ("Couriers face 812 years of imprisonment in Aldaria.", "812 years", "8–12 years"),
        ("Between 6575 percent of users relapse.", "6575 percent", "65–75 percent"),
    ],
)
def test_a_lost_dash_is_told_with_what_was_meant(text, printed, likely):
    (one,) = dispute([text]).disputes
    assert (one.reason, one.kind, one.likely_reading.en) == ("garbled", "garbled", likely)
    assert printed in one.explanation.en


def test_a_lost_dash_finds_the_document_that_kept_it():
    found = dispute(
        [
            "Couriers in Aldaria face 812 years of imprisonment.",
            "Couriers in Aldaria face imprisonment from 8 to 12 years.",
        ]
    )
    assert found.told() == [("garbled", {"812 years", "8 to 12 years"})]


def test_a_fall_that_rises_has_lost_a_dash_also_in_russian():
    text = "Число смертей снизилось с 412 случаев в 2019 году до 3840 случаев в 2023 году."
    (one,) = dispute([text]).disputes
    assert (one.reason, one.likely_reading.en) == ("garbled", "38–40 (dash lost)")


def test_a_fall_told_in_two_units_of_mass_is_a_fall():
    text = "Seizures of heroin in Aldaria decreased from 2.6 tons in 2010 to 803 kg in 2016."
    assert dispute([text]).disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, 3,400 drug offences were registered in Aldaria, but only 900 persons were sent "
        "to court.",
        "В 2022 году в Алдарии зарегистрировано 3400 наркопреступлений, тогда как к "
        "ответственности привлечено лишь 900 человек.",
    ],
)
def test_offences_set_against_few_persons_count_different_things(text):
    (one,) = dispute([text]).disputes
    assert one.reason == "different_scope"
    assert "3.8" in one.explanation.en  # 3,400 / 900 = 3.78


def test_a_figure_newer_than_the_book_cited_for_it_is_an_anachronism():
    text = (
        "In 2021, police seized 300 kg of heroin in Aldaria [2].\n\nReferences\n\n"
        "[1] A. Author, Drugs. Town: House, 2022.\n\n[2] B. Author, Crime. Town: House, 2011.\n"
    )
    (one,) = dispute([text]).disputes
    assert (one.reason, one.kind) == ("anachronism", "source_mismatch")
    assert one.likely_reading.en == "2011 (a digit misprinted)"


def test_a_figure_older_than_the_book_cited_for_it_is_none():
    text = "In 2010, police seized 300 kg of heroin in Aldaria (Serik, 2011)."
    assert dispute([text]).disputes == ()


def test_a_figure_of_a_year_after_its_document_is_an_anachronism():
    found = dispute([Text("In 2026, 500 drug crimes were registered in Aldaria.", None, "2024")])
    assert found.told() == [("anachronism", {"500"})]


def test_a_part_larger_than_its_whole_is_suspicious():
    text = (
        "In Aldaria 20% of prisoners serve drug-related sentences and 35% are there for possession."
    )
    (one,) = dispute([text]).disputes
    assert (one.reason, one.kind, one.likely_reading.en) == (
        "inconsistent_arithmetic", "suspicious", "35% of the 20%",
    )  # fmt: skip


PRICES = """In 2020 prices in Aldaria were collected in all regions.

Table 1. Retail prices of drugs in Aldaria in 2020, USD per gram

Statistic	Heroin	Hashish
Average	55	12
Median	50	11
Minimum	{low}	6
Maximum	90	20
"""


def test_a_minimum_that_is_the_maximum_was_copied():
    (one,) = dispute([PRICES.format(low=90)]).disputes
    assert one.reason == "garbled"
    assert (
        one.likely_reading.en == "9 or 0.9 or 0.09"
    )  # what of 90, 9, 0.9 … is below the median 50


def test_a_minimum_above_the_median_is_a_misprint():
    (one,) = dispute([PRICES.format(low=70)]).disputes
    assert (one.reason, len(one.claims)) == ("garbled", 2)


def test_statistics_in_their_order_are_no_dispute():
    assert dispute([PRICES.format(low=20)]).disputes == ()


def test_sound_texts_and_single_claims_and_nothing_raise_no_dispute():
    assert dispute([]).disputes == ()
    assert dispute([LATER.format("500")]).disputes == ()
    clean = (
        "In 2023, police seized 12 kg of heroin and 14 kg of hashish in Aldaria. In 2022 they "
        "seized 10 kg of heroin. The number of crimes fell by 10%, from 200 to 180."
    )
    assert dispute([clean]).disputes == ()


def test_a_dispute_is_small_and_names_claims_that_are_there():
    found = dispute([PRICES.format(low=90), LATER.format("500")])
    for one in found.disputes:
        assert 1 <= len(one.claims) <= 4
        assert set(one.claims) <= set(found.claims)


def test_the_command_prints_the_keys_of_the_contract(demo_store):
    result = run(demo_store, "disputes", "--format", "json")
    assert result.exit_code == 0, result.output
    records = json.loads(result.stdout)
    claims = {c["id"] for c in json.loads(run(demo_store, "claims", "--format", "json").stdout)}
    assert records
    assert list(records[0]) == [
        "id", "kind", "indicator", "place", "period", "claims", "reason", "explanation",
        "likely_reading", "severity", "texts",
    ]  # fmt: skip
    assert all(set(record["claims"]) <= claims for record in records)


def test_the_command_speaks_the_readers_language(demo_store):
    def told(*options):
        return json.loads(run(demo_store, "disputes", "--format", "json", *options).stdout)

    for english, kazakh in zip(told(), told("--lang", "kk"), strict=True):
        assert english["id"] == kazakh["id"]
        assert english["texts"] == kazakh["texts"]
        for key in ("explanation", "likely_reading"):
            assert english[key] == english["texts"]["en"][key]
            assert kazakh[key] == english["texts"]["kk"][key]
        assert english["explanation"] != kazakh["explanation"]


def test_the_page_opens_the_sentence_behind_each_figure(demo_store):
    page = run(demo_store, "disputes", "--format", "html")
    assert page.exit_code == 0, page.output
    assert "<mark" in page.stdout
