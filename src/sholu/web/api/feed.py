"""Releases, re-issues, retractions, events and withdrawn events as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from sholu.core.period import DateError, parse_period
from sholu.release.freeze import SUMS
from sholu.release.package.model import PublicEvent, Withdrawn
from sholu.release.wording import period_as_title
from sholu.web.shelf import Edition, Shelf
from sholu.web.site import Masthead
from sholu.web.wording import wording

MEDIA_TYPE = "application/atom+xml"
MOST_EVENTS = 60
"""Of the newest release: more than one release reports."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that XML 1.0 does not have (section 2.2)."""


@dataclass(frozen=True)
class Entry:
    """One entry.

    Attributes:
        key: what it is about, for its id: the same in all languages and for ever.
        path: of its page, without host and language.
        language: of title and text, if it is not that of the feed.
    """

    key: str
    title: str
    text: str
    path: str
    updated: datetime
    kind: str
    language: str | None = None


def feed(shelf: Shelf, masthead: Masthead, language: str) -> bytes:
    """The feed in a language, the newest entries first."""
    name, banner = masthead.in_words(language)
    entries = [*_releases(shelf, language), *_events(shelf, language)]
    entries.sort(key=lambda one: (one.updated, one.key), reverse=True)
    root = ElementTree.Element("feed", {"xmlns": _ATOM, _XML_LANGUAGE: language})
    _add(root, "id", _id(masthead, f"feed/{language}"))
    _add(root, "title", name)
    if banner:
        _add(root, "subtitle", banner)
    newest = max((one.updated for one in entries), default=datetime(1970, 1, 1, tzinfo=UTC))
    _add(root, "updated", _stamp(newest))
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", name)
    _link(root, "self", f"{masthead.address}/{language}/feed.atom", MEDIA_TYPE)
    _link(root, "alternate", f"{masthead.address}/{language}/", "text/html")
    for entry in entries:
        _write(root, entry, masthead, language)
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _releases(shelf: Shelf, language: str) -> Iterator[Entry]:
    say = wording(language)
    for one in _one_language(shelf, language):
        number = f"{one.number}/r{one.frozen.reissue}"
        period = period_as_title(parse_period(one.frozen.period), language)
        title = f"{say['release_title']} № {one.frozen.number}, {period}"
        again = f"{title} ({say['reissue']} {one.frozen.reissue})" if one.frozen.reissue else title
        path = f"/releases/{one.name}"
        text = one.text["why"] or one.text["lead"]
        yield Entry(f"release/{number}", again, text, path, _frozen_at(one), "release",
                    one.frozen.language)  # fmt: skip
        if one.retraction:
            gone = f"{say['retracted']}: {again}"
            at = _moment(one.retraction["at"]) or _frozen_at(one)
            yield Entry(f"retraction/{number}", gone, one.retraction["why"], path, at,
                        "retraction", one.frozen.language)  # fmt: skip


def _one_language(shelf: Shelf, language: str) -> list[Edition]:
    """Each number and re-issue once, in the language if it came out in it."""
    chosen: dict[tuple[int, int, int], Edition] = {}
    for frozen in sorted(shelf.all(), key=lambda one: one.language != language):
        edition = shelf.named(frozen.folder.name)
        if edition is not None:
            chosen.setdefault((frozen.year, frozen.number, frozen.reissue), edition)
    return list(chosen.values())


def _events(shelf: Shelf, language: str) -> Iterator[Entry]:
    newest = shelf.newest(language)
    if newest is None or newest.package is None:
        return
    package, otherwise = newest.package, _frozen_at(newest)
    for event in package.events(limit=MOST_EVENTS):
        decided = [_moment(one.at) for one in package.decisions(event.id)]
        told = [one for one in (_told_at(event), *decided) if one is not None]
        title = event.title or wording(language)["untitled"]
        yield Entry(f"event/{event.id}", title, event.text, f"/events/{event.id}",
                    max(told, default=otherwise), event.kind or "event",
                    event.language)  # fmt: skip
    for gone in package.withdrawn():
        if gone.what == "event":
            yield _withdrawn(gone, language, otherwise)


def _withdrawn(gone: Withdrawn, language: str, otherwise: datetime) -> Entry:
    """Under the id of the event, so that a reader of the feed sees it in its place."""
    say = wording(language)
    at = _moment(gone.at) if gone.at else None
    return Entry(f"event/{gone.id}", f"{say['withdrawn_title']}: {gone.title}",
                 gone.why or say["read_anew"], f"/events/{gone.id}", at or otherwise,
                 "withdrawn")  # fmt: skip


def _told_at(event: PublicEvent) -> datetime | None:
    """The day of its publication, else its own last one."""
    told = event.published or event.date_end or event.date_start
    if not told:
        return None
    try:
        return _midnight(parse_period(told).last_day())
    except DateError:
        return _moment(told)


def _frozen_at(edition: Edition) -> datetime:
    """When a release's files were written, to the second."""
    seconds = (edition.frozen.folder / SUMS).stat().st_mtime
    return datetime.fromtimestamp(int(seconds), tz=UTC)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _id(masthead: Masthead, key: str) -> str:
    """An id that only depends on the observatory and on what the entry is about."""
    whose = masthead.address or masthead.name.get("en", "")
    return uuid5(NAMESPACE_URL, f"{whose}/{key}").urn


def _write(root: ElementTree.Element, entry: Entry, masthead: Masthead, language: str) -> None:
    element = ElementTree.SubElement(root, "entry")
    if entry.language and entry.language != language:
        element.set(_XML_LANGUAGE, _clean(entry.language))
    _add(element, "id", _id(masthead, entry.key))
    _add(element, "title", entry.title)
    _add(element, "updated", _stamp(entry.updated))
    ElementTree.SubElement(element, "category", term=_clean(entry.kind))
    path = quote(entry.path, safe="/:")
    _link(element, "alternate", f"{masthead.address}/{language}{path}", "text/html")
    _add(element, "summary", entry.text)


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    """An element with plain text, never markup: what others wrote cannot become a link or script.

    Atom takes text without a type for plain (RFC 4287, 3.1.1).
    """
    ElementTree.SubElement(parent, name).text = _clean(text)


def _link(parent: ElementTree.Element, relation: str, address: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", rel=relation, href=address, type=media_type)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
