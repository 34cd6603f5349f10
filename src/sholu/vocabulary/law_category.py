"""The category of a crime by its highest term, and where a source says another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sholu.vocabulary.law import CATEGORIES, Citation, Provision, Sanction
from sholu.vocabulary.law_sources import LawFinding
from sholu.vocabulary.law_words import CATEGORY_WORDS
from sholu.vocabulary.wording import Wording

HIGHEST_TERMS: tuple[tuple[str, float], ...] = (("minor", 24), ("medium", 60), ("grave", 144))
"""Highest term in months (inclusive) of each category of intentional crimes; above the last, or
for life, it is especially grave. Source: Criminal Code of Kazakhstan 2014, Article 11 (general
knowledge of the published act; crimes by negligence are counted otherwise)."""

CATEGORY_RULE = Citation("KZ.CC2014", "Article 11", verified=False)
"""Where the terms above stand; they are of this code only."""


def category_by_term(provision: Provision) -> str | None:
    """The category that a provision of the code of 2014 would have by its highest term."""
    if provision.code != CATEGORY_RULE.source:
        return None
    return category_of_term(provision.sanctions)


def category_of_term(sanctions: Sequence[Sanction]) -> str | None:
    """The category of an intentional crime by its highest term of imprisonment.

    Returns:
        One of `sholu.vocabulary.law.CATEGORIES`; None if no highest term is known.

    Example:
        >>> category_of_term([Sanction("imprisonment", (), 3, 7, "years")])
        'grave'
    """
    if any(sanction.kind == "life_imprisonment" for sanction in sanctions):
        return "especially_grave"
    terms = [one.months()[1] for one in sanctions if one.kind == "imprisonment"]
    known = [term for term in terms if term is not None]
    if not known or len(known) < len(terms):
        return None
    highest = max(known)
    return next((name for name, most in HIGHEST_TERMS if highest <= most), CATEGORIES[-1])


def category_finding(provision: Provision) -> LawFinding | None:
    """A finding where the category that a source names doesn't fit the highest term."""
    by_term = category_by_term(provision)
    if None in (by_term, provision.category) or by_term == provision.category:
        return None
    said, fits = CATEGORY_WORDS[provision.category or ""], CATEGORY_WORDS[by_term or ""]
    start = provision.in_force_from
    return LawFinding(
        key=f"category {provision.key} {start}",
        kind="category_and_term",
        where=provision.key,
        certainty="likely",
        statement=Wording(
            f"{provision.key} from {start}: called {said.en}; by its highest term it would be "
            f"{fits.en} (Article 11).",
            f"{provision.key} с {start}: названо «{said.ru}»; по верхнему пределу срока это "
            f"«{fits.ru}» (статья 11).",
            f"{provision.key}, {start} бастап: «{said.kk}» деп аталған; мерзімінің жоғарғы шегі "
            f"бойынша «{fits.kk}» болар еді (11-бап).",
        ),
        sources=provision.citations,
    )


def category_findings(provisions: Iterable[Provision]) -> Iterator[LawFinding]:
    """Such findings of all provisions."""
    for provision in provisions:
        found = category_finding(provision)
        if found is not None:
            yield found
