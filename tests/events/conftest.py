"""A small invented world for the tests of events: three countries, documents by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from sholu.build.evaluation_item import EvaluationItem, load_items
from sholu.core.finding import Finding
from sholu.events.read import read_events
from sholu.evidence.model import DocumentText, Entry, Passage
from sholu.evidence.read import read_document
from sholu.evidence.span import make_span
from sholu.mentions.annotate import annotate
from sholu.mentions.model import AnnotatedDocument, Figure, Mention
from sholu.sources.model import Document
from sholu.vocabulary import Wording
from sholu.vocabulary.load import load
from sholu.vocabulary.model import Agency, EventKind, Names, Place, Substance, Vocabulary


def _kind(code: str, en: tuple[str, ...], ru: tuple[str, ...] = ()) -> EventKind:
    return EventKind(code, Names(en=(code,)), Wording("", "", ""), Names(en=en, ru=ru))


@pytest.fixture(scope="session")
def world() -> Vocabulary:
    """Countries Aldaria (XA), Morovia (XB) and Dostan (XC), with the few words that tests need."""
    places = (
        Place(
            "XA",
            "country",
            Names(
                ("Aldaria", "Republic of Aldaria"),
                ("Алдария", "Республика Алдария"),
                ("Алдария Республикасы",),
            ),
            "XA",
        ),
        Place(
            "XB",
            "country",
            Names(("Morovia", "Morovian Federation"), ("Моровия", "Моровийская Федерация"), ()),
            "XB",
        ),
        Place(
            "XC",
            "country",
            Names(("Dostan", "Dostan Republic"), ("Достан", "Республика Достан"), ()),
            "XC",
        ),
        Place("XA-01", "region", Names(("Aqbulut",), ("Акбулут",)), "XA", "XA-01"),
        Place("XA-02", "region", Names(("Tersay region",), ("Терсайская область",)), "XA", "XA-02"),
        Place("gn:1", "town", Names(("Ordabad",), ("Ордабад",)), "XA", "XA-02"),
        Place("XB-01", "region", Names(("Lenta",), ("Лента",)), "XB", "XB-01"),
    )
    agencies = (
        Agency(
            "XA.ADCS",
            "XA",
            None,
            Names(("Drug Control Service",)),
            Names(("ADCS",)),
            "drug_control",
        ),
        Agency("XA.CC", "XA", None, Names(("Ordabad City Court",)), Names(), "court"),
        Agency(
            "UNMAR",
            None,
            None,
            Names(("United Nations Mission for Alternative Routes",)),
            Names(("UNMAR",)),
            "international",
        ),
    )
    kinds = (
        _kind("prevention", ("lecture", "prevention", "lesson"), ("лекци", "профилактик")),
        _kind("campaign", ("campaign", "contest"), ("акция", "конкурс")),
        _kind("legislation", ("legislation", "criminal code", "law"), ("закон",)),
        _kind("warning", ("warns", "warning"), ("предупрежда",)),
        _kind("inspection", ("inspection", "inspected"), ("проверк",)),
        _kind("operation", ("operation", "raid"), ("операци",)),
        _kind("seizure", ("seized", "seizure", "found", "kg of"), ("изъят", "изъяли")),
        _kind("court", ("court", "sentenced", "verdict"), ("приговор", "суд")),
    )
    return Vocabulary(
        places=places,
        substances=(Substance("heroin", "opioids", Names(("heroin",), ("героин",))),),
        agencies=agencies,
        event_kinds=kinds,
        indicators=(),
        units=(),
        fingerprint="invented world",
    )


@dataclass(frozen=True)
class Said:
    """A mention put by hand: words of the text, and what they name."""

    quote: str
    kind: str
    code: str | None
    role: str | None = None


Annotate = Callable[..., AnnotatedDocument]


@pytest.fixture(scope="session")
def annotate_by_hand(world: Vocabulary) -> Annotate:
    """Make an annotated document of a text; names of the world's places are found by themselves."""

    def annotate(
        content: str,
        said: Sequence[Said] = (),
        numbers: Sequence[str] = (),
        *,
        headings: Sequence[str] = (),
        entries: Sequence[Entry] = (),
        **facts: object,
    ) -> AnnotatedDocument:
        text = _text(content, headings, tuple(entries), facts)
        mentions = [_mention(text, one) for one in said]
        mentions += [
            _mention_at(text, match.start(), match.end(), "place", place.code, place.kind)
            for place in world.places
            for _, name in place.names.all()
            for match in re.finditer(rf"{re.escape(name)}(?!\w)", content, re.IGNORECASE)
        ]
        figures = [_figure(text, number) for number in numbers]
        document = Document(
            id="f" * 64,
            name="note.txt",
            size=len(content),
            source=None,
            address=None,
            retrieved="2025-01-16T00:00:00Z",
            published=facts.get("document_published"),  # type: ignore[arg-type]
            licence=None,
            marking=str(facts.get("marking", "clear")),
            part_of=None,
        )
        by_start = sorted(mentions, key=lambda mention: mention.span.start)
        figures.sort(key=lambda figure: figure.span.start)
        return AnnotatedDocument(document, text, tuple(by_start), tuple(figures))

    return annotate


def _text(
    content: str, headings: Sequence[str], entries: tuple[Entry, ...], facts: dict[str, object]
) -> DocumentText:
    passages = tuple(
        Passage(
            m.start(),
            m.end(),
            "heading" if m.group() in headings else "paragraph",
            1 if m.group() in headings else None,
        )
        for m in re.finditer(r"\S.*?(?=\s*\n\s*\n|\s*\Z)", content, re.DOTALL)
    )
    return DocumentText(
        document="f" * 64,
        text=content,
        version="0" * 16,
        reader="hand",
        media_type=str(facts.get("media_type", "text/plain")),
        title=facts.get("title"),
        published=facts.get("published"),
        site=None,
        address=facts.get("address"),  # type: ignore[arg-type]
        language="en",
        status="read",
        reason="",
        passages=passages,
        cells=(),
        pages=(),
        lines=(),
        links=(),
        pictures=(),
        findings=(),
        entries=entries,
    )


def _mention(text: DocumentText, said: Said) -> Mention:
    start = text.text.index(said.quote)
    return _mention_at(text, start, start + len(said.quote), said.kind, said.code, said.role)


def _mention_at(
    text: DocumentText, start: int, end: int, kind: str, code: str | None, role: str | None
) -> Mention:
    return Mention(f"mention-{kind}-{start}", kind, code, role, make_span(text, start, end))


def _figure(text: DocumentText, printed: str) -> Figure:
    start = text.text.index(printed)
    return Figure(
        id=f"figure-{start}",
        value=float(re.sub(r"[^\d.]", "", printed)),
        value_high=None,
        value_printed=printed,
        unit=None,
        value_base=None,
        value_high_base=None,
        unit_base=None,
        of=None,
        of_code=None,
        qualifier="exact",
        accumulation=None,
        period=None,
        suspect=None,
        likely_reading=None,
        row_label=None,
        column_label=None,
        table_title=None,
        span=make_span(text, start, start + len(printed)),
    )


ENGLISH_RELEASE = """# INFORMATION RELEASE

ABOUT PAST EVENTS
IN THE ANTI-DRUG SPHERE
(according to the media)

16-31.03.2031

#6

Aqbulut - 2031

**EDITORIAL ADDRESS:**

Republic of Aldaria, Aqbulut, Reed Street, 9

tel.: 00 000 00

desk@observatory.example www.observatory.example

## CONTENTS

<i>REPUBLIC OF ALDARIA</i> .....\t2
<i>MOROVIAN FEDERATlON</i> .....\t4

In the period from 16 to 31 March 2031, media of the region covered
4 events in the anti-drug sphere (*Aldaria - 3, Morovia - 1*).

**REPUBLIC OF AL-
DARIA**

### OPERATION “REED” ENDED IN TERSAY REGION

Officers of the Drug Control Service carried out Operation Reed in Tersay
region from 18 to 20 March 2031. They seized 5 kg of heroin and, in a gar-
age, found scales. The dog handlers of the service and the

Ordabad City Court staff took part in what

came after.

- It was a long night, - said the officer.

https:/service.example/en/reed

**RIVERNEWS.AL****COURT SENTENCED A COURIER
IN ORDABAD**

The verdict was read on Friday

The court found that the courier had carried 300 g of heroin

https://rivernews.al/en/4,

7

https://service.example/en/verdict

A LECTURE ON THE HARM OF DRUGS AT SCHOOL No. 2

Yesterday officers gave a lecture to 40 pupils.

## M0ROVIAN FEDERATI0N

**MINISTRY WARNS OF A SCHEME**

The ministry warns of offers of easy money.

https://xn--b1aew.xn--plai/news/item/11

Republic of Aldaria, Aqbulut, Reed Street, 9
tel.: 00 000 00
desk@observatory.example www.observatory.example
"""

RUSSIAN_RELEASE = """ИНФОРМАЦИОННЫЙ РЕЛИЗ
О ПРОШЕДШИХ СОБЫТИЯХ В АНТИНАРКОТИЧЕСКОЙ СФЕРЕ
(по материалам СМИ)

№ 2

с 16 по 31 января 2031 года

СОДЕРЖАНИЕ

РЕСПУБЛИКА АЛДАРИЯ 2
РЕСПУБЛИКА ДОСТАН 5

В период с 16 по 31 января 2031 года в СМИ освещено 5 событий в сфере
противодействия незаконному обороту наркотиков (Алдария – 1, Достан – 3).

РЕСПУБЛИКА АЛДАРИЯ
В ТЕРСАЙСКОЙ ОБЛАСТИ ПРОВЕРИЛИ АПТЕКИ
Сотрудники ведомства провели проверку аптек 20 января 2031 года. Нарушения нашли в шести.
https://police.example/ru/1
https://news.example/ru/2

РЕСПУБЛИКА
ДОСТАН

**ИЗЪЯТ ГЕРОИН**

На границе изъяли 2 кг героина.

**ПРОФИЛАКТИЧЕСКАЯ ЛЕКЦИЯ ДЛЯ СТУДЕНТОВ**

Лекция прошла в колледже.

ДРУГИЕ СТРАНЫ

**АКЦИЯ ПРОШЛА В СТОЛИЦЕ МОРОВИИ**

Акция собрала 80 человек.
"""


@pytest.fixture(scope="session")
def english_release() -> str:
    """An invented release with the damage that text made from PDFs has."""
    return ENGLISH_RELEASE


@pytest.fixture(scope="session")
def russian_release() -> str:
    """An invented release in Russian, with few blank lines and counts that don't agree."""
    return RUSSIAN_RELEASE


@pytest.fixture(scope="session")
def said() -> type[Said]:
    """To put a mention by hand."""
    return Said


Check = Callable[[str], list[Finding]]


@pytest.fixture(scope="module")
def check() -> Check:
    """The arithmetic findings of a note, read with the real vocabulary."""
    vocabulary = load()

    def of(content: str) -> list[Finding]:
        text = read_document(content.encode(), "note.txt").text
        document = Document(
            text.document, "note.txt", len(content), None, None, "2025-01-16T00:00:00Z", None, None,
            "clear", None,
        )  # fmt: skip
        annotated = annotate(document, text, vocabulary, b"k" * 32)
        findings = read_events(annotated, vocabulary, None).findings
        return [finding for finding in findings if finding.kind == "arithmetic"]

    return of


@pytest.fixture(scope="session")
def blank() -> EvaluationItem:
    """Any item of the evaluation; what matters is replaced."""
    return load_items(Path(__file__).parents[2] / "evaluation")[0]
