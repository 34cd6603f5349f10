"""Answer a person who asks for an article: find it, or say where it is."""

from __future__ import annotations

import re
from datetime import date

from sholu.vocabulary.law import LawError, Provision
from sholu.vocabulary.law_register import Law

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_day(text: str) -> date:
    """A calendar day; the law of a month or a year isn't one law.

    Raises:
        LawError: it has another form, or isn't in the calendar.
    """
    if _DAY.fullmatch(text.strip()):
        try:
            return date.fromisoformat(text.strip())
        except ValueError:
            raise LawError(f"{text} isn't in the calendar.") from None
    raise LawError(f"{text!r} isn't a day.", "Write year, month and day: 2024-06-01.")


def find_provisions(
    law: Law, code: str | None, article: str, part: str | None, day: date
) -> tuple[Provision, ...]:
    """The parts of an article in force on a day; all of them unless one is named.

    Args:
        code: an act; the criminal code of the day if None.

    Raises:
        LawError: nothing is found; the hint says what there is instead.
    """
    act = law.act(code).code if code else law.criminal_code(day)
    found = law.parts(act, article, day)
    if not found:
        raise LawError(
            f"The register has no Article {article} of {act} in force on {day}.",
            _elsewhere(law, act, article),
        )
    if part is None:
        return found
    chosen = tuple(provision for provision in found if provision.part == part)
    if not chosen:
        parts = [provision.part for provision in found if provision.part]
        known = ", ".join(parts)
        raise LawError(
            f"The register has no part {part} of Article {article} on {day}.",
            f"It has {'part' if len(parts) == 1 else 'parts'} {known}."
            if parts
            else "It has the article as a whole only: leave --part out.",
        )
    return chosen


def _elsewhere(law: Law, act: str, article: str) -> str:
    """Where or when an article is found that isn't in force in an act on a day."""
    versions = [one for one in law.provisions if one.article == article]
    stands = [one for one in versions if one.code == act] or versions
    if not stands:
        return f"{act} has {', '.join(sorted(law.articles(act), key=_by_number))}."
    first, last = stands[0], stands[-1]
    start, end = first.in_force_from, last.in_force_to
    days = [*([f"from {start}"] if start else []), *([f"until {end}"] if end else [])]
    successors = {new.article for new in law.provisions if _follows(law, new, last)}
    later = f" Later: Article {', '.join(sorted(successors, key=_by_number))}."
    span = " ".join(days) or "(days unknown)"
    return f"It stands in {last.code} {span}.{later if successors else ''}"


def _follows(law: Law, new: Provision, old: Provision) -> bool:
    """Whether a provision of a later criminal code took over an article of the one before."""
    kinds = {act.code: act.kind for act in law.acts}
    codes = kinds.get(new.code) == kinds.get(old.code) == "criminal_code"
    return codes and new.code != old.code and old.article in new.formerly


def _by_number(article: str) -> tuple[int, str]:
    digits = re.match(r"\d+", article)
    return int(digits.group()) if digits else 0, article
