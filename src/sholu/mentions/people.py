"""Find people, recall first, and say who of them speaks or acts for an agency."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import airlock_pii

from sholu.mentions.initials import find_initials
from sholu.mentions.known_words import is_listed_name, is_ordinary_word
from sholu.mentions.learnt_names import learnt_names, small_words
from sholu.mentions.name_edges import with_given, with_honorific, with_particles
from sholu.mentions.name_evidence import find_names
from sholu.mentions.name_pieces import is_opener
from sholu.mentions.name_runs import (
    is_initial,
    is_part,
    looks_like_surname,
)
from sholu.mentions.names_further import LIST_ROUNDS, listed_names, named_again
from sholu.mentions.nicknames import find_nicknames, merged
from sholu.mentions.offices import find_officials
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.place_words import is_of_place
from sholu.mentions.pseudonyms import pseudonym
from sholu.mentions.public_persons import is_public, remembered_names
from sholu.mentions.redaction import redact, redact_span
from sholu.mentions.same_name import name_owners, stems_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.stretches import Stretches
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
            _without_possessive(text, start, people[start][0]),
            pseudonym(owners[start], key),
            "official" if owners[start] in officials else "private",
        )
        for start in sorted(people)
    )


def _without_possessive(text: str, start: int, end: int) -> int:
    """Where a name ends whose bearer's brother or house is told of: ``Karim Seitov|'s brother``."""
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end


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
    in_small = small_words(sentences)
    found: dict[int, tuple[int, Sentence]] = {}
    for sentence in sentences:
        for start, end in small_letter_names(sentence):
            if not known.touch(start, end):
                found[start] = (end, sentence)
        if not any(letter.isupper() for letter in text[sentence.start : sentence.end]):
            continue
        learnt = learnt_names(sentence, taken.touch, known.touch, in_small)
        for start, end in _names_in(text, sentence, known, learnt):
            if not taken.touch(start, end):
                begin = with_particles(sentence, with_given(sentence, start))
                found[begin] = (end, sentence)
    found = merged(found, find_nicknames(text, sentences, found))
    found |= find_initials(text, sentences, found)
    found |= named_again(text, sentences, found, taken, known)
    remembered = remembered_names(text, found)
    animals = animal_names(sentences)
    return {
        start: (with_honorific(found[start][1], found[start][0]), found[start][1])
        for start in found
        if start not in remembered
        and animals.isdisjoint(stems_of(fold(text[start : found[start][0]])))
        and not is_public(text, start, found[start])
    }


def _names_in(
    text: str, sentence: Sentence, known: Stretches, learnt: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The names of a sentence by their words, by the detector and by the learnt reader; those that
    overlap made one."""
    things = Stretches(quoted_things(text, sentence))
    named = list(find_names(text, sentence, known.touch))
    for stretch in (*_detected(text, sentence), *learnt):
        for one in _without_things(text, sentence, known, stretch):
            if not _is_told(text, one, named):
                named.append(one)
    found = [(start, end) for start, end in named if not things.touch(start, end)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    for _ in range(LIST_ROUNDS if joined else 0):
        more = listed_names(text, sentence, joined, known)
        if not more:
            break
        joined += more
    return joined


def _is_told(text: str, stretch: tuple[int, int], named: Sequence[tuple[int, int]]) -> bool:
    """Whether names found fill a stretch: two persons side by side are not made one again."""
    place, stop = stretch
    for start, end in sorted(named):
        if start <= place or not text[place:start].strip():
            place = max(place, end)
    return place >= stop


def _detected(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What airlock-pii finds: it knows first names."""
    stretch = text[sentence.start : sentence.end]
    for entity in airlock_pii.detect(stretch, types=[airlock_pii.EntityType.PERSON]):
        yield sentence.start + entity.start, sentence.start + entity.end


def _without_things(
    text: str, sentence: Sentence, known: Stretches, stretch: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The words of a stretch found that may be a name: whole words, without openers and things."""
    words = sentence.words
    first = bisect_left(words, stretch[0], key=lambda word: word.start)
    stop = bisect_left(words, stretch[1], key=lambda word: word.start)
    while first < stop and not is_part(words[first]) and not is_initial(words, first):
        first += 1
    if is_opener(words, first, stop):
        first += 1
    while first < stop and not (is_part(words[stop - 1]) or words[stop - 1].text == "."):
        stop -= 1
    if first == stop or _is_no_person(sentence, first, stop):
        return
    names = [word for word in words[first:stop] if is_part(word)]
    if names and _is_only_things(names, known):
        return
    if not _is_quoted(text, words, first, stop):
        yield words[first].start, words[stop - 1].end


def _is_no_person(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether words, or those beside them, are a place's or a thing's."""
    words = sentence.words
    return (
        is_thing_beside(words, first, stop)
        or is_listed_after_places(words, first)
        or any(cues_of(word.folded) & _NO_PERSON for word in words[first:stop])
        or (_is_single(words, first, stop) and is_of_place(words, first, stop))
        or _is_word_that_opens(sentence, first, stop)
    )


def _is_word_that_opens(sentence: Sentence, first: int, stop: int) -> bool:
    """``«Улану кезінде …»``, ``Осмотров стало больше``: a word where a capital is due, though it
    could be a name's case; of Russian names that open a sentence the lists have most."""
    words = sentence.words
    opens = not first or (words[first - 1].kind == "sign" and words[first - 1].text != ",")
    if stop - first > 1 or not opens or is_listed_name(words[first].text):
        return False
    if sentence.language == "ru":
        return True
    return sentence.language == "kk" and is_ordinary_word(words[first].folded)


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
