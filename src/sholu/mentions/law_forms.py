"""How the three languages write articles of law, their parts and points, and their acts."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_RANGE = r"\d{1,3}\s?[-–—]\s?\d{3}"
ARTICLE = r"\d{1,3}(?:\.\d{1,2}\.\d{1,2}|[-–]\d{1,2}|\.\d{1,2})?(?![\d.,-]?\d)"
"""``297``, ``299-1`` (put in later), ``228.1`` (the same in Russia and Uzbekistan);
``234.4.3``: part and point after the article, as Azerbaijan writes them."""

_NOT_NEXT = r"(?!\s*(?:ст\.|стать|of\s+(?:the\s+)?art))"
"""A part that the next article takes: ``ст. 30, ч. 5 ст. 228.1``."""
_AND = r"(?:\s*,\s*(?:and\s|и\s|және\s)?|\s+(?:and|or|и|или|және|мен|либо)\s+)"
_NO_AMOUNT = (
    r"(?!\s?(?:%|лет|год|месяц|кг\b|г\b|гр|чел|лиц|процент|тенге|тыс|млн|years?|months?|kg|persons?|people|"
    r"жыл|ай\b|адам|келі))"
)
"""What follows a number that counts something and is no article of a list."""
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|перв\w+|втор\w+|трет\w+|четв[её]рт\w+|пят\w+|шест\w+|"
    r"бірінші|екінші|үшінші|төртінші|бесінші|алтыншы)"
)
_PART = rf"(?:\d{{1,2}}(?:-\d)?(?![\d.]\d|\d)|{_ORDINAL})"
_PARTS = rf"{_PART}(?:{_AND}{_PART})*"
_LETTER = r"(?:[«\"“][а-яa-z][»\"”]|(?<!\w)[а-е](?=[\s,)]))\)?"
_POINT = rf"(?:\d{{1,2}}(?:-\d)?(?![\d.]\d|\d)\)?|{_LETTER})"
_POINTS = rf"{_POINT}(?:{_AND}{_POINT})*"

_RU_POINT = r"(?:п\.?\s?п\.|пп?\.|п\b|подп\.|пункт\w*|подпункт\w*)"
_RU_PART = r"(?:ч\.?\s?ч\.|ч\.|част\w+)"
_RU_WORD = r"(?:ст\.?\s?ст\.|стать[а-яё]+|статей|ст\.|ст(?=\s\d))"
_EN_POINT = r"(?:sub-?paragraphs?|paragraphs?|points?|items?|clauses?)"
_EN_PART = r"(?:parts?|paragraphs?|para\.?|sections?|p\.)"
_EN_WORD = r"(?:articles?|arts?\.?)"
_TO_PART = r"\s*[,-]?\s*"


def _right(part: str, point: str, name: str) -> str:
    """Part and points after an article: ``(part 4)``, ``, part 3, paragraph 2``, ``(3)``."""
    return (
        rf"(?:\s?\((?:{part}\s?)?(?P<{name}_in>{_PARTS})(?:\s?,?\s?{point}\s?(?P<{name}_at>{_POINTS}))?\)"
        rf"|{_TO_PART}{part}\s?(?P<{name}_after>{_PARTS}){_NOT_NEXT}(?:\s?,?\s?{point}\s?(?P<{name}_last>{_POINTS}))?)?"
    )


def _citation(word: str, part: str, point: str, of: str) -> re.Pattern[str]:
    """Points, part, the word for article and the first article; more may follow, see `MORE`."""
    return re.compile(
        rf"(?<!\w)(?:(?:{point}\s?(?P<points>{_POINTS})[\s,]*{of})?"
        rf"(?:{part}\s?(?P<parts>{_PARTS})|(?P<ordinal>{_ORDINAL})\s{part})[\s,]*{of})?"
        rf"{word}\s?(?P<article>{_RANGE}|{ARTICLE}){_right(part, point, 'r')}",
        _I,
    )


RUSSIAN = _citation(_RU_WORD, _RU_PART, _RU_POINT, "")
ENGLISH = _citation(_EN_WORD, _EN_PART, _EN_POINT, r"(?:of\s)?(?:the\s)?")
MORE = re.compile(
    rf"(?:\s?\([^)\d]{{2,60}}\))?{_AND}(?P<article>{_RANGE}|{ARTICLE}){_NO_AMOUNT}"
    + _right(rf"(?:{_RU_PART}|{_EN_PART})", rf"(?:{_RU_POINT}|{_EN_POINT})", "r"),
    _I,
)
"""The next article of a list: ``296 (ч. 1) и 297``."""

COLLOQUIAL = re.compile(r"(?<!\w)по\s(?P<article>2[2-9]\d(?:\.\d)?|30[0-3])-?й(?!\w)")
"""``Светит по 297-й``."""
BARE_PART = re.compile(
    rf"(?:част\w+|ч\.)\s?(?P<ru>\d{{1,2}}|{_ORDINAL})(?![\d.]\d|\w)|(?P<ru_before>{_ORDINAL})\sчаст\w+"
    rf"|\bparts?\s(?P<en>\d{{1,2}})(?!\w)|(?P<en_before>{_ORDINAL})\spart\b"
    rf"|(?<![\w-])(?P<kk>\d{{1,2}}|{_ORDINAL})\s?-?\s?б[өо]л[іi][гк]\w*",
    _I,
)
"""A part of the article named before: ``по части 2``, ``баптың 1-бөлігі``."""

KAZAKH = re.compile(
    rf"(?<![\w.,-])(?P<list>(?:{_RANGE}|{ARTICLE})(?:{_AND}(?:{_RANGE}|{ARTICLE}))*)\s?-?\s?ба[пб]\w*"
    rf"(?:\s(?P<parts>{_PARTS})\s?-?\s?б[өо]л[іi]\w+)?"
    rf"(?:[\s,]+(?P<points>{_POINTS})\s?-?\s?(?:тарма[қғк]\w+|тармақша\w+))?",
    _I,
)
KAZAKH_ITEM = re.compile(rf"{_RANGE}|{ARTICLE}")
NUMBERED = re.compile(rf"{_PART}|{_LETTER}", _I)

ORDINALS = (
    ("first", "перв", "бірінші"), ("second", "втор", "екінші"), ("third", "трет", "үшінші"),
    ("fourth", "четв", "төртінші"), ("fifth", "пят", "бесінші"), ("sixth", "шест", "алтыншы"),
)  # fmt: skip

ACTS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "CPC",
            r"\bУПК\b|\bҚПК\b|[Уу]головно-процессуальн\w+|[Ққ]ылмыстық-процестік|"
            r"[Cc]riminal\s[Pp]rocedure|\bCPC\b",
        ),
        (
            "PEC",
            r"\bУИК\b|\bҚАК\b|[Уу]головно-исполнительн\w+|[Ққ]ылмыстық-атқару|[Pp]enal\s[Ee]nforcement|"
            r"[Pp]enal-[Ee]xecutive",
        ),
        (
            "CAO",
            r"\bК(?:РК)?оАП\b|\bКоАО\b|\bӘҚБт?К\b|[Аа]дминистративн\w+|[Әә]кімшілік\s(?:құқық|кодекс)|"
            r"[Aa]dministrative\s(?:[Oo]ffen[cs]es?|[Vv]iolations?|[Cc]ode)|\bAdmCode\b|\bCAO\b",
        ),
        (
            "CC",
            r"\bУК\b|\bҚК\b|[Уу]головн\w+\s[Кк]одекс\w*|[Ққ]ылмыстық\s[Кк]одекс\w*|"
            r"[Cc]riminal\s[Cc]ode|[Pp]enal\s[Cc]ode|\bCC\b",
        ),
    )
)
"""Codes by the letters that the law register writes after the country; the criminal code last, for
its words begin the names of others."""
COUNTRIES = tuple(
    (country, re.compile(pattern))
    for country, pattern in (
        ("KZ", r"\bРК\b|\bҚР\b|Казахстан|Қазақстан|Kazakhstan"),
        ("KG", r"\bКР\b|Кыргыз|Қырғыз|Kyrgyz"),
        ("RU", r"\bРФ\b|Росси|Ресей|Russia"),
        ("TJ", r"\bРТ\b|Таджик|Тәжік|Tajik"),
        ("UZ", r"\bРУ[Зз]?\b|Узбек|Өзбек|Uzbek"),
        ("TM", r"Туркмен|Түрікмен|Turkmen"),
        ("AZ", r"Азербайдж|Әзірбайжан|Azerbaijan"),
    )
)
