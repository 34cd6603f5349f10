"""What cannot be said twice of one person: arrested, under house arrest, released; a citizenship.

Parts of this kind may not make more than their total. Those that are arrested, released and under
a third measure are all who were detained, unless somebody else is told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.events.arithmetic_numbers import Number

_CUSTODY = re.compile(
    r"\b(?<!house )(?:remanded|in custody|into custody|taken into custody|pre-trial detention"
    r"|(?<!house )arrested|jailed|behind bars)\b"
    r"|\b(?<!домашний )(?<!домашним )(?:под страж\w+|арестован\w*|заключен\w* под|в СИЗО"
    r"|в изолятор\w*)\b"
    r"|\b(?:қамауға|қамалды|қамады|изоляторына|абақтыға)\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\bhouse arrest\b|\bдомашн\w+ арест\w*|\bүй ?қамақ\w*", re.IGNORECASE)
_RELEASED = re.compile(
    r"\b(?:released|freed|let go|set free)\b|\b(?:отпущен\w*|отпустил\w*|освобожден\w*"
    r"|освободил\w*)\b|\b(?:босатыл\w*|босатты|жіберілді)\b",
    re.IGNORECASE,
)
_BAIL = re.compile(
    r"\b(?:bail|recogni[sz]ance|(?:written )?pledge|travel ban)\b|\b(?:подписк\w+|залог\w*)\b"
    r"|\b(?:қолхат\w*|кепіл\w*)\b",
    re.IGNORECASE,
)
_CITIZENS = re.compile(
    r"\b(?:citizens?|nationals?) (?:of|from)\s\w+|\b(?:from|natives? of) [A-Z]\w+"
    r"|\bгражд\w+ [А-Я]\w+|\b[А-ЯӘҒҚҢӨҰҮҺІ]\w+(?: Республикасы\w*)? азамат\w*"
)
_OUTCOMES = {"house": _HOUSE, "bail": _BAIL, "custody": _CUSTODY, "released": _RELEASED}
_OTHERS = re.compile(
    r"\b(?:others?|another|also|wanted|fled|escaped|died|fined|released earlier|hospital\w*"
    r"|друг\w+|ещё|еще|также|розыск\w*|скрыл\w*|погиб\w*|умер\w*|оштраф\w*|больниц\w*"
    r"|басқа\w*|тағы|іздеу\w*|қашып|қайтыс|айыппұл\w*)\b",
    re.IGNORECASE,
)
_FEWEST = 3


def tell_every_person(text: str, parts: Sequence[Number], end: int) -> bool:
    """Whether persons in custody, released and under a third measure are told one by one."""
    told = _outcomes(text, parts, end)
    everybody = {"custody", "released"} <= told or {"custody", "bail"} <= told
    return (
        everybody
        and len(told) == len(parts) >= _FEWEST
        and not _OTHERS.search(text, parts[0].start, end)
    )


def exclude_one_another(text: str, parts: Sequence[Number], end: int) -> bool:
    """Whether nobody can be in two of the parts: by measures, or by citizenship."""
    if any(part.unit != "person" for part in parts):
        return False
    if len(_outcomes(text, parts, end)) == len(parts) >= _FEWEST:
        return True
    countries = {
        found.group().casefold()
        for part, stop in zip(parts, _stops(parts, end), strict=True)
        if (found := _CITIZENS.search(text, part.start, stop))
    }
    return len(countries) == len(parts)


def _outcomes(text: str, parts: Sequence[Number], end: int) -> set[str]:
    """The measure told after each number; a number without one adds none."""
    told = set()
    for part, stop in zip(parts, _stops(parts, end), strict=True):
        names = [name for name, words in _OUTCOMES.items() if words.search(text, part.end, stop)]
        told.update(names[:1])
    return told


def _stops(parts: Sequence[Number], end: int) -> list[int]:
    return [*(part.start for part in parts[1:]), end]
