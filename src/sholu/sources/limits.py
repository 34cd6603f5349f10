"""What is too large, and what nobody means when they hand over a folder."""

from __future__ import annotations

MAX_SIZE = 200_000_000
"""Largest file, in bytes. A scanned yearbook of 500 pages has about 100 MB; what is larger is
rarely one document, and each is held in memory while it is read."""

_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini", "__macosx")


def is_hidden(name: str) -> bool:
    """Whether a file or folder is the system's or a program's own: ``.git``, ``~$draft.docx``."""
    of_a_program = name.startswith((".", "~$")) and name not in (".", "..")
    return of_a_program or name.lower() in _OF_THE_SYSTEM


def readable(name: str) -> str:
    """A name that can be shown: a mark for bytes that are no UTF-8 and for control characters."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
