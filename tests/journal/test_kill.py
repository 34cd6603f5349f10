"""A process that is killed at any moment loses nothing that it had been told is written."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import sholu
from sholu.journal import create_journal, open_journal, verify

SOURCE = str(Path(sholu.__file__).parents[1])
KILLS = 10

APPENDER = """
import sys
from pathlib import Path
from sholu.journal import open_journal
with open_journal(Path(sys.argv[1])) as journal:
    while True:
        entry = journal.append("accept", "event-1", "A. N.", "y", {"text": "т" * 3000})
        print(entry.number, entry.hash, flush=True)
"""


def acknowledged_until_killed(path: Path, seconds: float) -> list[str]:
    """Lines that a child process printed before it was killed; its last line may be cut."""
    child = subprocess.Popen(
        [sys.executable, "-c", APPENDER, str(path)],
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
    return [line.strip() for line in lines if line.endswith("\n")]


def test_entries_acknowledged_before_a_kill_are_all_there(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    create_journal(path).close()
    chance = random.Random(20250115)
    for _ in range(KILLS):
        acknowledged = acknowledged_until_killed(path, chance.uniform(0, 0.05))
        with open_journal(path) as journal:
            entries = list(journal.entries())
        assert verify(entries) == []
        there = {f"{entry.number} {entry.hash}" for entry in entries}
        assert acknowledged and set(acknowledged) <= there
