"""The release as one self-contained HTML page; each figure opens the sentence that says it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sholu.charts.design import css_custom_properties
from sholu.charts.grammar import describe
from sholu.charts.svg import draw_svg
from sholu.release.chart import events_chart
from sholu.release.model import Release
from sholu.release.wording import period_in_words, say_all


@dataclass(frozen=True)
class Sentence:
    """A span within its paragraph; the words between ``before`` and ``after`` are the span's."""

    before: str
    words: str
    after: str


def write_html(
    release: Release, pictures: Mapping[str, bytes], sentences: Mapping[str, Sentence]
) -> bytes:
    """The file ``release.html``.

    Args:
        pictures: bytes by SHA-256.
        sentences: each span's paragraph, by the span's id, with private names withheld.
    """
    environment = Environment(
        loader=PackageLoader("sholu.release"), autoescape=True, undefined=StrictUndefined
    )
    language = release.edition.language
    emblem = release.publisher.emblem
    kind = "image/svg+xml" if release.publisher.emblem_type == "svg" else "image/png"
    chart = events_chart(release)
    page = environment.get_template("information_release.html").render(
        release=release,
        say=say_all(language),
        style=Markup(css_custom_properties()),
        period=period_in_words(release.edition.period, language),
        numbers={item.event: item.number for item in release.items()},
        emblem=_address(emblem, kind) if emblem else None,
        chart=_address(draw_svg(chart).encode("utf-8"), "image/svg+xml"),
        chart_text=describe(chart),
        pictures={sha: _address(content, _type_of(content)) for sha, content in pictures.items()},
        sentences=sentences,
    )
    return page.encode("utf-8")


def _address(content: bytes, media_type: str) -> str:
    """A ``data:`` address, so that the page needs no other file."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"


def _type_of(content: bytes) -> str:
    """PNG or JPEG, by the first bytes; the pictures of documents are one or the other."""
    return "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
