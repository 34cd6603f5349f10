"""The web page of a release."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from sholu.release.html import Sentence, write_html
from sholu.release.model import Change, Release
from tests.release.invented_events import EVENTS, PICTURES, REED, compose_invented


def _tree(page: bytes) -> html.HtmlElement:
    return html.fromstring(page.decode("utf-8"))


@pytest.fixture(scope="module")
def page(english: Release) -> bytes:
    return write_html(english, PICTURES, {})


def test_nothing_outside_the_page_is_needed_and_no_script_runs(page: bytes) -> None:
    tree = _tree(page)
    assert tree.xpath("//script | //link | //iframe | //object | //*[@onclick]") == []
    assert all(source.startswith("data:") for source in tree.xpath("//img/@src"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


def test_words_that_look_like_markup_are_words(page: bytes) -> None:
    assert b"<script" not in page
    assert b"&lt;b onclick=&#34;x&#34;&gt;" in page
    title = _tree(page).xpath("//article[@id='item-1']/h3")[0].text_content()
    assert title == "1" + EVENTS[1].title


def test_only_whole_web_addresses_are_links(page: bytes) -> None:
    targets = _tree(page).xpath("//a/@href")
    outside = [target for target in targets if not target.startswith("#")]
    assert outside
    assert all(target.startswith("https://press.example/") for target in outside)


def test_every_inner_link_has_its_place(page: bytes) -> None:
    tree = _tree(page)
    places = set(tree.xpath("//@id"))
    inner = {target[1:] for target in tree.xpath("//a/@href") if target.startswith("#")}
    assert inner - places == set()
    assert len(tree.xpath("//@id")) == len(places)


def test_a_figure_opens_its_sentence_with_its_words_marked(english: Release) -> None:
    item = next(i for i in english.items() if i.event == "event-reed")
    figure = next(f for f in item.figures if f.value_printed == "46.1 kg")
    before, after = REED.split("\n\n")[0].split("46.1 kg")
    tree = _tree(write_html(english, {}, {figure.span.id: Sentence(before, "46.1 kg", after)}))
    mark = tree.xpath(f"//article[@id='item-{item.number}']//sup/a")[0]
    opened = tree.get_element_by_id(mark.get("href")[1:])
    assert opened.getparent().tag == "details"
    assert opened.xpath("mark")[0].text == "46.1 kg"
    assert REED.split("\n\n")[0] in opened.text_content()
    assert f"Document {item.documents[0][:12]}, page 1" in opened.text_content()


def test_all_figures_are_listed_also_those_that_paper_leaves_out() -> None:
    release = compose_invented("en")
    item = next(i for i in release.items() if i.event == "event-reed")
    first = item.figures[0]
    unnamed = replace(first, id="figure-x", of=None, span=replace(first.span, quote="nine"))
    wider = replace(item, figures=(*item.figures, unnamed))
    section = release.sections[0]
    items = tuple(wider if i is item else i for i in section.items)
    release = replace(release, sections=(replace(section, items=items), *release.sections[1:]))
    page = _tree(write_html(release, {}, {}))
    values = page.xpath(f"//article[@id='item-{item.number}']//div[@class='figures']//summary/b")
    assert [value.text for value in values] == ["46.1 kg", "9 persons", "5.7 tons", "nine"]


def test_a_pseudonym_in_a_given_sentence_is_withheld(english: Release) -> None:
    item = next(i for i in english.items() if i.event == "event-court")
    given = {item.spans[0].id: Sentence("Суд осудил person-abcdefghij", " на 7 лет", "")}
    page = write_html(english, {}, given).decode()
    assert "person-" not in page
    assert "Суд осудил [name withheld]" in page


def test_each_picture_and_chart_has_words_for_those_who_do_not_see_it(page: bytes) -> None:
    texts = _tree(page).xpath("//img/@alt")
    assert "Picture from the source of item 6: Operation Reed: 46.1 kg of hashish seized" in texts
    assert any(text.startswith("Aldaria – 7 (") for text in texts)
    assert all(texts)


def test_headings_do_not_skip_a_level(page: bytes) -> None:
    levels = [int(h.tag[1]) for h in _tree(page).xpath("//h1|//h2|//h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_page_says_its_language_and_that_of_each_item(language: str) -> None:
    tree = _tree(write_html(compose_invented(language), {}, {}))
    assert tree.get("lang") == language
    assert tree.xpath("//article[@id='item-2']/h3/span[@lang]/@lang") == ["kk"]


def test_a_reissue_says_so_and_lists_what_changed(english: Release) -> None:
    change = Change("changed", "event-reed", "Operation Reed", ("text", "figures"))
    edition = replace(english.edition, reissue=2, why="A mass was misprinted.")
    page = write_html(replace(english, edition=edition, changes=(change,)), {}, {})
    words = re.sub(r"\s+", " ", _tree(page).text_content())
    assert "Re-issue 2: What this re-issue changes A mass was misprinted." in words
    assert "changed: Operation Reed (text, figures)" in words
