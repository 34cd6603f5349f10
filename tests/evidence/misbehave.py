"""What a parser may do to its process."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import time


def behave(word: str) -> object:
    """The length of a word, unless the word is an order."""
    match word:
        case "take memory":
            return len(bytearray(4 << 30))
        case "hang":
            time.sleep(60)
        case "be killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crash":
            ctypes.string_at(0)
        case "leave":
            os._exit(3)
        case "raise":
            raise ValueError("no such luck")
        case "answer with a lambda":
            return lambda: 1
        case "pid":
            return os.getpid()
        case "limits":
            kinds = (resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CORE)
            return " ".join(str(resource.getrlimit(kind)[0]) for kind in kinds)
    return len(word)
