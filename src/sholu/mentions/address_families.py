"""Homes by the row of their parts: a flat, a house, a street, a village, in four ways of writing.

One part is nobody's home; a row of them with a number in it is.
"""

from __future__ import annotations

import re

_I = re.IGNORECASE
_WORD = r"(?-i:[A-ZÇĞİÖŞÜА-ЯЁӘІҢҒҮҰҚӨҺ])[\w’'ʻ‘-]*"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,2}}"
_NUMBER = r"\d{1,4}(?:[/-]?[A-Za-z](?!\w)|/\d{1,3}|/[A-Za-z])?"

_UNIT_EN = (
    r"(?:(?:flat|apt\.?|apartment|room|unit|suite|kv\.|kvartira|daire|entrance|floor|pod[ъ']?yezd)"
    rf"\s?(?:no\.?:?\s)?{_NUMBER})"
)
_HOUSE_EN = (
    r"(?:\d{1,4}-(?:uy|xonadon)\w*|(?:house|bldg\.?|building|block|villa|plot|dom|d\.|korp\.|korpus|no\.|no:|no|number|hostel)"
    rf"\s?(?:no\.\s?)?{_NUMBER})"
)
_STREET_EN = (
    rf"(?:(?:{_NUMBER}\s)?(?:\d{{1,3}}-\w{{1,3}}\s)?{_NAME}\s(?:street|st\.|avenue|ave\.|road|rd\.|lane|alley|boulevard|"
    r"ul\.|ulitsa|ko[ʻ'’‘]?chasi|kuchasi|kucha|kocha|sokak|sokağı|sok\.|caddesi|cad\.|bulvarı|mahallesi|"
    r"mah\.|village|district|mahalla|tower|estate|residence|garden\ssociety|society|dacha\s\w+|"
    rf"compound|kishlak|aul|microdistrict|dormitory|hostel|highway)(?:\s{_NUMBER})?"
    rf"|(?:ul\.|ulitsa|prospekt|pr\.|per\.|pereulok|mkr\.?|mikrorayon|kuche-ye|koche-ye|"
    r"khiyaban-e|khiaban-e|khiyabane|kuche|street|sector|district|phase|mahalla|gali|tupik|boulevard|proyezd|village\sof)"
    rf"\s(?:{_NAME}|\d{{1,4}})(?:,?\s{_NUMBER})?(?!\w)"
    rf"|\d{{1,4}}\.\s(?:sokak|sk\.|cadde)(?:\sno:?\s?{_NUMBER})?"
    rf"|{_WORD}-(?:kucha|kocha|ko'cha)\s{_NUMBER})"
)
PART_EN = re.compile(rf"(?<!\w)(?:{_UNIT_EN}|{_HOUSE_EN}|{_STREET_EN})(?!\w)", _I)
DWELLING_EN = re.compile(
    rf"(?<!\w)(?:(?:flat|apt\.?|apartment|kv\.|kvartira|daire|house|villa|plot|d\.|dom|no\.|no:|building|"
    rf"block)\s?{_NUMBER}|\d-(?:uy|xonadon)|kucha\s\d|(?:sokak|cad)\w*\sno|{_UNIT_EN}|[^\W\d]\s\d{{1,4}}(?:-\w)?$)",
    _I,
)
_ANY_EN = rf"(?:{_UNIT_EN}|{_HOUSE_EN}|{_STREET_EN})"
ROW_EN = re.compile(
    rf"(?<![\w-])(?:\d{{6}},\s)?(?:{_WORD}(?:\s{_WORD})?,\s(?=(?:block|house|building|flat)\s))?{_ANY_EN}"
    rf"(?:,\s(?:{_ANY_EN}|{_WORD}(?:\s{_WORD})?(?=,\s(?:district|house|street|flat)\s)|\d{{1,4}}(?![\w.,]\d|\s[a-z]))){{1,6}}(?!\w)",
    _I,
)

_PLACE_RU = (
    r"(?:(?:сел[оеа]|аул[ае]?|пос[её]л\w+|пос\.|кишлак\w*|деревн\w+|хутор\w*|станиц\w+|с\.|п\.|СНТ|ЖК|"
    r"ж/к|жило\w+\sкомплекс\w*|мкр\.?|микрорайон\w*|махалл\w+|квартал\w*|жилмассив\w*|массив\w*|общежити\w+|"
    rf"зимовк\w+|ГСК|башн\w+|садоводств\w+)\s(?:№\s?\d{{1,3}}|[«\"][^»\"\n]{{2,30}}[»\"]|{_WORD}(?:\s{_WORD})?|\d{{1,3}}(?!\w)))"
)
_STREET_RU = (
    r"(?:(?:ул\.|улиц\w+|просп\w*\.?|пр\.|пер\.|переул\w+|проезд\w*|тупик\w*|набережн\w+|наб\.|тракт\w*|"
    rf"шоссе|алле\w+|бульвар\w*)\s{_NAME}(?:,?\s{_NUMBER}(?!\w))?"
    r"|\d{1,3}-?(?:й|я|ой|му|ом)\s(?:лини[ияю]|улиц\w+|проезд\w*|переул\w+|просек\w*)(?:,?\s\d{1,4}(?!\w))?"
    rf"|{_WORD}\s(?:улица|переулок|тупик|проезд|набережная|тракт|линия|кўча|куча)(?!\w))"
)
_NUMBERED_RU = (
    r"(?:(?:дом[ае]?|д\.|кв\.|квартир\w+|комнат\w+|ком\.|апартамент\w+|участ(?:ок|к\w{1,2})|уч\.|подъезд\w*|"
    r"корп\w*\.?|блок\w*|секци\w+|гараж\w*|бокс\w*|строени\w+|дач[аеу])\s?(?:№\s?)?"
    r"\d{1,4}(?:\s?[/-]\s?\w{1,3})?(?:[а-я](?!\w))?(?!\w))"
)
_ANY_RU = rf"(?:{_PLACE_RU}|{_STREET_RU}|{_NUMBERED_RU})"
PART_RU = re.compile(rf"(?<!\w){_ANY_RU}", _I)
DWELLING_RU = re.compile(rf"{_NUMBERED_RU}|\s{_NUMBER}$", _I)
ROW_RU = re.compile(
    rf"(?<!\w)(?:{_WORD}-\d{{1,2}},\s(?=дом|д\.))?{_ANY_RU}(?:(?:,\s|\s(?:в|по|на)\s|\s)(?:{_ANY_RU}|(?<=,\s)\d{{1,4}}(?:[/–-]\d{{1,4}})?(?!\w|\s[а-я])))+",
    _I,
)

_PLACE_KK = (
    rf"(?:{_WORD}(?:\s(?:{_WORD}|би|батыр|хан|ата|ана|ақын)){{0,2}}\s(?:солтүстік\s|оңтүстік\s)?(?:көшес\w*|көчөс\w*|к[өў]часи|к[өў]че?|даңғыл\w*|"
    r"тұйы[ғқ]\w*|бульвар\w*|(?:ықшам|шағын|мөлтек)\s?аудан\w*|[ышм]/а|махалла\w*|ауыл\w*|айыл\w*|"
    r"қыста[қғу]\w*|кент\w*|жолы|проспект\w*|разъез\w*|серіктестіг\w*|орам\w*|саяжай\w*)"
    r"|жатақхана\w*)"
)
_NUMBERED_KK = (
    r"(?:(?:№\s?)?\d{1,4}\s?(?-i:[А-ЯӘ](?!\w))?(?:/\d+)?\s?-?\s?(?:үй|уй|пәтер|бөлме|корпус|кіреберіс|"
    r"подъез|аула|учаске|телім|бокс|блок|берк)\w*)"
)
_ANY_KK = rf"(?:{_PLACE_KK}|{_NUMBERED_KK})"
PART_KK = re.compile(rf"(?<!\w){_ANY_KK}", _I)
DWELLING_KK = re.compile(_NUMBERED_KK, _I)
ROW_KK = re.compile(
    rf"(?<!\w){_ANY_KK}(?:,?\s(?:{_ANY_KK}|(?<=,\s)\d{{1,4}}(?:/\d+)?(?!\w|\s[а-я])))+", _I
)

_HONOUR = r"(?:би|бия|батыра?|хана?|ата|ана|баба|акына|ақын|жырау)"
_STREET = rf"{_WORD}(?:\s(?:{_WORD}|{_HONOUR}))?"
WITHOUT_STREET = re.compile(
    rf"(?<![\w.])(?:{_STREET}),?\s{_NUMBER},\s(?:\w+\s(?:подъезд|этаж)\w*,\s)?"
    r"(?:(?:кв\.?|квартира|flat|apt\.?)\s?(?:№\s?)?\d{1,4}|\d{1,4}-?\s?(?:пәтер\w*|п\.))(?!\w)"
    r"|(?<!\w)(?:\d{1,3}-?\s?(?:мкр\.?н?|микрорайон|ш/а|шағынаудан\w*|ықшамаудан\w*)"
    r"|(?:мкр\.?н?|микрорайон)\s[\w-]+|[\w-]+\s(?:ш/а|шағынаудан\w*|ықшамаудан\w*)),?\s\d{1,3}-\d{1,3}(?!\w)",
    _I,
)
"""A house and its flat behind a name alone (``Абая 14, кв. 6``) or in a quarter (``5 мкр., 12-6``).
"""
ADDRESSED = re.compile(
    r"(?:адрес\w*|прожива\w+|прописан\w*|жив[её]т|мекенжай\w*)\s?:?\s(?:[^\W\d_]+,\s)?"
    rf"(?P<it>{_STREET},?\s\d{{1,4}}-\d{{1,4}})(?!\w)",
    _I,
)
