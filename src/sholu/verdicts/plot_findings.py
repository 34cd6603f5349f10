"""Plots as findings: decisions that tell the same story, and courts that tell it beyond chance."""

from __future__ import annotations

from sholu.core.finding import Finding, make_finding
from sholu.verdicts.court_permutation import LEVEL
from sholu.verdicts.near_identical import SAME_PLOT
from sholu.verdicts.plots import Plot, PlotSearch

LEAST_DECISIONS = 3
"""Two decisions of one day and place may tell one event; three of different cases are a pattern to
look at."""

METHOD = (
    f"circumstances without names and numbers, alike from {SAME_PLOT:.0%} of words in the same "
    f"order; courts compared by an exact permutation test, false discoveries held to {LEVEL:.0%}"
)


def findings_of(search: PlotSearch) -> tuple[Finding, ...]:
    """A finding for each plot of at least `LEAST_DECISIONS`, or that a court tells beyond chance.

    It says how texts are alike, not why, and nothing of a judge.
    """
    found = ((plot, [one for one in plot.courts if one.says == "exceeds chance"])
             for plot in search.plots)  # fmt: skip
    return tuple(
        _finding(plot, search, [_told(one.court, one.told, one.expected, one.q) for one in beyond])
        for plot, beyond in found
        if beyond or plot.decisions >= LEAST_DECISIONS
    )


def _told(court: str, told: int, expected: float, q: float) -> str:
    return f"{court} tells it {told} times, {expected:.1f} are expected (q = {q:.2g})"


def _finding(plot: Plot, search: PlotSearch, beyond: list[str]) -> Finding:
    about = f" ({plot.story})" if plot.story else ""
    courts = f" {'; '.join(beyond)}." if beyond else " No court tells it more often than chance."
    years = ", ".join(f"{number} in {year}" for year, number in plot.years)
    spans = [span for text in plot.texts for span in text.spans[:1]]
    return make_finding(
        "same_plot",
        plot.id,
        f"{plot.decisions} of {search.compared} decisions tell nearly the same circumstances"
        f"{about}: {years}.{courts}",
        evidence=tuple(dict.fromkeys(spans)),
        method=METHOD,
        certainty="likely" if beyond else "possible",
        gravity="high" if beyond else "medium",
    )
