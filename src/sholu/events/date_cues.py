"""Words around a date that say whether it is the day of the event: expressions, no rules."""

from __future__ import annotations

import re

IN_FORCE = re.compile(
    r"(?:c[ao]m(?:e|es|ing)|enter(?:ed|s)?|entry)\s+into\s+(?:force|effect)|\bin\s+force\b"
    r"|вступи\w+\s+в\s+(?:силу|действие)|вступа\w+\s+в\s+(?:силу|действие)|введен\w+\s+в\s+действие"
    r"|күшіне\s+ен",
    re.IGNORECASE,
)
"""The day of a law, which is the event's only where the law is the event."""

OTHER_MATTER = re.compile(
    r"\b(?:law|act|resolution|order|decree|decision)\s+(?:no|of|dated)\b|\bdated\b|\bborn\b"
    r"|\bsince\s+the\s+beginning|\bsince\b[\w\s]{0,30}\bin\s*$"
    r"|\bcompared\b|\bsame\s+period\b|\bmonths?\s+of\b|\bas\s+of\b"
    r"|\b(?:закон|приказ|постановлени|указ|решени)\w*\s+(?:№|от)|\bот\s*$|\bрожд"
    r"|\bс\s+начала\s+(?:текущего\s+)?год"
    r"|\bпо\s+сравнению|\bаналогичн|\bмесяц\w*\s+\d{4}|\bпо\s+состоянию"
    r"|\b(?:until|till|by|before|до|к|дейін)\s*$|\b(?:ранее|earlier|previously)\W+(?:on\s+)?$|\bжыл\s+басынан|\bту[ғг]ан",
    re.IGNORECASE,
)
"""Words around a date that make it the date of something else: a birth or a count."""

DATELINE = re.compile(r"^\s*[A-ZА-ЯЁӘҒҚҢӨҰҮІ][A-ZА-ЯЁӘҒҚҢӨҰҮІ\s-]{2,},\s*$")
"""``BISHKEK, 9 April.``: the day of the report."""

PLACE_BEFORE = re.compile(r"^\s*[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w-]+(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w-]+)?[,.]\s*$")
ENDS_DATELINE = re.compile(r"^\s*(?:\.|[-–—/|]|\([A-ZА-Я][\w .-]{1,25}\))")
"""``Aktau, August 29.``: the same in small letters, if the date ends there."""

TODAY = re.compile(r"сегодня|бүгін|today", re.IGNORECASE)
REPORTS_AFTER = re.compile(
    r"\b(?:рассказал|сообщил|озвучил|отчитал|подвел|хабарла|мәлімде|said|reported|told|announced)",
    re.IGNORECASE,
)
"""What was done today is a report, if the sentence goes on so."""

THIS_WEEK = re.compile(r"this\b|на этой|осы\b", re.IGNORECASE)
"""Before it, ``earlier`` says when, and not that something came before."""

AS_OF = re.compile(r"\b(?:as\s+of|по\s+состоянию\s+на)\s*$", re.IGNORECASE)

LAW_NUMBER = re.compile(r"^\s*(?:№|No\.?\s?\d|N\s?\d)", re.IGNORECASE)
"""After a date: it is that of an order or a law."""

REPORTED = re.compile(
    r"\b(?:said|reported|announced|told\s+(?:reporters|journalists)|сообщил\w*|заявил\w*|рассказал\w*)"
    r"\s+(?:(?:on|в|во)\s+)?$",
    re.IGNORECASE,
)
"""``the ministry reported on Thursday``: the event's day only if nothing else is said of it."""

CUSTODY = re.compile(
    r"\bpreventive\s+measure(?!\w*\W*[\"“«])|\bcustody\b|мер[аыу]\s+пресечени|б[ұу]лтартпау\s+шара",
    re.IGNORECASE,
)
"""What a sentence on a judge's order speaks of: its day is later than the event's."""

AHEAD = re.compile(
    r"\bnext\b|\bwill\b|\bplanned\b|\bследующ|\bзапланир|\bнамечен|\bсостоится|\bпройд[её]т|\bпродлится"
    r"|\bкелес[іи]\b|\bөтпек|\bжоспарлан",
    re.IGNORECASE,
)

COMPARED_BEFORE = re.compile(
    r"\b(?:than|against|compared|same|чем|против|сравнени\w+|аналогичн\w+|показател\w+)\b[^.;]*$"
    r"|\((?:in|в|за)?\s*$",
    re.IGNORECASE,
)
COMPARED_AFTER = re.compile(
    r"^[\s,]*(?:(?:of\s+)?last\s+year|прошлого\s+года|\w*\s*салыстыр|мен\s+салыстыр|\w+\s+осы\s)",
    re.IGNORECASE,
)

COMES_IN_FORCE = re.compile(
    r"\b(?:comes?|coming|enters?|will\s+enter)\s+into\s+(?:force|effect)|\bвступа[ею]т\s+в\s+(?:силу|действие)"
    r"|\bвступ[ия]т\s+в\s+(?:силу|действие)|күшіне\s+енед|күшіне\s+енбек",
    re.IGNORECASE,
)
"""Said of a law that is the news; of one that came into force long ago only the talk is news."""
