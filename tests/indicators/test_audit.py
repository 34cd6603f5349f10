"""The audit of a document's arithmetic finds what its numbers make, and is quiet otherwise."""

from __future__ import annotations

import json

import pytest

from tests.conftest import run
from tests.indicators.disputed import dispute


def statements(text: str) -> list[str]:
    return [finding.statement for finding in dispute([text]).findings]


def test_a_percentage_against_both_ends_with_years_between_them():
    text = "New cases fell from 400 cases in 2010 to 100 cases by 2020, a fall of 60 percent."
    assert any("-75.0 %" in told for told in statements(text))  # 100 / 400 - 1


def test_a_percentage_that_fits_its_ends_is_not_told():
    text = "New cases fell from 400 cases in 2010 to 100 cases by 2020, a fall of 75 percent."
    assert statements(text) == []


def test_a_percentage_against_both_ends_in_russian():
    text = "Количество изъятого героина сократилось с 120 кг до 60 кг, то есть на 30 %."
    assert any("50.0 %" in told for told in statements(text))


def test_a_share_and_the_remaining_share_make_the_whole():
    wrong = (
        "Only 12 per cent of the budget went to prevention, "
        "and the remaining 87 per cent to the police."
    )
    right = wrong.replace("87", "88")
    assert statements(wrong) == ["12 per cent and the remaining 87 per cent make 99 %."]
    assert statements(right) == []


def test_containers_that_do_not_fill_their_kilogram():
    text = (
        "One kg of herb is bought at once; each kg contains 10 glasses, and each glass contains "
        "4 matchboxes. In one matchbox there are 5 grams of herb."
    )
    assert any("200 to" in told or "make" in told for told in statements(text))  # 10 × 4 × 5 = 200
    assert statements(text.replace("5 grams", "25 grams")) == []  # 1,000 g


def test_shares_of_one_whole_make_no_more_than_it():
    text = "Seizures of 2022, of which more than 90% are herb, 12% are resin, 4% are plants."
    assert any("make 106 %" in told for told in statements(text))


def test_a_market_of_which_more_is_seized_than_can_be():
    text = (
        "The annual volume of illicit drug trade in Aldaria is about 10 tons.\n\n"
        "In 2022, 9 tons of drugs were seized in Aldaria."
    )
    found = [one for one in dispute([text]).disputes if "interception" in one.explanation.en]
    assert [one.reason for one in found] == ["inconsistent_arithmetic"]
    assert "90" in found[0].explanation.en  # 9 / 10


def test_regions_that_make_more_than_their_country():
    text = (
        "In 2023, 900 drug crimes were registered in Kazakhstan.\n\n"
        "In 2023, 500 drug crimes were registered in Karaganda region.\n\n"
        "In 2023, 600 drug crimes were registered in Kostanay region."
    )
    found = [one for one in dispute([text]).disputes if "regions make" in one.explanation.en]
    assert len(found) == 1
    assert "1,100" in found[0].explanation.en


@pytest.mark.parametrize("form", ["json", "table", "csv"])
def test_the_command_audits_one_document_by_the_beginning_of_its_name(demo_store, form):
    names = [
        row["name"] for row in json.loads(run(demo_store, "status", "--format", "json").stdout)
    ]
    result = run(demo_store, "audit", sorted(names)[0], "--format", form)
    assert result.exit_code == 0, result.output


def test_a_document_that_is_not_there_is_a_clear_error(demo_store):
    result = run(demo_store, "audit", "nobody-wrote-this")
    assert result.exit_code == 1
    assert "nobody-wrote-this" in str(result.exception)


def test_the_demonstration_raises_no_false_alarm_about_its_arithmetic(demo_store):
    findings = json.loads(run(demo_store, "findings", "--format", "json").stdout)
    assert [one for one in findings if one["kind"] == "arithmetic"] == []


WRONG_COMPARISONS = [
    # what the text says, and what the sentence must tell: the right number by hand
    ("In 2024 the police registered 1,200 drug offences, 20 % more than in 2023 (1,100).", "9.1 %"),
    ("Customs seized 340 kg of heroin, which is 1.5 times more than the 310 kg of 2023.", "1.10"),
    ("In 2024 police closed 60 laboratories, twice as many as in 2023, when there were 45.",
     "1.33"),
    ("За 11 месяцев возбуждено 480 уголовных дел, за аналогичный период 2023 года – 600, "
     "рост на 25 %.", "20.0 %"),
    ("In January to May 2024, 480 cases were opened, more than in the same period of 2023 (600).",
     "does not go up"),
    ("The share of women among the detained is 12 %, up from 15 % in 2020.", "does not go up"),
    ("Of 400 convicted, 120 (40 %) were sentenced to imprisonment.", "30.0 %"),
    ("In 2024, 900 persons were detained: 500 in the north, 300 in the south and 250 in the west.",
     "1,050"),
    ("In 2024, 2.4 tons of drugs were seized, that is 80 % of the market.", "80 %"),
    ("Изъято 2,4 тонны наркотиков, это 80 % объёма рынка.", "80 %"),
]  # fmt: skip

SOUND_COMPARISONS = [
    "In 2024 the police registered 1,320 drug offences, 20 % more than in 2023 (1,100).",
    "Customs seized 465 kg of heroin, which is 1.5 times more than the 310 kg of 2023.",
    "Customs seized 900 kg of heroin, which is three times more than the 300 kg of 2023.",
    "Customs seized 1,200 kg of heroin, which is three times more than the 300 kg of 2023.",
    "In 2024 police closed 90 laboratories, twice as many as in 2023, when there were 45.",
    "За 11 месяцев возбуждено 480 уголовных дел, за аналогичный период 2023 года – 600, "
    "снижение на 20 %.",
    "In January to May 2024, 480 cases were opened, fewer than in the same period of 2023 (600).",
    "The share of women among the detained is 15 %, up from 12 % in 2020.",
    "Of 400 convicted, 120 (30 %) were sentenced to imprisonment.",
    "In 2024, 1,050 persons were detained: 500 in the north, 300 in the south and 250 in the west.",
    "In 2024, 2.4 tons of drugs were seized, that is 20 % of the market.",
    "Police seized 80 % of the heroin on the market square.",
]


@pytest.mark.parametrize(("text", "right"), WRONG_COMPARISONS)
def test_a_comparison_that_its_numbers_do_not_bear_out_is_told(text, right):
    assert any(right in told for told in statements(text)), statements(text)


@pytest.mark.parametrize("text", SOUND_COMPARISONS)
def test_a_comparison_that_its_numbers_bear_out_is_not_told(text):
    assert statements(text) == []
