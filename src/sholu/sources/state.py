"""What was fetched when: ``collect.json`` beside the documents.

It can be deleted: then everything is fetched again, and the store keeps what it has once.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sholu.sources.disk import disk_trouble, write_together
from sholu.sources.fetch import Known
from sholu.sources.model import SourceError


@dataclass(frozen=True)
class Visit:
    """The last visit of an address.

    Attributes:
        fetched: when it was fetched whole (ISO date and time, UTC); None if it never was.
        etag, last_modified: what the server said then.
        error: why the last attempt failed; empty if it did not.
        lasting: whether asking again would bring the same error.
    """

    fetched: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    error: str = ""
    lasting: bool = False


class CollectState:
    """Visits by address. Each change is on the disk before the call returns."""

    def __init__(self, path: Path, visits: dict[str, Visit]) -> None:
        self._path = path
        self._visits = visits

    def visit(self, address: str) -> Visit:
        """The last visit; one that never was if there is none."""
        return self._visits.get(address, Visit())

    def is_done(self, address: str) -> bool:
        """Whether a document was fetched, or never can be."""
        visit = self.visit(address)
        return visit.fetched is not None or visit.lasting

    def fetched(self, address: str, at: str, known: Known) -> None:
        """Note that an address was fetched, and that all it brought is kept."""
        self._note(address, Visit(at, known.etag, known.last_modified))

    def failed(self, address: str, error: str, lasting: bool) -> None:
        """Note why an address was not fetched; what is known of an earlier visit stays."""
        self._note(address, replace(self.visit(address), error=error, lasting=lasting))

    def _note(self, address: str, visit: Visit) -> None:
        self._visits[address] = visit
        visits = {name: asdict(self._visits[name]) for name in sorted(self._visits)}
        text = json.dumps({"addresses": visits}, ensure_ascii=False, indent=1)
        with disk_trouble(self._path):
            write_together([(self._path, text.encode("utf-8", "replace"))])


def load_state(path: Path) -> CollectState:
    """Read ``collect.json``; nothing was visited if it is not there.

    Raises:
        SourceError: if it has another form.
    """
    if not path.exists():
        return CollectState(path, {})
    try:
        with disk_trouble(path):
            record = json.loads(path.read_bytes())
        return CollectState(
            path, {address: Visit(**visit) for address, visit in record["addresses"].items()}
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(
            f"{path} can't be read: {error}.",
            "Delete it: then everything that is listed is fetched again, and kept once.",
        ) from error
