"""Number plates of further countries and vehicles: China, the Emirates, Iran, Pakistan, trailers,
motorcycles, transit."""

from __future__ import annotations

import re

_I = re.IGNORECASE

CHINESE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Z][·•\s-]?[A-Z0-9]{4,6}"
    r"[挂学警港澳领]?(?![A-Z0-9])"
)
_EMIRATE = (
    r"(?:Dubai|Abu\sDhabi|Sharjah|Ajman|Fujairah|Umm\s[Aa]l[\s-]Qu?wain|Ras\s[Aa]l[\s-]Khaimah|"
    r"Дубай|Абу-Даби|Әбу-Даби|Шардж[аеуы]|Аджман|Фуджейр[аы]|Рас-эль-Хайм[аы])"
)
OF_EMIRATES = re.compile(
    rf"(?<!\w){_EMIRATE},?\s(?:[A-Z]{{1,2}}|\d{{1,2}})[\s-]\d{{3,5}}(?![\w]|[.,]\d)"
)
OF_VEHICLE = re.compile(
    r"(?<![\w.,/-])(?:\d{2}\s\d{4}\s[A-Z]{2}|\d{2}\s[A-Z]{3}\s\d{2}|\d{2}\s\d{3}\s?[A-Z]{3}"
    r"|\d{4}\s?[A-ZА-Я]{2}\s?\d{2,3}|[A-ZА-Я]{2}\s?\d{3}\s?[A-ZА-Я]\s?\d{2,3}"
    r"|[A-ZА-Я]\s?\d{4}\s\d{2,3}|\d{2}\s[A-Z]{2}\s\d{3}|[A-Z]{2,3}-\d{3,4}|\d{3}-\d{5}"
    r"|\d{2}\s?(?:[A-Z]|[\u0620-\u064a])\s?\d{3}\s?[-–—]?\s?(?:(?:Iran|Иран|ایران)\s)?\d{2}"
    r")(?!\w|[.,/-]\d)"
)
VEHICLE = re.compile(
    r"мотоцикл|скутер|мопед|мотороллер|прицеп|полуприцеп|тіркеме|грузовик|фур[аыуе]\b|тягач|автобус|"
    r"микроавтобус|легков|внедорожник|автомоб|машин|«[А-ЯЁ]\w+»|көлік|такси|трактор|"
    r"\b(?:car|van|bus|lorry|truck|trailer|tractor|motor(?:bike|cycle)|scooter|moped|jeep|sedan|"
    r"pick-?up|taxi|toyota|nissan|lexus|mercedes|bmw|audi|honda|hyundai|kia|chevrolet|opel|mazda|"
    r"ford|volvo|iveco|kamaz|lada|mustang)\b|госномер|номер\w*|\bplates?\b|нөмір",
    _I,
)
STRONG_WORD = re.compile(
    r"(?:гос\.?\s?-?(?:номер|знак)\w*|номерн\w+\sзнак\w*|госномерн\w+\s\w+|мемлекеттік\sнөмір\w*|"
    r"(?:licen[cs]e\s)?plates?|registration\snumber)[^.;\d\n]{0,25}$",
    _I,
)
_PIECE = r"(?:[A-ZА-Я]{1,3}|\d{1,5})"
DESCRIBED = re.compile(
    r"(?<!\w)(?:номер(?:а|ом|ами)?|знак\w*|plates?|нөмірі\w*)(?:\s[^\W\d]{2,}){1,5}?\s?[:–—-]?\s?[«\"“(]?"
    rf"(?P<it>(?-i:{_PIECE}(?:[\s-]?{_PIECE}){{2,4}}))(?!\w)",
    _I,
)
"""Some words of description between: ``номер прежнего образца – B 274 KMO``."""
OTHER_NUMBER = re.compile(
    r"рейс|поезд|приказ|дел[оау]\b|flight|train\b|order|бұйрық|пойыз|прибор|модел|препарат|закон|стать|"
    r"сертиф|ГОСТ|трек|посылк|лот|model|сери[яи]|телефон|phone|паспорт|карт",
    _I,
)
