"""What of an item's form and amounts speaks for its kind: patterns, each with a name."""

from __future__ import annotations

import re

_LARGE = re.compile(
    r"(?:\d[\s-]*|\b(?:an?|half|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|пол|пол[уо]?тора"
    r"|полутор\w+|одн\w+|дв[ае]"
    r"|тр[иёе]\w*|четыре|пят\w+|шест\w+|сем\w+|восемь|девят\w+|десят\w+|жарты|жарым|бір|екі|үш|төрт|бес"
    r"|алты|жеті|сегіз|тоғыз|он|several|нескольк\w+|бірнеше|million|thousand|тысяч\w*|мың)[\s-]+)"
    r"(?:тыс\w*\.?\s+|thousand\s+|мың\s+|half\s+a\s+)?"
    r"(?:kg|kilo\w*|t|tons?|tonnes?|кг|кило\w*|т|тонн\w*|центнер\w*|келі\w*)\b"
    r"|\b(?:пол(?:кило\w*|тонн\w+|центнер\w*)|килограмм\w*|тонн[ауые]\b|kilos?\b|тоннадан|келіден)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\d\s?(?:g|grams?|г|гр|грамм\w*)\b", re.IGNORECASE)
"""An amount of kilograms is the point of a report; grams go with a person."""

_ONE_PERSON = re.compile(
    r"\b\d\d-(?:year-old|летн\w+)|\b\d\d\s+жастағы|\b[А-ЯA-ZӘҒҚҢӨҰҮІ]\.(?=\s|,|$)", re.IGNORECASE
)


BACKGROUND = re.compile(
    r"\b(?:previously|repeatedly|earlier|already)\s+convicted\b|\b(?:prior|previous|past)\s+convictions?\b"
    r"|\b(?:ранее\s+|неоднократно\s+|дважды\s+|трижды\s+|уже\s+)+(?:был[аи]?\s+)?(?:не\s*)?(?:судим|осужд)\w*"
    r"|\b(?:имел\w*|имеющ\w+|с|погашенн\w+)\s+судимост\w+|\bбұрын\s+(?:\w+\s+)?сотталған\w*"
    r"|\b(?:у|от|среди|из|для)\s+(?:задержанн|осужд[её]нн|арестованн)\w+|\bfor\s+(?:inmates|convicts)"
    r"|\b(?:of|from|among)\s+(?:the\s+)?(?:detainees?|detained|convicts|suspects?)\b"
    r"|\b(?:ұсталғандар|сотталғандар|қамалғандар)\w*",
    re.IGNORECASE,
)
"""What is said of a person in passing: who was convicted before is not sentenced now, and what was
found on those detained is a find."""

_NAMED_OPERATION = re.compile(
    r"(?:операци|рейд|опм|operation)\w*\s+[«\"“][^»\"”]+|[«\"“][^»\"”]+[»\"”](?:[-–\s]\w+){0,3}?\s*"
    r"(?:операци|рейд|operation|stage|phase|кезең|этап)|[«\"“][^»\"”]+[-–\s]20\d\d[»\"”]"
    r"|\bOperation\s+[A-Z]\w+",
    re.IGNORECASE,
)
"""An operation with a name of its own, which mostly has a year in it."""

_CLOCK_SPAN = re.compile(
    r"\b(?:за|в\s+течение|over|in|during|past|last)\s+(?:\S+\s+){0,2}?(?:сутки|недел\w+|месяц\w*|квартал\w*|полугоди\w+"
    r"|год\w*|лет|days?|weeks?|months?|quarters?|hours|half|year)\b|\b(?:с\s+начала\s+(?:этого\s+|текущего\s+)?год"
    r"|since\s+(?:the\s+)?(?:start|beginning|January)|жыл\s+бас\w+|тәулік\w*|(?:бір|екі|үш|алты|жеті|сегіз|тоғыз|\d+)"
    r"\s+(?:айда|аптада|жылда|айдың|жылдың|аптаның)|жартыжылд\w+|тоқсан\w*|полугоди\w+|квартал\w*)",
    re.IGNORECASE,
)
"""A span over which something was counted: statistics have one in the title."""

_NARRATED = re.compile(
    r"\b(?:I|my|me|I['’]m|we lived|our street|we were)\b"
    r"|\b(?i:я|мне|меня|мой|моя|мою|моей|моего|моему)\b"
    r"|\b(?i:маған|менің|мені|менен|өзімнің|атым|ұлым|қызым)\b"
)
"""Somebody tells of himself: a memoir, a letter, a column."""

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")

_DIALOGUE = re.compile(r"^\s*(?:[—–-]\s|Q:|Q\.)[^\n]*\?\s*$", re.MULTILINE)
"""A question on a line of its own."""

_QUESTION = re.compile(r"\?")
_SAYING = re.compile(r"^\W{0,2}[«“\"‘][^»”\"]{12,}[»”\"’]|^[^:]{4,60}:\s*[«“\"‘]")
"""A title that is somebody's words."""

PATTERNS = (
    ("kilograms", _LARGE),
    ("grams", _SMALL),
    ("one_person", _ONE_PERSON),
    ("named_operation", _NAMED_OPERATION),
    ("span", _CLOCK_SPAN),
    ("dialogue", _DIALOGUE),
    ("question", _QUESTION),
    ("saying", _SAYING),
)


def narrates(text: str) -> bool:
    """Whether somebody tells of himself outside quotation marks."""
    return _NARRATED.search(_QUOTED.sub(" ", text)) is not None
