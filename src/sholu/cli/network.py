"""The command 'network': structure, brokers, phases and gaps of a closed case's ties."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.cli.network_page import make_page
from sholu.cli.network_request import Request
from sholu.cli.output import output_option, write_output
from sholu.network.attributes import read_attributes, with_attributes
from sholu.network.model import NetworkError, TieTable, WeightIs
from sholu.network.read import files_of, is_total, join_phases, read_ties

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

SIBLINGS = 40
"""Files of a folder that one file is compared with at the most."""


@dataclass(frozen=True)
class Word:
    """What can be asked: where the answer is made, and what its table shows.

    Attributes:
        answer: ``module:function``; imported when it is asked for.
        rows: key of the record whose list is the table; columns: its columns.
    """

    answer: str
    rows: str
    columns: tuple[str, ...]


_OWN = "sholu.cli.network_words"
WORDS = {
    "measure": Word(
        f"{_OWN}:measure", "actors",
        ("actor", "degree", "in_degree", "out_degree", "betweenness", "closeness", "eigenvector",
         "constraint", "effective_size", "core", "community"),
    ),
    "brokers": Word(
        f"{_OWN}:brokers", "actors",
        ("actor", "group", "betweenness", "constraint", "effective_size", "efficiency",
         "hierarchy", "brokered"),
    ),
    "roles": Word(
        f"{_OWN}:roles", "actors",
        ("actor", "position", "community", "cutpoint", "parts", "participation", "within_z"),
    ),
    "missing": Word(
        "sholu.cli.network_missing:missing", "actors",
        ("actor", "betweenness", "rank", "low", "high", "first"),
    ),
    "check": Word(
        "sholu.cli.network_check:check", "findings",
        ("gravity", "certainty", "kind", "where", "statement"),
    ),
    "keyplayers": Word(
        "sholu.cli.network_key_players:keyplayers", "sets", ("measure", "members", "value")
    ),
    "disrupt": Word(
        "sholu.cli.network_disruption:disrupt", "curve",
        ("removed", "size", "largest", "low", "high"),
    ),
    "spread": Word(
        "sholu.cli.network_disruption:spread", "by_customers",
        ("customers", "actors", "passes_on", "knowers", "risk"),
    ),
    "phases": Word(
        "sholu.cli.network_time:phases", "phases",
        ("phase", "n", "arcs", "edges", "centralisation_degree", "centralisation_betweenness"),
    ),
    "case": Word("sholu.cli.network_case:case", "actors", ("actor", "betweenness", "low", "high")),
    "export": Word(
        "sholu.cli.network_export:ties", "ties",
        ("source", "target", "weight", "kind", "time", "phase"),
    ),
    "paths": Word("sholu.cli.network_time:paths", "actors", ("actor", "reach", "time", "through")),
}  # fmt: skip
"""Word to what answers it."""


PICTURES_AND_FILES = ("svg", "png", "matrix", "graphml", "gexf", "i2", "i2-entities", "ftm")
"""Formats of the ties themselves, whatever the WORD."""


@click.command()
@click.argument("asked", nargs=-1, metavar="[FILE...] [WORD]")
@click.option(
    "--of",
    "tables",
    type=click.Choice(["verdicts", "events", "claims"]),
    help="Instead of a FILE: ties out of the tables of the observatory.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "html", *PICTURES_AND_FILES]),
    default="table",
    show_default=True,
    help="How to print it; html is one page with a drawing. The others write the ties: as a "
    "picture (svg, png; matrix: svg) or for other programs.",
)
@output_option
@click.option("--directed", is_flag=True, help="The order of a pair counts.")
@click.option(
    "--weight-is",
    type=click.Choice([meaning.value for meaning in WeightIs]),
    default="ignored",
    show_default=True,
    help="strength: more is closer; length: more is further.",
)
@click.option("--phase-column", metavar="NAME", help="Column of an edge list that names the phase.")
@click.option("--phase", metavar="LABEL", help="Only this phase.")
@click.option(
    "--attributes",
    "attribute_file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Table of actors: the first column names the actor; role, place, stage …",
)
@click.option("--group", metavar="NAME", help="Attribute whose groups are brokered between.")
@click.option("--k", type=click.IntRange(1), default=3, show_default=True, help="Key players.")
@click.option(
    "--only", multiple=True, metavar="ROLE", help="Key players only of this role (--group)."
)
@click.option("--keep", multiple=True, metavar="ROLE", help="Key players of any but this role.")
@click.option("--cost", metavar="NAME", help="Attribute that holds what taking an actor costs.")
@click.option("--budget", type=float, help="What a set of key players may cost together.")
@click.option(
    "--by",
    type=click.Choice(["betweenness", "degree", "katz", "influence"]),
    default="betweenness",
    show_default=True,
    help="Rule by which actors are taken away.",
)
@click.option(
    "--block",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="How many are taken away at once.",
)
@click.option(
    "--recovery",
    multiple=True,
    type=click.Choice(["none", "random", "preferential", "capital", "role", "all"]),
    help="How those who lose a contact find another; may be given several times.",
)
@click.option("--ties", type=float, help="Share of ties that may be missing, such as 0.1.")
@click.option(
    "--actors",
    type=float,
    is_flag=False,
    flag_value=0.1,
    help="Share of actors that may be missing.  [0.1 if none is given]",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of all that is drawn.")
@click.option("--from", "start", metavar="ACTOR", help="Where a path in time starts.")
@click.option("--to", "goal", metavar="ACTOR", help="Where it ends.")
@click.pass_obj
def network(
    place: Workplace,
    /,
    asked: tuple[str, ...],
    form: str,
    output: Path | None,
    tables: str | None,
    **options: Any,
) -> None:
    """Measure the ties of a closed case; FILE holds them, WORD says what to do.

    \b
    measure     structure, centralities, position of each actor (if no WORD is given)
    brokers     structural holes; brokerage between groups, with expectations
    roles       positions, stand-ins, relational capital by role
    keyplayers  which k actors hold it together: what would have changed without them
    disrupt     what is left as actors are taken away
    spread      how many know of a seller, by his number of customers and by role
    missing     rank intervals if ties or actors are missing
    phases      phase by phase: who comes, who goes, where brokerage moves
    paths       paths that respect time, of contacts with times
    case        all of it on one page: structure, phases, brokers, disruption, recovery
    export      the ties, for other programs (--format graphml, gexf, i2, i2-entities, ftm)
    check       what to look at in the data before believing a number

    FILE is a matrix, edge list, call records (CSV, TSV), i2 CSV, GraphML, Pajek .net, UCINET DL,
    or a folder with one file per phase. Several files are phases in their order.
    """
    word, files = _split(asked, from_tables=tables is not None)
    if tables is None:
        request = _request(word, files, options)
    else:
        from sholu.cli.network_told import ties_told

        request = _ask(ties_told(place.observatory(), tables), options)
    if form in PICTURES_AND_FILES:
        from sholu.cli.network_export import write

        write_output(write(request, form), output)
        return
    record = _answer(WORDS[word].answer)(request)
    if word == "measure" and form in ("table", "html"):
        # Drawing what is missing takes seconds: for readers, not for programs ('case' has it).
        from sholu.cli.network_case import tell_people

        record["story"] += tell_people(request)
    _print(word, request, record, form, output, invented=_is_invented(place))


COMMANDS = (network,)


def _split(asked: tuple[str, ...], *, from_tables: bool) -> tuple[str, tuple[Path, ...]]:
    """The word and the files; the word may stand anywhere."""
    words = [part for part in asked if part in WORDS and not Path(part).exists()]
    if len(words) > 1:
        raise click.UsageError(f"One word at a time: {', '.join(words)}.")
    files = tuple(Path(part) for part in asked if part not in words)
    if bool(files) == from_tables:
        raise click.UsageError("Name the file with the ties, or --of the tables that tell them.")
    for file in files:
        if not file.exists():
            known = f"; or a word such as {', '.join(WORDS)}" if file.suffix == "" else ""
            raise NetworkError(f"There is no file '{file}'.", f"Give the path of a file{known}.")
    return words[0] if words else "measure", files


def _request(word: str, files: tuple[Path, ...], options: dict[str, Any]) -> Request:
    tables = tuple(read_ties(file, options["phase_column"]) for file in files)
    table = join_phases(tables, files[0].parent.name) if len(tables) > 1 else tables[0]
    siblings, total = _belonging(files) if word == "check" else ((), None)
    folder = files[0].is_dir() and word == "check"
    return replace(
        _ask(table, options),
        named=(*siblings, *([total] if total else [])) if folder else tables,
        siblings=siblings,
        total=total,
    )


def _ask(table: TieTable, options: dict[str, Any]) -> Request:
    """The question about a table, with what is known of its actors."""
    path = options["attribute_file"]
    if path:
        table = with_attributes(table, read_attributes(path), path.name)
    return Request(
        table=table,
        directed=options["directed"],
        weight_is=WeightIs(options["weight_is"]),
        phase=options["phase"],
        options=options,
    )


def _is_invented(place: Workplace) -> bool:
    """Whether the folder is the observatory of an invented country; no observatory is needed."""
    if not (place.root / "sholu.toml").exists():
        return False
    observatory = place.observatory()
    return observatory.vocabulary.place(observatory.settings.country).invented


def _belonging(files: tuple[Path, ...]) -> tuple[tuple[TieTable, ...], TieTable | None]:
    """What checks compare: the files named or those beside a single one, and their total."""
    if len(files) > 1:
        paths = files
    else:
        paths = files_of(files[0] if files[0].is_dir() else files[0].parent)[:SIBLINGS]
    tables = [(path, table) for path in paths if (table := _readable(path)) is not None]
    parts = tuple(table for path, table in tables if not is_total(path))
    whole = [table for path, table in tables if is_total(path)]
    return (parts, whole[0]) if parts and whole else (parts or tuple(whole), None)


def _readable(path: Path) -> TieTable | None:
    """The ties of a file beside; None where it holds none, which is no fault of the file named."""
    try:
        return read_ties(path)
    except NetworkError:
        return None


def _answer(where: str) -> Callable[[Request], dict[str, Any]]:
    module, _, function = where.partition(":")
    answer: Callable[[Request], dict[str, Any]] = getattr(import_module(module), function)
    return answer


def _print(
    word: str,
    request: Request,
    record: dict[str, Any],
    form: str,
    output: Path | None,
    *,
    invented: bool,
) -> None:
    shown = WORDS[word]
    if form == "json":
        write_output(json.dumps(record, ensure_ascii=False, indent=2) + "\n", output)
    elif form == "html" and word == "case":
        from sholu.cli.network_case_page import case_page

        write_output(case_page(request, record, invented=invented), output)
    elif form == "html":
        write_output(make_page(word, request, record, shown.rows, shown.columns), output)
    elif form == "csv":
        from sholu.cli.listing import print_records

        print_records(word, record[shown.rows], shown.columns, "csv")
    else:
        _print_table(word, record, shown)


def _print_table(word: str, record: dict[str, Any], shown: Word) -> None:
    from sholu.cli.listing import print_records

    click.echo(f"{record['definition']}\n")
    for sentence in record.get("story", ()):
        click.echo(f"- {sentence}")
    if word == "check":
        return
    rows = [_rounded(row, shown.columns) for row in record[shown.rows]]
    columns = [column for column in shown.columns if any(row[column] is not None for row in rows)]
    click.echo()
    print_records(word, rows, columns, "table")


def _rounded(row: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    values = {column: row.get(column) for column in columns}
    return {
        column: f"{value:.4g}" if isinstance(value, float) else value
        for column, value in values.items()
    }
