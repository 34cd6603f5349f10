"""Load the seven questions."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from sholu.release.situation.model import Question


@cache
def questions() -> tuple[Question, ...]:
    """The questions in their order."""
    text = resources.files("sholu.release.situation").joinpath("questions.yaml").read_text("utf-8")
    return tuple(
        Question(
            key=record["key"],
            title=record["title"],
            indicators=tuple(record["indicators"]),
            kinds=tuple(record["kinds"]),
            cues=tuple(str(cue).casefold() for cue in record["cues"]),
            map=record["map"],
            cannot_say=record["cannot_say"],
        )
        for record in yaml.safe_load(text)
    )
