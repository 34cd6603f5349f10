"""Say which runs of capitalised words are persons' names: recall first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.mentions.english_phrases import is_phrase
from sholu.mentions.known_words import (
    is_given_name,
    is_listed_name,
)
from sholu.mentions.name_pieces import Named, is_thing, pieces
from sholu.mentions.name_runs import (
    Run,
    ends_in_syllable,
    find_runs,
    is_patronymic,
    is_plainly_surname,
    looks_like_surname,
)
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.place_words import (
    is_of_place,
    is_shaped_as_place,
    is_toponymic,
)
from sholu.mentions.sentences import Sentence
from sholu.mentions.single_names import (
    AGED_AFTER,
    AGED_BEFORE,
    is_person_called_as_place,
    is_single_name,
    words_before,
)
from sholu.mentions.thing_names import is_animals, is_thing_beside
from sholu.mentions.unknown_names import (
    are_unknown_names,
    is_listed_after_places,
    is_locative,
    speaks_of_people,
)
from sholu.mentions.words import Word

_REACH = 8
"""Words before a name in which a cue may stand: "a 35-year-old resident of Aktobe, …"."""

_ADJECTIVE = re.compile(r"\w{2,}(?:ый|ая|ое|ые|ого|ому|ным|ных)")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_QUOTES = "\"“”„«»'‘’"


def find_names(text: str, sentence: Sentence, is_named: Named) -> Iterator[tuple[int, int]]:
    """Stretches of a sentence that are names, by their words and by the words beside them."""
    words = sentence.words
    for run in find_runs(words, text):
        for piece in pieces(run, sentence, is_named):
            if _is_name(piece, words, text, sentence, is_named):
                yield words[piece.first].start, words[piece.stop - 1].end


def _is_name(
    run: Run, words: Sequence[Word], text: str, sentence: Sentence, is_named: Named
) -> bool:
    start = words[run.first].start
    if not run.names:
        before = text[max(sentence.start, start - 40) : start]
        return AGED_BEFORE.search(before) is not None or _is_lone_initial(run, words)
    if ends_in_syllable(run, words):
        return True
    if _is_things(run, words, text, sentence) or _is_places(run, words):
        return False
    unknown = [name for name in run.names if not is_thing(name, is_named)]
    if run.initials:
        return _fits_initials(run, words, unknown)
    if len(run.names) == 1:
        reads = is_single_name if unknown else is_person_called_as_place
        return reads(run, words, text, sentence)
    return bool(unknown) and _is_full_name(run, words, text, sentence, unknown)


def _is_things(run: Run, words: Sequence[Word], text: str, sentence: Sentence) -> bool:
    """Whether quotation marks, or words beside a run, make it a thing's name or a phrase."""
    start, end = words[run.first].start, words[run.stop - 1].end
    if run.first and _is_make(words[run.first - 1]):
        start = words[run.first - 1].start  # «Тойота Хайлендер»
    return (
        (_is_quoted(text, start, end) and not run.initials)
        or is_thing_beside(words, run.first, run.stop)
        or is_animals(words, run.first)
        or (is_phrase(run, sentence) and not _is_called_person(run, sentence))
        or _is_after_article(run, words)
        or _is_foreign_to(sentence, run, text)
    )


def _is_make(word: Word) -> bool:
    return word.text[0].isupper() and Cue.NO_NAME in cues_of(word.folded)


def _is_places(run: Run, words: Sequence[Word]) -> bool:
    """Whether a run is a place's name by its form or by the words beside it."""
    if is_listed_after_places(words, run.first) or _is_shaped_as_place(run, words):
        return True
    if _is_one_word(run, words) and _is_tied_where(run):
        return True
    return _is_one_word(run, words) and (
        is_of_place(words, run.first, run.stop) or is_toponymic(words, run.first, run.stop)
    )


def _is_after_article(run: Run, words: Sequence[Word]) -> bool:
    """``the Siberian Operational Customs``: an article stands before no name of a person."""
    if len(run.names) < 2 or not run.first or words[run.first - 1].text != "the":
        return False
    return not any(
        is_given_name(name.text) or is_plainly_surname(name.folded) for name in run.names
    )


def _is_foreign_to(sentence: Sentence, run: Run, text: str) -> bool:
    """Latin letters in a Cyrillic sentence are an outlet's, a shop's, a make's name, unless a word
    for a person stands beside or one of them is plainly a surname."""
    if sentence.language not in ("ru", "kk") or not run.names[0].folded.isascii():
        return False
    if run.initials or any(is_plainly_surname(name.folded) for name in run.names):
        return False
    if len(_CYRILLIC.findall(text, sentence.start, sentence.end)) < len(run.names) * 20:
        return False
    near = words_before(sentence.words, run.first, 2)
    told = Cue.PEOPLE | Cue.PRIVATE | Cue.NAMING | Cue.RANK
    return not any(cues_of(w.folded) & told for w in near) and not _is_called_person(run, sentence)


def _is_called_person(run: Run, sentence: Sentence) -> bool:
    """``Grace Okafor есімді әйел``, ``Lil Zhorga деген атпен``; no ``Dark Shop деген дүкен``."""
    if run.stop >= len(sentence.words):
        return False
    called, *after = sentence.words[run.stop : run.stop + 4]
    if Cue.NAMED not in cues_of(called.folded):
        return False
    if called.folded.startswith("есім"):
        return True  # persons only
    if len(run.names) == 1:
        return any(cues_of(word.folded) & (Cue.PEOPLE | Cue.PRIVATE) for word in after)
    return not any(
        cues_of(word.folded) & (Cue.THING | Cue.THING_AFTER | Cue.ORGANISATION | Cue.GANG)
        or _CHANNEL.fullmatch(word.folded)
        for word in after
    )


_CHANNEL = re.compile(r"(?:арна|желі|канал|чат|бот|сайт|қосымша|ойын|бағдарлама)\w*")
"""What else is called by two words: ``Snow Bars атты арна``."""


def _is_tied_where(run: Run) -> bool:
    """``Қош-Ағаштағы``: words tied by a hyphen that say where something is."""
    last = run.names[-1] if run.names else None
    if last is None or len(run.names) < 2 or not is_locative(last.folded):
        return False
    return not (is_given_name(last.text) or is_plainly_surname(last.folded))


def _is_shaped_as_place(run: Run, words: Sequence[Word]) -> bool:
    """``Ак-Орго``, ``Шерабада``; no ``куәгер Бектау``, no ``Айтау Сериков``."""
    if not is_shaped_as_place(run.names, tied=_is_one_word(run, words)):
        return False
    last = run.names[-1]
    neuter = last.folded.endswith(("ово", "ево"))
    if (is_listed_name(last.text) and len(run.names) == 1) or (
        is_plainly_surname(last.folded) and not neuter
    ):
        return False
    before = cues_of(words[run.first - 1].folded) if run.first else Cue(0)
    return not before & (Cue.PEOPLE | Cue.PRIVATE | Cue.NAMING) or Cue.RESIDENCE in before


def _is_one_word(run: Run, words: Sequence[Word]) -> bool:
    """``Калиева``, ``Шамсиддин-Шохинского``"""
    return not run.initials and all(
        one.end == other.start for one, other in pairwise(words[run.first : run.stop])
    )


def _is_lone_initial(run: Run, words: Sequence[Word]) -> bool:
    """``Осуждённый Т.``, ``гр. К.``, ``азамат Т.``"""
    before = words_before(words, run.first, 2)
    if run.initials > 1:
        return _are_somebodys(run, words)
    if before and before[-1].folded in ("as", "как"):
        return True
    if run.stop < len(words) and Cue.NAMED in cues_of(words[run.stop].folded):
        return True
    return any(
        cues_of(word.folded) & (Cue.PRIVATE | Cue.PEOPLE | Cue.NAMING) for word in before[-1:]
    ) or (len(before) == 2 and before[1].text == "." and before[0].folded in ("гр", "аз"))


_ABBREVIATED = frozenset(("US", "UN", "UK", "DC", "EU", "РК", "РФ", "РТ", "КР", "США", "ООН", "ТВ"))


def _are_somebodys(run: Run, words: Sequence[Word]) -> bool:
    """``студентка А.Т.``, ``Х.М.``: two initials; in Latin letters where persons are told of."""
    letters = "".join(word.text for word in words[run.first : run.stop] if word.text != ".")
    if letters in _ABBREVIATED:
        return False
    return _CYRILLIC.search(letters) is not None or speaks_of_people(words)


def _fits_initials(run: Run, words: Sequence[Word], unknown: Sequence[Word]) -> bool:
    """A surname with initials, in either order; no ``Гепатит С.`` and no ``U.S. Embassy``."""
    if any(Cue.LETTER in cues_of(name.folded) for name in run.names):
        return False
    letters = "".join(word.text for word in words[run.first : run.stop] if len(word.text) == 1)
    if letters in _ABBREVIATED:
        return False
    return bool(unknown) or any(
        looks_like_surname(name.folded)
        or Cue.GIVEN in cues_of(name.folded)
        or is_given_name(name.text)
        for name in run.names
    )


def _is_full_name(
    run: Run, words: Sequence[Word], text: str, sentence: Sentence, unknown: Sequence[Word]
) -> bool:
    """Two words or more: surely where one ends as a surname; in the middle of a Cyrillic sentence
    unless they look like a phrase; in Latin letters where something speaks of a person."""
    if any(is_plainly_surname(n.folded) or is_patronymic(n.folded) for n in unknown):
        return True
    if any(Cue.GIVEN in cues_of(name.folded) for name in run.names):
        return True
    if are_unknown_names(run, sentence):
        return True
    if _has_cue(run, words, text):
        return not _ADJECTIVE.fullmatch(run.names[0].folded)
    cyrillic = _CYRILLIC.search(run.names[0].text) is not None
    # Of three capitals at the beginning only the first may be the sentence's own.
    in_the_middle = (run.first > 0 or len(run.names) > 2) and sentence.kind != "heading"
    if not cyrillic or not in_the_middle or len(unknown) < len(run.names):
        return any(looks_like_surname(n.folded) for n in unknown) and cyrillic and in_the_middle
    return not _ADJECTIVE.fullmatch(run.names[0].folded)


def _has_cue(run: Run, words: Sequence[Word], text: str) -> bool:
    """Whether something within reach speaks of a person rather than of a thing."""
    wanted = Cue.PRIVATE | Cue.PEOPLE | Cue.NAMING | Cue.ACCUSED | Cue.ACT | Cue.RANK
    before = words_before(words, run.first, _REACH)
    if any(cues_of(word.folded) & wanted for word in before):
        return True
    after = words[run.stop : run.stop + 4]
    if any(cues_of(word.folded) & (Cue.ACCUSED | Cue.ACT | Cue.NAMED) for word in after):
        return True
    end = words[run.stop - 1].end
    if any(
        cues_of(word.folded) & (Cue.SPEAKING | Cue.TITLE) for word in (*before[-2:], *after[:4])
    ):
        return True
    return AGED_AFTER.match(text, end) is not None or (
        AGED_BEFORE.search(text[max(0, words[run.first].start - 40) : words[run.first].start])
        is not None
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in _QUOTES and _CLOSED.match(text, end) is not None


_CLOSED = re.compile(rf"[\s-]{{0,2}}\d{{0,4}}[{_QUOTES}]")
"""A closing quotation mark, a number before it or not: ``«Мак-2025»``."""
