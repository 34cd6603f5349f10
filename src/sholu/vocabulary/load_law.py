"""Bring the law in from its files, with what an observatory adds or corrects of its own.

Every file is read strictly: a key that isn't known, a missing one and a value of the wrong kind
are errors that name the file, the record and the key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import cattrs
import yaml
from cattrs.v import format_exception

from sholu.core.period import DateError, PartialDate, parse_partial_date
from sholu.vocabulary.law import LawError, Provision, Threshold
from sholu.vocabulary.law_checks import check_law
from sholu.vocabulary.law_proposal import Proposal
from sholu.vocabulary.law_register import Law
from sholu.vocabulary.law_sources import Act, CalculationIndex, LawFinding, Reference, Report

LISTS: Mapping[str, tuple[type[Any], str]] = {
    "references": (Reference, "references"),
    "acts": (Act, "acts"),
    "provisions": (Provision, "provisions"),
    "thresholds": (Threshold, "thresholds"),
    "findings": (LawFinding, "law_findings"),
    "reports": (Report, "reports"),
    "indices": (CalculationIndex, "indices"),
    "proposals": (Proposal, "proposals"),
}
"""By the first word of a file's name (``provisions_2014.yaml``): what its records are, and the
list of `Law` that takes them."""

_File = tuple[str, bytes]
# The C parser is ten times as fast; PyYAML built without it has the slow one only.
_YamlLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_law(local: Path | None = None) -> Law:
    """The register of law; reach for it to ask what applied on a day.

    Args:
        local: an observatory's folder with files of the same names and form. A record that the
            register doesn't have is added; one that it has (the same provision from the same day,
            the same threshold and reading, the same act, proposal or key) is corrected: it stands
            instead. A folder that isn't there adds nothing.

    Returns:
        The register. The same files give the same object within a process.

    Raises:
        LawError: a file can't be read; the message names file, record and key.

    Example:
        >>> from datetime import date
        >>> load_law().article("KZ.CC2014", "297", "3", date(2024, 6, 1)).category
        'especially_grave'
    """
    return _read(_package_files() + _local_files(local))


def law_fingerprint(local: Path | None = None) -> str:
    """SHA-256 over names and bytes of the register's files, local ones included."""
    digest = hashlib.sha256()
    for name, content in _package_files() + _local_files(local):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


@cache
def _package_files() -> tuple[_File, ...]:
    folder = resources.files("sholu.vocabulary") / "data" / "law"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return tuple((name, (folder / name).read_bytes()) for name in names)


def _local_files(folder: Path | None) -> tuple[_File, ...]:
    if folder is None or not folder.is_dir():
        return ()
    present = sorted(folder.glob("*.yaml"))
    return tuple((f"local/{path.name}", path.read_bytes()) for path in present)


# Few observatories are open in one process.
@lru_cache(maxsize=8)
def _read(files: tuple[_File, ...]) -> Law:
    """Make the register of the files' bytes."""
    lists: dict[str, dict[tuple[Any, ...], Any]] = {name: {} for _, name in LISTS.values()}
    for name, content in files:
        kind, field = _list_of(name)
        seen: set[tuple[Any, ...]] = set()
        for record in _records(name, content, kind):
            key = _identity(record)
            if key in seen:
                raise LawError(f"{name}: the record {_said(key)} stands twice.")
            seen.add(key)
            lists[field][key] = record
    lists["provisions"] = dict(sorted(lists["provisions"].items(), key=_by_start))
    law = Law(**{field: tuple(records.values()) for field, records in lists.items()})
    check_law(law)
    return law


def _list_of(name: str) -> tuple[type[Any], str]:
    """What the records of a file are: ``provisions_2014.yaml`` holds provisions."""
    word = name.removeprefix("local/").removesuffix(".yaml").split("_")[0]
    if word not in LISTS:
        raise LawError(
            f"{name} isn't a file of the law register.",
            f"Its name must begin with {', '.join(LISTS)}.",
        )
    return LISTS[word]


def _by_start(item: tuple[tuple[Any, ...], Any]) -> tuple[str, bool, date]:
    """Versions of a provision in the order of coming into force; an unknown start first."""
    start = item[1].in_force_from
    return item[1].code, start is not None, start.first_day() if start else date.min


def _identity(record: Any) -> tuple[Any, ...]:
    """What makes two records the same one; a local record stands instead of ours by it."""
    match record:
        case Provision():
            start = str(record.in_force_from) if record.in_force_from else ""
            return record.code, record.article, record.part, start
        case Threshold():
            return record.substance, record.form, record.reading, str(record.in_force_from)
        case Reference() | Act():
            return (record.code,)
        case CalculationIndex():
            return (record.year,)
        case Proposal():
            return (record.name,)
        case _:
            return (record.key,)


def _said(key: tuple[Any, ...]) -> str:
    return " ".join(str(part) for part in key if part != "")


def _records(name: str, content: bytes, kind: type[Any]) -> Iterator[Any]:
    """The records of a file, in order."""
    try:
        # A subclass of SafeLoader: it builds plain values only.
        parsed = yaml.load(content, Loader=_YamlLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LawError(f"{name} isn't valid YAML: {error}") from error
    if parsed is None:
        return
    if not isinstance(parsed, list):
        raise LawError(f"{name}: a list of records is due.")
    for number, plain in enumerate(parsed, start=1):
        try:
            yield _CONVERTER.structure(plain, kind)
        except (cattrs.BaseValidationError, cattrs.StructureHandlerNotFoundError) as error:
            reasons = "; ".join(cattrs.transform_error(error, format_exception=_why))
            raise LawError(f"{name}, record {number}: {reasons}") from error


def _why(error: BaseException, kind: type | None) -> str:
    """What our own readers say of a value; for the rest, what cattrs says."""
    if isinstance(error, ValueError | DateError):
        return str(error)
    return format_exception(error, kind)


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(int, _count)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(PartialDate, _day)
    return converter


def _text(value: Any, _: type) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text is due, not {value!r} (put it between quotes)")
    return " ".join(value.split())


def _number(value: Any, _: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"a number is due, not {value!r}")
    return float(value)


def _count(value: Any, _: type) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"a whole number is due, not {value!r}")
    return value


def _truth(value: Any, _: type) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"true or false is due, not {value!r}")
    return value


def _day(value: Any, _: type) -> PartialDate:
    """A date as YAML reads it, or as text: 2008, 2008-07, 2015-01-01."""
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    return parse_partial_date(str(value))


_CONVERTER = _make_converter()
