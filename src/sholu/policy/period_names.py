"""Periods as people write them: years, quarters, months, days, or any rising numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sholu.policy.model import PolicyError
from sholu.policy.panel import Vector
from sholu.policy.panel_file import plain

_QUARTER = re.compile(r"(\d{4})[-/ ]?[Qq]([1-4])")
_MONTH = re.compile(r"(\d{4})[-/mM](\d{1,2})")
_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"\d{4}(?:-(?:Q[1-4]|\d\d(?:-\d\d)?))?")


@dataclass(frozen=True, eq=False)
class Periods:
    """The different periods of a file.

    Attributes:
        names: rising.
        numbers: (T,) the periods as numbers; their places 0, 1, … where they are dates.
        dated: whether they are dates.
    """

    names: tuple[str, ...]
    numbers: Vector
    dated: bool

    def number_of(self, text: str) -> float:
        """The number of a period, of the next one if it lies between two; later ones come last.

        Raises:
            PolicyError: if the text is no period of this kind.
        """
        if not self.dated:
            try:
                return float(plain(text))
            except ValueError:
                raise PolicyError(f"The start {text!r} is no number, as the periods are.") from None
        wanted = period_name(text)
        if not _ISO.fullmatch(wanted):
            raise PolicyError(f"The start {text!r} is no date of the form {self.names[0]}.")
        later = [
            number
            for name, number in zip(self.names, self.numbers, strict=True)
            if _sortable(name) >= _sortable(wanted)
        ]
        return float(later[0]) if later else float(self.numbers[-1]) + 1


def period_name(text: str) -> str:
    """A period in one spelling: 2025, 2025-Q1, 2025-01, 2025-01-31; other texts as they are.

    >>> period_name("2025m1"), period_name("31.01.2025"), period_name("2025/Q1")
    ('2025-01', '2025-01-31', '2025-Q1')
    """
    text = plain(text)
    if match := _QUARTER.fullmatch(text):
        return f"{match[1]}-Q{match[2]}"
    if match := _MONTH.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02d}"
    if match := _DAY.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
    if match := _DAY_FIRST.fullmatch(text):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    return text


def order_periods(names: Iterable[str], column: str) -> Periods:
    """The different periods in order.

    Args:
        names: as `period_name` spells them.

    Raises:
        PolicyError: if they are neither numbers nor dates of one form.
    """
    different = list(dict.fromkeys(names))
    try:
        values = [float(name) for name in different]
    except ValueError:
        return _order_dates(different, column)
    if not all(math.isfinite(value) for value in values):
        raise PolicyError(f"A period in the column {column!r} is empty or no number.")
    order = sorted(range(len(different)), key=values.__getitem__)
    numbers = np.array([values[i] for i in order])
    return Periods(tuple(different[i] for i in order), numbers, dated=False)


def _order_dates(names: list[str], column: str) -> Periods:
    """Dates of one form; their numbers are their places."""
    forms = {re.sub(r"\d", "0", name) for name in names}
    if len(forms) != 1 or not _ISO.fullmatch(names[0]):
        raise PolicyError(
            f"The periods in the column {column!r} are neither numbers nor dates of one form.",
            "Write all as 2025, as 2025-Q1, as 2025-01 or as 2025-01-31.",
        )
    return Periods(tuple(sorted(names)), np.arange(len(names), dtype=np.float64), dated=True)


def _sortable(name: str) -> str:
    """A period by its first month, so that quarters and months have an order."""
    if match := _QUARTER.fullmatch(name):
        return f"{match[1]}-{3 * int(match[2]) - 2:02d}"
    return name
