"""A claim with what it may stand for, when, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sholu.claims.model import Claim
from sholu.core.period import DateError, parse_period
from sholu.events.arithmetic_numbers import Number, read_number
from sholu.indicators.claim_points import UNKNOWN_PROVENANCE, Provenance
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.vocabulary.model import Vocabulary


@dataclass(frozen=True)
class Surroundings:
    """What is known of claims besides themselves.

    Attributes:
        settings: by id of the claim; a claim without one (entered by hand, or a cell of a mapped
            table) stands for itself.
        scopes: by id of the claim, what narrows it (`ClaimPoint.scope`), for those in a series.
        origins: by id of the document.
    """

    settings: Mapping[str, ClaimSetting]
    scopes: Mapping[str, str]
    origins: Mapping[str, Provenance]


@dataclass(frozen=True)
class Stated:
    """A claim with what it may stand for, when, and the words around it."""

    claim: Claim
    number: Number
    setting: ClaimSetting
    first: date | None
    last: date | None
    origin: Provenance


def state_claim(
    claim: Claim,
    around: Surroundings,
    vocabulary: Vocabulary,
) -> Stated:
    """The claim with its number, days and setting."""
    first, last = _days(claim.period_start, claim.period_end)
    return Stated(
        claim,
        read_number(claim.figure, "en", vocabulary),
        around.settings.get(claim.id) or _alone(claim),
        first,
        last,
        around.origins.get(claim.document or "", UNKNOWN_PROVENANCE),
    )


def _alone(claim: Claim) -> ClaimSetting:
    """The setting of a claim that stands in no text."""
    return ClaimSetting(
        claim.id, claim.document or claim.id, -1, -1, -1, (), (), (), (), None, None
    )


@lru_cache(maxsize=65536)
def _days(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    if start is None:
        return None, None
    try:
        period = parse_period(start if end in (None, start) else f"{start}/{end}")
    except DateError:
        return None, None
    return period.first_day(), period.last_day()


def is_doubted(claim: Claim) -> bool:
    """Whether a figure can't be right as printed; a sign that has two readings is no such doubt."""
    doubt = claim.figure.suspect
    return doubt is not None and not doubt.startswith("decimal comma")
