"""Hide the names of private persons in spans and texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sholu.evidence.model import DocumentText, Span
from sholu.mentions.model import Mention

_CONTEXT = 14
"""Code points of context on each side that find a hidden name again in a text made of the document's."""


def private_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of private persons, in order."""
    private = [m for m in mentions if m.kind == "person" and m.role == "private" and m.code]
    return sorted(private, key=lambda mention: mention.span.start)


def redact_stretch(text: DocumentText, start: int, end: int, mentions: Iterable[Mention]) -> str:
    """``text.text[start:end]`` with the names of private persons replaced by their codes; exact."""
    return _replace(text.text[start:end], start, private_mentions(mentions))


def redact_span(span: Span, mentions: Iterable[Mention]) -> Span:
    """A span without names of private persons in quote, prefix and suffix.

    Offsets stay: they lead to the words in the document, which only staff may open. Doing it twice
    changes nothing.
    """
    private = [
        mention
        for mention in private_mentions(mentions)
        if mention.span.document == span.document and mention.span.text_version == span.text_version
    ]
    whole = len(span.quote) == span.end - span.start
    return replace(
        span,
        quote=_replace(span.quote, span.start, private) if whole else span.quote,
        prefix=_replace(span.prefix, span.start - len(span.prefix), private),
        suffix=_replace(span.suffix, span.end, private),
    )


def _replace(stretch: str, offset: int, private: Sequence[Mention]) -> str:
    """Replace from the end, so that offsets hold; a name cut by the edge goes as far as it shows."""
    redacted = stretch
    for mention in reversed(private):
        start, end = mention.span.start - offset, mention.span.end - offset
        if end <= 0 or start >= len(stretch):
            continue
        redacted = redacted[: max(0, start)] + str(mention.code) + redacted[end:]
    return redacted


def redact(text: str, mentions: Iterable[Mention], language: str | None) -> str:
    """A text made of the document's (a title, an item's paragraphs) without private names.

    The mentions don't hold the names, so each is found by the words around it; white space may have
    changed, words may not. Use `redact_stretch` or `redact_span` where offsets are known.

    Args:
        mentions: of the document; those of kind ``person`` and role ``private`` matter.
        language: ISO 639-1 code of the text; English needs whole words on both sides, the others
            write endings onto names.
    """
    redacted = text
    for mention in private_mentions(mentions):
        redacted = _surroundings(mention, language).sub(
            lambda match, code=mention.code: match["before"] + code + match["after"], redacted
        )
    return redacted


def _surroundings(mention: Mention, language: str | None) -> re.Pattern[str]:
    """An expression for the name between its surroundings, or at an edge of the text."""
    span = mention.span
    length = span.end - span.start
    before = _flexible(_plain_end(span.prefix[-_CONTEXT:]))
    after = _flexible(_plain_start(span.suffix[:_CONTEXT]))
    most = length + (3 if language in ("ru", "kk") else 1)
    name = rf"[^\W\d_][^.!?;]{{{max(0, length - 2)},{most - 1}}}?" if "." not in span.quote else r".{2,40}?"
    return re.compile(rf"(?P<before>{before}){name}(?P<after>{after})", re.DOTALL)


def _plain_end(prefix: str) -> str:
    """What stands after another person's code in a prefix: the code is in no text."""
    return re.split(r"person-\w*", prefix)[-1]


def _plain_start(suffix: str) -> str:
    return re.split(r"person-\w*", suffix)[0]


def _flexible(context: str) -> str:
    words = [re.escape(word) for word in context.split()]
    spaced = r"\s+".join(words)
    lead = r"\s*" if context[:1].isspace() else ""
    trail = r"\s*" if context[-1:].isspace() and words else ""
    return f"{lead}{spaced}{trail}" if words else lead
