"""Sources, documents, names, search, and the situation of a place."""

from __future__ import annotations

from sholu.release.package.answers import FOUND_KINDS, Hit
from sholu.release.package.model import Named, PublicDocument, PublicSource, Withdrawn
from sholu.release.situation.answers import newest_year
from sholu.release.situation.model import Situation
from sholu.web.api.model import (
    CSV,
    Asked,
    Endpoint,
    Listing,
    Parameter,
    Text,
    csv_of,
    cut,
    found,
    page_of,
    table_of,
)
from sholu.web.api.parameters import (
    CSV_FORMAT,
    FOUND_KIND,
    LANGUAGE,
    NAMED_KIND,
    OFFSET,
    PAGE,
    PERIOD,
    QUESTION,
    code,
    in_path,
    limit,
)
from sholu.web.pages_situation import answered

MOST_HITS = 100
FARTHEST_HIT = 1000
"""Beyond a thousand hits nobody reads on; the question should be narrower."""


def sources(asked: Asked) -> Listing | Text:
    """Who publishes."""
    return table_of(asked, "sources", asked.package.sources())


def source(asked: Asked) -> PublicSource:
    """One source."""
    code_ = asked.text("code") or ""
    return found(asked.package.source(code_), "source", code_)


def documents(asked: Asked) -> Listing | Text:
    """The documents behind the data, newest first."""
    source_, package = asked.text("source"), asked.package
    if asked.text("format") == "csv":
        every = package.documents(source=source_, offset=asked.offset, limit=asked.number("limit"))
        return csv_of(asked, "documents", every)
    most = asked.limit()
    here = package.documents(source=source_, offset=asked.offset, limit=most)
    return page_of(asked, here, package.count_documents(source=source_), most)


def document(asked: Asked) -> PublicDocument:
    """One document."""
    id_ = asked.text("id") or ""
    return found(asked.package.document(id_), "document", id_)


def places(asked: Asked) -> Listing:
    """Names of places."""
    return cut(asked, asked.package.named("place"))


def names(asked: Asked) -> Listing:
    """Names of one kind, or of all."""
    return cut(asked, asked.package.named(asked.text("kind") or ""))


def withdrawn(asked: Asked) -> Listing:
    """What earlier releases had and this one has no more."""
    return cut(asked, asked.package.withdrawn())


def search(asked: Asked) -> Listing:
    """What has the words, best first; one more is looked for, to know whether more follow."""
    kind, most = asked.text("kind"), asked.limit(20)
    hits = asked.package.search(
        asked.text("q") or "",
        kinds=(kind,) if kind else FOUND_KINDS,
        language=asked.text("language"),
        offset=asked.offset,
        limit=most + 1,
    )
    has_more = len(hits) > most and asked.offset + most <= FARTHEST_HIT
    return Listing(None, asked.offset, most, hits[:most], has_more)


def situation(asked: Asked) -> Situation:
    """Seven answers about a place."""
    place = asked.text("place") or ""
    found(asked.package.named_one("place", place), "place", place)
    period = asked.text("period") or newest_year(asked.package)
    return answered(asked.package, place, period, asked.language)


_WORDS = Parameter(QUESTION.name, QUESTION.about, QUESTION.schema, required=True)
_NEAR = Parameter(OFFSET.name, OFFSET.about, {**OFFSET.schema, "maximum": FARTHEST_HIT})
_KIND = Parameter(NAMED_KIND.name, NAMED_KIND.about, NAMED_KIND.schema, required=True)

ENDPOINTS = (
    Endpoint("/api/sources", "Who publishes, with reliability and known bias.", sources,
             PublicSource, (*PAGE, CSV_FORMAT, LANGUAGE), is_list=True, formats={"csv": CSV}),
    Endpoint("/api/sources/{code}", "One source.", source, PublicSource,
             (in_path("code", "Of the source."),)),
    Endpoint("/api/documents", "The documents behind the data, newest first.", documents,
             PublicDocument,
             (code("source", "Code of the source."), *PAGE, CSV_FORMAT, LANGUAGE), is_list=True,
             formats={"csv": CSV}),
    Endpoint("/api/documents/{id}", "One document.", document, PublicDocument,
             (in_path("id", "SHA-256 of its bytes."),)),
    Endpoint("/api/places", "Places that the data use, with their names.", places, Named, PAGE,
             is_list=True),
    Endpoint("/api/names", "Names of codes of one kind, in three languages.", names, Named,
             (_KIND, *PAGE), is_list=True),
    Endpoint("/api/withdrawn", "What earlier releases had and this one has no more, when and why.",
             withdrawn, Withdrawn, PAGE, is_list=True),
    Endpoint("/api/search", "Events, claims and passages that have the words, best first. Hits are "
             "not counted: total is null, next says whether more follow.", search, Hit,
             (_WORDS, FOUND_KIND, code("language", "Of the texts found, ISO 639-1."), _NEAR,
              limit(MOST_HITS, 20)), is_list=True),
    Endpoint("/api/situation/{place}", "Seven questions about a country or region answered as far "
             "as the data go, with what is not known. The newest year if no period is given.",
             situation, Situation, (in_path("place", "ISO 3166-1 or 3166-2 code."), PERIOD,
                                    LANGUAGE)),
)  # fmt: skip
