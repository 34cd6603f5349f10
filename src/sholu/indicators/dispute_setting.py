"""What stands around each claim, kept so that claims of many documents can be compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sholu.claims.model import Claim
from sholu.indicators.dispute_references import reference_years, year_cited
from sholu.mentions.model import AnnotatedDocument
from sholu.mentions.sentences import Sentence, read_sentences
from sholu.vocabulary.model import Vocabulary

STEM = 6
"""Letters by which two words of one root are told to be one; endings of en, ru and kk are longer
than what is left."""

SHORTEST = 4
WORDS_BESIDE = 8
"""Words of a cell on each side of a figure that belong to it."""
_WORD = re.compile(r"[^\W\d_]+")
_STOP = frozenset(
    """
    that this these those with from were been have also more than less most about around between
    during after before while which where when there their other some such over under into only
    even both each many much very being would could should according based year years number
    percent cent было были быть также более менее около между после этого этом этой того которые
    который которая году года годы лишь число процентов жылы және үшін бойынша туралы kazakhstan
    казахстан казахстане қазақстан
    """.split()  # noqa: SIM905
)
_SYNONYMS = {"mortal": "death", "fatali": "death", "lethal": "death", "смертн": "смерть"}
"""Stems of one meaning in counts and in rates."""
_AFTER = re.compile(r"\s*(?:with|of|in|among|for|от|из|с|в|на|среди)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ClaimSetting:
    """Where a claim stands.

    Attributes:
        sentence: start of the sentence or cell in the document's text.
        paragraph: its number; ``table``: number of the table, -1 in running text.
        words: stems of the sentence, of the cell with its labels; ``near``: of the words that
            belong to the figure, between its neighbours.
        countries: ISO codes of other countries named beside the figure.
        years: printed in the sentence; ``cited_year``: of the work cited for it;
            ``latest_cited``: of the newest work that the document lists.
    """

    claim: str
    document: str
    sentence: int
    paragraph: int
    table: int
    words: tuple[str, ...]
    near: tuple[str, ...]
    countries: tuple[str, ...]
    years: tuple[int, ...]
    cited_year: int | None
    latest_cited: int | None


def settings_of(
    annotated: AnnotatedDocument, claims: Sequence[Claim], vocabulary: Vocabulary
) -> tuple[ClaimSetting, ...]:
    """The setting of each claim of a document."""
    sentences = read_sentences(annotated.text)
    starts = [sentence.start for sentence in sentences]
    references = reference_years(annotated.text.text)
    ordered = sorted(claims, key=lambda claim: claim.figure.span.start)
    found = []
    for place, claim in enumerate(ordered):
        at = bisect_right(starts, claim.figure.span.start) - 1
        if at < 0:
            continue
        sentence = sentences[at]
        before = ordered[place - 1].figure.span.end if place else 0
        after = ordered[place + 1].figure.span.start if place + 1 < len(ordered) else 1 << 40
        near = _near(annotated.text.text, sentence, claim, before, after)
        cited = year_cited(annotated.text.text, claim, sentence.start, sentence.end, references)
        latest = max(references.values(), default=None)
        found.append(_setting(annotated, claim, sentence, near, (cited, latest), vocabulary))
    return tuple(found)


def _setting(
    annotated: AnnotatedDocument,
    claim: Claim,
    sentence: Sentence,
    near: str,
    cited: tuple[int | None, int | None],
    vocabulary: Vocabulary,
) -> ClaimSetting:
    figure = claim.figure
    printed = annotated.text.text[sentence.start : sentence.end]
    labels = " ".join(filter(None, (figure.row_label, figure.column_label, figure.table_title)))
    own = claim.place_code.split("-")[0] if claim.place_code else ""
    countries = {code for code in countries_in(near, vocabulary) if code != own}
    return ClaimSetting(
        claim=claim.id,
        document=annotated.document.id,
        sentence=sentence.start,
        paragraph=sentence.paragraph,
        table=_table(annotated, figure.span.start) if sentence.kind == "table" else -1,
        words=tuple(sorted(stems(f"{printed} {labels}"))),
        near=tuple(sorted(stems(f"{near} {figure.of or ''}"))),
        countries=tuple(sorted(countries)),
        years=tuple(sorted({int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", printed)})),
        cited_year=cited[0],
        latest_cited=cited[1],
    )


def _near(text: str, sentence: Sentence, claim: Claim, before: int, after: int) -> str:
    """The words between a figure and its neighbours; those after it if they go on with it."""
    span = claim.figure.span
    if sentence.kind == "table":  # a page break may have torn the cell: its words are in order
        at = bisect_right(sentence.words, span.start, key=lambda word: word.start)
        beside = sentence.words[max(0, at - WORDS_BESIDE) : at + WORDS_BESIDE]
        return " ".join(word.text for word in beside)
    behind = text[span.end : max(span.end, min(after, sentence.end, span.end + 120))]
    if _AFTER.match(behind):
        return re.split(r"[,;]", behind, maxsplit=1)[0]
    return f"{text[min(max(before, sentence.start), span.start) : span.start]} {behind}"


def _table(annotated: AnnotatedDocument, offset: int) -> int:
    cells = annotated.text.cells
    at = bisect_right(cells, offset, key=lambda cell: cell.start) - 1
    return cells[at].table if at >= 0 else -1


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """Stems of the words that say something; acronyms whole.

    >>> sorted(stems("HIV infections among PWID fell"))
    ['among', 'fell', 'hiv', 'infect', 'pwid']
    """
    return frozenset(_stems(_WORD.findall(text)))


def _stems(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        folded = word.lower()
        if word.isupper() and len(word) >= 3:
            yield folded
        elif len(word) >= SHORTEST and folded not in _STOP:
            stem = folded.removesuffix("s")[:STEM]
            yield _SYNONYMS.get(stem, stem)


def countries_in(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Countries named in a few words, also as adjectives (``Russian``)."""
    known = _country_stems(vocabulary)
    return frozenset(known[stem] for stem in stems(text) if stem in known)


@lru_cache(maxsize=4)
def _country_stems(vocabulary: Vocabulary) -> dict[str, str]:
    found: dict[str, str] = {}
    for place in vocabulary.places:
        if place.kind == "country":
            for _, name in place.names.all():
                if len(name) >= STEM and " " not in name:
                    found.setdefault(name.lower()[:STEM], place.code)
    return found
