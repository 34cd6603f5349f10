"""Languages that are told apart but not read yet: digits are found, nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from sholu.build.reading import read_one
from sholu.build.task import Task
from sholu.core.ids import sha256_hex
from sholu.sources.store import Origin, add

NOTES = {
    "ky": "Ошто 12 кг гашиш табылды\n\nОш шаарында милиция кызматкерлери 12 кг гашиш жана 3 кг "
    "героин таап алышты. Эки адам кармалды. Кылмыш иши козголду, тергөө иштери жүрүп жатат.",
    "uz": "Toshkentda 12 kg gashish topildi\n\nToshkent shahrida ichki ishlar xodimlari 12 kg "
    "gashish va 3 kg geroin olib qo'ydilar. Ikki kishi ushlandi. Jinoyat ishi qo'zg'atildi.",
    "tg": "Дар Душанбе 12 кг ҳашиш ёфт шуд\n\nДар шаҳри Душанбе кормандони Агентӣ 12 кг ҳашиш ва "
    "3 кг героинро мусодира карданд. Ду нафар дастгир шуд. Парвандаи ҷиноятӣ оғоз гардид.",
    "az": "Bakıda 12 kq həşiş tapıldı\n\nBakı şəhərində polis əməkdaşları 12 kq həşiş və 3 kq "
    "heroin aşkar ediblər. İki nəfər saxlanılıb. Cinayət işi başlanıb, istintaq davam edir.",
}


@pytest.mark.parametrize("language", sorted(NOTES))
def test_a_note_in_an_unread_language_is_told_apart_and_breaks_nothing(
    tmp_path: Path, language: str
) -> None:
    content = f"Published: 2025-01-09\n\n# {NOTES[language]}\n\nInvented for a test.\n".encode()
    (tmp_path / "documents").mkdir()
    (tmp_path / "vocabulary").mkdir()
    origin = Origin(name="note.md", retrieved="2025-01-09T00:00:00Z")
    document, _ = add(tmp_path / "documents", content, origin)
    task = Task(
        document=document,
        folder=tmp_path / "documents",
        text=None,
        register=(),
        vocabulary=tmp_path / "vocabulary",
        pseudonyms=b"a test",
        text_key="",
        key="",
    )
    reading = read_one(task)
    assert reading.row.document == sha256_hex(content)
    assert reading.row.language == language
    assert reading.row.published == "2025-01-09"
