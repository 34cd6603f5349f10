"""Hide the names and other data of private persons in spans and texts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sholu.evidence.model import DocumentText, Span
from sholu.mentions.model import Figure, Mention

_CONTEXT = 14
"""Code points of context on each side that find a hidden name again in a text made of the
document's."""


_CODE = re.compile(r"(?:person|data)-[a-z2-7]{2,10}")


def private_mentions(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of private persons and of what leads to them, in order."""
    private = [m for m in mentions if m.code and is_private(m)]
    return sorted(private, key=lambda mention: mention.span.start)


def is_private(mention: Mention) -> bool:
    """Whether a mention is of a private person, or of data that lead to one."""
    return mention.kind == "personal_data" or (
        mention.kind == "person" and mention.role == "private"
    )


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
        # By number: a slice would copy the rest of a register's 20,000 names for each of its rows.
        for number in range(bisect_right(self._ends, offset), len(self._private)):
            if self._private[number].span.start >= end:
                break
            overlapping.append(self._private[number])
        redacted = printed
        for mention in reversed(overlapping):
            first = max(0, mention.span.start - offset)
            redacted = f"{redacted[:first]}{mention.code}{redacted[mention.span.end - offset :]}"
        return redacted

    def made(self, printed: str, source: str, start: int, end: int, language: str | None) -> str:
        """A text made of ``source[start:end]`` (lines joined, marks left out), redacted.

        Exact where all its letters and digits come in their order from that stretch; else by the
        words around each name (see `redact`).
        """
        if not self._private:
            return printed
        origins = _origins(printed, source, start, end)
        if origins is None:
            return redact(printed, self._private, language)
        redacted = printed
        for mention in reversed(self._private[bisect_right(self._ends, start) :]):
            first = bisect_left(origins, mention.span.start)
            stop = bisect_left(origins, mention.span.end)
            if first < stop:
                redacted = f"{redacted[:first]}{mention.code}{redacted[stop:]}"
        return redacted

    def span(self, span: Span) -> Span:
        """A span without names of private persons in quote, prefix and suffix."""
        if (span.document, span.text_version) not in self._texts:
            return span
        quote = self._once(span.quote, span.start)
        prefix = self._once(span.prefix, span.start - len(span.prefix))
        suffix = self._once(span.suffix, span.end)
        if (quote, prefix, suffix) == (span.quote, span.prefix, span.suffix):
            return span  # of most; a copy takes longer than the look
        return replace(span, quote=quote, prefix=prefix, suffix=suffix)

    def _once(self, printed: str, offset: int) -> str:
        """Redact a part of a span, unless that was done: then offsets no longer hold."""
        return printed if _CODE.search(printed) else self.stretch(printed, offset)


def _origins(printed: str, source: str, start: int, end: int) -> list[int] | None:
    """Where in the source each character of a text made of it stands; None if one is not there.

    White space takes the place of the character before it, so that the list is in order.
    """
    origins: list[int] = []
    place = start
    for letter in printed:
        if not letter.isspace():
            found = source.find(letter, place, end)
            if found < 0:
                return None
            place = found + 1
        origins.append(place if letter.isspace() else place - 1)
    return origins


def redact_wording(figure: Figure, hidden: Mapping[str, str]) -> Figure:
    """A figure whose wording (what it counts, its headings in a table) shows nobody private.

    Args:
        hidden: private names and numbers as printed, with their codes.
    """

    def redacted(wording: str | None) -> str | None:
        for printed, code in hidden.items():
            if wording is not None and printed in wording:
                wording = re.sub(rf"(?<!\w){re.escape(printed)}(?!\w)", code, wording)
        return wording

    if not hidden:
        return figure
    return replace(
        figure,
        of=redacted(figure.of),
        row_label=redacted(figure.row_label),
        column_label=redacted(figure.column_label),
        table_title=redacted(figure.table_title),
    )


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
        mentions: of the document; private persons and personal data among them matter.
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
        if mention.kind == "person" and length > 3
        else rf".{{{min(length, 2)},{max(length, 40)}}}?"
    )
    return re.compile(rf"(?P<before>{before}){name}(?P<after>{after})", re.DOTALL)


def _plain_end(prefix: str) -> str:
    """What stands after another person's code in a prefix: the code is in no text."""
    return _CODE.split(prefix)[-1]


def _plain_start(suffix: str) -> str:
    return _CODE.split(suffix)[0]


def _flexible(context: str) -> str:
    words = [re.escape(word) for word in context.split()]
    spaced = r"\s+".join(words)
    lead = r"\s*" if context[:1].isspace() else ""
    trail = r"\s*" if context[-1:].isspace() and words else ""
    return f"{lead}{spaced}{trail}" if words else lead
