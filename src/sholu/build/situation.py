"""Make the situation report out of an observatory's releases."""

from __future__ import annotations

from dataclasses import dataclass

from sholu.build.look import NotFound
from sholu.build.observatory import Observatory
from sholu.build.publish import publisher_of
from sholu.core.period import parse_period
from sholu.release.freeze import list_releases
from sholu.release.model import ReleaseError
from sholu.release.package.model import FILE
from sholu.release.package.reader import Package, latest_release
from sholu.release.situation.answers import answers, newest_year
from sholu.release.situation.report import write_report


@dataclass(frozen=True)
class Report:
    """A report that is made: the file, its period, and the release whose data it prints."""

    pdf: bytes
    pages: int
    period: str
    release: str


def make_report(
    observatory: Observatory, place: str, period: str | None, language: str, release: str | None
) -> Report:
    """The situation report of a place.

    Args:
        place: ISO code of a country or region.
        period: ISO; None for the newest year with data.
        release: name of the release whose data are printed; None for the newest.

    Raises:
        NotFound: if the release's data do not know the place.
        DateError: if the period can't be read.
        ReleaseError: if there is no such release, or it has no data.
    """
    # A PDF's pages are counted by the library that reads it.
    import pypdfium2

    package = released_package(observatory, language, release)
    try:
        if package.named_one("place", place) is None:
            known = sorted(
                one.code for one in package.named("place") if len(one.code.split("-")[0]) == 2
            )
            raise NotFound(
                f"The release {package.about.release} says nothing of a place '{place}'.",
                f"It knows {', '.join(known[:40])}.",
            )
        asked = str(parse_period(period)) if period else newest_year(package)
        situation = answers(package, place, asked, language)
        pdf = write_report(package, situation, publisher_of(observatory, language))
        return Report(pdf, len(pypdfium2.PdfDocument(pdf)), asked, package.about.release)
    finally:
        package.close()


def released_package(observatory: Observatory, language: str, name: str | None) -> Package:
    """The data of a release; of the newest where none is named.

    Raises:
        ReleaseError: if there is no such release, or it has no data.
    """
    if name is None:
        return Package(latest_release(observatory.releases, language))
    folders = {one.folder.name: one.folder for one in list_releases(observatory.releases)}
    if name not in folders:
        raise ReleaseError(f"There is no release {name}.", "'sholu releases' lists them.")
    if not (folders[name] / FILE).exists():
        raise ReleaseError(f"The release {name} has no data.", "It was made by an older version.")
    return Package(folders[name])
