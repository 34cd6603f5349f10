"""A reader with a browser, and what must not happen while they read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

WAIT_MS = 20_000
"""A machine that does other work at the same time is slow, not broken."""

HARMLESS = (
    "status of 404",  # tests ask for pages that are not there
    "was preloaded using link preload but not used within a few seconds",  # drawn late
    "net::ERR_NETWORK_CHANGED",
)
"""What a console says of what was asked for, or of a slow machine: no fault of the page."""


@dataclass
class Watched:
    """A window, and all that went wrong in it."""

    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the site; a path of ours or a whole address."""
        target = path if path.startswith("http") else self.address + path
        answer = self.page.goto(target, wait_until="load")
        assert answer is not None and answer.status in (200, 404), path

    def width_is_kept(self) -> bool:
        """Whether nothing stands out to the side, where a reader would have to scroll for it."""
        is_kept: bool = self.page.evaluate(
            "document.documentElement.scrollWidth <= window.innerWidth"
        )
        return is_kept

    def path(self) -> str:
        """The address without the host."""
        return self.page.url.removeprefix(self.address)


@contextmanager
def reading(browser: Browser, address: str, **options: Any) -> Iterator[Watched]:
    """A window of a reader.

    Args:
        options: of Playwright's ``new_context``: size, languages, colours, without JavaScript.

    Raises:
        AssertionError: at the end, if the console had an error, the policy refused something, a
            dialog opened, or another host was asked.
    """
    options.setdefault("viewport", DESKTOP)
    context = browser.new_context(accept_downloads=True, **options)
    context.set_default_timeout(WAIT_MS)
    watched = Watched(context.new_page(), address)
    _watch(context, watched)
    try:
        yield watched
        assert watched.troubles == [], watched.troubles
    finally:
        context.close()


def _watch(context: BrowserContext, watched: Watched) -> None:
    troubles = watched.troubles

    def refuse(route: Route, request: Request) -> None:
        troubles.append(f"another host: {request.url}")
        route.abort()

    def is_elsewhere(url: str) -> bool:
        return not url.startswith((watched.address + "/", "data:", "blob:"))

    context.route(is_elsewhere, refuse)
    page = watched.page
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on(
        "console",
        lambda said: (
            troubles.append(f"console: {said.text}")
            if said.type in ("error", "warning")
            and not any(words in said.text for words in HARMLESS)
            else None
        ),
    )

    def close(dialog: Any) -> None:
        troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", close)
