"""Tell how old somebody is from how long something lasts, in Russian, and from a bare number
beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sholu.mentions.counted_units import names_person
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

_OLDEST = 110
_YOUNGEST_OR_OLDEST = re.compile(r"(?:млад|старш|молод|юн(?:ому|ой|ым)|пожил)\w*")
_OBLIQUE = re.compile(r"\w{2,}(?:у|ю|ому|ему|ам|ям|ым|им|ами|ями|ыми|ими|ом|ем|ой|ей|ах|ях)")
_GENITIVE = re.compile(r"\w+и|сорока|ста|девяноста|двух|тр[её]х|четыр[её]х|одного")
_BEFORE_LIMIT = frozenset(
    ("до", "от", "с", "из", "более", "менее", "свыше", "больше", "меньше", "около", "порядка",
     "после", "чем", "не", "течение", "спустя", "через", "минимум", "лишь", "на", "в", "за",
     "и", "к", "ко", "по")
)  # fmt: skip
_WITHIN = 6
"""Words between ``возраст`` and the number."""


def is_age(sentence: Sentence, quantity: PrintedQuantity) -> bool:
    """``программист 28 лет``, ``средний возраст – 29 лет``, ``самому молодому было 17``."""
    if sentence.language != "ru" or (quantity.value_high or quantity.value) > _OLDEST:
        return False
    words = sentence.words
    if quantity.unit is None:
        return quantity.value < _OLDEST and _compares_ages(words, quantity)
    if quantity.unit.code != "year" or "/" in quantity.unit.code:
        return False
    told = _speaks_of_age(words, quantity.first) or _names_who(words, quantity)
    if told or _lists_ages(words, quantity.first):
        return True
    before = words[quantity.first - 1].folded if quantity.first else ""
    if before in ("нет", "исполнилось", "исполнится", "стукнуло"):
        return True
    last = words[quantity.number_stop - 1]
    genitive = quantity.numeral.spelled and _GENITIVE.fullmatch(last.folded) is not None
    return genitive and bool(before) and before not in _BEFORE_LIMIT


def _compares_ages(words: tuple[Word, ...], quantity: PrintedQuantity) -> bool:
    """``самому молодому – 17, старшему – 45``."""
    following = words[quantity.stop] if quantity.stop < len(words) else None
    if following is not None and following.kind in ("word", "number"):
        return False
    for place in range(quantity.first - 1, max(-1, quantity.first - _WITHIN), -1):
        if words[place].text in ".,;:":
            return False
        if _YOUNGEST_OR_OLDEST.fullmatch(words[place].folded):
            return True
    return False


def _speaks_of_age(words: tuple[Word, ...], first: int) -> bool:
    for place in range(first - 1, max(-1, first - _WITHIN), -1):
        if words[place].text in ".;:":
            return False
        if words[place].folded.startswith("возраст"):
            return True
    return False


def _names_who(words: tuple[Word, ...], quantity: PrintedQuantity) -> bool:
    """``мужчины от 24 до 33 лет``, ``Алие Б. 22 года``; a dative before years is often a term."""
    at = quantity.first - 1
    while at > 0 and words[at].folded in ("от", "с", "до", "(", "примерно", "около", "лет"):
        at -= 1
    if at < 0 or words[at].kind != "word":
        return False
    oblique = _OBLIQUE.fullmatch(words[at].folded) is not None
    return not oblique and names_person(words[at : at + 1], "ru")


def _lists_ages(words: tuple[Word, ...], first: int) -> bool:
    """``Задержанным 28, 25 и 23 года``: at the sentence's beginning, each has one."""
    at = first - 1
    while at > 0 and (words[at].text in (",", "и") or words[at].kind == "number"):
        at -= 1
    return at == 0 and at < first - 2 and names_person(words[:1], "ru")


_BRACKETED_AGE = re.compile(r"\s?\(\d{2}\)")


def ages_after_names(text: str, names: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Stretches (start, end) of ages in brackets: ``Moin Attar (40), chemist``.

    Args:
        names: where names of persons end, as code points of the text.
    """
    for end in names:
        age = _BRACKETED_AGE.match(text, end)
        if age is not None:
            yield age.start(), age.end()
