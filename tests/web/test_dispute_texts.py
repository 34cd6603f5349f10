"""A contradiction is explained in the reader's language, on its page and in the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sholu.release.package.reader import Package
from sholu.release.situation.answers import answers
from sholu.release.situation.report import report_data
from tests.release.invented_events import publisher

ENGLISH = "two digits changed places"
TOLD = {"ru": "цифры переставлены", "kk": "цифрлар ауысқан"}


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("path", ["/disputes", "/disputes/dispute-2023"])
def test_a_contradiction_is_explained_in_the_readers_language(
    site: TestClient, language: str, path: str
) -> None:
    page = site.get(f"/{language}{path}").text
    assert TOLD[language] in page
    assert ENGLISH not in page
    main = page[page.index("<main") : page.index("</main")]
    assert 'lang="en"' not in main.split("<blockquote")[0]


@pytest.mark.parametrize("language", TOLD)
def test_the_report_explains_in_its_language(releases: Path, language: str) -> None:
    package = Package(releases / "2025-01")
    data, _ = report_data(package, answers(package, "XA", "2023", language), publisher())
    (row,) = data["disputes"]["rows"]
    assert TOLD[language] in row["explanation"]
    assert row["language"] == language
    package.close()


def test_programs_get_all_languages(site: TestClient) -> None:
    one = site.get("/api/disputes/dispute-2023").json()
    assert ENGLISH in one["explanation"]
    assert set(one["explanations"]) == {"en", "ru", "kk"}
