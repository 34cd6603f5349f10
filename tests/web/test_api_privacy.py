"""Everything that the interface can be made to say, searched for what may not be said."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sholu.release.exports.exporters import EXPORTERS
from sholu.web.api.endpoints import ENDPOINTS
from tests.release.package.conftest import CLOSED, NAMES, marked_built  # noqa: F401  (a fixture)
from tests.web.conftest import client_of

THINGS = {
    "/api/events": "/api/events/{}", "/api/claims": "/api/claims/{}",
    "/api/disputes": "/api/disputes/{}", "/api/findings": "/api/findings/{}",
    "/api/observations": "/api/observations/{}", "/api/documents": "/api/documents/{}",
}  # fmt: skip
NEEDED = {"/api/event-counts": "by=month", "/api/names": "kind=place", "/api/search": "q=heroin",
          "/api/map": "indicator=offences_registered"}  # fmt: skip


def unpacked(content: bytes) -> Iterator[str]:
    """The text of a file, or of each file in it."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield from unpacked(archive.read(name))
    else:
        yield content.decode("utf-8", "replace")


def spans_in(record: object) -> Iterator[str]:
    """Ids of evidence anywhere in an answer."""
    if isinstance(record, dict):
        for value in record.values():
            yield from spans_in(value)
    elif isinstance(record, list):
        for value in record:
            yield from spans_in(value)
    elif isinstance(record, str) and record.startswith("span-"):
        yield record


def everything(site: TestClient) -> Iterator[tuple[str, bytes]]:
    """All addresses that lists lead to, and what they give."""
    waiting = ["/en/feed.atom", "/ru/feed.atom", "/api/openapi.json", "/api/situation/XA",
               "/api/situation/XA-02?lang=kk", "/api/search?q=courier", "/api/search?q=Zholdasov",
               "/api/search?q=Quokkafish", "/en/data"]  # fmt: skip
    waiting += [f"/api/export/{name}" for name in EXPORTERS]
    for one in ENDPOINTS:
        if "{" not in one.path:
            query = NEEDED.get(one.path, "")
            waiting.append(f"{one.path}?{query}" if query else one.path)
            waiting += [f"{one.path}?format={form}" for form in one.formats]
    seen = set(waiting)
    while waiting:
        address = waiting.pop()
        given = site.get(address)
        yield address, given.content
        if not given.headers["content-type"].startswith("application/json"):
            continue
        record = json.loads(given.text)
        found = [f"/api/evidence/{span}" for span in spans_in(record)]
        if address.split("?")[0] in THINGS and "items" in record:
            form = THINGS[address.split("?")[0]]
            found += [form.format(item["id"]) for item in record["items"]]
        waiting += [one for one in dict.fromkeys(found) if one not in seen]
        seen.update(found)


@pytest.fixture(scope="module")
def said(marked_built: Path) -> dict[str, str]:  # noqa: F811
    site = client_of(marked_built / "releases")
    return {address: "\n".join(unpacked(body)) for address, body in everything(site)}


def test_the_search_has_gone_through_the_whole_interface(said: dict[str, str]) -> None:
    assert sum(address.startswith("/api/evidence/") for address in said) > 5
    assert sum(address.startswith("/api/events/") for address in said) >= 2
    assert "5.5 kg" in said["/api/events"]
    assert "[name withheld]" in said["/api/export/csv"]


@pytest.mark.parametrize("trace", CLOSED)
def test_a_closed_document_is_in_no_answer(said: dict[str, str], trace: str) -> None:
    asked = {"/api/search?q=Quokkafish"}
    assert [one for one, text in said.items() if trace in text and one not in asked] == []
    assert json.loads(said["/api/search?q=Quokkafish"])["items"] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_private_name_is_in_no_answer(said: dict[str, str], name: str) -> None:
    assert [one for one, text in said.items() if name.casefold() in text.casefold()] == []
