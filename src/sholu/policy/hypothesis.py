"""Hypotheses, and the tests of them that people wrote down before reading the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from scipy.stats import t as student

from sholu.policy.disagreement import void_checks
from sholu.policy.measure import Sign
from sholu.policy.model import Effect
from sholu.vocabulary.wording import Wording

Ruling = Literal["supports", "contradicts", "can't tell", "not identified"]

RULES: tuple[str, ...] = ("interval", "placebo")
"""``interval``: the whole 95 % interval must lie on the expected side (within the margin, for the
sign none). ``placebo``: no more than one placebo in twenty may be as extreme."""

PARAMETERS = 4
"""Of an interaction of two conditions: a constant, each condition, both together."""

CASES_EACH = 10
"""Cases for each parameter below which a model follows the noise (Harrell 2015, section 4.4)."""


@dataclass(frozen=True)
class Hypothesis:
    """What a work claims, with what a test of it needs.

    Attributes:
        sign: what the cause does to the indicators.
        indicators: codes of the catalogue, none where it has none.
        needs: data that a test needs.
        testable: whether series of these indicators can test it.
        why_not: why it can't be tested now.
        danger: what would fool a test.
        interaction: whether it claims that one condition changes the effect of another.
        cases: all cases there are, where these are few.
    """

    code: str
    title: Wording
    sign: Sign
    source: str
    needs: str
    testable: bool
    indicators: tuple[str, ...] = ()
    why_not: str = ""
    danger: str = ""
    interaction: bool = False
    cases: tuple[str, ...] = ()

    def not_identified(self) -> str:
        """Why no number of its cases can decide; empty if that isn't so."""
        count = len(self.cases)
        if not self.interaction or count >= CASES_EACH * PARAMETERS:
            return ""
        freedom = count - PARAMETERS
        reach = f"{student.ppf(0.975, freedom):.1f} standard errors" if freedom > 0 else "nothing"
        return (
            f"{self.code} is not identified, only illustrated: {count} cases for {PARAMETERS} "
            f"parameters leave {max(freedom, 0)} degrees of freedom (an interval would reach "
            f"{reach} each way)."
        )


@dataclass(frozen=True)
class RegisteredTest:
    """A test as it stands in the journal.

    Attributes:
        code: of the hypothesis; an own one has its own ``statement``.
        margin: for the sign none, half the width of what counts as nothing; in the outcome's unit.
        confounder: indicator whose part is taken out; empty for none.
        entry: number in the journal; ``at`` when (ISO, UTC); ``who`` by whom; ``why`` the reason.
    """

    code: str
    statement: str
    measure: str
    outcome: str
    design: str
    sign: Sign
    rule: str
    margin: float | None
    confounder: str
    entry: int
    at: str
    who: str
    why: str


def rule_on(effect: Effect, test: RegisteredTest) -> Ruling:
    """Apply the registered rule to one answer; one that its checks take back tells nothing."""
    if void_checks(effect):
        return "can't tell"
    if test.sign == "none":
        return _rule_on_nothing(effect, test.margin or 0.0)
    wanted = 1 if test.sign == "up" else -1
    if test.rule == "placebo":
        if effect.p_placebo is None or effect.p_placebo > 0.05:
            return "can't tell"
        return "supports" if effect.estimate * wanted > 0 else "contradicts"
    if effect.low is None or effect.high is None or effect.low <= 0 <= effect.high:
        return "can't tell"
    return "supports" if effect.estimate * wanted > 0 else "contradicts"


def _rule_on_nothing(effect: Effect, margin: float) -> Ruling:
    """Nothing is shown by an interval within the margin, not by one that holds nil."""
    if effect.low is None or effect.high is None:
        return "can't tell"
    if -margin <= effect.low and effect.high <= margin:
        return "supports"
    if effect.low > margin or effect.high < -margin:
        return "contradicts"
    return "can't tell"


def rule_on_all(effects: tuple[Effect, ...], test: RegisteredTest) -> Ruling:
    """The ruling of the registered design; where all were registered, they must agree."""
    asked = [one for one in effects if test.design in ("all", one.design)]
    rulings = {rule_on(one, test) for one in asked}
    return rulings.pop() if len(rulings) == 1 else "can't tell"


@dataclass(frozen=True)
class JudgedTest:
    """A registered test beside its result.

    Attributes:
        timing: whether it was registered ``before`` the figures after the start came in, ``after``
            the first of them, or there are none (``no data``).
        ruling: what the registered rule says.
        sentence: both, for a person.
    """

    test: RegisteredTest
    timing: Literal["before", "after", "no data"]
    ruling: Ruling
    sentence: str


def judge_test(
    test: RegisteredTest,
    hypothesis: Hypothesis | None,
    effects: tuple[Effect, ...],
    first_retrieved: str | None,
) -> JudgedTest:
    """Set the registered rule beside the answers, and its day beside that of the data.

    Args:
        hypothesis: of the register; None for an own statement.
        effects: answers, those without the confounder's part where the test was registered so.
        first_retrieved: when the first figure about a period after the start came in, ISO; None if
            there is none.
    """
    timing: Literal["before", "after", "no data"] = "no data"
    when = f"{test.code} was registered on {test.at[:10]} by {test.who}"
    if first_retrieved is not None:
        earlier = datetime.fromisoformat(test.at) < datetime.fromisoformat(first_retrieved)
        timing = "before" if earlier else "after"
        when += (
            f", before the first figure from after the start came in ({first_retrieved[:10]}). "
            if timing == "before"
            else f", after the first figure from after the start came in ({first_retrieved[:10]}): "
            "it explores, it does not confirm. "
        )
    barred = hypothesis.not_identified() if hypothesis else ""
    if barred:
        return JudgedTest(test, timing, "not identified", when + barred)
    ruling = rule_on_all(effects, test)
    rule = f"rule '{test.rule}', sign {test.sign}, design {test.design}"
    if test.margin is not None:
        rule += f", margin {test.margin:g}"
    if test.confounder:
        rule += f", without the part of {test.confounder}"
    said = {
        "supports": "the result supports it",
        "contradicts": "the result contradicts it",
    }.get(ruling, "the result can't tell")
    return JudgedTest(test, timing, ruling, f"{when}By its {rule}, {said}.")
