"""Tell words that only say when: За тот же период прошлого года – 3,6 тонны names no drug."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sholu.mentions.words import Word

_TIME_WORD = re.compile(
    r"тот|те|этот|же|период\w*|(?:прошл|прошедш|минувш|позапрошл|предыдущ|аналогичн|соответствующ"
    r"|текущ|нынешн|перв|втор)\w+|год|года|году|годом|лет|месяц\w*|квартал\w*|полугоди\w*|недел\w+"
    r"|время|срок|ранее|назад|сравнения|январ\w+|феврал\w+|март\w*|апрел\w+|ма[йяе]|июн\w+|июл\w+"
    r"|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+"
    r"|same|corresponding|period|last|previous|years?|months?|quarter|earlier|ago|down|up|compared"
    r"|weeks?|half|first|second|time|january|february|march|april|may|june|july|august|september"
    r"|october|november|december"
    r"|былтыр\w*|биыл\w*|өткен|осы|сол|осындай|тиісті|алдыңғы|бұрын\w*|жыл\w*|ай|айда|айында|айы"
    r"|апта\w*|кезең\w*|уақыт\w*|мерзім\w*|тоқсан\w*|жартыжыл\w*|қаңтар\w*|ақпан\w*|наурыз\w*"
    r"|сәуір\w*|мамыр\w*|маусым\w*|шілде\w*|тамыз\w*|қыркүйек\w*|қазан\w*|қараша\w*|желтоқсан\w*"
)


def say_only_when(words: Iterable[str]) -> bool:
    """Whether all of some folded words are of time; False if there are none."""
    listed = list(words)
    return bool(listed) and all(_TIME_WORD.fullmatch(word) is not None for word in listed)


def stands_by_time(words: Sequence[Word], begin: int, stop: int) -> bool:
    """Whether a number ends a clause that only says when: ``былтыр осы уақытта – 17``."""
    if stop < len(words) and words[stop].kind == "word":
        return False
    first = begin
    while first > 0 and words[first - 1].text not in _CLAUSE_SIGNS:
        first -= 1
    return say_only_when(word.folded for word in words[first:begin] if word.kind == "word")


_CLAUSE_SIGNS = frozenset(".;:,()!?")
