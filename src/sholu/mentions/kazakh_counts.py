"""What a Kazakh clause says of the persons or things that it counts: its verb, which stands last.

Persons counted are told by their noun and what happened to them (адам … ұсталды); parts of what
was counted (екеуі, он бірі, соның 112-сі) by the noun of the whole and what is said of the part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sholu.core.quantity import Unit
from sholu.mentions.kazakh_phrases import is_genitive, is_predicate, naming_words
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.told import Matter
from sholu.mentions.words import DASHES, Word
from sholu.vocabulary.model import Vocabulary

_CLAUSE_SIGNS = ".;:()!?,»،؛؟"
_KEPT = 3
"""Words kept of what is said: a verb with its object and adverb (бір жылдан артық таза жүр)."""
_REACH = 9
"""Words from a noun to its verb."""
_DIED = re.compile(
    r"көз (?:жұм|жұмд|жойыл)|көзі жойыл|қайтыс бол|қаза (?:тап|бол)|мерт бол|опат бол|ажал құш"
    r"|жан тапсыр|жантәсілім|жерле[дг]|өлі таб|(?:^| )өл(?:ді|ген|іп|тірілді|тірілген)"
    r"|(?:^| )мерт$|құрбан бол|көз жұмылды"
)


def predicate_after(words: Sequence[Word], stop: int) -> str | None:
    """The last words of the clause that goes on at ``stop``, if it ends in a verb."""
    if stop and is_genitive(words[stop - 1].folded):  # its own noun follows: адамның бірі
        return None
    high = stop
    while high < len(words) and high - stop < _REACH and words[high].text not in _CLAUSE_SIGNS:
        if words[high].text in DASHES and words[high].start > words[high - 1].end:
            break
        high += 1
        if high < len(words) and words[high].folded in _JOINS and is_predicate(words, high - 1, ()):
            break
    named = naming_words(words[stop:high])
    return " ".join(named[-_KEPT:]) or None


_JOINS = frozenset(("және", "ал", "деп"))


def part_of(words: Sequence[Word], whole: Matter, stop: int, vocabulary: Vocabulary) -> Matter:
    """A part of what was counted, which only its verb tells: екеуі көз жұмды."""
    noun = (whole.of or "").partition(" … ")[0]
    said = predicate_after(words, stop)
    of = " … ".join(part for part in (noun, said) if part)
    unit = killed_unit(whole.unit, said, vocabulary)
    return replace(whole, of=of or None, unit=unit)


@once_per_vocabulary
def _death(vocabulary: Vocabulary) -> Unit | None:
    return next((word.unit for word in vocabulary.units if word.unit.code == "death"), None)


def killed_unit(unit: Unit, said: str | None, vocabulary: Vocabulary) -> Unit:
    """Deaths, where the verb says of persons that they died."""
    if unit.code != "person" or said is None or _DIED.search(said.casefold()) is None:
        return unit
    return _death(vocabulary) or unit


_SINGLE_CHILD = re.compile(r"бала(?:ның|сы\w*)|қыз(?:дың|ы)|ұл(?:дың|ы)")
_PARENT = re.compile(r"(?:ана|әке)(?:сы|сі)\w*")
_BUILT = re.compile(
    r"(?:қабат|бөлме|саты|есік|жұлдыз|жақ|тіл|мән|деңгей|кезең|доңғалақ|дөңгелек|қыр|ауыз)"
    r"(?:лы|лі|ды|ді|ты|ті)"
)

_SIDE = re.compile(r"жағы(?:н|на|нда|ндағы|нан)?")


def describes_thing(words: Sequence[Word], place: int) -> bool:
    """``екі қабатты үй``, ``екі баланың анасы``, ``шекараның екі жағында``: a number that
    describes one thing or person."""
    if place + 1 >= len(words) or words[place].kind != "word":
        return False
    first, second = words[place].folded, words[place + 1].folded
    if _SIDE.fullmatch(first):
        return True
    if _BUILT.fullmatch(first):
        return words[place + 1].kind == "word"
    child = _SINGLE_CHILD.fullmatch(first) is not None
    return child and (_PARENT.fullmatch(second) is not None or second == "бар")


_CASE_OF_NUMBER = frozenset(
    ("ға", "ге", "қа", "ке", "дан", "ден", "тан", "тен", "нан", "нен", "ны", "ні", "ды", "ді",
     "ты", "ті", "ында", "інде", "сында", "сінде")
)  # fmt: skip
_AFTER_CASE = frozenset(
    ("астам", "аса", "артық", "асатын", "асқан", "көп", "кем", "жуық", "таяу", "жақын", "дейін",
     "тарта", "жоғары")
)  # fmt: skip


def has_case_of_its_own(words: Sequence[Word], number_stop: int) -> bool:
    """``46-ға жеткен``: a number in a case is its noun itself; ``46-дан астам адам`` is not."""
    word = words[number_stop - 1]
    hyphened = word.folded in _CASE_OF_NUMBER and words[number_stop - 2].text in DASHES
    after = words[number_stop].folded if number_stop < len(words) else ""
    return hyphened and after not in _AFTER_CASE
