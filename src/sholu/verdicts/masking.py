"""Hide the persons of court texts: names, letters, birth dates and places, numbers, addresses.

A decision names its defendant once in full and after that by the surname or a letter, in every
case form; beside that it gives the date and place of birth, the personal number and the address.
Judges, secretaries and prosecutors speak for the state and stay as they are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sholu.core.ids import identify
from sholu.evidence.span import make_span
from sholu.mentions.model import AnnotatedDocument, Mention
from sholu.mentions.pseudonyms import data_pseudonym, pseudonym
from sholu.mentions.redaction import Redactor, redact_wording
from sholu.verdicts.accused import accused_pseudonym, find_accused
from sholu.verdicts.court_text import CourtText, Stretch
from sholu.verdicts.names import CourtName, find_names

_MONTH = (
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|"
    r"қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|"
    r"тамыз|қыркүйек|қазан|қараша|желтоқсан|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
)
_DATE = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d\d|"
    rf"«?\d{{1,2}}»?\s{_MONTH},?\s(?:19|20)\d\d|(?:19|"
    rf"20)\d\d\s(?:жыл\w*\s)?«?\d{{1,2}}»?\s{_MONTH}|"
    rf"{_MONTH}\s\d{{1,2}},\s(?:19|20)\d\d|(?:19|20)\d\d\sжыл\w*\s{_MONTH}\w*\s\d{{1,2}})"
)
_ADDRESS_END = (
    r"(?=[,;]\s(?:[а-яәғқңөұүһі]{4,}|ИИН|ЖСН|IIN|previously|without)|;|\s–\n|\n|\)|\.\s|$)"
)
_PIECE = r"[^;\n)]{4,110}?"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "date of birth",
        re.compile(
            rf"(?P<it>{_DATE})(?=\s?(?:года?|г\.?|ж\.?|жылы)?\s?(?:рожд|г\.?\s?р|р\.|т\.|"
            rf"рождени|[^,;\n]{{0,40}}(?<!\w)туған))",
            re.I,
        ),
    ),
    (
        "date of birth",
        re.compile(
            rf"(?:родил\w+|родивш\w+|дат\w+ рождени\w+|род\.|туған күні|туылған|born(?: on)?|"
            rf"date of birth)(?:\sсчитать)?[\s:–-]+(?P<it>{_DATE})",
            re.I,
        ),
    ),
    (
        "identity number",
        re.compile(
            r"(?:ИИН|ЖСН|ЖИН|IIN|нөмірі|идентификационн\w+ номер)[\s:№-]*(?P<it>\d{12})", re.I
        ),
    ),
    (
        "identity number",
        re.compile(r"(?<!\d)(?P<it>\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5})(?!\d)"),
    ),
    (
        "place of birth",
        re.compile(
            r"(?:урож\w+|место рождени\w+|родил\w+ в|родивш\w+(?:ся)?\s[^,\n]{0,30}?\sв|"
            r"туған жері|born in|place of birth|native of)(?:\s?[:–-])?\s(?P<it>(?:г\.|с\.|"
            r"п\.|пос\.|ст\.)?\s?[^,;\n)]{3,60})",
            re.I,
        ),
    ),
    ("place of birth", re.compile(rf"born on {_DATE} in (?P<it>[^,;\n]{{3,60}})", re.I)),
    (
        "place of birth",
        re.compile(
            rf"{_DATE}\s?(?:жылы|ж\.)?,?\s(?P<it>[^,;\n]{{3,70}}?)\s(?:туған|дүниеге|тумасы)", re.I
        ),
    ),
    ("place of birth", re.compile(r"(?<=[,(\n] )(?P<it>[^,;\n]{3,60})\sтумасы")),
    (
        "home address",
        re.compile(
            rf"(?:прожива\w+|прож\.|зарегистрирован\w*|прописан\w*|жител[яьюе]\w*|"
            rf"адрес\w*(?: проживания)?|residing at|resident of|address|мекенжайы|"
            rf"тұрғылықты жері)(?:\s(?:и|по|в|адресу|фактически|"
            rf"проживающ\w+))*\s?[:,–-]?\s?(?:адресу\s?:?\s?)?(?P<it>{_PIECE}){_ADDRESS_END}",
            re.I,
        ),
    ),
    (
        "home address",
        re.compile(
            r"(?P<it>(?:(?:г|гор|с|пос|п|аул)\.\s?[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+,\s)?(?:ул|улиц[аеы]|"
            r"мкр|микрорайон\w*|пр|проспект\w*|"
            r"пер)\.?\s?[А-ЯӘҒҚҢӨҰҮҺІ«\d][^,;\n]{1,30},\s?(?:д|"
            r"дом\w*)?\.?\s?\d+[\w/-]*(?:,\s?(?:кв|квартир\w*)\.?\s?\d+)?)"
        ),
    ),
    (
        "account",
        re.compile(
            r"(?:ник\w*|никнейм\w*|псевдоним\w*|прозвищ\w*|лақап\w*|nick\w*|бүркеншік атты|"
            r"alias)[^«\"\n]{0,25}[«\"](?P<it>[^»\"\n]{2,30})[»\"]",
            re.I,
        ),
    ),
    (
        "account",
        re.compile(
            r"[«\"](?P<it>[^»\"\n]{2,30})[»\"]\s(?:деген|атты)\s(?:бүркеншік|лақап|жасырын)", re.I
        ),
    ),
)
_KAZAKH_STREET = re.compile(
    r"көшесі,?\s[^;\n]{1,40}?(?=\s(?:мекен|тұра|тұрғ|бойынша)|[)»]|,\s[а-яәғқңөұүһі]{4,}|\n|$)"
)
_KAZAKH_PLACE = re.compile(r"облыс|қала|қ\.|ауыл|аудан|кент|шағынаудан")

_OFFICIAL_BEFORE = re.compile(
    r"(?:судь[яией]\w*|суд\sв\sсоставе|председательств\w+(?:\sсудь\w+)?|"
    r"секретар\w+(?:\sсудебного\sзаседания)?|прокурор\w*|обвинител\w+|"
    r"протокола\sсекретар\w+|"
    r"судья\w*|төрағалық\sет\w+(?:\sсудья)?|хатшы\w*|отырысының\sхатшысы|айыптаушы\w*|көмекшісі|"
    r"сот\sалқасы|алқасы|алқа|құрамында|судьялар|коллеги[ия]|в\sсоставе|суде[йи]|"
    r"judges?|secretary|prosecutor|composed\sof|presided\sover\sby(?:\sjudge)?)[\s:(–-]{1,3}$",
    re.IGNORECASE,
)


_SEVERAL = re.compile(
    r"суде[йи]\b|составе|коллегия|судьялар|құрамында|алқа|сотының|судьи|judges|composed of|panel",
    re.IGNORECASE,
)
"""A bench: names after a judge's are judges too."""


Named = tuple[CourtText, Sequence[CourtName], Sequence[CourtName]]
"""A decision, the names in it, and those of them that are officials'."""


def mask_court(
    annotated: AnnotatedDocument, decisions: Sequence[CourtText], key: bytes
) -> AnnotatedDocument:
    """The document with the persons that only court texts print so; all spans are masked anew.

    Args:
        key: the observatory's key for pseudonyms.
    """
    people = [(m.span.start, m.span.end) for m in annotated.mentions if m.kind == "person"]
    named = [
        (decision, names, officials_among(annotated.text.text, names))
        for decision in decisions
        for names in [find_names(annotated.text.text, decision.whole, people)]
    ]
    added = list(_added(annotated, named, key))
    wider = [(m.span.start, m.span.end) for m in added]
    kept = [
        m
        for m in annotated.mentions
        if m.kind != "person" or not _covered(m.span.start, m.span.end, wider)
    ]
    told = sorted([*kept, *added], key=lambda m: (m.span.start, m.kind))
    mentions = _one_code_each(named, told, key)
    redactor = Redactor(mentions)
    text = annotated.text
    new = {m.span.id for m in added}
    shown = {
        text.text[m.span.start : m.span.end]: m.code or "" for m in mentions if m.span.id in new
    }
    return replace(
        annotated,
        mentions=tuple(
            replace(m, span=redactor.span(make_span(text, m.span.start, m.span.end)))
            for m in mentions
        ),
        figures=tuple(
            redact_wording(
                replace(f, span=redactor.span(make_span(text, f.span.start, f.span.end))), shown
            )
            for f in annotated.figures
        ),
    )


def _added(annotated: AnnotatedDocument, named: Sequence[Named], key: bytes) -> Iterator[Mention]:
    hidden = [
        (m.span.start, m.span.end)
        for m in annotated.mentions
        if m.kind == "personal_data" or (m.kind == "person" and m.role == "private")
    ]
    text = annotated.text.text
    for decision, names, officials in named:
        for name in names:
            if name not in officials and not _covered(name.start, name.end, hidden):
                code = pseudonym(text[name.start : name.end], key)
                yield _mention(annotated, "person", code, "private", (name.start, name.end))
        for role, (start, end) in _data(text, decision.whole):
            if not _covered(start, end, hidden):
                hidden.append((start, end))
                code = data_pseudonym(text[start:end], key)
                yield _mention(annotated, "personal_data", code, role, (start, end))


def _one_code_each(
    named: Sequence[Named], mentions: Sequence[Mention], key: bytes
) -> list[Mention]:
    """The same with one pseudonym for each defendant, however a decision shortens the name."""
    codes: dict[int, str] = {}
    for decision, names, officials in named:
        for accused in find_accused(decision, names, officials):
            code = accused_pseudonym(accused, key)
            codes |= {
                at: code for name in accused.names if code for at in range(name.start, name.end)
            }
    return [
        replace(m, code=codes.get(m.span.start, m.code))
        if m.kind == "person" and m.role == "private"
        else m
        for m in mentions
    ]


def officials_among(text: str, names: Sequence[CourtName]) -> list[CourtName]:
    """Names of judges, secretaries and prosecutors, also where they stand again."""
    named: list[CourtName] = []
    for place, name in enumerate(names):
        before = text[max(0, name.start - 60) : name.start]
        listed = (
            place > 0
            and names[place - 1] in named
            and _SEVERAL.search(text[max(0, name.start - 130) : name.start])
            and re.fullmatch(
                r"\s?(?:,|и|және|мен|and|\(председательствующий\),|\(төрағалық етуші\),)+\s",
                text[names[place - 1].end : name.start],
            )
        )
        if _OFFICIAL_BEFORE.search(before) or listed:
            named.append(name)
    return [
        n
        for n in names
        if n in named
        or (
            n.surname
            and any(
                n.is_same(o) and n.surname & o.surname and n.initials[:1] == o.initials[:1]
                for o in named
            )
        )
    ]


def _data(text: str, whole: Stretch) -> Iterator[tuple[str, Stretch]]:
    for role, pattern in _PATTERNS:
        for match in pattern.finditer(text, *whole):
            start, end = match.span("it")
            while start < end and text[start] in " :–-":
                start += 1
            while end > start and text[end - 1] in " ,.–-":
                end -= 1
            if end - start > 2:
                yield role, (start, end)
    for place in _kazakh_addresses(text, whole):
        yield "home address", place


def _kazakh_addresses(text: str, whole: Stretch) -> Iterator[Stretch]:
    """Street and house, with the town before them: ``Терсай қаласы, Абай көшесі, 5-үй``."""
    for match in _KAZAKH_STREET.finditer(text, *whole):
        line = max(text.rfind("\n", 0, match.start()), match.start() - 90, whole[0] - 1) + 1
        start = max(line, text.rfind(",", line, match.start()) + 1)
        while start > line + 1:
            before = max(line, text.rfind(",", line, start - 1) + 1)
            if not _KAZAKH_PLACE.search(text[before:start]):
                break
            start = before
        yield start + (text[start : start + 1] == " "), match.end()


def _covered(start: int, end: int, hidden: Sequence[Stretch]) -> bool:
    """Whether a hidden stretch holds all of it."""
    return any(s <= start and end <= e for s, e in hidden)


def _mention(
    annotated: AnnotatedDocument, kind: str, code: str, role: str, place: Stretch
) -> Mention:
    span = make_span(annotated.text, *place)
    return Mention(identify("mention", kind, span.id), kind, code, role, span)
