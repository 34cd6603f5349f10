"""What a figure is about, and what a text has counted so far: later numbers may refer to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sholu.core.quantity import Unit


@dataclass(frozen=True)
class Matter:
    """What a figure is about.

    Attributes:
        of: in the source's words; None if the text doesn't say.
        of_code: code of a known substance.
        unit: the figure's unit.
    """

    of: str | None
    of_code: str | None
    unit: Unit


@dataclass(frozen=True)
class Told:
    """What was told before a number.

    Attributes:
        last: of the quantity just before in the sentence.
        amount: the last in the sentence that is no share and no multiple: what a change is of.
        counted: the last count of the paragraph, piece by piece.
        persons: the last count of persons of the paragraph.
        money: the last sum of money of the paragraph.
        weighed: the first mass of the document: what a report of masses is about.
        first: the first amount of the sentence: of several the whole, as a rule.
        currency: of the last sum of the document.
        term: the last stretch of time of the paragraph.
    """

    last: Matter | None = None
    amount: Matter | None = None
    counted: Matter | None = None
    persons: Matter | None = None
    money: Matter | None = None
    weighed: Matter | None = None
    first: Matter | None = None
    currency: Unit | None = None
    term: Matter | None = None

    def next_sentence(self, *, takes_up: bool = False) -> Told:
        """What is left of it where the next sentence of the paragraph begins.

        Args:
            takes_up: the sentence begins by speaking of what the one before told (``Это на …``).
        """
        amount = self.first if takes_up and self.first is not None else self.counted
        return replace(self, last=amount, amount=amount, first=None)

    def next_paragraph(self) -> Told:
        """What is left of it in the next paragraph."""
        return Told(weighed=self.weighed, currency=self.currency)

    def add(self, matter: Matter, *, is_part: bool = False) -> Told:
        """With one more figure; a part of what was counted does not stand for the whole later."""
        unit = matter.unit
        if is_ratio(unit):
            return replace(self, last=matter)
        plain = "/" not in unit.code
        counted = plain and unit.dimension.startswith("count of")
        whole = not is_part or self.counted is None
        return Told(
            last=matter,
            amount=matter,
            counted=matter if counted and whole else self.counted,
            persons=matter if unit.code == "person" else self.persons,
            money=matter if plain and unit.dimension.startswith("money") else self.money,
            weighed=self.weighed or (matter if unit.dimension == "mass" else None),
            first=self.first or matter,
            currency=unit if plain and unit.dimension.startswith("money") else self.currency,
            term=self._term_after(matter),
        )

    def _term_after(self, matter: Matter) -> Matter | None:
        """``13 лет, 11 лет 3 месяца, – 10``: the row is one of years, months only add to them."""
        years = self.term is not None and self.term.unit.code == "year"
        if matter.unit.dimension != "time" or (years and matter.unit.code == "month"):
            return self.term
        return matter


NOTHING_TOLD = Told()


def is_ratio(unit: Unit) -> bool:
    """``three times more``, ``25 %``: what is compared after it is not counted in times."""
    return unit.code in ("times", "%", "percentage_point")
