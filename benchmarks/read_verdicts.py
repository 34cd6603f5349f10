"""Measure how fast court decisions are read, beside finding mentions alone in the same texts.

Prints processor time of one core for each step, and what 10,000 decisions would take on two cores.

    python benchmarks/read_verdicts.py --decisions 90
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sholu.build.evaluation_verdicts import KEY, load_decisions
from sholu.core.ids import sha256_hex
from sholu.evidence.read import read_document
from sholu.mentions.annotate import annotate
from sholu.sources.model import Document
from sholu.verdicts.read import mask_decisions, read_verdicts
from sholu.vocabulary.load import load
from sholu.vocabulary.load_law import load_law

ITEMS = Path(__file__).resolve().parent.parent / "evaluation" / "verdicts"
AIM_SECONDS = 300
"""Issue 4: 10,000 decisions on two cores."""


def main() -> None:
    """Read the decisions once to warm up, then measure each step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=90)
    items = load_decisions(ITEMS)[: parser.parse_args().decisions]
    with TemporaryDirectory() as empty:
        vocabulary = load(Path(empty))
    law = load_law()
    for measured in (False, True):
        mentions = verdicts = 0.0
        for item in items[: len(items) if measured else 3]:
            content = item.text.encode()
            document = Document(
                id=sha256_hex(content), name="a.txt", size=len(content), source=None, address=None,
                retrieved="2026-01-01T00:00:00Z", published=None, licence=None, marking="clear",
                part_of=None,
            )  # fmt: skip
            start = time.process_time()
            text = read_document(content, "a.txt").text
            annotated = annotate(document, text, vocabulary, KEY)
            middle = time.process_time()
            masked, decisions = mask_decisions(annotated, KEY)
            read_verdicts(masked, decisions, vocabulary, law, KEY)
            mentions += middle - start
            verdicts += time.process_time() - middle
    count = len(items)
    characters = sum(len(item.text) for item in items) / count
    total = (mentions + verdicts) / count
    print(f"{count} decisions of {characters:.0f} characters on average")
    print(f"text and mentions  {1000 * mentions / count:6.1f} ms a decision")
    print(f"verdicts           {1000 * verdicts / count:6.1f} ms a decision")
    print(f"10,000 on two cores {total * 10_000 / 2:.0f} s aim {AIM_SECONDS} s")


if __name__ == "__main__":
    main()
