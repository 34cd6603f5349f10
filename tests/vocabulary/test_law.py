"""The register answers by day: which code, which version, which threshold."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.vocabulary.law import CATEGORIES, SANCTION_KINDS, LawError, Sanction
from sholu.vocabulary.law_category import category_of_term
from sholu.vocabulary.law_lookup import find_provisions, read_day
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_words import (
    CATEGORY_WORDS,
    SANCTION_WORDS,
    SIZE_WORDS,
    amount_text,
    sanction_text,
)
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law

CC = "KZ.CC2014"


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law()


def terms(law: Law, article: str, part: str, day: date) -> list[tuple[float | None, float | None]]:
    provision = law.article(CC, article, part, day)
    assert provision is not None
    return [(s.minimum, s.maximum) for s in provision.sanctions if s.kind == "imprisonment"]


def test_the_code_of_2014_follows_that_of_1997_on_new_year_2015(law: Law) -> None:
    assert law.criminal_code(date(2014, 12, 31)) == "KZ.CC1997"
    assert law.criminal_code(date(2015, 1, 1)) == CC
    assert law.criminal_code(date(1998, 1, 1)) == "KZ.CC1997"


def test_before_the_first_code_there_is_no_answer(law: Law) -> None:
    with pytest.raises(LawError, match="1997-12-31"):
        law.criminal_code(date(1997, 12, 31))


@pytest.mark.parametrize(
    ("article", "part", "category"),
    [
        ("296", "1", "criminal_offence"),
        ("296", "2", "criminal_offence"),
        ("296", "3", "criminal_offence"),
        ("296", "4", "grave"),
        ("297", "1", "grave"),
        ("297", "2", "grave"),
        ("297", "3", "especially_grave"),
        ("297", "4", "especially_grave"),
    ],
)
@pytest.mark.parametrize("day", [date(2015, 1, 1), date(2024, 6, 1), date(2025, 9, 1)])
def test_categories_are_those_of_the_paper(
    law: Law, article: str, part: str, category: str, day: date
) -> None:
    provision = law.article(CC, article, part, day)
    assert provision is not None
    assert provision.category == category


def test_a_provision_is_in_force_from_its_first_day_to_the_one_before_its_last(law: Law) -> None:
    assert law.article(CC, "297", "courier", date(2024, 12, 31)) is None
    assert law.article(CC, "297", "courier", date(2025, 1, 1)) is not None
    assert terms(law, "297", "1", date(2025, 3, 2)) == [(5, 10)]
    assert terms(law, "297", "1", date(2025, 3, 3)) == [(5, 8)]
    assert law.article("KZ.CC1997", "259", "", date(2015, 1, 1)) is None


def test_precursors_are_punished_from_2025_and_the_article_is_older(law: Law) -> None:
    assert terms(law, "301", "", date(2024, 12, 31)) == []
    assert terms(law, "301", "", date(2025, 1, 1)) == [(3, 7)]


def test_life_imprisonment_comes_with_the_amendments_of_2008(law: Law) -> None:
    old = law.article("KZ.CC1997", "259", "", date(2007, 12, 31))
    new = law.article("KZ.CC1997", "259", "", date(2009, 1, 1))
    assert old is not None and old.allows("life_imprisonment") is None
    assert new is not None and new.allows("life_imprisonment") is True


def test_a_criminal_offence_allows_no_imprisonment_whatever_else_is_unknown(law: Law) -> None:
    day = date(2024, 6, 1)
    for part in ("1", "2", "3"):
        provision = law.article(CC, "296", part, day)
        assert provision is not None
        assert provision.allows("imprisonment") is False
        assert provision.allows("arrest") is None
    grave = law.article(CC, "296", "4", day)
    assert grave is not None and grave.allows("imprisonment") is True


def test_a_size_leads_to_the_part_without_intent_to_sell_and_the_part_for_sale(law: Law) -> None:
    day = date(2018, 3, 1)
    found = {
        size: [provision.key for provision in law.provisions_of_size(size, day)]
        for size in ("small", "large", "especially_large")
    }
    assert found == {
        "small": [f"{CC}/296/2", f"{CC}/297/1"],
        "large": [f"{CC}/296/3", f"{CC}/297/2"],
        "especially_large": [f"{CC}/296/4", f"{CC}/297/3"],
    }


def test_the_calculation_index_is_that_of_the_year(law: Law) -> None:
    assert law.index_kzt(date(2024, 12, 31)) == 3692
    assert law.index_kzt(date(2025, 1, 1)) == 3932
    assert law.index_kzt(date(1999, 1, 1)) is None


def test_every_statement_from_general_knowledge_or_the_press_is_marked(law: Law) -> None:
    unheld = {"act": {act.code for act in law.acts}}
    unheld["press"] = {one.code for one in law.references if one.kind == "press"}
    for provision in law.provisions:
        for cited in provision.citations:
            if cited.source in unheld["act"] | unheld["press"]:
                assert not cited.verified, (provision.key, cited)


def test_the_day_of_the_amendments_is_a_grave_finding(law: Law) -> None:
    [found] = [one for one in law.findings() if "3 March 2025" in one.statement]
    assert found.gravity == "high"
    assert any(cited.startswith("001") for cited in found.evidence)


def test_a_category_that_does_not_fit_its_term_is_a_finding(law: Law) -> None:
    found = [one for one in law.findings() if one.kind == "category_and_term"]
    assert [one.where for one in found] == [f"{CC}/297/3"]


@pytest.mark.parametrize(
    ("highest", "category"),
    [
        (2, "minor"),
        (3, "medium"),
        (5, "medium"),
        (6, "grave"),
        (12, "grave"),
        (13, "especially_grave"),
    ],
)
def test_a_category_follows_from_the_highest_term(highest: float, category: str) -> None:
    assert category_of_term([Sanction("imprisonment", (), 1, highest, "years")]) == category


def test_no_category_follows_from_a_term_that_is_not_known() -> None:
    assert category_of_term([Sanction("imprisonment", ())]) is None
    assert category_of_term([Sanction("fine", (), None, 80, "MCI")]) is None
    assert category_of_term([Sanction("life_imprisonment", ())]) == "especially_grave"


def test_every_code_has_its_words() -> None:
    assert set(CATEGORY_WORDS) == set(CATEGORIES)
    assert set(SANCTION_WORDS) == set(SANCTION_KINDS)
    assert set(SIZE_WORDS) == {"below_small", "small", "large", "especially_large"}


@pytest.mark.parametrize(
    ("sanction", "en", "ru", "kk"),
    [
        (Sanction("imprisonment", (), 5, 8, "years"), "5 to 8 years", "от 5 до 8 лет",
         "5 жылдан 8 жылға дейін"),
        (Sanction("imprisonment", (), None, 4, "years"), "up to 4 years", "до 4 лет",
         "4 жылға дейін"),
        (Sanction("imprisonment", (), None, 1, "years"), "up to 1 year", "до 1 года",
         "1 жылға дейін"),
        (Sanction("fine", (), None, 80, "MCI"), "up to 80 MCI", "до 80 МРП", "80 АЕК-ке дейін"),
    ],
)  # fmt: skip
def test_amounts_are_said_in_three_languages(sanction: Sanction, en: str, ru: str, kk: str) -> None:
    assert [amount_text(sanction, one) for one in ("en", "ru", "kk")] == [en, ru, kk]


def test_an_amount_that_is_not_known_is_said_to_be_unknown() -> None:
    assert sanction_text(Sanction("fine", ()), "ru") == "штраф (размер неизвестен)"


def test_an_article_of_the_old_code_is_pointed_to_the_new(law: Law) -> None:
    with pytest.raises(LawError) as caught:
        find_provisions(law, None, "259", None, date(2024, 1, 1))
    assert "KZ.CC1997" in caught.value.hint
    assert "296, 297" in caught.value.hint


def test_a_part_that_is_not_there_names_those_that_are(law: Law) -> None:
    with pytest.raises(LawError, match="no part 9") as caught:
        find_provisions(law, None, "297", "9", date(2024, 1, 1))
    assert "1, 2, 3, 4" in caught.value.hint


@pytest.mark.parametrize("text", ["2024", "2024-06", "1 June 2024", "2024-02-30", "", "2024-6-1"])
def test_only_a_whole_day_of_the_calendar_is_taken(text: str) -> None:
    with pytest.raises(LawError):
        read_day(text)


def test_proposals_move_indicators_that_are_defined(law: Law) -> None:
    known = {indicator.code for indicator in load().indicators}
    moved = {
        move.indicator
        for proposal in law.proposals
        for change in proposal.changes
        for move in change.indicators
    }
    assert moved
    assert moved <= known
    assert all(change.indicators for one in law.proposals for change in one.changes)


def test_thresholds_are_of_substances_that_are_known(law: Law) -> None:
    assert {one.substance for one in law.thresholds} <= {one.code for one in load().substances}
