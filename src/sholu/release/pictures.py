"""Make the pictures of items fit to publish: small, upright, and without what a camera wrote in."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

LONGEST_PX = 1400
"""Pixels on the longer side: 160 mm, the width of a column, at about 220 dots per inch."""

MOST_PIXELS = 60_000_000
"""A picture that claims more is left out unread: three times that of a good camera."""

JPEG_QUALITY = 85
"""Above it files grow and prints hardly get better (Pillow's documentation: below 95)."""


@dataclass(frozen=True)
class PrintedPicture:
    """A picture as it is printed: JPEG bytes and its size in pixels."""

    content: bytes
    width: int
    height: int


def prepare_picture(content: bytes) -> PrintedPicture | None:
    """A picture of any format as an upright JPEG of modest size, on white where it was clear.

    The place, time and owner that cameras and telephones write into pictures are left behind.

    Returns:
        None if the picture cannot be read or claims to be enormous.
    """
    try:
        with Image.open(BytesIO(content)) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    upright.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    buffer = BytesIO()
    paper.save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return PrintedPicture(buffer.getvalue(), paper.width, paper.height)
