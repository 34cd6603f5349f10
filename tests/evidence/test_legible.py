"""Runs of signs that no reader can read."""

from __future__ import annotations

from sholu.evidence.legible import legible
from sholu.evidence.read import read_document
from sholu.mentions.sentences import LONGEST_SENTENCE, read_sentences


def test_a_picture_written_as_text_is_blank_and_the_words_behind_it_stay_where_they_are() -> None:
    text = read_document(f"Seized: {'iVBORw0KGgo' * 60} 5 kg of opium.".encode(), "a.txt").text
    shown = legible(text)
    assert len(shown.text) == len(text.text)
    assert shown.text.split() == ["Seized:", "5", "kg", "of", "opium."]
    assert shown.text.index("5 kg") == text.text.index("5 kg")


def test_an_address_stays() -> None:
    text = read_document(f"See https://news.example/{'a/' * 80} for more.".encode(), "a.txt").text
    assert legible(text) is text


def test_a_list_without_a_full_stop_is_cut() -> None:
    text = read_document(("5 kg of heroin, " * LONGEST_SENTENCE).encode(), "a.txt").text
    sentences = read_sentences(text)
    assert max(len(sentence.words) for sentence in sentences) == LONGEST_SENTENCE
    assert sum(len(sentence.words) for sentence in sentences) == 5 * LONGEST_SENTENCE
