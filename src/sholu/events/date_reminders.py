"""Whether a date stands in what a report recalls: ``Напомним, …``, ``Еске салсақ, …``.

What is recalled is an earlier stage of the case or another case; of a follow-up that tells no day
of its own it may be the event after all.
"""

from __future__ import annotations

import re

from sholu.events.date_candidates import Candidate, Stretch
from sholu.events.item import Reading

_RECALLS = re.compile(
    r"\W*(?:(?:напомни[мт]|напоминаем|напомню|для справки|справочно|предыстория|контекст)\b"
    r"|(?:как )?(?:мы )?(?:уже )?(?:ранее|до этого) (?:мы )?(?:сообща|писал|рассказыв|информиров)"
    r"|как (?:мы )?(?:уже )?(?:сообщал|писал|рассказывал)"
    r"|ранее (?!(?:\w+ )?(?:суди|привлека|знаком|осужд[её]нн)|неоднократно|на эт|сегодня|днем)"
    r"|еске\s?(?:сал|түсір)|естеріңізге|бұған дейін|бұдан бұрын|бұрынырақ)",
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


def is_recalled(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether the sentence of a date is a reminder, or tells of another event before."""
    low, high = reading.sentence_at(found.start, *stretch)
    if _RECALLS.match(reading.words(low, high)):
        return True
    return _ANOTHER_TIME.search(reading.words(low, found.start)) is not None
