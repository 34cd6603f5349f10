"""The noun phrases beside a quantity: of cannabis, героина, heroin and opium – …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.clauses import THAN_BEFORE, clause_around, names_something
from sholu.mentions.counted import NounPhrase, counted_as, counted_nouns, read_noun_phrase
from sholu.mentions.figure_wording import skip_after_qualifier
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_words import say_only_when
from sholu.mentions.words import DASHES, Word

_COPULAS = frozenset(("are", "were", "is", "was", "составляют", "составляет", "составили"))
_COMPARATIVES = frozenset(("больше", "меньше", "дороже", "дешевле", "выше", "ниже", "чаще", "реже"))
_SIGNS_BEFORE = DASHES | frozenset(":(")


def follows_of(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    stop = quantity.stop
    return stop < len(sentence.words) and sentence.words[stop].folded == "of"


def phrase_after(sentence: Sentence, quantity: PrintedQuantity) -> NounPhrase | None:
    """``of cannabis``, ``героина``, ``are cannabis drugs``, ``years’ imprisonment``."""
    words = sentence.words
    place = skip_after_qualifier(sentence, quantity.stop)
    if (
        place < len(words)
        and words[place].text in "'’"
        and words[place].start == words[place - 1].end
    ):
        place += 1
    if sentence.language != "en":
        compared = place < len(words) and words[place].folded in _COMPARATIVES
        if compared or _who_did_it(sentence, quantity, place):
            return None
        after_dash = _part_after_dash(sentence, quantity.first, place)
        return after_dash or read_noun_phrase(sentence, place)
    if place < len(words) and words[place].folded in ("of", *_COPULAS):
        if words[place].folded != "of" and _is_done(words, place + 1):
            return None  # 8.2 tons were buried: that says nothing of what they are
        following = place + 1
        while following < len(words) and words[following].folded in (
            "the",
            "all",
            "these",
            "those",
            "a",
            "an",
        ):
            following += 1
        return read_noun_phrase(sentence, following)
    if place > quantity.stop or quantity.glued:
        return read_noun_phrase(sentence, place)
    return None


_NOT_OF_PERSONS = frozenset(("mass", "volume", "area"))


def _who_did_it(sentence: Sentence, quantity: PrintedQuantity, place: int) -> bool:
    """``около 2,8 кг полицейские нашли``: no mass is of persons, they are whose doing follows."""
    dimension = "" if quantity.unit is None else quantity.unit.dimension
    if sentence.language != "ru" or dimension not in _NOT_OF_PERSONS:
        return False
    word = sentence.words[place].folded if place < len(sentence.words) else ""
    return word.endswith(("и", "ы", "е")) and counted_as(word, "ru") == "person"


_DONE = re.compile(
    r"\w{3,}ed|taken|cut|found|burnt|sold|hidden|sent|kept|put|brought|bought|withdrawn|sown|grown"
    r"|caught|given|got|held|left|lost|made|met|paid|shut|stolen|sunk|thrown|dug|driven|handed"
)
_ADVERB = re.compile(r"\w{2,}ly|also|then|later|already|not|still|never|since|being|been")


def _is_done(words: Sequence[Word], place: int) -> bool:
    """Whether a participle follows: ``were buried``, ``was also taken``."""
    while place < len(words) and _ADVERB.fullmatch(words[place].folded):
        place += 1
    return place < len(words) and _DONE.fullmatch(words[place].folded) is not None


_PART_BEFORE = frozenset(("них", "которых", "числе", "оның", "соның", "ішінде", "олардың"))
_OPENS_PARTS = re.compile(
    r"(?:of (?:them|whom|which|these|those)|including|из (?:них|которых)|в том числе"
    r"|среди них|в их числе|оның|соның|олардың|ішінде)\b[^.;:]{0,60}$"
)


def names_part(sentence: Sentence, begin: int) -> bool:
    """Whether a number is one of the parts of what was counted before: ``из них 41``."""
    before = " ".join(word.folded for word in sentence.words[:begin])
    return _OPENS_PARTS.search(before) is not None


def _part_after_dash(sentence: Sentence, first: int, place: int) -> NounPhrase | None:
    """``оның 1 тоннаға жуығы – синтетика``: the part is named after the dash."""
    words = sentence.words
    parts = any(word.folded in _PART_BEFORE for word in words[max(0, first - 2) : first])
    loose = place + 1 < len(words) and words[place].text in DASHES
    if not parts or not loose or words[place].start == words[place - 1].end:
        return None
    return read_noun_phrase(sentence, place + 1)


_CHANGE_BEFORE = frozenset(
    ("рост", "прирост", "снижение", "плюс", "минус", "up", "down", "plus", "minus")
)
_COMPARATIVES_EN = frozenset(("more", "less", "higher", "lower", "fewer", "greater"))


def is_change(sentence: Sentence, quantity: PrintedQuantity, begin: int) -> bool:
    """``на 14 % выше показателя``, ``up 40%``: a change of what was counted before."""
    words, place = sentence.words, quantity.stop
    if begin and words[begin - 1].folded in _CHANGE_BEFORE:
        return True
    after = words[place].folded if place < len(words) else ""
    if sentence.language == "kk":
        return any(_KAZAKH_CHANGE.fullmatch(w.folded) for w in words[place : place + 2])
    if after not in _COMPARATIVES and after not in _COMPARATIVES_EN:
        return False
    if sentence.language == "en" or place + 1 >= len(words):
        return True
    named = read_noun_phrase(sentence, place + 1)
    return named is None or words[place + 1].folded in THAN_BEFORE


_KAZAKH_CHANGE = re.compile(
    r"көп|аз|кем|артық|жоғары|төмен|өс(?:ті|кен|іп|кенін)|арт(?:ты|қан|ып|қанын)|азай\w+|кемі\w+"
    r"|төменде\w+|қысқар\w+|ұлғай\w+"
)


def is_each(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``2 reactors of 50 litres each``: of what was counted before."""
    place = quantity.stop
    return place < len(sentence.words) and sentence.words[place].folded in _EACH


_EACH = frozenset(("each", "apiece", "каждый", "каждая", "каждое", "каждого", "каждой"))
_MONEY_VERB = frozenset(("cost", "costs", "worth", "valued", "fined", "priced"))
_MONEY_NOUN = re.compile(
    r"стоимост\w+|цен[аыеуо]\w{0,2}|сумм\w{1,3}|штраф\w{0,3}|доход\w{0,3}|ущерб\w{0,3}|бюджет\w{0,3}"
    r"|прибыл\w{1,3}|оборот\w{0,3}|выручк\w{1,2}|вознаграждени\w{1,3}|взятк\w{1,3}|залог\w{0,2}"
    r"|зарплат\w{1,3}|издерж\w{1,3}|имуществ\w{1,3}|наличны\w{1,3}|деньг\w{1,3}|денег|приз\w{0,2}|грант\w{0,3}"
    r"|долг\w{0,2}|кредит\w{0,2}|аванс\w{0,2}|задат\w{2,4}|компенсаци\w|субсиди\w|преми\w|пособи\w|убыт\w{2,4}"
    r"|расход\w{0,3}|затрат\w{0,3}|недостач\w|гонорар\w{0,2}|сбережени\w|накоплени\w|взнос\w{0,2}|пожертвовани\w"
    r"|тариф\w{0,2}|ставк\w|стипенди\w|заработ\w{2,4}|оклад\w{0,2}|выплат\w{0,2}|сертификат\w{0,2}|выкуп\w?"
    r"|финансировани\w{1,2}|плат[аыуе]|оплат[аыуе]|фонд\w{0,2}|пошлин\w{1,2}|активы?|средств\w?"
    r"|value|price|prices|fines?|budget|turnover|profits?|income|revenue|bribe|bail"
    r"|damage|rewards?|salary|cash|money|funds?|assets|property|proceeds|loan|grant|prize"
)
_TAKEN = re.compile(
    r"изъят[аоы]?|изъяли|обнаружен[аоы]|обнаружили|найден[аоы]|нашли|конфискован[аоы]?|взыскан[аоы]?"
    r"|выплачен[аоы]?|арестован[аоы]?|возмещен[аоы]?|переведен[аоы]?|поступил[аои]?|собран[аоы]?"
    r"|seized|found|confiscated|recovered|took|taken|removed|withdrawn|paid|transferred|laundered"
)
"""What was done to the money that lay beside the drugs."""

_REACH = 12
"""Words between a sum and the noun that names it."""


def money_of(sentence: Sentence, first: int, stop: int) -> str | None:
    """What a sum of money is: the nearest noun for money, else what the clause says."""
    words = sentence.words
    named = noun_for_money(sentence, first, stop)
    if named is not None:
        return named
    purpose = _purpose_of(sentence, stop)
    if purpose is not None:
        verb = next((w.text for w in reversed(words[:first]) if _PAID.fullmatch(w.folded)), None)
        return purpose if verb is None else f"{verb} {purpose}"
    for word in reversed(words[:first]):
        if _TAKEN.fullmatch(word.folded):
            return word.text
    return clause_around(sentence, first, stop)


def noun_for_money(sentence: Sentence, first: int, stop: int) -> str | None:
    """The nearest noun for money before a sum, or just after it."""
    words = sentence.words
    for place in range(first - 1, max(-1, first - _REACH), -1):
        word = words[place]
        if word.text == ";":
            break
        if word.folded in _MONEY_VERB:
            subject = [w.text for w in words[:place] if names_something(w)]
            return " ".join([*subject[-3:], word.text])
        if _MONEY_NOUN.fullmatch(word.folded):
            named = read_noun_phrase(sentence, place)
            inside = named is not None and named.stop <= first
            return named.text if named is not None and inside else word.text
    phrase = read_noun_phrase(sentence, _after_in(words, stop))
    after = words[_after_in(words, stop)].folded if _after_in(words, stop) < len(words) else ""
    if phrase is not None and (_MONEY_NOUN.fullmatch(after) or after == "of"):
        return phrase.text
    return None


_PAID = re.compile(
    r"paid|promised|earned|offered|received|got|charged|asked|pays?|получ\w+|обеща\w+|плат\w+|заплат\w+"
)


def _after_in(words: Sequence[Word], stop: int) -> int:
    """``3.2 million tenge in cash``: the place of the noun."""
    return stop + 1 if stop < len(words) and words[stop].folded in ("in", "as") else stop


def _purpose_of(sentence: Sentence, stop: int) -> str | None:
    """``$800 for the trip``, ``2 000 тг за адрес``: what a sum was paid for."""
    words = sentence.words
    if stop >= len(words) or words[stop].folded not in ("for", "за"):
        return None
    first = stop + 1
    while first < len(words) and words[first].folded in _DETERMINERS:
        first += 1
    phrase = read_noun_phrase(sentence, first)
    named = phrase is not None and phrase.text.casefold() not in _PRONOUNS
    return phrase.text if phrase is not None and named else None


_PRONOUNS = frozenset(("them", "it", "him", "her", "this", "that", "него", "них", "нее", "это"))
_DETERMINERS = frozenset(
    ("the", "a", "an", "each", "every", "his", "her", "their", "one", "каждый", "каждую", "каждое",
     "один", "одну", "одно", "этот", "эту")
)  # fmt: skip


def phrase_before(sentence: Sentence, begin: int) -> NounPhrase | None:
    """The words before a dash, a colon or a bracket: ``heroin and opium – 172.7 kg``."""
    words, stop = sentence.words, begin
    if stop < 2 or words[stop - 1].text not in _SIGNS_BEFORE:
        return None
    stop -= 1
    lists = counted_nouns(sentence.language)
    boundaries = frozenset() if lists is None else lists.boundaries - {"and", "и", "және", "мен"}
    if words[stop].text == ":":  # a label has its own grammar: graffiti painted over
        boundaries -= {"over", "out", "up", "down", "off"}
    first = stop
    while first > 0 and stop - first < 5 and _belongs_before(words, first - 1, boundaries):
        first -= 1
    while first < stop and (words[first].kind != "word" or words[first].folded in _OPENS_LABEL):
        first += 1
    if first == stop:
        return None
    named = [word for word in words[first:stop] if word.kind == "word"]
    if say_only_when(word.folded for word in named):
        return None
    return NounPhrase(" ".join(word.text for word in named), first, stop, stop)


_OPENS_LABEL = frozenset(
    ("and", "и", "және", "of", "them", "these", "which", "whom", "них", "которых", "числе", "том",
     "оның", "соның", "ішінде", "олардың")
)  # fmt: skip


def _belongs_before(words: Sequence[Word], place: int, boundaries: frozenset[str]) -> bool:
    word = words[place]
    quoted = word.text in '«»“”"*_'
    hyphen = word.text in DASHES and place > 0 and word.start == words[place - 1].end
    return (
        quoted
        or hyphen
        or (word.kind == "word" and word.folded not in boundaries and word.folded != "the")
    )
