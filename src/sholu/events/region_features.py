"""What speaks for a region of which an item names places being where its event happened.

Each place named brings the words around it, its case, its part of the item, and what the rules of
`sholu.events.place_roles` make of it; a region has what any of its places has, and what all have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.core.choice import Features
from sholu.events import place_roles as roles
from sholu.events.item import Reading, ToldItem
from sholu.events.paragraphs import Paragraph
from sholu.mentions.model import Mention
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word
from sholu.vocabulary.model import Place, Vocabulary

STEM = 6
"""Letters of a word that are looked at beside a place; of the words right beside it all count."""

NEAR = 5
"""Words on each side of a place whose beginnings are features wherever they stand."""

_CASES = {
    "ru": re.compile(r"(?P<e>[еи])$|(?P<a>[ая])$|(?P<u>[ую])$|(?P<om>[оеы]м)$|(?P<adj>[сц]к\w{2,3})$"),
    "kk": re.compile(
        r"(?P<at>[дт][ае])$|(?P<of_there>[дт][ае]?ғ[ыі]|[дт]ег[ыі])$|(?P<from>[дтн][ае]н)$|(?P<to>[ғгқкн][ае])$"
        r"|(?P<whose>[нтд][ыі]ң)$|(?P<object>[нтд][ыі])$|(?P<people>л[ыі][қк])$"
    ),
}


@dataclass(frozen=True)
class Named:
    """A place named in an item: in which part, the how-many-th, in which sentence."""

    mention: Mention
    place: Place
    part: str
    sentence: int
    paragraph: Paragraph | None


def named_places(item: ToldItem, reading: Reading, vocabulary: Vocabulary) -> list[Named]:
    """The places named in title and telling paragraphs, in order."""
    found = []
    stretches: list[tuple[str, int, int, Paragraph | None]] = []
    if item.title_start is not None and item.title_end is not None:
        stretches.append(("title", item.title_start, item.title_end, None))
    names = ("lead", "second")
    for number, paragraph in enumerate(item.telling):
        part = names[number] if number < len(names) else "later"
        stretches.append((part, paragraph.start, paragraph.end, paragraph))
    for part, start, end, paragraph in stretches:
        bounds = reading.sentences(start, end)
        for mention in reading.mentions(start, end, "place"):
            if mention.code:
                nth = sum(1 for begin, _ in bounds if begin <= mention.span.start) - 1
                found.append(Named(mention, vocabulary.place(mention.code), part, nth, paragraph))
    return found


def find_region_features(
    item: ToldItem,
    reading: Reading,
    vocabulary: Vocabulary,
    ruled: Sequence[str],
    countries: Sequence[str],
    kind: str | None,
) -> Mapping[str, Features]:
    """By region named, the features of its being the event's.

    Args:
        ruled: the regions that the rules read.
        countries: of the event, the main one first.
        kind: of the event; None for statistics.
    """
    named = named_places(item, reading, vocabulary)
    by_region: defaultdict[str, list[Named]] = defaultdict(list)
    for one in named:
        if one.place.region and one.place.kind != "country":
            by_region[one.place.region].append(one)
    for region in ruled:
        by_region.setdefault(region, [])
    order = [one.place.region for one in named if one.place.region]
    of_one = {id(one): frozenset(_of_place(one, reading)) for one in named}
    found = {}
    for region, places in by_region.items():
        features = {"always"}
        features |= _of_regions(region, by_region, order, ruled, countries, kind, vocabulary)
        sets = [of_one[id(one)] for one in places]
        for one, held in zip(places, sets, strict=True):
            features |= held
            features |= {f"{one.part}|{f}" for f in held if not f.startswith(("near", "beside"))}
            features.add(f"part:{one.part}")
            if one.part == "lead":
                features.add(f"lead_sentence:{min(one.sentence, 3)}")
        if sets:
            features |= {f"all|{f}" for f in frozenset.intersection(*sets) if not f.startswith("near")}
            features.add(f"first_part:{places[0].part}")
            clean = [s for s in sets if not s & _UNSURE]
            features.add(f"clean:{min(len(clean), 2)}")
            features.add(f"times:{min(len(places), 3)}")
        found[region] = dict.fromkeys(features, 1.0)
    return found


_UNSURE = frozenset(("row", "home", "near", "aside", "seat", "dateline", "guest"))


def _of_regions(region, by_region, order, ruled, countries, kind, vocabulary) -> Iterator[str]:
    out = set()
    if region in ruled:
        out.add("ruled")
        out.add(f"ruled:{min(ruled.index(region), 2)}")
        out.add(f"ruled_of:{min(len(ruled), 3)}")
    elif ruled:
        out.add("others_ruled")
    else:
        out.add("none_ruled")
    place = vocabulary.place(region)
    country = place.country
    if country in countries[:1]:
        out.add("main_country")
    elif country in countries:
        out.add("second_country")
    else:
        out.add("other_country")
    inside = [r for r in by_region if vocabulary.place(r).country == country]
    out.add(f"regions:{min(len(by_region), 4)}")
    out.add(f"regions_inside:{min(len(inside), 4)}")
    if order and order[0] == region:
        out.add("first_named")
    if order and order[-1] == region:
        out.add("last_named")
    capital = region in _CAPITALS
    if capital:
        out.add("capital")
    ruledness = "ruled" if region in ruled else "unruled"
    out.add(f"{ruledness}+kind:{kind}")
    if capital:
        out.add(f"{ruledness}+capital+kind:{kind}")
    out.add(f"{ruledness}+regions:{min(len(by_region), 4)}")
    return out


_CAPITALS = frozenset(("KZ-71", "KG-GB", "TJ-DU", "UZ-TK", "TM-S", "AZ-BA", "RU-MOW"))

_TESTS = {
    "row": lambda one, reading: roles.is_row_or_route(one.mention, reading),
    "home": lambda one, reading: roles.is_home(one.mention, reading),
    "near": lambda one, reading: roles.is_near(one.mention, reading),
    "aside": lambda one, reading: roles.is_aside(one.mention, reading),
    "seat": lambda one, reading: roles.is_seat(one.mention, reading),
    "guest": lambda one, reading: roles.is_guest(one.mention, reading),
    "dateline": lambda one, reading: one.paragraph is not None
    and roles.is_dateline(one.mention, one.paragraph),
}


def _of_place(one: Named, reading: Reading) -> Iterator[str]:
    mention = one.mention
    for name, test in _TESTS.items():
        if test(one, reading):
            yield name
    yield f"role:{mention.role}"
    sentences = reading.parsed_sentences(mention.span.start, mention.span.end)
    if not sentences:
        return
    yield from _of_words(sentences[0], reading.read_at(mention.span.start), reading.read_at(mention.span.end))


def _of_words(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    words = sentence.words
    inside = [n for n, word in enumerate(words) if word.start < end and word.end > start]
    if not inside:
        return
    first, stop = inside[0], inside[-1] + 1
    before, after = words[max(0, first - NEAR) : first], words[stop : stop + NEAR]
    quote = words[stop - 1].folded
    case = _CASES.get(sentence.language or "")
    found = case.search(quote) if case else None
    if case:
        yield f"case:{sentence.language}:{found.lastgroup if found else 'bare'}"
    yield f"beside-1:{_word(before[-1]) if before else '^'}"
    yield f"beside+1:{_word(after[0]) if after else '$'}"
    if len(before) > 1:
        yield f"beside-2:{_stem(before[-2])} {_word(before[-1])}"
        yield f"beside-2:{_stem(before[-2])}"
    if len(after) > 1:
        yield f"beside+2:{_stem(after[0])} {_stem(after[1])}"
        yield f"beside+2:{_stem(after[1])}"
    for word in before:
        if word.kind == "word" and len(word.folded) > 2:
            yield f"near-:{_stem(word)}"
    for word in after:
        if word.kind == "word" and len(word.folded) > 2:
            yield f"near+:{_stem(word)}"
    for word in words:
        if word.kind == "word" and len(word.folded) > 3 and word.text[0].islower():
            yield f"near:{_stem(word)}"


def _word(word: Word) -> str:
    return word.folded if word.kind == "word" else "0" if word.kind == "number" else word.text


def _stem(word: Word) -> str:
    return _word(word)[:STEM]
