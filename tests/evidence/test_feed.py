"""News feeds."""

from __future__ import annotations

from tests.evidence.build import read

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
<title>Aldar Press</title><link>https://press.example/</link>
<item><title>Lorry stopped with &lt;b&gt;hashish&lt;/b&gt;</title><link>https://press.example/1</link>
<pubDate>Fri, 17 Jan 2020 01:30:00 +0500</pubDate>
<description>&lt;p&gt;First paragraph.&lt;/p&gt;&lt;p&gt;Second one.&lt;/p&gt;
&lt;script&gt;LEAK&lt;/script&gt;</description></item>
<item><title>Road closed</title><link>https://press.example/2</link><description>Snow.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kanal</title><entry>
<title>Жаңалық</title><link href="https://kanal.example/1"/><updated>2020-02-03T23:00:00+05:00</updated>
<summary>Бір сөйлем.</summary></entry></feed>"""


def test_entries_are_told_apart_with_title_address_and_day() -> None:
    text = read(RSS)
    first, second = text.entries
    assert text.text[first.title_start : first.title_end] == "Lorry stopped with hashish"
    assert text.text[first.start : first.end].split("\n\n") == [
        "Lorry stopped with hashish",
        "First paragraph.",
        "Second one.",
        "https://press.example/1",
    ]
    assert (first.address, second.address) == ("https://press.example/1", "https://press.example/2")
    assert first.end < second.start


def test_the_day_is_that_of_the_feeds_own_clock() -> None:
    # 01:30 at +0500 is still the day before in UTC.
    assert read(RSS).entries[0].published == "2020-01-17"
    assert read(ATOM).entries[0].published == "2020-02-03"


def test_an_entry_without_a_date_has_none() -> None:
    assert read(RSS).entries[1].published is None


def test_scripts_in_a_feed_do_not_get_in() -> None:
    assert "LEAK" not in read(RSS).text


def test_a_cut_feed_gives_what_came_and_says_so() -> None:
    text = read(RSS[: RSS.index("<item><title>Road")])
    assert len(text.entries) == 1
    assert text.status == "partly_read"


def test_a_feed_that_declares_entities_is_set_aside() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + RSS[38:]
    )
    text = read(bomb)
    assert (text.status, text.text) == ("set_aside", "")
