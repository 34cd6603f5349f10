"""Plots: circumstances that decisions tell in nearly the same words, and in which courts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sholu.core.ids import identify
from sholu.verdicts.court_permutation import CourtTest, Decided, compare_courts
from sholu.verdicts.model import Verdict
from sholu.verdicts.near_identical import SAME_PLOT, Group, group_tellings
from sholu.verdicts.plot_words import Telling, read_tellings
from sholu.verdicts.practice_intervals import Share, share_of
from sholu.verdicts.practice_persons import counting_decisions

WITHIN: Mapping[str, Callable[[Verdict], str]] = {
    "language": lambda one: one.language,
    "year": lambda one: (one.date or "")[:4],
    "region": lambda one: one.region or "",
}
"""What decisions can be compared within when courts are tested."""

USUAL_WITHIN = ("language", "year")
"""A text in Kazakh can't be near one in Russian, and wording changes with the years: a court that
holds many Kazakh decisions of one year would stand out for that alone."""


@dataclass(frozen=True)
class PlotText:
    """One decision's telling of a plot.

    Attributes:
        text: circumstances, or the passage of them, names masked; likeness: to the centre, 0 to 1.
        spans: ids of the spans of the decision.
    """

    verdict: str
    court: str | None
    region: str | None
    date: str | None
    text: str
    likeness: float
    spans: tuple[str, ...]


@dataclass(frozen=True)
class Plot:
    """Decisions that tell nearly the same circumstances.

    Attributes:
        id: stable as long as its first text is.
        story, how_found: what most of its defendants' decisions say.
        decisions: how many; share: of all decisions compared.
        courts: how often each tells it, and whether beyond chance; regions, years: how many of
            them, ``not known`` where not read.
        texts: the centre first, then by likeness.
    """

    id: str
    story: str | None
    how_found: str | None
    language: str
    decisions: int
    share: Share
    courts: tuple[CourtTest, ...]
    court_not_known: int
    of_higher_courts: int
    regions: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    texts: tuple[PlotText, ...]


@dataclass(frozen=True)
class StoryCount:
    """Decisions of one story: how many there are, how many tell one of how many plots."""

    story: str
    decisions: int
    in_plots: int
    plots: int


@dataclass(frozen=True)
class PlotSearch:
    """Plots with what was compared.

    Attributes:
        compared: decisions whose circumstances were compared, one for each case.
        too_short: ids of decisions that say too little to be compared.
        tested: decisions of first instance with a known court; within: what courts are compared
            within.
        stories: by the number of decisions.
    """

    plots: tuple[Plot, ...]
    stories: tuple[StoryCount, ...]
    compared: int
    too_short: tuple[str, ...]
    tested: int
    within: tuple[str, ...]


def find_plots(
    verdicts: Iterable[Verdict],
    threshold: float = SAME_PLOT,
    least: int = 2,
    within: Sequence[str] = USUAL_WITHIN,
) -> PlotSearch:
    """Find decisions that tell the same circumstances, and test courts.

    Each case counts once: an appeal repeats what the first court said.

    Args:
        threshold: see `sholu.verdicts.near_identical.SAME_PLOT`.
        least: decisions that make a plot.
        within: of `WITHIN`.
    """
    decisions = counting_decisions(verdicts)
    told = read_tellings(decisions)
    by_id = {one.id: one for one in decisions}
    found = [_once(group) for group in group_tellings(told.tellings, threshold)]
    groups = [group for group in found if len(group.members) >= least]
    short = set(told.too_short)
    compared = [one for one in decisions if one.id not in short]
    testable = [
        Decided(one.id, one.court, " ".join(WITHIN[name](one) for name in within))
        for one in compared
        if one.court and one.case_kind == "first_instance"
    ]
    members = [frozenset(m.verdict for m in group.members) for group in groups]
    tests = compare_courts(testable, members)
    plots = tuple(
        _plot(group, by_id, test, len(compared)) for group, test in zip(groups, tests, strict=True)
    )
    return PlotSearch(
        plots,
        _stories(compared, plots),
        len(compared),
        told.too_short,
        len(testable),
        tuple(within),
    )


def _once(group: Group) -> Group:
    """The group with each decision once, by its telling that is nearest to the centre."""
    kept: dict[str, tuple[Telling, float]] = {}
    for member, alike in zip(group.members, group.likeness, strict=True):
        kept.setdefault(member.verdict, (member, alike))
    return Group(
        group.centre,
        tuple(member for member, _ in kept.values()),
        tuple(alike for _, alike in kept.values()),
    )


def _plot(
    group: Group, by_id: Mapping[str, Verdict], tests: Sequence[CourtTest], compared: int
) -> Plot:
    told = [by_id[member.verdict] for member in group.members]
    defendants = [one for verdict in told for one in verdict.defendants]
    texts = [
        _text(by_id[member.verdict], member.text, alike)
        for member, alike in zip(group.members, group.likeness, strict=True)
    ]
    ordered = [texts[0], *sorted(texts[1:], key=lambda t: (-t.likeness, t.date or "", t.verdict))]
    first = [one for one in told if one.case_kind == "first_instance"]
    return Plot(
        id=identify("plot", *group.centre.words),
        story=_common(one.story for one in defendants),
        how_found=_common(one.how_found for one in defendants),
        language=told[0].language,
        decisions=len(told),
        share=share_of(len(told), compared),
        courts=tuple(tests),
        court_not_known=sum(one.court is None for one in first),
        of_higher_courts=len(told) - len(first),
        regions=_counted(one.region for one in told),
        years=_counted((one.date or "")[:4] for one in told),
        texts=tuple(ordered),
    )


def _text(verdict: Verdict, text: str, alike: float) -> PlotText:
    spans = tuple(span.id for span in verdict.spans)
    return PlotText(verdict.id, verdict.court, verdict.region, verdict.date, text, alike, spans)


def _common(values: Iterable[str | None]) -> str | None:
    """The most frequent value that is known; of equals the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _counted(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value or "not known" for value in values)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _stories(compared: Sequence[Verdict], plots: Sequence[Plot]) -> tuple[StoryCount, ...]:
    """How much of each story is told in the same words, in plots of that story."""
    plots_of: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for plot in plots:
        for text in plot.texts:
            plots_of[text.verdict, plot.story].add(plot.id)
    by_story: dict[str | None, list[str]] = defaultdict(list)
    for verdict in compared:
        for story in {one.story for one in verdict.defendants}:
            by_story[story].append(verdict.id)
    counted = [
        StoryCount(
            story or "not known",
            len(ids),
            sum((id_, story) in plots_of for id_ in ids),
            len({plot for id_ in ids for plot in plots_of.get((id_, story), ())}),
        )
        for story, ids in by_story.items()
    ]
    return tuple(sorted(counted, key=lambda one: (-one.decisions, one.story)))
