"""The tables of verdicts: decisions by case, distances to thresholds, what the law asks."""

from __future__ import annotations

from pathlib import Path

from sholu.build.model import THRESHOLD_DISTANCE, VERDICT, VERDICT_READING
from sholu.build.observatory import Observatory
from sholu.core.finding import Finding
from sholu.verdicts.against_law import compare_with_law
from sholu.verdicts.against_law_model import findings_of
from sholu.verdicts.cases import group_cases
from sholu.verdicts.distance import threshold_distances
from sholu.verdicts.model import Verdict
from sholu.vocabulary.load_law import load_law

VERSION = "1"
"""Changes whenever the same decisions and the same law may give other rows."""


def law_folder(observatory: Observatory) -> Path:
    """Where an observatory adds to the register of law."""
    return observatory.inputs / "law"


def write_verdicts(
    observatory: Observatory, batches: list[str]
) -> tuple[dict[str, str], list[Finding]]:
    """Write decisions with one case for all that belong together, and distances to thresholds.

    Returns:
        checksums by file; and where a decision, as read, and the law of its day do not fit.
    """
    tables, law = observatory.tables, load_law(law_folder(observatory))
    read = sorted(tables.read(VERDICT_READING, Verdict, batches), key=lambda one: one.id)
    verdicts = group_cases(read)
    made = tables.write(VERDICT, verdicts)
    made |= tables.write(THRESHOLD_DISTANCE, threshold_distances(verdicts, law))
    return made, findings_of(compare_with_law(verdicts, law))
