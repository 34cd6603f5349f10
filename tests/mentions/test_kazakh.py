"""Kazakh: endings, noun phrases after numbers, what a clause says, Russian in the same breath."""

from __future__ import annotations

import pytest

from sholu.mentions.endings import strip_kazakh
from sholu.mentions.model import Figure
from tests.mentions.conftest import Annotate

Said = tuple[float, float | None, str | None]


def _figures(annotated: Annotate, text: str, published: str = "2031-03-20") -> list[Figure]:
    return list(annotated(text, published=published).figures)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("зертханаларының", "зертхана"),
        ("облыстарындағы", "облыс"),
        ("әкімдігінің", "әкімдік"),
        ("бабымен", "бап"),
        ("бөлігіне", "бөлік"),
        ("жылдық", "жыл"),
        ("адамдардан", "адам"),
    ],
)
def test_a_chain_of_endings_comes_off_its_stem(word: str, stem: str) -> None:
    assert stem in strip_kazakh(word)


@pytest.mark.parametrize(
    ("text", "amount", "of"),
    [
        # a noun stays singular after its number; its case or a genitive ends it
        ("Полиция үш оқушыға түсіндірді.", (3.0, None, "person"), "оқушыға"),
        ("Екі көліктің жасырын қуысынан зат шықты.", (2.0, None, "vehicle"), "көліктің"),
        ("Үйден екі электронды таразы табылды.", (2.0, None, "item"), "электронды таразы"),
        ("Үш қылмыстық топтың жолы кесілді.", (3.0, None, "group"), "қылмыстық топтың"),
        ("Шараға 90 ата-ана келді.", (90.0, None, "person"), "ата-ана"),
        ("Облыста 37 жасөспірім есепке алынды.", (37.0, None, "person"), "жасөспірім"),
        ("Кеше бес күзетші ұсталды.", (5.0, None, "person"), "күзетші"),
        # part of what was counted
        ("Бір топта 12 адам болған, олардың үшеуі – әйел.", (3.0, None, "person"), "әйел"),
        ("Облыста 180 қылмыс тіркелді, оның 61-і ашылды.", (61.0, None, "case"), "қылмыс"),
        # a share, a sum and a term are of what the clause says, with its verb
        ("Жасөспірімдердің үлесі 12 пайызға төмендеді.", (12.0, None, "%"), "үлесі"),
        ("Сыбайластар 14 миллион теңге тапқан.", (14e6, None, "KZT"), "тапқан"),
        # both ends of a range, whatever their endings
        ("Олар 300 мыңнан 500 мың теңгеге дейін төлейді.", (3e5, 5e5, "KZT"), "төлейді"),
        ("Шаруа жарты гектар жерге көшет екті.", (0.5, None, "ha"), "жерге"),
    ],
)
def test_a_kazakh_number_counts_what_its_clause_says(
    text: str, amount: Said, of: str, annotated: Annotate
) -> None:
    found = {(f.value, f.value_high, f.unit): f.of for f in _figures(annotated, text)}
    assert of in (found[amount] or "")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Қаладан 5 келіге жуық гашиш алынды.", "about"),
        ("Қаладан 5 келіден астам гашиш алынды.", "more_than"),
        ("Қаладан кем дегенде 5 келі гашиш алынды.", "more_than"),
        ("Қаладан 5 келіге дейін гашиш алынды.", "up_to"),
        ("Қаладан шамамен 5 келі гашиш алынды.", "about"),
        ("Қаладан 5 келі гашиш алынды.", "exact"),
    ],
)
def test_kazakh_words_say_how_exact_a_number_is(
    text: str, qualifier: str, annotated: Annotate
) -> None:
    [figure] = _figures(annotated, text)
    assert (figure.value, figure.unit, figure.of_code) == (5.0, "kg", "hashish")
    assert figure.qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "Полиция бірінші тоқсанда есеп берді.",
        "Қала тұрғындарының үштен екісі мұны қолдады.",
        "Екі жыл ішінде жұмыс аяқталады.",
        "Оқушы 3-мектепте оқиды, ол 2-орын алды.",
        "Бұл үшін 102 нөміріне хабарласыңыз.",
    ],
)
def test_kazakh_numbers_that_count_nothing_are_no_figures(text: str, annotated: Annotate) -> None:
    assert _figures(annotated, text) == []


def test_a_change_in_kazakh_is_two_figures_and_no_range(annotated: Annotate) -> None:
    found = _figures(annotated, "Қылмыс саны 320-дан 368-ге жетті.")
    assert [(f.value, f.value_high, f.unit) for f in found] == [
        (320.0, None, "case"),
        (368.0, None, "case"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("Одан 51 грамға жуық зат шықты – мефедрон.", 51.0, "mephedrone"),
        ("Қапта героин болған. Заттың салмағы 7 келі.", 7.0, "heroin"),
        ("Үйден екі келі марихуана мен 38 келі тыңайтқыш алынды.", 38.0, None),
        ("Жүктің жалпы салмағы бір тоннадан асты.", 1.0, None),
    ],
)
def test_a_mass_is_of_the_substance_that_the_story_names(
    text: str, value: float, code: str | None, annotated: Annotate
) -> None:
    [figure] = [f for f in _figures(annotated, text) if f.value == value]
    assert figure.of_code == code


def test_russian_in_a_kazakh_paragraph_is_read_as_russian(annotated: Annotate) -> None:
    document = annotated(
        "14 января Рудный қаласында екі жігіт ұсталды. Суд арестовал их на два месяца. "
        "Олар полтора миллион теңге тапқан.",
        published="2031-03-20",
    )
    assert "2031-01-14" in {m.code for m in document.mentions if m.kind == "date"}
    amounts = {(f.value, f.unit) for f in document.figures}
    assert {(2.0, "person"), (2.0, "month"), (1.5e6, "KZT")} <= amounts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Астанада Ішкі істер министрлігі мен Тәжікстанның агенттігі кездесті.", "KZ.MVD"),
        ("Тәжікстанның Ішкі істер министрлігі екі адамды ұстады.", "TJ.MVD"),
        ("Денсаулық сақтау министрлігі есеп берді.", "KZ.MOH"),
        ("Қала әкімдігінің брифингінде айтылды.", "KZ.AKIMAT"),
    ],
)
def test_a_kazakh_agency_is_of_the_country_before_it(
    text: str, code: str, annotated: Annotate
) -> None:
    assert code in {m.code for m in annotated(text).mentions if m.kind == "agency"}


@pytest.mark.parametrize(
    "text",
    [
        "Қазақстан азаматы ұсталды, деп хабарлады Ресейдің көлік полициясы.",
        "В Душанбе сотрудники УБН задержали жителя Таджикистана.",
    ],
)
def test_a_body_of_another_state_is_not_ours(text: str, annotated: Annotate) -> None:
    assert {m.code for m in annotated(text).mentions if m.kind == "agency"} == {None}


def test_plainly_typed_kazakh_is_told_by_the_whole_text(annotated: Annotate) -> None:
    document = annotated(
        "Кеше тургыннын уйи тинтилди.\n\n"
        "Полиция кызметкерлери ишинде бес жарым кило марихуана бар еки кап тапты."
    )
    assert document.reading_form is not None
    assert (5.5, "kg", "cannabis_herb") in {(f.value, f.unit, f.of_code) for f in document.figures}


def test_a_latin_word_keeps_the_letters_that_its_writer_took_care_to_print(
    annotated: Annotate,
) -> None:
    document = annotated("Mektepte esırtkınıñ ziiany turaly därıs oqyldy, oğan 150 oquşy qatysty.")
    assert document.reading_form is not None
    assert "оқылды" in document.reading_form.document.text


def test_who_is_introduced_by_age_or_name_speaks_for_no_agency(annotated: Annotate) -> None:
    document = annotated("Полиция 41 жастағы дәріхана қызметкері З. Өмірова есімді әйелді ұстады.")
    assert {m.role for m in document.mentions if m.kind == "person"} == {"private"}
