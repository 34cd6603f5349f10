"""Words around an amount that say it comes again and again, or for each of several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.mentions.sentences import Sentence

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
_FINE = re.compile(r"штраф|fined?\b|айыппұл")
_EACH_BEFORE = re.compile(r"(?:^|\s)по $")
_EACH = re.compile(r"(?:each|apiece|каждый|каждая|каждое)(?!\w)")
_KAZAKH_EACH = re.compile(r"^(?:теңге|сом|сум|рубль|грам+|кел|кг)\w*(?:ден|дан|тен|тан|нен|нан)$")
_COMPARED = re.compile(
    r"(?:\w+ )?(?:аса|ас(?:там|ып|ты|ады|қан)|артық|көп|жоғары|кем|төмен|баст|\w+(?:ға|ге)(?!\w))"
)
_WORDS = 7
"""Words searched on either side of a figure: the length of a clause on prices."""


def find_rate_words(sentence: Sentence, first: int, stop: int, kind: str) -> Iterator[str]:
    """Names of what the words around ``first:stop`` say; ``kind`` is that of the unit."""
    words = sentence.words
    before = " ".join(_or_bar(w.folded) for w in words[max(0, first - _WORDS) : first]) + " "
    after = " ".join(_or_bar(w.folded) for w in words[stop : stop + _WORDS])
    said = {
        name
        for name, behind, ahead in _SAID
        if behind.search(before) or (ahead is not None and ahead.match(after))
    }
    if _KAZAKH_EACH.search(words[stop - 1].folded) and not _COMPARED.match(after):
        said.add("each")
    if _is_rate(said, kind):
        yield "rate:rate"
        yield f"rate:rate {kind}"
    for name in sorted(said):
        yield f"rate:{name}"
        yield f"rate:{name} {kind}"


def _is_rate(said: set[str], kind: str) -> bool:
    """Whether the words together say so: per day, for each of several, the price of one piece."""
    if "timed" in said:
        return kind in _REPEATED
    if "fine" in said:
        return False
    if kind == "money" and ("for_one" in said or {"price", "piece"} <= said):
        return True
    return kind in _PORTIONED and "each" in said


_REPEATED = ("mass", "volume", "money", "count")
_PORTIONED = ("mass", "volume", "money")
_SAID = (
    ("timed", _TIMED_BEFORE, _TIMED),
    ("timed", _KAZAKH_TIMED, None),
    ("for_one", _FOR_ONE_BEFORE, _FOR_ONE),
    ("for_one", _KAZAKH_FOR_ONE, None),
    ("each", _EACH_BEFORE, _EACH),
    ("price", _PRICE_BEFORE, None),
    ("piece", _PRICED_PIECE, None),
    ("fine", _FINE, None),
)


def _or_bar(word: str) -> str:
    """A word, or a bar for a sign that parts clauses."""
    return "|" if word in {".", ",", ";", ":", "(", ")", "!", "?"} else word
