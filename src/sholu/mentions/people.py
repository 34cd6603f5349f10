"""Find people, recall first, and say who of them speaks or acts for an agency."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import airlock_pii

from sholu.mentions.initials import find_initials
from sholu.mentions.known_words import is_given_name
from sholu.mentions.name_edges import with_given, with_honorific, with_particles
from sholu.mentions.name_evidence import find_names
from sholu.mentions.name_pieces import is_opener
from sholu.mentions.name_runs import (
    is_initial,
    is_part,
    is_patronymic,
    is_plainly_surname,
    looks_like_surname,
)
from sholu.mentions.nicknames import find_nicknames, merged
from sholu.mentions.offices import find_officials
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.place_words import is_of_place
from sholu.mentions.pseudonyms import pseudonym
from sholu.mentions.public_persons import is_public, remembered_names
from sholu.mentions.redaction import redact, redact_span
from sholu.mentions.same_name import name_owners, stems_of, word_stems
from sholu.mentions.sentences import Sentence
from sholu.mentions.thing_names import animal_names, is_thing_beside, quoted_things
from sholu.mentions.unknown_names import (
    is_listed_after_places,
    small_letter_names,
)
from sholu.mentions.words import Word, fold

__all__ = ["PersonReading", "find_people", "redact", "redact_span"]

_QUOTES = '"“”„«»‘’'


@dataclass(frozen=True)
class PersonReading:
    """A person named.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        code: ``person-`` and ten characters, keyed; the same name has the same code.
        role: ``official`` or ``private``.
    """

    start: int
    end: int
    code: str
    role: str


Found = Mapping[int, tuple[int, Sentence]]


class Stretches:
    """Stretches in order, none overlapping, for asking what they touch."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)

    def touch(self, start: int, end: int) -> bool:
        place = bisect_left(self._stretches, (start,))
        near = self._stretches[max(0, place - 1) : place + 2]
        return any(first < end and start < stop for first, stop in near)


def find_people(
    text: str,
    sentences: Sequence[Sentence],
    agencies: Sequence[tuple[int, int]],
    things: Sequence[tuple[int, int]],
    key: bytes,
) -> tuple[PersonReading, ...]:
    """All people named, in order, none overlapping.

    Args:
        agencies: stretches (start, end) that name agencies; no person's name overlaps.
        things: stretches that name places and substances; alone they are no person's name, beside
            a surname they may be.
        key: the observatory's key for pseudonyms.
    """
    people = find_named(text, sentences, agencies, things)
    owners = owners_of(text, people)
    officials = find_officials(text, people, owners, Stretches(agencies).touch)
    return tuple(
        PersonReading(
            start,
            people[start][0],
            pseudonym(owners[start], key),
            "official" if owners[start] in officials else "private",
        )
        for start in sorted(people)
    )


def owners_of(text: str, people: Found) -> dict[int, str]:
    """By where each name begins the fullest name of its person: a surname alone is its person's."""
    starts = sorted(people)
    names = name_owners([text[start : people[start][0]] for start in starts])
    return dict(zip(starts, names, strict=True))


def find_named(
    text: str,
    sentences: Sequence[Sentence],
    agencies: Sequence[tuple[int, int]],
    things: Sequence[tuple[int, int]],
) -> dict[int, tuple[int, Sentence]]:
    """Where names of people begin, their ends and sentences; arguments as of `find_people`."""
    taken, known = Stretches(agencies), Stretches(things)
    found: dict[int, tuple[int, Sentence]] = {}
    for sentence in sentences:
        for start, end in small_letter_names(sentence):
            found[start] = (end, sentence)
        if not any(letter.isupper() for letter in text[sentence.start : sentence.end]):
            continue
        for start, end in _names_in(text, sentence, known):
            if not taken.touch(start, end):
                begin = with_particles(sentence, with_given(sentence, start))
                found[begin] = (end, sentence)
    found = merged(found, find_nicknames(text, sentences, found))
    found |= find_initials(text, sentences, found)
    found |= _named_again(text, sentences, found, taken, known)
    remembered = remembered_names(text, found)
    animals = animal_names(sentences)
    return {
        start: (with_honorific(found[start][1], found[start][0]), found[start][1])
        for start in found
        if start not in remembered
        and animals.isdisjoint(stems_of(fold(text[start : found[start][0]])))
        and not is_public(text, start, found[start])
    }


def _names_in(text: str, sentence: Sentence, known: Stretches) -> list[tuple[int, int]]:
    """The names of a sentence by their words and by the detector; those that overlap made one."""
    things = Stretches(quoted_things(text, sentence))
    named = [*find_names(text, sentence, known.touch), *_detected(text, sentence, known)]
    found = [(start, end) for start, end in named if not things.touch(start, end)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    for _ in range(_LIST_ROUNDS if joined else 0):
        more = _listed(text, sentence, joined, known)
        if not more:
            break
        joined += more
    return joined


def _detected(text: str, sentence: Sentence, known: Stretches) -> Iterator[tuple[int, int]]:
    """What airlock-pii finds (it knows first names), whole words, without openers and things."""
    stretch = text[sentence.start : sentence.end]
    words = sentence.words
    for entity in airlock_pii.detect(stretch, types=[airlock_pii.EntityType.PERSON]):
        begin, end = sentence.start + entity.start, sentence.start + entity.end
        first = bisect_left(words, begin, key=lambda word: word.start)
        stop = bisect_left(words, end, key=lambda word: word.start)
        while first < stop and not is_part(words[first]) and not is_initial(words, first):
            first += 1
        if is_opener(words, first, stop):
            first += 1
        while first < stop and not (is_part(words[stop - 1]) or words[stop - 1].text == "."):
            stop -= 1
        if first == stop or is_thing_beside(words, first, stop):
            continue
        if is_listed_after_places(words, first):
            continue
        if any(cues_of(word.folded) & _NO_PERSON for word in words[first:stop]):
            continue
        if _is_single(words, first, stop) and is_of_place(words, first, stop):
            continue
        names = [word for word in words[first:stop] if is_part(word)]
        if names and not _is_only_things(names, known) and not _is_quoted(text, words, first, stop):
            yield words[first].start, words[stop - 1].end


def _is_single(words: Sequence[Word], first: int, stop: int) -> bool:
    """One word, or one with hyphens: ``Шамсиддин-Шохинского района``."""
    return all(a.end == b.start for a, b in pairwise(words[first:stop]))


_NO_PERSON = Cue.ORGANISATION | Cue.THING | Cue.THING_AFTER


def _is_only_things(names: Sequence[Word], known: Stretches) -> bool:
    """Whether all words name places or substances; two in a row with a surname may be a person."""
    if not all(known.touch(name.start, name.end) for name in names):
        return False
    return len(names) == 1 or not any(looks_like_surname(name.folded) for name in names)


def _is_quoted(text: str, words: Sequence[Word], first: int, stop: int) -> bool:
    start, end = words[first].start, words[stop - 1].end
    return start > 0 and end < len(text) and text[start - 1] in _QUOTES and text[end] in _QUOTES


_LIST_ROUNDS = 3
"""A list is followed from its found names to both sides, once a round from the right."""

_LIST_SIGN = re.compile(
    r"\s?,\s|\s(?:и|and|мен|пен|бен|және|или|or|а\sтакже)\s|,\s(?:and|и|және)\s"
)


def _listed(
    text: str, sentence: Sentence, found: Sequence[tuple[int, int]], known: Stretches
) -> list[tuple[int, int]]:
    """Names joined to a found one by a comma or an "and": ``Хамит и Самат Байжановы``."""
    starts = {start for start, _ in found}
    ends = {end for _, end in found}
    words = sentence.words
    more: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not is_part(word) or not _is_free(word, found):
            continue
        if known.touch(word.start, word.end) and not _may_be_person(words, place):
            continue  # of Ахметов and Гурьев the second is no town
        if cues_of(word.folded) & NO_PART or is_thing_beside(words, place, place + 1):
            continue
        following = _LIST_SIGN.match(text, word.end)
        before = _LIST_SIGN.search(text[max(sentence.start, word.start - 10) : word.start])
        after_name = before is not None and word.start - len(before.group()) in ends
        before_name = following is not None and following.end() in starts and place > 0
        goes_on = before_name and words[place - 1].text[0].isupper()
        if (before_name or after_name) and not goes_on and _is_of_one_case(word):
            more.append((word.start, word.end))
            ends.add(word.end)
    return more


def _may_be_person(words: Sequence[Word], place: int) -> bool:
    """A surname, or a given name that a village has too: ``Ислам мен Темірлан``."""
    word = words[place]
    given = is_given_name(word.text) and not is_of_place(words, place, place + 1)
    return is_plainly_surname(word.folded) or given


def _may_be_surname(words: Sequence[Word], place: int) -> bool:
    """``Гафуров`` that a town is called, too, where nothing beside it tells of one."""
    return is_plainly_surname(words[place].folded) and not is_of_place(words, place, place + 1)


def _is_of_one_case(word: Word) -> bool:
    return word.text[1:].islower() and len(word.text) > 2


def _is_free(word: Word, found: Sequence[tuple[int, int]]) -> bool:
    return not any(start < word.end and word.start < end for start, end in found)


def _is_abbreviation(part: str) -> bool:
    return len(part) < 3 and part.isupper()


def _named_again(
    text: str,
    sentences: Sequence[Sentence],
    found: Found,
    taken: Stretches,
    known: Stretches,
) -> dict[int, tuple[int, Sentence]]:
    """Other mentions of people found, by the surname or the first name alone."""
    stems = {
        stem
        for start, (end, _) in found.items()
        for part in re.findall(r"[^\W\d_]{2,}(?!\.)", text[start:end])
        if part[0].isupper() and not _is_abbreviation(part)
        if not cues_of(part.casefold()) & NO_PART
        for stem in word_stems(fold(part))
    }
    again: dict[int, tuple[int, Sentence]] = {}
    if not stems:
        return again
    named = Stretches([(start, end) for start, (end, _) in found.items()])
    for sentence in sentences:
        for place, word in enumerate(sentence.words):
            if word.kind != "word" or len(word.text) < 2 or not word.text[0].isupper():
                continue
            if stems.isdisjoint(word_stems(word.folded)) or cues_of(word.folded) & NO_PART:
                continue
            if any(on.touch(word.start, word.end) for on in (named, taken)):
                continue
            if known.touch(word.start, word.end) and not _may_be_surname(sentence.words, place):
                continue
            if is_patronymic(word.folded) or not is_thing_beside(sentence.words, place, place + 1):
                again[word.start] = (word.end, sentence)
    return again
