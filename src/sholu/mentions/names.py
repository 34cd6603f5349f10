"""Match the vocabulary's names against words, longest first, whatever case they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sholu.mentions.endings import decline_russian, strip_kazakh
from sholu.mentions.known_words import plain_letters
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word, split_words


@dataclass(frozen=True)
class NameEntry:
    """A name to be found.

    Attributes:
        code: what it names.
        name: a spelling in the basic form.
        language: whose endings it takes.
        letters: ``any`` case, ``capital`` first, or ``exact`` as spelled (abbreviations).
        weak: counts only where something beside it says so.
    """

    code: str
    name: str
    language: str
    letters: str
    weak: bool = False


@dataclass(frozen=True)
class NameMatch:
    """A name found.

    Attributes:
        code: of the best candidate; ``codes``: of all called so, in the vocabulary's order.
        start, end: code points of the document's text; end exclusive.
        first, stop: its words in the sentence; ``stop`` exclusive.
        quote: as printed.
        weak: all candidates are weak.
        others: codes of the weak candidates where there are others.
    """

    code: str
    codes: tuple[str, ...]
    start: int
    end: int
    first: int
    stop: int
    quote: str
    weak: bool
    others: tuple[str, ...] = ()


@dataclass(slots=True)
class _Node:
    """A place in the tree of names: what may follow, and what ends here."""

    following: dict[str, _Node] = field(default_factory=dict)
    entries: list[NameEntry] = field(default_factory=list)


_MOST_WORDS = 200_000
"""Words of texts whose bases are remembered, some 40 MB; then forgotten, so that memory stays
flat."""


class NameIndex:
    """Names as a tree of folded words, with the forms in which each word may stand.

    Built once per vocabulary and kept; reading takes one look-up per word that begins no name.
    """

    def __init__(self, entries: Iterable[NameEntry]) -> None:
        self._root = _Node()
        self._bases: dict[str, tuple[str, ...]] = {}
        self._known: set[tuple[str, bool]] = set()
        self._first: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._begins: dict[tuple[str, bool], bool] = {}
        for entry in entries:
            self._add(entry)

    def _add(self, entry: NameEntry) -> None:
        words = [word.folded for word in split_words(entry.name)]
        while words and words[-1] == ".":
            words.pop()
        declined = entry.language == "ru" and entry.letters != "exact"
        node = self._root
        for word in words:
            following = node.following.get(word)
            if following is None:
                following = node.following[word] = _Node()
            node = following
            if (word, declined) not in self._known:
                self._add_forms(word, declined)
        if words:
            node.entries.append(entry)

    def _add_forms(self, word: str, declined: bool) -> None:
        """Enter the forms of a name's word; once: every third stands in several names."""
        self._known.add((word, declined))
        for form in decline_russian(word) if declined else (word,):
            bases = self._bases.get(form, ())
            if word not in bases:
                self._bases[form] = (*bases, word)

    def _bases_of(self, folded: str, kazakh: bool) -> tuple[str, ...]:
        """The name words that a word of the text may be a form of."""
        known = self._first.get((folded, kazakh))
        if known is None:
            bases = dict.fromkeys(self._bases.get(folded) or self._bases.get(_bare(folded), ()))
            if kazakh:  # its endings stand at a name, not at a Russian case form of it
                stems = strip_kazakh(folded)
                bases.update(dict.fromkeys(s for s in stems if s in self._bases.get(s, ())))
            known = self._first[folded, kazakh] = tuple(bases)
        return known

    def may_begin(self, folded: str, kazakh: bool) -> bool:
        """Whether a name may begin with a form of this word; cheap, for most words begin none."""
        known = self._begins.get((folded, kazakh))
        if known is None:
            if len(self._begins) > _MOST_WORDS:
                self._begins.clear()
                self._first.clear()
            following = self._root.following
            known = any(base in following for base in self._bases_of(folded, kazakh))
            self._begins[folded, kazakh] = known
        return known

    def longest(
        self, words: Sequence[Word], first: int, kazakh: bool
    ) -> tuple[int, list[NameEntry]] | None:
        """The longest name that begins at ``first``: the place after it and what it may name."""
        nodes = [
            self._root.following[base]
            for base in self._bases_of(words[first].folded, kazakh)
            if base in self._root.following
        ]
        best: tuple[int, list[NameEntry]] | None = None
        place = first
        while nodes:
            place += 1
            fitting = [
                entry
                for node in nodes
                for entry in node.entries
                if _letters_fit(entry, words, first, place)
            ]
            if fitting:
                best = place, fitting
            if place >= len(words):
                break
            bases = self._bases_of(words[place].folded, kazakh)
            nodes = [
                node.following[base] for node in nodes for base in bases if base in node.following
            ]
        return best


def _bare(folded: str) -> str:
    """A word in Latin letters without their marks, as names are mostly spelled in English.

    >>> _bare("ağrı"), _bare("şanlıurfa"), _bare("алматы")
    ('agri', 'sanliurfa', 'алматы')
    """
    if folded.isascii() or not "a" <= folded[-1] <= "ž":
        return folded
    return plain_letters(folded.replace("ı", "i"))


def _letters_fit(entry: NameEntry, words: Sequence[Word], first: int, stop: int) -> bool:
    if entry.letters == "any":
        return True
    if entry.letters == "exact":
        printed = "".join(word.text for word in words[first:stop])
        return printed == "".join(word.text for word in split_words(entry.name))
    # An adjective of place is written small in Russian: акмолинская область.
    adjective = entry.language == "ru" and stop - first > 1 and len(words[first].text) > 4
    return words[first].text[0].isupper() or adjective


def match_names(sentence: Sentence, index: NameIndex) -> Iterator[NameMatch]:
    """All names in a sentence, from left to right, none overlapping."""
    kazakh = sentence.language == "kk"
    words = sentence.words
    place = 0
    while place < len(words):
        found = None
        if index.may_begin(words[place].folded, kazakh):
            found = index.longest(words, place, kazakh)
        if found is None:
            place += 1
            continue
        stop, entries = found
        yield _make_match(words, place, stop, entries)
        place = stop


def _make_match(
    words: Sequence[Word], first: int, stop: int, entries: Sequence[NameEntry]
) -> NameMatch:
    strong = [entry for entry in entries if not entry.weak]
    codes = tuple(dict.fromkeys(entry.code for entry in strong or entries))
    others = tuple(dict.fromkeys(e.code for e in entries if e.code not in codes))
    quote = "".join(
        word.text if number == 0 or word.start == before.end else f" {word.text}"
        for number, (before, word) in enumerate(
            zip((words[first], *words[first:stop]), words[first:stop], strict=False)
        )
    )
    start, end = words[first].start, words[stop - 1].end
    return NameMatch(codes[0], codes, start, end, first, stop, quote, not strong, others)


def is_shouted(sentence: Sentence) -> bool:
    """Whether a sentence is all in capitals, so that capitals tell nothing."""
    return not any(
        letter.islower() for word in sentence.words if word.kind == "word" for letter in word.text
    )
