"""Shares of one whole that make more than all of it: 44 %, 27 %, 16 %, 21 % and 2 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.events.arithmetic_lists import CUES
from sholu.events.arithmetic_mismatch import Mismatch
from sholu.events.arithmetic_numbers import Number

_SHARES = re.compile(
    r"\b(?:account(?:s|ed|ing)? for|share\w*|ma[kd]e up|composition|structure|breakdown"
    r"|пришлось|приходится|приходилось|дол[яиюейях]+|структур\w+|состав(?:е|а|ляет|ляют|или|ила)"
    r"|распредел\w+|үлес\w*|тиесілі|құрам\w*|құрай\w*|құрады|құраған)\b",
    re.IGNORECASE,
)
_MAY_OVERLAP = re.compile(
    r"\b(?:respondent\w*|polled|surveyed|answer\w*|said|several|convict\w*|unemployed|jobless|women"
    r"|men|young\w*|minors?|educat\w+|record|aged?|опрошен\w*|опрос\w*|ответ\w+|респондент\w*"
    r"|несколько|суди\w+|безработн\w+|женщин\w*|мужчин\w*|молод\w+|несовершеннолетн\w+|образован\w+"
    r"|возраст\w*|лет|сауалнама\w*|жауап\w*|бірнеше|сотталған\w*|жұмыссыз\w*|әйел\w*|жас\w*"
    r"|also|both|при этом|также|одновременно|сонымен қатар)\b",
    re.IGNORECASE,
)
"""Words of persons and of answers: one may count in several shares."""

_OTHER_WHOLE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:more|less|fewer|higher|lower|than|rose|fell|grew"
    r"|(?:up|down) (?:by|from)|against|from"
    r"|while|whereas|respectively|больше|меньше|выше|ниже|чем|вырос\w*|снизил\w*|сократил\w*|против"
    r"|рост\w*|тогда как|соответственно|раскры\w+|көп|аз|өс(?:ті|кен)|азай\w+|кем|тиісінше"
    r"|былтыр\w*"
    r"|last year|a year|прошл\w+|год\w*)\b",
    re.IGNORECASE,
)
_BETWEEN = 60
_FEWEST = 3
_MOST = 1.5
"""Shares that make more than this of the whole were of several."""


def check_shares_of_one_whole(
    text: str, numbers: Sequence[Number], opened: int, start: int, end: int
) -> Iterator[Mismatch]:
    """The shares of a sentence, if it lists them as those of one whole.

    Args:
        numbers: of the sentence at ``start:end``; the one before it begins at ``opened``.
    """
    shares = [n for n in numbers if n.unit == "%"]
    sexes = len(shares) == _TWO and _SEXES.search(text, start, end)
    if not sexes and (len(shares) < _FEWEST or _MAY_OVERLAP.search(text, opened, end)):
        return
    if any(n.qualifier != "exact" or n.doubtful for n in shares):
        return
    if not _SHARES.search(text, opened, end):
        return
    if CUES.search(text, start, end) or _OTHER_WHOLE.search(text, start, end):
        return
    gaps = [text[one.end : two.start] for one, two in pairwise(shares)]
    if any(len(gap) > _BETWEEN or re.search(r"[.;]\s|[()]", gap) for gap in gaps):
        return
    total = sum(n.value for n in shares)
    if sum(n.low for n in shares) <= _ALL or total > _MOST * _ALL:
        return
    printed = " + ".join(n.printed for n in shares)
    yield Mismatch(
        f"{printed} make {total:.10g} %, more than the whole.",
        tuple(shares),
        "shares of one whole summed up",
        "likely",
    )


_ALL = 100
_TWO = 2
_SEXES = re.compile(
    r"\b(?:men|women|мужчины|женщины)\b\D{0,40}\d[\d.,]*\s?(?:%|per ?cent|процент\w*)"
    r"[^.;\d]{0,40}\b(?:men|women|мужчины|женщины)\b[^.;\d]{0,20}\d",
    re.IGNORECASE,
)
"""``Men made up 85 per cent, women 25``; not 85 per cent of men and 25 per cent of women."""
