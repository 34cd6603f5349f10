"""Child processes with limits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sholu.evidence.limited import Failure, LimitedWorkers
from tests.evidence import misbehave

GIGABYTE = 1 << 30


@pytest.fixture(scope="module")
def workers() -> Iterator[LimitedWorkers[str, int | str]]:
    with LimitedWorkers(
        misbehave.behave, count=2, memory_bytes=GIGABYTE // 2, seconds=1.0
    ) as running:
        yield running


@pytest.mark.parametrize(
    ("word", "kind", "reason"),
    [
        ("take memory", "out_of_memory", "more memory than allowed"),
        ("hang", "timed_out", "longer than 1 seconds"),
        ("be killed", "killed", "SIGKILL"),
        ("crash", "killed", "SIGSEGV"),
        ("leave", "killed", "code 3"),
        ("raise", "error", "ValueError: no such luck"),
        ("answer with a lambda", "error", "pickle"),
    ],
)
def test_a_failing_item_is_named_and_the_others_are_done(
    workers: LimitedWorkers[str, int | str], word: str, kind: str, reason: str
) -> None:
    results = dict(workers.run(enumerate(["a", word, "bb", "ccc"])))
    failure = results.pop(1)
    assert isinstance(failure, Failure)
    assert failure.kind == kind
    assert reason in failure.reason
    assert results == {0: 1, 2: 2, 3: 3}


def test_items_are_taken_only_when_a_child_is_free(
    workers: LimitedWorkers[str, int | str],
) -> None:
    taken = 0

    def items() -> Iterator[tuple[int, str]]:
        nonlocal taken
        for number in range(1_000):
            taken += 1
            yield number, "x"

    ahead = []
    for done, _ in enumerate(workers.run(items()), start=1):
        ahead.append(taken - done)
    assert len(ahead) == 1_000
    assert max(ahead) <= 2


def test_children_cannot_write_large_files_or_open_many(
    workers: LimitedWorkers[str, int | str],
) -> None:
    (result,) = workers.run([(0, "limits")])
    file_size, open_files, core = map(int, str(result[1]).split())
    assert 0 < file_size <= 512 << 20
    assert 0 < open_files <= 256
    assert core == 0


def test_no_child_is_left_when_the_work_is_done() -> None:
    with LimitedWorkers(misbehave.behave, 2, GIGABYTE, 5.0) as running:
        children = {int(str(pid)) for _, pid in running.run(enumerate(["pid"] * 6))}
    assert children
    for child in children:
        assert not _is_running(child)


def test_children_die_with_their_parent() -> None:
    root = Path(__file__).resolve().parents[2]
    code = (
        "from sholu.evidence.limited import LimitedWorkers\n"
        "from tests.evidence import misbehave\n"
        "with LimitedWorkers(misbehave.behave, 1, 1 << 30, 60.0) as workers:\n"
        "    for _, pid in workers.run([(0, 'pid'), (1, 'hang')]):\n"
        "        print(pid, flush=True)\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"}
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert _is_running(child)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until = time.monotonic() + 5
    while _is_running(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_running(child)


def _is_running(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be collected."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in ("Z", "X")
