"""Fit the weights of src/sholu/entities/pair_weights.tsv and say how well they do on unseen pairs.

    python tools/fit_pair_weights.py            # writes the weights
    python tools/fit_pair_weights.py --check    # cross-validation only, and each pair missed

Learnt from all pairs of reports that came out within a month and name one country: of the items of
evaluation/ that are not in the test half, and of the invented reports in tools/pair_examples/. Few
of those tell of one week, so pairs of different events are added as if the later had come out,
with its days, within three days of the other: what two events of one busy week have in common.

First the shares of each feature among pairs of one event (m) and of two (u) are counted, and the
logarithm of their ratio is its weight (Fellegi and Sunter 1969). Features go together, so those
weights together say too much: a logistic regression is fitted that draws the weights towards
``SHARE_OF_COUNTS`` of them, where others are drawn towards zero. In cross-validation all reports of
one event are left out together. The reports in tools/pair_examples/unseen/ teach nothing: what the
weights in use join of them is printed last.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from choice_fitting import write
from short_items import short_item

from sholu.build.evaluation import read_item
from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.entities.amounts import compare_figures
from sholu.entities.contradictions import find_contradiction
from sholu.entities.levels import have_common, level_of_lands, level_of_publication
from sholu.entities.model import EventKey
from sholu.entities.pair_features import figure_features, setting_features
from sholu.entities.proper_names import without_common_names
from sholu.entities.same_event import same_events
from sholu.entities.sums import PRIOR, SAME

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "sholu" / "entities" / "pair_weights.tsv"
SHARES = WEIGHTS.with_name("telling_shares.tsv")
EXAMPLES = ROOT / "tools" / "pair_examples"

AS_IF_ONE_WEEK, WEIGHT_AS_IF = 4_000, 0.5
"""Pairs that are moved into one week, half of them of one region, and how much each teaches."""
GAPS = (0, 0, 0, 1, 1, 1, 2, 2, 3)
"""Days between the publications of moved pairs, as often as each comes."""

SHARE_OF_COUNTS, PENALTY = 0.5, 0.7
"""Share of the counted weights towards which the fitted ones are drawn, and how strongly. From .3
to .6 and .3 to 1.5 the loss on reports of another writer is the same; .8 is worse."""

FIRST_PRIOR = -8.0
FOLDS = 8

Array = np.ndarray


@dataclass(frozen=True)
class Report:
    """A report as it is compared.

    Attributes:
        lot: reports of different lots were written without regard to each other.
        event: reports with the same tell one.
    """

    name: str
    lot: str
    event: str
    key: EventKey


@dataclass(frozen=True)
class Pair:
    """Two reports, the second perhaps moved in time; ``weight``: how much they teach."""

    one: Report
    two: Report
    weight: float = 1.0

    @property
    def same(self) -> bool:
        """Whether both tell one event."""
        return self.one.event == self.two.event


@dataclass(frozen=True)
class Design:
    """Pairs by features, with a column of ones at the end."""

    names: Sequence[str]
    values: Array
    same: Array
    weight: Array

    def part(self, rows: Array) -> Design:
        """Some of the pairs."""
        return Design(self.names, self.values[rows], self.same[rows], self.weight[rows])


Fit = Callable[[Design], Array]


def main() -> None:
    """Cross-validate; then fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    reports = [*read_evaluation_reports(), *read_examples(EXAMPLES)]
    if not arguments.check:
        write_shares(reports)
    pairs = [*pairs_of_one_month(reports), *pairs_as_of_one_week(reports)]
    design = build_design(pairs)
    for words, fit in (("counted", fit_counts), ("fitted", fit_regression)):
        report(words, pairs, design, cross_validate(pairs, design, fit), arguments.check)
    report_unseen()
    if not arguments.check:
        bits = fit_regression(design) / math.log(2)
        write(dict(zip([*design.names, PRIOR], bits, strict=True)), WEIGHTS)


def read_evaluation_reports() -> list[Report]:
    """Items about drugs that are not in the test half; what is linked tells one event."""
    items = [
        item
        for item in load_items(ROOT / "evaluation")
        if item.about_drugs and item.half == "development"
    ]
    events = _events(items)
    return [report for item in items for report in _reports(item, "evaluation", events[item.id])]


def _events(items: Sequence[EvaluationItem]) -> dict[str, str]:
    """By item, the least of all items that tell its event."""
    first = {item.id: item.id for item in items}
    for _ in range(3):  # links lead on at the most so often
        for item in items:
            group = [item.id, *(other for other in item.same_event_as if other in first)]
            least = min(first[name] for name in group)
            first.update(dict.fromkeys(group, least))
    return first


def read_examples(folder: Path) -> Iterator[Report]:
    """The invented reports of a folder; those of one file are a lot."""
    for path in sorted(folder.glob("*.yaml")):
        for number, told in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            name = f"{path.stem}-{number}"
            item = short_item(name, told["language"], told["country"], told["title"], told["text"])
            item = replace(item, published=str(told["published"]))
            yield from _reports(item, path.stem, f"{path.stem} {told['event']}")


def _reports(item: EvaluationItem, lot: str, event: str) -> list[Report]:
    return [Report(item.id, lot, event, key) for key in read_item(item).keys]


def write_shares(reports: Sequence[Report]) -> None:
    """Write which share of the reports has each detail."""
    number = Counter(detail for report in reports for detail in report.key.details)
    lines = (
        f"{detail}\t{(has + 0.5) / (len(reports) + 1):.4f}\n"
        for detail, has in sorted(number.items())
    )
    SHARES.write_text("".join(lines), encoding="utf-8")


def pairs_of_one_month(reports: Sequence[Report]) -> list[Pair]:
    """All pairs that may be news of one event by their publication and countries."""
    keys = without_common_names([report.key for report in reports])
    reports = [replace(report, key=key) for report, key in zip(reports, keys, strict=True)]
    return [
        Pair(one, two)
        for one, two in combinations(reports, 2)
        if one.lot == two.lot
        and level_of_lands(one.key, two.key)
        and one.key.published is not None
        and two.key.published is not None
        and level_of_publication(one.key, two.key)
    ]


def pairs_as_of_one_week(reports: Sequence[Report]) -> Iterator[Pair]:
    """Pairs of two events of one country, half of them of one region, moved into one week."""
    chance = random.Random(1)
    apart = [
        (one, two)
        for one, two in combinations([r for r in reports if _has_whole_days(r.key)], 2)
        if one.event != two.event
        and level_of_lands(one.key, two.key)
        and not level_of_publication(one.key, two.key)
    ]
    near = [pair for pair in apart if have_common(pair[0].key.areas, pair[1].key.areas)]
    for some in (apart, near):
        for one, two in chance.sample(some, min(len(some), AS_IF_ONE_WEEK // 2)):
            gap = chance.choice(GAPS) * chance.choice((1, -1))
            yield Pair(one, replace(two, key=_moved(two.key, one.key, gap)), WEIGHT_AS_IF)


def _has_whole_days(key: EventKey) -> bool:
    return key.published is not None and all(
        day is None or len(day) == len("2025-01-01")
        for day in (key.published, key.date_start, key.date_end)
    )


def _moved(key: EventKey, beside: EventKey, gap: int) -> EventKey:
    """As if it had come out some days after another, and all had happened so much later, too."""
    apart = date.fromisoformat(beside.published or "") - date.fromisoformat(key.published or "")
    later = apart + timedelta(gap)
    published, start, end = (
        day and (date.fromisoformat(day) + later).isoformat()
        for day in (key.published, key.date_start, key.date_end)
    )
    return replace(key, published=published, date_start=start, date_end=end)


def build_design(pairs: Sequence[Pair]) -> Design:
    """The features of all pairs as a matrix."""
    features = [_features(pair.one.key, pair.two.key) for pair in pairs]
    names = sorted({name for found in features for name in found})
    rows = [[*(found.get(name, 0.0) for name in names), 1.0] for found in features]
    return Design(
        names,
        np.array(rows),
        np.array([float(pair.same) for pair in pairs]),
        np.array([pair.weight for pair in pairs]),
    )


def _features(one: EventKey, two: EventKey) -> dict[str, float]:
    figures, contradiction = compare_figures(one, two), find_contradiction(one, two)
    figured = figure_features(one, two, figures, contradiction)
    return {**dict(setting_features(one, two)), **dict(figured)}


def fit_counts(design: Design) -> Array:
    """The logarithm of m to u of each feature, with half a pair more on each side."""
    has = design.values[:, :-1] > 0
    m, u = (
        ((weight @ has) + 0.5) / (weight.sum() + 1)
        for weight in (design.weight * design.same, design.weight * (1 - design.same))
    )
    mean = design.values[:, :-1].sum(axis=0) / np.maximum(has.sum(axis=0), 1)
    odds = (design.weight * design.same).sum() / (design.weight * (1 - design.same)).sum()
    return np.append(np.log(m / u) / np.where(mean > 0, mean, 1.0), math.log(odds))


def fit_regression(design: Design) -> Array:
    """Logistic regression by Newton's method, drawn towards a share of the counted weights."""
    centre = SHARE_OF_COUNTS * fit_counts(design)
    centre[-1] = FIRST_PRIOR
    weights, values = centre.copy(), design.values
    penalty = np.append(np.full(len(centre) - 1, PENALTY), 1e-6)
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(values @ weights, -30, 30)))
        slope = values.T @ ((chance - design.same) * design.weight) + penalty * (weights - centre)
        curve = (values * (design.weight * chance * (1 - chance))[:, None]).T @ values
        step = np.linalg.solve(curve + np.diag(penalty + 1e-9), slope)
        weights -= step * min(1.0, 5 / max(abs(step).max(), 1e-9))
        if abs(step).max() < 1e-6:
            break
    return weights


def cross_validate(pairs: Sequence[Pair], design: Design, fit: Fit) -> Array:
    """Bits of each pair, by weights that were learnt without the event of its first report."""
    events = sorted({pair.one.event for pair in pairs})
    random.Random(1).shuffle(events)
    fold_of = {event: number % FOLDS for number, event in enumerate(events)}
    fold = np.array([fold_of[pair.one.event] for pair in pairs])
    bits = np.zeros(len(pairs))
    for number in range(FOLDS):
        weights = fit(design.part(fold != number))
        bits[fold == number] = design.values[fold == number] @ weights / math.log(2)
    return bits


def report(words: str, pairs: Sequence[Pair], design: Design, bits: Array, every: bool) -> None:
    """Print what was found among pairs that came out near each other, and what was not."""
    told = bits >= SAME
    near = design.weight == 1.0
    right, said = (told & (design.same == 1)).sum(), (told & near).sum()
    loss = (design.weight * np.log2(1 + np.exp2(np.where(design.same == 1, -bits, bits)))).sum()
    print(
        f"{words}: {right} right of {said} said, {int(design.same.sum())} wanted; "
        f"{(told & ~near).sum()} of the moved pairs; {loss:.0f} bits lost"
    )
    if every and words == "fitted":
        for pair, sum_, is_told in zip(pairs, bits, told, strict=True):
            if is_told != pair.same:
                word = "joined, but two" if is_told else "one, but not joined"
                print(f"  {sum_:5.1f} {pair.one.name} {pair.two.name}: {word}")


def report_unseen() -> None:
    """Print what the weights in use join of reports from which nothing is learnt."""
    lots: dict[str, list[Report]] = {}
    for unseen in read_examples(EXAMPLES / "unseen"):
        lots.setdefault(unseen.lot, []).append(unseen)
    for lot, reports in lots.items():
        event_of = {report.key.id: report.event for report in reports}
        name_of = {report.key.id: report.name for report in reports}
        joined = {
            frozenset((name_of[one], name_of[two])): event_of[one] == event_of[two]
            for cluster in same_events([report.key for report in reports], [])
            for one, two in combinations(cluster.members, 2)
        }
        told = Counter({report.name: report.event for report in reports}.values())
        wanted = sum(number * (number - 1) // 2 for number in told.values())
        print(f"{lot}, unseen: {sum(joined.values())} right of {len(joined)} said, {wanted} wanted")


if __name__ == "__main__":
    main()
