"""The formats that the data of a release come in: the visible list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sholu.release.exports.data_package import frictionless
from sholu.release.exports.followthemoney import followthemoney
from sholu.release.exports.geojson import events_geojson
from sholu.release.exports.i2 import i2_csv
from sholu.release.exports.sdmx import sdmx_csv
from sholu.release.exports.spreadsheets import tables_csv, workbook
from sholu.release.package.reader import Package


@dataclass(frozen=True)
class Exporter:
    """One format.

    Attributes:
        extension: of the file, with its dot.
        write: the package's data in it; names in the language that is given.
    """

    name: str
    media_type: str
    extension: str
    write: Callable[[Package, str], bytes]


def _text(write: Callable[[Package, str], str]) -> Callable[[Package, str], bytes]:
    return lambda package, language: write(package, language).encode("utf-8")


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ZIP = "application/zip"

EXPORTERS: dict[str, Exporter] = {
    one.name: one
    for one in (
        Exporter("csv", _ZIP, ".csv.zip", tables_csv),
        Exporter("xlsx", _XLSX, ".xlsx", workbook),
        Exporter("sdmx-csv", "text/csv", ".sdmx.csv", _text(lambda package, _: sdmx_csv(package))),
        Exporter("geojson", "application/geo+json", ".geojson", _text(events_geojson)),
        Exporter("i2", _ZIP, ".i2.zip", i2_csv),
        Exporter("followthemoney", "application/x-ndjson", ".ftm.json", _text(followthemoney)),
        Exporter("frictionless", _ZIP, ".datapackage.zip", frictionless),
    )
}
