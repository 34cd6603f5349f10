"""What a clause says around a number, where no noun stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sholu.mentions.kazakh_phrases import clause_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

THAN_BEFORE = frozenset(("прежнего", "прошлогоднего", "прошлогодних", "показателя", "показателей",
                          "аналогичного", "прошлого", "предыдущего", "уровня"))  # fmt: skip
"""After ``больше``: than it was before."""
_CLAUSE_WORDS = 6
"""Words kept of a clause: a verb with its subject or object, short of the sentence before."""

_EMPTY = frozenset(
    ("of", "the", "a", "an", "in", "at", "to", "for", "by", "on", "with", "about", "was", "were",
     "is", "are", "up", "than", "more", "not", "and", "no", "from", "only", "has", "have", "had",
     "в", "во", "на", "за", "до", "по", "из", "с", "со", "и", "или", "а", "не", "от",
     "для", "о", "около",
     "всего", "итого", "также", "то", "есть", "чем",
     "более", "свыше", "почти", "примерно", "порядка", "это", "ещё", "еще", "менее", "меньше",
     "he", "she", "it", "they", "we", "you", "them", "his", "her", "their", "its", "that", "which",
     "он", "она", "они", "его", "ее", "их", "им", "них", "которых", "что", "как",
     "было", "был", "была",
     "және", "мен", "да", "де", "ол", "олар", "бұл")
)  # fmt: skip
"""Words that join others and name nothing."""


def clause_around(sentence: Sentence, first: int, stop: int) -> str | None:
    """What the clause says before a sum, share or term: ``the work cost``, ``сумма штрафа``.

    If the number opens its clause, the words after it say it, else the clause before; None if
    there are none. An ellipsis opens what is said, for it is no noun.
    """
    words = sentence.words
    if sentence.language == "kk":
        return clause_of(words, first, stop)
    low, high = _clause(words, first, stop)
    before, after = _naming(words[low:first]), _naming(words[stop:high])
    earlier = _naming(words[:low])
    if len(before) == 1:  # the building, which cost so much
        before = [*earlier[-2:], *before]
    said = before[-_CLAUSE_WORDS:] or after[:_CLAUSE_WORDS] or earlier[-_CLAUSE_WORDS:]
    return f"… {' '.join(said)}" if said else None


def clause_words(sentence: Sentence, first: int, stop: int) -> tuple[list[str], list[str]]:
    """The words of the clause before and after a number that name something, the nearest ones."""
    words = sentence.words
    low, high = _clause(words, first, stop)
    before, after = _naming(words[low:first]), _naming(words[stop:high])
    return before[-_CLAUSE_WORDS:], after[:_CLAUSE_WORDS]


def _clause(words: Sequence[Word], first: int, stop: int) -> tuple[int, int]:
    """Where the clause of a number begins and ends."""
    low, high = first, stop
    while low > 0 and not _parts_clauses(words[low - 1]):
        low -= 1
    while high < len(words) and not _parts_clauses(words[high]):
        high += 1
    return low, high


def _naming(words: Sequence[Word]) -> list[str]:
    """The words that name something, as printed."""
    return [word.text for word in words if names_something(word)]


def _parts_clauses(word: Word) -> bool:
    return word.text in ".;:()!?,"


def names_something(word: Word) -> bool:
    return word.kind == "word" and word.folded not in _EMPTY and len(word.text) > 1
