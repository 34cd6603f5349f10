"""Spans, and finding them again in a changed text."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sholu.evidence.span import CONTEXT, SpanError, find_again, make_span
from tests.evidence.build import read

STORY = (
    "Police seized 12 kg of hashish in the north. The driver was detained.\n\n"
    "Customs seized 12 kg of heroin in the south. The courier was detained.\n\n"
    "In total 12 kg of opium were burnt in the capital."
)


def _span(quote: str, number: int = 0, story: str = STORY):  # type: ignore[no-untyped-def]
    start = -1
    for _ in range(number + 1):
        start = story.index(quote, start + 1)
    return make_span(read(story), start, start + len(quote))


def _found(story: str, quote: str, number: int = 0) -> str | None:
    """What stands around the place where the span is found in the new story."""
    text = read(story)
    span = find_again(_span(quote, number), text)
    return None if span is None else text.text[span.start : span.end + 12]


def test_a_span_knows_its_words_and_what_stands_around_them() -> None:
    span = _span("12 kg of heroin")
    assert span.quote == "12 kg of heroin"
    assert span.prefix.endswith("Customs seized ")
    assert span.suffix.startswith(" in the south.")
    assert max(len(span.prefix), len(span.suffix)) == CONTEXT


def test_a_paragraph_put_above_moves_the_span() -> None:
    assert (
        _found("A new paragraph.\n\n" + STORY, "12 kg of heroin") == "12 kg of heroin in the sout"
    )


def test_white_space_may_change() -> None:
    changed = STORY.replace("12 kg of heroin", "12  kg\nof heroin")
    assert _found(changed, "12 kg of heroin") == "12  kg\nof heroin in the sout"


@pytest.mark.parametrize(
    ("number", "after"), [(0, "12 kg of hashish"), (1, "12 kg of heroin "), (2, "12 kg of opium w")]
)
def test_of_three_equal_quotes_the_one_with_the_same_surroundings_is_found(
    number: int, after: str
) -> None:
    changed = "Another story with 12 kg of tea.\n\n" + STORY
    assert str(_found(changed, "12 kg", number)).startswith(after[:16])


def test_a_quote_that_is_gone_is_not_found() -> None:
    assert _found(STORY.replace("heroin", "flour"), "12 kg of heroin") is None


def test_the_same_text_gives_the_same_span() -> None:
    span = _span("opium")
    assert find_again(span, read(STORY)) == span


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 3), (0, 10_000)])
def test_offsets_that_the_text_does_not_have_are_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        make_span(read(STORY), start, end)


VOCABULARY = ["police", "seized", "hashish", "12", "kg,", "курьер", "задержан", "қала", "😀"]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=30, max_size=60)


def test_a_row_of_one_word_is_found_where_it_overlaps_itself() -> None:
    old, lead = "police " * 13 + "seized hashish", "police " * 30
    text = read(lead + old)

    found = find_again(make_span(read(old), 21, 69), text)

    assert found is not None
    assert found.start == 21 + len(lead)


def _times(window: str, text: str) -> int:
    """How often a stretch stands in a text, also over itself and with other white space."""
    pattern = r"\s+".join(re.escape(word) for word in window.split())
    return len(re.findall(f"(?={pattern})", text))


@given(words=WORDS, above=WORDS, begin=st.integers(0, 20), length=st.integers(3, 8))
def test_a_span_is_found_where_its_words_went(
    words: list[str], above: list[str], begin: int, length: int
) -> None:
    old, lead = " ".join(words), " ".join(above) + "\n\n"
    start = len(" ".join(words[:begin])) + bool(begin)
    end = len(" ".join(words[: begin + length]))
    assume(_times(old[max(0, start - CONTEXT) : end + CONTEXT], lead + old) == 1)
    text = read(lead + old)
    assume(text.text == lead + old)
    found = find_again(make_span(read(old), start, end), text)
    assert found is not None
    assert found.quote == old[start:end]
    assert found.start == start + len(lead)
