"""The command that serves the site."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


DRAWING_PROCESSES = 2
"""A chart page has a wide and a narrow drawing; each process takes some 150 MB."""


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8100, show_default=True)
@click.option(
    "--host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name under which readers reach the site, for a server behind a proxy; may be repeated. "
    "The name in [release] site counts without it.",
)
@click.pass_obj
def serve(place: Workplace, port: int, hosts: tuple[str, ...]) -> None:
    """Serve the public site over the releases on this machine until Ctrl-C.

    It needs sholu.toml and the folder releases, nothing else, and writes nowhere. It listens on
    127.0.0.1; a web server in front of it lets others in.
    """
    # The web server takes half a second to import; other commands should not wait for it.
    import uvicorn

    from sholu.build.settings import read_settings
    from sholu.charts.apart import drawing_apart
    from sholu.web.app import create_app
    from sholu.web.site import Masthead

    settings = read_settings(place.root / "sholu.toml")
    own = urlsplit(settings.imprint.site).hostname
    app = create_app(
        place.root / "releases",
        Masthead(settings.name, settings.banner, _address(settings.imprint.site)),
        (*hosts, *([own] if own else ())),
    )
    click.echo(f"http://127.0.0.1:{port}/  (Ctrl-C ends it)")
    # The web server shuts down on SIGTERM and then sends it again; the processes end in between.
    signal.signal(signal.SIGTERM, lambda _signal, _frame: sys.exit(0))
    with drawing_apart(DRAWING_PROCESSES):
        uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", server_header=False)


def _address(site: str) -> str:
    """Scheme and host of the site's address; empty for anything else."""
    parts = urlsplit(site)
    is_web = parts.scheme in ("http", "https") and parts.hostname
    return f"{parts.scheme}://{parts.netloc}" if is_web else ""


COMMANDS = (serve,)
