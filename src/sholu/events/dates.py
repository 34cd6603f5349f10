"""When an event happened, as the sentences that tell it say.

All dates of an item, what they begin or end, and that none is told are alternatives of one choice
(`sholu.core.choice`); ``date_weights.tsv`` says what each feature is worth, as
``tools/fit_date_weights.py`` learnt from hand-read items.
"""

from __future__ import annotations

from sholu.core.choice import choose, load_weights
from sholu.events.date_alternatives import find_alternatives
from sholu.events.date_candidates import UNKNOWN, When, find_candidates
from sholu.events.date_log import day_of_hours, days_of_log
from sholu.events.item import Reading, ToldItem


def find_date(item: ToldItem, reading: Reading, kind: str | None = None) -> When:
    """The days on which what an item tells happened; unknown where that is likeliest.

    A relative date (``yesterday``) becomes a date only if it is known from which day it counts.

    Args:
        kind: the event's; None for statistics, of which the months counted are told.
    """
    logged = days_of_log(item, reading) or day_of_hours(item)
    if logged:
        return logged
    alternatives = find_alternatives(item, reading, kind)
    weights = load_weights("sholu.events", "date_weights.tsv")
    times = [((one.when.start, one.when.end), one.features) for one in alternatives]
    days, _ = choose(times, weights)
    chosen = next(one.when for one in alternatives if (one.when.start, one.when.end) == days)
    return chosen if chosen.start else _undated(item, reading)


def _undated(item: ToldItem, reading: Reading) -> When:
    """Relative, if title or first sentence say ``yesterday`` and nobody knows from which day."""
    first = item.telling[0] if item.telling else None
    stretches = [reading.sentences(first.start, first.end)[0]] if first else []
    if item.title_start is not None and item.title_end is not None:
        stretches.insert(0, (item.title_start, item.title_end))
    return next(
        (
            found.when
            for stretch in stretches
            for found in find_candidates(item, reading, stretch)
            if found.when.basis and not found.when.start
        ),
        UNKNOWN,
    )
