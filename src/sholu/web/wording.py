"""The site's words in English, Russian and Kazakh."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from sholu.core.language import INTERFACE_LANGUAGES


@cache
def wording(language: str) -> dict[str, str]:
    """All words of the site in one language.

    Raises:
        KeyError: for a language that the site does not speak (a programming error).
    """
    text = resources.files("sholu.web").joinpath("wording.yaml").read_text(encoding="utf-8")
    return {key: names[language] for key, names in yaml.safe_load(text).items()}


def choose_language(asked: str | None, accepted: str, default: str) -> str:
    """The language asked for in the address, else the first that the browser accepts."""
    if asked in INTERFACE_LANGUAGES:
        return str(asked)
    for part in accepted.split(","):
        code = part.split(";")[0].split("-")[0].strip().lower()
        if code in INTERFACE_LANGUAGES:
            return code
    return default
