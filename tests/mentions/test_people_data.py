"""Personal data in figures, dates, spans and texts made of a document; all of it is invented."""

from __future__ import annotations

import re

import pytest

from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.mentions.identity_numbers import is_card, is_iban, is_iin, is_kyrgyz_pin
from sholu.mentions.redaction import Redactor, is_private
from sholu.sources.model import Document
from sholu.vocabulary.load import load
from tests.mentions.conftest import KEY, Annotate

CASE = (
    "Осуждённый Ерлан Садыков, 12.03.1991 г.р., ИИН 910312300452, хранил 2 кг героина. "
    "Связь шла по номеру +7 701 234 56 78, деньги поступали на карту 4400 4301 2345 6782.\n\n"
    "Позже Садыков звонил с +77012345678. Судья Айнур Есенова огласила приговор."
)


def test_no_figure_and_no_date_is_made_of_personal_data(annotated: Annotate) -> None:
    document = annotated(CASE)
    assert [(f.value, f.unit) for f in document.figures] == [(2.0, "kg")]
    assert [m for m in document.mentions if m.kind in ("date", "number")] == []


def test_codes_are_keyed_and_the_same_for_the_same_number(annotated: Annotate) -> None:
    data = [m for m in annotated(CASE).mentions if m.kind == "personal_data"]
    phones = [m.code for m in data if m.role == "telephone"]
    assert len(phones) == 2
    assert len(set(phones)) == 1
    assert all(re.fullmatch(r"data-[a-z2-7]{10}", m.code or "") for m in data)
    other = [m.code for m in annotated(CASE, key=b"another").mentions if m.role == "telephone"]
    assert set(other).isdisjoint(phones)


def test_a_text_made_of_the_document_is_redacted_by_offset(annotated: Annotate) -> None:
    document = annotated(CASE)
    source = document.text.text
    made = "**Позже Садыков** звонил с +77012345678.".replace("*", "")
    start = source.index("Позже")
    redacted = Redactor(document.mentions).made(made, source, start, len(source), "ru")
    [name] = {m.code for m in document.mentions if m.kind == "person" and m.role == "private"}
    [phone] = {m.code for m in document.mentions if m.role == "telephone"}
    assert redacted == f"Позже {name} звонил с {phone}."


def test_no_span_shows_a_digit_of_personal_data(annotated: Annotate) -> None:
    document = annotated(CASE)
    assert any(is_private(m) for m in document.mentions)
    for item in (*document.mentions, *document.figures):
        shown = item.span.prefix + item.span.quote + item.span.suffix
        assert not re.search(r"9103|701|4400|1991|Садыков", shown), shown


def test_a_persons_row_in_a_table_is_hidden_in_the_figures_wording() -> None:
    page = (
        "<html><body><p>Осуждённый Ерлан Садыков хранил героин.</p><table>"
        "<tr><th>Осуждённый</th><th>Героин, кг</th><th>Гашиш, кг</th></tr>"
        "<tr><td>Ерлан Садыков</td><td>12</td><td>3</td></tr>"
        "<tr><td>Прочие лица</td><td>40</td><td>5</td></tr></table></body></html>"
    )
    text = read_document(page.encode("utf-8"), "table.html").text
    document = Document(
        id=text.document, name="table.html", size=len(page), source=None, address=None,
        retrieved="2025-09-01T00:00:00Z", published=None, licence=None, marking="clear",
        part_of=None,
    )  # fmt: skip
    figures = annotate(document, text, load(), KEY).figures
    rows = [figure.row_label or "" for figure in figures]
    assert any("person-" in row for row in rows)
    assert not any("Садыков" in f"{f.row_label} {f.of}" for f in figures)


def test_one_accusation_makes_an_official_private_in_the_whole_document(
    annotated: Annotate,
) -> None:
    document = annotated(
        "Начальник отдела полиции Канат Сагымбеков провёл брифинг. "
        "В мае Канат Сагымбеков арестован за сбыт наркотиков."
    )
    assert {m.role for m in document.mentions if m.kind == "person"} == {"private"}


@pytest.mark.parametrize(
    "text",
    [
        "Телефон доверия полиции: +7 7172 71 51 15.",
        "Редакция: г. Алматы, пр. Абая, 52.\n\nтел.: +7 727 300 00 00",
        "По фактам сбыта звоните по номеру 8 800 080 77 77.",
        "Пишите на press@example.kz или подписывайтесь: t.me/police_example.",
        "Изъято 440043012345 тенге и 880101123456 таблеток.",
    ],
)
def test_contacts_of_institutions_and_amounts_are_no_personal_data(
    text: str, annotated: Annotate
) -> None:
    assert [m.role for m in annotated(text).mentions if m.kind == "personal_data"] == []


def test_check_digits_tell_numbers_of_persons_cards_and_accounts() -> None:
    assert is_iin("910312300452")
    assert not is_iin("910312300453")
    assert not is_iin("910332300452")  # no 32 March
    assert is_kyrgyz_pin("21203199001234")
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert is_iban("KZ86 125K ZT50 0410 0100")
    assert not is_iban("KZ86 125K ZT50 0410 0101")
