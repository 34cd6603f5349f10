"""What a Russian measure is of: a mass, a term, a sum of money."""

from __future__ import annotations

from sholu.core.quantity import Unit
from sholu.mentions.clauses import clause_around, clause_words
from sholu.mentions.contained import substance_contained, total_of_several
from sholu.mentions.counted import NounPhrase, is_russian_verb
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.prison_terms import term_of
from sholu.mentions.reference import Surroundings
from sholu.mentions.russian_money import describe_sum, pays_for_work, tells_of_money
from sholu.mentions.sentences import Sentence
from sholu.mentions.substance_beside import substance_in
from sholu.mentions.told import Matter


def read_russian_measure(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    unit: Unit,
    around: Surroundings,
) -> Matter | None:
    """A total of several drugs, a substance that contains one, a term with its clause."""
    if unit.dimension.startswith("time"):
        return Matter(_russian_term(sentence, quantity, phrase, around), None, unit)
    if unit.dimension not in ("mass", "volume"):
        return None
    total = total_of_several(sentence, quantity, phrase, unit, around)
    if total is not None or phrase is None:
        return total
    inside = substance_in(phrase, sentence, around)
    contained = substance_contained(sentence, quantity, phrase, inside, around)
    if contained is None:
        return None
    return Matter(f"{phrase.text} … {contained.quote}", contained.code, unit)


def read_russian_sum(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, near: NameMatch | None
) -> Matter:
    """A sum by its noun or verb; wages per gram are no price of the substance."""
    said = describe_sum(sentence, quantity.first, quantity.stop)
    if near is None or pays_for_work(sentence, quantity.first, quantity.stop):
        return Matter(said, None, unit)
    return Matter(near.quote if said is None else f"{near.quote} … {said}", near.code, unit)


def _russian_term(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    around: Surroundings,
) -> str | None:
    """A term with what the clause says of it: ``срок лишения свободы … средний срок составил``."""
    term = term_of(sentence, quantity, phrase, around)
    before, after = clause_words(sentence, quantity.first, quantity.stop)
    own = " ".join(before + after)
    if term is None:
        # операция, длившаяся пять дней: a lone participle says nothing without its noun
        return (own if len(before) + len(after) > 1 else None) or clause_around(
            sentence, quantity.first, quantity.stop
        )
    return term if term in own else f"{term} … {own}".removesuffix(" … ")


_THOUSANDS = 1e3
_MAY_FOLLOW = frozenset(("за", "в", "на", "с", "и", "или", "к", "из", "каждому", "ежемесячно"))


def unsaid_currency(
    sentence: Sentence, quantity: PrintedQuantity, currency: Unit | None
) -> Matter | None:
    """``общий ущерб – 11 миллионов``: a sum in the currency that the document names elsewhere."""
    words, stop = sentence.words, quantity.stop
    if sentence.language != "ru" or currency is None or quantity.numeral.scale < _THOUSANDS:
        return None
    following = words[stop].folded if stop < len(words) and words[stop].kind == "word" else ""
    if following and following not in _MAY_FOLLOW and not is_russian_verb(following):
        return None
    if not tells_of_money(sentence, quantity.first, stop):
        return None
    return Matter(describe_sum(sentence, quantity.first, stop), None, currency)
