"""Two tellings of a plot word by word: what the second says otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_PIECE = re.compile(r"\S+\s*")
_CODE = re.compile(r"(?:person|data)-[a-z2-7]{2,10}")
_EDGE = re.compile(r"^\W+|\W+$")

MASK = "[…]"


@dataclass(frozen=True)
class Stretch:
    """Words in order: ``same``, ``other`` (only in the second) or ``gone`` (only in the first)."""

    kind: str
    words: str


def differences(centre: str, text: str) -> tuple[Stretch, ...]:
    """The second text in stretches, with what it leaves out of the first; names are no difference.

    >>> [stretch.kind for stretch in differences("нашёл 2 г гашиша", "нашёл 3 г гашиша")]
    ['same', 'other', 'gone', 'same']
    """
    left, right = _pieces(centre), _pieces(text)
    found: list[Stretch] = []
    moves = Indel.opcodes([_bare(piece) for piece in left], [_bare(piece) for piece in right])
    for move in moves:
        if move.tag == "equal":
            found.append(Stretch("same", _joined(right[move.dest_start : move.dest_end])))
        elif move.tag == "insert":
            found.append(Stretch("other", _joined(right[move.dest_start : move.dest_end])))
        else:
            found.append(Stretch("gone", _joined(left[move.src_start : move.src_end])))
    return tuple(found)


def masked(text: str) -> str:
    """The text with ``[…]`` for the code of each person or personal number."""
    return _CODE.sub(MASK, text)


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(masked(text))


def _bare(piece: str) -> str:
    """A word without marks at its edges and without case."""
    return _EDGE.sub("", piece).casefold() or piece.strip()


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces)
