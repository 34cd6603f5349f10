"""Plain text and Markdown."""

from __future__ import annotations

import pytest

from sholu.evidence.links import find_links, is_address
from tests.evidence.build import by_labels, passages, read

RELEASE = """# NEWS OF TWO WEEKS

## CONTENTS

<i>REPUBLIC OF ALDARIA</i> .....\t2

MOROVIA ..... 5

## REPUBLIC OF ALDARIA

**VOLUNTEERS PAINTED OVER
ADVERTS IN AQBULUT**

Officers and volunteers painted over forty adverts. They will go on next week, the

police said.

- We ask everybody to report such adverts, said the officer on duty.

<https://police.aldaria.example/news/1>
"""


def test_headings_keep_the_level_that_the_file_gives_them() -> None:
    text = read(RELEASE)
    levels = [(p.level, text.text[p.start : p.end]) for p in text.passages if p.kind == "heading"]
    assert levels == [
        (1, "# NEWS OF TWO WEEKS"),
        (2, "## CONTENTS"),
        (2, "## REPUBLIC OF ALDARIA"),
        (3, "**VOLUNTEERS PAINTED OVER\nADVERTS IN AQBULUT**"),
    ]


def test_lines_of_contents_with_dots_are_furniture() -> None:
    assert passages(read(RELEASE), "furniture") == [
        "<i>REPUBLIC OF ALDARIA</i> .....\t2",
        "MOROVIA ..... 5",
    ]


def test_a_dash_before_a_single_paragraph_is_speech_not_a_list() -> None:
    text = read(RELEASE)
    assert passages(text, "list_item") == []
    assert any(words.startswith("- We ask") for words in passages(text, "paragraph"))


def test_several_dashes_below_each_other_are_a_list() -> None:
    assert passages(read("Bring:\n\n- a passport\n- a photograph\n"), "list_item") == [
        "- a passport",
        "- a photograph",
    ]


def test_an_address_alone_on_a_line_is_a_passage_and_a_link_without_brackets() -> None:
    text = read(RELEASE)
    assert passages(text, "address") == ["<https://police.aldaria.example/news/1>"]
    (link,) = text.links
    assert link.address == "https://police.aldaria.example/news/1"
    assert text.text[link.start : link.end] == link.address


def test_a_numbered_hash_is_no_heading() -> None:
    assert passages(read("#15\n\nAqbulut - 2025\n"), "heading") == []


def test_the_text_is_the_file_but_for_invisible_characters() -> None:
    raw = "Ханка\u00ad и\u200b кафe\u0301  \r\nдве  строки\x07\r"
    assert read(raw).text == "Ханка и кафé  \nдве  строки\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_without_doubt(encoding: str) -> None:
    words = "Полиция изъяла 12 кг гашиша. Задержаны трое жителей области."
    text = read(words.encode(encoding))
    assert (text.text, text.findings, text.status) == (words, (), "read")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_a_guessed_encoding_is_right_and_gets_a_finding(encoding: str) -> None:
    words = "Полиция изъяла 12 кг гашиша. Задержаны трое жителей области."
    text = read(words.encode(encoding))
    assert text.text == words
    assert [finding.kind for finding in text.findings] == ["encoding_guessed"]


def test_a_cut_last_letter_costs_only_itself() -> None:
    words = "Полиция изъяла 12 кг гашиша. Задержаны трое жителей области."
    text = read(words.encode()[:-2] + b"\xd0")
    assert text.status == "partly_read"
    assert text.text.startswith(words[:-2] + "�")


def test_addresses_lose_the_punctuation_of_their_sentence() -> None:
    text = "See https://a.example/b_(c), and (www.d.example/e)."
    assert [link.address for link in find_links(text)] == [
        "https://a.example/b_(c)",
        "www.d.example/e",
    ]


def test_a_damaged_address_in_brackets_is_kept_as_printed() -> None:
    assert is_address("<https://a.example/new s/1>")
    (link,) = find_links("<https://a.example/new s/1>")
    assert link.address == "https://a.example/new s/1"


def test_captions_are_told_from_sentences_about_tables() -> None:
    text = read(
        "Table 3. Seizures by region\n\nTable 3 shows that seizures fell in every region.\n"
    )
    assert passages(text, "caption") == ["Table 3. Seizures by region"]
    assert passages(text, "paragraph") == ["Table 3 shows that seizures fell in every region."]


def test_a_list_of_contents_with_tabs_is_no_table() -> None:
    text = read("Table of Contents\n\nSummary\t9\tMarkets\t111\nThanks\t11\tRoutes\t116\n")
    assert text.cells == ()
    assert len(passages(text, "furniture")) == 1


def test_a_markdown_table_has_labelled_cells() -> None:
    text = read(
        "| Region | 2023 | 2024 |\n|---|---:|---:|\n| North | 12 | 15 |\n| South | 3 | 0 |\n"
    )
    assert by_labels(text) == {
        ("North", "2023"): "12",
        ("North", "2024"): "15",
        ("South", "2023"): "3",
        ("South", "2024"): "0",
    }
    assert text.text[text.cells[3].start : text.cells[3].end] == "North"
