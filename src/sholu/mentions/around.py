"""What stands around a find, by which it is known whose a number or an address is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

AROUND = 90
"""Code points before and after in which a word may say whose a number is."""


@dataclass(frozen=True)
class Around:
    """What stands before and after a find on its line, and above its line."""

    before: str
    printed: str
    after: str
    above: str


Fits = Callable[[Around], bool]


def always(around: Around) -> bool:
    """For what no other thing is printed like."""
    return True
