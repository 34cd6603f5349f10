"""Issue a release: frozen with its data, or the next re-issue of its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sholu.build.package import Gathering
from sholu.release.compare import compare
from sholu.release.freeze import already_out, folder_name, freeze, latest, read_release
from sholu.release.model import Change, Release, ReleaseError
from sholu.release.package.contents import Contents
from sholu.release.package.model import FILE
from sholu.release.package.reader import Package
from sholu.release.package.write import fingerprint, package_bytes
from sholu.release.wording import say

WriteTexts = Callable[[Release], dict[str, bytes]]


def issue(gathering: Gathering, release: Release, why: str, write_texts: WriteTexts) -> Path:
    """Freeze a release with its data, or the next re-issue of its number; nothing is done twice.

    Args:
        gathering: of the data.
        release: what is printed.
        why: what a re-issue mends; empty for a first issue.
        write_texts: writes the files of a release but its data.

    Returns:
        the folder.

    Raises:
        ReleaseError: if another release is out under the number, or there is nothing to re-issue.
    """
    releases = gathering.look.observatory.releases
    if why:
        release, contents = _reissue(releases, gathering, release, why)
        files = write_texts(release)
    else:
        files = write_texts(release)
        out = already_out(releases, release.edition, files)
        if out is not None:
            return out
        contents = gathering.contents(release, folder_name(releases, release.edition))
    return freeze(releases, release.edition, {**files, FILE: package_bytes(contents)})


def _reissue(
    releases: Path, gathering: Gathering, release: Release, why: str
) -> tuple[Release, Contents]:
    """The release as the next re-issue of its number, with what changed, and its data."""
    before = latest(releases, release.edition)
    if before is None:
        raise ReleaseError(
            f"Release {release.edition.code} is not out, so there is nothing to re-issue.",
            "Make it without --reissue.",
        )
    edition = replace(release.edition, reissue=before.reissue + 1, why=why)
    changes = compare(read_release(before.folder), release)
    release = replace(release, edition=edition)
    contents = gathering.contents(release, folder_name(releases, edition))
    if _data_of(before.folder) != fingerprint(contents):
        changes = (*changes, Change("changed", "", say("data", edition.language), ()))
    if not changes:
        raise ReleaseError(f"Nothing has changed since {before.folder.name}.")
    return replace(release, changes=changes), contents


def _data_of(folder: Path) -> str | None:
    """The fingerprint of a release's data; None if it was made before releases had data."""
    if not (folder / FILE).is_file():
        return None
    package = Package(folder)
    try:
        return package.fingerprint
    finally:
        package.close()
