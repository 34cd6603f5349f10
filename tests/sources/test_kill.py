"""A process that is killed while it adds documents loses none that it had been told is added."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import sholu
from sholu.sources.store import check, documents

SOURCE = str(Path(sholu.__file__).parents[1])
KILLS = 10
REMOVABLE = {"leftover_partial", "orphan_bytes"}

ADDER = """
import itertools, sys
from pathlib import Path
from sholu.sources.model import Origin
from sholu.sources.store import add
for n in itertools.count():
    content = f"{sys.argv[2]} {n} ".encode() * 20_000
    document, _ = add(Path(sys.argv[1]), content, Origin(f"{n}.txt", "2025-01-15T09:00:00Z"))
    print(document.id, flush=True)
"""


def acknowledged_until_killed(folder: Path, name: str, seconds: float) -> set[str]:
    """Ids that a child process printed whole before it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", ADDER, str(folder), name],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": SOURCE},
    )
    assert child.stdout is not None
    lines = [child.stdout.readline()]  # the child has started
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    lines += child.stdout.readlines()
    child.wait()
    return {line.strip() for line in lines if line.endswith("\n")}


def test_documents_acknowledged_before_a_kill_are_all_there_and_whole(tmp_path: Path) -> None:
    chance = random.Random(20250116)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        acknowledged |= acknowledged_until_killed(tmp_path, str(kill), chance.uniform(0, 0.05))
        assert {finding.kind for finding in check(tmp_path)} <= REMOVABLE
    assert len(acknowledged) >= KILLS
    assert acknowledged <= {document.id for document in documents(tmp_path)}
