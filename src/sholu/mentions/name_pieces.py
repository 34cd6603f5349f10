"""Cut places, words and the next sentence off the ends of a run of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from sholu.mentions.english_phrases import is_in_title_case
from sholu.mentions.known_words import (
    is_english_word,
    is_given_name,
    is_listed_name,
    is_ordinary_word,
)
from sholu.mentions.name_runs import (
    Run,
    has_name_shape,
    is_initial,
    is_patronymic,
    is_plainly_surname,
    looks_like_surname,
)
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.place_words import names_place_before
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

Named = Callable[[int, int], bool]
"""Whether a stretch of the text names a place, a substance or another thing that is known."""


def pieces(run: Run, sentence: Sentence, is_named: Named) -> Iterator[Run]:
    """A run without the places at its ends: ``Павлодар Ерлан Садыков`` is a place and a name.

    In an English headline all words have capitals; those that are words cut it.
    """
    for part in _without_words(run, sentence, is_named):
        for person in _persons_apart(part, sentence):
            yield _without_places(person, sentence.words, is_named)


_BARE_SURNAME = re.compile(r".{2,}(?:[оеё]ва?|[иы]на?|ко|[сц]к(?:ий|ая))")


def _persons_apart(run: Run, sentence: Sentence) -> Iterator[Run]:
    """``судья Гаухар Мұқышева | Юлдашевтің паспортын``: who did it, and whom it was done to.

    Kazakh sets subject and object side by side, and of a name only its last word has a case.
    """
    words = sentence.words
    places = [place for place in range(run.first, run.stop) if words[place] in run.names]
    others = (n for n in range(1, len(places)) if _begins_another(words, run, places[: n + 1]))
    second = next(others, None) if sentence.language == "kk" else None
    if second is None:
        yield run
        return
    at = places[second]
    while at > places[second - 1] + 2 and words[at - 1].text == ".":
        at -= 2  # its initials
    initials = sum(word.text == "." for word in words[run.first : at])
    yield Run(run.first, at, run.names[:second], initials)
    yield Run(at, run.stop, run.names[second:], run.initials - initials)


def _begins_another(words: Sequence[Word], run: Run, places: Sequence[int]) -> bool:
    """Whether a given name or surname follows a whole name without a case."""
    *before, word = (words[place] for place in places)
    if words[places[-1] - 1].text == "-" or is_patronymic(word.folded):
        return False
    if not (is_plainly_surname(word.folded) or is_given_name(word.text)):
        return False
    bare = [_BARE_SURNAME.fullmatch(name.folded) is not None for name in before]
    if is_patronymic(before[-1].folded):
        return any(bare[:-1])
    return bare[-1] and (len(before) > 1 or places[0] > run.first)


def _without_places(run: Run, words: Sequence[Word], is_named: Named) -> Run:
    if _is_initial_of_somebody(run, words):
        return Run(run.first, run.first + 2, (), 1)
    if _is_place_before_initials(run, words, is_named):
        return Run(run.first + 1, run.stop, (), run.initials)
    first, names = run.first, list(run.names)
    if _opens_with_word(run, words, is_named):
        first, names = first + 1, names[1:]
    while len(names) > 1 and words[first] is names[0] and is_thing(names[0], is_named):
        rest = names[1:]
        if len(rest) == 1 and not run.initials and not looks_like_surname(names[0].folded):
            break
        if looks_like_surname(names[0].folded):
            break
        if not _is_foreign_name(rest, is_named) and not any(map(may_be_surname, rest)):
            break
        names = rest
        first += 1
    stop = run.stop
    if _ends_in_place(first, stop, names, words, is_named):
        stop, names = stop - 1, names[:-1]
    elif _is_before_street(first, stop, names, words):
        stop, names = first + 2, names[:2]
    return Run(first, stop, tuple(names), run.initials)


def _is_place_before_initials(run: Run, words: Sequence[Word], is_named: Named) -> bool:
    """``по городу Ошу | Б.М.``: a place, and somebody named by two letters."""
    if run.initials < 2 or len(run.names) != 1 or words[run.first] is not run.names[0]:
        return False
    name = run.names[0]
    person = looks_like_surname(name.folded) or is_given_name(name.text)
    return is_thing(name, is_named) and not person


def _is_before_street(first: int, stop: int, names: Sequence[Word], words: Sequence[Word]) -> bool:
    """``Ербол Омаров | Достық даңғылында``: a whole name, and a street's before its noun."""
    if len(names) < 3 or stop - first != len(names) or stop >= len(words):
        return False
    given, surname = names[:2]
    whole = is_given_name(given.text) and may_be_surname(surname)
    return whole and names_place_before(words[stop]) and not words[stop].folded.isascii()


_NEVER_SURNAMES = frozenset((
    "near", "amid", "over", "after", "with", "from", "into", "under", "via", "before", "during",
    "gets", "faces", "says", "seize", "seizes", "jails", "found", "dies", "jailed", "detained",
))  # fmt: skip
"""What follows a name in a headline."""


def _without_words(run: Run, sentence: Sentence, is_named: Named) -> Iterator[Run]:
    """``Bishkek | Jails Former``, ``Seize | Tramadol``; a word after a name is a surname."""
    whole = len(run.names) > 1 and run.stop - run.first == len(run.names)
    if not whole or sentence.language != "en" or not _is_headline(sentence.words):
        yield run
        return
    kept: list[Word] = []
    for place, name in enumerate(run.names):
        before = run.names[place - 1] if place else None
        after_name = before in kept and before is not None and not is_thing(before, is_named)
        if name.folded in _NEVER_SURNAMES or (_is_plain_word(name) and not after_name):
            if kept:
                stop = run.first + place
                yield Run(stop - len(kept), stop, tuple(kept), 0)
            kept = []
        else:
            kept.append(name)
    if kept:
        yield Run(run.stop - len(kept), run.stop, tuple(kept), 0)


def _is_headline(words: Sequence[Word]) -> bool:
    """Whether most of the ordinary words have capitals, and not only names have them."""
    ordinary = [word for word in words if len(word.text) > 3 and _is_plain_word(word)]
    verbs_too = all(word.text[0].isupper() for word in ordinary)
    return verbs_too and is_in_title_case(ordinary)


def _is_foreign_name(names: Sequence[Word], is_named: Named) -> bool:
    """``Ambassador to Tajikistan | Shigeo Furuta``: two words that are no words and no places."""
    return len(names) > 1 and not any(
        _is_plain_word(name) or is_thing(name, is_named) for name in names
    )


def _is_plain_word(name: Word) -> bool:
    known = is_given_name(name.text) or Cue.GIVEN in cues_of(name.folded)
    return not known and name.folded.isascii() and is_english_word(name.folded)


def _ends_in_place(
    first: int, stop: int, names: Sequence[Word], words: Sequence[Word], is_named: Named
) -> bool:
    """``Рәсім | Ахал уәлаятында``: the last word is a place's, the one before it is none."""
    if stop - first != 2 or len(names) != 2 or stop >= len(words):
        return False
    known = is_thing(names[1], is_named) and not is_thing(names[0], is_named)
    return known and names_place_before(words[stop])


_VERB = re.compile(r".{3,}(?:[уюая]т|[уюая]тся|[аеия]ли(?:сь)?)")


def _opens_with_word(run: Run, words: Sequence[Word], is_named: Named) -> bool:
    """``Көмектескен Мейрамбекке …``: a capital that the beginning of the sentence gave."""
    if run.first or run.initials or len(run.names) != 2 or words[1] is not run.names[1]:
        return _is_before_whole_name(run, words)
    one, other = (name.folded for name in run.names)
    given = is_given_name(run.names[0].text) or Cue.ALSO_WORD in cues_of(one)
    if one.isascii() and (given or not is_english_word(one)):
        return False
    if is_opener(words, 0, 2):
        return True
    named = is_given_name(run.names[0].text) or looks_like_surname(one) or has_name_shape(one)
    before_place = not one.isascii() and is_thing(run.names[1], is_named)
    if before_place and (not named or _VERB.fullmatch(one)):
        return True  # "Лидируют | Алматы …", "Жәшік | Алматыға …"
    if not one.isascii() and is_ordinary_word(one) and not is_given_name(run.names[0].text):
        return not looks_like_surname(one)
    return not named and (is_listed_name(run.names[1].text) or has_name_shape(other))


def _is_before_whole_name(run: Run, words: Sequence[Word]) -> bool:
    """``Оны | Grace Adeyemi``, ``Сұхбаттасқан | Айнаш Есали``: an ordinary word, then a name."""
    if run.first or run.initials or len(run.names) < 3 or words[1] is not run.names[1]:
        return False
    first, second = run.names[:2]
    if first.folded.isascii() or is_given_name(first.text) or looks_like_surname(first.folded):
        return False
    return is_ordinary_word(first.folded) and (
        second.folded.isascii() or is_listed_name(second.text)
    )


def is_opener(words: Sequence[Word], first: int, stop: int) -> bool:
    """``Besides | Sokolov, …``, ``Asked | Sokolov to …``: an English word, and a surname alone."""
    if first or stop != 2 or not is_plainly_surname(words[1].folded):
        return False
    return _is_plain_word(words[0]) and Cue.ALSO_WORD not in cues_of(words[0].folded)


def _is_initial_of_somebody(run: Run, words: Sequence[Word]) -> bool:
    """``осуждённый Л. Обстоятельства …``: an initial, and the next sentence."""
    if not run.names or not run.initials or not is_initial(words, run.first) or not run.first:
        return False
    likely = any(may_be_surname(n) or Cue.GIVEN in cues_of(n.folded) for n in run.names)
    return not likely and Cue.PRIVATE in cues_of(words[run.first - 1].folded)


def may_be_surname(word: Word) -> bool:
    return looks_like_surname(word.folded) or is_patronymic(word.folded)


def is_thing(word: Word, is_named: Named) -> bool:
    return is_named(word.start, word.end)
