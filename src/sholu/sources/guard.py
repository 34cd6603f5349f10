"""Keep what is fetched from leading into the network that the program runs in.

A page, a feed or a redirect is written by strangers. Without a guard it could name an address that
only this machine reaches: a router, a database, a cloud's metadata service.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

import httpx

from sholu.sources.model import SourceError

Resolve = Callable[[str, int], list[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


class FetchError(SourceError):
    """Something that was not fetched. ``lasting`` if asking again would bring the same answer."""

    def __init__(self, message: str, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network.

    Example:
        >>> is_public("::ffff:10.0.0.1")
        False
    """
    number = ipaddress.ip_address(address)
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if number in _NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return number.is_global and not number.is_multicast


def resolve(host: str, port: int) -> list[str]:
    """All IP addresses of a host, of both families, as the system prefers them.

    Raises:
        FetchError: if it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the name {host} is not found: {error}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedTransport(httpx.BaseTransport):
    """Connects to public addresses only, and to the very address that was checked.

    A name could be looked up once for the check and mean another machine a moment later (DNS
    rebinding). So the request goes to the number, with the name kept for the server and for TLS.
    """

    def __init__(self, inner: httpx.BaseTransport, lookup: Resolve = resolve) -> None:
        self._inner = inner
        self._lookup = lookup

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, if every address of its host is public.

        Raises:
            FetchError: if one is not.
        """
        host = request.url.raw_host.decode("ascii")
        addresses = self._lookup(host, request.url.port or 0)
        private = [address for address in addresses if not is_public(address)]
        if private:
            raise FetchError(f"{host} has the address {private[0]}, which is not public")
        return self._send(request, host, addresses)

    def _send(self, request: httpx.Request, host: str, addresses: list[str]) -> httpx.Response:
        failure: httpx.TransportError = httpx.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return self._inner.handle_request(_sent_to(request, address, host))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure

    def close(self) -> None:
        """Give connections back."""
        self._inner.close()


def _sent_to(request: httpx.Request, address: str, host: str) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,  # with the Host that was asked for
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
