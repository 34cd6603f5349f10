"""The parameters of addresses: one schema each, which the document shows and the reader obeys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from sholu.core.language import INTERFACE_LANGUAGES
from sholu.release.package.answers import COUNTED_BY, FOUND_KINDS
from sholu.release.package.model import NAMED_KINDS
from sholu.web.api.model import ApiError, Parameter

LONGEST_CODE = 120
LONGEST_TEXT = 200
MOST = 1000
"""Entries of one answer."""

FARTHEST = 10_000_000
"""No release has a list as long."""

FREQUENCIES = (
    "year", "half_year", "quarter", "month", "week", "day", "year_to_date", "other",
)  # fmt: skip

_YEAR = "[12][0-9]{3}"
# 1200, 1600, 2000, 2400, 2800 are leap years, other whole centuries are not.
_LEAP_YEAR = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:12|16|20|24|28)00)"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = (
    f"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    f"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP_YEAR}-02-29)"
)
PARTIAL_DATE = f"(?:{_DAY}|{_YEAR}-{_MONTH}|{_YEAR})"
"""``2025``, ``2025-01``, ``2025-01-10``; days that the calendar has, of the years 1000 to 2999."""


def _text(longest: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": longest}


def _one_of(values: Sequence[str], **more: Any) -> dict[str, Any]:
    return {"type": "string", "enum": list(values), **more}


def _form(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def code(name: str, about: str, *, required: bool = False, place: str = "query") -> Parameter:
    """A code or id."""
    return Parameter(name, about, _text(LONGEST_CODE), required, place)


def in_path(name: str, about: str) -> Parameter:
    """What of the path names a thing."""
    return code(name, about, required=True, place="path")


def choice(name: str, about: str, values: Sequence[str], otherwise: str) -> Parameter:
    """One of a few words."""
    return Parameter(name, about, _one_of(values, default=otherwise))


LANGUAGE = choice("lang", "Language of names.", INTERFACE_LANGUAGES, "en")
OFFSET = Parameter(
    "offset", "How many entries to leave out from the start.",
    {"type": "integer", "minimum": 0, "maximum": FARTHEST, "default": 0},
)  # fmt: skip
CSV_FORMAT = choice(
    "format",
    "csv gives the table of the data dictionary, whole unless offset or limit is given.",
    ("json", "csv"),
    "json",
)


def limit(most: int = MOST, standard: int = 100) -> Parameter:
    """How long a page of a list may be."""
    return Parameter(
        "limit", "How many entries at most.",
        {"type": "integer", "minimum": 1, "maximum": most, "default": standard},
    )  # fmt: skip


PAGE = (OFFSET, limit())

COUNTRY = code("country", "ISO 3166-1 code.")
PLACE = code("place", "ISO 3166-1 or 3166-2 code.")
INDICATOR = code("indicator", "Code of the indicator.")
SUBSTANCE = code("substance", "Code of the drug.")
FREQUENCY = Parameter("frequency", "Of the series.", _one_of(FREQUENCIES))
DOCUMENT = code("document", "SHA-256 of the document.")
CLAIM = code("claim", "Id of a claim.")
QUESTION = Parameter("q", "Words, in English, Russian or Kazakh.", _text(LONGEST_TEXT))
SINCE = Parameter("since", "First day: 2025, 2025-01 or 2025-01-10.", _form(PARTIAL_DATE))
UNTIL = Parameter("until", "Last day, inclusive, as since.", _form(PARTIAL_DATE))
PERIOD = Parameter(
    "period", "2025, 2025-01, or two of them with a slash between.",
    _form(f"{PARTIAL_DATE}(?:/{PARTIAL_DATE})?"),
)  # fmt: skip
YEAR = Parameter("year", "In which the period ends.",
                 {"type": "integer", "minimum": 1000, "maximum": 2999})  # fmt: skip
BY = Parameter("by", "What is counted.", _one_of(COUNTED_BY), required=True)
FOUND_KIND = Parameter("kind", "Search among these alone.", _one_of(FOUND_KINDS))
NAMED_KIND = Parameter("kind", "Of the names.", _one_of(NAMED_KINDS))

EVENT_FILTER = (
    COUNTRY,
    code("region", "ISO 3166-2 code."),
    code("kind", "Code of the kind of event."),
    SUBSTANCE,
    code("group", "Group of substances."),
    code("agency", "Code of the agency."),
    DOCUMENT,
    QUESTION,
    SINCE,
    UNTIL,
)
"""The fields of `sholu.release.package.answers.EventFilter`."""


def read_parameters(
    known: Iterable[Parameter], query: Iterable[tuple[str, str]], path: Mapping[str, str]
) -> dict[str, str | int]:
    """The values of an address, held against their schemas.

    Raises:
        ApiError: 400 for a parameter that is unknown, twice there, missing, or of another form;
            404 for a part of the path of another form, for then there is no such thing.
    """
    by_name = {one.name: one for one in known}
    values: dict[str, str | int] = {}
    for name, text in query:
        parameter = by_name.get(name)
        if parameter is None or parameter.place != "query":
            raise ApiError(400, f"There is no parameter '{name[:40]}' here.",
                           _nearest(name, by_name), name[:40])  # fmt: skip
        if name in values:
            raise ApiError(400, f"The parameter '{name}' stands twice in the address.",
                           "Give it once.", name)  # fmt: skip
        values[name] = _value(parameter, text)
    for name, text in path.items():
        values[name] = text
    for one in by_name.values():
        if one.required and one.name not in values:
            raise ApiError(400, f"The parameter '{one.name}' is missing.", one.about, one.name)
    return values


def _value(parameter: Parameter, text: str) -> str | int:
    schema, name = parameter.schema, parameter.name
    if schema["type"] == "integer":
        return _integer(parameter, text)
    if "enum" in schema and text not in schema["enum"]:
        hint = f"It is one of {', '.join(schema['enum'])}."
        raise ApiError(400, f"The parameter '{name}' has a value that it does not know.", hint,
                       name)  # fmt: skip
    if "pattern" in schema and not re.fullmatch(schema["pattern"][1:-1], text):
        raise ApiError(400, f"The parameter '{name}' has another form.", parameter.about, name)
    most = schema.get("maxLength", LONGEST_TEXT)
    if not schema.get("minLength", 0) <= len(text) <= most:
        hint = f"It has 1 to {most} characters; leave it out for all."
        raise ApiError(400, f"The parameter '{name}' is empty or too long.", hint, name)
    return text


def _integer(parameter: Parameter, text: str) -> int:
    least, most = parameter.schema["minimum"], parameter.schema["maximum"]
    if re.fullmatch("-?[0-9]{1,18}", text) and least <= int(text) <= most:
        return int(text)
    raise ApiError(400, f"The parameter '{parameter.name}' is no whole number in its range.",
                   f"It is from {least} to {most}.", parameter.name)  # fmt: skip


def _nearest(name: str, known: Mapping[str, Parameter]) -> str:
    names = [one.name for one in known.values() if one.place == "query"]
    close = get_close_matches(name, names, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"There are: {', '.join(names)}."
