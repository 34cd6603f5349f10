"""Collecting from a server on this machine, with manners."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sholu.sources.collect import collect
from sholu.sources.fetch import Clock, Fetcher, Manners
from sholu.sources.model import Item, Refusal, Source, SourceError
from sholu.sources.state import load_state
from sholu.vocabulary.model import Names

MANNERS = Manners("https://centre.example/about", allow_private=True, timeout_s=0.3)


@dataclass
class Answer:
    body: bytes = b"<p>x</p>"
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    seconds: float = 0


class Site(ThreadingHTTPServer):
    """A site whose answers a test writes down; keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.add(self.headers["User-Agent"])
        answer = self.server.answers.get(self.path, Answer(status=404))
        time.sleep(answer.seconds)
        etag = answer.headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            answer = Answer(b"", 304, {"ETag": etag})
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):  # who asked may have gone
            self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


class PlayedTime:
    """A clock that only sleep moves on."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def clock(self) -> Clock:
        return Clock(
            lambda: datetime(2025, 1, 15, 9, 0, tzinfo=UTC), lambda: self.seconds, self.sleep
        )


def source(code: str, feeds: tuple[str, ...] = (), pages: tuple[str, ...] = ()) -> Source:
    return Source(code, Names(), "newspaper", "XA", ("kk",), "C", "b", "daily", (), feeds, pages)


def run(
    folder: Path, *sources: Source, manners: Manners = MANNERS, played: PlayedTime | None = None
) -> tuple[dict[str, Item], dict[str, str]]:
    """Items by path of their address, and reasons by path of what was refused."""
    items, refused = {}, {}
    with Fetcher(manners, (played or PlayedTime()).clock()) as fetcher:
        for found in collect(sources, load_state(folder / "collect.json"), fetcher):
            if isinstance(found, Refusal):
                refused["/" + found.name.split("/", 3)[-1]] = found.reason
            else:
                assert found.origin.address is not None
                items["/" + found.origin.address.split("/", 3)[-1]] = found
    return items, refused


def feed(*entries: tuple[str, str, str]) -> Answer:
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>"
        for title, link, date in entries
    )
    body = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Жаңалықтар'
        f"</title><link>/</link>{items}</channel></rss>"
    )
    headers = {"Content-Type": "application/rss+xml; charset=utf-8", "ETag": '"1"'}
    return Answer(body.encode(), headers=headers)


NIGHT = "Fri, 10 Jan 2025 01:30:00 +0500"


def test_entries_of_a_feed_are_fetched_with_title_date_and_source(
    site: Site, tmp_path: Path
) -> None:
    site.answers["/feed"] = feed(("Ақсайда <![CDATA[<b>дәріс</b>]]> өтті", "/news/1", NIGHT))
    site.answers["/news/1"] = Answer("<p>Мәтін</p>".encode())
    items, refused = run(tmp_path, source("paper", (f"{site.address}/feed",)))
    assert refused == {}
    assert items["/news/1"].content.decode() == "<p>Мәтін</p>"
    assert vars(items["/news/1"].origin) == {
        "name": "Ақсайда дәріс өтті",
        "retrieved": "2025-01-15T09:00:00Z",
        "source": "paper",
        "address": f"{site.address}/news/1",
        "published": "2025-01-10",  # by the paper's clock; in UTC it was the 9th
        "licence": None,
        "marking": "clear",
        "part_of": None,
    }
    assert site.agents == {"Sholu/0.1.0 (+https://centre.example/about)"}


def test_an_atom_feed_with_relative_links_is_read(site: Site, tmp_path: Path) -> None:
    site.answers["/a/feed"] = Answer(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>one</title>'
        b'<link href="../news/1"/><updated>2025-01-10T23:30:00+05:00</updated></entry></feed>',
        headers={"Content-Type": "application/atom+xml"},
    )
    site.answers["/news/1"] = Answer()
    items, _ = run(tmp_path, source("paper", (f"{site.address}/a/feed",)))
    assert items["/news/1"].origin.published == "2025-01-10"


def test_the_same_link_is_fetched_once_in_a_run_and_over_runs(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = feed(
        ("A", "/news/1", NIGHT),
        ("A again", "/news/1#comments", NIGHT),
        ("A from the feed", "/news/1?utm_source=rss&amp;utm_medium=feed", NIGHT),
    )
    site.answers["/other"] = Answer(b"<a href='/news/1'>A</a>")
    site.answers["/news/1"] = Answer()
    paper = source("paper", (f"{site.address}/feed",), (f"{site.address}/other",))
    items, refused = run(tmp_path, paper)
    assert (list(items), refused) == (["/news/1"], {})
    site.answers["/feed"].headers["ETag"] = '"2"'
    assert run(tmp_path, paper) == ({}, {})
    assert site.asked.count("/news/1") == 1


def test_a_feed_that_has_nothing_new_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT))
    site.answers["/news/1"] = Answer()
    paper = source("paper", (f"{site.address}/feed",))
    run(tmp_path, paper)
    assert run(tmp_path, paper) == ({}, {})
    visits = json.loads((tmp_path / "collect.json").read_text(encoding="utf-8"))["addresses"]
    assert visits[f"{site.address}/feed"]["etag"] == '"1"'
    site.answers["/feed"] = replace(feed(("B", "/news/2", NIGHT)))
    site.answers["/feed"].headers["ETag"] = '"2"'
    site.answers["/news/2"] = Answer()
    assert list(run(tmp_path, paper)[0]) == ["/news/2"]


def test_an_entry_that_failed_is_tried_again_although_the_feed_is_the_same(
    site: Site, tmp_path: Path
) -> None:
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT), ("B", "/news/2", NIGHT))
    site.answers["/news/1"] = Answer(status=503)
    site.answers["/news/2"] = Answer()
    paper = source("paper", (f"{site.address}/feed",))
    items, refused = run(tmp_path, paper)
    assert (list(items), refused) == (
        ["/news/2"],
        {"/news/1": "the server answers with status 503"},
    )
    site.answers["/news/1"] = Answer()
    assert list(run(tmp_path, paper)[0]) == ["/news/1"]


def test_an_entry_that_is_gone_is_told_once(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT))
    paper = source("paper", (f"{site.address}/feed",))
    assert run(tmp_path, paper)[1] == {"/news/1": "the server answers with status 404"}
    site.answers["/feed"].headers["ETag"] = '"2"'
    assert run(tmp_path, paper)[1] == {}


def test_what_was_not_kept_when_the_process_died_is_fetched_again(
    site: Site, tmp_path: Path
) -> None:
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT), ("B", "/news/2", NIGHT))
    site.answers["/news/1"] = site.answers["/news/2"] = Answer()
    paper = source("paper", (f"{site.address}/feed",))
    with Fetcher(MANNERS, PlayedTime().clock()) as fetcher:
        found = collect([paper], load_state(tmp_path / "collect.json"), fetcher)
        next(found)
        next(found)  # the first was kept; the second is in hand when the process dies
        found.close()  # type: ignore[attr-defined]
    assert list(run(tmp_path, paper)[0]) == ["/news/2"]


def test_what_robots_txt_forbids_is_not_fetched(site: Site, tmp_path: Path) -> None:
    site.answers["/robots.txt"] = Answer(
        b"User-agent: *\nDisallow: /closed\n", headers={"Content-Type": "text/plain"}
    )
    site.answers["/feed"] = feed(("A", "/closed/100", NIGHT), ("B", "/open/100", NIGHT))
    site.answers["/closed/100"] = site.answers["/open/100"] = Answer()
    items, refused = run(tmp_path, source("paper", (f"{site.address}/feed",)))
    assert list(items) == ["/open/100"]
    assert refused == {"/closed/100": "robots.txt of 127.0.0.1 does not allow it"}
    assert site.asked == ["/robots.txt", "/feed", "/open/100"]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.answers["/robots.txt"] = Answer(status=500)
    site.answers["/feed"] = feed()
    _, refused = run(tmp_path, source("paper", (f"{site.address}/feed",)))
    assert refused == {"/feed": "its robots.txt can't be had: status 500"}
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    ("robots", "distance"),
    [
        (b"", 5.0),
        (b"User-agent: *\nCrawl-delay: 20", 20.0),
        (b"User-agent: *\nCrawl-delay: 0", 1.0),
    ],
)
def test_requests_to_a_host_keep_the_distance_that_it_wants(
    site: Site, tmp_path: Path, robots: bytes, distance: float
) -> None:
    site.answers["/robots.txt"] = Answer(robots)
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT), ("B", "/news/2", NIGHT))
    site.answers["/news/1"] = site.answers["/news/2"] = Answer()
    played = PlayedTime()
    run(tmp_path, source("paper", (f"{site.address}/feed",)), played=played)
    assert site.asked == ["/robots.txt", "/feed", "/news/1", "/news/2"]
    assert played.slept == [distance] * 3


def test_a_page_in_windows_1251_stays_byte_for_byte(site: Site, tmp_path: Path) -> None:
    body = "<meta charset=windows-1251><p>Изъято 5 кг</p>".encode("windows-1251")
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT))
    site.answers["/news/1"] = Answer(
        body, headers={"Content-Type": "text/html; charset=windows-1251"}
    )
    items, _ = run(tmp_path, source("paper", (f"{site.address}/feed",)))
    assert items["/news/1"].content == body


def test_a_list_page_gives_its_articles_and_not_its_menu(site: Site, tmp_path: Path) -> None:
    page = (
        "<base href='/kk/'><a href='/'>Басты бет</a><a href='/kk/list'>Тізім</a>"
        "<a href='about'>Біз туралы</a><a href='news/4711'>Хабар</a>"
        "<a href=' police-held-a-lesson '>Сабақ</a><a href='/files/svodka.PDF'>Сводка</a>"
        "<a href='/tag/2025'>2025</a><a href='/pic/12345.jpg'>Сурет</a>"
        "<a href='/view?id=12345'>Көру</a><a href='https://elsewhere.example/news/12345'>Басқа</a>"
        "<a href='mailto:a12345@b.example'>Хат</a><a href='javascript:x(12345)'>Ашу</a>"
        "<a href='news/4711#top'>Хабар</a><a>no target</a><a href='http://[12345'>broken</a>"
    )
    site.answers["/kk/list"] = Answer(page.encode())
    for path in (
        "/kk/news/4711",
        "/kk/police-held-a-lesson",
        "/files/svodka.PDF",
        "/view?id=12345",
    ):
        site.answers[path] = Answer(path.encode())
    items, refused = run(tmp_path, source("agency", pages=(f"{site.address}/kk/list",)))
    assert refused == {}
    assert list(items) == [
        "/kk/news/4711",
        "/kk/police-held-a-lesson",
        "/files/svodka.PDF",
        "/view?id=12345",
    ]
    assert items["/files/svodka.PDF"].origin.name == "svodka.PDF"


@pytest.mark.parametrize("charset", ["windows-1251", "no-such", "zlib", "idna"])
def test_links_are_found_whatever_encoding_the_server_claims(
    site: Site, tmp_path: Path, charset: str
) -> None:
    site.answers["/list"] = Answer(
        "<a href='/news/4711'>Изъято</a>".encode("windows-1251"),
        headers={"Content-Type": f"text/html; charset={charset}"},
    )
    site.answers["/news/4711"] = Answer()
    assert list(run(tmp_path, source("agency", pages=(f"{site.address}/list",)))[0]) == [
        "/news/4711"
    ]


def test_a_redirect_is_followed_and_the_last_address_is_kept(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = feed(("A", "/go/100", NIGHT))
    site.answers["/go/100"] = Answer(status=301, headers={"Location": "/news/100"})
    site.answers["/news/100"] = Answer()
    assert list(run(tmp_path, source("paper", (f"{site.address}/feed",)))[0]) == ["/news/100"]


def test_an_address_of_this_machine_is_refused_unless_told(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = feed()
    polite = replace(MANNERS, allow_private=False)
    _, refused = run(tmp_path, source("paper", (f"{site.address}/feed",)), manners=polite)
    assert "127.0.0.1, which is not public" in refused["/feed"]
    assert site.asked == []


def test_one_source_that_fails_does_not_stop_the_others(site: Site, tmp_path: Path) -> None:
    site.answers["/slow"] = replace(feed(), seconds=0.8)
    site.answers["/broken"] = Answer(status=500)
    site.answers["/page"] = Answer(b"<html>no feed here</html>")
    site.answers["/film"] = Answer(b"x", headers={"Content-Type": "video/mp4"})
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT))
    site.answers["/news/1"] = Answer()
    codes = ["/slow", "/broken", "/page", "/film", "/feed"]
    items, refused = run(
        tmp_path, *(source(code[1:], (f"{site.address}{code}",)) for code in codes)
    )
    assert list(items) == ["/news/1"]
    assert refused == {
        "/slow": "the server did not answer in time",
        "/broken": "the server answers with status 500",
        "/page": "it is no RSS or Atom feed",
        "/film": "it is of the type video/mp4, which is not wanted",
    }


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, refused = run(tmp_path, source("paper", ("http://127.0.0.1:1/feed",)))
    assert "the connection failed" in refused["/feed"]


def test_what_is_too_large_is_not_read_to_the_end(site: Site, tmp_path: Path) -> None:
    site.answers["/feed"] = feed(("A", "/news/1", NIGHT))
    site.answers["/news/1"] = Answer(b"x" * 1001)
    _, refused = run(
        tmp_path,
        source("paper", (f"{site.address}/feed",)),
        manners=replace(MANNERS, max_size=1000),
    )
    assert refused == {"/news/1": "it is larger than 1000 bytes"}


def test_a_state_that_can_not_be_read_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "collect.json").write_text('{"addresses": {"a": {"colour": 1}}}')
    with pytest.raises(SourceError, match="Delete it"):
        load_state(tmp_path / "collect.json")
