"""The command that finds decisions telling the same circumstances."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sholu.build.look import Look, NotFound
from sholu.cli.court_pages import render
from sholu.cli.listing import Record, format_option, print_records
from sholu.cli.verdict_scope import print_notes, scope_options, verdicts_in_scope
from sholu.verdicts.court_permutation import LEVEL
from sholu.verdicts.near_identical import SAME_PLOT
from sholu.verdicts.plot_differences import differences, masked
from sholu.verdicts.plots import USUAL_WITHIN, WITHIN, Plot, PlotSearch, PlotText, find_plots

if TYPE_CHECKING:
    from sholu.cli.main import Workplace

_TEXTS_SHOWN = 24
"""Texts of a plot on the page; JSON has all."""

_COURTS_SHOWN = 3


@click.command()
@click.argument("plot", required=False)
@click.option("--story", help="Only plots of this story, e.g. found.")
@click.option(
    "--least", type=click.IntRange(min=2), default=2, show_default=True,
    help="Decisions that make a plot.",
)  # fmt: skip
@click.option(
    "--threshold", type=click.FloatRange(0, 1), default=SAME_PLOT, show_default=True,
    help="Share of words in the same order from which two texts are one plot.",
)  # fmt: skip
@click.option(
    "--within", type=click.Choice(list(WITHIN)), multiple=True, default=USUAL_WITHIN,
    show_default=True, help="What courts are compared within (again for more).",
)  # fmt: skip
@scope_options
@format_option
@click.pass_obj
def plots(
    place: Workplace,
    plot: str | None,
    story: str | None,
    least: int,
    threshold: float,
    within: tuple[str, ...],
    region: str | None,
    first: str | None,
    last: str | None,
    form: str,
) -> None:
    """Find decisions that tell nearly the same circumstances; with PLOT (an id), its texts.

    Names, numbers and dates are masked before texts are compared; legal formulas are left out. For
    each court a permutation test says whether it tells the plot more often than chance. The HTML
    page has the texts side by side with their differences marked.
    """
    verdicts = verdicts_in_scope(Look(place.observatory()), region, first, last)
    search = find_plots(verdicts, threshold, least, within)
    shown = [one for one in search.plots if story in (None, one.story)]
    if plot is not None:
        shown = [one for one in search.plots if one.id.startswith(plot)]
        if len(shown) != 1:
            raise NotFound(f"No single plot has the id '{plot}'.", "'sholu verdicts plots' lists.")
    if form == "html":
        click.echo(_page(search, shown))
    elif form == "json":
        records = [plot_record(one) for one in shown]
        payload = records[0] if plot else _payload(search, records)
        click.echo(json.dumps(payload, ensure_ascii=False, indent=2))
    elif plot:
        _print_texts(shown[0], form)
    else:
        _print_list(search, shown, form)


def plot_record(one: Plot) -> Record:
    """A plot; the keys are a contract with other tools."""
    record = asdict(one)
    record["regions"], record["years"] = dict(one.regions), dict(one.years)
    record["texts"] = [
        asdict(text) | {"text": masked(text.text), "differs": _differs(one.texts[0], text)}
        for text in one.texts
    ]
    return record


def _differs(centre: PlotText, text: PlotText) -> list[dict[str, str]]:
    """What a text says otherwise than the first."""
    return [
        asdict(part)
        for part in differences(centre.text, text.text)
        if part.kind != "same" and part.words.strip()
    ]


def _payload(search: PlotSearch, records: list[Record]) -> Record:
    return {
        "plots": records,
        "stories": [asdict(one) for one in search.stories],
        "compared": search.compared,
        "too_short": list(search.too_short),
        "tested": search.tested,
        "within": list(search.within),
        "notes": _notes(search),
    }


def _notes(search: PlotSearch) -> list[str]:
    notes = [
        f"{search.compared} decisions compared, one for each case; {len(search.too_short)} say too "
        f"little. {search.tested} of a first court were tested, within each "
        f"{' and '.join(search.within) or 'whole'}.",
        f"A court exceeds chance at a false discovery rate of {LEVEL:.0%} over all courts and "
        "plots. It says how texts are alike, not why, and nothing of a judge.",
    ]
    few = sum(one.says == "too few to tell" for plot in search.plots for one in plot.courts)
    if few:
        notes.append(
            f"{few} pair(s) of court and plot have too few decisions: no share could exceed chance."
        )
    return notes


def _print_list(search: PlotSearch, shown: list[Plot], form: str) -> None:
    if form == "csv":
        rows = [_csv_row(one, text) for one in shown for text in one.texts]
        columns = ["plot", "story", "verdict", "court", "region", "date", "likeness", "text"]
        print_records("Plots", rows, columns, form)
    else:
        rows = [_line(one) for one in shown]
        columns = ["plot", "story", "decisions", "share", "courts", "regions", "begins"]
        print_records("Plots", rows, columns, form)
        for story in search.stories:
            click.echo(
                f"{story.story}: {story.in_plots} of {story.decisions} decisions tell one of "
                f"{story.plots} plot(s)"
            )
    print_notes(_notes(search), form)


def _line(one: Plot) -> Record:
    share = one.share
    interval = "" if share.low is None else f" [{share.low:.0%} to {share.high:.0%}]"
    courts = [
        f"{test.court}: {test.told} of {test.decisions}, expected {test.expected:.1f}, "
        f"q = {test.q:.2g}: {test.says}"
        for test in one.courts[:_COURTS_SHOWN]
    ]
    if len(one.courts) > _COURTS_SHOWN:
        courts.append(f"and {len(one.courts) - _COURTS_SHOWN} more courts")
    return {
        "plot": one.id,
        "story": one.story,
        "decisions": one.decisions,
        "share": f"{share.share or 0:.0%}{interval}",
        "courts": courts,
        "regions": [f"{name} {number}" for name, number in one.regions],
        "begins": " ".join(masked(one.texts[0].text).split()[:16]) + " …",
    }


def _csv_row(one: Plot, text: PlotText) -> Record:
    return {
        "plot": one.id,
        "story": one.story,
        "verdict": text.verdict,
        "court": text.court,
        "region": text.region,
        "date": text.date,
        "likeness": text.likeness,
        "text": masked(text.text),
    }


def _print_texts(one: Plot, form: str) -> None:
    rows = [_csv_row(one, text) for text in one.texts]
    print_records(f"Plot {one.id}", rows, ["date", "court", "likeness", "text", "verdict"], form)


def _page(search: PlotSearch, shown: list[Plot]) -> str:
    """One self-contained page: each plot's texts side by side."""
    told = [
        {
            "plot": one,
            "line": _line(one),
            "first": masked(one.texts[0].text),
            "texts": [
                (text, differences(one.texts[0].text, text.text))
                for text in one.texts[1:_TEXTS_SHOWN]
            ],
            "more": max(0, len(one.texts) - _TEXTS_SHOWN),
        }
        for one in shown
    ]
    return render("plots.html", told=told, stories=search.stories, notes=_notes(search))


COMMANDS = (plots,)
