"""A document with all that the readers of its claims ask for more than once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from sholu.claims.cues import CueIndex, index_cues
from sholu.claims.places import Governing, name_place, place_of_source
from sholu.claims.statement import mentions_within
from sholu.mentions.model import AnnotatedDocument, Mention
from sholu.mentions.sentences import Sentence, read_sentences
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

_BEGINNING = 5000
"""Characters in which a document's title is looked for: a cover page or two."""


@dataclass(frozen=True, eq=False)
class Setting:
    """A document, who published it, and the words to read it by."""

    annotated: AnnotatedDocument
    vocabulary: Vocabulary
    source: Source | None

    @cached_property
    def cues(self) -> CueIndex:
        """The cues of indicators."""
        return index_cues(self.vocabulary.indicators)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The document's sentences, cut once."""
        return read_sentences(self.annotated.text)

    @cached_property
    def publishers_country(self) -> Governing | None:
        """Where a figure is from if nothing in the text says it."""
        return place_of_source(self.source, self.annotated.text.language, self.vocabulary)

    def place_above(self, offset: int) -> Governing | None:
        """The place of the headings over an offset, the innermost first, else of the title."""
        level: float = float("inf")
        for start, own_level, mention in reversed(self._headings):
            if start > offset or own_level >= level:
                continue
            if mention is not None:
                return name_place(mention, self.vocabulary)
            level = own_level
        return name_place(self._titled, self.vocabulary) if self._titled else None

    @cached_property
    def _titled(self) -> Mention | None:
        """The place in the document's title, where that is printed at its beginning."""
        words = r"\W+".join(map(re.escape, re.findall(r"\w+", self.annotated.text.title or "")))
        printed = (
            re.compile(words).search(self.annotated.text.text, 0, _BEGINNING) if words else None
        )
        return self._first_place(*printed.span()) if printed else None

    @cached_property
    def _headings(self) -> list[tuple[int, float, Mention | None]]:
        """Start, level and first place of each heading, in order."""
        return [
            (heading.start, heading.level or 1, self._first_place(heading.start, heading.end))
            for heading in self.annotated.text.passages
            if heading.kind == "heading"
        ]

    def _first_place(self, start: int, end: int) -> Mention | None:
        mentions = mentions_within(self.annotated, start, end)
        return next((one for one in mentions if one.kind == "place" and one.code), None)
