"""A number with its unit. Units are converted once, at the boundary; adding unlike units raises."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.core.errors import SholuError


class UnitMismatch(SholuError):
    """Two quantities of different dimensions were put together."""


@dataclass(frozen=True)
class Unit:
    """A unit and its way to the base unit of its dimension.

    Attributes:
        code: one spelling for all sources, e.g. ``t``, ``kg``, ``tablet``, ``USD/g``.
        dimension: what it measures: ``mass``, ``volume``, ``count of tablets``, ``money KZT`` …
        base: code of the dimension's base unit, e.g. ``g`` for mass.
        factor: how many base units one of it is (exact by definition, e.g. 1 t = 1e6 g).
    """

    code: str
    dimension: str
    base: str
    factor: float


@dataclass(frozen=True)
class Quantity:
    """A value in a unit."""

    value: float
    unit: Unit

    def in_base(self) -> float:
        """The value in the base unit of its dimension.

        Rounded to 12 significant digits, so that 582.9 kg are 582900 g and not 582899.9999999999.
        """
        return float(f"{self.value * self.unit.factor:.12g}")

    def __add__(self, other: Quantity) -> Quantity:
        if self.unit.dimension != other.unit.dimension:
            raise UnitMismatch(
                f"Cannot add {self.unit.code} ({self.unit.dimension}) and "
                f"{other.unit.code} ({other.unit.dimension})."
            )
        return Quantity(self.value + other.value * other.unit.factor / self.unit.factor, self.unit)
