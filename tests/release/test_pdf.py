"""The PDF, read back."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from sholu.release.model import Release
from sholu.release.pdf import write_pdf
from sholu.release.pictures import prepare_picture
from sholu.vocabulary.load import load
from tests.release.invented_events import (
    EVENTS,
    PICTURES,
    compose_invented,
    event,
    files_of,
    picture,
)

MARGIN_BELOW = 25 / 25.4 * 72
"""Points under which only the foot of a page stands."""

REPOSITORY = Path(__file__).resolve().parents[2]


@cache
def _pages(language: str) -> tuple[str, ...]:
    return _read(write_pdf(compose_invented(language), PICTURES))


def _read(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, with any white space as one space."""
    document = pypdfium2.PdfDocument(pdf)
    return tuple(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def _text(language: str) -> str:
    return " ".join(_pages(language))


@pytest.mark.parametrize(
    ("language", "title", "period", "contents"),
    [
        ("en", "INFORMATION RELEASE", "1–15 January 2025", "Contents"),
        ("ru", "ИНФОРМАЦИОННЫЙ ВЫПУСК", "1–15 января 2025 года", "Содержание"),
        ("kk", "АҚПАРАТТЫҚ ШЫҒАРЫЛЫМ", "2025 жылғы 1–15 қаңтар", "Мазмұны"),
    ],
)
def test_cover_and_contents_are_in_the_language(
    language: str, title: str, period: str, contents: str
) -> None:
    cover, front = _pages(language)[:2]
    assert title in cover
    assert "№ 1" in cover
    assert period in cover
    assert contents in front
    assert "Operation Reed: 46.1 kg of hashish seized" in front


def test_every_title_address_and_kazakh_letter_is_printed() -> None:
    text = _text("kk")
    for made in EVENTS:
        assert made.title in text
    assert "https://press.example/reed" in text
    assert "әңгіме, үлгі, құқық, һәм сұрақ" in text


def test_every_page_carries_the_banner() -> None:
    assert all("Invented data for demonstration" in page for page in _pages("ru"))


def test_words_that_look_like_markup_are_printed_as_they_are() -> None:
    text = _text("en")
    assert 'Markup #read("x") $x$ *b* <script>alert(1)</script> is only words' in text
    assert '#read("/etc/passwd"), $x^2$, *bold*, _low_, `code`' in text


def test_a_damaged_address_stands_beside_its_likely_repair() -> None:
    text = _text("en").replace(" ", "")
    assert "https:/press.example/a-very-long-address/part-of-it/" in text
    assert "likelyhttps://press.example/a-very-long-address/part-of-it/" in text


def test_only_whole_web_addresses_are_links() -> None:
    targets = _link_targets(write_pdf(compose_invented("en"), PICTURES))
    assert "https://press.example/reed" in targets
    assert not any(target.startswith(("javascript", "https:/press")) for target in targets)


def _link_targets(pdf: bytes) -> set[str]:
    import re

    return {match.decode() for match in re.findall(rb"/URI ?\(([^)]*)\)", pdf)}


def test_a_suspect_figure_is_printed_with_its_likely_reading() -> None:
    assert "6080 percent: suspect as printed; likely 60–80 percent" in _text("en")


def test_the_pdf_is_tagged_and_names_its_title_language_and_standard() -> None:
    pdf = write_pdf(compose_invented("kk"), PICTURES)
    metadata = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert metadata["Title"] == "Ақпараттық шығарылым № 1, 2025"
    assert metadata["CreationDate"].startswith("D:20250115")
    assert b"/MarkInfo" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_the_same_release_has_the_same_bytes_in_another_process() -> None:
    here = [
        f"{name} {hashlib.sha256(content).hexdigest()}"
        for name, content in files_of(compose_invented("kk")).items()
    ]
    assert _hashes("1") == here
    assert len(here) == 3


def _hashes(seed: str) -> list[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(REPOSITORY / "src"), str(REPOSITORY))),
        "PYTHONHASHSEED": seed,
    }
    command = [sys.executable, "-m", "tests.release.invented_events"]
    made = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
    )
    return made.stdout.splitlines()


def test_two_hundred_items_make_a_release_whose_contents_name_countries_only() -> None:
    events = [
        event(f"n{n}", f"Item number {n} of many", f"In item {n} they found {n} parcels.\n\n" * 6,
              countries=[("XA", "XB", "XC")[n % 3]], figures={f"{n} parcels": "parcels"})
        for n in range(100, 300)
    ]  # fmt: skip
    pages = _read(write_pdf(compose_invented("en", events), {}))
    assert len(pages) > 40
    assert "Item number 100 of many" not in pages[1]
    assert "Republic of Morovia" in pages[1]
    assert "Item number 299 of many" in " ".join(pages)


def test_a_chart_of_many_countries_stands_whole_above_the_foot() -> None:
    codes = [place.code for place in load().places if len(place.code) == 2][:30]
    events = [event(code, f"Item of {code}", "Words.", countries=[code]) for code in codes]
    document = pypdfium2.PdfDocument(write_pdf(compose_invented("en", events), {}))
    texts = [page.get_textpage() for page in document]

    chart = next(text for text in texts if text.search("number of events").get_next())

    last = chart.search("Counted from").get_next()
    assert last is not None
    bottom = chart.get_charbox(last[0])[1]
    assert bottom > MARGIN_BELOW


def test_a_single_item_without_picture_figures_or_address_makes_a_release() -> None:
    bare = event("bare", "Bare", "Words.", addresses=(), spans=(), documents=())
    pages = _read(write_pdf(compose_invented("en", [bare], emblem=None, banner=""), {}))
    assert "1 event · 1 country" in pages[0]


def test_an_unreadable_picture_is_left_out(english: Release) -> None:
    pictures = dict.fromkeys(PICTURES, b"no picture")
    assert "Operation Reed" in " ".join(_read(write_pdf(english, pictures)))


def test_a_prepared_picture_forgets_what_the_camera_wrote() -> None:
    from PIL import Image

    assert b"Invented Photographer" in picture()
    prepared = prepare_picture(picture())
    assert prepared is not None
    assert b"Invented Photographer" not in prepared.content
    with Image.open(io.BytesIO(prepared.content)) as image:
        assert (image.size, image.format) == ((40, 30), "JPEG")


def test_a_picture_that_claims_to_be_enormous_is_left_out() -> None:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("1", (10_000, 7_000)).save(buffer, "PNG")
    assert prepare_picture(buffer.getvalue()) is None


def test_a_sign_that_no_font_has_does_not_refuse_the_release() -> None:
    told = event("told-in-a-channel", title="\u2757 Hashish found", text="\U0001f6a8 In (云南).")
    pages = _read(write_pdf(compose_invented("en", [*EVENTS, told]), PICTURES))
    assert any("Hashish found" in page for page in pages)
