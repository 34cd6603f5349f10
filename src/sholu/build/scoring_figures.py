"""Compare figures that a reader found with those that a text holds."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sholu.build.evaluation_item import WantedFigure
from sholu.core.quantity import Unit
from sholu.mentions.kazakh_letters import fold_any_script
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary

Fits = Callable[[WantedFigure, Figure], bool]

PERSONS = "count of persons"
OFFENCES = frozenset({"count of cases", "count of offences", "count of facts"})
"""Sources say crimes, cases and facts of one and the same count; what is counted tells which."""

ANY_THING = "item"

_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_OTHER_SCRIPT = re.compile("[A-Za-zə\u0600-\u06ff]")
_IDLE = frozenset(
    ("of", "the", "in", "at", "from", "and", "for", "to", "on", "an", "by", "with", "per",
     "на", "из", "со", "от", "до", "по", "для", "за", "об", "мен", "және", "бойынша", "үшін",
     "туралы")
)  # fmt: skip
"""Words that join others and count nothing."""

_STEM = 4
"""Letters that two forms of a word share at the least, if they are not shorter."""


@dataclass(frozen=True)
class Counted:
    """A count's unit by its words: "laboratory" says itself what is counted."""

    units: Mapping[str, Unit]
    words: Mapping[str, frozenset[str]]


def counted_units(vocabulary: Vocabulary) -> Counted:
    """The units that figures may have, and the words of those that name a thing."""
    return Counted(
        units={word.unit.code: word.unit for word in vocabulary.units},
        words={
            word.unit.code: frozenset(
                part for _, name in word.spellings.all() for part in content_words(name)
            )
            for word in vocabulary.units
            if word.unit.dimension.startswith("count of")
            and word.unit.dimension not in {PERSONS, *OFFENCES}
        },
    )


class FigureComparison:
    """Says whether a figure that was read is one that stands in the text."""

    def __init__(self, counted: Counted) -> None:
        self._counted = counted

    def same_amount(self, wanted: WantedFigure, said: Figure) -> bool:
        """Value, upper value and unit are equal, in the base unit.

        For a rate the unit may name what it is a rate of (USD/kg for USD). ``item``, the unit of
        things that have none, fits every count but that of persons; cases, offences and facts are
        one unit, as for indicators.
        """
        unit, other = self._unit(wanted.unit), self._said_unit(wanted, said)
        if unit is None or other is None or not _alike_units(unit, other):
            return False
        factors = (1.0, 1.0) if unit.base != other.base else (unit.factor, other.factor)
        return _equal(wanted.value, said.value, factors) and _equal(
            wanted.value_high, said.value_high, factors
        )

    def same_figure(self, wanted: WantedFigure, said: Figure) -> bool:
        """The same amount, and it counts the same thing."""
        return self.same_amount(wanted, said) and self.same_thing(wanted, said)

    def same_thing(self, wanted: WantedFigure, said: Figure) -> bool:
        """The substance's code is the same; where one has none, the words for it overlap.

        An answer's ``of`` is a person's description; of a count the text's own noun is what the
        answer quotes as printed ("480 families"), and it is as good. Of a measure the quotation
        holds only the unit, which says nothing about what was measured. A word in another script
        is the same word.
        """
        if wanted.of_code and said.of_code:
            return wanted.of_code == said.of_code
        if not wanted.of:
            return True
        unit = self._unit(wanted.unit)
        counts = unit is not None and unit.dimension.startswith("count of")
        wanted_words = content_words(f"{wanted.of} {wanted.printed if counts else ''}")
        # What a unit counts is said by the unit: "49 laboratories" need not say it again.
        said_words = content_words(said.of or "") | self._counted.words.get(
            said.unit or "", frozenset()
        )
        if _share_word(wanted_words, said_words):
            return True
        scripts_differ = _CYRILLIC.search(said.of or "") and _OTHER_SCRIPT.search(
            wanted.of + wanted.printed
        )
        return scripts_differ is not None and _share_word(
            _in_one_script(wanted_words), _in_one_script(said_words)
        )

    def _unit(self, code: str | None) -> Unit | None:
        return self._counted.units.get(code or "")

    def _said_unit(self, wanted: WantedFigure, said: Figure) -> Unit | None:
        code = said.unit or ""
        return self._unit(code.split("/")[0] if wanted.accumulation == "rate" else code)


def _share_word(wanted: frozenset[str], said: frozenset[str]) -> bool:
    return any(one_word(word, other) for word in wanted for other in said)


def _in_one_script(words: frozenset[str]) -> frozenset[str]:
    """Kazakh words without what their alphabets differ in: the reader spells all in Cyrillic."""
    return frozenset(fold_any_script(word) for word in words)


def _alike_units(one: Unit, other: Unit) -> bool:
    dimensions = {one.dimension, other.dimension}
    if len(dimensions) == 1 or dimensions <= OFFENCES:
        return True
    counts = all(d.startswith("count of") and d != PERSONS for d in dimensions)
    return counts and ANY_THING in (one.code, other.code)


def _equal(one: float | None, other: float | None, factors: tuple[float, float]) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one * factors[0], other * factors[1], rel_tol=1e-6)


def content_words(text: str) -> frozenset[str]:
    """The words that say something, in small letters."""
    return frozenset(_WORD.findall(text.casefold().replace("ё", "е"))) - _IDLE


def one_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: their beginnings agree, up to the endings.

    More than half of the longer, or five letters and two thirds of the shorter: Kazakh adds several
    endings to one word, so that a noun made of a verb is much longer than the verb.

    >>> one_word("героин", "героина"), one_word("detained", "detainees")
    (True, True)
    >>> one_word("ұсталды", "ұсталғандар"), one_word("наркотик", "нарколаборатория")
    (True, False)
    >>> one_word("men", "mephedrone")
    False
    """
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )
    short, long = sorted((len(one), len(other)))
    if shared < min(short, _STEM):
        return False
    return shared * 2 > long or (shared > _STEM and shared * 3 >= short * 2)


def pair_figures(
    wanted: Sequence[WantedFigure], said: Sequence[Figure], fits: Fits, better: Fits
) -> dict[int, int]:
    """As many pairs as possible, each figure in one at the most.

    Args:
        fits: whether two may be a pair.
        better: which pairs to try first.

    Returns:
        Positions in ``wanted`` by positions in ``said`` (augmenting paths; Kuhn 1955).
    """
    choices = [
        sorted(
            (at for at, figure in enumerate(said) if fits(one, figure)),
            key=lambda at, one=one: not better(one, said[at]),  # type: ignore[misc]
        )
        for one in wanted
    ]
    taken: dict[int, int] = {}

    def place(one: int, tried: set[int]) -> bool:
        for at in choices[one]:
            if at not in tried:
                tried.add(at)
                if at not in taken or place(taken[at], tried):
                    taken[at] = one
                    return True
        return False

    for one in range(len(wanted)):
        place(one, set())
    return taken


def repeats(
    wanted: Sequence[WantedFigure], said: Sequence[Figure], fits: Fits, pairs: Mapping[int, int]
) -> frozenset[int]:
    """Positions of figures said once more: a headline and a text may both have them."""
    return frozenset(
        at
        for at, figure in enumerate(said)
        if at not in pairs and any(fits(one, figure) for one in wanted)
    )


def doubles(wanted: Sequence[WantedFigure], pairs: Mapping[int, int]) -> frozenset[int]:
    """Positions of figures wanted once more that differ from one found in the printing only."""
    found = {_meaning(wanted[one]) for one in pairs.values()}
    left = set(range(len(wanted))) - set(pairs.values())
    return frozenset(one for one in left if _meaning(wanted[one]) in found)


def _meaning(figure: WantedFigure) -> tuple[object, ...]:
    return (figure.value, figure.value_high, figure.unit, figure.of, figure.of_code)
