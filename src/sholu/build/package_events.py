"""Gather the events of a package: with editors' texts, who tells them, and where these differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sholu.build.derive import is_several
from sholu.build.model import CLUSTER
from sholu.build.observatory import Observatory
from sholu.build.outlets import tellings
from sholu.entities.model import Cluster
from sholu.entities.outlets import Telling as Told
from sholu.entities.outlets import compare_outlets
from sholu.events.model import Event
from sholu.evidence.model import Span
from sholu.journal.model import Entry
from sholu.release.package.model import PublicEvent, Telling
from sholu.release.package.positions import Positions
from sholu.release.package.private_names import Withhold
from sholu.release.package.public_nouns import differences_of, public_event


@dataclass(frozen=True)
class OpenEvents:
    """The events that everybody may see.

    Attributes:
        events: with the texts that editors gave them.
        told: by id of an event, how each document tells it.
    """

    events: tuple[Event, ...]
    told: Mapping[str, tuple[Told, ...]]

    def spans(self) -> Iterable[Span]:
        """All spans that lead to them."""
        for event in self.events:
            yield from event.spans
            yield from (figure.span for figure in event.figures)
            yield from (one.event.spans[0] for one in self.told[event.id] if one.event.spans)


def open_events(
    observatory: Observatory,
    batches: list[str],
    events: Iterable[Event],
    entries: Iterable[Entry],
) -> OpenEvents:
    """The events, edited, with their tellings."""
    edited = edits_of(entries)
    kept = tuple(_edited(event, edited.get(event.id, {})) for event in events)
    members = {
        id_: cluster.members
        for cluster in observatory.tables.read(CLUSTER, Cluster)
        if is_several(cluster)
        for id_ in cluster.members
    }
    readings = {event.id: members.get(event.id, (event.id,)) for event in kept}
    told = tellings(observatory, batches, (id_ for ids in readings.values() for id_ in ids))
    return OpenEvents(
        kept, {id_: tuple(told[m] for m in ids if m in told) for id_, ids in readings.items()}
    )


def edits_of(entries: Iterable[Entry]) -> dict[str, dict[str, str]]:
    """The last title and text that an editor gave to each item of any release.

    What an editor took out of one release is not to come back in the data of the next.
    """
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        if entry.kind == "edit_release":
            fields = {k: v for k, v in entry.payload["fields"].items() if k in ("title", "text")}
            found[entry.payload["item"]] |= fields
    return found


def _edited(event: Event, fields: Mapping[str, str]) -> Event:
    if not fields:
        return event
    figures = event.figures
    if "text" in fields:
        figures = tuple(one for one in figures if one.value_printed in fields["text"])
    title, text = fields.get("title", event.title), fields.get("text", event.text)
    return replace(event, title=title, text=text, figures=figures)


def public_events(
    observatory: Observatory, opened: OpenEvents, items: Mapping[str, int], withhold: Withhold
) -> tuple[PublicEvent, ...]:
    """The events as everybody may see them; ``items``: their numbers in the release."""
    positions = Positions(observatory.vocabulary)
    made = []
    for event in opened.events:
        told = opened.told[event.id]
        matrix = compare_outlets(event.id, told, observatory.vocabulary) if told else None
        made.append(
            public_event(
                event,
                positions.of(event),
                items.get(event.id),
                withhold,
                tellings=[_telling(one) for one in told],
                differences=differences_of(matrix, withhold) if matrix and len(told) > 1 else (),
            )
        )
    return tuple(made)


def _telling(told: Told) -> Telling:
    spans = told.event.spans
    return Telling(
        told.outlet.source,
        told.outlet.document,
        told.outlet.published,
        spans[0].id if spans else None,
    )
