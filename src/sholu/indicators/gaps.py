"""What nobody says: the register of gaps, and the days on which sources start or stop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.indicators.model import Series
from sholu.indicators.triangulation import Triangulation
from sholu.indicators.triangulation_sources import UNKNOWN

STALE_YEARS = 2
"""Years without a figure from which a series is said to have ended: official yearbooks come out
with a delay of a year (EMCDDA/CICAD-OAS, handbook, 2010)."""


@dataclass(frozen=True)
class Gap:
    """Something that is not known.

    Attributes:
        kind: ``ended``, ``years_missing``, ``one_type``, ``one_source``, ``weak_only`` or
            ``undated``.
        statement: in a sentence.
        claims: how many claims there are.
    """

    indicator: str
    place: str | None
    kind: str
    statement: str
    claims: int


@dataclass(frozen=True)
class SourceChange:
    """A source that joins or leaves a series; ``day`` is the first of what changes, ISO."""

    day: str
    source: str
    change: str


def find_gaps(found: Iterable[Triangulation]) -> tuple[Gap, ...]:
    """What is missing for each indicator and place that somebody speaks of."""
    groups: dict[tuple[str, str], list[Triangulation]] = defaultdict(list)
    everything = [one for one in found if one.indicator is not None]
    for one in everything:
        groups[one.indicator or "", one.place or ""].append(one)
    newest = max((year for one in everything for year in _years(one)), default=0)
    gaps: list[Gap] = []
    for (indicator, place), together in sorted(groups.items()):
        for kind, statement in (*_of_time(together, newest), *_of_sources(together)):
            gaps.append(Gap(indicator, place or None, kind, statement, len(together)))
    return tuple(gaps)


def _years(one: Triangulation) -> list[int]:
    return [int(part[:4]) for part in (one.period or "").split("/") if part]


def _of_time(together: Sequence[Triangulation], newest: int) -> list[tuple[str, str]]:
    years = sorted({year for one in together for year in _years(one)})
    if not years:
        return [("undated", "no source says when it holds")]
    found = []
    dated = all(one.period for one in together)
    if dated and years[-1] < newest - STALE_YEARS:
        found.append(("ended", f"no source since {years[-1]}"))
    spans = [_years(one) for one in together if one.period]
    covered = {year for span in spans for year in range(min(span), max(span) + 1)}
    missing = [year for year in range(years[0], years[-1]) if year not in covered]
    if dated and missing and len(years) > 2:
        found.append(("years_missing", f"no source for {_ranges(missing)}"))
    return found


def _ranges(years: Sequence[int]) -> str:
    """Years as stretches: 2003–2005, 2009."""
    stretches: list[list[int]] = []
    for year in years:
        if stretches and stretches[-1][-1] == year - 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    return ", ".join(f"{s[0]}–{s[-1]}" if len(s) > 1 else str(s[0]) for s in stretches)


def _of_sources(together: Sequence[Triangulation]) -> list[tuple[str, str]]:
    if all(one.voice.weak for one in together):
        return [("weak_only", "only forums or encyclopaedias say it")]
    names = {one.voice.name for one in together}
    types = {one.voice.type for one in together}
    if len(names) == 1:
        return [("one_source", f"only one source, of type {types.pop()}")]
    if len(types) == 1 and UNKNOWN not in types:
        return [("one_type", f"only sources of type {types.pop()}")]
    return []


def source_changes(series: Series) -> tuple[SourceChange, ...]:
    """When sources join a series after its start, or leave before its end.

    A new feed looks like a wave and a lost one like a success: both are marked on the chart.
    """
    spans: dict[str, tuple[str, str]] = {}
    for observation in series.observations:
        for point in observation.points:
            who = point.cited_source or point.source
            if who is not None:
                first, last = spans.get(who, (observation.first_day, observation.last_day))
                spans[who] = (min(first, observation.first_day), max(last, observation.last_day))
    if len(spans) < 2:
        return ()
    start = min(first for first, _ in spans.values())
    end = max(last for _, last in spans.values())
    changes = [SourceChange(f, who, "starts") for who, (f, _) in spans.items() if f > start]
    changes += [SourceChange(last, who, "stops") for who, (_, last) in spans.items() if last < end]
    return tuple(sorted(changes, key=lambda change: (change.day, change.source)))
