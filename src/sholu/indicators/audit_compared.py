"""What is, how much more or less that is, and what was: 340 kg, 1.5 times more than the 310 kg.

Also directions (12 %, up from 15 %), lists after a colon, and seizures above any reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_changes import IS_DIFFERENCE
from sholu.events.arithmetic_lists import is_summed
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number
from sholu.indicators.audit_changes import FALL, RISE, WORST_PERCENT, Ends
from sholu.indicators.dispute_totals import LARGEST_SEIZED_SHARE

MULTIPLE = 0.25
"""How far a printed multiple may be off: texts give them to the half (1.5, 2, 2.5 times)."""

_COMPARED = re.compile(
    r"\s*(?:(?P<more>more|higher|greater|larger|больше|выше|более|көп|артық|жоғары)"
    r"|(?P<less>less|fewer|lower|smaller|меньше|ниже|менее|аз|кем|төмен)"
    r"|as (?:many|much|high|large))\b,?\s(?:than|as|чем)\b[^.;:]{0,70}",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"[^.;:\d]{0,40}\b(?:(?P<up>up)|(?P<down>down)) from\s(?:about |around )?", re.IGNORECASE
)
_BRACKETED = re.compile(
    r"[^.;:\d(]{0,60}\b(?:(?P<up>more|higher|больше|выше)|(?P<down>fewer|less|lower|меньше|ниже))"
    r",?\s(?:than|чем)\b[^.;:(]{0,60}\(",
    re.IGNORECASE,
)
"""``480, more than in the same period of 2023 (600)``: no change is printed, only its direction."""
_SAME_PERIOD = re.compile(
    r"[^.;:]{0,60}\b(?:same|corresponding|аналогичн\w+|соответствующ\w+|тот же)\s"
    r"(?:period|период)\w*[^.;:()]{0,40}?(?:\s[-–—]\s|\(|\bit was\b|\bthere were\b)\s?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"[^.;:()]{0,80}:\s*")
_BETWEEN_PARTS = re.compile(
    r"[^.;:()%]{0,60}(?:,|\band\b|\bи\b|және)[^.;:()%]{0,20}", re.IGNORECASE
)
_OF_A_MARKET = re.compile(
    r"\s?(?:of|от|из)?\s?(?:the |all |всего |общего )?(?:(?!on |in |at |на |в )[^\W\d_]+ ){0,3}"
    r"(?:market|trade|traffic\w*|flow\w*|supply|turnover|рын\w+|оборот\w*|трафик\w*|поток\w*"
    r"|нарығы\w*|айналым\w*)\b",
    re.IGNORECASE,
)
_SEIZED = re.compile(r"\b(?:seiz|intercept|confiscat|изъя|изыма|перехва|тәркіле)\w*", re.IGNORECASE)


def check_compared(
    text: str, numbers: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Comparisons of a sentence that its numbers don't bear out.

    Args:
        text: of the document; ``start``, ``end``: the sentence.
        numbers: of the sentence.
    """
    for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        yield from _check_change(text, one, two, three)
        yield from _check_same_period(text, one, two, three)
    for one, two in pairwise(numbers):
        yield from _check_direction(text, one, two)
    yield from _check_list(text, numbers, end)
    yield from _check_seized(text, numbers, start)


def _check_change(text: str, new: Number, change: Number, old: Number) -> Iterator[Mismatch]:
    between = text[new.end : change.start]
    if change.unit not in ("%", "times") or not _alike(new, old) or len(between) > 80:
        return
    told = _COMPARED.fullmatch(text, change.end, old.start)
    if told is None or re.search(r"[;:]|\.\s", between) or old.low <= 0 or new.unit == "%":
        return
    low, high = Ends(old, new).ratio()
    if _bears_out(told, change, low, high):
        return
    yield Mismatch(
        f"From {old.printed} to {new.printed} is {Ends(old, new).middle():.2f} times; "
        f"the text says {change.printed} {told.group().split()[0]}.",
        (old, new, change),
        "a change against both numbers that it compares",
    )


def _alike(one: Number, two: Number) -> bool:
    return one.unit == two.unit and not (one.doubtful or two.doubtful)


def _bears_out(told: re.Match[str], change: Number, low: float, high: float) -> bool:
    """Whether the new can be so much of the old, which is ``low`` to ``high`` times."""
    sign = -1 if told.group("less") else 1
    if change.unit == "%":
        if not (told.group("more") or told.group("less")):
            return True  # "40 % as many" is another comparison
        lowest, highest = sorted((100 * sign * (low - 1), 100 * sign * (high - 1)))
        return lowest <= change.high + WORST_PERCENT and change.low - WORST_PERCENT <= highest
    if sign < 0:
        low, high = 1 / high, 1 / low
    # "Three times more" is three times as many to some, four to others.
    readings = (change.value, change.value + 1) if told.group("more") else (change.value,)
    return any(low <= one + MULTIPLE and one - MULTIPLE <= high for one in readings)


def _check_same_period(text: str, new: Number, old: Number, share: Number) -> Iterator[Mismatch]:
    """``480 cases, in the same period of 2023 – 600, a rise of 25 %``."""
    behind = text[old.end : share.start]
    sign = bool(RISE.search(behind)) - bool(FALL.search(behind))
    if share.unit != "%" or not sign or len(behind) > 40 or re.search(r"[;:]|\.\s", behind):
        return
    if not _alike(new, old) or old.low <= 0 or not _SAME_PERIOD.fullmatch(text, new.end, old.start):
        return
    low, high = Ends(old, new).ratio()
    lowest, highest = sorted((100 * sign * (low - 1), 100 * sign * (high - 1)))
    if lowest > share.high + WORST_PERCENT or share.low - WORST_PERCENT > highest:
        right = 100 * (Ends(old, new).middle() - 1)
        word = "rise" if sign > 0 else "fall"
        yield Mismatch(
            f"From {old.printed} to {new.printed} is {right:+.1f} %; "
            f"the text says a {word} of {share.printed}.",
            (old, new, share),
            "a change against both numbers that it compares",
        )


def _check_direction(text: str, one: Number, two: Number) -> Iterator[Mismatch]:
    told = _DIRECTION.fullmatch(text, one.end, two.start)
    if told is None and text[two.end : two.end + 1] == ")":
        told = _BRACKETED.fullmatch(text, one.end, two.start)
    # "15 % a year before" may have been read as a rate by the year.
    same = (one.unit or "").split("/")[0] == (two.unit or "").split("/")[0]
    if told is None or not same or one.doubtful or two.doubtful:
        return
    if IS_DIFFERENCE.match(text, one.end):
        return
    if (one.high < two.low) if told.group("up") else (one.low > two.high):
        word = "up" if told.group("up") else "down"
        yield Mismatch(
            f"From {two.printed} to {one.printed} it does not go {word}, as the text says.",
            (one, two),
            "the direction of a change against its ends",
        )


def _check_list(text: str, numbers: Sequence[Number], end: int) -> Iterator[Mismatch]:
    """``900 were detained: 500 in the north, 300 …``: a list after a colon is of the whole."""
    for place, whole in enumerate(numbers):
        parts = numbers[place + 1 :]
        if len(parts) < 2 or not is_summed(whole) or whole.qualifier != "exact":
            continue
        if not _LISTED.fullmatch(text, whole.end, parts[0].start):
            continue
        joints = [(a.end, b.start) for a, b in pairwise(parts)]
        parted = all(_BETWEEN_PARTS.fullmatch(text, *joint) for joint in joints)
        listed = all(p.unit in (whole.unit, None) and not p.doubtful for p in parts)
        ended = len(text[parts[-1].end : end]) < 60 and ";" not in text[parts[-1].end : end]
        total = sum(part.low for part in parts)
        years = any(p.unit is None and 1900 <= p.value <= 2100 for p in parts)
        if parted and listed and ended and not years and total > whole.high:
            printed = " + ".join(part.printed for part in parts)
            yield Mismatch(
                f"{printed} make {whole.show(sum(p.value for p in parts))}, more than "
                f"{whole.printed}, which the list is said to be of.",
                (whole, *parts),
                "parts against their total, each as exact as it is printed",
                "likely",
            )


def _check_seized(text: str, numbers: Sequence[Number], start: int) -> Iterator[Mismatch]:
    """A share of the market that is said to be seized, and is more than anybody seizes."""
    for share in numbers:
        if share.unit != "%" or share.low <= 100 * LARGEST_SEIZED_SHARE or share.high > 100:
            continue
        of_market = _OF_A_MARKET.match(text, share.end)
        if of_market and _SEIZED.search(text[start : share.start] + text[of_market.end() :][:40]):
            yield Mismatch(
                f"{share.printed} of a market seized is more than any estimate of interception "
                f"({100 * LARGEST_SEIZED_SHARE:.0f} %): how is the market known?",
                (share,),
                "a share seized against the highest rates of interception (UNODC 2017)",
                "likely",
            )
