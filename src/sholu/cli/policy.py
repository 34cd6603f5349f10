"""The command that asks whether a change of law or practice did anything."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sholu.policy.designs import Question
    from sholu.policy.model import Effect, Refusal

DESIGN_NAMES = ("its", "did", "cs", "sc", "sc-outcome", "sc-augmented", "sdid", "rd")
"""Listed here, too, so that the help need not import the designs; a test holds both together."""


@click.command("evaluate")
@click.option(
    "--panel",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="CSV file with a row for each unit and period.",
)
@click.option("--unit", help="Column of the unit (region); leave out for a single series.")
@click.option("--time", required=True, help="Column of the period: a number, or 2025, 2025-01 …")
@click.option("--outcome", required=True, help="Column of the outcome.")
@click.option(
    "--treated",
    multiple=True,
    help="Name of a treated unit (again for each), or a column of 0 and 1.",
)
@click.option("--start", help="First period under the measure.")
@click.option("--first-treated", help="Column of each unit's first treated period; 0 for never.")
@click.option("--predictors", default="", help="For sc: 'income:1980-1988,sales@1975'.")
@click.option(
    "--design",
    type=click.Choice([*DESIGN_NAMES, "all"]),
    default="all",
    show_default=True,
    help="Which design; all prints where they disagree.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to print it.",
)
def evaluate(
    path: Path,
    unit: str | None,
    time: str,
    outcome: str,
    treated: tuple[str, ...],
    start: str | None,
    first_treated: str | None,
    predictors: str,
    design: str,
    form: str,
) -> None:
    """Judge whether a measure did anything, by every design that the data allow.

    The answers are put side by side with what was checked and what could have been found; none is
    declared the winner. A change in one place from before to after is no effect.
    """
    from sholu.policy.designs import judge
    from sholu.policy.model import Effect, PolicyError
    from sholu.policy.predictors import parse_predictors
    from sholu.policy.read_panel import Columns

    written = parse_predictors(predictors)
    covariates = tuple(dict.fromkeys(column for column, _, _ in written if column != outcome))
    columns = Columns(unit, time, outcome, treated, start, first_treated, covariates)
    question = _question(path, columns, written)
    answers = judge(question, DESIGN_NAMES if design == "all" else (design,))
    if not any(isinstance(answer, Effect) for answer in answers):
        raise PolicyError("; ".join(f"{a.design}: {a.reason}" for a in answers))  # type: ignore[union-attr]
    if form == "json":
        records = [_record(answer) for answer in answers]
        click.echo(json.dumps(records, ensure_ascii=False, indent=2, allow_nan=False))
    else:
        _print(answers)


def _question(path: Path, columns: Any, written: tuple[tuple[str, str, str], ...]) -> Question:
    """Read the file and place the predictors' windows among its periods."""
    from sholu.policy.designs import Question
    from sholu.policy.predictors import place_predictors
    from sholu.policy.read_panel import read_rows

    rows = read_rows(path, columns)
    number_of = dict(zip(rows.periods, map(float, rows.times), strict=True))
    return Question(rows, columns.outcome, place_predictors(written, number_of))


def _record(answer: Effect | Refusal) -> dict[str, Any]:
    """An answer for JSON; what is infinite is no number there."""
    record: dict[str, Any] = _finite(asdict(answer))
    return record if "estimate" in record else record | {"estimate": None, "checks": []}


def _finite(value: Any) -> Any:
    """Nested values with infinities as null."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _print(answers: Sequence[Effect | Refusal]) -> None:
    """Each design with its checks, then what they say together."""
    from sholu.policy.disagreement import disagreement
    from sholu.policy.model import Effect

    effects = [answer for answer in answers if isinstance(answer, Effect)]
    for effect in effects:
        _print_effect(effect)
    for answer in answers:
        if not isinstance(answer, Effect):
            click.echo(f"{answer.design}: not run. {answer.reason}\n")
    click.echo(disagreement(effects))


def _print_effect(effect: Effect) -> None:
    """One design: the answer, what could have been found, checks, weights, other forms."""
    interval = (
        f"[{effect.low:.4g}, {effect.high:.4g}]"
        if effect.low is not None and effect.high is not None
        else "no interval"
    )
    click.echo(f"{effect.design}: {effect.estimate:.4g} {interval}")
    click.echo(f"  estimates the {effect.estimand}")
    if effect.detectable is not None:
        click.echo(f"  could have found effects of {effect.detectable:.3g} and more")
    for check in effect.checks:
        click.echo(f"  {check.status:<11} {check.name}: {check.sentence}")
    if effect.weights:
        heaviest = list(effect.weights.items())[:6]
        shown = ", ".join(f"{name} {weight:.2f}" for name, weight in heaviest)
        rest = len(effect.weights) - len(heaviest)
        click.echo(f"  weights     {shown}{f' and {rest} more' if rest else ''}")
    for variant in effect.variants:
        spread = f" ({variant.se:.4g})" if variant.se is not None else ""
        click.echo(f"  variant     {variant.name}: {variant.estimate:.4g}{spread}")
    click.echo()


COMMANDS = (evaluate,)
