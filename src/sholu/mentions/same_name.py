"""Which names in a document are one person's: in full, with initials, by a part alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sholu.mentions.endings import strip_kazakh
from sholu.mentions.name_runs import is_patronymic
from sholu.mentions.pseudonyms import name_stem


@lru_cache(maxsize=65536)
def stems_of(folded: str) -> frozenset[str]:
    """The stems that a word in any case form may have, Russian and Kazakh.

    >>> "сейтов" in stems_of("сейтоваға"), "тимур" in stems_of("тимурдың")
    (True, True)
    """
    stems = {name_stem(folded)}
    if len(folded) > 4:
        stems.update(name_stem(stem) for stem in strip_kazakh(folded) if len(stem) > 3)
    stems.update([_FLEETING.sub("", stem) for stem in stems])
    return frozenset(stems)


def word_stems(folded: str) -> frozenset[str]:
    """The stems of a name's word; of two letters (Li, Ан) only the word itself, and of a family
    (the Dudayevs) its name."""
    if len(folded) < 3:
        return frozenset((folded,))
    plural = stems_of(folded.removesuffix("s")) if folded.isascii() and len(folded) > 5 else ()
    return stems_of(folded).union(plural)


_FLEETING = re.compile(r"(?<=\w\w)[её](?=ц$)|(?<=\w\w)о(?=к$)")
"""Кравец, Кравца; Волчок, Волчка."""


@dataclass(frozen=True)
class _Parts:
    """A name's words in all possible stems, its patronymic apart, and its initials."""

    name: str
    words: tuple[frozenset[str], ...]
    patronymics: tuple[frozenset[str], ...]
    initials: frozenset[str]


def name_owners(names: Sequence[str]) -> list[str]:
    """For each name the fullest name in the list that it may be short for, if there is just one.

    >>> name_owners(["Ерлан Садыков", "Садыкову", "Е. Садыков", "Омаров"])
    ['Ерлан Садыков', 'Ерлан Садыков', 'Ерлан Садыков', 'Омаров']
    """
    parts = {name: _parts(name) for name in dict.fromkeys(names)}
    by_stem: dict[str, list[_Parts]] = {}
    for whole in parts.values():
        if _length(whole) >= 2 and whole.words:
            for stem in frozenset().union(*whole.words):
                by_stem.setdefault(stem, []).append(whole)
    owners = {name: _owner(part, by_stem) for name, part in parts.items()}
    return [owners[name] for name in names]


def _parts(name: str) -> _Parts:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name)]
    return _Parts(
        name,
        tuple(stems_of(w) for w in words if len(w) > 1 and not is_patronymic(w)),
        tuple(stems_of(w) for w in words if is_patronymic(w)),
        frozenset(w for w in words if len(w) == 1),
    )


def _owner(part: _Parts, by_stem: dict[str, list[_Parts]]) -> str:
    if not part.words:
        return part.name
    near = {id(w): w for stem in part.words[0] for w in by_stem.get(stem, ())}.values()
    fitting = [whole for whole in near if _fits(part, whole)]
    if not fitting:
        return part.name
    # A given name with a surname says more than one with a patronymic.
    fitting = [whole for whole in fitting if len(whole.words) > 1] or fitting
    most = max(_length(whole) for whole in fitting)
    fullest = [whole for whole in fitting if _length(whole) == most]
    kinds = {_key(whole) for whole in fullest}
    return fullest[0].name if len(kinds) == 1 else part.name


def _length(whole: _Parts) -> int:
    return len(whole.words) + len(whole.patronymics)


def _key(whole: _Parts) -> tuple[str, ...]:
    return tuple(sorted(min(stems, key=lambda stem: (len(stem), stem)) for stems in whole.words))


def _fits(part: _Parts, whole: _Parts) -> bool:
    """Each word of the short name is one of the full name's, each initial begins another."""
    matched = [any(stems & other for other in whole.words) for stems in part.words]
    firsts = {min(stems)[0] for stems in (*whole.words, *whole.patronymics)}
    same = not (part.patronymics and whole.patronymics) or bool(
        part.patronymics[0] & whole.patronymics[0]
    )
    return all(matched) and same and part.initials <= firsts
