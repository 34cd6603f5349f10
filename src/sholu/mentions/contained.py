"""What a mass is of whose noun does not say it: of what it contains, or of all told before."""

from __future__ import annotations

import re
from bisect import bisect_left

from sholu.core.quantity import Unit
from sholu.mentions.clauses import clause_words
from sholu.mentions.counted import NounPhrase
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.reference import REACH, Surroundings, is_generic
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter

_CUES = re.compile(
    r"содерж\w+|состав(?:а|е|у|ом)?|предположительно|похож\w+|схож\w+|напомина\w+|оказал\w+|является|именуем\w+"
    r"|названи\w+|опознан\w+|вероятно|видимо|предварительно|предварительным|признак\w+"
    r"|примес\w+|включа\w+|вход\w+"
)
_AHEAD = 14
"""Words from a mass to the name of what it contains: в состав которого, по заключению, входит …"""

_TOTAL = re.compile(
    r"(?<![–—-]) (?:всего|итого|суммарн\w+|совокупн\w+|таким образом|в общей сложности"
    r"|общ\w+ (?:вес\w*|масс\w+|объем\w*|количеств\w+))\b"
)
_DRUGS, _PRECURSORS = "narcotic_drugs", "precursors"


def substance_contained(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    inside: NameMatch | None,
    around: Surroundings,
) -> NameMatch | None:
    """``2 кг порошка, содержащего мефедрон``: the substance named for a nameless one."""
    if sentence.language != "ru" or phrase is None:
        return None
    vague = inside is not None and inside.code in around.vague
    if not vague and (inside is not None or not _begins_generic(phrase.text)):
        return None
    words, cue = sentence.words, False
    at = bisect_left(around.substances, words[quantity.stop - 1].end, key=lambda m: m.start)
    named = {match.start: match for match in around.substances[at : at + 4]}
    for place in range(phrase.first, min(phrase.first + _AHEAD, len(words))):
        word = words[place]
        match = named.get(word.start)
        if cue and match is not None and match.code not in around.vague:
            return match
        if word.kind == "number" or word.text in ";.":
            return None
        cue = cue or _CUES.fullmatch(word.folded) is not None
    return None


def _begins_generic(text: str) -> bool:
    """``порошка белого цвета``: a nameless substance, however it looks."""
    words = text.split()
    return any(is_generic(" ".join(words[:stop])) for stop in range(1, len(words) + 1))


def total_of_several(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    unit: Unit,
    around: Surroundings,
) -> Matter | None:
    """``Общий вес изъятого – 1 366 граммов`` after two substances: drugs, and neither of them."""
    if sentence.language != "ru" or unit.dimension != "mass" or _DRUGS not in around.vague:
        return None
    if phrase is not None and phrase.first >= quantity.stop and not is_generic(phrase.text):
        return None
    words = sentence.words
    before = " ".join(
        word.folded for word in words[max(0, quantity.first - _SAID) : quantity.first]
    )
    if _TOTAL.search(f" {before}") is None:
        return None
    start = words[quantity.first].start
    low = bisect_left(around.substances, start - REACH, key=lambda match: match.start)
    high = bisect_left(around.substances, start, key=lambda match: match.start)
    named = [m for m in around.substances[low:high] if m.code not in around.vague]
    kinds = {m.code for m in named}
    weighed = {m.code for m in named if m.start >= sentence.start}
    if len(kinds) < _SEVERAL or (len(weighed) == 1 and _WEIGHING.search(before)):
        return None
    said, _ = clause_words(sentence, quantity.first, quantity.stop)
    if kinds <= around.precursors:
        return Matter(" ".join(["прекурсоры …", *said]), _PRECURSORS, unit)
    return Matter(" ".join(["наркотики …", *said]), _DRUGS, unit)


_WEIGHING = re.compile(r"\b(?:общим|суммарным|совокупным) (?:весом|объемом)\b|\bобщей массой\b")
"""Of the noun before it: гектары конопли общим весом пять тонн."""
_SAID = 7
_SEVERAL = 2
