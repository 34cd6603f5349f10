"""An observatory with open and closed documents, and its first release with data."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import typst

from sholu.build.intake import add_paths
from sholu.build.observatory import Observatory, create_observatory, open_observatory
from sholu.build.run import build
from tests.conftest import quiet, run

CLEAR = """\
Courier detained in Tersay

On 10 January 2025 the police of the Tersay region, Republic of Aldaria, detained a resident of \
Tersay, Yermek Zholdasov, 34 years old. He had 5.5 kg of heroin in his car.

In 2024, 320 drug offences were registered in the Tersay region of Aldaria.

https://police.aldaria.example/en/news/courier
"""
"""Invented, as its person is."""

RED = """\
Operation Quokkafish: heroin seized in Tersay

On 11 January 2025 the police of the Tersay region, Republic of Aldaria, seized 987.6 kg of heroin \
from a depot of Zebraville.

In 2024, 7654321 drug offences were registered in the Tersay region of Aldaria.
"""

CLOSED = ("uokkafish", "ebraville", "987.6", "7654321", "987600")
"""What stands in no open document; the figures are too long to stand in a hash by chance."""

PDF = """\
#set page(paper: "a4", header: [The case of Bekzat Turarov])
#set text(font: "Noto Sans")
= Dealer sentenced in Sarybel

On 9 January 2025 the court of the town of Sarybel, Republic of Aldaria, sentenced the accused
Bekzat Turarov, 29 years old, to 7 years of imprisonment. He had sold 2.5 kg of hashish.
"""

NAMES = ("Yermek Zholdasov", "Zholdasov", "Bekzat Turarov", "Turarov")
"""Invented private persons."""

PERIOD = ("--from", "2025-01-01", "--to", "2025-01-31", "--lang", "en")


def rebuild(store: Path) -> None:
    """Bring the tables up to date."""
    build(open_observatory(store), quiet)


def _add(observatory: Observatory, path: Path, marking: str) -> None:
    list(add_paths(observatory, (path,), source=None, published="2025-01-12", marking=marking))


@pytest.fixture(scope="session")
def marked_built(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    """Built out of one clear note, one clear PDF and one red note; first release made."""
    folder = tmp_path_factory.mktemp("marked")
    root = folder / "store"
    create_observatory(root, "Test", "XA")
    for name in ("sholu.toml", "emblem.svg"):
        shutil.copy(examples_dir / "invented" / name, root / name)
    shutil.copy(examples_dir / "invented" / "sources.yaml", root / "inputs" / "sources.yaml")
    observatory = open_observatory(root)
    (folder / "2025-01-12_zholdasov_en.txt").write_text(CLEAR)
    (folder / "quokkafish.txt").write_text(RED)
    (folder / "verdict.pdf").write_bytes(typst.compile(PDF.encode()))
    _add(observatory, folder / "2025-01-12_zholdasov_en.txt", "clear")
    _add(observatory, folder / "verdict.pdf", "clear")
    _add(observatory, folder / "quokkafish.txt", "red")
    rebuild(root)
    made = run(root, "release", "--number", "1", *PERIOD)
    assert made.exit_code == 0, made.output
    return root


@pytest.fixture
def marked_store(tmp_path: Path, marked_built: Path) -> Path:
    """A copy that a test may change."""
    root = tmp_path / "store"
    shutil.copytree(marked_built, root)
    return root
