"""A few words of many, and numbers with their noun, for sentences of findings."""

from __future__ import annotations

from collections.abc import Sequence


def some(things: Sequence[str], most: int = 5) -> str:
    """A few of many, with how many more there are.

    >>> some(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    shown = ", ".join(things[:most])
    return shown if len(things) <= most else f"{shown} and {len(things) - most} more"


def counted(number: int, one: str, many: str) -> str:
    """``1 tie``, ``2 ties``."""
    return f"{number} {one if number == 1 else many}"
