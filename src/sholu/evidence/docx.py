"""Word documents: paragraphs, headings, tables in their place, links and pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from sholu.evidence import lines as roles
from sholu.evidence.draft import CannotRead, Draft
from sholu.evidence.links import find_links, is_address
from sholu.evidence.media_type import BROKEN_ZIP
from sholu.evidence.normal_text import one_line
from sholu.evidence.pictures import picture_facts
from sholu.evidence.table_writing import MOST_COLUMNS, RawCell, write_table

READER = "python-docx 1"

_HEADING_STYLE = re.compile(r"(?:heading|заголовок|тақырып|başlıq)\s*(\d)", re.IGNORECASE)
_BROKEN = (
    *BROKEN_ZIP,
    OpcError,
    etree.XMLSyntaxError,
    KeyError,
    AttributeError,  # what python-docx raises for XML of another kind
)
_LONGEST_HEADING = 200
_TITLE_STYLE = re.compile(r"title|название|заглавие", re.IGNORECASE)
_SKIPPED = {qn("w:del"), qn("w:moveFrom")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_docx(content: bytes, name: str) -> Draft:
    """Read a Word document's body; headers, footers and footnotes are left out.

    Raises:
        CannotRead: if the file is broken.
    """
    draft = Draft(READER)
    try:
        document = docx.Document(io.BytesIO(content))
    except _BROKEN as error:
        raise CannotRead("failed", f"the document is broken ({error}); save it anew") from None
    _write_blocks(draft, document, document.element.body)
    draft.links.extend(
        link
        for link in find_links(draft.text())
        if not any(known.start <= link.start < known.end for known in draft.links)
    )
    headings = [p for p in draft.passages if p.kind == "heading" and p.level == 1]
    own = one_line(document.core_properties.title or "")
    first = draft.text()[headings[0].start : headings[0].end] if headings else ""
    draft.title = own or one_line(first) or None
    return draft


def _write_blocks(draft: Draft, document: Any, body: Any) -> None:
    for element in body:
        if element.tag == qn("w:p"):
            _write_paragraph(draft, document, element)
        elif element.tag == qn("w:tbl"):
            write_table(draft, _rows(document, element), _title_above(draft))
        elif element.tag == qn("w:sdt"):
            inner = element.find(qn("w:sdtContent"))
            if inner is not None:
                _write_blocks(draft, document, inner)


def _title_above(draft: Draft) -> str:
    """The caption or heading right before a table."""
    if not draft.passages or draft.passages[-1].kind not in ("caption", "heading"):
        return ""
    last = draft.passages[-1]
    return one_line(draft.text()[last.start : last.end])


def _write_paragraph(draft: Draft, document: Any, paragraph: Any) -> None:
    _write_pictures(draft, document, paragraph)
    runs = list(_runs(document, paragraph, None))
    words = "".join(text for text, _ in runs).strip()
    kind, level = _role(document, paragraph, words)
    if kind == "address":
        runs = [(text, link or text.strip()) for text, link in runs]
    draft.passage(kind, runs, level=level)


def _role(document: Any, paragraph: Any, words: str) -> tuple[str, int | None]:
    """The kind of a paragraph by its style, else by its words."""
    style = _style_name(document, paragraph)
    if match := _HEADING_STYLE.match(style):
        return "heading", int(match[1])
    if _TITLE_STYLE.fullmatch(style):
        return "heading", 1
    numbered = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    tests = {
        "address": is_address(words),
        "furniture": roles.is_furniture(words) or style.lower().startswith("toc"),
        "caption": roles.is_caption(words) or style.lower().startswith("caption"),
        "list_item": numbered or style.startswith("List"),
    }
    for kind, holds in tests.items():
        if holds:
            return kind, None
    return _by_looks(paragraph, words)


def _by_looks(paragraph: Any, words: str) -> tuple[str, int | None]:
    if len(words) < _LONGEST_HEADING and roles.is_capitals(words):
        return "heading", 2
    if len(words) < _LONGEST_HEADING and _is_bold(paragraph):
        return "heading", 3
    return "paragraph", None


def _style_name(document: Any, paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    if style is None:
        return ""
    code = style.get(qn("w:val")) or ""
    found = next((s for s in document.styles if s.style_id == code), None)
    return str(found.name) if found is not None else code


def _is_bold(paragraph: Any) -> bool:
    """Whether every printed run is bold."""
    runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    marks = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(marks) and all(
        mark is not None and mark.get(qn("w:val")) not in ("0", "false") for mark in marks
    )


def _runs(document: Any, element: Any, link: str | None) -> Iterator[tuple[str, str | None]]:
    """Printed text with addresses; deleted text and second copies of drawings are skipped."""
    for child in element:
        if child.tag in _SKIPPED or child.tag == _FALLBACK or child.tag == qn("w:pPr"):
            continue
        if child.tag == qn("w:t"):
            yield child.text or "", link
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag], None
        elif child.tag == qn("w:p"):  # a text box inside the paragraph
            yield "\n", None
            yield from _runs(document, child, link)
        else:
            yield from _runs(document, child, _target(document, child) or link)


def _target(document: Any, element: Any) -> str | None:
    if element.tag != qn("w:hyperlink"):
        return None
    relation = document.part.rels.get(element.get(qn("r:id")))
    return str(relation.target_ref) if relation is not None and relation.is_external else None


def _rows(document: Any, table: Any) -> list[list[RawCell | None]]:
    """The rows of a table; merged cells are the same object in each of their places."""
    rows: list[list[RawCell | None]] = []
    for element in table.iter(qn("w:tr")):
        if next(element.iterancestors(qn("w:tbl"))) is not table:
            continue
        heading = True if element.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None else None
        row: list[RawCell | None] = [None] * _number(element, "w:trPr/w:gridBefore")
        for cell in element.iterchildren(qn("w:tc")):
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continued = merge is not None and merge.get(qn("w:val")) != "restart"
            above = rows[-1][len(row)] if continued and rows and len(row) < len(rows[-1]) else None
            raw = above or RawCell(tuple(_cell_runs(document, cell)), heading)
            width = max(1, _number(cell, "w:tcPr/w:gridSpan"))
            row += [raw] * min(width, MOST_COLUMNS - len(row))
        rows.append(row)
    return rows


def _cell_runs(document: Any, cell: Any) -> Iterator[tuple[str, str | None]]:
    for paragraph in cell.iter(qn("w:p")):
        yield from _runs(document, paragraph, None)
        yield " ", None


def _number(element: Any, path: str) -> int:
    found = element.find("/".join(qn(part) for part in path.split("/")))
    text = found.get(qn("w:val")) if found is not None else None
    return int(text) if text and text.isdecimal() and len(text) < 5 else 0


def _write_pictures(draft: Draft, document: Any, paragraph: Any) -> None:
    for drawing in paragraph.iter(qn("a:blip")):
        relation = document.part.rels.get(drawing.get(qn("r:embed")))
        if relation is None or relation.is_external:
            continue
        content = relation.target_part.blob
        facts = picture_facts(content)
        if facts is None:
            draft.partly("a picture in it is of a kind that cannot be shown")
        else:
            draft.picture(content, *facts, caption=_alternative_text(drawing))


def _alternative_text(blip: Any) -> str:
    for ancestor in blip.iterancestors(qn("wp:inline"), qn("wp:anchor")):
        properties = ancestor.find(qn("wp:docPr"))
        return str(properties.get("descr") or "") if properties is not None else ""
    return ""
