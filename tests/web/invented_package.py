"""A small release with data, all of it invented, for the pages to show."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from sholu.events.model import Event
from sholu.release.freeze import freeze
from sholu.release.json_form import write_json
from sholu.release.model import Edition
from sholu.release.package.contents import Contents, PagePicture, Passage, Words
from sholu.release.package.model import (
    FILE,
    About,
    Box,
    Coverage,
    Difference,
    Named,
    PublicBreak,
    PublicClaim,
    PublicDecision,
    PublicDispute,
    PublicDocument,
    PublicEvent,
    PublicFigure,
    PublicFinding,
    PublicIndicator,
    PublicObservation,
    PublicPoint,
    PublicSource,
    Telling,
    Withdrawn,
)
from sholu.release.package.write import package_bytes
from sholu.vocabulary.load import load
from tests.release.invented_events import EVENTS, PERIOD, compose_invented

LANGUAGES = ("en", "ru", "kk")
REPORT = "d" * 64
"""The yearly report (PDF) behind the series."""
PAPER = "e" * 64
"""A newspaper that gives another number for 2023."""
REGIONS = tuple(f"XA-0{number}" for number in range(1, 6))
YEARS = range(2019, 2025)
SENTENCE = "In 2023 the agencies registered 203 drug offences in Aldaria."
OTHER_SENTENCE = (
    "Last year 230 drug offences were registered, <img src=x onerror=alert(1)> they say."
)


def about(number: int = 1, language: str = "en") -> About:
    """Whose release it is."""
    return About(
        release=f"2025-0{number}",
        number=number,
        year=2025,
        reissue=0,
        period_start="2025-01-01",
        period_end="2025-01-15",
        country="XA",
        name={"en": "Invented observatory", "ru": "Вымышленная обсерватория",
              "kk": "Ойдан шығарылған обсерватория"},
        banner={"en": "Invented", "ru": "Вымышлено", "kk": "Ойдан шығарылған"},
        contact={"en": "Aqbulut"},
        languages=LANGUAGES,
        versions=(("sholu", "0"),),
    )  # fmt: skip


def named() -> tuple[Named, ...]:
    """Words of the vocabulary."""
    words = load()
    places = [words.place(code) for code in ("XA", "XB", "XC", *REGIONS)]
    made = [
        Named("place", one.code, one.names, one.country if one.kind != "country" else None,
              one.latitude, one.longitude)
        for one in places
    ]  # fmt: skip
    made += [
        Named("event_kind", code, words.event_kind(code).names)
        for code in ("seizure", "operation", "court", "campaign", "prevention", "warning",
                     "cooperation", "alternative_development")
    ]  # fmt: skip
    made += [Named("indicator", "offences_registered",
                   words.indicator("offences_registered").names)]  # fmt: skip
    made += [Named("source", one.code, one.names) for one in sources()]
    return tuple(made)


def sources() -> tuple[PublicSource, ...]:
    """An agency and a newspaper."""
    names = load().place("XA").names
    ministry = replace(names, en=("Ministry",), ru=("Министерство",), kk=("Министрлік",))
    paper = replace(names, en=("Evening paper",), ru=("Вечерняя газета",), kk=("Кешкі газет",))
    return (
        PublicSource("xa-ministry", ministry, "agency", "XA", "B", "Counts its own cases only.",
                     "2024-02-01", "2025-01-02", 1),
        PublicSource("xa-paper", paper, "newspaper", "XA", "D", "Likes large numbers.",
                     "2024-03-01", "2024-03-01", 1),
    )  # fmt: skip


def indicator() -> PublicIndicator:
    """The one indicator."""
    texts = {"en": "Offences in the register.", "ru": "Правонарушения в реестре.",
             "kk": "Тізілімдегі құқық бұзушылықтар."}  # fmt: skip
    return PublicIndicator(
        "offences_registered", load().indicator("offences_registered").names, "offence", None,
        "neither", {"en": "ICCS"}, texts, texts, texts,
    )  # fmt: skip


def point(claim: str, value: float, source: str, grade: str, span: str | None) -> PublicPoint:
    """What one claim says."""
    document = REPORT if source == "xa-ministry" else PAPER
    return PublicPoint(claim, value, None, None, None, "reported", "exact", f"{value:g}", source,
                       None, grade, document, "2024-02-01", span, "", "")  # fmt: skip


def observation(place: str, year: int, value: float | None) -> PublicObservation:
    """A year of a place; 2023 of the country has two claims, one region withholds 2024."""
    claim = f"claim-{place}-{year}".lower()
    span = "span-203" if (place, year) == ("XA", 2023) else None
    points = (point(claim, value, "xa-ministry", "B", span),) if value is not None else ()
    if (place, year) == ("XA", 2023):
        points = (*points, point("claim-paper", 230.0, "xa-paper", "D", "span-230"))
    return PublicObservation(
        id=f"observation-{place}-{year}".lower(), series=f"series-{place}".lower(),
        indicator="offences_registered", place=place, substance=None, scope="", frequency="year",
        accumulation="period", period=str(year), first_day=f"{year}-01-01",
        last_day=f"{year}-12-31", value=value, value_high=None, low=None, high=None,
        unit="offence", status="reported" if value is not None else "suppressed",
        qualifier="exact", derived="", chosen=claim if points else None,
        rule="highest_grade_then_latest", differing=len(points) > 1, points=points,
    )  # fmt: skip


def observations() -> tuple[PublicObservation, ...]:
    """The country over six years, and five regions."""
    made = [observation("XA", year, 200.0 + year - 2020) for year in YEARS]
    for number, region in enumerate(REGIONS):
        for year in YEARS:
            is_withheld = (region, year) == ("XA-05", 2024)
            made.append(observation(region, year, None if is_withheld else 30.0 + number + year))
    return tuple(made)


def claim(id_: str, value: float, source: str, span: str | None, year: int = 2023) -> PublicClaim:
    """A claim about the country in a year."""
    document = REPORT if source == "xa-ministry" else PAPER
    return PublicClaim(
        id=id_, indicator="offences_registered", place="XA", place_printed="Aldaria",
        period_start=str(year), period_end=None, substance=None, of="drug offences", value=value,
        value_high=None, unit="offence", value_base=value, value_high_base=None,
        unit_base="offence", printed=f"{value:g}", qualifier="exact", accumulation="period",
        suspect=None, likely_reading=None, source=source, cited_source=None, grade="B",
        document=document, span=span, status="accepted", confidence=0.9,
    )  # fmt: skip


def public_event(event: Event) -> PublicEvent:
    """An event of the invented release as its data have it."""
    text = event.text.replace("person-k3q7abcdef", "[name withheld]")
    figures = tuple(
        PublicFigure(one.id, 46.1, None, one.value_printed, "kg", 46100.0, None, "g", one.of, None,
                     "exact", None, None, one.suspect, one.likely_reading, one.span.id)
        for one in event.figures
    )  # fmt: skip
    tellings = [Telling("xa-ministry", event.documents[0], "2025-01-10", event.spans[0].id)]
    differences: tuple[Difference, ...] = ()
    if event.id == "event-reed":
        tellings.append(Telling("xa-paper", PAPER, "2025-01-11", "span-230"))
        differences = (Difference("date", {event.documents[0]: ("2025-01-06",),
                                           PAPER: ("2025-01-07",)}),)  # fmt: skip
    return PublicEvent(
        id=event.id, kind=event.kind, title=event.title, text=text, language=event.language,
        countries=event.countries, regions=event.regions, places=(), date_start=event.date_start,
        date_end=event.date_end, date_basis=event.date_basis, published=event.published,
        agencies=(), substances=(), figures=figures,
        addresses=tuple(one.printed for one in event.addresses),
        documents=(*event.documents, *([PAPER] if differences else [])),
        spans=tuple(one.id for one in event.spans), tellings=tuple(tellings),
        differences=differences, status=event.status, confidence=event.confidence,
        latitude=None, longitude=None, place_basis=None, item=None,
    )  # fmt: skip


def documents() -> tuple[PublicDocument, ...]:
    """The report, the newspaper, one that could not be read, and those of the events."""
    made = [
        PublicDocument(REPORT, "report_2023.pdf", "xa-ministry", "https://ministry.example/r.pdf",
                       "2024-02-01", "en", "application/pdf", "read", ""),
        PublicDocument(PAPER, "evening <b>.html", "xa-paper", "javascript:alert(1)",
                       "2024-03-01", "en", "text/html", "read", ""),
        PublicDocument("f" * 64, "torn.pdf", None, None, None, None, "application/pdf", "failed",
                       "The file is cut off."),
    ]  # fmt: skip
    made += [
        PublicDocument(id_, f"{one.id}.html", "xa-ministry", None, "2025-01-10", "en",
                       "text/html", "read", "")
        for one in EVENTS for id_ in one.documents
    ]  # fmt: skip
    return tuple(made)


def words_of_events() -> tuple[list[Passage], list[Words]]:
    """A passage for each event's text, and its spans in it."""
    passages, words = [], []
    for one in EVENTS:
        text = one.text.replace("person-k3q7abcdef", "[name withheld]")
        document = one.documents[0]
        passages.append(Passage(f"passage-{one.id}", document, one.language, text))
        spans = {span.id: span for span in (*one.spans, *(f.span for f in one.figures))}
        for span in spans.values():
            end = min(span.end, len(text))
            words.append(Words(span.id, document, f"passage-{one.id}", span.start, end, None,
                               None, ()))  # fmt: skip
    return passages, words


def page_png() -> bytes:
    """A white page of 100 by 140 pixels."""
    buffer = io.BytesIO()
    Image.new("RGB", (100, 140), "white").save(buffer, "PNG")
    return buffer.getvalue()


def contents() -> Contents:
    """All of it."""
    passages, words = words_of_events()
    passages += [Passage("passage-report", REPORT, "en", SENTENCE),
                 Passage("passage-paper", PAPER, "en", OTHER_SENTENCE)]  # fmt: skip
    words += [
        Words("span-203", REPORT, "passage-report", SENTENCE.index("203"),
              SENTENCE.index("203") + 3, 7, None, (Box(0.1, 0.2, 0.3, 0.25),)),
        Words("span-230", PAPER, "passage-paper", OTHER_SENTENCE.index("230"),
              OTHER_SENTENCE.index("230") + 3, None, None, ()),
    ]  # fmt: skip
    names = load().place("XA").names
    label = replace(names, en=("all complaints",), ru=("все заявления",), kk=("барлық арыз",))
    return Contents(
        about=about(),
        coverage=Coverage(3, 1, 2, 1, 4, 5),
        named=named(),
        indicators=(indicator(),),
        breaks=(PublicBreak("2022-01-01", label, ("XA", *REGIONS), ("offences_registered",),
                            {"en": "Every complaint is counted."}, {"en": "invented"}),),
        sources=sources(),
        documents=documents(),
        events=tuple(public_event(one) for one in EVENTS),
        claims=(
            claim("claim-xa-2023", 203.0, "xa-ministry", "span-203"),
            claim("claim-paper", 230.0, "xa-paper", "span-230"),
            *(claim(f"claim-xa-{year}", 180.0 + year - 2000, "xa-ministry", None, year)
              for year in YEARS if year != 2023),
        ),
        observations=observations(),
        disputes=(PublicDispute("dispute-2023", "contradiction", "offences_registered", "XA",
                                "2023", ("claim-xa-2023", "claim-paper"), "garbled",
                                "203 against 230: two digits changed places.", "203", "high",
                                {"en": "203 against 230: two digits changed places.",
                                 "ru": "В одном месте 203, в другом 230: цифры переставлены.",
                                 "kk": "Бірінде 203, екіншісінде 230: цифрлар ауысқан."},
                                {"en": "203", "ru": "203", "kk": "203"}),),
        findings=(PublicFinding("finding-1", "count_mismatch", "event-reed", "Counts differ.",
                                ("span-203",), "counted", "likely", "low"),),
        passages=tuple(passages),
        words=tuple(words),
        pictures=(PagePicture(REPORT, 7, page_png()),),
        decisions=(PublicDecision(12, "2024-12-30T10:00:00Z", "accept", "claim-xa-2023",
                                  "Compared with the printed report.", {}),),
    )  # fmt: skip


def publish(releases: Path, *, number: int = 1, languages: tuple[str, ...] = LANGUAGES,
            gone: str = "", reissue: int = 0) -> None:  # fmt: skip
    """Freeze the invented release; of ``gone`` only its notice is left."""
    made = contents()
    if gone:
        title = next(one.title for one in made.events if one.id == gone)
        made = replace(
            made,
            events=tuple(one for one in made.events if one.id != gone),
            withdrawn=(Withdrawn("event", gone, title, "2025-01", "2025-01-20T09:00:00Z",
                                 "The document was a forgery."),),
        )  # fmt: skip
    for language in languages:
        events = tuple(one for one in EVENTS if one.id != gone)
        release = compose_invented(language, events)
        edition = Edition(number, PERIOD, language, reissue, "A mended figure." if reissue else "")
        release = replace(release, edition=edition)
        freeze(
            releases,
            edition,
            {
                "release.json": write_json(release),
                "release.html": b"<!doctype html><title>release</title>",
                "release.pdf": b"%PDF-1.7 invented",
                FILE: package_bytes(replace(made, about=about(number, language))),
            },
        )
