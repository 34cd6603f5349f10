"""What a package says of itself, its documents and its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sholu.build.model import ReadDocument
from sholu.build.observatory import Observatory
from sholu.release.model import Release
from sholu.release.package.model import About, PublicDocument, PublicSource
from sholu.release.package.private_names import Withhold
from sholu.sources.model import Document, Source


def about_release(observatory: Observatory, release: Release, folder: str) -> About:
    """Which release it is, and who publishes it."""
    settings, edition = observatory.settings, release.edition
    return About(
        release=folder,
        number=edition.number,
        year=edition.year,
        reissue=edition.reissue,
        period_start=str(edition.period.first_day()),
        period_end=str(edition.period.last_day()),
        country=settings.country,
        name=settings.name,
        banner={lang: text for lang, text in settings.banner.items() if text},
        contact=_contact(observatory),
        languages=settings.languages,
        versions=release.versions,
    )


def public_sources(
    register: Iterable[Source], documents: Iterable[PublicDocument], named: Iterable[str | None]
) -> tuple[PublicSource, ...]:
    """The sources of documents, and those that claims name."""
    days: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for document in documents:
        if document.source:
            counts[document.source] += 1
            days.setdefault(document.source, []).extend(
                [document.published] if document.published else []
            )
    wanted = {*named, *counts}
    return tuple(
        _public_source(source, sorted(days.get(source.code, ())), counts[source.code])
        for source in register
        if source.code in wanted
    )


def public_document(
    row: ReadDocument, stored: Document | None, withhold: Withhold
) -> PublicDocument:
    """A document as its reader may know it."""
    address = stored.address if stored else None
    return PublicDocument(
        id=row.document,
        name=withhold.file_name(row.name, row.document),
        source=row.source,
        address=None if address and withhold.is_named(address, (row.document,)) else address,
        published=row.published,
        language=row.language,
        media_type=row.media_type,
        coverage=row.status,
        reason=withhold(row.reason, row.language, (row.document,)),
    )


def _public_source(source: Source, days: list[str], documents: int) -> PublicSource:
    return PublicSource(
        code=source.code,
        names=source.name,
        type=source.type,
        country=source.country,
        grade=source.grade,
        bias=source.bias,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        documents=documents,
    )


def _contact(observatory: Observatory) -> dict[str, str]:
    """Organisation, address, telephone, mailbox and site, a line each, by language."""
    imprint = observatory.settings.imprint
    same = (imprint.telephone, imprint.email, imprint.site)
    told = {
        language: (imprint.organisation.get(language, ""), imprint.address.get(language, ""), *same)
        for language in observatory.settings.languages
    }
    return {language: "\n".join(filter(None, lines)) for language, lines in told.items()}
