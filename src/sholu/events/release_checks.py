"""Check a release's own counts and contents list against what was read from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sholu.core.finding import Finding, make_finding
from sholu.events.model import Event
from sholu.events.release_cover import Counts, Cover
from sholu.events.release_items import Section
from sholu.evidence.model import DocumentText
from sholu.evidence.span import make_span


def check_counts(cover: Cover, events: Sequence[Event], text: DocumentText) -> list[Finding]:
    """What the counting paragraph says beside what was read, by country and in all."""
    counts = cover.counts
    if counts is None:
        return []
    read = Counter(event.countries[0] if event.countries else None for event in events)
    statements = [
        f"The release counts {number} for {printed}, but {read[country]} were read."
        for country, printed, number in counts.by_country
        if country is not None and read[country] != number
    ]
    counted = {country for country, _, _ in counts.by_country}
    statements += [
        f"The release does not count {country}, but {number} were read under its heading."
        for country, number in sorted((c, n) for c, n in read.items() if c is not None)
        if country not in counted and None not in counted
    ]
    statements += _check_totals(counts, len(events))
    evidence = (make_span(text, counts.start, counts.end).id,)
    return [
        make_finding(
            "count_mismatch",
            text.document,
            statement,
            evidence=evidence,
            method="the counting paragraph against the items read",
            gravity="medium",
        )
        for statement in statements
    ]


def _check_totals(counts: Counts, read: int) -> list[str]:
    if counts.total is None:
        return []
    statements = []
    summed = sum(number for _, _, number in counts.by_country)
    if summed != counts.total:
        statements.append(
            f"The release counts {counts.total} in all, but its countries sum to {summed}."
        )
    if read != counts.total:
        statements.append(f"The release counts {counts.total} in all, but {read} were read.")
    return statements


def check_contents(cover: Cover, sections: Sequence[Section], text: DocumentText) -> list[Finding]:
    """Countries of the contents list without a section, and sections that it does not list."""
    if not cover.contents:
        return []
    listed = dict(cover.contents)
    headed = {s.heading.name.country: s.heading for s in sections if s.heading}
    findings = [
        _contents_finding(f"The contents list {printed}, but no such section was found.", text, ())
        for country, printed in listed.items()
        if country not in headed
    ]
    for country, heading in headed.items():
        if country not in listed:
            span = make_span(text, heading.block.start, heading.block.end)
            statement = f"The section {heading.name.printed} is not in the contents list."
            findings.append(_contents_finding(statement, text, (span.id,)))
    return findings


def _contents_finding(statement: str, text: DocumentText, evidence: tuple[str, ...]) -> Finding:
    return make_finding(
        "contents_mismatch",
        text.document,
        statement,
        evidence=evidence,
        method="the contents list against the section headings",
        gravity="medium",
    )
