"""Words that name drugs, and where such a word is no word on drugs."""

from __future__ import annotations

import re

_STEMS = re.compile(
    # What may stand first in one of them; looking at that first is three times as fast.
    r"(?=[-acdhnopsgrvабвдегзклмнпорсуө«\"“])(?:"
    r"\b(?:anti|counter)?-?(?:drug(?!store)s?\b|drug[- ]\w+|narco\w*|narcotic\w*|psychotropic\w*"
    r"|psychoactive\w*|precursors?\b|opiates?\b|opioids?\b|overdos\w+|drug-related)"
    r"|(?:анти)?нарко(?!з(?:а|у|ом|е|ы|ов|ам|ами|ах|н\w+)?\b)\w+|психотроп\w+|психоактив\w+"
    r"|прекурсор\w*|передозировк\w+"
    r"|\bсинтетическ\w+\s+веществ\w*|\bsynthetic\s+substances?|\bсинтетикалық\s+зат\w*"
    r"|\bбаңги\w+|\bgiyohvand\w*|\bгиёҳванд\w*|\bмухаддир\w*|\bнашъа\w*"
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

_NOT_FOUND = re.compile(
    r"\bneither\s+(?:\w+\s+){1,4}nor\s+(?:\w+\s+){0,2}drugs?\b|\bneither\s+drugs?\s+nor\s+\w+"
    r"|\bno\s+(?:traces?\s+of\s+)?(?:alcohol\s+(?:or|and)\s+)?(?:illegal\s+|illicit\s+)?drugs\b(?:\s+or\s+alcohol)?"
    r"|\bnegative\s+for\s+(?:\w+\s+(?:and|or)\s+)?drugs?\b"
    r"|\bни\s+алкогол\w+,?\s+ни\s+наркотик\w*|\bни\s+наркотик\w*,?\s+ни\s+\w+"
    r"|\b(?:алкогол\w+\s+и\s+)?наркотик\w*\s+(?:в\s+крови\s+)?не\s+(?:обнаруж|выяв|наш)\w+",
    re.IGNORECASE,
)
"""What an accident or a sport report says was not there."""

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


def count_drug_words(text: str, *, on_cures: bool) -> int:
    """How many words of a text speak of drugs."""
    for other in (_MEDICINE, _NOT_FOUND, *((_BARE,) if on_cures else ())):
        text = other.sub(" ", text)
    return len(_STEMS.findall(text))


def count_threat_lists(text: str) -> tuple[str, int]:
    """A text without its lists of threats that name drugs among others, and their number."""
    return _THREAT_LIST.subn(" ", text)


def speaks_of_cures(text: str) -> bool:
    """Whether a text has words on medicines, so that its drugs may be these."""
    return _CURED.search(text) is not None


def names_drugs(text: str) -> bool:
    """Whether a mention holds a word that is counted anyway."""
    return _STEMS.search(text) is not None


def without_other_things(text: str) -> str:
    """A text without drugs that are medicines, and without what else people are addicted to."""
    return _MEDICINE.sub(" ", text)
