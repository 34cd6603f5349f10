"""The substances of an event: those that its item tells of, and no group beside its member.

What is named in passing (to compare, from another year or case, in a law's title) is told by rules
for the plain turns and, for the rest, by the weights of ``substance_weights.tsv``, which
``tools/fit_substance_weights.py`` fits on items of ``evaluation/`` and on invented ones.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from sholu.core.choice import Features, chances, load_weights
from sholu.events.item import Reading, ToldItem
from sholu.events.substance_asides import asides_of
from sholu.events.substance_features import UNSPECIFIED, Named, substance_features
from sholu.mentions.model import Mention
from sholu.vocabulary.model import Vocabulary

_OF_ONE_CASE = frozenset(("seizure", "arrest", "court", "death"))
"""Kinds of event in which ``potent drugs`` are the medicine that is named; a check of pharmacies or
a bill is about all of them."""

_ONE_OPIOID = re.compile(r"opi(?:oid|ate)", re.IGNORECASE)
"""``metonitazene, an opioid``, ``opioid therapy with methadone``: what sort of substance it is."""

_THERAPY = re.compile(
    r"\s+(?:\w+\s+)?(?:therapy|treatment|substitution|agonist|терапи|заместит|алмастыр)",
    re.IGNORECASE,
)
_NO_DRUGS = frozenset(("vapes", "nasvay", "snus"))
"""Tobacco and what it is smoked with: told of only where the item is on it."""

_TALKS = frozenset(("prevention", "campaign"))

_GATHERINGS = frozenset(("cooperation", "campaign", "training"))
"""Kinds of event at which people talk of more than they met for."""

LEAST_LIKELY = 0.3
"""A substance is told of where the weights hold that likelier than so much: in doubt it is."""


def told_substances(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, kind: str | None
) -> tuple[str, ...]:
    """The codes of an event's substances, in the order of the text."""
    mentions = [m for m in reading.mentions(item.start, item.end, "substance") if m.code]
    told = [mention for mention in mentions if not asides_of(mention, item, reading, kind)]
    named = _by_code(told or mentions)
    groups = _groups(named, vocabulary)
    counted = _counted(item, reading)
    features = features_of_named(item, reading, vocabulary, kind)
    return tuple(
        code
        for code in named
        if not (
            (groups[code] != UNSPECIFIED and not _is_likely(features[code]))
            or _is_passing_tobacco(code, named, groups, item, reading, kind)
            or (kind in _GATHERINGS and code not in counted and _is_last_word(named[code], item))
            or (
                list(groups.values()).count(groups[code]) > 1
                and _is_only_a_sort(code, named, groups, counted, reading, kind)
            )
        )
    )


def features_of_named(
    item: ToldItem, reading: Reading, vocabulary: Vocabulary, kind: str | None
) -> dict[str, Features]:
    """By code, the features of each substance that an item mentions."""
    named = _by_code([m for m in reading.mentions(item.start, item.end, "substance") if m.code])
    groups, counted = _groups(named, vocabulary), _counted(item, reading)
    return {
        code: substance_features(code, named, groups, counted, item, reading, kind)
        for code in named
    }


def _is_likely(features: Features) -> bool:
    """Whether a substance with these features is told of."""
    weights = load_weights("sholu.events", "substance_weights.tsv")
    return chances((features, {}), weights)[0] >= LEAST_LIKELY


def _by_code(mentions: Collection[Mention]) -> Named:
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        named.setdefault(mention.code or "", []).append(mention)
    return named


def _groups(named: Named, vocabulary: Vocabulary) -> dict[str, str]:
    return {code: vocabulary.substance(code).group for code in named}


def _counted(item: ToldItem, reading: Reading) -> frozenset[str | None]:
    """The codes of which something is counted."""
    return frozenset(figure.of_code for figure in reading.figures(item.start, item.end))


def _is_passing_tobacco(
    code: str,
    named: Named,
    groups: Mapping[str, str],
    item: ToldItem,
    reading: Reading,
    kind: str | None,
) -> bool:
    """Whether a vape or snuff is named once beside drugs, or in a talk to pupils.

    A vape whose sentence names a drug is filled with that.
    """
    if code not in _NO_DRUGS or kind is None or len(named[code]) > 1:
        return False
    start = named[code][0].span.start
    if item.title_end is not None and start < item.title_end:
        return False
    drugs = [m for other in named for m in named[other] if other not in _NO_DRUGS]
    first, stop = reading.sentence_at(start, item.start, item.end)
    filled = any(
        groups[m.code or ""] != UNSPECIFIED and first <= m.span.start < stop for m in drugs
    )
    return not filled and (bool(drugs) or (kind in _TALKS and len(named) == 1))


def _is_last_word(mentions: Sequence[Mention], item: ToldItem) -> bool:
    """Whether a substance is named once, where a report that has told its event closes."""
    if len(mentions) > 1 or len(item.telling) < _LONG_ENOUGH:
        return False
    return mentions[0].span.start >= item.telling[-1].start


_LONG_ENOUGH = 2
"""Paragraphs of a report that has a beginning and an end."""


def _is_only_a_sort(
    code: str,
    named: Named,
    groups: Mapping[str, str],
    counted: Collection[str | None],
    reading: Reading,
    kind: str | None,
) -> bool:
    """Whether a name of a group says of the member named beside it what sort it is."""
    quotes = [mention.span.quote for mention in named[code]]
    if code == "pharmacy_drugs":
        return kind in _OF_ONE_CASE
    if code == "opiates":
        in_therapy = "methadone" in named and any(
            _THERAPY.match(reading.words(m.span.end, m.span.end + 40)) for m in named[code]
        )
        return in_therapy or all(_ONE_OPIOID.fullmatch(quote) for quote in quotes)
    if code not in ("precursors", "bath_salts") or code in counted:
        return False
    members = [
        named[other][0] for other in named if other != code and groups[other] == groups[code]
    ]
    return min(m.span.start for m in members) < named[code][0].span.start
