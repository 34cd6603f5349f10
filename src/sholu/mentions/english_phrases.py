"""Which runs of capitals in English are phrases and no names: titles, programmes, terms.

English writes headings, names of programmes and terms that an author holds dear with capitals.
"""

from __future__ import annotations

from collections.abc import Sequence

from sholu.mentions.known_words import is_english_word, is_given_name, is_listed_surname
from sholu.mentions.name_edges import is_after_particle
from sholu.mentions.name_runs import Run
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

_CALLS = Cue.PRIVATE | Cue.PEOPLE | Cue.NAMING | Cue.RANK
_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr"))
_TITLE_CASE = 0.6
"""Share of capitals among the longer words of a heading, above which they say nothing."""


def is_phrase(run: Run, sentence: Sentence) -> bool:
    """Whether all words of a run are ordinary English ones and nobody is called so beside them.

    ``Illicit Trafficking``, ``Emergency Situations``; no ``trafficker Dan Stone``, no ``Mr Young``.
    """
    if run.initials or not all(_is_plain_english(name) for name in run.names):
        return False
    words = sentence.words
    if is_after_particle(words, run.first):
        return False
    before = words[run.first - 1] if run.first else None
    if before is not None and before.text == "." and run.first > 1:
        before = words[run.first - 2]
    if before is None or before.folded in _HONORIFICS:
        return before is None
    if sentence.kind == "heading" and is_in_title_case(words):
        return True
    called = before.text[0].islower() or before.text.isupper()
    return not (called and cues_of(before.folded) & _CALLS)


def _is_plain_english(name: Word) -> bool:
    if not name.folded.isascii() or not is_english_word(name.folded):
        return False
    if is_given_name(name.text) or is_listed_surname(name.text):
        return False
    return Cue.GIVEN not in cues_of(name.folded)


def is_in_title_case(words: Sequence[Word]) -> bool:
    """Whether most of the longer words of a sentence begin with a capital."""
    longer = [word for word in words if word.kind == "word" and len(word.text) > 3]
    capitals = sum(1 for word in longer if word.text[0].isupper())
    return len(longer) > 2 and capitals >= _TITLE_CASE * len(longer)
