"""Articles of law as the three languages cite them."""

from __future__ import annotations

from datetime import date

import pytest

from sholu.mentions.law import find_law
from sholu.mentions.law_versions import version_on
from sholu.vocabulary.load_law import load_law
from tests.mentions.conftest import Annotate, sentence_of


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("under Article 297 part 3", ["297.3"]),
        ("part 3 of Article 297", ["297.3"]),
        ("Art.296-part 2", ["296.2"]),
        ("articles 296-302 of the code", ["296/302"]),
        ("art. 296, 297, 299-1 and 310", ["296", "297", "299-1", "310"]),
        ("по ч. 3 ст. 297 УК", ["297.3"]),
        ("часть 3 статьи 297", ["297.3"]),
        ("статьёй 270 УК предусмотрен штраф", ["270"]),
        ("ст. 299-1", ["299-1"]),
        ("статей 296-302", ["296/302"]),
        ("297-баптың 3-бөлігі", ["297.3"]),
        ("297-баптың үшінші бөлігі", ["297.3"]),
        ("297-бап бойынша", ["297"]),
        ("three articles of 2024", []),
    ],
)
def test_articles_and_parts(text: str, codes: list[str]) -> None:
    assert [found.code for found in find_law(text, [sentence_of(text, None)])] == codes


@pytest.mark.parametrize(
    ("text", "code", "points", "act", "country"),
    [
        ("п. 2 ч. 3 ст. 297 УК РК", "297.3", ("2",), "CC", "KZ"),
        ("пп. 1, 2 ч. 3 ст. 297", "297.3", ("1", "2"), None, None),
        ("п. «г» ч. 4 ст. 228.1 УК РФ", "228.1.4", ("г",), "CC", "RU"),
        ("статья 283 УК КР", "283", (), "CC", "KG"),
        ("ст. 440 КоАП РК", "440", (), "CAO", "KZ"),
        ("Article 52 of the CPC of Kazakhstan", "52", (), "CPC", "KZ"),
        ("Article 297 (part 4) of the Criminal Code", "297.4", (), "CC", None),
        ("paragraph 1 of part 3 of Article 297", "297.3", ("1",), None, None),
        ("the third part of Article 297", "297.3", (), None, None),
        ("частью третьей статьи 297", "297.3", (), None, None),
        ("297-баптың 3-бөлігі 2-тармағы", "297.3", ("2",), None, None),
        ("ҚР ҚК 297-бабы 3-бөлігінің 1), 2) тармақтары", "297.3", ("1", "2"), "CC", "KZ"),
    ],
)
def test_a_citation_has_part_points_act_and_country(
    text: str, code: str, points: tuple[str, ...], act: str | None, country: str | None
) -> None:
    (found,) = find_law(text, [sentence_of(text, None)])
    assert (found.code, found.points, found.act, found.country) == (code, points, act, country)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("статьями 296 (ч. 1) и 297", ["296.1", "297"]),
        ("articles 296-1 and 301", ["296-1", "301"]),
        ("Articles 297(3) and 301", ["297.3", "301"]),
        ("ст. 296–303", ["296/303"]),
        ("296, 297 және 299-1-баптар", ["296", "297", "299-1"]),
        ("ч. 4 ст. 24, п. 2 ч. 3 ст. 297", ["24.4", "297.3"]),
        ("по ч. 1, 2 ст. 297", ["297.1", "297.2"]),
        ("по статье 297, 12 человек", ["297"]),
        ("по ст. 297 и 5 лет", ["297"]),
    ],
)
def test_lists_of_articles_end_where_amounts_begin(text: str, codes: list[str]) -> None:
    assert [found.code for found in find_law(text, [sentence_of(text, None)])] == codes


def test_an_act_once_named_holds_for_the_articles_after() -> None:
    text = "Дело ведут по ст. 283 УК КР и ч. 1 ст. 284."
    found = find_law(text, [sentence_of(text, "ru")])
    assert [(one.code, one.country) for one in found] == [("283", "KG"), ("284.1", "KG")]


@pytest.mark.parametrize(
    ("published", "act"), [("2025-03-01", "KZ.CC2014"), ("2013-03-01", "KZ.CC1997"), (None, None)]
)
def test_the_code_is_the_one_in_force_on_the_day(
    published: str | None, act: str | None, annotated: Annotate
) -> None:
    document = annotated("Мужчину осудили по ч. 2 ст. 259 УК РК.", published=published)
    assert [m.role for m in document.mentions if m.kind == "law"] == [act]


def test_the_version_of_a_part_is_asked_by_day() -> None:
    law = load_law()
    found = version_on("297.3", "KZ.CC2014", date(2025, 3, 1), law)
    assert found is not None
    assert (found.article, found.part) == ("297", "3")
    assert version_on("297.3", "KZ.CC2014", date(2001, 3, 1), law) is None
