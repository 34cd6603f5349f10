"""Names of persons by a learnt reader: what the words beside a name tell, without lists of names.

A conditional random field over the words of a sentence (Lafferty, McCallum and Pereira 2001), read
with CRFsuite. ``name_model.crf`` is fitted by ``tools/fit_name_model.py`` on the development items
of ``evaluation/`` and on invented items. It is for running text in the three languages; it finds
names that no list has, and it fails where nothing stands beside a name (rows, captions).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

import pycrfsuite

from sholu.mentions.name_features import Touched, word_features
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

BEGINS, GOES_ON, OUTSIDE = "B", "I", "O"
"""Labels of words: a name's first, its others, and what is no name."""

LEAST_LIKELY = 0.4
"""A word is a name's where the model holds that likelier than so much: recall first."""

ANOTHER = 0.5
"""So likely must a word begin another name to part one."""


def small_words(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The folded words that a text writes with a small letter anywhere."""
    return frozenset(
        word.folded
        for sentence in sentences
        for word in sentence.words
        if word.kind == "word" and word.text[0].islower()
    )


def learnt_names(
    sentence: Sentence, is_agency: Touched, is_thing: Touched, in_small: frozenset[str]
) -> list[tuple[int, int]]:
    """Stretches of a sentence that the model holds to be names; arguments as of `word_features`."""
    features = word_features(sentence, is_agency, is_thing, in_small)
    return list(tagged_names(_tagger(), sentence.words, features))


def tagged_names(
    tagger: pycrfsuite.Tagger, words: Sequence[Word], features: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int]]:
    """Stretches that a model holds to be names, by the features of the words."""
    if not words:
        return
    tagger.set(features)
    first: int | None = None
    for place in range(len(words) + 1):
        inside = place < len(words) and tagger.marginal(OUTSIDE, place) < 1 - LEAST_LIKELY
        begins = inside and tagger.marginal(BEGINS, place) >= ANOTHER
        if first is not None and (begins or not inside):
            yield words[first].start, words[place - 1].end
            first = None
        if inside and first is None:
            first = place


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    model = resources.files("sholu.mentions").joinpath("name_model.crf")
    with resources.as_file(model) as path:
        tagger.open(str(path))
    return tagger
