"""Numbers that lead to a private person, whatever their form: named features, weighed as read.

The readers of `personal_data` know families of telephones, cards, plates and documents by form. A
number of another country, one that is misprinted, cut or starred, is of no family. Here everything
of digits that is no plain number is a candidate, and its shape, its length and the words around it
say whose it is. The weights of ``identifier_weights.tsv`` are fitted by
``tools/fit_identifier_weights.py`` on invented texts with their data marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.core.choice import Features, choose, load_weights
from sholu.mentions import address_forms, plate_forms, telephone_families
from sholu.mentions import personal_data_forms as forms
from sholu.mentions.around import AROUND
from sholu.mentions.identity_families import AMOUNT, NO_PERSONS
from sholu.mentions.identity_numbers import is_card, is_formed_as_iin

LEAST_LIKELY = 0.6
"""From here a number is hidden: .5 hid more that is nobody's and little more that is somebody's."""

FEWEST_DIGITS, FEWEST_WITH_OTHERS = 5, 3
"""Digits that make a candidate: alone, and among letters or stars."""

_TOKEN = re.compile(r"\S+")
_OUTER = "«»\"“”„'‘’,;:.!?()[]{}<>"
_ENDS = re.compile(r"[,;:!?»”\".]$")
_DATA = re.compile(r"\d|[*•…xхXХ]{2}|…")
_LETTERS = re.compile(r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{1,3}")
_DASH = re.compile(r"[-–—]")
_WORD = re.compile(r"[^\W\d_]+|\d+|[№#$€%+]")
_NO_CANDIDATE = re.compile(
    r"[$€£¥₸₽%°@]|://|^\d{1,4}[-–]\d{1,4}$|^(?:[A-Z]{2,3}\s)?\d{1,3}(?:,\d{3})+(?:\s[A-Z]{2,3})?$"
    r"|(?<![^\W\d_])(?:USDT?|EUR|KZT|KGS|UZS|TJS|TMT|RUB|CNY|AED|GBP|BTC|Rs|PKR|INR|IRR|МРП|АЕК|БРВ|MCI"
    r"|УК|ҚК|КоАП|УПК|ҚПК)"
    r"(?![^\W\d_])"
)
"""Money, shares, ranges and coordinates; addresses in the net have readers of their own."""
_SHAPES = {
    "old date": re.compile(
        r"^(?:\d\d?[./-]\d\d?[./-](?:19\d\d|200\d|[3-9]\d)|(?:19\d\d|200\d)[./-]\d\d?[./-]\d\d?)$"
    ),
    "thousands": re.compile(rf"^{AMOUNT.pattern}$"),
    "starred": re.compile(r"[*•…]"),
    "digits": re.compile(r"^\d+$"),
    "numbers": re.compile(r"^[\W\d]*[.,/:][\W\d]*$"),
    "groups": re.compile(r"^[\W\d]+$"),
}
"""The first that fits; other candidates have letters."""
_DATE = re.compile(r"\d\d?[./-]\d\d?[./-](?:\d{4}|\d\d)|\d{4}[./-]\d\d?[./-]\d\d?")
_LAND_LINE = re.compile(
    r"(?:\+7|8)[\s(-]{1,2}(?:7[123]\d|800)|800[ -]|\+?996[\s(-]{1,2}3|\+?998[\s(-]{1,2}[67]|"
    r"\+?992[\s(-]{1,2}[34]"
)
"""Whose these are the readers of telephones have asked: offices have more of them than people."""
_COUNTED = re.compile(
    r"\s(?:тенге|теңге|тг|руб|сом|сум|долл|евро|манат|таблет|дана|штук|шт|кг|грамм|tenge|som|soum|"
    r"dollar|rubl|roubl|euro|tablet|pill|piece|kg|gram)",
    re.IGNORECASE,
)
_STEM = 6
_NEAR, _FAR = 3, 8

_CUES = {
    "telephone": telephone_families.BESIDE,
    "card": forms.CARD_WORD,
    "account": forms.ACCOUNT_WORD,
    "document": forms.DOCUMENT_WORD,
    "identity": forms.IDENTITY_WORD,
    "plate": plate_forms.PLATE_WORD,
    "birth": forms.BIRTH_BEFORE,
    "paid": forms.PAID_TO,
    "relative": forms.RELATIVE,
    "advert": telephone_families.ADVERT,
    "institution": forms.INSTITUTION,
    "asked_for": forms.ASKED_FOR,
    "service": forms.SERVICE_LINE,
    "no_person": NO_PERSONS,
    "other_number": telephone_families.OTHER_NUMBER,
    "office": address_forms.OFFICE,
}
_REACH = 60


def find_identifiers(text: str) -> Iterator[tuple[int, int]]:
    """Where a number stands that leads to a private person, by the weights."""
    weights = load_weights("sholu.mentions", "identifier_weights.tsv")
    for start, end in find_candidates(text):
        if _is_anothers(text[max(0, start - _REACH) : start], text[end : end + _REACH]):
            continue
        private, likely = choose([(True, features_of(text, start, end)), (False, {})], weights)
        if private and likely >= LEAST_LIKELY:
            yield start, end


def _is_anothers(before: str, after: str) -> bool:
    """Whether the words beside a number make it an institution's, a thing's or an amount."""
    named = forms.SERVICE_LINE.search(before) or forms.REGISTRATION.search(before)
    return named is not None or _COUNTED.match(after) is not None


def find_candidates(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of digits, with the letters, stars and signs among them, that are no plain number.

    >>> text = "Карта 4400 43** **** 1234, телефон 8 (701) 2З4-5б-78, 15 кг."
    >>> [text[start:end] for start, end in find_candidates(text)]
    ['4400 43** **** 1234', '8 (701) 2З4-5б-78']
    """
    offset = 0
    for line in text.splitlines(keepends=True):
        for start, end in _runs(line):
            start, end = _stripped(line, start, end)
            if _is_candidate(line[start:end]):
                yield offset + start, offset + end
        offset += len(line)


def _runs(line: str) -> Iterator[tuple[int, int]]:
    """Neighbouring tokens of digits, and of capitals, stars and dashes between them."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(line):
        bare = token.group().strip(_OUTER)
        joins = bool(_DATA.search(token.group()) or _LETTERS.fullmatch(bare))
        if not joins and run and _DASH.fullmatch(bare):
            joins = run[-1].group()[-1].isdigit()
        if joins:
            run.append(token)
        if run and (not joins or _ENDS.search(token.group())):
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _trimmed(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    while run and _DASH.fullmatch(run[-1].group().strip(_OUTER)):
        run = run[:-1]
    if run:
        yield run[0].start(), run[-1].end()


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in _OUTER and line[start] != "(":
        start += 1
    while start < end and line[end - 1] in _OUTER:
        end -= 1
    if line[start:end].startswith("(") and ")" not in line[start:end]:
        start += 1
    return start, end


def _is_candidate(printed: str) -> bool:
    digits = sum(map(str.isdigit, printed))
    if _NO_CANDIDATE.search(printed) or _is_of_late(printed) or _LAND_LINE.match(printed):
        return False
    mixed = any(letter.isalpha() or letter in "*•…" for letter in printed)
    return digits >= (FEWEST_WITH_OTHERS if mixed else FEWEST_DIGITS)


def _is_of_late(printed: str) -> bool:
    """Whether it is a date on which nobody was born of whom the press writes."""
    return _DATE.fullmatch(printed) is not None and not _SHAPES["old date"].search(printed)


def features_of(text: str, start: int, end: int) -> Features:
    """What speaks for and against a private person's number, each with a name that one can read."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before = text[max(line_start, start - AROUND) : start]
    after = text[end : min(line_end if line_end >= 0 else len(text), end + AROUND)]
    printed = text[start:end]
    found = {"always", *_of_shape(printed), *_of_words(before, after)}
    found.update(f"cue {name}" for name, cue in _CUES.items() if cue.search(before[-_REACH:]))
    shape = _kind_of_shape(printed)
    found.update([f"{shape} & {name}" for name in found if name.startswith("cue ")])
    follows = _follows(after)
    return dict.fromkeys((*found, follows, f"{shape} & {follows}"), 1.0)


def _of_shape(printed: str) -> Iterator[str]:
    digits = "".join(filter(str.isdigit, printed))
    kind = _kind_of_shape(printed)
    yield kind
    yield f"{kind} {min(len(digits), 21)}"
    yield "groups " + re.sub(r"\d+", lambda m: str(min(len(m[0]), 9)), _flat(printed))[:24]
    yield f"first {printed[0] if not printed[0].isalpha() else 'letter'}"
    if is_card(digits):
        yield "as a card"
    if is_formed_as_iin(digits):
        yield "as an IIN"


def _flat(printed: str) -> str:
    """Letters by their case and script."""
    latin = re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", printed))
    return re.sub(r"[^\W\d_aA]+", lambda m: "Б" if m[0].isupper() else "б", latin)


def _kind_of_shape(printed: str) -> str:
    known = next((kind for kind, shape in _SHAPES.items() if shape.search(printed)), None)
    if known:
        return known
    return "capitals" if printed.isupper() else "small" if printed.islower() else "letters"


def _of_words(before: str, after: str) -> Iterator[str]:
    left = [word.casefold()[:_STEM] for word in _WORD.findall(before)]
    right = [word.casefold()[:_STEM] for word in _WORD.findall(after)]
    for place, word in enumerate(reversed(left[-_FAR:]), 1):
        yield f"before {word}" if place <= _NEAR else f"some before {word}"
    for word in right[:_NEAR]:
        yield f"after {word}"
    yield f"next {right[0]}" if right else "next nothing"
    yield f"last {left[-1]}" if left else "last nothing"


def _follows(after: str) -> str:
    if not after.strip():
        return "ends the line"
    return "before a word" if re.match(r"\s[^\W\d_]", after) else "before a sign"
