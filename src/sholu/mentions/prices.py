"""Find what a price is for where it doesn't follow the sum: one gram of heroin was 7375 tenge."""

from __future__ import annotations

from sholu.core.quantity import Unit
from sholu.mentions.kazakh_measures import is_part
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.units import UnitIndex, match_unit

_PRICE_WORDS = (
    " price", " cost", " sold", " worth", " цен", " стоимост", " стоит", " стоил", " продава",
    " баға", " құны",
    " сатыл", " тұрады",
)  # fmt: skip
_PER = frozenset(
    ["one", "1", "a", "an", "per", "each", "every", "за", "один", "одного", "одну", "каждый", "бір"]
)
_REACH = 14
"""Words between a price and what it is for: the longest seen in the region's reports, plus two."""


def price_denominator(
    sentence: Sentence, quantity: PrintedQuantity, index: UnitIndex
) -> Unit | None:
    """The mass, volume or container that a sum of money buys; None if none is near or no price is
    meant.

    What stands in brackets just after the sum goes first, then the nearest before it, then after.
    """
    if not any(word in sentence.folded for word in _PRICE_WORDS):
        return None
    after = _find(sentence, quantity.stop, _before_next_sum(sentence, quantity.stop), index)
    bracketed = quantity.stop < len(sentence.words) and sentence.words[quantity.stop].text == "("
    if bracketed and after:
        return after[0]
    before = _find(sentence, max(0, quantity.first - _REACH), quantity.first, index)
    if before and not _is_of_all(sentence, quantity.first):
        return before[-1]
    return after[0] if after else None


def _is_of_all(sentence: Sentence, place: int) -> bool:
    """``бір грамы 100 доллар тұратын заттың жалпы құны 8 миллион``: the sum is of all of it."""
    return any(
        word.folded.startswith(_OF_ALL) for word in sentence.words[max(0, place - _NEAR) : place]
    )


_OF_ALL = ("жалпы", "барлығы", "общ", "суммарн", "total", "altogether")
_NEAR = 4


def _before_next_sum(sentence: Sentence, place: int) -> int:
    """Where another number begins: ``4.3 million, at 100 dollars a gram`` prices the second."""
    words = sentence.words
    for at in range(place, min(place + _REACH, len(words))):
        if words[at].kind == "number" and words[at].text != "1":
            return at
    return place + _REACH


def is_price_unit(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """Whether a quantity only says what a price is for (``one gram``), and is no figure itself."""
    measured = quantity.unit is not None and quantity.unit.dimension in ("mass", "volume")
    single = quantity.value == 1 and quantity.value_high is None
    money = any(word in sentence.folded for word in _PRICE_WORDS) or is_part(sentence, quantity)
    one_piece = quantity.numeral.weak and sentence.language == "kk"  # бір қорабын 12 мың теңгеге
    return single and ((measured and money) or one_piece)


def _find(sentence: Sentence, first: int, stop: int, index: UnitIndex) -> list[Unit]:
    """Units of mass, volume or container that ``one``, ``per`` or ``за`` introduces, in order."""
    found: list[Unit] = []
    for place in range(first, min(stop, len(sentence.words) - 1)):
        if sentence.words[place].folded not in _PER:
            continue
        unit = match_unit(sentence.words, place + 1, sentence.language, index)
        if unit is not None and unit[0].dimension.startswith(("mass", "volume", "count")):
            found.append(unit[0])
    return found
