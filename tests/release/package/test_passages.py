"""Spans in their paragraphs, and where words stand on pages. All persons are invented."""

from __future__ import annotations

from sholu.evidence.model import DocumentText, LineBox, Page, Passage, Span
from sholu.evidence.span import make_span
from sholu.mentions.model import Mention
from sholu.release.package.passages import PublicText

TEXT = "Title\n\nAsan Invented had 5 kg. Asan lives in Tersay.\nHe had more.\n\n" + "\n".join(
    f"row {number}" for number in range(20)
)


def _document(**more: object) -> DocumentText:
    fields: dict[str, object] = {
        "document": "d" * 64,
        "text": TEXT,
        "version": "1",
        "reader": "",
        "media_type": "text/plain",
        "title": None,
        "published": None,
        "site": None,
        "address": None,
        "language": "en",
        "status": "read",
        "reason": "",
        "passages": (
            Passage(0, 5, "heading"),
            Passage(7, 65, "paragraph"),
            Passage(67, len(TEXT), "table"),
        ),
        "cells": (),
        "pages": (),
        "lines": (),
        "links": (),
        "pictures": (),
        "findings": (),
    }
    return DocumentText(**(fields | more))  # type: ignore[arg-type]


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return make_span(_document(), start, start + len(words))


def _person(words: str) -> Mention:
    return Mention(f"m-{words}", "person", "person-aaaaaaaaaa", "private", _span(words))


PRIVATE = [_person("Asan Invented")]


def _shown(*words: str, private: list[Mention] | None = None) -> list[tuple[str, str, str]]:
    text = PublicText(_document(), PRIVATE if private is None else private, "en")
    passages, found = text.evidence([_span(one) for one in words])
    by_id = {one.id: one.text for one in passages}
    return [
        (
            by_id[one.passage][: one.start],
            by_id[one.passage][one.start : one.end],
            by_id[one.passage][one.end :],
        )
        for one in found
    ]


def test_words_stand_in_their_paragraph_with_names_withheld() -> None:
    ((before, words, after),) = _shown("5 kg")
    assert before == "[name withheld] had "
    assert words == "5 kg"
    assert after == ". Asan lives in Tersay.\nHe had more."


def test_a_span_that_cuts_a_name_has_the_whole_word_for_it() -> None:
    ((before, words, after),) = _shown("Invented had")
    assert (before, words) == ("", "[name withheld] had")
    assert after.startswith(" 5 kg")


def test_spans_of_one_paragraph_share_it() -> None:
    text = PublicText(_document(), PRIVATE, "en")
    passages, words = text.evidence([_span("5 kg"), _span("Tersay")])
    assert len(passages) == 1
    assert {one.passage for one in words} == {passages[0].id}


def test_of_a_long_table_the_row_is_shown() -> None:
    assert _shown("row 7") == [("", "row 7", "")]


def test_a_row_without_surroundings_shows_its_quote_only() -> None:
    whole = _span("He had more.")
    alone = Span(**{**vars(whole), "quote": "He had data-aaaaaaaaaa", "prefix": "", "suffix": ""})
    text = PublicText(_document(), PRIVATE, "en")
    (passage,), (words,) = text.evidence([alone])
    assert passage.text == "He had [personal data withheld]"
    assert (words.start, words.end) == (0, len(passage.text))


PAGE = Page(1, 0, len(TEXT), "ocr", 600, 800)
LINES = (
    LineBox(1, 7, 52, 50, 100, 500, 112),
    LineBox(1, 53, 65, 50, 114, 500, 126),
)


def _on_page(words: str) -> Span:
    return Span(**{**vars(_span(words)), "page": 1})


def test_a_page_plan_knows_the_lines_of_spans_and_of_names() -> None:
    text = PublicText(_document(pages=(PAGE,), lines=LINES), PRIVATE, "en")
    span = _on_page("more")
    (plan,) = text.pages(text.evidence([span])[1], {span.id: span})
    assert [line.text for line in plan.lines] == [TEXT[7:52], "He had more."]
    assert [(one.line, one.start, one.end) for one in plan.hidden] == [(0, 0, 13)]
    assert plan.names == ("Asan Invented",)
    ((_, stretches),) = plan.spans
    assert [(one.line, one.start, one.end) for one in stretches] == [(1, 7, 11)]


def test_a_page_with_a_name_in_no_line_has_no_picture() -> None:
    text = PublicText(_document(pages=(PAGE,), lines=LINES[1:]), PRIVATE, "en")
    span = _on_page("more")
    assert list(text.pages(text.evidence([span])[1], {span.id: span})) == []
