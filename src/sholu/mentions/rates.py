"""Tell an amount that comes again and again from one that was counted once: 15 kg a month."""

from __future__ import annotations

import re

from sholu.core.quantity import Unit
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter
from sholu.mentions.words import Word

_TIMED = re.compile(
    r"(?:(?:\S+ ){0,2}|(?:[^\s|]+ ){3,4})(?:(?:(?:a|per|each|every) (?:day|week|month|year|shift)"
    r"(?! (?:earlier|ago|before|later))"
    r"|daily|weekly|monthly|annually|per (?:cycle|hour|hectare|season|harvest|batch)"
    r"|в (?:день|сутки|неделю|месяц|год|час)|за (?:час|смену|цикл|ночь)|с (?:одного )?гектара"
    r"|ежедневно|еженедельно|ежемесячно|ежегодно)(?!\w))"
)
_TIMED_BEFORE = re.compile(
    r"(?:(?:ежедневн|еженедельн|ежемесячн|ежегодн)\w+|в (?:день|сутки|неделю|месяц)"
    r"|daily|weekly|monthly) (?:\w+ ){0,3}$"
    r"|(?:^|\| )(?:every|each) (?:day|week|month|year) (?:\| )?(?:\w+ ){0,3}$"
    r"|кажд(?:ый|ую|ое) (?:день|ночь|неделю|месяц|год) (?:\w+ ){0,3}$"
    r"|(?:day|night|week|month|year|course) costs (?:\w+ ){0,2}$"
    r"|(?:день|сутки|неделя|месяц|год|курс) (?:\w+ ){0,2}(?:стоит|обходится) (?:\w+ ){0,3}$"
)
_KAZAKH_TIMED = re.compile(
    r"(?:күніне|аптасына|айына|жылына|тәулігіне|сағатына|(?:күн|апта|ай|жыл) сайын) (?:\w+ ){0,4}$"
)
_FOR_ONE = re.compile(
    r"(?:for (?:each|every|one)|per \w+|each|apiece"
    r"|an? (?:piece|gram|kilo|dose|packet|trip|day|week|month)"
    r"|за (?:кажд\w+|один|одн\w+|адрес|клад|закладку|штуку|грамм|дозу|точку|тайник)"
    r"|каждому|каждой|каждый|с (?:человека|носа|экипажа|семьи)"
    r"|на (?:человека|двор|семью|руки|каждого))(?!\w)"
)
_FOR_ONE_BEFORE = re.compile(
    r"(?:кажд(?:ый|ая|ую|ого|ому|ой)|за одн\w+|за штуку|one|each|every|a single) (?:\w+ ){0,5}$"
)
_KAZAKH_FOR_ONE = re.compile(
    r"(?:әр(?:бір)? (?:\w+ )?үшін|әр(?:бір)? \w+(?:ге|ға|қа|ке)|әрқайсысы\w*"
    r"|(?:бір|1) (?:грам\w*|кел\w*|қорап\w*|доза\w*|дана\w*|капсул\w*|таблетка\w*)(?:і|ы|сі|сы)"
    r"|\w+(?:ның|нің|дың|дің|тың|тің) (?:грамы|келісі|килосы|данасы|литрі|қорабы|дозасы|түйірі)"
    r"|бір \w+(?:ін|ын|сін|сын)|бір \w+(?:ге|ға|қа|ке)|бір (?:күн|апта|ай|жыл)) (?:\w+ ){0,4}$"
)
_PRICE_BEFORE = re.compile(
    r"\b(?:sells?|sold|costs?|went|prices?|averaged|bought|offered|charged?|fetche?[sd]?"
    r"|priced) (?:\w+ ){0,4}$"
    r"|\b(?:стоит|стоил\w*|цен[аыеу]|прода(?:ва|ют|ет)\w*|сбыва\w+|реализ\w+|обходи\w+|обойдется|достига\w+"
    r"|предлага\w+|просил\w*|покупа\w+|торгу\w+|отда\w+"
    r"|расценк\w+|тариф\w*) (?:\w+ ){0,5}$"
    r"|\b(?:бағасы|құны) (?:\w+ ){0,3}$"
)
_PRICED_PIECE = re.compile(
    r"capsule|tablet|gram|kilo|dose|pill|blister|packet|ampoule|капсул|таблет|грамм|кило|доз|блистер"
    r"|марк|свер[т]ок|ампул|таблетка|келі|дана|қорап|билет|ticket"
)
_WORDS = 7
"""Words searched on either side of a figure: the length of a clause on prices."""


def is_rate(sentence: Sentence, quantity: PrintedQuantity, matter: Matter) -> bool:
    """Whether a clause says that an amount is per day, per person or the price of one piece."""
    unit, words = matter.unit, sentence.words
    if not unit.dimension.startswith(_REPEATED) or unit.dimension == "count of persons":
        return False
    first, stop = quantity.first, quantity.stop
    before = " ".join(_or_bar(w.folded) for w in words[max(0, first - _WORDS) : first]) + " "
    after = " ".join(_or_bar(w.folded) for w in words[stop : stop + _WORDS])
    if _TIMED.match(after) or _TIMED_BEFORE.search(before) or _KAZAKH_TIMED.search(before):
        return True
    if _FINE.search(before):
        return False
    return _is_for_each(before, after, unit, words[stop - 1])


def _is_for_each(before: str, after: str, unit: Unit, unit_word: Word) -> bool:
    """Whether an amount is that of each of several, or money the price of one."""
    if unit.dimension.startswith(_PORTIONED) and _is_distributed(before, after, unit_word):
        return True
    if not unit.dimension.startswith("money"):
        return False
    if _FOR_ONE.match(after) or _FOR_ONE_BEFORE.search(before) or _KAZAKH_FOR_ONE.search(before):
        return True
    return _PRICE_BEFORE.search(before) is not None and _PRICED_PIECE.search(before) is not None


def _is_distributed(before: str, after: str, unit_word: Word) -> bool:
    """``по 50 кг``, ``10 g each``, ``350 теңгеден``: so much for each of several."""
    if before.endswith(" по ") or before == "по " or _EACH.match(after) is not None:
        return True
    return _KAZAKH_EACH.search(unit_word.folded) is not None and not _COMPARED.match(after)


_FINE = re.compile(r"штраф|fined?\b|айыппұл")
_EACH = re.compile(r"(?:each|apiece|каждый|каждая|каждое)(?!\w)")
_KAZAKH_EACH = re.compile(r"^(?:теңге|сом|сум|рубль|грам+|кел|кг)\w*(?:ден|дан|тен|тан|нен|нан)$")
_COMPARED = re.compile(
    r"(?:\w+ )?(?:астам|аса|асып|асты|асқан|артық|көп|жоғары|кем|төмен|баст|\w+(?:ға|ге)(?!\w))"
)
_REPEATED = ("mass", "volume", "money", "count of")
_PORTIONED = ("mass", "volume", "money")


def _or_bar(word: str) -> str:
    """A word, or a bar for a sign that parts clauses."""
    return "|" if word in {".", ",", ";", ":", "(", ")", "!", "?"} else word
