"""What speaks for a date of an item being the event's, each feature with a name that can be read.

Most predicates were rules once (a reminder, a court's order, a day only of the report); as features
each says as much as was learnt. Beside them stand where the date is, how long and how old, the verb
of its clause, and the words around it, cut to their beginnings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sholu.events import date_cues as cues
from sholu.events import date_roles as roles
from sholu.events.date_aftermath import is_of_aftermath
from sholu.events.date_background import is_of_past_before, is_of_reminder
from sholu.events.date_candidates import Candidate, Stretch, When, day_of_publication
from sholu.events.date_clauses import (
    deciding_verb,
    is_of_arrest,
    is_of_case,
    is_of_judgment,
    is_of_main_verb,
    is_of_report,
)
from sholu.events.date_remand import is_of_remand, remand_is_news
from sholu.events.item import Reading, ToldItem

STEM = 6
"""Letters of a word that are looked at: endings say nothing of when."""

SHORTEST = 4
"""Letters of the shortest word that is; beside the date any word counts."""

BESIDE = 3
"""Words before and after a date that are features by their place."""

NO_KIND = "none"
_GROUPS = {
    "court": "court",
    "legislation": "law",
    NO_KIND: "statistics",
    **dict.fromkeys(("seizure", "arrest", "laboratory", "operation", "death"), "deed"),
}
_AGES = ((0, "0"), (1, "1"), (3, "3"), (7, "7"), (14, "14"), (31, "31"), (92, "92"), (200, "200"))
_LENGTHS = ((0, "day"), (1, "two"), (8, "week"), (31, "month"), (120, "quarter"), (363, "months"))

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[«\"“][^«»\"”]{0,400}$")


@dataclass(frozen=True)
class Dated:
    """A date and where it stands.

    Attributes:
        stretch: the title or paragraph that holds it.
        part: the name of that: title, p0, p1, p2, p3.
        is_loose: nothing beside it was asked to make it a date of an event or a count.
    """

    found: Candidate
    stretch: Stretch
    part: str
    is_loose: bool

    @property
    def size(self) -> str:
        """How long it is, and whether it is one of statistics or loose."""
        length = length_of(self.found.when)
        return f"loose_{length}" if self.is_loose else "counts" if self.found.counts else length


@dataclass(frozen=True)
class Told:
    """An item's dates in their order, and what is said of the item as a whole.

    Attributes:
        kind: the event's; `NO_KIND` for statistics.
    """

    item: ToldItem
    reading: Reading
    kind: str
    dates: Sequence[Dated]

    @property
    def group(self) -> str:
        """Kinds whose days are told alike: deeds, courts, laws, statistics, gatherings."""
        return _GROUPS.get(self.kind, "gathering")

    @cached_property
    def published(self) -> date | None:
        """The day of publication."""
        return day_of_publication(self.item)

    @cached_property
    def past_days(self) -> list[date]:
        """The single days that were over."""
        days = (one.found.when for one in self.dates if one.found.when.is_day)
        return [d.last_day() for d in days if not self.published or d.last_day() <= self.published]

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The beginnings of the title's words."""
        return _stems(self.reading.spelled(self.item.title))

    @cached_property
    def first_likely(self) -> Candidate | None:
        """The first date of no other matter, which most reports give as the event's."""
        return next(
            (one.found for one in self.dates if not one.found.counts and _is_likely(one, self)),
            None,
        )


def is_never_the_events(one: Dated, told: Told) -> bool:
    """Whether a date is that of a reminder, of a step that followed, of a case or of a deed judged.

    None of some hundred such dates of the examples is the event's. Of what was done, and of a
    gathering, the day of a law or a birth and a period compared with are not either; of what was
    done neither is that of the report.
    """
    found, reading, stretch = one.found, told.reading, one.stretch
    kind = None if told.kind == NO_KIND else told.kind
    if (
        is_of_reminder(found, reading, stretch)
        or is_of_aftermath(found, told.item, reading, stretch)
        or is_of_case(found, reading, stretch)
        or roles.is_of_justice(found, told.item, reading, stretch, kind)
    ):
        return True
    before, after = roles.around(found, reading, stretch)
    if roles.was_in_force(before, after):
        return True
    is_other = roles.is_of_other_matter(before, after) or (
        found.counts and roles.is_compared(before, after)
    )
    is_told = is_of_report(found, reading, stretch) or cues.AS_OF.search(before) is not None
    return (told.group in ("deed", "gathering") and is_other) or (told.group == "deed" and is_told)


def _is_likely(one: Dated, told: Told) -> bool:
    kind = None if told.kind == NO_KIND else told.kind
    return roles.is_of_event(one.found, told.item, told.reading, one.stretch, kind)


def length_of(when: When) -> str:
    """``day``, ``week`` … ``year``; only of one that has dates."""
    days = (when.last_day() - when.first_day()).days
    return next((name for most, name in _LENGTHS if days <= most), "year")


def find_features(one: Dated, told: Told) -> dict[str, float]:
    """The features of a date of an item."""
    names = [
        *_of_place(one, told),
        *_of_age(one, told),
        *_of_matter(one, told),
        *_of_words(one, told),
    ]
    features = dict.fromkeys(names, 1.0)
    sentence = _stems(roles.sentence_of(one.found, told.reading, one.stretch))
    if told.title_stems and one.part != "title":
        features["like_title"] = len(sentence & told.title_stems) / len(told.title_stems)
    return features


def _of_place(one: Dated, told: Told) -> list[str]:
    found, size, group = one.found, one.size, told.group
    low, _ = told.reading.sentence_at(found.start, *one.stretch)
    where = one.part if one.part == "title" or low == one.stretch[0] else f"{one.part}_later"
    names = [
        f"in:{where}",
        f"size:{size}",
        f"size:{length_of(found.when)}:{found.counts}",
        f"basis:{found.when.basis}:{size}",
        f"{group}:{size}",
        f"{group}:{where}:{size}",
        f"kind:{told.kind}:{size}",
    ]
    days = [other.found for other in told.dates if other.found.when.is_day]
    if found is told.dates[0].found:
        names.append("first")
    if days and found is days[0]:
        names.append("first_day")
    if found is told.first_likely:
        names += ["first_likely", f"first_likely:{group}"]
    if any(other is not found and other.when == found.when for other in days):
        names.append("again")
    return names


def _of_age(one: Dated, told: Told) -> list[str]:
    when, size = one.found.when, one.size
    names = []
    if told.published:
        days = (told.published - when.last_day()).days
        age = next((name for most, name in _AGES if days <= most), "old") if days >= 0 else "ahead"
        names += [f"age:{age}", f"age:{age}:{size}", f"age:{age}:{told.kind}"]
    if when.is_day and told.past_days:
        names += ["latest"] if when.last_day() == max(told.past_days) else []
        names += ["earliest"] if when.last_day() == min(told.past_days) else []
    return names


def _of_matter(one: Dated, told: Told) -> list[str]:
    found, item, reading, stretch = one.found, told.item, told.reading, one.stretch
    kind = None if told.kind == NO_KIND else told.kind
    before, after = roles.around(found, reading, stretch)
    holds = {
        "other_matter": roles.is_of_other_matter(before, after),
        "as_of": cues.AS_OF.search(before) is not None,
        "dateline": roles.heads_report(found, reading, stretch),
        "vague_today": roles.is_vague_today(found, item, reading, stretch),
        "background": roles.is_background(before, after),
        "state": roles.is_of_state(before, after),
        "event": roles.is_of_event(found, item, reading, stretch, kind),
        "report": is_of_report(found, reading, stretch),
        "judgment": is_of_judgment(found, reading, stretch),
        "arrest": is_of_arrest(found, reading, stretch),
        "remand": is_of_remand(found, reading, stretch),
        "main_verb": is_of_main_verb(found, reading, stretch, told.kind),
        "past_before": is_of_past_before(found, reading, stretch),
        "ahead": cues.AHEAD.search(roles.sentence_of(found, reading, stretch)) is not None,
        "in_force": any(cues.COMES_IN_FORCE.search(part) for part in (before, after)),
        "dated_order": cues.DATED_ORDER.search(before) is not None,
        "quoted": _QUOTED.search(reading.words(stretch[0], found.start)) is not None,
    }
    names = [
        name
        for matter, is_so in holds.items()
        if is_so
        for name in (matter, f"{matter}:{told.group}", f"{matter}:{one.size}")
    ]
    if holds["remand"] and remand_is_news(item, reading):
        names.append("remand_is_news")
    return names


def _of_words(one: Dated, told: Told) -> list[str]:
    found, reading = one.found, told.reading
    low, high = reading.sentence_at(found.start, *one.stretch)
    before = _words(reading.words(low, found.start))[::-1][:BESIDE]
    after = _words(reading.words(found.end, high))[:BESIDE]
    verb = deciding_verb(found, reading, one.stretch)
    return [
        f"verb:{verb[:STEM]}" if verb else "no_verb",
        *(["opens"] if not before else []),
        *(["closes"] if not after else []),
        *(f"before{place}:{word[:STEM]}" for place, word in enumerate(before)),
        *(f"after{place}:{word[:STEM]}" for place, word in enumerate(after)),
    ]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _words(text) if len(word) >= SHORTEST)
