"""What a learnt reader of names knows of each word: named features, the same in learning and use.

A name is told by the words around it as much as by itself, so most features are the neighbours':
who is "сказал", "a resident of", "есімді" is a person whatever the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from sholu.mentions.known_words import (
    is_english_word,
    is_given_name,
    is_listed_surname,
    is_ordinary_word,
)
from sholu.mentions.name_runs import (
    has_name_shape,
    is_patronymic,
    is_plainly_surname,
    looks_like_surname,
)
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

Touched = Callable[[int, int], bool]
"""Whether a stretch touches what is known of a text: names of agencies; places and substances."""

_REACH = 3
"""Words to each side whose cues count; of the nearest two the word itself counts as well."""
_NEAR = 2
_DISTANCES = (*range(-_REACH, 0), *range(1, _REACH + 1))
_REPEATED = re.compile(r"(.)\1+")


def word_features(
    sentence: Sentence, is_agency: Touched, is_thing: Touched, in_small: frozenset[str]
) -> list[list[str]]:
    """The features of each word of a sentence.

    Args:
        in_small: folded words that the text also writes with a small letter.
    """
    words = sentence.words
    known = [_known(word, is_agency, is_thing) for word in words]
    return [
        [
            *_own(word.text, word.folded, word.kind),
            *known[place],
            *_position(sentence, place, in_small),
            *_neighbours(words, known, place),
        ]
        for place, word in enumerate(words)
    ]


def _known(word: Word, is_agency: Touched, is_thing: Touched) -> list[str]:
    found = []
    if is_agency(word.start, word.end):
        found.append("agency")
    if is_thing(word.start, word.end):
        found.append("thing")
    return found


def _position(sentence: Sentence, place: int, in_small: frozenset[str]) -> Iterator[str]:
    words = sentence.words
    yield f"language={sentence.language}"
    if sentence.kind == "heading":
        yield "heading"
    if place == 0:
        yield "first"
    elif words[place - 1].kind == "sign":
        yield "after sign"
    if words[place].text[0].isupper() and words[place].folded in in_small:
        yield "also small"


def _neighbours(words: Sequence[Word], known: Sequence[Sequence[str]], place: int) -> list[str]:
    found: list[str] = []
    for distance in _DISTANCES:
        beside = place + distance
        if not 0 <= beside < len(words):
            found.append(f"{distance} none")
            continue
        word = words[beside]
        found += _beside(word.text, word.folded, word.kind, distance)
        if known[beside] and abs(distance) <= _NEAR:
            found += [f"{distance} {one}" for one in known[beside]]
    return found


@lru_cache(maxsize=200_000)
def _beside(text: str, folded: str, kind: str, distance: int) -> tuple[str, ...]:
    """What a word says of another so many words away."""
    found = list(_cues(folded))
    if abs(distance) <= _NEAR:
        found += _surface(text, folded)
    if abs(distance) == 1:
        found += _listed(text, folded, kind)
    return tuple(f"{distance} {one}" for one in found)


@lru_cache(maxsize=65536)
def _own(text: str, folded: str, kind: str) -> tuple[str, ...]:
    surface = _surface(text, folded)
    if kind != "word":
        return surface
    return (
        *surface,
        *(f"ends {folded[-n:]}" for n in (1, 2, 4) if len(folded) > n + 1),
        f"begins {folded[:3]}",
        f"letters {min(len(folded), 9)}",
        *_cues(folded),
        *_listed(text, folded, kind),
    )


def _surface(text: str, folded: str) -> tuple[str, ...]:
    return (f"is {folded}", f"shape {_shape(text)}", f"ends {folded[-3:]}")


def _shape(text: str) -> str:
    """``Ахметов`` is Xx, ``МВД`` X, ``Al-Farabi`` Xx-Xx, ``2026`` 0."""
    return _REPEATED.sub(r"\1", "".join(_kind_of_sign(sign) for sign in text))


def _kind_of_sign(sign: str) -> str:
    if sign.isalpha():
        return "X" if sign.isupper() else "x"
    return "0" if sign.isdigit() else sign


def _cues(folded: str) -> tuple[str, ...]:
    found = cues_of(folded)
    return tuple(f"cue {cue.name}" for cue in Cue if cue in found)


def _listed(text: str, folded: str, kind: str) -> list[str]:
    if kind != "word":
        return []
    lists = {
        "given name": is_given_name(text),
        "surname": is_listed_surname(text),
        "patronymic": is_patronymic(folded),
        "surname's ending": looks_like_surname(folded),
        "plain surname's ending": is_plainly_surname(folded),
        "name's ending": has_name_shape(folded),
        "English word": folded.isascii() and is_english_word(folded),
        "ordinary word": is_ordinary_word(folded),
    }
    return [name for name, holds in lists.items() if holds]
