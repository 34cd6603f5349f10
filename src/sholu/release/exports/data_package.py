"""The data package of Frictionless (Data Package 2.0): CSV tables with their schemas in one zip."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sholu.release.exports.spreadsheets import table_csv, zipped
from sholu.release.exports.tables import TableForm, table_forms
from sholu.release.package.reader import Package

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def frictionless(package: Package, language: str) -> bytes:
    """``datapackage.json`` and one CSV a table, zipped."""
    files = {
        _path(form): "".join(table_csv(package, form.name, language)).encode("utf-8")
        for form in table_forms()
    }
    descriptor = json.dumps(_descriptor(package, language), ensure_ascii=False, indent=2)
    return zipped([("datapackage.json", descriptor.encode("utf-8")), *files.items()])


def _descriptor(package: Package, language: str) -> dict[str, Any]:
    about = package.about
    name = about.name.get(language) or about.name.get("en", "")
    return {
        "$schema": PROFILE,
        "name": f"sholu-{about.release.lower()}",
        "title": f"{name}: {about.release}",
        "description": about.banner.get(language) or about.banner.get("en", ""),
        "version": about.release,
        "contributors": [{"title": name, "roles": ["publisher"]}],
        "resources": [_resource(form, language) for form in table_forms()],
    }


def _resource(form: TableForm, language: str) -> Mapping[str, Any]:
    return {
        "name": form.name,
        "description": form.about[language],
        "path": _path(form),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.about}
                for column in form.columns
            ],
            "primaryKey": [form.key],
            "missingValues": [""],
        },
    }


def _path(form: TableForm) -> str:
    return f"data/{form.name}.csv"
