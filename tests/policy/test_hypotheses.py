"""The register of hypotheses and the rules by which results are read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sholu.policy.hypothesis import RegisteredTest, judge_test, rule_on, rule_on_all
from sholu.policy.load_hypotheses import find_hypothesis, load_hypotheses
from sholu.policy.model import Check, Effect, PolicyError
from sholu.vocabulary.load import load

TEST = RegisteredTest(
    "H2", "", "m", "offences_sale", "did", "down", "interval", None, "", 1,
    "2025-03-01T09:00:00Z", "AN", "plan",
)  # fmt: skip
FALL = Effect("did", "", -4.0, 1.0, -6.0, -2.0, p_placebo=0.03)
NOTHING = Effect("did", "", 0.5, 1.0, -1.5, 2.5, p_placebo=0.6)


def test_the_works_hypotheses_are_all_there_with_known_indicators() -> None:
    register = load_hypotheses()
    wanted = [f"H{n}" for n in range(1, 5)] + [f"T{n}" for n in range(1, 34)]
    assert [one.code for one in register] == wanted + [f"C{n}" for n in range(1, 5)]
    vocabulary = load()
    for one in register:
        for code in one.indicators:
            vocabulary.indicator(code)
        assert one.testable or one.why_not


@pytest.mark.parametrize(
    ("effect", "sign", "rule", "ruling"),
    [
        (FALL, "down", "interval", "supports"),
        (FALL, "up", "interval", "contradicts"),
        (NOTHING, "down", "interval", "can't tell"),
        (FALL, "down", "placebo", "supports"),
        (NOTHING, "up", "placebo", "can't tell"),
    ],
)
def test_a_rule_reads_the_result_as_it_was_registered(
    effect: Effect, sign: str, rule: str, ruling: str
) -> None:
    assert rule_on(effect, replace(TEST, sign=sign, rule=rule)) == ruling


@pytest.mark.parametrize(("margin", "ruling"), [(3.0, "supports"), (2.0, "can't tell")])
def test_an_interval_that_holds_nil_does_not_show_that_nothing_happened(
    margin: float, ruling: str
) -> None:
    assert rule_on(NOTHING, replace(TEST, sign="none", margin=margin)) == ruling


def test_designs_that_disagree_decide_nothing_where_all_were_registered() -> None:
    everyone = replace(TEST, design="all")
    assert rule_on_all((FALL, replace(FALL, design="its")), everyone) == "supports"
    assert rule_on_all((FALL, replace(NOTHING, design="its")), everyone) == "can't tell"
    assert rule_on_all((replace(FALL, design="its"),), TEST) == "can't tell"


@pytest.mark.parametrize(
    ("retrieved", "timing"),
    [("2025-03-02T00:00:00+00:00", "before"), ("2025-03-01T08:59:59Z", "after"), (None, "no data")],
)
def test_the_order_of_registration_and_data_is_said(retrieved: str | None, timing: str) -> None:
    assert judge_test(TEST, None, (FALL,), retrieved).timing == timing


def test_five_cases_illustrate_and_do_not_identify() -> None:
    interaction = find_hypothesis(load_hypotheses(), "C1")
    judged = judge_test(replace(TEST, code="C1"), interaction, (FALL,), None)
    assert judged.ruling == "not identified"
    assert "not identified, only illustrated: 5 cases" in judged.sentence


def test_an_own_hypothesis_joins_the_register(tmp_path: Path) -> None:
    path = tmp_path / "hypotheses.yaml"
    path.write_text(
        "- {code: own, title: {en: a, ru: a, kk: a}, sign: up, source: me, needs: x,"
        " testable: true}\n"
    )
    assert find_hypothesis(load_hypotheses(path), "own").source == "me"
    path.write_text("- {code: own}\n")
    with pytest.raises(PolicyError, match="title"):
        load_hypotheses(path)


def test_an_answer_that_its_checks_take_back_supports_nothing() -> None:
    alone = Check("comparison", "failed", "One place alone.")
    assert rule_on(FALL, TEST) == "supports"
    assert rule_on(replace(FALL, checks=(alone,)), TEST) == "can't tell"
