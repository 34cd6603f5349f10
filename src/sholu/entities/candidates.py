"""Which events are worth comparing: pairs that share text, a title, place and date, or details."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from sholu.entities.days import publication_day
from sholu.entities.measures import is_amount, unit_of
from sholu.entities.model import EventKey
from sholu.entities.rarity import is_frequent
from sholu.evidence.near_duplicates import near_duplicate_pairs

ALIKE = 0.4
"""Share of three-word shingles in common from which texts are near-duplicates: lightly edited
copies of news have 0.5 to 0.86 (measured: recall and precision 0.98 at 0.4)."""

TITLE_WORDS = 4
"""Fewer words (``Press release``) are the title of many events."""

LARGEST_BUCKET = 50
"""In a larger bucket only neighbours and the first are compared: it is a column's title, or a day
of a whole country, and all its pairs would be too many (10,000 alike events have 50 million)."""

RARE_COUNT = 1000.0
"""Persons or cases of which few reports have the same number."""

ACTIVITIES = frozenset(
    {"operation", "seizure", "laboratory", "arrest", "inspection", "eradication"}
)
"""Kinds that one find goes by: to customs it is a seizure, to police an arrest, to the ministry the
result of an operation. One region has few of them on one day."""

GATHERINGS = frozenset({"prevention", "campaign", "training"})
"""Kinds that one tournament, lecture or action against drugs goes by."""

WINDOW, LONG_WINDOW = 4, 31
"""Days between the publications of one event of which one text may not say when it was: if they
share a place, a drug or a kind of amount, and if they share what is rarer."""


def kind_group(kind: str | None) -> str | None:
    """The kind, or one word for all kinds that the same find or gathering goes by."""
    if kind in ACTIVITIES:
        return "activity"
    return "gathering" if kind in GATHERINGS else kind


def candidate_pairs(keys: Sequence[EventKey]) -> dict[tuple[int, int], float]:
    """Pairs of positions in ``keys``, the smaller first, with the likeness of their texts.

    Returns:
        Likeness 0 to 1; 0 stands for all below `ALIKE`.
    """
    position = {key.id: number for number, key in enumerate(keys)}
    buckets: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        for bucket in _buckets(key):
            buckets[bucket].append(number)
    found = {pair: 0.0 for members in buckets.values() for pair in _pairs(members)}
    for one, two, alike in near_duplicate_pairs([(key.id, key.sketch) for key in keys], ALIKE):
        low, high = sorted((position[one], position[two]))
        found[low, high] = alike
    return found


def _buckets(key: EventKey) -> Iterator[Hashable]:
    areas = key.areas or key.countries
    if len(key.title.split()) >= TITLE_WORDS:
        yield "title", key.title
    for day in {key.date_start, key.date_end} - {None}:
        for area in areas:
            yield "setting", area, day, kind_group(key.kind)
    windows = _windows(key.published, WINDOW)
    for area, window in product(areas, windows):
        yield "near", area, window, kind_group(key.kind)
    amounts = [figure for figure in key.figures if is_amount(figure)]
    for amount in {(_leading_digit(f.value), unit_of(f)) for f in amounts}:
        for land, window in product(key.lands_named, windows):
            yield "amount", land, amount, window
    for land, drug, window in product(key.lands_named, key.drugs, windows):
        yield "told", land, drug, window
    counts = (f.value for f in key.figures if f.value >= RARE_COUNT)
    details = (detail for detail in key.details if not is_frequent(detail))
    exact = {f.measure for f in amounts}
    rare = (*key.spots, *key.names, *details, *counts, *exact)
    for land, thing, window in product(key.lands_named, rare, _windows(key.published, LONG_WINDOW)):
        yield "told", land, thing, window


def _leading_digit(value: float) -> float:
    """The amount rounded to one digit, as headlines round it."""
    return float(f"{value:.1g}")


def _windows(published: str | None, days: int) -> tuple[int, ...]:
    """Two numbers, one of which is shared by all that came out within so many days."""
    if published is None:
        return ()
    number = publication_day(published).toordinal() // days
    return number, number + 1


def _pairs(members: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of a bucket's members, which come in rising order, each once."""
    if len(members) <= LARGEST_BUCKET:
        return combinations(members, 2)
    return {*pairwise(members), *((members[0], other) for other in members[1:])}
