"""The fonts of paper, and which characters they have."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
from fontTools.ttLib import TTFont

_UNKNOWN = "\ufffd"
_OF_THE_SERIF = range(0x2190, 0x2300)
"""Arrows and mathematical operators, of which Libertinus Serif has each that these blocks hold; it
lies inside typst, where its table of characters can't be read."""

_SIGNS = frozenset(("So", "Sk", "Cf", "Cn", "Co", "Cs", "Mn", "Me"))
"""Categories of Unicode whose characters, unprintable, are left out: pictures, joiners, marks."""


def font_folders() -> list[Path]:
    """The folders with the font files of `FONT_SANS`, by script."""
    return [
        Path(package.ROOT) / "files" for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic)
    ]


def printable(text: str) -> str:
    """A text with what no font has replaced, since one missing sign would refuse a whole PDF/UA.

    Emoji and the like are left out; a letter of another script becomes U+FFFD, so that a reader
    sees that something stood there. HTML and JSON keep both.
    """
    missing = {ord(letter) for letter in text if ord(letter) > _LAST_ASCII} - _characters()
    return text.translate({code: _instead_of(chr(code)) for code in missing}) if missing else text


_LAST_ASCII = 0x7F


def _instead_of(letter: str) -> str:
    return "" if unicodedata.category(letter) in _SIGNS else _UNKNOWN


@cache
def _characters() -> frozenset[int]:
    files = [path for folder in font_folders() for path in sorted(folder.glob("*.ttf"))]
    tables = [TTFont(path, lazy=True).getBestCmap() for path in files]
    return frozenset(_OF_THE_SERIF).union(*tables)
