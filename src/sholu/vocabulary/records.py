"""The lists written by hand: YAML records, read strictly, joined to those already known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.core.quantity import Unit
from sholu.vocabulary.model import Names, UnitWord, VocabularyError
from sholu.vocabulary.values import read_names

Record = dict[str, Any]
# The C parser is ten times as fast; PyYAML built without it has the slow one only.
_YamlLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Form:
    """How the records of one list are read.

    Attributes:
        make: builds the record from the fields read.
        names: the field that takes the names under the keys en, ru and kk.
        fields: every other key, with the reader of its value.
        required: keys that a new record must have.
    """

    make: Callable[..., Any]
    names: str
    fields: Mapping[str, Callable[[Any], Any]]
    required: frozenset[str]


def add_records(known: dict[str, Any], form: Form, name: str, content: bytes) -> None:
    """Read a YAML list of records into those already known."""
    seen: set[str] = set()
    for number, record in enumerate(_parse_yaml(name, content), start=1):
        if not isinstance(record, dict) or not isinstance(record.get("code"), str):
            raise VocabularyError(f"{name}, record {number}: a text under the key 'code' is due.")
        code = record["code"]
        where = f"{name}, record {code}"
        if code in seen:
            raise VocabularyError(f"{where}: the code stands twice.")
        seen.add(code)
        stands_instead = record.pop("replace", False) is True
        fields = _read_fields(record, form, where)
        if code in known and not stands_instead:
            known[code] = _changed(known[code], fields, where)
        else:
            known[code] = _made(form, record, fields, where)


def _parse_yaml(name: str, content: bytes) -> list[Any]:
    """The records of a YAML file; an empty file has none."""
    try:
        # A subclass of SafeLoader: it builds plain values only.
        parsed = yaml.load(content, Loader=_YamlLoader)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name} isn't valid YAML: {error}") from error
    if parsed is None:
        return []
    if not isinstance(parsed, list):
        raise VocabularyError(f"{name}: a list of records is due, each beginning with '- code:'.")
    return parsed


def _read_fields(record: Record, form: Form, where: str) -> Record:
    """Take up every key of a record; what no reader takes is an error."""
    left = dict(record)
    fields: Record = {}
    by_language = {
        language: left.pop(language) for language in INTERFACE_LANGUAGES if language in left
    }
    if by_language:
        fields[form.names] = _read(read_names, by_language, where)
    for key, read in form.fields.items():
        if key in left:
            fields[key] = _read(read, left.pop(key), f"{where}, {key}")
    if left:
        known = ", ".join((*INTERFACE_LANGUAGES, *form.fields, "replace"))
        raise VocabularyError(
            f"{where}: the key {next(iter(left))!r} isn't known.", f"Known are {known}."
        )
    return fields


def _read(read: Callable[[Any], Any], value: Any, where: str) -> Any:
    """One value, or an error that says where it stands."""
    try:
        return read(value)
    except ValueError as error:
        raise VocabularyError(f"{where}: {error}") from error


def _made(form: Form, record: Record, fields: Record, where: str) -> Any:
    """A new record; it must have all that is required."""
    for key in sorted(form.required - record.keys()):
        raise VocabularyError(f"{where}: the key {key!r} is missing.")
    if form.names not in fields:
        raise VocabularyError(f"{where}: names are missing.", "Give them under en, ru or kk.")
    return form.make(**fields)


def _changed(known: Any, fields: Record, where: str) -> Any:
    """A known record with what another file says of it; new names go first, none is lost."""
    if isinstance(known, UnitWord):
        _check_same_unit(known.unit, fields, where)
    merged = {
        key: _joined(value, getattr(known, key)) if isinstance(value, Names) else value
        for key, value in fields.items()
        if hasattr(known, key)
    }
    return replace(known, **merged)


def _check_same_unit(unit: Unit, fields: Record, where: str) -> None:
    """Further spellings are welcome; another meaning under the same code would spoil figures."""
    for key in ("dimension", "base", "factor"):
        if fields.get(key, getattr(unit, key)) != getattr(unit, key):
            raise VocabularyError(
                f"{where}: the {key} of a known unit is {getattr(unit, key)!r} and stays so.",
                "Give a unit of another meaning a code of its own.",
            )


def _joined(first: Names, second: Names) -> Names:
    """Names of both, each once, in order."""
    return Names(
        **{
            language: tuple(dict.fromkeys((*first.of(language), *second.of(language))))
            for language in INTERFACE_LANGUAGES
        }
    )
