"""Read scanned pages with tesseract. It is optional: ``available`` says what is missing."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from sholu.evidence.language import language_of
from sholu.evidence.look_alikes import mend_word
from sholu.evidence.normal_text import one_line
from sholu.evidence.pdf_page import Box, PrintedLine

PACKAGES = "tesseract-ocr-eng tesseract-ocr-kaz tesseract-ocr-rus"
"""Debian packages with the language data."""

_TESSDATA = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_NEEDED = ("eng", "rus", "kaz")
_MOST_PIXELS = 25_000_000
"""An A4 page at 300 dpi has 8.7 million; a larger sheet is read at a lower resolution."""

_MODELS = {
    "en": ("eng",),
    "ru": ("rus",),
    "kk": ("kaz", "rus"),
    "ky": ("kir", "rus"),
    "tg": ("tgk", "rus"),
    "uz": ("uzb", "eng"),
    "az": ("aze", "eng"),
}
"""Models by language, where their data are installed (measured: kaz+rus beats kaz alone)."""

_BAND = 0.4
"""Share of the page's height that the first pass reads to learn the language."""


@dataclass(frozen=True)
class OcrSettings:
    """How scans are read.

    Attributes:
        tessdata: folder with the language data; empty to look where Debian puts them.
        resolution_dpi: measured error rates are level from 150 to 300 dpi for 11-point print.
        least_letters: a page with fewer is set aside: an empty reading can have a confidence of 95.
        least_confidence, doubtful_confidence: of 100; below the first a page is set aside, below
            the second it gets a finding. Clean print has 85 to 96, noise read as letters below 50.
    """

    tessdata: str = ""
    resolution_dpi: int = 200
    least_letters: int = 20
    least_confidence: int = 50
    doubtful_confidence: int = 75


DEFAULT_OCR = OcrSettings()


@dataclass
class OcrReading:
    """The lines of a page, the model that read them, its confidence (0 to 100), why it's set aside."""

    lines: list[PrintedLine] = field(default_factory=list)
    model: str = ""
    confidence: int = 0
    reason: str = ""

    @property
    def letters(self) -> int:
        """How many letters were read."""
        return sum(char.isalpha() for line in self.lines for char in line.text)


def available(settings: OcrSettings = DEFAULT_OCR) -> tuple[bool, str]:
    """Whether scans can be read, and if not, what to install."""
    if importlib.util.find_spec("tesserocr") is None:
        return False, "install the extra: pip install 'sholu[ocr]'"
    folder = _folder(settings)
    missing = [code for code in _NEEDED if not (folder / f"{code}.traineddata").is_file()]
    if missing:
        return False, f"install the language data of tesseract (Debian: {PACKAGES})"
    return True, ""


def _folder(settings: OcrSettings) -> Path:
    named = settings.tessdata or os.environ.get("TESSDATA_PREFIX", "")
    places = [named] if named else _TESSDATA
    return Path(next((p for p in places if Path(p, "eng.traineddata").is_file()), places[0]))


def read_page_picture(page: pdfium.PdfPage, settings: OcrSettings = DEFAULT_OCR) -> OcrReading:
    """Read a page as a picture: first a band of it to learn the language, then all with its model."""
    width, height = page.get_size()
    scale = min(settings.resolution_dpi / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    # A 3x3 median and Sauvola's threshold lose no page to uneven light, where the default loses
    # up to all of it; either alone fails under noise or shadow.
    picture = picture.filter(ImageFilter.MedianFilter(3))
    models = _choose_models(picture, settings)
    return _judged(_recognise(picture, models, scale, settings), settings)


def _judged(reading: OcrReading, settings: OcrSettings) -> OcrReading:
    """The reading, emptied with a reason if it can't be trusted."""
    if reading.letters < settings.least_letters:
        reading.reason = f"OCR found only {reading.letters} letters; look at the page"
        reading.lines = []
    elif reading.confidence < settings.least_confidence:
        reading.reason = f"OCR is unsure of it ({reading.confidence} of 100); look at the page"
        reading.lines = []
    return reading


def _choose_models(picture: Image.Image, settings: OcrSettings) -> str:
    """The models for a page's language, by reading the middle of it in both alphabets."""
    height = picture.height
    top = int(height * (1 - _BAND) / 2)
    band = picture.crop((0, top, picture.width, height - top))
    readings = [_recognise(band, models, 1.0, settings) for models in ("eng", "rus+kaz")]
    if all(reading.letters < settings.least_letters for reading in readings):
        readings = [_recognise(picture, models, 1.0, settings) for models in ("eng", "rus+kaz")]
    best = max(readings, key=lambda reading: reading.confidence * min(reading.letters, 400))
    language = language_of("\n".join(line.text for line in best.lines))
    folder = _folder(settings)
    default = ("eng",) if best.model == "eng" else ("kaz", "rus")
    wanted = _MODELS.get(language or "", default)
    installed = [code for code in wanted if (folder / f"{code}.traineddata").is_file()]
    return "+".join(installed) or best.model


def _recognise(
    picture: Image.Image, models: str, scale: float, settings: OcrSettings
) -> OcrReading:
    from tesserocr import OEM, PSM, PyTessBaseAPI

    with PyTessBaseAPI(
        path=str(_folder(settings)), lang=models, psm=PSM.AUTO, oem=OEM.LSTM_ONLY
    ) as engine:
        engine.SetVariable("thresholding_method", "2")
        engine.SetImage(picture)
        engine.SetSourceResolution(settings.resolution_dpi)
        engine.Recognize()
        lines = list(_lines(engine, models, scale))
        return OcrReading(lines, models, int(engine.MeanTextConf()))


def _lines(engine: Any, models: str, scale: float) -> Iterator[PrintedLine]:
    from tesserocr import RIL, iterate_level

    found = engine.GetIterator()
    if found is None:
        return
    for line in iterate_level(found, RIL.TEXTLINE):
        if line.Empty(RIL.TEXTLINE):
            continue
        words = one_line(line.GetUTF8Text(RIL.TEXTLINE))
        text = re.sub(r"\S+", lambda word: mend_word(word[0], models), words)
        left, top, right, bottom = (edge / scale for edge in line.BoundingBox(RIL.TEXTLINE))
        if text:
            # Heights of recognised lines vary with their letters, so they are no font sizes.
            yield PrintedLine(text, Box(left, top, right, bottom), font_size=10.0)
