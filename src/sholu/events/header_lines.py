"""Read the lines that a press note puts before its text: source, date, address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.core.period import DateError, parse_partial_date
from sholu.events.blocks import Block
from sholu.mentions.model import Mention

HEADER_LINES = 12
"""Lines from the beginning among which such a line is looked for."""

_LABELS = {
    "source": "source|from|publisher|источник|от кого|дереккөз|кімнен|булак",
    "published": "published|date|issued|sent|опубликовано|дата|жарияланды|күні|жарыяланган|датасы",
    "address": "address|link|url|web|адрес|ссылка|мекенжай|мекенжайы|сілтеме|дареги",
    "title": "subject|title|тема|заголовок|тақырып|тақырыбы",
    "other": "to|cc|message-id|tel|fax|e-mail|кому|тел|факс|кімге",
}
_LINE = {
    name: re.compile(rf"(?:{words})\s*[:：]\s*(\S.*)", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](20\d\d)")
_ISO = re.compile(r"20\d\d(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True)
class HeaderLines:
    """What the header lines say, as printed, and where the text after them starts."""

    fields: dict[str, str]
    start: int
    published: str | None


def read_header_lines(blocks: Sequence[Block], dates: Sequence[Mention]) -> HeaderLines:
    """The header of a note; empty fields and the first block's start if it has none.

    Args:
        blocks: of the whole text.
        dates: mentions of dates, for a date in words.
    """
    fields: dict[str, str] = {}
    after = blocks[0].start if blocks else 0
    published: str | None = None
    lines = [line for block in blocks for line in block.lines][:HEADER_LINES]
    for line in lines:
        for name, pattern in _LINE.items():
            match = pattern.fullmatch(line.raw.strip("*_# "))
            if match is None:
                continue
            fields.setdefault(name, match.group(1).strip(" *_"))
            after = max(after, line.end)
            if name == "published" and published is None:
                published = _read_date(match.group(1)) or _mentioned(dates, line.start, line.end)
            break
    return HeaderLines(fields, after, published)


def _read_date(printed: str) -> str | None:
    day_first = _DAY_FIRST.search(printed)
    if day_first:
        day, month, year = day_first.groups()
        return _valid(f"{year}-{int(month):02d}-{int(day):02d}")
    iso = _ISO.search(printed)
    return _valid(iso.group()) if iso else None


def _mentioned(dates: Sequence[Mention], start: int, end: int) -> str | None:
    return next((m.code for m in dates if start <= m.span.start < end and m.code), None)


def _valid(text: str) -> str | None:
    try:
        return str(parse_partial_date(text))
    except DateError:
        return None
