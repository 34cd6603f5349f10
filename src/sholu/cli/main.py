"""The command ``sholu``: thin commands over the rooms."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from sholu import __version__
from sholu.build.observatory import Observatory, open_observatory
from sholu.cli import evaluating, judging, keeping, publishing, reading, serving
from sholu.core.errors import SholuError

EXIT_CODES = """\b
Exit codes:
  0  done
  1  not done: the message says what is wrong, and the store is as it was
  2  the command was not understood
  3  done, but some documents could not be read: 'sholu status' says which
"""


class Workplace:
    """Where a command works; the observatory is opened when it is first needed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def observatory(self) -> Observatory:
        """The observatory in the folder.

        Raises:
            SettingsError: if there is none.
        """
        return open_observatory(self.root)


@click.group(
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-C",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="Folder of the observatory.  [default: the current folder]",
)
@click.version_option(__version__, prog_name="sholu")
@click.pass_context
def sholu(context: click.Context, folder: Path) -> None:
    """Sholu, the software of a drug observatory.

    It reads bulletins, news, reports and tables, ties every event and figure to the sentence that
    says it, and prints the information release.

    \b
    A first release in five commands:
      sholu -C my-observatory init
      sholu -C my-observatory add PRESS_FOLDER
      sholu -C my-observatory build
      sholu -C my-observatory review
      sholu -C my-observatory release --number 1 --from 2025-01-01 --to 2025-01-15 --lang en
    """
    context.obj = Workplace(folder)


for module in (keeping, reading, judging, publishing, serving, evaluating):
    for command in module.COMMANDS:
        sholu.add_command(command)


def main() -> None:
    """Run the command line; what a person can put right is said in a sentence."""
    try:
        sholu(standalone_mode=True)
    except SholuError as error:
        click.echo(f"sholu: {error.message}", err=True)
        if error.hint:
            click.echo(f"       {error.hint}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: nothing is wrong, and nobody listens.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
