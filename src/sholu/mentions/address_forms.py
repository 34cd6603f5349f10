"""How addresses are written, and the words beside them that make one a home's."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_UPPER = "A-ZА-ЯЁӘІҢҒҮҰҚӨҺ"
_NAME = rf"(?-i:[{_UPPER}0-9])[\w’'-]*\.?"

FLAT = re.compile(
    r"\bкв\.?\s?\d|квартир\w*\s?\d|пәтер|\bapt\.?|\bapartment|\bflat\b|\bkv\.?\s?\d|\bdaire\b", _I
)
_FLAT_RU = r"(?:[,\s-]+(?:кв\.?|квартир\w+|ком\.|комнат\w+)\s?(?:№\s?)?\d+)"
_HOUSE_RU = (
    r"(?:д\.|дом\w*|№|үй|строение|стр\.)?\s?\d{1,4}(?:\s?[/-]\s?\d+)?(?:\s?[а-яa-z](?!\w))?"
    r"(?:,?\s?(?:корп\.?|корпус\w*|блок)\s?\w+)?"
)
_TOWN = rf"(?:(?:г\.|гор\.|город|с\.|село|пос\.|п\.|аул|қ\.|а\.)\s?{_NAME}(?:\s{_NAME})?,\s)?"
_HONOURED_RU = r"(?:\s(?:би|бия|батыра?|хана?|ата|ана|баба|акына|жырау)(?!\w))?"
_HONOURED_KK = r"(?:(?:би|батыр|хан|ата|ана|баба|ақын|жырау|сал|сері|жолы|әулие)\s)?"
_HONOURED_EN = r"(?:(?:bi|batyr|khan|ata|ana|baba)\s)?"
"""Streets of Central Asia have them in small letters: ``ул. Толе би, 55``."""
ADDRESS_RU = re.compile(
    rf"(?=[абвгқмпсуш0-9])(?:{_TOWN}(?<!\w)(?:ул\.|улиц\w+|пр\.|просп\.|проспект\w*|пр-т|пер\.|переул\w+|мкр\.?|"
    rf"мкрн\.?|микрорайон\w*|бульвар\w*|б-р|шоссе|проезд\w*)\s?"
    rf"(?:(?:им\.?|имени|лет)?\s?{_NAME}{_HONOURED_RU}\s?){{1,4}}?,?\s{_HOUSE_RU}{_FLAT_RU}?(?!\w)"
    rf"|(?<!\w)(?:в\s)?\d{{1,3}}-?(?:м|му|го|й|ом)?\s(?:мкр\.?н?|микрорайон\w*),?\s{_HOUSE_RU}{_FLAT_RU}?(?!\w))",
    _I,
)
ADDRESS_KK = re.compile(
    rf"(?:{_NAME}\s(?:қ\.|қаласы\w*|ауылы\w*|а\.),?\s)?(?<!\w)(?:{_NAME}\s{_HONOURED_KK}){{1,3}}(?:көшесі\w*|"
    rf"көш\.|даңғылы\w*|даң\.|шағын\s?ауданы\w*|шағынауданы\w*|мкр\.?|тұйығы\w*),?\s"
    r"(?:№\s?)?\d{1,4}(?:[/-]\d+)?(?:\s?-?\s?[үу]й\w*)?(?:,?\s\d{1,4}\s?-?\s?пәтер\w*)?(?!\w)"
    r"|(?<!\w)\d{1,3}\s?-?\s?(?:(?:шағын|мөлтек|ықшам)\s?аудан\w*|ы/а),?\s\d{1,4}\s?-?\s?[үу]й\w*"
    r"(?:,?\s\d{1,4}\s?-?\s?пәтер\w*)?(?!\w)",
    _I,
)
_STREET_EN = (
    r"(?:street|st\b\.?|avenue|ave\.|road|rd\.|lane|boulevard|blvd\.?|highway|drive|square|"
    r"microdistrict|mkr\.?)"
)
ADDRESS_EN = re.compile(
    rf"(?<!\w)(?:(?:apt\.?|apartment|flat|unit)\s?\d+,\s)?"
    rf"(?:(?:ulitsa|ul\.|prospekt|mikrorayon)\s(?:{_NAME}\s?){{1,2}},\s(?:house\s|no\.\s)?\d{{1,4}}\w?|\d{{1,4}}(?:/\d+)?[A-Za-z]?,?\s"
    rf"(?:{_NAME}\s{_HONOURED_EN}){{1,3}}{_STREET_EN}|"
    rf"(?:{_NAME}\s{_HONOURED_EN}){{1,3}}{_STREET_EN},?\s(?:house\s|no\.\s)?\d{{1,4}}\w?)"
    rf"(?:,?\s(?:apt\.?|apartment|flat|unit)\s?\d+)?(?:,\s(?-i:[A-Z][a-z]+)(?=[.,;\s]|"
    rf"$)(?!\s(?:police|was|is)))?",
    _I,
)
_AREA = rf"(?:[«\"]{_NAME}(?:[\s-]{_NAME})?[»\"]|{_NAME}(?:[\s-]{_NAME})?|\d{{1,3}})"
_NUMBER = r"(?:№\s?)?\d{1,4}(?:/\d+)?(?:\s?[а-яa-z](?!\w))?"
HOUSE_AND_FLAT = re.compile(
    rf"(?<!\w)(?:(?:микрорайон\w*|мкрн?\.?|ж/м|жилмассив\w*|махалл\w+|массив\w*|квартал\w*|кв-л)\s{_AREA},?\s)?"
    rf"(?:дом\w*|д\.)\s?{_NUMBER},?\s(?:кв\.?|квартир\w+|ком\.|комнат\w+)\s?{_NUMBER}(?!\w)"
    rf"|(?<!\w)(?:микрорайон\w*|мкрн?\.?|ж/м|жилмассив\w*|махалл\w+|квартал\w*|кв-л)\s{_AREA},?\s"
    rf"(?:(?:дом\w*|д\.)\s?{_NUMBER}|\d{{1,3}}-\d{{1,3}})(?!\w)"
    r"|(?<!\w)\d{1,4}\s?-?\s?(?:ші|шы|і)?\s?үй\w*,?\s\d{1,4}\s?-?\s?(?:ші|шы)?\s?пәтер\w*"
    rf"|(?<!\w)(?:{_NAME}(?:-\d{{1,2}})?\s)?(?:ш/а|ы/а|м/а|ықшам\s?аудан\w*|мөлтек\s?аудан\w*),?\s\d{{1,4}}\s?-?\s?[үу]й\w*"
    rf"|(?<!\w)(?:(?:microdistrict|mikrorayon|micro-district|block|quarter|mahalla)\s{_AREA},?\s|{_NAME}-?\d{{0,2}},\s)?"
    rf"(?:house|building|bldg\.?|no\.)\s{_NUMBER},?\s(?:flat|apt\.?|apartment|room)\s{_NUMBER}(?!\w)"
    rf"|(?<!\w)(?:microdistrict|mikrorayon|micro-district)\s{_AREA},\s(?:house|building)\s{_NUMBER}(?!\w)",
    _I,
)
"""A house with its flat, or in a quarter that has no streets, as the cities of the region have."""
HOME_WORD = re.compile(
    r"прожива|прописан|зарегистрирован\w*\s?(?:по|:|в\b|$)|жит[ьл]\w*\sпо|квартир[еы]\b|в\sдоме|"
    r"дом[еау]?\s(?:осужд|подсуд|обвин|подозр|задерж)|обыск|адрес\w*\s(?:осужд|подсуд|обвин|"
    r"подозр)|"
    r"по\sместу\sжительств|тұрғылықты|тұрады|тұратын|тіркелген|сотталушы|айыпталушы|күдікті|"
    r"тінту|үйінде|үйден|пәтерде|"
    r"\blives?\b|living|resid(?:es|ing)|registered\sat|\bhome\b|house\sof|(?:convict|defendant|"
    r"suspect|accused)\W",
    _I,
)
POSTAL_CODE = re.compile(r"(?<!\d)\d{6},")
"""Letterheads have it; the press does not print where somebody lives so exactly."""
COUNTED_AFTER = re.compile(
    r"\s(?:дом(?:ов|а)|квартир|человек|жител|двор|семе|подъезд|трафарет|закладк|тайник|надпис|граффити|рисунк|"
    r"св[её]рт|пакет|адрес|машин|автомоб|камер|магазин|аптек|подрост|студент|мужчин|женщин|патрул|сотрудник|"
    r"полицейск|метр|км\b|кг\b|г\b|грамм|килограмм|таблет|штук|куст|"
    r"үй\b|үйді|адам|келі|кг|гр?\b|грамм|трафарет|жасырын|түйіншек|пакет|дана|түп|метр|камера|дүкен|дәріхана|"
    r"жасөспірім|студент|тұрғын|полиция|көлік|жазу|таблетка|houses|homes|people|stencils|residents|cameras|"
    r"pharmacies|shops|grams|kilograms|kg\b|metres|meters|men|women|teenagers|caches|packets|plants)",
    _I,
)
"""What is counted in a street: ``на улице Дулатова 46 домов``."""
OFFICE = re.compile(
    r"цон\b|хқо\b|центр|магазин|аптек|банк|гостиниц|отел|школ|больниц|клиник|поликлин|суд\b|кафе|ресторан|"
    r"бар\b|клуб|рынк|рынок|музе|театр|парк|офис|здани|редакц|орталық|дүкен|дәріхан|мектеп|аурухан|"
    r"емхан|кеңсе|ғимарат|centre|center|shop|store|pharmac|bank|hotel|school|hospital|clinic|court|cafe|"
    r"restaurant|club|market|museum|theat|office|building|headquarter",
    _I,
)
"""What is nobody's home."""
_BODY = (
    r"(?:мекеме|басқарма|департамент|орталы[қғ]|ұйым|қор|серіктест|компания|прокуратура|әкімд[іи]|"
    r"бөлім|бөлімше|кеңсе|комитет|инспекция|қызмет)"
)
BODY_BEFORE = re.compile(
    rf"(?<!\w){_BODY}\w*[нтд][ыі]ң\s(?:\w+\s){{0,2}}(?:мекен-?жай|адрес)\w*\W*$|қабылдау\s\w+\W*$",
    _I,
)
BODY_AFTER = re.compile(
    rf"\W{{0,3}}(?:мекен-?жай\w*\s(?:бойынша\s)?(?:\w+\s)?{_BODY}|қабылдау)|\W{{0,3}}(?:байланыс\s)?телефон\w*:",
    _I,
)
"""A body whose address is printed, before it or after it."""
HOME_AFTER = re.compile(r"[^.;\n]{0,30}(?:тұрған|тұрады|тіркелген|тұратын|проживал|жил\b)", _I)
NO_HOME = re.compile(
    r"\bbr(?:ing|ought)\b|samples|deliver|hearing|tender|open\s(?:from|on|Sun|Mon)|\bplant\b|factory|"
    r"диспансер|избират|голосован|при[её]м\b|график|образц|завод|фабрик|аурухана|ауруы|compound\b|"
    r"\bтк\b|посещен|корпус\w*\s(?:больниц|универс)",
    _I,
)
SEATED_AFTER = re.compile(r"\W{0,3}(?:каб\.|кабинет|офис|бутик|\(офис)", _I)
"""Where offices and works are, and how a text says that a body has moved there."""
BODY_MOVED = re.compile(rf"(?<!\w){_BODY}[^.]*(?:көш(?:ті|іп|ірілді)(?!\w)|орналас)", _I)
CLINIC = re.compile(r"(?:диспансер|поликлиник|больниц|аптек|аурухана|емхана|дәріхана)\w*\W", _I)
