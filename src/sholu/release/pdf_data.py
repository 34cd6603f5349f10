"""What the PDF's template is given: plain values and the files of its pictures. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sholu.charts.design import typst_design
from sholu.charts.grammar import describe
from sholu.charts.svg import draw_svg
from sholu.events.model import Address
from sholu.release.addresses import breakable, safe_target
from sholu.release.chart import events_chart
from sholu.release.marks import MarkedText, PrintedFigure, doubt_of, mark_figures, printed_value
from sholu.release.model import (
    NOWHERE,
    Change,
    Item,
    Publisher,
    Release,
    Section,
    SummarySentence,
)
from sholu.release.pictures import prepare_picture
from sholu.release.wording import (
    counted_in_words,
    period_as_title,
    period_in_figures,
    say,
    say_all,
)

COLUMN_MM = 155
PICTURE_HEIGHT_MM = 78
"""A picture is at most as wide as the column and a third of the page's height."""

LEAST_PX_PER_MM = 4
"""A small picture stays small: below about 100 dots per inch its pixels would show."""

CHART_PX = 430
"""Width of the chart's plot: with labels it fills the column at a type size near that of notes."""

Files = dict[str, bytes]


def template_data(
    release: Release, pictures: Mapping[str, bytes]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The values and the files that the template prints."""
    language = release.edition.language
    chart = events_chart(release)
    files: Files = {"chart.svg": draw_svg(chart, CHART_PX).encode("utf-8")}
    numbers = {item.event: item.number for item in release.items()}
    data = {
        "say": say_all(language),
        "design": typst_design(),
        "language": language,
        **_edition(release),
        "changes": [_change(change, language) for change in release.changes],
        "publisher": publisher_data(release.publisher, files),
        "chart_text": describe(chart),
        "lead": release.lead,
        "summary": _summary(release.summary, numbers),
        "sections": [_section(section, language, pictures, files) for section in release.sections],
        "documents": _documents(release),
        "versions": [f"{name} {version}" for name, version in release.versions],
    }
    return data, files


def _edition(release: Release) -> dict[str, Any]:
    edition = release.edition
    last = edition.period.last_day()
    title = say("title", edition.language)
    number = f"№ {edition.number}, {edition.year}"
    reissue = f"{say('reissue', edition.language)} {edition.reissue}" if edition.reissue else ""
    return {
        "document_title": " · ".join(part for part in (f"{title} {number}", reissue) if part),
        "number": edition.number,
        "year": edition.year,
        "end": {"year": last.year, "month": last.month, "day": last.day},
        "period": period_as_title(edition.period, edition.language),
        "period_figures": period_in_figures(edition.period),
        "counted": counted_in_words(len(release.items()), _countries(release), edition.language),
        "running": " · ".join(part for part in (title, number, reissue) if part),
        "reissue": reissue,
        "why": edition.why,
    }


def _countries(release: Release) -> int:
    return sum(section.country != NOWHERE for section in release.sections)


def publisher_data(publisher: Publisher, files: Files) -> dict[str, Any]:
    """Who publishes, for a template; the emblem's file is put among the files."""
    emblem = None
    if publisher.emblem is not None:
        emblem = f"emblem.{publisher.emblem_type}"
        files[emblem] = publisher.emblem
    return {
        "name": publisher.name,
        "subtitle": publisher.subtitle,
        "city": publisher.city,
        "address": publisher.address,
        "telephone": publisher.telephone,
        "fax": publisher.fax,
        "email": publisher.email,
        "site": publisher.site,
        "site_target": safe_target(publisher.site),
        "banner": publisher.banner,
        "emblem": emblem,
    }


def _change(change: Change, language: str) -> dict[str, str]:
    fields = ", ".join(say(f"field_{field}", language) for field in change.fields)
    return {"what": say(change.what, language), "title": change.title, "fields": fields}


def _summary(
    sentences: tuple[SummarySentence, ...], numbers: Mapping[str, int]
) -> list[dict[str, Any]]:
    """Sentences in groups by what they are about, each with links to its items."""
    groups: list[dict[str, Any]] = []
    for sentence in sentences:
        if not groups or groups[-1]["about"] != sentence.about or not sentence.about:
            groups.append({"about": sentence.about, "sentences": []})
        runs = _runs(sorted(numbers[event] for event in sentence.items))
        groups[-1]["sentences"].append({"text": sentence.text, "numbers": runs})
    return groups


def _runs(numbers: list[int]) -> list[dict[str, Any]]:
    """Item numbers with neighbours put together: 1, 2, 3, 7 are ``1–3`` and ``7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        {"first": run[0], "text": str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"}
        for run in runs
    ]


def _section(
    section: Section, language: str, pictures: Mapping[str, bytes], files: Files
) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "counted": counted_in_words(len(section.items), None, language),
        "items": [_item(item, language, pictures, files) for item in section.items],
    }


def _item(item: Item, language: str, pictures: Mapping[str, bytes], files: Files) -> dict[str, Any]:
    marked = mark_figures(item.figures, item.title, item.paragraphs)
    return {
        "number": item.number,
        "title": item.title,
        # typst wants a language; that of the edition where the item's own is not known.
        "language": item.language or language,
        "kind": item.kind_name,
        "facts": [fact for fact in (", ".join(item.regions), item.date) if fact],
        "paragraphs": _paragraphs(marked),
        "figures": [_figure(figure, language) for figure in marked.figures],
        "suspects": _suspects(item, language),
        "addresses": [_address(address) for address in item.addresses],
        "documents": [id_[:12] for id_ in item.documents],
        "edited": f"{say('edited', language)}: {item.edited_by}" if item.edited_by else "",
        "pictures": _pictures(item, language, pictures, files),
    }


def _paragraphs(marked: MarkedText) -> list[list[dict[str, str]]]:
    return [[{"text": r.text, "mark": r.mark} for r in runs] for runs in marked.paragraphs]


def _figure(printed: PrintedFigure, language: str) -> dict[str, str]:
    since = printed.figure.accumulation == "year_to_date"
    return {
        "letter": printed.letter,
        "value": printed.value,
        "of": printed.of,
        "note": say("year_to_date", language) if since else "",
    }


def _suspects(item: Item, language: str) -> list[str]:
    """A note for each figure that cannot be right as printed."""
    notes = (
        f"{printed_value(figure)}: {say(doubt_of(figure), language)} {figure.likely_reading}"
        for figure in item.figures
        if figure.suspect and figure.likely_reading
    )
    return list(dict.fromkeys(notes))


def _address(address: Address) -> dict[str, Any]:
    return {
        "target": safe_target(address.repaired or address.printed),
        "printed": breakable(address.printed),
        "repaired": breakable(address.repaired) if address.repaired else None,
    }


def _pictures(
    item: Item, language: str, pictures: Mapping[str, bytes], files: Files
) -> list[dict[str, Any]]:
    printed = []
    for sha256 in dict.fromkeys(item.pictures):
        picture = prepare_picture(pictures[sha256]) if sha256 in pictures else None
        if picture is None:
            continue
        files[f"{sha256}.jpg"] = picture.content
        width = min(
            COLUMN_MM,
            PICTURE_HEIGHT_MM * picture.width / picture.height,
            picture.width / LEAST_PX_PER_MM,
        )
        alt = f"{say('picture', language)} {item.number}: {item.title}"
        printed.append({"file": f"{sha256}.jpg", "width": width, "alt": alt})
    return printed


def _documents(release: Release) -> list[dict[str, Any]]:
    return [
        {
            "sha": document.id[:12],
            "name": document.name,
            "source": document.source or "",
            "address": breakable(document.address) if document.address else [],
            "published": document.published or "–",
        }
        for document in release.documents
    ]
