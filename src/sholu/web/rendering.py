"""Write pages: templates, what they all know, and the assets with their fingerprints."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sholu import __version__
from sholu.charts.design import css_custom_properties, css_dark_properties
from sholu.core.language import INTERFACE_LANGUAGES
from sholu.release.addresses import safe_target
from sholu.web.page import Page
from sholu.web.view import View
from sholu.web.wording import wording

LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}

FONTS = {
    "en": ("latin",),
    "ru": ("latin", "cyrillic"),
    "kk": ("latin", "cyrillic", "kazakh"),
}
"""Subsets that the interface of a language needs at once; others load when a letter asks."""

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("situation", "/situation"),
    ("indicators", "/indicators"),
    ("map", "/map"),
    ("events", "/events"),
    ("disputes", "/disputes"),
    ("releases", "/releases"),
    ("search", "/search"),
)
"""Section and path, in the order of the head of each page."""

FOOT: tuple[tuple[str, str], ...] = (
    ("about", "/about"),
    ("sources_title", "/sources"),
    ("methods", "/methods"),
    ("findings", "/findings"),
    ("data", "/data"),
)


def style_sheet() -> bytes:
    """The design system's numbers, and the rules that use them."""
    rules = resources.files("sholu.web").joinpath("assets", "style.css").read_text("utf-8")
    return (css_custom_properties() + css_dark_properties() + rules).encode()


@cache
def fingerprint(name: str) -> str:
    """A few letters that change with an asset, for its address: it may be kept for ever."""
    if name == "style.css":
        content = style_sheet()
    else:
        content = resources.files("sholu.web").joinpath("assets", name).read_bytes()
    return hashlib.sha256(content).hexdigest()[:10]


@cache
def environment() -> Environment:
    """The templates; everything that is printed is escaped."""
    made = Environment(
        loader=PackageLoader("sholu.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        languages=LANGUAGE_NAMES,
        navigation=NAVIGATION,
        foot=FOOT,
        asset=lambda name: f"/assets/{name}?{fingerprint(name)}",
        version=__version__,
    )
    made.filters["safe_target"] = safe_target
    made.filters["drawn"] = drawn
    return made


def drawn(svg: str) -> Markup:
    """A drawing of the room `charts`, which escapes all words in it; nothing else may come here."""
    return Markup(svg)


def render(page: Page, view: View) -> str:
    """A page of a release as HTML."""
    return (
        environment()
        .get_template(page.template)
        .render(
            view=view,
            language=view.language,
            say=view.say,
            title=page.title,
            section=page.section,
            fonts=FONTS[view.language],
            here=view.path,
            observatory=view.text(view.package.about.name),
            banner=view.text(view.package.about.banner),
            switched={code: _switched(view, code) for code in INTERFACE_LANGUAGES},
            **page.values,
        )
    )


def render_alone(template: str, language: str, name: str, banner: str, **values: object) -> str:
    """A page that belongs to no release: before the first one, or after a mistake."""
    return (
        environment()
        .get_template(template)
        .render(
            view=None,
            language=language,
            say=wording(language),
            section="",
            fonts=FONTS[language],
            here="/",
            observatory=name,
            banner=banner,
            switched={code: f"/{code}/" for code in INTERFACE_LANGUAGES},
            **values,
        )
    )


def _switched(view: View, language: str) -> str:
    """The same page in another language, with its filters."""
    address = view.again()
    return f"/{language}{address[len(view.language) + 1 :]}"
