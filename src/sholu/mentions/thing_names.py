"""Which capitalised words are a thing's name: a school's, a street's, a ship's, a book's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sholu.mentions.known_words import is_given_name
from sholu.mentions.name_runs import is_plainly_surname
from sholu.mentions.namesakes import is_called_after, is_listed_with_streets
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word


def is_thing_beside(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether the word before or after makes the name a school's, a street's, a ship's."""
    if _is_called_thing(words, stop) or is_called_after(words, first):
        return True
    after = words[stop] if stop < len(words) else None
    if after is not None and after.text == "-" and stop + 1 < len(words):
        after = words[stop + 1] if words[stop + 1].folded in _FEASTS else after
    if after is not None and after.kind == "word" and _names_thing_before_it(after):
        return not (_is_whole_name(words[first:stop]) and _begins_phrase(after))
    if first and words[first - 1].folded == "имени":
        return False
    return is_listed_with_streets(words, first, stop) or _is_thing_before(words, first, stop)


def _is_thing_before(words: Sequence[Word], first: int, stop: int) -> bool:
    before = words[first - 1] if first else None
    if before is not None and before.text == "." and first > 1:
        before = words[first - 2]
    if before is None or before.kind != "word" or _is_somebodys(words, first, stop):
        return False
    cues = cues_of(before.folded)
    return Cue.THING in cues and not cues & Cue.PEOPLE  # журналист is no журнал


_CALLS = frozenset(("атты", "деген", "аталатын"))
_THING_CALLED = re.compile("(?:арна|чат|парақша|дүкен|топ|жоба|қосымша|сайт|бот)[а-яәіңғүұқөһ]*")


def _is_called_thing(words: Sequence[Word], stop: int) -> bool:
    """``Snow | Bars атты арнаға``: all words with a capital are the thing's."""
    while stop < len(words) and words[stop].kind == "word" and words[stop].text[0].isupper():
        stop += 1
    calls = stop + 1 < len(words) and words[stop].folded in _CALLS
    return calls and _THING_CALLED.fullmatch(words[stop + 1].folded) is not None


def _is_whole_name(names: Sequence[Word]) -> bool:
    """``Ербол Омаров``: a given name and a plain surname."""
    return len(names) == 2 and is_given_name(names[0].text) and is_plainly_surname(names[1].folded)


def _begins_phrase(after: Word) -> bool:
    """``… | Үкімет басшысына``, ``… | Сенат отырысында``: a noun that belongs to nobody before."""
    return not after.folded.isascii() and _POSSESSED.fullmatch(after.folded) is None


def _is_somebodys(words: Sequence[Word], first: int, stop: int) -> bool:
    """``директор школы Ерлан Сериков``: the school is the director's, the name his."""
    owners = [cues_of(word.folded) for word in words[max(0, first - 5) : first - 1]]
    somebody = any(cues & (Cue.TITLE | Cue.PEOPLE | Cue.PRIVATE) for cues in owners)
    return somebody and stop - first > 1


_ANIMAL = re.compile(
    r"собак\w*|пес|пса|псом|псу|овчарк\w*|спаниел\w*|лабрадор\w*|щен\w+|конь|коня|лошад\w*|"
    r"ит(?:і|тің|пен|ін)?|dogs?|spaniel|labrador|shepherd|puppy|horse|canine|malinois|bitch|retriever|hound|mare|stallion|"
    r"малинуа|ретривер\w*|терьер\w*|кобел\w+|щенка|щенком"
)
_CALLED = frozenset(("named", "called", "кличке", "кличка", "кличкой", "имени", "nicknamed"))
_NICKNAMED = frozenset(("лақапты", "есімді", "атты", "деген"))
_REACH = 4


def is_animals(words: Sequence[Word], first: int) -> bool:
    """Whether a name is a dog's or a horse's: ``с собакой по кличке Барс``, ``dog named Alfa``."""
    after = words[first + 1 : first + _REACH]
    if any(word.folded in _NICKNAMED for word in after) and any(
        _ANIMAL.fullmatch(word.folded) for word in after
    ):
        return True  # "«Ақтөс» лақапты ит"
    before = words[max(0, first - _REACH) : first]
    called = any(word.folded in _CALLED for word in before)
    return called and any(_ANIMAL.fullmatch(word.folded) for word in before)


def animal_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Names of dogs and horses, folded: they are named again without a word that says so."""
    return frozenset(
        word.folded
        for sentence in sentences
        for place, word in enumerate(sentence.words)
        if word.kind == "word" and word.text[0].isupper() and _is_animals(sentence.words, place)
    )


def _is_animals(words: Sequence[Word], place: int) -> bool:
    beside = place > 0 and _ANIMAL.fullmatch(words[place - 1].folded) is not None
    return beside or is_animals(words, place)


_POSSESSED = re.compile(r"\w+(?<![аеәяы]н)[ыі](?:н\w*)?|\w*ауданы(?:н\w*)?|атында\w*|батыр")
"""A Kazakh noun that belongs to the name before it: ``көшесі``, ``музейінде``."""


_FEASTS = frozenset(
    ("айт", "айты", "айта", "байрам", "байрамы", "хайит", "ait", "ayt", "bayram", "hayit")
)
"""``Курбан-айт``, ``Ораза айт``"""


def _names_thing_before_it(after: Word) -> bool:
    cues = cues_of(after.folded)
    if after.folded in _FEASTS:
        return True
    if after.text[0].isupper() and is_given_name(after.text):
        return False  # Ковалёв Роман
    if after.text in ("би", "бия", "батыра", "bi", "batyr", "хана", "хан", "хандар"):
        return True
    if after.folded.isascii():
        return bool(cues & (Cue.THING | Cue.ORGANISATION))
    if not cues & (Cue.THING_AFTER | Cue.ORGANISATION) or _is_object(after.folded):
        return False
    return after.text[0].isupper() or _POSSESSED.fullmatch(after.folded) is not None


_OBJECT = re.compile(r"\w{3,}[тдн][ыі]")


def _is_object(folded: str) -> bool:
    """``Ербол Омаров орталықты ашты``: what somebody did something to is not called after him."""
    bare = cues_of(folded[:-2]) & (Cue.THING_AFTER | Cue.ORGANISATION)
    return bool(bare) and _OBJECT.fullmatch(folded) is not None


_QUOTED = re.compile(r"[\"“«„](?P<inside>[^\"”»“\n]{2,60})[\"”»“]")


_OWNER = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺA-Z][\w-]+ [А-ЯЁӘІҢҒҮҰҚӨҺA-Z]\. ?(?:[А-ЯЁӘІҢҒҮҰҚӨҺA-Z]\.)?")
"""``ИП «Досанов М.А.»``: a firm of one man bears his name."""


def _cues_before(words: Sequence[Word], first: int) -> Cue:
    """What the noun before a quotation is: ``компания «…»``, ``центр реабилитации «…»``."""
    if not first:
        return Cue(0)
    nearest = cues_of(words[first - 1].folded)
    plain = words[first - 1].text.islower() and not nearest and first > 1
    further = cues_of(words[first - 2].folded) if plain else Cue(0)
    return nearest | (further & (Cue.THING | Cue.ORGANISATION))


def quoted_things(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Quoted stretches that a word beside makes a ship's, a book's, an operation's name."""
    words = sentence.words
    found = []
    for match in _QUOTED.finditer(text, sentence.start, sentence.end):
        if _OWNER.fullmatch(match["inside"]):
            continue
        first = bisect_left(words, match.start(), key=lambda word: word.start)
        stop = bisect_left(words, match.end(), key=lambda word: word.start)
        before = _cues_before(words, first)
        after = cues_of(words[stop].folded) if stop < len(words) else Cue(0)
        if before & (Cue.THING | Cue.ORGANISATION) or after & (
            Cue.THING | Cue.THING_AFTER | Cue.ORGANISATION
        ):
            found.append(match.span())
    return found
