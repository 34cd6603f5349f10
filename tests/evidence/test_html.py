"""Web pages."""

from __future__ import annotations

import pytest

from tests.evidence.build import by_labels, page, passages, read

MENU = '<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/contacts">Contacts</a></nav>'
STORY = (
    "<p>Officers of the city department detained two men and seized 12 kg of hashish during the "
    "operation, the press service said on Tuesday.</p>"
)
MORE = (
    '<p>The court will hear the case next month; the <a href="/law/214">article of the code</a> '
    "provides for up to ten years in prison, according to the prosecutor of the city.</p>"
)
FOOT = "<footer><p>© Invented Herald. All rights reserved. Link to us if you quote us.</p></footer>"


def test_the_story_is_kept_and_menus_are_not() -> None:
    text = read(
        page(f"{MENU}<main><article><h1>Two men detained</h1>{STORY}{MORE}</article></main>{FOOT}")
    )
    assert text.title == "Two men detained"
    assert passages(text, "heading") == ["Two men detained"]
    assert len(passages(text, "paragraph")) == 2
    assert not any(word in text.text for word in ("Home", "Contacts", "rights reserved"))


def test_a_story_of_one_paragraph_is_not_lost_in_its_menu() -> None:
    text = read(page(f"{MENU}<div class='content'><h1>Seizure</h1>{STORY}</div>{FOOT}"))
    assert text.status == "read"
    assert "12 kg of hashish" in text.text
    assert "Contacts" not in text.text


def test_links_of_the_story_keep_their_place() -> None:
    text = read(
        page(f"{MENU}<main><article><h1>Two men detained</h1>{STORY}{MORE}</article></main>")
    )
    (link,) = text.links
    assert (link.address, text.text[link.start : link.end]) == ("/law/214", "article of the code")


def test_text_of_scripts_and_styles_never_gets_in() -> None:
    body = (
        f"<article><h1>Two men</h1>{STORY}<script>var a = 'LEAK1';</script>{MORE}"
        '<style>.LEAK2 {}</style><noscript>LEAK3</noscript><p onclick="LEAK4()">They deny it, '
        "their lawyer said before the hearing in the city court on Wednesday.</p></article>"
    )
    assert "LEAK" not in read(page(body)).text


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2020-04-08T09:00:00+05:00">', ""),
        (
            "<script type='application/ld+json'>"
            '{"@type":"Article","datePublished":"2020-04-08"}</script>',
            "",
        ),
        ("", '<time datetime="2020-04-08">8 April 2020</time>'),
    ],
)
def test_the_date_that_the_page_states_is_its_date(head: str, body: str) -> None:
    text = read(page(f"<article><h1>Two men</h1>{body}{STORY}{MORE}</article>", head))
    assert text.published == "2020-04-08"


def test_a_date_inside_the_story_is_not_taken_for_the_date_of_the_page() -> None:
    story = STORY.replace("on Tuesday", "about the events of 3 March 2019")
    assert read(page(f"<article><h1>Two men</h1>{story}{MORE}</article>")).published is None


def test_the_canonical_address_and_the_site_are_kept() -> None:
    head = (
        '<link rel="canonical" href="https://herald.example/2020/two-men">'
        '<meta property="og:site_name" content="Invented Herald">'
    )
    text = read(page(f"<article><h1>Two men</h1>{STORY}{MORE}</article>", head))
    assert (text.address, text.site) == ("https://herald.example/2020/two-men", "Invented Herald")


@pytest.mark.parametrize("declared", ['<meta charset="windows-1251">', ""])
def test_pages_in_windows_1251_are_read_declared_or_not(declared: str) -> None:
    body = (
        "<article><h1>Задержаны двое</h1>"
        + "<p>Полиция изъяла 12 кг гашиша у жителей области.</p>" * 3
    )
    text = read(page(body + "</article>", declared).encode("cp1251"))
    assert "12 кг гашиша" in text.text
    assert text.language == "ru"
    assert bool(text.findings) is not bool(declared)


def test_a_page_of_links_is_set_aside() -> None:
    links = "".join(
        f'<li><a href="/n/{n}">Headline number {n} about the town</a></li>' for n in range(40)
    )
    text = read(page(f"{MENU}<ul>{links}</ul>"))
    assert (text.status, text.reason.split(";")[0]) == ("set_aside", "a list of links")


def test_a_page_that_a_script_draws_is_set_aside() -> None:
    text = read(page('<div id="root"></div><script src="/app.js"></script>'))
    assert text.status == "set_aside"
    assert "a script draws the page" in text.reason


def test_cells_that_span_rows_and_columns_head_what_they_span() -> None:
    table = (
        "<table><caption>Seizures, kg</caption>"
        "<tr><th rowspan=2>Region</th><th colspan=2>2024</th></tr>"
        "<tr><th>Heroin</th><th>Hashish</th></tr><tr><td>North</td><td>12.5</td><td>3</td></tr>"
        "<tr><td>South</td><td>0</td><td>7</td></tr></table>"
    )
    text = read(page(f"{MENU}<main><h1>Seizures</h1>{STORY}{table}</main>"))
    assert by_labels(text) == {
        ("North", "2024 / Heroin"): "12.5",
        ("North", "2024 / Hashish"): "3",
        ("South", "2024 / Heroin"): "0",
        ("South", "2024 / Hashish"): "7",
    }
    assert {cell.table_title for cell in text.cells} == {"Seizures, kg"}


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<table><tr><td>", "<ul><li>"])
def test_deep_nesting_is_survived(piece: str) -> None:
    text = read(page(piece * 5_000 + STORY))
    assert text.status in ("read", "partly_read", "set_aside", "failed")
    assert text.status == "read" or text.reason
