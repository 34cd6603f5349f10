"""Without the optional extra, everything works but the reading of scanned pages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

WITHOUT_EXTRAS = """
import sys
sys.modules["tesserocr"] = None  # an import of it fails, as where it is not installed
import sholu.build.run, sholu.evidence.ocr, sholu.release.pdf, sholu.web.app
from sholu.cli.main import sholu as command
command(["-C", sys.argv[1], "init"], standalone_mode=False)
"""


def test_the_bare_install_imports_and_makes_an_observatory(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRAS, str(tmp_path / "store")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "store" / "sholu.toml").exists()
