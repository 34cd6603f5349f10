"""What directions and denominators of indicators are called in the three languages."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.vocabulary.model import Indicator, Vocabulary, VocabularyError
from sholu.vocabulary.wording import Wording

DIRECTION_WORDS: Mapping[str, Wording] = {
    "lower_is_better": Wording("lower is better", "меньше значит лучше", "азайғаны жақсы"),
    "higher_is_better": Wording("higher is better", "больше значит лучше", "көбейгені жақсы"),
    "neither": Wording("neither by itself", "само по себе ни то ни другое", "екеуі де емес"),
}

PLAIN_DENOMINATORS: Mapping[str, Wording] = {
    "respondents": Wording("people asked", "опрошенные", "сұралғандар"),
    "programmes": Wording("programmes", "программы", "бағдарламалар"),
}
"""Denominators that are no indicators themselves: a survey or a list brings its own."""


def denominator_text(indicator: Indicator, vocabulary: Vocabulary, language: str) -> str:
    """What an indicator is a share or a rate of, in words; empty for a plain count."""
    code = indicator.denominator
    if code is None:
        return ""
    plain = PLAIN_DENOMINATORS.get(code)
    if plain is not None:
        return plain.of(language)
    try:
        return vocabulary.indicator(code).names.preferred(language)
    except VocabularyError:
        return code  # an observatory's own word
