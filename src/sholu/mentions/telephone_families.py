"""Telephones of the region's countries by their groups, in stars, by last digits, and the words
beside them."""

from __future__ import annotations

import re

_I = re.IGNORECASE

_EXTENSION = r"(?:,?\s?(?:доб|ext|ішкі|вн)\w*\.?\s?\d{1,5})?"
MOBILE = re.compile(
    r"(?<![\w+.,/-])(?:"
    r"1[3-9]\d[ -]\d{4}[ -]\d{4}"
    r"|0[ -]\(?[25-9]\d{2}\)?[ -]\d{2,3}[ -]\d{2}[ -]\d{2,3}"
    r"|0?5\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}|\(05\d{2}\) ?\d{3} \d{2} \d{2}"
    r"|09\d{2}[ -]\d{3}[ -]\d{2}[ -]?\d{2}|03\d{2}[ -]\d{7}|05[024568][ -]\d{3}[ -]?\d{4}"
    rf"|07\d{{2}}[ -]\d{{3}}[ -]\d{{3}}){_EXTENSION}(?!\w|[.,/-]\d)"
)
"""Of China, Kyrgyzstan, Turkey, Iran, Pakistan, the Emirates, Afghanistan: nothing else has these
groups. Offices have other codes."""
GROUPED = re.compile(
    r"(?<![\w+.,/-])\(?\d{1,5}\)?(?:[ -]{1,2}\(?\d{1,4}\)?){1,6}(?:,?\s(?:доб|"
    r"ext)\w*\.?\s?\d{1,5})?"
    r"(?!\w|[.,:/-]\d)"
)
STARRED = re.compile(
    r"(?<![\w*])(?:\+\d{1,3}|[08])[ -]?\(?[\d*•]{2,3}\)?(?:[ -]?[\d*•хХxX]{1,4}){2,4}(?![\w*])"
)
BESIDE = re.compile(
    r"(?:телефон\w*|тел\.|сотов\w+|мобильн\w+|домашн\w+|трубк\w*|в[ао]тс?[аэ]п\w*|вайбер\w*|"
    r"звон[ия]\w*|набира\w+|набра\w+|\bномер(?:у|ом|а|е)?\b|симк\w*|сим-карт\w*|"
    r"\bphone|mobile|whatsapp|viber|\b(?:ring|rang|rung|dial\w*|text(?:ed)?|call(?:ed)?)\b|"
    r"\bSIMs?\b|"
    r"\bnumber\b|нөмір\w*|ұялы\w*|қоңырау\w*|\bimo\b)[^.;\n\d]{0,35}$",
    _I,
)
AT_HOME = re.compile(
    r"(?:домашн\w+|городск\w+\s(?:номер|телефон)|телефон\w*|тел\.|звон\w+|home\s(?:phone|number)|"
    r"land\s?line|үй\sтелефон\w*)[^.;\n\d]{0,25}$",
    _I,
)
SIX_DIGITS = re.compile(r"\d{2,3}-\d{2}-\d{2}|\d-\d{2}-\d{2}")
OTHER_NUMBER = re.compile(
    r"(?:№|\bno\.|\bлот\w*|\bдел[оау]\b|\bcase|тендер\w*|протокол\w*|сери[яи]\w*|гост|series|"
    r"invoice|"
    r"договор\w*|лиценз\w+|contract|рейс\w*|поезд\w*|flight|train|іс\b|бұйры\w+|законом?)"
    r"[^.;\n\d]{0,12}$",
    _I,
)
ADVERT = re.compile(
    r"прода[мюё]|куплю|\bсда[мюё]|сниму|обменяю|подработк|заработок|сатамын|жалға\sберемін|"
    r"for\ssale|to\slet|ask\sfor|спросить|спрашивать",
    _I,
)
ASKED_BY_NAME = re.compile(
    r"(?:звони(?:ть|те)?|call|ring|қоңырау\sшал\w*)\s(?-i:[А-ЯЁӘІҢҒҮҰҚӨҺA-Z])\w+\W{1,3}$"
    r"|звонить\s(?:ему|ей|мне)[^.;\n\d]{0,15}$",
    _I,
)
CALLED_FROM = re.compile(
    r"(?:(?:call|rang|text|phon)\w*[^.;\n]{0,30}\sfrom|звонил\w*[^.;\n]{0,30}\sс(?:\sномера)?|"
    r"писал\w*\sс\sномера)\s$",
    _I,
)
"""Whose telephone it is: a caller's, an advertisement's, or one at which a person is asked for."""
LAST_DIGITS = re.compile(
    r"(?:последн\w+\s(?:\w+\s)?цифр\w*|оканчива\w+\sна|заканчива\w+\sна|ending(?:\sin|\swith)?|"
    r"ends\sin|"
    r"last\s(?:\w+\s)?digits|соңғы\s(?:\w+\s)?(?:цифр|сан)\w*|(?:тек\s)?соңы)"
    r"(?:\s[^\W\d]+)?[^\w\n]{1,4}(?:(?:of|were|are|is|"
    r"was)\s)?(?P<it>\d{2,4}(?:[ -]\d{2}){0,2})(?![\w]|[.,]\d)",
    _I,
)
STARS_BEFORE = re.compile(r"(?<![\w*•.])[*•]{1,4}[ ]?\d{4}(?!\w|[.,]\d)")
LAST_OF = re.compile(r"телефон|номер|phone|number|нөмір|абонент|звон", _I)
LAST_OF_CARD = re.compile(r"карт|\bcards?\b|сч[её]т|account|шот", _I)
