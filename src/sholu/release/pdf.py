"""The release as PDF: tagged, PDF/UA-1 checked by the compiler, same release same bytes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, time
from importlib import resources
from pathlib import Path

import typst

from sholu.charts.design import font_folder
from sholu.release.model import Edition, Release, ReleaseError
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
    # typst's Python package reads files given in memory as text, so pictures need a folder.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in {TEMPLATE: template, **files}.items():
            (folder / file).write_bytes(content)
        return _compile(folder, json.dumps(data, ensure_ascii=False), release.edition)


def _compile(folder: Path, data: str, edition: Edition) -> bytes:
    try:
        compiler = typst.Compiler(
            folder / TEMPLATE,
            root=folder,
            font_paths=[font_folder()],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
        pdf = compiler.compile(
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(edition.period.last_day(), time(), UTC),
        )
    except RuntimeError as error:
        raise ReleaseError(
            f"The PDF of release {edition.code} could not be made: {error}.",
            "Please report this with the ids of the release's items.",
        ) from error
    assert isinstance(pdf, bytes)
    return pdf
