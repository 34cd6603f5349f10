"""Addresses printed in text."""

from __future__ import annotations

import re

from sholu.evidence.model import Link

_BRACKETED = r"<(?P<bracketed>(?:https?://|www\.)[^<>\n]+)>"
_MARKDOWN = r"\[[^\]\n]*\]\((?P<markdown>https?://[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)"
_BARE = r"(?P<bare>(?:https?://|www\.)[^\s<>\"«»“”]+)"
_ADDRESS = re.compile(f"{_BRACKETED}|{_MARKDOWN}|{_BARE}", re.IGNORECASE)
_ALONE = re.compile(r"<?(?:https?://|www\.)[^<>\n]*>?[.,;]?", re.IGNORECASE)
_AFTER = ".,;:!?'\"…*_"


def find_links(text: str, offset: int = 0) -> list[Link]:
    """Every address in ``text``: bare, ``<in brackets>``, or behind a Markdown link.

    A bracketed one may be damaged (spaces in it); it is kept as printed.

    Args:
        offset: where ``text`` begins in the document.
    """
    links = []
    for match in _ADDRESS.finditer(text):
        kind = match.lastgroup
        assert kind is not None
        start, end = match.span(kind)
        if kind == "bare":
            end = start + len(_bare(match[kind]))
        links.append(Link(offset + start, offset + end, text[start:end].strip()))
    return links


def _bare(address: str) -> str:
    """An address without the punctuation of the sentence around it."""
    address = address.rstrip(_AFTER)
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(_AFTER)
    return address


def is_address(line: str) -> bool:
    """Whether a line holds an address and nothing else; one with spaces must be in brackets.

    >>> is_address("<https://example.org/a b>"), is_address("See https://example.org")
    (True, False)
    """
    line = line.strip()
    bracketed = line.startswith("<") and line.endswith(">")
    return bool(_ALONE.fullmatch(line)) and (bracketed or len(line.split()) == 1)
