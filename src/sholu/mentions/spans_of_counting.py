"""Tell the time over which something is counted from a time that is itself a figure."""

from __future__ import annotations

import re

from sholu.mentions.ages import is_age
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import DASHES

_LONG = frozenset(("month", "week", "year", "day"))
_KAZAKH_OVER = re.compile(r"\w+(?:да|де|та|те|ның|нің|дың|дің|тың|тің|мен|бен|пен)")
_KAZAKH_WITHIN = frozenset(("ішінде", "бұрын", "бойы", "бойына", "аралығында", "сайын", "өткен"))
_ENGLISH_OVER = frozenset(("for", "in", "over", "during", "within", "past", "last", "first"))
_OCCURRENCES = frozenset(("рет", "мәрте", "мәрт", "time", "раз"))
_AGO = frozenset(
    ("ago", "earlier", "later", "назад", "бұрын", "спустя", "раньше", "ранее", "позже", "позднее")
)


def is_time_counted_over(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """Whether a number says how long was counted (``за восемь месяцев``), or that it was once.

    A term, the length of a course or of a custody is a figure: it is what the sentence tells.
    """
    words = sentence.words
    if is_age(sentence, quantity) or tells_clock(sentence, quantity):
        return True
    if quantity.unit is None:
        return quantity.stop < len(words) and words[quantity.stop].folded == "мәрте"
    if quantity.unit.dimension == "ratio":
        return _counts_occasions(sentence, quantity)
    if quantity.unit.code == "year" and _is_age(sentence, quantity):
        return True
    if (
        sentence.language == "kk"
        and quantity.unit.dimension == "time"
        and _is_when(sentence, quantity)
    ):
        return True
    is_span = quantity.unit.code in _LONG and quantity.value_high is None
    return is_span and _is_counted_over(sentence, quantity, quantity.unit.code)


_OLDEST = 110
_TERM = re.compile(
    r"лишени|колони|грозит|приговор|осужд|осуди|срок|назнач|арест|стаж|услов|получил|санкци|наказ|дали"
)
_DATIVE = re.compile(r"\w{2,}(?:у|ю|ому|ему|ой|ей|ам|ям|ым|им|ыми|ими)")
_AGE_BEFORE = frozenset(("в", "старше", "младше", "моложе", "исполнилось", "достигших", "возрасте"))


def _is_age(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``Лидеру 52 года``, ``участники от 16 до 70 лет``, ``в 15–16 лет``: how old, not how long."""
    words, low = sentence.words, quantity.first
    high = quantity.value_high or quantity.value
    if sentence.language != "ru" or high > _OLDEST or low == 0:
        return False
    if _TERM.search(sentence.folded) or words[quantity.stop - 1].folded == "годом":
        return False
    at = low - 1
    if quantity.value_high is not None and words[at].folded in ("от", "с") and at:
        at -= 1
        return _PERSON_NOUN.fullmatch(words[at].folded) is not None
    if words[at].text in DASHES and at:
        at -= 1
    if words[at].folded in _AGE_BEFORE:
        return True
    if "достижения" in sentence.folded:
        return True
    after = words[quantity.stop].text if quantity.stop < len(words) else "."
    return _DATIVE.fullmatch(words[at].folded) is not None and after in ".,;)"


_PERSON_NOUN = re.compile(r"\w{3,}(?:ов|ев|ей|ам|ям|ым|им|ых|их|ек|ики|ники|тели|ане|не|ки|и|ы|а)")


_CLOCK = frozenset(("утра", "вечера", "ночи", "пополудни", "полудня"))
_ORDINAL_HOUR = re.compile(
    r"(?:перв|втор|треть|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)(?:ого|его)"
)


def tells_clock(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``к шести утра``, ``около половины четвёртого``: when, not how much."""
    words = sentence.words
    if sentence.language != "ru" or quantity.stop >= len(words):
        return False
    following = words[quantity.stop].folded
    if quantity.numeral.half:
        return _ORDINAL_HOUR.fullmatch(following) is not None
    hour = quantity.unit is None or quantity.unit.code == "hour"
    return hour and following in _CLOCK


def _is_when(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``бес минуттан соң``: when something came, not how long it took."""
    words, stop = sentence.words, quantity.stop
    if sentence.language != "kk":
        return False
    ablative = words[stop - 1].folded.endswith(("нан", "нен", "дан", "ден", "тан", "тен"))
    return ablative and stop < len(words) and words[stop].folded in ("соң", "кейін", "бері")


def _counts_occasions(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``crossed the border 14 times``, ``три раза речь шла``: how often, not how much more."""
    words = sentence.words
    if words[quantity.stop - 1].folded not in (*_OCCURRENCES, "times", "раза"):
        return False
    after = words[quantity.stop].folded if quantity.stop < len(words) else ""
    before = words[quantity.first - 1].folded if quantity.first else ""
    if sentence.language == "ru":  # выезжали 842 раза is a count; раз, один раз say nothing
        return quantity.value == 1 and before not in _RUSSIAN_MULTIPLE and after not in _COMPARING
    if sentence.language == "en":
        compared = after in _COMPARING or _CHANGE.search(sentence.folded) is not None
        return not compared and not counts_crossings(sentence)
    return quantity.value < 3


def counts_crossings(sentence: Sentence) -> bool:
    """``crossed the border 14 times``: occasions that have a unit."""
    return " crossed " in sentence.folded


_RUSSIAN_MULTIPLE = frozenset(("в", "во", "чем", "до", "около", "почти", "примерно"))
_COMPARING = frozenset(
    ("more", "less", "higher", "lower", "fewer", "greater", "larger", "smaller", "as", "than",
     "the", "cheaper", "больше", "меньше", "выше", "ниже", "дороже", "дешевле", "чаще", "реже",
     "превышает")
)  # fmt: skip
_CHANGE = re.compile(r"increas|rose|risen|grew|grow|jump|multipl|exceed|fell|drop|decreas")


_RUSSIAN_OVER = frozenset(
    (
        "за",
        "итогам",
        "итоги",
        "первые",
        "последние",
        "ближайшие",
        "последних",
        "первых",
        "эти",
        "прошедшие",
    )
)


def _is_counted_over(sentence: Sentence, quantity: PrintedQuantity, unit: str) -> bool:
    words = sentence.words
    if sentence.language == "kk":
        if quantity.stop < len(words) and words[quantity.stop].folded in _KAZAKH_WITHIN:
            return True
        return _KAZAKH_OVER.fullmatch(words[quantity.stop - 1].folded) is not None
    if quantity.stop < len(words) and words[quantity.stop].folded in _AGO:
        return True
    before = words[quantity.first - 1].folded if quantity.first else ""
    if sentence.language == "ru":
        return before in _RUSSIAN_OVER
    beside = words[quantity.first - 2].folded if quantity.first > 1 else ""
    if before in ("last", "past") or (before == "the" and beside in ("in", "over", "during")):
        return True
    opens = quantity.first <= 2 or sentence.kind == "heading"
    reported = before in ("with", "in", "over", "during") or (
        opens and before in ("", *_ENGLISH_OVER)
    )
    reported = unit == "month" and quantity.value > 2 and reported
    return reported or _counts_in_a_span(sentence, quantity, before)


_IN_A_SPAN = frozenset(("in", "over", "during"))


def _counts_in_a_span(sentence: Sentence, quantity: PrintedQuantity, before: str) -> bool:
    """``In four weeks police exposed 212 crimes``: the span opens what was counted over it."""
    if before not in _IN_A_SPAN or quantity.first > _OPENING or sentence.kind == "heading":
        return False
    after = sentence.words[quantity.stop : quantity.stop + _NEXT]
    return any(word.kind == "number" for word in after) and (
        not after or after[0].folded not in ("of", "after", "from", "time")
    )


_OPENING, _NEXT = 5, 12
"""Words before a span that opens its sentence, and after it to the number that it counts over."""
