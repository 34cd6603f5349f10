"""Indicators, series and their observations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.release.exports.sdmx import sdmx_rows
from sholu.release.package.model import PublicBreak, PublicIndicator, PublicObservation
from sholu.release.package.reader import Package, SeriesHead
from sholu.web.api.model import (
    CSV,
    Asked,
    Endpoint,
    Listing,
    Text,
    csv_of,
    cut,
    found,
    page_of,
    table_of,
)
from sholu.web.api.parameters import (
    CSV_FORMAT,
    FREQUENCY,
    INDICATOR,
    LANGUAGE,
    PAGE,
    PLACE,
    SUBSTANCE,
    choice,
    code,
    in_path,
)

SDMX = "application/vnd.sdmx.data+csv; version=2.0.0"
"""The standard's own media type (SDMX 3.0, REST API)."""


def indicators(asked: Asked) -> Listing | Text:
    """The indicators that the data use."""
    return table_of(asked, "indicators", asked.package.indicators())


def indicator(asked: Asked) -> PublicIndicator:
    """One indicator."""
    code_ = asked.text("code") or ""
    return found(asked.package.indicator(code_), "indicator", code_)


def breaks(asked: Asked) -> Listing:
    """Dated breaks of definition."""
    wanted, place = asked.text("indicator"), asked.text("place")
    return cut(asked, [
        one for one in asked.package.breaks()
        if (wanted is None or wanted in one.indicators) and (place is None or place in one.places)
    ])  # fmt: skip


def series(asked: Asked) -> Listing:
    """Series without their observations."""
    return cut(asked, _heads(asked))


def _heads(asked: Asked) -> list[SeriesHead]:
    """The series that an address asks for."""
    heads = asked.package.series_list(indicator=asked.text("indicator"), place=asked.text("place"))
    wanted = [
        (field, asked.text(name))
        for field, name in (("id", "series"), ("frequency", "frequency"), ("substance",) * 2)
    ]
    return [
        one for one in heads
        if all(value is None or getattr(one, field) == value for field, value in wanted)
    ]  # fmt: skip


def observations(asked: Asked) -> Listing | Text:
    """Observations with the points behind each, series by series."""
    heads, form = _heads(asked), asked.text("format")
    if form in (None, "json"):
        limit = asked.limit()
        chosen = tuple(_observations(asked.package, heads, asked.offset, limit))
        return page_of(asked, chosen, sum(one.observations for one in heads), limit)
    every = _observations(asked.package, heads, asked.offset, asked.number("limit"))
    if form == "csv":
        return csv_of(asked, "observations", every)
    name = f"{asked.package.about.release}-observations.sdmx.csv"
    return Text(SDMX, (sdmx_rows(asked.package, every),), name)


def _observations(
    package: Package, heads: Sequence[SeriesHead], offset: int, limit: int | None
) -> Iterator[PublicObservation]:
    """Those of a stretch of the list; series before and behind it are not read."""
    end, stop = 0, None if limit is None else offset + limit
    for head in heads:
        start, end = end, end + head.observations
        if end <= offset or (stop is not None and start >= stop):
            continue
        here = package.observations(series=head.id)
        yield from here[max(0, offset - start) : None if stop is None else stop - start]


def observation(asked: Asked) -> PublicObservation:
    """One observation."""
    id_ = asked.text("id") or ""
    return found(asked.package.observation(id_), "observation", id_)


ENDPOINTS = (
    Endpoint("/api/indicators", "The indicators that the data use, with what each can and cannot "
             "show.", indicators, PublicIndicator, (*PAGE, CSV_FORMAT, LANGUAGE), is_list=True,
             formats={"csv": CSV}),
    Endpoint("/api/indicators/{code}", "One indicator.", indicator, PublicIndicator,
             (in_path("code", "Of the indicator."),)),
    Endpoint("/api/breaks", "Days from which something is defined or counted in another way.",
             breaks, PublicBreak, (INDICATOR, PLACE, *PAGE), is_list=True),
    Endpoint("/api/series", "Series without their observations, by indicator and place.", series,
             SeriesHead, (INDICATOR, PLACE, SUBSTANCE, FREQUENCY, *PAGE), is_list=True),
    Endpoint("/api/observations", "Observations with the claims behind each, series by series.",
             observations, PublicObservation,
             (code("series", "Id of the series."), INDICATOR, PLACE, SUBSTANCE, FREQUENCY, *PAGE,
              choice("format", f"{CSV_FORMAT.about} sdmx-csv: the same as SDMX-CSV 2.0.",
                     ("json", "csv", "sdmx-csv"), "json"), LANGUAGE),
             is_list=True, formats={"csv": CSV, "sdmx-csv": SDMX}),
    Endpoint("/api/observations/{id}", "One observation.", observation, PublicObservation,
             (in_path("id", "As lists give it."),)),
)  # fmt: skip
