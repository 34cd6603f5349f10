"""What is said of a date in its clause: that something happened, was told, or a case was opened.

The nearest verb before a date decides; if none stands before it in the clause, the first after it:
``police said two men were held on 5 May``, ``в четверг в ведомстве сообщили о задержании``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sholu.events.date_candidates import Candidate, Stretch
from sholu.events.item import Reading

_TELLING = re.compile(
    r"said|says|published|told|reported|reports|announced|stated|states|informed|specified|disclosed|unveiled"
    r"|briefed|showed|aired|broadcast|posted|wrote|writes|claimed|confirmed|noted|known|emerged|transpired|learned|известно|белгілі|сообщи\w+|сообща\w+|рассказал\w*|заяви\w+|заявля\w+|проинформировал\w*|отчитал\w*"
    r"|доложил\w*|озвучил\w*|озвучен\w*|распространил\w*|обнародовал\w*|опубликовал\w*|подвел\w*"
    r"|назвал\w*|уточнил\w*|подтвердил\w*|поделил\w*|передает|передают|пишет|пояснил\w*|отметил\w*|зачитал\w*|представил\w*|огласил\w*"
    r"|(?:опубликован|размещен|обнародован|обновлен)\w*|датирован[аоы]?|вышедш\w+|выступ(?:ая|ил\w*)"
    r"|прокомментировал\w*|написал\w*|раскрыл\w*|показал\w*|появил\w*|констатировал\w*"
    r"|жариялан\w+|шыққан|жаңартыл\w+|жазды|жазған|мәлім|айтыл\w+|баяндал\w+"
    r"|хабарла\w+|мәлімде\w+|таратты|таратқан|жариялады|жариялаған|айтты|айтқан|жеткізді|жеткізген"
    r"|баяндады|баяндаған|есеп|түсіндірді"
)
_CASE = re.compile(
    r"возбужд\w+|возбудил\w*|қозғал\w*|қозғады|opened|initiated|launched|registered|начато|зарегистрирован\w*|тіркел\w+"
)
_CASE_NOUN = re.compile(
    r"дел[оа]\b|дел\b|расследовани|производств|\bcase\b|investigation|proceedings|\bіс\b|\bіс\S{0,3}\s+қозға|тергеу"
)
_HAPPENING = re.compile(
    r"\w{2,}ed|found|took|taken|caught|held|came|went|began|begun|sent|sold|brought|left|shot|made|was"
    r"|were|is|are|met|ran|died"
    r"|\w+[аеияыу]л(?:а|о|и|ся|ась|ось|ись)?|наш[её]л|нашл[иао]|прош[её]л|прошл[аои]"
    r"|\w{3,}(?:ан|ен|ят|ыт|ут)[аоы]?|\w{4,}(?:ани|ени|яти|ыти)[еяию]\w?"
    r"|\w+(?:ған|ген|қан|кен)\w*|\w*(?:ұсталды|анықталды|табылды|алынды|өтті|өткізді|жойылды|кесті|шығарды|тоқтатты|тәркіледі|ұстады)"
)
_AUXILIARY = frozenset(("was", "were", "is", "are"))
"""After a date they only announce the verb: ``on 5 May he was detained``."""

_NO_VERB = re.compile(
    r"дела|школа|числа|стола|угла|села|начала|масла|канала|материала|квартала|персонала|отдел\w*|школ\w*"
    r"|управлени\w+|отделени\w+|заявлени\w+|сообщени\w+|учреждени\w+|объединени\w+|подразделени\w+"
    r"|населени\w+|времени|имени|мен|день|страны|united|armed|combined|related|hundred|need|seed|weed"
    r"|speed|breed|кәсіпкер|екен|мекен|used|alleged|wanted|указани\w+"
)


_BRIEFING = re.compile(
    r"\bбрифинг|\bпресс-(?:конференц|тур)|\bпрямо(?:м|й)\s+(?:эфир|лини)|\bбаспасөз\s+(?:мәслихат|конферен)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:источник|фото|видео|автор|коллаж|скриншот|иллюстраци\w|дереккөз\w*|сурет\w*)\b[^.]{0,60}$",
    re.IGNORECASE,
)
"""``Фото: пресс-служба, 9 июня``."""


def is_of_report(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether only the telling is of that day: ``the ministry said on Thursday``."""
    before, after = clause_of(found, reading, stretch)
    low, _ = reading.sentence_at(found.start, *stretch)
    if _BRIEFING.search(before + after) or _LABEL.match(reading.words(low, found.start)):
        return True
    verb = _deciding_verb(before, after)
    if verb is None or not _TELLING.fullmatch(verb):
        return _AT_BRIEFING.search(before) is not None
    if _OF_A_DEED.search(before):
        return False
    if _VERDICT.search(before + after) or _OF_A_DAY.match(reading.words(found.start, found.end)):
        return False
    return re.search(r"\b(?:was|were|been) (?:reported|recorded)", f"{before} {after}") is None


def is_of_case(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether a case was opened on that day: ``дело возбуждено 5 мая``."""
    before, after = clause_of(found, reading, stretch)
    verb = _deciding_verb(before, after)
    return (
        verb is not None
        and _CASE.fullmatch(verb) is not None
        and _CASE_NOUN.search(f"{before} | {after}") is not None
    )


def is_of_judgment(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether a court decided on that day: ``on 4 June the court sentenced him``."""
    before, after = clause_of(found, reading, stretch)
    verb = _deciding_verb(before, after) or ""
    return _JUDGED.search(f"{before} {after}") is not None and not _HELD.fullmatch(verb)


MAIN_VERBS = {
    "legislation": frozenset(("signed", "enacted", "promulgated")),
    "death": frozenset(("died",)),
}
"""``Adopted on 30 April, signed on 2 June``, ``wounded on 29 May, died on 8 June``."""


def is_of_main_verb(found: Candidate, reading: Reading, stretch: Stretch, kind: str) -> bool:
    """Whether a day is that of the step that makes the news of a kind."""
    verb = _deciding_verb(*clause_of(found, reading, stretch))
    return found.when.is_day and verb in MAIN_VERBS.get(kind, ())


def is_of_arrest(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """Whether somebody was held or something taken then: ``he had been detained on 2 March``."""
    return _HELD.fullmatch(deciding_verb(found, reading, stretch) or "") is not None


def is_of_english_arrest(found: Candidate, reading: Reading, stretch: Stretch) -> bool:
    """``Detained on 5 May and remanded in custody``: the day of the first, not of the second."""
    before, after = clause_of(found, reading, stretch)
    verb = _deciding_verb(before, after) or ""
    return _TAKEN.fullmatch(verb) is not None and not _FOR_A_TERM.search(f"{before} {after}")


def deciding_verb(found: Candidate, reading: Reading, stretch: Stretch) -> str | None:
    """The verb that says what a date is of, in small letters; None if its clause has none."""
    return _deciding_verb(*clause_of(found, reading, stretch))


def _deciding_verb(before: str, after: str) -> str | None:
    earlier = list(_verbs(before))
    if earlier:
        return earlier[-1]
    later = list(_verbs(after))
    return next((verb for verb in later if verb not in _AUXILIARY), later[0] if later else None)


def _verbs(words: str) -> Iterator[str]:
    for match in re.finditer(r"\w+", words):
        word = match.group()
        told = _TELLING.fullmatch(word) or _CASE.fullmatch(word)
        if told or (_HAPPENING.fullmatch(word) and not _NO_VERB.fullmatch(word)):
            yield word


_HELD = re.compile(
    r"detained|arrested|caught|seized|stopped|apprehended|задержа\w+|задержив\w+|взяли|взят[аы]?|пойма\w+"
    r"|изъя\w+|остановил\w*|ұсталды|ұсталған\w*|ұстады|ұстаған|тәркілен\w+|тәркіледі"
)
_TAKEN = re.compile(
    r"detained|arrested|caught|held|seized|stopped|apprehended|found|nabbed|captured|discovered"
    r"|confiscated|intercepted"
)
_FOR_A_TERM = re.compile(
    r"\b(?:arrested|detained) for (?:\w+ )?(?:months?|days)\b|\bheld in custody\b"
)
_JUDGED = re.compile(
    r"\bsentenc|\bverdict|\bjudge?ment|\bconvict(?:ed|s)\b|\bfound guilty|\bupheld\b"
    r"|\bacquit|\bjailed\b"
    r"|\bruled\b|\bruling\b|\bhanded\b|\bпригов|\bосужд|\bосудил|\bвиновн|\bвердикт|\bоправда|\bназначил"
    r"|\bоставил|\bвынес|\bрассмотрел|\bпостановлени\w+ [^.]*(?:суд|коллеги)"
    r"|\bсотталды|\bүк[іi]м|\bкесті"
)
_ENDS = re.compile(r"[,;:()—–]| - |\b(?:that|who|which|when|where|after|деп)\b")
_VERDICT = re.compile(r"приговор|вердикт|постановлени|verdict|sentence|judge?ment|үкім|қаулы|вынес")
_AT_BRIEFING = re.compile(
    r"\bat (?:a|the|his|her|its|their) (?:\w+ )?(?:briefing|(?:press|news) conference)"
    r"(?: held)?(?: on)?\s*$"
    r"|\b(?:speaking|talking) (?:to|with|at) (?:\w+ ){1,3}$"
)
"""``At a briefing on 5 May the minister presented the results``."""

_OF_A_DEED = re.compile(
    r"\b(?:arrest|detention|capture|discovery|killing|murder)s?(?: of [\w ]{1,40})?(?: on)?\s*$"
)
"""``Announced the arrest on 5 May of two men``: the day of the noun, not of the telling."""

_OF_A_DAY = re.compile(r"вчерашн|кешегі|кешегi|yesterday['’]s", re.IGNORECASE)
"""``О вчерашней операции``: the day of the noun, whatever is said of it."""


def clause_of(found: Candidate, reading: Reading, stretch: Stretch) -> tuple[str, str]:
    """The words of a date's clause before and after it, in small letters.

    A date between two commas (``в четверг, 12 июня, …``) belongs to what they enclose it in.
    """
    low, high = reading.sentence_at(found.start, *stretch)
    left = _ENDS.split(reading.words(low, found.start))
    right = _ENDS.split(reading.words(found.end, high))
    before, after = left[-1], right[0]
    if not re.search(r"\w{3}", before + after):
        before = " ".join(left[-2:])
        after = " ".join(right[:2])
    return before.casefold().replace("ё", "е"), after.casefold().replace("ё", "е")
