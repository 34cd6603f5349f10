"""The forms in which the press names days and stretches of days that count from its own."""

from __future__ import annotations

from datetime import timedelta

from sholu.events.spoken_days import (
    day_of_this_month,
    days_ago,
    days_between_weekdays,
    days_of_two_months,
    days_since,
    decade_of_month,
    last_stretch,
    last_weekday,
    last_weekend,
    night_between,
    night_to,
    numbered_month,
    one_day,
    since_january,
    two_days,
    two_weekdays,
    weekday_of_week,
    weeks_of_month,
)
from sholu.events.spoken_words import (
    DASH,
    DAY,
    MONTH,
    NUMBER,
    ORDINAL,
    WEEKDAY,
    WEEKDAY_STEM,
    WEEKDAYS,
    SpokenForm,
    spoken_form,
)

_YEAR = r"(?:,?\s(?:of\s)?(?:the\s)?(?P<y>20\d\d)(?:\sгод\w*|\sг\.)?)?"
_LASTING = (
    r"(?!\W*$)(?![^.]{0,80}\b(?:действу|вступ|работает|начал|запуск|applies|takes\b|opens?\b"
    r"|operates|works|force))"
)
"""A law or a service that is there since a day began on it; what was done since then went on."""

_PAST = r"(?:last|past|прошл\w+|прошедш\w+|минувш\w+|откен)"
_THIS_OR_PAST = rf"(?:this|эт\w+|осы|{_PAST})"
_MORE_DAYS = rf"(?:,\s(?:{DAY})){{0,6}}"
"""``5, 6 и 7 мая``: the days between the first and the last."""

_UNITS_OF = r"(?P<unit>weeks?|недел\w+|days|дн\w+)(?: of)?"

_TO_NIGHT = r"(?:га|ге|ка|ке|на|не) караган тун\w*"
_POSSESSED = r"-?(?:с[ыи]|[ыи])(?:н\w{0,4})?"
"""Endings of a numbered day of a Kazakh month, folded: 5-і, 12-сінде, 1-іне."""

_NIGHTS = (
    spoken_form(
        rf"(?:night (?:from|of) |ночь (?:на|со?) |ночью со? |со? ){WEEKDAY} (?:to|на)"
        rf" (?P<to>{WEEKDAY})",
        night_between,
    ),
    spoken_form(
        rf"{WEEKDAY_STEM}(?:дан|ден|нан|нен) (?P<to>{WEEKDAY_STEM}){_TO_NIGHT}", night_between
    ),
    spoken_form(
        rf"(?:(?:в ночь|ночью) на|overnight (?:to|into)|in the night to|the night before)"
        rf" (?P<to>{WEEKDAY})",
        night_to,
    ),
    spoken_form(rf"(?P<to>{WEEKDAY_STEM}){_TO_NIGHT}", night_to),
    spoken_form(
        rf"(?:from|с|со|between) (?P<from>{WEEKDAY}) (?:to|till|through|and|по|до)"
        rf" (?P<to>{WEEKDAY})",
        days_between_weekdays,
    ),
    spoken_form(
        rf"(?:on |в |во )?(?P<from>{WEEKDAY})(?:{DASH}| (?:и|and|мен|пен|жане) (?:в |во )?)"
        rf"(?P<to>{WEEKDAY})(?: кун\w+)?",
        two_weekdays,
    ),
)
_STRETCHES = (
    spoken_form(
        rf"(?:(?:с|со|between|from|on)\s)?(?P<d1>{DAY})(?:-?[гео]{{1,2}})?{_MORE_DAYS}"
        rf"(?:{DASH}|/|,?\s(?:и|на|по|to|and|through|жане)\s)"
        rf"(?P<d2>{DAY})(?:-?[гео]{{1,2}})?(?:\sof)?\s(?P<m>{MONTH}){_YEAR}",
        two_days,
    ),
    spoken_form(
        rf"(?:(?:between|from|on)\s)?(?P<m>{MONTH})\s(?P<d1>{DAY}){_MORE_DAYS}"
        rf"(?:{DASH}|,?\s(?:to|and|through)\s)(?P<d2>{DAY}){_YEAR}",
        two_days,
    ),
    spoken_form(
        rf"(?P<d1>{DAY}){_MORE_DAYS}"
        rf"(?:{DASH}|\s(?:мен|бен|пен|жане)\s|-?(?:с?[ыи])?(?:нан|нен|дан|ден|тан|тен)\s)"
        rf"(?P<d2>{DAY})(?:-?\w{{2,3}})?\s(?P<m>{MONTH})(?P<y>(?!))?",
        two_days,
    ),
    spoken_form(
        rf"(?P<m>{MONTH})\s(?:а[йи]ынын\s)?(?P<d1>{DAY}){_MORE_DAYS}(?:{_POSSESSED})?"
        rf"(?:{DASH}|\s(?:мен|бен|пен|жане)\s|\s)(?P<d2>{DAY})"
        rf"(?:{_POSSESSED})?(?P<y>(?!))?(?: (?:дейин|аралыгында|кун\w+))?",
        two_days,
    ),
    spoken_form(
        rf"(?:с |со )?(?P<d1>{DAY}) (?P<m1>{MONTH})"
        rf"(?: (?:мен|бен|пен|жане|и|and|to|until|till|through|по|до|на) |{DASH})"
        rf"(?P<d2>{DAY}) (?P<m2>{MONTH})",
        days_of_two_months,
    ),
    spoken_form(
        rf"(?P<m1>{MONTH}) (?P<d1>{DAY})(?: (?:and|to|until|till|through) |{DASH})"
        rf"(?P<m2>{MONTH}) (?P<d2>{DAY})",
        days_of_two_months,
    ),
    spoken_form(
        r"(?:в |за |in the |over the |откен )?"
        r"(?P<which>first|last|перв\w+|последн\w+|алгашкы|сонгы)\s"
        rf"(?:(?P<n>{NUMBER})\s)?"
        rf"{_UNITS_OF} (?P<m>{MONTH})",
        weeks_of_month,
    ),
    spoken_form(
        rf"(?:за|in|over) (?P<n>{NUMBER}) {_UNITS_OF} (?P<m>{MONTH})(?P<which>(?!))?",
        weeks_of_month,
    ),
    spoken_form(
        rf"(?P<m>{MONTH}) (?:а[йи]ынын )?(?P<which>алгашкы|сонгы) (?:(?P<n>{NUMBER})\s)?"
        r"(?P<unit>апта|кун)\w+",
        weeks_of_month,
    ),
    spoken_form(
        rf"(?:(?:in|during|в|во) )?(?:the )?(?P<n>{ORDINAL}) (?:ten days|декад\w+)"
        rf" (?:of )?(?P<m>{MONTH})",
        decade_of_month,
    ),
)
_SINGLE_DAYS = (
    spoken_form(
        rf"(?P<n>{NUMBER})? ?(?P<unit>days?|nights?|дн\w+|сут\w+|кун|weeks?|недел\w+|апта)"
        r" (?:ago|назад|бурын)"
        r"|the day before yesterday|позавчера\w*|алдынгы ?куни",
        days_ago,
    ),
    spoken_form(
        r"this (?:morning|afternoon|evening)|(?:минувшей|прошлой|прошедшей|этой) ночью",
        lambda _, p: (p, p),
    ),
    spoken_form(r"last night|overnight", lambda _, p: (p - timedelta(1),) * 2),
    spoken_form(
        rf"(?P<m>{MONTH}) (?:а[йи]ынын )?(?P<d>{DAY}){_POSSESSED}(?: куни| караган тун\w*)?",
        one_day,
    ),
    spoken_form(
        rf"(?P<mn>1[0-2]|[1-9])-?(?:шы |ши )?а[йи]дын (?P<d>{DAY})-?(?:\w{{2,6}})?(?: куни)?",
        numbered_month,
    ),
    spoken_form(
        rf"(?:on the )?(?P<d>{DAY})(?:-?(?:го|е|ого) числа|(?:st|nd|rd|th) of (?:this|the) month"
        r"| числа| числом)",
        day_of_this_month,
    ),
    spoken_form(
        rf"(?:осы |агымдагы |устимиздеги )?а[йи]дын (?P<d>{DAY})-?(?:\w{{1,5}})?(?: куни)?",
        day_of_this_month,
    ),
)
_SINCE = (
    spoken_form(
        rf"(?:с начала (?:\w+ )?года|since the (?:beginning|start) of the year) (?:по|до|to|till)"
        rf" (?P<d>{DAY}) (?P<m>{MONTH})",
        since_january,
        counts=True,
    ),
    spoken_form(
        rf"(?:since january 1(?:st)?|since 1 january|с 1(?:-го)? января){_LASTING}",
        since_january,
        counts=True,
    ),
    spoken_form(
        rf"(?:since|starting from|с|со|начиная с) (?P<d>{DAY})(?:-го)? (?P<m>{MONTH}){_LASTING}",
        days_since,
    ),
    spoken_form(rf"since (?P<m>{MONTH}) (?P<d>{DAY}){_LASTING}", days_since),
    spoken_form(
        rf"(?:since (?:the )?(?:beginning|start) of|с начала|со старта) (?P<m>{MONTH})", days_since
    ),
    spoken_form(rf"(?P<m>{MONTH}) (?:а[йи]ынын )?басынан(?: бери)?", days_since),
    spoken_form(rf"(?P<d>{DAY}) (?P<m>{MONTH})(?:дан|ден|нан|нен|тан|тен) бери", days_since),
)
_WEEKS = (
    spoken_form(
        rf"(?P<which>осы|откен|былтыргы) аптанын (?P<day>{WEEKDAY_STEM})\w*(?: кун\w+)?",
        weekday_of_week,
    ),
    spoken_form(
        rf"(?:on |в |во )?(?P<day>{WEEKDAY}) (?:(?:of )?(?P<which>this|last) week"
        r"|(?:на )?(?P<which_ru>эт|прошл|минувш)ой недел[еи])",
        weekday_of_week,
    ),
    spoken_form(rf"(?:on )?(?P<past>{_PAST}) (?P<day>{WEEKDAY})", last_weekday),
    spoken_form(rf"(?:в|во) (?P<past>{_PAST}) (?P<day>{WEEKDAY})", last_weekday),
    spoken_form(
        rf"(?:on|в|во|со?|в эт\w+|утром|вечером|ночью|днем|early|late) (?P<day>{WEEKDAY})",
        last_weekday,
    ),
    spoken_form(
        rf"(?P<day>{'|'.join(names for names in WEEKDAYS)}) (?:куни|кунги|тунинде|кешинде|танында)",
        last_weekday,
    ),
    spoken_form(
        r"(?P<day>(?:ду[ий]сен|се[ий]сен|сарсен|бе[ий]сен|жексен)биде|жумада|сенбиде)", last_weekday
    ),
    spoken_form(
        rf"(?:(?:over|at|during|on) (?:the )?|(?:the )?)(?:{_THIS_OR_PAST} )weekend"
        r"|(?:over|at|during|on) the weekend"
        rf"|(?:за|в) (?:{_THIS_OR_PAST} )?выходные(?: дни)?|на (?:{_THIS_OR_PAST} )?выходных"
        rf"|{_PAST} уик-?энд"
        r"|(?:откен |осы )?демалыс кундери(?:нде)?",
        last_weekend,
    ),
    spoken_form(
        rf"(?:(?:over|in|during|for|within) the (?:last|past)|за (?:последн|прошедш|минувш)\w+"
        rf"|сонгы)\s(?:(?P<n>{NUMBER})\s)?"
        r"(?P<unit>days|weeks?|дн\w+|суток|сутки|недел\w+|апта(?:да)?|кун(?:де)?"
        r"|тауликте|а[йи](?:да)?(?= ишинде))",
        last_stretch,
    ),
)
DAY_FORMS: tuple[SpokenForm, ...] = (*_NIGHTS, *_STRETCHES, *_SINGLE_DAYS, *_SINCE, *_WEEKS)

LATE_FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        r"(?P<back>yesterday|вчера|вчерашн\w+|накануне|днем ранее|кеше|кешеги|кешкиси|a day earlier"
        r"|the (?:day|evening|night) before|the previous (?:day|morning|afternoon|evening|night))",
        lambda m, p: (p - timedelta(1),) * 2,
    ),
    spoken_form(rf"(?P<d>{DAY})(?:(?:-?\w{{2}})? |-)(?P<m>{MONTH})", one_day),
    spoken_form(r"(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)", last_weekday),
)
"""Days in spellings that only folding makes readable."""
