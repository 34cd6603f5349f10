"""Openers of sentences, and nouns that a name only begins like, are told from names."""

from __future__ import annotations

import pytest

from sholu.evidence.read import read_document
from sholu.mentions.people import find_named, owners_of
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import read_sentences


def named(text: str, things: tuple[tuple[int, int], ...] = ()) -> list[str]:
    """The names found in a text, in order."""
    document = read_document(text.encode(), "item.txt").text
    found = find_named(document.text, read_sentences(document), [], things)
    assert set(owners_of(document.text, found)) == set(found)
    return [document.text[start : found[start][0]] for start in sorted(found)]


@pytest.mark.parametrize("opener", ["Besides", "Although", "Unlike", "Asked", "Eventually"])
def test_english_word_before_a_surname_alone_is_no_given_name(opener: str) -> None:
    assert named(f"Police held Pavel Orlov. {opener} Orlov spoke.") == ["Pavel Orlov", "Orlov"]


def test_given_name_before_a_surname_stays() -> None:
    assert named("Grace Orlova wept in court.") == ["Grace Orlova"]


@pytest.mark.parametrize("opener", ["Помимо", "Вскоре", "Бұған", "Мәселен"])
def test_opener_in_cyrillic_is_no_given_name(opener: str) -> None:
    assert named(f"Задержан Павел Орлов. {opener} Орлов не ответил.")[-1] == "Орлов"


def test_surname_that_a_town_has_is_found_again() -> None:
    text = "Осуждён Карим Гафуров. Гафуров подал жалобу."
    begin = text.rindex("Гафуров")
    assert named(text, ((begin, begin + 7),)) == ["Карим Гафуров", "Гафуров"]


def test_town_that_a_person_is_called_like_stays() -> None:
    text = "Осуждён Карим Гафуров. В городе Гафуров снова спокойно."
    begin = text.rindex("Гафуров")
    assert named(text, ((begin, begin + 7),)) == ["Карим Гафуров"]


@pytest.mark.parametrize("name", ["сәбит", "nurseda"])
def test_given_name_that_begins_like_a_noun_is_a_name(name: str) -> None:
    assert Cue.PEOPLE not in cues_of(name)


@pytest.mark.parametrize("noun", ["сәбидің", "nurses", "совету"])
def test_nouns_keep_what_they_are(noun: str) -> None:
    assert cues_of(noun) & (Cue.PEOPLE | Cue.ORGANISATION)
