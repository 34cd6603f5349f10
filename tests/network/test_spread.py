"""Knowledge about sellers: the 25 tomatoes, exact sums by hand, draws beside exact values."""

from __future__ import annotations

import json
from itertools import product

import pytest
from click.testing import CliRunner

from sholu.cli.main import sholu
from sholu.network import spread
from sholu.network.model import Network, NetworkError
from sholu.network.spread import known_down_a_chain, known_in
from tests.network.conftest import Make, Write


def test_25_tomatoes_to_one_are_known_to_one_and_to_25_are_known_to_25() -> None:
    street = known_down_a_chain((25,), 0.0, 0.05)
    wholesale = known_down_a_chain((1, 5, 10), 0.0, 0.05)
    assert (street.knowers, wholesale.knowers) == (25, 1)
    assert street.risk == pytest.approx(1 - 0.95**25)
    assert wholesale.risk == pytest.approx(0.05)


def test_knowledge_that_is_always_passed_on_makes_a_chain_as_risky_as_its_size() -> None:
    found = known_down_a_chain((2, 3), 1.0, 0.1)
    assert found.knowers == 8
    assert found.risk == pytest.approx(1 - 0.9**8)


def test_expected_knowers_of_a_chain_by_hand() -> None:
    found = known_down_a_chain((1, 5), 0.2, 0.1)
    assert found.knowers == pytest.approx(1 + 5 * 0.2)
    # The customer is silent (.9), and each of five below him does not know or is silent.
    assert found.risk == pytest.approx(1 - 0.9 * (0.8 + 0.2 * 0.9) ** 5)
    assert known_down_a_chain((), 0.5, 0.5).risk == 0


def by_all_outcomes(
    network: Network, seller: int, passes: float, tells: float
) -> tuple[float, float]:
    """Expected knowers and risk, adding up every set of ties on which knowledge passes."""
    knowers = risk = 0.0
    arcs = list(zip(network.sources.tolist(), network.targets.tolist(), strict=True))
    for opened in product((False, True), repeat=len(arcs)):
        chance = 1.0
        for is_open in opened:
            chance *= passes if is_open else 1 - passes
        know = {target for source, target in arcs if source == seller}
        while True:
            more = {
                target
                for (source, target), is_open in zip(arcs, opened, strict=True)
                if is_open and source in know and target != seller
            } - know
            if not more:
                break
            know |= more
        knowers += chance * len(know)
        risk += chance * (1 - (1 - tells) ** len(know))
    return knowers, risk


@pytest.mark.parametrize("pairs", ["ab bc cd ce", "ab ac cd de df", "ab ba bc"])
def test_where_knowledge_has_one_way_the_network_is_exact(make: Make, pairs: str) -> None:
    network = make(pairs, directed=True)
    for seller, found in enumerate(known_in(network, 0.3, 0.2)):
        knowers, risk = by_all_outcomes(network, seller, 0.3, 0.2)
        assert found.exact
        assert found.knowers == pytest.approx(knowers)
        assert found.risk == pytest.approx(risk)


def test_where_it_has_several_ways_draws_hold_the_exact_value(make: Make) -> None:
    network = make("ab ac bd cd de bc", directed=True)
    knowers, risk = by_all_outcomes(network, 0, 0.4, 0.1)
    found = known_in(network, 0.4, 0.1, seed=1)[0]
    assert not found.exact
    # Four standard errors: one in 16,000 seeds would miss.
    assert abs(found.knowers - knowers) < 4 * found.knowers_error
    assert abs(found.risk - risk) < 4 * found.risk_error
    assert found == known_in(network, 0.4, 0.1, seed=1)[0]


def test_without_direction_every_contact_knows(make: Make) -> None:
    assert [one.knowers for one in known_in(make("ab ac"), 0.0, 0.1)] == [2, 1, 1]


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan")])
def test_a_number_that_is_no_chance_is_refused(make: Make, chance: float) -> None:
    with pytest.raises(NetworkError):
        known_down_a_chain((1,), chance, 0.1)
    with pytest.raises(NetworkError):
        known_in(make("ab"), 0.1, chance)


def test_large_networks_are_drawn_less_often_but_enough(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "DRAWN_STEPS", 0)
    few = known_in(make("ab ac bd cd de", directed=True), 0.5, 0.1)[0]
    assert few.knowers_error > 0


def test_the_command_groups_by_customers_and_by_role_of_two_and_more(write: Write) -> None:
    ties = write("case.csv", "source,target\nw,r1\nw,r2\nr1,u1\nr1,u2\nr1,u3\nr2,u4\n")
    who = write("who.csv", "actor,role\nw,wholesale\nr1,retail\nr2,retail\n")
    arguments = ["network", str(ties), "spread", "--attributes", str(who), "--directed"]
    result = CliRunner().invoke(sholu, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    record = json.loads(result.output)
    first = [row for row in record["by_customers"] if row["passes_on"] == 0]
    assert [(row["customers"], row["actors"]) for row in first] == [(0, 4), (1, 1), (2, 1), (3, 1)]
    roles = {row["role"]: row for row in record["by_role"] if row["passes_on"] == 0}
    assert set(roles) == {"retail"}  # one wholesaler: the figure would be a person's
    assert roles["retail"]["knowers"] == 2
    assert [row["knowers"] for row in record["chains"] if row["passes_on"] == 0] == [25, 1, 1]
