"""Who may see a document and all that comes from it (FIRST, Traffic Light Protocol 2.0, 2022)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sholu.core.errors import SholuError


class MarkingError(SholuError):
    """A marking that TLP 2.0 does not know."""


class Marking(StrEnum):
    """The five markings of TLP 2.0, from the most open to the most closed."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"


_ORDER = list(Marking)


def parse_marking(text: str) -> Marking:
    """Read ``clear`` or ``TLP:CLEAR``, in any case.

    Raises:
        MarkingError: if the word is none of the five.
    """
    word = text.strip().lower().removeprefix("tlp:")
    if word not in set(Marking):
        raise MarkingError(
            f"'{text}' is not a marking.", f"Use one of: {', '.join(Marking)} (TLP 2.0)."
        )
    return Marking(word)


def highest(markings: Iterable[str]) -> Marking:
    """The most closed of several markings; what comes from several documents gets it.

    Returns:
        ``clear`` when there are none.
    """
    return max((Marking(m) for m in markings), key=_ORDER.index, default=Marking.CLEAR)


def may_see(marking: str, allowed: str) -> bool:
    """Whether a reader who is allowed up to ``allowed`` may see ``marking``."""
    return _ORDER.index(Marking(marking)) <= _ORDER.index(Marking(allowed))
