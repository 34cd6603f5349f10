"""Make the first pages before anybody asks: a server that has just started is as quick as ever."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.types import Message

from sholu.charts.svg import warm_up
from sholu.core.language import INTERFACE_LANGUAGES


@asynccontextmanager
async def warming(app: Starlette) -> AsyncIterator[None]:
    """Start the renderer of charts, and make the first page in each language, while serving."""
    task = asyncio.create_task(_warm(app))
    yield
    task.cancel()


async def _warm(app: Starlette) -> None:
    for language in INTERFACE_LANGUAGES:
        await _ask(app, f"/{language}/")
    # The renderer takes a second or two to start; nobody should wait for that.
    await run_in_threadpool(warm_up)
    # At national size a country's situation is seconds of work.
    for language in INTERFACE_LANGUAGES:
        newest = app.state.shelf.newest(language)
        if newest is not None and newest.package is not None:
            await _ask(app, f"/{language}/situation/{newest.package.about.country}")


async def _ask(app: Starlette, path: str) -> None:
    """A request as a browser on this machine makes it; the answer is kept by the site itself."""
    scope = {
        "type": "http", "method": "GET", "path": path, "raw_path": path.encode(),
        "query_string": b"", "headers": [(b"host", b"localhost")], "scheme": "http",
        "server": ("localhost", 80), "client": None, "root_path": "", "http_version": "1.1",
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message: Message) -> None:
        return

    await app(scope, receive, send)
