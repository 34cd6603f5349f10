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
    r"|\d{4}\s?[A-ZА-Я]{2}\s?\d{2}|[A-ZА-Я]{2}\s?\d{4}\s?\d{2,3})(?![\w])"
)
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
