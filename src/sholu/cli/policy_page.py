"""One page for one evaluation: what was asked, what each design says, how far to believe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2

from sholu.charts.counterfactual import specify_counterfactual
from sholu.charts.design import css_custom_properties
from sholu.charts.event_study import specify_event_study
from sholu.charts.ranges import specify_ranges
from sholu.charts.series_grammar import RangeChart, RangeRow
from sholu.charts.svg import svg_of
from sholu.cli.policy import EVENT_TIME, shared_checks
from sholu.policy.model import Effect, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sholu.policy.evaluation import Evaluation

NAMES = {
    "its": "Interrupted time series",
    "did": "Differences in differences",
    "cs": "Staggered starts",
    "sc": "Synthetic control, predictors",
    "sc-outcome": "Synthetic control, outcome alone",
    "sc-augmented": "Synthetic control, augmented",
    "sdid": "Synthetic differences",
    "rd": "Regression discontinuity",
}


def evaluation_page(found: Evaluation) -> str:
    """The page as HTML that needs no other file."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("sholu.cli"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    effects = [answer for answer in found.answers if isinstance(answer, Effect)]
    return environment.get_template("policy.html").render(
        found=found,
        css=css_custom_properties(),
        names=NAMES,
        effects=effects,
        adjusted=[answer for answer in found.adjusted if isinstance(answer, Effect)],
        refusals=[answer for answer in found.answers if isinstance(answer, Refusal)],
        ranges=svg_of(specify_ranges(_ranges(found.outcome, effects))),
        shared=shared_checks(found),
        event_time=EVENT_TIME,
        studies={e.design: svg_of(_study(e, found.outcome)) for e in effects if _points(e)},
        paths={e.design: svg_of(_path(e)) for e in effects if e.path and _start(e) is not None},
    )


def _ranges(outcome: str, effects: Sequence[Effect]) -> RangeChart:
    """All answers on one scale."""
    rows = tuple(
        RangeRow(
            NAMES[effect.design],
            (("estimate", float(f"{effect.estimate:.4g}")),),
            effect.low,
            effect.high,
            "a check failed" if any(c.status == "failed" for c in effect.checks) else "",
        )
        for effect in effects
    )
    return RangeChart("What each design says", outcome, rows, ("Bars are 95 % intervals.",))


def _points(effect: Effect) -> list[tuple[float, float, float | None, float | None]]:
    """Time since the start, estimate and interval of an event study."""
    return [
        (float(one.name.removeprefix(EVENT_TIME)), one.estimate, one.low, one.high)
        for one in effect.variants
        if one.name.startswith(EVENT_TIME)
    ]


def _study(effect: Effect, outcome: str) -> dict[str, object]:
    """Before the start the points should lie at nil; after it they show how the effect grows."""
    return specify_event_study(
        f"{NAMES[effect.design]}: period by period", _points(effect), outcome
    )


def _start(effect: Effect) -> int | None:
    """First period under the measure, out of the estimand's own words."""
    for index, point in enumerate(effect.path):
        if f"from {point.period} on" in effect.estimand:
            return index
    return None


def _path(effect: Effect) -> dict[str, object]:
    """Observed and expected."""
    start = _start(effect)
    assert start is not None
    points = [(p.period, p.observed, p.counterfactual) for p in effect.path]
    return specify_counterfactual(NAMES[effect.design], points, start)
