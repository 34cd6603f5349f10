"""The first and the last day of a log: paragraphs that each begin with their day.

``16.02.2025 г. в 23-40 задержан …`` / ``17.02.2025 г. в 10-15 изъято …``; ``15 декабря. Начало
процесса.``
"""

from __future__ import annotations

import re
from datetime import timedelta

from sholu.events.date_candidates import When, day_of_publication, find_candidates
from sholu.events.item import Reading, ToldItem

_ENTRY = re.compile(
    r"\s*(?:года|год|г\b|ж\b)?\.?\s*(?:[.:–—]\s|[-|]\s|,?\s?(?:в|около|примерно|сағат)\s\d)"
)
"""What follows the day of an entry; a sentence that only begins with a day goes on otherwise."""

_FEWEST_ENTRIES = 2
_LONGEST_LOG = timedelta(days=45)


def days_of_log(item: ToldItem, reading: Reading) -> When | None:
    """From the first entry to the last; None if the paragraphs are no entries."""
    days = [day for p in item.telling if (day := _day_of_entry(item, reading, p.start, p.end))]
    if len(days) < _FEWEST_ENTRIES or len(days) * 2 < len(item.telling):
        return None
    first = min(day.first_day() for day in days)
    last = max(day.last_day() for day in days)
    if first == last or last - first > _LONGEST_LOG:
        return None
    return When(first.isoformat(), last.isoformat(), days[0].basis)


def _day_of_entry(item: ToldItem, reading: Reading, start: int, end: int) -> When | None:
    found = next(iter(find_candidates(item, reading, (start, end))), None)
    if (
        found is None
        or not found.when.is_day
        or re.search(r"\w", reading.words(start, found.start))
    ):
        return None
    return found.when if _ENTRY.match(reading.words(found.end, end)) else None


_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?!\.\d)")
_FEWEST_HOURS = 3


def day_of_hours(item: ToldItem) -> When | None:
    """The day of publication of a report by the hour: ``06:10. The bazaar is cordoned off``."""
    hours = sum(_CLOCK.match(paragraph.text) is not None for paragraph in item.telling)
    published = day_of_publication(item)
    if published is None or hours < _FEWEST_HOURS:
        return None
    return When(published.isoformat(), published.isoformat(), "relative")
