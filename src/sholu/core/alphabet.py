"""The order of names in English, Russian and Kazakh."""

from __future__ import annotations

_CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The Kazakh alphabet, which holds the Russian: by code points ё and Kazakh's own letters would
follow я, so that Қазақстан stood behind Түрікменстан."""

_PLACES = {letter: ord("а") + place for place, letter in enumerate(_CYRILLIC)}


def alphabetical(name: str) -> tuple[int, ...]:
    """A sorting key for names, blind to case.

    >>> sorted(["Өзбекстан", "Ресей", "Қырғызстан", "Ауғанстан", "Қазақстан"], key=alphabetical)
    ['Ауғанстан', 'Қазақстан', 'Қырғызстан', 'Өзбекстан', 'Ресей']
    """
    return tuple(_PLACES.get(letter, ord(letter)) for letter in name.casefold())
