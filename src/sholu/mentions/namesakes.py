"""Which names are those of streets and schools that were called after somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sholu.mentions.words import Word

_HONOURS = re.compile(
    r"геро[яй]|советского|союза|социалистического|труда|народн\w+|халық|артист\w*|академик\w*|профессор\w*|"
    r"заслуженн\w+|учител[яь]|врача|генерал\w*|маршал\w*|полковник\w*|майора|капитана|лейтенанта|сержанта|поэта|писателя|"
    r"композитора|космонавта|л[её]тчика|батыра|хана|акына|святого|князя|первого|президента|рк|республики|"
    r"казахстана|кыргызстана|узбекистана|партизана|снайпера|великого|великой|отечественной|войны|"
    r"the|late|great|famous|poet|writer|composer|general|marshal|hero|academician|cosmonaut|first|president|"
    r"soviet|union|kazakh|kyrgyz|uzbek|tajik|akyn|batyr|khan|saint|st|of|,|-|«|»"
)
_REACH = 8
_AFTER = frozenset(("after", "for", "honour", "honor"))
_NAMED = frozenset(("named", "renamed", "titled", "in"))


def is_called_after(words: Sequence[Word], first: int) -> bool:
    """``имени Героя Советского Союза …``, ``named after the poet …``; no ``по имени …``."""
    place = first - 1
    while place >= max(0, first - _REACH) and _HONOURS.fullmatch(words[place].folded):
        place -= 1
    if place < 0:
        return False
    word, before = words[place].folded, words[place - 1].folded if place else ""
    if word == "имени":
        return before not in ("по", "от")
    return word in _AFTER and before in _NAMED


_STREETS_BEFORE = re.compile(
    r"улиц(?:ах|ам|ами|ы)?|проспект(?:ов|ах|ам|ы)|переулк(?:ов|ах)|угол|углу|угла|углом|пересечени[еияюм]{1,2}|"
    r"перекр[её]стк?\w*|микрорайон(?:ов|ах|ы)|парк(?:ов|ах|и)|площад(?:ей|ях)|школ(?:ах)?|"
    r"streets|avenues|corner|intersection|junction|crossroads"
)
_STREETS_AFTER = re.compile(
    r"(?:көше|даңғыл|аудан|алаң|саяба|мектеп|тұйы|шағынаудан|ықшамаудан|бульвар|команда|ауыл|қала|облыс|бекет)\w*(?:[лдт][ае]р)\w*|"
    r"аралығ\w+|бағыты\w*|трасса\w*|streets|avenues|districts|parks|squares|boulevards"
)
_JOINS = frozenset(
    (",", "и", "мен", "пен", "бен", "және", "and", "-", "–", "/", "of", "the", "улиц")
)
_SMALL_PARTS = frozenset(
    ("би", "батыр", "батыра", "хан", "хана", "ата", "ана", "жолы", "bi", "batyr")
)
_LONGEST_LIST = 9


def is_listed_with_streets(words: Sequence[Word], first: int, stop: int) -> bool:
    """``угол Шевченко``, ``на пересечении Абая и Манаса``, ``Абай мен Шевченко көшелері``."""
    if sum(word.kind == "word" for word in words[first:stop]) > 2:
        return False
    place = first - 1
    while place > max(0, first - _LONGEST_LIST) and _is_of_list(words[place]):
        place -= 1
    if place >= 0 and _STREETS_BEFORE.fullmatch(words[place].folded):
        return True
    last = min(len(words) - 1, stop + _LONGEST_LIST)
    place = stop
    while place < last and _is_of_list(words[place]):
        place += 1
    joined = stop < len(words) and (words[stop].folded in _JOINS or place == stop)
    return joined and _STREETS_AFTER.fullmatch(words[place].folded) is not None


def _is_of_list(word: Word) -> bool:
    if word.folded in _JOINS or word.folded in _SMALL_PARTS:
        return True
    return word.kind == "word" and word.text[0].isupper()
