"""Texts that are nearly the same."""

from __future__ import annotations

import random

from sholu.evidence.near_duplicates import near_duplicate_pairs, sketch

VERBS = ["seized", "detained", "found", "stopped", "inspected", "opened", "searched", "met"]
THINGS = ["hashish", "heroin", "opium", "tablets", "a laboratory", "a lorry", "parents", "pupils"]
PLACES = [f"village-{n}" for n in range(200)]


def _story(seed: int, sentences: int = 14) -> str:
    chance = random.Random(seed)
    pick = chance.choice
    return " ".join(
        f"On day {chance.randrange(1, 31)} officers of {pick(PLACES)} {pick(VERBS)} "
        f"{chance.randrange(2, 900)} {pick(THINGS)} near {pick(PLACES)}, "
        f"{pick(VERBS)} {pick(THINGS)} as the {pick(PLACES)} office reported."
        for _ in range(sentences)
    )


def _edited(text: str, seed: int) -> str:
    """A copy with four of a hundred words changed and the last tenth cut."""
    chance = random.Random(seed)
    words = text.split()
    words = words[: int(len(words) * 0.9)]
    for _ in range(len(words) // 25):
        words[chance.randrange(len(words))] = "otherwise"
    return " ".join(words)


def test_lightly_edited_copies_pair_and_other_stories_do_not() -> None:
    stories = {f"s{n}": _story(n) for n in range(60)}
    copies = {f"c{n}": _edited(stories[f"s{n}"], n) for n in range(20)}
    pairs = near_duplicate_pairs([(name, sketch(t)) for name, t in {**stories, **copies}.items()])
    found = {(a, b) for a, b, _ in pairs}
    expected = {(f"s{n}", f"c{n}") for n in range(20)}
    assert found - expected == set()
    # Two bands of 32 may miss a pair as unlike as 0.45; measured recall is 0.98.
    assert len(found & expected) >= 19


def test_a_headline_cut_anew_leaves_the_story_the_same() -> None:
    body = _story(7)
    pairs = near_duplicate_pairs(
        [
            ("a", sketch(f"Lorry stopped at the border. {body}")),
            ("b", sketch(f"HASHISH FOUND! {body}")),
        ]
    )
    assert [(a, b) for a, b, _ in pairs] == [("a", "b")]
    assert pairs[0][2] > 0.85


def test_two_items_of_one_site_with_the_same_frame_do_not_pair() -> None:
    frame = "All rights reserved. Use of materials with a link to the site of the department only."
    pairs = near_duplicate_pairs([(str(n), sketch(f"{_story(n)} {frame}")) for n in range(30)])
    assert pairs == []


def test_case_and_punctuation_do_not_count() -> None:
    assert sketch("Seized: 12 KG of Hashish!") == sketch("seized 12 kg of hashish")


def test_the_sketch_is_the_same_in_every_process() -> None:
    # First numbers computed once in another process; a change would make stored sketches useless.
    assert sketch("police seized twelve kilograms of hashish")[:3] == FIRST_NUMBERS


FIRST_NUMBERS = (3235985981, 133972777, 3751625814)


def test_texts_too_short_for_a_sketch_pair_with_nothing() -> None:
    assert sketch("two words") == ()
    assert near_duplicate_pairs([("a", ()), ("b", ())]) == []


def test_a_thousand_equal_texts_are_connected_by_a_thousand_pairs() -> None:
    pairs = near_duplicate_pairs([(f"d{n}", sketch(_story(1))) for n in range(1_000)])
    assert len(pairs) == 999
    assert {a for a, _, _ in pairs} == {"d0"}
