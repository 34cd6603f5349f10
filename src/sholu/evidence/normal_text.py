"""The one form that all text has: NFC, LF, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "["
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u180e"  # grapheme joiner, Arabic letter mark, Mongolian vowel separator
    "\u200b-\u200f\u202a-\u202e"  # zero widths, directions
    "\u2060-\u206f\ufeff\ufff9-\ufffc"  # word joiner, isolates, byte order mark, annotations
    "\ufe00-\ufe0f"  # variation selectors
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls; tab and LF stay, CR, VT, FF and NEL are line ends
    "\ud800-\udfff"  # half a pair is no character
    "]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def normalise(text: str) -> str:
    """Text as all documents have it: line ends are LF, composed letters, no invisible characters.

    >>> normalise("cafe\\u0301\\r\\nhash\\u00adish")
    'café\\nhashish'
    """
    if text.isascii() and text.isprintable():  # most cells of a register
        return text
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Normal text with every run of white space made one space."""
    return " ".join(normalise(text).split())
