"""Parts against the total that they are said to belong to: 15 kg, including 9 kg and 7 kg."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sholu.events.arithmetic_lists import OVERLAP, Group, groups_of
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

_SEXES = re.compile(
    r"\b(?:men|male|мужчин\w*|ер)\b.*\b(?:women|female|женщин\w*|әйел\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
_SHARE_OPENS = re.compile(r"[^().;]{0,80}\([^\d()]{0,40}|[^\d().;,]{0,40}\b(?:or|или|немесе)\s")
_SHARE_ENDS = re.compile(r"\s*[).,;:–—-]|\s+(?:were|was|of (?:them|all|the total))\b|\s*$")


def check_parts(
    text: str, numbers: Sequence[Number], before: Sequence[Number], start: int, end: int
) -> Iterator[Mismatch]:
    """Parts that exceed their total, do not fill it though they are all, or have wrong shares.

    Args:
        text: of the document; ``start``, ``end``: the sentence.
        numbers: of the sentence.
        before: of the sentence before in the same paragraph.
    """
    for group in groups_of(text, numbers, before, start, end):
        if not any(n.doubtful for n in (group.whole, *group.parts)):
            yield from _check_sum(group)
        yield from _check_shares(text, group, numbers)


def _check_sum(group: Group) -> Iterator[Mismatch]:
    whole, parts = group.whole, group.parts
    total = sum(part.value for part in parts)
    least, most = sum(p.low for p in parts), sum(p.high for p in parts)
    all_told = group.said_to_be_all
    if least > whole.high or (all_told and most < whole.low):
        if least > whole.high and _may_overlap(group, total):
            return
        overlap = whole.unit in OVERLAP and not group.exhaustive
        alone = any(part.low > whole.high for part in parts)
        certainty = "possible" if overlap and not alone else "certain"
    elif (total > whole.high or (all_told and total < whole.low)) and _all_whole(group):
        certainty = "likely"  # unless each of them was rounded
    else:
        return
    printed = " + ".join(part.printed for part in parts)
    verb = "is" if len(parts) == 1 else f"make {whole.show(total)},"
    word = "more" if total > whole.value else "less"
    said = "all of" if all_told and word == "less" else "part of"
    yield Mismatch(
        f"{printed} {verb} {word} than {whole.printed}, which they are said to be {said}.",
        (whole, *parts),
        "parts against their total, each as exact as it is printed",
        certainty,
    )


def _may_overlap(group: Group, total: float) -> bool:
    """Whether more than all may be right: 80 with a record and 50 without work, of 120 persons.

    Not of men and women, nor of parts that miss the total by little: they were meant to fill it.
    """
    if group.exhaustive or group.promised:
        return False
    if group.whole.unit not in OVERLAP or len(group.parts) == 1:
        return False
    slip = total <= (1 + _SLIP) * group.whole.value
    return not (slip or _SEXES.search(group.told))


_SLIP = 0.05


def _all_whole(group: Group) -> bool:
    """Whether all are printed in whole units of one kind: 9 kg and 7 kg of 15 kg."""
    numbers = (group.whole, *group.parts)
    return all(n.whole and n.shown_unit == group.whole.shown_unit for n in numbers)


def _check_shares(text: str, group: Group, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Shares in brackets after the parts, if the share of another part shows what they are of."""
    shares = [
        (part, share)
        for part in group.parts
        for share in numbers
        if share.unit == "%"
        and share.start > part.end
        and _SHARE_OPENS.fullmatch(text, part.end, share.start)
        and _SHARE_ENDS.match(text, share.end)
    ]
    wrong = [pair for pair in shares if not bears_out(pair[0], group.whole, pair[1])]
    if len(wrong) == len(shares):
        return
    for part, share in wrong:
        yield share_mismatch(part, group.whole, share, "certain")


def bears_out(part: Number, whole: Number, share: Number) -> bool:
    """Whether the share can be that of part in whole, each as exact as it is printed.

    A share may have been rounded or cut, so it is right to one unit of its last digit.
    """
    if whole.low <= 0:
        return True
    low, high = 100 * part.low / whole.high, 100 * part.high / whole.low
    return low <= share.high + share.step / 2 and share.low - share.step / 2 <= high


def share_mismatch(part: Number, whole: Number, share: Number, certainty: str) -> Mismatch:
    """The finding that a share is not what its two numbers make."""
    right = 100 * part.value / whole.value
    return Mismatch(
        f"{part.printed} of {whole.printed} is {right:.1f} %, not {share.printed}.",
        (part, whole, share),
        "a share against both its numbers",
        certainty,
    )
