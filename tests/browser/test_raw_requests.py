"""Requests that no browser makes, byte by byte over a socket: each ends in a clean answer."""

from __future__ import annotations

import socket
from contextlib import suppress
from itertools import product
from urllib.parse import quote

import pytest

SECRETS = ("root:x:", "Traceback", "sqlite3", "/site-packages/", "[observatory]", "SQLite format")
"""Words of files and errors that nobody outside may read."""

WAIT_SECONDS = 10
HOST = b"Host: 127.0.0.1\r\nConnection: close\r\n"


def raw(address: str, request: bytes) -> bytes:
    """What the site answers to exactly these bytes."""
    port = int(address.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port), timeout=WAIT_SECONDS) as connection:
        answer = b""
        # Hanging up is an answer too; so is waiting for the rest of a request that never comes.
        with suppress(ConnectionError, TimeoutError):
            connection.sendall(request)
        with suppress(ConnectionError, TimeoutError):
            while piece := connection.recv(65536):
                answer += piece
    return answer


def get(address: str, path: str, headers: bytes = b"", method: str = "GET") -> tuple[int, bytes]:
    """Status and whole answer of a request whose path goes out as it is."""
    line = f"{method} {path} HTTP/1.1\r\n".encode("latin-1", "surrogateescape")
    answer = raw(address, line + HOST + headers + b"\r\n")
    return status(answer), answer


def status(answer: bytes) -> int:
    """0 if the connection was closed without one."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0


def is_clean(answer: bytes) -> bool:
    """Whether it is no error of the site and tells nothing of it."""
    text = answer.decode("utf-8", "replace")
    return status(answer) < 500 and not any(one in text for one in SECRETS)


TARGETS = ("etc/passwd", "sholu.toml", "data.sqlite", "2025-01/data.sqlite")
WAYS = (
    "../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "....//", "%252e%252e%252f",
    "..%c0%af", "%c0%ae%c0%ae/", "..;/", "/", "//", "%00../", ".%00./",
)  # fmt: skip
DOORS = (
    "/releases/{}", "/releases/2025-01/{}", "/assets/{}", "/assets/fonts/{}",
    "/page-picture/{}/7.png", "/en/methods/{}", "/charts/en/indicators/{}", "/api/export/{}",
    "/en/releases/{}", "/api/releases/{}", "/{}",
)  # fmt: skip


@pytest.mark.parametrize("door", DOORS)
def test_no_path_leads_out_of_what_is_published(address: str, door: str) -> None:
    for way, target, depth in product(WAYS, TARGETS, (1, 2, 6)):
        path = door.format(way * depth + target)
        code, answer = get(address, path)
        assert code in (0, 307, 400, 404), path
        assert is_clean(answer), path


QUESTIONS = (
    "' OR 1=1 --", "'; DROP TABLE event; --", '" OR ""="',
    "') UNION SELECT sql FROM sqlite_master --",
    "1 AND randomblob(1000000000)", "\\' OR 1=1", "* NEAR/0 *", '"unclosed', "title:secret",
    "a AND OR NOT", "^a", "{a b}: c", "(((((", "-a +b", "a*b*c*", "NULL", "\uff53elect",
    "\u0000", "\ud7ff",
    "%' ESCAPE '", "1e999", "-1", "9" * 40, "nan", "٣", "[]", "{}", "2025-13-45", "0000", "../..",
)  # fmt: skip
ASKED = (
    "/en/search?q={}", "/en/search?q=a&kind={}", "/en/events?q={}", "/en/events?country={}",
    "/en/events?since={}&until={}", "/en/events?page={}",
    "/en/events?region={}&kind={}&substance={}",
    "/en/disputes?reason={}&place={}&indicator={}", "/en/map?indicator={}&year={}&substance={}",
    "/en/indicators/offences_registered?place={}&frequency={}&substance={}&scope={}",
    "/en/situation/XA?period={}", "/en/evidence/span-203?claim={}&observation={}&event={}",
    "/en/findings?kind={}", "/en/events?release={}", "/api/search?q={}", "/api/events?q={}",
    "/api/observations?indicator={}", "/api/events/{}", "/en/events/{}", "/en/claims/{}",
    "/en/sources/{}", "/en/documents/{}", "/charts/en/indicators/{}.svg",
    "/charts/en/indicators/offences_registered.svg?place={}", "/page-picture/{}/1.png",
)  # fmt: skip


@pytest.mark.parametrize("form", ASKED)
def test_no_parameter_reaches_the_database_as_a_command(address: str, form: str) -> None:
    for question in QUESTIONS:
        path = form.replace("{}", quote(question, safe=""))
        code, answer = get(address, path)
        assert code in (200, 307, 400, 404, 405), path
        assert is_clean(answer), path


@pytest.mark.parametrize(
    "path",
    [
        "/en/events?q=" + "x" * 100_000,
        "/" + "a" * 100_000,
        "/en/events?" + "&".join(f"a{number}=1" for number in range(20_000)),
        "/en/events?" + "&".join("country=XA" for _ in range(300)),
        "/api/events?" + "&".join("country=XA" for _ in range(300)),
        "/en/search?q=" + "%28" * 600,
        "/en/events?q=%ff%fe%c0%80",
        "/en/%ff",
        "/en/evidence/%c0%ae%c0%ae",
        "/en/events?q=%",
        "/en/events?%zz=1",
        "/en/events?page=1e5",
        "*",
        "http://evil.example/en/",
        "//evil.example/en/",
    ],
    ids=lambda path: path[:30],
)
def test_too_much_and_damaged_ends_cleanly(address: str, path: str) -> None:
    _, answer = get(address, path)
    assert is_clean(answer)
    assert len(answer) < 400_000
    assert b"Location: http://evil" not in answer and b"location: //evil" not in answer.lower()


@pytest.mark.parametrize(
    "method",
    ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "BREW", "get", "X" * 99],
)  # fmt: skip
def test_no_other_method_does_anything(address: str, method: str) -> None:
    for path in ("/en/", "/api/events", "/releases/2025-01/release.pdf", "/assets/style.css"):
        code, answer = get(address, path, method=method)
        assert code in (0, 400, 405), (method, path)
        assert is_clean(answer)


@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: 99999999999999999999\r\n",
        b"Host: evil.example\r\n",
        b"X: a\r\n folded: b\r\n",
        b"X: \x00\r\n",
        b"X: " + b"a" * 100_000 + b"\r\n",
        b"Cookie: a=b\r\n" * 2000,
        b"Accept-Language: " + b"kk;q=0.1," * 2000 + b"\r\n",
        b"Accept-Language: \xff\xfe\r\n",
        b'If-None-Match: "' + b"\xff" * 200 + b'"\r\n',
        b"X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript\r\n",
        b"Upgrade: h2c\r\nConnection: Upgrade\r\n",
        b"Expect: 100-continue\r\n",
    ],
    ids=lambda headers: headers[:28].decode("latin-1").strip(),
)
def test_odd_headers_smuggle_nothing(address: str, headers: bytes) -> None:
    second = b"0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    answer = raw(address, b"GET /en/disputes HTTP/1.1\r\n" + HOST + headers + b"\r\n" + second)
    assert is_clean(answer)
    assert b"evil.example" not in answer
    assert not answer.endswith(b"ok\n"), "the second request was answered"


def test_another_name_is_refused(address: str) -> None:
    for name in (
        b"evil.example",
        b"127.0.0.1.evil.example",
        b"",
        b"a b",
        b"127.0.0.1@evil.example",
    ):
        answer = raw(
            address, b"GET /en/ HTTP/1.1\r\nHost: " + name + b"\r\nConnection: close\r\n\r\n"
        )
        assert status(answer) == 400, name


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("bytes=0-3", 206), ("bytes=-4", 206), ("bytes=99999999-", 416), ("bytes=5-1", 400),
        ("bytes=a-b", 400), ("lines=1-2", 400), ("bytes=" + "0-0," * 3000 + "0-0", 0),
    ],
    ids=lambda value: str(value)[:16],
)  # fmt: skip
def test_parts_of_a_file(address: str, asked: str, code: int) -> None:
    header = f"Range: {asked}\r\n".encode()
    found, answer = get(address, "/releases/2025-01/release.pdf", header)
    assert is_clean(answer)
    assert len(answer) < 1_000_000
    if code:
        assert found == code
    if asked == "bytes=0-3":
        assert answer.endswith(b"\r\n\r\n%PDF")
