"""Stable identifiers: the same content has the same id in every build."""

from __future__ import annotations

import base64
import hashlib


def sha256_hex(content: bytes) -> str:
    """The SHA-256 of bytes as 64 hexadecimal digits; a document's name."""
    return hashlib.sha256(content).hexdigest()


def identify(kind: str, *parts: object) -> str:
    """An id such as ``span-k3q7…`` made from what it stands for.

    Eighty bits: two of a million ids collide with a probability below 1e-12 (birthday bound).

    Args:
        kind: the word before the dash, e.g. ``span``.
        parts: values whose ``str`` together determine the thing.

    >>> identify("span", "ab12", 0, 5) == identify("span", "ab12", 0, 5)
    True
    """
    content = "\x1f".join(str(part) for part in parts).encode("utf-8")
    digest = hashlib.sha256(content).digest()[:10]
    return f"{kind}-{base64.b32encode(digest).decode('ascii').lower()}"
