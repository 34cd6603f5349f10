"""What a mass is of whose own words name no substance: the one named before, or found after."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from sholu.core.quantity import Unit
from sholu.mentions.names import NameMatch
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.sentences import Sentence
from sholu.vocabulary.model import Vocabulary

REACH = 500
"""Code points back to a substance that is still spoken of: about a paragraph."""

_GENERIC = re.compile(
    r"(?:общ\w+|готов\w+|так\w+|перв\w+|втор\w+|друг\w+|чист\w+|total|finished|white|dark|same|the|"
    r"своего|того|же|бел\w+|тёмн\w+|темн\w+|итогов\w+|совокупн\w+|ориентировочн\w+|\s)*"
    r"(?:вес\w{0,3}|масс\w{1,3}|объ[её]м\w{0,3}|изъят\w+|веществ\w{0,3}|порош\w{1,5}|кристалл\w{0,3}"
    r"|жидкост\w{1,3}|смес\w{1,3}|партии|партия|груз\w{0,2}|част\w{1,3}|содержим\w+|зель\w{1,3}|"
    r"сырь\w|находк\w|товар\w?|продукт\w?|продукции|weight|powder|liquid|crystals|substance|all|batch|"
    r"load|cargo|haul|stash|product|(?:drug|narcotic)(?:\sseized|\sfound|\staken)?)(?:\s+(?:изъятого|наркотика|партии|вещества|груза|растительного\s.*))?",
    re.IGNORECASE,
)
_ONE_DRUG = re.compile(
    r"(?:the )?(?:drug|narcotic)(?: substance)?|наркотик(?:а|ом|у|е)?"
    r"|(?:наркотическ|психотропн)(?:ое|ого|им|ому) (?:средств|веществ)\w{1,2}",
    re.IGNORECASE,
)
_NEVER_WEIGHED = "opium_poppy"
"""It stands in fields; what is weighed in a text on poppy is its straw or opium, or saffron."""

_FOUND_TO_BE = re.compile(
    r"\bэто\b|оказал|установил|показал|экспертиз|исследовани|признан|является|опознал|identified"
    r"|turned out|proved|found to be|showed|to be|expert|analysis|tests?\b|laborator",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\bвсего\b|\bитого\b|общ\w+ сложности|\btotal|\baltogether\b|in all", re.I)


@once_per_vocabulary
def vague_substances(vocabulary: Vocabulary) -> frozenset[str]:
    """Codes that stand for drugs of many kinds."""
    return frozenset(s.code for s in vocabulary.substances if s.group == "unspecified")


@once_per_vocabulary
def precursor_substances(vocabulary: Vocabulary) -> frozenset[str]:
    """Codes of what drugs are made of."""
    return frozenset(s.code for s in vocabulary.substances if s.group == "precursors")


@dataclass(frozen=True)
class Surroundings:
    """What the sentences around say that the words of a sentence refer to.

    Attributes:
        substances: named in the document, in order.
        vague: codes of drugs in general.
        precursors: codes of what drugs are made of.
        following: the next sentence of the paragraph.
        term: what the document calls a term of imprisonment.
        currency: the first that the document names; sums without one are of it.
    """

    substances: tuple[NameMatch, ...] = ()
    vague: frozenset[str] = frozenset()
    precursors: frozenset[str] = frozenset()
    following: Sentence | None = None
    term: str | None = None
    currency: Unit | None = None


def without_precursors(around: Surroundings) -> Surroundings:
    """The same where no precursor is named: what is called a drug is none."""
    named = tuple(match for match in around.substances if match.code not in around.precursors)
    return replace(around, substances=named)


def is_generic(words: str) -> bool:
    """Whether words name a mass without its substance: ``вес``, ``белого порошка``."""
    return _GENERIC.fullmatch(words) is not None


def means_one_drug(words: str) -> bool:
    """Whether a general name stands for one substance: ``вес наркотика``, ``of the drug``."""
    return _ONE_DRUG.fullmatch(words) is not None


def specified(sentence: Sentence, match: NameMatch, around: Surroundings) -> NameMatch:
    """The name that follows a general one: ``наркотическим средством «мефедрон»``."""
    if match.code not in around.vague:
        return match
    at = bisect_left(around.substances, match.end, key=lambda other: other.start)
    between = [word for word in sentence.words[match.stop : match.stop + 1] if word.text in _QUOTES]
    for other in around.substances[at : at + 1]:
        if other.end <= sentence.end and other.first == match.stop + len(between):
            return other
    return match


_QUOTES = frozenset("«“\"„'")


def substance_referred_to(
    sentence: Sentence, start: int, end: int, around: Surroundings
) -> NameMatch | None:
    """The substance that a mass at ``start:end`` is of, if other sentences say it.

    One that an examination finds just after the sentence goes before one named earlier. A total
    of several substances is of none of them.
    """
    found = _found_after(around)
    if found is not None:
        return found
    before = _specific(around, start - REACH, start)
    if _TOTAL.search(sentence.folded) and len({match.code for match in before}) > 1:
        return None
    if before:
        return before[-1]
    stop = bisect_left(around.substances, start, key=lambda match: match.start)
    general = [m for m in around.substances[:stop] if start - REACH <= m.start]
    return general[-1] if general else None


def only_substance(start: int, around: Surroundings) -> NameMatch | None:
    """The one substance that was named before, if there is but one."""
    before = _specific(around, 0, start)
    return before[-1] if len({match.code for match in before}) == 1 else None


_GROWN = {
    **dict.fromkeys(("cannabis", "cannabis_herb", "cannabis_plants"), "cannabis_plants"),
    "opium_poppy": "opium_poppy",
}
"""The codes of plants that are counted, by those of what a text on them names."""


def plant_spoken_of(start: int, around: Surroundings) -> str | None:
    """The code of the plant that a text last named before a place, or of the only one in it."""
    grown = [match for match in around.substances if match.code in _GROWN]
    before = [_GROWN[match.code] for match in grown if start - REACH <= match.start < start]
    if before:
        return before[-1]
    codes = {_GROWN[match.code] for match in grown}
    return codes.pop() if len(codes) == 1 else None


def _found_after(around: Surroundings) -> NameMatch | None:
    """The substance that the next sentence says it was found to be."""
    following = around.following
    if following is None or not _FOUND_TO_BE.search(following.folded):
        return None
    found = _specific(around, following.start, following.end)
    return found[0] if len({match.code for match in found}) == 1 else None


def _specific(around: Surroundings, start: int, end: int) -> list[NameMatch]:
    """The substances of their own kind named in a stretch."""
    first = bisect_left(around.substances, start, key=lambda match: match.start)
    stop = bisect_left(around.substances, end, key=lambda match: match.start)
    return [
        match
        for match in around.substances[first:stop]
        if match.code not in around.vague and match.code != _NEVER_WEIGHED
    ]
