"""A small package about invented Aldaria, made by hand; persons, places and numbers are invented.

Three events, two series with three observations, four claims, one dispute.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sholu.release.package.contents import Contents, PagePicture, Passage, Words
from sholu.release.package.model import (
    FILE,
    About,
    Box,
    Coverage,
    Named,
    PublicClaim,
    PublicDecision,
    PublicDispute,
    PublicDocument,
    PublicEvent,
    PublicFinding,
    PublicObservation,
    PublicPoint,
    PublicSource,
    Telling,
)
from sholu.release.package.write import package_bytes
from sholu.vocabulary.model import Names

ABOUT = About(
    "2025-01", 1, 2025, 0, "2025-01-01", "2025-01-15", "XA", {"en": "Invented"}, {}, {},
    ("en", "ru", "kk"), (("sholu", "0"),),
)  # fmt: skip

EVENT = PublicEvent(
    id="event-herd",
    kind="seizure",
    title="5 kg of heroin found in a herd of sheep",
    text="Officers found 5 kg of heroin near Tersay.",
    language="en",
    countries=("XA",),
    regions=("XA-02",),
    places=("Tersay",),
    date_start="2025-01-10",
    date_end="2025-01-10",
    date_basis="stated",
    published="2025-01-11",
    agencies=("XA.MVD",),
    substances=("heroin",),
    figures=(),
    addresses=("https://press.example/herd",),
    documents=("d1",),
    spans=("span-herd",),
    tellings=(Telling("xa-press", "d1", "2025-01-11", "span-herd"),),
    differences=(),
    status="accepted",
    confidence=0.9,
    latitude=44.0,
    longitude=56.0,
    place_basis="town",
    item=1,
)

EVENTS = (
    EVENT,
    replace(
        EVENT,
        id="event-school",
        kind="prevention",
        title="В школах прошли уроки",
        text="Ученикам рассказали о вреде наркотиков. Гашиша не нашли.",
        language="ru",
        regions=("XA-01",),
        date_start="2025-01-05",
        substances=(),
        documents=("d2",),
        spans=(),
        tellings=(),
        item=None,
    ),
    replace(
        EVENT,
        id="event-border",
        title="Шекарада есірткі табылды",
        text="Облыстың шекарасында мал арасынан 3 келі гашиш тәркіленді.",
        language="kk",
        regions=("XA-01", "XA-02"),
        date_start=None,
        published="2024-12",
        substances=("hashish",),
        documents=("d3",),
        spans=(),
        tellings=(),
        item=None,
    ),
)

CLAIM = PublicClaim(
    id="claim-a",
    indicator="offences_registered",
    place="XA-01",
    place_printed="Aqbulut",
    period_start="2023",
    period_end="2023",
    substance=None,
    of="offences",
    value=10.0,
    value_high=None,
    unit="offence",
    value_base=10.0,
    value_high_base=None,
    unit_base="offence",
    printed="10",
    qualifier="exact",
    accumulation="period",
    suspect=None,
    likely_reading=None,
    source="xa-press",
    cited_source=None,
    grade="C",
    document="d1",
    span="span-ten",
    status="proposed",
    confidence=0.5,
)

CLAIMS = (
    CLAIM,
    replace(CLAIM, id="claim-b", value=12.0, printed="12", document="d2", span=None),
    replace(CLAIM, id="claim-c", period_start="2024", period_end="2024", value=0.0, printed="0"),
    replace(CLAIM, id="claim-d", place="XA-02", period_start=None, period_end=None),
)


def point(claim: PublicClaim, /, **more: Any) -> PublicPoint:
    """The point of a claim."""
    made = PublicPoint(
        claim.id, claim.value, None, None, None, "reported", "exact", claim.printed, claim.source,
        None, claim.grade, claim.document, "2024-02-01", claim.span, "", "",
    )  # fmt: skip
    return replace(made, **more)


OBSERVATION = PublicObservation(
    id="observation-2023",
    series="series-1",
    indicator="offences_registered",
    place="XA-01",
    substance=None,
    scope="",
    frequency="year",
    accumulation="period",
    period="2023",
    first_day="2023-01-01",
    last_day="2023-12-31",
    value=10.0,
    value_high=None,
    low=None,
    high=None,
    unit="offence",
    status="reported",
    qualifier="exact",
    derived="",
    chosen="claim-a",
    rule="highest_grade_then_latest",
    differing=True,
    points=(point(CLAIMS[0]), point(CLAIMS[1])),
)

OBSERVATIONS = (
    OBSERVATION,
    replace(
        OBSERVATION,
        id="observation-2024",
        period="2024",
        first_day="2024-01-01",
        last_day="2024-12-31",
        value=0.0,
        status="zero",
        chosen="claim-c",
        differing=False,
        points=(point(CLAIMS[2]),),
    ),
    replace(
        OBSERVATION,
        id="observation-other",
        series="series-2",
        place="XA-02",
        value=None,
        status="suppressed",
        chosen="cell-of-nobody",
        differing=False,
        points=(point(CLAIMS[3], claim="cell-of-nobody", value=None, status="suppressed"),),
    ),
)

DISPUTE = PublicDispute(
    "dispute-1", "contradiction", "offences_registered", "XA-01", "2023", ("claim-a", "claim-b"),
    "true_conflict", "10 against 12.", None, "high",
)  # fmt: skip

NAMED = (
    Named("place", "XA", Names(("Aldaria",), ("Алдария",), ("Алдария",))),
    Named("place", "XA-01", Names(("Aqbulut",), ("Акбулут",), ("Ақбұлт",)), parent="XA"),
    Named(
        "place", "XA-02", Names(("Tersay region",), ("Терсайская область",), ("Терсай облысы",)),
        parent="XA",
    ),
    Named("substance", "heroin", Names(("heroin",), ("героин",), ("героин",)), parent="opioids"),
    Named("substance", "hashish", Names(("hashish",), ("гашиш",), ("гашиш",)), parent="cannabis"),
    Named("event_kind", "seizure", Names(("seizure",), ("изъятие",), ("тәркілеу",))),
    Named(
        "indicator", "offences_registered",
        Names(("offences",), ("правонарушения",), ("құқық бұзушылықтар",)),
    ),
)  # fmt: skip

PNG = b"\x89PNG invented"


def document(id_: str, language: str, published: str | None) -> PublicDocument:
    """A document of the press."""
    return PublicDocument(
        id_, f"{id_}.html", "xa-press", None, published, language, "text/html", "read", ""
    )


CONTENTS = Contents(
    about=ABOUT,
    coverage=Coverage(3, 0, 1, 0, 2, 5),
    named=NAMED,
    sources=(
        PublicSource("xa-press", Names(("Press",)), "newspaper", "XA", "C", "", None, None, 3),
    ),
    documents=(
        document("d1", "en", "2025-01-11"),
        document("d2", "ru", "2025-01-05"),
        document("d3", "kk", None),
    ),
    events=EVENTS,
    claims=CLAIMS,
    observations=OBSERVATIONS,
    disputes=(DISPUTE,),
    findings=(
        PublicFinding("finding-1", "damaged_address", "d1", "Damaged.", (), "", "likely", "low"),
        PublicFinding("finding-2", "garbled", "d2", "Garbled.", (), "", "likely", "high"),
    ),
    passages=(
        Passage("passage-1", "d1", "en", "Officers found 5 kg of heroin near Tersay."),
        Passage("passage-2", "d1", "en", "Aqbulut\t10"),
    ),
    words=(
        Words("span-herd", "d1", "passage-1", 15, 19, 2, None, (Box(0.1, 0.2, 0.3, 0.4),)),
        Words("span-ten", "d1", "passage-2", 8, 10, None, "B2", ()),
    ),
    pictures=(PagePicture("d1", 2, PNG),),
    decisions=(
        PublicDecision(3, "2025-01-12T00:00:00Z", "accept", "event-herd", "It is so.", {}),
    ),
)  # fmt: skip


def write_package(folder: Path, contents: Contents = CONTENTS) -> Path:
    """A folder with nothing but the data."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(package_bytes(contents))
    return folder
