"""What a measure is of by its clause, or by what was told before if the clause only says when."""

from __future__ import annotations

from sholu.core.quantity import Unit
from sholu.mentions.clauses import clause_around
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.time_words import say_only_when
from sholu.mentions.told import Matter, Told


def matter_of_clause(
    sentence: Sentence, quantity: PrintedQuantity, unit: Unit, told: Told
) -> Matter:
    """``22% down on the same months last year`` is of what was counted before."""
    said = clause_around(sentence, quantity.first, quantity.stop)
    again = None if unit.dimension.startswith("time") else told.amount or told.last
    if (
        said is not None
        and again is not None
        and say_only_when(said.removeprefix("… ").casefold().split())
    ):
        return Matter(again.of, again.of_code, unit)
    return Matter(said, None, unit)
