"""Cut the site's letters of Kazakh, and letters of Latin beyond English, out of larger subsets.

Run once, by hand, with ``fonttools`` and ``brotli``, beside the subsets of fontsource:

    python tools/build_web_fonts.py

A reader of Kazakh then loads 2 kilobytes for a weight instead of 22, and a price in tenge does not
load 55 kilobytes of Latin.
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).parent.parent / "src" / "sholu" / "web" / "assets" / "fonts"

CUTS = {
    "kazakh": ("cyrillic-ext", "ӘәҒғҚқҢңӨөҰұҮүҺһ"),
    "tenge": ("latin-ext", "₸"),
}


def cut(name: str, source: str, letters: str, weight: int) -> None:
    """Write one subset as WOFF2."""
    target = FONTS / f"noto-sans-{name}-{weight}-normal.woff2"
    subset.main(
        [
            str(FONTS / f"noto-sans-{source}-{weight}-normal.woff2"),
            f"--text={letters}",
            "--flavor=woff2",
            "--layout-features=*",
            f"--output-file={target}",
        ]
    )


if __name__ == "__main__":
    for name, (source, letters) in CUTS.items():
        for weight in (400, 600):
            cut(name, source, letters, weight)
