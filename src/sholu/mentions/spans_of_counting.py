"""Tell the time over which something is counted from a time that is itself a figure."""

from __future__ import annotations

import re

from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence

_LONG = frozenset(("month", "week", "year", "day"))
_KAZAKH_OVER = re.compile(r"\w+(?:да|де|та|те|ның|нің|дың|дің|тың|тің|мен|бен|пен)")
_KAZAKH_WITHIN = frozenset(("ішінде", "бұрын", "бойы", "бойына", "аралығында", "сайын", "өткен"))
_ENGLISH_OVER = frozenset(("for", "in", "over", "during", "within", "past", "last", "first"))
_OCCURRENCES = frozenset(("рет", "мәрте", "мәрт", "time", "раз"))
_AGO = frozenset(("ago", "earlier", "later", "назад", "бұрын", "спустя"))


def is_time_counted_over(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """Whether a number says how long was counted (``за восемь месяцев``), or that it was once.

    A term, the length of a course or of a custody is a figure: it is what the sentence tells.
    """
    words = sentence.words
    if quantity.unit is None:
        return quantity.stop < len(words) and words[quantity.stop].folded == "мәрте"
    if quantity.unit.dimension == "ratio":
        return _counts_occasions(sentence, quantity)
    is_span = quantity.unit.code in _LONG and quantity.value_high is None
    return is_span and _is_counted_over(sentence, quantity, quantity.unit.code)


def _counts_occasions(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``crossed the border 14 times``, ``три раза речь шла``: how often, not how much more."""
    words = sentence.words
    if words[quantity.stop - 1].folded not in (*_OCCURRENCES, "times", "раза"):
        return False
    after = words[quantity.stop].folded if quantity.stop < len(words) else ""
    before = words[quantity.first - 1].folded if quantity.first else ""
    if sentence.language == "ru":
        return before not in _RUSSIAN_MULTIPLE and after not in _COMPARING
    if sentence.language == "en":
        return after not in _COMPARING and not _CHANGE.search(sentence.folded)
    return quantity.value < 3


_RUSSIAN_MULTIPLE = frozenset(("в", "во", "чем", "до", "около", "почти", "примерно"))
_COMPARING = frozenset(
    ("more", "less", "higher", "lower", "fewer", "greater", "larger", "smaller", "as", "than", "the",
     "cheaper", "больше", "меньше", "выше", "ниже", "дороже", "дешевле", "чаще", "реже", "превышает")
)  # fmt: skip
_CHANGE = re.compile(r"increas|rose|risen|grew|grow|jump|multipl|exceed|fell|drop|decreas")


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
        return before in ("за", "итогам")
    opens = quantity.first <= 2 or sentence.kind == "heading"
    reported = before in ("with", "in", "over", "during") or (
        opens and before in ("", *_ENGLISH_OVER)
    )
    return unit == "month" and quantity.value > 2 and reported
