"""Recovery: what each rule may and may not do, and that it is repeatable."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sholu.network.disruption import By, disruption_curve
from sholu.network.model import Network, NetworkError
from sholu.network.recovery import REPLICATES, Recovery, _attraction, recovery_curve, replicates_for
from tests.network.conftest import Make


def test_without_recovery_a_curve_without_ties_is_the_disruption_curve(make: Make) -> None:
    # Degrees 4, 3 and 1: until the third removal the choice among tied actors changes nothing.
    network = make("ab ac ad ae bf bg")
    plain = disruption_curve(network, By.DEGREE)
    answered = recovery_curve(network, By.DEGREE, Recovery.NONE)
    for step, other in zip(plain.steps[:3], answered.steps[:3], strict=True):
        assert other.largest.mean == pytest.approx(step.largest)
        assert other.largest.low == pytest.approx(other.largest.high)


def test_a_star_that_recovers_is_as_tight_as_before(make: Make) -> None:
    star = make("ab ac ad ae")
    lost = recovery_curve(star, By.DEGREE, Recovery.NONE)
    assert lost.steps[1].largest.mean == pytest.approx(0.2)
    assert lost.steps[1].efficiency.mean == 0
    found = recovery_curve(star, By.DEGREE, Recovery.RANDOM)
    # Each of the four tips makes a tie: nobody is left alone, so pairs at the least.
    assert found.steps[1].largest.low >= 2 / 5
    # The star's efficiency: 4 pairs at 1, 6 at 1/2, of 10.
    two_pairs = (2 / 6) / 0.7
    assert found.steps[1].efficiency.low >= two_pairs - 1e-9


def test_preference_for_contacts_leads_back_to_the_hub(make: Make) -> None:
    # b has all others but a; whoever loses a goes to somebody known: b, or a tip with one contact.
    network = make("ab ac ad ae bc bd be bf bg")
    by_contacts = recovery_curve(network, By.DEGREE, Recovery.PREFERENTIAL, seed=3)
    assert by_contacts.steps[1].largest.mean == pytest.approx(6 / 7)


def test_roles_replace_only_their_own(make: Make) -> None:
    star = make("ab ac ad ae")
    told = {"a": {"role": "broker"}, "b": {"role": "broker"}, "c": {"role": "retail"}}
    network = replace(star, attributes=told)
    found = recovery_curve(network, By.DEGREE, Recovery.ROLE)
    # Only b is a broker: c, d, e tie to him, and he has nobody to tie to.
    assert found.steps[1].largest.mean == pytest.approx(4 / 5)
    # Then b goes, and no broker is left.
    assert found.steps[2].largest.mean == pytest.approx(1 / 5)
    with pytest.raises(NetworkError, match="Nobody has a 'role'"):
        recovery_curve(star, By.DEGREE, Recovery.ROLE)


def test_relational_capital_counts_contacts_who_do_not_know_each_other() -> None:
    ties = np.zeros((5, 5), dtype=bool)
    for one, other in ((0, 1), (0, 2), (0, 3), (1, 2), (3, 4)):
        ties[one, other] = ties[other, one] = True
    left = np.ones(5, dtype=bool)
    capital = _attraction(ties, left, 4, Recovery.CAPITAL, ())
    # Burt's effective size, by hand: 0 has three contacts and one tie among them: 3 − 2/3.
    assert capital == pytest.approx([3 - 2 / 3, 1, 1, 2, 1])


def test_removed_actors_get_no_ties_and_numbers_repeat(random_network: Make) -> None:
    network = random_network(20, 0.2, directed=False, seed=1)
    for rule in (Recovery.RANDOM, Recovery.PREFERENTIAL, Recovery.CAPITAL):
        found = recovery_curve(network, By.BETWEENNESS, rule, block=2, seed=4)
        assert found == recovery_curve(network, By.BETWEENNESS, rule, block=2, seed=4)
        start = disruption_curve(network, By.BETWEENNESS).steps[0].size
        for step in found.steps:
            assert step.largest.high * start <= network.n - step.removed + 1e-9
            assert step.largest.low - 1e-9 <= step.largest.mean <= step.largest.high + 1e-9


def test_large_networks_get_fewer_replicates_and_too_large_ones_none(
    random_network: Make,
) -> None:
    assert replicates_for(100) == REPLICATES > replicates_for(400) >= 10
    with pytest.raises(NetworkError, match="1,500"):
        recovery_curve(random_network(1_501, 0.0001, directed=False, seed=1), By.DEGREE,
                       Recovery.NONE)  # fmt: skip


def test_a_network_without_ties_has_nothing_to_recover(make: Make) -> None:
    found = recovery_curve(make("", more="abcd"), By.DEGREE, Recovery.RANDOM)
    assert [step.largest.mean for step in found.steps] == [1, 1, 1]
    empty: Network = make("")
    with pytest.raises(NetworkError):
        recovery_curve(empty, By.DEGREE, Recovery.RANDOM)
