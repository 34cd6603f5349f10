"""Turn what a person types into a query of the index, and mark what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.release.package.answers import Part
from sholu.release.package.words import LONGEST, WORD, forms

LONGEST_QUERY = 400
"""Characters of a query that are looked at."""

MOST_WORDS = 12
"""Words of a query that are looked for."""

SNIPPET = 220
"""Characters of a snippet, about three lines."""

_LEAD = 60
_SHORT = 3
_BEGINNING = 2


def asked_words(text: str) -> tuple[frozenset[str], ...]:
    """The forms of each word of a query.

    Words of one or two letters (in, of, в, на) count only where there are no others.
    """
    words = [word for word in WORD.findall(text[:LONGEST_QUERY]) if len(word) <= LONGEST]
    telling = [word for word in words if len(word) >= _SHORT or word.isdigit()] or words
    return tuple(dict.fromkeys(forms(word, None) for word in telling[:MOST_WORDS]))


def expression(words: Sequence[frozenset[str]], joined: str = "AND") -> str:
    """The query in the language of FTS5; forms are letters and digits only, each in quotes."""
    groups = (" OR ".join(f'"{form}"' for form in sorted(word)) for word in words)
    return f" {joined} ".join(f"({group})" for group in groups)


def snippet(text: str, words: Sequence[frozenset[str]], language: str | None) -> tuple[Part, ...]:
    """A stretch of the text around the first word found, with all found words marked."""
    wanted = frozenset().union(*words)
    beginnings = {form[:_BEGINNING] for form in wanted}
    found = [
        match.span()
        for match in WORD.finditer(text)
        if _begins(match.group(), beginnings) and forms(match.group(), language) & wanted
    ]
    start = max(0, found[0][0] - _LEAD) if found else 0
    start = _word_start(text, start)
    end = _word_end(text, start + SNIPPET)
    return tuple(_parts(text, start, end, found))


def _begins(word: str, beginnings: set[str]) -> bool:
    """Whether it is worth to stem it, which takes long: a stem begins as its word does."""
    return any(form[:_BEGINNING] in beginnings for form in forms(word[:_BEGINNING], "kk"))


def _word_start(text: str, start: int) -> int:
    if start == 0:
        return 0
    space = re.search(r"\s", text[start:])
    return start + space.end() if space else start


def _word_end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", 0, end)
    return space if space > 0 else end


def _parts(text: str, start: int, end: int, found: Sequence[tuple[int, int]]) -> list[Part]:
    parts = [Part("… ", False)] if start else []
    place = start
    for first, last in found:
        if first < place or last > end:
            continue
        if first > place:
            parts.append(Part(text[place:first], False))
        parts.append(Part(text[first:last], True))
        place = last
    if place < end:
        parts.append(Part(text[place:end], False))
    if end < len(text):
        parts.append(Part(" …", False))
    return parts
