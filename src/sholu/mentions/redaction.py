"""Hide the names of private persons in spans and texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from sholu.evidence.model import DocumentText, Span
from sholu.mentions.model import Mention

_CONTEXT = 14
"""Code points of context on each side that find a hidden name again in a text made of the
document's."""


_CODE = re.compile(r"person-[a-z2-7]{2,10}")


def private_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of private persons, in order."""
    private = [m for m in mentions if m.kind == "person" and m.role == "private" and m.code]
    return sorted(private, key=lambda mention: mention.span.start)


class Redactor:
    """Replaces names of private persons by offset, in many stretches of one document's text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._private = private_mentions(mentions)
        self._ends = [mention.span.end for mention in self._private]
        self._texts = {(m.span.document, m.span.text_version) for m in self._private}

    def stretch(self, printed: str, offset: int) -> str:
        """``printed``, which stands at ``offset``, with codes for names; exact.

        Replaced from the end, so that offsets hold; a name cut by the edge goes as far as it shows.
        """
        end = offset + len(printed)
        overlapping = []
        for mention in self._private[bisect_right(self._ends, offset) :]:
            if mention.span.start >= end:
                break
            overlapping.append(mention)
        redacted = printed
        for mention in reversed(overlapping):
            first = max(0, mention.span.start - offset)
            redacted = f"{redacted[:first]}{mention.code}{redacted[mention.span.end - offset :]}"
        return redacted

    def span(self, span: Span) -> Span:
        """A span without names of private persons in quote, prefix and suffix."""
        if (span.document, span.text_version) not in self._texts:
            return span
        return replace(
            span,
            quote=self._once(span.quote, span.start),
            prefix=self._once(span.prefix, span.start - len(span.prefix)),
            suffix=self._once(span.suffix, span.end),
        )

    def _once(self, printed: str, offset: int) -> str:
        """Redact a part of a span, unless that was done: then offsets no longer hold."""
        return printed if _CODE.search(printed) else self.stretch(printed, offset)


def redact_stretch(text: DocumentText, start: int, end: int, mentions: Iterable[Mention]) -> str:
    """``text.text[start:end]`` with the names of private persons replaced by their codes; exact."""
    return Redactor(mentions).stretch(text.text[start:end], start)


def redact_span(span: Span, mentions: Iterable[Mention]) -> Span:
    """A span without names of private persons in quote, prefix and suffix.

    Offsets stay: they lead to the words in the document, which only staff may open. Doing it twice
    changes nothing. For many spans of one document use `Redactor`.
    """
    return Redactor(mentions).span(span)


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
        pattern = _surroundings(mention, language)
        redacted = pattern.sub(rf"\g<before>{mention.code}\g<after>", redacted)
    return redacted


def _surroundings(mention: Mention, language: str | None) -> re.Pattern[str]:
    """An expression for the name between its surroundings, or at an edge of the text."""
    span = mention.span
    length = span.end - span.start
    before = _flexible(_plain_end(span.prefix[-_CONTEXT:]))
    after = _flexible(_plain_start(span.suffix[:_CONTEXT]))
    most = length + (3 if language in ("ru", "kk") else 1)
    name = (
        rf"[^\W\d_][^.!?;]{{{max(0, length - 2)},{most - 1}}}?"
        if "." not in span.quote
        else r".{2,40}?"
    )
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
