"""Law against practice: what the register says that a mass deserves, and what was applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sholu.verdicts.against_law_model import (
    Comparison,
    Question,
    article_words,
    cited,
    sanction_words,
)
from sholu.verdicts.against_law_punishment import (
    Applied,
    Judged,
    check_punishments,
    judge,
    sized_versions,
)
from sholu.verdicts.against_law_size import (
    Sized,
    check_said_sizes,
    check_sizes,
    deserved_words,
    sized_substances,
)
from sholu.verdicts.model import Verdict
from sholu.verdicts.practice_persons import (
    CountedPerson,
    counted_persons,
    days_of_law,
    exact_day,
)
from sholu.vocabulary.law import CATEGORIES, MONTHS_A_UNIT, LawError, Provision
from sholu.vocabulary.law_register import Law

MISDEMEANOUR = CATEGORIES[0]
CHANGED = "changed"
"""Outcome of a higher court whose punishment stands instead of the first."""


def compare_with_law(verdicts: Iterable[Verdict], law: Law) -> tuple[Comparison, ...]:
    """Each person of a case with the law of the day of the offence and of the decision.

    What the law of either day allows is allowed: a later law that is lighter applies to earlier
    acts. Decisions of higher courts that changed a punishment are compared too; those that repeat
    the first are not.
    """
    held = list(verdicts)
    persons = list(counted_persons(held, law))
    counted = {one.verdict.id for one in persons}
    persons += [
        CountedPerson(verdict, one, None)
        for verdict in held
        if verdict.outcome == CHANGED and verdict.id not in counted and verdict.status != "rejected"
        for one in verdict.defendants
    ]
    return tuple(_compare(person, law) for person in persons)


def applies_to(verdict: Verdict) -> bool:
    """Whether the register, which holds the law of Kazakhstan, speaks of the court's country.

    Invented countries (XA to XZ) of demonstrations and tests have the law of Kazakhstan.
    """
    country = (verdict.region or "KZ")[:2]
    return country == "KZ" or (country[0] == "X" and country[1:].isalpha())


def _compare(person: CountedPerson, law: Law) -> Comparison:
    verdict, one = person.verdict, person.defendant
    days = days_of_law(verdict)
    judged = judge(one, days, tuple(span.id for span in verdict.spans), law)
    found = sized_substances(one.substances, law, days)
    missing = tuple(_not_checked(verdict, judged, found))
    questions: tuple[Question, ...] = ()
    if applies_to(verdict) and one.decision == "convicted":
        questions = (
            *check_in_force(verdict, judged),
            *check_punishments(judged),
            *check_sizes(judged, found),
            *check_said_sizes(judged, found),
        )
    return Comparison(
        verdict=verdict.id,
        document=verdict.document,
        court=verdict.court,
        region=verdict.region,
        date=verdict.date,
        law_days=tuple(day.isoformat() for day in days),
        masses=tuple(mass.words for mass in found),
        deserved=tuple(_deserved(found, law, days)) if applies_to(verdict) else (),
        articles=tuple(article_words(article) for article in one.articles),
        applied=tuple(sanction_words(s) for s in one.sanctions) or (one.decision or "not read",),
        checked=tuple(_checked(verdict, judged, found)),
        questions=questions,
        not_checked=missing,
        spans=judged.spans,
    )


def _checked(verdict: Verdict, judged: Judged, found: Sequence[Sized]) -> Iterator[str]:
    """What the register knows enough of to compare."""
    if not applies_to(verdict) or judged.defendant.decision != "convicted" or not judged.applied:
        return
    provisions = [one.provisions for one in judged.applied]
    if all(any(p.sanctions or p.category == MISDEMEANOUR for p in held) for held in provisions):
        yield "punishment"
    if sized_versions(judged.applied) and any(one.possible for one in found):
        yield "size"


def _not_checked(verdict: Verdict, judged: Judged, found: Sequence[Sized]) -> Iterator[str]:
    """What could not be compared, and why."""
    if not applies_to(verdict):
        yield "the register holds the law of another country"
        return
    if judged.defendant.decision != "convicted":
        yield "no conviction"
        return
    if not judged.days:
        yield "neither the day of the offence nor of the decision is known"
    elif exact_day(verdict.offence_date) is None:
        yield "the day of the offence is not known: the law of the day of the decision was used"
    yield from _articles_not_held(judged)
    for sized in found:
        if not sized.possible:
            yield f"the register has no threshold for {sized.substance} on these days"
    if not found:
        yield "no mass of a known substance"


def _articles_not_held(judged: Judged) -> Iterator[str]:
    if not judged.applied:
        yield "no article was read"
    for one in judged.applied:
        label = article_words(one.article)
        if not one.provisions:
            yield f"the register does not hold Article {label} on these days"
        elif not any(provision.sanctions for provision in one.provisions):
            yield f"the register knows no punishment of Article {label}"


def _deserved(found: Sequence[Sized], law: Law, days: Sequence[date]) -> Iterator[str]:
    """What each mass leads to, by the sizes that readings leave possible."""
    for one in found:
        if not one.possible:
            continue
        yield deserved_words(one)
        parts = {
            provision.key: _term(provision)
            for day in days
            for size in one.any_size
            for provision in _of_size(law, size, day)
        }
        yield from (f"{key}: {term}" for key, term in sorted(parts.items()))


def _of_size(law: Law, size: str, day: date) -> tuple[Provision, ...]:
    try:
        return law.provisions_of_size(size, day)
    except LawError:
        return ()  # a day before the register begins


def _term(provision: Provision) -> str:
    """``imprisonment 36 to 84 months``; what is unknown is said."""
    said = []
    for sanction in provision.sanctions:
        if sanction.unit in MONTHS_A_UNIT:
            low, top = sanction.months()
            said.append(f"{sanction.kind.replace('_', ' ')} {_end(low)} to {_end(top)} months")
        else:
            said.append(sanction.kind.replace("_", " "))
    if provision.allows("imprisonment") is False:
        said.append("no imprisonment")
    return ", ".join(said) or "punishment not known"


def _end(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def check_in_force(verdict: Verdict, judged: Judged) -> Iterator[Question]:
    """Articles that were in force neither on the day of the offence nor on that of the decision.

    A repealed article needs the day of the offence: it may have been in force then.
    """
    offence = exact_day(verdict.offence_date)
    for one in judged.applied:
        versions = _versions(judged.law, one)
        if one.provisions or not versions or not judged.days:
            continue
        if any(version.in_force_on(day) for version in versions for day in judged.days):
            continue
        begins = [v.in_force_from.first_day() for v in versions if v.in_force_from]
        too_early = len(begins) == len(versions) and min(begins) > max(judged.days)
        if offence is None and not too_early:
            continue
        yield _not_in_force(judged, one, versions)


def _versions(law: Law, one: Applied) -> list[Provision]:
    """All versions of a part in the criminal codes; of the article where the part is not held."""
    codes = {act.code for act in law.acts if act.kind == "criminal_code"}
    article = one.article
    held = [p for p in law.provisions if p.code in codes and p.article == article.article]
    return [p for p in held if p.part == (article.part or "")] or held


def _not_in_force(judged: Judged, one: Applied, versions: Sequence[Provision]) -> Question:
    label = article_words(one.article)
    periods = ", ".join(
        f"{version.code} from {version.in_force_from or '?'}"
        + (f" until before {version.in_force_to}" if version.in_force_to else "")
        for version in versions
    )
    days = " and ".join(day.isoformat() for day in judged.days)
    return Question(
        kind="not_in_force",
        is_note=False,
        article=label,
        applied=f"{label} on {days}",
        allowed=periods,
        statement=f"Article {label} was applied; the days of the offence and of the decision are "
        f"{days}, and the register has it in {periods}. Is a date or the article misread, or does "
        "another act have an article of this number?",
        certainty="possible",
        spans=judged.spans,
        law_sources=cited(citation for version in versions for citation in version.citations),
    )
