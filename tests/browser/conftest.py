"""A real browser over the invented release; all of it in one process, so that one is started."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sholu.web.app import create_app
from sholu.web.site import Masthead
from tests.browser.serving import served
from tests.web.invented_package import publish

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MASTHEAD = Masthead({"en": "Invented observatory"}, {"en": "Invented"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests with the browser run one after another, so that it is started once."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


# Package, not session: while Playwright runs, its thread can run no other event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed: make setup-system installs it")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def invented_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Number 1 in three languages, and number 2, from which an event was withdrawn."""
    folder = tmp_path_factory.mktemp("browser") / "releases"
    publish(folder)
    publish(folder, number=2, gone="event-port")
    return folder


@pytest.fixture(scope="package")
def address(invented_releases: Path) -> Iterator[str]:
    """Where the invented release is served."""
    with served(create_app(invented_releases, MASTHEAD)) as where:
        yield where


@pytest.fixture(scope="package")
def demo_address(released_store: Path) -> Iterator[str]:
    """Where the release of the demonstration is served."""
    with served(create_app(released_store / "releases", MASTHEAD)) as where:
        yield where
