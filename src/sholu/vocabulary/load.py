"""Bring the vocabulary in from its files, with the words that an observatory adds of its own.

Every file is read strictly: each key of a record is taken up, and what is left over is an error
that names the file, the record and the key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from sholu.core.quantity import Unit
from sholu.vocabulary.model import (
    DIRECTIONS,
    PLACE_KINDS,
    SUBSTANCE_GROUPS,
    Agency,
    EventKind,
    Indicator,
    Names,
    Place,
    Substance,
    UnitWord,
    Vocabulary,
    VocabularyError,
)

PACKAGE_FILES: tuple[str, ...] = (
    "countries.tsv",
    "regions.tsv",
    "gazetteer.tsv",
    "places.yaml",
    "places_invented.yaml",
    "substances.yaml",
    "agencies.yaml",
    "event_kinds.yaml",
    "indicators.yaml",
    "units.yaml",
)
"""Files of the package, in the order of reading: a later one adds to an earlier one."""

LOCAL_FILES: tuple[str, ...] = (
    "places.yaml",
    "substances.yaml",
    "agencies.yaml",
    "event_kinds.yaml",
    "indicators.yaml",
    "units.yaml",
)
"""Files that an observatory's own folder may hold."""

PLACE_COLUMNS: tuple[str, ...] = (
    "code", "kind", "en", "ru", "kk", "country", "region", "valid_from", "valid_to",
    "latitude", "longitude", "ambiguous", "population", "former_codes", "note",
)  # fmt: skip
"""Header of the TSV files. Names and former codes are parted by ``|``."""

_Record = dict[str, Any]
_File = tuple[str, bytes]
# The C parser is ten times as fast; PyYAML built without it has the slow one only.
_YamlLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(local: Path | None = None) -> Vocabulary:
    """Load the vocabulary; reach for it at the start of every step that reads or prints names.

    Args:
        local: an observatory's folder with ``places.yaml``, ``substances.yaml``,
            ``agencies.yaml``, ``event_kinds.yaml``, ``indicators.yaml`` or ``units.yaml``.
            A record with a new code is added. One with a known code changes what it gives, and
            its names go before those we have; with ``replace: true`` it stands instead.

    Returns:
        The vocabulary. The same files give the same object within a process.

    Raises:
        VocabularyError: a file can't be read; the message names file, record and key.

    Example:
        >>> load().place("KZ-62").names.preferred("kk")
        'Ұлытау облысы'
    """
    return _read_vocabulary(_package_files() + _local_files(local))


def fingerprint(local: Path | None = None) -> str:
    """What `load` would give as the vocabulary's fingerprint, without reading the lists.

    Raises:
        VocabularyError: the local folder is not there, or holds other files.
    """
    return _fingerprint(_package_files() + _local_files(local))


@cache
def _package_files() -> tuple[_File, ...]:
    """The data files of the package, by name."""
    folder = resources.files("sholu.vocabulary") / "data"
    return tuple((name, (folder / name).read_bytes()) for name in PACKAGE_FILES)


def _local_files(folder: Path | None) -> tuple[_File, ...]:
    """The files of an observatory's own folder, by ``local/<name>``."""
    if folder is None:
        return ()
    if not folder.is_dir():
        raise VocabularyError(
            f"The folder of local vocabulary {folder} isn't there.",
            "Make it, or leave the setting out.",
        )
    present = sorted(path.name for path in folder.glob("*.yaml"))
    for name in present:
        if name not in LOCAL_FILES:
            raise VocabularyError(
                f"{folder / name} isn't a vocabulary file.",
                f"Known are {', '.join(LOCAL_FILES)}.",
            )
    return tuple((f"local/{name}", (folder / name).read_bytes()) for name in present)


# Few observatories are open in one process; eight keeps the tests of several quick.
@lru_cache(maxsize=8)
def _read_vocabulary(files: tuple[_File, ...]) -> Vocabulary:
    """Make the vocabulary of the files' bytes: the same bytes give the same vocabulary."""
    sections: dict[str, dict[str, Any]] = {name: {} for name in _FORMS}
    for name, content in files:
        section = _section_of(name)
        if name.endswith(".tsv"):
            _add_places(sections[section], name, content)
        else:
            _add_records(sections[section], _FORMS[section], name, content)
    _check_places(sections["places"])
    _check_others(sections)
    return Vocabulary(
        places=tuple(sorted(sections["places"].values(), key=_order_of_trial)),
        substances=tuple(sections["substances"].values()),
        agencies=tuple(sections["agencies"].values()),
        event_kinds=tuple(sections["event_kinds"].values()),
        indicators=tuple(sections["indicators"].values()),
        units=tuple(sections["units"].values()),
        fingerprint=_fingerprint(files),
    )


def _fingerprint(files: tuple[_File, ...]) -> str:
    """SHA-256 over names and bytes of the files, in order."""
    digest = hashlib.sha256()
    for name, content in files:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _section_of(name: str) -> str:
    """The list that a file belongs to."""
    stem = name.removeprefix("local/").split(".")[0]
    return stem if stem in _FORMS else "places"


def _order_of_trial(place: Place) -> tuple[bool, int, int, str]:
    """Sort key of places: see `Vocabulary`."""
    past = place.valid_to is not None
    return past, PLACE_KINDS.index(place.kind), -(place.population or 0), place.code


# --- TSV: the long lists, made by tools/build_gazetteer.py ---------------------------------


def _add_places(places: dict[str, Place], name: str, content: bytes) -> None:
    """Read a TSV of places; a code may stand only once."""
    lines = content.decode("utf-8").splitlines()
    if tuple(lines[0].split("\t")) != PLACE_COLUMNS:
        raise VocabularyError(f"{name}: the first line must name {', '.join(PLACE_COLUMNS)}.")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(PLACE_COLUMNS):
            raise VocabularyError(
                f"{name}, line {number}: {len(PLACE_COLUMNS)} cells expected, {len(cells)} found."
            )
        if cells[0] in places:
            raise VocabularyError(f"{name}, line {number}: the code {cells[0]} stands twice.")
        places[cells[0]] = _place_of_cells(cells)


def _place_of_cells(cells: list[str]) -> Place:
    """One line of a TSV as a place."""
    code, kind, en, ru, kk, country, region, start, end, north, east, *rest = cells
    ambiguous, population, former, note = rest
    return Place(
        code=code,
        kind=kind,
        names=Names(_parted(en), _parted(ru), _parted(kk)),
        country=country or None,
        region=region or None,
        valid_from=start or None,
        valid_to=end or None,
        latitude=float(north) if north else None,
        longitude=float(east) if east else None,
        ambiguous=ambiguous == "1",
        population=int(population) if population else None,
        former_codes=_parted(former),
        note=note,
    )


def _parted(cell: str) -> tuple[str, ...]:
    """The parts of a cell with ``|`` between them."""
    return tuple(cell.split("|")) if cell else ()


# --- YAML: the lists written by hand -------------------------------------------------------


@dataclass(frozen=True)
class _Form:
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


def _add_records(known: dict[str, Any], form: _Form, name: str, content: bytes) -> None:
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


def _read_fields(record: _Record, form: _Form, where: str) -> _Record:
    """Take up every key of a record; what no reader takes is an error."""
    left = dict(record)
    fields: _Record = {}
    by_language = {language: left.pop(language) for language in _LANGUAGES if language in left}
    try:
        if by_language:
            fields[form.names] = _names(by_language)
        for key, read in form.fields.items():
            if key in left:
                fields[key] = read(left.pop(key))
    except ValueError as error:
        raise VocabularyError(f"{where}: {error}") from error
    if left:
        known = ", ".join((*_LANGUAGES, *form.fields, "replace"))
        raise VocabularyError(
            f"{where}: the key {next(iter(left))!r} isn't known.", f"Known are {known}."
        )
    return fields


def _made(form: _Form, record: _Record, fields: _Record, where: str) -> Any:
    """A new record; it must have all that is required."""
    for key in sorted(form.required - record.keys()):
        raise VocabularyError(f"{where}: the key {key!r} is missing.")
    if form.names not in fields:
        raise VocabularyError(f"{where}: names are missing.", "Give them under en, ru or kk.")
    return form.make(**fields)


def _changed(known: Any, fields: _Record, where: str) -> Any:
    """A known record with what another file says of it; new names go first, none is lost."""
    if isinstance(known, UnitWord):
        _check_same_unit(known.unit, fields, where)
    merged = {
        key: _joined(value, getattr(known, key)) if isinstance(value, Names) else value
        for key, value in fields.items()
        if hasattr(known, key)
    }
    return replace(known, **merged)


def _check_same_unit(unit: Unit, fields: _Record, where: str) -> None:
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
            for language in _LANGUAGES
        }
    )


def _text(value: Any) -> str:
    """A text; a date that YAML has read as one is written back."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError(f"a text is due, not {value!r} (put it between quotes).")
    return " ".join(value.split())


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _number_or_none(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"a number is due, not {value!r}.")
    return float(value)


def _count_or_none(value: Any) -> int | None:
    number = _number_or_none(value)
    return None if number is None else int(number)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"true or false is due, not {value!r}.")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"a list of texts is due, not {value!r}.")
    return tuple(_text(item) for item in value)


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], str]:
    """A reader of texts that come from a closed list."""

    def read(value: Any) -> str:
        text = _text(value)
        if text not in allowed:
            raise ValueError(f"{text!r} isn't one of {', '.join(allowed)}.")
        return text

    return read


def _names(value: Any) -> Names:
    """Names under en, ru and kk; a single name need not be a list."""
    if not isinstance(value, dict):
        raise ValueError(f"names under en, ru and kk are due, not {value!r}.")
    unknown = [key for key in value if key not in _LANGUAGES]
    if unknown:
        raise ValueError(f"names are kept in en, ru and kk, not {unknown[0]!r}.")
    return Names(
        **{
            language: _texts(names if isinstance(names, list) else [names])
            for language, names in value.items()
        }
    )


def _unit_word(code: str, dimension: str, base: str, factor: float, spellings: Names) -> UnitWord:
    return UnitWord(Unit(code, dimension, base, factor), spellings)


_LANGUAGES = ("en", "ru", "kk")

_INDICATOR_KEYS = (
    "code", "definition", "unit", "denominator", "direction", "standard",
    "shows", "cannot_show", "cues",
)  # fmt: skip

_FORMS: Mapping[str, _Form] = {
    "places": _Form(
        make=Place,
        names="names",
        fields={
            "code": _text,
            "kind": _one_of(PLACE_KINDS),
            "country": _text_or_none,
            "region": _text_or_none,
            "valid_from": _text_or_none,
            "valid_to": _text_or_none,
            "latitude": _number_or_none,
            "longitude": _number_or_none,
            "ambiguous": _truth,
            "population": _count_or_none,
            "former_codes": _texts,
            "invented": _truth,
            "note": _text,
        },
        required=frozenset({"code", "kind"}),
    ),
    "substances": _Form(
        make=Substance,
        names="names",
        fields={
            "code": _text,
            "group": _one_of(SUBSTANCE_GROUPS),
            "slang": _names,
            "schedule": _text_or_none,
            "note": _text,
        },
        required=frozenset({"code", "group"}),
    ),
    "agencies": _Form(
        make=Agency,
        names="names",
        fields={
            "code": _text,
            "country": _text_or_none,
            "parent": _text_or_none,
            "abbreviations": _names,
            "kind": _text,
            "invented": _truth,
        },
        required=frozenset({"code", "country", "parent", "kind", "abbreviations"}),
    ),
    "event_kinds": _Form(
        make=EventKind,
        names="names",
        fields={
            "code": _text,
            "definition": _text,
            "cues": _names,
            "title_cues": _names,
            "weak_cues": _names,
        },
        required=frozenset({"code", "definition", "cues"}),
    ),
    "indicators": _Form(
        make=Indicator,
        names="names",
        fields={
            "code": _text,
            "definition": _text,
            "unit": _text,
            "denominator": _text_or_none,
            "direction": _one_of(DIRECTIONS),
            "standard": _text_or_none,
            "shows": _text,
            "cannot_show": _text,
            "cues": _names,
        },
        required=frozenset(_INDICATOR_KEYS),
    ),
    "units": _Form(
        make=_unit_word,
        names="spellings",
        fields={
            "code": _text,
            "dimension": _text,
            "base": _text,
            "factor": _number_or_none,
        },
        required=frozenset({"code", "dimension", "base", "factor"}),
    ),
}
"""The lists of the vocabulary and the form of their records."""


# --- Links between records -----------------------------------------------------------------


def _check_places(places: Mapping[str, Place]) -> None:
    """Countries and regions that places name must be places themselves."""
    for place in places.values():
        if place.kind not in PLACE_KINDS:
            raise VocabularyError(f"Place {place.code}: {place.kind!r} isn't a kind of place.")
        for key, code in (("country", place.country), ("region", place.region)):
            if code is not None and code not in places:
                raise VocabularyError(f"Place {place.code}: the {key} {code!r} isn't a place.")


def _check_others(sections: Mapping[str, Mapping[str, Any]]) -> None:
    """Parents and countries of agencies must be there."""
    for agency in sections["agencies"].values():
        if agency.country is not None and agency.country not in sections["places"]:
            raise VocabularyError(
                f"Agency {agency.code}: the country {agency.country!r} isn't a place."
            )
        if agency.parent is not None and agency.parent not in sections["agencies"]:
            raise VocabularyError(
                f"Agency {agency.code}: the parent {agency.parent!r} isn't an agency."
            )
