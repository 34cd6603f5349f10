"""Headers of every answer, and requests that are refused before anything reads them."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 4000
"""Bytes of path and query; the longest address that the site itself makes has some 300."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
)
"""Nothing inline, no other host; a release's own HTML file brings a policy of its own."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""For ``release.html``, which holds its style and pictures in itself, and no script."""


class Guard:
    """Adds the headers; refuses addresses that no page has."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with headers on the way back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Content-Security-Policy"] = policy(path)
            await send(message)

        if len(path) + len(scope["query_string"]) > LONGEST_ADDRESS or "\x00" in path:
            await refusal(path)(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


def refusal(path: str) -> Response:
    """The answer to an address that nobody reads; for programs in their form."""
    told = "The address is too long or damaged."
    if path.startswith("/api/"):
        hint = f"It has {LONGEST_ADDRESS} bytes at most, and no zero bytes."
        headers = {"Access-Control-Allow-Origin": "*"}
        return JSONResponse({"error": told, "hint": hint}, 400, headers)
    return PlainTextResponse(f"{told}\n", 400)


def policy(path: str) -> str:
    """The content security policy of a path; only embedded charts may stand in frames."""
    if path.startswith("/releases/") and path.endswith(".html"):
        return FILE_POLICY
    ancestors = "*" if path.startswith("/embed/") else "'none'"
    return f"{POLICY}frame-ancestors {ancestors}"
