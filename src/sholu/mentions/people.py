"""Find people, and say who of them speaks or acts for an agency."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import airlock_pii

from sholu.mentions.pseudonyms import name_stem, pseudonym
from sholu.mentions.redaction import redact, redact_span
from sholu.mentions.sentences import Sentence
from sholu.mentions.title_words import TitleWords, title_words
from sholu.mentions.words import Word, fold

__all__ = ["PersonReading", "find_people", "name_candidates", "redact", "redact_span"]

_NAME = r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w’'-]+"
_INITIAL = r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]\."
_INITIALS = re.compile(
    rf"(?<!\w)(?:{_INITIAL}\s?){{1,2}}{_NAME}|(?<!\w){_NAME}\s{_INITIAL}(?:\s?{_INITIAL})?(?!\w)"
)
_LONE_INITIAL = re.compile(rf"(?:{_INITIAL}\s?){{1,3}}(?!\w)")
_REACH = 8
"""Words between a title and its name: "head of the department for … of the region" is as long."""
_AFTER = 5


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


def find_people(
    text: str, sentences: Sequence[Sentence], elsewhere: Sequence[tuple[int, int]], key: bytes
) -> tuple[PersonReading, ...]:
    """All people named, in order, none overlapping.

    Args:
        elsewhere: stretches (start, end) that name agencies, in order; no person's name overlaps.
        key: the observatory's key for pseudonyms.
    """
    found: dict[int, tuple[int, Sentence]] = {}
    for sentence in sentences:
        first = bisect_left(elsewhere, sentence.start, key=lambda stretch: stretch[0])
        stop = bisect_left(elsewhere, sentence.end, key=lambda stretch: stretch[0])
        taken = list(elsewhere[first:stop])
        for start, end in name_candidates(text, sentence):
            overlaps = any(start < after and begin < end for begin, after in taken)
            if not overlaps and not _is_organisation(text, sentence, start, end):
                found[start] = (end, sentence)
                taken.append((start, end))
    found |= _surnames_again(text, sentences, found)
    return _with_roles(text, found, key)


def name_candidates(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches that may be names: by the detector, by initials, by rank or speech before."""
    stretch = text[sentence.start : sentence.end]
    if not any(letter.isupper() for letter in stretch):
        return
    for entity in airlock_pii.detect(stretch, types=[airlock_pii.EntityType.PERSON]):
        opener = _OPENERS.match(stretch, entity.start, entity.end)
        first = opener.end() if opener else entity.start
        yield sentence.start + first, sentence.start + entity.end
    for match in _INITIALS.finditer(stretch):
        if not _begins_with_title(match.group(), sentence.language):
            yield sentence.start + match.start(), sentence.start + match.end()
    yield from _after_words(text, sentence)


# A capital at the beginning of a sentence makes no name of these.
_OPENERS = re.compile(
    r"(?:later|then|also|earlier|today|yesterday|meanwhile|however|позже|ранее|также|затем|вчера|сегодня|"
    r"кейін|бұрын|кеше|бүгін)\s+",
    re.IGNORECASE,
)


def _begins_with_title(name: str, language: str | None) -> bool:
    """``Осуждённый Т.`` is a word and an initial, no surname with one."""
    if language is None:
        return False
    first = fold(name.split()[0])
    lists = title_words(language)
    return bool(lists.private.fullmatch(first) or lists.titles.fullmatch(first))


def _after_words(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Names after a rank (Major John Smith), after speech (said John Smith), lone initials
    (осуждённый Т.)."""
    if sentence.language is None:
        return
    lists = title_words(sentence.language)
    words = sentence.words
    for place, word in enumerate(words[:-1]):
        if word.kind != "word":
            continue
        if lists.private.fullmatch(word.folded):
            lone = _LONE_INITIAL.match(text, words[place + 1].start, sentence.end)
            if lone is not None:
                yield lone.start(), lone.start() + len(lone.group().rstrip())
            for begin in (place + 1, place + 2):
                stretch = _capitalised(words, begin, lists)
                if len(stretch) >= 2 and _is_surname(stretch[-1]):
                    yield stretch[0].start, stretch[-1].end
        at_least = 1 if lists.ranks.fullmatch(word.folded) else 2
        if at_least == 1 or lists.speaking.fullmatch(word.folded):
            stretch = _capitalised(words, place + 1, lists)
            if (
                len(stretch) > at_least
                or (at_least == 1 and len(stretch) == 1 and _is_surname(stretch[0]))
                or len(stretch) == 2
            ):
                yield stretch[0].start, stretch[-1].end


_SURNAME = re.compile(
    r".+(?:ov|ev|in|ova|eva|ina|sky|skaya|uly|kyzy|enko|ов|ев|ин|ова|ева|ина|ский|ская|енко|ұлы|қызы)(?:а|ым|у|е|ой)?"
)


def _is_surname(word: Word) -> bool:
    """Whether a word ends as surnames of the region do; others need a first name before them."""
    return _SURNAME.fullmatch(word.folded) is not None


def _capitalised(words: Sequence[Word], first: int, lists: TitleWords) -> list[Word]:
    """Up to three capitalised words in a row that are no title and no organisation."""
    stretch: list[Word] = []
    for word in words[first : first + 3]:
        named = word.kind == "word" and word.text[0].isupper() and word.text[1:].islower()
        if (
            not named
            or lists.titles.fullmatch(word.folded)
            or lists.organisations.fullmatch(word.folded)
        ):
            break
        stretch.append(word)
    return stretch


def _is_organisation(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a word of or just after the name makes it a university, a street, an operation."""
    if sentence.language is None:
        return False
    lists = title_words(sentence.language)
    following = re.match(r"[\s,]?\s*([\w-]+)", text[end : min(end + 30, sentence.end)])
    inside = [fold(word) for word in re.findall(r"[\w-]+", text[start:end])]
    after = [fold(following.group(1))] if following and text[end : end + 1].isspace() else []
    quoted = text[start - 1 : start] in '“«"‘' and text[end : end + 1] in '”»"’' and start > 0
    return quoted or any(lists.organisations.fullmatch(word) for word in (*inside, *after))


_Found = Mapping[int, tuple[int, Sentence]]


def _surnames_again(
    text: str, sentences: Sequence[Sentence], found: _Found
) -> dict[int, tuple[int, Sentence]]:
    """Later mentions by the surname alone, of those whose first name the text gives."""
    surnames = {
        parts[-1]
        for start, (end, _) in found.items()
        if len(parts := re.findall(r"\w{3,}", text[start:end])) >= 2 and len(parts[-1]) >= 5
    }
    stems = {name_stem(surname) for surname in surnames}
    again: dict[int, tuple[int, Sentence]] = {}
    if not stems:
        return again
    taken = sorted((start, end) for start, (end, _) in found.items())
    for sentence in sentences:
        for word in sentence.words:
            if len(word.text) < 5 or not word.text[0].isupper() or word.kind != "word":
                continue
            if name_stem(word.text) not in stems:
                continue
            if not any(start <= word.start < end for start, end in taken):
                again[word.start] = (word.end, sentence)
    return again


def _with_roles(text: str, found: _Found, key: bytes) -> tuple[PersonReading, ...]:
    """One official mention makes the person official in the whole document; a surname its
    person's."""
    starts = sorted(found)
    codes = _codes(text, found, key)
    officials = set()
    for start in starts:
        end, sentence = found[start]
        if _is_official(sentence, start, end, found):
            officials.add(codes[start])
    return tuple(
        PersonReading(
            start,
            found[start][0],
            codes[start],
            "official" if codes[start] in officials else "private",
        )
        for start in starts
    )


def _codes(text: str, found: _Found, key: bytes) -> dict[int, str]:
    """A surname alone takes the code of the one full name in the document that ends so."""
    names = {start: text[start:end] for start, (end, _) in found.items()}
    full: dict[str, set[str]] = {}
    for name in names.values():
        parts = re.findall(r"\w{2,}", name)
        if len(parts) >= 2:
            full.setdefault(name_stem(parts[-1]), set()).add(pseudonym(name, key))
    by_first = _by_first_name(names.values(), key)
    codes: dict[int, str] = {}
    for start, name in names.items():
        if _PATRONYMIC.search(name):
            owners = by_first.get(name_stem(name.split()[0]), set())
        else:
            owners = full.get(name_stem(name), set()) if " " not in name else set()
        codes[start] = next(iter(owners)) if len(owners) == 1 else pseudonym(name, key)
    return codes


_PATRONYMIC = re.compile(
    r"^\w+\s\w+(?:vich|vna|вич|вна|вича|вны|ұлы|қызы|uly|kyzy)$", re.IGNORECASE
)
"""First name and patronymic, as one speaks of somebody already named in full."""


def _by_first_name(names: Iterable[str], key: bytes) -> dict[str, set[str]]:
    """The full names of a document by their parts, any of which may be the first name."""
    found: dict[str, set[str]] = {}
    for name in names:
        if not _PATRONYMIC.search(name):
            for part in re.findall(r"\w{3,}", name):
                found.setdefault(name_stem(part), set()).add(pseudonym(name, key))
    return found


def _is_official(sentence: Sentence, start: int, end: int, found: _Found) -> bool:
    if sentence.language is None:
        return False
    lists = title_words(sentence.language)
    words = sentence.words
    first = next((n for n, word in enumerate(words) if word.start >= start), len(words))
    stop = next((n for n, word in enumerate(words) if word.start >= end), len(words))
    before = _clause_before(words, first, found)
    if any(lists.private.fullmatch(word.folded) for word in before[-2:]):
        return False
    if any(lists.titles.fullmatch(word.folded) for word in before):
        return True
    set_off = stop < len(words) and words[stop].text in ",–—-("
    after = words[stop + 1 : stop + 1 + _AFTER] if set_off else ()
    return any(lists.titles.fullmatch(word.folded) for word in after)


def _clause_before(words: Sequence[Word], first: int, found: _Found) -> list[Word]:
    """The words before a name, back to another name, a semicolon or a quotation mark."""
    clause: list[Word] = []
    for word in reversed(words[max(0, first - _REACH) : first]):
        if word.text in ";:" or word.start in found:
            break
        clause.insert(0, word)
    return clause
