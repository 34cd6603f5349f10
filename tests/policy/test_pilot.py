"""Pilots: lots, power on the past, stopping bounds, protocol."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from pypdfium2 import PdfDocument

from sholu.policy.assignment import draw_stratified, draw_waves
from sholu.policy.model import PolicyError
from sholu.policy.panel import NEVER, Panel
from sholu.policy.pilot import Request, design_pilot
from sholu.policy.pilot_power import Plan, power_of
from sholu.policy.pilot_protocol import protocol_sections
from sholu.policy.stopping import stopping_bounds
from tests.conftest import run


def past(units: int = 20, periods: int = 48, seed: int = 0) -> Panel:
    """A past with regions of different levels and noise that remembers."""
    random = np.random.default_rng(seed)
    noise = random.normal(0, 3, (units, periods))
    for period in range(1, periods):
        noise[:, period] += 0.5 * noise[:, period - 1]
    months = [f"{2020 + n // 12}-{n % 12 + 1:02d}" for n in range(periods)]
    return Panel(
        tuple(f"R{i:02d}" for i in range(units)), tuple(months), np.arange(float(periods)),
        50 + random.normal(0, 8, (units, 1)) + noise, np.full(units, NEVER), {},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("looks", "bounds"),
    [
        (2, (2.9626, 1.9686)),
        (3, (3.7103, 2.5114, 1.9930)),
        (5, (4.8769, 3.3569, 2.6803, 2.2898, 2.0310)),
    ],
)
def test_stopping_bounds_are_the_published_ones(looks: int, bounds: tuple[float, ...]) -> None:
    """O'Brien–Fleming type by Lan and DeMets (1983): Reboussin et al. (2000), table of examples."""
    assert stopping_bounds(looks) == pytest.approx(bounds, abs=2e-4)


def test_one_region_is_drawn_in_each_stratum() -> None:
    levels = np.arange(20.0)[::-1]
    lots = draw_stratified(levels, 5, 200, np.random.default_rng(1))
    for lot in lots:
        assert sorted((19 - lot) // 4) == [0, 1, 2, 3, 4]
    assert len({tuple(lot) for lot in lots}) > 100


def test_waves_are_of_nearly_equal_size() -> None:
    sizes = np.bincount(draw_waves(20, 3, np.random.default_rng(1)))
    assert sorted(sizes) == [6, 7, 7]


@pytest.mark.parametrize(
    ("kind", "treated", "waves"), [("stratified", 6, 1), ("stepped-wedge", 20, 4)]
)
def test_a_pilot_of_nothing_seldom_finds_something(kind: str, treated: int, waves: int) -> None:
    """At a true rate of 5 % more than 30 of 300 have a chance below 1 in 1,000."""
    plan = Plan(kind, treated, waves, 24, 12)
    power = power_of(plan, past().outcome, 4.0, seed=1, draws=300)
    assert power.false <= 0.1
    assert power.found > 0.6


def test_the_power_is_that_of_the_formula_where_noise_is_plain() -> None:
    """Independent noise: the change of a region varies by 1/before + 1/length."""
    random = np.random.default_rng(3)
    # Levels far apart, so that the strata know nothing of the noise.
    history = random.normal(0, 5, (20, 200)) + 1000 * np.arange(20)[:, None]
    plan = Plan("stratified", 10, 1, 12, 12)
    found = power_of(plan, history, 3.0, seed=2, draws=300).found
    # se = 5 sqrt(2/12) sqrt(1/10 + 1/10) = .913; ten strata of two: noncentral t with
    # 9 degrees of freedom gives .84.
    assert found == pytest.approx(0.84, abs=0.06)


def test_the_same_seed_draws_the_same_lot_and_another_seed_another() -> None:
    first = design_pilot(Request("y", 5.0, treated=6, length=12), past(), draws=20)
    again = design_pilot(Request("y", 5.0, treated=6, length=12), past(), draws=20)
    other = design_pilot(Request("y", 5.0, treated=6, length=12, seed=2), past(), draws=20)
    assert first == again
    assert first.regions != other.regions
    assert {name for name, _ in first.regions}.isdisjoint(first.comparison)
    assert len(first.regions) + len(first.comparison) == 20


def test_an_effect_too_small_for_any_size_is_said() -> None:
    design = design_pilot(Request("y", 0.1, length=6), past(), draws=30)
    assert not design.reached


@pytest.mark.parametrize(
    ("request_", "panel", "said"),
    [
        (Request("y", 0.0), past(), "nothing can't be found"),
        (Request("y", 1.0), past(units=5), "a pilot by lot needs 6"),
        (Request("y", 1.0, treated=15), past(), "can be 2 to 10"),
        (Request("y", 1.0, length=30), past(), "48 periods in common"),
        (Request("y", 1.0, looks=0), past(), "0 looks"),
        (Request("y", 1.0, power=1.2), past(), "power of 1.2"),
    ],
)
def test_what_no_pilot_can_answer_is_refused(request_: Request, panel: Panel, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        design_pilot(request_, panel)


def test_the_command_writes_a_protocol_of_two_pages(tmp_path: Path) -> None:
    panel = past(units=12, periods=36)
    file = tmp_path / "past.csv"
    lines = [
        f"{unit},{month},{panel.outcome[i, t]:.2f}"
        for i, unit in enumerate(panel.units)
        for t, month in enumerate(panel.periods)
    ]
    file.write_text("region,month,cases\n" + "\n".join(lines))
    asked = (
        "pilot", "design", "--panel", str(file), "--unit", "region", "--time", "month",
        "--outcome", "cases", "--effect", "-6", "--length", "12", "--regions", "4",
    )  # fmt: skip
    design = json.loads(run(tmp_path, *asked, "--format", "json").stdout)
    assert len(design["regions"]) == 4
    assert design["request"]["seed"] == 1
    text = run(tmp_path, *asked).stdout
    assert "| look | after period |" in text
    out = tmp_path / "protocol.pdf"
    run(tmp_path, *asked, "--format", "pdf", "--output", str(out))
    assert len(PdfDocument(out)) <= 2


def test_the_protocol_speaks_the_language_of_its_reader() -> None:
    found = design_pilot(Request("cases", -3.0, treated=4, length=12), past(), draws=20)
    titles = [one.title for one in protocol_sections(found, "cases", "kk")]
    assert titles[:2] == ["Пилоттық жоба нені анықтауға тиіс", "Өңірлер"]
    said = " ".join(s for one in protocol_sections(found, "cases", "ru") for s in one.sentences)
    assert "снижение на 3" in said
