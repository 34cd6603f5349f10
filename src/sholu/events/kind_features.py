"""What of an item speaks for its kind, each feature with a name that a person can read.

Features are of three sorts. Signals (``taken``, ``pupils``, ``law_changed``) are said of the item
and speak for each kind as much as was learnt. Cues and rules name a kind themselves. Words of title
and first paragraph stand for what no list of signals thought of; each says little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sholu.events.cues import CueIndex, words_of
from sholu.events.kind_patterns import BACKGROUND, PATTERNS, narrates
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.word_lists import read_word_lists
from sholu.vocabulary.model import EventKind

LANGUAGES = ("en", "ru", "kk")

TITLE_WEIGHT = LEAD_WEIGHT = 1.0
LATER_LEAD_WEIGHT = 0.7
REST_WEIGHT = 0.3
STRONGEST = 1.7
"""What a signal says where it stands: the title and the first sentence name the event, the rest of
an item tells what else there is to say. Chosen among five settings by cross-validation."""

MOST_OF_A_CUE = 2.0

WEAK = 0.3
"""Share of its place's weight that a weak cue gives."""

TITLE_CUE = 0.8
"""Share that a title cue gives in a title: one word says less than a phrase."""

LATER = 0.8
"""Share that the cues of a list's second half give: the lists begin with the most telling."""

SHORTEST, STEM = 3, 6
"""Letters of the shortest word that is looked at, and of a word's beginning that is: endings of
Russian and Kazakh say nothing of the matter."""

_NAME = re.compile(r"(?<=[\w,;]\s)[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w'’-]+")
"""A town or a person says nothing of the kind of the next event there."""

WORD_WEIGHT = 0.8
"""What a word says; more or less were no better in cross-validation."""

_PEOPLE = Cue.PEOPLE | Cue.RESIDENCE | Cue.ACCUSED | Cue.GANG
"""Words that say what a person is."""

_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮІ«\"])")


@dataclass(frozen=True)
class KindFeatures:
    """The features of an item.

    Attributes:
        common: of the item, by name; ``title:taken`` stands for a signal in the title.
        own: of one kind each, by kind and name.
        words: beginnings of words: ``word:`` of title and first paragraph, ``title:word:``.
    """

    common: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]
    words: Mapping[str, float]


def find_features(title: str, lead: str, rest: str, kinds: tuple[EventKind, ...]) -> KindFeatures:
    """The features of title, first paragraph and rest of an item, all respelled."""
    title, lead, rest = (BACKGROUND.sub(" ", part) for part in (title, lead, rest))
    own: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, text in (("title", title), ("lead", lead), ("rest", rest)):
        for kind, strength in _best_cues(text, name == "title", kinds).items():
            own[kind][f"cue_{name}"] = min(strength, MOST_OF_A_CUE)
    for rule in _rules_that_speak(title, lead):
        own[rule.kind]["rule_for"] += 1
        for kind in rule.over:
            own[kind]["rule_against"] += 1
    return KindFeatures(_signals(title, lead, rest), own, _words(title, lead))


def _words(title: str, lead: str) -> dict[str, float]:
    in_title, in_lead = (
        {
            word[:STEM]
            for word in words_of(_NAME.sub(" ", part))
            if len(word) >= SHORTEST and word.isalpha()
        }
        for part in (title, lead)
    )
    found = {f"word:{word}": WORD_WEIGHT for word in in_title | in_lead}
    return found | {f"title:word:{word}": WORD_WEIGHT for word in in_title}


def _signals(title: str, lead: str, rest: str) -> dict[str, float]:
    first, later = [*_FIRST_SENTENCE.split(lead, maxsplit=1), ""][:2]
    index = _signal_index()
    in_title, in_first, in_later, in_rest = (
        {hit.speaks_for for hit in index.find(text)} for text in (title, first, later, rest)
    )
    found: dict[str, float] = {"always": 1.0}
    for name in in_title | in_first | in_later | in_rest:
        strength = (name in in_title) * TITLE_WEIGHT + (name in in_rest) * REST_WEIGHT
        strength += LEAD_WEIGHT if name in in_first else (name in in_later) * LATER_LEAD_WEIGHT
        found[name] = min(strength, STRONGEST)
    found |= {f"title:{name}": 1.0 for name in in_title}
    told = f"{title}\n{lead}"
    for name, pattern in PATTERNS:
        for place, text in ((f"title:{name}", title), (name, told), (f"rest:{name}", rest)):
            if pattern.search(text):
                found[place] = 1.0
    for place, text in (("narrates", told), ("rest:narrates", rest)):
        if narrates(text):
            found[place] = 1.0
    found |= _point_of_title(set(found), "title:person_role" in found or names_people(title))
    return found | _point_of_text(set(found))


def names_people(title: str) -> bool:
    """Whether a word of a title says what a person is: a driver, a resident, a pensioner."""
    return any(cues_of(word) & _PEOPLE for word in words_of(title))


def _point_of_title(found: set[str], of_people: bool) -> dict[str, float]:
    """Whether a title is on a person held, or on what was taken, and not on both.

    Persons held are the point whatever they had on them; a load that is held was taken.
    """
    caught = "title:detained" in found
    taken = not found.isdisjoint({"title:taken", "title:found"})
    load = not found.isdisjoint({"title:smuggled", "title:mass"})
    held = not found.isdisjoint({"title:charged", "title:sold"}) or (
        caught and (of_people or not load)
    )
    drug = taken or (load and not (caught and of_people))
    tests = (
        ("title:held_only", held and not drug),
        ("title:drug_only", drug and not held),
        ("title:undecided", drug == held),
        ("title:people", of_people),
        ("title:people_held", caught and of_people),
        ("title:something_held", caught and not of_people),
    )
    return {name: 1.0 for name, is_so in tests if is_so}


def _point_of_text(found: set[str]) -> dict[str, float]:
    """Where the title does not decide, kilograms speak for what was taken, grams for the person."""
    if "title:undecided" not in found or found.isdisjoint({"taken", "found", "detained", "mass"}):
        return {}
    large = not found.isdisjoint({"kilograms", "title:kilograms", "rest:kilograms"})
    return {"undecided:kilograms" if large else "undecided:grams": 1.0}


@lru_cache(maxsize=1)
def _signal_index() -> CueIndex:
    signals = read_word_lists("sholu.events", "kind_signals.yaml")
    return CueIndex(
        (cue, signal["name"])
        for signal in signals
        for language in LANGUAGES
        for cue in signal["cues"][language]
    )


def _best_cues(text: str, is_title: bool, kinds: tuple[EventKind, ...]) -> dict[str, float]:
    """The strength of each kind in one part: its best cue, and a little for each further one."""
    hits: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for hit in _cue_index(kinds, is_title).find(text):
        code, strength = hit.speaks_for.split(" ")
        phrase = text[hit.start : hit.end].lower()
        hits[code][phrase] = max(float(strength), hits[code].get(phrase, 0.0))
    return {code: _together(list(found.values())) for code, found in hits.items()}


def _together(strengths: list[float]) -> float:
    best, *others = sorted(strengths, reverse=True)
    return best + 0.2 * sum(others)


@lru_cache(maxsize=8)
def _cue_index(kinds: tuple[EventKind, ...], is_title: bool) -> CueIndex:
    cues: list[tuple[str, str]] = []
    for kind in kinds:
        for names, share in (
            (kind.cues, 1.0),
            (kind.title_cues, TITLE_CUE if is_title else 0.0),
            (kind.weak_cues, WEAK),
        ):
            for language in LANGUAGES:
                listed = names.of(language)
                cues += [
                    (cue, f"{kind.code} {share * (1.0 if i < (len(listed) + 1) / 2 else LATER)}")
                    for i, cue in enumerate(listed)
                    if share
                ]
    return CueIndex(cues)


@dataclass(frozen=True)
class KindRule:
    """``kind`` goes before ``over`` when one of its cues stands in the title or the lead.

    Attributes:
        where: ``title`` or ``lead`` (title and first paragraph).
        because: the reason, for people.
    """

    kind: str
    over: frozenset[str]
    where: str
    because: str


@lru_cache(maxsize=1)
def load_rules() -> tuple[KindRule, ...]:
    """The rules of ``kind_rules.yaml``, in their order."""
    return tuple(
        KindRule(record["kind"], frozenset(record["over"]), record["where"], record["because"])
        for record in read_word_lists("sholu.events", "kind_rules.yaml")
    )


@lru_cache(maxsize=2)
def _rule_index(where: str) -> CueIndex:
    """The cues of the rules for one place, each with its rule's number."""
    records = read_word_lists("sholu.events", "kind_rules.yaml")
    return CueIndex(
        (cue, str(number))
        for number, record in enumerate(records)
        if record["where"] == where
        for language in LANGUAGES
        for cue in record["cues"][language]
    )


def _rules_that_speak(title: str, lead: str) -> list[KindRule]:
    in_title = {int(hit.speaks_for) for hit in _rule_index("title").find(title)}
    in_either = {
        int(hit.speaks_for) for text in (title, lead) for hit in _rule_index("lead").find(text)
    }
    return [load_rules()[number] for number in sorted(in_title | in_either)]
