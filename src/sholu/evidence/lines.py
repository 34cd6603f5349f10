"""What role a line or a block of running text has, judged by its words alone."""

from __future__ import annotations

import re

_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+\S.*")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[^\W\d_].*")
_BOLD = re.compile(r"\*\*.+\*\*|__.+__", re.DOTALL)
_APPENDIX = re.compile(
    r"(?:chapter|appendix|annex|section|part|глава|приложение|раздел|часть|бөлім|қосымша|тарау)"
    r"\s+[\w.]+.*",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\**(?:(?:table|figure|fig\.|chart|box|таблица|табл\.|рисунок|рис\.|диаграмма|график|кесте|сурет)"
    r"\s*(?:№|No\.?)?\s*\d+(?:\s?\.\s?\d+)*(?P<after>.*)"
    r"|\d+(?:\.\d+)*\s?-?\s?(?:кесте|сурет|диаграмма)(?P<behind>.*))",
    re.IGNORECASE | re.DOTALL,
)
_LEADER = re.compile(r".*(?:\.\s?){4,}\s*\d{1,4}\s*|.*…{2,}\s*\d{1,4}\s*")
_PAGE_NUMBER = re.compile(
    r"[-–—]?\s*(?:(?:page|p\.|страница|стр\.|с\.|бет)\s*)?\d{1,4}"
    r"(?:\s*(?:of|из|/)\s*\d{1,4})?\s*[-–—]?",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"[#*\s]*(?:table of )?contents[*:\s]*|[#*\s]*list of (?:tables|figures|illustrations).*"
    r"|[#*\s]*(?:содержание|оглавление|перечень таблиц|список (?:таблиц|рисунков)|мазмұны"
    r"|мазмуну|mundarija|mündəricat|мундариҷа)[*:\s]*",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"(?:[-*•‣▪●◦–—]|\(?\d{1,3}[.)]|\(?[a-zа-я]\))\s+\S.*")
_SENTENCE_END = (".", ",", ";", ":", "!", "?", "…")
_LABELLED = re.compile(r"\w{1,12}:\s.*")
_WORDS_OF_HEADING = 14
_LONGEST_HEADING = 300
"""Code points; the longest item titles in the releases looked at have 140."""


def heading_level(block: str) -> int | None:
    """The depth of a block that says by itself that it is a heading; None if it doesn't.

    ``#`` and numbers count; bold blocks are 3, lines in capitals 2, chapters and appendices 1.
    """
    block = block.strip()
    if len(block) > _LONGEST_HEADING or is_caption(block):
        return None
    if match := _MARKDOWN_HEADING.fullmatch(block):
        return len(match[1])
    if _BOLD.fullmatch(block):
        return 3
    if is_capitals(block):
        return 2
    return _plain_heading_level(block)


def _plain_heading_level(line: str) -> int | None:
    if "\n" in line or len(line.split()) > _WORDS_OF_HEADING:
        return None
    if line.endswith(_SENTENCE_END) and not line.endswith("?"):
        return None
    if _APPENDIX.fullmatch(line):
        return 1
    match = _NUMBERED.fullmatch(line)
    return match[1].count(".") + 1 if match else None


def is_capitals(block: str) -> bool:
    """Whether all letters are capitals, and there are enough of them to tell."""
    letters = [char for char in block if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return len(letters) >= 6 and capitals == len(letters) and not block.endswith((",", ";"))


def may_head(line: str, following: str) -> bool:
    """Whether a short line that stands alone heads the longer paragraph after it."""
    line = line.strip()
    return (
        "\n" not in line
        and line[:1].isupper()
        and not line.strip("*_").endswith((*_SENTENCE_END, ")"))
        and not _LABELLED.fullmatch(line)  # "URL: …", "Source: …", a speaker's name
        and len(line.split()) <= _WORDS_OF_HEADING
        and len(line) <= 90
        and len(following) >= max(80, 2 * len(line))
        and not following[:1].islower()
    )


def is_caption(block: str) -> bool:
    """Whether a block names a table or figure: ``Table 3. …`` does, ``Table 3 shows`` doesn't."""
    match = _CAPTION.match(block.strip())
    if match is None or len(block) > _LONGEST_HEADING:
        return False
    rest = (match["after"] or match["behind"] or "").strip()
    return not rest or not (rest[0].islower() or rest[0] in ",);")


def is_furniture(line: str) -> bool:
    """Whether a line is a page number, or a contents line with dots leading to the page."""
    line = line.strip()
    return bool(_PAGE_NUMBER.fullmatch(line) or _LEADER.fullmatch(line))


def heads_contents(block: str) -> bool:
    """Whether a block is the heading of a contents list."""
    return bool(_CONTENTS.fullmatch(block.strip()))


def is_list_item(line: str) -> bool:
    """Whether a line begins with a bullet, a dash, a number or a letter in brackets."""
    return bool(_LIST_ITEM.fullmatch(line.strip()))
