"""Terms of punishment whose years are said once: ``курьер – 12 лет, его помощники – по 10``."""

from __future__ import annotations

import re

from sholu.mentions.kazakh_counts import has_case_of_its_own
from sholu.mentions.list_entries import ends_entry
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told
from sholu.mentions.words import DASHES

_OF_PUNISHMENT = re.compile(r"prison|лишени\w+ свободы|айыру")
_LONGEST = 40
_EACH = frozenset(("each", "apiece", "каждый", "каждому"))
_SENTENCED = re.compile(r"сотталд\w*|кесілд\w*|айырылд\w*|сотталған\w*")
_BEFORE_SHARE = frozenset(("по", "до"))
_BEFORE_TERM = frozenset(("к", "на"))


def further_term(
    sentence: Sentence, quantity: PrintedQuantity, begin: int, told: Told
) -> Matter | None:
    """What a bare number is, where a term was told before and it stands as the next one does.

    Args:
        begin: where the words that qualify the number begin.
    """
    if quantity.numeral.collective:
        return None
    last = told.last
    if last is not None and last.unit.dimension == "time" and _is_next(sentence, quantity, begin):
        return last
    term = told.term
    if term is None or quantity.value > _LONGEST or _OF_PUNISHMENT.search(term.of or "") is None:
        return None
    is_term = {"en": _is_english_term, "ru": _is_russian_term, "kk": _is_kazakh_term}.get(
        sentence.language or ""
    )
    if is_term is None or not is_term(sentence, quantity, begin):
        return None
    return Matter((term.of or "").partition(" … ")[0], None, term.unit)


def _is_next(sentence: Sentence, quantity: PrintedQuantity, begin: int) -> bool:
    """``к восьми годам, второго – к шести с половиной``, ``на 12 лет, второй – на восемь``."""
    ends = ends_entry(sentence.words, quantity.stop)
    return sentence.language == "ru" and ends and _before(sentence, begin) in _BEFORE_TERM


def _is_russian_term(sentence: Sentence, quantity: PrintedQuantity, begin: int) -> bool:
    """``– по 10``, ``– до семи``, ``– 8``: after a dash, to the end of the entry."""
    words, place = sentence.words, quantity.stop
    if place < len(words) and not (ends_entry(words, place) or words[place].folded in _EACH):
        return False
    at = begin - 2 if _before(sentence, begin) in _BEFORE_SHARE else begin - 1
    return at > 0 and words[at].text in DASHES and words[at].start > words[at - 1].end


def _is_english_term(sentence: Sentence, quantity: PrintedQuantity, begin: int) -> bool:
    """``his aides 10 each``; what stands at the end of a clause may be a cell or a house."""
    words, place = sentence.words, quantity.stop
    return begin > 0 and place < len(words) and words[place].folded in _EACH


def _is_kazakh_term(sentence: Sentence, quantity: PrintedQuantity, begin: int) -> bool:
    """``8-ге сотталды``."""
    words, place = sentence.words, quantity.stop
    own = has_case_of_its_own(words, quantity.number_stop)
    return own and place < len(words) and _SENTENCED.fullmatch(words[place].folded) is not None


def _before(sentence: Sentence, begin: int) -> str:
    return sentence.words[begin - 1].folded if begin else ""
