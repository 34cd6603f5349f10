"""A count broken down by place or kind: ``64 attempts: 41 at checkpoints, 12 on railways``.

What is counted stands before a colon or a bracket; each entry after it has one number and says
where or what: ``в Сарысу 410, в Таласе 330``; ``Сарысуда 410, Таласта 330``; ``Osh 41, Batken 25``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sholu.mentions.counted import join_written_together
from sholu.mentions.measured import PrintedQuantity
from sholu.mentions.sentences import Sentence
from sholu.mentions.told import Matter, Told, is_ratio
from sholu.mentions.words import DASHES, Word

_OPENS = frozenset(":(")
_PARTS = frozenset((",", ";", "and", "и", "а", "және", "мен", "while"))
_CLOSES = frozenset(").")
_WHERE = frozenset(
    ("in", "at", "on", "from", "along", "across", "near", "through", "via", "by",
     "elsewhere",
     "в", "во", "на", "из", "у", "под", "около", "через", "по", "со")
)  # fmt: skip
_KAZAKH_PLACE = ("да", "де", "та", "те", "нда", "нде", "бойынша", "жағында", "арқылы")
_LONGEST = 6
"""Words of an entry beside its number: ``на трассе Алматы – Бишкек``."""


def broken_down(sentence: Sentence, quantity: PrintedQuantity, told: Told) -> Matter | None:
    """What was counted before the colon, if the number's entry only says where or what.

    Args:
        told: what was counted before the number.
    """
    words, last = sentence.words, told.last
    if last is None or is_ratio(last.unit) or last.unit.dimension.startswith(("time", "money")):
        return None
    opened = _opening(words, quantity.first)
    if opened is None or not _numbered(words[:opened]) or not _is_row(words, opened):
        return None
    first, stop = _entry(words, opened, quantity)
    label = _label(words[first : quantity.first], words[quantity.stop : stop], sentence.language)
    if label is None or last.of is None:
        return None
    return replace(last, of=f"{last.of.partition(' … ')[0]} … {label}")


def _opening(words: Sequence[Word], place: int) -> int | None:
    """The colon or bracket that opens the row in which a number stands."""
    for at in range(place - 1, -1, -1):
        if words[at].text in _OPENS:
            return at
        if words[at].text in _CLOSES:
            return None
    return None


def _numbered(words: Sequence[Word]) -> bool:
    return any(word.kind == "number" for word in words)


def _is_row(words: Sequence[Word], opened: int) -> bool:
    """Whether two entries at the least have a number each: one alone explains something else."""
    entries, has_number = 0, False
    for word in words[opened + 1 :]:
        if word.text in _CLOSES:
            break
        if word.folded in _PARTS:
            entries, has_number = entries + has_number, False
        has_number = has_number or word.kind == "number"
    return entries + has_number > 1


def _entry(words: Sequence[Word], opened: int, quantity: PrintedQuantity) -> tuple[int, int]:
    """Where the entry of a number begins and ends."""
    first, stop = quantity.first, quantity.stop
    while first - 1 > opened and words[first - 1].folded not in _PARTS:
        first -= 1
    while stop < len(words) and words[stop].folded not in _PARTS and words[stop].text not in ").;":
        stop += 1
    return first, stop


def _label(before: Sequence[Word], after: Sequence[Word], language: str | None) -> str | None:
    """The words of an entry, if they stand on one side of its number and say where or what."""
    if after and not before:
        named = after if after[0].folded in _WHERE and language != "kk" else ()
    elif before and not after:
        named = before[:-1] if before[-1].text in DASHES else before
        named = named if _says_where(named, language) else ()
    else:
        named = ()
    if not named or len(named) > _LONGEST or any(word.kind == "number" for word in named):
        return None
    return " ".join(join_written_together(named))


def _says_where(words: Sequence[Word], language: str | None) -> bool:
    """``в Сарысу``, ``Сарысуда``, ``Osh``: with a preposition, in the locative, or a name."""
    if not words or words[0].kind != "word":
        return False
    if language == "kk" and words[-1].folded.endswith(_KAZAKH_PLACE):
        return True
    if words[0].folded in _WHERE and len(words) > 1:
        return True
    return len(words) <= _NAME and all(
        word.text[:1].isupper() or word.folded in _OF_A_PLACE or word.text in DASHES
        for word in words
    )


_NAME = 4
_OF_A_PLACE = frozenset(
    ("область", "обл", "район", "город", "облысы", "ауданы", "қаласы", "region", "province",
     "district", "city", "oblast")
)  # fmt: skip
