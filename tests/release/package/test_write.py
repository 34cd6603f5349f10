"""One file for one set of contents, whatever order they come in."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from sholu.release.package.model import FILE
from sholu.release.package.write import fingerprint, package_bytes
from tests.release.package.invented_package import CONTENTS, EVENT, EVENTS, write_package


def test_the_same_contents_give_the_same_bytes_in_any_order() -> None:
    turned = replace(
        CONTENTS,
        events=CONTENTS.events[::-1],
        claims=CONTENTS.claims[::-1],
        observations=CONTENTS.observations[::-1],
        documents=CONTENTS.documents[::-1],
        words=CONTENTS.words[::-1],
        named=CONTENTS.named[::-1],
        findings=CONTENTS.findings[::-1],
    )
    assert package_bytes(turned) == package_bytes(CONTENTS)


def test_the_fingerprint_is_of_the_data_and_not_of_the_release() -> None:
    reissue = replace(CONTENTS, about=replace(CONTENTS.about, release="2025-01-r1", reissue=1))
    assert fingerprint(reissue) == fingerprint(CONTENTS)
    other = replace(CONTENTS, events=(replace(EVENT, title="6 kg"), *EVENTS[1:]))
    assert fingerprint(other) != fingerprint(CONTENTS)
    counted = replace(CONTENTS, coverage=replace(CONTENTS.coverage, read=4))
    assert fingerprint(counted) != fingerprint(CONTENTS)


def test_the_file_is_a_whole_database_that_any_tool_opens(tmp_path: Path) -> None:
    folder = write_package(tmp_path)
    with sqlite3.connect(folder / FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        points = connection.execute(
            "SELECT o.period, p.value FROM observation o JOIN point p ON p.observation = o.rowid "
            "WHERE o.place = 'XA-01' ORDER BY 1, 2"
        ).fetchall()
        regions = connection.execute(
            "SELECT value FROM event, json_each(event.regions) WHERE event.id = 'event-border'"
        ).fetchall()
    connection.close()
    assert points == [("2023", 10.0), ("2023", 12.0), ("2024", 0.0)]
    assert regions == [("XA-01",), ("XA-02",)]


def test_an_empty_package_is_a_package(tmp_path: Path) -> None:
    from sholu.release.package.contents import Contents
    from sholu.release.package.reader import Package

    package = Package(write_package(tmp_path, Contents(CONTENTS.about, CONTENTS.coverage)))
    assert package.events() == package.series_list() == package.search("heroin") == ()
    assert json.loads(json.dumps(package.about.name)) == {"en": "Invented"}
