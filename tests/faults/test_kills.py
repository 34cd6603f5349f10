"""A command killed at any moment loses nothing that it has acknowledged, and leaves a whole store.

50 kills in the normal tests; SHOLU_KILLS=500 makes the long run ('make nightly-kills').
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("SHOLU_KILLS", "50"))
SOURCES = "invented/sources.yaml"
PRESS = """Published: 2025-01-{day:02d}

# Police seized {mass} kg of hashish in Tersay region

Officers of the Ministry of Interior of Aldaria seized {mass} kg of hashish near Tersay on
{day} January 2025. Three people were detained. Invented for a test.
"""


def command(store: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "sholu.cli", "-C", str(store), *arguments]


def run(store: Path, *arguments: str) -> str:
    done = subprocess.run(command(store, *arguments), capture_output=True, text=True)
    assert done.returncode in (0, 3), done.stderr
    return done.stdout


def run_and_kill(store: Path, delay: float, *arguments: str) -> tuple[list[str], bool]:
    """Run a command and kill it and its children after a delay.

    Returns:
        the whole lines that it had printed, and whether it had ended by itself before.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command(store, *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
        env=environment,
    )

    def kill() -> None:
        time.sleep(delay)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    output, _ = process.communicate()
    killer.join()
    lines = output.split("\n")[:-1]
    return lines, process.returncode in (0, 3)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    for number in range(60):
        text = PRESS.format(day=number % 15 + 1, mass=number + 2)
        (folder / f"note-{number:03d}.md").write_text(text, encoding="utf-8")
    return folder


def timed(store: Path, *arguments: str) -> float:
    """Seconds that a command takes when nobody kills it."""
    start = time.monotonic()
    run(store, *arguments)
    return time.monotonic() - start


def documents(store: Path) -> set[str]:
    return {row["document"] for row in json.loads(run(store, "status", "--format", "json"))}


def assert_whole(store: Path) -> None:
    done = subprocess.run(
        command(store, "check", "--format", "json"), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(finding["gravity"] == "low" for finding in json.loads(done.stdout))


def test_nothing_acknowledged_is_lost_and_the_store_stays_whole(
    tmp_path: Path, press: Path, examples_dir: Path
) -> None:
    chance = random.Random(20250115)
    store = tmp_path / "store"
    run(store, "init", "--country", "XA")
    (store / "inputs" / "sources.yaml").write_bytes((examples_dir / SOURCES).read_bytes())
    files = sorted(press.iterdir())
    period = ("--from", "2025-01-01", "--to", "2025-01-15")
    # Kills fall anywhere in a command's usual time, and sometimes after it.
    usual = {
        "add": timed(store, "add", *map(str, files[:6])),
        "build": timed(store, "build"),
        "release": timed(store, "release", "--number", "999", *period),
    }
    usual["review"] = usual["build"]
    acknowledged = documents(store)
    decided: set[int] = set()
    for kill in range(KILLS):
        step = ("add", "build", "review", "release")[kill % 4]
        delay = chance.uniform(0.1, 1.2 * usual[step])
        if step == "add":
            some = chance.sample(files, 12)
            lines, _ = run_and_kill(store, delay, "add", *map(str, some))
            acknowledged |= {
                line.split()[1] for line in lines if line.startswith(("added", "known"))
            }
        elif step == "build":
            run_and_kill(store, delay, "build")
        elif step == "review":
            events = json.loads(run(store, "events", "--format", "json"))
            target = chance.choice(events)["id"]
            lines, _ = run_and_kill(
                store, delay, "review", "accept", target, "--who", "T. T.", "--why", "a test"
            )
            decided |= {int(n) for line in lines for n in re.findall(r"^entry (\d+):", line)}
        else:
            run_and_kill(store, delay, "release", "--number", str(kill + 1), *period)
        if kill % 10 == 9:
            assert_whole(store)
            assert acknowledged <= documents(store)
    assert_whole(store)
    run(store, "build")
    assert acknowledged <= documents(store)
    entries = json.loads(run(store, "journal", "--format", "json"))
    assert decided <= {entry["number"] for entry in entries}
    rows = json.loads(run(store, "status", "--format", "json"))
    assert {row["status"] for row in rows} == {"read"}
    assert len({row["document"] for row in rows}) == len(rows)
