"""What belongs to a name beside the words that gave it away: a given name, an honorific."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sholu.mentions.known_words import is_given_name, is_ordinary_word
from sholu.mentions.name_runs import is_patronymic, is_plainly_surname
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.unknown_names import honorific_end
from sholu.mentions.words import Word


def with_given(sentence: Sentence, start: int) -> int:
    """Where a name begins with the given name before it, in a script that has no capitals."""
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    caseless = sentence.language == "kk" and words[0].text[0].islower()
    if (
        not caseless
        or not first
        or not (is_plainly_surname(words[first].folded) or is_patronymic(words[first].folded))
    ):
        return start
    word = words[first - 1]
    given = word.kind == "word" and word.text.islower() and len(word.text) > 3
    cues = cues_of(word.folded) & (NO_PART | Cue.NAMED | Cue.ACCUSED | Cue.ACT)
    known = is_given_name(word.text) or not is_ordinary_word(word.folded)
    return word.start if given and known and not cues else start


_ARTICLES = frozenset(("al", "el", "аль", "эль", "ал", "ас", "ад", "аш", "ат", "ар", "ан"))
_EUROPEAN = frozenset(("van", "von", "der", "den", "de", "ten", "ван", "фон", "дер", "де", "di"))
_OF_PERSONS = frozenset(("van", "von", "der", "den", "ван", "фон"))
"""Those that names of places seldom have."""


def with_particles(sentence: Sentence, start: int) -> int:
    """Where a name begins with small words that belong to it: ``аль-Масри``, ``van der Berg``."""
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    if is_after_article(words, first):
        return words[first - 2].start
    while first and words[first - 1].text in _EUROPEAN:
        first -= 1
    return words[first].start


def is_after_particle(words: Sequence[Word], first: int) -> bool:
    """``van der Berg``, ``фон Рихтер``"""
    return first > 0 and words[first - 1].text in _OF_PERSONS


def is_after_article(words: Sequence[Word], first: int) -> bool:
    """``аль-Масри``: an Arabic article, written small and tied by a hyphen."""
    if first < 2 or words[first - 1].text != "-" or words[first - 2].text not in _ARTICLES:
        return False
    return (
        words[first - 2].end == words[first - 1].start < words[first].start == words[first - 1].end
    )


def with_honorific(sentence: Sentence, end: int) -> int:
    """Where a name ends with what is tied to it by a hyphen: ``Мяммет-ага``."""
    words = sentence.words
    stop = bisect_left(words, end, key=lambda word: word.start)
    tied = stop < len(words) and words[stop].text == "-" and words[stop].start == end
    last = honorific_end(words, stop) if tied else stop
    return words[last - 1].end if last > stop else end
