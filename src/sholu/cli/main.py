"""The command ``sholu``: thin commands over the rooms."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sholu import __version__
from sholu.cli.lazy import LazyGroup
from sholu.core.errors import SholuError

if TYPE_CHECKING:
    from sholu.build.observatory import Observatory

COMMANDS = {
    "sholu.cli.keeping": {
        "init": "Make an empty observatory in the folder.",
        "add": "Add files, folders, mails (.eml) and archives (.zip).",
        "collect": "Collect what the registered sources have published since the last time.",
        "build": "Read what is new or changed, and bring all tables up to date.",
        "status": "List every document: read, partly read, set aside, failed or not about drugs, "
        "and why.",
        "check": "Check that the store is whole: hashes of documents, the journal's chain, "
        "releases, tables.",
        "backup": "Write documents, inputs, journal, releases and settings into one FILE (tar).",
        "restore": "Make an observatory out of a backup FILE, in the folder named with -C; it must "
        "be empty.",
        "withdraw": "Withdraw a DOCUMENT: its events, claims and figures leave all tables.",
    },
    "sholu.cli.reading": {
        "sources": "List the register of sources: who publishes, how reliable, what is missing.",
        "events": "List events: what happened, where, when, with figures and the spans that say "
        "so.",
        "claims": "List claims: one number said by one source.",
        "findings": "List what the checks want a person to look at, gravest first.",
        "show": "Print the passage that holds a span, with its words marked.",
    },
    "sholu.cli.indicators": {
        "indicators": "List the catalogue of indicators: unit, denominator, what each shows and "
        "cannot show.",
    },
    "sholu.cli.series": {
        "series": "What the figures say over time, with every claim behind each value.",
    },
    "sholu.cli.prices": {
        "prices": "What a gram costs: retail, wholesale, by region and date; real, in dollars, "
        "pure.",
    },
    "sholu.cli.integrity": {
        "integrity": "Ask where figures look as if the counting had been worked on: questions, not "
        "verdicts.",
    },
    "sholu.cli.disputes": {
        "disputes": "List claims that can't all be true, with why they probably differ.",
        "audit": "Audit the numbers of a DOCUMENT: its name, or the beginning of its id.",
        "triangulate": "Show who supports and who contradicts each claim; of one INDICATOR, or of "
        "all.",
    },
    "sholu.cli.judging": {
        "review": "List readings that wait for a person; accept, correct or reject them.",
        "journal": "Show what people decided, entry by entry, chained by hashes.",
    },
    "sholu.cli.routes": {
        "routes": "Where flow runs as sources tell it, and where it goes if a place closes.",
    },
    "sholu.cli.network": {
        "network": "Measure the ties of a closed case; FILE holds them, WORD says what to do.",
    },
    "sholu.cli.publishing": {
        "release": "Make the information release of a period: PDF, HTML and JSON, frozen under its "
        "number.",
        "releases": "List the releases, with re-issues and retractions.",
        "retract": "Retract the release NAME (such as 2025-01).",
        "edit": "Write an item's title or text, or the summary, for a release that is not out yet.",
    },
    "sholu.cli.exporting": {
        "export": "Write the data of a release as spreadsheets, for GIS, i2, OpenAleph or "
        "statisticians.",
    },
    "sholu.cli.reporting": {
        "report": "Print the situation report of a place: seven questions, each figure with its "
        "source.",
    },
    "sholu.cli.serving": {
        "serve": "Serve the public site over the releases on this machine until Ctrl-C."
    },
    "sholu.cli.suggesting": {
        "suggest": "Ask the endpoint of [help] for proposals about an event.",
    },
    "sholu.cli.verdicts": {
        "verdicts": "List court decisions: defendants without names, articles, masses, what was "
        "decided.",
    },
    "sholu.cli.law": {
        "law": "Look the law on drugs up: what applied on a day, what changed.",
    },
    "sholu.cli.policy": {
        "evaluate": "Judge whether a MEASURE did anything, by every design that the data allow.",
        "measures": "List changes of law and practice that may be judged, with what each should "
        "do.",
    },
    "sholu.cli.hypotheses": {
        "hypotheses": "List hypotheses with what a test of each needs; register a test before "
        "reading data.",
    },
    "sholu.cli.fitness": {
        "fitness": "Ask whether INDICATORS are fit to measure success by, with the rule and its "
        "evidence.",
    },
    "sholu.cli.pilot": {
        "pilot": "Design a pilot of a measure: regions by lot, length, power, outcomes, stopping "
        "rules.",
    },
    "sholu.cli.evaluating": {
        "evaluate-reading": "Measure how well news is understood, on items with answers by hand.",
        "evaluate-verdicts": "Measure how well court decisions are read, on invented ones whose "
        "answers are known.",
    },
}
"""Modules with their commands and the first sentence of each: what the help prints without
importing them."""

EXIT_CODES = """\b
Exit codes:
  0  done
  1  not done: the message says what is wrong, and the store is as it was
  2  the command was not understood
  3  done, but some documents could not be read: 'sholu status' says which
"""


class Workplace:
    """Where a command works; the observatory is opened when it is first needed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def observatory(self) -> Observatory:
        """The observatory in the folder.

        Raises:
            SettingsError: if there is none.
        """
        # Tables and vocabulary take half a second to import; the help should not wait for them.
        from sholu.build.observatory import open_observatory

        return open_observatory(self.root)


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-C",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="Folder of the observatory.  [default: the current folder]",
)
@click.version_option(__version__, prog_name="sholu")
@click.pass_context
def sholu(context: click.Context, folder: Path) -> None:
    """Sholu, the software of a drug observatory.

    It reads bulletins, news, reports and tables, ties every event and figure to the sentence that
    says it, and prints the information release.

    \b
    A first release in five commands:
      sholu -C my-observatory init
      sholu -C my-observatory add PRESS_FOLDER
      sholu -C my-observatory build
      sholu -C my-observatory review
      sholu -C my-observatory release --number 1 --from 2025-01-01 --to 2025-01-15 --lang en
    """
    context.obj = Workplace(folder)


def main() -> None:
    """Run the command line; what a person can put right is said in a sentence."""
    try:
        sholu(standalone_mode=True)
    except SholuError as error:
        click.echo(f"sholu: {error.message}", err=True)
        if error.hint:
            click.echo(f"       {error.hint}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: nothing is wrong, and nobody listens.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
