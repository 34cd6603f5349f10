"""Keyed pseudonyms of persons' names, the same in every case form."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from sholu.mentions.words import fold

_CASE = re.compile(
    r"(?<=\w{5})(?:ого|ому|ым|ом|ем|ның|нің|дың|дің|тың|тің|дан|ден|тан|тен|ға|ге|қа|ке|мен)$"
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
    digest = hmac.new(key, " ".join(parts).encode("utf-8"), hashlib.sha256).digest()
    return f"person-{base64.b32encode(digest)[:10].decode('ascii').lower()}"


def name_stem(part: str) -> str:
    """A part of a name without its Russian or Kazakh case ending, folded.

    >>> name_stem("Сейтказина"), name_stem("Сейтказиным")
    ('сейтказин', 'сейтказин')
    """
    return _VOWELS.sub("", _CASE.sub("", fold(part)))
