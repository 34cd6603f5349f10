"""Fetch one address with good manners: who we are, what is allowed, slowly, and not too much."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType

import httpx

from sholu import __version__
from sholu.sources.guard import FetchError, GuardedTransport
from sholu.sources.limits import MAX_SIZE
from sholu.sources.robots import Robots, parse_robots

AGENT = "Sholu"

DELAY_S = 5.0
"""Seconds between two requests to a host that doesn't say what it wants. Nobody's server minds."""

LEAST_DELAY_S = 1.0
"""Seconds that we wait also where a site would have us faster."""

TIMEOUT_S = 30.0
"""Seconds without a byte after which we give up."""

DEADLINE_S = 300.0
"""Seconds for one answer as a whole, against servers that drip."""

MAX_REDIRECTS = 5
"""As many as RFC 9309 asks of programs that look for a robots.txt."""

ROBOTS_SIZE = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""

LISTS = frozenset(
    {
        "text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml",
        "application/rdf+xml", "application/xml", "text/xml",
    }
)  # fmt: skip
"""Media types of feeds and list pages. (Some servers send feeds as HTML.)"""

DOCUMENTS = LISTS | {
    "text/plain", "text/markdown", "text/csv", "application/pdf", "application/octet-stream",
    "application/msword", "application/vnd.ms-excel", "image/jpeg", "image/png", "image/tiff",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
"""Media types of documents. Films and sound are not for us."""

_REDIRECTS = (301, 302, 303, 307, 308)
_LASTING = (400, 401, 403, 404, 405, 406, 410, 451)


@dataclass(frozen=True)
class Clock:
    """Where time comes from, so that tests need not wait."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True)
class Manners:
    """How to fetch.

    Attributes:
        contact: address of a page or a mailbox where a site's keeper finds us.
        allow_private: whether addresses of the own network may be fetched.
        timeout_s: seconds without a byte after which to give up.
        max_size: largest answer in bytes, unpacked.
    """

    contact: str
    allow_private: bool = False
    timeout_s: float = TIMEOUT_S
    max_size: int = MAX_SIZE


@dataclass(frozen=True)
class Known:
    """What a server said about the last answer, to ask it for news only (RFC 9110, 13.1)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class Fetched:
    """An answer from ``address`` (after redirects); ``content`` is None if nothing is new."""

    address: str
    content: bytes | None
    content_type: str
    known: Known


@dataclass(frozen=True)
class _Answer:
    status: int
    headers: httpx.Headers
    content: bytes


class Fetcher:
    """Fetches addresses one after the other; close it with ``with``."""

    def __init__(
        self,
        manners: Manners,
        clock: Clock | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.clock = clock or Clock()
        self._manners = manners
        self._robots: dict[str, Robots | FetchError] = {}
        self._last_request: dict[str, float] = {}
        self._client = httpx.Client(
            transport=transport or _transport(manners.allow_private),
            headers={"User-Agent": f"{AGENT}/{__version__} (+{manners.contact})"},
            timeout=manners.timeout_s,
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def get(self, address: str, media_types: frozenset[str], known: Known | None = None) -> Fetched:
        """Fetch an address, after what its site allows and when it is time.

        Args:
            media_types: what is wanted; other things are not read.
            known: what the server said last time.

        Raises:
            FetchError: with the reason why there is nothing.
        """
        conditions = _conditions(known or Known())
        for _ in range(MAX_REDIRECTS + 1):
            url = _web_address(address)
            robots = self._rules(url)
            if not robots.allows(url.raw_path.decode("ascii")):
                raise FetchError(f"robots.txt of {url.host} does not allow it")
            delay = DELAY_S if robots.crawl_delay_s is None else robots.crawl_delay_s
            answer = self._ask(url, conditions, delay, media_types)
            if answer.status not in _REDIRECTS:
                return _fetched(url, answer)
            address = _onward(url, answer)
        raise FetchError(f"more than {MAX_REDIRECTS} redirects", lasting=True)

    def _rules(self, url: httpx.URL) -> Robots:
        """What the site of an address allows, asked once."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._robots:
            self._robots[site] = self._ask_for_rules(httpx.URL(f"{site}/robots.txt"))
        rules = self._robots[site]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _ask_for_rules(self, url: httpx.URL) -> Robots | FetchError:
        """The rules of a site. Without an answer nothing is allowed, without a file all is.

        Source: RFC 9309, 2.3.1.
        """
        for _ in range(MAX_REDIRECTS + 1):
            try:
                answer = self._ask(url, {}, LEAST_DELAY_S, None)
                if answer.status in _REDIRECTS:
                    url = _web_address(_onward(url, answer))
                    continue
            except FetchError as error:
                return FetchError(f"its robots.txt can't be had: {error.message}")
            if answer.status >= 500 or answer.status == 429:
                return FetchError(f"its robots.txt can't be had: status {answer.status}")
            text = answer.content.decode("utf-8-sig", "replace")
            return parse_robots(text, AGENT) if answer.status == 200 else Robots()
        return Robots()

    def _ask(
        self,
        url: httpx.URL,
        headers: dict[str, str],
        delay_s: float,
        media_types: frozenset[str] | None,
    ) -> _Answer:
        """One request and its answer; ``media_types`` is None for a robots.txt."""
        self._wait(url.host, max(delay_s, LEAST_DELAY_S))
        with _trouble(), self._client.stream("GET", url, headers=headers) as response:
            if not response.is_success:
                return _Answer(response.status_code, response.headers, b"")
            if media_types is None:
                return _Answer(200, response.headers, self._read(response, ROBOTS_SIZE, cut=True))
            _refuse_type(response, media_types)
            return _Answer(200, response.headers, self._read(response, self._manners.max_size))

    def _wait(self, host: str, delay_s: float) -> None:
        """Let the time pass that should lie between two requests to a host."""
        if host in self._last_request:
            passed = self.clock.monotonic() - self._last_request[host]
            if passed < delay_s:
                self.clock.sleep(delay_s - passed)
        self._last_request[host] = self.clock.monotonic()

    def _read(self, response: httpx.Response, limit: int, cut: bool = False) -> bytes:
        """The body up to a limit; one that is longer is cut or refused."""
        began = self.clock.monotonic()
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > limit and not cut:
                raise FetchError(f"it is larger than {limit} bytes", lasting=True)
            if len(content) > limit:
                return bytes(content[:limit])
            if self.clock.monotonic() - began > DEADLINE_S:
                raise FetchError(f"it took longer than {DEADLINE_S:.0f} s")
        return bytes(content)


def _transport(allow_private: bool) -> httpx.BaseTransport:
    # No connection is kept: the next name behind the same number must show its own certificate.
    plain = httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
    return plain if allow_private else GuardedTransport(plain)


def _web_address(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise FetchError(f"'{address}' is no address: {error}", lasting=True) from error
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(f"'{address}' is no http or https address", lasting=True)
    return url.copy_with(fragment=None)


def _onward(url: httpx.URL, answer: _Answer) -> str:
    try:
        return str(url.join(answer.headers["Location"]))
    except (KeyError, httpx.InvalidURL, UnicodeError) as error:
        raise FetchError("it redirects to nowhere", lasting=True) from error


def _conditions(known: Known) -> dict[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value is not None}


def _refuse_type(response: httpx.Response, media_types: frozenset[str]) -> None:
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    # A server that says nothing leaves it to the bytes.
    if media_type and media_type not in media_types:
        raise FetchError(f"it is of the type {media_type}, which is not wanted", lasting=True)


def _fetched(url: httpx.URL, answer: _Answer) -> Fetched:
    if answer.status not in (200, 304):
        raise FetchError(
            f"the server answers with status {answer.status}", answer.status in _LASTING
        )
    return Fetched(
        address=str(url),
        content=None if answer.status == 304 else answer.content,
        content_type=answer.headers.get("Content-Type", ""),
        known=Known(answer.headers.get("ETag"), answer.headers.get("Last-Modified")),
    )


@contextmanager
def _trouble() -> Iterator[None]:
    """Turn errors of the network into a reason."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise FetchError("the server did not answer in time") from error
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise FetchError(f"the connection failed: {error or type(error).__name__}") from error
