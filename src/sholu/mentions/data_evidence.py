"""Whose a number, an address or an account is, by the words beside it and its check digits."""

from __future__ import annotations

import re

from sholu.mentions import address_forms, plate_forms
from sholu.mentions import personal_data_forms as forms
from sholu.mentions.around import Around
from sholu.mentions.identity_families import AMOUNT
from sholu.mentions.identity_numbers import (
    is_card,
    is_formed_as_iin,
    is_iban,
    is_iin,
    is_kyrgyz_pin,
    is_uzbek_pin,
)

_LABEL = 25
"""Code points of the longest label before an address that fills its line."""


def digits_of(printed: str) -> str:
    return re.sub(r"\D", "", printed)


def is_identity_number(around: Around) -> bool:
    digits = digits_of(around.printed)
    if forms.IDENTITY_WORD.search(around.before[-25:]):
        return True
    # A number misprinted in one digit leads to its person still; an amount has its noun behind it.
    formed = is_formed_as_iin(digits) and not re.match(r"\s[^\W\d_]{3}", around.after)
    return formed or is_iin(digits) or is_kyrgyz_pin(digits) or is_uzbek_pin(digits)


def is_document(around: Around) -> bool:
    if forms.REGISTRATION.search(around.before[-40:]):
        return False
    return forms.DOCUMENT_WORD.search(around.before[-60:]) is not None


def is_birth(around: Around) -> bool:
    if forms.BIRTH_INSIDE.search(around.printed):
        return True
    return bool(
        forms.BIRTH_BEFORE.search(around.before[-30:]) or forms.BIRTH_AFTER.match(around.after)
    )


def is_bank_card(around: Around) -> bool:
    beside = forms.CARD_WORD.search(around.before[-40:] + " " + around.after[:15]) is not None
    masked = "*" in around.printed or "x" in around.printed.lower() or "х" in around.printed.lower()
    digits = digits_of(around.printed)
    return beside if masked else is_card(digits) or (beside and len(digits) >= 15)


def is_account_number(around: Around) -> bool:
    beside = forms.ACCOUNT_WORD.search(around.before[-40:] + " " + around.after[:15])
    return is_iban(around.printed) or beside is not None


def is_private_contact(around: Around) -> bool:
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


def is_private_number(around: Around) -> bool:
    named = re.search(
        r"тел|сотов|абон|phone|mobile|whats|в[ао]ц?т?[са]ап|ұялы", around.before[-30:], re.I
    )
    digits = len(digits_of(around.printed))
    if AMOUNT.fullmatch(around.printed) or address_forms.CLINIC.search(around.before):
        return False
    return is_private_contact(around) and (
        named is not None or _SHORTEST_NUMBER <= digits <= _LONGEST_NUMBER
    )


def is_private_mail(around: Around) -> bool:
    local, _, domain = around.printed.partition("@")
    if forms.INSTITUTION.search(around.before[-60:]) or forms.SHARED_MAILBOX.match(local):
        return False
    return forms.OFFICIAL_NAME.search(domain) is None or "." in local


def is_private_account(around: Around) -> bool:
    """A handle that is neither an agency's nor the address of one publication."""
    if forms.OFFICIAL_NAME.search(around.printed) or forms.INSTITUTION.search(around.before[-60:]):
        return False
    if forms.FOLLOW_US.search(around.before[-60:]) or forms.SENT_AFTER.match(around.after):
        return False
    return not around.after.startswith("/") or re.match(r"/(?:\s|$)", around.after) is not None


def is_plate(around: Around) -> bool:
    """A plate by its own form, or any form beside a word for a plate."""
    if plate_forms.PLATE_WORD.search(around.before[-45:]) or plate_forms.PLATE_AFTER.match(
        around.after
    ):
        return True
    return plate_forms.CERTAIN_PLATE.fullmatch(around.printed) is not None


def has_letters_and_digits(around: Around) -> bool:
    """``AB-123-CD``; a number alone after "number" may be anything's."""
    letters = sum(letter.isalpha() for letter in around.printed)
    if plate_forms.OTHER_NUMBER.search(around.before[-30:]):
        return False
    return letters > 0 and len(digits_of(around.printed)) > 2


def _is_bodys(sentence: str, around: Around) -> bool:
    """Whether the words beside an address make it an office's or a body's."""
    moved = address_forms.BODY_MOVED.search(sentence + around.printed + around.after[:20])
    before = address_forms.BODY_BEFORE.search(sentence)
    after = address_forms.BODY_AFTER.match(around.after)
    seated = address_forms.SEATED_AFTER.match(around.after)
    return any((moved, before, after, seated))


def is_home(around: Around) -> bool:
    """An address with a flat, with a word for living there, or of nothing that is no home."""
    sentence = re.split(r"[.!?]\s+(?=[А-ЯЁӘІҢҒҮҰҚӨҺA-Z]\w{3})", around.before)[-1]
    counted = (
        address_forms.COUNTED_AFTER.match(around.after) is not None
        and around.printed[-1:].isdigit()
    )
    lived_in = address_forms.HOME_WORD.search(sentence) or address_forms.HOME_AFTER.match(
        around.after
    )
    if _is_bodys(sentence, around):
        return False
    if lived_in and not counted:
        return True
    if counted or address_forms.NO_HOME.search(sentence) or forms.INSTITUTION.search(sentence):
        return False
    if address_forms.FLAT.search(around.printed):
        return True
    heads = len(around.before.strip()) < _LABEL and forms.LETTERHEAD.search(around.above)
    if heads or address_forms.POSTAL_CODE.search(around.before):
        return False
    return not address_forms.OFFICE.search(sentence) and not address_forms.OFFICE.search(
        around.after[:40]
    )
