"""Draw in processes apart: while vl-convert draws, no other thread of its process runs."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any

_apart: ProcessPoolExecutor | None = None


@contextmanager
def drawing_apart(processes: int) -> Iterator[None]:
    """Let so many processes draw meanwhile; for a server, whose other threads must go on.

    They start with the first drawing, and end with this one, however it ends.
    """
    global _apart
    _apart = ProcessPoolExecutor(processes, get_context("spawn"), _follow_parent)
    try:
        yield
    finally:
        _apart.shutdown(cancel_futures=True)
        _apart = None


def draw_elsewhere(draw: Callable[..., str], *arguments: Any) -> str | None:
    """What ``draw`` makes in a process apart; None if there is none, or it died."""
    if _apart is None:
        return None
    try:
        return _apart.submit(draw, *arguments).result()
    except BrokenProcessPool:
        return None


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it ends, even by force."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None

    def wait() -> None:
        parent.join()
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
