"""Measures out of the register of law: each day on which provisions on drugs changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from sholu.policy.measure import Measure
from sholu.vocabulary.law_difference import Difference, differences
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.wording import Wording

COUNTRY = "KZ"
"""Whose law the register holds."""

DIRECTIONS = {
    "severer": ("severer", "строже", "қатаңырақ"),
    "lighter": ("lighter", "мягче", "жеңілірек"),
    "new": ("new", "новые", "жаңа"),
    "repealed": ("repealed", "отменены", "күші жойылған"),
    "mixed": ("mixed", "по-разному", "аралас"),
    "same": ("same sanctions", "наказания те же", "жазасы сол"),
    "unknown": ("direction unknown", "направление неизвестно", "бағыты белгісіз"),
}
"""Directions of a change that the title counts, in en, ru, kk."""


def measures_of_law(law: Law) -> tuple[Measure, ...]:
    """A measure for each day on which a provision of the register began or ended.

    The first day of the register changes nothing: nothing is known of the time before it. What a
    change should do is not in the law: write that into inputs/measures.yaml under the same code.
    """
    days = sorted(
        {
            bound.first_day()
            for one in law.provisions
            for bound in (one.in_force_from, one.in_force_to)
            if bound is not None
        }
    )
    found = []
    for day in days[1:]:
        changed = differences(law, day - timedelta(days=1), day)
        if changed:
            found.append(_measure(day, changed))
    return tuple(found)


def _measure(day: date, changed: Sequence[Difference]) -> Measure:
    """One day's changes as a measure."""
    articles = tuple(dict.fromkeys(one.key.split("/")[1] for one in changed if "/" in one.key))
    counted = Counter(one.direction for one in changed)
    told = [(words, counted[name]) for name, words in DIRECTIONS.items() if counted[name]]
    texts = [", ".join(f"{words[i]}: {count}" for words, count in told) for i in range(3)]
    listed = ", ".join(articles[:6]) + (" …" if len(articles) > 6 else "")
    sources = dict.fromkeys(source.source for one in changed for source in one.sources)
    return Measure(
        code=f"law-{day}",
        kind="law",
        title=Wording(
            f"law on drugs changed, articles {listed} ({texts[0]})",
            f"закон о наркотиках изменён, статьи {listed} ({texts[1]})",
            f"есірткі туралы заң өзгерді, {listed}-баптар ({texts[2]})",
        ),
        places=(COUNTRY,),
        in_force=str(day),
        articles=articles,
        sources=tuple(sources),
        note=f"From the register of law: 'sholu law diff --from {day - timedelta(days=1)} --to "
        f"{day}' shows each change.",
    )
