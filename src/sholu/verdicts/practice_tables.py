"""Tables of practice in the shape of court statistics: article and part, decision, persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.verdicts.model import Defendant
from sholu.verdicts.practice_persons import CountedPerson, in_order
from sholu.vocabulary.law import SIZES
from sholu.vocabulary.wording import Wording

UNKNOWN = "not known"

DECISIONS: Mapping[str, Wording] = {
    "acquitted": Wording("Acquitted", "Оправдано", "Ақталды"),
    "terminated": Wording("Case terminated", "Дело прекращено", "Іс тоқтатылды"),
    "released": Wording(
        "Released from punishment", "Освобождено от наказания", "Жазадан босатылды"
    ),
    "medical_measures": Wording(
        "Compulsory medical measures instead of punishment",
        "Принудительные меры медицинского характера вместо наказания",
        "Жазаның орнына медициналық сипаттағы мәжбүрлеу шаралары",
    ),
    "returned": Wording("Case returned", "Дело возвращено", "Іс қайтарылды"),
    "life_imprisonment": Wording(
        "Sentenced to life imprisonment",
        "Осуждено к пожизненному лишению свободы",
        "Өмір бойы бас бостандығынан айыруға сотталды",
    ),
    "imprisonment": Wording(
        "Sentenced to imprisonment",
        "Осуждено к лишению свободы",
        "Бас бостандығынан айыруға сотталды",
    ),
    "restriction_of_freedom": Wording(
        "Sentenced to restriction of freedom",
        "Осуждено к ограничению свободы",
        "Бас бостандығын шектеуге сотталды",
    ),
    "arrest": Wording("Sentenced to arrest", "Осуждено к аресту", "Қамаққа алуға сотталды"),
    "community_service": Wording(
        "Sentenced to community service",
        "Осуждено к общественным работам",
        "Қоғамдық жұмыстарға сотталды",
    ),
    "corrective_labour": Wording(
        "Sentenced to corrective labour",
        "Осуждено к исправительным работам",
        "Түзеу жұмыстарына сотталды",
    ),
    "fine": Wording("Sentenced to a fine", "Осуждено к штрафу", "Айыппұлға сотталды"),
    "deprivation_of_right": Wording(
        "A post or activity is forbidden",
        "Лишено права занимать должность или вести деятельность",
        "Лауазым атқару немесе қызметпен айналысу құқығынан айырылды",
    ),
    "deprivation_of_rank": Wording("A rank is taken away", "Лишено звания", "Атағынан айырылды"),
    "expulsion": Wording("Expulsion is ordered", "Назначено выдворение", "Елден шығару белгіленді"),
    "punishment_not_read": Wording(
        "Convicted, punishment not understood",
        "Осуждено, наказание не прочитано",
        "Сотталды, жазасы оқылмады",
    ),
    "decision_not_read": Wording(
        "Decision not understood", "Решение не прочитано", "Шешім оқылмады"
    ),
    "conditional": Wording(
        "The punishment is conditional", "Наказание назначено условно", "Жаза шартты тағайындалды"
    ),
    "below_lowest_limit": Wording(
        "The punishment is below the lowest limit",
        "Наказание ниже низшего предела",
        "Жаза ең төменгі шектен төмен",
    ),
    "confiscation": Wording(
        "Asset forfeiture is ordered",
        "Назначена конфискация имущества",
        "Мүлікті тәркілеу тағайындалды",
    ),
}
"""Rows of the first table in their order. A person is counted in each that applies: one imprisoned
below the lowest limit with forfeiture is in three."""

MEDICAL: Mapping[str, Wording] = {
    "alcohol_addiction": Wording(
        "Alcohol addiction", "Алкогольная зависимость", "Алкогольге тәуелділік"
    ),
    "drug_addiction": Wording(
        "Drug addiction", "Наркотическая зависимость", "Есірткіге тәуелділік"
    ),
    "substance_addiction": Wording("Substance addiction", "Токсикомания", "Уытқұмарлық"),
    "psychiatric": Wording("Mental disorder", "Психическое расстройство", "Психикалық бұзылыс"),
}
"""Rows of the second table: for what compulsory treatment was ordered."""


@dataclass(frozen=True)
class PracticeRow:
    """A cell of a table of practice, with what it was counted from.

    Attributes:
        group: ``296.2``, a region, a court, a role, a year, a size; ``not known`` if not read.
        code: of the decision, punishment or addiction; wording: what a table prints for it.
        people: persons, each once.
        verdicts: ids of the decisions; spans: ids of what they rest on.
    """

    group: str
    code: str
    wording: Wording
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
    labels: Mapping[str, Wording],
    codes: Callable[[Defendant], Sequence[str]],
) -> Iterator[PracticeRow]:
    for group, members in groups(persons, by).items():
        for code, wording in labels.items():
            counted = [one for one in members if code in codes(one.defendant)]
            if counted:
                yield _row(group, code, wording, counted)


def _row(group: str, code: str, wording: Wording, counted: Sequence[CountedPerson]) -> PracticeRow:
    decisions = {one.verdict.id: one.verdict for one in counted}
    spans = dict.fromkeys(span.id for one in decisions.values() for span in one.spans)
    return PracticeRow(group, code, wording, len(counted), tuple(decisions), tuple(spans))


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
