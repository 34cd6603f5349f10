"""Fixed words of this room's pages in three languages, out of its YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True)
class Words:
    """The words of one file in one language.

    Example:
        >>> words_of("pilot_wording.yaml", "ru")("title", outcome="смерти")
        'Протокол пилотного проекта: смерти'
    """

    texts: Mapping[str, Mapping[str, str]]
    language: str

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its blanks filled in."""
        return self.texts[key][self.language].format(**values)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a text."""
        return key in self.texts


def words_of(name: str, language: str) -> Words:
    """The words of a file of this room in a language.

    Args:
        name: of the file; language: en, ru or kk.
    """
    return Words(_texts(name), language)


@cache
def _texts(name: str) -> Mapping[str, Mapping[str, str]]:
    """Texts by key and language."""
    text = resources.files("sholu.policy").joinpath(name).read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return loaded
