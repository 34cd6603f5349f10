"""What a term of years is of, where a court gave it or a law threatens with it."""

from __future__ import annotations

import re

from sholu.mentions.counted import NounPhrase
from sholu.mentions.kazakh_measures import kazakh_term
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.other_punishments import other_punishment
from sholu.mentions.reference import Surroundings
from sholu.mentions.sentences import Sentence

_TERM_WORDS = re.compile(r"imprisonment|prison|лишени\w+ свободы|бас бостандығы\w+ айыру")
_SENTENCING = re.compile(
    r"sentenc|jail|behind bars|faces?\b|convict|verdict|court gave"
    r"|\b(?:gets?|got|gave|given|received) [\w ]{1,20}years|years? for \w|penal|colony"
    r"|приговор|осужд|осуди|грозит|наказан|срок|колони|просил|запросил|получил\w? \w+ (?:лет|год)"
    r"|светит|(?<!\w)дал[аи]? .{0,20}\b(?:лет|год)|получил.{0,60}\b(?:лет|год)"
    r"|сотта|кесілд|кесті|түрме|жаза|үкім|жылға арқала|бостандығы|сот:|айырыл|айырды"
)
_SUSPENDED = re.compile(r"suspended|probation|условн|пробаци|шартты")
_TERM_IN = {
    "en": "prison sentence",
    "ru": "срок лишения свободы",
    "kk": "бас бостандығынан айыру мерзімі",
}
"""What years are of where a court gave them and the text has no word for it."""


_ENGLISH_PLACES = re.compile(
    r"(?:(?:strict|general|maximum|medium|minimum|high|tight|special)(?:er)?\W{1,3}"
    r"(?:regime |security )?)?(?:penal )?(?:colony|colonies|settlement)"
    r"|behind bars|jail(?:s|ed)?|serv(?:ed|ing|es?)\b|terms?\b"
)


def term_of_imprisonment(text: str) -> str | None:
    """What a document calls a term of imprisonment; None if it speaks of none."""
    term = _TERM_WORDS.search(text)
    return None if term is None else term.group()


def term_of_punishment(sentence: Sentence, told: str | None, *, is_in_years: bool) -> str | None:
    """What a stretch of time in a sentence is of, if it is a punishment.

    Args:
        told: what the document calls a term of imprisonment, if it does.
        is_in_years: or in months; a sentence on a court also has days and hours.
    """
    named = _TERM_WORDS.search(sentence.folded)
    if named is not None:
        return named.group()
    if not is_in_years or _SENTENCING.search(sentence.folded) is None:
        return None
    if _SUSPENDED.search(sentence.folded) is not None:
        return told
    if sentence.language == "en":
        place = _ENGLISH_PLACES.search(sentence.folded)
        of = told or _TERM_IN["en"]
        return of if place is None else f"{of} … {place.group().replace(' - ', '-')}"
    return told or _TERM_IN.get(sentence.language or "")


def term_of(
    sentence: Sentence,
    quantity: PrintedQuantity,
    phrase: NounPhrase | None,
    around: Surroundings,
) -> str | None:
    """What lasts so long; a term of imprisonment wherever the sentence says so."""
    other = other_punishment(sentence, quantity)
    if other is not None:
        return other
    years = quantity.unit is not None and quantity.unit.code in ("year", "month")
    term = term_of_punishment(sentence, around.term if years else None, is_in_years=years)
    if sentence.language == "kk" and years:
        term = kazakh_term(sentence, quantity, term)
    if term is not None:
        return term
    return None if phrase is None or phrase.first < quantity.first else phrase.text
