"""What the law register says of a decision's articles and masses, on the day of the offence."""

from __future__ import annotations

from datetime import date

from sholu.vocabulary.law_register import Law


def version_of(law: Law, article: str, part: str | None, day: date | None) -> str | None:
    """The version of an article's part in force on a day: code and first day, or the code alone."""
    if day is None:
        return None
    code = law.criminal_code(day)
    year = code.removeprefix("KZ.CC")
    provision = law.article(code, article, part or "", day)
    if provision is None or provision.in_force_from is None:
        return year
    return f"{year}@{provision.in_force_from}"


def size_of(
    law: Law, substance: str | None, mass_g: float | None, weighed: str | None, day: date | None
) -> str | None:
    """The size of a mass by the thresholds of the day; None where the register has none or doubts.

    A net mass where the mixture counts is only a lower bound: no size is said then, unless it is
    the highest.
    """
    if substance is None or mass_g is None or day is None:
        return None
    readings = law.size(substance, mass_g, weighed, day)
    if not readings or readings[0].size is None:
        return None
    first = readings[0]
    return None if first.at_least and first.size != "especially_large" else first.size
