"""Read claims from figures in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.claims.citations import governing_citation
from sholu.claims.indicators import find_indicators
from sholu.claims.periods import period_of
from sholu.claims.places import Governing, name_place, nearest_place, place_before
from sholu.claims.proposal import Proposal
from sholu.claims.setting import Setting
from sholu.claims.shares import add_shares
from sholu.claims.statement import Statement, read_statements
from sholu.mentions.model import Figure

READER = "claims/running_text 1"


def read_running_text(setting: Setting) -> Iterator[Proposal]:
    """A proposal for each figure in a sentence whose unit or indicator is known."""
    for statement in read_statements(setting.annotated, setting.sentences):
        told = find_indicators(statement, setting.cues, setting.vocabulary)
        indicators = add_shares(statement, told, setting.vocabulary)
        for figure, indicator in zip(statement.figures, indicators, strict=True):
            if figure.unit is None and indicator is None:
                continue
            yield Proposal(
                figure=figure,
                indicator=indicator,
                place=_place(figure, statement, setting),
                period=period_of(figure, statement),
                cited_source=governing_citation(
                    statement.citations, statement.mentions, figure.span.end
                ),
                reader=READER,
            )


def _place(figure: Figure, statement: Statement, setting: Setting) -> Governing | None:
    """The place of the sentence, of the paragraph before it, of the headings, of the publisher."""
    mention = nearest_place(statement, figure) or place_before(statement)
    if mention is not None:
        return name_place(mention, setting.vocabulary)
    return setting.place_above(statement.start) or setting.publishers_country
