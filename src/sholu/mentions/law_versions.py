"""Which act a citation means on a day, and how the cited part stood then, by the law register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sholu.core.period import parse_partial_date
from sholu.mentions.law import LawReading
from sholu.vocabulary.law import LawError, Provision
from sholu.vocabulary.law_register import Law


def act_of(reading: LawReading, country: str | None, day: date, law: Law) -> str | None:
    """The code of the act that a citation means: ``KZ.CC2014``, ``KG.CC``.

    Args:
        country: of the outlet, for a citation that names none.
        day: of the event, or of the publication: the code that was in force on it counts.

    Returns:
        None if the text names no act, unless the country's criminal code has the article in the
        register (newspapers write ``ч. 3 ст. 297`` alone).
    """
    where = reading.country or country
    kind = reading.act
    if kind is None and where == "KZ" and _is_listed(reading, day, law):
        kind = "CC"
    if kind is None or where is None:
        return None
    if (where, kind) == ("KZ", "CC"):
        return _criminal_code(day, law)
    known = [act.code for act in law.acts if act.code.startswith(f"{where}.{kind}")]
    return known[-1] if known else f"{where}.{kind}"


def _criminal_code(day: date, law: Law) -> str | None:
    try:
        return law.criminal_code(day)
    except LawError:
        return None


def _is_listed(reading: LawReading, day: date, law: Law) -> bool:
    code = _criminal_code(day, law)
    return code is not None and reading.article in law.articles(code)


def version_on(code: str, act: str, day: date, law: Law) -> Provision | None:
    """How a cited article, or part of one, stood on a day; None if the register doesn't say.

    Args:
        code: ``297.3`` or ``297``, of a mention of kind ``law``; ``act``: the mention's role.
    """
    article, _, part = code.rpartition(".") if "." in code else (code, "", "")
    return law.article(act, article, part, day)


def day_of(published: str | None, days: Iterable[str]) -> date | None:
    """The day to ask the register for: of publication, else the last that the text names."""
    stated = published or max(days, default=None)
    return None if stated is None else parse_partial_date(stated[:10]).last_day()
