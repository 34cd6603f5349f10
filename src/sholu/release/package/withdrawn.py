"""What earlier releases had and this one has no more: it stays visible that it was there. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sholu.release.package.model import Withdrawn


@dataclass(frozen=True)
class Thing:
    """An event, a claim or a document that a release has.

    Attributes:
        what: ``event``, ``claim`` or ``document``; ``title`` as `Withdrawn` keeps it.
        documents: that it came from; of a document itself.
    """

    what: str
    id: str
    title: str
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """When and why something was taken back."""

    at: str
    why: str


def withdrawn_since(
    before: Iterable[Thing],
    release: str,
    earlier: Iterable[Withdrawn],
    present: Collection[str],
    reasons: Mapping[str, Reason],
) -> tuple[Withdrawn, ...]:
    """What is gone, and what was gone before and has not come back.

    Args:
        before: all things of the newest earlier release.
        release: its name.
        earlier: what it told to be withdrawn already.
        present: ids of the things that are public now.
        reasons: decisions by the id of what they took back; an event or claim is taken back with
            its document too.
    """
    found = {one.id: one for one in earlier if one.id not in present}
    for thing in before:
        if thing.id not in present:
            given = (reasons.get(id_) for id_ in (thing.id, *thing.documents))
            reason = next((one for one in given if one), None)
            at, why = (reason.at, reason.why) if reason else (None, None)
            found[thing.id] = Withdrawn(thing.what, thing.id, thing.title, release, at, why)
    return tuple(found.values())
