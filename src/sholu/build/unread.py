"""Say of a document that was read what of it was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sholu.events.model import Event
from sholu.mentions.model import AnnotatedDocument

_LANGUAGES = frozenset(("en", "ru", "kk"))
"""Languages that there are rules for; others are read by names and numbers alone."""


def not_understood(annotated: AnnotatedDocument, events: Sequence[Event]) -> str:
    """What an editor has to fill in or look at, in words; empty if nothing.

    Args:
        events: of the document; those not about drugs are left out, for they reach no release.
    """
    return "; ".join(_parts(annotated, [event for event in events if event.about_drugs]))


def _parts(annotated: AnnotatedDocument, events: Sequence[Event]) -> Iterator[str]:
    language = annotated.text.language
    if language is not None and language not in _LANGUAGES:
        yield f"no rules for the language {language}: names and numbers only"
    missing = (
        ("kind", sum(event.kind is None for event in events)),
        ("country", sum(not event.countries for event in events)),
        ("region", sum(bool(event.countries) and not event.regions for event in events)),
        ("day", sum(event.date_start is None for event in events)),
        ("substance", sum(not event.substances for event in events)),
    )
    of_all = f" of {len(events)}"
    named = [f"{what}{f' ({n}{of_all})' if len(events) > 1 else ''}" for what, n in missing if n]
    if named:
        yield f"not found: {', '.join(named)}"
    left = sum(m.kind == "number" and m.role == "set aside" for m in annotated.mentions)
    if left:
        yield f"{left} number{'s' if left > 1 else ''} not understood"
