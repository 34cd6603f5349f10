"""Days of what follows an event: the charge, the expert's report, the case sent to court.

They are the event's only where the title or the first sentence makes such a step the news.
"""

from __future__ import annotations

import re

from sholu.events.date_candidates import Candidate, Stretch
from sholu.events.date_clauses import clause_of
from sholu.events.item import Reading, ToldItem

_STEPS = re.compile(
    r"\bпредъяв\w+\s+(?:\w+\s+)?обвинен|\bобвинени\w+\s+(?:\w+\s+){0,2}предъяв|\bквалифицир"
    r"|\b(?:дел[оа]|материал\w*|протокол\w*|документ\w*)\s(?:[^.]{0,40}\s)?"
    r"(?:перед[ао]|направ|поступ|отправ|соедин|приостанов|прекращ)"
    r"|\b(?:перед[ао]\w+|направ\w+|отправ\w+|поступ\w+)\s(?:\w+\s){0,4}(?:дел[оа]|материал\w*|прокур|на\s+экспертиз)"
    r"|\bэксперти|\bисследовани|\bэксперт\w*\s(?:\w+\s)?(?:подтверд|установ|заключ|дал)|\bсправк\w+\s+эксперт"
    r"|\bв\s+розыск|\bрозыск\w*\s+объяв|\bэкстрадир|\bэтапир|\bподписк\w+\s+о\s+невыезд"
    r"|\b(?:закон|правил|приказ|норм|поправк|запрет)\w*\s(?:\w+\s){0,3}действу"
    r"|\bпод\s+залог|\b(?:от|вы)пущен|\bосвобо[жд]|\bвыш\w+\s+на\s+свобод|\bопозна|\bуволен|\bотстран[её]н"
    r"|\bобратил\w*\s+(?:\w+\s+)?(?:в\s+поли|с\s+заявл|с\s+жалоб)|\bзаявлени\w*\s+(?:\w+\s+)?(?:поступ|подал|написал)"
    r"|\bобжалова|\bподал\w*\s+(?:\w+\s+)?(?:жалоб|апелл)"
    r"|\bайып\s?(?:та[ғқ]|тал)|\bсараптама|\bіздеу(?:ге)?\s+(?:салын|жариял|берілд)"
    r"|\b(?:іс|материал)\w*\s(?:\S+\s){0,3}(?:сотқа|прокуратураға)\s(?:жолда|жібер|өткіз|түс)"
    r"|\b(?:сотқа|прокуратураға)\s(?:жолда|жібер)|\bэкстрадициял|\bүйқама|\bқолхат|\bбосатыл|\bбостандыққа\s+шы"
    r"|\bшағым\w*\s(?:түс|бер)|\bарыз\w*\s(?:түс|бер|жаз)|\bжұмыстан\s+шығ",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?:назначен|запланирован|намечен|перенес|отложен|продл[её]н)\w*\s+(?:\w+\s+)?(?:на|до)\s*$"
    r"|\b(?:следующ|очередн)\w+\s+(?:\w+\s+)?(?:засед|слушан|рейд|этап|судеб|встреч)",
    re.IGNORECASE,
)
_IS_SET = re.compile(
    r"^\w{0,4}\s+(?:күн\w*\s+)?(?:белгілен|жоспарлан|кейінге|ауыстыры|қалдырыл)", re.IGNORECASE
)
_EVENT = re.compile(
    r"\bзадерж(?:ан|ал)|\bизъя[тл]|\bобнаруж(?:ен|ил)|\bнайден|\bнашли|\bпроизош|\bслучил|\bостановлен"
    r"|\bұсталд|\bұстады|\bтәркілен|\bтәркілед|\bтабылд|\bанықталд",
    re.IGNORECASE,
)


def is_of_aftermath(found: Candidate, item: ToldItem, reading: Reading, stretch: Stretch) -> bool:
    """Whether a step that followed is of that day, and such a step is not the news."""
    before, after = clause_of(found, reading, stretch)
    if _SET.search(before) or _IS_SET.match(after):
        return True
    step = _STEPS.search(f"{before} {after}")
    if step is None or _EVENT.search(f"{before} {after}"):
        return False
    return not _STEPS.search(reading.spelled(item.title)) and not _opens(found, item, reading)


def _opens(found: Candidate, item: ToldItem, reading: Reading) -> bool:
    """Whether it stands in the first sentence."""
    first = item.telling[0]
    return found.start < reading.sentences(first.start, first.end)[0][1]
