"""Twelve invented events in invented countries. All persons, places and numbers are made up."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PIL import Image

from sholu.core.ids import identify
from sholu.core.period import Period, parse_period
from sholu.events.model import Address, Event
from sholu.evidence.model import Span
from sholu.mentions.model import Figure
from sholu.release.compose import Edits, compose
from sholu.release.html import write_html
from sholu.release.json_form import write_json
from sholu.release.model import Edition, Publisher, Release, SourceDocument
from sholu.release.pdf import write_pdf
from sholu.vocabulary.load import load

PERIOD: Period = parse_period("2025-01-01/2025-01-15")
NO_EDITS = Edits({}, None)


def span_of(document: str, text: str, words: str) -> Span:
    """The span of the first place of ``words`` in ``text``."""
    start = text.index(words)
    end = start + len(words)
    return Span(
        id=identify("span", document, start, end),
        document=document,
        text_version="0" * 16,
        start=start,
        end=end,
        quote=words,
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        page=1,
        cell=None,
    )


def figure_of(document: str, text: str, words: str, of: str | None, **more: Any) -> Figure:
    """A figure of the first place of ``words``; its value is the number that they begin with."""
    figure = Figure(
        id=identify("figure", document, words, of),
        value=1.0,
        value_high=None,
        value_printed=words,
        unit=None,
        value_base=None,
        value_high_base=None,
        unit_base=None,
        of=of,
        of_code=None,
        qualifier="exact",
        accumulation=None,
        period=None,
        suspect=None,
        likely_reading=None,
        row_label=None,
        column_label=None,
        table_title=None,
        span=span_of(document, text, words),
    )
    return replace(figure, **more)


def event(
    name: str,
    title: str,
    text: str,
    *,
    countries: Sequence[str] = ("XA",),
    kind: str | None = "seizure",
    figures: Mapping[str, str | None] | None = None,
    **more: Any,
) -> Event:
    """An event with one document, whose first paragraph is its evidence."""
    document = hashlib.sha256(name.encode()).hexdigest()
    found = [figure_of(document, text, words, of) for words, of in (figures or {}).items()]
    made = Event(
        id=f"event-{name}",
        kind=kind,
        title=title,
        text=text,
        language="en",
        countries=tuple(countries),
        regions=(),
        places=(),
        place_precision=None,
        date_start=None,
        date_end=None,
        date_basis=None,
        published="2025-01-10",
        agencies=(),
        substances=(),
        about_drugs=True,
        figures=tuple(found),
        addresses=(Address(f"https://press.example/{name}", None),),
        documents=(document,),
        spans=(span_of(document, text, text.split("\n\n")[0]),),
        pictures=(),
        release_item=None,
        confidence=0.9,
        status="accepted",
        marking="clear",
        reader="invented 1",
    )
    return replace(made, **more)


def picture() -> bytes:
    """A grey JPEG of 40 by 30 pixels in which a camera wrote who took it."""
    image = Image.new("RGB", (40, 30), "#889999")
    notes = Image.Exif()
    notes[0x013B] = "Invented Photographer"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=notes)
    return buffer.getvalue()


PICTURES = {hashlib.sha256(picture()).hexdigest(): picture()}

REED = (
    "Officers of the invented Reed unit found 46.1 kg of hashish in two vans near Tersay. "
    "They detained 9 persons.\n\n"
    "In eleven months of last year the unit took more than 5.7 tons of drugs. "
    "Another 9 persons were questioned."
)

EVENTS: tuple[Event, ...] = (
    event(
        "reed", "Operation Reed: 46.1 kg of hashish seized", REED, kind="operation",
        regions=("XA-02",), agencies=("XA.MVD",), date_start="2025-01-06", date_end="2025-01-09",
        published="2025-01-10", pictures=tuple(PICTURES),
        figures={"46.1 kg": "hashish", "9 persons": "detained", "5.7 tons": "drugs"},
    ),
    event(
        "markup", "Markup #read(\"x\") $x$ *b* <script>alert(1)</script> is only words",
        "A note with #read(\"/etc/passwd\"), $x^2$, *bold*, _low_, `code`, {{ seven }} and "
        "<b onclick=\"x\">signs</b> & more @here <label> was printed as it came.",
        kind="warning", published="2025-01-03",
        addresses=(Address("javascript:alert(1)", None),),
    ),
    event(
        "talk", "Мектепте кездесу өтті: әңгіме, үлгі, құқық, һәм сұрақ",
        "Терсай облысында полиция қызметкерлері 120 оқушымен кездесті. Іс-шараға ата-аналар да "
        "қатысты.", kind="prevention", language="kk", published="2025-01-04",
        regions=("XA-02",), figures={"120 оқушымен": "оқушы"},
    ),
    event(
        "court", "Вынесен приговор по делу о сбыте", "Суд назначил person-k3q7abcdef наказание: "
        "7 лет лишения свободы. Приговор в силу не вступил.", kind="court", language="ru",
        published="2025-01-12", figures={"7 лет": "лишения свободы"},
    ),
    event(
        "suspect", "Offers fall after a campaign", "The number of new offers fell by 6080 percent, "
        "the agency says.", kind="campaign", published="2025-01-05",
        addresses=(Address("https:/press.example/a-very-long-address/" + "part-of-it/" * 14,
                           "https://press.example/a-very-long-address/" + "part-of-it/" * 14),),
    ),
    event("dogs", "Dog Bora finds 7 parcels", "Dog Bora found 7 parcels at the crossing.",
          published="2025-01-05", figures={"7 parcels": "parcels"}),
    event("hemp", "Households turn to lavender", "36 households signed up.",
          kind="alternative_development", published="2025-01-07",
          figures={"36 households": "households"}),
    event("north", "Contest opens in Northern Morovia", "Works are taken until 28 February.",
          countries=("XB",), kind="campaign", published="2025-01-14"),
    event("port", "Port of Lenta", "Inspectors found 12 kg of cocaine.", countries=("XB",),
          figures={"12 kg": "cocaine"}, published="2025-01-10"),
    event("airport", "Tablets at the airport", "1 450 tablets were found.", countries=("XC",),
          published="2025-01-07", figures={"1 450 tablets": "tablets"}),
    event("joint", "Three agencies agree", "They will share pictures of stamps.",
          countries=("XC", "XA"), kind="cooperation", published="2025-01-14"),
    event("sea", "A find at sea", "Sailors found a barrel.", countries=(), kind=None,
          published="2025-01-01/2025-01-15"),
)  # fmt: skip

SUSPECT = figure_of(
    EVENTS[4].documents[0], EVENTS[4].text, "6080 percent", "new offers",
    suspect="more than all", likely_reading="60–80 percent",
)  # fmt: skip
EVENTS = tuple(replace(e, figures=(SUSPECT,)) if e.id == "event-suspect" else e for e in EVENTS)


def publisher(**more: Any) -> Publisher:
    """The invented centre."""
    made = Publisher(
        name="Invented Drug Information Centre",
        subtitle="of Aldaria, Morovia and Dostan",
        city="Aqbulut",
        address="Aqbulut, Tolqyn Avenue, 7",
        telephone="+000 00 00",
        fax="",
        email="release@centre.example",
        site="https://centre.example",
        emblem=b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        b'<circle cx="4" cy="4" r="4" fill="#1f4e5f"/></svg>',
        emblem_type="svg",
        banner="Invented data for demonstration",
        countries=(),
    )
    return replace(made, **more)


def documents_of(events: Sequence[Event]) -> dict[str, SourceDocument]:
    """A document for each id that events name."""
    return {
        id_: SourceDocument(id_, f"{e.id}.html", "Invented press", None, "2025-01-10")
        for e in events
        for id_ in e.documents
    }


def compose_invented(
    language: str, events: Sequence[Event] = EVENTS, edits: Edits = NO_EDITS, **more: Any
) -> Release:
    """The invented release in a language."""
    edition = Edition(1, PERIOD, language)
    return compose(edition, publisher(**more), events, documents_of(events), load(), edits)


def files_of(release: Release) -> dict[str, bytes]:
    """The three files of a release."""
    return {
        "release.pdf": write_pdf(release, PICTURES),
        "release.html": write_html(release, PICTURES, {}),
        "release.json": write_json(release),
    }


if __name__ == "__main__":
    for name, content in files_of(compose_invented("kk")).items():
        print(name, hashlib.sha256(content).hexdigest())
