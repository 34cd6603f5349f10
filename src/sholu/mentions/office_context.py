"""What stands around a name says of its bearer's office: the names in one row with it, and the
heading of the text, which often tells by a title alone who is held or tried."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence

from sholu.mentions.office_phrases import NamePlace, is_active, is_held
from sholu.mentions.office_words import word_kinds
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.words import Word, split_words

_TOLD_OF_ROW = frozenset((
    "limit:held", "later:held", "later:ACT", "later:term", "gets_term", "alleged", "case_of",
    "title_held",
))  # fmt: skip
"""What is told of one in a row is mostly told of all."""
_HOLDS_ROW = frozenset(("limit:held", "title_held", "alleged", "later:term", "gets_term"))
_OF_MATES = frozenset(("aged", *(f"beside:{k}" for k in ("somebody", "kin", "business", "former"))))
"""``the captain and his nephew``: who stands beside such people seldom acts for an authority."""
_JOINTS = frozenset((",", "and", "и", "а", "также", "мен", "пен", "бен", "және"))
_NO_ROW = frozenset((
    *";:.()“”\"–—", "that", "is", "are", "was", "were", "has", "have", "что", "деп",
))  # fmt: skip
_LONGEST_BETWEEN = 25
_STEM = 5
"""Letters by which a title in the heading is known again beside a name."""


def mark_rows(
    places: Mapping[int, NamePlace], told: MutableMapping[int, set[str]], titled: Sequence[int]
) -> None:
    """Add to the features of names (``told``, by where they begin) those of their rows.

    Args:
        titled: the names with a title beside them.
    """
    for row in rows_of(places):
        of_row = set[str]().union(*(told[start] for start in row))
        mates = {
            start: {name for other in row if other != start for name in told[other]}
            for start in row
        }
        for start in row:
            told[start] |= {f"row:{name}" for name in of_row & _TOLD_OF_ROW}
            told[start] |= {f"mate:{name}" for name in mates[start] & _OF_MATES}
            if start in titled and of_row & _HOLDS_ROW:
                told[start].add("row:titled_and_held")


def rows_of(places: Mapping[int, NamePlace]) -> list[list[int]]:
    """Where the names begin that stand in rows of two and more: nothing but signs, ``and`` and
    their own phrases between them."""
    rows: list[list[int]] = []
    for start, place in places.items():
        if rows and _goes_on(places[rows[-1][-1]], place):
            rows[-1].append(start)
        else:
            rows.append([start])
    return [row for row in rows if len(row) > 1]


def _goes_on(left: NamePlace, right: NamePlace) -> bool:
    if left.sentence is not right.sentence:
        return False
    between = left.sentence.words[left.stop : right.first]
    joined = any(word.folded in _JOINTS for word in between)
    return joined and len(between) < _LONGEST_BETWEEN and not any(map(_ends_row, between))


def _ends_row(word: Word) -> bool:
    if word.folded in _NO_ROW or is_active(word):
        return True
    cues = cues_of(word.folded)
    tells = bool(cues & Cue.SPEAKING) or is_held(word, before=True)
    return tells and not cues & Cue.TITLE


def held_in_heading(text: str) -> frozenset[str]:
    """The stems of the titles in a heading (the first line) that tells of an arrest or a trial."""
    words = split_words(text, 0, max(0, text.find("\n")))
    if not any(is_held(word, before=True) or "tried" in word_kinds(word) for word in words):
        return frozenset()
    return frozenset(word.folded[:_STEM] for word in words if _may_be_held(word))


def _may_be_held(word: Word) -> bool:
    """A title, but of a court: its people stand in headings because they decide."""
    return Cue.TITLE in cues_of(word.folded) and not word_kinds(word) & {"judge", "tries"}


def is_in_heading(place: NamePlace, held: frozenset[str]) -> bool:
    """Whether a title beside a name is one of those held in the heading."""
    titles = (word for word in place.before if Cue.TITLE in cues_of(word.folded))
    return any(word.folded[:_STEM] in held for word in titles)
