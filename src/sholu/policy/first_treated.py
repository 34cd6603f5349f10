"""From when on each unit is treated, out of what the person who asks has said."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sholu.policy.model import PolicyError
from sholu.policy.panel import NEVER, Codes, Vector
from sholu.policy.panel_file import MISSING, PanelFile, plain
from sholu.policy.period_names import Periods

YES = frozenset({"1", "yes", "y", "true", "t", "treated", "да", "иә"})
NO = frozenset({"0", "no", "n", "false", "f", "control", "untreated", "never", "нет", "жоқ"})
"""What columns of treatment say, in small letters."""


@dataclass(frozen=True)
class Told:
    """Who is treated from when on.

    Attributes:
        treated: names of treated units, or the name of a column of yes and no.
        start: first treated period of those units.
        first_treated: column of each unit's first treated period; empty or 0 for never.
    """

    treated: tuple[str, ...]
    start: str | None
    first_treated: str | None


@dataclass(frozen=True, eq=False)
class Observed:
    """The rows of a file with the unit and the period of each.

    Attributes:
        unit_of: (rows,) index into units; period_of: (rows,) index into the periods.
    """

    file: PanelFile
    units: tuple[str, ...]
    unit_of: Codes
    periods: Periods
    period_of: Codes


def first_treated(told: Told, rows: Observed) -> Vector:
    """(N,) number of each unit's first treated period, `NEVER` for units of comparison.

    Raises:
        PolicyError: if nobody is treated, somebody is not known, or treatment switches off.
    """
    staggered = np.full(len(rows.units), NEVER)
    if told.first_treated is not None:
        staggered = _from_column(told.first_treated, rows)
    if not told.treated:
        return _anybody(staggered if told.first_treated else _all_from(told, rows))
    only = told.treated[0]
    if len(told.treated) == 1 and only in rows.file.columns and plain(only) not in rows.units:
        return _anybody(_from_marks(told, only, rows))
    named = _from_names(told, rows)
    clash = np.flatnonzero(np.isfinite(staggered) & ~np.isfinite(named))
    if clash.size:
        raise PolicyError(
            f"{rows.units[clash[0]]} is treated, too, as the column {told.first_treated!r} says, "
            "and can't be a unit of comparison.",
            "Leave it out, or use the design cs for staggered starts.",
        )
    return named


def _anybody(found: Vector) -> Vector:
    """Somebody must be treated."""
    if not np.isfinite(found).any():
        raise PolicyError(
            "Nobody is treated.", "Say who with --treated and --start, or with --first-treated."
        )
    return found


def _start(told: Told, periods: Periods) -> float:
    """The number of the first period at or after the stated start."""
    if told.start is None:
        raise PolicyError("It is not said when treatment starts.", "Say it with --start.")
    return periods.number_of(told.start)


def _all_from(told: Told, rows: Observed) -> Vector:
    """The one unit of a file without comparison is treated from the start on."""
    if len(rows.units) > 1:
        raise PolicyError(
            "It is not said which of the units are treated.",
            "Say it with --treated or --first-treated.",
        )
    return np.array([_start(told, rows.periods)])


def _from_names(told: Told, rows: Observed) -> Vector:
    """Named units are treated from the stated start on."""
    named = [plain(name) for name in told.treated]
    unknown = [name for name in named if name not in rows.units]
    if unknown:
        raise PolicyError(
            f"There is no unit {unknown[0]!r}.",
            f"There are {', '.join(rows.units[:8])}{' …' if len(rows.units) > 8 else ''}.",
        )
    start = _start(told, rows.periods)
    return np.array([start if unit in named else NEVER for unit in rows.units])


def _from_column(column: str, rows: Observed) -> Vector:
    """Each unit's own start, which must be the same in all its rows."""
    texts: dict[int, str] = {}
    for line, (unit, text) in enumerate(
        zip(rows.unit_of, rows.file.texts(column), strict=True), start=2
    ):
        if texts.setdefault(int(unit), text) != text:
            raise PolicyError(
                f"Line {line}: {rows.units[unit]} starts in {text!r} here and in "
                f"{texts[int(unit)]!r} before: treatment that moves or switches off is no "
                "treatment from a date on."
            )
    never = {"0", "never"} | MISSING
    starts = [texts[index] for index in range(len(rows.units))]
    return np.array(
        [NEVER if one.lower() in never else rows.periods.number_of(one) for one in starts]
    )


def _from_marks(told: Told, column: str, rows: Observed) -> Vector:
    """A column of yes and no: who is treated, or who is treated now."""
    marks = _marks(column, rows.file)
    found = np.full(len(rows.units), NEVER)
    now = rows.periods.numbers[rows.period_of]
    for index, unit in enumerate(rows.units):
        mine = rows.unit_of == index
        on, off = now[mine & marks], now[mine & ~marks]
        if not on.size:
            continue
        if not off.size:
            found[index] = _start(told, rows.periods)
        elif off.max() > on.min():
            raise PolicyError(
                f"Treatment of {unit} switches off again ({column!r} returns to no after yes).",
                "The designs here judge a measure that stays; cut the panel before the end.",
            )
        else:
            found[index] = on.min()
    return found


def _marks(column: str, file: PanelFile) -> np.ndarray:
    """(rows,) whether a row says yes."""
    texts = [text.lower() for text in file.texts(column)]
    for line, text in enumerate(texts, start=2):
        if text not in YES | NO:
            raise PolicyError(
                f"Line {line}, column {column!r}: {text!r} says neither yes nor no.",
                "Such a column should hold 0 and 1 only, or yes and no.",
            )
    return np.array([text in YES for text in texts])
