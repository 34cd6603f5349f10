"""Web pages: the main text without menus, with its headings, links and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import lxml.html
import trafilatura
from htmldate import find_date
from lxml import etree
from trafilatura.metadata import (
    META_URL,
    examine_meta,
    extract_meta_json,
    extract_sitename,
    extract_title,
    extract_url,
)

from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.encoding import decode
from sholu.evidence.html_tables import read_html_table, table_key
from sholu.evidence.links import is_address
from sholu.evidence.normal_text import one_line
from sholu.evidence.table_writing import RawCell, write_table

READER = f"trafilatura {trafilatura.__version__}"

LEAST_TEXT = 250
"""Letters outside links; a shorter main text of a page full of links is a list of links."""

LINK_SHARE = 0.5
"""Share of letters in links, above which a page without a longer text is a list of links.
The whole pages of 55 generated and invented articles, menus and all, have 0.10 to 0.44."""

_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LETTERS = re.compile(r"[^\W_]+")
_NOT_TEXT = {
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "button",
    "select",
}
_ASIDE = {"nav", "footer", "aside", "header", "menu", "form"}


@dataclass(frozen=True)
class _PageTable:
    """A table as the page has it, before the main text is found."""

    rows: list[list[RawCell | None]]
    caption: str
    is_data: bool


def read_html(content: bytes, name: str) -> Draft:
    """Read the main text of a page.

    Raises:
        CannotRead: if there is none: a list of links, or a page that a script draws.
    """
    draft = Draft(READER)
    tree = _parse(content, draft)
    _read_metadata(tree, draft)
    tables = _page_tables(tree)
    scripted = next(tree.iter("script"), None) is not None
    body = _main_text(tree)
    _refuse_lists(body, tree, scripted, any(table.is_data for table in tables.values()))
    if draft.title and not _begins_with(body, draft.title):
        draft.passage("heading", [(draft.title, None)], level=1)
    for element in _blocks(body):
        _write_block(draft, element, tables)
    for table in tables.values():
        if table.is_data:
            write_table(draft, table.rows, table.caption)
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
    found = _marked_data(tree)
    heads = [one_line(head.text_content()) for head in tree.iter("h1")]
    heads = [head for head in heads if head]
    title = one_line(found.title or "")
    draft.title = heads[0] if len(heads) == 1 else title or None
    draft.published = found.date or None
    draft.site = found.sitename or None
    draft.address = found.url or None


def _marked_data(tree: Any) -> Any:
    """The steps of trafilatura's ``extract_metadata`` for what is kept here.

    The others (author, tags, categories, licence) take half of its time.
    """
    found = examine_meta(tree)
    # What sites write into JSON-LD is of any shape; trafilatura catches all that it raises, too.
    with suppress(AttributeError, KeyError, IndexError, TypeError, ValueError):
        found = extract_meta_json(tree, found)
    found.title = found.title or extract_title(tree)
    found.url = found.url or extract_url(tree)
    # Without the extensive search, which takes dates out of the running text.
    found.date = find_date(tree, extensive_search=False, original_date=True, url=found.url)
    found.sitename = _site_name(found.sitename or extract_sitename(tree), found.url)
    found.clean_and_trim()
    return found


def _site_name(stated: str | None, address: str | None) -> str | None:
    """The name as stated, a small one capitalised; else the domain of the page's address."""
    if not stated:
        domain = META_URL.match(address or "")
        return domain[1] if domain else None
    name = stated.lstrip("@")
    return name.title() if name and "." not in name and not name[0].isupper() else name


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


def _refuse_lists(body: Any, tree: Any, scripted: bool, has_data: bool) -> None:
    """Give up pages without a text of their own.

    Args:
        body: the main text.
        tree: the whole page.
        scripted: whether a script may draw what is missing.
        has_data: whether the page has a table of data, which is enough.
    """
    text = _letters("".join(body.itertext()))
    linked = sum(_letters("".join(ref.itertext())) for ref in body.iter("ref"))
    own = text - linked
    if has_data or (own >= LEAST_TEXT and linked <= LINK_SHARE * text):
        return
    of_page, in_links = _page_letters(tree)
    if in_links > LINK_SHARE * of_page and own < LEAST_TEXT:
        raise CannotRead("set_aside", "a list of links; add the pages behind them")
    if not text and scripted:
        raise CannotRead("set_aside", "a script draws the page; save it from a browser as PDF")
    if not text:
        raise CannotRead("set_aside", "there is no main text in the page")


def _page_letters(tree: Any) -> tuple[int, int]:
    """Letters of the page, and those of them in links; both without scripts and styles."""
    total = linked = 0
    stack = [(tree, False)]
    while stack:
        element, in_link = stack.pop()
        if element.tag in _NOT_TEXT:
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
    return sum(map(len, _LETTERS.findall(text)))


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


def _write_block(draft: Draft, element: Any, tables: dict[str, _PageTable]) -> None:
    if element.tag == "table":
        _write_main_table(draft, element, tables)
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


def _write_main_table(draft: Draft, element: Any, tables: dict[str, _PageTable]) -> None:
    """A table of the main text, as the page has it: trafilatura forgets what spans rows."""
    key = table_key(element)
    # Its caption became a row of the table, so that the page's own letters come last.
    known = next((own for own in tables if own and key.endswith(own)), None)
    if known is None:
        write_table(draft, read_html_table(element), "")
    else:
        table = tables.pop(known)
        write_table(draft, table.rows, table.caption)


def _page_tables(tree: Any) -> dict[str, _PageTable]:
    """The innermost tables of a page by their letters."""
    found = {}
    for table in tree.iter("table"):
        if next(table.iterdescendants("table"), None) is None:
            rows = read_html_table(table)
            caption = table.find("caption")
            found[table_key(table)] = _PageTable(
                rows,
                one_line(caption.text_content()) if caption is not None else "",
                _is_data(rows) and not any(e.tag in _ASIDE for e in table.iterancestors()),
            )
    return found


def _is_data(rows: list[list[RawCell | None]]) -> bool:
    """Whether a table holds figures: on pages of statistics it is the point, text or no text."""
    cells = [cell.text for row in rows for cell in row if cell and cell.text]
    figures = sum(any(map(str.isdigit, text)) for text in cells)
    return len(rows) >= 2 and max(map(len, rows)) >= 2 and figures * 3 >= len(cells) > 0
