"""Read a mass as people write it, and find a substance by any of its names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from sholu.vocabulary.law import LawError
from sholu.vocabulary.model import Substance, Vocabulary

_MASS = re.compile(r"(?P<number>[-−+]?\d[\d\s.,]*)\s*(?P<unit>[^\d\s.,].*)?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# 1,200 g is 1200 g in English and 1.2 g in Russian; 0,600 can only be 0.6.
_EITHER = re.compile(r"[1-9]\d{0,2},\d{3}")


def read_mass(text: str, vocabulary: Vocabulary) -> float:
    """Read ``0.6g``, ``0,6 г``, ``1.2 kg`` or ``600 мг`` as grams.

    Raises:
        LawError: no number or unit, a unit that is no mass, a mass not above zero, or a number
            that reads two ways.

    Example:
        >>> from sholu.vocabulary.load import load
        >>> read_mass("0,6 г", load())
        0.6
    """
    match = _MASS.fullmatch(text.strip().replace("\u00a0", " "))
    if match is None:
        raise LawError(
            f"{text!r} isn't a mass.", "Write a number and a unit: 0.6g, 1.2 kg, 600 мг."
        )
    if not match["unit"]:
        raise LawError(f"{text!r} has no unit.", "Write it after the number: 0.6 g, 600 mg.")
    grams = _number(match["number"].strip(), text) * _grams_a_unit(
        match["unit"].strip(), vocabulary
    )
    if grams <= 0:
        raise LawError(f"A mass of {text} can't be.", "Give a mass above zero.")
    # 600 mg are 0.6 g and not 0.6000000000000001.
    return float(f"{grams:.12g}")


def _number(text: str, whole: str) -> float:
    if _EITHER.fullmatch(text):
        raise LawError(
            f"{whole!r} reads two ways: a comma can part thousands or decimals.",
            f"Write {text.replace(',', '')} or {text.replace(',', '.')}.",
        )
    plain = text.replace(" ", "").replace(",", ".").replace("−", "-")
    sign = -1.0 if plain.startswith("-") else 1.0
    digits = plain.lstrip("+-")
    if not _NUMBER.fullmatch(digits):
        raise LawError(f"{text!r} isn't a number.", "Write it like 0.6 or 0,6.")
    return sign * float(digits)


def _grams_a_unit(word: str, vocabulary: Vocabulary) -> float:
    """How many grams a unit is."""
    known: dict[str, float | None] = {}
    for record in vocabulary.units:
        factor = record.unit.factor if record.unit.dimension == "mass" else None
        for _, spelling in (*record.spellings.all(), ("", record.unit.code)):
            known.setdefault(spelling.casefold(), factor)
    if word.casefold() not in known:
        nearest = get_close_matches(word.casefold(), known, n=3)
        raise LawError(
            f"The unit {word!r} isn't known.",
            f"The nearest are {', '.join(nearest)}."
            if nearest
            else "Write mg, g, kg, мг, г or кг.",
        )
    factor = known[word.casefold()]
    if factor is None:
        raise LawError(f"{word!r} measures no mass.", "The sizes are masses: write mg, g or kg.")
    return factor


def find_substance(name: str, vocabulary: Vocabulary) -> Substance:
    """The substance of a code or of a name in any language; slang where no name fits.

    Raises:
        LawError: none is called so, or slang is shared by several.

    Example:
        >>> from sholu.vocabulary.load import load
        >>> find_substance("Героин", load()).code
        'heroin'
    """
    wanted = _folded(name)
    for names in (_names, _slang):
        found = [one for one in vocabulary.substances if wanted in names(one)]
        if len(found) == 1:
            return found[0]
        if found:
            codes = ", ".join(one.code for one in found)
            raise LawError(f"{name!r} can be {codes}.", "Write one of these codes.")
    known = {spelling: one for one in vocabulary.substances for spelling in _names(one)}
    nearest = get_close_matches(wanted, known, n=3)
    raise LawError(
        f"No substance is called {name!r}.",
        f"The nearest are {', '.join(nearest)}." if nearest else "Write its name in en, ru or kk.",
    )


def _names(substance: Substance) -> Iterator[str]:
    yield _folded(substance.code)
    for _, name in substance.names.all():
        yield _folded(name)


def _slang(substance: Substance) -> Iterator[str]:
    for _, word in substance.slang.all():
        yield _folded(word)


def _folded(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().replace("ё", "е").split())
