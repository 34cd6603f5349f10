"""Which manat or rupee a document means: two countries call their money so.

A bare ``манат`` is read as Azerbaijan's and a bare ``Rs`` as Pakistan's; where a document speaks of
the other country and not of this one, it is the other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sholu.mentions.model import Figure


@dataclass(frozen=True)
class _Namesakes:
    """Two currencies of one name.

    Attributes:
        bare, other: codes of what is read without more, and of its namesake.
        spoken_of, other_spoken_of: words that tell of their countries.
        says_which: printed with a value that names its country.
    """

    bare: str
    other: str
    spoken_of: re.Pattern[str]
    other_spoken_of: re.Pattern[str]
    says_which: re.Pattern[str]


_NAMESAKES = (
    _Namesakes(
        bare="AZN",
        other="TMT",
        spoken_of=re.compile(r"azerbaija|\bbaku\b|азербайджан|\bбаку\b|әзірбайжан", re.IGNORECASE),
        other_spoken_of=re.compile(
            r"turkmen|ashgabat|туркмен|ашхабад|ашгабат|түрікмен|ашғабат", re.IGNORECASE
        ),
        says_which=re.compile(r"AZN|₼|azer|азер|әзір", re.IGNORECASE),
    ),
    _Namesakes(
        bare="PKR",
        other="INR",
        spoken_of=re.compile(
            r"pakistan|islamabad|karachi|lahore|peshawar|quetta|balochistan"
            r"|пакистан|исламабад|карачи|лахор|пешавар|кветт|белуджистан|пәкістан",
            re.IGNORECASE,
        ),
        other_spoken_of=re.compile(
            r"\bindian?\b|delhi|mumbai|gujarat|kerala|\bпо индии|индийск|\bинди[яию]\b|\bдели\b"
            r"|мумбаи|гуджарат|үндістан|\bүнді\b",
            re.IGNORECASE,
        ),
        says_which=re.compile(r"PKR|pakist|пакист|пәкіст", re.IGNORECASE),
    ),
)


def settle_money(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Make bare money that of the country that a text speaks of, if it speaks of one."""
    settled = list(figures)
    for money in _NAMESAKES:
        if not any(_is_bare(figure, money) for figure in settled):
            continue
        if money.other_spoken_of.search(text) is None or money.spoken_of.search(text):
            continue
        settled = [_of_other(f, money) if _is_bare(f, money) else f for f in settled]
    return settled


def _is_bare(figure: Figure, money: _Namesakes) -> bool:
    is_money = (figure.unit or "").split("/")[0] == money.bare
    return is_money and money.says_which.search(figure.value_printed) is None


def _of_other(figure: Figure, money: _Namesakes) -> Figure:
    return replace(
        figure,
        unit=(figure.unit or "").replace(money.bare, money.other),
        unit_base=(figure.unit_base or "").replace(money.bare, money.other),
    )
