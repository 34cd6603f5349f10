"""Telephones, plates, mailboxes and dates of birth that are written out in words."""

from __future__ import annotations

import re

_I = re.IGNORECASE

_EN = (
    r"zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred|double|triple"
)
_RU = (
    r"ноль|нол[яь]|нул[яь]|нуль|один|одиннадцать|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|"
    r"десять|(?:две|три|четыр|пят|шест|сем|восем|девят)надцать|двадцать|тридцать|сорок|"
    r"(?:пять|шесть|семь|восемь)десят|девяносто|сто|двести|триста|четыреста|"
    r"(?:пять|шесть|семь|восемь|девять)сот|(?:дво|тро|четв[её]р|пят[её]р|шест[её]р|сем[её]р|"
    r"восьм[её]р|девят)к[аиу]|девяток|семёрок"
)
_KK = (
    r"нөл|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|"
    r"тоқсан|жүз"
)
WORD = re.compile(rf"(?<![^\W_])(?:{_EN}|{_RU}|{_KK})(?![^\W_])", _I)
_TOKEN = (
    rf"(?:(?:{_EN}|{_RU}|{_KK})(?!\w)|"
    rf"(?-i:[A-ZА-Я](?:[ -][A-ZА-Я]){{1,2}})(?!\w)|\(?\d{{1,4}}\)?(?!\w))"
)
SPOKEN = re.compile(rf"(?<![\w.,-]){_TOKEN}(?:(?:,\s?|\s[–—]\s|[ -]){_TOKEN}){{3,17}}", _I)
ZERO = re.compile(r"\b(?:zero|oh|ноль|нуль|нөл)\b", _I)
NUMBER_WORD = re.compile(
    r"номер|телефон|абонент|звон|набер|\bnumber|phone|\b(?:ring|call|dial)|нөмір|қоңырау|plate|"
    r"receipt|запиш",
    _I,
)
SCALE_AFTER = re.compile(
    r"\s(?:тысяч|млн|миллион|thousand|million|мың|лет\b|год|year|жыл|жас|кило|kilo|грамм|человек)",
    _I,
)
MAIL = re.compile(
    r"(?<![\w.@])[\w.+-]{2,40}(?:\s(?:dot|точка|нүкте|underscore|дефис|минус)\s[\w-]+)*\s"
    r"(?:at|собака|гав|эт|ит)\s[\w-]+(?:\s(?:dot|точка|нүкте)\s[\w-]{2,10})+",
    _I,
)

_MONTHS_RU = r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[аяй]"
_MONTHS_EN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_MONTHS_KK = (
    r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйе[кг]|қазан|қараша|желтоқсан)\w*"
)
_DAY_RU = (
    r"(?:\d{1,2}(?:-?(?:ого|го|ое|е))?|(?:(?:двадцать|тридцать)\s)?(?:перв|втор|трет|четв[её]рт|"
    r"пят|шест|"
    r"седьм|восьм|девят|десят|[а-я]{2,6}надцат|двадцат|тридцат)(?:ого|ьего|ое|ье))"
)
_YEAR_RU = (
    rf"(?:(?:19|20)\d{{2}}|тысяча\sдевятьсот(?:\s(?:{_RU}))?(?:\s[а-яё]+(?:ого|ьего))?"
    rf"|две\sтысячи(?:\s(?:{_RU}))?(?:\s[а-яё]+(?:ого|ьего))?|двухтысячного|\d{{2}}-го)(?:\sгода)?"
)
_DAY_EN = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?|"
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|[a-z]{3,8}th|twelfth))"
)
_YEAR_EN = (
    rf"(?:(?:19|20)\d{{2}}|"
    rf"(?:nineteen|twenty|two\sthousand)(?:[ -](?:and\s)?(?:{_EN})(?!\w)){{0,3}})"
)
_YEAR_KK = (
    rf"(?:(?:19|20)\d{{2}}|(?:бір\s)?мың\sтоғыз\sжүз(?:\s(?:{_KK})){{0,2}}(?:ншы|нші)?"
    rf"|екі\sмың(?:\s(?:{_KK})){{0,2}}(?:ншы|нші)?)"
)
BIRTH_MONTH = re.compile(
    rf"(?:\bborn\sin|родил\w+\sв)\s(?P<it>(?:{_MONTHS_EN},?|[а-я]{{3,8}}[ьтае])\s(?:19|"
    rf"20)\d{{2}}(?:\sгод[ау])?)"
    rf"|(?P<before>(?:19|20)\d{{2}}\sжыл(?:ғы|дың|"
    rf"ы)\s{_MONTHS_KK}\s\d{{1,2}}[-\s]?\w{{0,6}}(?=\sту(?:ыл)?ған|\sдүние))",
    _I,
)
BIRTH_DATE = re.compile(
    rf"(?<!\w)(?:{_DAY_RU}\s{_MONTHS_RU}\s{_YEAR_RU}"
    rf"|(?:the\s)?{_DAY_EN}\s(?:day\s)?(?:of\s)?{_MONTHS_EN},?\s(?:of\s)?{_YEAR_EN}"
    rf"|{_MONTHS_EN}\s(?:the\s)?{_DAY_EN},?\s{_YEAR_EN}"
    rf"|{_YEAR_KK}\s?(?:жыл(?:ғы|дың|ы)|ж\.)\s(?:\d{{1,2}}(?:-?(?:ші|шы|і|ы))?"
    rf"|(?:(?:он|жиырма|отыз)\s)?\w{{2,8}}(?:нші|ншы|інші|ыншы))\s?{_MONTHS_KK})(?!\w)",
    _I,
)
