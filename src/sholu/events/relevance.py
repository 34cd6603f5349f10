"""Whether an item is about drugs at all, and how much of it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sholu.events.cues import CueIndex
from sholu.events.drug_words import (
    OtherMatter,
    count_drug_words,
    count_in_passing,
    find_other_matter,
    names_drugs,
    without_other_things,
)
from sholu.events.item import Reading, ToldItem
from sholu.evidence.model import Span
from sholu.mentions.model import Mention
from sholu.mentions.word_lists import read_word_lists
from sholu.vocabulary.model import Vocabulary

TITLE_WEIGHT = 3
LEAD_WEIGHT = 2
ENOUGH = 2
"""A word in the title or the lead, or two in the rest, or a drug by its name: one passing word
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

FAMILIES_ALONE = 3
"""Families of words that must stand in an item without any drug for it to be about drugs."""

_WITNESSES = frozenset({"trade", "use", "care", "look", "plants", "day"})
"""Families of which one beside one drug is enough; a test is passed by any driver."""

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
    other = find_other_matter(_whole_text(item, reading))
    early, late = _tell(item, reading, vocabulary, other)
    strength = early + (min(late, 1) if other.show else late)
    if strength < ENOUGH and not other.alcohol:
        beside = strength > 0 and _names_more_than_agencies(item, reading)
        strength += _company(_whole_text(item, reading), beside_a_drug=beside)
    return Relevance(chosen_by_editors or strength >= ENOUGH, strength)


def _tell(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, other: OtherMatter
) -> tuple[int, int]:
    """What title and lead say, and what the rest says."""
    lead_end = item.telling[0].end if item.paragraphs else item.start
    early, late = _count_words(item, reading, lead_end, other)
    for weight, mentions in (
        (LEAD_WEIGHT, _drugs(reading, item)),
        (1, _agencies_against_drugs(reading, item, vocabulary)),
    ):
        in_lead = sum(mention.span.start < lead_end for mention in mentions)
        early += LEAD_WEIGHT * in_lead
        late += weight * (len(mentions) - in_lead)
    return early, late + ENOUGH * _weighed(reading, item)


def _whole_text(item: ToldItem, reading: Reading) -> str:
    return f"{reading.spelled(item.title)}\n{reading.words(item.start, item.end)}"


def _names_more_than_agencies(item: ToldItem, reading: Reading) -> bool:
    """Whether drugs stand anywhere but in the name of the agency that sent a speaker."""
    at, others = item.start, []
    for agency in reading.mentions(item.start, item.end, "agency"):
        others.append(reading.words(at, max(at, agency.span.start)))
        at = max(at, agency.span.end)
    text = " ".join((*others, reading.words(at, item.end)))
    return names_drugs(text) or bool(reading.mentions(item.start, item.end, "substance"))


def _count_words(
    item: ToldItem, reading: Reading, lead_end: int, other: OtherMatter
) -> tuple[int, int]:
    """What the words of title and lead say, and those of the rest.

    Drugs in passing say as little in a lead as further down. Tables are in no paragraph, but what
    stands in them counts.
    """
    lead, passing = count_in_passing(reading.spelled(item.lead))
    in_title, in_lead, in_rest = (
        count_drug_words(text, other)
        for text in (reading.spelled(item.title), lead, reading.words(lead_end, item.end))
    )
    return TITLE_WEIGHT * in_title + LEAD_WEIGHT * in_lead, min(passing, 1) + in_rest


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


def _company(text: str, *, beside_a_drug: bool) -> int:
    """What words that drugs keep company with add to what names them."""
    families = {hit.speaks_for for hit in _company_index().find(without_other_things(text))}
    if beside_a_drug:
        return len(families & _WITNESSES)
    return ENOUGH if len(families) >= FAMILIES_ALONE else 0


@lru_cache(maxsize=1)
def _company_index() -> CueIndex:
    return CueIndex(
        (cue, family["name"])
        for family in read_word_lists("sholu.events", "drug_company.yaml")
        for cues in family["cues"].values()
        for cue in cues
    )


def _drugs(reading: Reading, item: ToldItem) -> list[Mention]:
    """Mentions of drugs whose names the stems don't hold.

    Acids and solvents are in every plant's laboratory, so they tell nothing.
    """
    persons = reading.mentions(item.start, item.end, "person")
    return [
        mention
        for mention in reading.mentions(item.start, item.end, "substance")
        if mention.code not in _INDUSTRIAL | _NO_DRUG
        and not _REAGENT.match(mention.span.quote)
        and not names_drugs(reading.words(mention.span.start, mention.span.end))
        and not any(_share(mention.span, person.span) for person in persons)
    ]


def _agencies_against_drugs(
    reading: Reading, item: ToldItem, vocabulary: Vocabulary
) -> list[Mention]:
    """Mentions of drug control agencies whose names the stems don't hold."""
    return [
        mention
        for mention in reading.mentions(item.start, item.end, "agency")
        if mention.code
        and (
            mention.code in _INTERNATIONAL or vocabulary.agency(mention.code).kind == "drug_control"
        )
        and not names_drugs(reading.words(mention.span.start, mention.span.end))
    ]


def _share(one: Span, other: Span) -> bool:
    """Whether two spans share a character: Sora is hemp, and a first name."""
    return one.start < other.end and other.start < one.end
