"""Read scanned pages with tesseract. It is optional: ``available`` says what is missing."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from sholu.evidence.language import language_of
from sholu.evidence.links import is_address
from sholu.evidence.look_alikes import mend_word
from sholu.evidence.normal_text import one_line
from sholu.evidence.printed import Box, PrintedLine

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

_MAY_BE_ADDRESS = re.compile(r"\S{12,}")
"""A long line without a space: no sentence, perhaps an address that Cyrillic models misread."""

_RIM = 6
"""Pixels around a line that is read again."""

_BAND = 0.4
"""Share of the page's height that the first pass reads to learn the language."""


@dataclass(frozen=True)
class OcrSettings:
    """How scans are read.

    Attributes:
        tessdata: folder with the language data; empty to look where Debian puts them.
        resolution_dpi: measured error rates are level from 150 to 300 dpi for 11-point print.
        least_letters: a page with fewer is set aside: an empty reading can have a confidence of 95.
        least_confidence: of 100; below it a page is set aside.
        doubtful_confidence: below it a page gets a finding. Clean print was measured at 95, print
            under a shadow at 90; both thresholds are chosen, not measured.
    """

    tessdata: str = ""
    resolution_dpi: int = 200
    least_letters: int = 20
    least_confidence: int = 50
    doubtful_confidence: int = 75


DEFAULT_OCR = OcrSettings()


@dataclass
class OcrReading:
    """The lines of a page, the models, their confidence (of 100), why the page is set aside."""

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
    """Read a page as a picture: a band of it to learn the language, then all with its model."""
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
    with _engine(models, settings) as engine:
        engine.SetImage(picture)
        engine.SetSourceResolution(settings.resolution_dpi)
        engine.Recognize()
        lines = list(_lines(engine, models, scale))
        confidence = int(engine.MeanTextConf())
    if "eng" not in models:
        lines = _with_addresses(picture, lines, scale, settings)
    return OcrReading(lines, models, confidence)


def _engine(models: str, settings: OcrSettings) -> Any:
    from tesserocr import OEM, PSM, LeptLogLevel, PyTessBaseAPI, set_leptonica_log_level

    set_leptonica_log_level(LeptLogLevel.NONE)  # it complains of its own empty boxes
    engine = PyTessBaseAPI(
        path=str(_folder(settings)), lang=models, psm=PSM.AUTO, oem=OEM.LSTM_ONLY
    )
    engine.SetVariable("thresholding_method", "2")
    return engine


def _with_addresses(
    picture: Image.Image, lines: list[PrintedLine], scale: float, settings: OcrSettings
) -> list[PrintedLine]:
    """The lines, with those that may be a web or mail address read again in Latin letters."""
    suspects = [n for n, line in enumerate(lines) if _MAY_BE_ADDRESS.fullmatch(line.text)]
    if not suspects:
        return lines
    from tesserocr import PSM

    lines = list(lines)
    with _engine("eng", settings) as engine:
        engine.SetPageSegMode(PSM.SINGLE_LINE)
        engine.SetImage(picture)
        engine.SetSourceResolution(settings.resolution_dpi)
        for n in suspects:
            box = lines[n].box
            engine.SetRectangle(
                max(0, int(box.left * scale) - _RIM),
                max(0, int(box.top * scale) - _RIM),
                int((box.right - box.left) * scale) + 2 * _RIM,
                int(box.height * scale) + 2 * _RIM,
            )
            text = one_line(engine.GetUTF8Text())
            if is_address(text) or "@" in text:
                lines[n] = replace(lines[n], text=text)
    return lines


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
