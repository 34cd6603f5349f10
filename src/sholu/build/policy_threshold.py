"""Bring masses of court decisions and registers to the question what a legal limit does."""

from __future__ import annotations

from sholu.build.look import Look
from sholu.build.observatory import Observatory
from sholu.build.series_look import Statistics
from sholu.build.verdict_tables import law_folder
from sholu.policy.disagreement import disagreement
from sholu.policy.evaluation import Evaluation
from sholu.policy.model import Check, PolicyError
from sholu.policy.threshold import LIMITS, threshold_jump
from sholu.policy.threshold_cases import (
    COURT_OUTCOMES,
    Cases,
    cases_of_courts,
    cases_of_register,
)
from sholu.vocabulary.load_law import load_law


def evaluate_threshold(
    observatory: Observatory, threshold: str, outcome: str, language: str
) -> Evaluation:
    """Judge whether an outcome jumps at a legal limit.

    Args:
        threshold: ``SUBSTANCE:LIMIT`` or, for all substances together, ``LIMIT``.
        outcome: one of court decisions (`COURT_OUTCOMES`) or a category of a register's outcomes.
        language: of names, en, ru or kk.

    Raises:
        PolicyError: if limit or outcome are not known, or too few masses lie near the limit.
        VocabularyError: if there is no such substance.
    """
    substance, _, limit = threshold.rpartition(":")
    if limit not in LIMITS:
        raise PolicyError(
            f"The law has no limit {limit!r}.",
            f"Limits are {', '.join(LIMITS)}; with a substance: heroin:large_to.",
        )
    name = "all substances"
    if substance:
        name = observatory.vocabulary.substance(substance).names.preferred(language)
    cases, source = _cases(observatory, limit, substance, outcome)
    said = COURT_OUTCOMES.get(outcome, f"the share that ended as {outcome}")
    effect = threshold_jump(cases.weighed, said)
    return Evaluation(
        title=f"{limit} of the law: {name}",
        outcome=said,
        answers=(effect,),
        adjusted=(),
        notes=(_coverage(cases, source),),
        summary=disagreement([effect], language),
    )


def _cases(observatory: Observatory, limit: str, substance: str, outcome: str) -> tuple[Cases, str]:
    """Masses near the limit, and where they are from."""
    look = Look(observatory)
    if outcome in COURT_OUTCOMES:
        distances, verdicts = look.threshold_distances(), look.verdicts()
        found = cases_of_courts(distances, verdicts, limit, substance, outcome)
        return found, "court decisions"
    registrations = Statistics(observatory).registrations()
    categories = sorted({one.outcome for one in registrations if one.outcome})
    if outcome not in categories:
        raise PolicyError(
            f"Neither courts nor registers know the outcome {outcome!r}.",
            f"Of courts: {', '.join(COURT_OUTCOMES)}; of the registers here: "
            f"{', '.join(categories) or 'none'}.",
        )
    law = load_law(law_folder(observatory))
    return cases_of_register(registrations, law, limit, substance, outcome), "registrations"


def _coverage(cases: Cases, source: str) -> Check:
    """How many rows are judged, and how many of the others are not, and why."""
    left = "; ".join(f"{why}: {count}" for why, count in cases.left_out.items() if count)
    return Check(
        "coverage",
        "information",
        f"{len(cases.weighed)} masses of {source} have this limit as their nearest"
        + (f" (left out – {left})." if left else "."),
    )
