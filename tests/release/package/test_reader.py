"""What a package answers, against the records that it was made of."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sholu.core.period import DateError
from sholu.release.model import ReleaseError
from sholu.release.package.model import FILE
from sholu.release.package.reader import EventFilter, Package, latest_release
from tests.release.package.invented_package import (
    ABOUT,
    CLAIMS,
    CONTENTS,
    DISPUTE,
    EVENTS,
    OBSERVATIONS,
    PNG,
    write_package,
)

HERD, SCHOOL, BORDER = EVENTS


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return Package(write_package(tmp_path_factory.mktemp("package")))


def test_records_come_back_as_they_went_in(package: Package) -> None:
    assert (package.about, package.coverage) == (ABOUT, CONTENTS.coverage)
    assert package.event("event-herd") == HERD
    assert package.claim("claim-b") == CLAIMS[1]
    assert package.observation("observation-2023") == OBSERVATIONS[0]
    assert package.dispute("dispute-1") == DISPUTE
    assert package.source("xa-press") == CONTENTS.sources[0]
    assert package.document("d2") == CONTENTS.documents[1]
    assert package.decisions("event-herd") == CONTENTS.decisions
    assert package.finding("finding-2") == CONTENTS.findings[1]


def test_what_is_not_there_is_none(package: Package) -> None:
    unknown = "' OR 1=1 --"
    assert package.event(unknown) is package.claim(unknown) is package.document(unknown) is None
    assert package.evidence(unknown) is package.observation(unknown) is None
    assert package.page_picture("d1", 3) is None
    assert package.decisions(unknown) == package.observations_of_claim(unknown) == ()


def test_events_are_listed_newest_first_by_the_day_they_happened_or_were_published(
    package: Package,
) -> None:
    assert package.events() == (HERD, SCHOOL, BORDER)
    assert package.events(offset=1, limit=1) == (SCHOOL,)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EventFilter(region="XA-02"), (HERD, BORDER)),
        (EventFilter(region="XA-02", substance="heroin"), (HERD,)),
        (EventFilter(group="cannabis"), (BORDER,)),
        (EventFilter(kind="prevention"), (SCHOOL,)),
        (EventFilter(agency="XA.MVD", document="d3"), (BORDER,)),
        (EventFilter(since="2025"), (HERD, SCHOOL)),
        (EventFilter(until="2025-01-05"), (SCHOOL, BORDER)),
        (EventFilter(since="2025-01-06", until="2025-01-09"), ()),
        (EventFilter(since="2025-02"), ()),
        (EventFilter(until="2024-11"), ()),
        (EventFilter(q="гашиш"), (SCHOOL, BORDER)),
        (EventFilter(q="гашиш", region="XA-02"), (BORDER,)),
        (EventFilter(q="..."), ()),
        (EventFilter(country="XB"), ()),
    ],
)
def test_filters_let_through_what_meets_all_of_them(
    package: Package, wanted: EventFilter, found: tuple[object, ...]
) -> None:
    assert package.events(wanted) == found
    assert package.count_events(wanted) == len(found)


def test_a_filter_with_a_day_that_does_not_exist_says_so(package: Package) -> None:
    with pytest.raises(DateError):
        package.events(EventFilter(since="2025-02-30"))


def test_events_are_counted_by_each_code_that_they_have(package: Package) -> None:
    assert package.event_counts(EventFilter(), "region") == (("XA-01", 2), ("XA-02", 2))
    assert package.event_counts(EventFilter(), "month") == (("2024-12", 1), ("2025-01", 2))
    assert package.event_counts(EventFilter(region="XA-01"), "kind") == (
        ("prevention", 1), ("seizure", 1),
    )  # fmt: skip
    assert package.event_counts(EventFilter(q="шекара"), "substance") == (("hashish", 1),)
    with pytest.raises(ValueError, match="weather"):
        package.event_counts(EventFilter(), "weather")


def test_claims_are_found_by_what_they_are_about_newest_period_first(package: Package) -> None:
    ids = [claim.id for claim in package.claims(indicator="offences_registered")]
    assert ids == ["claim-c", "claim-a", "claim-b", "claim-d"]
    assert [c.id for c in package.claims(place="XA-01", document="d1")] == ["claim-c", "claim-a"]
    assert package.count_claims(place="XA-01") == 3


def test_series_have_their_days_and_number_of_observations(package: Package) -> None:
    heads = package.series_list(place="XA-01")
    assert [(one.id, one.first_day, one.last_day, one.observations) for one in heads] == [
        ("series-1", "2023-01-01", "2024-12-31", 2)
    ]
    assert package.observations(series="series-1") == OBSERVATIONS[:2]
    assert package.observations(indicator="offences_registered", frequency="month") == ()


def test_a_claim_leads_to_the_observations_it_stands_behind(package: Package) -> None:
    assert package.observations_of_claim("claim-b") == OBSERVATIONS[:1]
    assert package.observations_of_claim("cell-of-nobody") == OBSERVATIONS[2:]


def test_a_map_has_the_last_value_of_each_place_and_no_suppressed_one(package: Package) -> None:
    latest = package.latest_by_place("offences_registered", frequency="year")
    assert latest == (OBSERVATIONS[1],)
    of_2023 = package.latest_by_place("offences_registered", frequency="year", year=2023)
    assert of_2023 == (OBSERVATIONS[0],)
    assert package.latest_by_place("offences_registered", frequency="year", scope="x=y") == ()


def test_a_release_made_before_texts_by_language_is_read_in_english(tmp_path: Path) -> None:
    folder = write_package(tmp_path)
    with sqlite3.connect(folder / FILE) as connection:
        for column in ("explanations", "likely_readings"):
            connection.execute(f"ALTER TABLE dispute DROP COLUMN {column}")
    one = Package(folder).dispute("dispute-1")
    assert one == DISPUTE
    assert (one.explained("kk"), one.probably("kk"), one.spoken("kk")) == (
        "10 against 12.",
        None,
        "en",
    )


def test_disputes_and_findings_are_found_by_what_they_are_about(package: Package) -> None:
    assert package.disputes(claim="claim-b", place="XA-01") == (DISPUTE,)
    assert package.disputes(claim="claim-c") == package.disputes(reason="rounding") == ()
    assert package.count_disputes(indicator="offences_registered") == 1
    assert [one.id for one in package.findings()] == ["finding-2", "finding-1"]
    assert package.count_findings(where="d1") == 1


def test_evidence_is_the_words_in_their_paragraph_with_their_place_on_the_page(
    package: Package,
) -> None:
    found = package.evidence("span-herd")
    assert found is not None
    assert (found.before, found.words) == ("Officers found ", "5 kg")
    assert found.after == " of heroin near Tersay."
    assert (found.page, found.has_picture, found.boxes[0].right) == (2, True, 0.3)
    cell = package.evidence("span-ten")
    assert cell is not None
    assert (cell.words, cell.cell, cell.has_picture) == ("10", "B2", False)
    assert package.page_picture("d1", 2) == PNG


def test_names_are_those_of_the_release_and_the_code_where_there_is_none(
    package: Package,
) -> None:
    assert package.name("place", "XA-02", "kk") == "Терсай облысы"
    assert package.name("place", "XA-99", "kk") == "XA-99"
    assert [one.code for one in package.named("substance")] == ["hashish", "heroin"]


def test_many_threads_may_ask_at_once(package: Package) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: package.events(EventFilter(q="heroin")), range(64)))
    assert found == [(HERD,)] * 64


def test_a_package_cannot_be_written(package: Package) -> None:
    with pytest.raises(ReleaseError):
        package._store.rows("DELETE FROM event")
    assert package.count_events() == 3


def test_a_release_without_data_and_one_of_another_form_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="has no data"):
        Package(tmp_path)
    folder = write_package(tmp_path / "new")
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
    connection.close()
    with pytest.raises(ReleaseError, match="form 99"):
        Package(folder)
    (folder / FILE).write_bytes(b"no database at all" * 100)
    with pytest.raises(ReleaseError, match="cannot be read"):
        Package(folder)


def _release(releases: Path, name: str, language: str = "en", reissue: int = 0) -> None:
    year, number = map(int, name.split("-")[:2])
    folder = write_package(releases / name)
    record = (
        f'{{"number": {number}, "year": {year}, "period_start": "2025-01-01", '
        f'"period_end": "2025-01-15", "language": "{language}", "counts": {{}}, '
        f'"reissue": {reissue}}}'
    )
    (folder / "release.json").write_text(record)


def test_the_release_to_show_is_the_newest_that_stands_in_the_asked_language(
    tmp_path: Path,
) -> None:
    with pytest.raises(ReleaseError, match="sholu release"):
        latest_release(tmp_path, "en")
    _release(tmp_path, "2024-24")
    _release(tmp_path, "2025-01")
    _release(tmp_path, "2025-01-kk", "kk")
    _release(tmp_path, "2025-01-r1", "en", 1)
    assert latest_release(tmp_path, "en").name == "2025-01-r1"
    assert latest_release(tmp_path, "kk").name == "2025-01-kk"
    assert latest_release(tmp_path, "ru").name == "2025-01-r1"
    (tmp_path / "2025-01-r1.retraction.json").write_text('{"why": "wrong"}')
    assert latest_release(tmp_path, "en").name == "2025-01"
    (tmp_path / "2025-01" / FILE).unlink()
    (tmp_path / "2025-01-kk" / FILE).unlink()
    assert latest_release(tmp_path, "en").name == "2024-24"
