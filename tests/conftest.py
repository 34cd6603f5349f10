"""Fixtures for all rooms."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from sholu.cli.main import sholu

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


def run(store: Path, *arguments: str) -> Result:
    """Run a command of the command line in an observatory, as a user would."""
    return CliRunner().invoke(sholu, ["-C", str(store), *arguments])


def quiet(_done: int, _total: int, _name: str) -> None:
    """No progress bar."""


def make_store(root: Path, paths: Sequence[Path], examples: Path) -> Path:
    """An observatory with the invented register and settings, built from some documents."""
    create_observatory(root, "Test", "XA")
    shutil.copy(examples / "invented" / "sources.yaml", root / "inputs" / "sources.yaml")
    for name in ("sholu.toml", "emblem.svg"):
        shutil.copy(examples / "invented" / name, root / name)
    observatory = open_observatory(root)
    list(add_paths(observatory, tuple(paths), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return root


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    """The demonstration observatory, built; only to be read."""
    root = tmp_path_factory.mktemp("demo") / "store"
    return make_store(root, [examples_dir / "invented" / "documents"], examples_dir)


@pytest.fixture(scope="session")
def released_store(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration observatory with its first release; only to be read."""
    root = tmp_path_factory.mktemp("released") / "store"
    shutil.copytree(demo_store, root)
    done = run(root, "release", "--number", "1", "--from", "2025-01-01", "--to", "2025-01-15")
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def small_store(tmp_path: Path, small_built: Path) -> Path:
    """A small built observatory that a test may change."""
    root = tmp_path / "store"
    shutil.copytree(small_built, root)
    return root


SMALL = (
    "2025-01-05_police_taza-aula_kk.html",
    "2025-01-05_aldarpress_38-erikti_kk.html",
    "2025-01-10_police_buran_en.html",
    "2025-01-17_adcs_geroin_ru.html",
)
"""Two reports of one campaign, a press note in English and one in Russian."""


@pytest.fixture(scope="session")
def small_built(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    root = tmp_path_factory.mktemp("small") / "store"
    documents = examples_dir / "invented" / "documents"
    return make_store(root, [documents / name for name in SMALL], examples_dir)
