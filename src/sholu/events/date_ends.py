"""The last day of what has begun, told apart from it: ``Продлится до 20 июня``.

``2 маусымнан басталды … Ол 12 маусымға дейін жалғасады``: the day before which stands "until" is a
deadline elsewhere; of what goes on it is the end.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sholu.events.date_candidates import Candidate, Stretch, find_candidates
from sholu.events.item import Reading, ToldItem

_UNTIL_BEFORE = re.compile(
    r"\b(?:прод[ло]л?\w*|длит\w*|идти|идет|идёт|проход\w+|провод\w+|пройд\w+|работа\w+|заверш\w+|законч\w+|будет|будут)"
    r"\s+(?:\w+\s+){0,3}?(?:вплоть\s+)?(?:до|по)\s*$",
    re.IGNORECASE,
)
_UNTIL_AFTER = re.compile(
    r"^\w{0,4}\s*(?:күн\w*\s+)?(?:дейін|шейін)\s+(?:\w+\s+){0,2}?(?:жалғас|созыл|өт|жүр|бол|аяқтал)"
    r"|^\w{0,4}\s*(?:күн\w*\s+)?(?:аяқталады|тәмамдалады)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\bдо\s+конца\s+(?:\w+\s+)?месяца|\bай\w*\s+(?:соңына|аяғына)\s+дейін|\bмесячник|\b(?:бір\s+)?айлы(?:қ|ғы)",
    re.IGNORECASE,
)
"""What began on the first and goes on so, ends with the month."""

_WITHIN = 60
"""Characters before a date that are searched for what goes on until it."""

_LONGEST = 120
"""Days that a campaign may last."""


def announced_end(first: date, item: ToldItem, reading: Reading) -> date | None:
    """The day until which something that began on a day is said to go on."""
    told = reading.spelled(f"{item.title}\n{item.lead}")
    if first.day == 1 and _MONTH.search(told):
        following = first.replace(day=28) + timedelta(days=4)
        return following.replace(day=1) - timedelta(days=1)
    for paragraph in item.telling:
        stretch = paragraph.start, paragraph.end
        for found in find_candidates(item, reading, stretch):
            if not found.when.is_day or found.when.first_day() <= first:
                continue
            if (found.when.first_day() - first).days <= _LONGEST and _is_end(
                found, reading, stretch
            ):
                return found.when.last_day()
    return None


def _is_end(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    low, high = reading.sentence_at(found.start, *stretch)
    before = reading.words(max(low, found.start - _WITHIN), found.start)
    after = reading.words(found.end, high)
    return bool(_UNTIL_BEFORE.search(before) or _UNTIL_AFTER.search(after))
