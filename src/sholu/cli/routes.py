"""The command 'routes': where flow runs by its sources, and where it goes if a place closes."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.cli.output import output_option, write_output
from sholu.network.routes_graph import COUNTRY, LEVELS, PLACE, chosen, graph_of, site_at
from sholu.network.routes_model import RouteError, RouteGraph, RouteTable
from sholu.network.routes_read import index_of_names, read_routes, shipped_routes
from sholu.network.routes_told import with_told

if TYPE_CHECKING:
    from sholu.build.observatory import Observatory
    from sholu.cli.main import Workplace
    from sholu.vocabulary.model import Place, Vocabulary

OWN_FILE = "routes.csv"
"""In the inputs of an observatory: its own routes."""


@dataclass(frozen=True)
class Asked:
    """One question about routes.

    Attributes:
        names: what was named after the word: places, or a file.
        options: of the words, by name.
    """

    vocabulary: Vocabulary
    table: RouteTable
    level: str
    names: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)
    observatory: Observatory | None = None

    @cached_property
    def graph(self) -> RouteGraph:
        """The graph at the level that was asked for."""
        return graph_of(self.table, self.level)

    @cached_property
    def index(self) -> dict[str, Place]:
        """Places by name and code."""
        return index_of_names(self.vocabulary)

    def number(self, name: str) -> int:
        """The number of a place in the graph.

        Raises:
            RouteError: if no route names it.
        """
        place = self.index.get(name.casefold())
        code = place.code if place else f"?{name}"
        if code not in self.graph.places:
            names = ", ".join(
                self.table.sites[c].name if c in self.table.sites else c for c in self.graph.places
            )
            raise RouteError(f"No route leads through '{name}'.", f"Places: {names}.")
        return self.graph.places.index(code)

    def name_of(self, number: int) -> str:
        """The name of a place of the graph."""
        return site_at(self.table, self.graph.places[number]).name

    def file_named(self, usage: str) -> Path:
        """The file that was named after the word.

        Raises:
            RouteError: if none was, or it is not there.
        """
        if not self.names or not Path(self.names[0]).is_file():
            raise RouteError(f"Name a table: sholu routes {usage}.")
        return Path(self.names[0])


@click.command()
@click.argument("asked", nargs=-1, metavar="[FILE] [WORD] [PLACE...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "geojson", "html", "svg", "png"]),
    default="table",
    show_default=True,
    help="How to print it; html, svg and png draw the map.",
)
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    help="Graph of places or of countries.  [place; country if a country is closed]",
)
@click.option("--substance", help="Only routes of this drug.")
@click.option("--source", help="Only routes whose source holds these words.")
@click.option(
    "--route", "ids", multiple=True, metavar="ID", help="Only this route; may be repeated."
)
@click.option("--since", type=int, metavar="YEAR", help="Only what is said of this year or later.")
@click.option(
    "--until", type=int, metavar="YEAR", help="Only what is said of this year or earlier."
)
@click.option(
    "--from", "start", metavar="PLACE", help="Where the flow starts.  [where routes start]"
)
@click.option("--to", "goal", metavar="PLACE", help="Where it goes.  [where routes end]")
@click.option(
    "--seizures",
    "seizure_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="CSV of seizures (place, kg, date), instead of those in the events.",
)
@click.option(
    "--prices",
    "price_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="CSV of prices (place, price, unit, source), instead of the series.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of all that is drawn.")
@output_option
@click.pass_obj
def routes(
    place: Workplace,
    /,
    asked: tuple[str, ...],
    form: str,
    level: str | None,
    output: Path | None,
    **options: Any,
) -> None:
    """Where flow runs as sources tell it, and where it goes if a place closes.

    \b
    list            routes with dates and sources (if no WORD is given); hubs by betweenness
    close PLACE...  close towns, crossings or a country: where would the flow go?
    cut             the fewest places between --from and --to that leave no named way
    flow            seizures along the routes
    prices          price and mark-up along each route
    gravity TABLE   flow by demand, distance and trade, of pairs of places
    backtest TABLE PLACE  score the forecast of closing PLACE by later seizures

    FILE is a CSV with the columns places (in order, 'A > B > C') and source. Without it: the
    observatory's inputs/routes.csv, else the routes through Kazakhstan that the literature tells,
    and the ways that its documents tell, each with its sentence.
    """  # fmt: skip
    from sholu.cli import routes_words

    words = routes_words.WORDS
    file, word, names = _split(asked, words)
    question = _question(place, file, level, names, options)
    if form == "geojson" and word != "list":
        raise click.UsageError(f"'{word}' has no geojson; 'list' has.")
    if form in ("svg", "png") and words[word].drawing is None:
        raise click.UsageError(f"'{word}' has no map; it prints table, json or html.")
    record = words[word].answer(question)
    if form == "json":
        write_output(json.dumps(record, ensure_ascii=False, indent=2) + "\n", output)
    elif form == "table":
        routes_words.print_table(words[word], record)
    else:
        from sholu.cli.routes_page import DRAWN

        write_output(DRAWN[form](question, word, words[word], record), output)


COMMANDS = (routes,)


def _split(
    asked: tuple[str, ...], words: dict[str, Any]
) -> tuple[Path | None, str, tuple[str, ...]]:
    """The file before the word, the word, and what follows it."""
    at = next((n for n, part in enumerate(asked) if part in words), None)
    before, after = (asked, ()) if at is None else (asked[:at], asked[at + 1 :])
    if len(before) > 1:
        raise click.UsageError(f"One file of routes, then a word: {', '.join(words)}.")
    word = "list" if at is None else asked[at]
    if before and not Path(before[0]).is_file():
        raise RouteError(
            f"There is no file '{before[0]}'.",
            f"Give a CSV of routes, or a word: {', '.join(words)}.",
        )
    return (Path(before[0]) if before else None), word, after


def _question(
    place: Workplace,
    file: Path | None,
    level: str | None,
    names: tuple[str, ...],
    options: dict[str, Any],
) -> Asked:
    observatory = _observatory_of(place)
    vocabulary = observatory.vocabulary if observatory else _load()
    own = observatory.root / "inputs" / OWN_FILE if observatory else None
    named = file is not None
    if file is None and own is not None and own.exists():
        file = own
    table = read_routes(file, vocabulary) if file else shipped_routes(vocabulary)
    if observatory and not named:
        from sholu.build.ways import told_ways

        table = with_told(table, told_ways(observatory), vocabulary)
    table = chosen(
        table,
        ids=options["ids"],
        substance=options["substance"],
        source=options["source"],
        start=options["since"],
        end=options["until"],
    )
    asked = Asked(vocabulary, table, level or PLACE, names, options, observatory)
    if level is None and any(_is_country(asked, name) for name in names):
        return Asked(vocabulary, table, COUNTRY, names, options, observatory)
    return asked  # fmt: skip


def _is_country(asked: Asked, name: str) -> bool:
    place = asked.index.get(name.casefold())
    return place is not None and place.kind == "country"


def _observatory_of(place: Workplace) -> Observatory | None:
    """The observatory of the folder; None where there is none: routes need none."""
    if not (place.root / "sholu.toml").exists():
        return None
    return place.observatory()


def _load() -> Vocabulary:
    from sholu.vocabulary import load

    return load()
