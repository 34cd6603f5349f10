"""Scanned pages. Most tests need tesserocr and its language data, and skip without them."""

from __future__ import annotations

import io
import random

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from sholu.evidence import ocr
from sholu.evidence.look_alikes import mend_word
from sholu.evidence.ocr import OcrSettings
from sholu.evidence.read import read_document
from tests.evidence.build import passages, pdf, read

needs_ocr = pytest.mark.skipif(not ocr.available()[0], reason=ocr.available()[1] or "available")

RUSSIAN = (
    "Сотрудники полиции задержали двух жителей северной области. В багажнике машины нашли "
    "двенадцать килограммов гашиша и весы."
)
KAZAKH = (
    "Полиция қызметкерлері солтүстік облыстың екі тұрғынын ұстады. Көліктің жүк салғышынан он екі "
    "келі гашиш пен таразы табылды."
)
ENGLISH = (
    "Police officers detained two residents of the northern region. Twelve kilograms of hashish "
    "and scales were found in the boot of the car."
)


def _scan(words: str, *, shadow: bool = False) -> bytes:
    """A page of words as a picture without a text layer."""
    source = f"#set page(width: 300pt, height: 160pt, margin: 40pt)\n#set text(size: 12pt)\n{words}"
    with pypdfium2.PdfDocument(pdf(source)) as document:
        picture = document[0].render(scale=200 / 72, grayscale=True).to_pil().convert("L")
    if shadow:
        picture = _shadowed(picture)
    stream = io.BytesIO()
    picture.save(stream, "PDF", resolution=200)
    return stream.getvalue()


def _shadowed(picture: Image.Image) -> Image.Image:
    """Uneven light: the left edge is darker than the ink on the right."""
    light = Image.linear_gradient("L").rotate(90).resize(picture.size)
    light = light.point(lambda value: 60 + value * 190 // 255)
    return Image.composite(picture, Image.new("L", picture.size, 0), light)


def _words(text: str) -> list[str]:
    return text.replace("\n", " ").split()


@needs_ocr
@pytest.mark.parametrize(("words", "language"), [(RUSSIAN, "ru"), (KAZAKH, "kk"), (ENGLISH, "en")])
def test_a_scan_is_read_in_its_language(words: str, language: str) -> None:
    text = read(_scan(words))
    assert text.pages[0].read_by == "ocr"
    assert text.language == language
    right = sum(a == b for a, b in zip(_words(text.text), _words(words), strict=False))
    # Measured on clean print: all words; one may fall to a speck.
    assert right >= len(_words(words)) - 1


@needs_ocr
def test_uneven_light_does_not_empty_the_page() -> None:
    text = read(_scan(RUSSIAN, shadow=True))
    assert text.status == "read"
    assert "килограммов гашиша" in text.text.replace("\n", " ")


@needs_ocr
def test_lines_of_a_scan_have_their_place_in_points() -> None:
    text = read(_scan(ENGLISH))
    first = text.lines[0]
    assert text.pages[0].width == pytest.approx(300, abs=1)
    assert 38 < first.left < 44  # the margin is 40 points
    assert 36 < first.top < 48
    assert first.right < 264
    assert 8 < first.bottom - first.top < 20


@needs_ocr
def test_a_page_of_noise_is_set_aside_with_a_reason() -> None:
    chance = random.Random(3)
    noise = Image.frombytes(
        "L", (600, 400), bytes(chance.choice((90, 200)) for _ in range(240_000))
    )
    stream = io.BytesIO()
    noise.filter(ImageFilter.GaussianBlur(2)).save(stream, "PDF", resolution=100)
    text = read(stream.getvalue())
    assert text.text == ""
    assert text.status == "partly_read"
    assert "page 1: OCR" in text.reason


@needs_ocr
def test_an_address_on_a_cyrillic_page_is_read_in_latin_letters() -> None:
    text = read(_scan(RUSSIAN + "\n\nhttps:\\//police.aldaria.example/news/12"))
    assert passages(text, "address") == ["https://police.aldaria.example/news/12"]


def test_without_language_data_the_page_is_left_and_the_packages_are_named() -> None:
    content = _scan(ENGLISH)
    text = read_document(content, "scan.pdf", ocr=OcrSettings(tessdata="/nonexistent")).text
    assert text.status == "partly_read"
    assert text.pages[0].read_by == "nothing"
    assert "page 1 is a scan" in text.reason


def test_status_says_what_to_install() -> None:
    works, what = ocr.available(OcrSettings(tessdata="/nonexistent"))
    assert not works
    assert "tesseract-ocr-kaz" in what or "sholu[ocr]" in what


@pytest.mark.parametrize(
    ("word", "models", "mended"),
    [
        ("гepoин", "rus", "героин"),
        ("pоlice", "eng", "police"),
        ("PDF-файл", "kaz+rus", "PDF-файл"),
        ("қaлa", "kaz+rus", "қала"),
        ("Aсе", "eng", "Ace"),
        ("12", "rus", "12"),
    ],
)
def test_a_word_is_in_one_alphabet(word: str, models: str, mended: str) -> None:
    assert mend_word(word, models) == mended
