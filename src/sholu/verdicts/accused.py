"""Find the defendants of a decision, and which clauses are about whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sholu.mentions.pseudonyms import pseudonym
from sholu.verdicts.court_text import CourtText, Stretch
from sholu.verdicts.names import CourtName
from sholu.verdicts.sentences import clauses

_OTHER_BEFORE = re.compile(
    r"(?:свидетел\w+|понят\w+|потерпевш\w+|эксперт\w*|специалист\w*|адвокат\w*|"
    r"защитник\w*|судь[яией]\w*|секретар\w+|прокурор\w*|"
    r"обвинител\w+|председательств\w+|закупщик\w*|покупател\w+|знаком\w+|"
    r"под псевдонимом|с ником|вместо|"
    r"куә\w*|қорғаушы\w*|адвокат\w*|судья\w*|хатшы\w*|айыптаушы|жәбірленуші\w*|"
    r"сатып алушы|сарапшы|көмекшісі|"
    r"witness\w*|counsel|advocate|lawyer|judges?|secretary|prosecutor|expert|victim|to)"
    r"(?: –| -|:)?\s(?:адвокат\w*\s)?[«‹\"(]{0,2}$"
)
_ACCUSED_NEAR = re.compile(
    r"(?:обвинени\w+|в отношении|подсудим\w+|осужд[её]нн\w+|обвиняем\w+|дело|"
    r"гражданин\w*|которым|осуждён|осужден|"
    r"сотталушы\w*|сотталған|айыпталушы\w*|against|case of|defendant|convicted?|"
    r"accused|in respect of)"
    r"\W{1,3}(?:гражданина\s|республики\s\w+\s){0,3}[^\w]{0,4}$"
)
_ACCUSED_AFTER = re.compile(
    r"^\W{0,3}(?:,?\s?\d{2}[.]\d{2}|[^.\n]{0,25}(?:года рождения|г\.\s?р|рожд)|"
    r"родивш|қатысты|обвин|осужд[её]н|признан|"
    r"[^\n]{0,150}?(?:айыптал|сотталған|сотталды|кінәлі)|[^\n]{0,40}born|"
    r"was (?:convicted|charged|found)|,? charged|\(date of birth)"
)
_JUDGES = re.compile(
    r"признать|признан|оправда|осудить|невиновн|виновн|освободить от уголовной|"
    r"прекратить|кінәлі|ақтал|ақта(?:уға|п)|кінәсіз|айыпты деп|"
    r"жауаптылықтан|guilty|acquit|sentence|terminat"
)
"""Words of a clause that says guilty or not: whoever it names is a defendant."""

_DECIDES = re.compile(
    r"призна(?:ть|н)|оправда|осудить|освободить|прекратить|прекращен|назначить|"
    r"в отношении|невиновн|определить|изменить|оставить|отменить|"
    r"кінәлі|ақтал|ақтау|кінәсіз|босат|тоқтат|тағайында|сотталсын|қатысты|өзгер|"
    r"күші|guilty|acquit|sentence|release|terminat|in respect|impose|uphold"
)


@dataclass(frozen=True)
class Accused:
    """A defendant: all places where the decision names him, the fullest name first known."""

    names: tuple[CourtName, ...]

    @property
    def fullest(self) -> CourtName:
        """The longest of the names."""
        return max(self.names, key=lambda name: (len(name.surname) > 0, name.end - name.start))

    def stands_in(self, stretch: Stretch) -> bool:
        """Whether he is named within a stretch."""
        starts = [name.start for name in self.names]
        place = bisect_left(starts, stretch[0])
        return place < len(starts) and starts[place] < stretch[1]


def accused_pseudonym(accused: Accused, key: bytes) -> str | None:
    """The pseudonym by surname and first letter; None where no surname is told."""
    name = accused.fullest
    if not name.surname:
        return None
    stem = min(name.surname, key=lambda one: (len(one), one))
    return pseudonym(" ".join([stem, *name.initials]), key)


def find_accused(
    decision: CourtText, names: Sequence[CourtName], officials: Sequence[CourtName]
) -> tuple[Accused, ...]:
    """The defendants in the order of their first mention as such."""
    private = [name for name in names if name not in officials]
    sure = _named_in_operative(decision, private, _JUDGES)
    near = _named_in_operative(decision, private, _DECIDES)
    header = [n for n in private if n.start < decision.header[1] and _is_accused(decision, n)]
    seeds = header if decision.is_correction else sure or _with_support(near, header)
    seeds = seeds or _most_named([name for name in private if not _is_other(decision, name)])
    groups: list[list[CourtName]] = []
    for seed in sorted(seeds, key=lambda name: (not name.surname, name.start)):
        if not any(any(seed.is_same(other) for other in group) for group in groups):
            groups.append([seed])
    for name in private:
        fitting = [group for group in groups if name is not group[0] and name.is_same(group[0])]
        if len(fitting) == 1 and not _is_other(decision, name):
            fitting[0].append(name)
    found = [Accused(tuple(sorted(group, key=lambda n: n.start))) for group in groups]
    return tuple(sorted(found, key=lambda accused: accused.names[0].start))


def _most_named(names: Sequence[CourtName]) -> list[CourtName]:
    """The person named most often, where neither accusation nor decision names one by its form."""
    if not names:
        return []
    return [max(names, key=lambda name: sum(name.is_same(other) for other in names))]


def _with_support(sure: list[CourtName], header: list[CourtName]) -> list[CourtName]:
    """Names decided about that the header accuses too; all of either if the other is empty."""
    if not sure or not header:
        return sure or header
    both = [name for name in sure if any(name.is_same(other) for other in header)]
    return both or header


def _is_other(decision: CourtText, name: CourtName) -> bool:
    before = decision.low[max(0, name.start - 45) : name.start]
    return bool(_OTHER_BEFORE.search(before))


def _is_accused(decision: CourtText, name: CourtName) -> bool:
    if _is_other(decision, name):
        return False
    before = decision.low[max(0, name.start - 60) : name.start]
    after = decision.low[name.end : name.end + 170]
    return bool(_ACCUSED_NEAR.search(before) or _ACCUSED_AFTER.search(after))


def _named_in_operative(
    decision: CourtText, names: Sequence[CourtName], deciding: re.Pattern[str]
) -> list[CourtName]:
    found = []
    for clause in clauses(decision.text, decision.operative):
        words = decision.words(clause)
        if deciding.search(words) is None:
            continue
        found += [
            name
            for name in names
            if clause[0] <= name.start < clause[1] and not _is_other(decision, name)
        ]
    return found


def share_out(
    decision: CourtText, stretch: Stretch, accused: Sequence[Accused]
) -> list[list[Stretch]]:
    """The clauses of a stretch by defendant: of those named in it, else of those named before.

    A paragraph that begins without a name belongs to the first that it names; clauses before the
    first name are everybody's.
    """
    shares: list[list[Stretch]] = [[] for _ in accused]
    current: list[int] = list(range(len(accused)))
    cut = clauses(decision.text, stretch)
    owners = [_owners(decision, clause, accused) for clause in cut]
    for number, clause in enumerate(cut):
        begins = number == 0 or decision.text[cut[number - 1][1] - 1] == "\n"
        current = (
            owners[number] or (_ahead(decision, cut, owners, number) if begins else []) or current
        )
        for place in current:
            shares[place].append(clause)
    return shares


_FROM_WHOM = re.compile(r"(?<!\w)(?:у|от|со слов|from)\s$")


def _owners(decision: CourtText, clause: Stretch, accused: Sequence[Accused]) -> list[int]:
    """Who a clause is about: not the one from whom another bought, unless it names him only."""
    named = {
        place: [n for n in one.names if clause[0] <= n.start < clause[1]]
        for place, one in enumerate(accused)
        if one.stands_in(clause)
    }
    acting = [
        place
        for place, names in named.items()
        if any(not _FROM_WHOM.search(decision.low[max(0, n.start - 9) : n.start]) for n in names)
    ]
    return acting or list(named)


def _ahead(
    decision: CourtText, cut: Sequence[Stretch], owners: Sequence[list[int]], number: int
) -> list[int]:
    """Who is named first in the paragraph that begins with a clause."""
    for place in range(number, len(cut)):
        if owners[place]:
            return owners[place]
        if decision.text[cut[place][1] - 1] == "\n":
            return []
    return []
