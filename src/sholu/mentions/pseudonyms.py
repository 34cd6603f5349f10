"""Keyed pseudonyms: of persons' names, the same in every case form, and of their numbers."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from sholu.mentions.words import fold

_CASE = re.compile(
    r"(?<=\w{5})(?:ого|ому|ым|ом|ем|ның|нің|ниң|дың|дің|диң|тың|тің|тиң|дан|ден|тан|тен|ға|ге|қа|ке|мен)$"
)
_VOWELS = re.compile(r"(?<=\w{3})[аеёиоуыэюяйьіәө]+$")


def pseudonym(name: str, key: bytes) -> str:
    """The keyed pseudonym of a name: one for all case forms and for either order of its parts.

    HMAC-SHA256 (RFC 2104), its first 50 bits as ten letters and digits: without the key nobody can
    try names until one fits. Two of a thousand persons share one with a probability below 1e-9.

    >>> pseudonym("Ерлана Сейтказина", b"key") == pseudonym("Сейтказин Ерлан", b"key")
    True
    """
    parts = sorted(name_stem(part) for part in re.findall(r"\w+", name))
    return f"person-{_keyed(' '.join(parts), key)}"


def data_pseudonym(printed: str, key: bytes) -> str:
    """The keyed pseudonym of a number or address: one however its letters and digits are spaced.

    >>> data_pseudonym("+7 701 234-56-78", b"key") == data_pseudonym("+77012345678", b"key")
    True
    """
    return f"data-{_keyed(''.join(filter(str.isalnum, printed.casefold())), key)}"


def _keyed(normal: str, key: bytes) -> str:
    digest = hmac.new(key, normal.encode("utf-8"), hashlib.sha256).digest()
    return base64.b32encode(digest)[:10].decode("ascii").lower()


def name_stem(part: str) -> str:
    """A part of a name without its Russian or Kazakh case ending, folded.

    >>> name_stem("Сейтказина"), name_stem("Сейтказиным")
    ('сейтказин', 'сейтказин')
    """
    return _VOWELS.sub("", _CASE.sub("", fold(part)))
