"""Whether the words beside a capitalised word, or its form, make it a place's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.known_words import is_given_name
from sholu.mentions.words import Word

_PLACE_WORD = re.compile(
    r"район\w*|област\w*|город\w*|городк\w+|сел[аоеу]\w*|поселк\w*|поселок|аул(?!асы)\w*|кишлак\w*|трасс\w*|"
    r"реки?|реке|рекой|долин\w*|ущель\w*|жилмассив\w*|станци\w*|перевал\w*|границ\w*|пункт\w*|"
    r"погранпост\w*|улиц\w*|микрорайон\w*|массив\w*|махалл\w*|округ\w*|провинци\w*|уезд\w*|"
    r"джамоат\w*|этрап\w*|велаят\w*|вилоят\w*|вилайет\w*|хукумат\w*|аймак\w*|губерни\w*|пригород\w*|"
    r"окрестност\w*|берег\w*|побережь\w*|устье?\w?|русл\w+|исток\w*|пойм\w+|озер\w+|хреб\w+|"
    r"гор[аыеу]|горой|пустын\w+|степ[иью]\w?|остров\w*|залив\w*|плато|урочищ\w+|водохранилищ\w*|"
    r"канал[аеу]?|каналом|ледник\w*|разъезд\w*|жилгородк\w*|жилмассив\w*|заповедник\w*|нацпарк\w*|"
    r"district|region|city|town|village|province|county|river|valley|checkpoint|crossings?|border|pass|street|"
    r"settlement|highway|mountains?|oblast|rayon|raion|airport|station|port|microdistrict|suburbs?|"
    r"velayats?|viloyats?|vilayets?|jamoats?|etraps?|aimags?|governorate|township|outskirts|hamlet|"
    r"lakes?|seas?|gulf|bay|islands?|desert|steppe|gorge|canyon|ridge|range|glacier|reservoir|canal|"
    r"banks?|shores?|estuary|basin|delta|plateau|peninsula|strait|provincial|neighbou?rhoods?|quarter|"
    r"(?:district|region|province|microdistrict|settlement|village|town|river)s|counties|cities|valleys"
)
_KAZAKH_PLACE_WORD = re.compile(
    r"аудан\w*|облыс\w*|қала\w*|даңғыл\w*|алаң\w*|шағынаудан\w*|ықшамаудан\w*|ауыл\w*|көше\w*|бекет\w*|округ\w*|шекара\w*|өткел\w*|мауданы\w*|"
    r"өзен\w*|көлі\w*|көлін\w*|тау(?:ы|лары)\w*|жаға(?:сы|лау)\w*|бойын(?:а|да|дағы|ан)|сағасы\w*|"
    r"аңғар\w*|шатқал\w*|дала(?:сы)\w*|уәлаят\w*|алқаб\w*|алаб\w*|құмы\w*|құмдар\w*|арал(?:ы|дар)\w*|"
    r"жамоат\w*|джамоат\w*|этрап\w*|аймағы\w*|маңы(?:на|нда)\w*|теңіз\w*|шөл(?:і|ін)\w*|асуы\w*|"
    r"кент(?:і|ін)\w*|стансы\w*|стансас\w*|разъез\w*|жері(?:нде|нен)|өңір\w*|төңірег\w*"
)
"""Kazakh has it after the name: what follows ``Созақ ауданында`` is another's."""
_PLACE_ABBREVIATIONS = frozenset((
    "г", "с", "п", "пос", "ул", "мкр", "обл", "р", "қ", "а", "st", "оз", "дер", "кв", "mt",
))  # fmt: skip

_ADJECTIVE_OF_PLACE = re.compile(r".{2,}[сц]к(?P<ending>ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)")
_AGREEING = {
    "ий": r".*[бвгджзйкмнпрстфхцчшщь]", "ая": r".*[ая](?<!ла)", "ое": r".*[оея](?<!ло)",
    "ие": r".*[ыияа](?<!ли)", "ого": r".*[ая]", "ому": r".*[ую]", "им": r".*(?:[оеё]м|ам|ям)",
    "ом": r".*[еиу]", "ой": r".*(?:[ыиею]|ой|ей)(?<!ли)", "ую": r".*[уюь]",
    "их": r".*(?:[оеё]в|ей|ах|ях|[ао]к|й|н|т)",
    "ими": r".*ми",
}  # fmt: skip
"""Endings of the nouns that go with an adjective, by its own; verbs of the past left out."""


def is_of_place(words: Sequence[Word], first: int, stop: int) -> bool:
    """``село Папан``, ``Кызылжарского района``, ``Кербұлақ ауданы``."""
    before = words[max(0, first - 2) : first]
    if before and before[-1].text not in ("№", ".") and before[-1].kind != "word":
        before = ()
    if before and before[-1].text == ".":
        return before[0].folded in _PLACE_ABBREVIATIONS
    if before and _PLACE_WORD.fullmatch(before[-1].folded):
        return True
    return any(names_place_before(word) for word in words[stop : stop + 1])


def names_place_before(word: Word) -> bool:
    """``Кызылжарского | района``, ``Кербұлақ | ауданы``, ``Ертіс | жағалауында``"""
    patterns = (_PLACE_WORD, _KAZAKH_PLACE_WORD)
    return any(pattern.fullmatch(word.folded) for pattern in patterns)


def is_toponymic(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a word is an adjective with its noun after it: ``Карагандинской коллегии``.

    A surname has a verb, a sign or nothing after it: ``Вишневской назначено``.
    """
    match = _ADJECTIVE_OF_PLACE.fullmatch(words[stop - 1].folded)
    if match is None:
        return False
    after = words[stop] if stop < len(words) else None
    if after is not None and after.text == "(" and _counts_by_place(words, stop):
        return True
    if after is None or after.kind != "word" or not after.text[0].islower():
        return stop - first > 1 and words[stop - 2].text == "-" and match["ending"] != "ий"
    return re.fullmatch(_AGREEING[match["ending"]], after.folded) is not None


def _counts_by_place(words: Sequence[Word], opening: int) -> bool:
    """``Карагандинская (498) и Жамбылская (451) области``"""
    counted = [word.kind for word in words[opening + 1 : opening + 3]] == ["number", "sign"]
    return counted and any(map(names_place_before, words[opening + 3 : opening + 9]))


_PLACE_SHAPE = re.compile(
    r".{2,}(?:абад|кент|град|бург|стан|орда|тау|к[уоө]ль|көл|булак|бұлақ|т[оөю]бе|дарья|дария|горск|ополь|са(?:й|я|ю|ем|е)|"
    r"суу|курган|қорған|коргон)(?:[ауеы]|ом|ем|[дт][аеы]\w{0,3}|н[ыі]ң|ға|ге)?"
    r"|.{3,}(?:[оеё]во|ское|инское|(?:речь|лучь|горь|морь|поль|лесь|озерь|холмь)[еяю])"
    r"|.{2,}(?:abad|kent|grad|burg|stan|orda|tau|bulak|bulaq|tobe|darya|gorsk|korgon|kurgan|ovo|evo|skoye|skoe|.{2}sai)"
)
"""Endings that places have: Шерабад, Боконбаево, Чернолучье."""
_FIRST_OF_PLACE = frozenset((
    "ак", "кара", "кызыл", "сары", "кок", "көк", "ала", "чон", "жаны", "жаңы", "жети", "бел",
    "усть", "верх",
    "нижне", "верхне", "ново", "старо", "северо", "южно", "восточно", "западно", "джалал",
    "жалал", "қара",
    "ақ", "қызыл", "ak", "kara", "kyzyl", "sary", "kok", "ala", "chon", "jany", "jeti", "ust",
    "jalal", "bayan",
))  # fmt: skip
"""What names of places with a hyphen begin with: Ак-Орго, Кара-Балта, Усть-Каменогорск."""


def has_place_shape(folded: str) -> bool:
    """Whether a word ends as names of places do."""
    return _PLACE_SHAPE.fullmatch(folded) is not None


def is_shaped_as_place(names: Sequence[Word], tied: bool) -> bool:
    """Whether a name by its form is a place's: one word with such an ending, or a tied pair.

    Args:
        tied: its words are joined by hyphens.
    """
    if not tied and len(names) == 2:
        return names[0].folded in _FIRST_OF_PLACE and not is_given_name(names[1].text)
    if tied and len(names) > 1:
        return names[0].folded in _FIRST_OF_PLACE or has_place_shape(
            "".join(n.folded for n in names)
        )
    return len(names) == 1 and has_place_shape(names[0].folded)
