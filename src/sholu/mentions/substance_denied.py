"""Substances that a sentence names only to say that they are not meant."""

from __future__ import annotations

import re

from sholu.mentions.names import NameMatch
from sholu.mentions.sentences import Sentence

_REACH = 7
"""Words before a name that may deny it: не 1 кг 40 г героина."""

_UNIT = r"(?: (?:[\d.,\u00a0]+|к?г|кило|(?:кило)?грам\w+|k?g|kilos?|(?:kilo)?grams?|a|of)){0,5}"
_DENIED = re.compile(
    rf"(?: (?:а|и|,|это|-|–|—|оказал\w+|но|явля\w+) не|^ не| (?:but|and|,|is|was|were|are) not)"
    rf"{_UNIT}$"
    r"| (?:no to|say no to|нет)$"
)
_THAN = re.compile(
    r" (?:сильнее|мощнее|опаснее|крепче|токсичнее|дешевле|дороже|слабее)(?: чем)?$"
    r"| (?:stronger|weaker|cheaper|deadlier|more \w+) than$"
)
_INTO = re.compile(
    r" (?:из котор\w+|использу\w+ (?:для|при))(?: \w+){0,3}"
    r" (?:дела\w+|производ\w+|изготов\w+|получа\w+|вар\w+|синтез\w+)(?: \w+)?$"
    r"| used (?:to|in|for)(?: \w+){0,2} (?:mak\w+|produc\w+|manufactur\w+|synthesi\w+)(?: of)?$"
)
_THAN_IN_KAZAKH = re.compile(r"күшті\w*|қауіпті\w*|арзан\w*|қымбат\w*|әлсіз\w*|күштірек")
_ABLATIVE = re.compile(r"\w+(?:нан|нен|дан|ден|тан|тен)")


def is_denied(sentence: Sentence, match: NameMatch) -> bool:
    """``104 граммов гашиша, а не героина``, ``героин емес``: it is said to be something else."""
    after = [word.folded for word in sentence.words[match.stop : match.stop + 1]]
    return after == ["емес"] or _DENIED.search(_lead(sentence, match)) is not None


def is_measure(sentence: Sentence, match: NameMatch) -> bool:
    """``сильнее морфина``, ``used to make meth``: another is told by it."""
    lead = _lead(sentence, match)
    if _THAN.search(lead) or _INTO.search(lead):
        return True
    words = sentence.words[match.stop - 1 : match.stop + 5]
    return (
        sentence.language == "kk"
        and _ABLATIVE.fullmatch(words[0].folded) is not None
        and any(_THAN_IN_KAZAKH.fullmatch(word.folded) for word in words[1:4])
    )


def _lead(sentence: Sentence, match: NameMatch) -> str:
    words = sentence.words[max(0, match.first - _REACH) : match.first]
    return "".join(f" {word.folded}" for word in words)
