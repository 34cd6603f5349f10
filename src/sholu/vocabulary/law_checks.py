"""Check that the records of the law register fit together, before anything is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sholu.vocabulary.law import (
    ABOUT,
    CATEGORIES,
    FORMS,
    SANCTION_KINDS,
    SIZES,
    Citation,
    LawError,
    Provision,
    Sanction,
    Threshold,
)
from sholu.vocabulary.law_proposal import MOVES, Proposal

if TYPE_CHECKING:
    from sholu.vocabulary.law_register import Law

UNITS: tuple[str | None, ...] = (None, "years", "months", "days", "hours", "MCI", "KZT")
GRAVITIES: tuple[str, ...] = ("high", "medium", "low")
CERTAINTIES: tuple[str, ...] = ("certain", "likely", "possible")
DIRECTIONS: tuple[str | None, ...] = (None, "lighter", "severer", "new", "repealed")


def check_law(law: Law) -> None:
    """Check codes, amounts, days and links.

    Raises:
        LawError: the first thing that doesn't fit, with the record that has it.
    """
    known = {reference.code for reference in law.references} | {act.code for act in law.acts}
    keys = {found.key for found in law.law_findings}
    for record in records_of(law):
        for cited in citations_of(record):
            _expect(cited.source in known, record, f"the source {cited.source!r} isn't listed")
            _expect(cited.about in ABOUT, record, f"{cited.about!r} is no line of a provision")
    for provision in law.provisions:
        _check_provision(provision, known, keys)
    for threshold in law.thresholds:
        _check_threshold(threshold, keys)
    for found in law.law_findings:
        _expect(found.gravity in GRAVITIES, found, f"{found.gravity!r} is no gravity")
        _expect(found.certainty in CERTAINTIES, found, f"{found.certainty!r} is no certainty")
    for proposal in law.proposals:
        _check_proposal(proposal)


def _check_proposal(proposal: Proposal) -> None:
    for change in proposal.changes:
        _check_sanctions(proposal, change.adds)
        for category in change.categories:
            _expect(category in CATEGORIES, proposal, f"{category!r} is no category")
        for kind in change.removes:
            _expect(kind in SANCTION_KINDS, proposal, f"{kind!r} is no sanction")
        for move in change.indicators:
            _expect(move.direction in MOVES, proposal, f"{move.direction!r} is no direction")


def _check_provision(provision: Provision, known: set[str], findings: set[str]) -> None:
    _expect(provision.code in known, provision, f"the act {provision.code!r} isn't listed")
    _expect(
        provision.category in (None, *CATEGORIES),
        provision,
        f"the category {provision.category!r} isn't one of {', '.join(CATEGORIES)}",
    )
    _expect(provision.size in (None, *SIZES), provision, f"the size {provision.size!r} isn't known")
    _expect(
        provision.direction_stated in DIRECTIONS,
        provision,
        f"the direction {provision.direction_stated!r} isn't known",
    )
    _check_sanctions(provision, provision.sanctions)
    _check_days(provision)
    _check_findings(provision, findings)


def _check_threshold(threshold: Threshold, findings: set[str]) -> None:
    _expect(threshold.form in FORMS, threshold, f"the form {threshold.form!r} isn't known")
    limits = [
        limit
        for limit in (threshold.small_from_g, threshold.small_to_g, threshold.large_to_g)
        if limit is not None
    ]
    _expect(limits == sorted(set(limits)), threshold, "the limits don't rise")
    _check_days(threshold)
    _check_findings(threshold, findings)


def _check_sanctions(record: Any, sanctions: tuple[Sanction, ...]) -> None:
    for sanction in sanctions:
        low, high = sanction.minimum, sanction.maximum
        _expect(sanction.kind in SANCTION_KINDS, record, f"{sanction.kind!r} is no sanction")
        _expect(sanction.unit in UNITS, record, f"{sanction.unit!r} is no unit of a sanction")
        _expect(low is None or high is None or low <= high, record, "the least is above the most")
        _expect(
            sanction.unit is not None or (low is None and high is None),
            record,
            "an amount needs its unit",
        )


def _check_days(record: Provision | Threshold) -> None:
    start, end = record.in_force_from, record.in_force_to
    if start and end:
        _expect(start.first_day() < end.first_day(), record, "it ends before it begins")


def _check_findings(record: Provision | Threshold, findings: set[str]) -> None:
    for key in record.findings:
        _expect(key in findings, record, f"the finding {key!r} isn't listed")


def records_of(law: Law) -> Iterator[Any]:
    """Every record of the register that has sources."""
    yield from law.acts
    yield from law.provisions
    yield from law.thresholds
    yield from law.law_findings
    yield from law.reports
    yield from law.indices
    yield from law.proposals


def citations_of(record: Any) -> tuple[Citation, ...]:
    """Every citation of a record, those of a provision's punishments included."""
    return record.citations if isinstance(record, Provision) else tuple(record.sources)


def _expect(fits: bool, record: Any, otherwise: str) -> None:
    if not fits:
        raise LawError(f"Law register, {_name(record)}: {otherwise}.")


def _name(record: Any) -> str:
    """How a record is called in a message."""
    if isinstance(record, Threshold):
        return f"threshold of {record.substance} ({record.reading})"
    for field in ("key", "name", "code", "year"):
        if hasattr(record, field):
            return str(getattr(record, field))
    return repr(record)
