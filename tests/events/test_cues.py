"""Cues are stems, unless a stroke closes them."""

from __future__ import annotations

import pytest

from sholu.events.cues import CueIndex


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        ("bill", "A billion was spent", True),
        ("bill|", "A billion was spent", False),
        ("bill|", "Two bills were read", True),
        ("bill|", "The bill was read", True),
        ("draft bill|", "A draft billboard stood there", False),
        ("run|", "They run", True),
        ("quest|", "Forty questions", False),
    ],
)
def test_a_closed_word_of_a_cue_takes_a_plural_only(cue: str, text: str, found: bool) -> None:
    assert bool(CueIndex([(cue, "x")]).find(text)) is found
