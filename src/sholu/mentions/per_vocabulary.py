"""Make what is made of a vocabulary once, and keep it while the vocabulary stays the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sholu.vocabulary.model import Vocabulary

T = TypeVar("T")


def once_per_vocabulary(make: Callable[[Vocabulary], T]) -> Callable[[Vocabulary], T]:
    """Keep the last result, by the vocabulary's fingerprint.

    ``functools.lru_cache`` would hash some thousand places at every call.
    """
    kept: dict[str, T] = {}

    @wraps(make)
    def get(vocabulary: Vocabulary) -> T:
        found = kept.get(vocabulary.fingerprint)
        if found is None:
            kept.clear()
            found = kept[vocabulary.fingerprint] = make(vocabulary)
        return found

    return get
