"""Rows and lines in which the law commands print what the register holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sholu.cli.law_wording import word
from sholu.cli.listing import Record
from sholu.core.period import PartialDate
from sholu.vocabulary.law import Citation, Provision, Sanction
from sholu.vocabulary.law_category import CATEGORY_RULE, category_by_term
from sholu.vocabulary.law_difference import Difference, ProposedDifference
from sholu.vocabulary.law_record import citations_text
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_sources import LawFinding, Report
from sholu.vocabulary.law_words import (
    CATEGORY_WORDS,
    DIRECTION_WORDS,
    SANCTION_WORDS,
    SIZE_WORDS,
    UNKNOWN,
    sanction_text,
)

_Line = tuple[str, str, tuple[Citation, ...]]
"""What a line is about, what it says, and its sources."""


def provision_rows(law: Law, provision: Provision, language: str) -> list[Record]:
    """What a part says, line by line, each with its source."""
    return [
        {
            "part": provision.part or word("whole", language),
            "what": word(what, language),
            "says": says,
            "source": citations_text(law, cited, language),
        }
        for what, says, cited in _lines(law, provision, language)
    ]


def _lines(law: Law, provision: Provision, language: str) -> Iterator[_Line]:
    yield "covers", provision.covers.of(language), provision.sources_of("covers")
    if not provision.rule:
        yield "category", category_text(provision, language), _sources_of_category(provision)
    for sanction in provision.sanctions:
        yield "punishment", sanction_text(sanction, language), sanction.sources
    if not (provision.rule or provision.sanctions):
        yield "punishment", UNKNOWN.of(language), ()
    if provision.allows("imprisonment") is False:
        yield "prison", word("prison_no", language), provision.sources_of("category")
    if provision.size is not None:
        size = SIZE_WORDS[provision.size].of(language)
        yield "size", size, provision.sources_of("size")
    yield "in_force", in_force_text(provision, language), _sources_of_days(law, provision)
    if provision.iccs:
        yield "iccs", provision.iccs, (Citation("ICCS", "section 06; 07 for corruption", True),)
    if provision.note:
        yield "note", provision.note.of(language), ()


def _sources_of_category(provision: Provision) -> tuple[Citation, ...]:
    """Who names the category; the rule where it follows from the term; nobody if unknown."""
    if provision.category is not None:
        return provision.sources_of("category")
    return () if category_by_term(provision) is None else (CATEGORY_RULE,)


def _sources_of_days(law: Law, provision: Provision) -> tuple[Citation, ...]:
    """What says from when to when: for an article as old as its code, what says it of the code."""
    own = tuple(cited for cited in provision.sources if cited.about == "in_force")
    act = law.act(provision.code)
    if provision.in_force_from and provision.in_force_from == act.in_force_from:
        of_code = tuple(cited for cited in act.sources if cited.about == "in_force")
        return (*(of_code or act.sources), *own)
    return own or provision.sources_of("in_force")


def category_text(provision: Provision, language: str) -> str:
    """The category, or what it would be by the highest term; unknown is said."""
    if provision.category is not None:
        return CATEGORY_WORDS[provision.category].of(language)
    by_term = category_by_term(provision)
    if by_term is None:
        return UNKNOWN.of(language)
    return word("by_term", language, CATEGORY_WORDS[by_term].of(language))


def in_force_text(provision: Provision, language: str) -> str:
    """From when to when; unknown is said."""
    start, end = provision.in_force_from, provision.in_force_to
    days = [
        word("from", language, start) if start else f"{UNKNOWN.of(language)} –",
        *([word("until", language, end)] if end else []),
    ]
    return " ".join(days)


def sanctions_text(sanctions: Sequence[Sanction], language: str) -> str:
    """All punishments in one cell, unverified ones marked."""
    if not sanctions:
        return word("punishment_unknown", language)
    return "; ".join(
        sanction_text(one, language) + ("" if any(c.verified for c in one.sources) else " [!]")
        for one in sanctions
    )


def difference_rows(law: Law, rows: Iterable[Difference], language: str) -> list[Record]:
    """A line a change, as a lawyer's table of amendments has it."""
    return [
        {
            "article": _label(row.key),
            "covers": _case(row, language),
            "before": _before(row, language),
            "after": _after(row, language),
            "from": _day(row.after.in_force_from if row.after else None, language),
            "direction": _direction(row, language),
            "source": citations_text(law, row.sources, language),
        }
        for row in rows
    ]


def _case(row: Difference, language: str) -> str:
    covers = row.covers.of(language)
    return f"{covers}: {row.condition.of(language)}" if row.condition else covers


def _after(row: Difference, language: str) -> str:
    """What applies after; the case stands in the column before."""
    if row.after is None:
        return DIRECTION_WORDS["repealed"].of(language)
    if row.after.rule and not row.sanctions:
        return "–"
    return sanctions_text([replace(one, condition=None) for one in row.sanctions], language)


def _before(row: Difference, language: str) -> str:
    """What applied before, provision by provision; its matter where that was another."""
    if not row.before:
        return word("not_before", language)
    told = []
    for old in row.before:
        other = old.key == row.key and old.covers != row.covers
        matter = f" ({old.covers.of(language)})" if other else ""
        punished = sanctions_text(old.sanctions, language)
        told.append(_label(old.key) + matter + ("" if old.rule else f": {punished}"))
    return "; ".join(told)


def _direction(row: Difference, language: str) -> str:
    """The direction, against each provision before where they differ; and what the source says."""
    text = DIRECTION_WORDS[row.direction].of(language)
    known = [one for one in row.compared if one.direction not in ("unknown", "repealed")]
    if len({one.direction for one in known}) > 1 or (known and row.direction == "new"):
        against = ", ".join(
            f"{_label(one.before.key)} {DIRECTION_WORDS[one.direction].of(language)}"
            for one in known
        )
        text += f" ({against})"
    if row.direction_stated not in (None, row.direction):
        said = DIRECTION_WORDS[row.direction_stated or ""].of(language)
        text += f"; {word('stated', language, said)}"
    return text


def _label(key: str) -> str:
    """An article and its part; the act only where it isn't the criminal code of 2014."""
    code, _, rest = key.partition("/")
    article, _, part = rest.partition("/")
    prefix = "" if code == "KZ.CC2014" else f"{code} "
    return f"{prefix}{article}({part})" if part else f"{prefix}{article}".strip()


def _day(day: PartialDate | None, language: str) -> str:
    return UNKNOWN.of(language) if day is None else str(day)


def proposed_rows(law: Law, rows: Iterable[ProposedDifference], language: str) -> list[Record]:
    """A proposal beside the law in force, with the indicators that it should move."""
    return [
        {
            "article": _label(row.key),
            "now": _now(row.now, language),
            "proposed": _proposed(row, language),
            "direction": DIRECTION_WORDS[row.direction].of(language),
            "indicators": "; ".join(
                f"{move.indicator}: {word(move.direction, language)} ({move.why.of(language)})"
                for move in row.change.indicators
            ),
            "source": citations_text(law, row.change.sources, language),
        }
        for row in rows
    ]


def _now(provision: Provision | None, language: str) -> str:
    if provision is None:
        return UNKNOWN.of(language)
    if provision.rule:
        return provision.covers.of(language)
    return f"{category_text(provision, language)}; {sanctions_text(provision.sanctions, language)}"


def _proposed(row: ProposedDifference, language: str) -> str:
    change = row.change
    parts = [change.change.of(language)]
    if change.categories:
        names = [CATEGORY_WORDS[one].of(language) for one in change.categories]
        parts.append(word("or", language).join(names))
    parts += [word("adds", language, sanction_text(one, language)) for one in change.adds]
    parts += [word("removes", language, SANCTION_WORDS[one].of(language)) for one in change.removes]
    return "; ".join(parts)


def finding_lines(law: Law, findings: Iterable[LawFinding], language: str) -> list[str]:
    """Findings under an answer, one line each."""
    return [
        f"{word('finding', language)}: {one.statement.of(language)} "
        f"({citations_text(law, one.sources, language)})"
        for one in findings
    ]


def report_lines(law: Law, reports: Iterable[Report], language: str) -> list[str]:
    """What sources report beside the rule, one line each."""
    return [
        f"{word('report', language)}, {_label(one.about)}: {one.statement.of(language)}; "
        f"{one.why_no_rule.of(language)} ({citations_text(law, one.sources, language)})"
        for one in reports
    ]
