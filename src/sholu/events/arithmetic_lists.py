"""Lists of parts with the total they belong to: 15 kg, including 9 kg and 7 kg."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sholu.events.arithmetic_numbers import Number

NOT_SUMMED = re.compile(r"%|times|/|year|month|week|day|hour|minute|item")
"""Units whose numbers are no parts of one another: shares, rates, terms, things of all kinds."""

CUES = re.compile(
    r"\b(?:including|among (?:them|these|which|whom)|of (?:which|whom|them|these|those|this))\b"
    r"|\b(?:namely|consisting of|comprising|made up of|а именно|в составе)\b"
    r"|\b(?:в том числе|включая|из них|из которых|из этого (?:количества|числа|объ[её]ма)"
    r"|среди них)\b"
    r"|\b(?:оның|соның|олардың|бұлардың|мұның)(?: (?:ішінде|ішінен)\b|(?=\s\d))",
    re.IGNORECASE,
)
_SAYS_ALL = re.compile(
    r"namely|consisting of|comprising|made up of|а именно|в составе|:", re.IGNORECASE
)
_COLON = re.compile(r":\s")
_UP_TO_COLON = re.compile(r"[^.;:\d]{0,70}")
_OF_THE_WHOLE = re.compile(r"\W*(?:(?:of|out of|из) )(?:the |these |those |all |всех )?", re.I)
_BREAKS = re.compile(
    r"\b(?:while|whereas|also|another|in addition|additionally|compared|against|than|as well as"
    r"|each|apiece|was|were|has|have|had|seized|destroyed|detained|confiscated|found|eradicated"
    r"|burn(?:ed|t)|registered|arrested|discovered|intercepted|delivered|sentenced)\b"
    r"|\b(?:in all|in total|overall|всего|итого|в целом|барлығы|жалпы)\b"
    r"|\b(?:а также|кроме|при этом|тогда|ещё|еще|против|чем|по сравнению|каждый|каждая)\b"
    r"|\b(?!марихуаны)\w{3,}(?:ано|аны|ено|ены|ято|яты|или|али|лось|лись|ила|ала|ило)\b"
    r"|\b(?:жой|тәркіле|анықта|ұста|тап|тірке)\w+"
    r"|\b(?:сонымен қатар|сондай-ақ|тағы|әрқайсысы)\b"
    r"|\b\w{2,}(?:ылды|ілді|алды|елді|ынды|інді|тылды|тілді)\b",
    re.IGNORECASE,
)
"""Words after which a number belongs to something else than the list of parts."""

_OF_THEM = re.compile(
    r"of (?:which|whom|them|these|those|this)|из них|из которых|из этого \w+"
    r"|(?:оның|соның|олардың|бұлардың|мұның)(?: \w+)?|\W*(?:out )?of .*|\W*из .*",
    re.IGNORECASE,
)
_COPULAS = re.compile(r"\b(?:was|were)\b", re.IGNORECASE)
"""In ``of these 1,200 were … and 800 …`` they part no lists."""

REST = re.compile(
    r"\b(?:the (?:rest|others?|remaining|remainder)|остальн\w+|оставши\w+|қалған\w*)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:\w+\s){0,2}(?:each|apiece|кажд\w+|әрқайсысы)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Group:
    """A total and what is said to be part of it.

    Attributes:
        exhaustive: whether the parts are said to be all ("and the rest").
        least: share of the total that the parts of such a list make if it leaves nothing out; a
            list that makes less is one of some of them.
        told: the text of the list.
        promised: whether a colon or ``namely`` opens it, so that no part is told twice.
    """

    whole: Number
    parts: tuple[Number, ...]
    exhaustive: bool
    least: float = 1.0
    told: str = ""
    promised: bool = False

    @property
    def said_to_be_all(self) -> bool:
        """Whether what is missing to the total was lost, not left out."""
        made = sum(part.value for part in self.parts)
        return self.exhaustive or (len(self.parts) > 1 and made >= self.least * self.whole.value)


def is_summed(number: Number) -> bool:
    """Whether numbers of this unit may be parts of one another."""
    return number.unit is not None and not NOT_SUMMED.search(number.unit)


def _may_be_whole(number: Number) -> bool:
    """Things without a unit have parts, too, if the parts are called the same."""
    return is_summed(number) or number.unit == _THING


def _is_part(number: Number, whole: Number) -> bool:
    if number.unit != whole.unit:
        return False
    return number.unit != _THING or _noun(number) == _noun(whole)


def _noun(number: Number) -> str:
    return (number.of or "").partition(" … ")[0].casefold()


_THING = "item"


def groups_of(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int, end: int
) -> Iterator[Group]:
    cues = _cues(text, numbers, start, end)
    for place, cue in enumerate(cues):
        stop = cues[place + 1].start() if place + 1 < len(cues) else end
        if _takes_number_before(text, cue, numbers):
            continue
        after = [
            n
            for n in numbers
            if cue.end() <= n.start < stop and not _begins_another(text, n, cues[place + 1 :])
        ]
        if _OF_THE_WHOLE.fullmatch(cue.group()):
            whole, after = (after[0] if after and is_summed(after[0]) else None), after[1:]
        else:
            whole = _whole(text, cue.start(), [n for n in numbers if n.end <= cue.start()])
        if whole is None and cue.start() - start <= 3 and after:
            same = [n for n in before if n.unit == after[0].unit]
            whole = same[0] if len(same) == 1 and is_summed(same[0]) else None
        if whole is None:
            continue
        at = max(cue.end(), whole.end) if whole.start >= cue.start() else cue.end()
        yield from _group(text, cue.group(), at, whole, after)


def _group(text: str, cue: str, at: int, whole: Number, after: Sequence[Number]) -> Iterator[Group]:
    of_them = _OF_THEM.fullmatch(cue) is not None or _COLON.fullmatch(cue) is not None
    parts, exhaustive = _parts(text, at, whole, after, of_them=of_them)
    if not parts:
        return
    least = _LEAST_OF_ALL if _SAYS_ALL.search(cue) else _LEAST_OF_THEM
    counted = not whole.measured and whole.unit in OVERLAP
    told = text[at : parts[-1].end + _AFTER_LAST]
    some = not (of_them or _SAYS_ALL.search(cue)) or (counted and not _SAYS_ALL.search(cue))
    some = some or _has_unnumbered(text, at, parts)
    promised = _SAYS_ALL.search(cue) is not None
    yield Group(whole, tuple(parts), exhaustive, 2.0 if some else least, told, promised)


def _has_unnumbered(text: str, at: int, parts: Sequence[Number]) -> bool:
    """Whether a list has entries without a number: ``the organiser, two keepers and others``."""
    gaps = [text[one.end : two.start] for one, two in pairwise(parts)]
    several = any(len(_SEPARATOR.findall(gap)) > 1 for gap in gaps)
    after = text[parts[-1].end : parts[-1].end + _AFTER_LAST].partition(". ")[0]
    return several or "," in text[at : parts[0].start].lstrip(" ,") or bool(_MORE.search(after))


_SEPARATOR = re.compile(r"(?:,|;|\band\b|\bи\b|\bжәне\b)(?:\s(?:and|и|және)\b)?")
_MORE = re.compile(
    r"\b(?:and|other|others|etc|as well|the rest|remain\w*|и|также|друг\w+|др|прочи\w+|остальн\w+"
    r"|оставш\w+|және|басқа\w*|қалған\w*|т\.б)\b",
    re.IGNORECASE,
)
_LEAST_OF_ALL = 0.85
_LEAST_OF_THEM = 0.95
"""Parts that make less than this share of their total are a choice: ``namely`` promises all, ``of
these`` most of the time (14 of 15 kg are common, 479.6 of 481.6 kg a slip)."""
OVERLAP = frozenset(("person", "case"))
"""Persons and cases may be told twice in one list: minors and women."""
_AFTER_LAST = 25


def _cues(text: str, numbers: Sequence[Number], start: int, end: int) -> list[re.Match[str]]:
    """Words and colons that open a list of parts, in order."""
    cues = list(CUES.finditer(text, start, end))
    opening = _OF_THE_WHOLE.match(text, start, end)
    if opening and any(n.start == opening.end() for n in numbers):
        cues.append(opening)
    for colon in _COLON.finditer(text, start, end):
        before = [n for n in numbers if n.end <= colon.start()]
        if before and _UP_TO_COLON.fullmatch(text, before[-1].end, colon.start()):
            cues.append(colon)
    return sorted(cues, key=lambda cue: cue.start())


def _takes_number_before(text: str, cue: re.Match[str], numbers: Sequence[Number]) -> bool:
    """``18 of them``: the number before the words is the part, not the total."""
    return _OF_THEM.fullmatch(cue.group()) is not None and any(
        number.end <= cue.start() and text[number.end : cue.start()].isspace() for number in numbers
    )


def _begins_another(text: str, number: Number, cues: Sequence[re.Match[str]]) -> bool:
    """Whether a number belongs to the next list: ``20 men, 18 of them foreigners``."""
    return bool(cues) and _takes_number_before(text, cues[0], [number])


def _whole(text: str, cue: int, numbers: Sequence[Number]) -> Number | None:
    """The nearest total before a cue; what stands between them in brackets is passed over."""
    for number in reversed(numbers):
        between = text[number.end : cue]
        if between.count(")") > between.count("("):
            continue
        if _may_be_whole(number):
            return None if re.search(r"[.;]\s", between) else number
        if number.unit != "%":
            return None
    return None


def _parts(
    text: str, cue: int, whole: Number, numbers: Sequence[Number], *, of_them: bool
) -> tuple[list[Number], bool]:
    """The numbers after a cue that belong to the list of parts, and whether they are all."""
    parts: list[Number] = []
    at = cue
    for number in numbers:
        between = text[at : number.start]
        between = _COPULAS.sub("", between) if of_them else between
        rest = REST.search(between) is not None
        if not _is_part(number, whole) and not (rest and number.unit is None and parts):
            continue
        if _EACH.match(text, number.end) or not _same_count(whole, number):
            break
        if parts and not rest and ";" not in between and _BREAKS.search(between):
            break
        parts.append(number)
        at = number.end
        if rest:
            return parts, True
    return parts, False


def _same_count(whole: Number, part: Number) -> bool:
    """Whether nothing says that the two were counted over different times."""
    pairs = zip(whole.setting, part.setting, strict=True)
    return all(one == two or one is None or two is None for one, two in pairs)
