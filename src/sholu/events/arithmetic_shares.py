"""A share told with its amount, against the total that stands before it: 1,221 kg, or 82.5 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_changes import SHARE_BETWEEN, SHARE_ENDS
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.events.arithmetic_parts import bears_out, is_summed, share_mismatch

_TELLS_SHARE = re.compile(
    r"\b(?:account\w*|ma[kd]e up|represent\w*|share|constitut\w+|доля|долю|составля\w+|состав\w+"
    r"|приходится|пришлось|құра\w+|үлес\w*|тиесілі)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:more|less|fewer|higher|lower|than|rise|rose|fell|fall|increas\w+|decreas\w+|growth|up|down"
    r"|больше|меньше|выше|ниже|рост\w*|снижен\w+|увелич\w+|сокра\w+|вырос\w*|снизил\w+|көп|аз|кем"
    r"|артық|өс\w+|төмен\w*|арт(?:ты|қан)\w*|кемі\w+)\b",
    re.IGNORECASE,
)

SLIP = 0.25
"""Share of the right one by which a slip is off at the most; further off, it is of something else."""


def check_shares_of_told(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Shares that their amount and the total of the same or the last sentence do not make.

    Args:
        before: numbers of the sentence before, in the same paragraph.
    """
    if not _TELLS_SHARE.search(text, start, end) or _CHANGE.search(text, start, end):
        return
    for part, share in pairwise(numbers):
        if share.unit != "%" or not is_summed(part) or part.doubtful:
            continue
        beside = SHARE_BETWEEN.fullmatch(text, part.end, share.start)
        if not beside or not SHARE_ENDS.match(text, share.end):
            continue
        wholes = [n for n in (*before, *numbers) if _may_hold(n, part)]
        if wholes and not any(bears_out(part, whole, share) for whole in wholes):
            yield from _nearest(part, wholes, share)


def _may_hold(whole: Number, part: Number) -> bool:
    earlier = whole.end <= part.start and whole.unit == part.unit
    return earlier and whole.value > part.value and not whole.doubtful


def _nearest(part: Number, wholes: Sequence[Number], share: Number) -> Iterator[Mismatch]:
    whole = min(wholes, key=lambda n: abs(100 * part.value / n.value - share.value))
    right = 100 * part.value / whole.value
    if abs(right - share.value) <= SLIP * right:
        yield share_mismatch(part, whole, share, "likely")
