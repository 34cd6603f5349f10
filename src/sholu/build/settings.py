"""The settings of an observatory: ``sholu.toml``, read strictly."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sholu.core.errors import SholuError
from sholu.core.language import INTERFACE_LANGUAGES


class SettingsError(SholuError):
    """A setting that is missing, unknown or of the wrong kind."""


@dataclass(frozen=True)
class Imprint:
    """What the information release prints about its publisher. Texts are by language.

    Attributes:
        organisation: the centre's name; ``subtitle``: what it is, below the name.
        subject: what the release is about, below its title.
        city: for the cover's foot; ``address``: postal address.
        emblem: file name below the observatory, SVG or PNG; empty for none.
        countries: the order of the country sections; countries not named follow by name.
    """

    organisation: dict[str, str]
    subtitle: dict[str, str]
    city: dict[str, str]
    address: dict[str, str]
    telephone: str = ""
    fax: str = ""
    email: str = ""
    site: str = ""
    emblem: str = ""
    countries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Help:
    """An OpenAI-compatible endpoint that may be asked for proposals; nothing depends on it.

    Attributes:
        address: up to the path of the interface, ``https://models.example/v1``.
        model: the endpoint's name for the model.
        key_variable: environment variable that holds the key; empty if there is none. The key
            itself never stands in a file of the observatory.
        seconds: time that an answer may take.
    """

    address: str
    model: str
    key_variable: str
    seconds: int


@dataclass(frozen=True)
class Settings:
    """An observatory's settings.

    Attributes:
        name: by language.
        country: ISO 3166-1 alpha-2 of the observatory itself.
        languages: of the documents that it reads.
        banner: printed on every page, by language; for invented data.
        workers: child processes that read documents.
        memory_mb, seconds: what one document may take before its reader is stopped.
        contact: address or mailbox that the collector names to the sites it visits.
        allow_private: whether the collector may visit addresses of a private network.
        help: whom to ask for proposals; None if nobody.
    """

    name: dict[str, str]
    country: str
    languages: tuple[str, ...]
    imprint: Imprint
    banner: dict[str, str] = field(default_factory=dict)
    workers: int = 2
    memory_mb: int = 2048
    seconds: int = 120
    contact: str = ""
    allow_private: bool = False
    help: Help | None = None


TEMPLATE = """\
# Settings of this observatory. What each means: docs/reference/settings.md
[observatory]
name = {{ en = {name}, ru = {name}, kk = {name} }}
country = {country}               # ISO 3166-1 alpha-2
languages = ["en", "ru", "kk"]

[reading]
workers = 2                  # child processes that read documents
memory_mb = 2048             # for one document
seconds = 120                # for one document

[collect]
contact = ""                 # an address or mailbox that sites may write to
allow_private = false        # never visit addresses of a private network

[release]
organisation = {{ en = {name}, ru = {name}, kk = {name} }}
subtitle = {{ en = "", ru = "", kk = "" }}
city = {{ en = "", ru = "", kk = "" }}
address = {{ en = "", ru = "", kk = "" }}
telephone = ""
fax = ""
email = ""
site = ""
emblem = ""                  # a file beside this one, SVG or PNG
countries = []               # order of the sections; the others follow by name
"""


def read_settings(path: Path) -> Settings:
    """Read ``sholu.toml``.

    Raises:
        SettingsError: if the file is absent or no TOML, or a setting is unknown, missing or wrong.
    """
    try:
        record = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(
            f"{path.parent} is no observatory: it has no sholu.toml.",
            "Make one with 'sholu init', or name its folder with -C.",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from error
    observatory = _section(record, "observatory", path)
    reading = _section(record, "reading", path)
    collect = _section(record, "collect", path)
    release = _section(record, "release", path)
    banner = _texts(record.pop("banner", {}), "banner", path)
    helper = _help(_section(record, "help", path), path) if "help" in record else None
    _nothing_left(record, "", path)
    settings = Settings(
        name=_texts(_take(observatory, "name", dict, path), "name", path),
        country=_take(observatory, "country", str, path),
        languages=tuple(_take(observatory, "languages", list, path)),
        imprint=_imprint(release, path),
        banner=banner,
        workers=_positive(reading, "workers", path),
        memory_mb=_positive(reading, "memory_mb", path),
        seconds=_positive(reading, "seconds", path),
        contact=_take(collect, "contact", str, path),
        allow_private=_take(collect, "allow_private", bool, path),
        help=helper,
    )
    for name, section in (("observatory", observatory), ("reading", reading), ("collect", collect)):
        _nothing_left(section, f"[{name}] ", path)
    return settings


def _help(section: dict[str, Any], path: Path) -> Help:
    settings = Help(
        address=_take(section, "address", str, path),
        model=_take(section, "model", str, path),
        key_variable=_take(section, "key_variable", str, path),
        seconds=_positive(section, "seconds", path),
    )
    _nothing_left(section, "[help] ", path)
    return settings


def _imprint(section: dict[str, Any], path: Path) -> Imprint:
    imprint = Imprint(
        organisation=_texts(_take(section, "organisation", dict, path), "organisation", path),
        subtitle=_texts(_take(section, "subtitle", dict, path), "subtitle", path),
        city=_texts(_take(section, "city", dict, path), "city", path),
        address=_texts(_take(section, "address", dict, path), "address", path),
        telephone=_take(section, "telephone", str, path),
        fax=_take(section, "fax", str, path),
        email=_take(section, "email", str, path),
        site=_take(section, "site", str, path),
        emblem=_take(section, "emblem", str, path),
        countries=tuple(_take(section, "countries", list, path)),
    )
    _nothing_left(section, "[release] ", path)
    return imprint


def _section(record: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    if not isinstance(record.get(name), dict):
        raise SettingsError(
            f"{path} has no section [{name}].", "Compare docs/reference/settings.md."
        )
    section: dict[str, Any] = record.pop(name)
    return section


def _take(section: dict[str, Any], key: str, kind: type, path: Path) -> Any:
    if key not in section:
        raise SettingsError(f"{path} lacks the setting '{key}'.")
    value = section.pop(key)
    if type(value) is not kind:
        raise SettingsError(f"{path}: '{key}' must be a {kind.__name__}, not {value!r}.")
    return value


def _positive(section: dict[str, Any], key: str, path: Path) -> int:
    value: int = _take(section, key, int, path)
    if value < 1:
        raise SettingsError(f"{path}: '{key}' must be 1 or more, not {value}.")
    return value


def _texts(value: dict[str, Any], key: str, path: Path) -> dict[str, str]:
    unknown = set(value) - set(INTERFACE_LANGUAGES)
    if unknown or not all(isinstance(text, str) for text in value.values()):
        raise SettingsError(f"{path}: '{key}' wants texts for {', '.join(INTERFACE_LANGUAGES)}.")
    return value


def _nothing_left(section: dict[str, Any], where: str, path: Path) -> None:
    if section:
        raise SettingsError(
            f"{path}: {where}has settings that Sholu does not know: {', '.join(sorted(section))}."
        )
