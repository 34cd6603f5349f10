"""Find what a quantity is an amount of, and the unit of a bare count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sholu.core.quantity import Unit
from sholu.mentions.beside import (
    follows_of,
    is_change,
    is_each,
    money_of,
    phrase_after,
    phrase_before,
)
from sholu.mentions.clause_matter import matter_of_clause
from sholu.mentions.counted import NounPhrase
from sholu.mentions.counts import read_count
from sholu.mentions.figure_wording import skip_after_qualifier
from sholu.mentions.further_terms import further_term
from sholu.mentions.kazakh_measures import kazakh_measure, kazakh_sum, only_drug
from sholu.mentions.kazakh_phrases import says_nothing_of_matter, says_where
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.pieces import read_pieces
from sholu.mentions.prices import price_denominator
from sholu.mentions.prison_terms import term_of
from sholu.mentions.reference import (
    Surroundings,
    is_generic,
    means_one_drug,
    only_substance,
    plant_spoken_of,
    substance_referred_to,
    without_precursors,
)
from sholu.mentions.russian_measures import (
    read_russian_measure,
    read_russian_sum,
    unsaid_currency,
)
from sholu.mentions.sentences import Sentence
from sholu.mentions.spans_of_counting import counts_crossings
from sholu.mentions.special_matter import read_special_matter
from sholu.mentions.substance_beside import (
    nearest_substance,
    of_substances,
    substance_in,
    substance_in_digits,
)
from sholu.mentions.taking_up import told_again
from sholu.mentions.told import Matter, Told, is_ratio
from sholu.mentions.units import CONTAINERS, compose, index_units
from sholu.mentions.unnamed import repeats_last
from sholu.mentions.words import DASHES, Word
from sholu.vocabulary.model import Vocabulary

_WEIGHED = ("mass", "volume")
_MATERIAL = ("mass", "volume", "area", "count of")


def read_matter(
    sentence: Sentence,
    quantity: PrintedQuantity,
    begin: int,
    told: Told,
    around: Surroundings,
    vocabulary: Vocabulary,
) -> Matter | None:
    """What a quantity is of; None for a number that nothing says the meaning of.

    Args:
        begin: where the qualifying words before it begin.
        told: what was counted before it, for lists and partitives.
        around: what the sentences around say.
    """
    if quantity.unit is None:
        elided = _elided_container(sentence, quantity, told, around)
        elided = elided or further_term(sentence, quantity, begin, told)
        elided = elided or _sum_without_currency(sentence, quantity, told, vocabulary)
        if elided is not None:
            return elided
        money = unsaid_currency(sentence, quantity, told.currency or around.currency)
        if money is not None:
            return money
        pieces = read_pieces(sentence, quantity, around, vocabulary)
        if pieces is not None:
            return as_plants(pieces)
        counted = read_count(sentence, quantity, begin, told, vocabulary)
        before = (told.last, told.amount, told.counted, told.persons)
        again = counted is not None and any(counted is one for one in before)
        return told_again(counted, sentence, quantity) if again and counted else counted
    unit, kazakh = quantity.unit, sentence.language == "kk"
    own = kazakh_measure(sentence, quantity, unit, told, around) if kazakh else None
    return own or _read_measure(sentence, quantity, unit, begin, told, around, vocabulary)


def _sum_without_currency(
    sentence: Sentence, quantity: PrintedQuantity, told: Told, vocabulary: Vocabulary
) -> Matter | None:
    """A Kazakh sum whose verb says that it is one; in tenge if no currency was named."""
    if sentence.language != "kk":
        return None
    place = skip_after_qualifier(sentence, quantity.stop)
    tenge = index_units(vocabulary).by_code.get("KZT")
    return kazakh_sum(sentence, quantity, place, told, tenge)


def _phrase_beside(
    sentence: Sentence, quantity: PrintedQuantity, begin: int, around: Surroundings
) -> NounPhrase | None:
    """The noun phrase after a quantity, or else before it; a pronoun is none."""
    phrase = (
        substance_in_digits(sentence, quantity, around)
        or phrase_after(sentence, quantity)
        or phrase_before(sentence, begin)
    )
    return None if phrase is None or phrase.text.casefold() in _PRONOUNS else phrase


def _read_measure(
    sentence: Sentence,
    quantity: PrintedQuantity,
    unit: Unit,
    begin: int,
    told: Told,
    around: Surroundings,
    vocabulary: Vocabulary,
) -> Matter:
    """What a quantity with a unit is of."""
    unit = _priced(sentence, quantity, unit, vocabulary)
    if unit.code == "times" and counts_crossings(sentence):
        unit = index_units(vocabulary).by_code.get("crossing", unit)
    referred = _taken_up(sentence, quantity, begin, told, unit)
    if referred is not None:
        return Matter(referred.of, referred.of_code, unit)
    if unit.dimension.startswith("money"):
        return _read_money(sentence, quantity, begin, told, unit, around)
    phrase = _phrase_beside(sentence, quantity, begin, around)
    special = read_special_matter(sentence, quantity, phrase, unit, told, around)
    if special is None and sentence.language == "ru":
        special = read_russian_measure(sentence, quantity, phrase, unit, around)
    if special is not None:
        return special
    inside = substance_in(phrase, sentence, around)
    if inside is not None and phrase is not None:
        one = unit.dimension.startswith(_WEIGHED) and inside.code in around.vague
        if one:
            inside = _one_drug(sentence, quantity, inside, around)
        return as_plants(of_substances(sentence, phrase, inside, unit, around))
    if unit.dimension.startswith("time"):
        term = term_of(sentence, quantity, phrase, around)
        return (
            Matter(term, None, unit) if term else matter_of_clause(sentence, quantity, unit, told)
        )
    return _matter_beside(sentence, quantity, phrase, unit, told, around)


_PRONOUNS = frozenset(("them", "these", "those", "whom", "which", "него", "них"))


def _one_drug(
    sentence: Sentence, quantity: PrintedQuantity, named: NameMatch, around: Surroundings
) -> NameMatch:
    """The substance that a word for drugs in general stands for, if it stands for one."""
    if sentence.language == "kk":
        return only_drug(sentence, named, around)
    if not means_one_drug(named.quote):
        return named
    return _referred(sentence, quantity, without_precursors(around)) or named


def _repeats_amount(
    sentence: Sentence, quantity: PrintedQuantity, begin: int, told: Told, unit: Unit
) -> bool:
    """``386 кг, вдвое больше прошлогоднего (190 кг)``: the same thing, measured then."""
    if told.amount is None or told.amount.unit.dimension != unit.dimension:
        return False
    after = phrase_after(sentence, quantity)
    return after is None and repeats_last(sentence, quantity.stop, begin, told)


def _taken_up(
    sentence: Sentence, quantity: PrintedQuantity, begin: int, told: Told, unit: Unit
) -> Matter | None:
    """What was counted before, if the quantity is a share, a change or one each of it."""
    if told.last is not None and _is_bracketed_share(sentence, unit, begin):
        return told.last
    if is_ratio(unit):
        return _compared(sentence, quantity, begin, told, unit)
    if told.amount is None or unit.dimension.startswith("money"):
        return None
    if _is_part_by_place(sentence, quantity, begin, told, unit):
        return told_again(told.amount, sentence, quantity)
    again = is_each(sentence, quantity) or _repeats_amount(sentence, quantity, begin, told, unit)
    return told.amount if again else None


def _compared(
    sentence: Sentence, quantity: PrintedQuantity, begin: int, told: Told, unit: Unit
) -> Matter | None:
    """What a share or a multiple is of, if it was counted before."""
    if told.counted is not None and _is_share_of_them(sentence, quantity):
        return told.counted
    compared = unit.code == "times" or is_change(sentence, quantity, begin)
    if told.amount is None or not compared:
        return None
    return told_again(told.amount, sentence, quantity)


def _is_part_by_place(
    sentence: Sentence, quantity: PrintedQuantity, begin: int, told: Told, unit: Unit
) -> bool:
    """``215 га зарослей: 140 гектаров в Шуском районе и 27 га в Меркенском``."""
    if told.amount is None or told.amount.unit.dimension != unit.dimension or begin < 2:
        return False
    words, stop = sentence.words, quantity.stop
    listed = words[begin - 1].folded in _BEFORE_PART
    return listed and stop < len(words) and words[stop].folded in _IN_A_PLACE


_BEFORE_PART = frozenset((":", ",", ";", "and", "и", "және"))
_IN_A_PLACE = frozenset(("in", "at", "в", "во", "на"))


def _is_share_of_them(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``two thirds of them``, ``40 % из них``."""
    after = [word.folded for word in sentence.words[quantity.stop : quantity.stop + 2]]
    return after in (["of", "them"], ["of", "whom"], ["из", "них"], ["из", "которых"])


def _elided_container(
    sentence: Sentence, quantity: PrintedQuantity, told: Told, around: Surroundings
) -> Matter | None:
    """``1,390 packs of pregabalin and 604 of tropicamide``, ``9 – героина``: one unit."""
    words, place = sentence.words, quantity.stop
    if told.last is None or place + 1 >= len(words):
        return None
    unit = told.last.unit
    if unit.code not in CONTAINERS and unit.dimension not in _WEIGHED:
        return None
    if words[place].folded != "of" and words[place].text not in DASHES:
        return None
    start = words[place + 1].start
    at = bisect_left(around.substances, start, key=lambda match: match.start)
    if at >= len(around.substances) or around.substances[at].start != start:
        return None
    return Matter(around.substances[at].quote, around.substances[at].code, unit)


def _read_money(
    sentence: Sentence,
    quantity: PrintedQuantity,
    begin: int,
    told: Told,
    unit: Unit,
    around: Surroundings,
) -> Matter:
    """What a sum is of; a price per gram is that of the substance in its clause."""
    if told.money is not None and begin and sentence.words[begin - 1].text == "(":
        return Matter(told.money.of, told.money.of_code, unit)
    near = nearest_substance(sentence, quantity, around) if _is_material(unit) else None
    if near is None and _is_material(unit):
        near = _referred(sentence, quantity, around)
    if sentence.language == "ru":
        return read_russian_sum(sentence, quantity, unit, near)
    if near is not None:
        return Matter(near.quote, near.code, unit)
    return Matter(money_of(sentence, quantity.first, quantity.stop), None, unit)


def _referred(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings
) -> NameMatch | None:
    words = sentence.words
    return substance_referred_to(
        sentence, words[quantity.first].start, words[quantity.stop - 1].end, around
    )


def _matter_beside(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    unit: Unit,
    told: Told,
    around: Surroundings,
) -> Matter:
    """The phrase beside a quantity, or the substance named in its clause, whichever says more."""
    near = nearest_substance(sentence, quantity, around) if _is_material(unit) else None
    if sentence.language == "kk":
        near = _kazakh_substance(sentence, quantity, phrase, near, unit, around)
        phrase = None if phrase is not None and says_where(phrase.text) else phrase
    elif unit.dimension in _WEIGHED and (
        (near is None and (phrase is None or is_generic(phrase.text)))
        or (near is not None and near.code in around.vague and means_one_drug(near.quote))
    ):
        drug = phrase is not None and means_one_drug(phrase.text)
        spoken_of = without_precursors(around) if drug else around
        near = _referred(sentence, quantity, spoken_of) or near
        phrase = phrase if near is None else None
    if sentence.language == "ru" and _has_own_noun(sentence, quantity, phrase, near):
        near = None
    if sentence.language == "en" and near is not None and phrase is not None:
        weighed = unit.dimension in _WEIGHED
        phrase = None if weighed and is_generic(phrase.text) else phrase
    begins = sentence.words[quantity.first].start
    if phrase is not None and (near is None or follows_of(sentence, quantity)):
        sown = unit.dimension == "area" and _SOWN.match(phrase.text) is not None
        return Matter(phrase.text, plant_spoken_of(begins, around) if sown else None, unit)
    if near is not None:
        return as_plants(Matter(near.quote, near.code, unit))
    if unit.code not in CONTAINERS:
        return matter_of_clause(sentence, quantity, unit, told)
    named = sentence.words[quantity.number_stop : quantity.stop]
    printed = " ".join(word.text for word in named if word.kind == "word")
    if unit.code == "plant":
        return Matter(printed, plant_spoken_of(begins, around), unit)
    only = only_substance(begins, around)
    held = only is not None and unit.code in _HELD_IN
    return Matter(printed, only.code if only is not None and held else None, unit)


def _has_own_noun(
    sentence: Sentence, quantity: PrintedQuantity, phrase: NounPhrase | None, near: NameMatch | None
) -> bool:
    """``62 кг синтетики, 48 литров реактивов``: a noun after it beats a drug before it."""
    if phrase is None or near is None or phrase.first < quantity.stop:
        return False
    return near.end <= sentence.words[quantity.first].start and not is_generic(phrase.text)


def as_plants(matter: Matter) -> Matter:
    """``60 кустов марихуаны``: what grows is the plant, whatever the text calls it."""
    if matter.unit.code != "plant" or matter.of_code not in _OF_HEMP:
        return matter
    return replace(matter, of_code="cannabis_plants")


_OF_HEMP = frozenset(("cannabis", "cannabis_herb"))
_SOWN = re.compile(
    r"посев|зарос|плантац|crops?\b|plantation|cultivation|fields?\b|егіс|алқап|plants?\b|раст",
    re.IGNORECASE,
)
_HELD_IN = frozenset(("tablet", "capsule", "ampoule", "dose", "portion", "stash", "blotter"))
"""Containers that hold drugs, whatever the sentence says; a package may hold anything."""


def _kazakh_substance(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    near: NameMatch | None,
    unit: Unit,
    around: Surroundings,
) -> NameMatch | None:
    """The substance of a Kazakh amount; none if a noun of its own follows: 38 келі тыңайтқыш."""
    if not _is_material(unit):
        return None
    if not _is_vague(sentence, quantity, phrase):
        return near if phrase is None else None
    return near or _last_named(sentence, quantity, around)


def _is_vague(sentence: Sentence, quantity: PrintedQuantity, phrase: NounPhrase | None) -> bool:
    """Whether a Kazakh clause says only that there was a substance: 51 грамға жуық зат."""
    words = sentence.words
    if phrase is not None:
        return says_nothing_of_matter(words[phrase.first : phrase.stop])
    return says_nothing_of_matter(words[max(0, quantity.first - _CLAUSE) : quantity.stop + 2])


_CLAUSE = 6
_TOTAL = frozenset(("жалпы", "барлығы", "барлық", "жиыны"))
_SAME_STORY = 500
"""Code points back to which a substance named is still what the story is about."""


def _last_named(
    sentence: Sentence, quantity: PrintedQuantity, around: Surroundings
) -> NameMatch | None:
    """The substance that the rest of the sentence names (зат – мефедрон), else the last before."""
    start, substances = sentence.words[quantity.first].start, around.substances
    place = bisect_left(substances, start, key=lambda match: match.start)
    after = substances[place : place + 1]
    if after and after[0].start < sentence.end:
        return after[0]
    near = [match for match in substances[:place] if start - match.end < _SAME_STORY]
    named = [match for match in near if match.code not in around.vague]
    several = len({match.code for match in named}) > 1
    total = any(word.folded in _TOTAL for word in sentence.words[: quantity.first])
    if named:
        return None if several and total else named[-1]
    following = around.following
    if following is None:
        return None
    first = bisect_left(substances, following.start, key=lambda match: match.start)
    found = substances[first : first + 1]
    return found[0] if found and found[0].start < following.end else None


def _is_bracketed_share(sentence: Sentence, unit: Unit, begin: int) -> bool:
    """``172.7 kg (1%)``, ``172.7 kg, or 1%``: the share is of what stands before it."""
    words = sentence.words
    if unit.code != "%" or not begin:
        return False
    said_again = words[begin - 1].folded in _OR and begin > 1
    return words[begin - 1].text == "(" or (said_again and _names_amount(words, begin - 2))


_OR = frozenset(("or", "или", "немесе"))


def _names_amount(words: Sequence[Word], place: int) -> bool:
    """Whether a number stands just before: ``172.7 kg, or``, ``2,390, or``."""
    return any(word.kind == "number" for word in words[max(0, place - 3) : place + 1])


def _priced(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, vocabulary: Vocabulary
) -> Unit:
    """A price with the unit it is for, if that stands elsewhere in the sentence."""
    if not unit.dimension.startswith("money") or "/" in unit.code:
        return unit
    denominator = price_denominator(sentence, quantity, index_units(vocabulary))
    return unit if denominator is None else compose(unit, denominator)


def _is_material(unit: Unit) -> bool:
    return unit.dimension.startswith(_MATERIAL) or "/mass" in unit.dimension
