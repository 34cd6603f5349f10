"""Rows of the law register's lists: drafts, acts, reports, findings."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.cli.listing import Record
from sholu.core.period import PartialDate
from sholu.vocabulary.law_checks import GRAVITIES
from sholu.vocabulary.law_record import citations_text, said
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_sources import LawFinding


def proposal_rows(law: Law, language: str) -> list[Record]:
    """The drafts held."""
    return [
        {
            "name": proposal.name,
            "title": proposal.title.of(language),
            "changes": len(proposal.changes),
            "articles": ", ".join(
                f"{change.code} {change.article}".strip()
                + (f"({change.part})" if change.part else "")
                for change in proposal.changes
            ),
            "note": said(proposal.note, language),
            "source": citations_text(law, proposal.sources, language),
        }
        for proposal in law.proposals
    ]


def act_rows(law: Law, language: str) -> list[Record]:
    """The acts held."""
    return [
        {
            "code": act.code,
            "kind": act.kind,
            "title": act.title.of(language),
            "number": act.number or None,
            "date": _text(act.date),
            "in_force_from": _text(act.in_force_from),
            "in_force_to": _text(act.in_force_to),
            "about": act.about.of(language),
            "note": said(act.note, language),
            "source": citations_text(law, act.sources, language),
        }
        for act in law.acts
    ]


def _text(day: PartialDate | None) -> str | None:
    return None if day is None else str(day)


def report_rows(law: Law, language: str) -> list[Record]:
    """What sources say that is no rule."""
    return [
        {
            "about": report.about,
            "statement": report.statement.of(language),
            "why_no_rule": report.why_no_rule.of(language),
            "source": citations_text(law, report.sources, language),
        }
        for report in law.reports
    ]


def finding_rows(law: Law, findings: Iterable[LawFinding], language: str) -> list[Record]:
    """Where sources disagree or a figure is suspect, gravest first."""
    return [
        {
            "gravity": found.gravity,
            "where": found.where,
            "statement": found.statement.of(language),
            "kind": found.kind,
            "certainty": found.certainty,
            "key": found.key,
            "source": citations_text(law, found.sources, language),
        }
        for found in sorted(findings, key=lambda one: GRAVITIES.index(one.gravity))
    ]
