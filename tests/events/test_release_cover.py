"""What a release's cover says: period, number, counts."""

from __future__ import annotations

import pytest

from sholu.events.release_cover import read_cover, read_period
from sholu.events.release_headings import section_names
from sholu.vocabulary.model import Vocabulary


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("1-15.01.2025", "2025-01-01/2025-01-15"),
        ("01 – 15.08.2025", "2025-08-01/2025-08-15"),
        ("16.12-31.12.2024", "2024-12-16/2024-12-31"),
        ("16.12-15.01.2025", "2024-12-16/2025-01-15"),
        ("16.12.2024 - 15.01.2025", "2024-12-16/2025-01-15"),
        ("from 1 to 15 January 2025", "2025-01-01/2025-01-15"),
        ("January 1-15, 2025", "2025-01-01/2025-01-15"),
        ("с 1 по 15 января 2025 года", "2025-01-01/2025-01-15"),
        ("16-31 мая 2025 г.", "2025-05-16/2025-05-31"),
        ("28 декабря по 10 января 2025 года", "2024-12-28/2025-01-10"),
        ("2025 жылғы 16-31 наурыз", "2025-03-16/2025-03-31"),
        ("16-30 қараша 2025", "2025-11-16/2025-11-30"),
    ],
)
def test_a_period_is_read_in_each_of_its_forms(printed: str, period: str) -> None:
    assert str(read_period(f"Release\n\n{printed}\n\n#3")) == period


@pytest.mark.parametrize(
    "printed", ["15-1.01.2025", "1-15.13.2025", "32-40.01.2025", "tel. 1-15 25"]
)
def test_what_is_no_period_of_the_calendar_is_not_read(printed: str) -> None:
    assert read_period(printed) is None


@pytest.mark.parametrize(
    ("printed", "number"), [("#1", 1), ("№ 24", 24), ("No. 3", 3), ("Выпуск 7", 7)]
)
def test_the_number_is_read_with_each_of_its_signs(
    printed: str, number: int, world: Vocabulary
) -> None:
    assert read_cover(f"Release\n{printed}\n", section_names(world)).number == number


@pytest.mark.parametrize(
    ("printed", "total", "counts"),
    [
        ("media covered 9 events (*Aldaria - 5, Morovia – 4*).", 9, [("XA", 5), ("XB", 4)]),
        ("освещено 6 событий (Алдария – 5, Достан -1)", 6, [("XA", 5), ("XC", 1)]),
        ("covered 3 interesting events (Morovla: 3)", 3, []),
        ("covered events (Republic of Aldaria: 2)", None, [("XA", 2)]),
    ],
)
def test_the_counting_paragraph_gives_a_total_and_numbers_by_country(
    printed: str, total: int | None, counts: list[tuple[str, int]], world: Vocabulary
) -> None:
    read = read_cover(
        f"Release\n\nFrom 1 to 15 January 2031, {printed}", section_names(world)
    ).counts
    if not counts:
        assert read is None
        return
    assert read is not None
    assert (read.total, [(code, n) for code, _, n in read.by_country]) == (total, counts)


def test_a_bracket_with_numbers_of_other_things_is_no_count(world: Vocabulary) -> None:
    assert read_cover("We met 9 events (tea - 5, cakes - 4).", section_names(world)).counts is None
