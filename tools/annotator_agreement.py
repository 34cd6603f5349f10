"""How far second answers to the same items agree with the first.

    python tools/annotator_agreement.py

The answers of ``evaluation/second/`` (whole items) and ``evaluation/second_answers/`` (some fields)
were asked for from the texts and the conventions alone, without the first answers and the rules.
They are scored against the first as if a reader had given them; both come of one school, so
strangers would agree less. Only totals are printed: the items were of the test half when they were
answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from sholu.build.evaluation_item import (
    EvaluationItem,
    NamedPerson,
    PersonalDatum,
    WantedFigure,
    load_items,
)
from sholu.build.scoring import Answer, Tally, add_up, places_of, score_item
from sholu.build.scoring_figures import FigureComparison, counted_units
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.vocabulary.load import load

EVALUATION = Path(__file__).resolve().parent.parent / "evaluation"
LANGUAGES = ("en", "ru", "kk")


def main() -> None:
    """Print precision and recall by field and language, and the share that both answer alike."""
    first = {item.id: item for item in load_items(EVALUATION)}
    print_agreement(first, load_items(EVALUATION / "second"))
    print()
    print_agreement(first, tuple(partly_answered(first)))


def print_agreement(first: Mapping[str, EvaluationItem], second: Iterable[EvaluationItem]) -> None:
    """The totals of the second answers against the first, in the fields that both have."""
    vocabulary = load()
    compare = FigureComparison(counted_units(vocabulary))
    vague = {s.code for s in vocabulary.substances if s.group == "unspecified"}
    scores = {}
    for other in second:
        asked = replace(first[other.id], answered=other.answered)
        scores[other.id] = score_item(asked, answer_by_hand(other), compare, vague)
    columns = {
        language: add_up(one for id_, one in scores.items() if id_.startswith(language))
        for language in LANGUAGES
    }
    columns["all"] = add_up(scores.values())
    print(f"{len(scores)} items answered twice; precision / recall of the second answers")
    print(f"{'field':20}" + "".join(f"{name:>16}" for name in columns))
    for field in columns["all"]:
        print(f"{field:20}" + "".join(f"{shares(t.get(field)):>16}" for t in columns.values()))


def partly_answered(first: Mapping[str, EvaluationItem]) -> Iterator[EvaluationItem]:
    """The items of which some fields were answered a second time, with those answers."""
    for path in sorted((EVALUATION / "second_answers").glob("*.yaml")):
        for given in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield replace(
                first[given.pop("id")],
                answered=tuple(given),
                about_drugs=given["about_drugs"],
                kind=given["kind"],
                substances=tuple(given["substances"]),
                persons=tuple(NamedPerson(**person) for person in given["persons"]),
                personal_data=tuple(PersonalDatum(**datum) for datum in given["personal_data"]),
            )


def shares(tally: Tally | None) -> str:
    """``.91 / .88``; a dash where nothing was answered."""
    if tally is None or tally.precision is None or tally.recall is None:
        return "–"
    return f"{tally.precision:.2f} / {tally.recall:.2f}"


def answer_by_hand(item: EvaluationItem) -> Answer:
    """An item's answers as if a reader had given them."""
    text = f"{item.title}\n\n{item.text}"
    figures = tuple(_figure(one, text) for one in item.figures)
    shown = text
    for words in item.private:
        for start, end in reversed(places_of(words, shown)):
            shown = shown[:start] + "…" + shown[end:]
    return Answer(
        text=text,
        about_drugs=item.about_drugs,
        kind=item.kind,
        countries=item.countries,
        regions=item.regions,
        date_start=item.date_start,
        date_end=item.date_end,
        substances=item.substances,
        agencies=item.agencies,
        law=item.law,
        figures=figures,
        claimed=figures,
        officials=tuple(p for words in item.officials for p in places_of(words, text)),
        private=tuple(p for words in item.private for p in places_of(words, text)),
        shown=shown,
        arithmetic=len(item.checks),
    )


def _figure(figure: WantedFigure, text: str) -> Figure:
    start = text.find(figure.printed)
    span = Span(
        id=figure.printed, document="", text_version="", start=start,
        end=start + len(figure.printed), quote=figure.printed, prefix="", suffix="",
        page=None, cell=None,
    )  # fmt: skip
    return Figure(
        id=figure.printed, value=figure.value, value_high=figure.value_high,
        value_printed=figure.printed, unit=figure.unit, value_base=None, value_high_base=None,
        unit_base=None, of=figure.of, of_code=figure.of_code, qualifier=figure.qualifier,
        accumulation=figure.accumulation, period=None, suspect=None, likely_reading=None,
        row_label=None, column_label=None, table_title=None, span=span,
    )  # fmt: skip


if __name__ == "__main__":
    main()
