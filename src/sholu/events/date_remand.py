"""The day on which a court ordered somebody held: later than the event, unless it is the news."""

from __future__ import annotations

import re

from sholu.events.date_candidates import Candidate, Stretch
from sholu.events.date_cues import CUSTODY
from sholu.events.item import Reading, ToldItem

_ORDERED = re.compile(
    r"\bсанкционир\w+\s+(?:\w+\s+){0,2}арест|\b(?:заключ|взя|водвор|помещ|отправ)\w+\s+(?:\w+\s+){0,2}под\s+страж"
    r"|\bсуд\w*\s+(?:\w+\s+){0,4}арестова|\bарестова\w+\s+(?:судом|на\s+(?:\w+\s+)?(?:месяц|сут))"
    r"|\b(?:из|про)?бра(?:л|на?)\w*\s+(?:меру\s+пресечения|домашний\s+арест)|\bпродл\w+\s+(?:срок\w*\s+)?арест"
    r"|\bсанкци\w+\s+(?:суда\s+|прокурора\s+)?(?:на\s+арест|от\b)"
    r"|\bайға\s+қама|\bсот\w*\s+(?:\S+\s+){0,4}қама|\bсанкция\w*\s+(?:бер|ал|шығ)|\bқамауға\s+ал\w*\s+турал",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(
    r"\bсуд\w*\s+(?:[\w-]+\s+){0,5}(?:арестова|заключил|отправил\w*\s+(?:[\w-]+\s+){0,2}(?:под|в\s+СИЗО)|избрал|продлил|взял)"
    r"|\bарестова\w+\s+(?:[\w-]+\s+){0,5}(?:судом|на\s+(?:[\w-]+\s+)?(?:месяц|сут))|\bпод\s+страж|\bмер\w+\s+пресечени"
    r"|\bсанкционир|\bсот\w*\s+(?:\S+\s+){0,5}қама|\bайға\s+қама|\bсанкция",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\bзадерж|\bизъя|\bпойма|\bұстал|\bұста[дғ]|\bтәркілен|\bизымал", re.IGNORECASE
)


def remand_is_news(item: ToldItem, reading: Reading) -> bool:
    """Whether the title says that a court had somebody held."""
    return _IN_TITLE.search(reading.spelled(item.title)) is not None


def is_of_remand(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether a date's sentence tells a court's order to hold somebody, and nothing earlier."""
    low, high = reading.sentence_at(found.start, *stretch)
    sentence = reading.words(low, high)
    if CUSTODY.search(sentence):
        return True
    return _ORDERED.search(sentence) is not None and _TAKEN.search(sentence) is None
