"""The command that lists court decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from sholu.build.look import Look
from sholu.cli.lazy import LazyGroup
from sholu.cli.listing import format_option, print_with_sentences
from sholu.verdicts.model import Defendant, Verdict
from sholu.verdicts.record import verdict_record

COLUMNS = ["date", "court", "case_kind", "articles", "found", "how_found", "story", "decided", "id"]


ANALYSES = {
    "sholu.cli.practice": {
        "practice": "Tabulate what courts decide: persons by article and part, decision, term.",
        "distance": "List masses against the thresholds of their day.",
    },
    "sholu.cli.plots": {"plots": "Find decisions that tell nearly the same circumstances."},
    "sholu.cli.against_law": {"against-law": "Hold decisions against the law of their day."},
}
"""Modules with the commands that analyse decisions, as in `sholu.cli.main`."""


@click.group(cls=LazyGroup, table=ANALYSES, invoke_without_command=True)
@format_option
@click.option("--region", help="Only courts of this region (ISO 3166-2 code).")
@click.option("--article", help="Only decisions with this article, or with its part (297.3).")
@click.option("--substance", help="Only decisions about this substance (code of the vocabulary).")
@click.option("--story", help="Only decisions with this story, e.g. found, own_use, sale, courier.")
@click.option("--decision", help="Only those with a defendant convicted, acquitted, terminated …")
@click.option("--kind", help="Only first_instance, appeal, cassation, supervision or corrigendum.")
@click.option("--case", "case_id", help="Only the decisions of this case.")
@click.option("--from", "first", metavar="DATE", help="Only decisions of this day or later.")
@click.option("--to", "last", metavar="DATE", help="Only decisions of this day or earlier.")
@click.pass_context
def verdicts(context: click.Context, /, form: str, **filters: str | None) -> None:
    """List court decisions: defendants without names, articles, masses, what was decided.

    Each is a machine's reading of one document until a person accepts it; what was not understood
    is among the findings. CSV and HTML have the same records as JSON.
    """
    if context.invoked_subcommand is not None:
        return
    look = Look(context.obj.observatory())
    found = [one for one in look.verdicts() if _fits(one, filters)]
    records = [_with_columns(one) if form == "table" else verdict_record(one) for one in found]
    spans = [span for one in found for span in one.spans]
    columns = COLUMNS if form == "table" else ["date", "court", "case_kind", "defendants", "id"]
    print_with_sentences("Verdicts", records, columns, form, lambda: look.contexts(spans))


def _fits(verdict: Verdict, filters: dict[str, str | None]) -> bool:
    """Whether a verdict passes every filter that is set."""
    defendants = verdict.defendants
    has: dict[str, str | None] = {
        "region": verdict.region,
        "kind": verdict.case_kind,
        "case_id": verdict.case,
    }
    lists: dict[str, set[str | None]] = {
        "article": {name for one in defendants for name in _article_names(one)},
        "substance": {s.substance for one in defendants for s in one.substances},
        "story": {one.story for one in defendants},
        "decision": {one.decision for one in defendants},
    }
    day = verdict.date or ""
    return (
        all(filters[name] in (None, value) for name, value in has.items())
        and all(filters[name] is None or filters[name] in said for name, said in lists.items())
        and (filters["first"] is None or day >= filters["first"])
        and (filters["last"] is None or (bool(day) and day <= filters["last"]))
    )


def _article_names(one: Defendant) -> Iterable[str]:
    for article in one.articles:
        yield article.article
        yield _article(article.article, article.part)


def _article(article: str, part: str | None) -> str:
    return f"{article}.{part}" if part else article


def _with_columns(verdict: Verdict) -> dict[str, Any]:
    """The record with one line for each defendant in the columns of the table."""
    people = verdict.defendants
    return {
        **verdict_record(verdict),
        "articles": [
            ", ".join(_article(a.article, a.part) for a in one.articles) or "-" for one in people
        ],
        "found": [_found(one) or "-" for one in people],
        "how_found": [one.how_found or "-" for one in people],
        "story": [one.story or "-" for one in people],
        "decided": [_decided(one) for one in people],
    }


def _found(one: Defendant) -> str:
    return ", ".join(_mass(s.substance, s.mass_g, s.count) for s in one.substances)


def _mass(substance: str | None, mass_g: float | None, count: int | None) -> str:
    amount = f"{mass_g:g} g" if mass_g is not None else f"{count} pieces"
    return f"{substance or 'unknown'} {amount}"


def _decided(one: Defendant) -> str:
    """The decision and the punishment in a few words."""
    said = [one.decision or "-"]
    for sanction in one.sanctions:
        amounts = (
            (sanction.months, "months"),
            (sanction.days, "days"),
            (sanction.hours, "hours"),
            (sanction.amount_mci, "MCI"),
            (sanction.amount_kzt, "KZT"),
        )
        amount = " = ".join(f"{value:g} {unit}" for value, unit in amounts if value is not None)
        suspended = "conditional" if sanction.conditional else ""
        said.append(" ".join(word for word in (sanction.kind, amount, suspended) if word))
    return ", ".join(said)


COMMANDS = (verdicts,)
