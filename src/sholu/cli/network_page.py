"""One self-contained HTML page about a network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sholu.charts.design import css_custom_properties
from sholu.cli.network_request import Request
from sholu.network.communities import communities
from sholu.network.drawing import LARGEST, draw
from sholu.network.published import PUBLISHED
from sholu.network.shortest_paths import betweenness
from sholu.network.story import number


def make_page(
    word: str, request: Request, record: dict[str, Any], rows: str, columns: Sequence[str]
) -> str:
    """The page of an answer; of 'measure' with the network set among published ones."""
    environment = Environment(
        loader=PackageLoader("sholu.cli"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals["number"] = _cell
    page: str = environment.get_template("network.html").render(
        word=word,
        record={"story": (), "definitions": {}} | record,
        rows_name=rows,
        rows=record[rows],
        columns=columns,
        published=PUBLISHED if word == "measure" else (),
        drawing=_drawing(request) if word != "check" else "",
        css=css_custom_properties(),
    )
    return page + "\n"


def _cell(value: float | None) -> Markup:
    return Markup("<td>{}</td>").format(number(value))


def _drawing(request: Request) -> str:
    network = request.primary()
    if network.n > LARGEST:
        return ""
    return draw(network, betweenness(network), communities(network).labels)
