"""Answers that are kept: a frozen release gives the same page each time it is asked."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 96 * 1024 * 1024
"""What all kept answers may take: some 10,000 pages, packed."""

LARGEST = 2 * 1024 * 1024
"""An answer above this size (a PDF) is sent from its file each time."""

SMALLEST_PACKED = 800
"""Bytes below which packing saves less than it costs."""

PACKED_TYPES = ("text/", "application/json", "application/atom+xml", "image/svg+xml")
READING = ("GET", "HEAD")

FILES = "/releases/"
"""Below it lie files as they were frozen: they go out from the disk, also in parts."""


@dataclass(frozen=True)
class Kept:
    """An answer as it goes out, plain and packed."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    plain: bytes
    packed: bytes | None
    etag: bytes

    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.plain) + len(self.packed or b"")


class KeepAnswers:
    """Keeps answers of 200 by address and state of the releases, packs them and gives them a tag.

    Args:
        state: a number that changes when there is something new to show.
    """

    def __init__(self, app: ASGIApp, state: Callable[[], int]) -> None:
        self.app = app
        self.state = state
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[object, ...], Kept] = OrderedDict()
        self._bytes = 0
        self._made: dict[tuple[object, ...], asyncio.Lock] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or ask the site and remember."""
        if not _is_kept(scope):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        key = (self.state(), scope["path"], scope["query_string"], _told_by_browser(scope, headers))
        kept = self._find(key) or await self._make(key, scope, receive, send)
        if kept is None:  # it was too long to keep, and has been sent
            return
        await _send(kept, headers, send, with_body=scope["method"] == "GET")

    async def _make(
        self, key: tuple[object, ...], scope: Scope, receive: Receive, send: Send
    ) -> Kept | None:
        """Ask the site; who asks the same meanwhile waits for the one answer."""
        async with self._made.setdefault(key, asyncio.Lock()):
            try:
                return self._find(key) or await self._ask(key, scope, receive, send)
            finally:
                self._made.pop(key, None)

    async def _ask(
        self, key: tuple[object, ...], scope: Scope, receive: Receive, send: Send
    ) -> Kept | None:
        catcher = _Catcher(send)
        await self.app({**scope, "method": "GET"}, receive, catcher.send)
        answer = catcher.answer()
        if answer is not None and answer.status == 200:
            self._keep(key, answer)
        return answer

    def _find(self, key: tuple[object, ...]) -> Kept | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
            return kept

    def _keep(self, key: tuple[object, ...], answer: Kept) -> None:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = answer
                self._bytes += answer.size()
            while self._bytes > MOST_BYTES:
                _, oldest = self._kept.popitem(last=False)
                self._bytes -= oldest.size()


def _is_kept(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] in READING
        and not scope["path"].startswith(FILES)
    )


class _Catcher:
    """Takes an answer as it is made; one that grows too long goes out at once."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._pieces: list[bytes] = []
        self._passing = False

    async def send(self, message: Message) -> None:
        if self._passing:
            await self._send(message)
            return
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._pieces.append(message.get("body", b""))
        if sum(map(len, self._pieces)) > LARGEST:
            assert self._start is not None
            self._passing = True
            await self._send(self._start)
            await self._send({**message, "body": b"".join(self._pieces)})

    def answer(self) -> Kept | None:
        if self._passing or self._start is None:
            return None
        return _packed(self._start["status"], self._start["headers"], b"".join(self._pieces))


def _packed(status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> Kept:
    own = (b"content-length", b"etag", b"last-modified")
    sent = tuple((name, value) for name, value in headers if name.lower() not in own)
    media_type = dict(sent).get(b"content-type", b"").decode("latin-1")
    packable = media_type.startswith(PACKED_TYPES) and len(body) >= SMALLEST_PACKED
    # The time of packing is left out, so that equal answers are equal bytes.
    packed = gzip.compress(body, 6, mtime=0) if packable else None
    tag = b'"' + hashlib.sha256(body).hexdigest()[:24].encode() + b'"'
    return Kept(status, sent, body, packed, tag)


def _told_by_browser(scope: Scope, headers: dict[bytes, bytes]) -> bytes:
    """What the answer at the root depends on besides its address: the languages of the browser."""
    return headers.get(b"accept-language", b"") if scope["path"] == "/" else b""


async def _send(kept: Kept, asked: dict[bytes, bytes], send: Send, *, with_body: bool) -> None:
    takes_packed = b"gzip" in asked.get(b"accept-encoding", b"") and kept.packed is not None
    body = kept.packed if takes_packed and kept.packed is not None else kept.plain
    headers = [*kept.headers]
    if kept.packed is not None:
        headers.append((b"vary", b"Accept-Encoding"))
    status = kept.status
    if status == 200:
        headers.append((b"etag", kept.etag))
        known = [tag.strip().removeprefix(b"W/") for tag in
                 asked.get(b"if-none-match", b"").split(b",")]  # fmt: skip
        if kept.etag in known:
            status, body, takes_packed = 304, b"", False
    if takes_packed:
        headers.append((b"content-encoding", b"gzip"))
    if status != 304:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body if with_body else b""})
