"""Days of reports and of later steps of a case beside the event's own day, Russian and Kazakh."""

from __future__ import annotations

import pytest

from sholu.build.evaluation import answer_of, read_item
from sholu.build.evaluation_item import EvaluationItem


def _days(language: str, title: str, text: str) -> tuple[str | None, str | None]:
    item = EvaluationItem(
        id=f"{language}-001", half="development", language=language, script="Cyrl",
        source_country="KZ", published="2031-03-20", address="https://news.example/a",
        title=title, text=text, about_drugs=True, kind=None, countries=(), regions=(), places=(),
        date_start=None, date_end=None, date_basis=None, substances=(), agencies=(), figures=(),
        not_figures=(), persons=(), personal_data=(), law=(), same_event_as=(), checks=(), note="",
    )  # fmt: skip
    answer = answer_of(read_item(item))
    return answer.date_start, answer.date_end


@pytest.mark.parametrize(
    "step",
    [
        "Видео опубликовано 18 марта.",
        "18 марта глава ведомства прокомментировал случай.",
        "Выступая 18 марта в парламенте, министр похвалил полицию.",
        "Во вторник начальник департамента провёл брифинг.",
        "Фото: пресс-служба, 18 марта.",
        "По данным на 18 марта, водитель молчит.",
        "18 марта ему предъявлено обвинение.",
        "18 марта материалы переданы в суд.",
        "18 марта проведена экспертиза.",
        "Третий объявлен в розыск 18 марта.",
        "Суд назначен на 28 марта.",
        "Следующий рейд – 28 марта.",
        "Суд 18 марта санкционировал арест.",
    ],
)
@pytest.mark.parametrize(("last", "day"), [("", None), (" Произошло это 15 марта.", "2031-03-15")])
def test_a_later_step_is_not_the_event(step: str, last: str, day: str | None) -> None:
    text = f"В Таразе изъято 2 кг гашиша, задержаны двое. {step}{last}"
    assert _days("ru", "В Таразе изъяли 2 кг гашиша", text) == (day, day)


@pytest.mark.parametrize(
    "step",
    [
        "18 наурызда өткен брифингте осылай айтылды.",
        "Видео 18 наурызда жарияланды.",
        "18 наурызда айып тағылды.",
        "18 наурызда іс сотқа жолданды.",
        "Сараптама 18 наурызда дайын болды.",
        "Үшіншісіне 18 наурызда іздеу жарияланды.",
        "Сот отырысы 28 наурызға белгіленді.",
        "Сот 18 наурызда оларды екі айға қамады.",
    ],
)
@pytest.mark.parametrize(
    ("last", "day"), [("", None), (" Оқиға 15 наурызда болған.", "2031-03-15")]
)
def test_a_later_step_is_not_the_event_in_kazakh(step: str, last: str, day: str | None) -> None:
    text = f"Таразда 2 келі гашиш тәркіленіп, екі адам ұсталды. {step}{last}"
    assert _days("kk", "Таразда 2 келі гашиш тәркіленді", text) == (day, day)


def test_the_step_is_the_event_where_the_title_tells_it() -> None:
    text = (
        "Прокуратура завершила дело о 30 кг гашиша. 18 марта материалы направлены в суд."
        " Курьер вину признал."
    )
    title = "Прокуратура направила в суд дело перевозчика гашиша"
    assert _days("ru", title, text) == ("2031-03-18", "2031-03-18")


def test_a_log_has_the_days_of_its_entries() -> None:
    text = (
        "16.03.2031 г. в 23-40 задержан гр. А., изъято 12 свёртков гашиша.\n\n"
        "17.03.2031 г. в 10-15 у гр. А. дома изъято 400 г гашиша."
    )
    assert _days("ru", "Сводка об изъятии гашиша", text) == ("2031-03-16", "2031-03-17")


def test_an_order_has_its_own_day() -> None:
    text = (
        "Правительство утвердило правила хранения прекурсоров наркотиков. Постановление от 14 марта"
        " № 98 опубликовано."
    )
    assert _days("ru", "Новые правила хранения прекурсоров", text) == ("2031-03-14", "2031-03-14")
