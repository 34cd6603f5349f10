"""Words of invented decisions: names by case, substances, masses, dates, articles, sanctions."""

from __future__ import annotations

from random import Random

RU_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
KK_MONTHS = (
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
).split()
EN_MONTHS = (
    "January February March April May June July August September October November December"
).split()

RU_SURNAMES = (
    "Тлеубаев Жаксыбеков Кайыржанов Серикпаев Доскалиев Мырзагулов Ордабаев Шынгысов Белогорцев "
    "Пахтусов Лиховцев Юсупов Якубов Чернышев Ибраимов Есенов Нуртаев Устинов Гречанинов Камзин Ахтанов Рыскелдин Сыздыков Турганов Веденин"
).split()
RU_FIRST = (
    ("Ержан", "Серикович"), ("Данияр", "Кайратович"), ("Сергей", "Павлович"),
    ("Азамат", "Болатович"), ("Руслан", "Маратович"), ("Виталий", "Олегович"),
    ("Нурлан", "Ерболович"), ("Артём", "Игоревич"),
)  # fmt: skip
KK_SURNAMES = (
    "Тілеубаев Жақсыбеков Қайыржанов Серікпаев Досқалиев Мырзағұлов Ордабаев Шыңғысов "
    "Ақтанов Рыскелдин Сыздықов Тұрғанов Кенжеғұлов Баймұратов Лесбеков Ғабитов Үсенов Ибраимов"
).split()
KK_FIRST = (
    ("Ержан", "Серікұлы"), ("Данияр", "Қайратұлы"), ("Азамат", "Болатұлы"),
    ("Руслан", "Маратұлы"), ("Нұрлан", "Ерболұлы"), ("Бауыржан", "Әлиұлы"),
)  # fmt: skip
EN_SURNAMES = "Tleubayev Zhaksybekov Kaiyrzhanov Serikpayev Doskaliyev Ordabayev Akhtanov Lesbekov Gabitov Usenov Ibraimov Mukanov Pakhtusov".split()
EN_FIRST = (("Yerzhan", ""), ("Daniyar", ""), ("Ruslan", ""), ("Azamat", ""))

RU_ENDINGS = {"n": "", "g": "а", "d": "у", "a": "а", "i": "ым", "p": "е"}
RU_FIRST_ENDINGS = {"n": "", "g": "а", "d": "у", "a": "а", "i": "ом", "p": "е"}
KK_BACK = {"n": "", "g": "тың", "d": "қа", "a": "ты", "i": "пен", "b": "тан"}
KK_FRONT = {"n": "", "g": "тің", "d": "ке", "a": "ті", "i": "пен", "b": "тен"}
KK_NASAL = {
    True: {"n": "", "g": "нің", "d": "ге", "a": "ді", "i": "мен", "b": "нен"},
    False: {"n": "", "g": "ның", "d": "ға", "a": "ды", "i": "мен", "b": "нан"},
}


def russian_name(surname: str, first: tuple[str, str], case: str, form: str) -> str:
    """A man's name by case: ``full`` (three words), ``initials``, ``bare`` or ``letter``."""
    declined = surname + RU_ENDINGS[case]
    if form == "letter":
        return f"{surname[0]}."
    if form == "letters":
        return f"{surname[0]}.{first[0][0]}.{first[1][0]}."
    if form == "initials":
        return f"{declined} {first[0][0]}.{first[1][0]}."
    if form == "full":
        given = _russian_given(first[0], case)
        return f"{declined} {given} {first[1]}{RU_FIRST_ENDINGS[case]}"
    return declined


def _russian_given(given: str, case: str) -> str:
    if given.endswith(("й", "ий")):
        soft = {"n": "й", "g": "я", "d": "ю", "a": "я", "i": "ем", "p": "и"}
        return given[:-1] + soft[case]
    return given + RU_FIRST_ENDINGS[case]


def kazakh_name(surname: str, first: tuple[str, str], case: str, form: str) -> str:
    """A man's name by Kazakh case; letters and initials take endings after a hyphen."""
    nasal = surname.endswith("н")
    front = next(v for v in reversed(surname) if v in "аәеоөұүыіэия") in "әеөүі"
    endings = KK_NASAL[front] if nasal else (KK_FRONT if front else KK_BACK)
    ending = endings[case]
    if form in ("letter", "letters"):
        letters = f"{surname[0]}." if form == "letter" else f"{first[0][0]}.{surname[0]}."
        return letters + (f"-{ending}" if ending else "")
    if form == "initials":
        return f"{first[0][0]}. {surname}{ending}"
    if form == "full":
        return f"{surname} {first[0]} {first[1]}" + ("" if case == "n" else KK_NASAL[False][case])
    return surname + ending


def english_name(surname: str, first: tuple[str, str], _case: str, form: str) -> str:
    """An English name: ``full``, ``initials`` (Y. Tleubayev), ``bare`` or ``letter``."""
    if form in ("letter", "letters"):
        return f"{surname[0]}."
    if form == "initials":
        return f"{first[0][0]}. {surname}"
    return f"{first[0]} {surname}" if form == "full" else surname


SUBSTANCES = {
    "cannabis_herb": {"ru": "марихуана марихуаны марихуане марихуану марихуаной",
                      "kk": "марихуана марихуанасы марихуананы", "en": "marijuana"},
    "hashish": {"ru": "гашиш гашиша гашишу гашиш гашишем", "kk": "гашиш гашиш гашишті", "en": "hashish"},
    "heroin": {"ru": "героин героина героину героин героином", "kk": "героин героин героинді", "en": "heroin"},
    "mephedrone": {"ru": "мефедрон мефедрона мефедрону мефедрон мефедроном",
                   "kk": "мефедрон мефедрон мефедронды", "en": "mephedrone"},
    "alpha_pvp": {"ru": "альфа-PVP альфа-PVP альфа-PVP альфа-PVP альфа-PVP",
                  "kk": "альфа-PVP альфа-PVP альфа-PVP", "en": "alpha-PVP"},
    "opium": {"ru": "опий опия опию опий опием", "kk": "апиын апиын апиынды", "en": "opium"},
    "amphetamine": {"ru": "амфетамин амфетамина амфетамину амфетамин амфетамином",
                    "kk": "амфетамин амфетамин амфетаминді", "en": "amphetamine"},
    "methamphetamine": {"ru": "метамфетамин метамфетамина метамфетамину метамфетамин метамфетамином",
                        "kk": "метамфетамин метамфетамин метамфетаминді", "en": "methamphetamine"},
    "cocaine": {"ru": "кокаин кокаина кокаину кокаин кокаином", "kk": "кокаин кокаин кокаинді", "en": "cocaine"},
}  # fmt: skip


def substance_forms(code: str, language: str) -> dict[str, str]:
    """A substance's name by case."""
    words = SUBSTANCES[code][language].split(" ")
    if language == "ru":
        return dict(zip("ngdai", words, strict=True))
    if language == "kk":
        return {"n": words[0], "a": words[2], "g": words[0]}
    return {"n": words[0]}


def number_text(value: float, language: str) -> str:
    """A number as the language prints it: a decimal comma, or a point in English."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text if language == "en" else text.replace(".", ",")


_RU_SMALL = (
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать".split()
)


def mass_text(grams: float, language: str, random: Random, half: str) -> str:
    """A mass in one of the ways that experts write it."""
    number = number_text(grams, language)
    if grams >= 1000:
        kilograms, rest = int(grams // 1000), round(grams % 1000, 2)
        forms = {
            "ru": [f"{number_text(grams / 1000, language)} кг", f"{kilograms} кг {number_text(rest, language)} г"],
            "kk": [f"{number_text(grams / 1000, language)} кг", f"{kilograms} килограмм {number_text(rest, language)} грамм"],
            "en": [f"{number_text(grams / 1000, language)} kg"],
        }  # fmt: skip
        return random.choice(forms[language])
    forms = {
        "ru": {"development": [f"{number} г", f"{number} грамма", f"{number} гр."],
               "test": [f"{number} грамм", f"{number} г.", f"{number}г"]},
        "kk": {"development": [f"{number} грамм", f"{number} г"], "test": [f"{number} гр", f"{number} грамм"]},
        "en": {"development": [f"{number} grams", f"{number} g"], "test": [f"{number} gram(s)", f"{number} g"]},
    }  # fmt: skip
    return random.choice(forms[language][half])


def date_text(iso: str, language: str, style: int) -> str:
    """A date in words or digits."""
    year, month, day = (int(part) for part in iso.split("-"))
    if language == "ru":
        worded = f"{day} {RU_MONTHS[month - 1]} {year} года"
        return (
            worded,
            f"{day:02d}.{month:02d}.{year} г.",
            f"{day:02d} {RU_MONTHS[month - 1]} {year} г.",
        )[style]
    if language == "kk":
        worded = f"{year} жылғы {day} {KK_MONTHS[month - 1]}"
        return (
            worded,
            f"{day:02d}.{month:02d}.{year} ж.",
            f"{year} жылдың {day} {KK_MONTHS[month - 1]}ы"
            if KK_MONTHS[month - 1][-1] not in "ыір"
            else worded,
        )[style]
    return (
        f"{day} {EN_MONTHS[month - 1]} {year}",
        f"{EN_MONTHS[month - 1]} {day}, {year}",
        f"{day:02d}.{month:02d}.{year}",
    )[style]


def article_text(article: dict, language: str, case: str, half: str, random: Random) -> str:
    """An article with part and points: ``i`` after "предусмотренного", ``d`` after "по"."""
    number, part, points = article["article"], article["part"], article["points"]
    if language == "en":
        point = f", point {' and '.join(points)}" if points else ""
        return random.choice(
            {
                "development": [
                    f"Article {number}, part {part}{point}",
                    f"part {part}{point} of Article {number}",
                ],
                "test": [f"Art. {number} part {part}{point}", f"Article {number}({part}){point}"],
            }[half]
        )
    listed = ", ".join(f"{point})" for point in points)
    if language == "kk":
        several = "тармақтары" if len(points) > 1 else "тармағы"
        if case == "i" and points:
            forms = {
                "development": [
                    f"{number}-бабы {part}-бөлігінің {listed}-тармағында",
                    f"{number}-бабының {part}-бөлігі {listed} тармағымен",
                ],
                "test": [f"{number}-бап {part}-бөлік {listed} тармақпен"],
            }[half]
        elif points:
            forms = {
                "development": [
                    f"{number}-бабының {part}-бөлігінің {listed}-{several}",
                    f"{number}-бабы {part}-бөлігі {listed} {several}",
                ],
                "test": [f"{number}-бап {part}-бөлік {listed}-тармақ"],
            }[half]
        elif case == "i":
            forms = {
                "development": [
                    f"{number}-бабының {part}-бөлігінде",
                    f"{number}-бабы {part}-бөлігімен",
                ],
                "test": [f"{number}-баптың {part}-бөлігінде"],
            }[half]
        else:
            forms = {
                "development": [f"{number}-бабының {part}-бөлігі", f"{number}-бабы {part}-бөлігі"],
                "test": [f"{number}-бап {part}-бөлігі"],
            }[half]
        return random.choice(forms)
    word = "п.п." if len(points) > 1 else "п."
    plain = ",".join(points)
    ordinal = "первой второй третьей четвёртой пятой".split()[int(part) - 1]
    if points:
        forms = {
            "development": [f"ст. {number} ч. {part} {word} {listed}", f"{word} {plain} ч. {part} ст. {number}", f"ст.{number} ч.{part} {word}{plain}"],
            "test": [f"{word}{listed} части {part} статьи {number}", f"статье {number} части {part} {word} {plain}"],
        }[half]  # fmt: skip
    else:
        forms = {
            "development": [f"ст. {number} ч. {part}", f"ч. {part} ст. {number}", f"ст.{number} ч.{part}"],
            "test": [f"части {part} статьи {number}", f"ч.{part} ст.{number}", f"статье {number} части {ordinal}"],
        }[half]  # fmt: skip
    return random.choice(forms)


_RU_NUMBERS = {1: "один", 2: "два", 3: "три", 4: "четыре", 5: "пять", 6: "шесть", 7: "семь", 8: "восемь",
               9: "девять", 10: "десять", 11: "одиннадцать", 12: "двенадцать", 15: "пятнадцать"}  # fmt: skip
_KK_NUMBERS = {1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз",
               10: "он", 11: "он бір", 12: "он екі", 15: "он бес"}  # fmt: skip


def _ru_years(number: int) -> str:
    return "год" if number == 1 else "года" if number < 5 else "лет"


def _ru_months(number: int) -> str:
    return "месяц" if number == 1 else "месяца" if number < 5 else "месяцев"


def term_text(months: int, language: str, style: int) -> str:
    """A term of years and months: digits with words in brackets, digits, or words."""
    years, rest = divmod(months, 12)
    if language == "ru":
        parts = [(years, _ru_years(years), _RU_NUMBERS), (rest, _ru_months(rest), _RU_NUMBERS)]
    elif language == "kk":
        parts = [(years, "жыл", _KK_NUMBERS), (rest, "ай", _KK_NUMBERS)]
    else:
        parts = [(years, "year" + "s" * (years > 1), {}), (rest, "month" + "s" * (rest > 1), {})]
    words = []
    for number, unit, names in parts:
        if not number:
            continue
        name = names.get(number, str(number))
        shown = (f"{number} ({name})" if names else str(number), str(number), name)[style]
        words.append(f"{shown} {unit}")
    return " ".join(words)


def sanction_text(sanction: dict, language: str, case: str, half: str, random: Random) -> str:
    """A sanction after "в виде" (``g``), as an object (``n``) or after "к" (``d``)."""
    kind = sanction["kind"]
    style = random.choice({"development": (0, 1), "test": (1, 2)}[half])
    term = term_text(int(sanction["months"]), language, style) if sanction["months"] else ""
    mci, kzt, hours = sanction["amount_mci"], sanction["amount_kzt"], sanction["hours"]
    if language == "ru":
        nouns = {"imprisonment": ("лишения свободы", "лишение свободы", "лишению свободы"),
                 "restriction_of_freedom": ("ограничения свободы", "ограничение свободы", "ограничению свободы"),
                 "fine": ("штрафа", "штраф", "штрафу"),
                 "community_service": ("привлечения к общественным работам", "общественные работы", "общественным работам"),
                 "arrest": ("ареста", "арест", "аресту")}  # fmt: skip
        noun = nouns[kind]["gnd".index(case)]
        if kind == "fine":
            spaced = f"{kzt:,}".replace(",", " ") if kzt else ""
            amount = (
                f"{mci} МРП, то есть {spaced} тенге"
                if mci and kzt
                else f"{mci} ({'двести' if mci == 200 else mci}) месячных расчётных показателей"
                if mci
                else f"{spaced} тенге"
            )
            return f"{noun} в размере {amount}"
        if kind == "community_service":
            return f"{noun} на срок {hours} часов"
        if kind == "arrest":
            return f"{noun} на {sanction['days']} суток"
        if half == "test" and case == "d":
            return f"{term} {nouns[kind][0]}"
        return f"{noun} {'сроком на' if half == 'development' else 'на срок'} {term}"
    if language == "kk":
        if kind == "fine":
            spaced = f"{kzt:,}".replace(",", " ") if kzt else ""
            amount = (
                f"{mci} айлық есептік көрсеткіш, яғни {spaced} теңге"
                if mci and kzt
                else f"{mci} {'айлық есептік көрсеткіш' if half == 'development' else 'АЕК'}"
                if mci
                else f"{spaced} теңге"
            )
            return f"{amount} мөлшерінде айыппұл" + (" жазасы" if case == "n" else "ға")
        if kind == "community_service":
            return f"{hours} сағат қоғамдық жұмыстарға тарту" + (" жазасы" if case == "n" else "ға")
        if kind == "arrest":
            return f"{sanction['days']} тәулікке қамаққа алу" + (" жазасы" if case == "n" else "ға")
        word = {
            "imprisonment": "бас бостандығынан айыру",
            "restriction_of_freedom": "бас бостандығын шектеу",
        }[kind]
        if case == "d":
            return f"{term}{'ға' if term.endswith('л') else 'ға'} {word}ға"
        return f"{term} мерзімге {word} жазасы" if half == "development" else f"{term}ға {word}"
    if kind == "fine":
        both = f"a fine of {mci} monthly calculation indices, that is {kzt:,} tenge" if kzt else ""
        return (
            both if mci and kzt else f"a fine of {mci} MCI" if mci else f"a fine of {kzt:,} tenge"
        )
    if kind == "community_service":
        return f"{hours} hours of community service"
    if kind == "arrest":
        return f"arrest for {sanction['days']} days"
    word = {"imprisonment": "imprisonment", "restriction_of_freedom": "restriction of freedom"}[
        kind
    ]
    return f"{term} of {word}" if half == "development" else f"{word} for a term of {term}"
