"""Look at a PDF's packed streams before a parser unpacks them."""

from __future__ import annotations

import re
import zlib

MOST_UNPACKED = 250_000_000
"""Bytes that the streams of one stage may unpack to; a scanned yearbook reaches a fifth of it."""

_CASCADE = 1_032
"""Deflate packs at most 1,032 to 1 (zlib technical details); more needs a filter upon a filter."""

_STREAM = re.compile(rb"\bstream\r?\n")
_HEADER = 400
"""Bytes before a stream in which its filters stand."""

_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_CHUNK = 1 << 16


def inflates_too_far(content: bytes) -> bool:
    """Whether unpacking may take more memory than any real document needs.

    Only streams with several Deflate filters, or long enough to matter, are tried out.
    """
    total = 0
    for match in _STREAM.finditer(content):
        before = content[max(0, match.start() - _HEADER) : match.start()]
        header = before.rpartition(b"obj")[2]
        filters = len(_FLATE.findall(header))
        end = content.find(b"endstream", match.end())
        length = (end if end >= 0 else len(content)) - match.end()
        if filters == 0 or length * _CASCADE**filters < MOST_UNPACKED // 10:
            continue
        total += _unpacked_size(
            content[match.end() : match.end() + length], filters, MOST_UNPACKED - total
        )
        if total >= MOST_UNPACKED:
            return True
    return False


def _unpacked_size(packed: bytes, filters: int, limit: int) -> int:
    """Bytes after all filters, counted up to ``limit`` without keeping them."""
    stages = [zlib.decompressobj() for _ in range(filters)]
    return min(limit, _feed(stages, packed, limit))


def _feed(stages: list[zlib._Decompress], packed: bytes, limit: int) -> int:
    if not stages:
        return len(packed)
    first, rest = stages[0], stages[1:]
    size, data = 0, packed
    try:
        while data and size < limit:
            piece = first.decompress(data, _CHUNK)
            size += _feed(rest, piece, limit - size) if piece else 0
            data = first.unconsumed_tail
            if not piece:
                break
    except zlib.error:
        return size  # a damaged stream ends here for every parser
    return size
