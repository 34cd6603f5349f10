"""Score what a reader made of an item against the answers made by hand. Pure: no file, no reader.

A field without a wanted answer (an item whose kind nobody could name) is not scored for it. An item
that is not about drugs is scored for that, for its persons, and for nothing else: it reaches no
release.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sholu.build.evaluation_item import EvaluationItem, WantedFigure
from sholu.build.scoring_figures import FigureComparison, Fits, doubles, pair_figures, repeats
from sholu.mentions.model import Figure

Stretch = tuple[int, int]
"""Code points of the text that was read; the end is exclusive."""


@dataclass(frozen=True)
class Tally:
    """How many answers were right, of those said and of those wanted."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.said + other.said, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """Share of what was said that is right, 0 to 1; None if nothing was said."""
        return self.right / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Share of what was wanted that was said, 0 to 1; None if nothing was wanted.

        For a field with exactly one answer this is the accuracy.
        """
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None if nothing was said and nothing wanted."""
        total = self.said + self.wanted
        return 2 * self.right / total if total else None


@dataclass(frozen=True)
class Answer:
    """What a reader made of one item.

    Attributes:
        text: what was read; stretches count in it.
        about_drugs: False also if no event was read.
        figures: of the event; ``claimed``: those that became claims.
        officials, private: stretches of persons by the role that the reader gave them.
        shown: all that could be published: title, text and spans, names replaced.
        arithmetic: findings that numbers do not add up.
    """

    text: str
    about_drugs: bool
    kind: str | None
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    date_start: str | None
    date_end: str | None
    substances: tuple[str, ...]
    agencies: tuple[str, ...]
    law: tuple[str, ...]
    figures: tuple[Figure, ...]
    claimed: tuple[Figure, ...]
    officials: tuple[Stretch, ...]
    private: tuple[Stretch, ...]
    shown: str
    arithmetic: int


@dataclass(frozen=True)
class Scored:
    """A field's tally, and a sentence for each mistake."""

    tally: Tally
    mistakes: tuple[str, ...] = ()


def score_item(
    item: EvaluationItem, answer: Answer, compare: FigureComparison, vague: Collection[str]
) -> dict[str, Scored]:
    """Score one item, field by field; what the item does not answer is left out.

    Args:
        vague: codes of substances that stand for many (drugs, precursors in general); whether a
            text names them is no question with one answer, so they are left out.
    """
    scored = _score_all(item, answer, compare, vague)
    return {field: one for field, one in scored.items() if item.answers(_KEYS.get(field, field))}


_KEYS = {
    "private_masked": "persons",
    "masks_needed": "persons",
    "officials": "persons",
    "country": "countries",
    "region": "regions",
    "dates": "date_start",
    "figures_value_unit": "figures",
    "claims": "figures",
    "qualifier": "figures",
    "accumulation": "figures",
}
"""The field of an item that a score compares with, where their names differ."""


def _score_all(
    item: EvaluationItem, answer: Answer, compare: FigureComparison, vague: Collection[str]
) -> dict[str, Scored]:
    scored = {"about_drugs": score_one(item.about_drugs, answer.about_drugs)}
    scored |= score_persons(item, answer)
    if not item.about_drugs:
        return scored
    if item.kind is not None:
        scored["kind"] = score_one(item.kind, answer.kind)
    if item.countries:
        scored["country"] = score_one(item.countries[0], next(iter(answer.countries), None))
    scored |= {
        "region": score_set(item.regions, answer.regions),
        "dates": score_dates(item, answer),
        "substances": score_set(
            [code for code in item.substances if code not in vague],
            [code for code in answer.substances if code not in vague],
        ),
        "agencies": score_set(item.agencies, answer.agencies),
        "law": score_set(item.law, answer.law),
        "checks": score_checks(item, answer),
    }
    return scored | score_figures(item, answer, compare)


def score_one(wanted: object, said: object) -> Scored:
    """A field with exactly one answer."""
    if wanted == said:
        return Scored(Tally(1, 1, 1))
    return Scored(Tally(0, 1, 1), (f"{said}, not {wanted}",))


def score_set(wanted: Iterable[str], said: Iterable[str]) -> Scored:
    """A field with any number of answers, in no order."""
    want, say = set(wanted), set(said)
    missed = [f"{code} missed" for code in sorted(want - say)]
    wrong = [f"{code} is wrong" for code in sorted(say - want)]
    return Scored(Tally(len(want & say), len(say), len(want)), (*missed, *wrong))


def score_dates(item: EvaluationItem, answer: Answer) -> Scored:
    """First and last day, both right or both wrong."""
    want = (item.date_start, item.date_end or item.date_start)
    say = (answer.date_start, answer.date_end or answer.date_start)
    right = want == say and want[0] is not None
    tally = Tally(int(right), int(say[0] is not None), int(want[0] is not None))
    return Scored(tally, () if want == say else (f"{_period(say)}, not {_period(want)}",))


def _period(days: tuple[str | None, str | None]) -> str:
    return "/".join(dict.fromkeys(day for day in days if day)) or "no date"


def score_checks(item: EvaluationItem, answer: Answer) -> Scored:
    """How many of the sums that do not add up were found."""
    wanted, said = len(item.checks), answer.arithmetic
    mistakes = [f"not found: {check}" for check in item.checks[said:]]
    mistakes += ["a finding where all adds up"] * max(0, said - wanted)
    return Scored(Tally(min(wanted, said), said, wanted), tuple(mistakes))


def score_figures(
    item: EvaluationItem, answer: Answer, compare: FigureComparison
) -> dict[str, Scored]:
    """Figures with value and unit, those that count the right thing too, and what they are not."""
    amount, whole = compare.same_amount, compare.same_figure
    pairs = pair_figures(item.figures, answer.figures, amount, whole)
    both = [(item.figures[one], answer.figures[at]) for at, one in pairs.items()]
    return {
        "figures_value_unit": _tally_figures(item.figures, answer.figures, amount, whole),
        "figures": _tally_figures(item.figures, answer.figures, whole, whole),
        "claims": _tally_figures(item.figures, answer.claimed, whole, whole),
        "qualifier": _sum(score_one(one.qualifier, said.qualifier) for one, said in both),
        "accumulation": _sum(score_one(one.accumulation, said.accumulation) for one, said in both),
        "not_figures": score_not_figures(item, answer, amount),
    }


def _tally_figures(
    wanted: Sequence[WantedFigure], said: Sequence[Figure], fits: Fits, better: Fits
) -> Scored:
    pairs = pair_figures(wanted, said, fits, better)
    again = repeats(wanted, said, fits, pairs)
    once_more = doubles(wanted, pairs)
    missed = [
        f"'{figure.printed}' ({figure.unit} of {figure.of}) missed"
        for one, figure in enumerate(wanted)
        if one not in pairs.values() and one not in once_more
    ]
    wrong = [
        f"'{figure.value_printed}' ({figure.unit} of {figure.of}) is wrong"
        for at, figure in enumerate(said)
        if at not in pairs and at not in again
    ]
    tally = Tally(len(pairs), len(said) - len(again), len(wanted) - len(once_more))
    return Scored(tally, (*missed, *wrong))


def _sum(scored: Iterable[Scored]) -> Scored:
    every = list(scored)
    tally = sum((one.tally for one in every), Tally())
    return Scored(tally, tuple(mistake for one in every for mistake in one.mistakes))


def score_not_figures(item: EvaluationItem, answer: Answer, fits: Fits) -> Scored:
    """Numbers that count nothing: right if no figure stands there but one that is wanted."""
    read = [
        (figure.span.start, figure.span.end)
        for figure in answer.figures
        if not any(fits(one, figure) for one in item.figures)
    ]
    taken = [words for words in item.not_figures if _touches(places_of(words, answer.text), read)]
    wanted = len(item.not_figures)
    mistakes = tuple(f"'{words}' read as a figure" for words in taken)
    return Scored(Tally(wanted - len(taken), wanted, wanted), mistakes)


def score_persons(item: EvaluationItem, answer: Answer) -> dict[str, Scored]:
    """Are private names and data gone from what is shown, and officials known as such."""
    standing = [words for words in item.private if places_of(words, answer.shown)]
    wanted = len(item.private)
    unknown = [
        words
        for words in item.officials
        if not _touches(places_of(words, answer.text), answer.officials)
    ]
    officials = len(item.officials)
    private = [place for words in item.private for place in places_of(words, answer.text)]
    needless = [one for one in answer.private if not _touches([one], private)]
    masks = len(answer.private)
    return {
        "private_masked": Scored(
            Tally(wanted - len(standing), wanted, wanted),
            tuple(f"'{words}' still stands" for words in standing),
        ),
        "masks_needed": Scored(
            Tally(masks - len(needless), masks, masks),
            tuple(f"'{answer.text[a:b]}' masked without need" for a, b in needless),
        ),
        "officials": Scored(
            Tally(officials - len(unknown), officials, officials),
            tuple(f"'{words}' not known as an official" for words in unknown),
        ),
    }


def places_of(words: str, text: str) -> list[Stretch]:
    """Every place of some words in a text, as whole words; any white space fits any other."""
    inside = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(f"{before}{inside}{after}", text)]


def _touches(places: Iterable[Stretch], others: Sequence[Stretch]) -> bool:
    return any(a < d and c < b for a, b in places for c, d in others)


def wanted_pairs(items: Sequence[EvaluationItem]) -> set[frozenset[str]]:
    """Pairs of items that tell one event; what is the same as the same is the same."""
    group_of = {item.id: {item.id} for item in items}
    for item in items:
        for other in item.same_event_as:
            if other in group_of:
                group = group_of[item.id] | group_of[other]
                for name in group:
                    group_of[name] = group
    return pairs_within(group_of.values())


def pairs_within(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Every pair of members of one group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def score_pairs(wanted: Collection[frozenset[str]], said: Collection[frozenset[str]]) -> Scored:
    """Pairs of items that were taken for one event."""
    missed = sorted(" and ".join(sorted(pair)) for pair in set(wanted) - set(said))
    wrong = sorted(" and ".join(sorted(pair)) for pair in set(said) - set(wanted))
    tally = Tally(len(set(wanted) & set(said)), len(said), len(wanted))
    mistakes = [f"{pair} are one event" for pair in missed]
    mistakes += [f"{pair} are two events" for pair in wrong]
    return Scored(tally, tuple(mistakes))


def add_up(scores: Iterable[Mapping[str, Scored]]) -> dict[str, Tally]:
    """The tallies of many items, field by field."""
    totals: dict[str, Tally] = {}
    for scored in scores:
        for field, one in scored.items():
            totals[field] = totals.get(field, Tally()) + one.tally
    return totals
