"""The unit of a table that prints none, where the text of the same document states its numbers.

A price table without a currency, and beside it the sentence "the average price was 7375 tenge": the
same number, of the same indicator and year. Two such numbers, and no other unit among them, make it
the table's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sholu.claims.model import Claim

LEAST_MATCHES = 2
"""One number may stand in text and table by chance; two of one indicator hardly."""

_Key = tuple[str | None, str | None, str | None, float]


def units_of_tables(claims: Iterable[Claim]) -> dict[str, str]:
    """Unit by id of the claim, for claims of tables that have none."""
    listed = list(claims)
    told: defaultdict[_Key, set[str]] = defaultdict(set)
    for claim in listed:
        if claim.figure.unit is not None and claim.figure.row_label is None:
            told[_key(claim)].add(claim.figure.unit)
    tables: defaultdict[tuple[str | None, str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in listed:
        if claim.figure.unit is None and claim.figure.row_label is not None:
            tables[claim.document, claim.figure.table_title, claim.indicator].append(claim)
    units: dict[str, str] = {}
    for table in tables.values():
        matches = [told[_key(claim)] for claim in table if _key(claim) in told]
        found = set().union(*matches)
        if len(matches) >= LEAST_MATCHES and len(found) == 1:
            units |= dict.fromkeys((claim.id for claim in table), found.pop())
    return units


def _key(claim: Claim) -> _Key:
    # Text cuts decimals off: 107,937.5 in the table is "107,937 tenge" in the sentence.
    return claim.document, claim.indicator, claim.period_start, float(int(claim.figure.value))
