"""Printed addresses and their likely repair."""

from __future__ import annotations

import pytest

from sholu.events.addresses import is_address_line, printed_addresses, repair_addresses


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        ("https://polisia.kz/ru/a-b/", None),
        ("https://akn.tj/ru/2025/01/10/school-%e2%84%963-of/", None),
        ("https://xn--b1aew.xn--p1ai/news/item/59736803", None),
        ("https://xn--b1aew.xn--plai/news/item/1", "https://xn--b1aew.xn--p1ai/news/item/1"),
        ("https://xn--blaww.xn--plai/news/item/1", "https://xn--b1aew.xn--p1ai/news/item/1"),
        ("https://xn--b1aww.xn--p1ai/news/item/1", "https://xn--b1aew.xn--p1ai/news/item/1"),
        ("https:/polisia.kz/ru/a", "https://polisia.kz/ru/a"),
        ("https//polisia.kz/ru/a", "https://polisia.kz/ru/a"),
        ("hxxps://polisia.kz/ru/a", "https://polisia.kz/ru/a"),
        ("https: //polisia.kz/ru /a", "https://polisia.kz/ru/a"),
        ("https://polisia.kz/ru/a.", "https://polisia.kz/ru/a"),
        ("https://polisia.kz/ru/a(b)", None),
        ("https://polisia.kz/ru/a)", "https://polisia.kz/ru/a"),
        ("https://polisia,kz/ru/a", "https://polisia.kz/ru/a"),
        ("https://роlisia.kz/ru/a", "https://polisia.kz/ru/a"),  # р and о are Cyrillic
        ("https://example.c0m/a", "https://example.com/a"),
        ("https://revenue.example/news/597l1803", "https://revenue.example/news/59711803"),
        ("https://revenue.example/news/b2b", None),
        ("www.polisia.kz/ru/a", None),
        ("https://мвд.рф/news/1", None),
    ],
)
def test_a_damaged_address_gets_its_likely_form(printed: str, repaired: str | None) -> None:
    (repair,) = repair_addresses([printed])
    assert repair.address.printed == printed
    assert repair.address.repaired == repaired
    assert bool(repair.reasons) == (repaired is not None)


def test_a_host_seen_more_often_repairs_one_that_looks_like_it() -> None:
    repairs = repair_addresses(
        ["https://polisia.kz/1", "https://polisia.kz/2", "https://po1isia.kz/3"]
    )
    assert [r.address.repaired for r in repairs] == [None, None, "https://polisia.kz/3"]
    assert "polisia.kz" in repairs[2].reasons[0]


def test_two_different_hosts_of_equal_weight_are_left_alone() -> None:
    repairs = repair_addresses(["https://mvd.gov.kg/1", "https://mvd.gov.kz/1"])
    assert [repair.address.repaired for repair in repairs] == [None, None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<https://polisia.kz/ru/a>", True),
        ("Source: https://polisia.kz/ru/a", True),
        ("Источник: polisia.kz/ru/a", True),
        ("[Read on](https://polisia.kz/ru/a)", True),
        ("See https://polisia.kz/ru/a for more", False),
        ("https://polisia.kz/ru/a says that officers met with many pupils", False),
        ("tel.: 00 000", False),
    ],
)
def test_an_address_line_holds_nothing_else(line: str, expected: bool) -> None:
    assert is_address_line(line) is expected


def test_an_address_too_long_for_its_line_is_one_address() -> None:
    printed = printed_addresses("<https://polisia.kz/ru/a-very-long\n-title-in-latin/>")
    assert printed == ("https://polisia.kz/ru/a-very-long -title-in-latin/",)
    (repair,) = repair_addresses(printed)
    assert repair.address.repaired == "https://polisia.kz/ru/a-very-long-title-in-latin/"


def test_two_addresses_in_one_line_are_two() -> None:
    assert printed_addresses("https://a.example/1 https://b.example/2") == (
        "https://a.example/1",
        "https://b.example/2",
    )
