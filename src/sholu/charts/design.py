"""The design system's numbers: colours, type sizes and spaces, one set for PDF, web and charts."""

from __future__ import annotations

FONT_SANS = "Noto Sans"
"""Headings, tables, charts, the web. Has every letter of English, Russian and Kazakh."""

FONT_SERIF = "Libertinus Serif"
"""Running text on paper; inside typst itself, so that a release needs no installed font."""

COLOURS: dict[str, str] = {
    "ink": "#1c2733",
    "ink-soft": "#53616f",
    "accent": "#1f4e5f",
    "accent-soft": "#e6eef0",
    "rule": "#c9d3d8",
    "paper": "#ffffff",
    "warm": "#9a5b13",
    "warm-soft": "#fbf3e4",
    "mark": "#ffe9a8",
    "link": "#17507a",
    "land": "#f2f4f5",
    "sea": "#e3ebef",
    "border": "#8796a1",
}
"""Names to colours. Every ink on its paper has a contrast of at least 4.5 (WCAG 2.2, 1.4.3)."""

DARK_COLOURS: dict[str, str] = {
    "ink": "#e4eaee",
    "ink-soft": "#a6b4be",
    "accent": "#8ec5d6",
    "accent-soft": "#20303a",
    "rule": "#3b4a55",
    "paper": "#11181e",
    "warm": "#e3ac62",
    "warm-soft": "#2c2416",
    "mark": "#6d5410",
    "link": "#93c3ea",
    "land": "#1a242c",
    "sea": "#0c1216",
    "border": "#71808b",
}
"""The same names on a screen that the reader has set to dark; the same contrasts."""

STEPS: tuple[str, ...] = ("#d7e8ec", "#a5cad3", "#6fa6b5", "#3f8093", "#194453")
"""From little to much, on maps: one hue, so that only lightness tells (colour-blind readers)."""

DARK_STEPS: tuple[str, ...] = ("#22404b", "#2f6272", "#4a8a9c", "#79b4c4", "#b5dde7")
"""From little to much on a dark ground: what is much stands out there too."""

CATEGORIES: tuple[str, ...] = (
    "#332288", "#88ccee", "#117733", "#ddcc77", "#cc6677", "#aa4499", "#44aa99", "#882255",
)  # fmt: skip
"""Colours of categories, told apart by colour-blind readers (P. Tol, Colour Schemes, SRON/EPS/TN/
09-002, issue 3.2, 2021: 'muted', in an order in which neighbours also differ in lightness)."""

OTHER_CATEGORY = "#dddddd"
"""The rest, or no data (the same scheme's pale grey)."""

SUBSTANCE_GROUPS: dict[str, str] = {
    "opioids": "#882255",
    "cannabis": "#117733",
    "cocaine": "#332288",
    "stimulants": "#cc6677",
    "synthetic_cathinones": "#ddcc77",
    "synthetic_cannabinoids": "#44aa99",
    "hallucinogens": "#aa4499",
    "sedatives": "#88ccee",
    "precursors": "#999933",
    "nps": "#777777",
    "unspecified": OTHER_CATEGORY,
}
"""A substance group has the same colour in every chart."""

TYPE_SIZES_PT: dict[str, float] = {
    "small": 7.5,
    "note": 8.5,
    "body": 10.5,
    "lead": 12.5,
    "h3": 11.5,
    "h2": 13.5,
    "h1": 19.0,
    "display": 34.0,
}
"""Sizes of type in points (1/72 inch), on paper; the web multiplies them by 4/3 to get pixels."""

SPACES_PT: dict[str, float] = {"xs": 3, "s": 6, "m": 12, "l": 20, "xl": 36}
"""Spaces in points."""


DARK_NO_DATA = "#3a444c"
"""`OTHER_CATEGORY` on a dark ground."""

_STEP_NAMES = {
    "no-data": OTHER_CATEGORY,
    **{f"step-{n}": value for n, value in enumerate(STEPS, start=1)},
}


def readable_on(colour: str) -> str:
    """White or ink, whichever is easier to read on a colour.

    Source: relative luminance of WCAG 2.2; white and ink have equal contrast near 0.18.

    >>> readable_on("#332288"), readable_on("#ddcc77")
    ('#ffffff', '#1c2733')
    """
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return COLOURS["ink"] if luminance > 0.18 else COLOURS["paper"]


def css_custom_properties() -> str:
    """The numbers as CSS: ``:root { --ink: #1c2733; … }``."""
    lines = [f"--{name}: {value};" for name, value in COLOURS.items()]
    lines += [f"--category-{n}: {value};" for n, value in enumerate(CATEGORIES, start=1)]
    lines += [f"--substance-{name}: {value};" for name, value in SUBSTANCE_GROUPS.items()]
    lines += [f"--size-{name}: {round(size * 4 / 3, 1)}px;" for name, size in TYPE_SIZES_PT.items()]
    lines += [f"--space-{name}: {round(size * 4 / 3, 1)}px;" for name, size in SPACES_PT.items()]
    return ":root {\n  " + "\n  ".join(lines) + "\n}\n"


def css_dark_properties() -> str:
    """What differs on a dark screen, as CSS; classes of maps by lightness stand here for both."""
    light = "; ".join(f"--{name}: {value}" for name, value in _STEP_NAMES.items())
    dark = [f"--{name}: {value};" for name, value in DARK_COLOURS.items()]
    dark += [f"--step-{n}: {value};" for n, value in enumerate(DARK_STEPS, start=1)]
    dark.append(f"--no-data: {DARK_NO_DATA};")
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n:root {\n  "
        + "\n  ".join(dark)
        + "\n}\n}\n"
    )


def in_page_colours(svg: str) -> str:
    """A drawing whose colours are the custom properties of the page that it stands in.

    It turns dark with its page, and prints light. Only attributes that hold a colour of this file
    are touched.
    """
    for name, value in {**_STEP_NAMES, **COLOURS}.items():
        svg = svg.replace(f'="{value}"', f'="var(--{name})"')
    return svg


def typst_design() -> dict[str, dict[str, str] | dict[str, float] | str]:
    """The numbers as a dictionary for a typst template: colours as hex, sizes in points."""
    return {
        "colours": dict(COLOURS),
        "sizes": dict(TYPE_SIZES_PT),
        "spaces": dict(SPACES_PT),
        "sans": FONT_SANS,
        "serif": FONT_SERIF,
    }
