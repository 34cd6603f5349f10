"""Take the three pictures of the site that the README shows, of the demonstration in demo/.

    make demo
    .venv/bin/python examples/screenshots.py

Chromium is needed (make setup-system). The pictures go to docs/images; the banner of invented data
is in each of them.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1200, "height": 860}
COLOURS = 128
"""Enough for pages of flat colours; a picture stays below 100 kB."""


def take(page: Page, name: str) -> None:
    """The window as it is, in few colours."""
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS).save(path, optimize=True)


def main() -> None:
    """Serve the demonstration, look at it three times."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "sholu.cli", "-C", str(ROOT / "demo"), "serve"]
    server = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/healthz")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            page.goto(f"{address}/en/")
            take(page, "site-release")
            page.goto(f"{address}/en/map?indicator=offences_registered")
            take(page, "site-map")
            page.goto(f"{address}/kk/indicators/offences_registered?place=XA-05")
            page.locator("table.series a.figure[data-evidence]").first.click()
            page.locator("dialog[open] mark").first.wait_for()
            page.wait_for_timeout(300)
            page.evaluate("window.scrollTo(0, 0)")
            take(page, "site-evidence")
            browser.close()
    finally:
        server.terminate()
        server.wait()


def wait_for(address: str) -> None:
    """Until the site answers."""
    for _ in range(100):
        try:
            urlopen(address).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The site did not start.")


if __name__ == "__main__":
    main()
