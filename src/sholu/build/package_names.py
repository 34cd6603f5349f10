"""Find private names in texts that no build has read: reasons that people wrote, names of files."""

from __future__ import annotations

from collections.abc import Iterator

from sholu.build.observatory import Observatory
from sholu.core.ids import sha256_hex
from sholu.core.marking import Marking
from sholu.evidence.language import language_of, script_of
from sholu.evidence.model import DocumentText, Passage
from sholu.mentions.annotate import annotate
from sholu.mentions.redaction import private_mentions
from sholu.sources.model import Document


class NameFinder:
    """Finds the private names of one short text, by the same readers as those of documents."""

    def __init__(self, observatory: Observatory) -> None:
        self._observatory = observatory

    def __call__(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names of private persons, and what leads to them, stand in a text."""
        if not text.strip():
            return
        vocabulary, key = self._observatory.vocabulary, self._observatory.pseudonym_key
        read = annotate(_document(text), _as_read(text), vocabulary, key)
        for mention in private_mentions(read.mentions):
            yield mention.span.start, mention.span.end


def _document(text: str) -> Document:
    return Document(
        id=sha256_hex(text.encode()),
        name="",
        size=len(text),
        source=None,
        address=None,
        retrieved="",
        published=None,
        licence=None,
        marking=Marking.RED,
        part_of=None,
    )


def _as_read(text: str) -> DocumentText:
    """The text as one paragraph of a document."""
    language = language_of(text)
    passage = Passage(0, len(text), "paragraph", language=language, script=script_of(text))
    return DocumentText(
        document=sha256_hex(text.encode()),
        text=text,
        version="",
        reader="",
        media_type="text/plain",
        title=None,
        published=None,
        site=None,
        address=None,
        language=language,
        status="read",
        reason="",
        passages=(passage,),
        cells=(),
        pages=(),
        lines=(),
        links=(),
        pictures=(),
        findings=(),
    )
