"""A chain of containers against the mass that it holds: a kilogram, glasses, matchboxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.events.arithmetic_lists import OVERLAP
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

SLACK = 0.25
"""Share by which such rules of thumb may miss the mass; they are told from memory."""

_HOLDS = re.compile(
    r"\b(?:contains?|holds?|makes?|is divided into|in an?|in one|содерж\w+|вмеща\w+|делится на"
    r"|в одном|в одной|бар|болады)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Link:
    number: Number
    holds: bool


def check_containers(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """The numbers of a paragraph: a mass, how many of a container it holds, each of which holds …

    Nothing is said unless the chain begins and ends with a mass and has two kinds of containers.
    """
    wholes = [n for n in numbers if n.unit == "g" and n.shown_unit in ("kg", "t")]
    chain: list[Number] = []
    for number in numbers:
        before = text[max(0, number.start - 60) : number.start]
        held = _HOLDS.search(re.split(r"[;,•\n]", before)[-1])
        money = number.unit is not None and "/" in number.unit
        if held and not money and not number.measured and number.unit not in OVERLAP:
            chain.append(number)
        elif chain and len(chain) >= 2 and number.unit == "g" and number.shown_unit == "g":
            yield from _check(wholes, chain, number)
            return


def _check(wholes: Sequence[Number], chain: Sequence[Number], last: Number) -> Iterator[Mismatch]:
    low, high = last.low, last.high
    for number in chain:
        low, high = low * number.low, high * number.high
    whole = wholes[0].value if wholes else 1000.0
    if low * (1 - SLACK) <= whole <= high * (1 + SLACK):
        return
    printed = " × ".join(n.printed for n in (*chain, last))
    yield Mismatch(
        f"{printed} make {low:,.0f} to {high:,.0f} g, not {whole:,.0f} g.",
        (*wholes[:1], *chain, last),
        "a chain of containers against the mass that it holds",
    )
