"""A share against its amount and the total: 152 of 235, 67 %; 1,221 of 1,480 kg, or 82.5 %."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_changes import comparable
from sholu.events.arithmetic_lists import CUES, is_summed
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.events.arithmetic_parts import bears_out, share_mismatch

_OF = re.compile(r"(?:\s\w+){0,2}\s(?:out of|of|из)\s(?:the |these |all |общего числа )?", re.I)
_OF_BEFORE = re.compile(r"(?:^|[.;:,(–—-]\s?|\s)(?:out of|of|из)\s(?:the |these |all )?$", re.I)
_GENITIVE = re.compile(r"\s[^.;:,\d]{0,40}(?:ның|нің|дың|дің|тың|тің)\s(?:\w+\s)?", re.IGNORECASE)
_SHARE_BETWEEN = re.compile(
    r"(?:-\w{1,4})?(?:\s[–—])?(?:\s[^\W\d_]+){0,5}"
    r"\s?(?:\(|,|–|—|\s-\s|\bor\b|\bили\b|\bнемесе\b)"
    r"\s?(?:or |или |that is |i\.e\. |это |то есть |т\. ?е\. |яғни |бұл |демек )?"
    r"(?:about |almost |nearly |около |почти )?"
)
_SHARE_ENDS = re.compile(r"\s*[).,;:–—-]|\s*$|\s(?:were|was|of (?:them|the total|all)|от общего)\b")
_TELLS_SHARE = re.compile(
    r"\b(?:account\w*|ma[kd]e up|represent\w*|share|constitut\w+|доля|долю|составля\w+|состав\w+"
    r"|приходится|пришлось|құра\w+|үлес\w*|тиесілі)\b",
    re.IGNORECASE,
)
_THAT_IS = re.compile(r"\b(?:that is|i\.e\.|то есть|т\. ?е\.|яғни|or|или|немесе)\s", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:more|less|fewer|higher|lower|than|rise|rose|fell|fall|increas\w+|decreas\w+|growth|up|down"
    r"|больше|меньше|выше|ниже|рост\w*|снижен\w+|увелич\w+|сокра\w+|вырос\w*|снизил\w+|көп|аз|кем"
    r"|артық|өс\w+|төмен\w*|арт(?:ты|қан)\w*|кемі\w+)\b",
    re.IGNORECASE,
)

SLIP = 0.25
"""Share of the right one that a slip is off at the most; further off, it is of another total."""


def check_stated_shares(text: str, numbers: Sequence[Number], start: int) -> Iterator[Mismatch]:
    """Shares told with both numbers: 152 of 235, 67 %; of 235 convicted, 152 (67 %)."""
    for one, two, share in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if share.unit != "%" or not comparable(one, two) or two.unit == "%":
            continue
        between = text[one.end : two.start]
        if _OF.fullmatch(between):
            part, whole = one, two
        elif _GENITIVE.fullmatch(between) or (
            _OF_BEFORE.search(text[start : one.start]) and not re.search(r"[.;:()]", between)
        ):
            part, whole = two, one
        else:
            continue
        beside = _SHARE_BETWEEN.fullmatch(text, two.end, share.start)
        if beside and _SHARE_ENDS.match(text, share.end) and not bears_out(part, whole, share):
            yield share_mismatch(part, whole, share, "certain")


def check_shares_of_told(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Shares that their amount and the total of the same or the last sentence do not make.

    Args:
        before: numbers of the sentence before, in the same paragraph.
    """
    if _CHANGE.search(text, start, end):
        return
    told = _TELLS_SHARE.search(text, start, end) is not None
    for part, share in pairwise(numbers):
        if share.unit != "%" or not is_summed(part) or part.doubtful:
            continue
        beside = _SHARE_BETWEEN.fullmatch(text, part.end, share.start)
        if not beside or not _SHARE_ENDS.match(text, share.end):
            continue
        if not told and not _THAT_IS.search(beside.group()):
            continue
        wholes = [n for n in (*before, *numbers) if _may_hold(n, part)]
        if wholes and not any(bears_out(part, whole, share) for whole in wholes):
            sure = len(wholes) == 1 and CUES.search(text[wholes[0].end : part.start]) is not None
            yield from _nearest(part, wholes, share, math.inf if sure else SLIP)


def _may_hold(whole: Number, part: Number) -> bool:
    earlier = whole.end <= part.start and whole.unit == part.unit
    return earlier and whole.value > part.value and not whole.doubtful


def _nearest(
    part: Number, wholes: Sequence[Number], share: Number, slip: float
) -> Iterator[Mismatch]:
    whole = min(wholes, key=lambda n: abs(100 * part.value / n.value - share.value))
    right = 100 * part.value / whole.value
    if abs(right - share.value) <= slip * right:
        yield share_mismatch(part, whole, share, "likely")
