"""Whether an item is on a whole country, so that the regions it names are only examples."""

from __future__ import annotations

import re

from sholu.events.item import Reading, ToldItem
from sholu.vocabulary.model import Vocabulary

_STATE = re.compile(
    r"\b(?:kazakh(?:s|stan\w*)?|kyrgyz(?:stan\w*)?|tajik(?:s|istan\w*)?|uzbek(?:s|istan\w*)?|turkmen(?:istan\w*)?"
    r"|azerbaijan\w*|afghan(?:s|istan\w*)?|russian?|chin(?:a|ese)|(?:the|this)\s+country|the\s+republic|nationwide"
    r"|казахстан\w*|кыргызстан\w*|таджикистан\w*|узбекистан\w*|туркменистан\w*|азербайджан\w*|афганистан\w*"
    r"|рк|кр|рт|руз|стран[аеыу]|республик[аеиу]|минздрав\w*|мажилис\w*|парламент\w*"
    r"|қазақстан\w*|қырғызстан\w*|тәжікстан\w*|өзбекстан\w*|түрікменстан\w*|әзірбайжан\w*|ауғанстан\w*"
    r"|елде|елімізде|республикада|мәжіліс\w*|парламент\w*)(?:’s|'s)?\b",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:lawmakers?|deputies|parliament|mps?|bill|draft\s+law|law|amendments?|ban(?:s|ned)?|government"
    r"|ministry|minister|experts?|narcologists?|warn(?:s|ing|ed)?|explain(?:s|ed)?|survey|study"
    r"|fall(?:s|en)?|fell|rise[sn]?|rose|grow[sn]?|grew|increase[sd]?|decline[sd]?|doubled?|tripled?"
    r"|депутат\w*|законопроект\w*|поправк\w*|запрет\w*|минздрав\w*|эксперт\w*|нарколог\w*|объяснил\w*"
    r"|предупре\w+|рассказал\w*|мажилис\w*|выросл?[аои]?|снизил\w*|увеличил\w*|сократил\w*|стал[аои]?"
    r"|(?:больше|меньше)(?!\s(?:\d|тонн|пол|кил|кг|центнер|литр|грамм|тысяч|миллион|сотн|десят|дв[аух]|тр[ёе]))"
    r"|реже|чаще"
    r"|депутат\w*|мәжіліс\w*|заң\w*|түзету\w*|тыйым|дәрігер\w*|нарколог\w*|сарапшы\w*|ескерт\w*"
    r"|көбей\w*|азай\w*|өсті|өскен|артты|төменде\w*|кеміді)\b",
    re.IGNORECASE,
)
"""Law-making, warnings and explanations, and what grew or fell."""
_PART = re.compile(
    r"\b(?:(?:south|north|east|west)(?:ern)?|(?:юг|юж|север|восто[кч]|запад)\w*"
    r"|(?:оңтүст|солтүст|шығыс|батыс)\w*)\b",
    re.IGNORECASE,
)
"""``На юге Казахстана``: the text says where in it."""


def is_on_a_whole_country(item: ToldItem, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether a title speaks of a state, of no place in it, and of something general."""
    if item.title_start is None or item.title_end is None:
        return False
    title = reading.spelled(item.title)
    if not (_STATE.search(title) and _IN_GENERAL.search(title)) or _PART.search(title):
        return False
    places = reading.mentions(item.title_start, item.title_end, "place")
    return all(vocabulary.place(m.code).kind == "country" for m in places if m.code)
