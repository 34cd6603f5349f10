"""The language and script of a text and of its passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sholu.core.language import READ_LANGUAGES
from sholu.evidence.model import Passage

LETTERS = 40
"""A passage with fewer letters is taken to be in the document's language (measured: single words
and names come out wrong, sentences right)."""

MARGIN = 0.2
"""How far, in log-likelihood per letter, a passage's own language must lead the document's."""

_SAMPLE = 1_500
_PIECES = 5
_PASSAGE_SAMPLE = 250
"""Code points of a document and of a passage looked at; more does not change the answer."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
# Runs rather than single letters: counting them is five times as fast.
_LETTERS = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "Latn": re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+"),
    "Cyrl": re.compile(r"[\u0400-\u052f]+"),
    "Arab": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+"),
}
_KAZAKH_ARABIC = re.compile("[ٴۇۋىەڭۆ]")
"""Letters that Kazakh in Arabic script has and Persian, Dari and Arabic do not."""

_KAZAKH_LATIN = re.compile(
    r"\b(?:j[áäa]ne|zhane|[úüu]shin|t[ýu]raly|bo[ıiy]ynsha|q[yı]zmet\w*|qazaq\w*|qalas\w*"
    r"|oblys\w*|respublikas[yı]\w*"
    r"|\w+(?:[dtn][yı](?:ń|ñ|ng)|[dtn]i(?:ń|ñ)|l[yı]q\w*|lar[yı]\w*|[ns][yı]n(?:an)?))\b"
    r"|[ǵńýūï]|(?<=[qŋñ])[äaı]|[äa](?=[qŋñ])"
)
"""Endings and words of Kazakh in its Latin alphabets (2018, 2021) and in transliteration; the model
has seen none of them and answers Azerbaijani or Uzbek. For small letters only: when case is
ignored, ``ı`` is the same as ``i``, which is Uzbek."""

Scores = Sequence[tuple[str, float]]
"""Languages with their log-likelihood, the likeliest first."""


@dataclass(frozen=True)
class _Sign:
    """What shows a language at a glance, in small letters.

    Attributes:
        own: what only this language has; ``one_in``: a passage is in it if one word in so many
            has that.
        others: letters that speak against it.
    """

    own: re.Pattern[str]
    one_in: int
    others: re.Pattern[str] | None


_SIGNS = {
    "en": _Sign(re.compile(r"\b(?:the|of|and|to|in|was|for|with)\b"), 8, None),
    "ru": _Sign(
        re.compile(r"\b(?:в|и|на|с|по|из|не|что|за|для|от|при|был[аио]?)\b"),
        8,
        re.compile(r"[^\W\d_а-яё]"),
    ),
    "kk": _Sign(re.compile(r"\b\w*[іұ]\w*"), 8, None),
}
"""Commonest words and letters that the other languages read here do not have; a passage that shows
too few of them goes to the model."""

_KAZAKH_LETTERS = re.compile("[ñūŪÑǵǴ]")
_KAZAKH_BESIDE = re.compile("[qğışǵ]")
"""The alphabets of 2018 and 2021 have ñ, ū or ǵ beside these letters; Azerbaijani, Turkmen, Turkish
and Uzbek have none of the first."""
_AZERBAIJANI = re.compile("[əƏ]")
_UZBEK_LEAD = 1.0
"""Uzbek in Latin letters leads by 2 per letter; Russian and names in Latin letters, by 0.6."""


def load_model() -> None:
    """Load the model ahead of the first document; it takes a second, once in a process."""
    _model()


def script_of(text: str) -> str | None:
    """ISO 15924 code of the script that most letters are in; None without letters."""
    counts = {name: _count(pattern, text) for name, pattern in _SCRIPTS.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of most of a text; None when there are too few letters."""
    sample = _ADDRESS.sub(" ", _pieces(text))
    if _count(_LETTERS, sample) < LETTERS // 2:
        return None
    scores = _model_of_all().rank(sample)
    ours = [(code, score) for code, score in scores if code in READ_LANGUAGES]
    best = next(iter(_fitting(sample, script_of(sample), ours)), None)
    return None if best in ("en", "uz", "az") and _is_foreign(sample, scores) else best


def _pieces(text: str) -> str:
    """A short text whole; of a long one, pieces from all over it: front matter is often foreign."""
    if len(text) <= _SAMPLE:
        return text
    step, size = len(text) // _PIECES, _SAMPLE // _PIECES
    return "\n".join(text[start : start + size] for start in range(0, step * _PIECES, step))


def _is_foreign(text: str, scores: Scores) -> bool:
    """Whether a text in Latin letters is in a language that is not read here (Dutch, French …)."""
    ours = max(score for code, score in scores if code in READ_LANGUAGES)
    code, best = scores[0]
    return code not in READ_LANGUAGES and best - ours > MARGIN * _count(_LETTERS, text)


def mark_languages(text: str, passages: Sequence[Passage], language: str | None) -> list[Passage]:
    """The passages with their language and script: the document's, unless their letters object."""
    return [_marked(text[p.start : p.end], p, language) for p in passages]


def _marked(words: str, passage: Passage, language: str | None) -> Passage:
    words = _ADDRESS.sub(" ", words[:_PASSAGE_SAMPLE])
    script = script_of(words)
    if script is None:
        return replace(passage, language=None, script=None)
    return replace(passage, language=_own(words, script, language), script=script)


def _own(words: str, script: str, language: str | None) -> str | None:
    """A passage's language: its own only if it is long enough and its lead is clear."""
    letters = _count(_LETTERS, words)
    if letters < LETTERS:
        return language if language is None or script in _WRITTEN_IN[language] else None
    if language is not None and script in _WRITTEN_IN[language] and _agrees(words, language):
        return language
    ranked = _fitting(words, script, None)
    best = next(iter(ranked), None)
    if best is None or language is None or language not in ranked or best == language:
        return best
    lead = (ranked[best] - ranked[language]) / letters
    return best if lead >= MARGIN or script not in _WRITTEN_IN[language] else language


_WRITTEN_IN = {
    "en": ("Latn",),
    "ru": ("Cyrl",),
    "kk": ("Cyrl", "Latn", "Arab"),
    "ky": ("Cyrl", "Arab"),
    "uz": ("Latn", "Cyrl"),
    "tg": ("Cyrl",),
    "az": ("Latn", "Cyrl"),
}


def _agrees(words: str, language: str) -> bool:
    """Whether a passage is in the document's language at a glance; saves asking the model."""
    small = words.lower()
    sign = _SIGNS.get(language)
    if sign is None or (sign.others and sign.others.search(small)):
        return False
    return len(sign.own.findall(small)) * sign.one_in >= len(small.split())


def _fitting(text: str, script: str | None, scores: Scores | None) -> dict[str, float]:
    """Languages written in a script with their log-likelihood, the likeliest first.

    Args:
        scores: of the languages read here; None to ask the model only if that is needed.
    """
    if script == "Arab":
        return {"kk": 0.0} if len(_KAZAKH_ARABIC.findall(text)) * 25 > len(text.split()) else {}
    if script == "Latn" and _is_kazakh_latin(text):
        return {"kk": 0.0}
    ranked = _model().rank(text) if scores is None else scores
    fitting = {code: score for code, score in ranked if script in _WRITTEN_IN[code]}
    letters = max(1, _count(_LETTERS, text))
    first, second = [*fitting.values(), 0.0, 0.0][:2]
    if script == "Latn" and next(iter(fitting)) == "uz":
        return {} if (first - second) / letters < _UZBEK_LEAD else fitting
    return fitting


def _is_kazakh_latin(text: str) -> bool:
    """Whether its letters are Kazakh's alone, or every third word has an ending of Kazakh."""
    if _KAZAKH_LETTERS.search(text) and len(_KAZAKH_BESIDE.findall(text)) >= 3:
        return True
    return len(_KAZAKH_LATIN.findall(text.lower())) * 3 >= len(
        text.split()
    ) and not _AZERBAIJANI.search(text)


@cache
def _model_of_all() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


@cache
def _model() -> Any:
    model = copy(_model_of_all())
    model.set_languages(list(READ_LANGUAGES))
    return model
