"""Names that a name found leads to: others of its list, and the same person named again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sholu.mentions.endings import strip_kazakh
from sholu.mentions.kazakh_directions import says_direction
from sholu.mentions.known_words import is_given_name
from sholu.mentions.name_runs import is_part, is_patronymic, is_plainly_surname
from sholu.mentions.office_phrases import is_active
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.place_words import is_of_place
from sholu.mentions.same_name import word_stems
from sholu.mentions.sentences import Sentence
from sholu.mentions.stretches import Stretches
from sholu.mentions.thing_names import is_thing_beside
from sholu.mentions.unknown_names import is_locative
from sholu.mentions.words import Word, fold

LIST_ROUNDS = 3
"""A list is followed from its found names to both sides, once a round from the right."""

_LIST_SIGN = re.compile(
    r"\s?,\s|\s(?:и|and|мен|пен|бен|және|или|or|а\sтакже)\s|,\s(?:and|и|және)\s"
)


def listed_names(
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
        if sentence.language == "kk" and says_direction(words, place):
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


def _may_be_named(sentence: Sentence, place: int) -> bool:
    """``Гафуров`` that a town is called, too, where nothing beside it tells of one; in Kazakh also
    a given name (``Темірланға``) that does not say where something is, in English who owns or does
    something (``Sanya died``)."""
    words, word = sentence.words, sentence.words[place]
    given = sentence.language == "kk" and is_given_name(word.text) and not is_locative(word.folded)
    acts = sentence.language == "en" and (
        word.text.endswith(("'s", "’s"))
        or any(next_.folded in _DONE or is_active(next_) for next_ in words[place + 1 : place + 2])
    )
    person = given or acts or is_plainly_surname(word.folded)
    return person and not is_of_place(words, place, place + 1)


_DONE = frozenset(("died", "got", "said", "told", "wrote", "went", "came", "took", "ran", "fell"))
"""What persons do and towns hardly, beside the verbs in -ed."""


def _may_be_given(name: str) -> bool:
    """``Исламға``: a given name, though the word for a faith begins so."""
    return Cue.GIVEN in cues_of(fold(name)) or any(
        Cue.GIVEN in cues_of(stem) for stem in strip_kazakh(fold(name))
    )


def _is_of_one_case(word: Word) -> bool:
    return word.text[1:].islower() and len(word.text) > 2


def _is_free(word: Word, found: Sequence[tuple[int, int]]) -> bool:
    return not any(start < word.end and word.start < end for start, end in found)


def _is_abbreviation(part: str) -> bool:
    return len(part) < 3 and part.isupper()


def named_again(
    text: str,
    sentences: Sequence[Sentence],
    found: Mapping[int, tuple[int, Sentence]],
    taken: Stretches,
    known: Stretches,
) -> dict[int, tuple[int, Sentence]]:
    """Other mentions of people found, by the surname or the first name alone."""
    stems = {
        stem
        for start, (end, _) in found.items()
        for part in re.findall(r"[^\W\d_]{2,}(?!\.)", text[start:end])
        if part[0].isupper() and not _is_abbreviation(part)
        if not cues_of(part.casefold()) & NO_PART or _may_be_given(part)
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
            if stems.isdisjoint(word_stems(word.folded)):
                continue
            if cues_of(word.folded) & NO_PART and not _may_be_given(word.text):
                continue
            if any(on.touch(word.start, word.end) for on in (named, taken)):
                continue
            if known.touch(word.start, word.end) and not _may_be_named(sentence, place):
                continue
            if is_patronymic(word.folded) or not is_thing_beside(sentence.words, place, place + 1):
                again[word.start] = (word.end, sentence)
    return again
