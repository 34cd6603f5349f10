"""What a decision tells of how drugs were found, and which story.

Cues are tried in the order of the lists; the first that fits decides. A cue that stands in a denial
("добровольно сдать не успел") does not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

HOW_FOUND: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "controlled_purchase",
        re.compile(
            r"контрол\w+ закуп|контрольн\w+ закуп|контролируем\w+ закуп|оперативн\w+ закуп|"
            r"проверочн\w+ закуп|"
            r"условн\w+ покупател|роли покупателя|имитаци\w+ преступн|бақыланатын сатып алу|"
            r"бақылап сатып алу|"
            r"бақылау сатып алу|жедел сатып алу|шартты сатып алушы|controlled (?:purchase|"
            r"buy|delivery)|"
            r"test purchase|undercover (?:buy|purchase)|мнимого покупател"
        ),
    ),
    (
        "border",
        re.compile(
            r"пункт\w* пропуска|государственн\w+ границ|таможенн\w+ (?:досмотр|контрол|"
            r"оформлени)|через границу|"
            r"пограничн\w+|өткізу пункт|мемлекеттік шекара|шекара бекет|шекарашы|кеден\w*|"
            r"border|customs"
        ),
    ),
    (
        "drop_observed",
        re.compile(
            r"(?:замечен|наблюдал|увидел|застигнут|задержан)\w*[^.]{0,90}?(?:закладк|тайник|"
            r"прятал|прикреплял|закапыва)|"
            r"(?:оборудовал|делал|раскладывал|размещал|закладывал|"
            r"оставлял)[^.]{0,80}?(?:закладк|тайник)[^.]{0,120}?задержан|"
            r"(?:при|в момент)[^.]{0,30}?(?:оборудован|закладк|закладывани|размещени|раскладк)|"
            r"жасыр\w+ жат\w+[^.]{0,120}?(?:байқа|көр|ұста)|(?:жапсыр|тығ|көм|"
            r"қой)\w+ жат\w+[^.]{0,100}?(?:байқа|көр|ұста)|"
            r"закладка жаса\w+[^.]{0,60}(?:үстінде|кезінде|сәтінде)|"
            r"(?:observ|saw|seen|notic|watch|caught)\w*[^.]{0,80}?(?:stash|drop|placing|"
            r"hiding|burying|dead)"
        ),
    ),
    (
        "checkpoint",
        re.compile(
            r"(?<!наблюдательн)\bпост(?:у|е|а)?\b(?! дпс не)|блокпост|рубеж|"
            r"контрольно-пропускн|стационарн\w+ пост|"
            r"бекет\w*|блок-бекет|check-?point|police post|road ?block"
        ),
    ),
    (
        "voluntary",
        re.compile(
            r"добровольн\w+ (?:сда|выда)\w*|явк\w+ с повинной|явился с повинной|"
            r"сам\w* (?:сдал|выдал|принес)|"
            r"өз еркімен (?:тапсыр|бер)|ерікті түрде (?:тапсыр|бер)|айыбын мойындап кел|"
            r"voluntar\w+ (?:surrender|hand|gave|turn)\w*|"
            r"(?:surrendered|handed over|turned in)[^.]{0,40}voluntar"
        ),
    ),
    (
        "personal_search",
        re.compile(
            r"личн\w+ (?:досмотр|обыск)|(?:досмотр|обыск)\w* (?:одежды|подсудим|задержанн|"
            r"карман|его сумк|ее сумк|личных вещ)|"
            r"при нем (?:был\w* )?(?:обнаруж|изъят)|при себе[^.]{0,60}(?:обнаруж|изъят)|"
            r"из (?:кармана|карманов)|"
            r"жеке (?:тінту|басын тінту|тексер|басын тексер|қара|заттарын)|жеке басын|қалтасынан|"
            r"personal search|body search|(?:searched|search of) (?:his|her) (?:person|"
            r"clothes|pockets)|from (?:his|her) pocket"
        ),
    ),
    (
        "search",
        re.compile(
            r"обыск\w*|осмотр\w* (?:дома|квартир|жилищ|огород|участк|гараж|автомобил|"
            r"автомашин|салона|места|двор|подвор|помещен)|"
            r"досмотр\w*|тінт\w+|қарап (?:тексер|шығ)|тексеру (?:барысында|кезінде|жүргіз)|"
            r"\bsearch(?:ed|ing)?\b"
        ),
    ),
)
_SEIZED = re.compile(
    r"изъя\w+|обнаруж\w+|извлек\w+|алын\w+|табыл\w+|тәркілен\w+|seiz\w+|found|recovered"
)
_DENIED = re.compile(
    r"^[^.]{0,30}(?:не (?:успел|сдал|выдал|сообщил|стал|захотел|пожелал)|отказал)|"
    r"^[^.]{0,45}(?:тапсырмай|бермей|хабарламай|үлгермеді|бас тартқан)"
)
_DENIED_BEFORE = re.compile(
    r"(?:не (?:успел\w*|сдал\w*|стал\w*|захотел\w*|пожелал\w*|имел\w*)|предлож\w+|"
    r"ұсын\w+|без|отсутств\w+)"
    r"(?: \w+){0,2} ?$|did not $|failed to $|without $"
)


def read_how_found(plot: str, rest: str) -> str | None:
    """How the drugs came to light; ``other`` if they were seized in a way no rule names.

    Args:
        plot: what happened, lower case; rest: evidence and reasons, asked where the plot is silent.
    """
    for words in (plot, rest):
        for code, pattern in HOW_FOUND:
            if any(not _is_denied(words, match) for match in pattern.finditer(words)):
                return code
        if words is plot and _SEIZED.search(plot):
            return "other"
    return None


def _is_denied(words: str, match: re.Match[str]) -> bool:
    return bool(
        _DENIED.search(words[match.end() : match.end() + 60])
        or _DENIED_BEFORE.search(words[max(0, match.start() - 40) : match.start()])
    )


_CONTRABAND = re.compile(
    r"контрабанд|(?:через|чрез)[^.]{0,60}границ|(?:ввез|вывез|перемести|"
    r"перевез)[^.]{0,90}(?:границ|территори|контрол)|"
    r"пункт\w* пропуска|шекара\w*|кеденд|smuggl|across the (?:state )?border"
)
_CULTIVATION = re.compile(
    r"выращив|вырасти|выращен|культивир|посеял|высадил|посадил|возделыв|өсір|егіп|"
    r"еккен|отырғыз|cultivat|grew|planted"
)
_PRODUCTION = re.compile(
    r"лаборатори|изготовл|изготавлив|изготовил|синтез|произвел|производил|"
    r"производств\w+ наркот|варил|"
    r"зертхана|дайында(?:ған|п|у)\w*|өндір(?:ген|іп|гені)|laborator|manufactur|produced|synthesi"
)
_COURIER = re.compile(
    r"курьер|закладчик|кладмен|закладк|тайник\w* с|оборудова\w+ (?:\w+ )?тайник|"
    r"делал тайник|по тайникам|раскладыва|"
    r"магнитн\w+ тайник|перевозчик|перевез\w* за вознаграж|роль\w*[^.]{0,40}перевоз|"
    r"за (?:обещанн\w+ )?вознаграждени|"
    r"за доставку|салымшы|салым\b|салымды|тасымалда\w+|жеткізуші|жасырын орын|"
    r"тығып салу|закладка жаса|dropper|courier|dead drop|stash|mule"
)
_SALE = re.compile(
    r"сбыл|сбыва|сбыт|продал|продава|реализов|реализаци|торгов|закуп|өткіз(?:ген|у|"
    r"ді|іп|у мақсат)|сатқан|сатып жібер|"
    r"сату(?! мақсат\w+сыз|сыз)|сатты|сатып алушы|\bsold\b|\bsale\b|\bselling\b|purchaser"
)
_NO_SALE = re.compile(
    r"без (?:цели|умысла|намерени\w+)(?: (?:его|ее|их|на|дальнейшего|"
    r"последующего))? ?(?:сбыт|реализаци|продаж)\w*|"
    r"(?:умысла|умысел|цел[ьи]) (?:на )?(?:сбыт|реализаци)\w*[^.]{0,30}(?:не |"
    r"отсутств)|не преследу\w+ цел\w+ сбыт\w*|"
    r"не (?:имел|имея) (?:цел|умысл)\w+ (?:на )?сбыт\w*|(?:өткізу|"
    r"сату) мақсат\w*(?:ынсыз|сыз)|(?:өткізу|сату) мақсаты болма\w*|"
    r"мақсатты көздеме\w*|without (?:the )?(?:intent|purpose|"
    r"aim)[^.]{0,12}(?:to sell|of sale|of selling)"
)
_FOUND = re.compile(
    r"(?<!не )\b(?:наш[её]л|нашла|подобрал\w*|обнаружил\w*|находк|найденн|увидел)\b|"
    r"случайно (?:обнаруж|наш|увид)|"
    r"тауып ал|тапқан|тауып,|кездейсоқ|көріп, ішінде|алып қалған|(?:accidentally |"
    r"by chance )(?:found|came)|\bfound (?:a|an|the|it|some)\b|picked up|"
    r"appropriated"
)
_KEPT = re.compile(
    r"не сообщ|не сдал|не заявил|присвоил|оставил (?:его |ее |их )?себе|забрал|"
    r"решил оставить|взял себе|сдать найденн|не успел|"
    r"тапсырмай|хабарламай|алып қал|сақтаған|өзіне|kept|did not (?:hand|report|"
    r"surrender)|without reporting|appropriat"
)
_OWN = re.compile(
    r"для (?:личн|собственн|своего|себя|немедиц)|личного (?:потребл|употребл)|"
    r"собственного (?:потребл|употребл)|потребител|употребля|"
    r"өзі (?:тұтын|пайдалан|шег|қолдан)|жеке (?:тұтын|пайдалан|қолдан|қажет|мұқтаж)|"
    r"өз (?:қажет|мұқтаж)|own (?:use|consumption|needs)|personal (?:use|"
    r"consumption)|drug user"
)

_POSSESSION = {"296"}
_TRADE = {"297", "299", "298"}


def read_story(plot: str, articles: Sequence[str], parts: Sequence[str | None]) -> str | None:
    """The story that the court tells of a defendant.

    What the article allows goes before words: a purchase "without the aim of sale" is no sale, and
    one who carries a parcel for himself is no courier.

    Args:
        plot: what happened, lower case.
        articles: numbers, the first is the main one; parts: of the same.
    """
    kinds = set(articles)
    flat = re.sub(r"\s+", " ", plot)
    trade = kinds & _TRADE or ("259" in kinds and bool({*parts} - {"1", "1-1", None}))
    possession = bool(kinds & _POSSESSION) or ("259" in kinds and not trade)
    sells = _SALE.search(_NO_SALE.sub(" ", flat)) is not None
    if kinds & {"300", "262"} or (_CULTIVATION.search(flat) and not (trade or possession)):
        return "cultivation"
    if kinds & {"286", "250"}:
        return "contraband"
    if trade and not (possession and not sells and not _COURIER.search(flat)):
        return _trade_story(flat)
    if possession:
        return _possession_story(flat)
    return "other" if kinds & _NO_STORY else _story_by_words(flat, sells)


_NO_STORY = {"302", "264", "299-1", "303", "265", "298", "301", "261", "263"}
"""Dens, advertising, rules of handling, theft of drugs, precursors; of both codes."""


def _story_by_words(flat: str, sells: bool) -> str | None:
    if _CONTRABAND.search(flat):
        return "contraband"
    return _trade_story(flat) if sells else _possession_story(flat)


def _trade_story(flat: str) -> str:
    if _COURIER.search(flat):
        return "courier"
    if _PRODUCTION.search(flat):
        return "production"
    return "sale"


def _possession_story(flat: str) -> str | None:
    if _FOUND.search(flat) and (_KEPT.search(flat) or not _OWN.search(flat)):
        return "found"
    if _OWN.search(flat) or _NO_SALE.search(flat):
        return "own_use"
    if _PRODUCTION.search(flat):
        return "production"
    return (
        "own_use"
        if re.search(r"хран|приобр|сақта|сатып ал|иемден|possess|acquir|kept", flat)
        else None
    )
