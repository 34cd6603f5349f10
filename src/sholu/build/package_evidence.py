"""Load the texts behind what is published, and make its evidence out of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sholu.build.look import Look
from sholu.evidence.model import DocumentText, Span
from sholu.mentions.model import Mention
from sholu.release.package.contents import Passage, Words
from sholu.release.package.page_drawing import PagePlan
from sholu.release.package.passages import PublicText

PDF = "application/pdf"

AT_ONCE = 200
"""Documents whose texts are in memory at one time."""


@dataclass(frozen=True)
class Evidence:
    """What the texts give.

    Attributes:
        names: private names as printed, by document.
        languages: of the documents, where they have one.
        pages: what to draw of each document's pages.
    """

    passages: tuple[Passage, ...]
    words: tuple[Words, ...]
    names: Mapping[str, frozenset[str]]
    languages: Mapping[str, str | None]
    pages: tuple[tuple[str, PagePlan], ...]


def gather_evidence(
    look: Look, documents: Iterable[str], spans: Iterable[Span], language: str
) -> Evidence:
    """The evidence of spans.

    Args:
        look: the tables.
        documents: the open ones that something published comes from.
        spans: those that lead to it; of other documents they are left out.
        language: of the words in place of names where a text's own has none.
    """
    by_document: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for span in spans:
        by_document[span.document].setdefault(span.id, span)
    passages: list[Passage] = []
    words: list[Words] = []
    pages: list[tuple[str, PagePlan]] = []
    names: dict[str, frozenset[str]] = {}
    languages: dict[str, str | None] = {}
    for text, private in _texts(look, sorted(set(documents))):
        public = PublicText(text, private, language)
        names[text.document] = public.printed_names()
        languages[text.document] = text.language
        own = by_document[text.document]
        found = public.evidence(own.values())
        passages += found[0]
        words += found[1]
        if text.media_type == PDF:
            pages += [(text.document, plan) for plan in public.pages(found[1], own)]
    return Evidence(tuple(passages), tuple(words), names, languages, tuple(pages))


def _texts(look: Look, documents: Sequence[str]) -> Iterator[tuple[DocumentText, list[Mention]]]:
    for first in range(0, len(documents), AT_ONCE):
        some = documents[first : first + AT_ONCE]
        private: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in look.private_names(some):
            private[mention.span.document].append(mention)
        for id_, text in sorted(look.texts(some).items()):
            yield text, private[id_]
