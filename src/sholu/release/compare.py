"""What a re-issue changes, item by item. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sholu.release.json_form import item_record
from sholu.release.model import Change, Release
from sholu.release.wording import say

COMPARED = ("title", "text", "kind", "regions", "date", "urls", "figures", "pictures")
"""Keys of an item that readers see."""


def compare(before: Mapping[str, Any], after: Release) -> tuple[Change, ...]:
    """Changes from a release that is out (its ``release.json``) to a new one, in printed order."""
    old = {item["event"]: item for section in before["sections"] for item in section["items"]}
    new = {item.event: item_record(item) for item in after.items()}
    changes = []
    for event, item in new.items():
        if event not in old:
            changes.append(Change("added", event, item["title"], ()))
            continue
        fields = tuple(key for key in COMPARED if _seen(old[event], key) != _seen(item, key))
        if fields:
            changes.append(Change("changed", event, item["title"], fields))
    gone = [item for event, item in old.items() if event not in new]
    changes += [Change("removed", item["event"], item["title"], ()) for item in gone]
    return (*changes, *_summary_changes(before, after))


def _summary_changes(before: Mapping[str, Any], after: Release) -> list[Change]:
    """A change of the summary's words, which may change without any item."""
    old = [(sentence.get("about", ""), sentence["text"]) for sentence in before["summary"]]
    if old == [(sentence.about, sentence.text) for sentence in after.summary]:
        return []
    return [Change("changed", "", say("summary", after.edition.language), ())]


def _seen(item: Mapping[str, Any], key: str) -> Any:
    """What readers see of a key; a figure's ids and offsets are not seen."""
    if key != "figures":
        return item[key]
    return [(f["value_printed"], f["of"], f["qualifier"], f["suspect"]) for f in item[key]]
