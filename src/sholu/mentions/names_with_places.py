"""Names of other things that hold a place's name: a street, a river, a stadium, an outlet."""

from __future__ import annotations

import re

from sholu.mentions.names import NameMatch
from sholu.mentions.sentences import Sentence

_NAMED_BEFORE = re.compile(
    r"имени|им|named|after|river|улиц\w+|ул|просп\w+|пр|площад\w+|мечет\w+|театр\w*|рек[аиуе]|рекой|берег\w*"
    r"|русл\w+"
)
_NAMED_AFTER = re.compile(
    r"avenue|street|stadium|hotel|prize|airlines|bank|атындағы|көшес\w+|даңғыл\w+|"
    r"шоссе|автобус\w*|pact|accords?|protocol|declaration|river|реки?|өзені\w*"
)
_RIVERS = frozenset((
    "Panj", "Pyanj", "Pyandzh", "Murghab", "Murgap", "Vakhsh", "Ural", "Irtysh", "Chu", "Shu",
    "Talas", "Naryn", "Zarafshan", "Ili", "Syrdarya", "Amudarya", "Karasu", "Tobol", "Esil", "Emba",
    "Пяндж", "Пяндже", "Пянджем", "Мургаб", "Вахше", "Вахш", "Урале", "Урал", "Иртыше", "Иртыш",
    "Чу", "Шу", "Таласе", "Нарыне", "Нарын", "Зарафшан", "Эмбе", "Тоболе", "Есиле",
))  # fmt: skip
"""Towns and districts called after their river."""
_SCHOOL = re.compile(r"university(?:'s)?|institute|college")
_WATER = re.compile(r"реки?|river|өзені\w*")
_ASHORE = re.compile(r"port|police|station|порт\w*|вокзал\w*")
_AFTER_RIVER = re.compile(
    r"to|in|at|and|or|from|with|by|on|into|for|as|was|is|were|between|after|that|which|when|where|separates"
)
"""Words that go on after ``the Panj``; after ``the Almaty`` stands what is Almaty's."""


def is_part_of_name(sentence: Sentence, match: NameMatch) -> bool:
    """Whether what stands beside a place's name makes it another thing's: ``проспект Абая``."""
    words = sentence.words
    after = words[match.stop : match.stop + 2]
    if after and match.weak and _SCHOOL.fullmatch(after[0].folded):
        return True
    if len(after) > 1 and _WATER.fullmatch(after[0].folded) and _ASHORE.fullmatch(after[1].folded):
        return False
    if _is_river(sentence, match) or _is_outlet(sentence, match):
        return True
    if match.stop < len(words) and _NAMED_AFTER.fullmatch(words[match.stop].folded):
        return match.stop - match.first == 1  # North Kazakhstan region stands for itself
    before = match.first - 1
    if before >= 0 and words[before].text == ".":
        before -= 1
    return before >= 0 and _NAMED_BEFORE.fullmatch(words[before].folded) is not None


def _is_river(sentence: Sentence, match: NameMatch) -> bool:
    """``both banks of the Panj``, ``на Пяндже``: a river that a town is called after."""
    words = sentence.words
    if match.first == 0 or match.quote not in _RIVERS:
        return False
    before = words[match.first - 1].folded
    if before == "the":
        after = words[match.stop] if match.stop < len(words) else None
        return after is None or after.kind != "word" or bool(_AFTER_RIVER.fullmatch(after.folded))
    return before in ("на", "за", "через", "over", "across", "along")


_OUTLET = re.compile(r"press|tv|news|inform|media|today|times|пресс|тв|инфо|медиа|информ|ақпарат")


def _is_outlet(sentence: Sentence, match: NameMatch) -> bool:
    """``Khazar-Press``, ``Orda Today``: a name of an outlet or agency of news."""
    after = [word for word in sentence.words[match.stop : match.stop + 2] if word.text != "-"]
    return bool(after) and after[0].text[0].isupper() and bool(_OUTLET.fullmatch(after[0].folded))
