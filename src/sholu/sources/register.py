"""The register of sources: who publishes, how reliable they are, where they are found."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

import yaml

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.sources.model import Source, SourceError
from sholu.vocabulary.model import Names

TYPES: tuple[str, ...] = (
    "agency", "court", "newspaper", "news_agency", "international", "research", "statistics",
)  # fmt: skip

GRADES = "ABCDEF"
"""Reliability of a source (NATO AJP-2.1, 2016), from completely reliable to cannot be judged."""

RHYTHMS: tuple[str, ...] = (
    "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly", "irregular",
)  # fmt: skip

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NOTHING = ("", "null", "~")

_Record = dict[str, Any]


class _StrictLoader(yaml.BaseLoader):
    """Every value is text (the country NO is not false), and no key stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key '{twice[0]}' stands twice", node.start_mark
            )
        return super().construct_mapping(node, deep)


def load_register(path: Path) -> tuple[Source, ...]:
    """Read ``inputs/sources.yaml``; an observatory without this file has nobody registered.

    Raises:
        SourceError: if a record lacks something, has something unknown or something wrong; the
            message names the record and the key.
    """
    if not path.exists():
        return ()
    try:
        records = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourceError(f"The register {path} can't be read: {error}.") from error
    if records in (None, ""):
        return ()
    if not isinstance(records, list):
        raise SourceError(
            f"The register {path} is not a list.", "Begin each source with '- code:'."
        )
    sources = tuple(
        _Reader(path, number, record).source() for number, record in enumerate(records, 1)
    )
    _refuse_twice(path, "code", (source.code for source in sources))
    _refuse_twice(path, "site", (site for source in sources for site in source.sites))
    return sources


class _Reader:
    """Takes the fields out of one record; what is left over at the end is unknown."""

    def __init__(self, path: Path, number: int, record: object) -> None:
        self._where = f"{path}, record {number}"
        if not isinstance(record, dict):
            raise SourceError(f"{self._where} is not a mapping.", "Write 'key: value' lines.")
        self._left = dict(record)
        self._where += f" ({record['code']})" if isinstance(record.get("code"), str) else ""

    def source(self) -> Source:
        source = Source(
            code=self._text("code", _CODE),
            name=self._names(),
            type=self._one_of("type", TYPES),
            country=self._country(),
            languages=self._texts("languages", _LANGUAGE),
            grade=self._one_of("grade", tuple(GRADES)),
            bias=self._text("bias"),
            rhythm=self._one_of("rhythm", RHYTHMS),
            sites=tuple(self._site(site) for site in self._optional("sites")),
            feeds=tuple(self._address("feeds", feed) for feed in self._optional("feeds")),
            pages=tuple(self._address("pages", page) for page in self._optional("pages")),
        )
        if self._left:
            raise self._error(", ".join(map(str, self._left)), "is not known here")
        return source

    def _take(self, key: str) -> Any:
        if key not in self._left:
            raise self._error(key, "is missing")
        return self._left.pop(key)

    def _text(self, key: str, form: re.Pattern[str] | None = None) -> str:
        return self._checked(key, self._take(key), form)

    def _checked(self, key: str, value: object, form: re.Pattern[str] | None = None) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._error(key, "should be a text that isn't empty")
        if form is not None and form.fullmatch(value) is None:
            raise self._error(key, f"is '{value}', which has not the form {form.pattern}")
        return value.strip()

    def _one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self._text(key)
        if value not in allowed:
            raise self._error(key, f"is '{value}'; use one of: {', '.join(allowed)}")
        return value

    def _country(self) -> str | None:
        value = self._take("country")
        return None if value in _NOTHING else self._checked("country", value, _COUNTRY)

    def _texts(self, key: str, form: re.Pattern[str]) -> tuple[str, ...]:
        values = self._take(key)
        if not isinstance(values, list) or not values:
            raise self._error(key, "should be a list with at least one value")
        return tuple(self._checked(key, value, form) for value in values)

    def _names(self) -> Names:
        record = self._take("name")
        if not isinstance(record, dict) or not record:
            raise self._error("name", f"should give a name in {', '.join(INTERFACE_LANGUAGES)}")
        unknown = set(record) - set(INTERFACE_LANGUAGES)
        if unknown:
            raise self._error("name", f"has the unknown language {', '.join(sorted(unknown))}")
        return Names(
            **{language: (self._checked("name", name),) for language, name in record.items()}
        )

    def _optional(self, key: str) -> list[object]:
        values = self._left.pop(key, [])
        if values in _NOTHING:
            return []
        if not isinstance(values, list):
            raise self._error(key, "should be a list")
        return values

    def _address(self, key: str, value: object) -> str:
        address = self._checked(key, value)
        if not address.startswith(("http://", "https://")) or not _host_and_path(address)[0]:
            raise self._error(key, f"has '{address}', which is no http or https address")
        return address

    def _site(self, value: object) -> str:
        site = self._checked("sites", value)
        if "://" in site or not _host_and_path(site)[0]:
            raise self._error("sites", f"has '{site}'; write a host name such as press.example")
        return site

    def _error(self, key: str, what: str) -> SourceError:
        return SourceError(
            f"{self._where}: '{key}' {what}.", "docs/how-to/collect.md shows a record."
        )


def _refuse_twice(path: Path, what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise SourceError(f"{path}: the {what} '{value}' stands twice.", "Keep one of them.")
        seen.add(value)


def source_of(address: str, register: Iterable[Source]) -> Source | None:
    """Whose address or host this is; None if it is nobody's in the register.

    Args:
        address: of a page (``https://press.example/a``), a mail (``mailto:a@press.example``), or a
            host name. Where several sites fit, the most exact one wins.
    """
    host, path = _host_and_path(address)
    fitting = [
        (len(site), source)
        for source in register
        for site in source.sites
        if _belongs(host, path, *_host_and_path(site))
    ]
    return max(fitting, key=lambda fit: fit[0])[1] if fitting else None


def _belongs(host: str, path: str, site_host: str, site_path: str) -> bool:
    same_host = host == site_host or host.endswith("." + site_host)
    return same_host and f"{path}/".startswith(f"{site_path}/")


def _host_and_path(address: str) -> tuple[str, str]:
    """Host as it goes over the wire (without ``www.``) and path; empty if there is no host."""
    if address.startswith("mailto:"):
        address = address.rpartition("@")[2]
    # A fifth of a second to import, and most commands ask for no address.
    import httpx

    try:
        url = httpx.URL(address if "://" in address else f"http://{address}")
    except (httpx.InvalidURL, UnicodeError):
        return "", ""
    host = url.raw_host.decode("ascii").lower().rstrip(".").removeprefix("www.")
    return host, url.path.rstrip("/")
