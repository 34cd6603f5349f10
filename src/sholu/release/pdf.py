"""The release as PDF: tagged, PDF/UA-1 checked by the compiler, the same bytes for the same release."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, time
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from PIL import Image, UnidentifiedImageError

from sholu.charts.design import font_folder, typst_design
from sholu.charts.grammar import describe
from sholu.charts.svg import draw_svg
from sholu.events.model import Address
from sholu.release.chart import events_chart
from sholu.release.model import Item, Release, ReleaseError
from sholu.release.wording import period_in_figures, period_in_words, say, say_all

TEMPLATE = "information_release.typ"
PICTURE_WIDTH_MM = 110
PICTURE_HEIGHT_MM = 75
"""A picture takes at most two thirds of the column and a third of the page's height."""

BREAK = "\u200b"
"""Zero-width space: where a long address may break."""


def write_pdf(release: Release, pictures: Mapping[str, bytes]) -> bytes:
    """The file ``release.pdf``.

    Args:
        pictures: bytes by SHA-256, of those that items name; a missing or unreadable one is left out.

    Raises:
        ReleaseError: if the compiler refuses the document.
    """
    template = resources.files("sholu.release").joinpath("templates", TEMPLATE).read_bytes()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / TEMPLATE).write_bytes(template)
        data = template_data(release, folder, pictures)
        day = release.edition.period.last_day()
        try:
            compiler = typst.Compiler(
                folder / TEMPLATE,
                root=folder,
                font_paths=[font_folder()],
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
            pdf = compiler.compile(
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(day, time(), UTC),
            )
        except RuntimeError as error:
            raise ReleaseError(f"The PDF could not be made: {error}.") from error
    assert isinstance(pdf, bytes)
    return pdf


def template_data(release: Release, folder: Path, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    """All that the template prints, with the pictures laid into its folder."""
    edition, publisher = release.edition, release.publisher
    language = edition.language
    last = edition.period.last_day()
    chart = events_chart(release)
    (folder / "chart.svg").write_text(draw_svg(chart), encoding="utf-8")
    emblem = None
    if publisher.emblem is not None:
        emblem = f"emblem.{publisher.emblem_type}"
        (folder / emblem).write_bytes(publisher.emblem)
    numbers = {item.event: item.number for item in release.items()}
    number = f"№ {edition.number}, {edition.year}"
    return {
        "say": say_all(language),
        "design": typst_design(),
        "language": language,
        "document_title": f"{say('title', language)} {number}",
        "number": edition.number,
        "year": edition.year,
        "end": {"year": last.year, "month": last.month, "day": last.day},
        "period_figures": period_in_figures(edition.period),
        "running": f"{publisher.name} · {say('title', language)} {number} · "
        f"{period_in_words(edition.period, language)}",
        "reissue": edition.reissue,
        "why": edition.why,
        "changes": [
            {
                "what": say(change.what, language),
                "title": change.title,
                "fields": ", ".join(change.fields),
            }
            for change in release.changes
        ],
        "publisher": {
            "name": publisher.name,
            "subtitle": publisher.subtitle,
            "city": publisher.city,
            "address": publisher.address,
            "telephone": publisher.telephone,
            "fax": publisher.fax,
            "email": publisher.email,
            "site": publisher.site,
            "banner": publisher.banner,
        },
        "emblem": emblem,
        "chart": "chart.svg",
        "chart_text": describe(chart),
        "lead": release.lead,
        "summary": [
            {"text": s.text, "numbers": _runs(sorted(numbers[event] for event in s.items))}
            for s in release.summary
        ],
        "sections": [
            {
                "heading": section.heading,
                "items": [_item(item, language, folder, pictures) for item in section.items],
            }
            for section in release.sections
        ],
        "documents": [
            {
                "sha": document.id[:12],
                "name": " · ".join(
                    part for part in (document.name, document.source, document.address) if part
                ),
                "published": document.published or "–",
            }
            for document in release.documents
        ],
    }


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


def _item(
    item: Item, language: str, folder: Path, pictures: Mapping[str, bytes]
) -> dict[str, Any]:
    facts = [item.kind_name, ", ".join(item.regions)]
    if item.date:
        facts.append(f"{say('happened', language)}: {item.date}")
    return {
        "number": item.number,
        "title": item.title,
        # typst wants a language; English where the item's own is not known.
        "language": item.language or "en",
        "facts": " · ".join(fact for fact in facts if fact),
        "paragraphs": list(item.paragraphs),
        "suspects": _suspects(item, language),
        "addresses": [_address(address) for address in item.addresses],
        "edited": f"{say('edited', language)}: {item.edited_by}" if item.edited_by else "",
        "pictures": [
            picture
            for sha256 in item.pictures
            if sha256 in pictures
            and (picture := _picture(sha256, pictures[sha256], item.number, language, folder))
        ],
    }


def _suspects(item: Item, language: str) -> list[str]:
    """A note for each figure that cannot be right as printed."""
    return [
        f"{figure.value_printed}: {say('suspect', language)} {figure.likely_reading}"
        for figure in item.figures
        if figure.suspect and figure.likely_reading
    ]


def _address(address: Address) -> dict[str, str | None]:
    target = address.repaired or address.printed
    return {
        "target": target if target.startswith(("http://", "https://")) else f"https://{target}",
        "broken": _breakable(address.printed),
        "repaired": _breakable(address.repaired) if address.repaired else None,
    }


def _breakable(address: str) -> str:
    """An address that may break after its separators."""
    return "".join(sign + BREAK if sign in "/-_.?&=" else sign for sign in address)


def _picture(
    sha256: str, content: bytes, number: int, language: str, folder: Path
) -> dict[str, Any] | None:
    """A picture as PNG in the folder; None if it cannot be read."""
    try:
        with Image.open(BytesIO(content)) as image:
            width = min(PICTURE_WIDTH_MM, PICTURE_HEIGHT_MM * image.width / image.height)
            image.convert("RGB").save(folder / f"{sha256}.png")
    except (UnidentifiedImageError, OSError):
        return None
    alt = f"{say('picture', language)} {number}"
    return {"file": f"{sha256}.png", "width": width, "alt": alt}
