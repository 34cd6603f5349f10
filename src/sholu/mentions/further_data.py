"""Readers of the further families of personal data, each known by its form or a word beside it."""

from __future__ import annotations

import re

from sholu.mentions import account_families as accounts
from sholu.mentions import address_families as addresses
from sholu.mentions import address_forms
from sholu.mentions import identity_families as identities
from sholu.mentions import personal_data_forms as forms
from sholu.mentions import plate_families as plates
from sholu.mentions import spelled_data as spelled
from sholu.mentions import telephone_families as telephones
from sholu.mentions.around import Around, Fits, always
from sholu.mentions.data_evidence import digits_of, is_birth, is_home, is_private_contact

_SHORTEST_DIALLED, _LONGEST_DIALLED = 9, 13
_FEWEST_GROUPS = 3
_FEWEST_PARTS = 2


def _is_private_telephone(around: Around) -> bool:
    if forms.SERVICE_LINE.search(around.before):
        return False
    advertised = telephones.ADVERT.search(around.before) or telephones.ADVERT.search(around.after)
    asked_for = telephones.ASKED_BY_NAME.search(around.before)
    if advertised or asked_for or telephones.CALLED_FROM.search(around.before):
        return True
    return is_private_contact(around)


def _is_dialled(around: Around) -> bool:
    """Digits in groups after a word for a telephone, as many as a telephone has."""
    amount = identities.AMOUNT.fullmatch(around.printed)
    if amount or telephones.OTHER_NUMBER.search(around.before):
        return False
    count = len(digits_of(around.printed))
    if telephones.SIX_DIGITS.fullmatch(around.printed):
        office = address_forms.OFFICE.search(around.before) or address_forms.NO_HOME.search(
            around.before
        )
        at_home = telephones.AT_HOME.search(around.before) is not None
        return at_home and not office and _is_private_telephone(around)
    if not _SHORTEST_DIALLED <= count <= _LONGEST_DIALLED or around.printed.startswith("800"):
        return False
    return bool(telephones.BESIDE.search(around.before)) and _is_private_telephone(around)


def _is_starred(around: Around) -> bool:
    stars = around.printed.count("*") + around.printed.count("•")
    return stars > 1 and len(digits_of(around.printed)) > 3 and _is_private_telephone(around)


def _ends_a_card(around: Around) -> bool:
    return telephones.LAST_OF_CARD.search(around.before[-60:]) is not None


def _ends_a_telephone(around: Around) -> bool:
    return telephones.LAST_OF.search(around.before[-70:]) is not None


def _is_spoken(around: Around) -> bool:
    """Groups of digits said aloud: with a nought, beside a word for a number, or among digits."""
    printed = around.printed
    words = spelled.WORD.findall(printed)
    if not words or spelled.SCALE_AFTER.match(around.after):
        return False
    numbers = re.findall(r"\d+", printed)
    if len("".join(numbers)) > 5 and re.match(r"\(?[08]", printed):
        return True
    groups = re.split(r",\s?|\s?[–—]\s?", printed)
    if len(groups) < _FEWEST_GROUPS or len(words) < _FEWEST_GROUPS:
        return False
    named = spelled.NUMBER_WORD.search(around.before[-60:] + " " + around.after[:25])
    return named is not None or spelled.ZERO.search(printed) is not None


def _is_no_firms(around: Around) -> bool:
    return identities.NO_PERSONS.search(around.before[-60:]) is None


def _is_document_of_a_person(around: Around) -> bool:
    counted = identities.AMOUNT.fullmatch(around.printed.strip()) is not None
    return not counted and _is_no_firms(around)


def _is_beside_vehicle(around: Around) -> bool:
    beside = around.before[-60:]
    if plates.OTHER_NUMBER.search(beside[-25:]):
        return False
    if around.printed.replace("-", "").isdigit() or re.match(r"[A-Z]{2,3}-\d", around.printed):
        return plates.STRONG_WORD.search(beside) is not None
    return plates.VEHICLE.search(beside + " " + around.after[:30]) is not None


def _is_described_plate(around: Around) -> bool:
    letters = sum(letter.isalpha() for letter in around.printed)
    other = plates.OTHER_NUMBER.search(around.before[-40:])
    return letters > 0 and len(digits_of(around.printed)) > 2 and other is None


def _is_shop(around: Around) -> bool:
    """A handle that sells, though it be a robot's."""
    if forms.OFFICIAL_NAME.search(around.printed) or accounts.POLICE.search(around.before):
        return False
    return accounts.SHOP.search(around.before + " " + around.after[:30]) is not None


def _row(part: re.Pattern[str], dwelling: re.Pattern[str]) -> Fits:
    def fits(around: Around) -> bool:
        parts = part.findall(around.printed)
        if len(parts) < _FEWEST_PARTS or not dwelling.search(around.printed):
            return False
        return is_home(around)

    return fits


FURTHER_READERS: tuple[tuple[str, re.Pattern[str], Fits], ...] = (
    ("account", accounts.SESSION, always),
    ("account", accounts.CHANNEL, always),
    ("account", accounts.NUMBERED, always),
    ("account", accounts.QUOTED, always),
    ("account", accounts.TAGGED, always),
    ("account", accounts.HIDDEN_SITE, always),
    ("account", accounts.INVITATION, always),
    ("account", accounts.NAMED, _is_no_firms),
    ("account", forms.HANDLE, _is_shop),
    ("wallet", identities.WEB_MONEY, always),
    ("wallet", identities.SHORTENED_WALLET, always),
    ("bank account", identities.NAMED_ACCOUNT, _is_no_firms),
    ("e-mail", spelled.MAIL, always),
    ("identity number", identities.DEVICE, always),
    ("identity number", identities.CERTAIN, always),
    ("identity number", identities.NAMED_NUMBER, _is_no_firms),
    ("identity number", identities.LETTERED_PIN, always),
    ("identity document", identities.NAMED_DOCUMENT, _is_document_of_a_person),
    ("identity document", identities.NUMBERED_DOCUMENT, _is_document_of_a_person),
    ("telephone", telephones.STARRED, _is_starred),
    ("telephone", telephones.MOBILE, _is_private_telephone),
    ("telephone", forms.TELEPHONE, _is_private_telephone),
    ("telephone", telephones.GROUPED, _is_dialled),
    ("bank card", telephones.STARS_BEFORE, _ends_a_card),
    ("bank card", telephones.LAST_DIGITS, _ends_a_card),
    ("telephone", telephones.LAST_DIGITS, _ends_a_telephone),
    ("number plate", plates.CHINESE, always),
    ("number plate", plates.OF_EMIRATES, _is_beside_vehicle),
    ("number plate", plates.OF_VEHICLE, _is_beside_vehicle),
    ("number plate", plates.DESCRIBED, _is_described_plate),
    ("date of birth", spelled.BIRTH_DATE, is_birth),
    ("date of birth", spelled.BIRTH_MONTH, always),
    ("home address", addresses.ROW_EN, _row(addresses.PART_EN, addresses.DWELLING_EN)),
    ("home address", addresses.ROW_RU, _row(addresses.PART_RU, addresses.DWELLING_RU)),
    ("home address", addresses.ROW_KK, _row(addresses.PART_KK, addresses.DWELLING_KK)),
    ("home address", addresses.WITHOUT_STREET, is_home),
    ("home address", addresses.ADDRESSED, is_home),
    ("telephone", spelled.SPOKEN, _is_spoken),
)
"""Read after those of `personal_data`; what consists of earlier finds takes their place."""
