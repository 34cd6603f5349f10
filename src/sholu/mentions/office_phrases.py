"""The phrases beside a name that may say what office its bearer holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from sholu.mentions.office_words import word_kinds
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

REACH = 15
_REACH_BEFORE = 20
"""Words between a title and its name: "head of the department for … of the region" is as long."""

_BREAKS = frozenset((
    "что", "чтобы", "который", "которая", "которые", "как", "словам", "мнению", "данным",
    "that", "which", "who", "whom", "whose", "according", "by", "with", "деп", "де", "после",
    "из-за", "because", "after", "from", "против", "against", "вместе",
))  # fmt: skip
_ACTIVE = re.compile(r"\w{2,}[аеияыо]ла?|\w{2,}[аеияыо]ли|[a-z]{3,}ed")
_NOT_ACTIVE = frozenset((
    "appointed", "retired", "wounded", "injured",
    "united", "armed", "organised", "organized", "specialised",
    "specialized", "elected", "certified", "authorised", "authorized", "limited", "related",
    "combined", "accredited", "honoured", "honored", "decorated", "respected", "assigned",
    "headed", "established", "created", "unnamed", "based", "hundred",
    "отдела", "дела", "начала", "села", "числа", "стола", "был", "была", "было", "были",
    "задержали", "арестовали", "осудили", "приговорили", "жедел", "ауыл", "биыл", "отдел", "школа",
    "канала", "зала", "квартала", "персонала", "материала", "филиала", "капитала", "терминала",
    "журнала", "портала", "арсенала", "трибунала", "вокзала", "протокола", "раздела", "тыла",
    "райотдела", "горотдела", "облотдела", "подотдела", "филиал", "персонал", "вокзал", "портал",
))  # fmt: skip
_OPENS = {
    **dict.fromkeys((",", "–", "—", "-"), "apposition"),
    "(": "bracket",
    **dict.fromkeys(("of", "from", "at", "with", "из"), "of"),
}
_QUOTES = '"“«'
_NAME_GOES_ON = 3
"""Words of a name after its first, and what opens the phrase after it."""
_AND = frozenset(("and", "и", "мен", "пен", "бен", "және", "а", ","))
_RELATIONS = frozenset((
    "relations", "cooperation", "communication", "communications", "liaison", "work", "links",
    "contacts",
))  # fmt: skip
_WHO = frozenset((
    "who", "который", "которая", "возглавляющий", "возглавляющая", "heading", "leading",
))  # fmt: skip


@dataclass(frozen=True)
class NamePlace:
    """A name in its sentence.

    Attributes:
        first, stop: places of its words; stop exclusive.
        before: the words before it that belong to it, back to a sign, a name or a verb.
        limit: the place of the word before that phrase; -1 where the sentence begins.
        after: an apposition, a bracket, ``of …``, ``who …`` or ``works as …`` after it, without its
            opening.
        opening: which of these it is; empty for none.
    """

    sentence: Sentence
    first: int
    stop: int
    before: Sequence[Word]
    limit: int
    after: Sequence[Word]
    opening: str


def place_name(sentence: Sentence, start: int, end: int, names: Container[int]) -> NamePlace:
    """Where a name stands, and the phrases beside it.

    Args:
        names: where names begin in the text; a title belongs to the nearest.
    """
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    stop = bisect_left(words, end, key=lambda word: word.start)
    before = _phrase_before(words, _first_of_row(words, first, names), names)
    begins = bisect_left(words, before[0].start, key=lambda w: w.start) if before else first
    opening, after = _phrase_after(words, first, stop, names)
    return NamePlace(sentence, first, stop, before, begins - 1, after, opening)


def _phrase_before(words: Sequence[Word], first: int, names: Container[int]) -> list[Word]:
    phrase: list[Word] = []
    known = _without_quoted(words[max(0, first - _REACH_BEFORE) : first])
    for place, word in reversed(list(enumerate(known))):
        cues = cues_of(word.folded)
        if cues & Cue.TITLE and place and _goes_on_a_name(known[place - 1], word):
            break
        if word.start in names:
            return _without_others(phrase)
        if word.text in ';:"“”«»()' or _breaks(known, place):
            break
        in_chain = word.text == "," and _goes_on_with_rank(known, place, phrase)
        if word.text in ",–—" and not in_chain and (phrase or not _is_apposition(words, first)):
            break
        if not cues & Cue.TITLE and (cues & Cue.SPEAKING or is_held(word, before=True)):
            break
        if is_active(word):
            break
        phrase.insert(0, word)
    return phrase


def _breaks(words: Sequence[Word], place: int) -> bool:
    """``with`` belongs to an office in ``head of relations with the press``."""
    word = words[place]
    if word.folded == "with" and place and words[place - 1].folded in _RELATIONS:
        return False
    return word.folded in _BREAKS


def _without_others(phrase: Sequence[Word]) -> list[Word]:
    """Without what belongs to the name before: ``… of the police and analyst Marat Omarov``."""
    if not any(word.folded in _OPENS for word in phrase[:_NAME_GOES_ON]):
        return list(phrase)
    joined = [place for place, word in enumerate(phrase) if word.folded in _AND]
    return list(phrase[joined[-1] + 1 :]) if joined else []


def _goes_on_with_rank(words: Sequence[Word], comma: int, phrase: Sequence[Word]) -> bool:
    """``начальник управления, полковник полиции Омаров``: both titles are his."""
    if not phrase or Cue.RANK not in cues_of(phrase[0].folded):
        return False
    for word in reversed(words[max(0, comma - _REACH_BEFORE) : comma]):
        if Cue.TITLE in cues_of(word.folded):
            return True
        if word.text in ',;:"“”«»()' or is_active(word):
            break
    return False


def _goes_on_a_name(before: Word, word: Word) -> bool:
    """``Одинаева Хокима``: a name that sounds like a title."""
    capitals = before.text[0].isupper() and word.text[0].isupper() and not word.folded.isascii()
    return capitals and not cues_of(before.folded) and not word.text.isupper()


def _phrase_after(
    words: Sequence[Word], first: int, stop: int, names: Container[int]
) -> tuple[str, list[Word]]:
    opening, begins = _opening(words, first, stop)
    if opening == "apposition" and begins < len(words) and is_active(words[begins]):
        return "", []  # "his mother, Zaure, covered …": the clause goes on
    phrase: list[Word] = []
    for word in words[begins : begins + REACH] if opening else ():
        if word.start in names:
            return _before_next_name(opening, phrase)
        if word.text in ",;:)–—" or (phrase and (word.folded in _BREAKS or word.text in _QUOTES)):
            break
        if Cue.SPEAKING in cues_of(word.folded) and not cues_of(word.folded) & Cue.TITLE:
            break
        phrase.append(word)
    return opening, phrase


def _before_next_name(opening: str, phrase: list[Word]) -> tuple[str, list[Word]]:
    """``Omarov, prosecutor Akhmetov``, ``Omarov of the police and analyst Akhmetov``: a title just
    before a name is not that of the one before."""
    if opening == "apposition" and any(Cue.TITLE in cues_of(word.folded) for word in phrase):
        return "", []
    joined = [place for place, word in enumerate(phrase) if word.folded in _AND]
    return opening, phrase[: joined[-1]] if joined else phrase


_SERVES_WITHIN = 4


def _opening(words: Sequence[Word], first: int, stop: int) -> tuple[str, int]:
    """What opens the phrase after a name, and where that begins."""
    if first and "serves" in word_kinds(words[first - 1]):
        return "serves", stop  # "appointed … head of"
    if stop < len(words) and words[stop].folded in _OPENS:
        who = stop + 1 < len(words) and words[stop + 1].folded in _WHO
        return ("who", stop + 2) if who else (_OPENS[words[stop].folded], stop + 1)
    for place in range(stop, min(len(words), stop + _SERVES_WITHIN)):
        if words[place].text in ",;:.":
            break
        if word_kinds(words[place]) & {"serves", "leads"}:
            return "serves", place
    return "", stop


def _without_quoted(words: Sequence[Word]) -> Sequence[Word]:
    """``командир отряда «Сункар» …``: the words before a name without the names of things."""
    kept: list[Word] = []
    opened = None
    for word in words:
        if word.text in "«“":
            opened = len(kept)
        elif word.text in "»”" and opened is not None and len(kept) - opened <= _QUOTED:
            del kept[opened:]
            opened = None
            continue
        kept.append(word)
    return kept


_QUOTED = 6
"""Words of a thing's name in quotation marks, with the mark before it."""


_ROW = frozenset((",", "and", "и", "мен", "пен", "бен", "және"))
_PLURAL = re.compile(r"\w+(?:[ыи]|ов|ей|[ая]м|[ая]ми|[лдт][ае]р\w*|s)")


def _first_of_row(words: Sequence[Word], first: int, names: Container[int]) -> int:
    """Where a row of names begins whose title is in the plural: ``судьи Ахметов и Садыков``."""
    place = first
    while place > 1 and words[place - 1].folded in _ROW:
        start = place - 2
        while start > 0 and (words[start].text[0].isupper() or words[start].text == "."):
            if words[start].start in names:
                break
            start -= 1
        if words[start].start not in names:
            break
        place = start
    title = words[place - 1].folded if place else ""
    in_plural = _PLURAL.fullmatch(title) and cues_of(title) & Cue.TITLE
    return place if in_plural else first


_CLOSING_SIGNS = ',–—-:;()"“”«»'


def _is_apposition(words: Sequence[Word], first: int) -> bool:
    """``the head of the centre, Marat Ospanov, said``; no ``as the investigator said, Ospanov …``:
    a sign closes the name as one opens it, or a verb of speaking stands before the title."""
    place = first
    while place < len(words) and (words[place].text[0].isupper() or words[place].text in ".-"):
        place += 1
    return place == len(words) or words[place].text in _CLOSING_SIGNS


def is_held(word: Word, *, before: bool) -> bool:
    """Whether a word tells that whoever is named after it, or before it, is held or accused."""
    kinds = word_kinds(word)
    custody = before and "custody" in kinds
    return custody or "held" in kinds or Cue.ACCUSED in cues_of(word.folded)


def is_active(word: Word) -> bool:
    """A Russian or English verb of the past: what stands before it does not belong to the name
    after it."""
    return (
        word.kind == "word"
        and word.text[0].islower()
        and _ACTIVE.fullmatch(word.folded) is not None
        and word.folded not in _NOT_ACTIVE
        and not cues_of(word.folded)
    )
