"""Hand the time that figures count over from paragraph to paragraph, as reports state it once."""

from __future__ import annotations

import re
from dataclasses import replace

from sholu.mentions.sentences import Sentence
from sholu.mentions.time_counted import NOTHING_SAID, Counting, days_of


def hand_on(before: Counting, report: Counting, paragraphs: int, opening: Sentence) -> Counting:
    """What a paragraph hands on to the next: a report states its time once, at its head.

    Args:
        report: the time of the whole report, by `time_of_report`.
        paragraphs: how many were read, the title among them; a time that is stated farther down is
            that of a paragraph about the years before, unless the next one goes on with it.
        opening: the first sentence of the next paragraph.
    """
    if report.accumulation is not None:
        return report
    if before.accumulation not in ("period", "year_to_date"):
        return NOTHING_SAID
    goes_on = paragraphs <= _HEAD or _GOES_ON.match(opening.folded) is not None
    return before if goes_on or _is_list_entry(opening) else NOTHING_SAID


def _is_list_entry(opening: Sentence) -> bool:
    """``– изъято 312 г``: what is said goes on with a capital letter."""
    words = opening.words
    return len(words) > 1 and words[0].text in _BULLETS and words[1].text[:1].islower()


_BULLETS = frozenset("–—‒-•▪*")


_HEAD = 2
"""Title and first paragraph."""
_GOES_ON = re.compile(
    r"[–—\-«\"“ ]*(?:(?:также|кроме того|помимо этого|наряду с этим|из них|всего|в том числе"
    r"|за это время|за указанный период|за отчетный период|в общей сложности|при этом|в результате"
    r"|also|in addition|of these|of them|overall|in total|a total of|moreover|additionally"
    r"|during this (?:time|period)|as a result"
    r"|сондай-ақ|сонымен қатар|сонымен бірге|бұдан бөлек|бұған қоса|бұдан басқа|оның ішінде"
    r"|соның ішінде|осы уақыт|осы кезең|барлығы|жалпы|нәтижесінде)(?!\w))"
)


def time_of_report(sentence: Sentence, counting: Counting, paragraphs: int) -> Counting:
    """The time that a whole report counts over, if a sentence of its head says so.

    Args:
        counting: what the sentence hands on.
        paragraphs: how many were read before, the title among them.
    """
    if paragraphs > _HEAD:
        return NOTHING_SAID
    if counting.accumulation == "stock":
        return NOTHING_SAID
    if _SUMS_UP.search(sentence.folded):
        return _of_report(counting if counting.accumulation else Counting("period", None))
    days = 0 if counting.period is None else days_of(counting.period)
    if days > 1 and _OPERATION.search(sentence.folded):
        return _of_report(counting)
    reports = days >= _MONTH and _REPORTS.search(sentence.folded) is not None
    return _of_report(counting) if reports else NOTHING_SAID


def _of_report(counting: Counting) -> Counting:
    return replace(counting, of_report=True)


_SUMS_UP = re.compile(
    r"sum\w* up the (?:\w+ )?year|results of the year|итог\w+ (?:прошедшего |минувшего )?года"
    r"|жыл\w* қорытынды|^бір жылда|^за год"
)
_OPERATION = re.compile(
    r"(?:операци\w+|опм|акци\w+|operation|campaign|crackdown|іс-шара\w*|акция\w*)"
    r"|жедел-профилактик|оперативно-профилактич"
)


_MONTH = 28
"""Days of the shortest month: what a report counts over lasts one at the least."""
_REPORTS = re.compile(
    r"итог|статисти|отчита|отчет|зарегистрир|выявлен|изъят|за год|цифр|results|registered"
    r"|statisti|recorded|detected|seized|seizures|confiscated|in figures"
    r"|тіркел|қорытынды|есеб|анықтал|тәркілен"
)
