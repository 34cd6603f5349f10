"""Web pages: the main text without menus, with its headings, links and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.metadata import extract_metadata

from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.encoding import decode
from sholu.evidence.html_tables import read_html_table, table_key
from sholu.evidence.links import is_address
from sholu.evidence.normal_text import one_line
from sholu.evidence.table_writing import write_table

READER = f"trafilatura {trafilatura.__version__}"

LEAST_TEXT = 250
"""Letters outside links; a shorter main text of a page full of links is a list of links."""

LINK_SHARE = 0.5
"""Share of letters that stand in links, above which a page is a list of links (menus and lists of
news have 0.7 to 1.0, articles below 0.2)."""

_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_TEXT = "script|style|noscript|template|svg|iframe|object|form|button|select"
_ASIDE = "nav|footer|aside|header|menu"
_BLOCKS = ("p", "head", "item", "quote", "code", "ab")


def read_html(content: bytes, name: str) -> Draft:
    """Read the main text of a page.

    Raises:
        CannotRead: if there is none: a list of links, or a page that a script draws.
    """
    draft = Draft(READER)
    tree = _parse(content, draft)
    _read_metadata(tree, draft)
    body = _main_text(tree)
    _refuse_lists(tree, body)
    if draft.title and not _begins_with(body, draft.title):
        draft.passage("heading", [(draft.title, None)], level=1)
    tables = {table_key(table): table for table in tree.iter("table")}
    for element in _blocks(body):
        _write_block(draft, element, tables)
    for table in _left_out(tree, tables, draft):
        write_table(draft, read_html_table(table), _caption(table))
    return draft


def _parse(content: bytes, draft: Draft) -> Any:
    match = _DECLARED.search(content[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else None
    text = _XML_DECLARATION.sub("", decode(content, draft, declared)).replace("\x00", "")
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise CannotRead("set_aside", "there is no text in the page") from None
    return tree


def _read_metadata(tree: Any, draft: Draft) -> None:
    """Title, date, site and address, as the page's head and its marks say."""
    # Without the extensive search, which takes dates out of the running text.
    found = extract_metadata(
        tree, date_config={"extensive_search": False, "original_date": True}, extensive=False
    )
    heads = [one_line(head.text_content()) for head in tree.iter("h1")]
    heads = [head for head in heads if head]
    title = one_line(found.title or "")
    draft.title = heads[0] if len(heads) == 1 else title or None
    draft.published = found.date or None
    draft.site = found.sitename or None
    draft.address = found.url or None


def _main_text(tree: Any) -> Any:
    """The main text as a tree of trafilatura's elements; an empty one if it found none."""
    found = trafilatura.bare_extraction(
        tree,
        favor_precision=True,
        include_links=True,
        include_tables=True,
        include_comments=False,
        include_formatting=True,
        with_metadata=False,
    )
    body = getattr(found, "body", None)
    return body if body is not None else etree.Element("body")


def _refuse_lists(tree: Any, body: Any) -> None:
    text = _letters("".join(body.itertext()))
    linked = sum(_letters("".join(ref.itertext())) for ref in body.iter("ref"))
    page, page_links = _page_letters(tree)
    if text - linked >= LEAST_TEXT and linked <= LINK_SHARE * text:
        return
    if page_links > LINK_SHARE * page and page_links > 0 and text - linked < LEAST_TEXT:
        raise CannotRead("set_aside", "a list of links; add the pages behind them")
    if not text and next(tree.iter("script"), None) is not None:
        raise CannotRead("set_aside", "a script draws the page; save it from a browser as PDF")
    if not text:
        raise CannotRead("set_aside", "there is no main text in the page")


def _page_letters(tree: Any) -> tuple[int, int]:
    """Letters of the page, and those of them in links; both without scripts and styles."""
    skipped = set(_NOT_TEXT.split("|")) | {"head"}
    total = linked = 0
    stack = [(tree, False)]
    while stack:
        element, in_link = stack.pop()
        if element.tag in skipped:
            continue
        in_link = in_link or element.tag == "a"
        own = _letters(element.text or "")
        total, linked = total + own, linked + own * in_link
        for child in element:
            tail = _letters(child.tail or "")
            total, linked = total + tail, linked + tail * in_link
            stack.append((child, in_link))
    return total, linked


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _begins_with(body: Any, title: str) -> bool:
    """Whether the main text repeats the title near its beginning."""
    for element in list(body)[:3]:
        if one_line("".join(element.itertext())).casefold() == title.casefold():
            return True
    return False


def _blocks(body: Any) -> Iterator[Any]:
    """Blocks of text and tables in their order, lists opened up."""
    for element in body:
        if element.tag in ("list", "div") or (
            element.tag in ("quote", "item")
            and any(c.tag in ("p", "list", "table") for c in element)
        ):
            yield from _blocks(element)
        else:
            yield element


def _write_block(draft: Draft, element: Any, tables: dict[str, Any]) -> None:
    if element.tag == "table":
        original = tables.pop(table_key(element), None)
        rows = read_html_table(original if original is not None else element)
        write_table(draft, rows, _caption(original) if original is not None else "")
        return
    runs = list(_runs(element, None))
    words = "".join(text for text, _ in runs)
    if element.tag == "head":
        draft.passage("heading", runs, level=int(str(element.get("rend", "h2"))[-1:] or "2"))
    elif is_address(words):
        draft.passage("address", [(text, link or text.strip()) for text, link in runs])
    else:
        draft.passage("list_item" if element.tag == "item" else "paragraph", runs)


def _runs(element: Any, link: str | None) -> Iterator[tuple[str, str | None]]:
    """The text of an element in pieces with the address that each links to."""
    link = element.get("target") or link
    if element.tag == "lb":
        yield "\n", None
    if element.text:
        yield _spaced(element.text), link
    for child in element:
        yield from _runs(child, link)
        if child.tail:
            yield _spaced(child.tail), link


def _spaced(text: str) -> str:
    """White space as a browser shows it."""
    return re.sub(r"\s+", " ", text)


def _left_out(tree: Any, tables: dict[str, Any], draft: Draft) -> list[Any]:
    """Tables of data that are not in the main text: on pages of statistics they are the point."""
    written = one_line(draft.text())
    found = []
    for key, table in tables.items():
        inside = table.xpath(
            f"ancestor::*[contains('|{_ASIDE}|', concat('|', name(), '|'))]"
            " | .//table | ancestor::table"
        )
        rows = read_html_table(table)
        cells = [cell.text for row in rows for cell in row if cell]
        figures = sum(any(map(str.isdigit, text)) for text in cells)
        if inside or len(rows) < 2 or figures * 3 < len(cells) or not key:
            continue
        if not all(text in written for text in cells):
            found.append(table)
    return found


def _caption(table: Any) -> str:
    caption = table.find("caption")
    return one_line(caption.text_content()) if caption is not None else ""
