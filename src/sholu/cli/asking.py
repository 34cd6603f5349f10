"""Options that several commands share."""

from __future__ import annotations

import getpass
import os

import click


def _me() -> str:
    return os.environ.get("SHOLU_WHO") or getpass.getuser()


who_option = click.option(
    "--who",
    default=_me,
    show_default="$SHOLU_WHO, else your login name",
    help="Your name or initials; the journal keeps it.",
)

why_option = click.option("--why", required=True, help="The reason, as a sentence.")
