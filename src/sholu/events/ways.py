"""Read ways out of sentences: from where, through where, to where, in the order that is said.

``Heroin was carried from Osh through Kordai to Almaty`` and its likes in English, Russian and
Kazakh. Places are those that the reader of mentions found. An order that a sentence doesn't give
is not made up: a list of places passed through stays without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sholu.core.ids import identify
from sholu.events.item import Reading
from sholu.events.model import Event, Way
from sholu.events.way_directions import Direction, direction_of, is_home_of
from sholu.events.way_words import (
    breaks_off,
    is_moving,
    is_on_drugs,
    is_stopped,
    joins,
    leads_on,
    may_be_inside,
    names_route,
    pairs_off,
)
from sholu.evidence.span import make_span
from sholu.mentions.model import AnnotatedDocument
from sholu.mentions.redaction import Redactor, is_private
from sholu.vocabulary.model import Place, Vocabulary

READER = "ways 1"


@dataclass(frozen=True)
class _Named:
    """A place in a sentence, by offsets in it."""

    place: Place
    start: int
    end: int
    direction: Direction | None
    is_sure: bool


@dataclass(frozen=True)
class _Group:
    """Places with one part: ``through Taraz and Kordai``.

    Attributes:
        stops: in the order said, alternatives in one; several with ``is_list`` have no order.
    """

    direction: Direction
    stops: tuple[tuple[Place, ...], ...]
    is_list: bool
    start: int
    end: int
    is_sure: bool


@dataclass
class _Draft:
    """A way under reading.

    Attributes:
        middle: stops in between, in order; ``loose``: those whose order is not said.
        start, end: offsets in the sentence, from the first to the last place.
    """

    origin: tuple[Place, ...] = ()
    middle: list[tuple[Place, ...]] = field(default_factory=list)
    loose: list[Place] = field(default_factory=list)
    destination: tuple[Place, ...] = ()
    start: int = 0
    end: int = 0

    def is_empty(self) -> bool:
        return not (self.origin or self.middle or self.loose or self.destination)

    def stops(self) -> tuple[tuple[Place, ...], ...]:
        told = (self.origin, *self.middle, self.destination)
        return tuple(stop for stop in told if stop)


def read_ways(
    annotated: AnnotatedDocument, events: Sequence[Event], vocabulary: Vocabulary
) -> tuple[Way, ...]:
    """The ways of drugs that the sentences of a document tell; once a document, in the build.

    Args:
        events: that were read in it, in their order; a way belongs to the last that begins
            before it.
    """
    reading = Reading(annotated)
    redactor = Redactor([m for m in annotated.mentions if is_private(m)])
    ways: list[Way] = []
    for start, end in reading.sentences(0, len(reading.text.text)):
        event = _event_at(events, start)
        drafts = [
            draft
            for draft in _drafts(reading, start, end, vocabulary)
            if _is_of_drugs(reading, start, end, draft, event)
        ]
        for number, draft in enumerate(drafts):
            way = _way(reading, start, end, draft, event, number)
            if len(drafts) > 1 and len(way.substances) > 1:
                way = replace(way, substances=())  # Which went which way is not told.
            ways.append(replace(way, span=redactor.span(way.span)))
    return tuple(ways)


def _event_at(events: Sequence[Event], offset: int) -> Event | None:
    before = [event for event in events if event.spans and event.spans[0].start <= offset]
    return before[-1] if before else next(iter(events), None)


def _is_of_drugs(
    reading: Reading, start: int, end: int, draft: _Draft, event: Event | None
) -> bool:
    words = reading.words(start, end)
    about = event is not None and event.about_drugs
    named = bool(reading.mentions(start, end, "substance")) or is_on_drugs(words)
    return (about or named) and is_moving(words, draft.start, draft.end)


def _drafts(reading: Reading, start: int, end: int, vocabulary: Vocabulary) -> list[_Draft]:
    """What one sentence tells, whether of drugs or not."""
    if len(reading.mentions(start, end, "place")) < 2:
        return []
    words = reading.words(start, end)
    named = _named(reading, start, end, vocabulary)
    chains = list(_chains(named, words))
    told = [place for place in named if not any(c.start <= place.start < c.end for c in chains)]
    drafts = [d for d in (*chains, *_assembled(_groups(told, words), words)) if _is_way(d)]
    if pairs_off(words):
        return [draft for draft in drafts if all(len(stop) == 1 for stop in draft.stops())]
    return drafts


def _named(reading: Reading, start: int, end: int, vocabulary: Vocabulary) -> list[_Named]:
    """The places of a sentence with their parts."""
    words, base = reading.words(start, end), reading.read_at(start)
    parsed = reading.parsed_sentences(start, end)
    language = parsed[0].language if parsed else None
    persons = [
        reading.read_at(mention.span.end) - base
        for mention in reading.mentions(start, end, "person")
    ]
    named = []
    for mention in reading.mentions(start, end, "place"):
        if mention.code is None:
            continue
        first = reading.read_at(mention.span.start) - base
        last = reading.read_at(mention.span.end) - base
        place = vocabulary.place(mention.code)
        direction, is_sure = direction_of(
            place, words[first:last], words[:first], words[last:], language
        )
        if any(is_home_of(words[end:first]) for end in persons if end < first):
            direction = None
        named.append(_Named(place, first, last, direction, is_sure))
    return named


def _chains(named: Sequence[_Named], words: str) -> Iterator[_Draft]:
    """``the route Osh – Kordai – Almaty``: places with dashes or arrows between, called a route."""
    at = 0
    while at < len(named):
        stop = at + 1
        while stop < len(named) and _gap(named[stop - 1], named[stop], words) == "chain":
            stop += 1
        run = named[at:stop]
        if len(run) > 1 and names_route(words[: run[0].start], words[run[-1].end :]):
            first, *middle, last = _stops(run)
            yield _Draft(first, middle, [], last, run[0].start, run[-1].end)
        at = stop


def _stops(named: Sequence[_Named]) -> tuple[tuple[Place, ...], ...]:
    return tuple((one.place,) for one in named)


def _gap(one: _Named, other: _Named, words: str) -> str | None:
    return joins(words[one.end : other.start], words[other.end :])


def _groups(named: Sequence[_Named], words: str) -> list[_Group]:
    """Neighbours with one part put together; what no word gives a part is left out."""
    kept = _without_whereabouts(_with_inherited(named, words), words)
    groups: list[_Group] = []
    for one in kept:
        last = groups[-1] if groups else None
        gap = words[last.end : one.start] if last else ""
        if one.direction is None:
            continue
        how = None
        if last and one.direction is last.direction:
            how = joins(gap, words[one.end :])
        if how == "chain" and one.direction is not Direction.THROUGH:
            how = None
        if last is None or how is None or leads_on(gap):
            groups.append(
                _Group(one.direction, _stops([one]), False, one.start, one.end, one.is_sure)
            )
            continue
        # One load goes to one of the ends, or to one of the alternatives on the way.
        either = how == "or" or (how == "and" and one.direction is not Direction.THROUGH)
        stops = (
            (*last.stops[:-1], (*last.stops[-1], one.place))
            if either
            else (*last.stops, (one.place,))
        )
        is_list = last.is_list or (how == "and" and not either)
        groups[-1] = replace(last, stops=stops, is_list=is_list, end=one.end)
    return groups


def _with_inherited(named: Sequence[_Named], words: str) -> list[_Named]:
    """Places without a part of their own take that of the place they are joined to."""
    found = list(named)
    for before, after in pairwise(range(len(found))):
        one, other = found[before], found[after]
        how = _gap(one, other, words)
        if how == "chain" and one.direction is not Direction.THROUGH:
            continue
        if other.direction is None and one.direction and how:
            found[after] = replace(other, direction=one.direction, is_sure=one.is_sure)
    # In Kazakh the ending stands at the last of a list.
    for before, after in reversed(list(pairwise(range(len(found))))):
        one, other = found[before], found[after]
        if one.direction is None and other.direction and _gap(one, other, words) in ("and", "or"):
            found[before] = replace(one, direction=other.direction, is_sure=other.is_sure)
    return found


def _without_whereabouts(named: Sequence[_Named], words: str) -> list[_Named]:
    """Without the country or region that only says where the place beside it lies."""
    kept: list[_Named] = []
    for one in named:
        last = kept[-1] if kept else None
        if last and holds(one.place, last.place) and may_be_inside(words[last.end : one.start]):
            kept[-1] = replace(last, end=one.end)
        elif last and holds(last.place, one.place) and may_be_inside(words[last.end : one.start]):
            kept[-1] = replace(one, direction=one.direction or last.direction, start=last.start)
        else:
            kept.append(one)
    return kept


def holds(large: Place, small: Place) -> bool:
    """Whether a country or region holds a place by the vocabulary."""
    if large.code == small.code:
        return False
    if large.kind == "country":
        return small.country == large.code
    return large.kind == "region" and small.region == large.code and small.kind != "region"


def _assembled(groups: Sequence[_Group], words: str) -> Iterator[_Draft]:
    """Ways of a sentence's groups, in the order of its words."""
    draft = _Draft()
    for group in groups:
        gap = words[draft.end : group.start] if not draft.is_empty() else ""
        if not draft.is_empty() and (breaks_off(gap) or not _takes(draft, group, gap)):
            yield draft
            draft = _Draft()
        if draft.is_empty():
            draft.start = group.start
        if group.is_sure or (draft.origin and not is_stopped(words[draft.start : group.start])):
            _put(draft, group, leads_on(gap))
            draft.end = group.end
    if not draft.is_empty():
        yield draft


def _takes(draft: _Draft, group: _Group, gap: str) -> bool:
    """Whether a group goes on with the way begun; a second beginning or end is another way."""
    if group.direction is Direction.FROM:
        return not draft.origin
    if not draft.origin and draft.stops() and not leads_on(gap) and ("," in gap or len(gap) > 60):
        # Without a beginning only words of one clause belong together.
        return False
    return group.direction is Direction.THROUGH or not draft.destination or leads_on(gap)


def _put(draft: _Draft, group: _Group, onward: bool) -> None:
    if group.direction is Direction.FROM:
        draft.origin = group.stops[0]
        return
    if onward and draft.destination:
        draft.middle.append(draft.destination)
        draft.destination = ()
    if group.direction is Direction.TO:
        draft.destination = group.stops[-1]
        draft.middle += group.stops[:-1]
    elif group.is_list or (draft.middle and not onward) or draft.loose:
        # Passed through, but nobody says in which order.
        passed = (*group.stops, *([] if onward else draft.middle))
        draft.loose += [place for stop in passed for place in stop]
        draft.middle = draft.middle if onward else []
    else:
        draft.middle += group.stops


def _is_way(draft: _Draft) -> bool:
    """Whether it leads somewhere else: two places at least, none inside another or twice."""
    stops = [*draft.stops(), *((place,) for place in draft.loose)]
    places = [place for stop in stops for place in stop]
    if len(stops) < 2 or len({place.code for place in places}) < len(places):
        return False
    ends = [place for stop in (draft.origin, draft.destination) for place in stop]
    inner = [place for stop in draft.middle for place in stop] + draft.loose
    if any(holds(one, other) for group in (ends, inner) for one in group for other in group):
        return False
    return bool(ends) or len(inner) > 1


def _way(
    reading: Reading, start: int, end: int, draft: _Draft, event: Event | None, number: int
) -> Way:
    span = make_span(reading.text, start, end)
    substances = tuple(
        dict.fromkeys(m.code for m in reading.mentions(start, end, "substance") if m.code)
    )
    date, basis = _date(reading, start, end, event)
    document = reading.annotated.document
    tests = (bool(draft.origin), bool(draft.destination), not draft.loose, bool(substances),
             basis == "stated")  # fmt: skip
    return Way(
        id=identify("way", span.id, number),
        document=document.id,
        event=event.id if event else None,
        stops=tuple(tuple(place.code for place in stop) for stop in draft.stops()),
        unordered=tuple(place.code for place in draft.loose),
        substances=substances,
        date=date,
        date_basis=basis,
        span=span,
        confidence=round(sum(tests) / len(tests), 2),
        marking=document.marking,
        reader=READER,
    )


def _date(
    reading: Reading, start: int, end: int, event: Event | None
) -> tuple[str | None, str | None]:
    """The only date of the sentence, else that of the event, else of publication."""
    stated = {m.code for m in reading.mentions(start, end, "date") if m.code}
    if len(stated) == 1:
        return stated.pop(), "stated"
    if event is not None and event.date_start:
        return event.date_start, "event"
    document = reading.annotated.document
    published = document.published or reading.text.published or (event.published if event else None)
    return published, "published" if published else None
