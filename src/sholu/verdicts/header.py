"""Read court, place, date and number of a decision, and which instance decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.mentions.model import Mention
from sholu.mentions.per_vocabulary import once_per_vocabulary
from sholu.mentions.words import fold
from sholu.verdicts.court_text import CourtText, Stretch
from sholu.vocabulary.model import Vocabulary

_UP = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_COURT = re.compile(
    r"(?P<ru>(?:[Аа]пелляционн\w+ |"
    r"[Кк]ассационн\w+ )?(?:[Сс]удебн\w+ )?[Кк]оллеги\w+ по уголовным делам "
    r"[^\n,.;:()]{0,90}?[Сс]уда(?: (?:Республики|города|г\.|области) ?[" + _UP + r"][\w-]+)?"
    r"|[Вв]ерховн\w+ [Сс]уд\w*(?: [Рр]еспублики \w+)?"
    r"|(?:[" + _UP + r"][\w-]+(?:ский|ский|ого|ий|ой) |[Рр]айонн\w+ |[Гг]ородск\w+ |"
    r"[Сс]пециализированн\w+ |[Вв]оенн\w+ |[Мм]ежрайонн\w+ |[Уу]головн\w+ |"
    r"[Оо]бластн\w+ )"
    r"(?:[а-яё-]+ |№ ?\d |["
    + _UP
    + r"][\w-]+ ){0,8}?[Сс]уд(?:а|у|ом)?(?!\w)(?: (?:№ ?\d+|по [а-яё]+ делам|города|г\.|["
    + _UP
    + r"][\w-]+(?:ской|ого)?|области|района|обл\.)){0,8})"
    r"|(?P<kk>[" + _UP + r"][\w-]*(?: (?:№ ?\d+|[\w-]+)){0,9}? (?:сот алқасы\w*|соты(?!н)\w{0,0}|"
    r"Соты(?!н)\w{0,0}|алқасы))"
    r"|(?P<en>(?:the )?(?:(?:[A-Z][\w-]+|No\. ?\d+|of|for|on) ){0,8}(?:Court|"
    r"Chamber|Panel|Collegium)(?: (?:of|No\. ?\d+|for|in|city|region|"
    r"[A-Z][\w-]+)){0,8})"
)
_CASE_NUMBER = re.compile(
    r"(?:№|no\.?|дело|іс|case|n\s?°)\s*:?\s*(?:№|"
    r"no\.?)?\s?(?P<number>\d{1,4}[а-яa-z]{0,3}(?:-\d{1,5}){0,4}[а-яa-z]{0,3}[-/]\d"
    r"{1,6}(?:[-/]\d{2,4})?)",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"апелляционн\w+ (?:постановлени|приговор|инстанци|определени|судебн|коллеги)|"
    r"суда апелляционной|апелляциялық (?:саты|қаулы|үкім|сот|шағым)|"
    r"appellate|appeal(?:s)? (?:court|ruling|chamber)|court of appeal|апелляционной жалоб"
)
_CASSATION = re.compile(
    r"кассационн\w+|кассациялық|cassation|верховн\w+ суд\w* [^.]{0,60}(?:коллеги|кассац)"
)
_SUPERVISION = re.compile(
    r"надзорн\w+ (?:коллеги|инстанци|постановлени)|қадағалау (?:сот|саты|алқа)|supervisory"
)
_DATE_WORDS = (
    ("ru", re.compile(r"«?(?P<day>\d{1,2})»?\s(?P<month>[а-я]{3,9})\s(?P<year>20\d\d)")),
    (
        "ru",
        re.compile(
            r"(?P<year>20\d\d)\sгода?\s«?(?P<month>[а-я]{3,9})»?\s«?(?P<day>\d{1,2})»?\sдня"
        ),
    ),
    ("ru", re.compile(r"(?P<year>20\d\d)\sгода?\s«?(?P<day>\d{1,2})»?\s(?P<month>[а-я]{3,9})")),
    (
        "kk",
        re.compile(
            r"(?P<year>20\d\d)\sжыл\w*\s«?(?P<day>\d{1,2})»?\s?-?\s?(?P<month>[а-яәғқңөұүһі"
            r"]{4,10})"
        ),
    ),
    (
        "kk",
        re.compile(
            r"(?P<year>20\d\d)\sжыл\w*\s(?P<month>[а-яәғқңөұүһі]{4,10})\w*\s?(?:айының\s)?«"
            r"?(?P<day>\d{1,2})»?"
        ),
    ),
    ("", re.compile(r"(?<!\d)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>20\d\d)")),
    (
        "en",
        re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>[a-z]{3,9}),?\s(?P<year>20\d\d)"),
    ),
    ("en", re.compile(r"(?P<month>[a-z]{3,9})\s(?P<day>\d{1,2}),\s(?P<year>20\d\d)")),
)
_MONTHS = {
    stem: number
    for number, stems in enumerate(
        (
            "янв қаң jan",
            "фев ақп feb",
            "мар нау mar",
            "апр сәу apr",
            "май мая мам may",
            "июн мау jun",
            "июл шіл jul",
            "авг там aug",
            "сен қыр sep",
            "окт қаз oct",
            "ноя қар nov",
            "дек жел dec",
        ),
        start=1,
    )
    for stem in stems.split()
}
_EARLIER = re.compile(
    r"(?:приговор\w*|постановлени\w+|сот\w*|суда?|соты\w*|court|of|от)\s[^\n]{0,90}?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Header:
    """Who decided, where, when, under which number; stretches for spans."""

    court: str | None
    court_at: Stretch | None
    region: str | None
    date: str | None
    date_at: Stretch | None
    case_number: str | None
    case_kind: str
    first_decision: str | None


def read_header(decision: CourtText, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Header:
    """What stands above what the court found."""
    court_at = _court(decision)
    court = " ".join(decision.text[slice(*court_at)].split()) if court_at else None
    kind = _kind(decision)
    dates = find_dates(decision.low, decision.header)
    first = [one for one in dates if _is_earlier(decision.low, one[1])]
    own = [one for one in dates if one not in first and not _is_birth(decision.low, one[1])]
    number = _CASE_NUMBER.search(decision.text, *decision.header)
    earlier = first if kind != "first_instance" else []
    if kind != "first_instance" and not earlier:
        whole = find_dates(decision.low, decision.whole)
        earlier = [one for one in whole if _is_earlier(decision.low, one[1])]
    return Header(
        court=court,
        court_at=court_at,
        region=_region(decision, court_at, mentions, vocabulary),
        date=own[0][0] if own else None,
        date_at=own[0][1] if own else None,
        case_number=number["number"].replace(" ", "") if number else None,
        case_kind=kind,
        first_decision=earlier[0][0] if earlier else None,
    )


def find_dates(low: str, stretch: Stretch) -> list[tuple[str, Stretch]]:
    """Dates to the day as ISO text with their place, in order."""
    found: dict[int, tuple[str, Stretch]] = {}
    for _, pattern in _DATE_WORDS:
        for match in pattern.finditer(low, *stretch):
            iso = _iso(match)
            if iso and not any(
                s < match.end() and match.start() < e for _, (s, e) in found.values()
            ):
                found[match.start()] = (iso, match.span())
    return [found[start] for start in sorted(found)]


def _iso(match: re.Match[str]) -> str | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3])
    day = int(match["day"])
    if number is None or not 1 <= number <= 12 or not 1 <= day <= 31:
        return None
    return f"{match['year']}-{number:02d}-{day:02d}"


def _is_earlier(low: str, place: Stretch) -> bool:
    """Whether the date is that of an earlier decision ("приговор … от 3 марта", "… үкімі")."""
    before = low[max(0, place[0] - 14) : place[0]]
    after = low[place[1] : place[1] + 22]
    return bool(
        re.search(r"(?<!\w)от\s«?$|\bof\s$|dated\s$", before)
        or re.match(r"\s?(?:ж\.?|жылғы|года?)?\s?(?:үкім|қаулы|үкіміне|приговор)", after)
    )


def _is_birth(low: str, place: Stretch) -> bool:
    after = low[place[1] : place[1] + 25]
    return bool(re.match(r"\s?(?:года?|г\.?|ж\.?|жылы)?\s?(?:рожд|р\.|т\.|туған)", after))


def _kind(decision: CourtText) -> str:
    if decision.is_correction:
        return "corrigendum"
    start = decision.whole[0]
    head = decision.low[start : start + 700]
    if _SUPERVISION.search(head):
        return "supervision"
    if _CASSATION.search(head):
        return "cassation"
    return "appeal" if _APPEAL.search(head) else "first_instance"


def _court(decision: CourtText) -> Stretch | None:
    """The court's name: the first in the header, not the one appealed from."""
    for match in _COURT.finditer(decision.text, *decision.header):
        before = decision.low[max(0, match.start() - 40) : match.start()]
        if re.search(
            r"(?:приговор\w*|постановлени\w+|решени\w+|judgment of|"
            r"против приговора)\s(?:\w+\s){0,2}$",
            before,
        ):
            continue
        if (
            re.search(r"сотын|соттың|суда$", decision.low[match.start() : match.end() + 3])
            and "коллег" not in decision.low[slice(*match.span())]
            and match.end() - match.start() < 12
        ):
            continue
        return match.span()
    return None


def _region(
    decision: CourtText,
    court_at: Stretch | None,
    mentions: Sequence[Mention],
    vocabulary: Vocabulary,
) -> str | None:
    """The region of a place in the court's name, of an adjective in it, else of the seat above."""
    places = [m for m in mentions if m.kind == "place" and m.code]
    if court_at:
        inside = [m for m in places if court_at[0] <= m.span.start < court_at[1]]
        named = _regions(inside, vocabulary)
        if named:
            return named[0]
        adjective = _by_adjective(decision.low[slice(*court_at)], vocabulary)
        if adjective:
            return adjective
    start = decision.header[0]
    above = [m for m in places if start <= m.span.start < start + 700]
    return next(iter(_regions(above, vocabulary)), None)


def _regions(mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[str]:
    places = [vocabulary.place(str(mention.code)) for mention in mentions]
    within = [place for place in places if place.kind != "country" and place.region]
    # Districts share their names; the city or region beside one says which it is.
    within.sort(key=lambda place: place.kind not in ("city", "region"))
    return [str(place.region) for place in within]


_ADJECTIVE = re.compile(
    r"(?<!\w)([а-яәғқңөұүһі-]{4,}?)(?:ин|ов|ев)?ск(?:ий|ого|ому|им|ом|ой|ая)(?!\w)"
)


def _by_adjective(low: str, vocabulary: Vocabulary) -> str | None:
    """``терсайский`` to the region of Терсай."""
    stems = _places_by_stem(vocabulary)
    for match in _ADJECTIVE.finditer(low):
        whole = re.sub(r"ск\w+$", "", match.group())
        for stem in (whole, match.group(1)):
            region = stems.get(re.sub(r"[ьйаяеиоуыь]+$", "", fold(stem)))
            if region:
                return region
    return None


@once_per_vocabulary
def _places_by_stem(vocabulary: Vocabulary) -> dict[str, str]:
    """Regions by the names of cities and towns without their last vowel; the larger place wins."""
    stems: dict[str, tuple[float, str]] = {}
    for place in vocabulary.places:
        if place.region is None or place.kind == "country":
            continue
        size = float(place.population or 0)
        for name in place.names.ru:
            stem = re.sub(r"[ьйаяеиоуы]+$", "", fold(name))
            if " " not in stem and len(stem) > 3 and stems.get(stem, (-1.0, ""))[0] < size:
                stems[stem] = (size, place.region)
    return {stem: region for stem, (_, region) in stems.items()}
