"""Make the invented decisions of the evaluation set out of the frames, with their answers.

    python evaluation/verdicts/make_decisions.py

The answers are what was put in, so no person reads them off; what frames say about circumstances
(story, how it was found, mitigating circumstances) is written beside each frame by hand.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml
from wording import (
    EN_FIRST,
    EN_SURNAMES,
    KK_FIRST,
    KK_MONTHS,
    KK_SURNAMES,
    RU_FIRST,
    RU_MONTHS,
    RU_SURNAMES,
    article_text,
    date_text,
    english_name,
    kazakh_name,
    mass_text,
    russian_name,
    sanction_text,
    substance_forms,
    term_text,
)

HERE = Path(__file__).resolve().parent
COUNTS = {"ru": 96, "kk": 66, "en": 18}
FORMS = (
    ["verdict"] * 9 + ["several"] * 3 + ["terminated", "appeal", "acquitted", "medical", "cassation", "corrigendum", "aggregate", "appeal"]
)  # fmt: skip
COURTS = {
    "ru": [
        ("Терсайский городской суд Терсайской области", "Терсайского городского суда Терсайской области", "город Терсай", "XA-02"),
        ("Районный суд № 2 города Акбулут", "районного суда № 2 города Акбулут", "г. Акбулут", "XA-01"),
        ("Специализированный межрайонный суд по уголовным делам Кумдалинской области", "специализированного межрайонного суда по уголовным делам Кумдалинской области", "г. Кумдала", "XA-03"),
        ("Жартасский районный суд Жартасской области", "Жартасского районного суда", "город Жартас", "XA-05"),
        ("Сарыбельский городской суд", "Сарыбельского городского суда", "г. Сарыбель", "XA-04"),
        ("Бескумский районный суд Кумдалинской области", "Бескумского районного суда", "г. Бескум", "XA-03"),
    ],
    "kk": [
        ("Терсай облысының Терсай қалалық соты", "Терсай қалалық сотының", "Терсай қаласы", "XA-02"),
        ("Ақбұлт қаласының № 2 аудандық соты", "Ақбұлт қаласының № 2 аудандық сотының", "Ақбұлт қаласы", "XA-01"),
        ("Құмдала облысының қылмыстық істер жөніндегі мамандандырылған ауданаралық соты", "Құмдала облысының қылмыстық істер жөніндегі мамандандырылған ауданаралық сотының", "Құмдала қ.", "XA-03"),
        ("Жартас аудандық соты", "Жартас аудандық сотының", "Жартас қаласы", "XA-05"),
        ("Сарыбел облысы Сарыбел қалалық соты", "Сарыбел қалалық сотының", "Сарыбел қаласы", "XA-04"),
    ],
    "en": [
        ("Tersay City Court of Tersay region", "the Tersay City Court", "Tersay", "XA-02"),
        ("District Court No. 2 of Aqbulut city", "District Court No. 2 of Aqbulut city", "Aqbulut", "XA-01"),
        ("Zhartas District Court of Zhartas region", "the Zhartas District Court", "Zhartas", "XA-05"),
    ],
}  # fmt: skip
HIGHER = {
    "ru": {"XA-02": "Судебная коллегия по уголовным делам Терсайского областного суда", "XA-01": "Судебная коллегия по уголовным делам Акбулутского городского суда", "XA-03": "Апелляционная судебная коллегия по уголовным делам Кумдалинского областного суда", "XA-04": "Судебная коллегия по уголовным делам Сарыбельского областного суда", "XA-05": "Судебная коллегия по уголовным делам Жартасского областного суда"},
    "kk": {"XA-02": "Терсай облыстық сотының қылмыстық істер жөніндегі сот алқасы", "XA-01": "Ақбұлт қалалық сотының қылмыстық істер жөніндегі сот алқасы", "XA-03": "Құмдала облыстық сотының қылмыстық істер жөніндегі апелляциялық сот алқасы", "XA-04": "Сарыбел облыстық сотының қылмыстық істер жөніндегі сот алқасы", "XA-05": "Жартас облыстық сотының қылмыстық істер жөніндегі сот алқасы"},
    "en": {"XA-02": "Criminal Chamber of the Tersay Regional Court", "XA-01": "Criminal Chamber of the Aqbulut City Court", "XA-05": "Criminal Chamber of the Zhartas Regional Court"},
}  # fmt: skip
NAMES = {
    "ru": (RU_SURNAMES, RU_FIRST, russian_name, "ngdaip"),
    "kk": (KK_SURNAMES, KK_FIRST, kazakh_name, "ngdaib"),
    "en": (EN_SURNAMES, EN_FIRST, english_name, "n"),
}
RECORDS = {
    "ru": [("ранее не судимого", False), ("несудимого", False),
           ("ранее судимого: 12.02.2016 приговором суда № 2 по ст. 188 ч. 2 УК к 2 годам лишения свободы, освобождённого по отбытии", True)],
    "kk": [("бұрын сотталмаған", False), ("сотталмаған", False), ("бұрын 2016 жылы ҚК 188-бабы 2-бөлігімен 2 жылға бас бостандығынан айыруға сотталған", True)],
    "en": [("without previous convictions", False), ("previously convicted in 2016 under Article 188 and sentenced to 2 years of imprisonment", True)],
}  # fmt: skip
LOCAL = {
    "ru": {"family": ["женатого", "холостого", "разведённого, имеющего двоих малолетних детей на иждивении"], "packet": ["бумажный свёрток", "полимерный пакет", "спичечный коробок"],
           "birthplace": ["села Аксу Терсайской области", "города Кумдала", "п. Бесагаш"], "address": ["г. Терсай, ул. Садовая, д. 5, кв. 12", "село Аксу, улица Абая, дом 7", "г. Кумдала, мкр. Восток, 14-33"], "towns": ["посёлка Аксу", "автовокзала", "станции Бозшаколь", "рынка «Алтын»"]},
    "kk": {"family": ["үйленген", "бойдақ", "ажырасқан, екі баласы бар"], "packet": ["қағаз түйіншек", "полиэтилен пакет", "сіріңке қорабын"],
           "birthplace": ["Терсай облысы Ақсу ауылында", "Құмдала қаласында"], "address": ["Терсай қаласы, Абай көшесі, 5-үй, 12-пәтер", "Ақсу ауылы, Бейбітшілік көшесі, 7 үй"], "towns": ["Ақсу ауылы", "автовокзал", "Бозшакөл станциясы"]},
    "en": {"family": ["married", "single"], "packet": ["a paper bundle", "a plastic bag"], "birthplace": ["the village of Aksu"], "address": ["5 Sadovaya Street, apt. 12, Tersay"], "towns": ["the bus station", "the village of Aksu"]},
}  # fmt: skip
ARTICLES = {
    "found": [("296", "2"), ("296", "3"), ("296", "4")], "own_use": [("296", "2"), ("296", "3"), ("296", "4")],
    "sale": [("297", "1"), ("297", "2"), ("297", "3"), ("297", "4")], "courier": [("297", "2"), ("297", "3")],
    "production": [("297", "3"), ("297", "4")], "cultivation": [("300", "1")], "contraband": [("286", "2"), ("286", "3")], "other": [("302", "1")],
}  # fmt: skip
PLAIN_KEYS = ("months", "hours", "days", "amount_kzt", "amount_mci")


class Person:
    """An invented person and the way the decision prints the name after the first mention."""

    def __init__(self, language: str, random: Random, used: set[str], short: str) -> None:
        surnames, firsts, self._write, self._cases = NAMES[language]
        free = [name for name in surnames if name not in used] or list(surnames)
        letters = {name[0] for name in used}
        # Two persons with one letter could not be told apart by it.
        free = [name for name in free if name[0] not in letters] or free
        self.surname = random.choice(free)
        used.add(self.surname)
        self.first = random.choice(firsts)
        self.short = short
        self.long = "initials" if short == "bare" else "letters"
        if short == "bare" and random.random() < 0.6:
            self.long = "full"

    def forms(self) -> dict[str, str]:
        """``n`` … for later mentions, ``full_n`` … for the first."""
        forms = {
            c: f"‹{self._write(self.surname, self.first, c, self.short)}›" for c in self._cases
        }
        forms |= {
            f"full_{c}": f"‹{self._write(self.surname, self.first, c, self.long)}›"
            for c in self._cases
        }
        return forms


class Forms(dict):
    """Attribute access for str.format: ``{D.full_a}``."""

    def __getattr__(self, name: str) -> str:
        return self[name]


class Maker:
    """Makes one item: draws its facts, writes them by frames of its half."""

    def __init__(self, language: str, number: int, frames: dict) -> None:
        self.language, self.number = language, number
        self.half = "test" if number % 2 == 0 else "development"
        self.frames = frames[self.half]
        self.random = Random(f"{language}-{number}-aldaria")
        self.used: set[str] = set()
        self.form = FORMS[(number // 2) % len(FORMS)]
        if not self.frames.get(self.form, True):
            self.form = "verdict"

    def make(self) -> dict:
        """The item with its text and answers."""
        self._draw()
        write = getattr(self, f"_write_{self.form}", self._write_verdict)
        text = write()
        text = re.sub(r"‹‹|››", lambda m: m.group()[0], text)
        return {
            "id": f"{self.language}-{self.number:03d}", "half": self.half, "language": self.language,
            "form": self.form, "text": text.strip() + "\n", "court": self.court, "region": self.region, "date": self.day,
            "case_kind": {"appeal": "appeal", "cassation": "cassation", "corrigendum": "corrigendum"}.get(self.form, "first_instance"),
            "outcome": self.outcome, "case_number": self.case_number, "defendants": self.answers,
        }  # fmt: skip

    def _draw(self) -> None:
        random, language = self.random, self.language
        self.old = (
            random.random() < 0.12 and self.form in ("verdict", "appeal") and language != "en"
        )
        start = date(2009, 1, 1) if self.old else date(2015, 2, 1)
        end = date(2014, 11, 1) if self.old else date(2025, 9, 1)
        decided = start + timedelta(days=random.randrange((end - start).days))
        self.offence = decided - timedelta(days=random.randrange(40, 200))
        if self.old:
            self.offence = max(self.offence, date(2009, 1, 1))
        self.day, self.decided = decided.isoformat(), decided
        court = random.choice(COURTS[language])
        self.court, self.court_g, self.seat, self.region = court
        self.court1_g = self.court_g
        self.outcome = None
        self.style = random.randrange(3)
        serial = random.randrange(1, 300)
        self.case_number = random.choice(
            (f"1-{serial}/{decided.year}", f"7140-{decided.year % 100:02d}-00-1/{serial}")
        )
        self.short = (
            random.choice(("bare", "bare", "letter"))
            if language != "kk"
            else random.choice(("bare", "bare", "letter"))
        )
        self.answers: list[dict] = []
        self.common = self._common()

    def _common(self) -> Forms:
        random, local = self.random, LOCAL[self.language]
        months = {"ru": RU_MONTHS, "kk": KK_MONTHS}.get(self.language, RU_MONTHS)
        witness = [Person(self.language, random, self.used, self.short) for _ in range(3)] + [
            Person(self.language, random, self.used, "letter")
        ]
        surnames, firsts, write, _ = NAMES[self.language]
        people = [Person(self.language, random, self.used, "bare") for _ in range(4)]
        self.used |= {person.surname for person in people}
        named = {
            f"{key}{case if case != 'n' else ''}": write(p.surname, p.first, case, "initials")
            for key, p in zip(("L", "J1", "J2", "J3"), people, strict=True)
            for case in NAMES[self.language][3]
        }
        named |= {
            f"V{place}{case if case != 'n' else ''}": p.forms()[case][1:-1]
            for place, p in enumerate(witness, start=1)
            for case in NAMES[self.language][3]
        }
        born = date(1970 + random.randrange(30), 1 + random.randrange(12), 1 + random.randrange(28))
        birth = date_text(born.isoformat(), self.language, 0)
        birth = (
            re.sub(r"\s(года|г\.)$", "", birth)
            if self.language == "ru"
            else birth.replace(" жылғы", " жылы")
        )
        if random.random() < 0.5:
            birth = f"{born.day:02d}.{born.month:02d}.{born.year}"
        cases = self.language == "ru"
        first = self.decided - timedelta(days=60)
        return Forms(
            date=date_text(self.day, self.language, self.style), year=str(self.decided.year), month=RU_MONTHS[self.decided.month - 1],
            day=f"{self.decided.day:02d}", seat=self.seat, number=self.case_number, court=self.court, court1_g=self.court1_g,
            date1=re.sub(r"\s(года|г\.)$", "", date_text(first.isoformat(), self.language, 0)) if cases else date_text(first.isoformat(), self.language, 0),
            **named,
            birth=birth, birthplace=random.choice(local["birthplace"]), address=random.choice(local["address"]),
            iin=f"{born:%y%m%d}3{random.randrange(10000, 99999)}", family=random.choice(local["family"]),
            packet=random.choice(local["packet"]), packet_a="свёрток", T=random.choice(local["towns"]),
            n=str(random.randrange(3, 19)), monthg=months[self.offence.month - 1], role_i="подсудимого", wrong="Иванов И.И.",
        )  # fmt: skip

    def _defendant(
        self, decision: str = "convicted", plot: dict | None = None
    ) -> tuple[Forms, dict]:
        """One defendant: names, facts and answer."""
        random = self.random
        person = Person(self.language, random, self.used, self.short)
        number = self.number // 2
        plot = (
            plot or self.frames["plot"][(number + len(self.answers) * 3) % len(self.frames["plot"])]
        )
        if self.old and plot["story"] not in ("found", "own_use", "sale", "courier"):
            plot = self.frames["plot"][0]
        article = self._article(plot)
        substances = [] if plot.get("sub") is False else [self._substance(plot)]
        record, repeated = random.choice(RECORDS[self.language])
        answer = {
            "name": person.forms()["n"][1:-1], "role": None, "articles": [article], "substances": substances,
            "how_found": plot["how"], "story": plot["story"], "decision": decision, "sanctions": [],
            "below_lowest_limit": False, "confiscation": False, "compulsory_treatment": None, "mitigating": [],
            "special_procedure": None, "repeated": repeated,
        }  # fmt: skip
        if decision == "convicted":
            self._sanction(answer, article)
        facts = Forms(self.common)
        facts |= {"D": Forms(person.forms()), "record": record, "plot_frame": plot}
        facts |= self._substance_words(plot, substances)
        for key, case in (("art_i", "i"), ("art_d", "d")):
            facts[key] = article_text(article, self.language, case, self.half, random)
        facts["W"] = self._when()
        return facts, answer

    def _article(self, plot: dict) -> dict:
        if self.old:
            parts = {"found": "1", "own_use": "1", "sale": self.random.choice("23"), "courier": "2"}
            return {"article": "259", "part": parts[plot["story"]], "points": []}
        article, part = self.random.choice(ARTICLES[plot["story"]])
        points = []
        if (article, part) in (("297", "3"), ("286", "3")):
            points = sorted(self.random.sample(["1", "2", "3"], self.random.choice((0, 1, 1, 2))))
        return {"article": article, "part": part, "points": points}

    def _substance(self, plot: dict) -> dict:
        if plot["story"] == "cultivation":
            return {
                "substance": "cannabis_plants",
                "mass_g": None,
                "count": self.random.randrange(3, 80),
                "gross_or_net": None,
            }
        codes = list(substance_codes())
        if plot["story"] == "production":
            codes = ["mephedrone", "amphetamine", "alpha_pvp", "methamphetamine"]
        elif plot.get("only"):
            codes = [plot["only"]]
        elif plot["story"] in ("found",):
            codes = ["cannabis_herb", "hashish", "heroin", "mephedrone"]
        code = self.random.choice(codes)
        mass = self.random.choice((round(self.random.uniform(0.05, 5), 2), round(self.random.uniform(5, 300), 2),
                                   round(self.random.uniform(0.01, 0.9), 3), float(self.random.randrange(1000, 9000, 50))))  # fmt: skip
        net = (
            "net"
            if re.search(
                r"чистой массой|таза салма|net mass|в высушенном|кептірілген түр", plot["text"]
            )
            else None
        )
        return {"substance": code, "mass_g": mass, "count": None, "gross_or_net": net}

    def _substance_words(self, plot: dict, substances: list[dict]) -> dict:
        if not substances:
            return {"S": Forms(n="", g="", a="", i="", d=""), "M": "", "count": ""}
        one = substances[0]
        if one["mass_g"] is None:
            word = {"ru": "конопля", "kk": "қарасора", "en": "cannabis"}[self.language]
            return {
                "S": Forms(n=word, g="конопли", a="коноплю", i="коноплёй", d=word),
                "M": f"{one['count']} кустов" if self.language == "ru" else "",
                "count": str(one["count"]),
            }
        words = substance_forms(one["substance"], self.language)
        return {
            "S": Forms(words),
            "M": mass_text(one["mass_g"], self.language, self.random, self.half),
            "count": "",
        }

    def _when(self) -> str:
        text = date_text(self.offence.isoformat(), self.language, 0)
        return (
            f"On {text}"
            if self.language == "en" and self.half == "development"
            else (f"on {text}" if self.language == "en" else re.sub(r"жылғы", "жылғы", text))
        )

    def _sanction(self, answer: dict, article: dict) -> None:
        random = self.random
        kinds = ["imprisonment"] * 4 + ["restriction_of_freedom"]
        if article["article"] == "296" and article["part"] in "23":
            kinds = ["fine", "fine", "community_service", "arrest"]
        if article["article"] == "300":
            kinds = ["imprisonment", "restriction_of_freedom", "fine"]
        kind = random.choice(kinds)
        sanction = {
            "kind": kind,
            "months": None,
            "hours": None,
            "days": None,
            "amount_kzt": None,
            "amount_mci": None,
            "conditional": False,
        }
        if kind in ("imprisonment", "restriction_of_freedom"):
            years = (
                random.choice((5, 6, 7, 8, 10, 12))
                if article["article"] in ("297", "286")
                else random.choice((1, 2, 3, 4))
            )
            sanction["months"] = years * 12 + random.choice((0, 0, 6, 3))
            if kind == "imprisonment" and years <= 5 and random.random() < 0.35:
                sanction["conditional"] = True
        elif kind == "fine":
            sanction["amount_mci"] = random.choice((20, 50, 100, 160, 200))
            if random.random() < 0.5:
                sanction["amount_kzt"] = sanction["amount_mci"] * random.choice(
                    (2405, 2917, 3063, 3692)
                )
            elif random.random() < 0.5:
                sanction["amount_kzt"], sanction["amount_mci"] = (
                    random.choice((50000, 126250, 145850)),
                    None,
                )
        elif kind == "community_service":
            sanction["hours"] = random.choice((80, 120, 160, 200))
        else:
            sanction["days"] = random.choice((20, 30, 45, 50))
        answer["sanctions"] = [sanction]

    def _say_sanction(self, facts: Forms, answer: dict) -> None:
        """What follows the sanction: suspended, confiscation, treatment; also in the answer."""
        random, frames = self.random, self.frames
        sanction = answer["sanctions"][0]
        for key, case in (("sanction_g", "g"), ("sanction_n", "n"), ("sanction_d", "d")):
            facts[key] = sanction_text(sanction, self.language, case, self.half, random)
        after = ""
        facts["control"] = term_text(12 * random.choice((1, 2, 3)), self.language, 1)
        if sanction["conditional"]:
            after += frames["conditional"]
        elif sanction["kind"] == "imprisonment" and random.random() < 0.2:
            after += frames["below"]
            answer["below_lowest_limit"] = True
        if sanction["kind"] == "imprisonment" and random.random() < 0.25:
            after += frames["confiscation"]
            answer["confiscation"] = True
        if random.random() < 0.2:
            kind = random.choice(("drug_addiction", "alcohol_addiction"))
            after += frames["treatment"][kind]
            answer["compulsory_treatment"] = kind
        facts["after"] = after.format_map(facts)

    def _plot(self, facts: Forms, answer: dict) -> str:
        """The circumstances, sometimes with a gross mass or a second substance."""
        plot, random = facts["plot_frame"], self.random
        text = plot["text"]
        both = (
            random.random() < 0.12
            and answer["substances"]
            and answer["substances"][0]["gross_or_net"] is None
            and answer["substances"][0]["mass_g"]
        )
        if both and "{M}" in text and "{S.n}" in text:
            one = answer["substances"][0]
            gross = round(one["mass_g"] * random.uniform(1.3, 4), 2)
            answer["substances"] = [
                {**one, "mass_g": gross, "gross_or_net": "gross"},
                {**one, "gross_or_net": "net"},
            ]
            facts["G"] = mass_text(gross, self.language, random, self.half)
            sentence = random.choice(self.frames["both"]).format_map(facts)
            lead = {
                "ru": " По заключению эксперта, изъято: ",
                "kk": " Сарапшы қорытындысы: ",
                "en": " According to the expert: ",
            }
            shown = text.format_map({**facts, "D": facts["D"], "M": "\x00"})
            # The sentence stays (it says how the drugs were found), its mass goes to the expert.
            kept = [
                re.sub(
                    r"(?:,? ?(?:общ\w+ |чист\w+ )?(?:масс\w+|вес\w*|салмағы|жалпы салмағы|weighing|with a mass of|of)(?: вещества| которого)?[ :–]*)?\x00",
                    "",
                    shown,
                )
            ]
            return " ".join(kept) + lead[self.language] + sentence + "."
        if random.random() < 0.15 and answer["substances"] and answer["substances"][0]["mass_g"]:
            other = self._substance({"story": "found", "text": ""})
            if other["substance"] != answer["substances"][0]["substance"]:
                answer["substances"].append(other)
                more = Forms(facts)
                more["S"] = Forms(substance_forms(other["substance"], self.language))
                more["M"] = mass_text(other["mass_g"], self.language, random, self.half)
                return text.format_map(facts) + random.choice(self.frames["more"]).format_map(more)
        return text.format_map(facts)

    def _opening(self, facts: Forms) -> str:
        header = self.random.choice(self.frames["header"])
        intro = self.random.choice(self.frames["intro"])
        return f"{header.format_map(facts)} {intro.format_map(facts)}\n{self.random.choice(self.frames['established'])}"

    def _reasons(self, facts: Forms, answer: dict) -> str:
        random, frames = self.random, self.frames
        lines = [random.choice(frames["evidence"]).format_map(facts)]
        if random.random() < 0.25 and answer["decision"] == "convicted":
            special = random.choice(frames["special"])
            lines.append(special["text"].format_map(facts))
            answer["special_procedure"] = special["code"]
        lines.append(random.choice(frames["qualify"]).format_map(facts))
        mitigating = random.choice(frames["mitigating"])
        lines.append(mitigating["text"])
        answer["mitigating"] = mitigating["codes"]
        return "\n".join(lines)

    def _write_verdict(self) -> str:
        facts, answer = self._defendant()
        self._say_sanction(facts, answer)
        text = (
            self._opening(facts)
            + self._plot(facts, answer)
            + "\n\n"
            + self._reasons(facts, answer)
            + "\n\n"
        )
        self.answers.append(answer)
        return text + self.random.choice(self.frames["convicted"]).format_map(facts)

    def _write_aggregate(self) -> str:
        facts, answer = self._defendant(plot=self.frames["plot"][2])
        second = (
            {"article": "297", "part": "2", "points": []}
            if answer["articles"][0]["article"] == "296"
            else {"article": "296", "part": "3", "points": []}
        )
        answer["articles"].append(second)
        answer["sanctions"] = [
            {
                "kind": "imprisonment",
                "months": 84 + 12 * self.random.randrange(4),
                "hours": None,
                "days": None,
                "amount_kzt": None,
                "amount_mci": None,
                "conditional": False,
            }
        ]
        self._say_sanction(facts, answer)
        facts["art2_i"] = article_text(second, self.language, "i", self.half, self.random)
        facts["art2_d"] = article_text(second, self.language, "d", self.half, self.random)
        for key, months in (("part_sanction", 12), ("part_sanction2", 72)):
            facts[key] = sanction_text(
                {**answer["sanctions"][0], "months": months},
                self.language,
                "n",
                self.half,
                self.random,
            )
        text = (
            self._opening(facts)
            + self._plot(facts, answer)
            + "\n\n"
            + self._reasons(facts, answer)
            + "\n\n"
        )
        self.answers.append(answer)
        return text + self.frames["aggregate"].format_map(facts)

    def _write_acquitted(self) -> str:
        facts, answer = self._defendant("acquitted")
        text = (
            self._opening(facts)
            + self._plot(facts, answer)
            + "\n\n"
            + self.random.choice(self.frames["evidence"]).format_map(facts)
        )
        self.answers.append(answer)
        return f"{text}\n\n{self.frames['several']}\n{self.random.choice(self.frames['acquitted']).format_map(facts)}"

    def _write_several(self) -> str:
        plots = [
            p
            for p in self.frames["plot"]
            if p["story"] in ("sale", "own_use", "courier", "found") and "{M}" in p["text"]
        ]
        count = self.random.choice((2, 2, 3))
        drawn = []
        for place in range(count):
            decision = (
                "acquitted" if place == count - 1 and self.random.random() < 0.4 else "convicted"
            )
            drawn.append(
                self._defendant(decision, plots[(self.number // 2 + place * 2) % len(plots)])
            )
            self.answers.append(drawn[-1][1])
        parts, ends = [], []
        for place, (facts, answer) in enumerate(drawn, start=1):
            if answer["decision"] == "convicted":
                self._say_sanction(facts, answer)
                ends.append(
                    f"{place}. "
                    + self.random.choice(self.frames["several_convicted"]).format_map(facts)
                )
            else:
                ends.append(
                    f"{place}. " + self.random.choice(self.frames["acquitted"]).format_map(facts)
                )
            parts.append(facts["plot_frame"]["text"].format_map(facts))
        facts0 = drawn[0][0]
        header = self.random.choice(self.frames["header"]).format_map(facts0)
        intros = "\n".join(self.random.choice(self.frames["intro"]).format_map(f) for f, _ in drawn)
        text = f"{header}\n{intros}\n{self.random.choice(self.frames['established'])}" + "\n".join(
            parts
        )
        return f"{text}\n\n{self.frames['several']}\n" + "\n".join(ends)

    def _write_terminated(self) -> str:
        facts, answer = self._defendant("terminated", self.frames["plot"][(self.number // 2) % 3])
        facts["plot"] = self._plot(facts, answer)
        self.answers.append(answer)
        answer["repeated"] = (
            answer["repeated"] if "{record}" in self.frames["terminated"][0] else None
        )
        frame = self.random.choice(self.frames["terminated"])
        answer["repeated"] = answer["repeated"] if "{record}" in frame else None
        return frame.format_map(facts)

    def _write_medical(self) -> str:
        facts, answer = self._defendant(
            "medical_measures", self.frames["plot"][(self.number // 2) % 3]
        )
        facts["plot"] = self._plot(facts, answer)
        answer |= {"compulsory_treatment": "psychiatric", "repeated": None}
        self.answers.append(answer)
        return self.random.choice(self.frames["medical"]).format_map(facts)

    def _higher(self, name: str) -> str:
        if name == "appeal":
            self.court = HIGHER[self.language][self.region]
            self.common["court"] = self.court
        else:
            supreme = {
                "development": "Судебная коллегия по уголовным делам Верховного Суда Республики Алдария",
                "test": "Верховный Суд Республики Алдария",
            }
            highest = {
                "development": "Алдария Республикасы Жоғарғы Сотының қылмыстық істер жөніндегі сот алқасы",
                "test": "Алдария Республикасының Жоғарғы Соты",
            }
            self.court = {
                "ru": supreme[self.half],
                "kk": highest[self.half],
                "en": "Supreme Court",
            }[self.language]
        frame = self.random.choice(self.frames[name])
        self.outcome = frame["outcome"]
        facts, answer = self._defendant("convicted")
        self._say_sanction(facts, answer)
        old = {**answer["sanctions"][0]}
        old["months"] = old["months"] + 12 if old["months"] else None
        old["hours"] = old["hours"] + 40 if old["hours"] else None
        old["days"] = old["days"] + 5 if old["days"] else None
        old["amount_mci"] = old["amount_mci"] + 40 if old["amount_mci"] else None
        old["amount_kzt"] = old["amount_kzt"] + 50000 if old["amount_kzt"] else None
        facts["old_sanction_d"] = sanction_text(old, self.language, "d", self.half, self.random)
        facts["plot"] = self._plot(facts, answer)
        facts["plot_low"] = facts["plot"]
        if "{record}" not in frame["text"]:
            answer["repeated"] = None
        self.answers.append(answer)
        return frame["text"].format_map(facts)

    def _write_appeal(self) -> str:
        return self._higher("appeal")

    def _write_cassation(self) -> str:
        text = self._higher("cassation")
        self.region = "XA-01"
        return text

    def _write_corrigendum(self) -> str:
        facts, answer = self._defendant("convicted")
        self._say_sanction(facts, answer)
        answer |= {
            "substances": [],
            "how_found": None,
            "story": None,
            "repeated": None,
            "below_lowest_limit": False,
            "confiscation": False,
            "compulsory_treatment": None,
        }
        answer["sanctions"][0]["conditional"] = False
        self.answers.append(answer)
        return self.random.choice(self.frames["corrigendum"]).format_map(facts)


def substance_codes() -> list[str]:
    """Codes that any story may have."""
    return [
        "cannabis_herb",
        "hashish",
        "heroin",
        "mephedrone",
        "alpha_pvp",
        "opium",
        "amphetamine",
        "methamphetamine",
        "cocaine",
    ]


class _Literal(yaml.SafeDumper):
    """Texts as blocks, so that a person can read them."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", value, style="|" if "\n" in value else None
    )


_Literal.add_representer(str, _text)


def main() -> None:
    """Write all items."""
    for language, count in COUNTS.items():
        frames = yaml.safe_load((HERE / "frames" / f"{language}.yaml").read_text("utf-8"))
        folder = HERE / language
        folder.mkdir(exist_ok=True)
        for number in range(1, count + 1):
            item = Maker(language, number, frames).make()
            path = folder / f"{item['id']}.yaml"
            path.write_text(
                yaml.dump(item, Dumper=_Literal, allow_unicode=True, sort_keys=False, width=4000),
                "utf-8",
            )


if __name__ == "__main__":
    main()
