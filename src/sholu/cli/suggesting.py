"""The command that asks for proposals; what it prints is machine-made until a person keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sholu.build.suggest import Suggestion, suggest_readings, suggest_translation
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.sources.limits import readable

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.command()
@click.argument("event_id")
@click.option(
    "--what",
    type=click.Choice(["readings", "translation"]),
    default="readings",
    show_default=True,
    help="Kind, places and figures; or title and summary in another language.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(INTERFACE_LANGUAGES),
    help="Language of the translation.",
)
@click.pass_obj
def suggest(place: Workplace, event_id: str, what: str, language: str | None) -> None:
    """Ask the endpoint of [help] for proposals about an event. Nothing is stored.

    Title and text of the event are sent, with pseudonyms for private persons, and only if all its
    documents are TLP:CLEAR. Each proposal quotes the text word for word; others are dropped.
    """
    if what == "readings":
        _print(suggest_readings(place.observatory(), event_id))
        return
    if language is None:
        raise click.UsageError("--what translation needs --lang.")
    _print(suggest_translation(place.observatory(), event_id, language))


def _print(suggestion: Suggestion) -> None:
    """The proposals, what was dropped, and the commands that keep them."""
    kept, dropped = suggestion.proposals.kept, suggestion.proposals.dropped
    click.echo(f"Machine-made by {readable(suggestion.model)}; nothing of it is stored.")
    for proposal in kept:
        click.echo(f"{proposal.field}: {readable(proposal.value)}")
        click.echo(f"    says: “{readable(proposal.quote)}”")
    if not kept:
        click.echo("No proposal can be kept.")
    click.echo(f"Dropped: {len(dropped)}")
    for one in dropped:
        click.echo(f"    {one.field}: {readable(one.value)} ({readable(one.reason)})")
    if suggestion.commands:
        click.echo("To keep one after checking it (words in capitals are yours to fill in):")
    for command in suggestion.commands:
        click.echo(f"  {readable(command)}")


COMMANDS = (suggest,)
