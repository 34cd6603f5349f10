"""For each claim: which sources, of which types and grades, support it, and which contradict it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sholu.claims.model import Claim
from sholu.events.arithmetic_numbers import Number, read_number
from sholu.indicators.dispute_model import Dispute, period_of
from sholu.indicators.triangulation_sources import TYPES, Voice
from sholu.vocabulary.model import Vocabulary

CONTRADICTING = frozenset(
    ("true_conflict", "garbled", "anachronism", "inconsistent_arithmetic", "later_revision")
)
"""Reasons of disputes for which the claims speak against each other; different periods and scopes
explain the difference, and rounding is none."""


@dataclass(frozen=True)
class Witness:
    """Another claim about the same thing, with whoever says it."""

    claim: str
    printed: str
    voice: Voice


@dataclass(frozen=True)
class Triangulation:
    """A claim among the others about the same thing.

    Attributes:
        voice: who says it.
        supports, contradicts: claims of other sources that agree or can't be true with it.
        types: of its own and the supporting sources, each once.
        verdict: ``supported`` (another source agrees), ``contradicted``, ``disputed`` (both),
            ``single`` (no other source speaks) or ``weak`` (only weak sources say it).
    """

    claim: str
    indicator: str | None
    place: str | None
    period: str | None
    printed: str
    voice: Voice
    supports: tuple[Witness, ...]
    contradicts: tuple[Witness, ...]
    types: tuple[str, ...]
    verdict: str


@dataclass(frozen=True)
class MatrixRow:
    """How many claims of an indicator each type of source has; ``gaps``: types without any."""

    indicator: str
    counts: Mapping[str, int]
    gaps: tuple[str, ...]


def triangulate(
    claims: Iterable[Claim],
    voices: Mapping[str, Voice],
    disputes: Iterable[Dispute],
    vocabulary: Vocabulary,
) -> tuple[Triangulation, ...]:
    """Every claim with who supports and who contradicts it.

    One without an indicator has no support that a machine could see, but may be contradicted.

    Args:
        voices: who says each claim, by its id.
        disputes: contradictions that were found.
    """
    standing = [c for c in claims if c.figure.unit and c.status != "rejected"]
    by_id = {claim.id: claim for claim in standing}
    against = _against(disputes)
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in standing:
        groups[_thing(claim)].append(claim)
    found = []
    for together in groups.values():
        numbers = {c.id: read_number(c.figure, "en", vocabulary) for c in together}
        for claim in together:
            agreeing = [
                other
                for other in together
                if voices[other.id].name != voices[claim.id].name
                and _agree(numbers[claim.id], numbers[other.id])
                and other.id not in against[claim.id]
            ]
            opposed = [by_id[id_] for id_ in against[claim.id] if id_ in by_id]
            found.append(_triangulation(claim, voices, agreeing, opposed))
    return tuple(found)


def _thing(claim: Claim) -> tuple[object, ...]:
    figure = claim.figure
    if claim.indicator is None:
        return (claim.id,)  # nothing says what else is about the same thing
    return (
        claim.indicator, claim.place_code, period_of(claim), figure.of_code, figure.unit_base,
        figure.row_label, figure.column_label,
    )  # fmt: skip


def _against(disputes: Iterable[Dispute]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for dispute in disputes:
        if dispute.reason in CONTRADICTING:
            for claim in dispute.claims:
                found[claim] |= set(dispute.claims) - {claim}
    return found


def _agree(one: Number, other: Number) -> bool:
    return one.low <= other.high and other.low <= one.high


def _triangulation(
    claim: Claim, voices: Mapping[str, Voice], agreeing: Sequence[Claim], opposed: Sequence[Claim]
) -> Triangulation:
    own = voices[claim.id]
    supports = tuple(_witness(other, voices) for other in _by_voice(agreeing, voices))
    contradicts = tuple(_witness(other, voices) for other in opposed if other.id in voices)
    strong = [w for w in supports if not w.voice.weak]
    types = tuple(dict.fromkeys((own.type, *(w.voice.type for w in supports))))
    verdict = "supported" if supports else "single"
    if contradicts:
        verdict = "disputed" if supports else "contradicted"
    elif own.weak and not strong:
        verdict = "weak"
    return Triangulation(
        claim.id,
        claim.indicator,
        claim.place_code,
        period_of(claim),
        " ".join(claim.figure.value_printed.split()),
        own,
        supports,
        contradicts,
        types,
        verdict,
    )


def _by_voice(claims: Iterable[Claim], voices: Mapping[str, Voice]) -> list[Claim]:
    """One claim of each source: who says a thing three times is still one."""
    return list({voices[claim.id].name: claim for claim in claims}.values())


def _witness(claim: Claim, voices: Mapping[str, Voice]) -> Witness:
    return Witness(claim.id, " ".join(claim.figure.value_printed.split()), voices[claim.id])


def source_matrix(found: Iterable[Triangulation]) -> tuple[MatrixRow, ...]:
    """Indicator by type of source, with the types that say nothing of it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.indicator is not None:
            counts[one.indicator][one.voice.type] += 1
    present = [kind for kind in TYPES if any(row[kind] for row in counts.values())]
    return tuple(
        MatrixRow(
            code,
            {kind: row[kind] for kind in present},
            tuple(kind for kind in present if not row[kind]),
        )
        for code, row in sorted(counts.items())
    )
