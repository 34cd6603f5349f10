"""Find numbers that count nothing: of a school, a telephone, a prize place, a page, an age."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.evidence.model import DocumentText
from sholu.mentions.sentences import Sentence
from sholu.mentions.spelled_ages import find_spelled_ages

_AVENUE = (
    r"(?:avenue|ave\.?|street|str\.|boulevard|highway|lane|просп\w*\.?|пр-т|улиц\w+|ул\.|бульвар\w*|"
    r"шоссе|переул\w+|көшес\w+|даңғыл\w+|мкр\.?|микрорайон\w*|шағын\sаудан\w*)"
)
_PART_OF_TEXT = (
    r"(?:pages?|pp?\.|vol(?:ume)?\.?|issue|tables?|figures?|fig\.|chapters?|sections?|appendix|annex|"
    r"box|map|note|footnote|paragraph|hypothesis|стр\.|страниц\w+|том|выпуск|таблиц\w+|табл\.|рис\.|"
    r"рисун\w+|глав\w+|раздел\w*|приложени\w+|пункт\w*|п\.|бет\w*|кесте\w*|сурет\w*)"
)
_SHORT_NUMBER = r"(?:10[1-4]|109|11[0-5]|150|111|14\d\d)"
"""Numbers of emergency services and call centres of the region."""

_KAZAKH_MONTH = (
    r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)"
)
_AGED = r"(?:aged?|ages|возраст\w+|жас(?!өсп|тар|ыр)\w{0,8})"
_YEARS_OLD = (
    r"(?:[-\s]years?[-\s]olds?|\syears\sof\sage|\syears\sold|-?\s?летн\w+|\sлет\sот\sроду|"
    r"\s?жас(?:(?:ар\w{0,5}|та(?!р)\w{0,6}|қа\w{0,4}|ын\w{0,4}|ы)(?!\w)|(?!\w|\s(?:ұстал|тартыл|сотт"
    r"|қамал|жауапқа|қолға|көз\sжұм|өрен|ұрпақ|спортшы|ерікті|оқушы|студент|өлді|өлген|емдел|тіркел|қатыс|жігіт|қыз|маман|сарбаз|отбасы|азамат"
    r"|тұтқын|әйел|тұтынушы|жүргізуші))))"
)

_BARE_AGE = "age beside a person"
_TERM_BEFORE = re.compile(
    r"(?:получил|приговор|осужд|осуди|лишени|срок|назнач|наказа|санкци|грозит|колони|дали)\w*[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before years that no noun follows: they are a punishment, not an age."""

_ROLES: tuple[tuple[str, str], ...] = (
    ("address", r"(?:https?://|www\.)[^\s<>»”]+|\S+@\S+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:kz|kg|ru|tj|uz|com|org|net|html)\b[^\s<>»”]*"),
    ("telephone", r"\b(?:номеру?|телефону?|тел\.?|phone|call|нөмірі?)\s"
                  r"\d{1,2}(?:-\d{2,5}){1,3}(?![\d-])"),
    ("telephone", r"(?=[+8cdfhptгжзнпстф])(?:\+\d[\d\s()-]{7,}\d"
                  r"|(?:tel|fax|phone|тел|факс)\w*\.?(?:\s(?:for|для)\s\w+)?:?\s*[\d+(][\d\s()-]{4,}\d"
                  r"|\b8[\s-]?\(?7\d\d\)?[\s-]?\d{3}[\s-]?\d\d[\s-]?\d\d\b"
                  r"|\b(?:call|dial|номеру?|телефону?|телефоны?|нөмірі(?:не)?)\s\d{3,4}\b"
                  r"|\b(?:звон\w+|набер\w+|позвон\w+|пиш\w+\sв)\s(?:на\s|по\s)?\d{3,4}\b"
                  r"|\b(?:hot\s?line|help\s?line|горяч\w+\sлини\w+|телефон\w*\sдоверия|сенім\sтелефон\w*"
                  r"|жедел\sжелі\w*)(?:(?:\s[^\W\d]+){1,3}\s?[-–—:]|\s?[-–—:]?)\s?(?:(?:number|номер\w*|нөмірі?)\s)?№?\d{3,5}\b)"),
    ("telephone", r"\b\d{3,4}\s(?:(?:телефон\s)?нөмір|жедел\sжелі|сенім\sтелефон)\w*"
                  r"|\b8\s?\(7\d{3,4}\)\s?\d[\d-]{4,7}\b"),
    ("document number", r"(?:\bnos?\b\.?|№№?|\bn°|#)\s?\d[\w/.-]*(?:\s(?:and|и|мен"
                        r"|және)\s(?:no\.?\s?|№\s?)?\d+)?"),
    ("telephone", rf"\b{_SHORT_NUMBER}(?:-?[гқк][аеә])?\s(?:қоңырау|хабарл|жазы|hotline|help|"
                  r"contact|call|колл|контакт|горяч|телефон|бірыңғай|байланыс|пульт|канал|арна)"
                  rf"|\b(?:на|по|dial|to)\s«?{_SHORT_NUMBER}(?=\s*[.,;!?)»]|\s(?:или|и|or)\b)"
                  rf"|\b{_SHORT_NUMBER}-?[гқк][аеә](?=\s*[.,;!?)»])|[:📞☎]\s?{_SHORT_NUMBER}(?=\s*[.,;!?)»]|\s*$)"),
    ("time of day", r"\b\d{1,2}:\d\d(?::\d\d)?\b|\b24/7\b|\bсағат\s\d{1,2}(?::\d\d)?\b(?!\sбойы)"
                    r"|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:в|около|к)\s\d{1,2}\s"
                    r"(?:час\w*\s)?(?:утра|вечера|ночи|дня|часов)\b"),
    ("score", r"(?:\bсо?\sсч[её]том\s|\b(?:won|beat|lost|drew)\b[^.;]{0,40}\s)"
              r"\d{1,2}\s?[:–-]\s?\d{1,2}\b"
              r"|\b\d{1,2}\s?[:–-]\s?\d{1,2}\sесеб\w+"),
    ("size", r"\(\d+\s?(?:мг|mg)\)"
             r"|\b\d+(?:[.,]\d+)?(?:\s?[-–xх×]\s?\d+(?:[.,]\d+)?)*\s?(?:см|мм|cm|mm|кВт\w{0,3}"
             r"|°C|ГБ|GB|МБ|MB|МГц|MHz|км/ч|km/h|калибр\w*)(?!\w)|\bкалибр\w*\s\d+(?:[.,]\d+)?"),
    ("identifier", r"(?=[\dbdiбжи])(?:\b(?:ISSN|ISBN|DOI|IIN|BIN|ИИН|БИН|ЖСН|БСН)\b[:\s]*[\d-]+"
                   r"|(?<![\d.,])\d{9,}(?![\d.,]\d)|(?<![\w.,])(?<!\d[ \u00a0])0\d+(?![.,\d]))"),
    ("postal code", r"(?<=,\s)\d{6}(?=,)"),
    ("street", rf"\b{_AVENUE},?\s?(?:д\.|house|үй|№)?\s?\d+(?:[/-]\d+)?\w?\b"
               rf"|\b(?:ул\.|улиц\w+|просп\w*\.?|пр-т|бульвар\w*)\s(?:(?-i:[A-ZА-ЯӘІҢҒҮҰҚӨҺ])[\w.]*\s?){{1,3}},?\s(?:д\.\s?)?\d+(?:/\d+)?"
               rf"|\b\d+(?:/\d+)?,?\s(?-i:[A-ZА-ЯӘІҢҒҮҰҚӨҺ])\w+\s{_AVENUE}"),
    ("street", r"\b(?:дом|корпус|подъезд|квартира|кв\.|кабинет|офис|участок"
               r"|блок|flat|apartment|apt\.|room)\s(?:№\s?)?\d{1,4}\b"),
    ("part of the text", r"\bп\.\s?п\.\s?[\d,\s]+ч\.\s?\d+\s?ст\.\s?\d+"),
    ("citation", r"\[\d+(?:\s?[,–-]\s?\d+)*(?:,\s?[^\]]{0,30})?\]"),
    ("part of the text", rf"\b{_PART_OF_TEXT}\s?\d+(?:\.\d+)*(?:\s?[-–]\s?\d+)?(?:\s(?:and"
                         rf"|и)\s\d+(?:\.\d+)*)?(?!\w)|\.{{4,}}\s*\d+"),
    ("time of a run", r"\b\d{1,2}\s(?:minutes?|min|минут\w*|мин)\s(?:and\s|и\s)?"
                      r"\d{1,2}\s(?:seconds?|sec|секунд\w*|сек)\b"),
    ("age", rf"\b{_AGED}\s(?:(?:of|from|between|under|over|above|до|от|с|более|старше|младше"
            rf"|моложе|range|group)\s){{0,3}}"
            rf"\d{{1,3}}(?:\s?(?:[-–—]|to|and|до)\s?\d{{1,3}})?(?:\s(?:years|лет))?\b"
            rf"|\b\d{{1,3}}(?:\s?[-–—]\s?\d{{1,3}})?{_YEARS_OLD}"
            r"|(?<!назначил )(?<!назначили )(?<!назначило )(?<!дал )(?<!дали )(?<!присудил )"
            r"(?<!присудили )(?<!добавил )(?<!добавили )(?<!определил )"
            r"\b(?:ему|ей|им|младшему|старшему|детям|которому|которой)\s\d{1,2}\s(?:год|года|лет)\b(?!\s(?:колон|лишен|тюрь|услов|строг|общ|режим|ограни))"
            r"|\b(?:мужчин|женщин|жител|граждан|брат|подростк|парн|девуш|студент|водител|супруг|лиц|человек|друз|школьни)\w*,?"
            r"\s\(?\d{1,2}(?:,\s\d{1,2}){0,4}(?:\s?(?:и|[-–—])\s?\d{1,2})?\s(?:лет|года?)\b(?!\sлишени)"
            r"|\b(?:жител(?:ь|я|и|ей|ем|ниц[аеуы])|граждан(?:ин(?:а|ом)?|к[аеиу]|е)?|урожен(?:ец|ц[аеыо]в?|к[аеиу]))"
            r"\s(?:(?-i:[А-ЯЁ])[\w-]+\s){1,2}(?:района\s|области\s|края\s)?\d{1,2}(?:(?:,\s\d{1,2})*\sи\s\d{1,2})?"
            r"\s(?:лет|года?)\b(?!\s(?:колон|лишен|тюрь|услов|строг|общ|режим|ограни))"
            r"|\b(?:ему|ей|им)\s(?:было\s|исполнилось\s)(?:всего\s|лишь\s)?\d{1,2}(?:\s(?:и|или)\s\d{1,2})?"
            r"(?=\s*[.,;:!?)]|\s(?:лет|года?)\b)"
            r"|\b(?:младшему|старшему|самому\s\w+)\sиз\s\w+\s\d{1,2}\b|\bорташа\sжас\w*\s?[-–—]?\s?\d{1,2}\b"
            r"|\bсредний\sвозраст\w*\s?[-–—]?\s?\d{1,2}\b|\baverage\sage\s[\w\s]{0,30}?\d{1,2}\b"
            r"|\bжасы\s?[-–—]?\s?\d{1,2}(?:-?[тд][еа])?\b"
            r"|\b(?:under|over|above|below|младше|старше|моложе)\s(?:the\sage\sof\s)?\d{1,2}(?![.,]\d)(?:\s(?:years|лет))?(?=\s*(?:of\sage|old|[.,;)]))"),
    (_BARE_AGE, r"(?<=,\s)\d{1,2}\s(?:год|года|лет)(?=\s*[,.)])"
                r"|(?<=,\s)от\s\d{1,2}\sдо\s\d{1,2}\sлет\b"
                r"|\b(?:\d{1,2},\s){0,4}\d{1,2}\sи\s\d{1,2}\sлет(?=\s*[,.)])"),
    ("place in a row", r"\b\d+(?:st|nd|rd|th)\b|\b\d+-?(?:й|я|е|го|му|ая|ый|ой|ом|ую|шы|ші|інші"
                       r"|ыншы)(?!\w)"
                       r"|\b\d+-(?:бап|бөлі|тоқсан|сынып|мектеп|орын|қабат|кезең|тармақ|мектеб|ай(?:д|ы)|күн|апта|топ|учаске"
                       r"|шағын|бөлме|үй|пәтер|кабинет|тур|саты|дәреж|кезек|курс|палата|камера"
                       r"|шақырым|километр|автобус|бағыт|вагон|рейс|пойыз|маршрут)\w*"
                       r"|\b\d{2,4}\sрейс\w*|\b(?:поезд\w*|автобус\w*|рейс\w*)\s\d{1,4}\b"
                       rf"|\b{_KAZAKH_MONTH}[нтд][ыі]ң\s\d{{1,2}}(?:-\w{{1,5}})?\b(?!\sкүн)"
                       r"|\b\d{3,5}\s(?:әскери\sбөлім|әскери\sқұрам)\w*"),
    ("weight class", r"\b\d{2,3}\s?(?:kg|кг|кило\w*|келі)\s"
                     r"(?:weight|class|category|салмақ\w*|категори\w*)"
                     r"|\bкатегории\s(?:до\s|свыше\s)?\d{2,3}\s?(?:кг|кило\w*)"),
    ("classes", r"\b\d{1,2}(?:\s?[-–—]\s?\d{1,2})?(?:-?(?:х|го|й))?\s"
                r"(?:класс\w*|сынып\w*|grades?|graders?)\b|\bgrades?\s\d{1,2}(?:\s?(?:[-–—]|to|and)\s?\d{1,2})?\b"),
    ("pages", r"\b\d+\s(?:pages|страниц\w*|бет(?:тік|тен)?)\b"),
    ("fraction", r"(?<![\d/])\d{1,2}/\d{1,3}(?![\d/])"),
    ("number in a name", r"\b(?:named|called|nicknamed)\s(?:(?-i:[A-Z])\w+\s){1,2}\d{1,4}\b"
                         r"|[\"“«„][^\"“”»\d]{2,40}\s\d{1,4}[\"”»]"
                         r"|\b(?-i:(?!(?:USD|EUR|GBP|KZT|RUB|KGS|TJS|UZS|AZN|TMT|AFN|CNY|PKR|INR|IRR|TRY|TL)\b)[A-ZА-Я]{2,6})"
                         r"\s\d{1,2}(?=\s[a-z]+ed\b|[.,;)](?!\d)|$)"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLES)
_NUMBERING = re.compile(
    r"\s*(?:[-–—•*]\s*)?\(?\d{1,3}[.)](?:\d{1,2}[.)])*(?:(?=\s)|\d{1,2}(?=\s+[^\W\da-zа-яёәғқңөұүһі]))"
)
"""``2.``, ``2.1)``, ``2.1 Prices``; no ``1.3 tonnes``."""
_ADDRESS_SIGN = re.compile(r"@|://|www\.|\.[a-z]", re.IGNORECASE)
"""Without one of these there is no address."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class PlainNumber:
    """A number that counts nothing.

    Attributes:
        start, end: code points of the document's text, with the words that tell it; end exclusive.
        role: what it is the number of.
    """

    start: int
    end: int
    role: str


def find_plain_numbers(
    text: DocumentText, sentences: Sequence[Sentence]
) -> tuple[PlainNumber, ...]:
    """All numbers that count nothing, in order, none overlapping."""
    found: list[PlainNumber] = []
    paragraph = -1
    for sentence in sentences:
        begins = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        found += _find_in_stretch(text.text[sentence.start : sentence.end], sentence.start, begins)
        found += (
            PlainNumber(*stretch, "age") for stretch in find_spelled_ages(sentence, text.text)
        )
    return tuple(sorted(found, key=lambda number: number.start))


def _find_in_stretch(stretch: str, offset: int, begins: bool) -> list[PlainNumber]:
    found: list[PlainNumber] = []
    if not _DIGIT.search(stretch):
        return found
    if begins and (numbering := _NUMBERING.match(stretch)):
        found.append(PlainNumber(offset, offset + numbering.end(), "list numbering"))
    for role, pattern in _PATTERNS:
        if role == "address" and not _ADDRESS_SIGN.search(stretch):
            continue
        for match in pattern.finditer(stretch):
            if role == _BARE_AGE and _TERM_BEFORE.search(stretch[: match.start()]):
                continue
            start, end = offset + match.start(), offset + match.end()
            has_digit = _DIGIT.search(match.group()) is not None
            if has_digit and not any(start < other.end and other.start < end for other in found):
                found.append(PlainNumber(start, end, role))
    return found
