"""Where a Kazakh noun phrase ends, and what a Kazakh clause says of a number in it.

Verbs stand last, so a verb's ending is a verb's only before the end of its clause: электронды
таразы is a thing, электронды тапты is not. A noun stays singular after a number, and its case ends
it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from itertools import pairwise

from sholu.mentions.words import DASHES, Word

MOST_WORDS = 4
"""Words kept of a noun phrase after a number."""

_CONVERB = re.compile(
    r"(?!мектеп|кітап|жауап|талап|есеп|себеп|тәртіп|кәсіп|әріп|қалып)"
    r"(?:.{2,}[ыі]п|.{2,}[ауеәйл]п)"
)
"""Not the nouns that end so: мектеп, кітап."""
_VERB = re.compile(
    r".{2,}[дт][ыі]|.{3,}с[ае]|.{2,}(?:[ғқ]ан|[гк]ен)(?:[ыі]н?|[ыі]н[ае]|[дт][ыі][ғг][ыі]н?)?"
    r"|.{2,}[аеий]т[ыі]н\w*|.{2,}у(?:да|де)|.{2,}[мбп](?:ақ|ек)|.{2,}[аеий]м[ыі][зн]"
)
_OBLIQUE = re.compile(r".{3,}(?:[нтд][ыі]|[ғқ]а|[гк]е|[дт][ае]|[нтд][ае]н)")
_PARTICIPLE = re.compile(r".{2,}(?:[ғқ]ан|[гк]ен)")
_OF_ANOTHER_NOUN = re.compile(r".{2,}[ыі](?:н|н[ае]|нд[ае]|н[ае]н|ның|нің|мен)?")
_ADJECTIVAL = re.compile(
    r".{3,}(?:[лдт][ыі][қк]|н[ыі]ң|сыз|сіз)|жас|ер|әскери|кәмелетке|полиция|ағайынды"
)
"""Nouns of persons that may stand before another noun as an adjective."""
_GENITIVE = re.compile(r".{2,}[нтд][ыі]ң")
_COPULAS = frozenset(
    ("еді", "екен", "екенін", "болатын", "болған", "болды", "болып", "болмақ", "деп", "деді",
     "дейді", "құрады", "құраған", "құрап", "жетті", "жеткен", "асты", "асқан", "көрінеді")
)  # fmt: skip
_EMPTY = frozenset(
    ("және", "мен", "бен", "пен", "да", "де", "та", "те", "ол", "олар", "бұл", "астам", "жуық",
     "дейін", "шамамен", "шамасында", "аса", "артық", "кем", "кемінде", "деп", "үшін", "тағы",
     "ғана", "жалпы", "барлығы")
)  # fmt: skip
_KEPT_BEFORE, _KEPT_AFTER, _FEW = 4, 3, 2
"""Words kept of a clause: the subject or object before a number, the verb after it."""


def is_genitive(word: str) -> bool:
    """Whether a folded word may stand in the genitive: of what it names something is a part."""
    return _GENITIVE.fullmatch(word) is not None


def is_predicate(words: Sequence[Word], place: int, boundaries: Container[str]) -> bool:
    """Whether the word at a place is the verb of its clause."""
    word = words[place]
    if word.kind != "word":
        return False
    if word.folded in _COPULAS or _CONVERB.fullmatch(word.folded):
        return True
    if _VERB.fullmatch(word.folded) is None:
        return False
    if place + 1 >= len(words):
        return True
    after = words[place + 1]
    tight = after.text in DASHES and after.start == word.end
    closed = after.kind != "word" and not tight
    return closed or after.folded in _COPULAS or after.folded in boundaries


def phrase_stop(
    words: Sequence[Word], first: int, boundaries: Container[str], numbers: Container[str],
    is_listed: Callable[[str], bool],
) -> tuple[int, int]:  # fmt: skip
    """The places after the counted noun, and after the phrase that begins at ``first`` with it.

    What follows a genitive is a part of what is counted: екі көліктің жасырын қуысы. After the noun
    for a person without a case only a noun of his goes on (адам тобы), not a verb's: адам қолға.

    Args:
        boundaries: words at which a noun phrase ends.
        numbers: words that begin another number.
        is_listed: whether a noun is known to be counted; it is no verb, and its case ends it.
    """
    place, head, closed = first, None, False
    while place < len(words) and place - first < MOST_WORDS:
        word = words[place]
        if word.kind != "word" or word.folded in boundaries:
            hyphen = word.text in DASHES and word.start == words[place - 1].end
            if not hyphen or place == first:
                break
            place += 1
            continue
        known = is_listed(word.folded)
        if place > first and word.folded in numbers:
            break
        # Who was detained may be counted (үш ұсталған), but after a noun it is its verb.
        done = place > first and _PARTICIPLE.fullmatch(word.folded) is not None
        if (done or not known) and is_predicate(words, place, boundaries):
            break
        if closed and not known and _OF_ANOTHER_NOUN.fullmatch(word.folded) is None:
            break
        place += 1
        if head is None and is_genitive(word.folded):
            head = place
        if known and word.folded != "кәмелетке" and _OBLIQUE.fullmatch(word.folded):
            break
        closed = known and _ADJECTIVAL.fullmatch(word.folded) is None
    return head or place, place


def says_where(phrase: str) -> bool:
    """``24 түйіншек көліктің жанармай багына жасырылған``: its case makes it no noun counted."""
    return _WHERE.fullmatch(phrase.rpartition(" ")[2].casefold()) is not None


_WHERE = re.compile(r".{3,}(?:[ғқ]а|[гк]е|[ыі]н[ае]|[дт][ае]|[нтд][ае]н)")


def clause_of(words: Sequence[Word], first: int, stop: int) -> str | None:
    """What the clause says of a sum, share or term: its words before, then those up to the verb.

    Of two things joined by ``және`` the number's own half says it. An ellipsis opens it, for it is
    no noun.
    """
    low, high = first, stop
    while low > 0 and not _parts(words[low - 1]):
        low -= 1
    while high < len(words) and words[high].text not in ".;:()!?,،؛؟":
        high += 1
    before = naming_words(words[low:first])[-_KEPT_BEFORE:]
    if len(before) < _FEW:  # картасын ашқызып, әрқайсысына 15 мың теңге төлеген
        before = [*naming_words(words[:low])[-_KEPT_BEFORE + 1 :], *before]
    after = naming_words(words[stop:high])[:_KEPT_AFTER]
    said = [" ".join(part) for part in (before, after) if part]
    if not said:
        said = [" ".join(naming_words(words[:low])[-_KEPT_BEFORE:])]
    return f"… {' … '.join(said)}" if any(said) else None


def _parts(word: Word) -> bool:
    return word.text in ".;:()!?,،؛؟" or word.folded == "және"


def naming_words(words: Sequence[Word]) -> list[str]:
    """The words that say something: no joining words, no single letters."""
    return [
        w.text for w in words if w.kind == "word" and w.folded not in _EMPTY and len(w.text) > 1
    ]


_ABLATIVE = re.compile(r"(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жүз)[нтд][ае]н")
_PART_OF_IT = re.compile(r"(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)с?[ыі]\w*")


def holds_fraction(words: Sequence[Word]) -> bool:
    """Whether two words in a row are a fraction: үштен екісі, two thirds."""
    return any(
        _ABLATIVE.fullmatch(one.folded) and _PART_OF_IT.fullmatch(following.folded)
        for one, following in pairwise(words)
    )


_VAGUE = re.compile(
    r"(?:зат|ұнтақ|өсімдік|шөп|қоспа|есірткі|салмағы|салмақ|көлемі|мөлшері|дәрі|орам|қапшық)\w*"
)
_OF_ANOTHER = re.compile(r"(?:жүк|көлік|тауар|адам)\w*[нтд][ыі]ң|химиялық")


def says_nothing_of_matter(words: Sequence[Word]) -> bool:
    """Whether a clause tells a mass only as that of a substance named elsewhere: заттың салмағы."""
    folded = [word.folded for word in words]
    return any(map(_VAGUE.fullmatch, folded)) and not any(map(_OF_ANOTHER.fullmatch, folded))
