"""The command that asks whether an indicator is fit to measure success by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sholu.cli.listing import format_option, print_records

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.command()
@click.argument("indicators", nargs=-1, required=True, metavar="INDICATOR…")
@click.option("--measure", help="The measure that they are to judge: code of 'sholu measures'.")
@format_option
@click.pass_obj
def fitness(
    workplace: Workplace, indicators: tuple[str, ...], measure: str | None, form: str
) -> None:
    """Ask whether INDICATORS are fit to measure success by, with the rule and its evidence.

    Relevant, attributable, gameable, timely, moving more than its noise: passed speaks for the
    indicator, failed against it.
    """
    from sholu.build.policy_fitness import fitness_of
    from sholu.build.policy_look import measures_of
    from sholu.policy.fitness import fitness_rows
    from sholu.policy.load_measures import find_measure

    observatory = workplace.observatory()
    about = find_measure(measures_of(observatory), measure) if measure else None
    found = [fitness_of(observatory, code, about) for code in indicators]
    columns = ("indicator", "question", "status", "sentence")
    print_records("Fitness as a measure of success", fitness_rows(found), columns, form)


COMMANDS = (fitness,)
