"""What is blackened on a page, and where words stand. All persons are invented."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image

from sholu.evidence.pdf_page import PdfPageReader
from sholu.evidence.printed import Box as Area
from sholu.release.package.model import Box
from sholu.release.package.page_drawing import (
    WIDTH,
    Drawing,
    Line,
    PagePlan,
    PageTask,
    Stretch,
    draw_page,
)

SOURCE = """\
#set page(width: 400pt, height: 300pt, header: [Asan Invented, a case])
#set text(font: "Noto Sans", size: 12pt)
Police found 5 kg with Asan Invented today.

Nothing else is here.
"""
WORDS = "Police found 5 kg with Asan Invented today."


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.pdf"
    path.write_bytes(typst.compile(SOURCE.encode()))
    return path


@pytest.fixture(scope="module")
def area(file: Path) -> Area:
    with pdfium.PdfDocument(file) as document:
        reader = PdfPageReader(document[0])
        line = next(one for one in reader.lines() if one.text == WORDS)
        reader.close()
    return line.box


def _draw(
    file: Path, lines: tuple[Line, ...], *hidden: Stretch, names: tuple[str, ...] = ()
) -> Drawing:
    start = WORDS.index("5 kg")
    spans = (("span-kg", (Stretch(0, start, start + 4),)),)
    return draw_page(PageTask(str(file), PagePlan(1, lines, hidden, names, spans)))


def _dark(drawing: Drawing, box: Box | Area, size: tuple[float, float] = (1, 1)) -> float:
    page = Image.open(io.BytesIO(drawing.png)).convert("L")
    across, down = page.width / size[0], page.height / size[1]
    part = page.crop(
        (
            round(box.left * across),
            round(box.top * down),
            round(box.right * across),
            round(box.bottom * down),
        )
    ).tobytes()
    return sum(value < 40 for value in part) / len(part)


def _part(area: Area, start: float, end: float) -> Area:
    width = area.right - area.left
    return Area(area.left + start * width, area.top, area.left + end * width, area.bottom)


def test_words_are_found_by_their_letters(file: Path, area: Area) -> None:
    (box,) = _draw(file, (Line(WORDS, area),)).boxes["span-kg"]
    share = (area.right - area.left) / 400
    assert 0 < box.right - box.left < 0.25 * share
    assert box.left > area.left / 400
    assert abs(box.top - area.top / 300) < 0.02


def test_only_the_letters_of_a_name_are_blackened(file: Path, area: Area) -> None:
    start = WORDS.index("Asan")
    hidden = Stretch(0, start, start + len("Asan Invented"))
    drawing = _draw(file, (Line(WORDS, area),), hidden)
    assert _dark(drawing, _part(area, 0.6, 0.8), (400, 300)) > 0.95
    assert _dark(drawing, _part(area, 0.0, 0.4), (400, 300)) < 0.5


def test_a_line_that_reads_otherwise_is_blackened_whole(file: Path, area: Area) -> None:
    read_by_ocr = Line(WORDS.replace("Asan", "Asam"), area)
    drawing = _draw(file, (read_by_ocr,), Stretch(0, 23, 36))
    assert _dark(drawing, area, (400, 300)) > 0.99
    (box,) = drawing.boxes["span-kg"]
    assert box.right - box.left == pytest.approx((area.right - area.left) / 400, abs=1e-3)


def test_a_torn_word_takes_the_next_line_with_it(file: Path, area: Area) -> None:
    below = Area(area.left, area.top + 40, area.right, area.bottom + 40)
    lines = (Line(WORDS[:-1] + " and In-vented", area), Line("vented.", below))
    drawing = _draw(file, lines, Stretch(0, 40, len(lines[0].text)))
    assert _dark(drawing, area, (400, 300)) > 0.99
    assert _dark(drawing, below, (400, 300)) > 0.99


def test_a_name_in_a_running_head_is_blackened_too(file: Path, area: Area) -> None:
    plain = _draw(file, (Line(WORDS, area),))
    hidden = _draw(file, (Line(WORDS, area),), names=("Asan  Invented",))
    head = Box(0, 0, 0.6, area.top / 300 - 0.05)
    assert _dark(hidden, head) > 2 * _dark(plain, head)


def test_a_picture_has_the_width_of_a_readable_page_and_no_more_colours_than_it_needs(
    file: Path, area: Area
) -> None:
    picture = Image.open(io.BytesIO(_draw(file, (Line(WORDS, area),)).png))
    assert abs(picture.width - WIDTH) <= 1
    assert picture.mode == "P"
    assert picture.info == {} or set(picture.info) <= {"transparency"}
