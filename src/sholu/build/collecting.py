"""Collect from the registered sources into the store."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.build.intake import Added, keep
from sholu.build.observatory import Observatory
from sholu.sources.collect import collect
from sholu.sources.fetch import Fetcher, Manners
from sholu.sources.model import Refusal
from sholu.sources.state import load_state


def collect_all(observatory: Observatory) -> Iterator[Added | Refusal]:
    """Everything new that the sources' feeds and list pages name, each kept before the next."""
    settings = observatory.settings
    manners = Manners(settings.contact, allow_private=settings.allow_private)
    with observatory.locked(), Fetcher(manners) as fetcher:
        state = load_state(observatory.root / "collect.json")
        for item in collect(observatory.register, state, fetcher):
            yield keep(observatory, item)
