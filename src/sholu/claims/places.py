"""Say where a figure was counted: the place that governs it in a stretch of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sholu.claims.statement import Statement, distance
from sholu.mentions.model import Figure, Mention
from sholu.sources.model import Source
from sholu.vocabulary.model import Place, Vocabulary

_HERE = re.compile(
    r"\b(?:in|at|across|within|throughout|inside|в|во|на|по)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"""\b(?:from|to|towards?|into|via|with|border\ with
    |из|от|до|с|со|через|в\ направлении|граница\ с)\s+(?:the\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_HERE_ENDING = re.compile(r"\w[дт][ае]$")
"""Kazakh locative: -да, -де, -та, -те."""
_ELSEWHERE_ENDING = re.compile(r"\w(?:[ндт][ае]н|[ғқгк][ае])$")
"""Kazakh ablative (-нан, -ден …) and dative (-ға, -ке …)."""
_ENDING = re.compile(r"\w*")
_LOOK_BACK = 30
"""Characters before a name in which its preposition is looked for."""


@dataclass(frozen=True)
class Governing:
    """A place that governs a figure: its ISO code and its name as printed.

    ``code`` is of the first level (ISO 3166-2) if the place lies in a known region, else of the
    country (ISO 3166-1); None for an area across borders.
    """

    code: str | None
    printed: str | None


def nearest_place(statement: Statement, figure: Figure) -> Mention | None:
    """The place mention that governs a figure in its sentence.

    Where something comes from or goes to is not where it was counted. Among the rest a place in
    the figure's own stretch wins, then one said to be where it happened ("in …", "…да"), then the
    nearest.

    Args:
        statement: the sentence.
        figure: one of its figures.
    """
    first, last = statement.stretches[statement.figures.index(figure)]
    ranked = []
    for mention in statement.told:
        if mention.kind != "place" or mention.code is None:
            continue
        role = _role(mention, statement)
        if role == "elsewhere":
            continue
        inside = first <= mention.span.start < last
        gap = distance(figure.span, mention.span)
        ranked.append((not inside, role != "here", gap, mention))
    return min(ranked, key=lambda one: one[:3])[3] if ranked else None


def place_before(statement: Statement) -> Mention | None:
    """The last place in the paragraph before a sentence at which something is said to happen."""
    before = statement.before
    if before is None:
        return None
    here = [
        mention
        for mention in before.told
        if mention.kind == "place" and mention.code and _role(mention, before) == "here"
    ]
    return here[-1] if here else None


def _role(mention: Mention, statement: Statement) -> str:
    """``here``, ``elsewhere`` or ``open``, by the preposition before a name or its ending."""
    start = mention.span.start - statement.start
    before = statement.text[max(0, start - _LOOK_BACK) : start]
    if _ELSEWHERE.search(before):
        return "elsewhere"
    if _HERE.search(before):
        return "here"
    ending = _ENDING.match(statement.text, mention.span.end - statement.start)
    name = mention.span.quote + (ending.group() if ending else "")
    if _HERE_ENDING.search(name):
        return "here"
    return "elsewhere" if _ELSEWHERE_ENDING.search(name) else "open"


def name_place(mention: Mention, vocabulary: Vocabulary) -> Governing:
    """The ISO code and printed name of a place mention that has a code."""
    assert mention.code is not None
    place = vocabulary.place(mention.code)
    return Governing(iso_code(place), mention.span.quote)


def iso_code(place: Place) -> str | None:
    """The first-level region (ISO 3166-2) a place lies in, else its country (ISO 3166-1)."""
    return place.region or place.country or (place.code if place.kind == "country" else None)


def place_of_source(
    source: Source | None, language: str | None, vocabulary: Vocabulary
) -> Governing | None:
    """The country of who publishes it; None for an international body or an unknown source."""
    if source is None or source.country is None:
        return None
    country = vocabulary.place(source.country)
    return Governing(country.code, country.names.preferred(language or "en"))
