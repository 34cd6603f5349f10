"""What a picture's bytes say about it."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

MOST_PIXELS = 40_000_000
"""A page at 600 dpi has 35 million; what is larger is not decoded."""

_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


def picture_facts(content: bytes) -> tuple[str, tuple[int, int]] | None:
    """Media type and size in pixels; None for what a browser does not show or is too large."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            kind, size = image.format or "", image.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError, SyntaxError):
        return None
    if kind not in _MEDIA_TYPES or size[0] * size[1] > MOST_PIXELS:
        return None
    return _MEDIA_TYPES[kind], size
