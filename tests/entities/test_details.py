"""Details and names that reports of one event share across languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sholu.entities.details import read_details
from sholu.entities.model import ComparedFigure, EventKey
from sholu.entities.proper_names import read_names, without_common_names
from sholu.entities.same_event import same_events

KEY = EventKey(
    id="a", documents=("doc-a",), title="a", kind="arrest", countries=("XA",), regions=("XA-02",),
    published="2031-03-20", date_start=None, figures=(), sketch=(), substances=("heroin",),
    places=("Ordabad",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "details"),
    [
        ("en", "The capsules were swallowed by a woman on a flight.", {"body", "capsule", "plane"}),
        ("ru", "Пассажирка рейса проглотила капсулы.", {"body", "capsule", "plane"}),
        ("kk", "Ұшақ жолаушысы капсулаларды жұтқан.", {"body", "capsule", "plane"}),
        ("kk", "Jük köligi şekarada toqtatyldy.", {"lorry", "border"}),
        ("ru", "Супруги хранили свёртки в гараже.", {"couple", "garage"}),
    ],
)
def test_details_are_the_same_in_each_language(language: str, text: str, details: set[str]) -> None:
    assert details <= set(read_details(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Төрт адам қаңтарда сотталды."),
        ("ru", "Врачам выдали лицензию, скорость выросла."),
        ("en", "The dollars were liquidated."),
    ],
)
def test_words_that_begin_alike_are_no_details(language: str, text: str) -> None:
    assert not {"food", "school", "toy", "candles"} & set(read_details(text, language))


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        (
            ("en", "Volunteers painted over graffiti and handed out leaflets."),
            ("ru", "Волонтёры закрасили граффити и раздали листовки."),
            {"volunteer", "wall_paint", "leaflet"},
        ),
        (
            ("ru", "Присяжные оправдали хакера, кассация впереди."),
            ("kk", "Алқабилер хакерді ақтап шықты, кассация күтілуде."),
            {"jury", "acquittal", "hacker", "cassation"},
        ),
        (
            ("en", "The ambassador brought a memorandum on naloxone to the forum."),
            ("kk", "Елші форумға налоксон туралы меморандум әкелді."),
            {"ambassador", "memo_paper", "naloxone", "forum"},
        ),
    ],
)
def test_news_of_public_life_shares_its_concepts(
    one: tuple[str, str], two: tuple[str, str], shared: set[str]
) -> None:
    first, second = (set(read_details(text, language)) for language, text in (one, two))
    assert shared <= first & second


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The diplomats read a bulletin; officers stormed the house."),
        ("ru", "Заместитель в свою очередь назвал посетителей наркозависимыми, аудитория ждала."),
        ("kk", "Егіс алқабында күрделі жүкті канистрмен тасыды."),
    ],
)
def test_words_like_those_of_public_life_are_not_caught(language: str, text: str) -> None:
    unlike = {"award", "ammunition", "storm", "methadone", "queue", "visit", "painkiller"}
    unlike |= {"prosecutor_check", "jury", "kurdish", "pregnant", "urine_blood"}
    assert not unlike & set(read_details(text, language))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The shop was called Skorpion.", "Магазин назывался «Скорпион»."),
        ("They drove a Hyundai Accent.", "Ехали на «Хендай Акцент»."),
        ("A Lada Granta was stopped.", "Лада «Гранта» тоқтатылды."),
    ],
)
def test_names_are_alike_in_two_alphabets(one: str, two: str) -> None:
    assert set(read_names(one)) & set(read_names(two))


def test_places_offices_and_first_words_are_no_names() -> None:
    assert read_names("Officers of the Interior Ministry in Almaty said so. Nobody was held.") == ()


def test_a_name_that_many_events_have_tells_nothing() -> None:
    keys = [replace(KEY, id=f"e{n}", names=("klbr", f"n{n}")) for n in range(9)]
    assert all(key.names == (key.id.replace("e", "n"),) for key in without_common_names(keys))


def _joined(**facts: object) -> bool:
    one = replace(KEY, **facts)  # type: ignore[arg-type]
    two = replace(one, id="b", documents=("doc-b",), title="b")
    return len(same_events([one, two], [])) == 1


def test_two_silent_reports_are_joined_by_details_and_a_name_alone() -> None:
    assert not _joined()
    assert not _joined(details=("woman",))
    assert _joined(details=("wheel", "taxi", "dog"), names=("klbr",))


def test_a_report_that_contradicts_one_of_a_group_is_not_joined_through_another() -> None:
    told: dict[str, object] = {
        "details": ("body", "capsule", "plane", "suitcase"),
        "agencies": ("XA.CUSTOMS",),
    }
    first = replace(KEY, ages=(37,), date_start="2031-03-16", **told)  # type: ignore[arg-type]
    silent = replace(first, id="b", documents=("doc-b",), title="b", ages=(), date_start=None)
    other = replace(first, id="c", documents=("doc-c",), title="c", ages=(29,), kind="seizure")
    other = replace(other, date_start="2031-03-19", places=("Terem",))
    first, other = (
        replace(key, figures=(ComparedFigure(grams, None, "g", "heroin"),))
        for key, grams in ((first, 742.0), (other, 1698.0))
    )
    assert len(same_events([silent, other], [])) == 1
    clusters = same_events([first, silent, other], [])
    assert all({"a", "c"} - set(cluster.members) for cluster in clusters)
