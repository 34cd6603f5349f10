"""Records of the law register as plain values, for listings, JSON and pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sholu.vocabulary.law import Citation, Provision, Sanction, Threshold
from sholu.vocabulary.law_difference import Difference, ProposedDifference
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_size import SizeReading
from sholu.vocabulary.law_sources import LawFinding, Report
from sholu.vocabulary.law_words import CATEGORY_WORDS, SANCTION_WORDS, SIZE_WORDS, sanction_text
from sholu.vocabulary.wording import Wording

Record = dict[str, Any]


def citation_record(law: Law, cited: Citation, language: str) -> Record:
    """Where a source says it, with how it is quoted."""
    return {
        "source": cited.source,
        "citation": citation_text(law, cited, language),
        "place": cited.place,
        "about": cited.about or None,
        "verified": cited.verified,
    }


def citation_text(law: Law, cited: Citation, language: str) -> str:
    """``000 Akimzhanov et al. 2025, section 3``; ``[!]`` marks what isn't verified."""
    text = f"{cited.source} {law.short_title(cited.source, language)}".strip()
    return f"{text}, {cited.place}{'' if cited.verified else ' [!]'}"


def citations_text(law: Law, cited: Iterable[Citation], language: str) -> str:
    """Several of them in one line."""
    return "; ".join(citation_text(law, one, language) for one in cited)


def sanction_record(law: Law, sanction: Sanction, language: str) -> Record:
    """A punishment; unknown ends are null."""
    return {
        "kind": sanction.kind,
        "kind_name": SANCTION_WORDS[sanction.kind].of(language),
        "minimum": sanction.minimum,
        "maximum": sanction.maximum,
        "unit": sanction.unit,
        "condition": None if sanction.condition is None else sanction.condition.of(language),
        "optional": sanction.optional,
        "text": sanction_text(sanction, language),
        "sources": [citation_record(law, one, language) for one in sanction.sources],
    }


def provision_record(law: Law, provision: Provision, language: str) -> Record:
    """A part of an article as it stood; unknown is null, an empty list of sanctions unknown too."""
    category, size = provision.category, provision.size
    return {
        "id": provision.key,
        "code": provision.code,
        "act": law.act(provision.code).title.of(language),
        "article": provision.article,
        "part": provision.part or None,
        "covers": provision.covers.of(language),
        "rule": provision.rule,
        "category": category,
        "category_name": None if category is None else CATEGORY_WORDS[category].of(language),
        "size": size,
        "size_name": None if size is None else SIZE_WORDS[size].of(language),
        "sanctions": [sanction_record(law, one, language) for one in provision.sanctions],
        "allows_imprisonment": provision.allows("imprisonment"),
        "in_force_from": _day(provision.in_force_from),
        "in_force_to": _day(provision.in_force_to),
        "iccs": provision.iccs,
        "note": said(provision.note, language),
        "findings": list(provision.findings),
        "sources": [citation_record(law, one, language) for one in provision.sources],
    }


def finding_record(law: Law, found: LawFinding, language: str) -> Record:
    """Where sources disagree."""
    return {
        "key": found.key,
        "kind": found.kind,
        "where": found.where,
        "statement": found.statement.of(language),
        "certainty": found.certainty,
        "gravity": found.gravity,
        "sources": [citation_record(law, one, language) for one in found.sources],
    }


def report_record(law: Law, report: Report, language: str) -> Record:
    """What a source says that is no rule."""
    return {
        "key": report.key,
        "about": report.about,
        "statement": report.statement.of(language),
        "why_no_rule": report.why_no_rule.of(language),
        "sources": [citation_record(law, one, language) for one in report.sources],
    }


def threshold_record(law: Law, threshold: Threshold, language: str) -> Record:
    """The limits of one reading, in grams; null where it doesn't say."""
    return {
        "reading": threshold.reading,
        "reading_name": threshold.name(language),
        "preferred": threshold.preferred,
        "small_from_g": threshold.small_from_g,
        "small_to_g": threshold.small_to_g,
        "large_to_g": threshold.large_to_g,
        "weighed": threshold.weighed,
        "speaks_of": _day(threshold.speaks_of),
        "in_force_from": _day(threshold.in_force_from),
        "in_force_to": _day(threshold.in_force_to),
        "note": said(threshold.note, language),
        "sources": [citation_record(law, one, language) for one in threshold.sources],
    }


def size_record(law: Law, reading: SizeReading, language: str) -> Record:
    """A size by one reading, with every comparison."""
    return {
        **threshold_record(law, reading.threshold, language),
        "size_category": reading.size,
        "size_name": None if reading.size is None else SIZE_WORDS[reading.size].of(language),
        "at_least": reading.at_least,
        "steps": [
            {"size": one.size, "edge": one.edge, "limit_g": one.limit_g, "met": one.met}
            for one in reading.bounds
        ],
    }


def difference_record(law: Law, row: Difference, language: str) -> Record:
    """A line of what changed."""
    after, shown = row.after, row.shown
    return {
        "id": row.key,
        "code": shown.code,
        "article": shown.article,
        "part": shown.part or None,
        "condition": None if row.condition is None else row.condition.of(language),
        "covers": row.covers.of(language),
        "before": [
            {
                "id": one.before.key,
                "article": one.before.article,
                "part": one.before.part or None,
                "sanctions": [sanction_record(law, s, language) for s in one.before.sanctions],
                "direction": one.direction,
            }
            for one in row.compared
        ],
        "after": [sanction_record(law, one, language) for one in row.sanctions],
        "in_force_from": None if after is None else _day(after.in_force_from),
        "direction": row.direction,
        "direction_stated": row.direction_stated,
        "findings": [] if after is None else list(after.findings),
        "sources": [citation_record(law, one, language) for one in row.sources],
    }


def proposed_record(law: Law, row: ProposedDifference, language: str) -> Record:
    """A line of a proposal beside the law in force."""
    change = row.change
    return {
        "id": row.key,
        "code": change.code or (None if row.now is None else row.now.code),
        "article": change.article or None,
        "part": change.part or None,
        "now": None if row.now is None else provision_record(law, row.now, language),
        "change": change.change.of(language),
        "categories": list(change.categories),
        "adds": [sanction_record(law, one, language) for one in change.adds],
        "removes": list(change.removes),
        "direction": row.direction,
        "indicators": [
            {"code": move.indicator, "direction": move.direction, "why": move.why.of(language)}
            for move in change.indicators
        ],
        "sources": [citation_record(law, one, language) for one in change.sources],
    }


def said(text: Wording | None, language: str) -> str | None:
    """A text in the language, null if there is none."""
    return None if text is None else text.of(language)


def _day(day: object | None) -> str | None:
    return None if day is None else str(day)
