"""Where to begin, the archive of releases, and whole releases as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from sholu.release.exports.exporters import EXPORTERS, Exporter
from sholu.web.api.model import Asked, Endpoint, Listing, Parameter, cut, found
from sholu.web.api.objects import (
    ExportEntry,
    ReleaseData,
    ReleaseEntry,
    Retraction,
)
from sholu.web.api.parameters import LANGUAGE, PAGE
from sholu.web.files import RELEASE_FILES
from sholu.web.shelf import Edition


@dataclass(frozen=True)
class WholeRelease:
    """An answer that is a release's data in one file, which is made when it is asked for first."""

    edition: Edition
    exporter: Exporter
    language: str


@cache
def export_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Of each format: its title, what it is for and how to open it, by language."""
    text = resources.files("sholu.web.api").joinpath("exports.yaml").read_text("utf-8")
    words: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(text)
    return words


def releases(asked: Asked) -> Listing:
    """All releases, the newest number first; what was retracted or issued again stays."""
    names = [one.folder.name for one in asked.shelf.all()]
    editions = [one for one in map(asked.shelf.named, names) if one is not None]
    return cut(asked, [_entry(one) for one in editions])


def _entry(one: Edition) -> ReleaseEntry:
    frozen = one.frozen
    files = [name for name in RELEASE_FILES if (frozen.folder / name).is_file()]
    return ReleaseEntry(
        release=one.name,
        number=frozen.number,
        year=frozen.year,
        language=frozen.language,
        reissue=frozen.reissue,
        why=one.text["why"],
        period=frozen.period,
        items=frozen.items,
        has_data=one.package is not None,
        retraction=_retraction(one),
        files=tuple(f"/releases/{one.name}/{name}" for name in files),
    )


def _retraction(one: Edition) -> Retraction | None:
    notice = one.retraction
    return Retraction(notice["at"], notice["why"]) if notice else None


def release(asked: Asked) -> ReleaseData:
    """What the data of a release are."""
    package = asked.package
    assert asked.edition is not None
    heads = package.series_list()
    return ReleaseData(
        about=package.about,
        coverage=package.coverage,
        fingerprint=package.fingerprint,
        retraction=_retraction(asked.edition),
        counts={
            "events": package.count_events(),
            "claims": package.count_claims(),
            "indicators": len(package.indicators()),
            "series": len(heads),
            "observations": sum(one.observations for one in heads),
            "disputes": package.count_disputes(),
            "findings": package.count_findings(),
            "sources": len(package.sources()),
            "withdrawn": len(package.withdrawn()),
        },
    )


def exports(asked: Asked) -> Listing:
    """The formats that the whole release comes in."""
    words = export_words()
    return cut(asked, [
        ExportEntry(
            format=one.name,
            media_type=one.media_type,
            address=f"/api/export/{one.name}",
            about={
                language: f"{words[one.name]['for'][language]} {words[one.name]['open'][language]}"
                for language in words[one.name]["for"]
            },
        )
        for one in EXPORTERS.values()
    ])  # fmt: skip


def export(asked: Asked) -> WholeRelease:
    """The whole release in one format."""
    name = asked.text("format") or ""
    exporter = found(EXPORTERS.get(name), "export", name)
    assert asked.package is not None and asked.edition is not None
    return WholeRelease(asked.edition, exporter, asked.language)


_FORMAT = Parameter(
    "format",
    "The format; /api/exports says what each is for.",
    {"type": "string", "enum": list(EXPORTERS)},
    required=True,
    place="path",
)

ENDPOINTS = (
    Endpoint("/api/releases", "All releases, those retracted or issued again too.", releases,
             ReleaseEntry, PAGE, is_list=True),
    Endpoint("/api/release", "What the data of a release are: period, coverage, versions, counts.",
             release, ReleaseData),
    Endpoint("/api/exports", "The formats that a whole release comes in.", exports, ExportEntry,
             PAGE, is_list=True),
    Endpoint("/api/export/{format}", "A whole release in one file; /api/exports lists the formats.",
             export, None, (_FORMAT, LANGUAGE)),
)  # fmt: skip
