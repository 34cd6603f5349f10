"""Commands that bring documents in, build the tables and keep the store whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sholu.build.intake import Added, add_paths, withdraw
from sholu.build.look import Look
from sholu.build.observatory import Observatory, create_observatory
from sholu.cli.asking import who_option, why_option
from sholu.cli.listing import format_option, print_records
from sholu.sources.model import Refusal

if TYPE_CHECKING:
    from sholu.build.run import BuildReport
    from sholu.cli.main import Workplace

# What only one command works with (the network, releases, the build) is imported inside it: the
# others should not wait for it.

NOT_ALL_READ = 3
"""Exit code: done, but something could not be read."""


@click.command()
@click.option("--name", default="Drug Observatory", show_default=True, help="Its name.")
@click.option("--country", default="KZ", show_default=True, help="Its country (ISO 3166-1 code).")
@click.pass_obj
def init(place: Workplace, name: str, country: str) -> None:
    """Make an empty observatory in the folder."""
    create_observatory(place.root, name, country)
    click.echo(f"{place.root.resolve()} is an observatory now.")
    click.echo("Next: write who publishes what into inputs/sources.yaml, then 'sholu add'.")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", help="Code of the source in the register.")
@click.option("--published", help="When they were published: 2025, 2025-01 or 2025-01-10.")
@click.option("--marking", default="clear", show_default=True, help="Who may see them (TLP 2.0).")
@click.pass_obj
def add(
    place: Workplace,
    paths: tuple[Path, ...],
    source: str | None,
    published: str | None,
    marking: str,
) -> None:
    """Add files, folders, mails (.eml) and archives (.zip).

    Each line printed is a document that is safe on disk. The same bytes are kept once.
    """
    observatory = place.observatory()
    counts: Counter[str] = Counter()
    for result in add_paths(
        observatory, paths, source=source, published=published, marking=marking
    ):
        counts[_told(result)] += 1
    click.echo(f"{counts['added']} added, {counts['known']} known already, "
               f"{counts['refused']} refused.", err=True)  # fmt: skip
    if counts["refused"]:
        raise SystemExit(NOT_ALL_READ)


def _told(result: Added | Refusal) -> str:
    """Print what became of one item, and the word for it."""
    if isinstance(result, Refusal):
        click.echo(f"refused: {result.name} {result.reason}", err=True)
        return "refused"
    word = "added" if result.is_new else "known"
    click.echo(f"{word} {result.document.id} {result.document.name}")
    return word


@click.command()
@click.pass_obj
def collect(place: Workplace) -> None:
    """Collect what the registered sources have published since the last time.

    Feeds and list pages stand in inputs/sources.yaml. Robots.txt is obeyed, with a delay between
    requests; addresses of private networks are never visited unless the settings allow it.
    """
    from sholu.build.collecting import collect_all

    observatory = place.observatory()
    counts = Counter(_told(result) for result in collect_all(observatory))
    click.echo(f"{counts['added']} added, {counts['known']} known already, "
               f"{counts['refused']} refused.", err=True)  # fmt: skip
    if counts["refused"]:
        raise SystemExit(NOT_ALL_READ)


def rebuild(observatory: Observatory) -> BuildReport:
    """Build with a progress bar."""
    from sholu.build.run import build
    from sholu.cli.progress import progress_bar

    with progress_bar("reading") as show:
        return build(observatory, show)


@click.command("build")
@click.pass_obj
def build_command(place: Workplace) -> None:
    """Read what is new or changed, and bring all tables up to date."""
    observatory = place.observatory()
    statuses = Counter(row.status for row in rebuild(observatory).rows)
    documents = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    click.echo(f"documents: {documents or 'none'}")
    counts = Look(observatory).counts()
    click.echo(f"events: {counts['events']}, claims: {counts['claims']}, "
               f"findings: {counts['findings']}")  # fmt: skip
    if counts["lost"]:
        click.echo(
            f"{counts['lost']} decisions no longer find their reading: 'sholu review --lost'."
        )
    if failed := statuses["failed"]:
        click.echo(f"{failed} documents could not be read: 'sholu status' says why.", err=True)
        raise SystemExit(NOT_ALL_READ)


@click.command()
@format_option
@click.pass_obj
def status(place: Workplace, form: str) -> None:
    """List every document: read, partly read, set aside, failed or not about drugs, and why."""
    from sholu.evidence import ocr

    observatory = place.observatory()
    records = [
        {
            "document": row.document,
            "name": row.name,
            "status": row.status,
            "reason": row.reason,
            "source": row.source,
            "media_type": row.media_type,
            "language": row.language,
            "published": row.published,
            "events": row.events,
            "claims": row.claims,
            "figures": row.figures,
            "marking": row.marking,
        }
        for row in Look(observatory).all_documents()
    ]
    columns = ["status", "name", "language", "published", "events", "claims", "reason"]
    print_records("Documents", records, columns, form)
    available, advice = ocr.available()
    if not available:
        click.echo(f"Scanned pages are not read: {advice}", err=True)


@click.command("check")
@format_option
@click.pass_obj
def check_command(place: Workplace, form: str) -> None:
    """Check that the store is whole: hashes of documents, the journal's chain, releases, tables.

    Ends with 1 if something that cannot be rebuilt is damaged.
    """
    from sholu.build.check import check

    findings = check(place.observatory())
    records = [
        {"gravity": f.gravity, "kind": f.kind, "where": f.where, "statement": f.statement}
        for f in findings
    ]
    print_records("Check", records, ["gravity", "kind", "statement"], form)
    grave = sum(finding.gravity == "high" for finding in findings)
    if form == "table":
        click.echo("The store is whole." if not grave else f"{grave} things are damaged.")
    if grave:
        raise SystemExit(1)


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup_command(place: Workplace, file: Path) -> None:
    """Write documents, inputs, journal, releases and settings into one FILE (tar).

    It holds the key for pseudonyms: keep it as safe as the observatory itself.
    """
    from sholu.build.backup import back_up

    click.echo(f"{back_up(place.observatory(), file)} files in {file}")


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def restore_command(place: Workplace, file: Path) -> None:
    """Make an observatory out of a backup FILE, in the folder named with -C; it must be empty."""
    from sholu.build.backup import restore

    click.echo(f"{restore(file, place.root)} files restored to {place.root}. Next: 'sholu build'.")


@click.command("withdraw")
@click.argument("document")
@who_option
@why_option
@click.pass_obj
def withdraw_command(place: Workplace, document: str, who: str, why: str) -> None:
    """Withdraw a DOCUMENT: its events, claims and figures leave all tables.

    Its bytes and the decision stay. Releases that used it are listed, to be retracted.
    """
    from sholu.build.publish import releases_that_used

    observatory = place.observatory()
    entry = withdraw(observatory, document, who, why)
    click.echo(f"entry {entry.number}: withdrawn {entry.target}")
    for release in releases_that_used(observatory, entry.target):
        click.echo(f"release {release} used it: 'sholu retract {release} --why …'")
    rebuild(observatory)


COMMANDS = (
    init,
    add,
    collect,
    build_command,
    status,
    check_command,
    backup_command,
    restore_command,
    withdraw_command,
)
