"""Which people before a title do not own it: whom an official met, whose rights are his duty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.words import Word

_ADDRESSED = re.compile(r".{3,}(?:ами|ями|ам|ям|[мбп]ен|[ғг][ае]|[қк][ае]|н[ае]|[днт][ае]н)")
"""Dative and instrumental: ``жителям``, ``оқушылармен``, ``тұрғындарға``."""
_IN_FRONT = frozenset(("алдында", "атынан", "қатысуымен", "арасында", "үшін"))
_NATIONS = frozenset(("iranian", "turkmen"))
_KAZAKH_DUTY = frozenset(("жөніндегі", "бойынша", "істері", "құқықтары", "мәселелері"))
_DUTY = re.compile(
    r"правам|делам|вопросам|работе|защите|поддержке|профилактике|борьбе|охране|прав|защиты|rights|affairs|"
    r"protection|for"
)


def stands_aside(before: Sequence[Word], place: int) -> bool:
    """Whether a word for people is no owner of the title beside it: ``оқушылармен инспектор …``,
    ``уполномоченный по правам ребенка …``, ``Iranian police chief …``.

    Args:
        before: the clause before a name.
        place: where in it the word for people stands.
    """
    word, follows = before[place], before[place + 1 :]
    if not word.folded.isascii() and _ADDRESSED.fullmatch(word.folded):
        return True
    if any(later.folded in _KAZAKH_DUTY for later in follows):
        return True
    if follows and (follows[0].folded in _IN_FRONT or _is_of_compound(before, place)):
        return True
    if word.folded.isascii() and follows and _modifies(word, follows):
        return True
    private = bool(cues_of(word.folded) & Cue.PRIVATE)
    return not private and _is_duty(before[:place])


def _is_of_compound(before: Sequence[Word], place: int) -> bool:
    """``химик-эксперт``, ``эксперт-химик``, ``санитар дәрігер``"""
    beside = [*before[max(0, place - 2) : place], *before[place + 1 : place + 3]]
    tied = any(word.text == "-" for word in beside)
    sanitary = before[place].folded == "санитар"
    return (tied or sanitary) and any(cues_of(word.folded) & Cue.TITLE for word in beside)


def _modifies(word: Word, follows: Sequence[Word]) -> bool:
    """``UN Resident Coordinator``, ``Turkmen deputy minister``"""
    nation = word.folded in _NATIONS
    near = follows if nation else follows[:1] if word.folded == "resident" else ()
    return any(cues_of(later.folded) & Cue.TITLE for later in near)


def _is_duty(before: Sequence[Word]) -> bool:
    """A title, and after it what it is for: ``комиссар по делам …``"""
    titles = [place for place, word in enumerate(before) if cues_of(word.folded) & Cue.TITLE]
    return bool(titles) and any(_DUTY.fullmatch(word.folded) for word in before[titles[0] :])
