"""Read what a source lists: the entries of a feed, the articles that a list page links to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

import feedparser
import httpx

from sholu.sources.fetch import Fetched
from sholu.sources.guard import FetchError
from sholu.sources.limits import readable

_FEED_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, RecursionError)

_TAG = re.compile(r"<[^>]*>")
_DATE_OR_NUMBER = re.compile(r"\d{3,}")
_FILE = re.compile(r"\.(pdf|docx?|xlsx?|csv)$", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"(^|/)(tags?|categor(y|ies)|search|login|register|account|rss|feed|print|share|page|author)"
    r"(/|$)|\.(jpe?g|png|gif|svg|webp|mp[34]|css|js|ico)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Link:
    """A document that a source lists; an empty title and no date if the list says none."""

    address: str
    title: str = ""
    published: str | None = None


def read_feed(fetched: Fetched) -> tuple[Link, ...]:
    """The entries of an RSS or Atom feed, each address once, in the feed's order.

    Raises:
        FetchError: if it is no feed.
    """
    try:
        # As a stream: text could be taken for the name of a file or for an address.
        feed = feedparser.parse(
            io.BytesIO(fetched.content or b""),
            response_headers={
                "content-type": fetched.content_type,
                "content-location": fetched.address,
            },
        )
    except _FEED_DAMAGED as error:
        raise FetchError(f"the feed can't be read: {error}") from error
    if not feed.version and not feed.entries:
        raise FetchError("it is no RSS or Atom feed")
    return _each_once(
        Link(entry.get("link", ""), _plain(entry.get("title", "")), _published(entry))
        for entry in feed.entries
    )


def read_list_page(fetched: Fetched) -> tuple[Link, ...]:
    """The articles that a page links to, each address once, in the page's order.

    What counts as an article: a page of the same host whose path has a number of three digits or
    more (an id or a year), or words joined by three hyphens or more, or that is a document's file;
    and not a list by subject, a picture or the page itself.
    """
    found = _Anchors()
    found.feed(_text(fetched))
    page = httpx.URL(fetched.address)
    base = _joined(page, found.base) or page
    addresses = (_joined(base, target) for target in found.targets)
    return _each_once(
        Link(str(url)) for url in addresses if url is not None and _is_article(url, page)
    )


class _Anchors(HTMLParser):
    """Collects where a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.base = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        target = dict(attrs).get("href") or ""
        if tag == "a" and target:
            self.targets.append(target.strip())
        if tag == "base" and not self.base:
            self.base = target.strip()


def _is_article(url: httpx.URL, page: httpx.URL) -> bool:
    path = url.path.rstrip("/")
    if url.host != page.host or (path == page.path.rstrip("/") and not url.query):
        return False
    if _NO_ARTICLE.search(path):
        return False
    target = path + (f"?{url.query.decode('ascii')}" if url.query else "")
    words = path.rpartition("/")[2].count("-") + path.rpartition("/")[2].count("_")
    return bool(_FILE.search(path) or _DATE_OR_NUMBER.search(target)) or words >= 3


def _each_once(links: Iterable[Link]) -> tuple[Link, ...]:
    first: dict[str, Link] = {}
    for link in links:
        address = _clean(link.address)
        if address:
            first.setdefault(address, Link(address, link.title, link.published))
    return tuple(first.values())


def _clean(address: str) -> str:
    """An address without what doesn't change the page; empty if it is none of the web."""
    try:
        url = httpx.URL(address.strip())
    except (httpx.InvalidURL, UnicodeError):
        return ""
    if url.scheme not in ("http", "https") or not url.host:
        return ""
    # utm_ marks tell the site's keeper where readers came from.
    marks = [name for name in url.params if name.startswith("utm_")]
    if marks:
        params = url.params
        for name in marks:
            params = params.remove(name)
        url = url.copy_with(params=params or None)
    return str(url.copy_with(fragment=None)).removesuffix("?")


def _joined(base: httpx.URL, target: str) -> httpx.URL | None:
    try:
        return base.join(target)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return None


def _text(fetched: Fetched) -> str:
    """The page in the encoding that the server names; addresses are the same in nearly all."""
    named = re.search(r"charset=[\"']?([\w-]+)", fetched.content_type, re.IGNORECASE)
    content = fetched.content or b""
    try:
        return content.decode(named[1] if named else "utf-8", "replace")
    except (LookupError, UnicodeError):  # an encoding that nobody knows, or of something else
        return content.decode("utf-8", "replace")


def _plain(title: str) -> str:
    return readable(" ".join(_TAG.sub("", title).split()))


def _published(entry: Any) -> str | None:
    """The calendar day of an entry by the publisher's own clock.

    feedparser turns all into UTC, where the night's news of Almaty are still of the day before.
    """
    written = entry.get("published") or entry.get("updated") or ""
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(written).date().isoformat()
        except (ValueError, TypeError, OverflowError):
            continue
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}" if parsed else None
