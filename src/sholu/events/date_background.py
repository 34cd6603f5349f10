"""Dates that a report tells on the way: reminders, other events, what had happened before.

They are features of a date and forbid nothing: ``he had been detained on 2 May`` may be all that is
said of when, and of a follow-up the day that it recalls may be the event's after all.
"""

from __future__ import annotations

import re

from sholu.events.date_candidates import Candidate, Stretch
from sholu.events.date_roles import sentence_of
from sholu.events.item import Reading

_REMINDS = re.compile(
    r"\W*(?:(?:it\s+(?:should|will|must|may)\s+be\s+|let\s+us\s+|we\s+(?:will\s+)?|to\s+)?(?:recall|remind)(?:ed)?\b"
    r"|as\s+(?:a\s+reminder|(?:was\s+|it\s+was\s+|we\s+)?(?:previously|earlier|already)\b)"
    r"|(?:earlier|previously)(?:,|\s+it\s+(?:was|became)\b|\s+(?:we|the\s+agency|media)\b)"
    r"|(?:background|reminder|recap|for\s+reference|reference)\s*[:.–—-]"
    r"|(?:prior\s+to|before)\s+(?:this|that)\b)",
    re.IGNORECASE,
)
_RECALLS = re.compile(
    r"\W*(?:(?:напомни[мт]|напоминаем|напомню|для справки|справочно|предыстория|контекст)\b"
    r"|(?:как )?(?:мы )?(?:уже )?(?:ранее|до этого) (?:мы )?(?:сообща|писал|рассказыв|информиров)"
    r"|как (?:мы )?(?:уже )?(?:сообщал|писал|рассказывал)"
    r"|ранее (?!(?:\w+ )?(?:суди|привлека|знаком|осужд[её]нн)|неоднократно|на эт|сегодня|днем)"
    r"|еске\s?(?:сал|түсір)|естеріңізге|(?:айта|ескерте|еске сала)\s(?:кет|өт)"
    r"|бұған дейін|бұдан бұрын|бұрынырақ)",
    re.IGNORECASE,
)


_ANOTHER_TIME = re.compile(
    r"(?:^|[,;(–—]\s)\W*(?:в\s)?(?:прошл|предыдущ|позапрошл)\w+\s(?:\w+\s)?"
    r"(?:раз|рейд|этап|случа|операц|акци|изъят|марафон|встреч|заседан|задержан|провер|попытк|забег"
    r"|турнир)"
    r"|\b(?:алдыңғы|бұрынғы|соңғы рет|бұған дейінгі)\s(?:\w+\s)?"
    r"(?:рейд|кезең|оқиға|жиын|отырыс|операция|жол)",
    re.IGNORECASE,
)
"""``Прошлый такой рейд был 17 мая``: another event of the same sort."""


def is_of_reminder(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether its sentence reminds of older news, or tells of another event before."""
    low, high = reading.sentence_at(found.start, *stretch)
    before = reading.words(low, found.start)
    if _REMINDS.match(before) or _RECALLS.match(reading.words(low, high)):
        return True
    return _ANOTHER_TIME.search(before) is not None


_PERFECT = re.compile(
    r"\bhad(?:\s+(?:also|already|previously|earlier|first|once|even|just|not))?(?:\s+been)?\s+"
    r"(?:\w+ed|come|bought|left|gone|taken|found|made|sent|sold|brought|met|caught|held|begun|got"
    r"|given|hidden|fled|become|received|flown|driven|seen|told|paid|won|lost|built|grown|set)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|reported|reports|announced|stated|added|according|noted|confirmed)\b",
    re.IGNORECASE,
)


def is_of_past_before(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``The load, which had come on 26 May``: before what is told; not where somebody says it."""
    sentence = sentence_of(found, reading, stretch)
    if _SPEECH.search(sentence):
        return False
    low, high = reading.sentence_at(found.start, *stretch)
    before = re.split(r"[,;:]", reading.words(low, found.start))[-1]
    after = re.split(r"[,;:]", reading.words(found.end, high))[0]
    near = _PERFECT.search(before)
    if near is None and not re.search(r"\w{3}\W+\w", before):
        near = _PERFECT.search(after[:60])
    return near is not None
