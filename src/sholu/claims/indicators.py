"""Say which indicator a figure belongs to: by its unit and by the vocabulary's cue phrases.

Never guessed: without a cue, or with cues of two indicators that nothing tells apart, the answer
is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from sholu.claims.cues import CueHit, begins, index_cues, words_of
from sholu.claims.statement import CONTRAST, Statement
from sholu.mentions.model import Figure, Mention
from sholu.vocabulary.model import Indicator, Vocabulary

ONE_SUBSTANCE: frozenset[str] = frozenset({"seizure_mass"})
"""Indicators of a named drug: a figure of all drugs together isn't theirs."""

ALL_DRUGS: frozenset[str] = frozenset({"seizure_total"})
"""Indicators of all drugs together: a figure of a named drug isn't theirs."""

LIST_WORDS = 8
"""Words between two figures of one list at most: a substance's name with an epithet or two."""

_CURRENCY = re.compile(r"\bmoney \w+")
_TOTAL = re.compile(
    r"\b(?:total|all drugs|in all|overall|altogether|всего|итого|общ(?:ий|ая|ее|его|ей)|"
    r"барлығы|жалпы|жиыны)\b",
    re.IGNORECASE,
)


def find_indicators(statement: Statement, vocabulary: Vocabulary) -> tuple[str | None, ...]:
    """The code of the indicator that each figure of a sentence belongs to, in order.

    The nearest cue in the figure's own stretch wins; a cue in another figure's stretch counts only
    if that figure's unit can't be its, or if both figures stand in one list.
    """
    hits = _hits_of(statement, vocabulary)
    if not hits:
        return (None,) * len(statement.figures)
    return tuple(
        _find_indicator(figure, statement, hits, vocabulary) for figure in statement.figures
    )


def _find_indicator(
    figure: Figure, statement: Statement, hits: list[CueHit], vocabulary: Vocabulary
) -> str | None:
    ranked = [
        (rank, _distance(figure, hit), hit)
        for hit in hits
        if unit_fits(figure, hit.indicator, vocabulary)
        if (rank := _rank(figure, hit, statement, hits, vocabulary)) is not None
    ]
    if not ranked:
        return None
    best, _, nearest = min(ranked, key=lambda one: (one[0], one[1], one[2].start - one[2].end))
    same_words = {
        hit.indicator
        for rank, _, hit in ranked
        if rank == best and (hit.start, hit.end) == (nearest.start, nearest.end)
    }
    return _only(same_words, figure, _counted(figure, statement, vocabulary), vocabulary)


def _hits_of(statement: Statement, vocabulary: Vocabulary) -> list[CueHit]:
    """The cues in a sentence, with the document's offsets; a cue inside a longer one is dropped."""
    found = index_cues(vocabulary.indicators).find(statement.text)
    return [
        CueHit(hit.start + statement.start, hit.end + statement.start, hit.indicator)
        for hit in found
        if not any(_holds(longer, hit) for longer in found)
    ]


def _holds(longer: CueHit, hit: CueHit) -> bool:
    inside = longer.start <= hit.start and hit.end <= longer.end
    return inside and longer.end - longer.start > hit.end - hit.start


def _rank(
    figure: Figure,
    hit: CueHit,
    statement: Statement,
    hits: list[CueHit],
    vocabulary: Vocabulary,
) -> int | None:
    """How a cue reaches a figure: 0 in its own stretch, 1 past figures it can't belong to, 2 by a
    list; None if it doesn't."""
    owner = _owner(statement, hit)
    if statement.figures[owner] is figure:
        return 0
    place = statement.figures.index(figure)
    step = 1 if place > owner else -1
    others = [statement.figures[index] for index in range(owner, place, step)]
    if not any(unit_fits(other, hit.indicator, vocabulary) for other in others):
        return 1
    return 2 if _in_one_list(statement, owner, place, hits, vocabulary) else None


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
    dimension = _dimension(statement.figures[first], vocabulary)
    alike = [
        figure
        for figure in statement.figures[first : last + 1]
        if not _in_parentheses(figure, statement)
    ]
    if any(_dimension(figure, vocabulary) != dimension for figure in alike):
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


def _distance(figure: Figure, hit: CueHit) -> int:
    """Characters between a figure and a cue."""
    return max(hit.start - figure.span.end, figure.span.start - hit.end, 0)


def _dimension(figure: Figure, vocabulary: Vocabulary) -> str | None:
    """What a figure's unit measures, all currencies as one."""
    if figure.unit is None:
        return None
    return _CURRENCY.sub("money", vocabulary.unit(figure.unit).dimension)


def unit_fits(figure: Figure, indicator: str, vocabulary: Vocabulary) -> bool:
    """Whether a figure's unit can be an indicator's.

    The same dimension, in any currency; or only its numerator where the text says the rest in
    words: a price "for one gram … 7,000 tenge", a yearly volume "annually … 20 t". A rate per
    so many people is never meant by a plain count.
    """
    own = _dimension(figure, vocabulary)
    asked = _CURRENCY.sub("money", vocabulary.unit(vocabulary.indicator(indicator).unit).dimension)
    numerator, _, denominator = asked.partition("/")
    return own is not None and (own == asked or (own == numerator and denominator != "number"))


def _counted(figure: Figure, statement: Statement, vocabulary: Vocabulary) -> str:
    """Whether a figure counts ``one`` drug, ``all`` drugs or something ``unknown``.

    What the figure says of itself goes first, then the drugs named in its own stretch.
    """
    own = counted_of(figure.of_code, figure.of, vocabulary)
    if own != "unknown":
        return own
    start, end = statement.stretches[statement.figures.index(figure)]
    named = [
        counted_of(mention.code, mention.span.quote, vocabulary)
        for mention in _substances(statement.mentions, start, end)
    ]
    if "one" in named:
        return "one"
    return "all" if named or _TOTAL.search(statement.between(start, end)) else "unknown"


def _substances(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    return [
        mention
        for mention in mentions
        if mention.kind == "substance" and start <= mention.span.start < end
    ]


def counted_of(code: str | None, words: str | None, vocabulary: Vocabulary) -> str:
    """``one`` for a known drug, ``all`` for drugs without a name or a total, else ``unknown``."""
    if words and _TOTAL.search(words):
        return "all"
    if code is None:
        return "unknown"
    return "all" if vocabulary.substance(code).group == "unspecified" else "one"


def _only(codes: set[str], figure: Figure, counted: str, vocabulary: Vocabulary) -> str | None:
    """The one code that is left when what is counted and the unit's denominator are looked at."""
    left = {code for code in codes if _counts(code, counted)}
    if len(left) > 1 and figure.unit is not None and "/" in figure.unit:
        per = figure.unit.split("/", 1)[1]
        exact = {code for code in left if vocabulary.indicator(code).unit.endswith(f"/{per}")}
        left = exact or left
    return left.pop() if len(left) == 1 else None


def _counts(code: str, counted: str) -> bool:
    if code in ONE_SUBSTANCE:
        return counted == "one"
    return counted == "all" if code in ALL_DRUGS else True


def find_table_indicator(figure: Figure, said_of_table: str, vocabulary: Vocabulary) -> str | None:
    """The code of the indicator that a figure in a table belongs to.

    A cue may be spread over the title and the labels: "wholesale" over the column and "prices" in
    the title. Indicators are compared by how many words of a cue stand in the figure's own labels,
    then in the title, then in the sentence that introduces the table.

    Args:
        figure: with row_label, column_label and table_title.
        said_of_table: the sentence that introduces the table; empty if none does.
        vocabulary: its indicators' units and cues.
    """
    labels = words_of(f"{figure.row_label or ''} {figure.column_label or ''}")
    title = words_of(figure.table_title or "")
    introduction = words_of(said_of_table)
    scores = {
        indicator.code: score
        for indicator in vocabulary.indicators
        if figure.unit is None or unit_fits(figure, indicator.code, vocabulary)
        if (score := _score(indicator, labels, title, introduction)) is not None
    }
    if not scores:
        return None
    best = max(scores.values())
    codes = {code for code, score in scores.items() if score == best}
    return _only(codes, figure, _counted_in_row(figure, vocabulary), vocabulary)


_Score = tuple[bool, int, int]


def _score(
    indicator: Indicator, labels: list[str], title: list[str], introduction: list[str]
) -> _Score | None:
    """How well the best cue of an indicator is met: without the introduction, words in the labels,
    words in all; None if no cue is met in full."""
    scores = []
    for _, phrase in indicator.cues.all():
        cue = words_of(phrase)
        in_labels = [stem for stem in cue if _said(stem, labels)]
        rest = [stem for stem in cue if stem not in in_labels]
        if all(_said(stem, title) for stem in rest):
            scores.append((True, len(in_labels), len(cue)))
        elif all(_said(stem, title) or _said(stem, introduction) for stem in rest):
            scores.append((False, len(in_labels), len(cue)))
    return max(scores, default=None)


def _said(stem: str, words: list[str]) -> bool:
    return any(begins(word, stem) for word in words)


def _counted_in_row(figure: Figure, vocabulary: Vocabulary) -> str:
    """A row's label names one drug or group of drugs, unless it says that it is the total."""
    own = counted_of(figure.of_code, figure.row_label, vocabulary)
    return "one" if own == "unknown" and figure.row_label else own
