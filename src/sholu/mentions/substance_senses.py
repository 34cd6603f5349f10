"""Tell in which sense a substance is named: growing, dried, by the dose, as an every-day word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sholu.mentions.names import NameMatch
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import DASHES

_GRAMS = re.compile(
    r"(?:кило|милли)?грам+\w*|к?гр?|мг|кило|m?g|kgs?|kilos?|(?:kilo)?grams?|gr|к[еі]л[іi]\w*|кел[іi]\w*"
)
_BY_GRAMS = re.compile(r"гр?|g|gr|grams?|грам+\w*")
_PORTION = re.compile(
    r"свертк\w+|сверточ\w+|чек\w{0,3}|доз\w{0,2}|зип\w*|закладк\w+|закладок|пакетик\w*|щепотк\w+"
    r"|packets?|sachets?|dos(?:e|es)|wraps?|baggies?|zip|zips|stash|stashes"
    r"|ора(?:м|мд|мн)\w*|түйіншек\w*|мөлшер\w*"
)
_REMEDY = re.compile(
    r"капсул\w*|таблет\w+|препарат\w*|лекарств\w+|блистер\w*|ампул\w*|флакон\w*|упаков\w+|пачк?[аеиу]?к?"
    r"|capsules?|tablets?|pills?|blisters?|ampoules?|vials?|packs?|medicines?"
    r"|дәр[іi]\w*|қорап\w*"
)
_QUOTES = frozenset("\"'“”‘’«»„()")
_JOINING = frozenset(("of", "с", "со", "из", "под", "названием", "астам", "жуық", "артық", "дейін"))
_DESCRIBING = re.compile(
    r"сух\w+|высуш\w+|суш[её]н\w+|измельч\w+|дик\w+|дикораст\w+|dried|dry|кептір\w+|wild|raw"
)

_PLANT_BEFORE = re.compile(
    r"куст\w*|растени\w+|саженц\w+|стебл\w+|плантаци\w+|посев\w*|зарос\w+|гектар\w*|га"
    r"|bush(?:es)?|plants?|shrubs?|stalks?|seedlings?|saplings?|hectares?|acres?|fields?|crops?|stems?"
    r"|plantations?|thickets?|roots?|түп|түбі|гектар\w*|алқап\w*"
    r"|выращ\w+|вырас\w+|посад\w+|посея\w+|культивир\w+|grow|grows|grew|grown|growing|cultivat\w+"
    r"|planted|planting|өсір\w*"
)
_PLANT_AFTER = re.compile(
    r"plants?|bush(?:es)?|shrubs?|seedlings?|crops?|fields?|plantations?|farms?|growers?|farmers?"
    r"|cultivat\w+|growing|thickets?|stalks?|grown|stems?|өсімді\w*|алқа[бп]\w*|өсір\w*|егі[сл]\w*"
)
_FLOWERS = re.compile(
    r"соцвет\w+|бошк\w+|шиш(?:ки|ек|ками)|верхушк\w+|flowers?|buds?|tops|inflorescences?|dried|суш[её]н\w+"
    r"|высушен\w+|кептіріл\w+|гүл\w*|листь\w+|leaves|жапыра\w+"
)
_SALTS = re.compile(r"^«?(?:сол[ие]|salts?|тұзд)")
_CANNABINOIDS = re.compile(r"каннабиноид|cannabinoid", re.IGNORECASE)
_GROWN = frozenset(("cannabis", "cannabis_herb"))
_NAMES_OF_PLANTS = frozenset(
    ("cannabis_plants", "opium_poppy", "poppy_straw", "cannabis", "precursors", "opium")
)
_DESTROYED = re.compile(
    r"уничт\w+|скош\w+|скос\w+|сожж\w+|выкос\w+|запах\w+|перепах\w+|вырв\w+|дикораст\w+|гектар\w*|га"
    r"|destroy\w*|uproot\w*|burn\w+|mow\w*|eradicat\w+|plough\w*|plow\w*|buried|wild|hectares?|ha"
    r"|acres?|жойыл\w*|жою\w*|өрте\w*|шабыл\w*|жабайы|гектар\w*"
)
_PLACE_TO_GROW = re.compile(
    r"тепли\w+|гроубокс\w*|горш[ко]\w*|вырос\w*|рос(?:л[аио])?|раст[её]т|растут|грядк\w+|огород\w*"
    r"|балкон\w*|подоконник\w*|урожа\w+|greenhouses?|lamps?|pots?|gardens?|gardeners?|balcony"
    r"|harvest\w*|rows?|жылыжай\w*|түп\w*|түб\w*|жұл\w+|ег(?:іл|кен|іп)\w*|өс(?:ке|іп|еті)\w*"
)
_FLOURISH = 4
"""Words of a quoted name of an operation at the most: «Қара көкнәр-2025»."""

_OPERATION = re.compile(r"операци\w+|опм|operations?|этап\w*|stage|round|рейд\w*")


def weighed(sentence: Sentence, match: NameMatch) -> bool:
    """``2 кг конопли``, ``hemp – 3 kg``: so much of it that it is no plant on a field."""
    before = _before(sentence, match)
    if before and _GRAMS.fullmatch(before[-1]):
        return True
    after = [word.folded for word in sentence.words[match.stop : match.stop + 3]]
    return len(after) == 3 and after[0] in "-–—:" and bool(_GRAMS.fullmatch(after[2]))


def handed_out(sentence: Sentence, match: NameMatch) -> bool:
    """``3 g of speed``, «11 чеков с солью», «капсулы лирики»: an every-day word that is a drug."""
    before = _before(sentence, match)
    if before and any(form.fullmatch(before[-1]) for form in (_BY_GRAMS, _PORTION, _REMEDY)):
        return True
    after = [word.folded for word in sentence.words[match.stop : match.stop + 2]]
    if len(after) == 2 and after[0][:1].isdigit() and _GRAMS.fullmatch(after[1]):
        return True  # opium 2,140 kg, crystal 187 kg
    return _is_used(sentence, match)


_HOOKED = re.compile(
    r"вар(?:ил|ила|или|ит|ят|ить)|подсе(?:л|сть|ла|ли)|торч\w+|кол(?:ол|ют|ет|ешь)\w*|слез(?:ть|ла?|ли)?"
    r"|hooked|addicted|high|inject(?:ed|ing|s)?|snort(?:ed|ing|s)?"
)
_ON = frozenset(("на", "с", "on", "to"))


def _is_used(sentence: Sentence, match: NameMatch) -> bool:
    """``подсел на соль``, ``hooked on ice``, ``варил ханку``: what somebody takes or cooks."""
    words = [word.folded for word in sentence.words[max(0, match.first - 2) : match.first]]
    if words and words[-1] in _ON:
        words.pop()
    return bool(words) and _HOOKED.fullmatch(words[-1]) is not None


def _before(sentence: Sentence, match: NameMatch) -> list[str]:
    """Words before a name, without those that only join or describe."""
    words = sentence.words[max(0, match.first - 5) : match.first]
    before = [word.folded for word in words]
    while before and (
        before[-1] in _QUOTES or before[-1] in _JOINING or _DESCRIBING.fullmatch(before[-1])
    ):
        before.pop()
    return before


def in_its_sense(sentence: Sentence, match: NameMatch) -> NameMatch:
    """With the code that the words beside it ask for: bushes, dried herb, or what it says."""
    if match.code in _GROWN:
        if _is_grown(sentence, match):
            return _as(match, "cannabis_plants")
        if match.code == "cannabis" and _is_dried(sentence, match):
            return _as(match, "cannabis_herb")
    if match.code != "cannabis_plants" or not weighed(sentence, match):
        return match
    destroyed = any(_DESTROYED.fullmatch(word.folded) for word in sentence.words)
    return match if destroyed else _as(match, "cannabis_herb")


def _is_grown(sentence: Sentence, match: NameMatch) -> bool:
    """``60 кустов марихуаны``, ``cannabis grower``: the plant, whatever it is called."""
    after = sentence.words[match.stop].folded if match.stop < len(sentence.words) else ""
    before = _before(sentence, match)
    joined = len(before) > 1 and before[-2] in DASHES  # home-grown marijuana
    return bool(_PLANT_AFTER.fullmatch(after)) or bool(
        before and not joined and _PLANT_BEFORE.fullmatch(before[-1])
    )


def _is_dried(sentence: Sentence, match: NameMatch) -> bool:
    """``соцветия каннабиса``, ``88 граммов каннабиса``: grams and flowers are of the herb."""
    words = sentence.words
    near = [
        w.folded
        for w in (
            *words[max(0, match.first - 2) : match.first],
            *words[match.stop : match.stop + 1],
        )
    ]
    before = _before(sentence, match)
    by_grams = bool(before) and _BY_GRAMS.fullmatch(before[-1]) is not None
    return by_grams or any(_FLOWERS.fullmatch(word) for word in near)


def all_in_one_sense(matches: Sequence[tuple[Sentence, NameMatch]]) -> tuple[NameMatch, ...]:
    """Read hemp as herb all over a text that weighs it and tells of no plants."""
    read = tuple(in_its_sense(sentence, match) for sentence, match in matches)
    if any(m.code == "alpha_pvp" and not m.weak for m in read):
        read = tuple(_as(m, "alpha_pvp") if _are_salts(m) else m for m in read)
    if any(m.code == "synthetic_cannabinoids" for m in read):
        read = tuple(
            _as(m, "synthetic_cannabinoids") if _CANNABINOIDS.match(m.quote) else m for m in read
        )
    if not _is_of_herb(matches, read):
        return read
    return tuple(
        _as(match, "cannabis_herb")
        if match.code == "cannabis_plants" and not _tells_of_plants(sentence)
        else match
        for (sentence, _), match in zip(matches, read, strict=True)
    )


def _is_of_herb(matches: Sequence[tuple[Sentence, NameMatch]], read: Sequence[NameMatch]) -> bool:
    """Whether hemp is the herb all over: it is weighed, or marijuana is named and no plants."""
    if any(
        was.code == "cannabis_plants" and m.code == "cannabis_herb"
        for (_, was), m in zip(matches, read, strict=True)
    ):
        return True
    hemp = sum(m.code == "cannabis_plants" for m in read)
    herb = any(m.code == "cannabis_herb" and not m.weak for m in read)
    return herb and hemp == 1 and not any(_tells_of_plants(sentence) for sentence, _ in matches)


def _are_salts(match: NameMatch) -> bool:
    """``«соли»`` where the text says which: another word for it."""
    return match.code == "bath_salts" and bool(_SALTS.search(match.quote.casefold()))


def _tells_of_plants(sentence: Sentence) -> bool:
    return any(
        form.fullmatch(word.folded)
        for word in sentence.words
        for form in (_PLANT_BEFORE, _DESTROYED, _PLACE_TO_GROW)
    )


def names_operation(sentence: Sentence, match: NameMatch) -> bool:
    """``«Қарасора-2025»``, ``the "Black Poppy" operation``: a name of something else."""
    if match.code not in _NAMES_OF_PLANTS:
        return False
    words = sentence.words
    after = [word.folded for word in words[match.stop : match.stop + 2]]
    if len(after) == 2 and after[0] in "-–—" and re.fullmatch(r"20\d\d", after[1]):
        return True
    opened = next(
        (
            place
            for place in range(match.first - 1, max(-1, match.first - _FLOURISH), -1)
            if words[place].text in _QUOTES
        ),
        None,
    )
    if opened is not None:
        closed = any(w.text in _QUOTES for w in words[match.stop : match.stop + _FLOURISH])
        return closed and words[opened + 1].text[:1].isupper()
    before = words[match.first - 1].folded if match.first else ""
    return bool(_OPERATION.fullmatch(before)) and words[match.first].text[:1].isupper()


def _as(match: NameMatch, code: str) -> NameMatch:
    return replace(match, code=code, codes=(code,), others=())
