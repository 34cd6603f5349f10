"""Places, substances and agencies by the vocabulary's names."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Annotate


def _codes(
    annotated: Annotate, text: str, kind: str, **known: str
) -> list[tuple[str | None, str | None]]:
    document = annotated(text, **known)
    return [(m.code, m.role) for m in document.mentions if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "code", "role"),
    [
        ("The campaign was held in Pavlodar yesterday.", "gn:1520240", "city"),
        ("QUIZ HELD IN PAVLODAR", "gn:1520240", "city"),
        ("Officers in SKO explained the law.", "KZ-59", "region"),
        ("В СКО прошла встреча.", "KZ-59", "region"),
        ("Встреча прошла в Акмолинской области.", "KZ-11", "region"),
        ("Жиын Ақмола облысында өтті.", "KZ-11", "region"),
        ("Жиын Шымкентте өтті.", "KZ-79", "city"),
        ("It was in Almaty region.", "KZ-19", "region"),
        ("It was in Almaty.", "KZ-75", "city"),
        ("Рейд прошёл в Кыргызстане.", "KG", "country"),
        ("Рейд Қырғызстанда өтті.", "KG", "country"),
        ("Бұл Абай облысында болды.", "KZ-10", "region"),
        ("Шымкентские полицейские провели рейд.", "KZ-79", "city"),
        ("В Оше прошёл рейд.", "KG-GO", "city"),
    ],
)
def test_a_place_in_any_case_form(text: str, code: str, role: str, annotated: Annotate) -> None:
    assert _codes(annotated, text, "place") == [(code, role)]


@pytest.mark.parametrize(
    "text",
    ["The office is at Abay Avenue, 52.", "Офис на улице Абая, 52.", "Абай көшесі бойында."],
)
def test_a_street_named_after_someone_is_no_place(text: str, annotated: Annotate) -> None:
    assert {code for code, _ in _codes(annotated, text, "place")} <= {None}


def test_an_ambiguous_name_alone_is_no_place(annotated: Annotate) -> None:
    assert _codes(annotated, "The pupils read Abay all day.", "place") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Изъят килограмм героина.", "heroin"),
        ("Героинді тәркіледі.", "heroin"),
        ("They sold Heroin there.", "heroin"),
        ("Марихуананың құны өсті.", "cannabis_herb"),
    ],
)
def test_a_substance_in_any_case_form(text: str, code: str, annotated: Annotate) -> None:
    assert [found for found, _ in _codes(annotated, text, "substance")] == [code]


def test_words_of_the_street_count_in_quotation_marks_only(annotated: Annotate) -> None:
    assert _codes(annotated, "The streets were white with ice.", "substance") == []
    assert _codes(annotated, "They sold “ice” there.", "substance") == [("methamphetamine", None)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Ministry of Internal Affairs of Russia announced it.", "RU.MVD"),
        ("In Kazakhstan the Ministry of Internal Affairs announced it.", "KZ.MVD"),
        ("# KYRGYZ REPUBLIC\n\nMVD opened a class.\n", "KG.MVD"),
        ("МВД России сообщило о рейде.", "RU.MVD"),
        ("The Russian MVD told of it.", "RU.MVD"),
        ("Kyrgyz customs impounded a tonne of acid.", "KG.GTS"),
        ("Tajik drug control officers found a cache.", "TJ.DCA"),
        ("Узбекские таможенники нашли опий.", "UZ.CUSTOMS"),
    ],
)
def test_a_shared_name_is_of_the_country_that_the_text_names(
    text: str, code: str, annotated: Annotate
) -> None:
    assert [found for found, _ in _codes(annotated, text, "agency")] == [code]


def test_a_shared_name_is_of_the_publishers_country_if_the_text_names_none(
    annotated: Annotate,
) -> None:
    text = "The Ministry of Internal Affairs announced a campaign."
    assert _codes(annotated, text, "agency", address="https://example.kz/a")[0][0] == "KZ.MVD"
    assert _codes(annotated, text, "agency")[0][0] is None


def test_an_abbreviation_is_read_as_spelled_only(annotated: Annotate) -> None:
    assert _codes(annotated, "WHO IS IN DANGER", "agency") == []
    assert _codes(annotated, "The one who came went.", "agency") == []
    assert [code for code, _ in _codes(annotated, "The WHO reported it.", "agency")] == ["WHO"]


def test_every_mention_quotes_what_stands_at_its_offsets(annotated: Annotate) -> None:
    document = annotated(
        "On 5 May 2024 police in Pavlodar seized 15 kg of heroin under Article 297."
    )
    for mention in document.mentions:
        assert document.text.text[mention.span.start : mention.span.end] == mention.span.quote
    assert {m.kind for m in document.mentions} >= {"date", "place", "substance", "law"}
