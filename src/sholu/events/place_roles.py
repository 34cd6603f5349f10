"""What a place is named for: where something happened, or where somebody comes from."""

from __future__ import annotations

import re

from sholu.events.item import Reading
from sholu.events.paragraphs import Paragraph
from sholu.mentions.model import Mention

_NAMED_AFTER = re.compile(r"\s+[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w’'-]*")
_AT = re.compile(r"\b(?:in|at|в|во|г\.|город\w*)\s+$", re.IGNORECASE)
_BROKEN_DOWN = re.compile(r"[\s\w-]{0,18}(?:\(\d[\d\s]*\)|\s[–—]\s*\d)")
"""``Almaty (712)``, ``Алматы – 712``: one of the rows of a count of the whole country."""

_ROUTE = re.compile(r"\s*[–—-]\s*[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w’'-]+\s*[–—-]?")
_ROUTE_BEFORE = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w’'-]+\s*[–—-]\s*$")
"""``Almaty – Petropavl train``: where something runs from, not where it was stopped."""

_HOME_BEFORE = re.compile(
    r"(?:родом\s+из|урожен\w+|жител\w+|прожива\w+\s+в|прописан\w*\s+в|(?:resident|native|inhabitant|citizen)s?\s+of"
    r"|born\s+in|living\s+in|lives\s+in)(?:\s+(?:the|г\.?|город\w*|сел[ао]|[A-ZА-Я][\w’'-]+\s+(?:street|district)\s+in))?\s+$",
    re.IGNORECASE,
)
_HOME_AFTER = re.compile(
    r"\s+(?:(?:қала\w*|облыс\w*|аудан\w*)\s+)?(?:\d+\s+жас\w*\s+)?(?:тумасы|тұрғын\w*)"
    r"|\s+(?:(?:city|region|district)\s+)?(?:residents?|natives?)\b",
    re.IGNORECASE,
)
_KAZAKH_PEOPLE = re.compile(r"(?:л[ыі]қ|л[ыі]к|[дт][ыі][қк])$")
_PERSON_AFTER = re.compile(
    r"\s+(?:\d+\s+жас\w*\s+)?(?:тұрғын|жігіт|азамат|студент|жүргізуші|кәсіпкер|әйел|ер\s|бойжеткен|жасөспірім|қыз)"
)
"""``алматылық кәсіпкер``: whose home is there; ``алматылық полицейлер`` act there."""

_FROM = re.compile(
    r"\b(?:from|bound\s+for|destined\s+for|en\s+route\s+to|до|through|via|border\s+with|side\s+of|direction\s+of|neighbouring"
    r"|из|через|со\s+стороны|направлени\w+|границ\w+\s+с|пограничн\w+\s+с|маршрут\w*|loaded\s+in)"
    r"(?:\s+(?:the|соседн\w+|г\.|город\w*|республик\w*|[A-Z][\w’']+[’']s?|[A-Z][a-z]+(?=\s+\w+\s+of)"
    r"|(?:province|region|city|town|district|village|port)\s+of|афганск\w+|провинци\w+|област\w+"
    r"|аэропорт\w*|порт\w*)){0,3}\s+$",
    re.IGNORECASE,
)
"""Words for where something came from, passed or borders on."""

_KAZAKH_FROM = re.compile(r"(?:[дт][ае]н|н[ае]н)$")
_BROUGHT = re.compile(
    r"(?:\s+\S+){0,3}?\s+(?:әкел\w*|жеткіз\w*|экстрадици\w*|кел(?:ген|е\s)\w*|шыққан|жібер\w*|қайтарыл\w*)"
)
"""``Пхукеттен әкелінген``: brought from there."""

_BOUND = re.compile(r"[-‑–]bound\b|\s+flights?\b")
"""``Moscow-bound``, ``before a Moscow flight``: where something goes."""

_JOINED_BEFORE = re.compile(r"\s*(?:,|,?\s+(?:and|or|и|или|мен|және|пен|бен))\s+(?:г\.\s*)?$")
"""What stands between two places that share their word for the direction."""

_INTO = re.compile(r"\b(?:into|to)\s+$|\bв\s+(?:[а-яё]+ский\s+|город\s+|г\.\s*)?$", re.IGNORECASE)
_INTO_PROVINCE = re.compile(
    r"\bв\s+(?:\w+ую\s+)?(?:провинцию|область|республику)\s+$", re.IGNORECASE
)
_INTO_ENDING = re.compile(
    r"(?:[а-яё][бвгджзйклмнпрстфхцчшщ](?<![оеыи]м|[ыиая]х|[ое]й)|[ую]ю|ию|[бвгджзклмнпрхцчшщ]у|\wк-суу)(?:\s+(?:область|республику|край))?$"
)
"""``в Россию``, ``в Ташкент``, ``в Караганду``: going there; ``в России`` is there."""

_INSIDE = re.compile(
    r"(?:провинции|области|республике|районе|уезде|округе|штате|городе|селе|кишлаке)\s"
)
"""``в провинции Пенджаб`` is there, whatever the name ends in."""

_TOLD_AT = re.compile(
    r"\b(?:told\s+(?:reporters|journalists)|briefing|press\s+conference|брифинг\w*|пресс-конференц\w*"
    r"|журналист\w*|(?:spoke|speaking|said|told)\s+(?:at|to)\s+(?:\w+\s+){1,3}|выступ\w+\s+(?:\w+\s+){1,3})\s*"
    r"(?:in|в)\s+$",
    re.IGNORECASE,
)
_SOUGHT_AT = re.compile(
    r"\b(?:ищут|разыскива\w+|скрыва\w+|wanted|hiding|hides|(?:customers|buyers|clients)"
    r"|(?:покупател|клиент|заказчик)\w*)\s+(?:in|в)\s+$",
    re.IGNORECASE,
)
_BEGUN_AT = re.compile(
    r"\b(?:launched|started|begun|began|founded|introduced\s+first)\s+in\s+(?:[A-Z]\w+\s+and\s+)?$"
)
"""Where a programme of the whole country once began."""

_DATELINE = re.compile(
    r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:,\s*\d{1,2}(?:\s+\w+|\.\d\d)?(?:\.|\s*[–—-])|[.–—:]\s|\s-\s|,\s*\w+\s+\d{1,2}\s*[–—.(-])"
)


_ROAD = re.compile(
    r"\b(?:трасс\w*|(?:авто)?дорог\w*|поезд\w*|рейс\w*|маршрут\w*|highway|road|train|flight|bus)"
    r"\s+[«\"]?[\w-]+\s*[–—-]\s*$",
    re.IGNORECASE,
)
"""What runs between two names, of which the first may be too short to be known as a place."""

_ROUTE_AHEAD = re.compile(r"\w[\w’'-]*\s*[–—-]\s*$")
_RUNS = re.compile(r"\s+(?:route|road|highway|train|flight|bus|corridor|line)\b", re.IGNORECASE)
"""``the Mary–Ashgabat route``"""

_ROAD_AHEAD = re.compile(
    r"\b(?:трасс\w*|(?:авто)?дорог\w*|поезд\w*|рейс\w*|highway|road|train|flight|bus)"
    r"\s+(?:№\s*\w+\s+)?[«\"]?$",
    re.IGNORECASE,
)

_NEAR = re.compile(
    r"\b(?:близ|вблизи|под|недалеко\s+от|неподал[её]ку\s+от|в\s+пригород\w+|near|outside|suburbs?\s+of)\s+$",
    re.IGNORECASE,
)
_KAZAKH_NEAR = re.compile(r"\s+(?:қаласы(?:ның)?\s+)?(?:маңын|түбін|іргесін)\w*", re.IGNORECASE)
"""``near Ashgabat`` may be in the region around it, which another name says better."""


_PLAIN_DATELINE = re.compile(
    r"\s*\.\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮІ\d])|\s*,\s*\d{1,2}\s+\w+(?:\s+\d{4})?\s*(?:[.–—(/-]|$)"
    r"|\s*,\s*[A-Z]\w+\.?\s+\d{1,2}(?:,\s*\d{4})?\s*(?:[.–—(/-]|$)",
    re.MULTILINE,
)
"""``Baku, April 8``, ``Баку. 19 ноября.``: a head that is not in capitals."""

_DATE_IN_LINE = (
    r"(?:[A-Z]\w{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}(?:\s+\w+|\.\d\d)(?:[\s.]+\d{4})?)"
)
_DESK = re.compile(
    rf"(?:,\s*[^\W\d_][\w’'-]{{3,20}})?(?:,\s*{_DATE_IN_LINE})?(?:,\s*[A-ZА-ЯЁ][\w’'.-]{{2,20}}){{0,2}}"
    r"\s*(?:\([^)\n]{1,40}\)|/[^/\n]{1,30}/)?\s*(?:--|[–—-]|(?<=[)/])\.?)\s"
)
"""``Tashkent, Uzbekistan (UzDaily.com) -- ``, ``DUSHANBE, May 6, 2025, Asia-Plus - ``."""

_AGENCY_FIRST = re.compile(r"(?:[\w.&«»\"-]+\s){0,3}[\w.&«»\"-]+[,.:]\s")
_AFTER_AGENCY = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?(?:--|[–—-])\s")
"""``24.kg news agency, Bishkek - ``."""

_GOING = re.compile(
    r"(?:\s+(?:қарай|дейін|\w+)){0,2}?\s+(?:бет\s+ал|бара\s+жат|бағыт|аттан|жөнел|әкет|апар|өтпек|өтуге"
    r"|кірмек|шығар|жібер|жеткізбек|жеткізуге|тасымал|жол\s+тарт|тартып|баратын|бармақ)\w*"
)
_KAZAKH_TO = re.compile(r"(?:[ғг][ае]|[қк][ае]|н[ае])$")
"""``Бакуге бет алған``: heading there."""


def is_near(mention: Mention, reading: Reading) -> bool:
    """Whether something happened near a place, not in it."""
    before = reading.words(max(0, mention.span.start - 20), mention.span.start)
    after = reading.words(mention.span.end, mention.span.end + 30)
    return _NEAR.search(before) is not None or _KAZAKH_NEAR.match(after) is not None


def is_row_or_route(mention: Mention, reading: Reading) -> bool:
    """Whether a place is one of a nationwide count, or the beginning or the end of a route."""
    after = reading.words(mention.span.end, mention.span.end + 60)
    if _BROKEN_DOWN.match(after):
        return True
    if _ROUTE_AHEAD.search(reading.words(mention.span.start - 30, mention.span.start)) and (
        _RUNS.match(after)
    ):
        return True
    route = _ROUTE.match(after)
    head = reading.words(max(0, mention.span.start - 30), mention.span.start)
    if route and _ROAD_AHEAD.search(head):
        return True
    start = mention.span.end
    if route and any(p.code for p in reading.mentions(start, start + route.end(), "place")):
        return True
    low = max(0, mention.span.start - 30)
    before = reading.words(low, mention.span.start)
    if _ROUTE_BEFORE.search(before) is None:
        return False
    ahead = reading.mentions(low, mention.span.start, "place")
    named = any(place.code and not _heads_a_line(place, mention) for place in ahead)
    return named or _ROAD.search(before) is not None


_LONGEST_SHORT_FORM = 4
"""Letters of СКО and of ВКО, which are in capitals anywhere."""


def _heads_a_line(place: Mention, following: Mention) -> bool:
    """Whether a place is a dateline: ``BOJNURD – North Khorasan's border police``."""
    printed = place.span.quote
    in_capitals = printed.isupper() and len(printed) > _LONGEST_SHORT_FORM
    return in_capitals and not following.span.quote.isupper()


def is_home(mention: Mention, reading: Reading) -> bool:
    """Whether a person comes from a place: that is not yet where something happened."""
    if mention.role == "inhabitant":
        return True
    before = reading.words(max(0, mention.span.start - 40), mention.span.start)
    after = reading.words(mention.span.end, mention.span.end + 40)
    if _KAZAKH_PEOPLE.search(mention.span.quote.lower()) and _PERSON_AFTER.match(after):
        return True
    return bool(_HOME_BEFORE.search(before) or _HOME_AFTER.match(after))


_TOOK_PART = re.compile(
    r"[^.!?\n]{0,60}?\b(?:(?:took|take|taking)\s+part|participated|прин(?:яли|имали)\s+участие)\b"
)
"""``Representatives of the ministry and the Ordabad City Centre took part``."""


def is_guest(mention: Mention, reading: Reading) -> bool:
    """Whether a place is the seat of somebody who took part: the event may be anywhere."""
    after = reading.words(mention.span.end, mention.span.end + 90)
    return is_seat(mention, reading) and _TOOK_PART.match(after) is not None


def is_aside(mention: Mention, reading: Reading) -> bool:
    """Whether a place is where something came from, went to or was told of.

    Of places in a row (``из Бишкека и Талдыкоргана``) the first has the word of direction, in
    Kazakh the last its ending (``Астана мен Павлодардан``).
    """
    if _BOUND.match(reading.words(mention.span.end, mention.span.end + 9)):
        return True
    if _is_aside_alone(mention, reading):
        return True
    first, last = _row_around(mention, reading)
    return (first is not mention and _comes_first_aside(first, reading)) or (
        last is not mention and _ends_aside(last, reading)
    )


def _row_around(mention: Mention, reading: Reading) -> tuple[Mention, Mention]:
    """The first and the last of the places that stand in a row with one."""
    near = reading.mentions(mention.span.start - 90, mention.span.end + 90, "place")
    first = last = mention
    for other in reversed([m for m in near if m.span.end <= mention.span.start]):
        if _JOINED_BEFORE.fullmatch(reading.words(other.span.end, first.span.start)):
            first = other
        else:
            break
    for other in (m for m in near if m.span.start >= mention.span.end):
        if _JOINED_BEFORE.fullmatch(reading.words(last.span.end, other.span.start)):
            last = other
        else:
            break
    return first, last


def _comes_first_aside(first: Mention, reading: Reading) -> bool:
    return _FROM.search(reading.words(max(0, first.span.start - 60), first.span.start)) is not None


def _ends_aside(last: Mention, reading: Reading) -> bool:
    quote = reading.spelled(last.span.quote).lower()
    after = reading.words(last.span.end, last.span.end + 40)
    return _KAZAKH_FROM.search(quote) is not None and _BROUGHT.match(after) is not None


_LIFE = re.compile(
    r"\b(?:(?:was|is)\s+born|graduated\s+from|began\s+(?:his|her)\s+(?:career|service)"
    r"|родил(?:ся|ась)|окончил\w*|трудов\w+\s+деятельност\w+|службу\s+начал\w*|начал\w*\s+службу|уроженец"
    r"|дүниеге\s+келген|туылған|еңбек\s+жолын)\b",
    re.IGNORECASE,
)
"""Stations of a life: of those appointed, honoured or mourned."""


def _is_of_a_life(mention: Mention, reading: Reading) -> bool:
    start, end = mention.span.start, mention.span.end
    told = reading.parsed_sentences(start, end)
    return (
        bool(told) and _LIFE.search(reading.read_text.text[told[0].start : told[0].end]) is not None
    )


def _is_aside_alone(mention: Mention, reading: Reading) -> bool:
    before = reading.words(max(0, mention.span.start - 40), mention.span.start)
    if _is_of_a_life(mention, reading):
        return True
    if any(
        pattern.search(before)
        for pattern in (_FROM, _TOLD_AT, _SOUGHT_AT, _BEGUN_AT, _INTO_PROVINCE)
    ):
        return True
    if _KAZAKH_TO.search(mention.span.quote.lower()) and _GOING.match(
        reading.words(mention.span.end, mention.span.end + 50)
    ):
        return True
    if _KAZAKH_FROM.search(mention.span.quote.lower()):
        after = reading.words(mention.span.end, mention.span.end + 40)
        if _BROUGHT.match(after):
            return True
    return _goes_into(before, mention.span.quote.lower())


def _goes_into(before: str, named: str) -> bool:
    into = _INTO.search(before)
    if into is None or not into[0].lower().startswith("в"):
        return into is not None
    return _INSIDE.match(named) is None and _INTO_ENDING.search(named) is not None


def is_dateline(mention: Mention, paragraph: Paragraph) -> bool:
    """Whether a place only heads a report: its writer's desk."""
    ahead = mention.span.start - paragraph.start
    after = paragraph.text[max(0, ahead) + mention.span.end - mention.span.start :]
    if ahead > 0:
        agency = _AGENCY_FIRST.fullmatch(paragraph.text[:ahead])
        return agency is not None and _AFTER_AGENCY.match(after) is not None
    head = _DATELINE if mention.span.quote.isupper() else _PLAIN_DATELINE
    return bool(head.match(after) or _DESK.match(after))


_TYPE_WORD = re.compile(
    r"\s+(?:region|oblast|province|krai|city|district|republic|autonomous|kray|область|области|край"
    r"|облыс\w*|қала\w*|аудан\w*)\b",
    re.IGNORECASE,
)


def is_seat(mention: Mention, reading: Reading) -> bool:
    """Whether a place only says whose or which an organisation is: ``Ordabad City Court``.

    An office *in* a town acts there, unless something else is said.
    """
    if _AT.search(reading.text.text[max(0, mention.span.start - 10) : mention.span.start]):
        return False
    after = reading.words(mention.span.end, mention.span.end + 60)
    type_word = _TYPE_WORD.match(after)
    after = after[type_word.end() :] if type_word else after
    # Of a Kazakh genitive (Жамбыл облысының Шу ауданында) the next name is a part.
    is_whole = type_word is not None and type_word[0].endswith(("ның", "нің"))
    if _NAMED_AFTER.match(after) and not is_whole:
        return True
    inside = reading.mentions(mention.span.start - 120, mention.span.end, "agency")
    return any(
        agency.span.start <= mention.span.start and mention.span.end <= agency.span.end
        for agency in inside
    )
