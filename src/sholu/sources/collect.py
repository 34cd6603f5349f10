"""Fetch what the registered sources have published since the last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC
from pathlib import PurePosixPath
from urllib.parse import unquote

import httpx

from sholu.sources.feeds import Link, read_feed, read_list_page
from sholu.sources.fetch import DOCUMENTS, LISTS, Fetched, Fetcher, Known
from sholu.sources.guard import FetchError
from sholu.sources.limits import readable
from sholu.sources.model import Item, Origin, Refusal, Source
from sholu.sources.state import CollectState

_ReadList = Callable[[Fetched], tuple[Link, ...]]


def collect(
    register: Iterable[Source], state: CollectState, fetcher: Fetcher
) -> Iterator[Item | Refusal]:
    """Fetch every document that feeds and list pages name and that was not fetched before.

    A document counts as fetched when the next one is asked for: keep each one before going on, and
    a process that dies loses nothing. What fails is told and tried again the next time, unless the
    server's answer is for good (404). One source that fails does not stop the others.

    Args:
        state: from `sholu.sources.state.load_state`.

    Example:
        >>> with Fetcher(Manners("https://centre.example/about")) as fetcher:  # doctest: +SKIP
        ...     for found in collect(register, load_state(path), fetcher):
        ...         if isinstance(found, Item):
        ...             add(folder, found.content, found.origin)
    """
    for source in register:
        for address in source.feeds:
            yield from _collect_list(source, address, read_feed, state, fetcher)
        for address in source.pages:
            yield from _collect_list(source, address, read_list_page, state, fetcher)


def _collect_list(
    source: Source, address: str, read: _ReadList, state: CollectState, fetcher: Fetcher
) -> Iterator[Item | Refusal]:
    """What one feed or list page names."""
    visit = state.visit(address)
    try:
        listed = fetcher.get(address, LISTS, Known(visit.etag, visit.last_modified))
        links = read(listed) if listed.content is not None else ()
    except FetchError as error:
        # A list is asked for again every time, whatever it answered.
        state.failed(address, error.message, lasting=False)
        yield Refusal(address, error.message)
        return
    for link in links:
        if not state.is_done(link.address):
            yield from _collect_document(source, link, state, fetcher)
    complete = all(state.is_done(link.address) for link in links)
    if listed.content is None:
        known = Known(visit.etag, visit.last_modified)
    else:
        # While something is missing, the list must come whole again and not as "nothing new".
        known = listed.known if complete else Known()
    state.fetched(address, _now(fetcher), known)


def _collect_document(
    source: Source, link: Link, state: CollectState, fetcher: Fetcher
) -> Iterator[Item | Refusal]:
    try:
        fetched = fetcher.get(link.address, DOCUMENTS)
    except FetchError as error:
        state.failed(link.address, error.message, error.lasting)
        yield Refusal(link.address, error.message)
        return
    at = _now(fetcher)
    origin = Origin(
        name=link.title or _name(fetched.address),
        retrieved=at,
        source=source.code,
        address=fetched.address,
        published=link.published,
    )
    yield Item(fetched.content or b"", origin)
    state.fetched(link.address, at, fetched.known)


def _name(address: str) -> str:
    """A name for people: the last part of the path, or the host."""
    url = httpx.URL(address)
    return readable(unquote(PurePosixPath(url.path).name)) or url.host


def _now(fetcher: Fetcher) -> str:
    return fetcher.clock.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
