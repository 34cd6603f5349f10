"""Whether a title is one of an agency: by its kind and by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.person_cues import Cue, cues_of
from sholu.mentions.sentences import Sentence
from sholu.mentions.words import Word

_COMMON_TITLE = re.compile(
    r"директор\w*|director|эксперт\w*|expert|сарапшы\w*|analyst|аналитик\w*|координатор\w*|coordinator|сотрудни\w*|employee|member|leader|лидер\w*|специалист\w*|маман\w*"
    r"|instructor|initiator|officials?|agents?|консультант\w*|агент\w*|референт\w*|комендант\w*|офицер\w*|контрол[её]р\w*|шефа?|шефом"
)
"""Titles that many bear outside agencies: one must be named beside them, or somebody speak."""
_EXPERT = re.compile(
    r"специалист\w*|маман\w*|консультант\w*|агент\w*|референт\w*|комендант\w*|officials?|agents?|эксперт\w*|expert|сарапшы\w*|analyst|аналитик\w*|professor|профессор\w*"
)
"""They are asked by the press as private persons, unless they are an agency's."""
_AGENT = re.compile(r"officials?|agents?|агент\w*|комендант\w*|консультант\w*|референт\w*")
"""Banks and estates have them too: an authority must be named beside, a place is not enough."""
_WEAK_TITLE = re.compile(
    rf"{_COMMON_TITLE.pattern}|"
    r"эксперт\w*|expert|сарапшы\w*|analyst|аналитик\w*|handler\w*|"
    r"сотрудни\w*|employee|қызметкер\w*|member|специалист\w*|маман\w*|leader|жетекші\w*|директор\w*|director|эксперт\w*|"
    r"expert|врач\w*|instructor|секретар\w*|secretary|хатшы\w*|дәрігер\w*|глав\w*|лидер\w*|speaker|спикер\w*|initiator|"
    r"руководител\w*|басшы\w*|капитан\w*|captain|officer|general|chief|head|president|президент\w*|professor|dr|ректор\w*|rector"
)
"""Titles outside agencies too: they count where an agency is named or somebody speaks."""

_AGENCY_WORD = re.compile(
    r"полици\w*|police|министр\w*|minist\w+|мвд|іім|кнб|уқк|убн|прокур\w*|prosecut\w*|таможен\w*|customs|кеден\w*|"
    r"наркопреступ\w*|оон|бұұ|unodc|un|дгд|кгд|пд|дп|афм|health|денсаулық|здравоохран\w*|акимат\w*|әкімдік\w*|"
    r"наркоконтрол\w*|caricc|цариц\w*|интерпол\w*|interpol|border|погран\w*|шекара\w*|national|республик\w*|област\w*|"
    r"мэри[яией]{1,2}|окмот\w*|сектор\w*|гарнизон\w*|маслихат\w*|мәслихат\w*|аппарат\w*|сизо|экц|цсэ|госдеп\w*|dea|fbi|"
    r"jamoat|джамоат\w*|жамоат\w*|okmotu|өкмөт\w*|айыл|махалл\w*|mahalla|хокимият\w*|khokimiyat|hokimiyat|"
    r"пост(?:а|у|ом|е)?|post|checkpoint|crossing|бекет\w*|взвод\w*|рот[аыеу]|батальон\w*|отряд\w*|"
    r"forensic|судебн\w*|судмед\w*|сараптама\w*|"
    r"provincial|department|directorate|committee|administration|департамент\w*|управлени\w*|отдел(?:а|у|ом|е)?|"
    r"комитет\w*|администраци\w*|басқарма\w*|бөлім\w*|служб\w*|service|агентств\w*|агентті\w*|agency|"
    r"мин(?:здрав|юст|обр|фин|эконом|культ|труд|сельхоз|просвещен)\w*|(?:гор|обл|рай)(?:здрав|отдел|прокуратур|суд)\w*|"
    r"генпрокуратур\w*|акорд\w*|жогорку|кенеша|мәжіліс\w*|мажилис\w*|сенат\w*|парламент\w*|parliament|embassy|"
    r"посольств\w*|елшілі\w*|консульств\w*|"
    r"district|region|regional|облыс\w*|аудан\w*|город\w*|қала\w*|учреждени\w*|колони\w*|мекеме\w*|state|мемлекет\w*|государств\w*"
)
_PHYSICIAN = re.compile(
    r"врач\w*|(?:нарколог|психолог|психиатр|токсиколог)(?!и[яиюей])\w*|дәрігер\w*|narcologist|psychologist|psychiatrist|"
    r"toxicologist|dr|doctors?|заведующ\w+|меңгеруші\w*"
)
"""They speak for a patient or a hospital; for an agency where it is named beside them."""
_OF_ALL = re.compile(r"главн\w+|главврач\w*|бас|chief|head|меңгеруші\w*")
_HOSPITAL = re.compile(
    r"больниц\w*|клиник\w*|диспансер\w*|центр\w*|аурухана\w*|орталы\w+|hospital|clinic|centre|center|"
    r"санитарн\w*|санитарлық|санитариялық|санитар|sanitary"
)
_OF_PLACE = re.compile(
    r"област\w*|район\w*|город\w*|республик\w*|district|region|regional|national|облыс\w*|аудан\w*|"
    r"қала\w*|государств\w*|мемлекет\w*|state|здравоохран\w*|денсаулық|health|отдел\w*|department"
)
"""Words that say where or of what a physician is, and name no agency."""
_BUSINESS = re.compile(
    r"pharmac\w+|network|chain|compan\w+|shop|store|factory|plant|firm|cafe|restaurant|hotel|club|llp|ltd|market|"
    r"аптек\w*|аптечн\w*|сет[иь]\w?|компани\w*|фирм\w*|магазин\w*|завод\w*|фабрик\w*|склад\w*|тоо|ип|ооо|кафе|"
    r"ресторан\w*|гостиниц\w*|клуб\w*|рынк\w*|предприяти\w*|"
    r"хозяйств\w*|агрофирм\w*|кооператив\w*|товариществ\w*|салон\w*|ломбард\w*|сауна|сауны|автомойк\w*|автосервис\w*|"
    r"турфирм\w*|турагентств\w*|такси|таксопарк\w*|редакци\w*|"
    r"peer|volunteer|ngo|charity|foundation|нпо|фонд\w*|ассоциаци\w*|қор|қоры\w*|үеұ|қауымдасты\w*|"
    r"farm|bakery|salon|sauna|gym|garage|taxi|cooperative|workshop|startup|newspaper|magazine|"
    r"қожалы\w*|шаруашылы\w*|серіктестік\w*|кооператив\w*|сұлулық|такси\w*|редакция\w*|"
    r"дәріхана\w*|желі\w*|компания\w*|фирма\w*|дүкен\w*|зауыт\w*|жшс|мейрамхана\w*|қонақүй\w*|базар\w*|кәсіпорын\w*"
)
"""Who speaks for a business or a charity speaks for no agency."""
_SCHOOL = re.compile(
    r"школ(?:а|ы|е|у|ой)|гимнази[яиюей]+|лице(?:й|я|ю|ем|е)|детсад\w*|яслей|кск|оси|тсж|"
    r"мекте(?:п|бі)\w*|балабақша\w*|гимназия\w*|лицей\w*|пик|"
    r"schools?|lyceum|gymnasium|kindergarten|orphanage|"
    r"команд[аыеу]|командой|team|бокса|борьбы|футбола|дзюдо|самбо|boxing|wrestling|football|judo"
)
"""Who is at the head of a school, a house or a team acts for no authority."""
_CHAIR = re.compile(
    r"председател\w*|зам\w*|начальник\w*|төраға\w*|орынбасар\w*|бастығ\w*|chair\w*|deputy"
)


def is_of_agency(titles: Sequence[Word], clause: Sequence[Word], sentence: Sentence) -> bool:
    """A title that others bear too counts with an agency beside it, or where somebody speaks."""
    physicians = any(_PHYSICIAN.fullmatch(title.folded) for title in titles)
    physicians = physicians and not _is_chief_of_hospital(clause)
    if any(_BUSINESS.fullmatch(word.folded) for word in clause) and not _names_state(clause):
        return False
    if _is_of_school(titles, clause):
        return False
    if any(not _WEAK_TITLE.fullmatch(title.folded) for title in titles) and not physicians:
        return True
    agents = all(_AGENT.fullmatch(title.folded) for title in titles)
    beside = any(_is_agency_beside(word, physicians or agents) for word in clause)
    if physicians or all(_EXPERT.fullmatch(title.folded) for title in titles):
        return beside
    speaks = any(cues_of(word.folded) & Cue.SPEAKING for word in sentence.words)
    if all(_COMMON_TITLE.fullmatch(title.folded) for title in titles):
        return beside or speaks
    return (
        beside
        or speaks
        or not any(
            cues_of(word.folded) & (Cue.ACCUSED | Cue.ACT | Cue.PRIVATE) for word in sentence.words
        )
    )


def _is_of_school(titles: Sequence[Word], clause: Sequence[Word]) -> bool:
    """``директор школы``, ``председатель КСК``; an inspector or a deputy there is the state's."""
    if not any(_SCHOOL.fullmatch(word.folded) for word in clause) or _names_state(clause):
        return False
    kinds = (_WEAK_TITLE, _CHAIR)
    return all(any(kind.fullmatch(title.folded) for kind in kinds) for title in titles)


def _names_state(clause: Sequence[Word]) -> bool:
    """Whether an agency, and not only a place, is named."""
    return any(is_state(word.folded) for word in clause)


def is_state(word: str) -> bool:
    """Whether a folded word names an agency, and not only a place."""
    return _AGENCY_WORD.fullmatch(word) is not None and not _OF_PLACE.fullmatch(word)


def _is_agency_beside(word: Word, physicians: bool) -> bool:
    """A word of an agency; beside a physician none that says only where the hospital is."""
    if word.text.isupper() and len(word.text) > 1:
        return True
    if physicians:
        named = _AGENCY_WORD.fullmatch(word.folded) is not None
        return named and not _OF_PLACE.fullmatch(word.folded)
    cues = cues_of(word.folded)
    return _AGENCY_WORD.fullmatch(word.folded) is not None or Cue.ORGANISATION in cues


def _is_chief_of_hospital(clause: Sequence[Word]) -> bool:
    """A chief physician speaks for the hospital, the ministry, the town or the region named."""
    words = [word.folded for word in clause]
    whole = (*map(_HOSPITAL.fullmatch, words), *map(_AGENCY_WORD.fullmatch, words))
    return any(map(_OF_ALL.fullmatch, words)) and any(whole)


def names_agency(clause: Sequence[Word]) -> bool:
    return any(
        _AGENCY_WORD.fullmatch(word.folded) or cues_of(word.folded) & Cue.ORGANISATION
        for word in clause
    )
