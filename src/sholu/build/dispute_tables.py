"""The table of disputes: what single documents give away, and what all of them do together."""

from __future__ import annotations

from collections.abc import Iterable

from sholu.build.model import (
    CLAIM,
    CLAIM_POINT,
    CLAIM_SETTING,
    DISPUTE,
    DOCUMENT_DISPUTE,
    DocumentDispute,
)
from sholu.build.observatory import Observatory
from sholu.build.series_tables import provenance
from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.indicators.dispute_setting import ClaimSetting
from sholu.indicators.dispute_stated import Surroundings
from sholu.indicators.disputes import find_disputes


def write_disputes(
    observatory: Observatory, batches: list[str], findings: Iterable[Finding]
) -> dict[str, str]:
    """Write the disputes of all claims as they stand now.

    Args:
        findings: about events that several outlets tell.

    Returns:
        checksums by file.
    """
    tables = observatory.tables
    of_documents = tables.read(DOCUMENT_DISPUTE, DocumentDispute, batches)
    scopes = tables.query(f"SELECT claim, scope FROM {tables.scan(CLAIM_POINT)}", {}).to_pylist()
    around = Surroundings(
        {one.claim: one for one in tables.read(CLAIM_SETTING, ClaimSetting, batches)},
        {row["claim"]: row["scope"] for row in scopes},
        provenance(observatory, batches),
    )
    disputes = find_disputes(
        tables.read(CLAIM, Claim),
        around,
        [one.dispute for one in of_documents],
        observatory.vocabulary,
        findings,
    )
    return tables.write(DISPUTE, disputes)
