"""Run a function on many items in child processes with limits on memory and time.

Parsers read files that strangers made. A child that a file kills takes nothing with it but that
file's reading.
"""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from pathlib import Path
from pickle import PicklingError
from types import TracebackType
from typing import Generic, Self, TypeVar, cast

from sholu.core.errors import SholuError

Key = TypeVar("Key")
Argument = TypeVar("Argument")
Result = TypeVar("Result")

_LARGEST_FILE = 512 << 20
"""Bytes that a child may write to one file; py3langid unpacks its model of some 100 MB into one."""

_OPEN_FILES = 256
_START_SECONDS = 60.0
"""A child imports its libraries within this time, also on a busy machine."""

_ENDING_SECONDS = 2.0


class WorkersError(SholuError):
    """Child processes that do not start."""


@dataclass(frozen=True)
class Failure:
    """Why an item has no result.

    Attributes:
        kind: ``timed_out``, ``out_of_memory``, ``killed`` (by a signal: a library crashed, or the
            system is short of memory) or ``error`` (the function raised).
        reason: a sentence for a person.
    """

    kind: str
    reason: str


class LimitedWorkers(Generic[Argument, Result]):
    """Child processes that each do one item at a time under limits.

    >>> with LimitedWorkers(len, count=2, memory_bytes=1 << 30, seconds=10) as workers:
    ...     sorted(workers.run([("a", "xyz")]))
    [('a', 3)]
    """

    def __init__(
        self,
        function: Callable[[Argument], Result],
        count: int,
        memory_bytes: int,
        seconds: float,
        preload: tuple[str, ...] = (),
    ) -> None:
        """Set the limits; children start with the first item.

        Args:
            function: importable by name; takes and gives what ``pickle`` can carry.
            count: children at a time.
            memory_bytes: address space that a child may take beyond what it has after its imports.
            seconds: wall-clock time for one item, after which its child is killed.
            preload: modules that the server of children imports once, so that they share what it
                loads; only the first pool of a process starts a server.
        """
        self._function = function
        self._count = count
        self._memory_bytes = memory_bytes
        self._seconds = seconds
        self._children: list[_Child[Argument, Result]] = []
        self._context = multiprocessing.get_context("forkserver")
        # The server imports the function's module once, so that a new child starts in milliseconds.
        self._context.set_forkserver_preload([*preload, function.__module__])

    def __enter__(self) -> Self:
        # It loads what children share while the caller gets its first item ready.
        forkserver.ensure_running()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for child in self._children:
            child.end()
        self._children = []

    def run(self, items: Iterable[tuple[Key, Argument]]) -> Iterator[tuple[Key, Result | Failure]]:
        """Each item's key with its result or failure, in the order in which they get done.

        Items are taken from the iterable only when a child is free, so that memory stays flat.
        """
        waiting = iter(items)
        keys: dict[_Child[Argument, Result], Key] = {}
        more = True
        while more or keys:
            while more and len(keys) < self._count:
                try:
                    key, argument = next(waiting)
                except StopIteration:
                    more = False
                    break
                child = self._free_child(keys)
                keys[child] = key
                child.give(argument)
            for child in self._done(list(keys)):
                yield keys.pop(child), self._take(child)

    def _free_child(self, busy: dict[_Child[Argument, Result], Key]) -> _Child[Argument, Result]:
        for child in self._children:
            if child not in busy:
                return child
        child = _Child[Argument, Result](
            self._context, self._function, self._memory_bytes, self._seconds
        )
        self._children.append(child)
        return child

    def _done(self, busy: list[_Child[Argument, Result]]) -> Iterator[_Child[Argument, Result]]:
        """Children that have answered, died or used up their time; waits for the first."""
        if not busy:
            return
        left = min(child.deadline for child in busy) - time.monotonic()
        wait([child.connection for child in busy], timeout=max(0.0, left))
        now = time.monotonic()
        yield from (child for child in busy if child.connection.poll() or now >= child.deadline)

    def _take(self, child: _Child[Argument, Result]) -> Result | Failure:
        outcome = child.take()
        if not child.is_alive:
            self._children.remove(child)
        return outcome


class _Child(Generic[Argument, Result]):
    """One child process and the pipe to it: one message there, one message back."""

    def __init__(
        self,
        context: ForkServerContext,
        function: Callable[[Argument], Result],
        memory_bytes: int,
        seconds: float,
    ) -> None:
        self.connection, theirs = context.Pipe()
        self.deadline = 0.0
        self.is_alive = True
        self._seconds = seconds
        self._process = context.Process(
            target=_serve, args=(theirs, function, memory_bytes), daemon=True
        )
        self._process.start()
        theirs.close()
        if not self.connection.poll(_START_SECONDS) or self._receive() != ("ready", None):
            self.end()
            raise WorkersError(
                f"A child process for {function.__module__} did not start.",
                "Look whether the machine is short of memory.",
            )

    def give(self, argument: Argument) -> None:
        """Send an item and start its clock."""
        self.deadline = time.monotonic() + self._seconds
        # If it died meanwhile, take() says so.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(argument)

    def take(self) -> Result | Failure:
        """The answer, or why there is none; a child that failed the process is ended."""
        if not self.connection.poll():
            self.end()
            return Failure("timed_out", f"reading it took longer than {self._seconds:g} seconds")
        answer = self._receive()
        if answer is None:
            return self._death()
        kind, value = answer
        if kind == "out_of_memory":
            self.end()
        if kind == "result":
            return cast(Result, value)
        return Failure(kind, str(value))

    def _receive(self) -> tuple[str, object] | None:
        try:
            return cast(tuple[str, object], self.connection.recv())
        except (EOFError, ConnectionResetError):
            return None

    def _death(self) -> Failure:
        self._process.join(_ENDING_SECONDS)
        code = self._process.exitcode
        self.end()
        if code is not None and code < 0:
            name = signal.Signals(-code).name
            return Failure("killed", f"its parser was ended by {name}: a crash, or memory ran out")
        return Failure("killed", f"its parser ended by itself with code {code}")

    def end(self) -> None:
        """Kill the process and close the pipe."""
        self.is_alive = False
        self._process.kill()
        self._process.join(_ENDING_SECONDS)
        self.connection.close()


def _serve(
    connection: Connection, function: Callable[[Argument], Result], memory_bytes: int
) -> None:
    """The child: read an item, answer, until the pipe is closed."""
    _die_with_parent()
    _limit(memory_bytes)
    connection.send(("ready", None))
    while True:
        try:
            argument = connection.recv()
        except EOFError:
            return
        kind, value = _answer(function, argument)
        del argument
        try:
            connection.send((kind, value))
        except MemoryError:
            kind = "out_of_memory"
            connection.send((kind, "its reading takes more memory than allowed"))
        except (PicklingError, AttributeError, TypeError) as error:
            connection.send(("error", f"its reading cannot be handed over: {error}"))
        if kind == "out_of_memory":
            return


def _answer(function: Callable[[Argument], Result], argument: Argument) -> tuple[str, object]:
    try:
        return "result", function(argument)
    except MemoryError:
        return "out_of_memory", "reading it takes more memory than allowed"
    except Exception as error:  # noqa: BLE001 - the outermost edge of the child
        return "error", f"{type(error).__name__}: {error}"


def _die_with_parent() -> None:
    """Let the kernel kill this process as soon as the parent is gone, whatever it is doing.

    The parent's end of the sentinel closes with it, and the kernel then signals the reader. The
    usual ``PR_SET_PDEATHSIG`` would watch the fork server, which lives as long as its children.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(parent.sentinel, fcntl.F_SETSIG, signal.SIGKILL)
    flags = fcntl.fcntl(parent.sentinel, fcntl.F_GETFL)
    fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, flags | os.O_ASYNC)
    if wait([parent.sentinel], timeout=0):  # it died before it was watched
        os._exit(1)


def _limit(memory_bytes: int) -> None:
    """Set the limits of this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    address_space = pages * resource.getpagesize() + memory_bytes
    for limit, most in (
        (resource.RLIMIT_AS, address_space),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (most, most))
