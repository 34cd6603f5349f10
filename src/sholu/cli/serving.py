"""The command that serves the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sholu.cli.main import Workplace


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8100, show_default=True)
@click.pass_obj
def serve(place: Workplace, port: int) -> None:
    """Serve the read-only page on this machine until Ctrl-C.

    It answers on 127.0.0.1 only. Nothing on the page changes the observatory.
    """
    # The web server takes half a second to import; other commands should not wait for it.
    import uvicorn

    from sholu.web.app import create_app

    app = create_app(place.observatory())
    click.echo(f"http://127.0.0.1:{port}/  (Ctrl-C ends it)")
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


COMMANDS = (serve,)
