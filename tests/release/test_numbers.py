"""An editor's text brings no number that its source does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.release.numbers import unsupported_numbers
from tests.release.invented_events import EVENTS


@pytest.mark.parametrize(
    ("said", "written", "missing"),
    [
        ("4,655 offences and 46.1 kg", "4 655 offences and 46,1 kg", ()),
        ("4,655 offences", "4,656 offences", ("4,656",)),
        ("no number at all", "12 people, 7 kg", ("12", "7")),
        ("on 9 January 2025", "on 9 January 2025", ()),
    ],
)
def test_numbers_are_compared_by_their_digits(
    said: str, written: str, missing: tuple[str, ...]
) -> None:

    event = replace(
        EVENTS[0],
        title="A title",
        text=said,
        figures=(),
        date_start=None,
        date_end=None,
        published=None,
    )
    assert unsupported_numbers(written, [event]) == missing
