"""Read the lines that a press note puts before its text: source, date, number, address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from sholu.core.period import DateError, parse_partial_date
from sholu.events.addresses import is_address_line
from sholu.events.blocks import Block, Line
from sholu.mentions.model import Mention
from sholu.mentions.office_phrases import is_active
from sholu.mentions.words import split_words

HEADER_LINES = 14
"""Lines from the beginning among which such a line is looked for."""

TEXT_WORDS = 14
"""Words from which a line is the text and ends the header."""

IMPRINT_WORDS = 7
"""``Исх. № 03-117 от 15.01.2025`` has five, a date with a number in Kazakh six."""

_LABELS = {
    "source": "source|from|publisher|источник|от кого|дереккөз|кімнен|булак",
    "published": "published|date|issued|sent|опубликовано|дата|жарияланды|күні|жарыяланган|датасы",
    "address": "(?:address|link|url|web|адрес|ссылка|мекенжай|мекенжайы|сілтеме|дарек|дареги)"
    r"(?:\s+(?:of publication|публикации))?",
    "title": "subject|title|тема|заголовок|тақырып|тақырыбы",
    "other": "to|cc|message-id|mime-version|content-type|tel|fax|e-mail|кому|тел|факс|кімге",
}
_LINE = {
    name: re.compile(rf"(?:{words})\s*[:：]\s*(\S.*)", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](20\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)20\d\d-\d\d(?:-\d\d)?(?!\d)")
_NUMBER = re.compile(r"\s*(?:№|ref\b|исх\b|шығ\b|no\.)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTITUTION = re.compile(
    r"\b(?:ministry|department|directorate|service|agency|court|prosecutor|press (?:office|release)"
    r"|министерств\w+|департамент\w*|управлени\w+|служб\w+|агентств\w+|суд|прокуратур\w+"
    r"|пресс-\w+|департаменті|министрлігі|басқармасы|қызметі|агенттігі|соты|прокуратурасы"
    r"|баспасөз \w+)\b",
    re.IGNORECASE,
)


_SITE = re.compile(
    r"^(?:главная|home|басты бет|башкы бет)\s*[/>»›|·]"
    r"|\b(?:просмотр\w*|views|қаралды|қаралым\w*)\s*:\s*\d",
    re.IGNORECASE,
)
"""The path of a page within its site, or how often it was opened."""


@dataclass(frozen=True)
class HeaderLines:
    """What the header says.

    Attributes:
        fields: ``source``, ``address``, ``title`` … as printed.
        starts: offsets of its lines; what begins there is not the text.
        published: ISO date, if a line gives one.
    """

    fields: dict[str, str]
    starts: frozenset[int]
    published: str | None


def read_header_lines(blocks: Sequence[Block], dates: Sequence[Mention]) -> HeaderLines:
    """The header of a note; it ends where the text begins, and a title may stand inside it.

    Args:
        blocks: of the whole text.
        dates: mentions of dates, for a date in words.
    """
    fields: dict[str, str] = {}
    starts: list[int] = []
    published: str | None = None
    for line in [line for block in blocks for line in block.lines][:HEADER_LINES]:
        name, value = _label(line)
        if name is None and len(line.raw.split()) >= TEXT_WORDS:
            break
        mentioned = _mentioned(dates, line.start, line.end)
        if name is None and not _is_imprint(line, mentioned):
            continue
        starts.append(line.start)
        if name is not None:
            fields.setdefault(name, value)
        if published is None and name in {None, "published"}:
            published = _read_date(value) or mentioned
    return HeaderLines(fields, frozenset(starts), published)


def _label(line: Line) -> tuple[str | None, str]:
    """The name of a labelled line's field and its value; None and the line if it has no label."""
    bare = line.raw.strip("*_# ")
    for name, pattern in _LINE.items():
        match = pattern.fullmatch(bare)
        if match is not None:
            return name, match.group(1).strip(" *_")
    return ("address", bare) if is_address_line(bare) else (None, bare)


def _is_imprint(line: Line, mentioned: str | None) -> bool:
    """Whether a line is of a letterhead: a date, a number, an institution, and no sentence."""
    bare = line.raw.strip("*_# ")
    if _SITE.search(bare):
        return True
    if re.search(r"[.!?…]$", bare) and not _DAY_FIRST.search(bare):
        return False
    dated = mentioned or _DAY_FIRST.search(bare) or _ISO.search(bare) or _NUMBER.match(bare)
    if dated and len(bare.split()) <= IMPRINT_WORDS:
        return True
    institution = _INSTITUTION.search(bare)
    return institution is not None and (
        len(bare.split()) <= 3
        or (bare.endswith((institution.group(), ")")) and not _acts(bare))
        or ("," in bare and not _tells(bare))
    )


_PARTED = re.compile(r"(?:\S+\s){2,}\S+:\s\S+\s\S")
"""``Гашишное масло из Чуйской долины: дело …``; what has a shorter beginning is a label."""
_WHITHER = re.compile(r"\b(?:in|before|by|to|at|from|over|after|against|под|через|перед)\b", re.I)


def _acts(bare: str) -> bool:
    """Whether a line that ends in an institution is a headline: ``Guard appears in Tehran court``,
    ``Фермер выиграл суд``."""
    parted = _PARTED.match(bare) is not None
    return parted or _WHITHER.search(bare) is not None or _has_verb(bare)


_VERB = re.compile(
    r"(?=[а-яёәғқңөұүіһ])(?:"
    r"\w{2,}[аяеиыуо](?:л(?:ся|ась|ось)|ли(?:сь)?)"
    r"|(?:вы|при|у|по|про|пере|в|за|от)?(?:нес|нёс|вез|вёз)|спас|помог"
    r"|\w{2,}(?:[аяую]ет|ют)(?:ся)?|\w{2,}вш(?:его|ему|ей|ую|ий|ая|ие|их|им|ими)(?:ся)?|котор\w+"
    r"|\w{3,}(?:[аея]но|[яыу]то)"
    r"|\w{2,}(?:[дт]ы|ді|[кпстшч]ті))"
)
"""Verbs and participles that ``is_active`` leaves to others; in Kazakh the past (``шығарды``,
``өтті``) and objects, but not ``қызметі`` or ``департаменті``."""


def _has_verb(bare: str) -> bool:
    """Whether a line tells something, as no letterhead does."""
    return any(is_active(word) or _VERB.fullmatch(word.text) for word in split_words(bare))


def _tells(bare: str) -> bool:
    """Whether a line with an institution and a comma is a headline: it counts, or has a verb.

    In a letterhead in Latin letters nearly all words have a capital.
    """
    if re.search(r"\d\s+\w|:", bare) or _has_verb(bare):
        return True
    words = re.findall(r"[A-Za-z]{4,}", bare)
    return bool(words) and 2 * sum(word[0].isupper() for word in words) < len(words)


def _read_date(printed: str) -> str | None:
    day_first = _DAY_FIRST.search(printed)
    if day_first:
        day, month, year = day_first.groups()
        return _valid(f"{year}-{int(month):02d}-{int(day):02d}")
    iso = _ISO.search(printed)
    if iso:
        return _valid(iso.group())
    try:
        return parsedate_to_datetime(printed).date().isoformat()
    except ValueError:
        return None


def _mentioned(dates: Sequence[Mention], start: int, end: int) -> str | None:
    """The day that a date in the line states; None for a month or a year, which head no letter."""
    stated = (
        m.code for m in dates if start <= m.span.start < end and m.role == "stated" and m.code
    )
    return next((code for code in stated if _DAY.fullmatch(code)), None)


def _valid(text: str) -> str | None:
    try:
        return str(parse_partial_date(text))
    except DateError:
        return None
