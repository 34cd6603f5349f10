"""The release as one self-contained HTML page; each figure opens the sentence that says it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sholu.charts.design import css_custom_properties
from sholu.charts.grammar import describe
from sholu.charts.svg import draw_svg
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.release.addresses import safe_target
from sholu.release.chart import events_chart
from sholu.release.compose import withhold
from sholu.release.marks import QUALIFIERS, Run, doubt_of, mark_figures, printed_value, told_once
from sholu.release.model import Item, Release, SummarySentence
from sholu.release.pictures import prepare_picture
from sholu.release.wording import counted_in_words, period_as_title, say_all


@dataclass(frozen=True)
class Sentence:
    """A span within its paragraph; the words between ``before`` and ``after`` are the span's."""

    before: str
    words: str
    after: str


@dataclass(frozen=True)
class _FigureLine:
    """A figure in the list under an item; ``letter`` is empty if its mark is not in the text.

    ``doubt``: the entry of ``wording.yaml`` for a suspect figure.
    """

    letter: str
    value: str
    figure: Figure
    doubt: str


@dataclass(frozen=True)
class _ItemView:
    """An item's paragraphs with marks, and its figures, each told once."""

    paragraphs: tuple[tuple[Run, ...], ...]
    figures: tuple[_FigureLine, ...]


def write_html(
    release: Release, pictures: Mapping[str, bytes], sentences: Mapping[str, Sentence]
) -> bytes:
    """The file ``release.html``: no script, no other file, no request to anywhere.

    Args:
        pictures: bytes by SHA-256.
        sentences: each span's paragraph, by the span's id, with private names withheld. A span
            without one shows the words kept with it.
    """
    environment = Environment(
        loader=PackageLoader("sholu.release"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_target"] = safe_target
    edition, publisher = release.edition, release.publisher
    language = edition.language
    chart = events_chart(release)
    page = environment.get_template("information_release.html").render(
        release=release,
        say=say_all(language),
        style=Markup(css_custom_properties()),  # our own numbers, no words of others
        period=period_as_title(edition.period, language),
        counted={
            s.country: counted_in_words(len(s.items), None, language) for s in release.sections
        },
        numbers={item.event: item.number for item in release.items()},
        summary=_groups(release.summary),
        views={item.event: _view(item) for item in release.items()},
        emblem=_emblem(publisher.emblem, publisher.emblem_type),
        chart=_address(draw_svg(chart).encode("utf-8"), "image/svg+xml"),
        chart_text=describe(chart),
        pictures=_pictures(release, pictures),
        sentences=_sentences(release, sentences),
    )
    return page.encode("utf-8")


def _groups(
    summary: tuple[SummarySentence, ...],
) -> list[tuple[str, list[SummarySentence]]]:
    """Neighbouring sentences by the country that they are about."""
    return [(about, list(group)) for about, group in groupby(summary, key=lambda s: s.about)]


def _view(item: Item) -> _ItemView:
    marked = mark_figures(item.figures, item.title, item.paragraphs)
    letters = {printed.figure.id: printed.letter for printed in marked.figures}
    lines = tuple(
        _FigureLine(
            letters.get(figure.id, ""),
            QUALIFIERS[figure.qualifier] + printed_value(figure),
            figure,
            doubt_of(figure),
        )
        for figure in told_once(item.figures, item.title, item.paragraphs)
    )
    return _ItemView(marked.paragraphs, lines)


def _sentences(release: Release, given: Mapping[str, Sentence]) -> dict[str, Sentence]:
    """A sentence for each span that the release names, with pseudonyms withheld."""
    language = release.edition.language
    sentences = {}
    for item in release.items():
        for span in (*item.spans, *(figure.span for figure in item.figures)):
            sentence = given.get(span.id) or _kept_words(span)
            sentences[span.id] = Sentence(
                withhold(sentence.before, language),
                withhold(sentence.words, language),
                withhold(sentence.after, language),
            )
    return sentences


def _kept_words(span: Span) -> Sentence:
    before = f"… {span.prefix}" if span.prefix else ""
    return Sentence(before, span.quote, f"{span.suffix} …" if span.suffix else "")


def _pictures(release: Release, pictures: Mapping[str, bytes]) -> dict[str, str]:
    """Pictures of items as ``data:`` addresses, by SHA-256; unreadable ones are left out."""
    named = {sha256 for item in release.items() for sha256 in item.pictures} & pictures.keys()
    prepared = ((sha256, prepare_picture(pictures[sha256])) for sha256 in sorted(named))
    return {sha256: _address(p.content, "image/jpeg") for sha256, p in prepared if p is not None}


def _emblem(content: bytes | None, kind: str) -> str | None:
    """The emblem as an address; an SVG shown as a picture runs no script (SVG 2, 2.2.1)."""
    if content is None:
        return None
    return _address(content, "image/svg+xml" if kind == "svg" else "image/png")


def _address(content: bytes, media_type: str) -> str:
    """A ``data:`` address, so that the page needs no other file."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"
