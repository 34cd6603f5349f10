"""What a number counts that no noun follows: the head of a list, or what was counted before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.core.quantity import Unit
from sholu.mentions.clauses import THAN_BEFORE, clause_around
from sholu.mentions.counted import is_russian_verb
from sholu.mentions.counted_units import names_person, unit_of
from sholu.mentions.explained import OUT_OF, explained_by
from sholu.mentions.fronted import undergone_by_persons
from sholu.mentions.kazakh_phrases import holds_fraction, is_predicate
from sholu.mentions.list_entries import COMPARED, ends_entry, head_of_entry
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.russian_rows import (
    fronted_matter,
    labelled_matter,
)
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told, is_ratio
from sholu.mentions.words import DASHES, Word, split_words
from sholu.vocabulary.model import Vocabulary

OTHERS = frozenset(("others", "остальных", "остальные", "других", "другие", "прочих"))
"""After a number: more of what was counted last."""

OPENS_ANOTHER = frozenset(
    ("the", "a", "an", "his", "her", "their", "he", "she", "they", "it", "годом", "год")
)
"""After a number these begin a clause of their own: ``in nine the buyers were minors``."""

_FRACTION = re.compile(r"(?:санти|милли)?метр\w{0,2}|шаг(?:а|ов|ах)?|(?:centi|milli)?met(?:re|er)s"
                       r"|градус\w{0,2}|"
                       r"трет[ьи]\w*|четвер(?:ть|ти|тей)|пят(?:ая|ых|ой)|десят(?:ая|ых)"
                       r"|thirds?|quarters?|fifths?|tenths?")  # fmt: skip
_GROUPS = frozenset(
    ("delegation", "group", "team", "gang", "ring", "family", "crew", "panel", "staff", "squad")
)
_ORDINAL = re.compile(
    r"first|second|third|fourth|fifth|other|latter|rest|перв\w{2,3}|втор\w{2,3}|треть\w{1,3}"
    r"|четверт\w{2,3}|друг\w{2,3}|остальн\w{2,3}|последн\w{2,3}"
)
_TIME_WORD = re.compile(
    r"год\w{0,3}|месяц\w{0,3}|квартал\w{0,2}|период\w{0,2}|полугоди\w|(?:поза)?прошл\w+|ранее|м|й|го|январ\w"
    r"|жыл\w*|айы?мен|кезең\w*|салыстырғанда|бұрын|былтыр\w*|көрсеткіш\w*|тоқсан\w*|жартыжыл\w*"
    r"|years?|months?|quarter|period|earlier|ago|last|previous|before|показател\w|результат\w|аппг"
)
_ENGLISH_VERB = re.compile(
    r"was|were|are|is|had|have|has|did|do|\w{3,}ed|sold|got|went|came|found|made|took|said|left|fled"
    r"|held|fell|rose|gave|kept|led|lost|paid|met|lay|stood|hid|hung|sat|slept|ran|began|became|chose"
    r"|drew|drove|flew|grew|knew|sent|spent|taught|threw|told|thought|won|wrote|spoke|bought|brought"
    r"|caught|cost|fought|hit|put|quit|remain|live|work|face|need|use|remains"
)
_EXISTENCE = frozenset(
    ("было", "будет", "стало", "насчитывалось", "оказалось", "were", "was", "is", "are")
)
_PREPOSITIONS = frozenset(
    ("with", "in", "from", "to", "by", "at", "on", "for",
     "в", "во", "на", "из", "от", "с", "со", "у", "по", "для", "через")
)  # fmt: skip
_PERSON = (Word("persons", "persons", 0, 7, "word"),)


def person_unit(vocabulary: Vocabulary) -> Unit:
    """The unit of counts of persons."""
    return unit_of(_PERSON, "en", vocabulary)


def is_part_of_ratio(sentence: Sentence, quantity: PrintedQuantity, begin: int) -> bool:
    """``two thirds``, ``one in four``, ``восемь из десяти``, a height: no count of anything."""
    words, place = sentence.words, quantity.stop
    if place < len(words) and _FRACTION.fullmatch(words[place].folded):
        return True
    if sentence.language == "kk" and holds_fraction(words[max(0, begin - 1) : place + 1]):
        return True
    before = [word.folded for word in words[max(0, begin - 2) : begin]]
    if before in (["one", "in"], ["один", "из"], ["одна", "из"]):
        return True
    if not quantity.numeral.spelled or quantity.value > _SMALL:
        return False
    return (
        before == ["out", "of"]
        or _stands_for_ten(words, place, sentence.language)
        or (len(before) == 2 and before[1] in OUT_OF and quantity.value == _SMALL)
    )


_SMALL = 10
"""The whole of a ratio in words: eight of ten."""


def _stands_for_ten(words: Sequence[Word], place: int, language: str | None) -> bool:
    if [word.folded for word in words[place : place + 2]] == ["out", "of"]:
        place += 1  # four out of five
    if place + 1 >= len(words) or words[place].folded not in ("из", "in", "of"):
        return False
    return words[place + 1].folded in ("десяти", "ten", "пяти", "five")


def read_unnamed(
    sentence: Sentence,
    quantity: PrintedQuantity,
    place: int,
    begin: int,
    told: Told,
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a number counts that no noun follows; None if nothing says it."""
    explained = explained_by(sentence, quantity, place, begin, vocabulary)
    if explained is not None:
        return explained
    fronted = None
    if not is_difference(sentence.words, place):
        fronted = fronted_matter(sentence, begin, told, vocabulary)
    before = fronted or _same_again(sentence, quantity, place, begin, told)
    before = before or labelled_matter(sentence, place, begin, told)
    if before is not None:
        return before
    named = head_of_entry(sentence, place, begin, told, vocabulary) or _unnamed_persons(
        sentence, quantity, place, begin, told, vocabulary
    )
    if named is not None:
        return named
    if told.last is not None and (
        _continues_list(sentence, place, begin) or _adds(sentence.words, place, begin)
    ):
        return told.amount if is_ratio(told.last.unit) else told.last
    return told.counted if _takes_up(sentence, place, begin) else None


def _same_again(
    sentence: Sentence, quantity: PrintedQuantity, place: int, begin: int, told: Told
) -> Matter | None:
    """The same thing at another time, or the same money."""
    if told.amount is not None and repeats_last(sentence, place, begin, told):
        return told.amount
    return told.money if told.money is not None and _is_sum(sentence, quantity) else None


_OF_AGE = re.compile(r"under(?:age)?|over|aged?|younger|older|старше|младше|моложе|возрасте")


def _tells_age(words: Sequence[Word], place: int) -> bool:
    """``12 under age``, ``пятеро не старше 22 лет``: so many persons, told by their age."""
    following = [word.folded for word in words[place : place + 2]]
    return any(_OF_AGE.fullmatch(word) for word in following)


def _unnamed_persons(
    sentence: Sentence,
    quantity: PrintedQuantity,
    place: int,
    begin: int,
    told: Told,
    vocabulary: Vocabulary,
) -> Matter | None:
    """A population, ``четверо``, ``a delegation of seven``: persons, though nobody says so."""
    if _is_population(sentence, begin):
        return Matter(None, None, person_unit(vocabulary))
    if quantity.numeral.collective or _are_held(sentence, place):
        return _persons(sentence, quantity, told, vocabulary)
    if _is_of_group(sentence, begin):
        return Matter(sentence.words[begin - 2].text, None, person_unit(vocabulary))
    if [word.folded for word in sentence.words[max(0, begin - 2) : begin]] == ["в", "отношении"]:
        return _persons(sentence, quantity, told, vocabulary)
    if undergone_by_persons(sentence, begin) and ends_entry(sentence.words, place):
        return _persons(sentence, quantity, told, vocabulary)
    return told.persons if _tells_age(sentence.words, place) else None


def _are_held(sentence: Sentence, place: int) -> bool:
    """``six operations, nine held``: whom nobody names is held; lectures are held somewhere."""
    words = sentence.words
    if sentence.language != "en" or place >= len(words) or words[place].folded != "held":
        return False
    return ends_entry(words, place + 1) or words[place + 1].folded in _HELD_FOR


_HELD_FOR = frozenset(("over", "for", "after", "with", "as"))
_MILLION = 1e6
_EARNED = re.compile(
    r"заработ|наработ|получ|заплат|выруч|отда[лт]|вышл|подня|выход|потеря|лишил|плат[ия]л|перев[её]л|"
    r"earned|paid|made|received|тапқан|табыс|төле"
)


def _is_sum(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``наработал на 640 тысяч``, where money was spoken of: so many of the same."""
    scale = quantity.numeral.scale
    return scale >= _MILLION or (scale > 1 and _EARNED.search(sentence.folded) is not None)


def repeats_last(sentence: Sentence, place: int, begin: int, told: Told) -> bool:
    """``against 4,870 a year ago``, ``(4,870 last year)``, ``во втором – 391``: the same thing."""
    words = sentence.words
    if not begin:
        return False
    before = words[begin - 1]
    if _is_compared_with(words, begin):
        return True
    if (
        before.folded in OUT_OF
        and told.amount == told.counted
        and not _is_of_group(sentence, begin)
    ):
        return (begin > 1 and ends_entry(words, place)) or _is_verb(sentence, place)
    if before.text != "(" and before.text not in DASHES:
        return False
    # What a bracket or a dash follows is a time or one of a row: "year earlier (93,600)".
    low = max(0, begin - 4)
    beside = [word.folded for word in words[low : begin - 1] if word.kind == "word"][-2:]
    timed = any(_TIME_WORD.fullmatch(word) for word in beside)
    row = bool(beside) and _ORDINAL.fullmatch(beside[-1]) is not None
    dated = begin > 1 and words[begin - 2].kind in ("number", "dotted")
    if before.text in DASHES:
        return (timed or row or dated) and before.start > words[begin - 2].end
    changed = told.last is not None and told.last != told.amount
    after = [word.folded for word in words[place : place + 3]]
    timed = timed or any(_TIME_WORD.fullmatch(word) for word in after)
    return timed or changed or (bool(after) and after[0] in _PREPOSITIONS)


_SET_BESIDE = {
    "with": ("compared", "comparison"),
    "to": ("compared",),
    "from": ("up", "down"),
}
"""Words before a number that is set beside the one told before: ``compared to seven``."""


def _is_compared_with(words: Sequence[Word], begin: int) -> bool:
    """``against 4,870``, ``the second – 391``, ``over the 10,800 hectares of a year before``."""
    before = words[begin - 1].folded
    if before == "the" and begin > 1:
        return words[begin - 2].folded in ("over", "than", "against", "from")
    if before in _SET_BESIDE and begin > 1 and words[begin - 2].folded in _SET_BESIDE[before]:
        return True
    return before in COMPARED or _ORDINAL.fullmatch(before) is not None


def _persons(
    sentence: Sentence, quantity: PrintedQuantity, told: Told, vocabulary: Vocabulary
) -> Matter:
    """``воздержались пятеро``: persons told of before, with what the clause says of these."""
    clause = clause_around(sentence, quantity.first, quantity.stop)
    if told.persons is None or told.persons.of is None or not _names_persons(sentence, told):
        return Matter(clause, None, person_unit(vocabulary))
    whom = told.persons.of.partition(" … ")[0]
    said = whom if clause is None else f"{whom} {clause}"
    return Matter(said, None, person_unit(vocabulary))


def _names_persons(sentence: Sentence, told: Told) -> bool:
    """Whether the persons told of before have a noun; ``умерли 19`` has none to hand on."""
    if sentence.language != "ru" or told.persons is None or told.persons.of is None:
        return True
    words = split_words(told.persons.of.partition(" … ")[0])
    return names_person(words, "ru")


def _is_of_group(sentence: Sentence, begin: int) -> bool:
    """``a delegation of seven``."""
    words = sentence.words
    return begin > 1 and words[begin - 1].folded == "of" and words[begin - 2].folded in _GROUPS


def _is_population(sentence: Sentence, begin: int) -> bool:
    """``a population of 15 million``, ``население 20 млн``: persons, though nobody says so."""
    before = " ".join(word.folded for word in sentence.words[max(0, begin - 2) : begin])
    return before.endswith(("population of", "население", "населением", "халқы", "халық саны"))


def _continues_list(sentence: Sentence, place: int, begin: int) -> bool:
    """``300 km with Aldaria, 420 with Morovia``: the unit is said once."""
    words = sentence.words
    after_comma = begin > 0 and words[begin - 1].folded in (",", ";", "and", "и", "және")
    return after_comma and place < len(words) and words[place].folded in _PREPOSITIONS


def _adds(words: Sequence[Word], place: int, begin: int) -> bool:
    """``изъяли 121 кг, на другие области пришлось ещё 96``: more of the last, in its unit."""
    return begin > 1 and words[begin - 1].folded in _MORE and ends_entry(words, place)


def _takes_up(sentence: Sentence, place: int, begin: int) -> bool:
    """``33 sold``, ``в двадцати семи выявлены``, ``их было 35``: some of the same."""
    words = sentence.words
    if _is_verb(sentence, place) or is_difference(words, place):
        return True
    if begin and words[begin - 1].folded in _MORE:
        return ends_entry(words, place) or sentence.language == "ru"
    if begin and ends_entry(words, place) and _RUSSIAN_DONE.fullmatch(words[begin - 1].folded):
        return True  # установлено 214 тайников, вскрыто 197
    if place < len(words) and words[place].folded in OPENS_ANOTHER:
        return begin > 0 and words[begin - 1].folded in _PREPOSITIONS
    if begin and words[begin - 1].folded in _EXISTENCE and ends_entry(words, place):
        beside = words[begin - 2].folded if begin > 1 else ""
        return beside in ("их", "there", "таких", "таковых", "they") or sentence.language == "ru"
    return False


_MORE = frozenset(("ещё", "еще", "another", "тағы"))
_RUSSIAN_DONE = re.compile(r".{2,}(?:ан|ен|ят|ыт)о|.{3,}(?:лось|лись)")


def is_difference(words: Sequence[Word], place: int) -> bool:
    """``на 37 больше, чем``, ``11 more than in 2023``: so many of what was counted before."""
    if place + 1 >= len(words) or words[place].folded not in _MORE_OR_LESS:
        return False
    after = words[place + 1].folded
    return after in (",", "чем", "than", ".", ")", "(") or after in THAN_BEFORE


_MORE_OR_LESS = frozenset(("больше", "меньше", "more", "fewer", "less"))


def _is_verb(sentence: Sentence, place: int) -> bool:
    if place >= len(sentence.words):
        return False
    word = sentence.words[place].folded
    if sentence.language == "en":
        return _ENGLISH_VERB.fullmatch(word) is not None
    if sentence.language == "kk":
        return is_predicate(sentence.words, place, ())
    return sentence.language == "ru" and is_russian_verb(word)
