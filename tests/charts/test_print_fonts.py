"""What no font has must not refuse a PDF."""

from __future__ import annotations

from sholu.charts.print_fonts import printable


def test_letters_of_the_region_stay_in_each_of_their_scripts() -> None:
    words = "Қызылжар ñ ş ğ ٴبىر كەلى Ёж Ўзбек Ҷ ə 12 ≥ 3 → № « » – … ₸"
    assert printable(words) == words


def test_pictures_of_a_channel_are_left_out() -> None:
    assert printable("\u2757\ufe0fВнимание \U0001f6a8 102") == "Внимание  102"


def test_a_letter_that_no_font_has_leaves_a_sign_that_something_stood_there() -> None:
    assert printable("Yunnan (云南)") == "Yunnan (\ufffd\ufffd)"
