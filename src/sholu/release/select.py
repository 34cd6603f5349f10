"""Which events go into a release, and why the others don't. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sholu.core.marking import Marking, may_see
from sholu.core.period import Period, parse_period
from sholu.events.model import Event


@dataclass(frozen=True)
class LeftOut:
    """An event that is not printed, and why; only those that a reader might look for."""

    event: Event
    reason: str


@dataclass(frozen=True)
class Selection:
    """What is printed, and what was left out with a reason."""

    chosen: tuple[Event, ...]
    left_out: tuple[LeftOut, ...]


def select(events: Iterable[Event], period: Period) -> Selection:
    """Events about drugs, published in the period, not rejected, that everybody may see.

    An item of a release that was read as a document has that release's period as its date of
    publication, and belongs to a release that covers the whole of it.
    """
    chosen, left_out = [], []
    for event in events:
        published = parse_period(event.published) if event.published else None
        if published is not None and not published.overlaps(period):
            continue
        reason = _reason_against(event, published, period)
        if reason:
            left_out.append(LeftOut(event, reason))
        else:
            chosen.append(event)
    return Selection(tuple(chosen), tuple(left_out))


def _reason_against(event: Event, published: Period | None, period: Period) -> str:
    """Why an event is not printed; empty if nothing speaks against it."""
    if event.status == "rejected":
        return "rejected by a person"
    if not event.about_drugs:
        return "not about drugs"
    if not may_see(event.marking, Marking.CLEAR):
        return f"marked TLP:{event.marking.upper()}"
    if published is None:
        return "date of publication not known"
    if not published.within(period):
        return f"published {published}, which is not wholly in the period"
    return ""
