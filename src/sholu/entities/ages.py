"""The ages that a report gives of persons: outlets of every language print them, and alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TWO = r"(?P<one>\d\d)(?:\s*(?:[-–—]|to|and|до|и|және|мен|бен|пен)\s*(?P<two>\d\d))?"
"""One age or two: "aged 19 to 26", "19–26-летние", "29 және 31 жастағы"."""

_OF_TERMS = (
    r"(?:лишени|заключени|колони|тюрьм|условно|назад|строг|общего|каторг|свобод|ограничени|работ"
    r"|без|за |на двоих|\d+ мес|тому|спустя|подряд|испытательн|и \d|с конфискац|рожд)"
)
"""What follows the years of a punishment or of a time."""

_NOT_AFTER = "".join(
    rf"(?<!\b{word} )"
    for word in (
        "до", "на", "от", "за", "к", "ко", "в", "по", "и", "с", "через", "около", "почти", "более",
        "свыше", "менее", "срок", "сроком", "получил", "получила", "дали", "прошло", "последние",
        "минимум", "максимум", "ещё", "еще", "моложе", "старше", "просил", "просила", "требовал",
        "назначить", "назначил", "дал",
    )
) + r"(?<![–—] )"  # fmt: skip
"""What stands before the years of a punishment or of a time."""

_FORMS = tuple(
    re.compile(form.replace("AGE", _TWO), re.IGNORECASE)
    for form in (
        r"\bAGE[-\s]year[-\s]olds?\b",
        r"\bAGE years? old\b",
        r"\baged (?:between |from )?AGE\b(?! ?%)",
        r"\bages? (?:of |ranging |between |from )*AGE\b(?! ?%)",
        r"(?<=[a-z]), AGE(?=, | was | were | is | has |\.(?:\s|$))",
        r"\bAGE\s?[-–]?\s?летн\w+",
        r"\bвозраст\w* (?:от )?AGE\b",
        r"\b(?:мужчин|женщин|супруг|пенсионер|студент|парн|девушк|жител)\w+ AGE (?:лет|год)",
        r"\bAGE\s?[-–]?\s?жа[сш]т?[ат]\w*",
        r"\bжасы AGE\b",
        r"\bAGE жас аралығында\w*",
        r"\bAGE yoshl\w+",
        r"(?:\bему|\bей|\bим|\bкоторому|\bкоторой)(?: было| исполнилось| всего)? AGE\b(?! ?%)",
        rf"{_NOT_AFTER}\bAGE (?:лет|года?)\b(?!\s+{_OF_TERMS})",
        r"\b(?:he|she|who) (?:is|was) AGE\b(?! ?%)",
        r"\b(?:оған|жігітке|әйелге|жігіт|күдікті) AGE жас",
    )
)


def read_ages(text: str) -> tuple[int, ...]:
    """The ages of persons in a text, rising, each once; of a span its two ends.

    >>> read_ages("A 41-year-old driver and two men aged 19 to 26 were held.")
    (19, 26, 41)
    """
    found = (match.group("one", "two") for form in _FORMS for match in form.finditer(text))
    return tuple(sorted({int(age) for ages in found for age in ages if age and int(age) > 9}))


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def ages_of_births(births: Iterable[str], published: str | None) -> Iterator[int]:
    """The two ages that persons born on some days or in some years may have.

    >>> sorted(ages_of_births(["1989 года рождения"], "2025-08-13"))
    [35, 36]
    """
    if published is not None:
        for birth in births:
            for year in _YEAR.findall(birth):
                this_year = int(published[:4]) - int(year)
                yield from (this_year - 1, this_year)
