"""Say of a name with no title whether an agency beside it makes it an official's."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from sholu.mentions.office_titles import is_state
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.word_lists import read_word_lists
from sholu.mentions.words import Word

_REACH = 7
_OF = frozenset(("of", "from", "at", "with", "из"))
_SOMEBODY = Cue.PRIVATE | Cue.PEOPLE | Cue.GANG | Cue.TITLE
_SUPPORTED = frozenset((
    "поддержал", "поддержала", "поддерживал", "поддерживала", "поддерживает", "представлял",
    "представляла", "представил", "представила", "атынан",
))  # fmt: skip
_ACCUSATION = re.compile(
    r"гособвинени\w|обвинени\w|прокуратур\w*|министерств\w*|полици\w*|іім|пд|департамент\w*"
)
_AFTER = 6


def is_of_agency_before(words: Sequence[Word], first: int) -> bool:
    """``said UNODC's Oliver Stolpe``, ``обвинение поддержал Ахметов``, ``прокуратура атынан …``"""
    if first > 1 and words[first - 1].folded in _SUPPORTED:
        near = words[max(0, first - _AFTER - 2) : first]
        return any(_ACCUSATION.fullmatch(word.folded) or is_body(word) for word in near)
    before = words[first - 1].text if first else ""
    owner = before.removesuffix("'s").removesuffix("’s")
    return owner != before and len(owner) > 2 and (owner.isupper() or is_state(owner.casefold()))


def is_of_agency_after(words: Sequence[Word], stop: int) -> bool:
    """``врач … из РНПЦ``, ``… of the regional centre``: an institution after a preposition."""
    after = words[stop : stop + _AFTER]
    if not after or after[0].folded not in ("из", "of", "from", "at"):
        return False
    return any(
        (word.text.isupper() and len(word.text) > 1) or Cue.ORGANISATION in cues_of(word.folded)
        for word in after[1:]
    )


def is_body(word: Word) -> bool:
    """Whether a word names an authority by itself: ``МВД``, ``UNODC``, ``прокуратуры``."""
    expected = _expression("bodies").fullmatch(word.folded)
    return expected is not None and (len(word.text) > 3 or word.text.isupper())


def is_affiliated(
    words: Sequence[Word], first: int, stop: int, names: Container[int], sentence: Sentence
) -> bool:
    """``Marko Novak of the OSCE``, ``Нурлан Алиев из МВД``, ``Н. Алиев (МВД)``, no title beside.

    What stands before the name must not say that it is a driver's, a student's, a suspect's.
    """
    if stop >= len(words) or any(
        cues_of(word.folded) & _SOMEBODY for word in words[max(0, first - 3) : first]
    ):
        return False
    opening = words[stop]
    if opening.text == ",":
        return _is_signed(words, stop + 1)
    if opening.text == "(":
        return _names_body(_until(words, stop + 1, names, ")"), bracketed=True)
    if opening.folded not in _OF or (opening.folded == "with" and sentence.language != "en"):
        return False
    return _names_body(_until(words, stop + 1, names, ",;:()—–"), bracketed=False)


def _is_signed(words: Sequence[Word], place: int) -> bool:
    """``— А. Сейтов, пресс-служба.``, ``Rosa Nilsen, UNODC, said``"""
    body = words[place : place + 1]
    ends = place + 1 >= len(words) or words[place + 1].text in ",.;:)—–-"
    return bool(body) and is_body(body[0]) and ends


_LED = frozenset(("led", "headed", "chaired", "commanded", "supervised", "overseen"))
_LED_RUSSIAN = frozenset(("руководством", "председательством", "командованием", "началом"))
_LED_KAZAKH = frozenset(("бастаған", "басқарған", "жетекшілік", "төрағалығымен"))


def leads_officials(words: Sequence[Word], first: int, stop: int) -> bool:
    """``inspectors led by …``, ``оперативники во главе с …``, ``… бастаған полицейлер``."""
    near = [word.folded for word in words[max(0, first - 3) : first]]
    led = near[-1:] == ["by"] and near[-2:-1] and near[-2] in _LED
    led = led or near[-2:] == ["главе", "с"] or (near and near[-1] in _LED_RUSSIAN)
    if led:
        group = words[max(0, first - _REACH - 3) : first - 2]
    elif stop < len(words) and words[stop].folded in _LED_KAZAKH:
        group = words[stop + 1 : stop + 4]
    else:
        return False
    cues = [cues_of(word.folded) for word in group]
    if any(cue & (Cue.PRIVATE | Cue.PEOPLE | Cue.GANG) for cue in cues):
        return False
    return any(cue & Cue.TITLE for cue in cues) or any(map(is_body, group))


def _until(words: Sequence[Word], place: int, names: Container[int], signs: str) -> list[Word]:
    """The words of a phrase: to a sign, to another name or to a small word that names nothing."""
    phrase: list[Word] = []
    for word in words[place : place + _REACH]:
        if word.text in signs or word.start in names:
            break
        if cues_of(word.folded) & (Cue.SPEAKING | Cue.ACCUSED | Cue.ACT | Cue.PEOPLE | Cue.PRIVATE):
            break
        phrase.append(word)
    return phrase


def _names_body(phrase: Sequence[Word], bracketed: bool) -> bool:
    near = phrase[:2] if bracketed else phrase
    if any(map(is_body, near)):
        return True
    kinds = ("offices", "of_state")
    return all(any(_expression(kind).fullmatch(w.folded) for w in phrase) for kind in kinds)


@cache
def _expression(kind: str) -> re.Pattern[str]:
    """The words of ``agency_words.yaml`` of a kind as one expression for folded words."""
    lists: list[list[str]] = read_word_lists("sholu.mentions", "agency_words.yaml")[kind]
    words = [word.casefold() for line in lists for word in line]
    return re.compile("|".join(re.escape(w).replace(r"\*", r"\w*") for w in words))
