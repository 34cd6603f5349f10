"""Only reading; answers that are kept; odd requests end in a clean page."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import anyio
import pytest
from starlette.testclient import TestClient

from sholu.web.app import create_app
from sholu.web.kept import KeepAnswers
from tests.web.conftest import MASTHEAD


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(site: TestClient, method: str) -> None:
    for path in ("/en/", "/en/events", "/en/evidence/span-203", "/releases/2025-01/release.pdf"):
        assert site.request(method, path).status_code == 405


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/nothing", 404),
        ("/xx/events", 404),
        ("/en/events/event-none", 404),
        ("/en/claims/' OR 1=1 --", 404),
        ("/en/evidence/%00", 400),
        ("/en/evidence/%ff%fe", 404),
        ("/en/indicators/..%2f..%2fetc%2fpasswd", 404),
        ("/en/methods/..%2fwording", 404),
        ("/en/methods/reading.yaml", 404),
        ("/en/events?page=-1", 200),
        ("/en/events?page=99999999999999999999", 200),
        ("/en/events?page=٣", 200),
        ("/en/events?country='; DROP TABLE event; --", 200),
        ("/en/events?q=%22%22%22 OR NEAR(", 200),
        ("/en/events?q=%00%01", 200),
        ("/en/events?since=0000&until=9999-99-99", 200),
        ("/en/search?q=*", 200),
        ("/en/search?q=" + "a " * 900, 200),
        ("/en/search?kind=nothing&q=x", 200),
        ("/en/map?year=abc&indicator=x&substance=y", 200),
        ("/en/map?year=99999", 200),
        ("/en/situation/XA?period=2024-02-31", 200),
        ("/en/situation/XA?period=0001", 200),
        ("/en/disputes?reason=x&place=%F0%9F%92%A9", 200),
        ("/en/events?path=x&self=y&view=map", 200),
        ("/en/events?q=" + "x" * 60_000, 400),
        ("/" + "en/" * 5000, 400),
    ],
)
def test_odd_requests_end_in_a_clean_page(site: TestClient, path: str, status: int) -> None:
    answer = site.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_a_page_elsewhere_cannot_read_it_under_another_name(releases: Path) -> None:
    other = TestClient(create_app(releases, MASTHEAD), base_url="http://evil.example")
    assert other.get("/en/").status_code == 400
    known = create_app(releases, MASTHEAD, ["observatory.example"])
    assert TestClient(known, base_url="http://observatory.example").get("/en/").status_code == 200


def test_a_page_is_asked_for_again_by_its_tag(site: TestClient) -> None:
    first = site.get("/en/disputes")
    assert "max-age" in first.headers["cache-control"]
    again = site.get("/en/disputes", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert site.get("/ru/disputes").headers["etag"] != first.headers["etag"]


def test_pages_are_packed_for_those_who_can_unpack_them(site: TestClient) -> None:
    packed = site.get("/en/disputes", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    plain = site.get("/en/disputes", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == packed.text
    assert int(packed.headers["content-length"]) < len(gzip.compress(plain.content)) * 1.1


def test_a_head_request_has_headers_and_no_body(site: TestClient) -> None:
    answer = site.head("/en/disputes")
    assert (answer.status_code, answer.content) == (200, b"")


def test_an_answer_is_made_once(site: TestClient) -> None:
    made: list[str] = []

    async def app(scope, receive, send):  # type: ignore[no-untyped-def]
        made.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"made"})

    states = [1]
    client = TestClient(KeepAnswers(app, state=lambda: states[0]))
    assert client.get("/a").text == client.get("/a").text == "made"
    assert made == ["/a"]
    client.get("/a?b=1")
    states[0] = 2
    client.get("/a")
    assert made == ["/a", "/a", "/a"]


def test_a_long_answer_passes_and_is_not_kept() -> None:
    made: list[str] = []

    async def app(scope, receive, send):  # type: ignore[no-untyped-def]
        made.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(3):
            await send({"type": "http.response.body", "body": b"x" * 1_500_000, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    client = TestClient(KeepAnswers(app, state=lambda: 0))
    assert len(client.get("/a").content) == len(client.get("/a").content) == 4_500_000
    assert len(made) == 2


def test_a_mistake_of_the_site_is_a_clean_page_with_its_policy(
    releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("sholu.release.package.reader.Package.count_disputes", broken)
    app = create_app(releases, MASTHEAD)
    client = TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = client.get("/ru/disputes")
    assert answer.status_code == 500
    assert "Это ошибка сайта" in answer.text
    assert "secret detail" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_who_asks_the_same_at_once_waits_for_one_answer() -> None:
    made: list[str] = []

    async def app(scope, receive, send):  # type: ignore[no-untyped-def]
        made.append(scope["path"])
        await anyio.sleep(0.05)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"made"})

    kept = KeepAnswers(app, state=lambda: 0)
    scope = {"type": "http", "method": "GET", "path": "/a", "query_string": b"", "headers": []}
    bodies: list[bytes] = []

    async def ask() -> None:
        async def send(message) -> None:  # type: ignore[no-untyped-def]
            bodies.append(message.get("body", b""))

        await kept(dict(scope), None, send)  # type: ignore[arg-type]

    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(ask)

    anyio.run(all_at_once)
    assert made == ["/a"]
    assert bodies.count(b"made") == 5


def test_the_first_pages_are_made_before_anybody_asks(
    releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr("sholu.web.warm.warm_up", lambda: made.append("renderer"))
    app = create_app(releases, MASTHEAD)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for _ in range(600):
            if made:
                break
            time.sleep(0.05)
        assert made == ["renderer"]

        def broken(*_: object) -> None:
            raise RuntimeError("it is not asked for again")

        monkeypatch.setattr("sholu.web.pages_home.release_text", broken)
        assert client.get("/kk/").status_code == 200
