"""Read claims from figures in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.claims.citations import governing_citation
from sholu.claims.cues import index_cues
from sholu.claims.indicators import find_indicators
from sholu.claims.periods import period_of
from sholu.claims.places import Governing, name_place, nearest_place, place_of_source
from sholu.claims.proposal import Proposal
from sholu.claims.statement import Statement, mentions_within, read_statements
from sholu.mentions.model import AnnotatedDocument, Mention
from sholu.sources.model import Source
from sholu.vocabulary.model import Vocabulary

READER = "claims/running_text 1"


def read_running_text(
    annotated: AnnotatedDocument, vocabulary: Vocabulary, source: Source | None
) -> Iterator[Proposal]:
    """A proposal for each figure in a sentence whose unit or indicator is known."""
    cues = index_cues(vocabulary.indicators)
    for statement in read_statements(annotated):
        indicators = find_indicators(statement, cues, vocabulary)
        for figure, indicator in zip(statement.figures, indicators, strict=True):
            if figure.unit is None and indicator is None:
                continue
            yield Proposal(
                figure=figure,
                indicator=indicator,
                place=_place(
                    nearest_place(statement, figure), statement, annotated, vocabulary, source
                ),
                period=period_of(figure, statement),
                cited_source=governing_citation(
                    statement.citations, statement.mentions, figure.span.end
                ),
                reader=READER,
            )


def _place(
    mention: Mention | None,
    statement: Statement,
    annotated: AnnotatedDocument,
    vocabulary: Vocabulary,
    source: Source | None,
) -> Governing | None:
    """The sentence's place, else that of the nearest heading above, else the source's country."""
    if mention is None:
        mention = _place_of_heading(statement.start, annotated)
    if mention is not None:
        return name_place(mention, vocabulary)
    return place_of_source(source, annotated.text.language, vocabulary)


def _place_of_heading(start: int, annotated: AnnotatedDocument) -> Mention | None:
    """The first place in the nearest heading above that names one."""
    above = [
        passage
        for passage in annotated.text.passages
        if passage.kind == "heading" and passage.end <= start
    ]
    for heading in reversed(above):
        for mention in mentions_within(annotated, heading.start, heading.end):
            if mention.kind == "place" and mention.code is not None:
                return mention
    return None
