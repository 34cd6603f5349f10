"""Bring the vocabulary in from its files, with the words that an observatory adds of its own.

Every file is read strictly: each key of a record is taken up, and what is left over is an error
that names the file, the record and the key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from sholu.vocabulary.forms import FORMS
from sholu.vocabulary.model import PLACE_KINDS, Place, Portion, Vocabulary, VocabularyError
from sholu.vocabulary.place_rows import add_places
from sholu.vocabulary.records import add_records

PACKAGE_FILES: tuple[str, ...] = (
    "countries.tsv",
    "regions.tsv",
    "gazetteer.tsv",
    "places.yaml",
    "places_towns.yaml",
    "places_press.yaml",
    "places_invented.yaml",
    "substances.yaml",
    "agencies.yaml",
    "event_kinds.yaml",
    "indicators.yaml",
    "indicators_epidemiology.yaml",
    "indicators_supply.yaml",
    "indicators_justice.yaml",
    "indicators_response.yaml",
    "units.yaml",
    "breaks.yaml",
    "portions.yaml",
)
"""Files of the package, in the order of reading: a later one adds to an earlier one."""

LOCAL_FILES: tuple[str, ...] = (
    "places.yaml",
    "substances.yaml",
    "agencies.yaml",
    "event_kinds.yaml",
    "indicators.yaml",
    "units.yaml",
    "breaks.yaml",
    "portions.yaml",
)
"""Files that an observatory's own folder may hold."""

_File = tuple[str, bytes]


def load(local: Path | None = None) -> Vocabulary:
    """Load the vocabulary; reach for it at the start of every step that reads or prints names.

    Args:
        local: an observatory's folder with ``places.yaml``, ``substances.yaml``,
            ``agencies.yaml``, ``event_kinds.yaml``, ``indicators.yaml``, ``units.yaml``,
            ``breaks.yaml`` or ``portions.yaml``.
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
    sections: dict[str, dict[str, Any]] = {name: {} for name in FORMS}
    for name, content in files:
        section = _section_of(name)
        if name.endswith(".tsv"):
            add_places(sections[section], name, content)
        else:
            add_records(sections[section], FORMS[section], name, content)
    _check_places(sections["places"])
    _check_others(sections)
    return Vocabulary(
        places=tuple(sorted(sections["places"].values(), key=_order_of_trial)),
        substances=tuple(sections["substances"].values()),
        agencies=tuple(sections["agencies"].values()),
        event_kinds=tuple(sections["event_kinds"].values()),
        indicators=tuple(sections["indicators"].values()),
        units=tuple(sections["units"].values()),
        breaks=tuple(sorted(sections["breaks"].values(), key=lambda one: (one.day, one.code))),
        portions=tuple(sections["portions"].values()),
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
    return next((section for section in FORMS if stem.startswith(section)), "places")


def _order_of_trial(place: Place) -> tuple[bool, int, int, str]:
    """Sort key of places: see `Vocabulary`."""
    past = place.valid_to is not None
    return past, PLACE_KINDS.index(place.kind), -(place.population or 0), place.code


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
    for one in sections["breaks"].values():
        for key, codes in (("places", one.places), ("indicators", one.indicators)):
            for code in codes:
                if code not in sections[key]:
                    raise VocabularyError(
                        f"Break {one.code}: {code!r} isn't among the {key}.",
                    )
    for portion in sections["portions"].values():
        _check_portion(portion, sections["substances"])


def _check_portion(portion: Portion, substances: Mapping[str, Any]) -> None:
    """A portion weighs something, and is one of drugs that are known."""
    if not (portion.low_g and portion.high_g and 0 < portion.low_g <= portion.high_g):
        raise VocabularyError(
            f"Portion {portion.code}: {portion.low_g!r} to {portion.high_g!r} g is no range.",
            "Give low_g and high_g above zero, the smaller first.",
        )
    for code in portion.substances:
        if code not in substances:
            raise VocabularyError(f"Portion {portion.code}: {code!r} isn't among the substances.")
