"""Kazakh in Latin and Arabic letters, typed without its own, and with strayed look-alikes."""

from __future__ import annotations

import pytest

from sholu.mentions.scripts import reading_form, respell_words
from sholu.vocabulary.model import Vocabulary
from tests.mentions.conftest import Annotate

SEIZURE = {
    "the alphabet of 2021": "2025 jylğy 12 qañtarda Şymkent qalasynda "
        "eki kilogramm geroin tärkılendı, üş azamat ūstaldy.",
    "the alphabet of 2018": "2025 jylǵy 12 qańtarda Shymkent qalasynda "
        "eki kılogramm geroın tárkilendi, úsh azamat ustaldy.",
    "a telephone's letters": "2025 zhylgy 12 kantarda Shymkent kalasynda "
        "eki kilogramm geroin tarkilendi, ush azamat ustaldy.",
    "Arabic letters": "2025 جىلعى 12 قاڭتاردا شىمكەنت قالاسىندا "
        "ەكى كيلوگرامم گەروين تاركىلەندى، ٴۇش ازامات ۇستالدى.",
    "Cyrillic without its own letters": "2025 жылгы 12 кантарда Шымкент каласында "
        "еки килограмм героин таркиленди, уш азамат усталды.",
    "Latin look-alikes": "2025 жылғы 12 қaңтардa Шымкeнт қaласындa "
        "екi килoграмм гepоин тәркілендi, үш азaмат ұсталды.",
}  # fmt: skip


@pytest.mark.parametrize("writing", SEIZURE)
def test_a_seizure_is_read_alike_in_every_writing(writing: str, annotated: Annotate) -> None:
    document = annotated(SEIZURE[writing])
    found = {(m.kind, m.code) for m in document.mentions}
    assert {("date", "2025-01-12"), ("place", "KZ-79"), ("substance", "heroin")} <= found
    figures = {(f.value, f.unit, f.of_code) for f in document.figures}
    assert (2.0, "kg", "heroin") in figures
    assert 3.0 in {f.value for f in document.figures if f.unit == "person"}


@pytest.mark.parametrize("writing", SEIZURE)
def test_spans_quote_the_text_as_printed(writing: str, annotated: Annotate) -> None:
    text = SEIZURE[writing]
    document = annotated(text)
    for item in (*document.mentions, *document.figures):
        assert document.text.text[item.span.start : item.span.end] == item.span.quote
    [date] = [m for m in document.mentions if m.kind == "date"]
    assert date.span.quote == text[: text.index(" 12 ")] + " " + " ".join(text.split()[2:4])
    [drug] = [m for m in document.mentions if m.kind == "substance"]
    assert drug.span.quote in text.replace(",", " ").replace("،", " ").split()


@pytest.mark.parametrize(
    ("text", "kind", "code", "quote"),
    [
        ("QR IIM Esirtkı qylmysyna qarsy is-qimyl komiteti Qyzylorda oblysynda tergeu jürgizdi.",
         "place", "KZ-43", "Qyzylorda oblysynda"),
        ("Онтустик Казакстан облысында отыз килограмм каннабис таркиленди.",
         "place", "KZ-YUZ", "Онтустик Казакстан облысында"),
        ("Сот азаматты 297-баптын 3-болиги бойынша соттады, кылмыстык ис козгалды.",
         "law", "297.3", "297-баптын 3-болиги"),
        ("В Aлматы изъятo 5 кг гepoинa, сooбщилo MBД Казахcтана.", "agency", "KZ.MVD",
         "MBД Казахcтана"),
        ("В Aлматы изъятo 5 кг гepoинa, сooбщилo MBД Казахcтана.", "place", "KZ-75", "Aлмaты"),
    ],
)  # fmt: skip
def test_names_and_law_are_found_in_other_letters(
    text: str, kind: str, code: str, quote: str, annotated: Annotate
) -> None:
    text = text.replace("Aлматы", "Aлмaты")
    found = [(m.kind, m.code, m.span.quote) for m in annotated(text).mentions]
    assert (kind, code, quote) in found


def test_a_private_name_in_other_letters_is_hidden(annotated: Annotate) -> None:
    for text, name in (
        ("Pavlodarda Erlan Sadyqov ūstaldy, odan eki kilogramm geroin tabyldy.", "Sadyqov"),
        ("پاۆلوداردا ەرلان سادىقوۆ ۇستالدى، ودان 2 كگ گەروين تابىلدى.", "سادىقوۆ"),
    ):
        document = annotated(text)
        assert any(m.kind == "person" and m.role == "private" for m in document.mentions)
        for item in (*document.mentions, *document.figures):
            assert name not in item.span.quote + item.span.prefix + item.span.suffix


@pytest.mark.parametrize(
    "text",
    [
        "Полиция департаменті Алматы облысында 5 кг марихуана тапқанын хабарлады.",
        "В Алматы полицейские изъяли пять килограммов героина и задержали двоих.",
        "Police officers seized five kilograms of heroin in Almaty on Monday.",
        "The fine was 3,500 tenge.",
        "Toshkent shahrida ichki ishlar xodimlari 5 kg geroin bilan ikki fuqaroni ushladi.",
        "Кыргызстандын Ош шаарында 5 кг героин менен эки адам кармалды, милиция билдирди.",
        "İstanbul polisi beş kilogram eroin ele geçirdi ve üç kişiyi gözaltına aldı.",
        "Aşgabatda polisiýa işgärleri bäş kilogram neşe serişdesini ele aldylar.",
    ],
)
def test_a_text_in_its_proper_letters_is_read_as_printed(
    text: str, annotated: Annotate, vocabulary: Vocabulary
) -> None:
    original = annotated(text).text
    assert reading_form(original, vocabulary) is None


def test_addresses_keep_their_letters(annotated: Annotate, vocabulary: Vocabulary) -> None:
    text = "Qyzylorda oblysynda sora tärkılendı, tolyğyraq: https://polisia.kz/kz/news saitynda."
    form = reading_form(annotated(text).text, vocabulary)
    assert form is not None
    assert "https://polisia.kz/kz/news" in form.document.text
    assert form.document.text.startswith("Қызылорда облысында")


def test_offsets_lead_both_ways_over_words_of_other_length(annotated: Annotate) -> None:
    text = "ab shch cd tsts ef"
    document = annotated(text).text
    spelled = {"shch": "щ", "tsts": "цц"}
    form = respell_words(document, [(0, len(text), lambda w: spelled.get(w, w))])
    assert form.document.text == "ab щ cd цц ef"
    starts = [form.document.text.index(w) for w in ("ab", "щ", "cd", "цц", "ef")]
    assert [form.printed(start) for start in starts] == [
        text.index(w) for w in ("ab", "shch", "cd", "tsts", "ef")
    ]
    assert form.printed(4) == 7  # the end of щ is the end of shch
    assert form.read(8) == 5
    assert form.read(len(text)) == len(form.document.text)
    assert form.spell("tsts, shch") == "цц, щ"


def test_a_word_that_russian_has_too_stays_as_typed(annotated: Annotate) -> None:
    document = annotated("Казан каласында кылмыстык ис козгалды, азамат усталды.")
    assert [m.code for m in document.mentions if m.kind == "date"] == []


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Бүгін жəне ертең тексерiледi.", "Бүгін және ертең тексеріледі."),
        ("Қаланың тyрғындары мен ɵкілдер келді.", "Қаланың тұрғындары мен өкілдер келді."),
    ],
)  # fmt: skip
def test_twins_of_kazakh_letters_are_read(
    printed: str, read: str, annotated: Annotate, vocabulary: Vocabulary
) -> None:
    form = reading_form(annotated(printed).text, vocabulary)
    assert form is not None and form.document.text == read
