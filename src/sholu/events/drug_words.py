"""Words that name drugs, and where such a word is no word on drugs."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STEMS = re.compile(
    # What may stand first in one of them; looking at that first is three times as fast.
    r"(?=[-acdhinopsgrvабвгджзеклмнопрстуө«\"“])(?:"
    r"\b(?:anti|counter)?-?(?:drug(?!store)s?\b|drug[- ]\w+|narco\w*|narcotic\w*|psychotropic\w*"
    r"|psychoactive\w*|precursors?\b|opiates?\b|opioids?\b|overdos\w+|drug-related)"
    r"|(?:анти)?нарко(?!з(?:а|у|ом|е|ы|ов|ам|ами|ах|н\w+)?\b)\w+|психотроп\w+|психоактив\w+"
    r"|прекурсор\w*|передозировк\w+"
    r"|\bсинтетическ\w+\s+веществ\w*|\bsynthetic\s+substances?|\bсинтетикалық\s+зат\w*"
    r"|\bартық\s+мөлшер(?:ден|ді|ін|іне|і)\b|\bбаңги\w+|\bgiyohvand\w*|\bгиёҳванд\w*|\bмухаддир\w*|\bнашъа\w*"
    r"|\bзакладчик\w*|\bзакладка\s+тара\w+|\b(?:раскладыва|поднима|дела)\w+\s+закладк\w+"
    r"|\bкладмен\w*|-закладчи\w+|\bзакладк(?!\w*\s(?:камн|фундамент|капсул|парк|алле|сад|перв))\w+"
    r"|\bhemp\b|\bdead\s?drops?\b|\bstashes\b|\bsmok\w+\s+spice\b|\bspice\s+smok\w+"
    r"|наша[қк]ор\w*|ес[іiи]ртк[іiи]\w*|нарко-\w+|психотроп\w*|прекурсор\w*"
    r"|\bмаков\w+\s+(?:пол|посев|плантац|куст|солом|культур|участ)\w*|\bмаковод\w*"
    r"|\bопи[йяюе]\b|\bопием\b"
    r"|\bpoppy\s+(?:fields?|cultivation|crops?|farmers?|growers?|bush\w*|stalks?|plants?|straw|plots?)"
    r"|\bopium\b|\bкөкнәр\s+(?:алқа|егіс|ег|түп)\w*|\bапиын\w*|\bзакладка\s+жаса\w+|[«\"“]клад\w*[»\"”]"
    r"|\brehabilitation\s+(?:cent\w+|ward)|\brecovery\s+ward|\b(?:substance|opioid)\s+(?:use|depend)\w*"
    r"|\bреабилитационн\w+\s+центр\w*|\b(?:помощ|лечен)\w+\s+(?:людям\s+с\s+)?зависим\w+"
    r"|\bоңалту\s+орталы\w+|\boverdos\w+|\bnaloxone|\bналоксон\w*"
    r"|\baddict(?:s|ed|ion)?\b|\bharm[ -]reduction|\bpeople\s+who\s+inject\w*|\bpopp(?:y|ies)\b"
    r"|\b(?:plant|vegetable|crystalline|powder\w*)\s+(?:substance|matter|mass)\b|\bspecific\s+(?:smell|odou?r)"
    r"|\bnarko(?!z)\w*|\bINL\b|\bза[пв]рещ[её]нк\w+|\b(?:дурман|зель)(?:а|у|ом|е|я|ю|ем)\b"
    r"|\bкур(?:или|ил|ила|ят|ить|ение)\s+смес\w+|\bтоксикоман\w+|\bсниффинг\w*|\bhuffing\b|\bаппақ\s+ажал\w*|\bақ\s+ажал\w*"
    r"|\b(?:inhal|sniff)\w+\s+(?:(?:of|the|a|lighter|cigarette)\s+){0,2}(?:gas|butane|propane|glue|solvents?|fumes)\b"
    r"|\b(?:вдыха|вдохну|нюха|дыша)\w+\s+(?:\w+\s+)?(?:бутан|пропан|клей|кле[яю]|растворител)\w*"
    r"|\bгаз\w*\s+(?:из\s+баллончик\w+|для\s+(?:заправки\s+)?зажигал\w+)"
    r"|\bбаллончик\w*\s+для\s+(?:заправки\s+)?зажигал\w+|\b(?:газ|желім|бутан)\s+(?:иіске|жұт)\w+"
    r"|\b(?:порошко|кристалло)образн\w+|\bвеществ\w+\s+растительн\w+|\bспецифическ\w+\s+запах\w*"
    r"|\bрастительн\w+\s+(?:веществ|масс)\w+|\bөсімдік\s+тектес|\bөзіне\s+тән\s+иіс\w*)",
    re.IGNORECASE,
)
_MEDICINE = re.compile(
    r"\bdrug(?:store|s?\s+(?:shortage|prices?|administration|company|maker))|\bнаркоз(?:а|у|ом|е|ы|ов|ам|ами|ах|н\w+)?\b"
    r"|\bprescription\s+drugs?|\bdrugs?\s+(?:for\s+\w+\s+disease|to\s+become\s+cheaper)"
    r"|\bотделени\w+\s+наркологи\w+"
    r"|\b(?:алкогольн\w+\s+(?:и|или)\s+)?наркотическ\w+\s+опьянени\w+"
    r"|\b(?:gambling|gaming|games?|internet|phone|gadget|screen|digital|media|sugar|food|shopping|work|alcohol)"
    r"[\s-]+addict\w*|\baddict\w*\s+to\s+(?:gambling|gaming|games|betting|the\s+internet|phones|gadgets|social)"
    r"|\b(?:red|paper|remembrance)\s+popp\w+|\bpoppy\s+(?:day|appeal|seeds?|oil|wreath\w*|rolls?|buns?|red)\b",
    re.IGNORECASE,
)
"""Where ``drug`` is a medicine, the drunken driver of a report on traffic, and what else people are
addicted to or bake and wear of poppies: left out."""

_CURED = re.compile(
    r"\b(?:antibiotic|insulin|vaccin|chemotherap|diabet|oncolog|hypertens|tubercul|generic\s+drug|flu\b|cancer"
    r"|anti-?malar|pharmaceutical\s+(?:compan|market|industr|plant))",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\bdrugs?\b(?![-\s](?:traffick|addict|deal|control|user|use\b|crime|abuse|relat|smuggl|lab|police|polic"
    r"|courier|mule|market|lord|ring|gang|shop|offen|free|depend|treat|prevent|test|harm))",
    re.IGNORECASE,
)
"""In an item on cures, drugs are medicines wherever nothing beside the word says otherwise."""

_BOTH = (
    r"(?:(?:alcohol|drink)\w*\s+(?:and|or|nor)\s+(?:\w+\s+)?drugs?|drugs?\s+(?:and|or|nor)\s+alcohol"
    r"|алкогол\w+[^.;:!?]{0,25}?наркот\w+|наркот\w+[^.;:!?]{0,25}?алкогол\w+"
    r"|(?:алкогол|спирт|ішімдік)\w*[^.;:!?]{0,25}?есірткі\w*|есірткі\w*[^.;:!?]{0,25}?алкогол\w*)"
)
"""Alcohol and drugs in one breath."""

_NOT_FOUND = re.compile(
    rf"\b(?:tests?|tested|blood|breath|screen\w*|sober|sobriety|тест\w*|проб\w+|анализ\w*|кров\w+|трезв\w*"
    rf"|освидетельств\w+|мас|мастық\w*|қан\w*|сынама\w*|сараптама\w*)\b[^.;:!?]{{0,40}}?\b{_BOTH}"
    rf"|\b{_BOTH}[^.;:!?]{{0,30}}?\b(?:negative|not\s+(?:been\s+)?(?:found|detected)|нет\b|не\s+было|не\s+(?:обнаруж|выяв|наш|установ|подтверд)\w+"
    rf"|отрицательн\w+|табылма\w+|анықталма\w+|болма\w+|жоқ\b|расталма\w+|бар-жоғын)"
    r"|\bесірткі\w*(?:\s+\w+){0,2}\s+(?:табылма|анықталма|шықпа)\w+"
    r"|\b(?:ешқандай|еш)\s+есірткі\w*|"
    r"\bneither\s+(?:\w+\s+){1,4}nor\s+(?:\w+\s+){0,2}drugs?\b|\bneither\s+drugs?\s+nor\s+\w+"
    r"|\bno\s+(?:traces?\s+of\s+)?(?:alcohol\s+(?:or|and)\s+)?(?:illegal\s+|illicit\s+)?drugs\b(?:\s+or\s+alcohol)?"
    r"|\bnegative\s+for\s+(?:\w+\s+(?:and|or)\s+)?drugs?\b"
    r"|\bни\s+алкогол\w+,?\s+ни\s+наркотик\w*|\bни\s+наркотик\w*,?\s+ни\s+\w+"
    r"|\b(?:алкогол\w+\s+и\s+)?наркотик\w*\s+(?:в\s+крови\s+)?не\s+(?:обнаруж|выяв|наш)\w+",
    re.IGNORECASE,
)
"""What an accident or a sport report says was not there, or was looked for in somebody's blood."""

_ALCOHOLIC = re.compile(
    r"\b(?:alcohol\w*|beer|vodka|drunk\w*|drinkers?|drinking|алкогол\w+|пив[оаеу]\b|водк\w+|спива\w+|пьян\w+|запо[йяе]\w*"
    r"|трезвенник\w*|маскүнем\w+|арақ\w*|ішімдік\w*|сыра\b|gambl\w+|лудоман\w+|игроман\w+|құмар\s+ойын\w*)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:premieres?|theatre|actors?|actress|directed|stage|film|novel|match|goals?|half-?time|quarter-final|semi-final|leg"
    r"|премьер[аыуе]|спектакл\w+|театр\w*|режисс[её]р\w*|акт[её]р\w*|сцен[аыеу]|фильм\w*|роман[ае]?\b|матч\w*|гол(?:ы|ов|а)?\b|тур[ае]?\b"
    r"|полуфинал\w*|четвертьфинал\w*|спектакль\w*|кинотуынды\w*|актер\w*|киногерой\w*|гол\b|ойын\w*)\b",
    re.IGNORECASE,
)
_OFTEN = 3
"""Words on something else that an item has at the least which is about it."""

_NARCOLOGIST = re.compile(r"\b(?:нарколог|narcolog|наркодиспансер|наркоцентр)\w*", re.IGNORECASE)
"""Who treats drinkers, too."""

_SERVED = re.compile(
    # he headed the drug squad
    r"\b(?:served|worked|serving|headed|led|ran|commanded|founded|created|joined|years)\b(?:\s+\w+){0,5}?"
    r"\s+(?:anti-|counter-?)?(?:drugs?|narcotics?)(?:[\s-](?!dealer|traffick|gang|ring|shop|network|lab|smuggl)\w+){0,2}"
    # служил в управлении по борьбе с наркобизнесом
    r"|\b(?:служил|работал|трудил|возглавлял|руководил|командовал|создал|основал|прош[её]л|приш[её]л|начинал)\w*"
    r"(?:\s+(?!магазин|сет|канал|лаборатор)[\w-]+){0,6}?\s+(?:по|в|против)\s+(?:\w+\s+){0,4}?(?:анти)?нарко\w+(?:\s+наркотик\w+)?"
    # есірткіге қарсы күрес басқармасында қызмет еткен
    r"|\bесірткі\w*(?:\s+(?!сат|тарат|дүкен)\w+){0,5}?\s+(?:бөлім|басқарма|топ|қызмет|жасақ|бюро)\w*(?:\s+\w+){0,3}?"
    r"\s+(?:істе|қызмет\s+(?:ет|атқар)|еңбек\s+ет|басқар(?:ған|ды)|жұмыс\s+істе)\w*",
    re.IGNORECASE,
)
"""Where somebody of whom an item tells had served before."""

_THREATS = (
    r"(?:(?:counter-?)?terroris\w+|extremis\w+|separatis\w+|weapons?|arms|explosives|cyber\w+|migration|organi[sz]ed\s+crime"
    r"|human\s+trafficking|trafficking\s+in\s+(?:persons|people|human\s+beings|women)|corruption"
    r"|терроризм\w*|экстремизм\w*|сепаратизм\w*|оружи\w+|миграци\w+|оргпреступност\w*|киберпреступност\w*|преступност\w*"
    r"|торговл\w+\s+людьми|терроризм\w*|экстремизм\w*|лаңкестік\w*|қару\w*|көші-қон\w*)"
)
_THREAT_LIST = re.compile(
    rf"\b{_THREATS}(?:\s+\w+)?(?:\s*,\s*|\s+(?:and|or|и|или|және|мен|пен)\s+)[^.;:!?\d]{{0,60}}?\b(?:drugs?|narcotic|наркот|есірткі)[\w-]*"
    rf"|\b(?:drugs?|narcotic|наркот|есірткі)[\w-]*(?:\s+\w+)?(?:\s*,\s*|\s+(?:and|or|и|или|және|мен|пен)\s+)[^.;:!?\d]{{0,40}}?\b{_THREATS}",
    re.IGNORECASE,
)
"""Drugs as one threat among others, which diplomats and ministers of defence always name."""


@dataclass(frozen=True)
class OtherMatter:
    """What else an item may be on, so that its words on drugs mean something else or less.

    Attributes:
        cures: its drugs may be medicines.
        alcohol: its narcologist may treat drinkers or players.
        show: a play, a film or a match, whose hero or captain may have tried something.
    """

    cures: bool
    alcohol: bool
    show: bool


def find_other_matter(text: str) -> OtherMatter:
    """What else a whole item speaks of."""
    return OtherMatter(
        cures=_CURED.search(text) is not None,
        alcohol=len(_ALCOHOLIC.findall(text)) >= _OFTEN,
        show=len(_SHOWN.findall(text)) >= _OFTEN,
    )


def count_drug_words(text: str, other: OtherMatter) -> int:
    """How many words of a text speak of drugs."""
    left_out = [_MEDICINE, _NOT_FOUND, *[_BARE] * other.cures, *[_NARCOLOGIST] * other.alcohol]
    for pattern in left_out:
        text = pattern.sub(" ", text)
    return len(_STEMS.findall(text))


def count_in_passing(text: str) -> tuple[str, int]:
    """A text without what it says of drugs in passing, and how often it did.

    In passing are drugs in a list of threats, and the squad where somebody had served.
    """
    text, lists = _THREAT_LIST.subn(" ", text)
    text, careers = _SERVED.subn(" ", text)
    return text, lists + careers


def names_drugs(text: str) -> bool:
    """Whether a mention holds a word that is counted anyway."""
    return _STEMS.search(text) is not None


def without_other_things(text: str) -> str:
    """A text without drugs that are medicines, and without what else people are addicted to."""
    return _MEDICINE.sub(" ", text)
