"""Say what speaks against a figure as printed, and what was probably meant. Never repair it."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.quantity import Unit

LONGEST_TERM_YEARS = 20
"""Criminal Code of Kazakhstan of 3 July 2014 no. 226-V, article 46: a term of imprisonment is set
up to fifteen years, for especially grave crimes up to twenty; thirty for joined crimes, or life.
"""

AMBIGUOUS_SIGN = "decimal comma or thousands comma"
"""The doubt about 1,480 kg, which may be 1.48 kg."""

_SENTENCE_WORDS = (
    "imprison", "prison", "penalty", "sentence", "deprivation of liberty", "liable", "лишени",
    "наказан", "срок",
    "колони", "бас бостандығын", "айыру", "жаза",
)  # fmt: skip
_GROWTH_WORDS = (
    "increas", "grow", "grew", "rose", "rise", "profit", "decreas", "return", "more", "higher",
    "рост", "вырос",
    "увелич", "больше", "выше", "прибыл", "рентабел", "өс", "артты", "пайда", "inflation", "times",
)  # fmt: skip


@dataclass(frozen=True)
class Doubt:
    """Why a figure can't be trusted as printed.

    Attributes:
        suspect: the reason in a few words.
        likely_reading: what was probably meant, or the other reading; None if nobody can say.
    """

    suspect: str
    likely_reading: str | None


def doubt_figure(
    value: float, high: float | None, other: float | None, unit: Unit, sentence: str
) -> Doubt | None:
    """The first doubt about a figure, the gravest first; None if nothing speaks against it.

    Args:
        other: the other reading of a number with one sign before three digits.
        sentence: the folded words around, in which a reason or an excuse may stand.
    """
    return (
        _doubt_order(value, high)
        or _doubt_share(value, high, other, unit, sentence)
        or _doubt_term(value, high, unit, sentence)
        or _doubt_sign(value, unit)
        or _doubt_separator(value, other, unit)
    )


def _doubt_order(value: float, high: float | None) -> Doubt | None:
    if high is None or value <= high:
        return None
    return Doubt("the range runs downwards", f"{_plain(high)}–{_plain(value)}")


def _doubt_share(
    value: float, high: float | None, other: float | None, unit: Unit, sentence: str
) -> Doubt | None:
    """A share of more than all of it; growth and profit may well exceed 100 %."""
    if unit.code != "%" or high is not None or value <= 100:
        return None
    digits = _plain(value)
    if len(digits) == 4 and digits.isdigit() and int(digits[:2]) < int(digits[2:]) <= 100:
        reading = f"{digits[:2]}–{digits[2:]} percent"
        return Doubt("a share above 100 percent; a dash may be lost between two numbers", reading)
    if other is not None and other <= 100:
        return Doubt(AMBIGUOUS_SIGN, f"{_plain(other)} %")
    if any(word in sentence for word in _GROWTH_WORDS):
        return None
    return Doubt("a share above 100 percent", None)


def _doubt_term(value: float, high: float | None, unit: Unit, sentence: str) -> Doubt | None:
    """A term of imprisonment longer than the law knows."""
    about_sentence = any(word in sentence for word in _SENTENCE_WORDS)
    if unit.code != "year" or high is not None or value <= LONGEST_TERM_YEARS or not about_sentence:
        return None
    reading = _split_term(_plain(value))
    if reading is None:
        return None
    return Doubt(
        f"a term above {LONGEST_TERM_YEARS} years; a dash may be lost between two numbers", reading
    )


def _split_term(digits: str) -> str | None:
    """``58`` as 5–8, ``812`` as 8–12, ``1015`` as 10–15; None if no split gives a lawful range."""
    for cut in range(1, len(digits)):
        low, high = digits[:cut], digits[cut:]
        fits = low.isdigit() and high.isdigit() and not high.startswith("0")
        if fits and int(low) < int(high) <= LONGEST_TERM_YEARS:
            return f"{low}–{high} years"
    return None


def _doubt_sign(value: float, unit: Unit) -> Doubt | None:
    counts = unit.dimension.startswith(("count", "mass", "volume", "area"))
    if value >= 0 or not counts or "/" in unit.code:
        return None
    return Doubt("an amount below zero", _plain(-value))


def _doubt_separator(value: float, other: float | None, unit: Unit) -> Doubt | None:
    """Masses, volumes and prices have decimals, persons and cases don't, sums of money no
    thousandths."""
    if other is None:
        return None
    measured = unit.dimension.startswith(("mass", "volume"))
    price = unit.dimension.startswith("money") and ("/" in unit.code or value < other)
    if not measured and not price:
        return None
    return Doubt(AMBIGUOUS_SIGN, f"{_plain(other)} {unit.code}")


def _plain(value: float) -> str:
    return f"{value:.10g}"
