"""What designs say together: where they agree, and where not. There is no winner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sholu.policy.model import Effect
from sholu.policy.wording import Words, words_of

Answer = Literal["rise", "fall", "nothing", "void"]

VOIDING = frozenset(
    {
        "autocorrelation",
        "comparison",
        "manipulation",
        "memory",
        "regression_to_the_mean",
        "staggered_starts",
    }
)
"""Checks without which an interval that leaves nil out is no effect: its width does not hold, or
the difference is there without any measure (one place alone, places chosen at a peak, masses moved
over a border)."""


def answer_of(effect: Effect) -> Answer:
    """What a design may be said to have found: ``void`` where a check takes the answer back."""
    if effect.low is None or effect.high is None or effect.low <= 0 <= effect.high:
        return "nothing"
    if void_checks(effect):
        return "void"
    return "rise" if effect.low > 0 else "fall"


def void_checks(effect: Effect) -> tuple[str, ...]:
    """Failed checks that take an effect's answer back."""
    return tuple(c.name for c in effect.checks if c.status == "failed" and c.name in VOIDING)


def disagreement(effects: Sequence[Effect], language: str = "en") -> str:
    """One paragraph on the answers of several designs.

    Args:
        language: en, ru or kk.

    Example:
        >>> disagreement([])
        'No design could be run.'
    """
    say = words_of("wording.yaml", language)
    if not effects:
        return say("none_run")
    estimates = [effect.estimate for effect in effects]
    if len(effects) == 1:
        first = say("one_says", design=effects[0].design, value=f"{estimates[0]:.4g}")
        parts = [first, _signs(effects, say), say("only_one")]
    else:
        low, high = f"{min(estimates):.4g}", f"{max(estimates):.4g}"
        first = say("several_say", count=len(effects), low=low, high=high)
        parts = [first, _signs(effects, say), _apart(effects, say)]
    failed = [e.design for e in effects if any(c.status == "failed" for c in e.checks)]
    if failed:
        parts.append(say("checks_failed", designs=", ".join(failed)))
    return " ".join(parts)


def _signs(effects: Sequence[Effect], say: Words) -> str:
    """Which find a rise, a fall or nothing, and which can't say."""
    parts = []
    for answer in ("rise", "fall", "nothing", "void"):
        names = [_named(effect, say) for effect in effects if answer_of(effect) == answer]
        if names:
            parts.append(say(answer, designs=", ".join(names)))
    return "; ".join(parts) + "."


def _named(effect: Effect, say: Words) -> str:
    """The design, with the checks that take its answer back."""
    if answer_of(effect) != "void":
        return effect.design
    failed = [
        name.replace("_", " ") if say.language == "en" else say(f"check_{name}")
        for name in void_checks(effect)
    ]
    return f"{effect.design} ({'; '.join(failed)})"


def _apart(effects: Sequence[Effect], say: Words) -> str:
    """Pairs whose intervals don't meet."""
    known = [e for e in effects if e.low is not None and e.high is not None]
    apart = [
        say("and", one=a.design, other=b.design)
        for i, a in enumerate(known)
        for b in known[i + 1 :]
        if (a.high or 0.0) < (b.low or 0.0) or (b.high or 0.0) < (a.low or 0.0)
    ]
    return say("apart", pairs="; ".join(apart)) if apart else say("overlap")
