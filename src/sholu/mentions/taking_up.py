"""How a sentence takes up what the sentence or paragraph before it counted."""

from __future__ import annotations

import re
from dataclasses import replace

from sholu.mentions.clauses import clause_words
from sholu.mentions.list_entries import COMPARED
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter

_THIS = re.compile(r" [«\"–—-]?\s?это (?!т|уже второ)")
_OPENS = re.compile(
    r" (?:это на|это (?:почти |более чем |чуть )?(?:в|вдвое|втрое)|их|таких|таковых"
    r"|всего (?:их|таких)|из (?:них|этого|общего)|среди (?:них|этих)|в (?:их|том) числе"
    r"|(?:год(?:ом)?|месяц(?:ем)?) (?:назад|ранее)|для сравнения|по сравнению|в (?:поза)?прошлом"
    r"|за (?:тот же|такой же|аналогичн\w+|весь прошл\w+|прошл\w+)|остальн\w+"
    r"|(?:больше|чаще) всего|меньше всего|еще (?!один|одн))\b"
)


def says_this(sentence: Sentence) -> bool:
    """``Это на 18 % больше``: the sentence speaks of the whole that the one before told."""
    return sentence.language == "ru" and _THIS.match(sentence.folded) is not None


def takes_up_paragraph(sentence: Sentence) -> bool:
    """``Из них …``, ``Годом ранее …``: a paragraph goes on with the one before."""
    return sentence.language == "ru" and _OPENS.match(sentence.folded) is not None


def opens_bracket(sentence: Sentence, begin: int) -> bool:
    """``1 290 осуждённых (71 %), к штрафу – 34``: the list goes on after its share in a bracket."""
    return begin > 0 and sentence.words[begin - 1].text == "("


def told_again(matter: Matter, sentence: Sentence, quantity: PrintedQuantity) -> Matter:
    """What was counted before, with what the clause of the new number says of it.

    ``осуждено 47 человек, оправдано девять``: persons, but those that were acquitted.
    """
    if sentence.language != "ru" or matter.of is None:
        return matter
    if quantity.first and sentence.words[quantity.first - 1].folded in COMPARED:
        return matter
    before, after = clause_words(sentence, quantity.first, quantity.stop)
    said = " ".join(before + after)
    if not said or said in matter.of:
        return matter
    noun = matter.of.partition(" … ")[0]
    return replace(matter, of=f"{noun} … {said}")
