"""News feeds (RSS, Atom): each entry a heading, its text, its address."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime
from typing import Any

import feedparser
import lxml.html
from lxml import etree

from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.model import Entry
from sholu.evidence.normal_text import one_line

READER = f"feedparser {feedparser.__version__}"

MOST_ENTRIES = 5_000
"""A feed holds some tens; an archive of a paper's year holds a few thousand."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_feed(content: bytes, name: str) -> Draft:
    """Read the entries of a feed.

    Raises:
        CannotRead: if there are none, or the XML declares entities (an XML bomb does).
    """
    if b"<!ENTITY" in content:
        raise CannotRead("set_aside", "its XML declares entities, as no news feed does")
    draft = Draft(READER)
    found = feedparser.parse(content, sanitize_html=True, resolve_relative_uris=False)
    if not found.entries:
        raise CannotRead("set_aside", "there are no entries in the feed")
    draft.title = one_line(found.feed.get("title", "")) or None
    draft.site, draft.address = draft.title, found.feed.get("link") or None
    if found.bozo and not isinstance(found.bozo_exception, feedparser.CharacterEncodingOverride):
        draft.partly(
            f"the feed is damaged; entries after the damage may be missing ({found.bozo_exception})"
        )
    if draft.title:
        draft.passage("heading", [(draft.title, None)], level=1)
    for entry in found.entries[:MOST_ENTRIES]:
        _write_entry(draft, entry)
    if len(found.entries) > MOST_ENTRIES:
        draft.partly(f"only the first {MOST_ENTRIES} of {len(found.entries)} entries were read")
    return draft


def _write_entry(draft: Draft, entry: Any) -> None:
    title, address = one_line(entry.get("title", "")), entry.get("link") or None
    paragraphs = _paragraphs(entry)
    if not title and not paragraphs:
        return
    before = len(draft.passages)
    draft.passage("heading", [(_words(title), address)], level=2)
    has_title = len(draft.passages) > before
    for text in paragraphs:
        draft.passage("paragraph", [(text, None)])
    if address:
        draft.passage("address", [(address, address)])
    first = draft.passages[before]
    draft.entries.append(
        Entry(
            start=first.start,
            end=draft.length,
            title_start=first.start,
            title_end=first.end if has_title else first.start,
            published=_published(entry),
            address=address,
        )
    )


def _published(entry: Any) -> str | None:
    """The day as the feed's own clock has it; in UTC only if it is written in no other way."""
    printed = entry.get("published") or entry.get("updated") or ""
    if match := _ISO_DAY.match(printed):
        return match[0]
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    if stamp is None:
        return None
    moment = datetime.fromtimestamp(calendar.timegm(stamp), UTC)
    if zone := re.search(r"([+-])(\d{2}):?(\d{2})\s*$", printed):
        sign = 1 if zone[1] == "+" else -1
        moment = datetime.fromtimestamp(
            moment.timestamp() + sign * (int(zone[2]) * 3600 + int(zone[3]) * 60), UTC
        )
    return moment.date().isoformat()


def _paragraphs(entry: Any) -> list[str]:
    """The longest text that the entry has, in paragraphs."""
    texts = [part.get("value", "") for part in entry.get("content", [])]
    texts.append(entry.get("summary", ""))
    longest = max(texts, key=len)
    return [part for part in (one_line(p) for p in _words(longest).split("\n\n")) if part]


def _words(markup: str) -> str:
    """The text of HTML inside a feed; paragraphs are parted by blank lines."""
    if "<" not in markup:
        return markup
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError):
        return re.sub(r"<[^>]*>", " ", markup)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    for block in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr"):
        block.tail = "\n\n" + (block.tail or "")
    return str(tree.text_content())
