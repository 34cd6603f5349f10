"""How long, how often conditional, how long it took: by group, with intervals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sholu.verdicts.against_law_punishment import is_below_minimum, judge
from sholu.verdicts.model import Defendant
from sholu.verdicts.practice_intervals import Middle, Share, middle_of, share_of
from sholu.verdicts.practice_persons import CountedPerson, days_of_law, exact_day
from sholu.verdicts.practice_tables import groups
from sholu.vocabulary.law_register import Law


@dataclass(frozen=True)
class SentenceRow:
    """What courts did with the persons of one group.

    Attributes:
        people: persons judged; convicted: of them.
        months: of imprisonment, of those sentenced to it (conditional terms too).
        acquitted: share of those convicted or acquitted.
        imprisoned, below_lowest_limit: share of those convicted; the second as decisions say.
        below_minimum: share of those whose term is below the least of the law in force, whatever
            the ground, of those sent to prison where the register knows it.
        conditional: share of those sentenced to imprisonment.
        days: from the offence to the first decision, where both are known to the day.
        verdicts: ids of the decisions.
    """

    group: str
    people: int
    convicted: int
    months: Middle
    acquitted: Share
    imprisoned: Share
    below_lowest_limit: Share
    below_minimum: Share
    conditional: Share
    days: Middle
    verdicts: tuple[str, ...]


def months_of(one: Defendant) -> float | None:
    """The term of imprisonment in months; None without one."""
    terms = [s.months for s in one.sanctions if s.kind == "imprisonment" and s.months is not None]
    return max(terms, default=None)


def sentence_table(
    persons: Iterable[CountedPerson], law: Law, by: str = "article"
) -> list[SentenceRow]:
    """Terms, shares and durations by group.

    Args:
        persons: as `sholu.verdicts.practice_persons.counted_persons` gives them.
        by: one of `sholu.verdicts.practice_tables.GROUPINGS`.
    """
    return [_row(group, members, law) for group, members in groups(persons, by).items()]


def _row(group: str, members: Sequence[CountedPerson], law: Law) -> SentenceRow:
    people = [one.defendant for one in members]
    convicted = [one for one in people if one.decision == "convicted"]
    acquitted = sum(one.decision == "acquitted" for one in people)
    imprisoned = [one for one in convicted if any(s.kind == "imprisonment" for s in one.sanctions)]
    conditional = sum(
        any(s.conditional for s in one.sanctions if s.kind == "imprisonment") for one in imprisoned
    )
    below = sum(one.below_lowest_limit for one in convicted)
    known = [answer for one in members if (answer := _below_minimum(one, law)) is not None]
    terms = [months for one in convicted if (months := months_of(one)) is not None]
    return SentenceRow(
        group=group,
        people=len(people),
        convicted=len(convicted),
        months=middle_of(terms),
        acquitted=share_of(acquitted, acquitted + len(convicted)),
        imprisoned=share_of(len(imprisoned), len(convicted)),
        below_lowest_limit=share_of(below, len(convicted)),
        below_minimum=share_of(sum(known), len(known)),
        conditional=share_of(conditional, len(imprisoned)),
        days=middle_of(list(_durations(members))),
        verdicts=tuple(dict.fromkeys(one.verdict.id for one in members)),
    )


def _below_minimum(person: CountedPerson, law: Law) -> bool | None:
    if person.defendant.decision != "convicted":
        return None
    return is_below_minimum(judge(person.defendant, days_of_law(person.verdict), (), law))


def _durations(members: Iterable[CountedPerson]) -> Iterator[float]:
    """Days from offence to verdict; a higher court's decision comes later and is left out."""
    for one in members:
        offence, decided = exact_day(one.verdict.offence_date), exact_day(one.verdict.date)
        if offence and decided and offence <= decided and not one.is_of_higher_court:
            yield (decided - offence).days
