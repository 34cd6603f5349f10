"""The command that designs a pilot."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sholu.cli.output import output_option, write_output
from sholu.cli.policy import language_option

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.group()
def pilot() -> None:
    """Design a pilot of a measure: regions by lot, length, power, outcomes, stopping rules."""


@pilot.command()
@click.option("--outcome", required=True, help="Indicator that decides; with --panel its column.")
@click.option(
    "--effect", type=float, required=True,
    help="Smallest effect worth finding, in units of the outcome, with its sign.",
)  # fmt: skip
@click.option(
    "--assignment", type=click.Choice(["stratified", "stepped-wedge"]), default="stratified",
    show_default=True, help="Some regions by lot in strata, or all in waves by lot.",
)  # fmt: skip
@click.option("--regions", type=int, help="Regions under the measure; chosen by power if unsaid.")
@click.option("--length", type=int, help="Periods of the pilot; chosen by power if unsaid.")
@click.option("--power", type=float, default=0.8, show_default=True,
              help="Share of pilots that should find the effect.")  # fmt: skip
@click.option("--looks", type=int, default=3, show_default=True,
              help="Looks at the data, the last at the end.")  # fmt: skip
@click.option("--seed", type=int, default=1, show_default=True,
              help="Of the lot and the simulations; the protocol keeps it.")  # fmt: skip
@click.option("--also", multiple=True, help="A further outcome; again for each.")
@click.option("--unmoved", default="", help="An outcome that should not move.")
@click.option("--panel", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="A CSV file of the past instead of the observatory's series.")  # fmt: skip
@click.option("--unit", help="With --panel: column of the region.")
@click.option("--time", help="With --panel: column of the period.")
@click.option("--format", "form", type=click.Choice(["markdown", "json", "pdf"]),
              default="markdown", show_default=True, help="Of the protocol.")  # fmt: skip
@language_option
@output_option
@click.pass_obj
def design(
    workplace: Workplace,
    outcome: str,
    effect: float,
    assignment: str,
    regions: int | None,
    length: int | None,
    power: float,
    looks: int,
    seed: int,
    also: tuple[str, ...],
    unmoved: str,
    path: Path | None,
    unit: str | None,
    time: str | None,
    form: str,
    language: str,
    output: Path | None,
) -> None:
    """Choose regions and length so that the effect would be found, and write the protocol.

    Power is tried out on the past of the regions themselves. Regions are drawn by lot.
    """
    from sholu.policy.pilot import Request, design_pilot
    from sholu.policy.pilot_protocol import (
        as_markdown,
        as_pdf,
        protocol_sections,
        protocol_title,
    )

    request = Request(outcome, effect, assignment, power, looks, seed, regions, length, also,
                      unmoved)  # fmt: skip
    banner = ""
    if path is not None:
        if unit is None or time is None:
            raise click.UsageError("--panel needs --unit and --time.")
        from sholu.policy.read_panel import read_history

        panel, name = read_history(path, unit, time, outcome), outcome
    else:
        from sholu.build.policy_look import history_of

        observatory = workplace.observatory()
        panel = history_of(observatory, outcome)
        known = observatory.vocabulary.indicator(outcome)
        for code in (*also, *([unmoved] if unmoved else [])):
            observatory.vocabulary.indicator(code)
        name = f"{known.names.preferred(language)} ({known.unit})"
        banner = observatory.settings.banner.get(language, "")
    found = design_pilot(request, panel)
    if form == "json":
        write_output(json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n", output)
        return
    title = protocol_title(name, language)
    sections = protocol_sections(found, name, language)
    if form == "pdf":
        write_output(as_pdf(title, banner, sections, language), output)
    else:
        write_output(as_markdown(title, sections), output)


COMMANDS = (pilot,)
