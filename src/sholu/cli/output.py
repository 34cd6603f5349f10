"""Where a command's file goes: to the path named, or to standard output if it is no terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sholu.core.errors import SholuError

output_option = click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)


def write_output(content: str | bytes, output: Path | None) -> None:
    """Write text or bytes.

    Raises:
        SholuError: if bytes would go to a terminal, or the file cannot be written.
    """
    if output is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise SholuError("A terminal shows no such file.", "Name one with --output.")
        click.echo(content, nl=False)
        return
    try:
        output.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise SholuError(f"{output} cannot be written: {error.strerror}.") from error
    click.echo(str(output))
