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
from sholu.policy.wording import Words, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sholu.policy.evaluation import Evaluation


def evaluation_page(found: Evaluation, language: str) -> str:
    """The page as HTML that needs no other file."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("sholu.cli"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    say = words_of("wording.yaml", language)
    effects = [answer for answer in found.answers if isinstance(answer, Effect)]
    return environment.get_template("policy.html").render(
        found=found,
        css=css_custom_properties(),
        say=say,
        effects=effects,
        adjusted=[answer for answer in found.adjusted if isinstance(answer, Effect)],
        refusals=[answer for answer in found.answers if isinstance(answer, Refusal)],
        ranges=svg_of(specify_ranges(_ranges(found.outcome, effects, say))),
        shared=shared_checks(found),
        event_time=EVENT_TIME,
        studies={e.design: svg_of(_study(e, found.outcome, say)) for e in effects if _points(e)},
        paths={
            e.design: svg_of(_path(e, say)) for e in effects if e.path and _start(e) is not None
        },
    )


def _ranges(outcome: str, effects: Sequence[Effect], say: Words) -> RangeChart:
    """All answers on one scale."""
    rows = tuple(
        RangeRow(
            say(effect.design),
            ((say("estimate"), float(f"{effect.estimate:.4g}")),),
            effect.low,
            effect.high,
            say("a_check_failed") if any(c.status == "failed" for c in effect.checks) else "",
        )
        for effect in effects
    )
    return RangeChart(say("what_each_says"), outcome, rows, (say("bars"),))


def _points(effect: Effect) -> list[tuple[float, float, float | None, float | None]]:
    """Time since the start, estimate and interval of an event study."""
    return [
        (float(one.name.removeprefix(EVENT_TIME)), one.estimate, one.low, one.high)
        for one in effect.variants
        if one.name.startswith(EVENT_TIME)
    ]


def _study(effect: Effect, outcome: str, say: Words) -> dict[str, object]:
    """Before the start the points should lie at nil; after it they show how the effect grows."""
    title = say("period_by_period", design=say(effect.design))
    return specify_event_study(title, _points(effect), outcome, say("since_start"))


def _start(effect: Effect) -> int | None:
    """First period under the measure, out of the estimand's own words."""
    for index, point in enumerate(effect.path):
        if f"from {point.period} on" in effect.estimand:
            return index
    return None


def _path(effect: Effect, say: Words) -> dict[str, object]:
    """Observed and expected."""
    start = _start(effect)
    assert start is not None
    points = [(p.period, p.observed, p.counterfactual) for p in effect.path]
    names = (say("observed"), say("expected"))
    return specify_counterfactual(say(effect.design), points, start, names=names)
