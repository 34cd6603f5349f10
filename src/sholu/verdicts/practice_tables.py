"""Tables of practice in the shape of court statistics: article and part, decision, persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.verdicts.model import Defendant
from sholu.verdicts.practice_persons import CountedPerson, in_order
from sholu.vocabulary.law import SIZES

UNKNOWN = "not known"

DECISIONS: Mapping[str, str] = {
    "acquitted": "Acquitted",
    "terminated": "Case terminated",
    "released": "Released from punishment",
    "medical_measures": "Compulsory medical measures instead of punishment",
    "returned": "Case returned",
    "life_imprisonment": "Sentenced to life imprisonment",
    "imprisonment": "Sentenced to imprisonment",
    "restriction_of_freedom": "Sentenced to restriction of freedom",
    "arrest": "Sentenced to arrest",
    "community_service": "Sentenced to community service",
    "corrective_labour": "Sentenced to corrective labour",
    "fine": "Sentenced to a fine",
    "deprivation_of_right": "A post or activity is forbidden",
    "deprivation_of_rank": "A rank is taken away",
    "expulsion": "Expulsion is ordered",
    "punishment_not_read": "Convicted, punishment not understood",
    "decision_not_read": "Decision not understood",
    "conditional": "The punishment is conditional",
    "below_lowest_limit": "The punishment is below the lowest limit",
    "confiscation": "Asset forfeiture is ordered",
}
"""Rows of the first table in their order. A person is counted in each that applies: one imprisoned
below the lowest limit with forfeiture is in three."""

MEDICAL: Mapping[str, str] = {
    "alcohol_addiction": "Alcohol addiction",
    "drug_addiction": "Drug addiction",
    "substance_addiction": "Substance addiction",
    "psychiatric": "Mental disorder",
}
"""Rows of the second table: for what compulsory treatment was ordered."""


@dataclass(frozen=True)
class PracticeRow:
    """A cell of a table of practice, with what it was counted from.

    Attributes:
        group: ``296.2``, a region, a court, a role, a year, a size; ``not known`` if not read.
        code, label: of the decision, punishment or addiction.
        people: persons, each once.
        verdicts: ids of the decisions; spans: ids of what they rest on.
    """

    group: str
    code: str
    label: str
    people: int
    verdicts: tuple[str, ...]
    spans: tuple[str, ...]


def article_label(person: CountedPerson) -> str:
    """``296.2``; the article alone where no part was read."""
    if person.article is None:
        return UNKNOWN
    return ".".join(filter(None, (person.article.article, person.article.part)))


def _year(person: CountedPerson) -> str:
    return (person.verdict.date or UNKNOWN)[:4] if person.verdict.date else UNKNOWN


def _size(person: CountedPerson) -> str:
    """The largest size of what was found."""
    said = [s.size_category for s in person.defendant.substances if s.size_category in SIZES]
    return max(said, key=SIZES.index) if said else UNKNOWN


GROUPINGS: Mapping[str, Callable[[CountedPerson], str]] = {
    "article": article_label,
    "region": lambda person: person.verdict.region or UNKNOWN,
    "court": lambda person: person.verdict.court or UNKNOWN,
    "role": lambda person: person.defendant.role or UNKNOWN,
    "year": _year,
    "size": _size,
}
"""What tables can be made by, with how a person's group is found."""


def groups(persons: Iterable[CountedPerson], by: str) -> dict[str, list[CountedPerson]]:
    """Persons by group, the groups in order, those not known last."""
    found: dict[str, list[CountedPerson]] = defaultdict(list)
    for person in persons:
        found[GROUPINGS[by](person)].append(person)
    return {name: found[name] for name in sorted(found, key=lambda name: _place(name, by))}


def _place(name: str, by: str) -> tuple[bool, int, tuple[tuple[tuple[int, str], ...], ...]]:
    size = SIZES.index(name) if name in SIZES else 0
    pieces = name.split(".") if by == "article" else [name]
    return name == UNKNOWN, size, tuple(in_order(piece) for piece in pieces)


def decision_table(persons: Iterable[CountedPerson], by: str = "article") -> list[PracticeRow]:
    """Decisions and punishments by article and part: the first table of a court report.

    Args:
        persons: as `sholu.verdicts.practice_persons.counted_persons` gives them.
        by: one of `GROUPINGS`.
    """
    return list(_rows(persons, by, DECISIONS, _decisions))


def medical_table(persons: Iterable[CountedPerson], by: str = "article") -> list[PracticeRow]:
    """Compulsory medical measures by article and part, and type of addiction: the second table."""
    return list(_rows(persons, by, MEDICAL, _treatments))


def _rows(
    persons: Iterable[CountedPerson],
    by: str,
    labels: Mapping[str, str],
    codes: Callable[[Defendant], Sequence[str]],
) -> Iterator[PracticeRow]:
    for group, members in groups(persons, by).items():
        for code, label in labels.items():
            counted = [one for one in members if code in codes(one.defendant)]
            if counted:
                yield _row(group, code, label, counted)


def _row(group: str, code: str, label: str, counted: Sequence[CountedPerson]) -> PracticeRow:
    decisions = {one.verdict.id: one.verdict for one in counted}
    spans = dict.fromkeys(span.id for one in decisions.values() for span in one.spans)
    return PracticeRow(group, code, label, len(counted), tuple(decisions), tuple(spans))


def _decisions(one: Defendant) -> list[str]:
    """The rows of the first table that a defendant is counted in."""
    if one.decision is None:
        return ["decision_not_read"]
    if one.decision != "convicted":
        return [one.decision]
    codes = [sanction.kind for sanction in one.sanctions] or ["punishment_not_read"]
    codes += ["conditional"] if any(s.conditional for s in one.sanctions) else []
    codes += ["below_lowest_limit"] if one.below_lowest_limit else []
    return codes + (["confiscation"] if one.confiscation else [])


def _treatments(one: Defendant) -> list[str]:
    return [one.compulsory_treatment] if one.compulsory_treatment else []
