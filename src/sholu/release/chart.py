"""The release's chart: events by country and kind."""

from __future__ import annotations

from collections import Counter

from sholu.charts.grammar import Bar, StackedBars, gather_rest
from sholu.release.model import Release
from sholu.release.wording import kind_phrase, say

NAMED_KINDS = 6
"""Kinds with a colour of their own: two lines of a legend, and what the eye tells apart quickly."""


def events_chart(release: Release) -> StackedBars:
    """Horizontal bars by country, in pieces by kind; rare and unknown kinds are the rest."""
    language = release.edition.language
    rest = say("rest", language)
    bars = [
        Bar(section.name, name, count)
        for section in release.sections
        for name, count in Counter(
            kind_phrase(item.kind, language) if item.kind else rest for item in section.items
        ).items()
    ]
    return StackedBars(
        bars=gather_rest(bars, NAMED_KINDS, rest),
        unit=say("events_unit", language),
        source=say("chart_source", language),
        rest=rest,
    )
