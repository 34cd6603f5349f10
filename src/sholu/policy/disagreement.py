"""What designs say together: where they agree, and where not. There is no winner."""

from __future__ import annotations

from collections.abc import Sequence

from sholu.policy.model import Effect


def disagreement(effects: Sequence[Effect]) -> str:
    """One paragraph on the answers of several designs.

    Example:
        >>> disagreement([])
        'No design could be run.'
    """
    if not effects:
        return "No design could be run."
    if len(effects) == 1:
        return (
            f"Only {effects[0].design} could be run: nothing stands beside it, so nothing shows "
            "how far the answer hangs on the method."
        )
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


def _signs(effects: Sequence[Effect]) -> str:
    """Which exclude no effect, and in which direction."""
    up = [e.design for e in effects if e.low is not None and e.low > 0]
    down = [e.design for e in effects if e.high is not None and e.high < 0]
    neither = [e.design for e in effects if e.design not in (*up, *down)]
    parts = []
    if up:
        parts.append(f"{', '.join(up)}: a rise")
    if down:
        parts.append(f"{', '.join(down)}: a fall")
    if neither:
        parts.append(f"{', '.join(neither)}: no effect can be told from none")
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
