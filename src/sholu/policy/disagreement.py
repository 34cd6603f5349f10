"""What designs say together: where they agree, and where not. There is no winner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sholu.policy.model import Effect

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


def disagreement(effects: Sequence[Effect]) -> str:
    """One paragraph on the answers of several designs.

    Example:
        >>> disagreement([])
        'No design could be run.'
    """
    if not effects:
        return "No design could be run."
    if len(effects) == 1:
        sentence = (
            f"{effects[0].design} says {effects[0].estimate:.4g}. {_signs(effects)} Only this "
            "design could be run: nothing shows how far the answer hangs on the method."
        )
    else:
        estimates = [effect.estimate for effect in effects]
        sentence = (
            f"{len(effects)} designs say {min(estimates):.4g} to {max(estimates):.4g}. "
            + _signs(effects)
            + _apart(effects)
        )
    failed = [e.design for e in effects if any(c.status == "failed" for c in e.checks)]
    if failed:
        sentence += f" Checks failed for {', '.join(failed)}."
    return sentence


WORDS = {
    "rise": "a rise",
    "fall": "a fall",
    "nothing": "no effect can be told from none",
    "void": "can't say, since what the answer stands on failed",
}


def _signs(effects: Sequence[Effect]) -> str:
    """Which find a rise, a fall or nothing, and which can't say."""
    parts = []
    for answer, words in WORDS.items():
        designs = [effect for effect in effects if answer_of(effect) == answer]
        names = [
            f"{e.design} ({', '.join(void_checks(e))})" if answer == "void" else e.design
            for e in designs
        ]
        if names:
            parts.append(f"{', '.join(names)}: {words}")
    return "; ".join(parts) + "."


def _apart(effects: Sequence[Effect]) -> str:
    """Pairs whose intervals don't meet."""
    known = [e for e in effects if e.low is not None and e.high is not None]
    apart = [
        f"{a.design} and {b.design}"
        for i, a in enumerate(known)
        for b in known[i + 1 :]
        if (a.high or 0.0) < (b.low or 0.0) or (b.high or 0.0) < (a.low or 0.0)
    ]
    if not apart:
        return " All intervals overlap."
    return f" The intervals of {'; '.join(apart)} do not even meet."
