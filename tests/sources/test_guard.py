"""Nothing is fetched from the network that the program runs in, unless it is told to."""

from __future__ import annotations

import socket
import threading
from datetime import UTC, datetime

import httpx
import pytest

from sholu.sources import guard
from sholu.sources.fetch import DOCUMENTS, Clock, Fetcher, Manners
from sholu.sources.guard import FetchError, GuardedTransport, is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("127.8.9.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # metadata service of clouds
        ("100.64.0.1", False),  # shared by a provider's customers, RFC 6598
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),  # 10.0.0.1 behind NAT64
        ("2002:7f00:1::", False),  # 127.0.0.1 in 6to4
    ],
)
def test_addresses_of_the_public_network_are_told_from_others(address: str, public: bool) -> None:
    assert is_public(address) is public


NAMES = {
    "press.example": ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"],
    "inside.example": ["10.0.0.5"],
    "both.example": ["93.184.216.34", "::1"],
    "2130706433": ["127.0.0.1"],  # how systems read a number without dots
    "::1": ["::1"],
}


class Web:
    """Machines behind numbers; keeps what they were asked."""

    def __init__(self, answers: dict[str, httpx.Response]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str, str | None]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        name = request.headers["Host"]
        self.asked.append(
            (request.url.host, f"{name}{request.url.path}", request.extensions["sni_hostname"])
        )
        if request.url.host == "93.184.216.35":
            raise httpx.ConnectError("this machine is down")
        return self.answers.get(f"{name}{request.url.path}", httpx.Response(404))


def still() -> Clock:
    return Clock(lambda: datetime(2025, 1, 15, tzinfo=UTC), lambda: 0.0, lambda seconds: None)


def fetcher(web: Web, lookup: object = None) -> Fetcher:
    def by_name(host: str, port: int) -> list[str]:
        return NAMES.get(host, [host])

    guarded = GuardedTransport(httpx.MockTransport(web), lookup or by_name)  # type: ignore[arg-type]
    return Fetcher(Manners("https://centre.example"), still(), guarded)


def redirect(target: str) -> httpx.Response:
    return httpx.Response(302, headers={"Location": target})


def test_the_number_that_was_checked_is_asked_under_the_name() -> None:
    web = Web({"press.example/a": httpx.Response(200, text="хабар")})
    fetched = fetcher(web).get("https://press.example/a", DOCUMENTS)
    assert fetched.content == "хабар".encode()
    assert fetched.address == "https://press.example/a"
    assert web.asked == [
        ("93.184.216.34", "press.example/robots.txt", "press.example"),
        ("93.184.216.34", "press.example/a", "press.example"),
    ]


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.5/admin",
        "http://inside.example/",
        "http://both.example/",
        "http://[::1]:8080/",
        "http://169.254.169.254/latest/meta-data",
        "http://2130706433/",
    ],
)
def test_a_redirect_into_the_own_network_is_refused_before_anything_is_sent(target: str) -> None:
    web = Web({"press.example/a": redirect(target)})
    with pytest.raises(FetchError, match="which is not public"):
        fetcher(web).get("https://press.example/a", DOCUMENTS)
    assert {number for number, _, _ in web.asked} == {"93.184.216.34"}


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://press.example/a", "gopher://x/"])
def test_a_redirect_to_what_is_no_web_address_is_refused(target: str) -> None:
    web = Web({"press.example/a": redirect(target)})
    with pytest.raises(FetchError, match="no http or https address"):
        fetcher(web).get("https://press.example/a", DOCUMENTS)


def test_a_name_that_changes_its_number_between_two_requests_is_caught() -> None:
    numbers = iter([["93.184.216.34"], ["127.0.0.1"]])
    web = Web({"press.example/a": httpx.Response(200, text="secret")})
    with pytest.raises(FetchError, match=r"127\.0\.0\.1, which is not public"):
        fetcher(web, lambda host, port: next(numbers)).get("http://press.example/a", DOCUMENTS)
    assert [number for number, _, _ in web.asked] == ["93.184.216.34"]


def test_when_one_number_of_a_host_is_down_the_next_is_asked() -> None:
    web = Web({"press.example/a": httpx.Response(200, text="x")})
    numbers = ["93.184.216.35", "93.184.216.34"]
    fetched = fetcher(web, lambda host, port: numbers).get("http://press.example/a", DOCUMENTS)
    assert fetched.content == b"x"


def test_redirects_end() -> None:
    web = Web({"press.example/a": redirect("https://press.example/a")})
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetcher(web).get("https://press.example/a", DOCUMENTS)


def test_over_a_real_connection_the_server_hears_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    server = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def answer() -> None:
        for _ in range(2):
            connection, _ = server.accept()
            with connection:
                heard.append(connection.recv(4096))
                connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    thread = threading.Thread(target=answer)
    thread.start()
    monkeypatch.setattr(guard, "is_public", lambda address: True)
    transport = GuardedTransport(httpx.HTTPTransport(), lambda host, port: ["127.0.0.1"])
    port = server.getsockname()[1]
    with Fetcher(Manners("c"), still(), transport) as opened, pytest.raises(FetchError):
        opened.get(f"http://press.example:{port}/a", DOCUMENTS)
    thread.join()
    server.close()
    assert [f"Host: press.example:{port}".encode() in request for request in heard] == [True, True]
