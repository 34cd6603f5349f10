"""The situation report from the user's side."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from sholu.core.errors import SholuError
from sholu.release.model import ReleaseError
from tests.conftest import run


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What explains the demand", "What is not known", "Evidence of the figures")),
        ("ru", ("Чем объясняется спрос", "Чего не известно", "Доказательства цифр")),
        ("kk", ("Сұраныс немен түсіндіріледі", "Не белгісіз", "Сандардың дәлелі")),
    ],
)
def test_the_report_answers_seven_questions_in_the_language(
    released_store: Path, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "report.pdf"
    asked = ("--place", "XA", "--period", "2024", "--lang", language)
    done = run(released_store, "report", *asked, "-o", str(path))
    assert done.exit_code == 0, done.output
    pdf = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    flat = " ".join(text.split()).casefold()
    for word in words:
        assert word.casefold() in flat
    assert all(f"{number}. " in flat for number in range(1, 8))
    assert 10 <= len(pdf) <= 20


def test_a_place_or_release_that_is_not_there_is_an_error(
    released_store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "none.pdf"
    for asked in (
        ("--place", "QQ"),
        ("--place", "XA", "--release", "2031-01"),
        ("--place", "XA", "--period", "last year"),
    ):
        done = run(released_store, "report", *asked, "-o", str(path))
        assert isinstance(done.exception, SholuError)
    assert not path.exists()


def test_without_a_release_there_is_nothing_to_report_from(small_store: Path) -> None:
    done = run(small_store, "report", "--place", "XA")
    assert isinstance(done.exception, ReleaseError)
    assert "sholu release" in done.exception.hint
