"""Say who of the people named is held, suspected or sentenced: that person speaks for nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.person_roles import BREAKS, REACH, is_active
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

_PREDICATE = re.compile(r"\w+(?:ен|ена|ены|ан|ана|аны|ed|ды|ді|ған|ген)")
_PASSIVE = frozenset((
    "was", "were", "is", "are", "been", "being", "be", "got", "found", "pleaded", "also", "then",
    "later", "both", ",", "on", "of", "and", "under", "-", "–",
))  # fmt: skip
_QUOTED_SOURCE = frozenset((
    "according", "словам", "мнению", "данным", "информации", "сведениям", "версии", "утверждению",
    "заявлению", "сообщению", "оценке", "оценкам", "подсчетам", "признанию", "свидетельству",
    "айтуынша", "сөзінше", "мәліметінше", "пікірінше", "дерегінше", "хабарлауынша", "есебінше",
))  # fmt: skip
_HOLDS = re.compile(
    r"задерж(?:ал[аио]?|ив\w+)|арестова(?:л[аио]?|в)|осуди(?:л[аио]?|в)|приговори(?:л[аио]?|в)|"
    r"поймал[аио]?|разоблачил[аио]?|уличил[аио]?|заподозрил[аио]?|подозрева(?:ет|ют|л[аио]?)|"
    r"обвини(?:л[аио]?|в)|обвиня(?:ет|ют|л[аио]?)|судят|арестует|задержит"
)
_OBJECT = re.compile(r"\w{3,}(?:[ая]|его|ого|[ую]ю?)")
_SUBJECTS = frozenset(("судья", "глава", "старшина", "врио"))
"""Titles that end so in the nominative."""
_CRIME = re.compile(
    r"сат(?:қан|ты|ып|умен)|сақта(?:ған|ды|п)|тасы(?:ған|малда\w+)|жасыр(?:ған|ды|ып)"
    r"|продавал\w?|сбывал\w?|хранил\w?|перевозил\w?|прятал\w?|торговал\w?|варил\w?|вину|кінәсін"
    r"|sold|smuggled|trafficked|pleaded"
)
"""What an official does not do, and nobody says of one who speaks for an agency."""
_GIVEN = frozenset(("received", "got", "faces", "gets", "получил", "получила", "получит"))
_TERM = re.compile(r"years?|months?|sentence|term|лет|года?|месяц\w*|срок\w*|штраф\w*")


def is_accused(sentence: Sentence, start: int, end: int, names: Container[int]) -> bool:
    """Whether a name is the one who is detained, suspected or sentenced in its sentence."""
    words = sentence.words
    first = bisect_left(words, start, key=lambda word: word.start)
    stop = bisect_left(words, end, key=lambda word: word.start)
    return (
        _accused_before(words, first, names)
        or _accused_after(words, stop, names, sentence)
        or _held_in_apposition(words, stop, names)
    )


_HELD = re.compile(
    r"(?:задержанн|арестованн|осужд[её]нн|подозреваем|обвиняем|уволенн|отстран[её]нн|разыскиваем|пойманн|"
    r"приговор[её]нн|уличенн|скрывш)\w+|detained|arrested|convicted|accused|suspected|charged|sentenced|dismissed"
)


def _held_in_apposition(words: Sequence[Word], stop: int, names: Container[int]) -> bool:
    """``судью …, задержанного с поличным``; no ``прокурор …, подозреваемый Асанов``."""
    near = words[stop : stop + 4]
    if len(near) < 3 or near[0].text != "," or not _HELD.fullmatch(near[1].folded):
        return False
    if any(_opens_source(word) for word in words[max(0, stop - REACH) : stop]):
        return False  # "по словам судьи Сейтова, задержанный …"
    return not any(word.start in names for word in near[2:])


def _accused_before(words: Sequence[Word], first: int, names: Container[int]) -> bool:
    """``Задержан начальник отдела …``"""
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = words[place]
        cues = cues_of(word.folded)
        if word.text in ',;:()«»"' or word.start in names or word.folded in BREAKS:
            return False
        if Cue.ACCUSED in cues or _holds(words, place, first):
            return True
        if cues & Cue.SPEAKING or is_active(word):
            return False
    return False


def _holds(words: Sequence[Word], place: int, first: int) -> bool:
    """``ГКНБ задержал сотрудника таможни …``: whom somebody holds; ``задержал инспектор …`` holds
    others."""
    if not _HOLDS.fullmatch(words[place].folded):
        return False
    titles = [w for w in words[place + 1 : first] if cues_of(w.folded) & (Cue.TITLE | Cue.PRIVATE)]
    return bool(titles) and _is_object(titles[0].folded)


def _is_object(title: str) -> bool:
    return title not in _SUBJECTS and _OBJECT.fullmatch(title) is not None


def _accused_after(
    words: Sequence[Word], stop: int, names: Container[int], sentence: Sentence
) -> bool:
    """``Начальник отдела … арестован``, ``… was arrested``, ``… ұсталды``."""
    if sentence.language == "kk" and any(
        Cue.SPEAKING in cues_of(word.folded) for word in words[stop:]
    ):
        return False
    quoted = any(_opens_source(word) for word in words[max(0, stop - REACH) : stop])
    for place in range(stop, min(len(words), stop + REACH + 4)):
        word = words[place]
        cues = cues_of(word.folded)
        ended = word.text in ";:" or (word.text == "," and quoted)
        if ended or word.start in names or word.folded in ("что", "that", "деп"):
            return False
        if word.folded in _GIVEN:
            return any(_TERM.fullmatch(later.folded) for later in words[place : place + 7])
        if Cue.ACCUSED in cues or _CRIME.fullmatch(word.folded):
            return _is_predicate(words, place, stop)
        if cues & (Cue.SPEAKING | Cue.PRIVATE | Cue.RESIDENCE) or is_active(word):
            return False
    return False


def _is_predicate(words: Sequence[Word], place: int, stop: int) -> bool:
    """Whether a word for what one is accused of is said of the name before, or names another."""
    word = words[place]
    if _CRIME.fullmatch(word.folded):
        return True
    passive = not word.folded.isascii() or words[place - 1].folded in _PASSIVE
    somebody = Cue.PRIVATE in cues_of(word.folded) and not _PREDICATE.fullmatch(word.folded)
    return passive and (not somebody or place == stop + 1)


def _opens_source(word: Word) -> bool:
    """``по словам …,``, ``как рассказал следователь …,``: after the comma is what was told."""
    return word.folded in _QUOTED_SOURCE or Cue.SPEAKING in cues_of(word.folded)
