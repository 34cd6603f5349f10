"""Measure how long it takes to say which of many events are one.

The events are the invented stories of ``make_news``, a third of them copies of others; each has a
place, a day, a kind and two figures by chance. Prints processor seconds and peak memory.

    python benchmarks/same_events.py 10000
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from itertools import starmap

from make_news import Story, make_stories

from sholu.entities.model import ComparedFigure, EventKey
from sholu.entities.same_event import judge_events
from sholu.evidence.near_duplicates import sketch

KINDS = ("seizure", "arrest", "training", "operation")
REGIONS = 12


def make_key(number: int, story: Story) -> EventKey:
    """The key of the event that a story tells."""
    chance = random.Random(number)
    seized = ComparedFigure(float(chance.randint(1, 900)), None, "g", "heroin")
    persons = ComparedFigure(float(chance.randint(1, 9)), None, "person", "person")
    return EventKey(
        id=f"event-{number:06d}",
        documents=(f"{number:064x}",),
        title=story.headline.lower(),
        kind=chance.choice(KINDS),
        countries=("XA",),
        regions=(f"XA-{chance.randint(1, REGIONS)}",),
        published=str(story.published),
        date_start=str(story.published),
        figures=(seized, persons),
        sketch=sketch("\n".join((story.headline, *story.paragraphs))),
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    keys = list(starmap(make_key, enumerate(make_stories(arguments.count, seed=1))))
    start = time.process_time()
    clusters, possible = judge_events(keys, [])
    spent = time.process_time() - start
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(keys)} events: {len(clusters)} different, {len(possible)} pairs for a person")
    print(f"{spent:.1f} s, peak memory {peak_mb:.0f} MB")


if __name__ == "__main__":
    main()
