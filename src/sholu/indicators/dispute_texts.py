"""What is said of disputes, in the three languages: sentences with blanks, by key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.vocabulary.wording import Wording


@cache
def dispute_texts() -> Mapping[str, Wording]:
    """All sentences and phrases by key, with their blanks."""
    text = resources.files("sholu.indicators").joinpath("dispute_texts.yaml").read_text("utf-8")
    return {key: Wording(**texts) for key, texts in yaml.safe_load(text).items()}


def phrase(key: str, **values: str | int | Wording) -> Wording:
    """A sentence or phrase with its blanks filled.

    Args:
        values: what is the same in each language (figures as printed, names), or a wording.
    """
    blank = dispute_texts()[key]
    return Wording(
        **{
            language: blank.of(language).format(
                **{
                    name: value.of(language) if isinstance(value, Wording) else value
                    for name, value in values.items()
                }
            )
            for language in INTERFACE_LANGUAGES
        }
    )


def alike(text: str) -> Wording:
    """What is the same in each language: a figure as printed."""
    return Wording(text, text, text)


def computed(number: str) -> Wording:
    """A number of our own, written the English way, with the signs of each language."""
    local = number.translate({ord(","): "\u00a0", ord("."): ","})
    return Wording(number, local, local)


def with_unit(number: str, unit: str | None) -> Wording:
    """A number of our own with its unit; what is counted goes unnamed in Russian and Kazakh, where
    its form would have to agree."""
    value = computed(number)
    known = dispute_texts().get(f"unit_{unit}")
    if known is None:
        return Wording(f"{number} {unit or ''}".strip(), value.ru, value.kk)
    return Wording(*(f"{value.of(code)} {known.of(code)}" for code in INTERFACE_LANGUAGES))


def doubt_words(suspect: str) -> Wording:
    """Why a figure is doubted, as `sholu.mentions.suspects` says it in English."""
    texts = dispute_texts()
    known = (
        words for key, words in texts.items() if key.startswith("doubt_") and words.en == suspect
    )
    other = texts["doubt_other"]
    return next(known, Wording(suspect, other.ru, other.kk))


def reading_words(reading: str) -> Wording:
    """What was probably meant by a doubted figure, as `sholu.mentions.suspects` says it."""
    range_, _, unit = reading.rpartition(" ")
    return (
        phrase(f"reading_{unit}", range=range_) if unit in ("percent", "years") else alike(reading)
    )
