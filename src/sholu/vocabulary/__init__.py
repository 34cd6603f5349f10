"""Code lists as data: places, substances, agencies, event kinds, indicators, units."""

from sholu.vocabulary.load import load
from sholu.vocabulary.model import (
    Agency,
    EventKind,
    Indicator,
    Names,
    Place,
    Substance,
    UnitWord,
    Vocabulary,
    VocabularyError,
    compose_unit,
)
from sholu.vocabulary.wording import Wording

__all__ = [
    "Agency",
    "EventKind",
    "Indicator",
    "Names",
    "Place",
    "Substance",
    "UnitWord",
    "Vocabulary",
    "VocabularyError",
    "Wording",
    "compose_unit",
    "load",
]
