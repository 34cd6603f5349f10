"""Read punishments from what a court decided of one defendant.

Kinds as in art. 40 of the Criminal Code of Kazakhstan of 2014 (and art. 39 of that of 1997).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sholu.verdicts.model import Sanction
from sholu.verdicts.numbers import NUMBER, read_number

_BRACKET = r"(?: ?\([^)]{1,60}\))?"
_YEAR = r"(?:лет|год\w*|г\.|жыл\w*|years?|year's)"
_MONTH = r"(?:месяц\w*|мес\.?|ай(?:ға|дан|лық|ы)?|months?)(?!\w)"
_DAY = r"(?:сут\w+|дн\w+|день|тәулік\w*|күн\w*|days?)(?!\w)"
_HOUR = r"(?:час\w*|сағат\w*|hours?)(?!\w)"
_AND = r"(?:,? (?:и|and|мен|және) | ?, ?| )"
_FEW = NUMBER.replace(r"\d[\d ]*", r"(?<!\d)\d{1,2}")
TERM = (
    rf"(?P<years>{_FEW}){_BRACKET} ?{_YEAR}(?:{_AND}(?P<months>{NUMBER}){_BRACKET} ?{_MONTH})?"
    rf"|(?P<only>{NUMBER}){_BRACKET} ?{_MONTH}"
)
_TERM = re.compile(TERM)
_DAYS = re.compile(rf"(?P<number>{NUMBER}){_BRACKET} ?-? ?{_DAY}")
_HOURS = re.compile(rf"(?P<number>{NUMBER}){_BRACKET} ?-? ?{_HOUR}")
_MCI = re.compile(
    rf"(?P<number>{NUMBER}){_BRACKET}[ -]?(?:кратн\w+ )?(?:размер\w+ )?(?:еселенген |еселік )?"
    r"(?:месячн\w+ расч[её]тн\w+ показател\w+|мрп\b|айлық есептік көрсеткіш\w*|аек\b|"
    r"monthly calculation (?:index|indices|indexes)|mci\b|mrp\b)"
)
_MCI_TIMES = re.compile(
    rf"(?:айлық есептік көрсеткіш\S*|аек\S*) (?P<number>{NUMBER}){_BRACKET} (?:еселенген|еселік)"
)
_KZT = re.compile(
    rf"(?P<number>\d[\d ]*(?:[.,]\d+)?|{NUMBER}){_BRACKET} ?(?P<scale>тысяч\w*|"
    rf"тыс\.?|мың|млн\.?|миллион\w*|"
    r"thousand|million)? ?(?:\([^)]{0,80}\) ?)?(?:тенге|теңге|тг\b|kzt\b|tenge\b)"
)
_EN_KZT = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+) ?(?P<scale>thousand|million)? ?(?:tenge|kzt)"
)
_SCALES = {"т": 1e3, "мы": 1e3, "мл": 1e6, "ми": 1e6, "th": 1e3, "mi": 1e6}

_LIFE = re.compile(r"пожизненн\w+ лишени\w+ свобод|өмір бойы бас бостандығы|life imprisonment")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "imprisonment",
        re.compile(
            r"лишени\w+ свобод\w+|бас бостандығынан(?P<gap> .{0,45}?)? ?айыр\w*|"
            r"imprison\w+|deprivation of liberty|in prison|лишить свободы"
        ),
    ),
    (
        "restriction_of_freedom",
        re.compile(
            r"ограничени\w+ свобод\w+|бас бостандығын(?P<gap> .{0,45}?)? ?шекте\w*|"
            r"бостандығын шекте\w*|restriction of (?:freedom|liberty)"
        ),
    ),
    (
        "community_service",
        re.compile(
            r"общественн\w+ работ\w*|қоғамдық жұмыс\w*|community (?:service|work)|public works"
        ),
    ),
    (
        "corrective_labour",
        re.compile(r"исправительн\w+ работ\w*|түзеу жұмыс\w*|corrective (?:labou?r|works?)"),
    ),
    ("arrest", re.compile(r"арест(?:а|у|ом)?(?= )|қамаққа(?: алу\w*)?|қамақ жаза\w*|\barrest\b")),
    ("fine", re.compile(r"штраф\w*|айыппұл\w*|\bfined?\b")),
    (
        "deprivation_of_right",
        re.compile(
            r"лишени\w+ права|лишить (?:его |ее )?права|құқығынан(?: .{0,45}?)? ?айыр\w*|"
            r"deprivation of the right|disqualif\w+|prohibit\w+ from (?:holding|engaging)"
        ),
    ),
    ("deprivation_of_rank", re.compile(r"лишени\w+ (?:\w+ )?звани\w+|атағынан айыр\w*")),
    (
        "expulsion",
        re.compile(
            r"выдворени\w+|выдворить|тыс жерге(?: \w+)? ?шығар\w*|шекарадан тыс|елден шығар\w*|"
            r"expulsion|expel\w*|deport\w+"
        ),
    ),
)
_CONDITIONAL = re.compile(
    r"(?<!без )\bусловн(?:ым|о|ое|ого|ому|ы)\b(?!-досроч)|условное осуждени|"
    r"шартты(?! сатып)(?! түрде мерзімінен)"
    r"|suspended|conditional(?:ly)?\b|испытательн\w+ срок"
)
_FINAL = re.compile(
    r"окончательн|по совокупности (?:преступлений|приговоров)[^.;]{0,200}?(?:назнач|к отбытию)|"
    r"к отбыти\w+ (?:определ|назнач)|түпкілікті|біржола|жиынтығы бойынша|finally|final punishment|"
    r"the final|aggregate"
)
_NOT_IMPOSED = re.compile(
    r"прос(?:ил|ит|ят)|предлож|зачесть|зач[её]т срока|из расч[её]та|замен(?:ить|яется|ен)|в случае "
    r"(?:злостного |неуплаты|уклонени)|"
    r"отбывани\w+ наказани\w+ в виде лишени\w+ свободы в|сұра(?:ды|йды)|"
    r"есепке алын|ауыстырыл|asked for|requested|counted towards|may be replaced|"
    r"срок(?:а)? (?:отбыти|отбывани|наказани|"
    r"лишени\w+ свободы)\S* (?:наказани\S+ )?исчисл|пробационн\w+ контрол|"
    r"оставшейся не отбытой|неотбыт|(?:вместо|взамен) (?:назнач|ранее)"
)
_PROBATION = re.compile(
    rf"(?:пробационн\w+ контрол\w+|probation(?: \w+){{0,3}}|"
    rf"испытательн\w+ срок\w*)[^.;]{{0,30}}?(?:{TERM})|"
    rf"(?:{TERM.replace('?P<', '?P<b_')})(?:ға|ге|қа|ке)? (?:мерзім\w+ )?пробация\w+(?: бақылау)?|"
    rf"пробация\w+ бақылау[^.;]{{0,20}}?(?:{TERM.replace('?P<', '?P<c_')})"
)
"""The length of probation is no punishment's."""

_BESIDE = re.compile(
    rf"(?:{TERM}|{_DAYS.pattern.replace('?P<number>', '')}|"
    rf"{_HOURS.pattern.replace('?P<number>', '')})(?:ға|ге|қа|ке|у|ам|"
    rf"м)? ?(?:мерзімге |мерзіміне |of |in )?$"
)
_NEAR = 110
"""Code points between a kind of punishment and its amount, at most."""


@dataclass(frozen=True)
class _Found:
    place: int
    sanction: Sanction


def read_sanctions(words: str) -> tuple[Sanction, ...]:
    """The punishments that finally stand, in the order of the text.

    Args:
        words: lower case, clauses about one defendant only, without what others asked for.
    """
    flat = _PROBATION.sub(" ", re.sub(r"\s+", " ", words))
    found = [one for clause in _imposing(flat) for one in _in_clause(*clause)]
    final = [match.start() for match in _FINAL.finditer(flat)]
    if final:
        found = [one for one in found if one.place > final[-1]] or found
    return _standing(found, _CONDITIONAL.search(flat) is not None)


def read_new_term(words: str) -> float | None:
    """The term that a higher court cut a punishment to, in months, where no kind is repeated."""
    flat = re.sub(r"\s+", " ", words)
    cut = re.search(
        rf"(?:снизить|смягчить|сократить|уменьшить|төмендет\w+|жеңілдет\w+|азайт\w+|reduce\w*|"
        rf"mitigat\w+)[^.;]{{0,160}}?(?:до |to )(?:{TERM})|(?:{TERM.replace('?P<', '?P<k_')})"
        r"(?:ға|ге|қа|ке)? (?:дейін )?(?:төмендет|жеңілдет|азайт|қысқарт)",
        flat,
    )
    if cut is None:
        return None
    groups = cut.groupdict()
    if groups["years"] or groups["only"]:
        return _months(groups["years"], groups["months"], groups["only"])
    return _months(groups["k_years"], groups["k_months"], groups["k_only"])


def _imposing(flat: str) -> Iterator[tuple[int, str]]:
    """Clauses that impose something, with their place."""
    place = 0
    for piece in re.split(r"(?<=[;])|(?<=[а-яәғқңөұүһіa-z)]\.)(?= )|(?=зачесть|зачет )", flat):
        if not _NOT_IMPOSED.search(piece):
            yield place, piece
        else:
            kept = _NOT_IMPOSED.split(piece)[0]
            if kept.strip():
                yield place, kept
        place += len(piece)


def _in_clause(place: int, clause: str) -> Iterator[_Found]:
    kinds = sorted(
        ((match, kind) for kind, pattern in _KINDS for match in pattern.finditer(clause)),
        key=lambda pair: pair[0].start(),
    )
    for number, (match, kind) in enumerate(kinds):
        before = kinds[number - 1][0].end() if number else 0
        after = kinds[number + 1][0].start() if number + 1 < len(kinds) else len(clause)
        if kind == "imprisonment" and _LIFE.search(
            clause[max(0, match.start() - 20) : match.end()]
        ):
            yield _Found(place + match.start(), _sanction("life_imprisonment"))
            continue
        sanction = _amount(kind, clause, match, before, after)
        if sanction is not None:
            yield _Found(place + match.start(), sanction)


def _amount(
    kind: str, clause: str, match: re.Match[str], before: int, after: int
) -> Sanction | None:
    """The sanction with its amount: inside the words, after them, or before them."""
    inside = match.groupdict().get("gap") or ""
    ahead = clause[match.end() : min(after, match.end() + _NEAR)]
    behind = clause[max(before, match.start() - _NEAR) : match.start()]
    order = [(inside, False), (ahead, False), (behind, True)]
    if _BESIDE.search(behind) or re.search(r"[әғқңөұүһі]", match.group()):
        order = [(inside, False), (behind, True), (ahead, False)]
    for words, last in order:
        sanction = _measured(kind, words, last)
        if sanction is not None:
            return sanction
    return (
        _sanction(kind)
        if kind in ("expulsion", "deprivation_of_rank", "deprivation_of_right")
        else None
    )


def _measured(kind: str, words: str, last: bool) -> Sanction | None:
    if kind == "fine":
        return _fine(words, last)
    if kind == "community_service":
        hours = _pick(_HOURS, words, last)
        return _sanction(kind, hours=read_number(hours["number"])) if hours else None
    if kind == "arrest" and (days := _pick(_DAYS, words, last)):
        return _sanction(kind, days=read_number(days["number"]))
    if kind == "corrective_labour" and (fine := _fine(words, last)):
        return _sanction(kind, kzt=fine.amount_kzt, mci=fine.amount_mci)
    term = _pick(_TERM, words, last)
    if term is None or kind == "expulsion":
        return None
    return _sanction(kind, months=_months(term["years"], term["months"], term["only"]))


def _fine(words: str, last: bool) -> Sanction | None:
    mci = _pick(_MCI, words, last) or _pick(_MCI_TIMES, words, last)
    kzt = _pick(_EN_KZT, words, last) or _pick(_KZT, words, last)
    if mci is None and kzt is None:
        return None
    amount = None
    if kzt is not None:
        number = kzt["number"].replace(",", "") if kzt.re is _EN_KZT else kzt["number"]
        scale = next((v for k, v in _SCALES.items() if (kzt["scale"] or "").startswith(k)), 1.0)
        amount = read_number(number) * scale
    return _sanction("fine", kzt=amount, mci=read_number(mci["number"]) if mci else None)


def _pick(pattern: re.Pattern[str], words: str, last: bool) -> re.Match[str] | None:
    """The first match, or the last one where the words stand before the kind."""
    found = list(pattern.finditer(words))
    if not found:
        return None
    return found[-1] if last else found[0]


def _months(years: str | None, months: str | None, only: str | None) -> float:
    total = read_number(years) * 12 if years else 0.0
    return total + (read_number(months) if months else 0.0) + (read_number(only) if only else 0.0)


def _sanction(
    kind: str,
    *,
    months: float | None = None,
    days: float | None = None,
    hours: float | None = None,
    kzt: float | None = None,
    mci: float | None = None,
) -> Sanction:
    return Sanction(kind, months, days, hours, kzt, mci, conditional=False)


_ADDED = ("deprivation_of_right", "deprivation_of_rank", "expulsion")
"""Additional punishments; the others are main ones, of which one stands (art. 40 of 2014)."""


def _standing(found: list[_Found], conditional: bool) -> tuple[Sanction, ...]:
    """The last main punishment and the last of each additional kind."""
    by_kind: dict[str, Sanction] = {}
    mains = [one.sanction for one in found if one.sanction.kind not in _ADDED]
    if mains:
        last = mains[-1]
        by_kind[last.kind] = Sanction(
            last.kind,
            last.months,
            last.days,
            last.hours,
            last.amount_kzt,
            last.amount_mci,
            conditional=conditional,
        )
    for one in found:
        if one.sanction.kind in _ADDED:
            by_kind[one.sanction.kind] = one.sanction
    return tuple(by_kind.values())
