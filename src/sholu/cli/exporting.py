"""The command that writes the data of a release for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sholu.core.language import INTERFACE_LANGUAGES

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

FORMATS = ("csv", "xlsx", "sdmx-csv", "geojson", "i2", "followthemoney", "frictionless")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), required=True)
@click.option("--release", "name", help="Which release. [default: the newest]")
@click.option(
    "--lang", "language", type=click.Choice(INTERFACE_LANGUAGES), default="en", show_default=True
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
@click.pass_obj
def export(
    place: Workplace, form: str, name: str | None, language: str, output: Path | None
) -> None:
    """Write the data of a release as spreadsheets, for GIS, i2, OpenAleph or statisticians.

    Only what the release publishes: names of private persons and marked documents are not in it.
    """
    # Other commands need none of the formats.
    from sholu.build.situation import released_package
    from sholu.release.exports.exporters import EXPORTERS

    exporter = EXPORTERS[form]
    package = released_package(place.observatory(), language, name)
    try:
        content = exporter.write(package, language)
        path = output or Path(f"{package.about.release}{exporter.extension}")
    finally:
        package.close()
    path.write_bytes(content)
    click.echo(f"{path}: {len(content):,} bytes")


COMMANDS = (export,)
