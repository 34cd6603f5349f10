"""The commands that ask whether a change of law or practice did anything."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.cli.listing import format_option, print_records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sholu.cli.main import Workplace
    from sholu.policy.evaluation import Evaluation
    from sholu.policy.model import Check, Effect, Refusal

DESIGN_NAMES = ("its", "did", "cs", "sc", "sc-outcome", "sc-augmented", "sdid", "rd")
"""Listed here, too, so that the help need not import the designs; a test holds both together."""

EVENT_TIME = "event time "
"""How variants of an event study begin."""

language_option = click.option(
    "--lang", "language", type=click.Choice(["en", "ru", "kk"]), default="en", show_default=True,
    help="Language of names, and of the page or protocol.",
)  # fmt: skip


@click.command("measures")
@language_option
@format_option
@click.pass_obj
def measures(workplace: Workplace, language: str, form: str) -> None:
    """List changes of law and practice that may be judged, with what each should do.

    Those of Sholu, and the observatory's own in inputs/measures.yaml.
    """
    from sholu.build.policy_look import measures_of

    records = [
        asdict(measure) | {"title": measure.title.of(language), "places": list(measure.places)}
        for measure in measures_of(workplace.observatory())
    ]
    columns = ("code", "kind", "title", "places", "in_force", "note")
    print_records("measures", records, columns, form)


@click.command("evaluate")
@click.argument("measure", required=False)
@click.option(
    "--panel",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV file with a row for each unit and period, instead of the observatory's series.",
)
@click.option(
    "--threshold",
    help="Instead of a measure a legal limit: large_to, or of one substance heroin:large_to.",
)
@click.option(
    "--outcome",
    required=True,
    help="Indicator; with --panel the outcome's column; with --threshold imprisonment, months, "
    "convicted, or how a registration ended.",
)
@click.option("--unit", help="With --panel: column of the unit; none for a single series.")
@click.option("--time", help="With --panel: column of the period: a number, 2025, 2025-01 …")
@click.option(
    "--treated",
    multiple=True,
    help="With --panel: a treated unit (again for each), or a column of 0 and 1.",
)
@click.option("--start", help="With --panel: first period under the measure.")
@click.option("--first-treated", help="With --panel: column of each unit's start; 0 for never.")
@click.option("--predictors", default="", help="For sc: 'income:1980-1988,sales@1975'.")
@click.option("--confounder", help="Indicator or column whose part is taken out in a second run.")
@click.option(
    "--design",
    type=click.Choice([*DESIGN_NAMES, "all"]),
    default="all",
    show_default=True,
    help="With --panel: which design; all prints where they disagree.",
)
@language_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
    help="How to print it; html is one self-contained page.",
)
@click.pass_obj
def evaluate(
    workplace: Workplace,
    measure: str | None,
    path: Path | None,
    threshold: str | None,
    outcome: str,
    unit: str | None,
    time: str | None,
    treated: tuple[str, ...],
    start: str | None,
    first_treated: str | None,
    predictors: str,
    confounder: str | None,
    design: str,
    language: str,
    form: str,
) -> None:
    """Judge whether a MEASURE did anything, by every design that the data allow.

    The answers are put side by side with what was checked and what could have been found; none is
    declared the winner. A change in one place from before to after is no effect.
    """
    if sum(one is not None for one in (measure, path, threshold)) != 1:
        raise click.UsageError(
            "Name a MEASURE of 'sholu measures', or a file with --panel, or a limit with "
            "--threshold."
        )
    if measure is not None:
        from sholu.build.policy_look import evaluate_measure

        found = evaluate_measure(workplace.observatory(), measure, outcome, confounder, language)
    elif threshold is not None:
        from sholu.build.policy_threshold import evaluate_threshold

        found = evaluate_threshold(workplace.observatory(), threshold, outcome, language)
    else:
        if time is None:
            raise click.UsageError("--panel needs --time, the column of the period.")
        from sholu.policy.read_panel import Columns

        assert path is not None
        columns = Columns(unit, time, outcome, treated, start, first_treated)
        found = _evaluate_file(path, columns, predictors, confounder, design, language)
    if form == "html":
        from sholu.cli.policy_page import evaluation_page

        click.echo(evaluation_page(found, language))
    elif form == "json":
        _print_json(found)
    else:
        _print_table(found)


def _evaluate_file(
    path: Path, columns: Any, predictors: str, confounder: str | None, design: str, language: str
) -> Evaluation:
    """Judge a plain file."""
    from dataclasses import replace

    from sholu.policy.designs import Question
    from sholu.policy.evaluation import evaluate as evaluate_question
    from sholu.policy.predictors import parse_predictors, place_predictors
    from sholu.policy.read_panel import read_rows

    written = parse_predictors(predictors)
    wanted = [column for column, _, _ in written if column != columns.outcome]
    covariates = tuple(dict.fromkeys([*wanted, *([confounder] if confounder else [])]))
    rows = read_rows(path, replace(columns, covariates=covariates))
    number_of = dict(zip(rows.periods, map(float, rows.times), strict=True))
    question = Question(rows, columns.outcome, place_predictors(written, number_of))
    names = DESIGN_NAMES if design == "all" else (design,)
    return evaluate_question(path.name, question, names, confounder=confounder, language=language)


def _print_json(found: Evaluation) -> None:
    """The answers as a list; those without the confounder follow, marked as adjusted."""
    records = [_record(answer) for answer in found.answers]
    records += [_record(answer) | {"adjusted": True} for answer in found.adjusted]
    tests = [asdict(one) for one in found.hypotheses]
    if tests:
        records = [record | {"hypotheses": tests} for record in records]
    click.echo(json.dumps(records, ensure_ascii=False, indent=2, allow_nan=False))


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


def _print_table(found: Evaluation) -> None:
    """Each design with its checks, then what they say together."""
    click.echo(f"{found.title} — {found.outcome}\n")
    shared = shared_checks(found)
    for note in (*found.notes, *shared):
        click.echo(f"  {note.status:<11} {note.name}: {note.sentence}")
    for answer in found.answers:
        _print_answer(answer, shared)
    if found.adjusted:
        click.echo("Without the confounder's part:\n")
        for answer in found.adjusted:
            _print_answer(answer, shared)
    click.echo(found.summary)
    for judged in found.hypotheses:
        click.echo(judged.sentence)


def shared_checks(found: Evaluation) -> tuple[Check, ...]:
    """Checks of the data themselves, which every design but the discontinuity carries."""
    from sholu.policy.model import Effect

    carried = [a.checks for a in found.answers if isinstance(a, Effect) and a.design != "rd"]
    if len(carried) < 2:
        return ()
    return tuple(check for check in carried[0] if all(check in other for other in carried[1:]))


def _print_answer(answer: Effect | Refusal, shared: Sequence[Check]) -> None:
    """One design: the answer, what could have been found, checks, weights, other forms."""
    from sholu.policy.model import Refusal

    if isinstance(answer, Refusal):
        click.echo(f"{answer.design}: not run. {answer.reason}\n")
        return
    interval = (
        f"[{answer.low:.4g}, {answer.high:.4g}]"
        if answer.low is not None and answer.high is not None
        else "no interval"
    )
    click.echo(f"{answer.design}: {answer.estimate:.4g} {interval}")
    click.echo(f"  estimates the {answer.estimand}")
    if answer.detectable is not None:
        click.echo(f"  could have found effects of {answer.detectable:.3g} and more")
    for check in answer.checks:
        if check not in shared:
            click.echo(f"  {check.status:<11} {check.name}: {check.sentence}")
    if answer.weights:
        heaviest = list(answer.weights.items())[:6]
        shown = ", ".join(f"{name} {weight:.2f}" for name, weight in heaviest)
        rest = len(answer.weights) - len(heaviest)
        click.echo(f"  weights     {shown}{f' and {rest} more' if rest else ''}")
    for variant in answer.variants:
        if variant.name.startswith(EVENT_TIME):
            continue
        spread = f" ({variant.se:.4g})" if variant.se is not None else ""
        click.echo(f"  variant     {variant.name}: {variant.estimate:.4g}{spread}")
    events = sum(variant.name.startswith(EVENT_TIME) for variant in answer.variants)
    if events:
        click.echo(f"  event study {events} periods: --format html draws them, json lists them")
    click.echo()


COMMANDS = (evaluate, measures)
