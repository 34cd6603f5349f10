"""Single surnames and given names told by what their bearers do: ``Кубатов вину не признал``.

Where a sentence, a quotation or a bracket begins, its capital tells nothing, and in English no
capital does. There a word is a name if the lists or its ending know it as one and nothing else, and
it does, suffers or owns what persons do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.known_words import (
    is_english_word,
    is_given_name,
    is_listed_name,
    is_listed_surname,
    is_ordinary_word,
    plain_letters,
)
from sholu.mentions.name_edges import is_after_article, is_after_particle
from sholu.mentions.name_runs import (
    Run,
    is_patronymic,
    is_plainly_surname,
    looks_like_surname,
)
from sholu.mentions.person_cues import NO_PART, Cue, cues_of
from sholu.mentions.place_words import has_place_shape, names_place_before
from sholu.mentions.sentences import Sentence
from sholu.mentions.unknown_names import PLACE_FOLLOWS, speaks_of_people
from sholu.mentions.words import Word

_QUOTES = frozenset("\"“”„«»‘’'")
_DEED = Cue.ACCUSED | Cue.ACT | Cue.SPEAKING
_PAST = re.compile(
    r".{2,}(?P<ending>л|ла|лся|лась)|.*(?:рос|н[её]с|в[её]з|лез|жег|умер|погиб|исчез|мог|достиг)"
)
_SURE_ENDING = re.compile(
    r".{2,}(?:швили|[аеи]дзе|[бвгджзклмнпрстчш]янц?|[чщн]ук|нюк|иани|уа)(?:а|у|ом|ем|е)?"
)
"""Endings that words have, too, but seldom before a verb in the singular."""
_ADJECTIVAL = re.compile(r".{3,}(?:[сц]к(?:ий|ая|ого|ому|им|ую)|[нлрг][ыи]х)")
_PRESENT = re.compile(r".{2,}(?:[еёи]т|[еёи]тся)")
_OF_WOMAN = re.compile(r".+(?:ва|на|ая)")
_OF_MAN = re.compile(r".+(?:в|н|ий|ой)")
_BETWEEN = frozenset((
    "не", "также", "тоже", "уже", "сам", "сама", "вину", "свою", "ранее", "позже", "затем", "же",
    "и", "потом", "теперь", "сначала", "лично", "просто", "полностью", "частично", "снова", "был",
    "была", "ещё", "еще", "так", "всё", "все", "за", "в", "на", "с", "из", "от", "того", "это",
))  # fmt: skip
"""What may stand between a subject and its verb."""
_REACH = 4
_IN_PLACE = frozenset((
    "in", "near", "at", "via", "into", "towards", "outside", "around", "inside", "across", "within",
    "through", "between", "beyond", "the", "a", "an",
))  # fmt: skip
"""After these a lone English capital is a place's or a thing's."""
_BEFORE_PERSON = frozenset(("was", "is", "were", "by", "against", "(", "with", "arrested", "named"))
_OF = frozenset(("of", "from", "to", "for", "on", "and", "or", ","))


def is_lone_name(run: Run, sentence: Sentence) -> bool:
    """Whether a single capitalised word is somebody's name by what is told of it."""
    word = run.names[0]
    cues = cues_of(plain_letters(word.folded) if sentence.language == "en" else word.folded)
    if cues & NO_PART and Cue.GIVEN not in cues:
        return False
    if is_after_particle(sentence.words, run.first):
        return True
    if is_after_article(sentence.words, run.first):
        before = sentence.words[run.first - 3].folded if run.first > 2 else ""
        return before not in _IN_PLACE | PLACE_FOLLOWS
    if sentence.language == "en" or word.folded.isascii():
        quoted = run.first > 0 and sentence.words[run.first - 1].text in _QUOTES
        # Outside quotations and brackets too many clubs and shops have such names.
        told = quoted or _is_in_brackets(sentence.words, run)
        return told and sentence.language == "en" and _is_english_name(run, sentence.words)
    if _is_inside(sentence.words, run.first):
        return _is_adjectival_surname(run, sentence)
    return _is_cyrillic_name(run, sentence)


def _is_inside(words: Sequence[Word], first: int) -> bool:
    """Whether a capital is not due to what begins there."""
    return first > 0 and (words[first - 1].kind == "word" or words[first - 1].text == ",")


def _is_cyrillic_name(run: Run, sentence: Sentence) -> bool:
    word, words = run.names[0], sentence.words
    given = Cue.GIVEN in cues_of(word.folded)
    if has_place_shape(word.folded) or (is_ordinary_word(word.folded) and not given):
        return False
    surname = is_plainly_surname(word.folded) or bool(_SURE_ENDING.fullmatch(word.folded))
    if not (surname or given or _is_listed(word) or is_patronymic(word.folded)):
        return _is_adjectival_surname(run, sentence)
    if _is_in_brackets(words, run) or _is_called_to(words, run):
        return True
    if sentence.language == "kk":
        return surname or is_patronymic(word.folded) or _does(words, run.stop, word)
    return _does(words, run.stop, word)


def _is_adjectival_surname(run: Run, sentence: Sentence) -> bool:
    """``Ковальский продавал``, ``Черных задержали``: no noun follows that it would go with."""
    word = run.names[0]
    if sentence.language != "ru" or not _ADJECTIVAL.fullmatch(word.folded):
        return False
    return not is_ordinary_word(word.folded) and _does(sentence.words, run.stop, word)


def _is_listed(word: Word) -> bool:
    return is_listed_surname(word.text) or (
        is_given_name(word.text) and Cue.ALSO_WORD not in cues_of(word.folded)
    )


def _is_in_brackets(words: Sequence[Word], run: Run) -> bool:
    """``второй подельник (Назаров)``"""
    if not run.first or run.stop >= len(words):
        return False
    return words[run.first - 1].text == "(" and words[run.stop].text in ("),")


def _is_called_to(words: Sequence[Word], run: Run) -> bool:
    """``«Тима, вернись»``"""
    if not run.first or run.stop >= len(words) or words[run.first - 1].text not in _QUOTES:
        return False
    return words[run.stop].text in (",", "!") and is_given_name(run.names[0].text)


def _does(words: Sequence[Word], stop: int, name: Word) -> bool:
    """Whether a verb follows that has this name for its subject, or tells what was done to it."""
    for place in range(stop, min(stop + _REACH, len(words))):
        word = words[place]
        if word.folded in _BETWEEN:
            continue
        if cues_of(word.folded) & _DEED:
            return True
        past = _PAST.fullmatch(word.folded)
        if past is not None and word.text[0].islower():
            return _agrees(name, past["ending"] or "л")
        return _PRESENT.fullmatch(word.folded) is not None and word.text[0].islower()
    return False


def _agrees(name: Word, ending: str) -> bool:
    """``Назаров признал``, ``Назарова признала``; of other surnames either."""
    if _OF_WOMAN.fullmatch(name.folded):
        return ending in ("ла", "лась")
    return not _OF_MAN.fullmatch(name.folded) or ending in ("л", "лся")


def _is_english_name(run: Run, words: Sequence[Word]) -> bool:
    word = run.names[0]
    after = words[run.stop : run.stop + 1]
    if has_place_shape(word.folded) or any(map(names_place_before, after)):
        return False
    given = Cue.GIVEN in cues_of(word.folded) and Cue.ALSO_WORD not in cues_of(word.folded)
    known = given or is_listed_surname(word.folded)
    if not known and is_english_word(plain_letters(word.folded)):
        return False
    owns = word.text.removesuffix("'s").removesuffix("’s") != word.text
    before = words[run.first - 1].folded if run.first else ""
    if not _is_known_in_english(word, given):
        return _is_unlisted_name(run, words, before, owns)
    if before in _IN_PLACE:
        return owns and before != "the"
    if before in _OF and _is_of_place_or_list(words, run.first):
        return False
    return is_plainly_surname(word.folded) or _is_told_of(words, run, owns)


def _is_unlisted_name(run: Run, words: Sequence[Word], before: str, owns: bool) -> bool:
    """``with him was Lomakin``, ``Tolikon pleaded guilty``"""
    if before in _IN_PLACE | _OF:
        return False
    shaped = looks_like_surname(run.names[0].folded) and (before in _BEFORE_PERSON or owns)
    return shaped or _does_in_english(words, run)


def _is_told_of(words: Sequence[Word], run: Run, owns: bool) -> bool:
    """Whether a listed name is somebody's rather than a club's, an outlet's or a shop's."""
    printed = run.names[0].text.removesuffix("'s").removesuffix("’s")
    if owns and is_listed_surname(printed) and not is_given_name(printed):
        return True
    return _does_in_english(words, run) or (
        _is_in_brackets(words, run) and speaks_of_people(words[max(0, run.first - 4) : run.first])
    )


def _is_known_in_english(word: Word, given: bool) -> bool:
    printed = word.text.removesuffix("'s").removesuffix("’s")
    return (
        given
        or is_plainly_surname(word.folded)
        or is_listed_surname(printed)
        or is_listed_name(printed)
    )


def _is_of_place_or_list(words: Sequence[Word], first: int) -> bool:
    """``a resident of Kano``, ``the city of Enugu``, ``in Kano and Enugu``, ``flew to Kano``"""
    before = words[first - 1]
    if before.folded == "from" or before.folded == "to":
        return True
    if before.folded not in ("of", "for", "on"):
        return _list_is_of_places(words, first)
    noun = words[first - 2] if first > 1 else None
    if noun is None:
        return False
    return names_place_before(noun) or bool(
        cues_of(noun.folded) & (Cue.RESIDENCE | Cue.TITLE | Cue.ORGANISATION | Cue.THING)
    )


def _list_is_of_places(words: Sequence[Word], first: int) -> bool:
    while first > 0 and (words[first - 1].text[0].isupper() or words[first - 1].folded in _AND):
        first -= 1
    return first > 0 and words[first - 1].folded in _IN_PLACE | {"from", "to", "of"}


_AND = frozenset((",", "and", "or"))


def _does_in_english(words: Sequence[Word], run: Run) -> bool:
    """``Tolikon pleaded guilty``; after a quotation also ``Tolikon told the court``."""
    stop = run.stop
    while stop < len(words) and words[stop].folded in _AUXILIARIES:
        stop += 1
    does = cues_of(words[stop].folded) if stop < len(words) else Cue(0)
    # Who detained somebody is an agency as often as not; who was detained is a person.
    if stop < len(words) and words[stop].folded in _DEEDS:
        return True
    if does & Cue.ACT or (stop > run.stop and does & Cue.ACCUSED):
        return True
    quoted = run.first > 0 and words[run.first - 1].text in _QUOTES
    if quoted and stop < len(words) and words[stop].folded in _SAYS:
        return True
    return looks_like_surname(run.names[0].folded) and Cue.SPEAKING in does


_DEEDS = frozenset(("blames", "blamed", "wept", "swallowed", "vanished"))
_SAYS = frozenset(("said", "says", "told", "tells", "recalled", "recalls", "added", "adds"))
"""What outlets seldom do behind a quotation: they report and write."""


_AUXILIARIES = frozenset((
    "was", "is", "has", "had", "been", "be", "will", "would", "also", "later", "allegedly", "who",
    "reportedly", "not", "did", "then", "initially", "reportedly", "never", "now", "again",
))  # fmt: skip
