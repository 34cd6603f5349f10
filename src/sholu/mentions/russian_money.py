"""What a sum of a Russian clause is, by its verb: earned, promised, fined, found."""

from __future__ import annotations

from functools import cache

from sholu.mentions.beside import noun_for_money
from sholu.mentions.clauses import clause_around, clause_words
from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """Stems of verbs with the noun for the sum, the longest first."""
    lists = read_word_lists("sholu.mentions", "money_verbs.yaml")["ru"]
    pairs = [(stem, noun) for noun, stems in lists.items() for stem in stems]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def describe_sum(sentence: Sentence, first: int, stop: int) -> str | None:
    """What a sum is: its noun in the text, else that of its verb, with the words of the clause."""
    before, after = clause_words(sentence, first, stop)
    own = " ".join(before + after)
    noun = noun_for_money(sentence, first, stop)
    if noun is None:
        noun, verb = _noun_of_verb(sentence, first, stop)
        if noun == "доход" and stop < len(sentence.words) and sentence.words[stop].folded == "за":
            noun = "плата"
        if verb and verb not in own:
            own = f"{verb} {own}".strip()
    if noun is None:
        return clause_around(sentence, first, stop)
    return own if f" {noun} " in f" {own} " else f"{noun} … {own}".rstrip(" …")


def tells_of_money(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the clause of a number has a noun or a verb of payment."""
    if noun_for_money(sentence, first, stop) is not None:
        return True
    before, after = clause_words(sentence, first, stop)
    folded = [word.casefold().replace("ё", "е") for word in before + after]
    return any(word.startswith(stem) for word in folded for stem, noun in _stems() if noun in _PAID)


_PAID = frozenset(("доход", "плата", "цена", "ущерб", "штраф", "долг", "стоимость"))


def pays_for_work(sentence: Sentence, first: int, stop: int) -> bool:
    """``сборщик получает 80 тенге за килограмм``: a wage, not what the goods cost."""
    return _noun_of_verb(sentence, first, stop)[0] in ("плата", "доход", "штраф", "приз")


def _noun_of_verb(sentence: Sentence, first: int, stop: int) -> tuple[str | None, str]:
    """The noun for the nearest verb of paying before a sum, else after it; and the verb."""
    words = sentence.words
    for place in (*range(first - 1, -1, -1), *range(stop, len(words))):
        word = words[place]
        if word.kind != "word" or len(word.folded) < _SHORTEST:
            continue
        for stem, noun in _stems():
            if word.folded.startswith(stem):
                sold = noun == "ущерб" and first > 0 and words[first - 1].folded == "за"
                return "цена" if sold else noun, word.text  # отдала карту за 15 тысяч
    return None, ""


_SHORTEST = 4
"""Letters of a verb (взял); shorter words are others."""
