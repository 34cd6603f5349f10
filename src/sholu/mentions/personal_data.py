"""Find what leads to a private person besides a name: numbers, addresses, accounts, plates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sholu.evidence.model import DocumentText
from sholu.mentions import address_forms, plate_forms
from sholu.mentions import personal_data_forms as forms
from sholu.mentions.identity_numbers import (
    is_card,
    is_formed_as_iin,
    is_iban,
    is_iin,
    is_kyrgyz_pin,
    is_uzbek_pin,
)
from sholu.mentions.pseudonyms import data_pseudonym

_AROUND = 90
"""Code points before and after in which a word may say whose a number is."""


_LABEL = 25
"""Code points of the longest label before an address that fills its line."""
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
            ``account`` (in a messenger or social network) or ``wallet``.
    """

    start: int
    end: int
    code: str
    role: str


@dataclass(frozen=True)
class _Around:
    """What stands before and after a find on its line, and above its line."""

    before: str
    printed: str
    after: str
    above: str


def find_personal_data(text: DocumentText, key: bytes) -> tuple[PersonalData, ...]:
    """All of it, in order, none overlapping; the contact lines of institutions are left out.

    Args:
        key: the observatory's key for pseudonyms.
    """
    links = sorted((p.start, p.end) for p in text.passages if p.kind == "address")
    found: list[tuple[int, int, str]] = []
    told = forms.BIRTH_WORD.search(text.text) is not None
    longest = max(map(len, text.text.split()), default=0)
    for role, pattern, fits in _READERS:
        if pattern in (forms.BIRTH_DATE, forms.BIRTH_YEAR) and not told:
            continue
        # What most texts do not have is seen faster than its pattern is tried at each letter.
        if pattern is forms.WALLET and longest < forms.SHORTEST_WALLET:
            continue
        if any(sign not in text.text for sign in _SIGNS.get(pattern, ())):
            continue
        for start, end in _matches(text.text, pattern, fits):
            published = role in _PUBLISHED and _inside(links, start)
            if not published and not any(start < stop and begin < end for begin, stop, _ in found):
                found.append((start, end, role))
    return tuple(
        PersonalData(start, end, data_pseudonym(text.text[start:end], key), role)
        for start, end, role in sorted(found)
    )


_SIGNS = {forms.MAIL: "@", forms.HANDLE: "@", forms.JOINED_HANDLE: "_", forms.PROFILE: "/."}
"""Characters without which a pattern fits nowhere."""

_PUBLISHED = ("account", "e-mail")
"""In an address that stands alone (where an item was published) these lead to nobody."""


def _inside(stretches: Sequence[tuple[int, int]], start: int) -> bool:
    place = bisect_left(stretches, (start + 1,)) - 1
    return place >= 0 and start < stretches[place][1]


_Fits = Callable[[_Around], bool]


def _matches(text: str, pattern: re.Pattern[str], fits: _Fits) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        start, end = match.span("it") if "it" in pattern.groupindex else match.span()
        if start < 0 and pattern is plate_forms.NAMED_PLATE:
            start, end = match.span("before")
        if start < 0:
            continue
        printed = text[start:end]
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        around = _Around(
            text[max(line_start, start - _AROUND) : start],
            printed,
            text[end : min(line_end, end + _AROUND)],
            text[max(0, line_start - _ABOVE) : line_start],
        )
        if fits(around):
            yield start, end


def _digits(printed: str) -> str:
    return re.sub(r"\D", "", printed)


def _always(around: _Around) -> bool:
    return True


def _is_identity_number(around: _Around) -> bool:
    digits = _digits(around.printed)
    if forms.IDENTITY_WORD.search(around.before[-25:]):
        return True
    # A number misprinted in one digit leads to its person still; an amount has its noun behind it.
    formed = is_formed_as_iin(digits) and not re.match(r"\s[^\W\d_]{3}", around.after)
    return formed or is_iin(digits) or is_kyrgyz_pin(digits) or is_uzbek_pin(digits)


def _is_document(around: _Around) -> bool:
    return forms.DOCUMENT_WORD.search(around.before[-60:]) is not None


def _is_birth(around: _Around) -> bool:
    if forms.BIRTH_INSIDE.search(around.printed):
        return True
    return bool(
        forms.BIRTH_BEFORE.search(around.before[-30:]) or forms.BIRTH_AFTER.match(around.after)
    )


def _is_bank_card(around: _Around) -> bool:
    beside = forms.CARD_WORD.search(around.before[-40:] + " " + around.after[:15]) is not None
    masked = "*" in around.printed or "x" in around.printed.lower() or "х" in around.printed.lower()
    digits = _digits(around.printed)
    return beside if masked else is_card(digits) or (beside and len(digits) >= 15)


def _is_account_number(around: _Around) -> bool:
    beside = forms.ACCOUNT_WORD.search(around.before[-40:] + " " + around.after[:15])
    return is_iban(around.printed) or beside is not None


def _is_private_contact(around: _Around) -> bool:
    """A telephone that no word beside it, or above a contact line, makes an institution's."""
    if forms.CONTACT_LABEL.fullmatch(around.before) and forms.LETTERHEAD.search(around.above):
        return False
    if forms.SERVICE_LINE.search(around.before):
        return False
    if forms.RELATIVE.search(around.before[-45:]) or forms.PAID_TO.search(around.before[-35:]):
        return True
    if forms.ASKED_FOR.search(around.before):
        return False
    offered = forms.APPEAL.search(around.before) or forms.APPEAL.search(around.after)
    if offered and forms.AREA_CODE.match(around.printed):
        return False
    return not forms.INSTITUTION.search(around.before) and not forms.INSTITUTION_AFTER.match(
        around.after
    )


_SHORTEST_NUMBER, _LONGEST_NUMBER = 7, 12
"""Digits of a telephone after the word "number", which others have too."""


def _is_private_number(around: _Around) -> bool:
    named = re.search(
        r"тел|сотов|абон|phone|mobile|whats|в[ао]ц?т?[са]ап|ұялы", around.before[-30:], re.I
    )
    digits = len(_digits(around.printed))
    return _is_private_contact(around) and (
        named is not None or _SHORTEST_NUMBER <= digits <= _LONGEST_NUMBER
    )


def _is_private_mail(around: _Around) -> bool:
    local, _, domain = around.printed.partition("@")
    if forms.INSTITUTION.search(around.before[-60:]) or forms.SHARED_MAILBOX.match(local):
        return False
    return forms.OFFICIAL_NAME.search(domain) is None or "." in local


def _is_private_account(around: _Around) -> bool:
    """A handle that is neither an agency's nor the address of one publication."""
    if forms.OFFICIAL_NAME.search(around.printed) or forms.INSTITUTION.search(around.before[-60:]):
        return False
    if forms.FOLLOW_US.search(around.before[-60:]) or forms.SENT_AFTER.match(around.after):
        return False
    return not around.after.startswith("/") or re.match(r"/(?:\s|$)", around.after) is not None


def _is_plate(around: _Around) -> bool:
    """A plate by its own form, or any form beside a word for a plate."""
    if plate_forms.PLATE_WORD.search(around.before[-45:]) or plate_forms.PLATE_AFTER.match(
        around.after
    ):
        return True
    return plate_forms.CERTAIN_PLATE.fullmatch(around.printed) is not None


def _has_letters_and_digits(around: _Around) -> bool:
    """``AB-123-CD``; a number alone after "number" may be anything's."""
    letters = sum(letter.isalpha() for letter in around.printed)
    if plate_forms.OTHER_NUMBER.search(around.before[-30:]):
        return False
    return letters > 0 and len(_digits(around.printed)) > 2


def _is_home(around: _Around) -> bool:
    """An address with a flat, with a word for living there, or of nothing that is no home."""
    sentence = re.split(r"[.!?]\s+(?=[А-ЯЁӘІҢҒҮҰҚӨҺA-Z]\w{3})", around.before)[-1]
    counted = (
        address_forms.COUNTED_AFTER.match(around.after) is not None
        and around.printed[-1:].isdigit()
    )
    lived_in = address_forms.HOME_WORD.search(sentence) or address_forms.HOME_AFTER.match(
        around.after
    )
    if address_forms.BODY_BEFORE.search(sentence) or address_forms.BODY_AFTER.match(around.after):
        return False
    if lived_in and not counted:
        return True
    if counted or forms.INSTITUTION.search(sentence):
        return False
    if address_forms.FLAT.search(around.printed):
        return True
    heads = len(around.before.strip()) < _LABEL and forms.LETTERHEAD.search(around.above)
    if heads or address_forms.POSTAL_CODE.search(around.before):
        return False
    return not address_forms.OFFICE.search(sentence) and not address_forms.OFFICE.search(
        around.after[:40]
    )


_READERS: tuple[tuple[str, re.Pattern[str], _Fits], ...] = (
    ("wallet", forms.WALLET, _always),
    ("wallet", forms.NAMED_WALLET, _always),
    ("e-mail", forms.MAIL, _is_private_mail),
    ("e-mail", forms.SPELLED_MAIL, _always),
    ("account", forms.PROFILE, _is_private_account),
    ("account", forms.HANDLE, _is_private_account),
    ("bank account", forms.ACCOUNT, _is_account_number),
    ("bank card", forms.CARD, _is_bank_card),
    ("identity number", forms.IDENTITY_NUMBER, _is_identity_number),
    ("identity number", forms.INSURANCE_NUMBER, _always),
    ("telephone", forms.TELEPHONE, _is_private_contact),
    ("telephone", forms.NAMED_TELEPHONE, _is_private_number),
    ("identity document", forms.DOCUMENT, _is_document),
    ("account", forms.NAMED_HANDLE, _is_private_account),
    ("account", forms.JOINED_HANDLE, _is_private_account),
    ("number plate", plate_forms.PLATE, _is_plate),
    ("number plate", plate_forms.NAMED_PLATE, _has_letters_and_digits),
    ("date of birth", forms.BIRTH_DATE, _is_birth),
    ("date of birth", forms.BIRTH_YEAR, _always),
    ("home address", address_forms.ADDRESS_RU, _is_home),
    ("home address", address_forms.ADDRESS_KK, _is_home),
    ("home address", address_forms.ADDRESS_EN, _is_home),
    ("home address", address_forms.HOUSE_AND_FLAT, _is_home),
)
"""In the order of how surely each is known by its form: the first to claim a stretch keeps it."""
