"""Read one value of a hand-written record, or say what was due instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.vocabulary.model import Names
from sholu.vocabulary.wording import Wording


def read_text(value: Any) -> str:
    """A text; a date that YAML has read as one is written back."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError(f"a text is due, not {value!r} (put it between quotes).")
    return " ".join(value.split())


def read_day(value: Any) -> str:
    """A full date, 2015-01-01."""
    day = read_text(value)
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"{day!r} is no full date; write it as 2015-01-01.") from None
    return day


def read_wording(value: Any) -> Wording:
    """A text under en, ru and kk; a plain text stands in all three.

    A plain text is right for a proper name (``ESPAD``), and for an observatory that writes in one
    language only.
    """
    if isinstance(value, str):
        text = read_text(value)
        return Wording(text, text, text)
    if not isinstance(value, dict):
        raise ValueError(f"a text under en, ru and kk is due, not {value!r}.")
    for language in INTERFACE_LANGUAGES:
        if not value.get(language):
            raise ValueError(f"the text in {language} is missing.")
    for language in value:
        if language not in INTERFACE_LANGUAGES:
            raise ValueError(f"texts are kept in en, ru and kk, not {language!r}.")
    return Wording(**{language: read_text(text) for language, text in value.items()})


def read_wording_or_none(value: Any) -> Wording | None:
    return None if value is None else read_wording(value)


def read_text_or_none(value: Any) -> str | None:
    return None if value is None else read_text(value)


def read_number_or_none(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"a number is due, not {value!r}.")
    return float(value)


def read_count_or_none(value: Any) -> int | None:
    number = read_number_or_none(value)
    return None if number is None else int(number)


def read_truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"true or false is due, not {value!r}.")
    return value


def read_texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"a list of texts is due, not {value!r}.")
    return tuple(read_text(item) for item in value)


def read_one_of(allowed: tuple[str, ...]) -> Callable[[Any], str]:
    """A reader of texts that come from a closed list."""

    def read(value: Any) -> str:
        text = read_text(value)
        if text not in allowed:
            raise ValueError(f"{text!r} isn't one of {', '.join(allowed)}.")
        return text

    return read


def read_names(value: Any) -> Names:
    """Names under en, ru and kk; a single name need not be a list."""
    if not isinstance(value, dict):
        raise ValueError(f"names under en, ru and kk are due, not {value!r}.")
    unknown = [key for key in value if key not in INTERFACE_LANGUAGES]
    if unknown:
        raise ValueError(f"names are kept in en, ru and kk, not {unknown[0]!r}.")
    return Names(
        **{
            language: read_texts(names if isinstance(names, list) else [names])
            for language, names in value.items()
        }
    )
