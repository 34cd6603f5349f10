"""What categories, punishments, sizes and terms are called in English, Russian and Kazakh."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.vocabulary.law import Sanction
from sholu.vocabulary.wording import Wording

CATEGORY_WORDS: Mapping[str, Wording] = {
    "criminal_offence": Wording(
        "criminal offence (misdemeanour)", "уголовный проступок", "қылмыстық теріс қылық"
    ),
    "minor": Wording(
        "crime of minor gravity", "преступление небольшой тяжести", "онша ауыр емес қылмыс"
    ),
    "medium": Wording(
        "crime of medium gravity", "преступление средней тяжести", "ауырлығы орташа қылмыс"
    ),
    "grave": Wording("grave crime", "тяжкое преступление", "ауыр қылмыс"),
    "especially_grave": Wording(
        "especially grave crime", "особо тяжкое преступление", "аса ауыр қылмыс"
    ),
}

SANCTION_WORDS: Mapping[str, Wording] = {
    "fine": Wording("fine", "штраф", "айыппұл"),
    "corrective_work": Wording("corrective work", "исправительные работы", "түзеу жұмыстары"),
    "community_service": Wording(
        "community service", "привлечение к общественным работам", "қоғамдық жұмыстарға тарту"
    ),
    "arrest": Wording("arrest", "арест", "қамаққа алу"),
    "restriction_of_freedom": Wording(
        "restriction of freedom", "ограничение свободы", "бас бостандығын шектеу"
    ),
    "imprisonment": Wording("imprisonment", "лишение свободы", "бас бостандығынан айыру"),
    "life_imprisonment": Wording(
        "life imprisonment", "пожизненное лишение свободы", "өмір бойына бас бостандығынан айыру"
    ),
    "confiscation": Wording("confiscation of property", "конфискация имущества", "мүлкін тәркілеу"),
    "ban_on_office": Wording(
        "ban on holding office",
        "лишение права занимать должность",
        "лауазым атқару құқығынан айыру",
    ),
    "no_liability": Wording(
        "no criminal liability", "без уголовной ответственности", "қылмыстық жауаптылықсыз"
    ),
}

SIZE_WORDS: Mapping[str, Wording] = {
    "below_small": Wording("below small", "меньше небольшого размера", "шағын мөлшерден аз"),
    "small": Wording("small", "небольшой размер", "шағын мөлшер"),
    "large": Wording("large", "крупный размер", "ірі мөлшер"),
    "especially_large": Wording("especially large", "особо крупный размер", "аса ірі мөлшер"),
}

FORM_WORDS: Mapping[str, Wording] = {
    "": Wording("", "", ""),
    "dried": Wording("dried", "высушенная", "кептірілген"),
    "fresh": Wording("fresh", "невысушенная", "кептірілмеген"),
}

DIRECTION_WORDS: Mapping[str, Wording] = {
    "lighter": Wording("lighter", "мягче", "жеңілірек"),
    "severer": Wording("severer", "строже", "қатаңырақ"),
    "same": Wording("same", "без изменений", "өзгеріссіз"),
    "mixed": Wording("mixed", "по-разному", "әртүрлі"),
    "new": Wording("new", "новое", "жаңа"),
    "repealed": Wording("repealed", "отменено", "күші жойылған"),
    "unknown": Wording("unknown", "неизвестно", "белгісіз"),
}

UNKNOWN = Wording("unknown", "неизвестно", "белгісіз")
NOTICE = Wording(
    "A reading aid, not legal advice. [!] = not verified against a source that is held: read the "
    "official text before you rely on it.",
    "Справка для чтения, не юридическая консультация. [!] = не сверено с имеющимся источником: "
    "прежде чем полагаться, прочтите официальный текст.",
    "Оқуға арналған анықтама, заң кеңесі емес. [!] = қолдағы дереккөзбен салыстырылмаған: "
    "сүйенер алдында ресми мәтінді оқыңыз.",
)

# Russian and Kazakh inflect the unit by what stands before it: "to" (genitive; for a number that
# ends in 1 its singular) and, in Kazakh, "from" and "up to".
_UNITS_EN = {
    "years": "years", "months": "months", "days": "days", "hours": "hours", "MCI": "MCI",
    "KZT": "tenge",
}  # fmt: skip
_UNITS_RU = {
    "years": ("года", "лет"), "months": ("месяца", "месяцев"), "days": ("суток", "суток"),
    "hours": ("часа", "часов"), "MCI": ("МРП", "МРП"), "KZT": ("тенге", "тенге"),
}  # fmt: skip
_UNITS_KK = {
    "years": ("жылдан", "жылға"), "months": ("айдан", "айға"),
    "days": ("тәуліктен", "тәулікке"), "hours": ("сағаттан", "сағатқа"),
    "MCI": ("АЕК-тен", "АЕК-ке"), "KZT": ("теңгеден", "теңгеге"),
}  # fmt: skip


def sanction_text(sanction: Sanction, language: str) -> str:
    """A punishment in words, e.g. ``imprisonment 5 to 8 years (first offence)``."""
    text = SANCTION_WORDS[sanction.kind].of(language)
    if sanction.unit is not None:
        text += f" {amount_text(sanction, language)}"
    elif sanction.kind in ("fine", "imprisonment"):
        text += f" ({_AMOUNT_UNKNOWN.of(language)})"
    if sanction.condition is not None:
        text = f"{sanction.condition.of(language)}: {text}"
    return f"{text} ({_OPTIONAL.of(language)})" if sanction.optional else text


_AMOUNT_UNKNOWN = Wording("amount unknown", "размер неизвестен", "мөлшері белгісіз")
_OPTIONAL = Wording("or without", "либо без", "немесе онсыз")


def amount_text(sanction: Sanction, language: str) -> str:
    """From … to with the unit; one end only where the other is unknown."""
    unit = sanction.unit or ""
    low, high = _number(sanction.minimum), _number(sanction.maximum)
    if language == "ru":
        return _russian(low, high, unit)
    if language == "kk":
        start, end = _UNITS_KK[unit]
        return " ".join(
            [*([f"{low} {start}"] if low else []), *([f"{high} {end} дейін"] if high else [])]
        )
    word = _UNITS_EN[unit].removesuffix("s" if (high or low) == "1" else "")
    if low and high:
        return f"{low} to {high} {word}"
    return f"up to {high} {word}" if high else f"from {low} {word}"


def _russian(low: str, high: str, unit: str) -> str:
    singular, plural = _UNITS_RU[unit]
    last = high or low
    word = singular if last.endswith("1") and not last.endswith("11") else plural
    parts = [*([f"от {low}"] if low else []), *([f"до {high}"] if high else [])]
    return f"{' '.join(parts)} {word}"


def _number(value: float | None) -> str:
    """A number without needless zeros; empty if unknown."""
    return "" if value is None else f"{value:g}"


def mass_text(grams: float, language: str) -> str:
    """A mass in grams, kilograms from 1,000 g on, without needless zeros."""
    gram, kilogram = ("g", "kg") if language == "en" else ("г", "кг")
    value, unit = (grams / 1000, kilogram) if grams >= 1000 else (grams, gram)
    text = f"{value:.12g}"
    return f"{text if language == 'en' else text.replace('.', ',')} {unit}"
