"""The day on a report's first line, from which its ``today`` and ``on Monday`` count."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sholu.events.date_candidates import day_of_publication, find_candidates
from sholu.events.date_roles import heads_report
from sholu.events.item import Reading, ToldItem

_PARAGRAPHS = 2
"""A subtitle may stand before the line."""

_LONGEST_WAY = timedelta(days=14)
"""Within which a report is printed again, or put on another site."""

_OPENING = 60
_DIGIT = re.compile(r"\d")


def counted_from_dateline(item: ToldItem, reading: Reading) -> ToldItem:
    """The item with its spoken days counted from the day that heads its text, if there is one.

    ``DUSHANBE, 6 June — A centre was opened here today``: it may be published on the tenth.
    """
    published = day_of_publication(item)
    if published is None:
        return item
    for paragraph in item.paragraphs[:_PARAGRAPHS]:
        if not _DIGIT.search(paragraph.text[:_OPENING]):
            continue
        stretch = paragraph.start, paragraph.end
        first = next(iter(find_candidates(item, reading, stretch)), None)
        if first is None or not first.when.is_day or first.when.basis != "stated":
            continue
        is_near = timedelta(0) <= published - first.when.first_day() <= _LONGEST_WAY
        if is_near and heads_report(first, reading, stretch):
            return replace(item, relative_to=first.when.start)
    return item
