"""Words around a date that say whether it is the day of the event: expressions, no rules."""

from __future__ import annotations

import re

IN_FORCE = re.compile(
    r"(?<!not )(?:c[ao]m(?:e|es|ing)|enter(?:ed|s)?|entry)\s+into\s+(?:force|effect)|\bin\s+force\b"
    r"|(?<!не )вступи\w+\s+в\s+(?:(?:законную\s+)?силу|действие)"
    r"|вступа\w+\s+в\s+(?:силу|действие)|введен\w+\s+в\s+действие"
    r"|күшіне\s+ен",
    re.IGNORECASE,
)
"""The day of a law, which is the event's only where the law is the event."""

JUDGMENT_OF = re.compile(
    r"\b(?:приговор|постановлени|определени|решени)\w*\b[^.;]{0,90}\b(?:суд|коллеги)\w*[^.;,]{0,60}\bот\s*$"
    r"|\bприговор\w*\s+от\s*$",
    re.IGNORECASE,
)
"""Before a date that is a court's own, and not that of a paper spoken of."""

_ANY_OTHER_MATTER = (
    r"\b(?:law|act|resolution|order|decree|decision)\s+(?:no|of|dated)\b|\bdated\b"
    r"|\bsince\s+the\s+beginning|\bcompared\b|\bsame\s+period\b|\bmonths?\s+of\b|\bas\s+of\b"
    r"|\b(?:закон|приказ|постановлени|указ|решени)\w*\s+(?:№|от)|\bрожд|\bг\.\s?р\b"
    r"|\bс\s+начала\s+(?:текущего\s+)?год"
    r"|\bпо\s+сравнению|\bаналогичн|\bмесяц\w*\s+\d{4}|\bпо\s+состоянию"
    r"|\bжыл\s+басынан|\bту[ғг]ан|\bжылғы\s+туған"
)
OTHER_MATTER_BEFORE = re.compile(
    _ANY_OTHER_MATTER
    + r"|\bborn\b|\b(?:report|article|story|item|note|letter|post|publication|issue|statement)s?"
    r"\s+(?:of|from|dated|published\s+on)\s*$|\bsince\b[\w\s]{0,30}\bin\s*$|\bот\s*$"
    r"|\b(?:until|till|by|before|up\s+to|no\s+later\s+than|deadline\s+(?:is|of)|до|к|не\s+позднее)\s*$"
    r"|\b(?:ранее|earlier|previously)\W+(?:on\s+)?$|\b(?:our\s+site|наш\s+сайт|сайтымыз)\W*$",
    re.IGNORECASE,
)
OTHER_MATTER_AFTER = re.compile(
    _ANY_OTHER_MATTER + r"|^\s*(?:\.?\s?р\b|номер|выпуск|санымыз|санында|issue\b|edition\b)",
    re.IGNORECASE,
)
"""Words around a date that make it the date of something else: a birth, an order or a count."""

DEADLINE_AFTER = re.compile(
    r"\w{0,3}\s*(?:-?\w{1,3}\s)?(?:дейін|deadline)|\s*(?:жылы|ж\.)\s+туған", re.IGNORECASE
)
"""``22 шілдеге дейін``: a last day, of which no first one is told."""

STATE_BEFORE = re.compile(r"(?:^|[\s(])(?:на|as at|at)\s*$", re.IGNORECASE)
STATE_AFTER = re.compile(
    r"состо[ия]|насчит|числ|зарегистр|на\s+уч[её]т|действ|работа|имелось|составля|there\s+(?:are|were)|stood",
    re.IGNORECASE,
)

ATTRIBUTE_BEFORE = re.compile(
    r"\b\w+(?:нн|вш|ющ|ящ|ащ)(?:ого|его|ой|ей|ых|их|ому|ему|ым|им|ую|юю|ыми|ими)\s+(?:\w+\s+)?(?:в|во|за)?\s*$"
    r"|\b(?:case|investigation|proceedings)\b[\w\s]{0,14}(?:opened|launched|initiated|started)\s*$",
    re.IGNORECASE,
)
ATTRIBUTE_AFTER = re.compile(
    r"\s+(?:\w+\s+)?\w{2,}(?:ған|ген|қан|кен)\s+(?!еді|екен|болатын|болған)\w", re.IGNORECASE
)
"""A month that belongs to a noun: ``дела, возбуждённого в апреле``, ``сәуірде қозғалған іс``."""

DATELINE = re.compile(r"^\s*[A-ZА-ЯЁӘҒҚҢӨҰҮІ][A-ZА-ЯЁӘҒҚҢӨҰҮІ\s/-]{2,}[,.]\s*$")
"""``BISHKEK, 9 April.``: the day of the report."""

PLACE_BEFORE = re.compile(
    r"^\s*(?:[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w-]+(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w-]+)?[,.]"
    r"|[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?(?:,\s(?:[A-Z][\w.'-]*)(?:\s[A-Z][\w'-]+)?)?"
    r"\s?(?:\([A-Z][\w .-]{1,25}\)\s?)?[,.–—-]{1,2})\s*$"
)
ENDS_DATELINE = re.compile(r"^\s*(?:\.|[-–—/|]|\([A-ZА-Я][\w .-]{1,25}\))")
"""``Aktau, August 29.``: the same in small letters, if the date ends there."""

PLACE_AFTER = re.compile(r"^,\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\s?(?:[-–—/.]|\([A-Z])")
"""``5 June 2025, Dushanbe –``: the same the other way round."""

TODAY = re.compile(r"сегодня|бүгін|today", re.IGNORECASE)
THIS_WEEK = re.compile(r"this\b|today\b|на этой|осы\b", re.IGNORECASE)
"""Before it, ``earlier`` says when, and not that something came before."""

AS_OF = re.compile(
    r"\b(?:as\s+of|(?:по\s+состоянию|данны\w+|сведени\w+|информаци\w+)\s+на)\s*$", re.IGNORECASE
)

LAW_NUMBER = re.compile(r"^\s*(?:№|No\.?\s?\d|N\s?\d)", re.IGNORECASE)
"""After a date: it is that of an order or a law."""

CUSTODY = re.compile(
    r"\bpreventive\s+measure(?!\w*\W*[\"“«])|(?<!taken into )\bcustody\b|\bremand(?:ed|s)?\b"
    r"|\btaken\s+into\s+custody\s+(?:for|by\s+(?:the\s+|a\s+)?court)\b"
    r"|\b(?:sanction|authori[sz]|extend|approv|order)ed\s+(?:\w+\s+){0,3}(?:arrest|detention)\b"
    r"|\b(?:arrest|detention)\s+(?:was|were)\s+(?:sanction|authori[sz]|extend)ed\b"
    r"|\b(?:arrested|jailed|detained)\s+for\s+(?:\w+\s+)?(?:months?|days)\b"
    r"|мер[аыу]\s+пресечени|б[ұу]лтартпау\s+шара",
    re.IGNORECASE,
)
"""What a sentence on a judge's order speaks of: its day is later than the event's."""

DEED = re.compile(
    r"установлено|установил|указано\s+в\s+приговоре|материал\w+\s+дела|\bследует\s+из\b|\bпо\s+версии"
    r"|according\s+to\s+the\s+(?:case|verdict|indictment|investigation)|court\s+(?:found|established|heard)"
    r"\s+that|\bfrom\s+the\s+case|сот\s+анықта|анықталғандай|іс\s+материал|\bтергеу\s+\w+ша",
    re.IGNORECASE,
)
"""Of a court's decision: what it found to have been done, and when."""

AHEAD = re.compile(
    r"\bnext\b|\bwill\b|\bplanned\b|\bследующ|\bзапланир|\bнамечен|\bсостоится|\bпройд[её]т|\bпродлится"
    r"|\bкелес[іи]\b|\bөтпек|\bжоспарлан",
    re.IGNORECASE,
)

COMPARED_BEFORE = re.compile(
    r"\b(?:than|compared|same|чем|сравнени\w+|аналогичн\w+|показател\w+)\b[^.;]*$"
    r"|\b(?:against|против)\s+(?:\S*\d\S*|the|last|same|in|за|в|тех|того)\b[^.;]*$"
    r"|\((?:in|в|за)?\s*$",
    re.IGNORECASE,
)
COMPARED_AFTER = re.compile(
    r"^[\s,]*(?:(?:of\s+)?last\s+year|прошлого\s+года|\w*\s*салыстыр|мен\s+салыстыр|\w+\s+осы\s)",
    re.IGNORECASE,
)

COMES_IN_FORCE = re.compile(
    r"\b(?:comes?|coming|enters?|will\s+enter)\s+into\s+(?:force|effect)|\btakes?\s+effect\b|\bвступа[ею]т\s+в\s+(?:силу|действие)"
    r"|\bвступ[ия]т\s+в\s+(?:силу|действие)|күшіне\s+енед|күшіне\s+енбек",
    re.IGNORECASE,
)
"""Said of a law that is the news; of one that came into force long ago only the talk is news."""

DATED_ORDER = re.compile(
    r"\b(?:закон|постановлени|приказ|указ|решени|распоряжени)\w*[^.;]{0,60}\bот\s+$",
    re.IGNORECASE,
)
