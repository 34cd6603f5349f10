"""Lets tests of this room import ``tests.release.invented_events`` however pytest is started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from sholu.release.model import Release  # noqa: E402
from tests.release.invented_events import compose_invented  # noqa: E402


@pytest.fixture(scope="session")
def english() -> Release:
    """The invented release in English."""
    return compose_invented("en")
