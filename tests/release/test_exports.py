"""Exports of a release, each read back with the library of its own field."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package as DataPackage
from frictionless import system
from openpyxl import load_workbook

from sholu.cli.exporting import FORMATS
from sholu.release.exports.exporters import EXPORTERS
from sholu.release.exports.tables import observations_of, table_forms
from sholu.release.model import ReleaseError
from sholu.release.package.reader import Package
from tests.conftest import run


@pytest.fixture(scope="module")
def package(released_store: Path) -> Package:
    return Package(released_store / "releases" / "2025-01")


def exported(package: Package, name: str, language: str = "ru") -> bytes:
    return EXPORTERS[name].write(package, language)


def unzipped(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


@pytest.mark.parametrize("name", sorted(set(EXPORTERS) - {"xlsx"}))
def test_the_same_data_give_the_same_bytes(package: Package, name: str) -> None:
    """Not for XLSX, which holds the time of its making."""
    assert exported(package, name) == exported(package, name)


def test_csv_has_every_table_and_a_row_of_the_dictionary_for_every_column(
    package: Package,
) -> None:
    files = unzipped(exported(package, "csv"))
    dictionary = list(csv.DictReader(io.StringIO(files.pop("data-dictionary.csv"))))
    assert set(files) == {f"{form.name}.csv" for form in table_forms()}
    for form in table_forms():
        heading = next(csv.reader(io.StringIO(files[f"{form.name}.csv"])))
        assert heading == [row["column"] for row in dictionary if row["table"] == form.name]
        assert all(row["about"] for row in dictionary)


def test_csv_has_each_claim_of_the_release_once(package: Package) -> None:
    rows = list(csv.DictReader(io.StringIO(unzipped(exported(package, "csv"))["claims.csv"])))
    assert len(rows) == package.count_claims() > 0
    assert len({row["id"] for row in rows}) == len(rows)


def test_a_workbook_opens_with_the_dictionary_first(package: Package) -> None:
    book = load_workbook(io.BytesIO(exported(package, "xlsx")), read_only=True)
    assert book.sheetnames == ["data dictionary", *(form.name for form in table_forms())]
    events = list(book["events"].iter_rows(values_only=True))
    assert len(events) == package.count_events() + 1


def test_frictionless_finds_the_data_package_valid(package: Package, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(package, "frictionless"))) as archive:
        archive.extractall(tmp_path)
    with system.use_context(trusted=True):
        report = DataPackage(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "fieldName", "message"])[:5]


def test_sdmx_csv_is_read_by_pysdmx_with_every_observation(
    package: Package, tmp_path: Path
) -> None:
    from pysdmx.io import read_sdmx

    path = tmp_path / "observations.csv"
    path.write_bytes(exported(package, "sdmx-csv"))
    (dataset,) = read_sdmx(path).data
    observations = list(observations_of(package))
    assert len(dataset.data) == len(observations) > 0
    keys = ["FREQ", "INDICATOR", "REF_AREA", "SUBSTANCE", "SCOPE", "UNIT_MEASURE", "TIME_PERIOD"]
    assert not dataset.data.duplicated(subset=[*keys, "ACCUMULATION"]).any()


def test_geojson_is_read_by_gdal_as_qgis_reads_it(package: Package, tmp_path: Path) -> None:
    import pyogrio

    path = tmp_path / "events.geojson"
    path.write_bytes(exported(package, "geojson"))
    about = pyogrio.read_info(path)
    assert (about["geometry_type"], about["crs"]) == ("Point", "EPSG:4326")
    assert about["features"] == package.count_events()
    located = [
        feature
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]
        if feature["geometry"]
    ]
    assert located
    assert all(feature["properties"]["place_basis"] for feature in located)


def test_i2_links_end_at_entities(package: Package) -> None:
    files = unzipped(exported(package, "i2"))
    entities = {row["ID"] for row in csv.DictReader(io.StringIO(files["entities.csv"]))}
    links = list(csv.DictReader(io.StringIO(files["links.csv"])))
    assert links
    for link in links:
        assert {link["Entity 1 ID"], link["Entity 2 ID"]} <= entities
        assert link["Source Reference"]


def test_followthemoney_takes_every_entity_and_property(package: Package) -> None:
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    entities = {}
    for line in exported(package, "followthemoney").decode("utf-8").splitlines():
        record = json.loads(line)
        proxy = EntityProxy.from_dict(record, cleaned=False)
        assert proxy.schema.name == record["schema"] and model.get(record["schema"])
        for name, values in record["properties"].items():
            assert len(proxy.get(name)) == len(set(values)), (record["id"], name, values)
        entities[proxy.id] = proxy
    for proxy in entities.values():
        for name in ("proof", "involved"):
            if name in proxy.schema.properties:
                assert all(id_ in entities for id_ in proxy.get(name))
    assert sum(proxy.schema.name == "Event" for proxy in entities.values()) == (
        package.count_events()
    )


def test_the_command_offers_every_format() -> None:
    assert set(FORMATS) == set(EXPORTERS)


def test_the_command_writes_the_newest_release(released_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "data.geojson"
    done = run(released_store, "export", "--format", "geojson", "-o", str(path))
    assert done.exit_code == 0, done.output
    assert json.loads(path.read_bytes())["type"] == "FeatureCollection"
    gone = run(released_store, "export", "--format", "csv", "--release", "2031-01")
    assert isinstance(gone.exception, ReleaseError)
