"""What a figure counts, in few words: a noun is read beside a number, a clause is not."""

from __future__ import annotations

_MOST_WORDS = 5
_FEW = 4


def in_few_words(counted: str) -> str:
    """The words for what is counted, if they are many without those of the clause.

    A reader that knows what is counted says it first and what the clause says of it after an
    ellipsis. Where it knows the clause only, nothing is said: the words gathered from it are there
    to be searched, not read.

    >>> in_few_words("people … detained"), in_few_words("price … cars drove twelve wheels in bulk")
    ('people … detained', 'price')
    >>> in_few_words("gang of three brothers at home"), in_few_words("… advised cut dose")
    ('three brothers at home', '')
    """
    if counted.startswith("… "):
        return ""
    if len(counted.split()) <= _MOST_WORDS:
        return counted
    known = counted.partition(" … ")[0]
    return " ".join(known.split()[-_FEW:])
