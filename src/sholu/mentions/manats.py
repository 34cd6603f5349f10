"""Which manat a document means: two countries call their money so.

Bare ``манат`` is read as Azerbaijan's; where a document speaks of Turkmenistan and not of
Azerbaijan it is Turkmenistan's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sholu.mentions.model import Figure

_TURKMEN = re.compile(r"turkmen|ashgabat|туркмен|ашхабад|ашгабат|түрікмен|ашғабат", re.IGNORECASE)
_AZERBAIJANI = re.compile(r"azerbaija|\bbaku\b|азербайджан|\bбаку\b|әзірбайжан", re.IGNORECASE)
_SAYS_WHICH = re.compile(r"AZN|₼|azer|азер|әзір", re.IGNORECASE)
_BARE, _OTHER = "AZN", "TMT"


def settle_manats(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Make bare manats those of Turkmenistan where only that country is spoken of."""
    if not any(_is_bare(figure) for figure in figures):
        return list(figures)
    if _TURKMEN.search(text) is None or _AZERBAIJANI.search(text):
        return list(figures)
    return [_as_turkmen(figure) if _is_bare(figure) else figure for figure in figures]


def _is_bare(figure: Figure) -> bool:
    money = (figure.unit or "").split("/")[0] == _BARE
    return money and _SAYS_WHICH.search(figure.value_printed) is None


def _as_turkmen(figure: Figure) -> Figure:
    return replace(
        figure,
        unit=(figure.unit or "").replace(_BARE, _OTHER),
        unit_base=(figure.unit_base or "").replace(_BARE, _OTHER),
    )
