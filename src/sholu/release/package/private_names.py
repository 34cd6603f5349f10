"""Keep private names out of texts that no reader has marked: explanations, reasons, file names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.release.compose import withhold
from sholu.release.wording import say


class Withhold:
    """Puts a word in place of private names.

    Args:
        printed: names of private persons, and what leads to them, by document, as printed there.
        language: of that word where the text's own language has none.
    """

    def __init__(self, printed: Mapping[str, Iterable[str]], language: str) -> None:
        self._printed = {id_: frozenset(names) for id_, names in printed.items()}
        self._fallback = language
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def __call__(self, text: str, language: str | None, documents: Sequence[str]) -> str:
        """A text about some documents as everybody may see it."""
        spoken = language if language in INTERFACE_LANGUAGES else self._fallback
        for document in documents:
            pattern = self._pattern(document)
            if pattern is not None:
                text = pattern.sub(say("withheld", spoken), text)
        return withhold(text, spoken)

    def is_named(self, address: str, documents: Sequence[str]) -> bool:
        """Whether an address holds a private name of its documents."""
        return self(address, None, documents) != address

    def _pattern(self, document: str) -> re.Pattern[str] | None:
        if document not in self._patterns:
            self._patterns[document] = _pattern(self._printed.get(document, ()))
        return self._patterns[document]


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    words = [r"\s+".join(map(re.escape, name.split())) for name in ordered]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None
