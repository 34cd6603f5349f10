"""Compare words that printing, scanning or a wrong keyboard has damaged."""

from __future__ import annotations

import re

CYRILLIC_AS_LATIN = str.maketrans("асеіорхуһкмтАВСЕНІКМОРТХУ", "aceiopxyhkmtABCEHIKMOPTXY")
"""Cyrillic letters and the Latin ones that look the same."""

_LATIN_AS_CYRILLIC = str.maketrans("aceiopxyhkmtABCEHIKMOPTXY", "асеіорхуһкмтАВСЕНІКМОРТХУ")


_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def edit_distance(one: str, two: str) -> int:
    """Levenshtein's distance: the fewest letters to insert, drop or change."""
    start = _shared(one, two)  # what agrees at both ends costs nothing to compare
    one, two = one[start:], two[start:]
    end = _shared(one[::-1], two[::-1])
    one, two = one[: len(one) - end], two[: len(two) - end]
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(two, 1):
            change = previous + (letter != other)
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, change)
    return row[-1]


def _shared(one: str, two: str) -> int:
    """How many letters the two have in common from the beginning."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(two)))


def in_one_script(text: str) -> str:
    """The text in one script, if look-alikes can stand for all letters of the other."""
    if not (_LATIN.search(text) and _CYRILLIC.search(text)):
        return text
    latin, cyrillic = text.translate(CYRILLIC_AS_LATIN), text.translate(_LATIN_AS_CYRILLIC)
    if not _CYRILLIC.search(latin):
        return latin
    return cyrillic if not _LATIN.search(cyrillic) else text


def normalise(text: str) -> str:
    """Lower case, letters and digits only, one space between words, one script."""
    folded = in_one_script(text).lower().replace("ё", "е")
    return " ".join(re.findall(r"\w+", folded))
