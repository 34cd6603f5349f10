"""The method notes: short public pages, one file each with its texts in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

ORDER = ("reading", "series", "disputes", "prices", "situation", "privacy", "releases")
"""The files in ``methods/``, as the list has them."""


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Method:
    """A note: what is done, and where it fails."""

    name: str
    title: str
    lead: str
    sections: tuple[Section, ...]


def methods(language: str) -> tuple[Method, ...]:
    """All notes in a language."""
    return tuple(_read(name)[language] for name in ORDER)


def method(name: str, language: str) -> Method | None:
    """One note; None for a name that is none."""
    return _read(name)[language] if name in ORDER else None


@cache
def _read(name: str) -> dict[str, Method]:
    file = resources.files("sholu.web").joinpath("methods", f"{name}.yaml")
    texts = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {
        language: Method(
            name=name,
            title=text["title"],
            lead=text["lead"],
            sections=tuple(
                Section(heading, tuple(paragraphs))
                for heading, paragraphs in text["sections"].items()
            ),
        )
        for language, text in texts.items()
    }
