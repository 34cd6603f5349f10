"""The site's words: every one is there in three languages, and every one is used."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml

import sholu.web
from sholu.indicators.dispute_model import KINDS, REASONS, SEVERITIES
from sholu.indicators.model import FREQUENCIES, STATUSES
from sholu.web.methods import ORDER, methods
from sholu.web.wording import wording

ROOM = Path(str(resources.files("sholu.web")))
assert sholu.web.__file__

FAMILIES = {
    "reason": REASONS, "dispute": KINDS, "grave": SEVERITIES, "gravity": SEVERITIES,
    "status": STATUSES, "frequency": FREQUENCIES,
    "qualifier": ("about", "more_than", "less_than", "up_to"),
    "state": ("proposed", "accepted", "corrected"),
    "direction": ("lower_is_better", "higher_is_better", "neither"),
    "what": ("event", "claim", "document"),
    "change": ("added", "removed", "changed"),
}  # fmt: skip
"""Words that are put together from a code: beginning and the codes that the data may have."""


def sources() -> str:
    """All templates and modules of the site."""
    files = [*ROOM.rglob("*.html"), *ROOM.rglob("*.py"), *ROOM.rglob("*.yaml")]
    return "\n".join(f.read_text("utf-8") for f in files if f.name != "wording.yaml")


def test_every_word_that_a_page_asks_for_is_there() -> None:
    text = sources()
    asked = set(re.findall(r"\bsay\.([a-z_A-Z]+)\b(?!\()", text)) - {"get"}
    asked |= set(re.findall(r"""\bsay\["([a-z_A-Z]+)"\]""", text))
    asked |= {f"{name}_{code}" for name, codes in FAMILIES.items() for code in codes}
    assert asked - wording("en").keys() == set()


def test_no_word_is_left_over() -> None:
    text = sources()
    made = set(re.findall(r"""["']([a-z]+_)["'] ?~""", text))
    made |= set(re.findall(r"""f["']([a-z]+_)\{""", text))
    made |= {f"{name}_" for name in FAMILIES}
    mistakes = ("not_found_text", "not_allowed_text", "bad_request_text", "failed_text")
    left = [
        key
        for key in wording("en")
        if key not in mistakes
        and not re.search(rf"\b{key}\b", text)
        and not key.startswith(tuple(made))
    ]
    assert left == []


def test_each_word_is_in_three_languages_and_differs_where_it_should() -> None:
    record = yaml.safe_load((ROOM / "wording.yaml").read_text("utf-8"))
    for key, names in record.items():
        assert set(names) == {"en", "ru", "kk"}, key
        assert all(text.strip() == text and text for text in names.values()), key
        if re.search(r"[a-z]{4}", names["en"]) and len(names["en"]) > 12:
            assert names["en"] != names["ru"] != names["kk"] != names["en"], key


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_each_method_says_what_is_done_how_it_fails_and_what_it_cannot_tell(language: str) -> None:
    notes = methods(language)
    assert [note.name for note in notes] == list(ORDER)
    assert {len(note.sections) for note in notes} == {3}
    assert len({note.title for note in notes}) == len(notes)
