"""Whether a mass is small, large or especially large, with every step that leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from sholu.vocabulary.law import LawError, Threshold

MEASURED: tuple[str, ...] = ("gross", "net")
"""``gross``: all that was seized, additives included; ``net``: the pure drug."""


@dataclass(frozen=True)
class Bound:
    """One comparison of a mass with a limit.

    Attributes:
        size: the size that the limit belongs to; edge: ``from`` or ``to`` (both inclusive).
        limit_g: grams; None if the reading doesn't give it, and then ``met`` is None too.
        met: whether the mass keeps within the limit.
    """

    size: str
    edge: str
    limit_g: float | None
    met: bool | None


@dataclass(frozen=True)
class SizeReading:
    """What size a mass is by one reading of the thresholds.

    Attributes:
        size: one of `sholu.vocabulary.law.SIZES`; None if this reading can't tell.
        at_least: the true size may be larger: a net mass was given where the mixture counts, or
            the reading gives no limit of large.
        bounds: the comparisons, in order.
    """

    threshold: Threshold
    mass_g: float
    measured: str | None
    size: str | None
    at_least: bool
    bounds: tuple[Bound, ...]


def read_size(threshold: Threshold, mass_g: float, measured: str | None) -> SizeReading:
    """Compare a mass with the limits of one reading, smallest first.

    A mass of exactly a limit belongs to the smaller size; nothing at all has no size.

    Raises:
        LawError: the mass is negative or no number, or ``measured`` isn't known.
    """
    _check(mass_g, measured)
    bounds = tuple(_compare(threshold, mass_g))
    size = _size(bounds) if mass_g else "below_small"
    # The mixture weighs more than the drug in it: a net mass can only be too small.
    may_be_more = threshold.weighed == "mixture" and measured == "net"
    limit_unknown = size == "large" and bounds[-1].met is None
    return SizeReading(
        threshold=threshold,
        mass_g=mass_g,
        measured=measured,
        size=size,
        at_least=limit_unknown or (may_be_more and size in ("small", "large")),
        bounds=bounds,
    )


def _check(mass_g: float, measured: str | None) -> None:
    if not isfinite(mass_g) or mass_g < 0:
        raise LawError(f"A mass of {mass_g:g} g can't be.", "Give grams, zero or more.")
    if measured is not None and measured not in MEASURED:
        raise LawError(
            f"A mass is measured gross or net, not {measured!r}.", "Leave it out if it isn't said."
        )


def _compare(threshold: Threshold, mass_g: float) -> Iterator[Bound]:
    """Each comparison on the way to the size; it ends with the first that settles it."""
    start = threshold.small_from_g
    if start:
        yield Bound("small", "from", start, mass_g >= start)
        if mass_g < start:
            return
    for size, limit in (("small", threshold.small_to_g), ("large", threshold.large_to_g)):
        within = None if limit is None else mass_g <= limit
        yield Bound(size, "to", limit, within)
        if within is not False:
            return


def _size(bounds: tuple[Bound, ...]) -> str | None:
    """The size that the comparisons settle."""
    last = bounds[-1]
    if last.edge == "from":
        return "below_small"
    if last.met is None:
        return "large" if last.size == "large" else None
    return last.size if last.met else "especially_large"
