"""What Kazakh masses, shares, sums, distances and terms are of, where another word says it.

A unit with a possessive is a part of what was measured before (соның 74 келісі); a share or
multiple is of the subject of its clause; a distance of the place it is from; a sum without its
currency is told by its verb (айына 250 мың табады).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from sholu.core.quantity import Unit
from sholu.mentions.counted import read_noun_phrase
from sholu.mentions.kazakh_phrases import clause_of, naming_words
from sholu.mentions.kazakh_rows import due_after_bracket, row_by_place, share_of_genitive
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.names import NameMatch
from sholu.mentions.reference import Surroundings
from sholu.mentions.sentences import Sentence
from sholu.mentions.substance_beside import substance_in
from sholu.mentions.told import Matter, Told, is_ratio
from sholu.mentions.words import DASHES

_PART_UNIT = re.compile(
    r"(?:келісі|килосы|(?:кило)?грамм?ы|тоннасы|(?:милли)?литрі|гектары|центнері|пайызы|проценті)\w*"
)
_SIGNS = ".;:()!?,،"
_NO_SUBJECT = re.compile(
    r"былтыр\w*|өткен|жыл\w*|ай|айда|кезең\w*|салыстыр\w*|көрсеткіш\w*|яғни|оның|соның|олардың|осы"
    r"|сондай|сәйкес|уақыт\w*|алдыңғы|ішінде|ал|бұдан|одан|оған|айта|кету|керек|шамамен"
)
_MASSES = ("mass", "volume", "area")


def kazakh_measure(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, told: Told, around: Surroundings
) -> Matter | None:
    """What a measure is of by the rules of this file; None where they say nothing."""
    if unit.dimension == "length":
        return Matter(clause_of(sentence.words, quantity.first, quantity.stop), None, unit)
    if is_ratio(unit):
        shared = share_of_genitive(sentence, quantity, unit, around)
        return shared or _share_of_subject(sentence, quantity, unit, told)
    if unit.dimension.startswith("money"):
        return due_after_bracket(sentence, quantity, unit)
    if unit.dimension in _MASSES and is_part(sentence, quantity):
        return _part_of_mass(sentence, quantity, unit, told, around)
    if unit.dimension in _MASSES:
        return row_by_place(sentence, quantity, unit, told, around)
    return None


def is_part(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """Whether the unit has a possessive: соның 74 келісі, 12 граммы."""
    return _PART_UNIT.fullmatch(sentence.words[quantity.stop - 1].folded) is not None


def _part_of_mass(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, told: Told, around: Surroundings
) -> Matter | None:
    """The substance that a dash or the same clause names, else what was measured before."""
    words, place = sentence.words, quantity.stop
    if place + 1 < len(words) and words[place].text in (*DASHES, ","):
        place += 1
    phrase = read_noun_phrase(sentence, place)
    named = substance_in(phrase, sentence, around) or _named_before_number(
        sentence, quantity.stop, around
    )
    if named is not None:
        return Matter(named.quote, named.code, unit)
    whole = told.amount or told.weighed
    if whole is None or whole.unit.dimension != unit.dimension:
        return None
    return Matter(whole.of, whole.of_code, unit)


def _named_before_number(sentence: Sentence, stop: int, around: Surroundings) -> NameMatch | None:
    """The substance between a part and the next number of the sentence."""
    words, high = sentence.words, stop
    while high < len(words) and words[high].kind != "number":
        high += 1
    if high == stop:
        return None
    start, end = words[stop].start, words[high - 1].end
    at = bisect_left(around.substances, start, key=lambda match: match.start)
    found = around.substances[at : at + 1]
    return found[0] if found and found[0].end <= end else None


def _share_of_subject(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, told: Told
) -> Matter | None:
    """``импорт көлемі 3,4 есе өсті``: of its subject; ``яғни 70 пайызы``: of what was told."""
    words, low = sentence.words, quantity.first
    while low > 0 and words[low - 1].text not in _SIGNS:
        low -= 1
    subject = [w for w in naming_words(words[low : quantity.first]) if not _is_idle(w)]
    if subject and unit.code == "times":
        return Matter(clause_of(words, quantity.first, quantity.stop), None, unit)
    if subject or not is_part(sentence, quantity):
        return None
    whole = told.amount or told.counted or told.money
    if whole is None:
        return None
    said = clause_of(words, quantity.first, quantity.stop)
    return Matter(" ".join(part for part in (whole.of, said) if part), whole.of_code, unit)


def _is_idle(word: str) -> bool:
    return _NO_SUBJECT.fullmatch(word.casefold()) is not None


def only_drug(sentence: Sentence, match: NameMatch, around: Surroundings) -> NameMatch:
    """The one drug that the document names by its own name, for ``есірткі`` and ``зат``.

    What a report of months or of a country counts is of every kind.
    """
    if match.code not in around.vague or not _ONE_DRUG.fullmatch(match.quote.casefold()):
        return match
    if _REPORT.search(sentence.folded):
        return match
    own = {other.code: other for other in around.substances if other.code not in around.vague}
    return next(iter(own.values())) if len(own) == 1 else match


_REPORT = re.compile(
    r"жыл басынан|\b(?:айда|жылда|жылы|аптада|тоқсан\w*|жартыжыл\w*|республика\w*|елде"
    r"|барлығы|жалпы|өртел|жойыл|облыс бойынша|тәркіленген есірткі)"
)
_ONE_DRUG = re.compile(r"есірткі(?:н[іе]|нің|ден|мен|с[іе]н?)?|есірткі(?:лік)? зат\w*|синтетика\w*")
_TERM_WORD = re.compile(
    r"сотта\w+|кесі\w+|кест\w+|түрме\w*|колония\w*|арқала\w+|отыр(?:д|ған|ып)\w*|айыр\w+|жаза\w*|қама\w+"
    r"|үкім\w*|мерзім\w*"
)
_REMAND = re.compile(r"қама(?:лды|лған|ды|ған|уға|п)\w*")


def kazakh_term(sentence: Sentence, quantity: PrintedQuantity, term: str | None) -> str | None:
    """A term with the text's own word for it: of arrest, prison, colony, or its verb."""
    words = sentence.words
    for word in words[quantity.stop : quantity.stop + _TERM_REACH]:
        if word.text in ".;!?":
            break
        if _REMAND.fullmatch(word.folded):
            return word.text
        if _TERM_WORD.fullmatch(word.folded) and term is not None:
            return term if word.folded in term else f"{term} … {word.text}"
    return term


_TERM_REACH = 7
_SCALED_CASE = re.compile(
    r"(?:мың|миллион|миллиард)(?:ы|ын|ынан|ына|ының|[нғ]а|нан|ды|ның|мен|дық|дың|да)"
)
_HEDGES = frozenset(
    ("астам", "аса", "артық", "жуық", "таяу", "жақын", "дейін", "асатын", "тарта", "көп", "кем")
)
_PAYING = re.compile(
    r"(?:ал|тап|тап?ба|төле|сат|бер|тұр|жұмса|ауда)(?:ады|ды|ған|ып|мын|мыз|сын|ыпты|йды|п|атын|са|сып)\w*"
    r"|таба\w+|алад\w+|сатып|сатқан|табыс\w*|жалақы\w*|бағасы"
)
_PEOPLE = re.compile(r"\b(?:адам|тұрғын|халық|халқ|азамат|оқушы|ұсталған|хабарлам|сілтеме)")


def kazakh_sum(
    sentence: Sentence, quantity: PrintedQuantity, place: int, told: Told, tenge: Unit | None
) -> Matter | None:
    """``127 млн теңгенің 89 миллионы``, ``айына 250 мың табады``: a sum whose currency is said
    elsewhere, or is the country's."""
    words, scale = sentence.words, quantity.numeral.scale
    unit = told.money.unit if told.money is not None else tenge
    if scale < _THOUSAND or unit is None or "/" in unit.code:
        return None
    after = words[place].folded if place < len(words) else ""
    cased = _SCALED_CASE.fullmatch(words[quantity.number_stop - 1].folded) is not None
    known = told.money is not None or scale > _THOUSAND
    paid = _PAYING.fullmatch(after) is not None
    hedged = after in _HEDGES or words[place - 1].folded in _HEDGES
    if not (cased and known and not hedged) and not paid:
        return None
    if told.money is None and _PEOPLE.search(sentence.folded):
        return None
    return Matter(clause_of(words, quantity.first, quantity.stop), None, unit)


_THOUSAND = 1000.0
