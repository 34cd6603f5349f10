"""What is not known of a question at a place. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sholu.core.period import Period
from sholu.indicators.gaps import STALE_YEARS
from sholu.release.situation.model import Gap, KeyFigure


def find_gaps(
    asked: Sequence[str],
    figures: Mapping[str, Sequence[KeyFigure]],
    withheld: Sequence[str],
    types: Mapping[str, str],
    period: Period,
) -> tuple[Gap, ...]:
    """The gaps of a question.

    Args:
        asked: indicators of the question; ``figures``: what is known of them, by indicator.
        withheld: indicators of which a source says that it withholds or does not report them.
        types: of sources, by code.
    """
    gaps: list[Gap] = []
    never = tuple(code for code in asked if code not in figures and code not in withheld)
    ended: dict[str, list[str]] = defaultdict(list)
    of_type: dict[str, list[str]] = defaultdict(list)
    for code in asked:
        known = figures.get(code, ())
        if not known:
            continue
        newest = max(figure.last_day for figure in known)[:4]
        if int(newest) < period.first_day().year - STALE_YEARS:
            ended[newest].append(code)
        said_by = {types.get(source, "") for figure in known for source in figure.sources}
        if len(said_by) == 1 and "" not in said_by:
            of_type[said_by.pop()].append(code)
    if never:
        gaps.append(Gap("never", never, "", ""))
    gaps += [Gap("ended", tuple(codes), since, "") for since, codes in sorted(ended.items())]
    if withheld:
        gaps.append(Gap("withheld", tuple(withheld), "", ""))
    gaps += [Gap("one_type", tuple(codes), "", type_) for type_, codes in sorted(of_type.items())]
    return tuple(gaps)
