"""The command that measures how well the press is understood."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from sholu.build.commonest_mistakes import commonest_mistakes
from sholu.build.evaluation import ALL, SEVERAL, Evaluation, Measured, confusion, evaluate, worst
from sholu.build.evaluation_item import EvaluationError, load_items
from sholu.build.scoring import Tally
from sholu.cli.listing import Record, format_option, print_records
from sholu.cli.progress import progress_bar

WORST = 10
COMMONEST = 10

FIELDS = {
    "kind": "kind of event, of one answer",
    "about_drugs": "about drugs at all",
    "country": "main country",
    "region": "regions",
    "dates": "first and last day, both right",
    "substances": "substances, general words left out",
    "agencies": "agencies",
    "law": "articles of law",
    "figures_value_unit": "figures: value and unit",
    "figures": "figures: value, unit and what is counted",
    "claims": "figures that became claims: value, unit and what is counted",
    "qualifier": "qualifier of figures found",
    "accumulation": "accumulation of figures found",
    "not_figures": "numbers that count nothing, left alone",
    "private_masked": "private names and data no longer seen",
    "masks_needed": "masks that hide a private person",
    "officials": "officials known as such",
    "checks": "sums that do not add up",
    "same_event": "pairs of items that tell one event",
}
"""Fields in the order of printing, and what each measures."""


half_option = click.option(
    "--half",
    type=click.Choice(["development", "test", "all"]),
    default="development",
    show_default=True,
    help="Which items. Items of the test half are counted, never shown.",
)


@click.command("evaluate-reading")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@half_option
@format_option
def evaluate_reading(folder: Path, half: str, form: str) -> None:
    """Measure how well news is understood, on items with answers by hand.

    FOLDER holds items as evaluation/README.md describes them. Each is read as 'sholu build' reads a
    press note. Printed are right, said and wanted answers by language and field; for the
    development half also which kinds are taken for which, the commonest mistakes of each language,
    and the items with the most mistakes (csv and html have the scores only).
    """
    items = [item for item in load_items(folder) if half in (item.half, "all")]
    if not items:
        raise EvaluationError(f"{folder} has no item of the {half} half.")
    with progress_bar("Reading") as progress:
        evaluation = evaluate(items, progress)
    scores = score_records(evaluation)
    seen = [one for one in evaluation.items if one.item.half == "development"]
    if form == "json":
        click.echo(json.dumps(_everything(scores, evaluation, seen), ensure_ascii=False, indent=2))
        return
    title = f"Reading of {len(items)} items, {'both halves' if half == 'all' else f'{half} half'}"
    columns = ["language", "measure", "right", "said", "wanted", "precision", "recall", "f1"]
    print_records(title, scores, columns, form)
    if form == "table" and seen:
        print_records(
            "Kinds, development half",
            kind_records(seen),
            ["kind", "items", "right", "read_as"],
            form,
        )
        print_records(
            f"The {COMMONEST} commonest mistakes of each language, development half",
            mistake_records(seen),
            ["language", "field", "mistake", "count", "items"],
            form,
        )
        print_records(
            f"The {WORST} worst items, development half",
            item_records(seen)[:WORST],
            ["item", "wrong", "mistakes"],
            form,
        )


def _everything(
    scores: list[Record], evaluation: Evaluation, seen: Sequence[Measured]
) -> dict[str, Any]:
    """What JSON has: the scores, and of the development half the kinds and every mistake."""
    shown = {one.item.id for one in seen}
    return {
        "scores": scores,
        "kinds": kind_records(seen),
        "commonest": mistake_records(seen),
        "items": item_records(seen),
        "same_event": [
            mistake
            for mistake in evaluation.pairs
            if {word for word in mistake.split() if "-" in word} <= shown
        ],
    }


def score_records(evaluation: Evaluation) -> list[Record]:
    """The scores by language and field, those of all languages last, if there are several."""
    order = sorted(evaluation.totals, key=lambda name: (name == ALL, name == SEVERAL, name))
    order = order[:-1] if len(order) == 2 else order
    return [
        _score(language, field, evaluation.totals[language][field], FIELDS)
        for language in order
        for field in FIELDS
        if field in evaluation.totals[language]
    ]


def _score(language: str, field: str, tally: Tally, fields: Mapping[str, str]) -> Record:
    return {
        "language": language,
        "field": field,
        "measure": fields[field],
        "right": tally.right,
        "said": tally.said,
        "wanted": tally.wanted,
        "precision": _rounded(tally.precision),
        "recall": _rounded(tally.recall),
        "f1": _rounded(tally.f1),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def kind_records(items: Sequence[Measured]) -> list[Record]:
    """By kind: how many items have it, how many were read so, and what the others were read as."""
    return [
        {
            "kind": kind,
            "items": read.total(),
            "right": read[kind],
            "read_as": [f"{other} {n}" for other, n in read.most_common() if other != kind],
        }
        for kind, read in confusion(items)
    ]


def mistake_records(items: Sequence[Measured]) -> list[Record]:
    """The commonest sorts of mistakes by language."""
    return [asdict(one) for one in commonest_mistakes(items, COMMONEST)]


def item_records(items: Sequence[Measured]) -> list[Record]:
    """Items with mistakes, most first."""
    return [
        {
            "item": one.item.id,
            "title": one.item.title,
            "wrong": len(one.mistakes),
            "mistakes": list(one.mistakes),
        }
        for one in worst(items, len(items))
    ]


VERDICT_FIELDS = {
    "decisions": "decisions recognised as such",
    "court": "court",
    "region": "region of the court",
    "date": "date of the decision",
    "case_kind": "first instance, appeal, cassation, corrigendum",
    "outcome": "what a higher court did",
    "case_number": "number of the case",
    "article_part": "article and part",
    "points": "points of the part",
    "mass_substance": "mass (or count) and substance",
    "gross_or_net": "mass, and gross or net",
    "decision": "decision",
    "sanction": "punishment: kind, amount, conditional",
    "how_found": "how it was found",
    "story": "story",
    "below_lowest_limit": "below the lowest limit",
    "confiscation": "confiscation",
    "compulsory_treatment": "compulsory treatment",
    "mitigating": "mitigating circumstances",
    "special_procedure": "special procedure",
    "repeated": "convicted before",
    "masked": "private names and data hidden",
}
"""Fields in the order of printing, and what each measures."""


@click.command("evaluate-verdicts")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@half_option
@format_option
def evaluate_verdicts_command(folder: Path, half: str, form: str) -> None:
    """Measure how well court decisions are read, on invented ones whose answers are known.

    FOLDER holds items as evaluation/README.md describes them. Printed are right, said and wanted
    answers by language and field; JSON has the mistakes of the development half too.
    """
    from sholu.build.evaluation_verdicts import evaluate_verdicts, load_decisions

    every = load_decisions(folder)
    items = [item for item in every if half in (item.half, "all")]
    if not items:
        raise EvaluationError(f"{folder} has no item of the {half} half.")
    with progress_bar("Reading") as progress:
        result = evaluate_verdicts(items, progress)
    scores = [
        _score(name, field, result.totals[name][field], VERDICT_FIELDS)
        for name in sorted(result.totals, key=lambda name: (name == ALL, name))
        for field in VERDICT_FIELDS
        if field in result.totals[name]
    ]
    if form == "json":
        seen = {item.id for item in items if item.half == "development"}
        mistakes = [
            {"item": one.item, "mistakes": list(one.said)}
            for one in result.mistakes
            if one.item in seen and one.said
        ]
        click.echo(json.dumps({"scores": scores, "items": mistakes}, ensure_ascii=False, indent=2))
        return
    columns = ["language", "measure", "right", "said", "wanted", "precision", "recall", "f1"]
    print_records(f"Reading of {len(items)} decisions, {half} half", scores, columns, form)


COMMANDS = (evaluate_reading, evaluate_verdicts_command)
