"""Say which indicator a figure belongs to: by its unit and by the vocabulary's cue phrases.

Never guessed: without a cue, or with cues of two indicators that nothing tells apart, the answer
is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sholu.claims.cues import CueHit, CueIndex, words_of
from sholu.claims.indicator_fit import TOTAL, counted_of, dimension_of, only_code, unit_fits
from sholu.claims.statement import CONTRAST, Statement
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary

LIST_WORDS = 8
"""Words between two figures of one list at most: a substance's name with an epithet or two."""


def find_indicators(
    statement: Statement, cues: CueIndex, vocabulary: Vocabulary
) -> tuple[str | None, ...]:
    """The code of the indicator that each figure of a sentence belongs to, in order.

    The nearest cue in the figure's own stretch wins; a cue in another figure's stretch counts only
    if that figure's unit can't be its, or if both figures stand in one list.
    """
    hits = _hits_of(statement, cues)
    if not hits:
        return (None,) * len(statement.figures)
    return tuple(
        _find_indicator(figure, statement, hits, vocabulary) for figure in statement.figures
    )


@dataclass(frozen=True)
class _Reach:
    """How a cue reaches a figure.

    Attributes:
        rank: 0 in the figure's own stretch, 1 past figures that it can't belong to, 2 by a list.
        gap: characters between the two.
        hit: the cue; ``holder``: the figure nearest to it that it can belong to.
    """

    rank: int
    gap: int
    hit: CueHit
    holder: Figure


def _find_indicator(
    figure: Figure, statement: Statement, hits: list[CueHit], vocabulary: Vocabulary
) -> str | None:
    reaches = [
        reach
        for hit in hits
        if unit_fits(figure, hit.indicator, vocabulary)
        if (reach := _reach(figure, hit, statement, hits, vocabulary)) is not None
    ]
    if not reaches:
        return None
    best = min(reaches, key=lambda one: (one.rank, one.gap, one.hit.start - one.hit.end))
    words = (best.hit.start, best.hit.end)
    codes = {
        one.hit.indicator
        for one in reaches
        if one.rank == best.rank and (one.hit.start, one.hit.end) == words
    }
    counted = _counted(figure, statement)
    if counted == "unknown" and best.rank == 2:
        counted = _counted(best.holder, statement)
    return only_code(codes, figure, counted, vocabulary)


def _hits_of(statement: Statement, cues: CueIndex) -> list[CueHit]:
    """The cues in a sentence, with the document's offsets; a cue inside a longer one is dropped."""
    found = cues.find(statement.text)
    return [
        CueHit(hit.start + statement.start, hit.end + statement.start, hit.indicator)
        for hit in found
        if not any(_holds(longer, hit) for longer in found)
    ]


def _holds(longer: CueHit, hit: CueHit) -> bool:
    inside = longer.start <= hit.start and hit.end <= longer.end
    return inside and longer.end - longer.start > hit.end - hit.start


def _reach(
    figure: Figure,
    hit: CueHit,
    statement: Statement,
    hits: list[CueHit],
    vocabulary: Vocabulary,
) -> _Reach | None:
    """How a cue reaches a figure; None if it doesn't."""
    owner, place = _owner(statement, hit), statement.figures.index(figure)
    step = 1 if place > owner else -1
    holder = next(
        index
        for index in range(owner, place + step, step)
        if index == place or unit_fits(statement.figures[index], hit.indicator, vocabulary)
    )
    gap = max(hit.start - figure.span.end, figure.span.start - hit.end, 0)
    if holder == place:
        return _Reach(int(owner != place), gap, hit, figure)
    if _in_one_list(statement, holder, place, hits, vocabulary):
        return _Reach(2, gap, hit, statement.figures[holder])
    return None


def _owner(statement: Statement, hit: CueHit) -> int:
    """Number of the figure in whose stretch a cue begins."""
    for index, (start, end) in enumerate(statement.stretches):
        if start <= hit.start < end:
            return index
    return len(statement.figures) - 1


def _in_one_list(
    statement: Statement, one: int, two: int, hits: list[CueHit], vocabulary: Vocabulary
) -> bool:
    """Whether two figures stand in one list: like figures, a few words between, no other cue."""
    first, last = sorted((one, two))
    dimension = dimension_of(statement.figures[first], vocabulary)
    alike = [
        figure
        for figure in statement.figures[first : last + 1]
        if not _in_parentheses(figure, statement)
    ]
    if any(dimension_of(figure, vocabulary) != dimension for figure in alike):
        return False
    for left, right in pairwise(alike):
        start, end = left.span.end, right.span.start
        words = statement.between(start, end)
        if len(words_of(words)) > LIST_WORDS or CONTRAST.search(words):
            return False
        if first != one and any(start <= hit.start < end for hit in hits):
            return False
    return True


def _in_parentheses(figure: Figure, statement: Statement) -> bool:
    before = statement.between(statement.start, figure.span.start)
    return before.count("(") > before.count(")")


def _counted(figure: Figure, statement: Statement) -> str:
    """Whether a figure counts ``one`` drug, ``all`` drugs or something ``unknown``.

    Drugs named in its own stretch go first, then the words of a total there, then what the figure
    says of itself.
    """
    start, end = statement.stretches[statement.figures.index(figure)]
    named = {
        counted_of(mention.code)
        for mention in statement.mentions
        if mention.kind == "substance" and start <= mention.span.start < end
    }
    if "one" in named:
        return "one"
    if TOTAL.search(statement.between(start, end)):
        return "all"
    own = counted_of(figure.of_code)
    return "all" if own == "unknown" and "all" in named else own
