"""The nouns of the interface: parameters, endpoints, what is asked and what is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlencode

from sholu.core.errors import SholuError
from sholu.release.exports.spreadsheets import table_csv
from sholu.release.package.reader import Package
from sholu.web.shelf import Edition, Shelf
from sholu.web.site import Masthead

Thing = TypeVar("Thing")

JSON = "application/json"
GEOJSON = "application/geo+json"
CSV = "text/csv; charset=utf-8"


class ApiError(SholuError):
    """A question that has no answer.

    Args:
        status: of HTTP; ``parameter``: the one that is wrong, empty for none.
        more: further keys of the answer.
    """

    def __init__(
        self,
        status: int,
        message: str,
        hint: str,
        parameter: str = "",
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message, hint)
        self.status = status
        self.parameter = parameter
        self.more = dict(more or {})


@dataclass(frozen=True)
class Parameter:
    """Something that an address may say.

    Attributes:
        schema: JSON Schema (2020-12) of its value; `read_parameters` holds values against it.
        place: ``query`` or ``path``.
    """

    name: str
    about: str
    schema: Mapping[str, Any]
    required: bool = False
    place: str = "query"


RELEASE = Parameter(
    "release",
    "The release to read: 2025-01, or the name of a folder such as 2025-01-ru-r1. The newest that "
    "stands if absent.",
    {
        "type": "string",
        "pattern": "^(?:[0-9]{4}-[0-9]{2,3}(?:-(?:en|ru|kk))?(?:-r[0-9]{1,3})?)$",
    },
)


@dataclass(frozen=True)
class Asked:
    """One question, its parameters read.

    Attributes:
        masthead: who publishes; ``edition``: the release that answers, None before the first one.
        values: parameters by name, those of the path too; absent ones are left out.
        path: of the address; ``query``: its parameters as they were given.
    """

    shelf: Shelf
    masthead: Masthead
    edition: Edition | None
    values: Mapping[str, str | int]
    path: str
    query: Mapping[str, str]

    @property
    def package(self) -> Package:
        """The data of the release.

        Raises:
            ApiError: 404 if there are none so far.
        """
        if self.edition is None or self.edition.package is None:
            raise ApiError(404, "Nothing is published yet.", "Ask /api/releases for what there is.")
        return self.edition.package

    def text(self, name: str) -> str | None:
        """A parameter that is a text; None if absent."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def number(self, name: str) -> int | None:
        """A parameter that is a number; None if absent."""
        value = self.values.get(name)
        return None if value is None else int(value)

    @property
    def language(self) -> str:
        """Of names in the answer."""
        return self.text("lang") or "en"

    @property
    def offset(self) -> int:
        """Where in a list to begin."""
        return self.number("offset") or 0

    def limit(self, otherwise: int = 100) -> int:
        """How many entries of a list to give."""
        return self.number("limit") or otherwise

    def again(self, **changed: int) -> str:
        """The address of this question with some parameters changed, without the host."""
        return f"{self.path}?{urlencode({**self.query, **changed})}"


@dataclass(frozen=True)
class Listing:
    """A page of a list.

    Attributes:
        total: how many there are in all; None if nobody counted.
        has_more: whether more follow.
    """

    total: int | None
    offset: int
    limit: int
    items: tuple[Any, ...]
    has_more: bool


@dataclass(frozen=True)
class Text:
    """An answer that is no JSON, in one piece or several; ``file_name``: to be saved under."""

    media_type: str
    pieces: Iterable[str]
    file_name: str


Answer = Any
"""A dataclass, a mapping of JSON (GeoJSON), a `Listing` or a `Text`."""


@dataclass(frozen=True)
class Endpoint:
    """An address of the interface.

    Attributes:
        path: as Starlette and OpenAPI both write it.
        gives: the dataclass that is given, or of which a page of a list is given (``is_list``); for
            GeoJSON its JSON Schema.
        formats: media types besides that, by the word of the parameter ``format``.
    """

    path: str
    about: str
    answer: Callable[[Asked], Answer]
    gives: Any
    parameters: tuple[Parameter, ...] = ()
    is_list: bool = False
    formats: Mapping[str, str] = field(default_factory=dict)
    media_type: str = JSON

    @property
    def all_parameters(self) -> tuple[Parameter, ...]:
        """Its own and the release, which every answer may be asked of."""
        return (*self.parameters, RELEASE)


def page_of(asked: Asked, items: tuple[Any, ...], total: int, limit: int) -> Listing:
    """A page that a query of the package cut."""
    more = asked.offset + len(items) < total and bool(items)
    return Listing(total, asked.offset, limit, items, more)


def cut(asked: Asked, every: Sequence[Any], limit: int = 100) -> Listing:
    """A page of a list that is at hand whole."""
    most = asked.limit(limit)
    return page_of(asked, tuple(every[asked.offset : asked.offset + most]), len(every), most)


def csv_of(asked: Asked, table: str, records: Iterable[Any]) -> Text:
    """Records as a table of the data dictionary."""
    pieces = table_csv(asked.package, table, asked.language, records)
    return Text(CSV, pieces, f"{asked.package.about.release}-{table}.csv")


def table_of(asked: Asked, table: str, every: Sequence[Any]) -> Listing | Text:
    """A list that is at hand whole: a page of it, or CSV from the offset to the limit, if any."""
    if asked.text("format") != "csv":
        return cut(asked, every)
    limit = asked.number("limit")
    stop = None if limit is None else asked.offset + limit
    return csv_of(asked, table, every[asked.offset : stop])


def found(thing: Thing | None, what: str, id_: str) -> Thing:
    """The thing itself.

    Raises:
        ApiError: 404 if there is none.
    """
    if thing is None:
        raise ApiError(404, f"This release has no {what} '{id_[:80]}'.",
                       "Lists give the ids; an older release may have it (release=).")  # fmt: skip
    return thing
