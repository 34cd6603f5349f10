"""People named by letters only: ``С. ранее судим``, ``К-ва``, ``Гульмира С-ва``"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sholu.mentions.name_runs import is_initial
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

_SHORTENED = re.compile(
    r"(?<![\w-])(?![ГгДдЖж]-(?:н|жа|р|д)\w{0,3}\b)"
    r"(?:[А-ЯЁӘІҢҒҮҰҚӨҺ]-[а-яёәіңғүұқөһ]{1,5}|[A-Z]-(?:v|va|ov|ova|ev|eva|in|ina|ko|iy|sky))"
    r"(?![\w-])"
)
"""A surname of which the first and the last letters stand, or a letter with a Kazakh ending; no
``г-н``, ``г-жа``, ``д-р``."""
_PLACE_AFTER = re.compile(r"\s(?:район|област|улиц|сел[оае]|аудан|облыс)")

_Found = Mapping[int, tuple[int, Sentence]]


def find_initials(
    text: str, sentences: Sequence[Sentence], found: _Found
) -> dict[int, tuple[int, Sentence]]:
    """Stretches that name somebody by letters, those found before left out.

    A name found before that a shortened surname follows is found again with it.
    """
    taken = sorted((start, end) for start, (end, _) in found.items())
    ends = {end: start for start, end in taken}
    known = _letters_of(text, taken)
    named: dict[int, tuple[int, Sentence]] = {}
    for sentence in sentences:
        for start, end in _in_sentence(text, sentence, known):
            if not _touches(taken, start, end):
                before = ends.get(start - 1) if text[start - 1 : start] == " " else None
                named[start if before is None else before] = end, sentence
    return named


def _letters_of(text: str, taken: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The letters that stood for somebody before: ``осуждённый Т.``, ``Айдос Б.``"""
    last = [re.search(r"(?<!\w)([^\W\d_])\.?$", text[start:end]) for start, end in taken]
    return frozenset(match[1] for match in last if match)


def _in_sentence(text: str, sentence: Sentence, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    for match in _SHORTENED.finditer(text, sentence.start, sentence.end):
        if not _PLACE_AFTER.match(text, match.end()):
            yield match.span()
    words = sentence.words
    for place in range(len(words)):
        if is_initial(words, place) and _stands_alone(words, place, known):
            yield words[place].start, words[place + 1].end


def _stands_alone(words: Sequence[Word], place: int, known: frozenset[str]) -> bool:
    """An initial that no other initial and no capital follows, and no word like class before it."""
    before = words[place - 1] if place else None
    after = words[place + 2] if place + 2 < len(words) else None
    if after is not None and (after.text[0].isupper() or _goes_on_without_space(words, place)):
        return False
    if before is not None and (before.text == "." or before.kind == "number"):
        return False
    if before is not None and cues_of(before.folded) & (Cue.LETTER | Cue.THING | Cue.ORGANISATION):
        return False
    goes_on = after is not None and (after.text[0].islower() or after.text in _GOES_ON)
    return goes_on or words[place].text in known


def _goes_on_without_space(words: Sequence[Word], place: int) -> bool:
    """``И.о. начальника``: a letter that stands at the full stop is of an abbreviation."""
    after = words[place + 2]
    return after.start == words[place + 1].end and after.text.islower()


_GOES_ON = frozenset((",", ":", "–", "—"))
"""After an initial a sentence goes on with these; a list sorted by letters has ``)`` there."""


def _touches(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch overlaps one of these, which are in order."""
    place = bisect_right(taken, (start, end))
    near = taken[max(0, place - 1) : place + 1]
    return any(first < end and start < stop for first, stop in near)
