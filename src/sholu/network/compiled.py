"""Loops over arrays, compiled by numba, with a cache where one can be written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

Loop = TypeVar("Loop", bound=Callable[..., Any])


def compiled(loop: Loop) -> Loop:
    """Compile a loop when it is first called; keep it on disk if the installation allows it.

    numba puts the cache beside the module or in the user's cache folder; where neither can be
    written it refuses, and the loop is then compiled anew in each run.
    """
    try:
        return cast(Loop, njit(cache=True, nogil=True, error_model="numpy")(loop))
    except RuntimeError:
        return cast(Loop, njit(nogil=True, error_model="numpy")(loop))
