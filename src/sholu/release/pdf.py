"""The release as PDF: tagged, PDF/UA-1 checked by the compiler, same release same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from importlib import resources
from typing import Any

import typst

from sholu.charts.design import font_folder
from sholu.release.model import Release, ReleaseError
from sholu.release.pdf_data import template_data

TEMPLATE = "information_release.typ"


def write_pdf(release: Release, pictures: Mapping[str, bytes]) -> bytes:
    """The file ``release.pdf``.

    All words reach the template as data, so that nothing in a source's text is read as markup. The
    template sees no file but those given here, no font of the machine, and no clock.

    Args:
        pictures: bytes by SHA-256, of those that items name; an unreadable one is left out.

    Raises:
        ReleaseError: if the compiler refuses the document.
    """
    data, files = template_data(release, pictures)
    template = resources.files("sholu.release").joinpath("templates", TEMPLATE).read_bytes()
    day = release.edition.period.last_day()
    # typst takes a dictionary of files, though its type stubs do not say so.
    sources: Any = {"main.typ": template, **files}
    try:
        pdf: bytes = typst.compile(
            sources,
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(day, time(), UTC),
        )
    except RuntimeError as error:
        raise ReleaseError(
            f"The PDF of release {release.edition.code} could not be made: {error}.",
            "The data of the release are whole; please report this with release.json.",
        ) from error
    return pdf
