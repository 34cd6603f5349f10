"""What the law commands share: the register they ask, and how an answer is printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from sholu.cli.law_wording import COLUMNS
from sholu.cli.listing import Record, print_translated
from sholu.vocabulary.law_lookup import read_day
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_sources import LawFinding
from sholu.vocabulary.law_words import NOTICE
from sholu.vocabulary.load_law import load_law

day_option = click.option(
    "--on", metavar="DAY", help="The day, such as 2024-06-01.  [default: today]"
)


def open_register(root: Path) -> Law:
    """The register, with what an observatory adds."""
    return load_law(root / "inputs" / "law")


def day_or_today(text: str | None) -> date:
    return date.today() if text is None else read_day(text)


def listed_findings(register: Law, keys: Iterable[str]) -> list[LawFinding]:
    return [register.finding(key) for key in dict.fromkeys(keys)]


@dataclass(frozen=True)
class Answer:
    """What a command prints.

    Attributes:
        payload: the whole of it, for JSON.
        rows, columns: the table; text_column: the column that takes running text.
        lines: what is to be checked or known beside the table, one line each.
    """

    payload: dict[str, Any]
    title: str
    rows: Sequence[Record]
    columns: Sequence[str]
    text_column: str
    lines: Sequence[str]


def print_answer(answer: Answer, language: str, form: str) -> None:
    """Print an answer with the notice that it is a reading aid."""
    notice = NOTICE.of(language)
    if form == "json":
        payload = {"notice": notice, **answer.payload}
        click.echo(json.dumps(payload, ensure_ascii=False, indent=2))
    elif form == "html":
        empty = dict.fromkeys(answer.columns, "")
        beside = [{**empty, answer.text_column: line} for line in (*answer.lines, notice)]
        print_list(answer.title, [*answer.rows, *beside], answer.columns, language, form)
    else:
        print_list(answer.title, answer.rows, answer.columns, language, form)
        for line in (notice, *answer.lines):
            # A table for another program holds nothing else; who runs the command reads it.
            click.echo(line, err=form == "csv")


def print_list(
    title: str, rows: Sequence[Record], columns: Sequence[str], language: str, form: str
) -> None:
    """A listing, with headings in the language where people read it."""
    print_translated(title, rows, {key: COLUMNS[key] for key in columns}, language, form)
