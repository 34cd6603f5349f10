"""The release as PDF: tagged, PDF/UA-1 checked by the compiler, same release same bytes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from sholu.charts.print_fonts import font_folders, printable
from sholu.release.model import Release, ReleaseError
from sholu.release.pdf_data import template_data

HOUSE = "house.typ"
"""What all templates import."""


def write_pdf(release: Release, pictures: Mapping[str, bytes]) -> bytes:
    """The file ``release.pdf``.

    Args:
        pictures: bytes by SHA-256, of those that items name; an unreadable one is left out.

    Raises:
        ReleaseError: if the compiler refuses the document.
    """
    data, files = template_data(release, pictures)
    edition = release.edition
    day = edition.period.last_day()
    return compile_pdf("information_release.typ", data, files, day, f"release {edition.code}")


def compile_pdf(
    template: str, data: Mapping[str, Any], files: Mapping[str, bytes], day: date, what: str
) -> bytes:
    """A document of the house as PDF/UA-1.

    All words reach the template as data, so that nothing in a source's text is read as markup. The
    template sees no file but those given here, no font of the machine, and no clock.

    Args:
        template: name of a file in ``templates/``.
        files: pictures by the names that the data give them.
        day: that the file is dated; ``what``: what it is, for the error.

    Raises:
        ReleaseError: if the compiler refuses the document.
    """
    templates = resources.files("sholu.release").joinpath("templates")
    parts = {name: templates.joinpath(name).read_bytes() for name in (template, HOUSE)}
    # typst's Python package reads files given in memory as text, so pictures need a folder.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in {**parts, **files}.items():
            (folder / file).write_bytes(content)
        try:
            compiler = typst.Compiler(
                folder / template,
                root=folder,
                font_paths=font_folders(),
                ignore_system_fonts=True,
                sys_inputs={"data": printable(json.dumps(data, ensure_ascii=False))},
            )
            pdf = compiler.compile(
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(day, time(), UTC),
            )
        except RuntimeError as error:
            raise ReleaseError(
                f"The PDF of {what} could not be made: {error}.",
                "Please report this with the ids of what it prints.",
            ) from error
    assert isinstance(pdf, bytes)
    return pdf
