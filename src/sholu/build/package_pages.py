"""Pictures of the pages behind what is published: drawn in child processes, kept for next time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

from sholu.build.observatory import Observatory
from sholu.core.ids import identify
from sholu.engine.tables import replace_file
from sholu.evidence.limited import Failure, LimitedWorkers
from sholu.release.package.columns import as_json
from sholu.release.package.contents import PagePicture, Words
from sholu.release.package.model import Box
from sholu.release.package.page_drawing import VERSION, Drawing, PagePlan, PageTask, draw_page
from sholu.sources.store import path_of


@dataclass(frozen=True)
class Pages:
    """Pictures of pages, and the places of words on them by id of the span."""

    pictures: tuple[PagePicture, ...]
    boxes: Mapping[str, tuple[Box, ...]]

    def placed(self, words: Iterable[Words]) -> tuple[Words, ...]:
        """The words with their places."""
        return tuple(replace(one, boxes=self.boxes.get(one.span, ())) for one in words)


def draw_pages(observatory: Observatory, plans: Iterable[tuple[str, PagePlan]]) -> Pages:
    """Draw pages, or take them from the last time.

    A page that cannot be drawn has no picture; its text stands in the evidence all the same.

    Args:
        observatory: whose documents they are.
        plans: a document's id and what to draw of one of its pages.
    """
    folder = observatory.table_folder / "evidence" / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {_key(document, plan): (document, plan) for document, plan in plans}
    kept = {path.stem: path for path in folder.glob("*.png")}
    for key in kept.keys() - wanted.keys():
        kept[key].unlink()
        kept[key].with_suffix(".json").unlink(missing_ok=True)
    missing = {key: wanted[key] for key in wanted.keys() - kept.keys()}
    for key, drawing in _drawn(observatory, missing):
        record = {span: [vars(box) for box in boxes] for span, boxes in drawing.boxes.items()}
        replace_file(folder / f"{key}.json", json.dumps(record, sort_keys=True).encode())
        # Written last: the picture says that both are there.
        replace_file(folder / f"{key}.png", drawing.png)
    return _read(folder, wanted)


def _key(document: str, plan: PagePlan) -> str:
    """Of all that a drawing hangs on."""
    return identify("page", VERSION, pypdfium2.PYPDFIUM_INFO, document, as_json(plan))


def _drawn(
    observatory: Observatory, plans: Mapping[str, tuple[str, PagePlan]]
) -> Iterator[tuple[str, Drawing]]:
    if not plans:
        return
    settings = observatory.settings
    with LimitedWorkers(
        draw_page,
        min(settings.workers, len(plans)),
        memory_bytes=settings.memory_mb * 2**20,
        seconds=settings.seconds,
        preload=("sholu.release.package.page_drawing",),
    ) as workers:
        tasks = (
            (key, PageTask(str(path_of(observatory.documents, document)), plan))
            for key, (document, plan) in sorted(plans.items())
        )
        for key, result in workers.run(tasks):
            if not isinstance(result, Failure):
                yield key, result


def _read(folder: Path, wanted: Mapping[str, tuple[str, PagePlan]]) -> Pages:
    pictures, boxes = [], {}
    for key, (document, plan) in wanted.items():
        path = folder / f"{key}.png"
        if not path.exists():
            continue
        pictures.append(PagePicture(document, plan.page, path.read_bytes()))
        record = json.loads(path.with_suffix(".json").read_bytes())
        for span, found in record.items():
            boxes[span] = tuple(Box(**box) for box in found)
    return Pages(tuple(pictures), boxes)
