"""The command that prints a situation report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sholu.core.language import INTERFACE_LANGUAGES

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.command()
@click.option("--place", "code", required=True, help="Country or region, as KZ or KZ-75.")
@click.option("--period", help="As 2025 or 2025-01/2025-06. [default: the newest year with data]")
@click.option(
    "--lang", "language", type=click.Choice(INTERFACE_LANGUAGES), default="en", show_default=True
)
@click.option("--release", "name", help="Of which release the data are. [default: the newest]")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
@click.pass_obj
def report(
    place: Workplace,
    code: str,
    period: str | None,
    language: str,
    name: str | None,
    output: Path | None,
) -> None:
    """Print the situation report of a place: seven questions, each figure with its source.

    It reads the data of a release, so make one first. What is not known is said aloud.
    """
    # The compiler of PDFs is not needed to print a help text.
    from sholu.build.situation import make_report

    made = make_report(place.observatory(), code, period, language, name)
    path = output or Path(f"situation-{code}-{made.period.replace('/', '-')}-{language}.pdf")
    path.write_bytes(made.pdf)
    click.echo(f"{path}: {made.pages} pages, from release {made.release}")


COMMANDS = (report,)
