"""Cut court texts into clauses: their abbreviations and initials end no sentence."""

from __future__ import annotations

import re

from sholu.verdicts.court_text import Stretch

_END = re.compile(r"[;\n]|(?<=[^\s.])\.(?=\s+[«\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])")
_NO_END = re.compile(
    r"(?:(?<![^\W\d_])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\b(?:ст|ч|п|пп|г|гг|гр|ул|д|кв|мкр|обл|р|т|с|см|тг|тыс|им|"
    r"Art|Arts|No|Ст|Ч|П|прож|род|ж|ж\.т|қ|б|бб|т\.б|art|arts|no|para|p|apt|st|e\.g|i\.e))$"
)
_LIST_NUMBER = re.compile(r"(?:^|\s)\d{1,2}$")


def clauses(text: str, stretch: Stretch) -> list[Stretch]:
    """Stretches of clauses, in order; they cover the whole but for white space."""
    start, end = stretch
    found: list[Stretch] = []
    for match in _END.finditer(text, start, end):
        if match.group() == "." and _is_inside(text[start : match.start()]):
            continue
        if text[start : match.end()].strip():
            found.append((start, match.end()))
        elif found:
            found[-1] = (found[-1][0], match.end())
        start = match.end()
    if text[start:end].strip():
        found.append((start, end))
    return found


def _is_inside(before: str) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or the number of a list."""
    near = before[-12:]
    return bool(_NO_END.search(near) or _LIST_NUMBER.search(near))
