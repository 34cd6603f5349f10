"""The command that holds decisions against the law of their day."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sholu.build.look import Look
from sholu.build.verdict_tables import law_folder
from sholu.cli.court_pages import by_id, openings, render
from sholu.cli.listing import Record, format_option, print_records
from sholu.cli.verdict_scope import print_notes, scope_options, verdicts_in_scope
from sholu.verdicts.against_law import compare_with_law
from sholu.verdicts.against_law_model import Comparison
from sholu.vocabulary.load_law import load_law

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

_NOTICE = (
    "Questions about decisions and practice, not verdicts on a judge or a person: the reading, the "
    "register (a reading aid, not legal advice) or a rule that it lacks may be the reason."
)


@click.command("against-law")
@click.option(
    "--all", "everyone", is_flag=True, help="Every person compared, not only where a question is."
)
@click.option("--notes", is_flag=True, help="Also where readings of the law disagree.")
@scope_options
@format_option
@click.pass_obj
def against_law(
    place: Workplace,
    everyone: bool,
    notes: bool,
    region: str | None,
    first: str | None,
    last: str | None,
    form: str,
) -> None:
    """Hold decisions against the law of their day: what a mass deserves, and what was applied.

    A question needs every reading of the law to disagree with the decision. Those of the whole
    observatory are also among 'sholu findings'.
    """
    look = Look(place.observatory())
    verdicts = verdicts_in_scope(look, region, first, last)
    compared = compare_with_law(verdicts, load_law(law_folder(look.observatory)))
    wanted = {"question", "note"} if notes else {"question"}
    shown = [one for one in compared if everyone or one.result in wanted]
    counts = Counter(one.result for one in compared)
    summary = ", ".join(
        f"{counts[name]} {name}" for name in ("question", "note", "fits", "not comparable")
    )
    said = [f"{len(compared)} persons: {summary}.", _NOTICE]
    if form == "html":
        held = by_id(verdicts)
        pairs = [(one, openings(held, [one.verdict])[0]) for one in shown]
        click.echo(render("against_law.html", compared=pairs, notes=said))
        return
    records = [_line(one) if form == "table" else _record(one) for one in shown]
    columns = ["date", "masses", "articles", "applied", "says", "verdict"]
    print_records("Law against practice", records, columns, form)
    print_notes(said, form)


def _record(one: Comparison) -> Record:
    """A comparison; the keys are a contract with other tools."""
    return {
        "result": one.result,
        **{key: list(v) if isinstance(v, tuple) else v for key, v in asdict(one).items()},
    }


def _line(one: Comparison) -> Record:
    says = [question.statement for question in one.questions] or list(one.not_checked)
    return _record(one) | {"says": says or ["fits"]}


COMMANDS = (against_law,)
