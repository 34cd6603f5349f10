"""What the commands that analyse decisions share: which decisions, and notes beside a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from sholu.build.look import Look
from sholu.verdicts.model import Verdict

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--region", help="Only courts of this region (ISO 3166-2 code)."),
    click.option("--from", "first", metavar="DATE", help="Only decisions of this day or later."),
    click.option("--to", "last", metavar="DATE", help="Only decisions of this day or earlier."),
)


def scope_options(command: Command) -> Command:
    """Options --region, --from and --to: which decisions are analysed."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def verdicts_in_scope(
    look: Look, region: str | None, first: str | None, last: str | None
) -> list[Verdict]:
    """Decisions of a region and time; partial dates are taken as far as they go."""
    return [
        one
        for one in look.verdicts()
        if region in (None, one.region)
        and (first is None or (one.date or "") >= first)
        and (last is None or (one.date is not None and one.date[: len(last)] <= last))
    ]


def print_notes(notes: Iterable[str], form: str) -> None:
    """Notes under a table; a listing for another program holds nothing else."""
    for note in notes:
        click.echo(note, err=form != "table")
