"""No figure without its source: the numbers of an editor's text must stand in what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sholu.events.model import Event

_NUMBER = re.compile(r"\d(?:[\d\u00a0\u202f ]*[.,]?\d)*")


def unsupported_numbers(text: str, events: Iterable[Event]) -> tuple[str, ...]:
    """Numbers of a text that none of the events say, in digits or in words.

    Separators do not matter: an editor may write ``4 655`` for ``4,655`` and ``46,1`` for ``46.1``.

    >>> unsupported_numbers("12 people, 7 kg", [])
    ('12', '7')
    """
    known: set[str] = set()
    for event in events:
        known |= {_digits(number) for number in _NUMBER.findall(f"{event.title} {event.text}")}
        for figure in event.figures:
            values = (figure.value, figure.value_high, figure.value_base)
            known |= {_digits(f"{value:.12g}") for value in values if value is not None}
        dates = (event.date_start, event.date_end, event.published)
        for date in dates:
            known |= {part.lstrip("0") for part in re.split(r"\D", date or "") if part}
    return tuple(n for n in _NUMBER.findall(text) if _digits(n) not in known)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0")
