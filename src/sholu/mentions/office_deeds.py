"""What is told of a person named: that he speaks, leads, holds somebody or is held, or only says
that he is in office. Each feature has a name that one can read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sholu.mentions.numerals import number_beginnings
from sholu.mentions.office_phrases import REACH, NamePlace, is_active, is_held
from sholu.mentions.office_words import word_kinds
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.words import Word

_DEEDS = ("held", "leads", "left", "misdeed", "officiates")
_AGED = frozenset(("жастағы", "жасар", "летний", "летняя", "летнего", "летней", "year"))
_CALLED = frozenset(("деп", "ретінде"))
_OPENED, _CLOSED = frozenset('"“«„'), frozenset('"”»“')
_NAMED_SO = frozenset(("есімді", "атты", "деген", "дейтін"))
_OBJECT = re.compile(r"\w{3,}(?:[тдн][ыі]|[ғқ]а|[гк]е)")
"""Kazakh cases of whom something is done to."""
_WHOLE = re.compile("(?:бер|кел|бол|бал|тұр|бар|тап|кет|жет|сал|қал|сүй|туды|жан)[дт][ыі]$")
"""Names that end so by themselves: Сатыбалды, Тәңірберді."""
_OBLIQUE = re.compile(r"\w{3,}(?:[ая]|его|ого|[ую]ю?)")
_PASSIVE = re.compile(r"\w{4,}(?:[её]н|ан)[аоы]?")
"""``арестован начальник …``: the nominative is who is held."""
_SUBJECTS = frozenset(("судья", "глава", "старшина"))
"""Titles that end so in the nominative."""
_CLAUSES = frozenset(("что", "that", "деп"))
_PAUSES = frozenset((",", "–", "—", "-"))
_NO_OBJECT = frozenset((
    "in", "on", "for", "at", "of", "by", "with", "after", "to", "over", "from", "during",
    "while", "as", "near", "and", "last", ",", "—", "–",
))  # fmt: skip
_ATTRIBUTE = re.compile(
    r"\w+(?:ған|ген|қан|кен)|\w+ті?ні|\w+нн(?:ого|ому|ых|ым|ую|ого)"
    r"|(?:күдікті|айыпталушы|сотталушы|қылмыскер)[лнгғд]\w+"
)
"""``ұсталған азамат``, ``күдіктіні``, ``задержанного``: somebody else in the clause."""
_IS = frozenset(("is", "was", "are", "were", "been", "being", "be", "as", "а", "по"))
_NEAR = 3
_FAR = 9
_BODY = frozenset(("state", "body"))


def of_verb_before(place: NamePlace) -> Iterator[str]:
    """What the verb before the phrase says: ``инспекторов возглавил …``, ``задержал судью …``"""
    words, limit = place.sentence.words, place.limit
    if limit < 0:
        return
    if words[limit].text == ":" and limit:
        limit -= 1  # "On the dock: captain …"
    kinds = word_kinds(words[limit])
    if "left" in kinds:
        yield "limit:left"
    led_by = words[limit].folded == "by" and "leads" in word_kinds(words[limit - 1])
    if "leads" in kinds or led_by:
        group = words[max(0, limit - 2 * _NEAR) : limit]
        yield _whom_leads(group)
    sent = (is_active(words[limit]) or words[limit].folded == "sent") and any(
        "custody" in word_kinds(word) for word in words[place.stop :][:_NEAR]
    )
    if sent or is_held(words[limit], before=True):
        titles = [word.folded for word in place.before if Cue.TITLE in cues_of(word.folded)]
        passive = _PASSIVE.fullmatch(words[limit].folded)
        russian = place.sentence.language == "ru" and bool(titles) and not passive
        subject = russian and (titles[0] in _SUBJECTS or not _OBLIQUE.fullmatch(titles[0]))
        yield "limit:held_by" if subject else "limit:held"


def of_neighbours(place: NamePlace) -> Iterator[str]:
    words = place.sentence.words
    before, after = words[: place.first], words[place.stop :]
    speaking = {
        "speech": words,
        "speaks_before": before[-1:],
        "speaks_after": after[:_NEAR],
    }
    if before and _is_description(before[-1]):
        yield "described"
    for name, near in speaking.items():
        if any(Cue.SPEAKING in cues_of(word.folded) for word in near):
            yield name
    if any(word.folded in _AGED for word in before[-_NEAR:]) or _is_age(after):
        yield "aged"
    if after and after[0].folded in _NAMED_SO:
        yield "called_so"
    owner = before[-1].text if before else ""
    if owner.endswith(("'s", "’s")) and word_kinds(before[-1]) & _BODY:
        yield "of_owner"
    last = words[place.stop - 1].folded
    if place.sentence.language == "kk" and _OBJECT.fullmatch(last) and not _WHOLE.search(last):
        yield "object"
    yield from _of_case(place)
    yield from _of_deeds(place)


def _of_case(place: NamePlace) -> Iterator[str]:
    """``the case of the nurse …``, ``according to the prosecution, Captain …``"""
    if any("case" in word_kinds(word) for word in place.before):
        yield "case_of"
    words, begins = place.sentence.words, place.first - len(place.before)
    if any("alleges" in word_kinds(word) for word in words[max(0, begins - REACH) : begins]):
        yield "alleged"


def is_posed(place: NamePlace) -> bool:
    """Whether the office is a swindler's word: ``introduced himself as Major …``, ``«тергеуші
    Ирина» деп таныстырған``, ``"Captain Omarov of the police" told her``."""
    words = place.sentence.words
    begins = place.first - len(place.before)
    before, after = words[max(0, begins - _NEAR) : place.first], words[place.stop :][: 2 * _NEAR]
    if any("poses" in word_kinds(word) for word in before):
        return True
    pairs = {(a.folded, b.folded) for a, b in pairwise(before)}
    if any(a.endswith(("self", "selves")) and b == "as" for a, b in pairs):
        return True
    introduced = {word.folded for word in after} & _CALLED
    if introduced and any("presented" in word_kinds(word) for word in after):
        return True
    closed = next((sign for sign in after if sign.text in _CLOSED), None)
    opened = words[begins - 1].text if begins else ""
    return bool(place.before) and opened in _OPENED and closed is not None


def _of_deeds(place: NamePlace) -> Iterator[str]:
    """What is told of the name: that its bearer leads something, or is held."""
    told = _told_after(place)
    just_before = place.sentence.words[max(0, place.first - 2) : place.first]
    for name, near in (("just_before", just_before), ("near", told[:_NEAR]), ("later", told)):
        kinds = {kind for word in near for kind in word_kinds(word)}
        yield from (f"{name}:{kind}" for kind in kinds.intersection(_DEEDS))
    for name, near in (("near", told[:_NEAR]), ("later", told)):
        for cue in (Cue.ACCUSED, Cue.ACT):
            if any(cue in cues_of(word.folded) for word in near):
                yield f"{name}:{cue.name}"
    if _tells_of_term(told, place.sentence.language):
        gets = any("gets" in word_kinds(word) for word in told[:_NEAR])
        yield "gets_term" if gets else "later:term"
    if any("leads" in word_kinds(word) for word in told[:_NEAR]):
        yield _whom_leads([*place.before, *told])


def _tells_of_term(told: Sequence[Word], language: str | None) -> bool:
    """``received nine and six years``, ``получил 7 лет``, ``7 жылға``"""
    numbers = number_beginnings(language)
    return any(
        "years" in word_kinds(word)
        and any(
            near.kind == "number" or near.folded in numbers for near in told[max(0, n - _NEAR) : n]
        )
        for n, word in enumerate(told)
    )


def _whom_leads(group: Sequence[Word]) -> str:
    acts = any(Cue.TITLE in cues_of(word.folded) or _BODY & word_kinds(word) for word in group)
    return "leads:authority" if acts else "leads:others"


def _is_description(word: Word) -> bool:
    """A word in small letters that is no verb of speaking: ``restaurateur Pavel Kim``."""
    small = word.kind == "word" and word.text.islower() and len(word.text) > 3
    return small and not Cue.SPEAKING & cues_of(word.folded) and not is_active(word)


def _is_age(after: Sequence[Word]) -> bool:
    """``Asan Omarov, 63, …``"""
    return len(after) > 1 and after[0].text == "," and after[1].kind == "number"


def _told_after(place: NamePlace) -> Sequence[Word]:
    """The words after a name that tell of its bearer; after a source's name none does."""
    words, quoted = place.sentence.words, is_source(place)
    told: list[Word] = []
    for word in words[place.stop : place.stop + _FAR]:
        if word.text in ";:«»“”" or (word.text == "," and quoted) or word.folded in _CLAUSES:
            break
        told.append(word)
    return [word for place, word in enumerate(told) if not _is_of_another(told, place)]


def _is_of_another(told: Sequence[Word], place: int) -> bool:
    """``visited the detainee``, ``detained two men``: who is held there is somebody else."""
    word = told[place]
    if not is_held(word, before=False):
        return False
    before = [other.folded for other in told[max(0, place - 2) : place]]
    if _IS.intersection(before) or (before and before[-1] in _PAUSES):
        return False
    if Cue.PRIVATE in cues_of(word.folded) and before:
        return True
    if word.folded.isascii():
        following = told[place + 1].folded if place + 1 < len(told) else "in"
        return word.folded.endswith("ed") and not before and following not in _NO_OBJECT
    return _ATTRIBUTE.fullmatch(word.folded) is not None and place + 1 < len(told)


def is_source(place: NamePlace) -> bool:
    """``По словам …``, ``как рассказал …``: after the comma is what was told."""
    return any(
        "source" in word_kinds(word) or Cue.SPEAKING in cues_of(word.folded)
        for word in place.sentence.words[max(0, place.first - REACH) : place.first]
    )
