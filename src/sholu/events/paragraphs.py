"""Put paragraphs together that a page break or a picture has cut."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sholu.events.blocks import Block, join_lines

_FINAL = re.compile(r"[.!?…:;][\"'”»’)\]]*$")
_OPEN_ENDED = frozenset((
    "the", "a", "an", "of", "and", "in", "to", "for", "with", "by", "on", "at", "from", "or", "as",
    "that", "which", "into", "its", "their", "his", "her", "than", "и", "в", "во", "на", "с", "со",
    "по", "для", "за", "к", "ко", "из", "от", "о", "об", "или", "а", "но", "что", "при", "до",
    "под", "у", "как", "их", "его", "её", "және", "мен", "бен", "пен", "үшін", "туралы", "бойынша",
))  # fmt: skip
"""Words that no paragraph ends with: after them a name may go on with a capital letter."""

_TELLS = re.compile(
    r"\w{3}[.!?…][\"'”»’)]*\s+[«\"“„–—-]?\s*[A-ZА-ЯЁӘҒҚҢӨҰҮІ]"
    r"|[\U0001F300-\U0001FAFF\u2600-\u27BF]\W*$"
)
"""Two sentences, or a picture letter at the end: posts leave out the last full stop."""

SUBTITLE = 140
"""Characters up to which a first line without a full stop is a subtitle rather than the text."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its offsets in the document's text; ``text`` has its breaks mended."""

    start: int
    end: int
    text: str


def join_paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs of some blocks, those put together that a page break has cut."""
    found: list[Paragraph] = []
    for block in blocks:
        if found and _goes_on(found[-1].text, block.text):
            last = found.pop()
            text = join_lines([last.text, block.text])
            found.append(Paragraph(last.start, block.end, text))
        else:
            found.append(Paragraph(block.start, block.end, block.text))
    return tuple(found)


def _goes_on(before: str, after: str) -> bool:
    """Whether a paragraph that ends so is continued by one that begins so."""
    if _FINAL.search(before):
        return False
    if re.match(r"[a-zа-яёәғқңөұүһі]", after):
        return True
    words = re.findall(r"[\w,]+", before)
    ends_open = bool(words) and (words[-1].lower() in _OPEN_ENDED or before.endswith(","))
    return ends_open and bool(re.match(r"[\w“«\"(]", after))


def telling_paragraphs(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs without a subtitle before them: the first of them tells the event."""
    has_subtitle = (
        len(paragraphs) > 1
        and len(paragraphs[0].text) <= SUBTITLE
        and not _FINAL.search(paragraphs[0].text)
        and not _TELLS.search(paragraphs[0].text)
    )
    return paragraphs[1:] if has_subtitle else paragraphs
