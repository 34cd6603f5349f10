"""Hypotheses and their tests, written down before the data are read."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sholu.cli.asking import who_option, why_option
from sholu.cli.listing import format_option, print_records
from sholu.cli.policy import DESIGN_NAMES, language_option

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.group(invoke_without_command=True)
@language_option
@format_option
@click.pass_context
def hypotheses(context: click.Context, language: str, form: str) -> None:
    """List hypotheses with what a test of each needs; register a test before reading data.

    Those of the works that Sholu serves, and the observatory's own in inputs/hypotheses.yaml.
    """
    if context.invoked_subcommand is None:
        _list(context.obj, language, form)


@hypotheses.command("list")
@language_option
@format_option
@click.pass_obj
def list_(workplace: Workplace, language: str, form: str) -> None:
    """List hypotheses with what a test of each needs."""
    _list(workplace, language, form)


def _list(workplace: Workplace, language: str, form: str) -> None:
    from sholu.build.policy_hypotheses import hypotheses_of, indicators_here, testable_here

    observatory = workplace.observatory()
    here = indicators_here(observatory)
    records = [
        asdict(one)
        | {
            "title": one.title.of(language),
            "indicators": list(one.indicators),
            "cases": list(one.cases),
            "testable": testable_here(one, here),
        }
        for one in hypotheses_of(observatory)
    ]
    columns = ("code", "title", "sign", "indicators", "testable", "source")
    print_records("Hypotheses", records, columns, form)


@hypotheses.command()
@format_option
@click.pass_obj
def registered(workplace: Workplace, form: str) -> None:
    """List the tests that were registered, in the journal's order."""
    from sholu.build.policy_hypotheses import registered_tests

    records = [asdict(test) for test in registered_tests(workplace.observatory())]
    columns = ("entry", "at", "who", "code", "measure", "outcome", "design", "sign", "rule")
    print_records("Registered tests", records, columns, form)


@hypotheses.command()
@click.argument("code")
@click.option("--measure", required=True, help="Code of 'sholu measures'.")
@click.option("--outcome", required=True, help="Indicator that should move.")
@click.option(
    "--design", type=click.Choice([*DESIGN_NAMES, "all"]), default="all", show_default=True,
    help="Which design decides; with all, they must agree.",
)  # fmt: skip
@click.option("--sign", type=click.Choice(["up", "down", "none"]), required=True,
              help="Which way the outcome should move.")  # fmt: skip
@click.option(
    "--rule", type=click.Choice(["interval", "placebo"]), default="interval", show_default=True,
    help="The 95 % interval on the expected side, or one placebo in twenty as extreme.",
)  # fmt: skip
@click.option("--margin", type=float, help="For the sign none: what is as good as nothing.")
@click.option("--confounder", default="", help="Indicator whose part is to be taken out.")
@click.option("--statement", default="", help="What an own hypothesis says.")
@who_option
@why_option
@click.pass_obj
def register(
    workplace: Workplace,
    code: str,
    measure: str,
    outcome: str,
    design: str,
    sign: str,
    rule: str,
    margin: float | None,
    confounder: str,
    statement: str,
    who: str,
    why: str,
) -> None:
    """Write down how hypothesis CODE will be tested; 'sholu evaluate' holds the result to it."""
    from sholu.build.policy_hypotheses import register_test
    from sholu.build.policy_look import measures_of
    from sholu.policy.load_measures import find_measure

    observatory = workplace.observatory()
    test = {
        "statement": statement, "measure": measure, "outcome": outcome, "design": design,
        "sign": sign, "rule": rule, "margin": margin, "confounder": confounder,
    }  # fmt: skip
    about = find_measure(measures_of(observatory), measure)
    entry, seen = register_test(observatory, code, test, about, who, why)
    click.echo(f"entry {entry.number}: register_hypothesis {code}")
    if seen is not None:
        click.echo(
            f"Figures from after the start are here since {seen[:10]}: this test explores, it can "
            "no longer confirm."
        )


COMMANDS = (hypotheses,)
