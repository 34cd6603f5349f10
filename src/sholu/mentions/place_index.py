"""The names of all places as texts spell them, and the words for what kind a place is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.mentions.names import NameEntry, NameIndex
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.place_forms import further_forms
from sholu.vocabulary.model import Vocabulary

_TYPE_WORDS: dict[str, str] = {
    "region": r"region|regions|oblast|oblasts|province|krai|kray|republic|област\w*|обл"
    r"|кра[йяюе]\w*|республик\w*|"
    r"облыс\w*|вилоят\w*|велаят\w*",
    "district": r"district|districts|raion|rayon|район\w*|р-н|аудан\w*",
    "city": r"city|cities|town|г|гор|город\w*|қала\w*|town",
    "village": r"village|settlement|с|пос"
    r"|село|села|селе|поселк\w*|поселок|аул\w*|ауыл\w*|кент\w*",
    "checkpoint": r"checkpoint|post|crossing|пост\w{0,2}|кпп|погранпост\w*|таможенн\w+"
    r"|автопереход\w*|бекет\w*",
    "station": r"station|railway|станци\w*|ст|разъезд\w*|стан[цс]\w*|порт\w{0,3}|бекет\w*",
}
TYPES = {kind: re.compile(pattern) for kind, pattern in _TYPE_WORDS.items()}


@once_per_vocabulary
def index_places(vocabulary: Vocabulary) -> NameIndex:
    """The names of all places, made once per vocabulary."""
    return NameIndex(_entries(vocabulary))


def _entries(vocabulary: Vocabulary) -> Iterator[NameEntry]:
    for place in vocabulary.places:
        for language, name in place.names.all():
            short = name.isupper() and len(name.replace(".", "")) <= 5
            several = re.search(r"[\s-]", name) is not None
            weak = place.ambiguous and not (several and _holds_type(name))
            yield NameEntry(place.code, name, language, "exact" if short else "capital", weak)
            yield from further_forms(place, name, language)


def _holds_type(name: str) -> bool:
    return any(
        pattern.fullmatch(word)
        for word in re.findall(r"[\w-]+", name.casefold())
        for pattern in TYPES.values()
    )
