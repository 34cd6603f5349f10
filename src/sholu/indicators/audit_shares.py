"""Shares of one whole that are told together: they may not make more, or, if all, less than it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

FEWEST = 3
"""Shares that make a composition; two may be of different wholes."""
WORST = 1.5
"""Percentage points that rounding may make of three or more shares of whole percents."""

_COMPOSED = re.compile(
    r"\b(?:of which|of them|among them|specific weight|consist|compris|including|из них|из которых"
    r"|в том числе|удельный вес|доля|оның ішінде|соның ішінде)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:increas|decreas|rose|fell|more than last|compared|growth|выше|ниже|рост|сниж)", re.I
)
_REST = re.compile(
    r"\b(?:the (?:remaining|rest|other)|remaining|остальн\w+|оставши\w+|қалған)\s(?:of\s)?$",
    re.IGNORECASE,
)


def check_composition(
    text: str, numbers: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Shares in one sentence that are said to compose a whole but make more than it."""
    yield from _check_rest(text, numbers)
    shares = [n for n in numbers if n.unit == "%"]
    if len(shares) < FEWEST or not _COMPOSED.search(text, start, end):
        return
    if _OTHER.search(text, start, end) or any(n.doubtful for n in shares):
        return
    least = sum(_least(n) for n in shares)
    summed = sum(n.value for n in shares)
    # Shares of one kind, each a part: no pair of them may be the same thing told twice.
    if least <= 100 + WORST and not (
        summed > 100 and any(n.qualifier == "more_than" for n in shares)
    ):
        return
    if summed > 130:
        return  # several compositions, or answers of which several were allowed
    printed = ", ".join(n.printed for n in shares)
    yield Mismatch(
        f"The shares {printed} of one whole make {summed:.5g} %.",
        tuple(shares),
        "shares of one whole summed",
        "likely",
        "low",
    )


def _least(share: Number) -> float:
    """What a share is at least; ``less than`` leaves nothing sure."""
    return 0.0 if share.qualifier in ("less_than", "up_to") else share.low


def _check_rest(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """``Eleven per cent … the remaining 88 per cent``: two that must make the whole."""
    shares = [n for n in numbers if n.unit == "%"]
    for one, two in pairwise(shares):
        if len(shares) == 2 and _REST.search(text[one.end : two.start]):
            low, high = one.low + two.low, one.high + two.high
            whole = one.whole and two.whole
            if not low <= 100 <= high or (whole and one.value + two.value != 100):
                yield Mismatch(
                    f"{one.printed} and the remaining {two.printed} make "
                    f"{one.value + two.value:.5g} %.",
                    (one, two),
                    "a share and the rest against the whole",
                    gravity="low",
                )
