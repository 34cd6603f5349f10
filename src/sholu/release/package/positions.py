"""Where on the map an event is put: the middle of the most precise place that is known. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.events.model import Event
from sholu.vocabulary.model import PLACE_KINDS, Place, Vocabulary, VocabularyError


@dataclass(frozen=True)
class Position:
    """Degrees (WGS 84) and the kind of place that they are of."""

    latitude: float
    longitude: float
    basis: str


class Positions:
    """Looks places up by the names that events have of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._by_name: defaultdict[tuple[str, str | None], list[Place]] = defaultdict(list)
        for place in vocabulary.places:
            self._by_name[place.names.preferred("en"), place.country].append(place)

    def of(self, event: Event) -> Position | None:
        """The position of the most precise place of an event; None if none has one."""
        places = sorted(self._places(event), key=lambda one: -PLACE_KINDS.index(one.kind))
        for place in places:
            if place.latitude is not None and place.longitude is not None:
                return Position(place.latitude, place.longitude, place.kind)
        return None

    def _places(self, event: Event) -> Iterable[Place]:
        for name in event.places:
            found = [
                place
                for country in event.countries or (None,)
                for place in self._by_name.get((name, country), ())
            ]
            # Namesakes stand in the order in which they should be tried.
            inside = [place for place in found if place.region in event.regions]
            yield from (inside or found)[:1]
        for code in (*event.regions, *event.countries):
            try:
                yield self._vocabulary.place(code)
            except VocabularyError:
                continue  # a code of an older vocabulary has no position any more
