"""Registered hypotheses: write a test into the journal, and set it beside what came in later."""

from __future__ import annotations

from typing import Any

from sholu.build.model import CLAIM_POINT, OBSERVATION
from sholu.build.observatory import Observatory
from sholu.core.period import parse_partial_date
from sholu.indicators.model import ClaimPoint
from sholu.journal.model import Entry
from sholu.policy.designs import DESIGNS
from sholu.policy.evaluation import Evaluation
from sholu.policy.hypothesis import (
    RULES,
    Hypothesis,
    JudgedTest,
    RegisteredTest,
    judge_test,
)
from sholu.policy.load_hypotheses import find_hypothesis, load_hypotheses
from sholu.policy.measure import Measure
from sholu.policy.model import Effect, PolicyError

KIND = "register_hypothesis"


def hypotheses_of(observatory: Observatory) -> tuple[Hypothesis, ...]:
    """The register with the observatory's own hypotheses."""
    return load_hypotheses(observatory.inputs / "hypotheses.yaml")


def indicators_here(observatory: Observatory) -> frozenset[str]:
    """Codes of the indicators that have series in the tables."""
    rows = observatory.tables.query(
        f"SELECT DISTINCT indicator FROM {observatory.tables.scan(OBSERVATION)}", {}
    )
    return frozenset(row["indicator"] for row in rows.to_pylist())


def testable_here(hypothesis: Hypothesis, here: frozenset[str]) -> str:
    """``yes``, or why a test can't be made with the series of this store."""
    if not hypothesis.testable:
        return f"no: {hypothesis.not_identified() or hypothesis.why_not}"
    if here.isdisjoint(hypothesis.indicators):
        return f"not yet: no series of {', '.join(hypothesis.indicators)} here"
    return "yes"


def registered_tests(observatory: Observatory) -> tuple[RegisteredTest, ...]:
    """All tests of the journal, in the order in which they were written down."""
    with observatory.journal() as journal:
        return tuple(_test(entry) for entry in journal.entries() if entry.kind == KIND)


def _test(entry: Entry) -> RegisteredTest:
    """A test out of its entry."""
    said = entry.payload
    return RegisteredTest(
        entry.target, said["statement"], said["measure"], said["outcome"], said["design"],
        said["sign"], said["rule"], said["margin"], said["confounder"], entry.number, entry.at,
        entry.who, entry.why,
    )  # fmt: skip


def register_test(
    observatory: Observatory, code: str, test: dict[str, Any], measure: Measure, who: str, why: str
) -> tuple[Entry, str | None]:
    """Write a test down before its data are read.

    Args:
        code: of a hypothesis of the register, or an own one with a ``statement``.
        test: ``statement, measure, outcome, design, sign, rule, margin, confounder``.
        measure: the one that the test names.

    Returns:
        The entry, and when the first figure from after the start came in: None if the test is
        earlier than all of them.

    Raises:
        PolicyError: if a part is unknown or the rule can decide nothing; then nothing is written.
        JournalError: if who or why is missing.
    """
    if not test["statement"]:
        find_hypothesis(hypotheses_of(observatory), code)
    for name in (test["outcome"], *filter(None, [test["confounder"]])):
        observatory.vocabulary.indicator(name)
    if test["design"] not in ("all", *DESIGNS):
        raise PolicyError(f"There is no design {test['design']!r}.")
    if test["rule"] not in RULES:
        raise PolicyError(f"There is no rule {test['rule']!r}.", f"There are {', '.join(RULES)}.")
    if test["sign"] == "none" and not (test["margin"] and test["margin"] > 0):
        raise PolicyError(
            "That nothing happens can only be shown within a margin.",
            "Say with --margin what is as good as nothing, in units of the outcome.",
        )
    if test["sign"] == "none" and test["rule"] == "placebo":
        raise PolicyError(
            "Placebos can't show that nothing happens.", "Use --rule interval with --margin."
        )
    seen = first_retrieval(observatory, measure, test["outcome"])
    with observatory.journal() as journal:
        return journal.append(KIND, code, who, why, test), seen


def first_retrieval(observatory: Observatory, measure: Measure, indicator: str) -> str | None:
    """When the first figure of an outcome about a day after the start came in, ISO and UTC."""
    first_day = parse_partial_date(measure.in_force).first_day()
    points = observatory.tables.read(
        CLAIM_POINT, ClaimPoint, None, "indicator = $indicator", {"indicator": indicator}
    )
    return min(
        (
            one.retrieved
            for one in points
            if parse_partial_date(one.period).last_day() >= first_day
            and {one.place, one.place.split("-")[0]} & _near(measure)
        ),
        default=None,
    )


def _near(measure: Measure) -> set[str]:
    """Places of the measure and their countries."""
    return {part for place in measure.places for part in (place, place.split("-")[0])}


def judge_registered(
    observatory: Observatory, measure: Measure, indicator: str, confounder: str | None,
    found: Evaluation,
) -> tuple[JudgedTest, ...]:  # fmt: skip
    """Every test that was registered for this measure and outcome, beside the answers."""
    matching = [
        test
        for test in registered_tests(observatory)
        if (test.measure, test.outcome) == (measure.code, indicator)
    ]
    if not matching:
        return ()
    register = {one.code: one for one in hypotheses_of(observatory)}
    seen = first_retrieval(observatory, measure, indicator)
    judged = []
    for test in matching:
        fits = test.confounder in ("", confounder)
        answers = found.adjusted if test.confounder else found.answers
        effects = tuple(one for one in answers if isinstance(one, Effect)) if fits else ()
        own = None if test.statement else register.get(test.code)
        judged.append(judge_test(test, own, effects, seen))
    return tuple(judged)
