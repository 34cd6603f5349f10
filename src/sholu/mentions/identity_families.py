"""Identity numbers, documents and devices of the region's countries behind the words for them."""

from __future__ import annotations

import re

_I = re.IGNORECASE

CERTAIN = re.compile(
    r"(?<![\w-])(?:[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXxХ]"
    r"|784-\d{4}-\d{7}-\d|[1-7]\d{4}-\d{7}-\d|1[34]\d{2}-\d{4}-\d{5})(?![\w-])"
)
"""China (GB 11643), the Emirates, Pakistan, Afghanistan: no other number is grouped so."""
NAMED_NUMBER = re.compile(
    r"(?:(?-i:\b(?:ИИН|ЖСН|IIN|ПИН|PIN|ИНН|INN|TIN|СТИР|STIR|РМА|ПИНФЛ|ЖШШИР|JSHSHIR|PINFL|СНИЛС|"
    r"SNILS|CNIC|NADRA|ФИН|FIN|БСН|ССН|SSN|TCKN)\b)"
    r"|национальн\w+\s(?:код|номер|идентиф)\w*|личн\w+\s(?:номер|код)\w*|налогов\w+\sномер\w*|"
    r"номер\w*\s(?:налогоплательщик|удостоверен)\w*|персональн\w+\s(?:номер|код)\w*|"
    r"national\s(?:code|id|identity|number)|tax(?:payer)?(?:'s)?\s(?:number|id)|"
    r"identity\s(?:card|number|code)|identification\s(?:code|number)|emirates\sid|"
    r"citizenship\snumber|kimlik\w*(?:\snumber|\sno)?|"
    r"ұлттық\s(?:код|нөмір)\w*|жеке\s(?:куәлі[гк]|код|нөмір)\w*|салық\s(?:төлеуші\s)?нөмір\w*)"
    r"[^\d\n.;]{0,28}?(?P<it>\d(?:[ -]?\d){6,19}X?)(?!\w|[.,]\d)",
    _I,
)
LETTERED_PIN = re.compile(
    r"\b(?:PIN|FIN|ПИН|ФИН)(?:[\s-](?:code|kod|код)\w*)?\W{1,3}"
    r"(?P<it>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{7})(?!\w)"
)
"""Of Azerbaijan: seven letters and digits."""
_NUMBER = r"(?P<it>(?-i:[A-ZА-Я]{1,4})?[ -]?(?:№\s?)?\d(?:[ -]?\d){5,13})(?!\w|[.,]\d)"
NAMED_DOCUMENT = re.compile(
    r"(?:\bправ[ао](?:ми)?\b|водительск\w+|driv\w+\slicen[cs]e|паспорт\w*|passport\w*|төлқұжат\w*|"
    r"куәлі[гк]\w*|"
    r"удостоверени\w+|свидетельств\w+\sо\s(?:рожд|брак)\w+|вид\w*\sна\sжительство|"
    r"residence\spermit|"
    r"birth\scertificate|патент\w*|\bвиз[аыу]\b|\bvisa\b|тазкир\w*|tazkira|military\s(?:id|card)|"
    rf"военн\w+\sбилет\w*)[^\d\n.;]{{0,30}}?(?:\bno\.\s?)?{_NUMBER}",
    _I,
)
NUMBERED_DOCUMENT = re.compile(
    r"(?:\bdocument\b|\blicen[cs]e\b|\bid\b|документ\w*|құжат\w*|карточк\w+)[^\d\n.;]{0,30}?"
    rf"(?:\bno\.|№|\bnumber\b|\bномер\w*|нөмір\w*)[^\w\n]{{0,4}}{_NUMBER}",
    _I,
)
NO_PERSONS = re.compile(
    r"тіркеу\sкуәлі|регистрац|registration|сертификат|лицензи\w+\s(?:на|аптек)|аптек|pharmac|"
    r"дәріхан|"
    r"компани|company|закон|приказ|постановлен|решени|order|препарат|case\b|дел[оау]\b|ГОСТ|tender",
    _I,
)
"""Documents of medicines, firms and offices."""
AMOUNT = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+")
DEVICE = re.compile(
    r"\b(?P<word>IMEI|ICCID|IMSI|имей|VIN|вин-?код)\b[^\n.;\d]{0,14}?"
    r"(?P<it>(?-i:(?=(?:[A-Z -]*\d){5})[A-HJ-NPR-Z0-9](?:[ -]?[A-HJ-NPR-Z0-9]){13,20}))(?!\w)",
    _I,
)
NAMED_ACCOUNT = re.compile(
    r"(?:\b(?:ИИК|IBAN|ЖСК|р/с|л/с)\b|расч[её]тн\w+\sсч[её]т\w*|лицев\w+\sсч[её]т\w*|"
    r"account\s(?:no\.?|number)|"
    r"есепшот\w*)\W{1,4}(?:№\s?)?(?P<it>(?-i:(?=(?:[A-Z ]*\d){8})[A-Z0-9](?:[ -]?[A-Z0-9]){9,33})"
    r")(?!\w)",
    _I,
)
SHORTENED_WALLET = re.compile(
    r"(?:адрес\w*|wallet|кошел\w+|address|usdt|trc-?20|биткоин\w*|bitcoin|әмиян\w*|"
    r"мекенжай\w*)[^.;\n]{0,25}?\s"
    r"(?P<it>(?=[A-Za-z]*\d)[A-Za-z0-9]{3,12}(?:…|\.{3}|\*{3,4})[A-Za-z0-9]{2,12})(?!\w)",
    _I,
)
WEB_MONEY = re.compile(r"(?<!\w)(?:[RZEUBKX]\d{12}|4100\d{10,12})(?!\w)")
"""WebMoney and Yandex."""
