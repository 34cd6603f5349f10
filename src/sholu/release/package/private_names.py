"""Keep private names out of texts that no reader has marked: explanations, reasons, file names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.mentions.kazakh_letters import fold_loosely, from_latin
from sholu.mentions.pseudonyms import name_stem
from sholu.release.compose import withhold
from sholu.release.wording import say

Find = Callable[[str], Iterable[tuple[int, int]]]
"""Where private names stand in a text."""

_SHORTEST_PART = 5
"""Letters of a part of a name that is looked for in file names: shorter ones are common words."""

_LONGEST_ENDING = 3
"""Letters that a case ending, or another spelling in Latin letters, adds to a name's stem."""

_SEPARATOR = re.compile(r"[\W\d_]")
_FILE_WORD = re.compile(r"[^\W\d_]+")


class Withhold:
    """Puts a word in place of private names.

    Args:
        printed: names of private persons, and what leads to them, by document, as printed there.
        language: of that word where the text's own language has none.
        find: finds names in a text of which nothing is known.
    """

    def __init__(self, printed: Mapping[str, Iterable[str]], language: str, find: Find) -> None:
        self._printed = {id_: frozenset(names) for id_, names in printed.items()}
        self._fallback = language
        self._find = find
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def __call__(self, text: str, language: str | None, documents: Sequence[str]) -> str:
        """A text made of some documents as everybody may see it."""
        spoken = language if language in INTERFACE_LANGUAGES else self._fallback
        for document in documents:
            pattern = self._pattern(document)
            if pattern is not None:
                text = pattern.sub(say("withheld", spoken), text)
        return withhold(text, spoken)

    def anywhere(self, text: str, documents: Sequence[str]) -> str:
        """A text that a person wrote about some documents: it may name anybody."""
        found = sorted(self._find(text), reverse=True)
        return self(_replaced(text, found, say("withheld", self._fallback)), None, documents)

    def file_name(self, name: str, document: str) -> str:
        """The name of a document's file, which may be that of a person, in any letters."""
        # A name stands between hyphens and digits: to its reader these are spaces.
        found = {*self._named_words(name, document), *self._find(_SEPARATOR.sub(" ", name))}
        placed = sorted(found, reverse=True)
        return self(_replaced(name, placed, say("withheld", self._fallback)), None, (document,))

    def is_named(self, address: str, documents: Sequence[str]) -> bool:
        """Whether an address holds a private name of its documents, in any letters."""
        plain = unquote(address)
        if self(plain, None, documents) != plain:
            return True
        return any(self._named_words(plain, document) for document in documents)

    def _named_words(self, text: str, document: str) -> list[tuple[int, int]]:
        """Where words of a file name or address stand that are parts of a document's full names."""
        full = [name for name in self._printed.get(document, ()) if len(name.split()) > 1]
        stems = {
            _sound(name_stem(part))
            for name in full
            for part in _FILE_WORD.findall(name)
            if len(part) >= _SHORTEST_PART
        }
        return [
            match.span()
            for match in (_FILE_WORD.finditer(text) if stems else ())
            if any(_is_form(_sound(match.group().casefold()), stem) for stem in stems)
        ]

    def _pattern(self, document: str) -> re.Pattern[str] | None:
        if document not in self._patterns:
            self._patterns[document] = _pattern(self._printed.get(document, ()))
        return self._patterns[document]


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    words = [r"\s+".join(map(re.escape, name.split())) for name in ordered]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None


def _replaced(text: str, places: Iterable[tuple[int, int]], word: str) -> str:
    """The text with a word in some places, given from the last to the first."""
    edge = len(text)
    for start, end in places:
        if end <= edge:
            text, edge = f"{text[:start]}{word}{text[end:]}", start
    return text


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """What spellings of a name in Latin and Cyrillic letters have in common."""
    return fold_loosely(from_latin(word) if word.isascii() else word)


def _is_form(word: str, stem: str) -> bool:
    return len(stem) >= _SHORTEST_PART - 1 and (
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
    )
