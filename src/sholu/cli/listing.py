"""Print a listing as a table, JSON, CSV or one self-contained HTML page."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from sholu.core.language import INTERFACE_LANGUAGES

if TYPE_CHECKING:
    from sholu.build.look import Context
    from sholu.vocabulary.wording import Wording

Record = dict[str, Any]

PLAIN_WIDTH = 160
"""Characters of a table line where the output is no terminal."""

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "html"]),
    default="table",
    show_default=True,
    help="How to print it. html is one page whose figures open the sentence that says them.",
)

language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(INTERFACE_LANGUAGES),
    default="en",
    show_default=True,
    help="Language of what is printed.",
)


def print_records(title: str, records: Sequence[Record], columns: Sequence[str], form: str) -> None:
    """Print records.

    Args:
        title: heading of the HTML page and of the table.
        records: nested values allowed.
        columns: keys shown in the table; JSON, CSV and HTML have all keys.
        form: ``table``, ``json``, ``csv`` or ``html``.
    """
    printers = {"table": _table, "json": _json, "csv": _csv, "html": _html}
    printers[form](title, records, columns)


def print_translated(
    title: str, records: Sequence[Record], headings: Mapping[str, Wording], language: str, form: str
) -> None:
    """Print records under headings in a language where people read them; programs get the keys.

    Args:
        headings: of the columns that people see, by key.
    """
    columns = list(headings)
    if form in ("table", "html"):
        records = [{headings[key].of(language): row[key] for key in columns} for row in records]
        columns = [heading.of(language) for heading in headings.values()]
    print_records(title, records, columns, form)


def print_with_sentences(
    title: str,
    records: Sequence[Record],
    columns: Sequence[str],
    form: str,
    sentences: Callable[[], Mapping[str, Context]],
) -> None:
    """Print records with spans; in HTML each opens its paragraph, with the words marked.

    Args:
        sentences: gives the paragraph of each span by the span's id; only called for HTML.
    """
    if form == "html":
        _html(title, records, columns, sentences())
    else:
        print_records(title, records, columns, form)


def _json(_title: str, records: Sequence[Record], _columns: Sequence[str]) -> None:
    click.echo(json.dumps(list(records), ensure_ascii=False, indent=2))


def _csv(_title: str, records: Sequence[Record], columns: Sequence[str]) -> None:
    buffer = io.StringIO()
    keys = list(records[0]) if records else list(columns)
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_flat(record[key]) for key in keys] for record in records)
    click.echo(buffer.getvalue(), nl=False)


def _table(title: str, records: Sequence[Record], columns: Sequence[str]) -> None:
    # A listing as JSON should not wait for what draws tables.
    from rich.console import Console
    from rich.table import Table

    # Without a terminal there is no width to fit; rows should stay on one line where they can.
    console = Console() if sys.stdout.isatty() else Console(width=PLAIN_WIDTH)
    if not records:
        console.print(f"{title}: none.")
        return
    table = Table(title=title, title_justify="left", header_style="bold", show_lines=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for record in records:
        table.add_row(*(_short(record[column]) for column in columns))
    console.print(table, markup=False)


def _html(
    title: str,
    records: Sequence[Record],
    columns: Sequence[str],
    sentences: Mapping[str, Context] | None = None,
) -> None:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sholu.cli"), autoescape=True, undefined=StrictUndefined
    )
    page = environment.get_template("listing.html")
    click.echo(page.render(title=title, records=records, columns=columns, around=sentences or {}))


def _flat(value: Any) -> str:
    """A value for one CSV cell; lists of texts joined, the rest as JSON."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _short(value: Any) -> str:
    """A value for one table cell; a figure or a span by what it says."""
    if value is None:
        return "-"
    if isinstance(value, dict):
        return str(value.get("value_printed") or value.get("quote") or value)
    if isinstance(value, list):
        return "; ".join(_short(item) for item in value)
    return str(value)
