"""The lists of the vocabulary and the form of their records: which keys, read how."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.core.quantity import Unit
from sholu.vocabulary.model import (
    DIRECTIONS,
    PLACE_KINDS,
    SUBSTANCE_GROUPS,
    Agency,
    Break,
    EventKind,
    Indicator,
    Names,
    Place,
    Portion,
    Substance,
    UnitWord,
)
from sholu.vocabulary.records import Form
from sholu.vocabulary.values import (
    read_count_or_none,
    read_day,
    read_names,
    read_number_or_none,
    read_one_of,
    read_text,
    read_text_or_none,
    read_texts,
    read_truth,
    read_wording,
    read_wording_or_none,
)


def _unit_word(code: str, dimension: str, base: str, factor: float, spellings: Names) -> UnitWord:
    return UnitWord(Unit(code, dimension, base, factor), spellings)


_INDICATOR_KEYS = (
    "code", "definition", "unit", "denominator", "direction", "standard",
    "shows", "cannot_show", "cues",
)  # fmt: skip

FORMS: Mapping[str, Form] = {
    "places": Form(
        make=Place,
        names="names",
        fields={
            "code": read_text,
            "kind": read_one_of(PLACE_KINDS),
            "country": read_text_or_none,
            "region": read_text_or_none,
            "valid_from": read_text_or_none,
            "valid_to": read_text_or_none,
            "latitude": read_number_or_none,
            "longitude": read_number_or_none,
            "ambiguous": read_truth,
            "population": read_count_or_none,
            "former_codes": read_texts,
            "invented": read_truth,
            "note": read_text,
        },
        required=frozenset({"code", "kind"}),
    ),
    "substances": Form(
        make=Substance,
        names="names",
        fields={
            "code": read_text,
            "group": read_one_of(SUBSTANCE_GROUPS),
            "slang": read_names,
            "schedule": read_text_or_none,
            "note": read_text,
        },
        required=frozenset({"code", "group"}),
    ),
    "agencies": Form(
        make=Agency,
        names="names",
        fields={
            "code": read_text,
            "country": read_text_or_none,
            "parent": read_text_or_none,
            "abbreviations": read_names,
            "kind": read_text,
            "invented": read_truth,
        },
        required=frozenset({"code", "country", "parent", "kind", "abbreviations"}),
    ),
    "event_kinds": Form(
        make=EventKind,
        names="names",
        fields={
            "code": read_text,
            "definition": read_wording,
            "cues": read_names,
            "title_cues": read_names,
            "weak_cues": read_names,
        },
        required=frozenset({"code", "definition", "cues"}),
    ),
    "indicators": Form(
        make=Indicator,
        names="names",
        fields={
            "code": read_text,
            "definition": read_wording,
            "unit": read_text,
            "denominator": read_text_or_none,
            "direction": read_one_of(DIRECTIONS),
            "standard": read_wording_or_none,
            "shows": read_wording,
            "cannot_show": read_wording,
            "cues": read_names,
        },
        required=frozenset(_INDICATOR_KEYS),
    ),
    "breaks": Form(
        make=Break,
        names="label",
        fields={
            "code": read_text,
            "day": read_day,
            "places": read_texts,
            "indicators": read_texts,
            "what": read_wording,
            "source": read_wording,
            "within": read_truth,
            "invented": read_truth,
        },
        required=frozenset({"code", "day", "places", "indicators", "what", "source"}),
    ),
    "portions": Form(
        make=Portion,
        names="names",
        fields={
            "code": read_text,
            "substances": read_texts,
            "low_g": read_number_or_none,
            "high_g": read_number_or_none,
            "source": read_wording,
            "note": read_wording,
        },
        required=frozenset({"code", "substances", "low_g", "high_g", "source"}),
    ),
    "units": Form(
        make=_unit_word,
        names="spellings",
        fields={
            "code": read_text,
            "dimension": read_text,
            "base": read_text,
            "factor": read_number_or_none,
        },
        required=frozenset({"code", "dimension", "base", "factor"}),
    ),
}
"""The lists of the vocabulary and the form of their records."""
