"""What is done to any table of figures: summary, grouping, cross-tabulation, regression."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sholu.build.series_look import Statistics
from sholu.cli.listing import print_records
from sholu.cli.output import output_option, write_output
from sholu.indicators.cross_tabulation import MEASURES, SHARES, Question, cross_tabulate
from sholu.indicators.export import to_csv, to_xlsx
from sholu.indicators.regression import FAMILIES, Fit, Model, fit
from sholu.indicators.summary import TableError, group, summarise, where

if TYPE_CHECKING:
    import pandas as pd

    from sholu.cli.main import Workplace

FORMATS = ("table", "json", "csv", "xlsx")

form_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True
)
where_option = click.option(
    "--where", "conditions", multiple=True, metavar="COLUMN=VALUE", help="Only these rows."
)


@click.command()
@form_option
@output_option
@click.pass_obj
def tables(place: Workplace, form: str, output: Path | None) -> None:
    """List the tables that can be summarised, cross-tabulated and regressed, with their columns."""
    look = Statistics(place.observatory())
    records = []
    for name, row in look.table_names().items():
        frame = look.frame(name)
        columns = ", ".join(map(str, frame.columns))
        records.append({"table": name, "row": row, "rows": len(frame), "columns": columns})
    _print("Tables", records, form, output)


@click.command()
@click.argument("table")
@click.option("--by", multiple=True, help="Column to group by; several make finer groups.")
@click.option("--value", help="Number to sum and spread within the groups.")
@where_option
@form_option
@output_option
@click.pass_obj
def summary(
    place: Workplace,
    table: str,
    by: tuple[str, ...],
    value: str | None,
    conditions: tuple[str, ...],
    form: str,
    output: Path | None,
) -> None:
    """Summarise a TABLE: each column, or groups of rows with --by.

    \b
    sholu series summary registrations --by article --by outcome
    sholu series summary registrations --by place --value mass_g --where substance=heroin
    """
    frame = _frame(place, table, conditions)
    if value and not by:
        raise TableError("--value goes with --by.", "Without --by every column is summarised.")
    records = group(frame, by, value) if by else summarise(frame)
    _print(f"Summary of {table}", records, form, output)


@click.command()
@click.argument("table")
@click.option("--rows", required=True, help="Column whose categories are the rows.")
@click.option("--columns", required=True, help="Column whose categories are the columns.")
@click.option("--measure", type=click.Choice(MEASURES), default="count", show_default=True)
@click.option("--value", help="Number to sum or average.")
@click.option("--shares", type=click.Choice(SHARES), default="none", show_default=True,
              help="Percentages of the row, the column or all.")  # fmt: skip
@where_option
@form_option
@output_option
@click.pass_obj
def crosstab(
    place: Workplace,
    table: str,
    rows: str,
    columns: str,
    measure: str,
    value: str | None,
    shares: str,
    conditions: tuple[str, ...],
    form: str,
    output: Path | None,
) -> None:
    """Cross-tabulate two columns of a TABLE, with totals and a test of independence.

    \b
    sholu series crosstab registrations --rows article --columns outcome --shares row
    """
    frame = _frame(place, table, conditions)
    made = cross_tabulate(frame, Question(rows, columns, measure, value, shares))
    _print(f"{table}: {rows} by {columns}", made.records, form, output)
    if made.test:
        click.echo(made.test, err=form != "table")


@click.command()
@click.argument("table")
@click.argument("formula")
@click.option("--by", multiple=True, help="First count the rows by these columns, as 'count'.")
@click.option("--family", type=click.Choice(FAMILIES), default="ols", show_default=True)
@click.option("--cluster", help="Column within which rows are not independent.")
@where_option
@form_option
@output_option
@click.pass_obj
def regress(
    place: Workplace,
    table: str,
    formula: str,
    by: tuple[str, ...],
    family: str,
    cluster: str | None,
    conditions: tuple[str, ...],
    form: str,
    output: Path | None,
) -> None:
    """Fit a regression to a TABLE and print formula, coefficients and checks.

    \b
    sholu series regress registrations "count ~ month | place" --by place --by month \\
        --family poisson --cluster place
    """
    frame = _frame(place, table, conditions)
    if by:
        frame = frame.groupby(list(by), dropna=True).size().rename("count").reset_index()
    fitted = fit(frame, Model(formula, family, cluster))
    if form != "table":
        _print(formula, _fit_rows(fitted, form), form, output)
        return
    _print_fit(fitted)


def _frame(place: Workplace, table: str, conditions: Sequence[str]) -> pd.DataFrame:
    frame = Statistics(place.observatory()).frame(table)
    if frame.empty:
        raise TableError(f"The table '{table}' has no rows.", "'sholu series tables' lists them.")
    pairs = {}
    for condition in conditions:
        column, equals, value = condition.partition("=")
        if not equals:
            raise TableError(f"'{condition}' is no condition.", "Write COLUMN=VALUE.")
        pairs[column] = value
    return where(frame, pairs)


def _print(
    title: str, records: Sequence[Mapping[str, Any]], form: str, output: Path | None
) -> None:
    if form == "json":
        write_output(json.dumps(list(records), ensure_ascii=False, indent=2) + "\n", output)
    elif form == "csv":
        write_output(to_csv(records), output)
    elif form == "xlsx":
        write_output(to_xlsx({"table": records}), output)
    else:
        shown = [{key: _short(value) for key, value in one.items()} for one in records]
        print_records(title, shown, list(records[0]) if records else [], "table")


def _short(value: Any) -> Any:
    return f"{value:,.6g}" if isinstance(value, float) else value


def _fit_rows(fitted: Fit, form: str) -> list[dict[str, Any]]:
    """Coefficients, each with the formula, so that a table torn off still says what it is."""
    about = {"formula": fitted.model.formula, "family": fitted.model.family,
             "errors": fitted.errors, "rows": fitted.rows, "left_out": fitted.left_out}  # fmt: skip
    checks = [vars(check) for check in fitted.checks]
    if form == "json":
        return [{**about, "r_squared": fitted.r_squared,
                 "coefficients": list(fitted.coefficients), "checks": checks}]  # fmt: skip
    told = "; ".join(f"{check.name}: {check.verdict} ({check.says})" for check in fitted.checks)
    return [{**one, **about, "checks": told} for one in fitted.coefficients]


def _print_fit(fitted: Fit) -> None:
    click.echo(f"{fitted.model.formula}   ({fitted.model.family}, errors {fitted.errors})")
    fitness = "" if fitted.r_squared is None else f", R² {fitted.r_squared:.3f}"
    click.echo(f"{fitted.rows} rows, {fitted.left_out} left out{fitness}")
    _print("Coefficients", fitted.coefficients, "table", None)
    _print("Checks", [vars(check) for check in fitted.checks], "table", None)
    click.echo("An association is not a cause.")


ANALYSES = (tables, summary, crosstab, regress)
