"""The release's chart: events by country and kind."""

from __future__ import annotations

from collections import Counter

from sholu.charts.design import CATEGORIES
from sholu.charts.grammar import Bar, StackedBars
from sholu.release.model import Release
from sholu.release.wording import kind_phrase, say

NAMED_KINDS = min(6, len(CATEGORIES))
"""Kinds with a colour of their own; more cannot be told apart at a glance."""


def events_chart(release: Release) -> StackedBars:
    """Horizontal bars by country, in pieces by kind; rare kinds are gathered in the rest."""
    language = release.edition.language
    total = Counter(item.kind for item in release.items())
    ranked = sorted((kind for kind in total if kind), key=lambda kind: (-total[kind], kind))
    named = ranked if len(ranked) <= NAMED_KINDS else ranked[: NAMED_KINDS - 1]
    rest = say("rest", language)
    bars = []
    for section in release.sections:
        counts = Counter(
            kind_phrase(item.kind, language) if item.kind in named else rest
            for item in section.items
        )
        order = [*(kind_phrase(kind, language) for kind in named), rest]
        bars += [Bar(section.name, name, counts[name]) for name in order if counts[name]]
    return StackedBars(
        bars=tuple(bars),
        unit=say("events_unit", language),
        source=say("chart_source", language),
        rest=rest,
    )
