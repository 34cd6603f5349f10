"""Is the store whole? Documents, journal, releases and tables against their checksums."""

from __future__ import annotations

from sholu.build.observatory import Observatory
from sholu.core.finding import Finding, make_finding
from sholu.core.ids import sha256_hex
from sholu.engine.tables import read_state
from sholu.journal.chain import verify as verify_chain
from sholu.release.freeze import verify as verify_releases
from sholu.sources.store import check as check_documents


def check(observatory: Observatory) -> list[Finding]:
    """Everything that is not as it was written; empty when the store is whole."""
    with observatory.journal() as journal:
        chain = verify_chain(journal.entries())
    return [
        *check_documents(observatory.documents),
        *chain,
        *verify_releases(observatory.releases),
        *_check_tables(observatory),
    ]


def _check_tables(observatory: Observatory) -> list[Finding]:
    findings = []
    for name, checksum in read_state(observatory.table_folder).checksums.items():
        path = observatory.table_folder / name
        if not path.exists() or sha256_hex(path.read_bytes()) != checksum:
            findings.append(
                make_finding(
                    "damaged_table",
                    f"tables/{name}",
                    f"The table file {name} is not what the build wrote. "
                    "Delete the folder 'tables' and build again.",
                    method="SHA-256",
                    gravity="low",
                )
            )
    return findings
