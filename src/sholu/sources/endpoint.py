"""Ask an OpenAI-compatible endpoint (``POST …/chat/completions``) for help.

Only what a caller hands over is sent, once; nothing is stored, and redirects are not followed.
"""

from __future__ import annotations

import ipaddress
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from sholu.sources.model import SourceError

LARGEST_ANSWER = 1_000_000
"""Bytes; a translation of the longest item of a release has about 20,000."""


class EndpointError(SourceError):
    """The endpoint may not be asked, or gave no answer that can be used."""


@dataclass(frozen=True)
class Endpoint:
    """Whom to ask.

    Attributes:
        address: up to the path of the interface, e.g. ``https://models.example/v1``.
        model: the endpoint's name for the model.
        key: sent as a bearer token; empty for none.
        seconds: time that the whole answer may take.
    """

    address: str
    model: str
    key: str = field(repr=False)
    seconds: int


def ask(endpoint: Endpoint, messages: Sequence[tuple[str, str]]) -> str:
    """The text that the model answers.

    Args:
        endpoint: whom to ask.
        messages: role (``system``, ``user``) and content.

    Raises:
        EndpointError: if the address is not safe, or nothing usable comes in time.
    """
    url = _safe_address(endpoint.address)
    headers = {"Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    body = {
        "model": endpoint.model,
        "messages": [{"role": role, "content": content} for role, content in messages],
        "temperature": 0,
        "response_format": {"type": "json_object"},
    }
    try:
        # trust_env=False: no proxy of the environment sees the text or the key.
        with (
            httpx.Client(timeout=endpoint.seconds, trust_env=False) as client,
            client.stream("POST", url, json=body, headers=headers) as response,
        ):
            return _content(response, endpoint.seconds)
    except httpx.TimeoutException as error:
        raise _late(endpoint.seconds) from error
    except (httpx.HTTPError, httpx.StreamError) as error:
        reason = str(error) or type(error).__name__
        raise EndpointError(f"The endpoint was not reached: {reason}.") from error


def _late(seconds: int) -> EndpointError:
    return EndpointError(
        f"The endpoint did not answer within {seconds} seconds.",
        "Ask again, or raise 'seconds' in [help] of sholu.toml.",
    )


def _safe_address(address: str) -> httpx.URL:
    """The address to ask, if nobody on the way can read what is sent.

    Raises:
        EndpointError: if it is neither https nor of this machine.
    """
    try:
        url = httpx.URL(address.rstrip("/") + "/chat/completions")
    except httpx.InvalidURL as error:
        raise EndpointError(f"'{address}' is no address: {error}.") from error
    safe = url.scheme == "https" or (url.scheme == "http" and _is_loopback(url.host))
    if not safe or not url.host or url.userinfo:
        raise EndpointError(
            f"The endpoint '{url.copy_with(username=None, password=None)}' may not be asked.",
            "Its address must begin with https://, or be on this machine (http://127.0.0.1:…), "
            "and hold no password.",
        )
    return url


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _content(response: httpx.Response, seconds: int) -> str:
    """The model's words in the answer, read within the time and size that it may take."""
    if response.status_code != httpx.codes.OK:
        raise EndpointError(f"The endpoint answered with the status {response.status_code}.")
    began = time.monotonic()
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise EndpointError(f"The answer is larger than {LARGEST_ANSWER:,} bytes.")
        if time.monotonic() - began > seconds:  # each piece came in time, all together did not
            raise _late(seconds)
    try:
        answer: Any = json.loads(content)
        said = answer["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise EndpointError("The endpoint's answer is no chat completion.") from error
    if not isinstance(said, str):
        raise EndpointError("The endpoint's answer has no text.")
    return said
