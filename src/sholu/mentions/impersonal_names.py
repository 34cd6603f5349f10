"""Names that are nobody's: of land, water, press and state, of places too ambiguous to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.mentions.known_words import is_given_name
from sholu.mentions.name_runs import looks_like_surname
from sholu.mentions.names import NameEntry, NameIndex, match_names
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import Word, fold
from sholu.vocabulary.model import Vocabulary

_LISTS = ("land_names.yaml", "press_names.yaml", "state_names.yaml")


def find_impersonal_names(
    sentences: Sequence[Sentence], vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    """Stretches (start, end) that name a river, a paper, a parliament, or perhaps a small place."""
    index = _index(vocabulary)
    named = [(m.start, m.end) for sentence in sentences for m in match_names(sentence, index)]
    return named + [site for sentence in sentences for site in _sites(sentence.words)]


_DOMAINS = frozenset(
    ("kz", "kg", "uz", "tj", "tm", "ru", "az", "ge", "mn", "cn", "tr", "ir", "pk", "af", "ua",
     "com", "org", "net", "info", "asia", "media", "news", "tv", "қаз", "рф")
)  # fmt: skip
"""Endings of sites but those that are words (in, am, by): a space may be missing after a name."""


def _sites(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """``Polisia.kz``, ``Turan.uz``: who reports is no person."""
    for dot in range(1, len(words) - 1):
        name, end = words[dot - 1], words[dot + 1]
        together = name.end == words[dot].start and words[dot].end == end.start
        if words[dot].text == "." and together and name.kind == "word" and end.text in _DOMAINS:
            yield name.start, end.end


@once_per_vocabulary
def _index(vocabulary: Vocabulary) -> NameIndex:
    return NameIndex([*_listed(), *_ambiguous_places(vocabulary)])


def _listed() -> Iterator[NameEntry]:
    for file in _LISTS:
        names: dict[str, list[str]] = read_word_lists("sholu.mentions", file)
        for language, spelled in names.items():
            for name in spelled:
                yield NameEntry(file, name, language, "capital")


def _ambiguous_places(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    """What the gazetteer reads as a place only beside a word of place (``Ош``), but for what may be
    somebody's name as well (``Владимир``, ``Балашов``)."""
    for place in vocabulary.places:
        if not place.ambiguous:
            continue
        for language, name in place.names.all():
            if not is_given_name(name) and not looks_like_surname(fold(name)):
                yield NameEntry(place.code, name, language, "capital")
