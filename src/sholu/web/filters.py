"""The filter of the events page: it lives in the address, so that a view can be sent to others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from sholu.core.period import DateError, PartialDate, parse_partial_date, parse_period
from sholu.events.model import Event


@dataclass(frozen=True)
class Filter:
    """What the reader wants to see; empty means all."""

    country: str = ""
    region: str = ""
    kind: str = ""
    q: str = ""
    since: str = ""
    until: str = ""
    drugs: str = ""

    def address(self, **more: str | int) -> str:
        """The query part of the address of this view, with other parameters added."""
        pairs = {f.name: getattr(self, f.name) for f in fields(self)} | more
        return "?" + urlencode({key: value for key, value in pairs.items() if value})


def read_filter(parameters: Mapping[str, str]) -> Filter:
    """The filter in an address; a date that is none counts as absent."""
    values = {f.name: parameters.get(f.name, "").strip() for f in fields(Filter)}
    for key in ("since", "until"):
        if _date(values[key]) is None:
            values[key] = ""
    return Filter(**values)


def _date(text: str) -> PartialDate | None:
    try:
        return parse_partial_date(text)
    except DateError:
        return None


def select(events: Iterable[Event], wanted: Filter) -> list[Event]:
    """The events that a filter lets through, in their order."""
    return [event for event in events if _passes(event, wanted)]


def _passes(event: Event, wanted: Filter) -> bool:
    return (
        (not wanted.country or wanted.country in event.countries)
        and (not wanted.region or wanted.region in event.regions)
        and (not wanted.kind or event.kind == wanted.kind)
        and (not wanted.drugs or event.about_drugs)
        and _has_words(event, wanted.q)
        and _in_time(event, wanted.since, wanted.until)
    )


def _has_words(event: Event, words: str) -> bool:
    text = f"{event.title} {event.text}".casefold()
    return all(word in text for word in words.casefold().split())


def _in_time(event: Event, since: str, until: str) -> bool:
    """Whether it was published in a window; an unknown date is in no window."""
    first, last = _date(since), _date(until)
    if first is None and last is None:
        return True
    if event.published is None:
        return False
    published = parse_period(event.published)
    return (first is None or published.last_day() >= first.first_day()) and (
        last is None or published.first_day() <= last.last_day()
    )
