"""Recognise the headings of a release's sections: countries, organisations, other countries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.events.blocks import Block, make_block
from sholu.events.spelling import edit_distance, normalise
from sholu.vocabulary.model import Vocabulary

MISPRINT_SHARE = 0.12
"""Share of a name's letters that may be misprinted: one in a name of nine letters, two in one of
seventeen; at one in five, Iran would be Iraq and Niger would be Nigeria."""

SHORTEST_MISPRINTED = 9
"""Letters from which a misprinted name is still told from all others."""

LONGEST_HEADING = 80
"""Characters; the longest official name of a state in the vocabulary's languages has about 60."""

_PAGE_AFTER = re.compile(r"[\s.…·]\d{1,3}\s*$")
"""A page number after a name: a line of a contents list, not a heading."""

_OTHER = frozenset({
    "other countries", "other states", "other", "international", "international news",
    "international events", "international organizations", "international organisations",
    "international cooperation", "другие страны", "другие государства", "прочие страны",
    "иные страны", "международные события", "международные организации",
    "международное сотрудничество", "басқа елдер", "өзге елдер", "халықаралық ұйымдар",
    "халықаралық оқиғалар", "foreign countries", "world", "зарубежные страны", "дальнее зарубежье",
})  # fmt: skip

_ADDITIONS = (
    "republic of {}", "the republic of {}", "the {}", "{} republic", "республика {}",
    "{} республикасы",
)  # fmt: skip
"""Wordings of official names that a list of names may lack."""


@dataclass(frozen=True)
class SectionName:
    """What a heading names.

    Attributes:
        country: ISO 3166-1 alpha-2; None for an organisation or for several countries.
        misprinted: whether it was recognised in spite of a misprint.
    """

    country: str | None
    printed: str
    misprinted: bool


@dataclass(frozen=True)
class Heading:
    """A section's heading: its block, what it names, and the block's lines that it doesn't need."""

    block: Block
    name: SectionName
    rest: Block | None


class SectionNames:
    """All names that may head a section, of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._countries = dict(_country_names(vocabulary))
        self._organisations = frozenset(_organisation_names(vocabulary))
        self._guesses: dict[str, str | None] = {}

    def recognise(self, printed: str) -> SectionName | None:
        """What a line names; None if it names no country and no organisation."""
        name = normalise(printed)
        if not name or len(printed) > LONGEST_HEADING or _PAGE_AFTER.search(printed):
            return None
        for spelling in (name, normalise(printed.replace("-", ""))):  # a name cut at a line's end
            if spelling in self._countries:
                return SectionName(self._countries[spelling], printed, misprinted=False)
        if name in _OTHER or name in self._organisations:
            return SectionName(None, printed, misprinted=False)
        if name not in self._guesses:
            self._guesses[name] = self._misprinted(name)
        country = self._guesses[name]
        return SectionName(country, printed, misprinted=True) if country else None

    def _misprinted(self, name: str) -> str | None:
        """The only country whose name is near enough."""
        if len(name) < SHORTEST_MISPRINTED:
            return None
        allowed = max(1, int(len(name) * MISPRINT_SHARE))
        near: dict[str, int] = {}
        for known, country in self._countries.items():
            if len(known) >= SHORTEST_MISPRINTED and _may_be_near(known, name, allowed):
                distance = edit_distance(known, name)
                if distance <= allowed:
                    near[country] = min(distance, near.get(country, distance))
        best = sorted(near, key=lambda country: near[country])
        unclear = len(best) > 1 and near[best[0]] == near[best[1]]
        return best[0] if best and not unclear else None


def _may_be_near(known: str, name: str, allowed: int) -> bool:
    """A quick test before counting: with ``allowed`` errors, one of one more parts is whole."""
    if abs(len(known) - len(name)) > allowed:
        return False
    length = len(known) // (allowed + 1)
    return any(known[n * length : (n + 1) * length] in name for n in range(allowed + 1))


_KNOWN: dict[str, SectionNames] = {}


def section_names(vocabulary: Vocabulary) -> SectionNames:
    """The section names of a vocabulary, made once for each fingerprint."""
    if vocabulary.fingerprint not in _KNOWN:
        _KNOWN.clear()
        _KNOWN[vocabulary.fingerprint] = SectionNames(vocabulary)
    return _KNOWN[vocabulary.fingerprint]


def _country_names(vocabulary: Vocabulary) -> Iterable[tuple[str, str]]:
    for place in vocabulary.places:
        if place.kind == "country" and place.country:
            for _, name in place.names.all():
                plain = normalise(name)
                yield plain, place.country
                yield from ((form.format(plain), place.country) for form in _ADDITIONS)


def _organisation_names(vocabulary: Vocabulary) -> Iterable[str]:
    for agency in vocabulary.agencies:
        if agency.country is None:
            for _, name in (*agency.names.all(), *agency.abbreviations.all()):
                yield normalise(name)


def find_headings(blocks: tuple[Block, ...], names: SectionNames) -> dict[int, Heading]:
    """Section headings by the number of their first block.

    A heading may be broken over two lines or two blocks, and a title may follow in the same block.
    """
    found: dict[int, Heading] = {}
    taken = -1
    for index, block in enumerate(blocks):
        if index <= taken or block.kind in {"address", "table"} or _ends_like_text(block):
            continue
        heading = _heading_in(block, names)
        if heading is None and index + 1 < len(blocks):
            heading = _heading_over_two(block, blocks[index + 1], names)
            taken = index + 1 if heading else taken
        if heading is not None:
            found[index] = heading
    return found


def _ends_like_text(block: Block) -> bool:
    return bool(re.search(r"[,;.]$", block.text)) and not block.stands_out


def _heading_in(block: Block, names: SectionNames) -> Heading | None:
    """The heading made of a block's first one to three lines."""
    for count in range(min(3, len(block.lines)), 0, -1):
        part = block if count == len(block.lines) else make_block(block.lines[:count])
        name = names.recognise(part.text)
        if name is None or (name.misprinted and not block.stands_out):
            continue
        rest = make_block(block.lines[count:]) if part is not block else None
        if rest is not None and not (part.stands_out and rest.stands_out):
            continue
        if part.stands_out or rest is None:
            return Heading(part, name, rest)
    return None


def _heading_over_two(one: Block, two: Block, names: SectionNames) -> Heading | None:
    """``REPUBLIC OF`` in one block and the country in the next."""
    if not (one.stands_out and two.stands_out) or len(one.text) > 30 or len(two.text) > 50:
        return None
    name = names.recognise(f"{one.text} {two.text}")
    if name is None or (names.recognise(two.text) is not None and names.recognise(one.text)):
        return None
    return Heading(make_block((*one.lines, *two.lines)), name, None)
