"""Sentences that only point at other items: ``Читайте также: «В Кадамжае сожгли …»``."""

from __future__ import annotations

import re

from sholu.mentions.sentences import Sentence

_POINTS = re.compile(
    r" (?:также )?(?:читайте|смотрите) (?:также|ещё|еще|по теме)\b| (?:ранее )?по теме :"
    r"| (?:read|see) (?:also|more)\b| also read\b| related (?:stories|news|articles?) :"
    r"| (?:тағы да|тағы|сондай - ақ) оқы(?:ңыз|ңыздар)\b| (?:осы )?тақырып бойынша :"
)


def points_elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence begins as a list of other items' titles does: nothing in it is told."""
    return _POINTS.match(sentence.folded) is not None
