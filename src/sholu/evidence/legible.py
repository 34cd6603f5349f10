"""Leave out what no reader can read: stretches of hundreds of characters without a space."""

from __future__ import annotations

import re
from dataclasses import replace

from sholu.evidence.model import DocumentText

LONGEST_WORD = 300
"""Characters. No word of a language with spaces is so long, and no address that a page prints;
pictures written as text, keys and rows of signs are, and readers of numbers and names would take a
time that grows with the square of their length."""

_RUN = re.compile(rf"\S{{{LONGEST_WORD},}}")


def legible(text: DocumentText) -> DocumentText:
    """The text with such stretches blank, each as long as it was, so that offsets stay."""
    if not _RUN.search(text.text):
        return text
    return replace(text, text=_RUN.sub(lambda run: " " * len(run[0]), text.text))
