"""Tell what exists at a moment: who is on a register, what is at work."""

from __future__ import annotations

import re
from functools import cache

from sholu.mentions.figure_wording import figure_wording
from sholu.mentions.sentences import Sentence

_BEHIND = 60
"""Code points after a number within which a verb may say that it exists."""
_HAPPENED = {
    "ru": re.compile(
        r"\b(?!состоял|числил|насчитывал|было|были|учтен|зарегистрирован|недели|отдел|начала|модели|сил[аи]|числа|дол[аи]\b|земли|рол[аи]\b|цел[аи]\b|школ[аы]?|\w+тел[иья]\b)\w{2,}"
        r"(?:ено|ано|ято|ыто|ены|аны|яты|ыты|лись|лось|лась|[аеиоуыяюршгк]л[иоа])\b"
    ),
    "en": re.compile(
        r"\b(?:(?:was|were|have been|has been) (?!registered|on|in|under|held|serving)\w+"
        r"|seized|detained|arrested|confiscated|recorded|detected|died|convicted|received|handed"
        r"|opened|closed|destroyed|rose|fell|took|gave|sold|found|conducted|painted)\b"
    ),
    "kk": re.compile(
        r"\b(?!болған)\w{2,}(?:лды|лді|нды|нді|рды|рді|тты|тті|сты|сті|пты|пті|лған|лген|нған|нген)\b"
    ),
}
"""Verbs of what happened: a number behind one counts that."""


_PART = re.compile(r"\b(?:ішінде|қатарында|арасында)(?: \w+){0,2} 0$")
"""``оның ішінде 6 әйел бар``: a part counts over the time of its whole."""
_END = re.compile(r" [;.] ")


def tells_stock(sentence: Sentence) -> bool:
    """Whether a sentence says how many there are, not how many there were over some time.

    ``По состоянию на 1 мая`` may also close a count of what happened.
    """
    language = sentence.language or ""
    if _pattern("stock", language).search(sentence.folded):
        return True
    as_of = _pattern("as_of", language).search(sentence.folded)
    return as_of is not None and not tells_what_happened(sentence)


def tells_of_what_exists(sentence: Sentence) -> bool:
    """Whether a sentence tells of things that are there, and of nothing that happened."""
    language = sentence.language or ""
    return _existing(language).search(sentence.folded) is not None and not tells_what_happened(
        sentence
    )


def exists_at(sentence: Sentence, at: int) -> bool:
    """Whether a word for what exists reaches a number, with nothing that happened between."""
    language = sentence.language or ""
    if language not in _HAPPENED:
        return False
    before = " ".join(["", *(w.folded for w in sentence.words if w.start < at), "0"])
    if _PART.search(before):
        return False
    behind = " ".join(["", *(w.folded for w in sentence.words if at <= w.start < at + _BEHIND), ""])
    behind = _END.split(behind, maxsplit=1)[0]
    clause = behind.split(" , ", maxsplit=1)[0]
    if _HAPPENED[language].search(clause):
        return _reaches_on(language, clause)
    return _reaches_back(language, before) or _reaches_on(language, behind)


def tells_what_happened(sentence: Sentence) -> bool:
    """Whether a sentence has a verb of what happened."""
    pattern = _HAPPENED.get(sentence.language or "")
    return pattern is not None and pattern.search(sentence.folded) is not None


def _reaches_back(language: str, before: str) -> bool:
    """Whether something before a number exists, and nothing happens between."""
    ends = [found.end() for found in _existing(language).finditer(before)]
    return bool(ends) and _HAPPENED[language].search(before, ends[-1]) is None


def _reaches_on(language: str, behind: str) -> bool:
    """Whether a verb behind a number says that it exists, and nothing happens before."""
    found = _existing(language).search(behind)
    if found is None:
        return False
    happened = _HAPPENED[language].search(behind)
    return happened is None or happened.start() > found.start()


def _existing(language: str) -> re.Pattern[str]:
    """What is said of things that exist."""
    return _pattern("existing", language)


@cache
def _pattern(list_name: str, language: str) -> re.Pattern[str]:
    patterns = figure_wording()["accumulation"][list_name].get(language, ())
    end = r"(?!\w)" if list_name == "existing" else ""
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns or ["(?!)"]) + f"){end}")
