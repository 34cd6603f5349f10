"""What speaks for and against an office of a person named, each with a name that one can read.

``beside:`` stands for the phrase before the name and for the one after it (an apposition, a
bracket, ``of …``, ``who …``, ``works as …``): the kinds of its titles and of its bodies
(``office_words.yaml``), and both together (``beside:weak+state``). The rest is told of the name.
Which side it was, the language, and stems of the words there added nothing in cross-validation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sholu.mentions.name_runs import is_plainly_surname
from sholu.mentions.office_context import held_in_heading, is_in_heading, mark_rows
from sholu.mentions.office_deeds import is_posed, is_source, of_neighbours, of_verb_before
from sholu.mentions.office_phrases import NamePlace, place_name
from sholu.mentions.office_words import word_kinds
from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word, fold

Agency = Callable[[int, int], bool]
"""Whether a stretch of the text names an agency."""

LEFT_OFFICE = "title_left"
"""The feature of who is told to have been dismissed, held or tried, or to have died in office."""

_TITLES = ("agent", "expert", "physician", "common", "weak", "strong")
"""From the least to the most an authority's; a title of several kinds is of the first."""
_BODIES = ("state", "body", "place", "business", "society", "school", "hospital", "ward")
_BESIDE = ("subordinate", "deputy", "chief", "possessive", "judge")
_ENDED = ("former", "home", "kin")
"""Who held an office, or is the wife of who holds it, speaks for nobody."""
_ONCE = frozenset(("once", "formerly", "previously", "некогда", "прежде", "раньше", "ранее"))
_REACH_OF_ONCE = 5
_WAS = frozenset(("was", "был", "была"))
_BETWEEN = frozenset(("a", "an", "the", "then", "himself", "herself", "тогда"))
_SOMEBODY = Cue.PRIVATE | Cue.PEOPLE | Cue.GANG | Cue.RESIDENCE
_HELD = frozenset(("limit:held", "near:held", "near:ACCUSED", "gets_term"))
_LOSES_OFFICE = frozenset(("near:left", "limit:left", "limit:held", "gets_term"))
_HELD_ELSEWHERE = frozenset(("near:held", "near:ACCUSED"))
"""The mention that says so need not have the title."""
_HONORIFICS = frozenset(("mr", "mrs", "ms"))
_SCHOLARS = frozenset(("dr", "д-р"))
"""A degree is no office: ``Dr Aref Jalali, head of …`` is told of by what follows."""
_MINISTERS = frozenset((
    "minister", "ministers", "ministry", "secretary", "department", "affairs", "office",
))  # fmt: skip
_LETTER_LAST = re.compile(r"(?<!\w)[^\W\d_]\.?$")
_SPELLED = re.compile(r"[^\W\d_]{2,}")
_BODY = frozenset(("state", "body"))
_OPENING = _BODY | {"leads"}
"""Without a title a phrase tells of an office where it begins so: ``(МВД)``, ``who heads …``."""
_PARLIAMENT = re.compile(
    r"депутат(?:ы|ов|ам|тар)|мажилис|мәжіліс|парламент|кенеш|\b(?:lawmakers|MPs|parliament|majilis)\b",
    re.IGNORECASE,
)
_CAPTAIN = re.compile("captain|капитан")
_CREW = re.compile(
    r"\b(?:vessel|tanker|ferry|dredger|ship|goals?|match|penalt|championship)|"
    r"\b(?:судн[оау]|танкер|теплоход|паром|сухогруз|матч|гол[аы]?\b|чемпионат|кеме)",
    re.IGNORECASE,
)
"""In texts about ships and teams a captain of nothing else is theirs."""


def find_office_features(
    text: str,
    found: Mapping[int, tuple[int, Sentence]],
    owners: Mapping[int, str],
    is_agency: Agency,
) -> dict[str, dict[str, float]]:
    """The features of each person of a text: all that any mention has.

    Args:
        found: where names begin, their ends and sentences.
        owners: by where names begin, the fullest name of whose they are; keys of the answer.
        is_agency: whether a stretch of the text names an agency.
    """
    places = {
        start: place_name(found[start][1], start, found[start][0], found) for start in sorted(found)
    }
    told = {
        start: _of_mention(place, text[start : found[start][0]], is_agency)
        for start, place in places.items()
    }
    mark_rows(places, told, [start for start in told if _has_title(told[start])])
    held = held_in_heading(text)
    people: dict[str, dict[str, float]] = {}
    before: dict[str, float] = {}
    for start, place in places.items():
        of_mention = told[start]
        if is_in_heading(place, held):
            of_mention.add("title_in_heading")
        features = people.get(owners[start], {})
        features |= dict.fromkeys(of_mention, 1.0)
        features["always"] = 1.0
        if "beside:second" in of_mention:  # his deputy is what he is
            features |= {name: 1.0 for name in before if name.startswith("beside:")}
        people[owners[start]] = before = features
    for features in people.values():
        if features.keys() >= _HELD_ELSEWHERE and _has_title(features):
            features["title_held"] = 1.0
    if _PARLIAMENT.search(text):
        _mark_bare_speakers(people.values())
    if not _CREW.search(text):
        for features in people.values():
            features.pop("beside:captain+nobody", None)
    return people


def _mark_bare_speakers(people: Iterable[dict[str, float]]) -> None:
    """Where lawmakers debate, who speaks without a title is one of them."""
    for features in people:
        bare = not any(name.startswith("beside:") for name in features)
        if bare and "speech" in features and "described" not in features:
            features["speaks_in_parliament"] = 1.0


def _of_mention(place: NamePlace, printed: str, is_agency: Agency) -> set[str]:
    found = {*_of_name(printed), *_of_phrases(place, is_agency), *of_neighbours(place)}
    held = _HELD & found or ("later:held" in found and "speech" not in found)
    if held and _has_title(found):
        found.add("title_held")
    if found & _LOSES_OFFICE and _has_title(found):
        found.add(LEFT_OFFICE)
    if "alleged" in found and _has_title(found):
        found.add("title_alleged")
    if "later:misdeed" in found and _has_title(found) and "speech" not in found:
        found.add("title_misdeed")
    return found


def _has_title(found: Collection[str]) -> bool:
    """Whether a title stands beside a name; in a judge's clause it is somebody else who is held."""
    return "beside:judge" not in found and any(f"beside:{kind}" in found for kind in _TITLES)


def is_lettered(name: str) -> bool:
    """Whether letters stand for all of a name, or for its surname.

    >>> is_lettered("Марат С."), is_lettered("Б.М."), is_lettered("Омаров С."), is_lettered("Ли")
    (True, True, False, False)
    """
    spelled = _SPELLED.findall(name)
    if len(spelled) > 1 or _LETTER_LAST.search(name) is None:
        return False
    return not spelled or not is_plainly_surname(fold(spelled[0]))


def _of_name(printed: str) -> Iterator[str]:
    if is_lettered(printed):
        yield "lettered"
    if " " in printed:
        yield "full_name"


def _of_phrases(place: NamePlace, is_agency: Agency) -> Iterator[str]:
    # "По словам начальника отдела Омарова, подозреваемый …" tells of another.
    if is_posed(place):
        yield "posed"
        return
    titled = any(
        Cue.TITLE in cues_of(word.folded) and word.folded not in _SCHOLARS for word in place.before
    )
    lives = any(cues_of(word.folded) & Cue.RESIDENCE for word in place.after)
    told = place.opening == "apposition" and titled and not lives and is_source(place)
    after = () if told else place.after
    if not titled and _is_colleague(place):
        yield "beside:second"
    for side, phrase in (("before", place.before), (place.opening, after)):
        for name in _of_phrase(phrase, is_agency, side):
            yield f"beside:{name}"
    yield from of_verb_before(place)


def _kinds_in(phrase: Sequence[Word]) -> set[str]:
    """The kinds of all words of a phrase; the Home Minister is not somebody's home."""
    kinds = {kind for word in phrase for kind in word_kinds(word)}
    ministry = any(a.folded == "home" and b.folded in _MINISTERS for a, b in pairwise(phrase))
    return kinds - {"home"} | {"state"} if ministry else kinds


def _of_phrase(phrase: Sequence[Word], is_agency: Agency, side: str) -> Iterator[str]:
    """``side``: ``before`` or what opens the phrase after the name."""
    kinds_beside = _kinds_in(phrase)
    ended = kinds_beside.intersection(_ENDED)
    if _was_in_office(phrase, side) or (side == "before" and "left" in kinds_beside):
        ended |= {"former"}
    if ended:
        yield from ended
        return
    titles = [place for place in range(len(phrase)) if _is_title(phrase, place)]
    last = side == "before"
    assists = {"deputy", "possessive"} <= kinds_beside
    if not titles and (assists or "colleague" in kinds_beside):
        yield "second"
        return
    begins = word_kinds(phrase[0]) if phrase and not last else frozenset()
    if not titles and side != "of" and not begins & _OPENING:
        yield from _of_people(phrase, titles)  # "police are looking for …" is about anybody
        return
    owned = "possessive" in kinds_beside
    heads = [place for place in titles if "deputy" not in word_kinds(phrase[place])]
    kinds = {_title_kind(phrase[place], owned) for place in (titles if owned else heads or titles)}
    bodies = kinds_beside.intersection(_BODIES)
    if any(is_agency(word.start, word.end) for word in phrase):
        bodies.add("agency")
    if any(Cue.ORGANISATION in cues_of(word.folded) for word in phrase):
        bodies.add("organisation")
    yield from (*kinds, *bodies, *kinds_beside.intersection(_BESIDE))
    yield from (f"{kind}+{body}" for kind in kinds for body in bodies or ("nobody",))
    yield from _of_ranks([phrase[place] for place in titles], bodies)
    if "chief" in kinds_beside and "physician" in kinds:
        yield from (f"chief_physician+{body}" for body in bodies or ("nobody",))
    yield from _of_people(phrase, titles)
    if titles and last and titles[-1] + 1 == len(phrase):
        yield "title_next"
    if begins & _BODY:
        yield "body_next"


def _was_in_office(phrase: Sequence[Word], side: str) -> bool:
    """``who was deputy governor then``, ``once the minister``, but not ``who was appointed``."""
    opens = phrase[0].folded if phrase else ""
    if opens in _ONCE:
        return any(_is_title(phrase, place) for place in range(1, min(len(phrase), _REACH_OF_ONCE)))
    if side != "who" or opens not in _WAS:
        return False
    said = (place for place in range(1, len(phrase)) if phrase[place].folded not in _BETWEEN)
    return _is_title(phrase, next(said, 0))


def _of_ranks(titles: Sequence[Word], bodies: Collection[str]) -> Iterator[str]:
    if any(Cue.RANK in cues_of(title.folded) for title in titles):
        yield "rank"
    if not bodies and any(_CAPTAIN.match(title.folded) for title in titles):
        yield "captain+nobody"


def _is_title(phrase: Sequence[Word], place: int) -> bool:
    """A title, and no ``chief`` of another."""
    word = phrase[place]
    if Cue.TITLE not in cues_of(word.folded):
        return False
    follows = phrase[place + 1] if place + 1 < len(phrase) else None
    of_other = follows is not None and Cue.TITLE in cues_of(follows.folded)
    return not (of_other and "chief" in word_kinds(word))


def _title_kind(title: Word, owned: bool) -> str:
    """``owned``: another's (``his deputy``), so that what that is decides."""
    kinds = word_kinds(title)
    if owned and "deputy" in kinds:
        return "second"
    return next((kind for kind in _TITLES if kind in kinds), "strong")


def _of_people(phrase: Sequence[Word], titles: Sequence[int]) -> Iterator[str]:
    """Where a word for a person (the wife, a resident, a gang) stands to the last title."""
    kinds = {kind for word in phrase for kind in word_kinds(word)}
    # A duty is about people (``по правам ребёнка``), and the police have groups too.
    counted = _SOMEBODY & ~Cue.GANG if "state" in kinds else _SOMEBODY
    people = [
        place
        for place, word in enumerate(phrase)
        if cues_of(word.folded) & counted and place not in titles
        if word.folded not in _HONORIFICS and word.text != "National"
    ]
    if not people or "duty" in kinds:
        return
    yield "somebody"
    if titles:
        yield "somebody_after" if people[-1] > titles[-1] else "somebody_before"
    if people[-1] == len(phrase) - 1:
        yield "somebody_next"


def _is_colleague(place: NamePlace) -> bool:
    """``His colleague from the party, Marat Omarov, …``"""
    words = place.sentence.words
    before = words[max(0, place.limit - 1) : max(0, place.limit)]
    return any("colleague" in word_kinds(word) for word in before)
