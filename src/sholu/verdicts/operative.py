"""What a court decided of one defendant, and what a higher court did with it."""

from __future__ import annotations

import re
from dataclasses import replace

from sholu.verdicts.model import Sanction
from sholu.verdicts.sanctions import read_new_term, read_sanctions

_ACQUITTED = re.compile(
    r"оправда(?:ть|н|на|ны)\b|признать невиновн|невиновн(?:ым|ой)|считать оправданн|"
    r"ақта(?:лсын|лды|у|уға|лып|п)\b|кінәсіз деп|acquit|not guilty|found innocent"
)
_CONVICTED = re.compile(
    r"признать[^.;]{0,160}?(?<!не)виновн|признан\w* (?:судом )?(?<!не)виновн|"
    r"виновн\w+ признать|(?<!не)виновн(?:ым|ой|ыми) в соверш|осудить|осужд[её]н|"
    r"назначить[^.;]{0,120}?(?:лишени|ограничени|штраф|работ|арест|наказани)|"
    r"кінәлі деп|айыпты деп|жазасы|жаза тағайында|сотталсын|(?<!бұрын )сотталған|"
    r"guilty|convicted|sentenced"
)
_NOT_GUILTY_WORD = re.compile(r"not guilty")
_TERMINATED = re.compile(
    r"(?:дел\w+|производств\w+|преследовани\w+)[^.;]{0,160}?прекра(?:тить|щ)|"
    r"прекратить[^.;]{0,90}?(?:дел|производств|преследовани)|"
    r"освобод\w+[^.;]{0,120}?от уголовной ответственности|(?:іс\w*|өндіріс\w*|"
    r"қудала\w+)[^.;]{0,90}?(?:тоқтат|қысқарт)|"
    r"жауаптылықтан[^.;]{0,120}?босат|terminat|discontinu|"
    r"released? [^.;]{0,60}from criminal liability"
)
_MEDICAL = re.compile(
    r"принудительн\w+ мер\w+ медицинского характера|невменяем|"
    r"медициналық сипаттағы мәжбүрлеу|есі дұрыс емес|"
    r"психиатриял\w+[^.]{0,40}мәжбүрлеп|"
    r"compulsory (?:medical|psychiatric)|insan|not criminally responsible"
)
_RELEASED = re.compile(
    r"освобод\w+[^.;]{0,60}?от (?:отбывани\w+ )?(?:назначенного )?наказани|"
    r"жазадан босат|жазасын өтеуден босат|"
    r"released? from (?:serving )?(?:the )?(?:punishment|sentence)"
)
_RETURNED = re.compile(
    r"(?:направить|возвратить|вернуть)[^.;]{0,120}?(?:на новое|прокурор|"
    r"для производства|рассмотрени)|қайта қарауға|жаңадан қарауға|прокурорға қайтар|"
    r"remit|new trial|returned to"
)
_QUASHED = re.compile(
    r"(?:приговор|постановлени|акт)\w*[^.;]{0,120}?отменить|"
    r"отменить[^.;]{0,60}?(?:приговор|постановлени)|күшін жой|күші жойыл|quash|"
    r"set aside|annul"
)
_CHANGED = re.compile(
    r"(?:приговор|постановлени|акт)\w*[^;]{0,220}?измени(?:ть|л)|"
    r"изменить (?:приговор|постановлени)|өзгертілсін|өзгертуге|өзгерт(?:іп|у)\b|"
    r"(?:shall be |is |be )(?:changed|amended|modified)|to (?:change|amend|modify)|"
    r"снизить|смягчить|жеңілдет\w+"
)
_REST = re.compile(
    r"в остальной части|в остальном|қалған бөлігі|the rest|remaining part|in other respects"
)
_UPHELD = re.compile(
    r"без изменени|өзгеріссіз|(?:left|remain\w*|leave) unchanged|uphold|upheld|"
    r"в силе|күшінде қалдыр"
)

_CONFISCATION = re.compile(
    r"(?<!без )(?<!без дополнительного наказания в виде )конфис[кц]\w+|тәркіле\w+|"
    r"confiscat\w+|forfeit\w*"
)
_NO_CONFISCATION = re.compile(
    r"(?:без|отказать в|не применя\w+|снять арест)[^.;]{0,40}конфискац|"
    r"тәркіле\w*(?:усіз|месіз)|конфискаци\w+[^.;]{0,40}(?:не (?:применя|подлежит)|"
    r"отказать)|without confiscation|тәркілемей"
)
_TREATMENT = re.compile(
    r"принудительн\w+[^.;]{0,80}?(?:лечени|мер\w+ медицинск)|"
    r"лечени\w+[^.;]{0,60}принудительн|мәжбүрле\w+[^.;]{0,60}ем|"
    r"емде\w*[^.;]{0,40}мәжбүрле|мәжбүрлі ем|"
    r"compulsory[^.;]{0,60}treatment|compulsory medical"
)
_NO_TREATMENT = re.compile(
    r"в (?:принудительном )?лечении не нуждается|лечени\w+ не назначать|не примен\w+ принудительн"
)
_ADDICTIONS = (
    ("psychiatric", re.compile(r"психиатр|невменяем|есі дұрыс емес|психикалық|psychiatr|insan")),
    (
        "drug_addiction",
        re.compile(r"нарком|наркотич|опиои|каннабино|психоактив|нашақор|есірткі|drug"),
    ),
    ("alcohol_addiction", re.compile(r"алкогол|маскүнем|ішімдік|alcohol")),
    ("substance_addiction", re.compile(r"токсик|уытқұмар|substance|solvent")),
)
_BELOW = re.compile(
    r"ниже (?:низшего|нижнего|минимальн)|(?:ст\.?|"
    r"стать\w+) ?55[^.;]{0,12}ч\w*\.? ?4|ч\w*\.? ?4 (?:ст\.?|стать\w+) ?55|"
    r"төменгі шек|төмен жаза|ең төмен|"
    r"55-бап\w*[^.;]{0,8}4-бөл|below (?:the )?(?:lowest|minimum)|55 ?\(4\)"
)
_RECLASSIFIED = re.compile(
    r"переквалифицир\w+[^.;]{0,160}?\bна\b|қайта саралап|qайта сарала|reclassif\w+[^.;]{0,100}? to "
)


def read_decision(words: str, is_medical: bool) -> str | None:
    """What was decided of one defendant, as the model's code.

    Args:
        words: lower case, the operative clauses about him.
        is_medical: whether the whole decision is about compulsory medical measures.
    """
    if _RETURNED.search(words) and not _CONVICTED.search(words):
        return "returned"
    if is_medical and _TERMINATED.search(words):
        return "medical_measures"
    convicted = _CONVICTED.search(_NOT_GUILTY_WORD.sub(" ", words)) is not None
    if _ACQUITTED.search(words) and not (convicted and read_sanctions(words)):
        return "acquitted"
    if _TERMINATED.search(words) and not read_sanctions(words):
        return "terminated"
    if _RELEASED.search(words) and convicted and not read_sanctions(words):
        return "released"
    return "convicted" if convicted or read_sanctions(words) else None


def read_outcome(words: str) -> str | None:
    """What a higher court did with the decision before it: ``upheld``, ``changed``, ``quashed``."""
    before_rest = _REST.split(words)[0]
    if _QUASHED.search(words):
        return "quashed"
    if _CHANGED.search(before_rest):
        return "changed"
    return "upheld" if _UPHELD.search(words) else None


def is_acquittal(clause: str) -> bool:
    """Whether a clause acquits, of the one article that it cites."""
    return _ACQUITTED.search(clause) is not None and _CONVICTED.search(clause) is None


def is_medical(words: str) -> bool:
    """Whether a decision is about a person without responsibility."""
    return _MEDICAL.search(words) is not None


def sanctions_after_appeal(new: str, old: str) -> tuple[Sanction, ...]:
    """Punishments in force after a higher court: its own, else the old one with its new term."""
    own = read_sanctions(new)
    if own:
        return own
    before = read_sanctions(old)
    term = read_new_term(new)
    if term is None or not before:
        return before
    return (replace(before[0], months=term), *before[1:])


def is_confiscated(words: str) -> bool:
    """Whether property is confiscated; drugs that are destroyed are not meant."""
    return bool(_CONFISCATION.search(words)) and not _NO_CONFISCATION.search(words)


def read_treatment(words: str) -> str | None:
    """The addiction (or illness) for which compulsory treatment is ordered."""
    flat = re.sub(r"\s+", " ", words)
    if _NO_TREATMENT.search(flat):
        return None
    for match in _TREATMENT.finditer(flat):
        around = flat[max(0, match.start() - 70) : match.end() + 90]
        near = re.split(r"\. ", flat[match.start() : match.end() + 90])[0]
        for words_near in (near, around):
            for code, pattern in _ADDICTIONS:
                if pattern.search(words_near):
                    return code
    return None


def is_below_lowest(words: str) -> bool:
    """Whether the punishment is below the lowest limit of the article."""
    return _BELOW.search(words) is not None


def after_reclassification(words: str) -> int:
    """Where the articles begin that an act is classified under in the end; 0 without a change."""
    ends = [match.end() for match in _RECLASSIFIED.finditer(words)]
    return ends[-1] if ends else 0
