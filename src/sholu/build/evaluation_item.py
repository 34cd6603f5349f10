"""Items of the evaluation set with their answers by hand, read strictly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import cattrs
import yaml

from sholu.core.errors import SholuError

HALVES = ("development", "test")
LANGUAGES = ("en", "ru", "kk")
SCRIPTS = ("Cyrl", "Latn", "Arab")
BASES = ("stated", "relative", None)
QUALIFIERS = ("exact", "about", "more_than", "less_than", "up_to")
ACCUMULATIONS = ("period", "year_to_date", "stock", "rate", None)
FORM = "evaluation/README.md has the form."
PERSONAL = (
    "iin",
    "phone",
    "card",
    "account",
    "plate",
    "address",
    "birth_date",
    "passport",
    "email",
    "handle",
)


class EvaluationError(SholuError):
    """An evaluation item that cannot be used as it is."""


@dataclass(frozen=True)
class WantedFigure:
    """A quantity that an item holds; fields as of `sholu.mentions.model.Figure`.

    Attributes:
        printed: its characters in the title or the text.
        main: whether the item is about it.
    """

    value: float
    value_high: float | None
    unit: str
    of: str | None
    of_code: str | None
    qualifier: str
    accumulation: str | None
    printed: str
    main: bool


@dataclass(frozen=True)
class NamedPerson:
    """A person as printed; ``official`` if the person speaks or acts for an agency."""

    text: str
    official: bool


@dataclass(frozen=True)
class PersonalDatum:
    """What must be masked besides names; ``kind`` is one of `PERSONAL`."""

    kind: str
    text: str


@dataclass(frozen=True)
class EvaluationItem:
    """One item; ``evaluation/README.md`` says what each field means.

    ``answered`` names the fields that were answered; empty for all of them.
    """

    id: str
    half: str
    language: str
    script: str
    source_country: str | None
    published: str | None
    address: str
    title: str
    text: str
    about_drugs: bool
    kind: str | None
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    places: tuple[str, ...]
    date_start: str | None
    date_end: str | None
    date_basis: str | None
    substances: tuple[str, ...]
    agencies: tuple[str, ...]
    figures: tuple[WantedFigure, ...]
    not_figures: tuple[str, ...]
    persons: tuple[NamedPerson, ...]
    personal_data: tuple[PersonalDatum, ...]
    law: tuple[str, ...]
    same_event_as: tuple[str, ...]
    checks: tuple[str, ...]
    note: str
    answered: tuple[str, ...] = ()

    def answers(self, field: str) -> bool:
        """Whether the field has an answer that a reading can be compared with."""
        return not self.answered or field in self.answered

    @property
    def private(self) -> tuple[str, ...]:
        """Everything printed that must not be seen: private persons and personal data."""
        names = [person.text for person in self.persons if not person.official]
        return (*names, *(datum.text for datum in self.personal_data))

    @property
    def officials(self) -> tuple[str, ...]:
        """Persons who speak or act for an agency, as printed."""
        return tuple(person.text for person in self.persons if person.official)


_FIELDS = frozenset(field.name for field in fields(EvaluationItem))


def load_items(folder: Path) -> tuple[EvaluationItem, ...]:
    """Read every ``*.yaml`` of a folder and of its folders of languages, in the order of their ids.

    Folders of another name beside them hold other sets (court decisions).

    Raises:
        EvaluationError: if there is none, or one lacks a field, has an unknown one or a wrong one,
            or quotes what it does not hold; the message names the file.
    """
    folders = (folder, *(folder / language for language in LANGUAGES))
    items = [_load_item(path) for one in folders for path in sorted(one.glob("*.yaml"))]
    if not items:
        raise EvaluationError(
            f"{folder} has no evaluation item.", "Name a folder with files such as en/en-001.yaml."
        )
    ids = [item.id for item in items]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise EvaluationError(f"The evaluation item '{id_}' stands twice in {folder}.")
    return tuple(sorted(items, key=lambda item: item.id))


class _Loader(yaml.SafeLoader):
    """Dates stay the text that they are: they may be partial."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _load_item(path: Path) -> EvaluationItem:
    try:
        record = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        item = _CONVERTER.structure(record, EvaluationItem)
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise EvaluationError(f"{path} can't be read: {error}.") from error
    except cattrs.BaseValidationError as error:
        reasons = "; ".join(cattrs.transform_error(error))
        raise EvaluationError(
            f"{path}: {reasons}.", "evaluation/README.md has the form."
        ) from error
    for fault in _faults(item, path.stem):
        raise EvaluationError(f"{path}: {fault}.", "evaluation/README.md has the form.")
    return item


def _text(value: Any, _: type) -> str:
    # A year alone is a number in YAML, and a date here; a country's NO must not become False.
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"a text is due, not {value!r}")
    return str(value)


def _number(value: Any, _: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"a number is due, not {value!r}")
    return float(value)


def _truth(value: Any, _: type) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"true or false is due, not {value!r}")
    return value


_CONVERTER = cattrs.Converter(forbid_extra_keys=True)
_CONVERTER.register_structure_hook(str, _text)
_CONVERTER.register_structure_hook(float, _number)
_CONVERTER.register_structure_hook(bool, _truth)


def _faults(item: EvaluationItem, name: str) -> Iterable[str]:
    """What is wrong with an item whose fields are all there."""
    if item.id != name:
        yield f"the id '{item.id}' is not the file's name"
    closed: list[tuple[str, str | None, tuple[str | None, ...]]] = [
        ("half", item.half, HALVES),
        ("language", item.language, LANGUAGES),
        ("script", item.script, SCRIPTS),
        ("date_basis", item.date_basis, BASES),
        *(("qualifier", figure.qualifier, QUALIFIERS) for figure in item.figures),
        *(("accumulation", figure.accumulation, ACCUMULATIONS) for figure in item.figures),
        *(("kind of personal data", datum.kind, PERSONAL) for datum in item.personal_data),
    ]
    for field in item.answered:
        if field not in _FIELDS:
            yield f"'answered' names no field '{field}'"
    for field, value, allowed in closed:
        if value not in allowed:
            yield f"the {field} '{value}' is not one of {', '.join(map(str, allowed))}"
    quoted = (
        *(figure.printed for figure in item.figures),
        *item.not_figures,
        *item.private,
        *item.officials,
    )
    for words in quoted:
        if words not in item.title and words not in item.text:
            yield f"'{words}' stands neither in the title nor in the text"
