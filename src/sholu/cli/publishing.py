"""Commands that publish: release, edit, retract, and the list of releases."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from sholu.build.publish import (
    Order,
    edit_item,
    edit_summary,
    issued,
    make_release,
    retract_release,
)
from sholu.cli.asking import who_option, why_option
from sholu.cli.listing import format_option, print_records
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.core.period import Period, parse_partial_date

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.command()
@click.option("--number", type=click.IntRange(1, 999), required=True, help="Number in its year.")
@click.option("--from", "start", required=True, help="First day of publication, as 2025-01-01.")
@click.option("--to", "end", required=True, help="Last day of publication, as 2025-01-15.")
@click.option(
    "--lang", "language", type=click.Choice(INTERFACE_LANGUAGES), default="en", show_default=True
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Copy it here, too.")
@click.option("--reissue", is_flag=True, help="Mend a release that is out; needs --why.")
@click.option("--why", default="", help="What the re-issue mends; printed in it.")
@who_option
@click.pass_obj
def release(
    place: Workplace,
    number: int,
    start: str,
    end: str,
    language: str,
    out: Path | None,
    reissue: bool,
    why: str,
    who: str,
) -> None:
    """Make the information release of a period: PDF, HTML and JSON, frozen under its number.

    Beside them lies data.sqlite: everything public at that moment, which pages and reports read.

    It takes items about drugs that were published in the period and that nobody rejected. A release
    that is out is never changed: errors are mended by a re-issue that lists what changed.
    """
    if reissue and not why.strip():
        raise click.UsageError("--reissue needs --why: readers are told what it mends.")
    period = Period(parse_partial_date(start), parse_partial_date(end))
    order = Order(number, period, language, why.strip() if reissue else "")
    made = make_release(place.observatory(), order, who)
    for country, count in made.counts:
        click.echo(f"{country}: {count}")
    for line in made.notes:
        click.echo(line, err=True)
    folder = made.folder
    if out:
        shutil.copytree(folder, out, dirs_exist_ok=True)
        folder = out
    click.echo(str(folder / "release.pdf"))


@click.command()
@format_option
@click.pass_obj
def releases(place: Workplace, form: str) -> None:
    """List the releases, with re-issues and retractions."""
    columns = ["name", "period", "language", "items", "reissue", "retraction"]
    print_records("Releases", issued(place.observatory()), columns, form)


@click.command()
@click.argument("name")
@who_option
@why_option
@click.pass_obj
def retract(place: Workplace, name: str, who: str, why: str) -> None:
    """Retract the release NAME (such as 2025-01). It stays, with the retraction in plain sight."""
    notice = retract_release(place.observatory(), name, who, why)
    click.echo(f"{name} is retracted: {notice}")


@click.group()
def edit() -> None:
    """Write an item's title or text, or the summary, for a release that is not out yet."""


@edit.command("item")
@click.option("--number", type=click.IntRange(1, 999), required=True)
@click.option("--year", type=int, required=True)
@click.option("--item", required=True, help="Id of the event.")
@click.option("--title", help="The title to print.")
@click.option("--text-file", type=click.File(encoding="utf-8"), help="The text to print.")
@who_option
@why_option
@click.pass_obj
def edit_item_command(
    place: Workplace,
    number: int,
    year: int,
    item: str,
    title: str | None,
    text_file: TextIO | None,
    who: str,
    why: str,
) -> None:
    """Print another title or text for one item; the journal keeps who wrote it and why."""
    fields = {"title": title, "text": text_file.read() if text_file else None}
    given = {key: text for key, text in fields.items() if text}
    if not given:
        raise click.UsageError("Give --title or --text-file.")
    entry = edit_item(place.observatory(), f"{year}-{number:02d}", item, given, who, why)
    click.echo(f"entry {entry.number}: edited {item}")


@edit.command("summary")
@click.option("--number", type=click.IntRange(1, 999), required=True)
@click.option("--year", type=int, required=True)
@click.argument("file", type=click.File(encoding="utf-8"))
@who_option
@why_option
@click.pass_obj
def edit_summary_command(
    place: Workplace, number: int, year: int, file: TextIO, who: str, why: str
) -> None:
    """Print your own summary. FILE is JSON: [{"text": "A sentence.", "items": ["event-…"]}].

    Each sentence must name the items that support it; otherwise the release stops.
    """
    try:
        sentences = json.loads(file.read())
    except json.JSONDecodeError as error:
        raise click.UsageError(f"{file.name} is not JSON: {error}") from error
    entry = edit_summary(place.observatory(), f"{year}-{number:02d}", sentences, who, why)
    click.echo(f"entry {entry.number}: edited the summary")


COMMANDS = (release, releases, retract, edit)
