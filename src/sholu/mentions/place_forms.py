"""Names made of a place's name: ``шымкентский``, ``актюбинец``, ``облыстық``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.mentions.names import NameEntry
from sholu.vocabulary.model import Place

_IRREGULAR = {
    "Баку": "Бакин", "Душанбе": "Душанбин", "Мары": "Марый", "Москва": "Москов", "Самара": "Самар",
    "Уфа": "Уфим", "Тула": "Туль", "Калуга": "Калуж", "Рудный": "Руднен", "Пенза": "Пензен",
    "Санкт-Петербург": "Петербург", "Нижний Новгород": "Нижегород", "Каракол": "Караколь",
    "Бухара": "Бухар", "Фергана": "Ферган", "Кабул": "Кабуль", "Стамбул": "Стамбуль",
    "Анкара": "Анкар", "Варшава": "Варшав", "Прага": "Праж", "Одесса": "Одес", "Актобе": "Актобин",
    "Тбилиси": "Тбилис", "Чита": "Читин", "Анталья": "Анталий", "Махачкала": "Махачкалин",
    "Хива": "Хивин", "Исфара": "Исфарин", "Пхеньян": "Пхеньян",
}  # fmt: skip
"""Adjectives without their ending, of names that form them by no rule."""

_INHABITANTS = {
    "Бишкек": "бишкекчан", "Астана": "астанчан", "Каракол": "каракольчан", "Ош": "ошан",
    "Семей": "семейчан", "Рудный": "рудничан", "Экибастуз": "экибастузчан",
    "Ашхабад": "ашхабадчан", "Ростов": "ростовчан",
}  # fmt: skip
"""What people of a town are called, without ``ин`` of one person."""

_INHABITANTS_IN_ICH = {"Омск": "омич", "Томск": "томич"}
_COMMON = frozenset((
    "Советск", "Советский", "Октябрьский", "Октябрьск", "Ленинск", "Кировск", "Киров",
    "Первомайск", "Первомайский", "Пролетарск", "Комсомольск", "Комсомольский", "Заводской",
    "Свердловск", "Каспийск", "Фрунзе", "Калинин", "Красногвардейск",
))  # fmt: skip
"""Towns whose adjective is that of a district of nearly every large town."""
_COMMON_REGIONS = frozenset(("Свердловская область", "Кировская область"))
"""Regions whose adjective alone is rather that of such a district."""
_ENDS_OF_ONE = ("ец", "ца", "цу", "цем", "це", "цы", "цев", "цам", "цами", "цах")
_ENDS_OF_CITIZENS = (
    "ин",
    "ина",
    "ину",
    "ином",
    "ине",
    "е",
    "",
    "ам",
    "ами",
    "ах",
    "ка",
    "ки",
    "ку",
)
_ENDS_IN_ICH = ("", "а", "у", "ем", "и", "ей", "ам", "ами")
_ENDS_OF_HER = ("ка", "ки", "ке", "ку", "кой", "ок")
_INHABITANT = re.compile(
    r"\w{4,}(?:ец|ц[аыуе]|цем|цев|цам|цами|цах|инк[аиуе]|инкой|инок|чан(?:ин\w{0,3}|е|ам|ами)?)"
    r"|\w{5,}рк(?:[аиуе]|ой)|ошан\w*|омич\w{0,3}|томич\w{0,3}"
)
_PLAIN = re.compile(r"[А-Я][а-яё]+(?:-[А-Я][а-яё]+)?")
_TOWN_OF_NAMED_PEOPLE = 30_000
"""Persons a town must have for its people to be called by its name in the press."""


def is_inhabitant(folded: str) -> bool:
    """Whether a Russian word that was found as a place's is what its people are called.

    >>> is_inhabitant("актюбинца"), is_inhabitant("актюбинск")
    (True, False)
    """
    return _INHABITANT.fullmatch(folded) is not None


def further_forms(place: Place, name: str, language: str) -> Iterator[NameEntry]:
    """Entries for what is made of one name of a place.

    ``облыстық`` of a Kazakh region; adjectives of Russian names (``Актюбинской и … областей``,
    ``шымкентские полицейские``), which need a word beside them; and what people of a region or a
    town are called (``павлодарец``), which tells their home.
    """
    if place.kind == "checkpoint":
        yield from _bare_checkpoint(place, name, language)
    if place.kind == "district":
        yield from _district_forms(place, name, language)
    if language == "kk":
        yield from _kazakh_forms(place, name)
    if language != "ru":
        return
    stem = _stem_of(place, name)
    if stem is None or f"{stem}ская область" in _COMMON_REGIONS:
        return
    adjective = f"{stem}кий" if stem.endswith("ц") else f"{stem}ский"
    yield NameEntry(place.code, adjective, language, "any", weak=True)
    forms = _called_specially(name)
    if not forms and _names_its_people(place, stem):
        forms = _inhabitants(stem)
    for form in forms:
        yield NameEntry(place.code, form, "", "any", weak=False)


_CHECKPOINT_WORDS = re.compile(
    r"^(?:пункт пропуска|кпп|таможенный пост|пост|станция)\s+«?|»$"
    r"|\s+(?:checkpoint|post|crossing|border crossing|customs|station|өткізу пункті|станциясы)$",
    re.IGNORECASE,
)


def _bare_checkpoint(place: Place, name: str, language: str) -> Iterator[NameEntry]:
    """The name without its type word, which may stand elsewhere: ``посту «Дустлик»``."""
    bare = _CHECKPOINT_WORDS.sub("", name)
    if bare != name and bare:
        yield NameEntry(place.code, bare, language, "capital", weak=True)


_DISTRICT_WORDS = re.compile(
    r"^(?:район|этрап|уезд)\s+|\s+(?:район|этрап|district|etrap|ауданы)$|(?:ин)?ск(?:ий|ой)\s+(?:район|этрап)$"
)
_FEMININE = re.compile(r"инск(?:ий|ой)\s")


def _district_forms(place: Place, name: str, language: str) -> Iterator[NameEntry]:
    """The name without its type word (``Ишкашиме``, ``Leilek raion``); of a Russian one abroad
    what Kazakh makes of it (``Лейлек ауданы``)."""
    bare = _DISTRICT_WORDS.sub("", name)
    if bare == name or len(bare) < 3:
        return
    if place.country == "KZ":
        yield NameEntry(place.code, bare, language, "capital", weak=True)
        return
    spellings = {bare, f"{bare}ин", f"{bare}а"} if _FEMININE.search(name) else {bare}
    for spelling in spellings:
        yield NameEntry(place.code, spelling, language, "capital", weak=True)
        if language == "ru":
            for kazakh in (spelling, *_kazakh_spellings(spelling)):
                yield NameEntry(place.code, kazakh, "kk", "capital", weak=True)
                yield NameEntry(place.code, f"{kazakh} ауданы", "kk", "capital", weak=False)


_FRONT_VOWELS = re.compile("[еэәөүіюя]")
_BACK_CONSONANTS = str.maketrans("кгКГ", "қғҚҒ")


def _kazakh_spellings(name: str) -> frozenset[str]:
    """``Қара-Балта``, ``Жалал-Абад``: names of neighbours as Kazakh sounds have them."""
    harmonic = re.sub(
        r"\w+",
        lambda word: (
            word[0]
            if _FRONT_VOWELS.search(word[0].lower())
            else word[0].translate(_BACK_CONSONANTS)
        ),
        name,
    )
    plain = harmonic.replace("Дж", "Ж").replace("дж", "ж").replace("ё", "е")
    return frozenset((harmonic, plain)) - {name}


def _kazakh_forms(place: Place, name: str) -> Iterator[NameEntry]:
    """``облыстық``; the name typed without some Kazakh letters; in Latin letters (Qostanai)."""
    if place.country in _NEIGHBOURS and place.kind != "district":
        for spelling in _kazakh_spellings(name):
            yield NameEntry(place.code, spelling, "kk", "capital", weak=place.ambiguous)
    if place.kind == "region" and name.endswith(" облысы"):
        form = f"{name.removesuffix('облысы')}облыстық"
        yield NameEntry(place.code, form, "kk", "capital", weak=False)
    half_plain = name.translate(_PLAIN_VOWELS)
    if half_plain != name:
        yield NameEntry(place.code, half_plain, "kk", "capital", weak=place.ambiguous)
    if place.country == "KZ" and not name.isupper():
        for spelling in _romanised(name):
            yield NameEntry(place.code, spelling, "en", "capital", weak=place.ambiguous)


_NEIGHBOURS = frozenset(("KG", "UZ", "TJ", "TM", "AZ", "AF"))
"""Countries whose names Kazakh shares: Қарақол, Қоқан."""
_PLAIN_VOWELS = str.maketrans("өүұӨҮҰ", "оууОУУ")
_ROMAN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ж": "j",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "n",
    "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u",
    "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ы": "y", "і": "i",
    "э": "e", "ю": "iu", "я": "ia", "ь": "", "ъ": "", "ё": "io",
}  # fmt: skip
"""Kazakh in the Latin letters of 2021, without their marks."""
_KAZAKH_TYPES = {"облысы": "region", "ауданы": "district", "қаласы": "city"}


def _romanised(name: str) -> frozenset[str]:
    """``Qostanai``, ``Kostanai``, ``Qostanay``, ``Jambyl region`` of a Kazakh name."""
    bare, _, kind = name.rpartition(" ")
    if kind not in _KAZAKH_TYPES:
        bare, kind = name, ""
    new = "".join(_ROMAN.get(letter, letter) for letter in bare.lower())
    after = f" {_KAZAKH_TYPES[kind]}" if kind else ""
    old = new.replace("q", "k")
    spellings = {new, old, old.replace("j", "zh")}
    spellings |= {re.sub(r"(?<=[aeo])i", "y", spelling) for spelling in spellings}
    return frozenset(f"{spelling.title()}{after}" for spelling in spellings)


def _stem_of(place: Place, name: str) -> str | None:
    """The adjective of a name without ``ский``; None of a name that has none."""
    if name in _IRREGULAR and place.kind in ("city", "town", "region"):
        return _IRREGULAR[name]
    full = re.fullmatch(r"(.+?)(?:ская область|ский район|ский велаят)", name)
    if full and place.kind in ("region", "district"):
        return full[1]
    named = re.fullmatch(r"область (.+)", name)
    if named and place.kind == "region":
        return named[1]
    if place.kind not in ("city", "town") or not _PLAIN.fullmatch(name) or name in _COMMON:
        return None
    return _adjective_stem(name)


def _adjective_stem(name: str) -> str | None:
    """``Шымкент(ский)``, ``Алматин(ский)``, ``Костанай(ский)``, ``Тюмен(ский)``."""
    if name.endswith("ка"):
        return None
    if name[-1] in "аы":
        return f"{name[:-1]}ин"
    if name.endswith("ск"):
        return name[:-2]
    if name.endswith("цк"):
        return name[:-1]
    return name if name.endswith("ль") else name.removesuffix("ь")


def _names_its_people(place: Place, stem: str) -> bool:
    if place.ambiguous or place.country not in ("KZ", "KG", "UZ", "TJ", "TM", "RU"):
        return False
    if place.kind == "region" or place.kind == "city":
        return len(stem) > 5
    return place.kind == "town" and (place.population or 0) >= _TOWN_OF_NAMED_PEOPLE


def _called_specially(name: str) -> tuple[str, ...]:
    """``бишкекчане``, ``омичи``"""
    if name in _INHABITANTS:
        return tuple(f"{_INHABITANTS[name]}{end}" for end in _ENDS_OF_CITIZENS)
    if name in _INHABITANTS_IN_ICH:
        return tuple(f"{_INHABITANTS_IN_ICH[name]}{end}" for end in _ENDS_IN_ICH)
    return ()


def _inhabitants(stem: str) -> tuple[str, ...]:
    """``павлодарец``, ``карагандинка``, ``североказахстанец``"""
    base = stem.replace("-", "").removesuffix("й").lower()
    hers = _ENDS_OF_HER if base.endswith(("ин", "дар")) else ()
    return tuple(f"{base}{end}" for end in (*_ENDS_OF_ONE, *hers))
