"""Find what leads to a private person besides a name: numbers, addresses, accounts, plates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sholu.evidence.model import DocumentText
from sholu.mentions import address_forms, plate_forms
from sholu.mentions import personal_data_forms as forms
from sholu.mentions.around import AROUND, Around, Fits, always
from sholu.mentions.data_evidence import (
    has_letters_and_digits,
    is_account_number,
    is_bank_card,
    is_birth,
    is_document,
    is_home,
    is_identity_number,
    is_plate,
    is_private_account,
    is_private_contact,
    is_private_mail,
    is_private_number,
)
from sholu.mentions.further_data import FURTHER_READERS
from sholu.mentions.identifiers import find_identifiers
from sholu.mentions.pseudonyms import data_pseudonym

_ABOVE = 240
"""Code points above a contact line: the institution's name and address stand there."""


@dataclass(frozen=True)
class PersonalData:
    """A stretch that leads to a private person.

    Attributes:
        start, end: code points of the document's text; end exclusive.
        code: ``data-`` and ten characters, keyed; the same number has the same code.
        role: ``date of birth``, ``identity number``, ``identity document``, ``telephone``,
            ``bank card``, ``bank account``, ``number plate``, ``home address``, ``e-mail``,
            ``account`` (in a messenger or social network), ``wallet`` or, where only the words
            around it say that it is a person's, ``number``.
    """

    start: int
    end: int
    code: str
    role: str


def find_personal_data(text: DocumentText, key: bytes) -> tuple[PersonalData, ...]:
    """All of it, in order, none overlapping; the contact lines of institutions are left out.

    Args:
        key: the observatory's key for pseudonyms.
    """
    found = find_by_form(text)
    for start, end in find_identifiers(text.text):
        _claim(found, (start, end, "number"), wider=False)
    return tuple(
        PersonalData(start, end, data_pseudonym(text.text[start:end], key), role)
        for start, end, role in sorted(found)
    )


def find_by_form(text: DocumentText) -> list[tuple[int, int, str]]:
    """What is known by its form or a word for it: start, end and role, none overlapping."""
    links = sorted((p.start, p.end) for p in text.passages if p.kind == "address")
    found: list[_Found] = []
    told = forms.BIRTH_WORD.search(text.text) is not None
    longest = max(map(len, text.text.split()), default=0)
    for place, (role, pattern, fits) in enumerate((*_READERS, *FURTHER_READERS)):
        if pattern in (forms.BIRTH_DATE, forms.BIRTH_YEAR) and not told:
            continue
        # What most texts do not have is seen faster than its pattern is tried at each letter.
        if pattern is forms.WALLET and longest < forms.SHORTEST_WALLET:
            continue
        if any(sign not in text.text for sign in _SIGNS.get(pattern, ())):
            continue
        for start, end in _matches(text.text, pattern, fits):
            published = role in _PUBLISHED and _inside(links, start)
            if not published:
                _claim(found, (start, end, role), wider=place >= len(_READERS))
    return found


_Found = tuple[int, int, str]


def _claim(found: list[_Found], new: _Found, wider: bool) -> None:
    """Add a find where nothing stands yet, or (``wider``) in place of the parts it consists of."""
    start, end, _ = new
    met = [old for old in found if start < old[1] and old[0] < end]
    if not met:
        found.append(new)
    elif wider and all(start <= old[0] and old[1] <= end for old in met):
        role = met[0][2] if len(met) == 1 else new[2]
        found[:] = [old for old in found if old not in met]
        found.append((start, end, role))


_SIGNS = {forms.MAIL: "@", forms.HANDLE: "@", forms.JOINED_HANDLE: "_", forms.PROFILE: "/."}
"""Characters without which a pattern fits nowhere."""

_PUBLISHED = ("account", "e-mail")
"""In an address that stands alone (where an item was published) these lead to nobody."""


def _inside(stretches: Sequence[tuple[int, int]], start: int) -> bool:
    place = bisect_left(stretches, (start + 1,)) - 1
    return place >= 0 and start < stretches[place][1]


def _matches(text: str, pattern: re.Pattern[str], fits: Fits) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        start, end = match.span("it") if "it" in pattern.groupindex else match.span()
        if start < 0 and "before" in pattern.groupindex and pattern is not forms.BIRTH_YEAR:
            start, end = match.span("before")
        if start < 0:
            continue
        printed = text[start:end]
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        around = Around(
            text[max(line_start, start - AROUND) : start],
            printed,
            text[end : min(line_end, end + AROUND)],
            text[max(0, line_start - _ABOVE) : line_start],
        )
        if fits(around):
            yield start, end


_READERS: tuple[tuple[str, re.Pattern[str], Fits], ...] = (
    ("wallet", forms.WALLET, always),
    ("wallet", forms.NAMED_WALLET, always),
    ("e-mail", forms.MAIL, is_private_mail),
    ("e-mail", forms.SPELLED_MAIL, always),
    ("account", forms.PROFILE, is_private_account),
    ("account", forms.HANDLE, is_private_account),
    ("bank account", forms.ACCOUNT, is_account_number),
    ("bank card", forms.CARD, is_bank_card),
    ("identity number", forms.IDENTITY_NUMBER, is_identity_number),
    ("identity number", forms.INSURANCE_NUMBER, always),
    ("telephone", forms.TELEPHONE, is_private_contact),
    ("telephone", forms.NAMED_TELEPHONE, is_private_number),
    ("identity document", forms.DOCUMENT, is_document),
    ("account", forms.NAMED_HANDLE, is_private_account),
    ("account", forms.JOINED_HANDLE, is_private_account),
    ("number plate", plate_forms.PLATE, is_plate),
    ("number plate", plate_forms.NAMED_PLATE, has_letters_and_digits),
    ("date of birth", forms.BIRTH_DATE, is_birth),
    ("date of birth", forms.BIRTH_YEAR, always),
    ("home address", address_forms.ADDRESS_RU, is_home),
    ("home address", address_forms.ADDRESS_KK, is_home),
    ("home address", address_forms.ADDRESS_EN, is_home),
    ("home address", address_forms.HOUSE_AND_FLAT, is_home),
)
"""In the order of how surely each is known by its form: the first to claim a stretch keeps it."""
