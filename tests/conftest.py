"""Fixtures for all rooms."""

from __future__ import annotations

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder with real documents and hand-made answers, beside the repository."""
    folder = REPOSITORY.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the folder ../shared with real documents and gold answers is absent")
    return folder


@pytest.fixture(scope="session")
def examples_dir() -> Path:
    """The invented demonstration documents."""
    return REPOSITORY / "examples"
