"""What kind of event an item tells, from the vocabulary's cues and where they stand.

A title names the event; a lead tells it; the rest of an item tells what else there is to say. So a
cue counts by its place, and the rules of ``kind_rules.yaml`` settle what cues alone get wrong: a
lecture on seizures is prevention.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from sholu.events.cues import CueIndex
from sholu.mentions.word_lists import read_word_lists
from sholu.vocabulary.model import EventKind, Vocabulary

TITLE_WEIGHT = 3.0
LEAD_WEIGHT = 1.5
REST_WEIGHT = 0.25
"""A cue in the title outweighs any two in the lead, and those in the rest only break ties. Set by
hand on the layout's releases; the floors in ``tests/floors/events.toml`` hold them."""

REST_LIMIT = 1.0
"""What a kind can gain from the rest of an item, however long it is."""

WEAK = 0.3
"""Share of its place's weight that a weak cue gives."""

TITLE_CUE = 0.8
"""Share that a title cue gives in a title: one word says less than a phrase."""

LATER = 0.8
"""Share that the cues of a list's second half give: the lists begin with the most telling."""


@dataclass(frozen=True)
class KindRule:
    """``kind`` goes before ``over`` when one of ``cues`` stands in the title or the lead.

    Attributes:
        where: ``title`` or ``lead`` (title and first paragraph).
        because: the reason, for people.
    """

    kind: str
    over: frozenset[str]
    where: str
    because: str
    cues: CueIndex


@dataclass(frozen=True)
class KindReading:
    """A kind (None where no cue speaks) and the share of all cue weight that speaks for it."""

    kind: str | None
    confidence: float


def find_kind(title: str, lead: str, rest: str, vocabulary: Vocabulary) -> KindReading:
    """The kind of event that title, first paragraph and rest of an item tell, all respelled."""
    scores = _score(title, lead, rest, vocabulary.event_kinds)
    order = [kind.code for kind in vocabulary.event_kinds]
    for rule in load_rules():
        if rule.kind in order:
            _apply(rule, scores, title, lead)
    if not scores or max(scores.values()) <= 0:
        return KindReading(None, 0.0)
    best = min(scores, key=lambda code: (-scores[code], order.index(code)))
    return KindReading(best, round(scores[best] / sum(scores.values()), 2))


def _score(
    title: str, lead: str, rest: str, kinds: tuple[EventKind, ...]
) -> defaultdict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    places = ((title, TITLE_WEIGHT, True), (lead, LEAD_WEIGHT, False), (rest, REST_WEIGHT, False))
    for text, weight, is_title in places:
        found = _best_hits(text, is_title, kinds)
        for code, strength in found.items():
            scores[code] += (
                weight * strength if text is not rest else min(REST_LIMIT, weight * strength)
            )
    return scores


def _best_hits(text: str, is_title: bool, kinds: tuple[EventKind, ...]) -> dict[str, float]:
    """The strength of each kind in one part: its best cue, and a little for each further one."""
    index = _index(kinds, is_title)
    hits: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for hit in index.find(text):
        code, strength = hit.speaks_for.split(" ")
        phrase = text[hit.start : hit.end].lower()
        hits[code][phrase] = max(float(strength), hits[code].get(phrase, 0.0))
    return {code: _together(list(found.values())) for code, found in hits.items()}


def _together(strengths: list[float]) -> float:
    best, *others = sorted(strengths, reverse=True)
    return best + 0.2 * sum(others)


@lru_cache(maxsize=8)
def _index(kinds: tuple[EventKind, ...], is_title: bool) -> CueIndex:
    cues: list[tuple[str, str]] = []
    for kind in kinds:
        for names, share in (
            (kind.cues, 1.0),
            (kind.title_cues, TITLE_CUE if is_title else 0.0),
            (kind.weak_cues, WEAK),
        ):
            for language in ("en", "ru", "kk"):
                listed = names.of(language)
                cues += [
                    (cue, f"{kind.code} {share * (1.0 if i < (len(listed) + 1) / 2 else LATER)}")
                    for i, cue in enumerate(listed)
                    if share
                ]
    return CueIndex(cues)


def _apply(rule: KindRule, scores: defaultdict[str, float], title: str, lead: str) -> None:
    """Put the rule's kind before those that it beats, if its cue is there."""
    text = title if rule.where == "title" else f"{title}\n{lead}"
    beaten = max((scores.get(code, 0.0) for code in rule.over), default=0.0)
    if rule.cues.find(text) and scores.get(rule.kind, 0.0) <= beaten:
        scores[rule.kind] = beaten + WEAK


@lru_cache(maxsize=1)
def load_rules() -> tuple[KindRule, ...]:
    """The rules of ``kind_rules.yaml``, in their order; a later one has the last word."""
    rules = []
    for record in read_word_lists("sholu.events", "kind_rules.yaml"):
        cues = [(cue, "") for language in ("en", "ru", "kk") for cue in record["cues"][language]]
        rules.append(
            KindRule(
                kind=record["kind"],
                over=frozenset(record["over"]),
                where=record["where"],
                because=record["because"],
                cues=CueIndex(cues),
            )
        )
    return tuple(rules)
