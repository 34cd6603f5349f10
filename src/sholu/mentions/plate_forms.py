"""How number plates are written, and the words beside them."""

from __future__ import annotations

import re

_I = re.IGNORECASE

_CYRILLIC_TWINS = "АВЕКМНОРСТУХ"
PLATE = re.compile(
    r"(?<![\w])(?:(?:KZ\s)?\d{3}[\s ]?[A-ZА-Я]{2,3}[\s ]?(?:0[1-9]|1\d|20)"
    r"|[A-ZА-Я]\s?\d{3}\s?[A-ZА-Я]{2,3}(?:\s?\d{2,3})?"
    r"|\d{2}\s?KG\s?\d{3}\s?[A-Z]{2,3}"
    r"|[A-Z]\s?\d{4}\s?[A-Z]{1,2}|\d{2}[-\s]?[A-Z]{2}[-\s]?\d{3}"
    r"|\d{2}\s?[A-Z]\s?\d{3}\s?[A-Z]{2}|\d{2}\s?\d{3}\s?[A-Z]{3}"
    r"|\d{4}\s?[A-ZА-Я]{2}[-\s]?\d{1,2}|[A-ZА-Я]{2}\s?\d{4}\s?\d{2,3}"
    r"|[A-ZА-Я]{2}[\s-]?\d{3,4}[\s-]?[A-ZА-Я]{2}|\d{2}\s?[A-Z]{1,3}\s?\d{2,4})(?![\w])"
)
"""With those of Tajikistan, Belarus, Turkmenistan, Ukraine, Georgia and Turkey."""
_PIECE = r"(?:[A-ZА-Я\u0620-\u064a]{1,3}|\d{1,5})"
_PIECES = rf"(?-i:{_PIECE}(?:[\s-]?{_PIECE}){{1,4}})(?!\w)"
NAMED_PLATE = re.compile(
    r"(?<!\w)(?:(?:гос\.?\s?-?)?номер(?:а|ом|ами|ам)?|госзнак\w*|знак(?:а|ом|и|ами)?|г/н|грнз|plates?|"
    r"registration(?:\snumber)?|нөмірі|нөмір)(?:\s(?:знак|number|no\.))?"
    rf"\s?[:–-]?\s?[(«\"]?(?:№\s?)?(?P<it>{_PIECES})"
    rf"|(?<!\w)(?P<before>{_PIECES})(?=[»\"]?\s(?:мемлекеттік\s)?(?:нөмірлі|номерлі|нөмірімен))",
    _I,
)
"""Letters and digits of any country's order behind the word for a plate; in Kazakh before it."""
CERTAIN_PLATE = re.compile(
    rf"(?:KZ\s)?\d{{3}}\s?[A-Z]{{3}}\s?\d{{2}}|\d{{2}}-[A-Z]{{2}}-\d{{3}}|"
    rf"[A-Z{_CYRILLIC_TWINS}]\s?\d{{3}}\s?[A-Z{_CYRILLIC_TWINS}]{{2}}\s?\d{{2,3}}"
    rf"|\d{{2}}\s?KG\s?\d{{3}}\s?[A-Z]{{2,3}}|\d{{2}}\s?[A-Z]\s?\d{{3}}\s?[A-Z]{{2}}"
    rf"|[A-ZА-Я]\s?\d{{3}}\s?[A-ZА-Я]{{3}}"
)
"""Kazakhstan since 2012 and before, Russia (GOST R 50577), Kyrgyzstan since 2016, Uzbekistan."""
PLATE_WORD = re.compile(
    r"гос\.?\s?-?номер|г/н|г\.\s?н\.|грнз|госзнак|номер|рег\w*\.?\s?(?:знак|номер)|plate|"
    r"\b(?:number|numbered)\b|registration|licen[cs]e|нөмір|автомоб|автомаш|машин|көлік|«лад",
    _I,
)
PLATE_AFTER = re.compile(r"[»\"]?\s(?:нөмірлі|мемлекеттік|номерл)", _I)
OTHER_NUMBER = re.compile(r"рейс|поезд|приказ|дел[оау]\b|flight|train\b|order|бұйрық|пойыз", _I)
"""What else has numbers with letters."""
