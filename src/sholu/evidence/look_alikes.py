"""Latin and Cyrillic letters that look alike: one word is in one alphabet."""

from __future__ import annotations

import re

_LATIN = "ABCEHKMOPTXYaceopxyiIsSjJ"
_CYRILLIC = "АВСЕНКМОРТХУасеорхуіІѕЅјЈ"
_LATIN_FOR_KAZAKH = "əƏɵƟh"
"""Twins of әӘөӨһ; in a Latin word they are its own (Azerbaijani), so they are mended one way."""
_TO_CYRILLIC = str.maketrans(_LATIN[:21] + _LATIN_FOR_KAZAKH, _CYRILLIC[:21] + "әӘөӨһ")
_WITH_TWIN = _LATIN + _LATIN_FOR_KAZAKH
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_IS_LATIN = re.compile(r"[A-Za-zəƏɵƟ]")
_IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def mend_word(word: str, models: str) -> str:
    """A word with its letters in one alphabet, if look-alikes are all that stand in the way.

    The alphabet is that of the letters that have no twin; a word of twins only takes the alphabet
    of the models that read it.

    Args:
        models: codes of the OCR models, e.g. ``kaz+rus``.

    >>> mend_word("гeрoин", "rus"), mend_word("pоliсe", "eng"), mend_word("PDF-файл", "rus")
    ('героин', 'police', 'PDF-файл')
    """
    if not (_IS_LATIN.search(word) and _IS_CYRILLIC.search(word)):
        return word
    latin_only = [c for c in word if _IS_LATIN.match(c) and c not in _WITH_TWIN]
    cyrillic_only = [c for c in word if _IS_CYRILLIC.match(c) and c not in _CYRILLIC]
    if latin_only and cyrillic_only:
        return word
    to_latin = bool(latin_only) or (not cyrillic_only and models.startswith("eng"))
    mended = word.translate(_TO_LATIN if to_latin else _TO_CYRILLIC)
    left = _IS_CYRILLIC if to_latin else _IS_LATIN
    return word if left.search(mended) else mended
