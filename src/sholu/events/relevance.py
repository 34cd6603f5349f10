"""Whether an item is about drugs at all, and how much of it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sholu.events.item import Reading, ToldItem
from sholu.evidence.model import Span
from sholu.mentions.model import Mention
from sholu.vocabulary.model import Vocabulary

_STEMS = re.compile(
    # What may stand first in one of them; looking at that first is three times as fast.
    r"(?=[-acdhnopsgrабдегзклмнпорсу«\"“])(?:"
    r"\b(?:anti|counter)?-?(?:drug(?!store)s?\b|drug[- ]\w+|narco\w*|narcotic\w*|psychotropic\w*"
    r"|psychoactive\w*|precursors?\b|opiates?\b|opioids?\b|overdos\w+|drug-related)"
    r"|(?:анти)?нарко(?!з(?:а|у|ом|е|ы|ов|ам|ами|ах|н\w+)?\b)\w+|психотроп\w+|психоактив\w+"
    r"|прекурсор\w*|передозировк\w+"
    r"|\bсинтетическ\w+\s+веществ\w*|\bsynthetic\s+substances?|\bсинтетикалық\s+зат\w*"
    r"|\bбаңги\w+|\bgiyohvand\w*|\bгиёҳванд\w*|\bмухаддир\w*|\bнашъа\w*"
    r"|\bзакладчик\w*|\bзакладка\s+тара\w+|\b(?:раскладыва|поднима|дела)\w+\s+закладк\w+"
    r"|\bкладмен\w*|-закладчи\w+|\bзакладк(?!\w*\s(?:камн|фундамент|капсул|парк|алле|сад|перв))\w+"
    r"|\bhemp\b|\bdead\s?drops?\b|\bstashes\b|\bsmok\w+\s+spice\b|\bspice\s+smok\w+"
    r"|наша[қк]ор\w*|ес[іiи]ртк[іiи]\w*|нарко-\w+|психотроп\w*|прекурсор\w*"
    r"|\bмаков\w+\s+(?:пол|посев|плантац|куст|солом|культур|участ)\w*|\bмаковод\w*"
    r"|\bопи[йяюе]\b|\bопием\b"
    r"|\bpoppy\s+(?:fields?|cultivation|crops?|farmers?|growers?|bush\w*|stalks?|plants?|straw|plots?)"
    r"|\bopium\b|\bкөкнәр\s+(?:алқа|егіс|ег|түп)\w*|\bапиын\w*|\bзакладка\s+жаса\w+|[«\"“]клад\w*[»\"”]"
    r"|\brehabilitation\s+(?:cent\w+|ward)|\brecovery\s+ward|\b(?:substance|opioid)\s+(?:use|depend)\w*"
    r"|\bреабилитационн\w+\s+центр\w*|\b(?:помощ|лечен)\w+\s+(?:людям\s+с\s+)?зависим\w+"
    r"|\bоңалту\s+орталы\w+|\boverdos\w+|\bnaloxone|\bналоксон\w*|\bdealers?\b)",
    re.IGNORECASE,
)
_MEDICINE = re.compile(
    r"\bdrug(?:store|s?\s+(?:shortage|prices?|administration|company|maker))|\bнаркоз(?:а|у|ом|е|ы|ов|ам|ами|ах|н\w+)?\b"
    r"|\bprescription\s+drugs?|\bdrugs?\s+(?:for\s+\w+\s+disease|to\s+become\s+cheaper)"
    r"|\bотделени\w+\s+наркологи\w+"
    r"|\b(?:алкогольн\w+\s+(?:и|или)\s+)?наркотическ\w+\s+опьянени\w+",
    re.IGNORECASE,
)
"""Where ``drug`` is a medicine, and the drunken driver of a report on traffic: left out."""

TITLE_WEIGHT = 3
LEAD_WEIGHT = 2
ENOUGH = 2
"""A word in the title or the lead, or two in the rest, or a drug that was weighed: one passing word
("healthy, without alcohol and drugs") at the end of a report on a football cup is not enough."""

_INTERNATIONAL = frozenset({"UNODC", "CARICC", "INCB", "CND", "EUDA", "CADAP"})
"""International bodies for which drugs are the matter, or the most of it."""

_INDUSTRIAL = frozenset(
    {
        "acetone", "ethyl_ether", "toluene", "mek", "hydrochloric_acid", "sulphuric_acid",
        "potassium_permanganate",
    }
)  # fmt: skip

_NO_DRUG = frozenset({"nasvay"})
"""Tobacco, whatever the press writes beside it."""

_REAGENT = re.compile(r"реагент|реактив|reagent|chemical", re.IGNORECASE)
"""Salt on roads and what laboratories work with are called so, too."""

_WEIGHED = frozenset({"mg", "g", "kg", "t"})


@dataclass(frozen=True)
class Relevance:
    """``strength``: weighted number of words that say so, of which `ENOUGH` decide."""

    about_drugs: bool
    strength: int


def judge_relevance(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, *, chosen_by_editors: bool
) -> Relevance:
    """Whether an item is about drugs.

    Args:
        item: the told item.
        reading: of its document.
        vocabulary: knows the agencies.
        chosen_by_editors: it stands in an anti-drug release, so it is, whatever its text says.
    """
    lead_end = item.telling[0].end if item.paragraphs else item.start
    telling = _telling(reading, item, vocabulary)
    strength = TITLE_WEIGHT * _count(reading.spelled(item.title))
    strength += LEAD_WEIGHT * _count(reading.spelled(item.lead))
    strength += LEAD_WEIGHT * sum(mention.span.start < lead_end for mention in telling)
    strength += sum(mention.span.start >= lead_end for mention in telling)
    # Tables are in no paragraph, but what stands in them counts.
    strength += _count(reading.words(lead_end, item.end))
    strength += ENOUGH * _weighed(reading, item)
    return Relevance(chosen_by_editors or strength >= ENOUGH, strength)


def _weighed(reading: Reading, item: ToldItem) -> bool:
    """Whether the item says how much of a drug there was."""
    persons = reading.mentions(item.start, item.end, "person")
    return any(
        figure.of_code is not None
        and figure.unit in _WEIGHED
        and figure.of_code not in _INDUSTRIAL | _NO_DRUG | {"precursors"}
        for figure in reading.figures(item.start, item.end)
        if not any(_share(figure.span, person.span) for person in persons)
    )


def _count(text: str) -> int:
    return len(_STEMS.findall(_MEDICINE.sub(" ", text)))


def _telling(reading: Reading, item: ToldItem, vocabulary: Vocabulary) -> list[Mention]:
    """Mentions of substances and of drug control agencies whose names the stems don't hold.

    Acids and solvents are in every plant's laboratory, so they tell nothing.
    """
    persons = reading.mentions(item.start, item.end, "person")
    substances = [
        mention
        for mention in reading.mentions(item.start, item.end, "substance")
        if mention.code not in _INDUSTRIAL | _NO_DRUG
        and not _REAGENT.match(mention.span.quote)
        and not _STEMS.search(reading.words(mention.span.start, mention.span.end))
        and not any(_share(mention.span, person.span) for person in persons)
    ]
    agencies = [
        mention
        for mention in reading.mentions(item.start, item.end, "agency")
        if mention.code
        and (
            mention.code in _INTERNATIONAL or vocabulary.agency(mention.code).kind == "drug_control"
        )
        and not _STEMS.search(reading.words(mention.span.start, mention.span.end))
    ]
    return [*substances, *agencies]


def _share(one: Span, other: Span) -> bool:
    """Whether two spans share a character: Sora is hemp, and a first name."""
    return one.start < other.end and other.start < one.end
