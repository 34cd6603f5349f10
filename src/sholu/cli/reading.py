"""Commands that read: sources, events, claims, findings, show."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.build.by_hand import add_claim
from sholu.build.look import Look
from sholu.claims.by_hand import Entry
from sholu.claims.record import claim_record
from sholu.cli.asking import who_option, why_option
from sholu.cli.keeping import rebuild
from sholu.cli.listing import format_option, print_records, print_with_sentences
from sholu.engine.rows import to_plain
from sholu.entities.record import matrix_lines, matrix_record
from sholu.events.record import event_record
from sholu.sources.overview import SourceOverview, overview

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.command()
@format_option
@click.pass_obj
def sources(place: Workplace, form: str) -> None:
    """List the register of sources: who publishes, how reliable, what is missing.

    The register is inputs/sources.yaml; edit it with any editor.
    """
    look = Look(place.observatory())
    rows = overview(look.observatory.register, look.arrivals(), datetime.now(UTC).date())
    records = [source_record(row) for row in rows]
    columns = [
        "code", "publisher", "type", "country", "languages", "grade", "rhythm", "items",
        "last_item", "missing_issues", "share_about_drugs", "bias",
    ]  # fmt: skip
    print_records("Sources", records, columns, form)


def source_record(row: SourceOverview) -> dict[str, Any]:
    """A source of the register with what came from it."""
    source = row.source
    share = row.share_about_drugs
    return {
        "code": source.code,
        "publisher": source.name.preferred("en"),
        "type": source.type,
        "country": source.country,
        "languages": list(source.languages),
        "grade": source.grade,
        "bias": source.bias,
        "rhythm": source.rhythm,
        "items": row.items,
        "items_per_month": None if row.items_per_month is None else round(row.items_per_month, 1),
        "last_item": row.last_item,
        "missing_issues": row.missing_issues,
        "share_about_drugs": None if share is None else round(share, 2),
    }


@click.group(invoke_without_command=True)
@format_option
@click.option("--country", help="Only events in this country (ISO 3166-1 code).")
@click.option("--kind", help="Only events of this kind.")
@click.pass_context
def events(context: click.Context, form: str, country: str | None, kind: str | None) -> None:
    """List events: what happened, where, when, with figures and the spans that say so.

    'sholu events matrix' shows what each outlet says of one event.
    """
    if context.invoked_subcommand is not None:
        return
    look = Look(context.obj.observatory())
    found = [
        event
        for event in look.events()
        if (not country or country in event.countries) and (not kind or event.kind == kind)
    ]
    columns = ["published", "countries", "regions", "kind", "title", "figures", "status", "id"]
    spans = [s for e in found for s in (*e.spans, *(f.span for f in e.figures))]
    records = [event_record(event) for event in found]
    print_with_sentences("Events", records, columns, form, lambda: look.contexts(spans))


@events.command("matrix")
@click.argument("event_id")
@format_option
@click.pass_obj
def matrix_command(place: Workplace, event_id: str, form: str) -> None:
    """Show what each outlet says of an event, and where they agree, differ or are silent.

    \b
    agree    all that speak say the same
    overlap  they agree in part
    differ   they cannot all be right
    one      a single outlet says it
    """
    look = Look(place.observatory())
    matrix = look.matrix(event_id)
    if form == "json":
        click.echo(json.dumps(matrix_record(matrix), ensure_ascii=False, indent=2))
        return
    lines = matrix_lines(matrix)
    columns = ["field", "counts", "verdict", *(outlet.name for outlet in matrix.outlets)]
    said = [said for row in matrix.rows for said in row.said if said is not None]
    spans = [figure.span for one in said for figure in one.figures]
    title = f"What outlets say of {matrix.event}"
    print_with_sentences(title, lines, columns, form, lambda: look.contexts(spans))


@click.group(invoke_without_command=True)
@format_option
@click.option("--indicator", help="Only claims for this indicator.")
@click.pass_context
def claims(context: click.Context, form: str, indicator: str | None) -> None:
    """List claims: one number said by one source. 'sholu claims add' enters one by hand."""
    if context.invoked_subcommand is not None:
        return
    look = Look(context.obj.observatory())
    found = [claim for claim in look.claims() if not indicator or claim.indicator == indicator]
    records = [claim_record(claim) for claim in found]
    columns = ["indicator", "figure", "place", "period_start", "period_end", "source", "status"]
    spans = [claim.figure.span for claim in found]
    print_with_sentences("Claims", records, columns, form, lambda: look.contexts(spans))


@claims.command("add")
@click.option("--indicator", required=True, help="Code of the indicator.")
@click.option("--value", required=True, type=float)
@click.option("--value-high", type=float, help="Upper end of a range.")
@click.option("--unit", required=True, help="Unit code, such as kg, person, USD/g.")
@click.option("--of", help="What is counted, in the source's words.")
@click.option("--substance", help="Code of the drug that it is about.")
@click.option("--place", help="Country or region code.")
@click.option("--from", "period_start", help="First day, month or year.")
@click.option("--to", "period_end", help="Last day, month or year.")
@click.option("--source", help="Code of the source in the register.")
@click.option("--cited-source", help="Whom the source cites.")
@click.option("--document", help="Id of the stored document that says it.")
@click.option("--page", type=int, help="Page of the document.")
@click.option("--quote", help="The words that say it; mandatory with --document.")
@click.option("--citation", help="The published work, if it is not in the store.")
@click.option("--marking", default="clear", show_default=True, help="Who may see it (TLP 2.0).")
@who_option
@why_option
@click.pass_obj
def add_claim_command(workplace: Workplace, /, who: str, why: str, **fields: Any) -> None:
    """Enter one claim by hand, with where it stands: no figure without its source."""
    observatory = workplace.observatory()
    claim = add_claim(observatory, Entry(**fields), who=who, why=why)
    click.echo(claim.id)
    rebuild(observatory)


@click.command()
@format_option
@click.pass_obj
def findings(place: Workplace, form: str) -> None:
    """List what the checks want a person to look at, gravest first."""
    records = [to_plain(finding) for finding in Look(place.observatory()).findings()]
    print_records("Findings", records, ["gravity", "kind", "statement", "where"], form)


@click.command()
@click.argument("span_id")
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, path_type=Path),
    help="For a PDF: write the page here as PNG, with the place marked.",
)
@click.pass_obj
def show(place: Workplace, span_id: str, picture: Path | None) -> None:
    """Print the passage that holds a span, with its words marked."""
    look = Look(place.observatory())
    span = look.span(span_id)
    around = look.contexts([span])[span.id]
    document = next(row for row in look.documents() if row.document == span.document)
    where = [document.name, f"characters {span.start}-{span.end}"]
    where += [f"page {span.page}"] if span.page else []
    where += [span.cell] if span.cell else []
    marked = click.style(around.words, bold=True, reverse=True)
    # Without colours the marks must still be seen.
    words = marked if sys.stdout.isatty() else f"[[{around.words}]]"
    click.echo(f"{span.id}\n{', '.join(where)}\nSHA-256 {span.document}\n")
    click.echo(f"{around.before}{words}{around.after}")
    if picture:
        picture.write_bytes(look.page_picture(span))
        click.echo(f"\nPage picture: {picture}")


COMMANDS = (sources, events, claims, findings, show)
