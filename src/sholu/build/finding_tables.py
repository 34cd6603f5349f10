"""The table of findings: what checks of documents, tables, courts and statistics want looked at.

Tests of statistics and the search for plots take seconds, and a build follows each decision that a
person enters. What they found is kept with a key of all that it hangs on, and made anew only when
that changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sholu import indicators, verdicts
from sholu.build.model import (
    CLAIM,
    DISPUTE,
    FINDING,
    FINDING_READING,
    KEPT_FINDINGS,
    OBSERVATION,
    REGISTRATION,
    TABLE_SET_ASIDE,
    THRESHOLD_DISTANCE,
    VERDICT,
    KeptFindings,
)
from sholu.build.observatory import Observatory
from sholu.build.verdict_tables import VERSION as VERDICTS_VERSION
from sholu.build.verdict_tables import law_folder
from sholu.claims.model import Claim
from sholu.core.finding import Finding
from sholu.core.ids import identify, sha256_hex
from sholu.engine.rows import from_arrow
from sholu.engine.tables import Table
from sholu.indicators.dispute_model import Dispute, finding_of
from sholu.indicators.mapped_table import finding_of_set_aside
from sholu.indicators.model import Observation, Registration, SetAside
from sholu.indicators.observations import series_of
from sholu.verdicts.distance import ThresholdDistance
from sholu.verdicts.model import Verdict
from sholu.vocabulary.load import fingerprint
from sholu.vocabulary.load_law import law_fingerprint, load_law

HOLIDAYS = "holidays.csv"


@dataclass(frozen=True)
class Built:
    """The other tables as they are now: their batches, and their files with checksums."""

    observatory: Observatory
    batches: list[str]
    checksums: Mapping[str, str]

    def key(self, name: str, tables: Iterable[Table], *more: object) -> str:
        """Of the content of tables and of whatever else findings hang on."""
        names = [table.name.replace(".", "/") + "." for table in tables]
        files = sorted(
            (file, sha) for file, sha in self.checksums.items() if file.startswith(tuple(names))
        )
        return identify(name, [list(pair) for pair in files], *more)


def write_findings(built: Built, more: Iterable[Finding]) -> dict[str, str]:
    """Write all findings, each once.

    Args:
        built: with the tables of claims, disputes, series and verdicts written already.
        more: about events and decisions.

    Returns:
        checksums by file.
    """
    tables = built.observatory.tables
    kept = _kept_up_to_date(built)
    arrow = tables.query(
        f"SELECT DISTINCT finding.* FROM {tables.scan(FINDING_READING, built.batches)} "
        "ORDER BY ALL",
        {},
    )
    found = [
        *from_arrow(Finding, arrow),
        *more,
        *(finding for one in kept for finding in one.findings),
        *_set_aside(built),
    ]
    said = {one.statement for one in found}
    found += [one for one in _disputes(built) if one.statement not in said]
    made = tables.write(KEPT_FINDINGS, kept)
    return made | tables.write(FINDING, {one.id: one for one in found}.values())


def holidays_fingerprint(observatory: Observatory) -> str:
    """Of the file of days off; empty if there is none."""
    path = observatory.inputs / HOLIDAYS
    return sha256_hex(path.read_bytes()) if path.exists() else ""


def _kept_up_to_date(built: Built) -> list[KeptFindings]:
    observatory = built.observatory
    before = {one.name: one for one in observatory.tables.read(KEPT_FINDINGS, KeptFindings)}
    law = law_fingerprint(law_folder(observatory))
    integrity = built.key(
        "integrity",
        (REGISTRATION, OBSERVATION, THRESHOLD_DISTANCE),
        indicators.VERSION,
        law,
        holidays_fingerprint(observatory),
        fingerprint(observatory.local_vocabulary),
    )
    plots = built.key("plots", (VERDICT,), verdicts.VERSION, VERDICTS_VERSION)
    return [
        _kept(before.get("integrity"), "integrity", integrity, lambda: _integrity(built)),
        _kept(before.get("plots"), "plots", plots, lambda: _plots(built)),
    ]


def _kept(
    before: KeptFindings | None, name: str, key: str, find: Callable[[], tuple[Finding, ...]]
) -> KeptFindings:
    if before is not None and before.key == key:
        return before
    return KeptFindings(name, key, find())


def _integrity(built: Built) -> tuple[Finding, ...]:
    """What the integrity tests ask, all tests made."""
    observatory, tables = built.observatory, built.observatory.tables
    observations = tables.read(OBSERVATION, Observation)
    registrations = tables.read(REGISTRATION, Registration, built.batches)
    distances = tables.read(THRESHOLD_DISTANCE, ThresholdDistance)
    if not observations and not registrations and not distances:
        return ()
    # The statistical library takes a second to load, which most builds can do without.
    from sholu.indicators.integrity_calendar import read_holidays, thresholds_of
    from sholu.indicators.integrity_review import review

    found = review(
        sorted(registrations, key=lambda one: (one.document, one.row)),
        series_of(observations, observatory.vocabulary),
        observatory.vocabulary,
        thresholds_of(load_law(law_folder(observatory))),
        read_holidays(observatory.inputs / HOLIDAYS),
        sorted(distances, key=lambda one: (one.day, one.id)),
    )
    return found.findings()


def _plots(built: Built) -> tuple[Finding, ...]:
    """Circumstances that several decisions tell in nearly the same words."""
    decisions = built.observatory.tables.read(VERDICT, Verdict)
    if not decisions:
        return ()
    from sholu.verdicts.plot_findings import findings_of
    from sholu.verdicts.plots import find_plots

    decisions.sort(key=lambda one: one.id)
    return findings_of(find_plots(decisions))


def _set_aside(built: Built) -> list[Finding]:
    """What of mapped tables could not be read, counted."""
    tables = built.observatory.tables
    rows = tables.read(TABLE_SET_ASIDE, SetAside, built.batches)
    return [finding_of_set_aside(row) for row in rows]


def _disputes(built: Built) -> list[Finding]:
    tables = built.observatory.tables
    disputes = tables.read(DISPUTE, Dispute)
    ids = {"ids": sorted({id_ for one in disputes for id_ in one.claims})}
    claims = tables.read(CLAIM, Claim, None, "id IN (SELECT unnest($ids::VARCHAR[]))", ids)
    by_id = {claim.id: claim for claim in claims}
    return [finding_of(one, by_id) for one in disputes]
