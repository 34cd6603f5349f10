"""What a decision says that weighs on punishment: mitigating circumstances, procedure, relapse."""

from __future__ import annotations

import re

_MITIGATING_LINE = re.compile(r"смягча\w+|жеңілдет\w+|mitigat\w+", re.IGNORECASE)
_NO_MITIGATING = re.compile(
    r"(?:смягча\w+)[^.]{0,120}(?:не (?:усматрива|установлен|имеется|выявлен)|нет\b|отсутству)|"
    r"не (?:усматрива|установлен|имеется)\w*[^.]{0,40}смягча|"
    r"жеңілдет\w+[^.]{0,60}(?:анықталған жоқ|анықталмады|жоқ\b|көрмейді)|"
    r"no mitigating"
)
_MITIGATING: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "admission",
        re.compile(
            r"признани\w+ (?:своей )?вин|признал\w* вин|вину призна|кінәсін (?:толық |"
            r"ішінара )?мойында|admi(?:ssion|tt)\w*|guilty plea"
        ),
    ),
    ("repentance", re.compile(r"раская\w+|раскаива\w+|өкін\w+|repentan|remorse")),
    (
        "help_to_investigation",
        re.compile(
            r"способствова\w+|содейств\w+|сотрудничеств|көмектес|жәрдемдес|assist\w*|"
            r"cooperat|help\w* (?:to|in|with) "
        ),
    ),
    (
        "voluntary_surrender",
        re.compile(
            r"явк\w+ с повинной|добровольн\w+ (?:сдач|выдач)|айыбын мойындап кел|"
            r"өз еркімен (?:бер|тапсыр|кел)|voluntary surrender|surrender"
        ),
    ),
    (
        "minor_children",
        re.compile(
            r"малолетн\w+|несовершеннолетн\w+ (?:ребен|дет)|(?:ребенк|детей|"
            r"дети)\w*[^.]{0,25}иждивен|наличи\w+[^.,]{0,25}(?:ребенк|детей)|жас бала|"
            r"балалары|балаларының|кәмелетке толмаған бала|minor child|young child|"
            r"dependent child"
        ),
    ),
    (
        "first_offence",
        re.compile(
            r"впервые|алғаш\w*|бірінші рет|first (?:time|offen[cs]e)|offen[cs]e is (?:his|"
            r"her) first|no previous convict"
        ),
    ),
    (
        "youth",
        re.compile(
            r"несовершеннолети\w+ (?:виновн|подсуд)|молодо\w+ возраст|жас ерекше|"
            r"кәмелетке толма(?:ған|у)\w*(?! бала)|жас болуы|young age|youth|minority of"
        ),
    ),
    (
        "age",
        re.compile(r"пожило\w+ возраст|преклонн|пенсионн|қарт|зейнет|advanced age|elderly|retire"),
    ),
    (
        "illness",
        re.compile(
            r"заболевани|болезн|инвалид|состояни\w+ здоровья|денсаулы|ауру|мүгедек|illness|"
            r"disease|health|disab"
        ),
    ),
    ("pregnancy", re.compile(r"беременн|жүкті|pregnan")),
    (
        "positive_character",
        re.compile(
            r"положительн\w+ характер|характеризу\w+ положительн|оң мінез|жақсы мінез|"
            r"жағымды мінез|positive character|good character|positive reference"
        ),
    ),
    (
        "hardship",
        re.compile(
            r"тяжел\w+ (?:жизненн|материальн|семейн)|стечени\w+ (?:тяжел|обстоятельств)|"
            r"ауыр (?:өмірлік|отбасы|материал)|hardship|difficult (?:life|financial)"
        ),
    ),
    (
        "coercion",
        re.compile(
            r"принуждени|под влиянием угроз|зависимост\w+ от (?:другого|иного)|"
            r"мәжбүрлеу салдар|coerc|duress"
        ),
    ),
)


def read_mitigating(words: str) -> tuple[str, ...]:
    """What the court counts in a defendant's favour, in the order of the code list."""
    flat = re.sub(r"\s+", " ", words)
    if _NO_MITIGATING.search(flat):
        return ()
    found: set[str] = set()
    for match in _MITIGATING_LINE.finditer(flat):
        start = flat.rfind(". ", 0, match.start()) + 1
        stop = _stop(flat, match.end())
        said = re.split(r"отягча|ауырлат|aggravat", flat[start:stop])[0]
        found |= {code for code, pattern in _MITIGATING if pattern.search(said)}
    if (
        {"minor_children"} <= found
        and "youth" in found
        and not re.search(r"молодо|young age", flat)
    ):
        found.discard("youth")
    return tuple(code for code, _ in _MITIGATING if code in found)


def _stop(flat: str, place: int) -> int:
    """The end of the sentence; after "mitigating:" also the list that follows."""
    end = re.compile(r"(?<!ст)(?<!ч)(?<!п)\.(?= )").search(flat, place)
    return end.start() if end else len(flat)


_PROCEDURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "procedural_agreement",
        re.compile(
            r"процессуальн\w+ соглашени|сделк\w+ о признани|согласительн\w+ производств|"
            r"процестік келісім|процессуалдық келісім|мәміле нысан|келісу іс жүргізу|"
            r"procedural agreement|plea (?:bargain|agreement)"
        ),
    ),
    ("jury", re.compile(r"присяжн|алқаби|jury")),
    (
        "shortened",
        re.compile(
            r"сокращенн\w+ (?:поряд|судебн|форм)|қысқартылған (?:тәртіп|сот|түрде)|"
            r"(?:abbreviated|shortened|summary|simplified) (?:procedure|trial|form)"
        ),
    ),
    (
        "accelerated",
        re.compile(
            r"ускоренн\w+ (?:досудебн|расследован|производств)|жеделдетілген|accelerated|"
            r"expedited"
        ),
    ),
    (
        "order",
        re.compile(
            r"приказн\w+ производств|бұйрық (?:арқылы |бойынша )?(?:іс жүргізу|өндірі)|"
            r"writ procedure|order proceedings"
        ),
    ),
)
_NOT_AGREED = re.compile(
    r"^[^.]{0,60}(?:не (?:заключ|проводил|применял)|жасалған жоқ|жасалмаған|was not|were not)"
)


def read_special_procedure(words: str) -> str | None:
    """The special procedure that a case was tried by."""
    flat = re.sub(r"\s+", " ", words)
    for code, pattern in _PROCEDURES:
        if any(
            not _NOT_AGREED.search(flat[m.end() : m.end() + 80]) for m in pattern.finditer(flat)
        ):
            return code
    return None


NOT_REPEATED = re.compile(
    r"не\s?судим\w*|судимост\w+ не име|судим\w* не имеющ|не имеющ\w+ судимост|"
    r"юридически не судим|не являющ\w+ судим|"
    r"сотталмаған|соттылығы жоқ|бұрын сотты болмаған|without (?:previous|prior|"
    r"a criminal)|no (?:previous|prior|criminal) (?:conviction|record)|"
    r"not previously convicted|never convicted"
)
REPEATED = re.compile(
    r"ранее (?:неоднократно )?(?:дважды )?судим\w*|(?<!не)(?<!не )\bсудим(?:ого|ый|"
    r"ая|ую|ой)?\b(?!ост)|имеющ\w+ (?:непогашенн\w+ )?судимост|опасн\w+ рецидив|"
    r"рецидив\w* преступл|"
    r"бұрын(?: \d{4}[^,]{0,60})?[^,.]{0,60}? сотталған|соттылығы бар|"
    r"соттылығы жойылмаған|қайталану\w*|previously convicted|prior conviction|"
    r"recidiv|repeat offender"
)


def read_repeated(words: str) -> bool | None:
    """Whether a defendant was convicted before; None if nothing is said."""
    flat = re.sub(r"\s+", " ", words)
    if NOT_REPEATED.search(flat):
        return False
    return True if REPEATED.search(flat) else None
