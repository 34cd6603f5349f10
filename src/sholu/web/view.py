"""What a page knows of its reader and its release: language, addresses, names, forms of writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException

from sholu.core.period import DateError, parse_period
from sholu.release.package.model import PublicObservation
from sholu.release.package.reader import Package
from sholu.release.reader_form import (
    interval,
    measured,
    number,
    period_words,
    quantity,
    unit_alone,
)
from sholu.release.wording import date_in_words, period_as_title
from sholu.web.shelf import Edition, Shelf
from sholu.web.wording import wording

LONGEST = 200
"""Characters of a parameter that are read: more than any name, code or question has."""


@dataclass(frozen=True)
class View:
    """One request, as the pages see it.

    Attributes:
        edition: the release that the page is from.
        newest: the newest release that stands, in the reader's language if it came out in it.
        shelf: all releases, for the archive.
        pinned: what ``?release=`` said; empty on pages of the newest release.
        path: without the language: ``/events``; ``parts``: what of it names a thing.
        query: parameters of the address, the pinned release left out.
    """

    language: str
    edition: Edition
    package: Package
    newest: Edition
    shelf: Shelf
    pinned: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def say(self) -> dict[str, str]:
        """The interface's words."""
        return wording(self.language)

    def asked(self, name: str) -> str:
        """A parameter; empty if absent."""
        return self.query.get(name, "").replace("\x00", "").strip()[:LONGEST]

    def page_number(self) -> int:
        """The page of a list that was asked for, from 1."""
        text = self.asked("page")
        return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1

    def link(self, path: str, /, **parameters: str | int | None) -> str:
        """The address of a page in this language and release; empty parameters are left out."""
        given = {name: value for name, value in parameters.items() if value not in ("", None)}
        if self.pinned:
            given["release"] = self.pinned
        query = f"?{urlencode(given)}" if given else ""
        return f"/{self.language}{quote(path, safe='/:')}{query}"

    def again(self, **parameters: str | int | None) -> str:
        """This page with other parameters."""
        return self.link(self.path, **{**self.query, **parameters})

    def file(self, path: str, /, **parameters: str | None) -> str:
        """The address of a file that stands under no language."""
        given = {name: value for name, value in parameters.items() if value}
        if self.pinned:
            given["release"] = self.pinned
        return quote(path, safe="/:") + (f"?{urlencode(given)}" if given else "")

    def evidence(self, span: str | None, **about: str | None) -> str:
        """The address of the evidence panel of a span; empty without one."""
        return self.link(f"/evidence/{span}", **about) if span else ""

    def name(self, kind: str, code: str | None) -> str:
        """A word of the vocabulary in the reader's language."""
        return self.package.name(kind, code, self.language) if code else ""

    def text(self, texts: Mapping[str, str]) -> str:
        """A text by language; English where the language has none."""
        return texts.get(self.language) or texts.get("en") or next(iter(texts.values()), "")

    def number(self, value: float) -> str:
        """A number in the reader's form."""
        return number(value, self.language)

    def capital(self, text: str) -> str:
        """A name at the beginning of a line."""
        return text[:1].upper() + text[1:]

    def rounded(self, value: float) -> str:
        """A rate: three digits, more than the numbers behind it bear."""
        return number(float(f"{value:.3g}"), self.language)

    def quantity(self, value: float, unit: str | None) -> str:
        """A number with its unit in the reader's form."""
        return quantity(value, unit, self.language)

    def values(self, low: float, high: float | None, unit: str | None) -> str:
        """A value, or a range, with its unit."""
        if high is None or high == low:
            return self.quantity(low, unit)
        return interval(low, high, unit or "1", self.language)

    def unit(self, unit: str) -> str:
        """A unit alone."""
        return unit_alone(unit, self.language)

    def period(self, period: str | None) -> str:
        """A period as it stands alone; what is none, as it is."""
        if not period:
            return ""
        try:
            return period_words(period, self.language)
        except DateError:
            return period

    def days(self, first: str | None, last: str | None = None) -> str:
        """A day or days in words; "not known" for none."""
        try:
            return date_in_words(_day(first), _day(last), self.language) or self.say["unknown"]
        except (DateError, ValueError):
            return first or self.say["unknown"]

    def last_full_year(self) -> str:
        """The last year that was over when the release's period ended: its figures are in."""
        end = self.package.about.period_end
        return end[:4] if end.endswith("12-31") else str(int(end[:4]) - 1)

    def title_of(self, edition: Edition) -> str:
        """The period of a release as its cover has it."""
        return period_as_title(parse_period(edition.frozen.period), self.language)

    def observed(self, one: PublicObservation) -> str:
        """The value of an observation after its indicator's name, or the word for why none is."""
        if one.value is None:
            return self.say[f"status_{one.status}"]
        if one.value_high is not None and one.value_high != one.value:
            return self.values(one.value, one.value_high, one.unit)
        return measured(one.value, one.unit, self.language)


def _day(text: str | None) -> str | None:
    return text[: len("2025-01-15")] if text else None


def not_found() -> HTTPException:
    """For what the release does not hold."""
    return HTTPException(404)
