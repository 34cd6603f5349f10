"""Words that tell whether a sentence is on goods under way, and how its places hang together."""

from __future__ import annotations

import re

_MOVING = re.compile(
    r"\b(?:smuggl|traffick|transport|deliver|ship(?:ped|ment|ping|s\b)|carr(?:y|ied|ying|ies)\b"
    r"|import|export|transit|rout(?:e|ed|es|ing)\b|courier|consignment|cargo|sen[dt]\b|sending"
    r"|brought|bring|drov?e\b|driv(?:en|ing)\b|parcel|flow|bound\s+for|head(?:ed|ing)\s+for"
    r"|destined|en\s+route|truck|lorry|load|mov(?:e|ed|ing)\b|taken\b|suppl(?:y|ied|ies)\b"
    r"|go(?:es|ing)?\b|went\b|com(?:e|es|ing)\b|came\b|pass(?:es|ed|ing)\b|cross(?:es|ed|ing)\b"
    r"|reach(?:es|ed|ing)?\b"
    r"|ввез|ввоз|вывез|вывоз|вез(?:ли?|ти)?\b|перевоз|перевез|достав|транспортир|транзит|маршрут"
    r"|контрабанд|направля|следова(?:л|вш)|следующ|поставк|поставл|пересыл|переслал|отправ|груз"
    r"|трафик|перемещ|переброс|перебра|партии|партию|провез|провоз|наркокурьер|поступа|посылк"
    r"|иде?т\b|идут\b|ш[её]л\b|шла\b|прош[её]л|прошл[аи]\b|проход|попал|попада"
    r"|тасы|жеткіз|әкел|әкет|апар|бағыт|жөнелт|кіргіз|алып\s+(?:бар|кел|өт|кет)|заңсыз\s+өткіз"
    r"|жүк|жібер|сәлемдеме)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?:\b(?:against|combat\w*|fight\w*|counter\w*|suppress\w*|prevent\w*|борьб\w+\s+с|противодейств\w+"
    r"|пресечени\w+)\s+(?:[\w-]+\s+){0,4}|\banti-?\w*)$",
    re.IGNORECASE,
)
_NO_GOODS = re.compile(
    r"\b(?:(?:I|we)\s+travell?ed|delegations?|visits?|visited|extradit\w+|deport\w+|repatriat\w+|escort\w*|money|funds"
    r"|cash|remittances?|letters?|requests?|calls?|patients?|ambulance|evacuat\w+|refugees?"
    r"|делегаци\w*|визит\w*|экстради\w*|депортир\w*|выдвор\w*|деньги|денег|денежн\w*|письм\w*"
    r"|запрос\w*|этапир\w*|конвоир\w*|эвакуир\w*|ақша\w*|қаражат\w*|делегация\w*|сапар\w*|хат\b)",
    re.IGNORECASE,
)
_DRUGS = re.compile(
    r"\b(?:drugs?\b|narcotic|opiate|precursor|psychotropic|new\s+psychoactive|нарко|опиат|прекурсор"
    r"|психотроп|есірткі|прекурсор|психотроп)",
    re.IGNORECASE,
)


def is_on_drugs(sentence: str) -> bool:
    """Whether a sentence speaks of drugs in general words."""
    return _DRUGS.search(sentence) is not None


def is_moving(sentence: str, start: int, end: int) -> bool:
    """Whether goods are under way in the stretch of a sentence that names the places.

    Who fights trafficking is not moving anything; nor is a delegation, money or a letter goods.
    """
    sentence = sentence.replace("ё", "е")
    near = sentence[max(0, start - 160) : end + 90]
    if _NO_GOODS.search(sentence[max(0, start - 70) : end]) or _PASSENGERS.search(sentence[:start]):
        return False
    return any(not _AGAINST.search(near[: word.start()]) for word in _MOVING.finditer(near))


_JOINED = re.compile(
    r"\s*(?:,?\s*(?:and|as\s+well\s+as|и|а\s+также|және|мен|пен|бен)|,)\s*"
    r"(?:(?:also|также|the|from|to|into|through|via|из|в|во|через|г\.|город\w*)\s+){0,2}[«\"]?",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\s*,?\s*(?:or|или|либо|немесе|/)\s*(?:(?:from|to|through|via|из|в|во|через)\s+)?[«\"]?",
    re.IGNORECASE,
)
_CHAINED = re.compile(r"[»\")]?\s*(?:[–—-]|→|➔|->|>)\s*[«\"(]?(?:(?:г\.|город)\s+)?")
_INSIDE = re.compile(r"\s*(?:[,(]\s*)?(?:(?:in|the|of|в|на)\s+){0,2}", re.IGNORECASE)
_ONWARD = re.compile(
    r"\b(?:onwards?|then|further|from\s+(?:there|where)|on\s+to|before|subsequently|eventually|finally|next"
    r"|далее|затем|потом|оттуда|откуда|дальше|после\s+чего|впоследствии|позже"
    r"|одан\s+(?:әрі|кейін|соң)|содан\s+(?:кейін|соң)|әрі\s+қарай|кейін)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"[;!?]|\b(?:while|whereas|meanwhile|тогда\s+как|в\s+то\s+время\s+как|ал)\b", re.IGNORECASE
)
_STOPPED = re.compile(
    r"\b(?:detain|seiz|stopp|intercept|found|discover|arrest|caught|задерж|изъя|останов|обнаруж"
    r"|выяв|пресеч|арест|ұста|тоқтат|анықта|тәркіле)",
    re.IGNORECASE,
)
_ROUTE_BEFORE = re.compile(
    r"(?:\b(?:routes?|flight|маршрут\w*(?:\s+следования)?|авиарейс\w*|рейс\w*|схем\w+|бағыт\w*)"
    r"(?:\s+(?:is|was|of|along|runs?|№\s*\d+))?\s*[:,–—-]?\s*[«\"(]?)$",
    re.IGNORECASE,
)
_ROUTE_AFTER = re.compile(
    r"\s*[»\")]?\s*(?:(?:smuggling|trafficking|drug|transit)\s+)*(?:routes?\b|маршрут|бағыт)",
    re.IGNORECASE,
)
_PASSENGERS = re.compile(
    r"\b(?:train|bus|поезд\w*|автобус\w*|пойыз\w*|электричк\w*)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
"""Whoever rides them may have got on anywhere."""


_BORDER = re.compile(r"\s*(?:border|frontier|границ|шекара)", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\b(?:respectively|соответственно|тиісінше)\b", re.IGNORECASE)


def joins(gap: str, after: str) -> str | None:
    """How two places are joined: ``and``, ``or``, ``chain``; None if by something else.

    Args:
        gap: the words between them; ``after``: those after the second.
    """
    if _EITHER.fullmatch(gap):
        return "or"
    if _JOINED.fullmatch(gap):
        return "and"
    # The Russia–Kazakhstan border is one place.
    return "chain" if _CHAINED.fullmatch(gap) and not _BORDER.match(after) else None


def pairs_off(sentence: str) -> bool:
    """Whether lists belong together one by one: ``from A and B to C and D respectively``."""
    return _RESPECTIVELY.search(sentence) is not None


def may_be_inside(gap: str) -> bool:
    """Whether what follows may say where the place before lies: ``Osh, Kyrgyzstan``."""
    return _INSIDE.fullmatch(gap) is not None


def leads_on(gap: str) -> bool:
    """Whether the words between say that what follows came later."""
    return _ONWARD.search(gap) is not None


def breaks_off(gap: str) -> bool:
    """Whether the words between begin something else."""
    return len(gap) > LONGEST_GAP or _ENDED.search(gap) is not None


LONGEST_GAP = 130
"""Code points between two places of one way: about a clause and a half."""


def is_stopped(gap: str) -> bool:
    """Whether the words between say that the load was stopped."""
    return _STOPPED.search(gap) is not None


def names_route(before: str, after: str) -> bool:
    """Whether a chain of places is called a route, of no train or bus."""
    if _PASSENGERS.search(before[:-1] if before else before):
        return False
    if _ROUTE_BEFORE.search(before):
        head = _ROUTE_BEFORE.sub("", before)
        return _PASSENGERS.search(head) is None
    return _ROUTE_AFTER.match(after) is not None
