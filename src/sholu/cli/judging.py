"""Commands by which people decide: review and journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sholu.build.decide import decide, judge_same
from sholu.build.look import Look
from sholu.cli.asking import who_option, why_option
from sholu.cli.keeping import rebuild
from sholu.cli.listing import format_option, print_records
from sholu.engine.rows import to_plain

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.group(invoke_without_command=True)
@format_option
@click.option("--lost", is_flag=True, help="Decisions that no longer find their reading.")
@click.pass_context
def review(context: click.Context, form: str, lost: bool) -> None:
    """List readings that wait for a person; accept, correct or reject them.

    A decision is an entry in the journal: it survives rebuilds and better readers, and is never
    overwritten. The last decision about a reading counts.
    """
    if context.invoked_subcommand is not None:
        return
    look = Look(context.obj.observatory())
    if lost:
        records = [to_plain(row) for row in look.lost_decisions()]
        print_records("Lost decisions", records, ["entry", "kind", "target", "who", "why"], form)
        return
    waiting = [
        {
            "id": event.id,
            "kind": event.kind,
            "title": event.title,
            "countries": list(event.countries),
            "published": event.published,
            "confidence": round(event.confidence, 2),
            "status": event.status,
        }
        for event in look.events()
        if event.status == "proposed"
    ]
    print_records(
        "Waiting for review", waiting, ["confidence", "kind", "countries", "title", "id"], form
    )


def _decision(name: str, help_text: str) -> click.Command:
    @click.command(name, help=help_text)
    @click.argument("ids", nargs=-1, required=True, metavar="ID…")
    @who_option
    @why_option
    @click.pass_obj
    def command(place: Workplace, ids: tuple[str, ...], who: str, why: str) -> None:
        observatory = place.observatory()
        for id_ in ids:
            entry = decide(observatory, id_, name, who, why, [])
            click.echo(f"entry {entry.number}: {name} {id_}")
        rebuild(observatory)

    return command


review.add_command(_decision("accept", "Say that readings are right."))
review.add_command(_decision("reject", "Say that readings are wrong or do not belong here."))


@review.command()
@click.argument("id_", metavar="ID")
@click.argument("corrections", nargs=-1, required=True, metavar="FIELD=VALUE…")
@who_option
@why_option
@click.pass_obj
def correct(place: Workplace, id_: str, corrections: tuple[str, ...], who: str, why: str) -> None:
    """Give fields of a reading another value; an empty value means unknown.

    \b
    sholu review correct event-k3q7 kind=seizure regions=KZ-11 --why "the court says so"
    """
    observatory = place.observatory()
    entry = decide(observatory, id_, "correct", who, why, list(corrections))
    click.echo(f"entry {entry.number}: correct {id_}")
    rebuild(observatory)


def _judgement(name: str, same: bool, help_text: str) -> click.Command:
    @click.command(name, help=help_text)
    @click.argument("left", metavar="ID")
    @click.argument("right", metavar="OTHER_ID")
    @who_option
    @why_option
    @click.pass_obj
    def command(place: Workplace, left: str, right: str, who: str, why: str) -> None:
        observatory = place.observatory()
        entry = judge_same(observatory, left, right, same=same, who=who, why=why)
        click.echo(f"entry {entry.number}: {name} {left} {right}")
        rebuild(observatory)

    return command


review.add_command(_judgement("same", True, "Say that two events are one."))
review.add_command(_judgement("different", False, "Say that two events are not one."))


@click.command()
@format_option
@click.pass_obj
def journal(place: Workplace, form: str) -> None:
    """Show what people decided, entry by entry, chained by hashes."""
    with place.observatory().journal() as log:
        records = [to_plain(entry) for entry in log.entries()]
    print_records("Journal", records, ["number", "at", "who", "kind", "target", "why"], form)


COMMANDS = (review, journal)
