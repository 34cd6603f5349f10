"""Fixtures of the site: the invented release, frozen once."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sholu.web.app import create_app
from sholu.web.site import Masthead
from tests.web.invented_package import publish

MASTHEAD = Masthead({"en": "Invented observatory"}, {"en": "Invented"})


def client_of(releases: Path) -> TestClient:
    """A browser on this machine, without redirects."""
    app = create_app(releases, MASTHEAD)
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One number in three languages; only to be read."""
    folder = tmp_path_factory.mktemp("site") / "releases"
    publish(folder)
    return folder


@pytest.fixture(scope="session")
def site(releases: Path) -> TestClient:
    return client_of(releases)
