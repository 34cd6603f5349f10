"""Towns and districts by name: which are large, and which outlets mix up."""

from __future__ import annotations

from functools import lru_cache

from sholu.vocabulary.load import load

LARGE = 300_000
"""Inhabitants of a city that has news of drugs on most days (half of all reports name one)."""

_DISTRICT = " district"


def plain_spot(name: str) -> str:
    """A town and the district around it under one name.

    >>> plain_spot("Merke district")
    'Merke'
    """
    return name.removesuffix(_DISTRICT)


@lru_cache(maxsize=4096)
def is_large(name: str) -> bool:
    """Whether a place is a large city, or a region named after one."""
    return name in _large_cities()


@lru_cache(maxsize=1)
def _large_cities() -> frozenset[str]:
    return frozenset(
        place.names.preferred("en")
        for place in load().places
        if place.kind == "city" and (place.population or 0) >= LARGE
    )
