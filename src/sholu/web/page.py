"""What a handler gives back: which template, with which values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sholu.web.view import View


@dataclass(frozen=True)
class Page:
    """A page before it is written.

    Attributes:
        title: for the window and the search engines; the template has the heading.
        section: which entry of the navigation is marked as the current one.
    """

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    section: str = ""


Handler = Callable[[View], Page]


@dataclass(frozen=True)
class Pager:
    """Where in a long list a page stands."""

    number: int
    size: int
    total: int

    @property
    def offset(self) -> int:
        """How many entries come before it."""
        return (self.number - 1) * self.size

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))
