"""Say which indicator a figure in a table belongs to: by labels, title and introduction."""

from __future__ import annotations

from functools import lru_cache

from sholu.claims.cues import CueIndex, stems_in
from sholu.claims.indicator_fit import EVERY_DRUG, TOTAL, counted_of, only_code, unit_fits
from sholu.mentions.model import Figure
from sholu.vocabulary.model import Vocabulary


def find_table_indicator(
    figure: Figure, said_of_table: str, cues: CueIndex, vocabulary: Vocabulary
) -> str | None:
    """The code of the indicator that a figure in a table belongs to.

    A cue may be spread over the title and the labels: "wholesale" over the column and "prices" in
    the title. Indicators are compared by how many words of a cue stand in the figure's own labels,
    then in the title, then in the sentence that introduces the table.

    Args:
        figure: with row_label, column_label and table_title.
        said_of_table: the sentences that name the table; empty if none does.
        cues: of the vocabulary's indicators.
        vocabulary: their units.
    """
    labels = stems_in(cues, figure.row_label or "") | stems_in(cues, figure.column_label or "")
    title = stems_in(cues, figure.table_title or "")
    scores = {
        code: score
        for code, score in _scores(cues, labels, title, stems_in(cues, said_of_table))
        if figure.unit is None or unit_fits(figure, code, vocabulary)
    }
    if not scores:
        return None
    best = max(scores.values())
    codes = {code for code, score in scores.items() if score == best}
    return only_code(codes, figure, _counted_in_row(figure, vocabulary), vocabulary)


_Score = tuple[bool, int, int]
"""Without the introduction; words of the cue in the labels; words of the cue."""


# A table has few combinations of cue words in its labels, however many cells it has.
@lru_cache(maxsize=4096)
def _scores(
    cues: CueIndex, labels: frozenset[str], title: frozenset[str], introduction: frozenset[str]
) -> tuple[tuple[str, _Score], ...]:
    """The indicators of which a cue is met in full, each with its best score."""
    best: dict[str, _Score] = {}
    for cue, code in cues.phrases:
        rest = cue - labels
        if rest <= title or rest <= title | introduction:
            score = (rest <= title, len(cue & labels), len(cue))
            best[code] = max(best.get(code, score), score)
    return tuple(best.items())


def _counted_in_row(figure: Figure, vocabulary: Vocabulary) -> str:
    """A row's label names one drug or kind of drugs, unless it says all drugs or the total."""
    label = figure.row_label
    if not label:
        return counted_of(figure.of_code)
    return "all" if TOTAL.search(label) or _names_every_drug(label, vocabulary) else "one"


def _names_every_drug(label: str, vocabulary: Vocabulary) -> bool:
    return any(
        label.lower() == name.lower()
        for substance in vocabulary.substances
        if substance.code in EVERY_DRUG
        for _, name in substance.names.all()
    )
