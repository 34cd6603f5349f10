"""Indicators, series and their observations."""

from __future__ import annotations

from sholu.release.exports.sdmx import sdmx_rows
from sholu.release.package.model import PublicBreak, PublicIndicator, PublicObservation
from sholu.release.package.reader import SeriesHead
from sholu.web.api.csv_form import csv_of
from sholu.web.api.model import CSV, ApiError, Asked, Endpoint, Listing, Text, cut, found
from sholu.web.api.parameters import (
    CSV_FORMAT,
    FREQUENCY,
    INDICATOR,
    LANGUAGE,
    PAGE,
    PLACE,
    choice,
    code,
    in_path,
)

SDMX = "application/vnd.sdmx.data+csv; version=2.0.0"
"""The standard's own media type (SDMX 3.0, REST API)."""


def indicators(asked: Asked) -> Listing | Text:
    """The indicators that the data use."""
    every = asked.package.indicators()
    if asked.text("format") == "csv":
        return csv_of(asked, "indicators", every)
    return cut(asked, every)


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
    heads = asked.package.series_list(indicator=asked.text("indicator"), place=asked.text("place"))
    frequency = asked.text("frequency")
    return cut(asked, [one for one in heads if frequency in (None, one.frequency)])


def observations(asked: Asked) -> Listing | Text:
    """Observations of a series, an indicator or a place, with the points behind each."""
    wanted = {name: asked.text(name) for name in ("series", "indicator", "place", "frequency")}
    if not (wanted["series"] or wanted["indicator"] or wanted["place"]):
        raise ApiError(400, "One of the parameters 'series', 'indicator' and 'place' is needed.",
                       "/api/series lists the series; /api/export/csv has all of them at once.",
                       "series")  # fmt: skip
    every = asked.package.observations(**wanted)
    form = asked.text("format")
    if form in (None, "json"):
        return cut(asked, every)
    limit = asked.number("limit")
    chosen = every[asked.offset : None if limit is None else asked.offset + limit]
    if form == "csv":
        return csv_of(asked, "observations", chosen)
    name = f"{asked.package.about.release}-observations.sdmx.csv"
    return Text(SDMX, (sdmx_rows(asked.package, chosen),), name)


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
             SeriesHead, (INDICATOR, PLACE, FREQUENCY, *PAGE), is_list=True),
    Endpoint("/api/observations", "Observations with the claims behind each. One of series, "
             "indicator and place is needed.", observations, PublicObservation,
             (code("series", "Id of the series."), INDICATOR, PLACE, FREQUENCY, *PAGE,
              choice("format", f"{CSV_FORMAT.about} sdmx-csv: the same as SDMX-CSV 2.0.",
                     ("json", "csv", "sdmx-csv"), "json"), LANGUAGE),
             is_list=True, formats={"csv": CSV, "sdmx-csv": SDMX}),
    Endpoint("/api/observations/{id}", "One observation.", observation, PublicObservation,
             (in_path("id", "As lists give it."),)),
)  # fmt: skip
