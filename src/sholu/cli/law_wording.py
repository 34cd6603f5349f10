"""Fixed wording of the law commands in the three languages."""

from __future__ import annotations

from collections.abc import Mapping

from sholu.vocabulary.wording import Wording

WORDS: Mapping[str, Wording] = {
    "article": Wording("Article {0}", "Статья {0}", "{0}-бап"),
    "part": Wording("part", "часть", "бөлік"),
    "article_part": Wording("Article {0}, part {1}", "Статья {0}, часть {1}", "{0}-бап, {1}-бөлік"),
    "no_prison": Wording("no imprisonment", "без лишения свободы", "бас бостандығынан айырусыз"),
    "whole": Wording("whole article", "статья в целом", "бап тұтас"),
    "covers": Wording("covers", "о чём", "не туралы"),
    "category": Wording("category", "категория", "санаты"),
    "punishment": Wording("punishment", "наказание", "жазасы"),
    "punishment_unknown": Wording("punishment unknown", "наказание неизвестно", "жазасы белгісіз"),
    "size": Wording("size of the mass", "размер", "мөлшері"),
    "in_force": Wording("in force", "действует", "қолданыста"),
    "iccs": Wording("ICCS class", "класс ICCS", "ICCS сыныбы"),
    "note": Wording("note", "примечание", "ескертпе"),
    "prison": Wording("imprisonment allowed", "лишение свободы", "бас бостандығынан айыру"),
    "prison_no": Wording("not allowed", "не предусмотрено", "көзделмеген"),
    "from": Wording("from {0}", "с {0}", "{0} бастап"),
    "until": Wording("until {0} (exclusive)", "до {0} (не включая)", "{0} дейін (қоспағанда)"),
    "by_term": Wording(
        "unknown; by its highest term {0} (Article 11)",
        "неизвестно; по верхнему пределу {0} (статья 11)",
        "белгісіз; жоғарғы шегі бойынша {0} (11-бап)",
    ),
    "finding": Wording("To check", "Проверить", "Тексеру керек"),
    "report": Wording("Reported, no rule", "Сообщается, не норма", "Хабарланған, норма емес"),
    "substance": Wording("substance", "вещество", "зат"),
    "mass": Wording("mass", "масса", "салмағы"),
    "gross": Wording("gross", "с примесями", "қоспаларымен"),
    "net": Wording("net", "чистая", "таза"),
    "weighing_unsaid": Wording(
        "how it was weighed isn't said", "как взвешено, не сказано", "қалай өлшенгені айтылмаған"
    ),
    "mixture": Wording(
        "the whole mixture counts, additives included",
        "считается вся смесь вместе с примесями",
        "бүкіл қоспа толық есептеледі",
    ),
    "mixture_net": Wording(
        "the whole mixture counts: the net mass can only be too small, the size may be larger",
        "считается вся смесь: чистая масса может лишь занизить, размер может быть больше",
        "бүкіл қоспа есептеледі: таза салмақ тек кемітеді, мөлшер үлкенірек болуы мүмкін",
    ),
    "weighing": Wording("how it is weighed", "что взвешивают", "не өлшенеді"),
    "reading": Wording("reading: {0}", "прочтение: {0}", "оқылым: {0}"),
    "speaks_of": Wording(
        "The source speaks of {0}, asked for {1}",
        "Источник говорит о времени {0}, спрошено на {1}",
        "Дереккөз {0} уақытын айтады, сұралған күн {1}",
    ),
    "step_from": Wording("{0}: from {1}", "{0}: от {1}", "{0}: {1}-нан бастап"),
    "step_to": Wording(
        "{0}: up to and including {1}",
        "{0}: до {1} включительно",
        "{0}: {1}-ға дейін (қоса алғанда)",
    ),
    "step_unknown": Wording(
        "{0}: no limit given", "{0}: предел не указан", "{0}: шегі көрсетілмеген"
    ),
    "yes": Wording("yes", "да", "иә"),
    "no_more": Wording("no, {0} is more", "нет, {0} больше", "жоқ, {0} көп"),
    "no_less": Wording("no, {0} is less", "нет, {0} меньше", "жоқ, {0} аз"),
    "at_least": Wording("at least {0}", "не менее чем {0}", "кемінде {0}"),
    "agree": Wording("all readings agree", "все прочтения согласны", "барлық оқылым бірдей"),
    "one_reading": Wording("one reading", "одно прочтение", "бір оқылым"),
    "disagree": Wording(
        "READINGS DISAGREE: {0}", "ПРОЧТЕНИЯ РАСХОДЯТСЯ: {0}", "ОҚЫЛЫМДАР АЛШАҚ: {0}"
    ),
    "leads_to": Wording("{0} leads to", "{0} ведёт к", "{0}: қолданылатын норма"),
    "below_small": Wording(
        "below the smallest size that the table counts; sale is punished whatever the size "
        "(002, section 7.2)",
        "меньше наименьшего размера таблицы; сбыт наказуем независимо от размера (002, раздел 7.2)",
        "кестедегі ең шағын мөлшерден аз; өткізу мөлшеріне қарамастан жазаланады (002, 7.2-бөлім)",
    ),
    "not_before": Wording("not in the register", "в реестре нет", "тізілімде жоқ"),
    "stated": Wording("the source says {0}", "источник: {0}", "дереккөз: {0}"),
    "adds": Wording("adds {0}", "добавляет: {0}", "қосады: {0}"),
    "removes": Wording("removes {0}", "убирает: {0}", "алып тастайды: {0}"),
    "or": Wording(" or ", " или ", " не "),
    "up": Wording("up", "рост", "өседі"),
    "down": Wording("down", "снижение", "төмендейді"),
    "unclear": Wording("unclear", "неясно", "айқын емес"),
    "retroactive": Wording(
        "A law that lightens punishment applies to earlier acts too (Criminal Code, Article 6) [!]",
        "Смягчающий закон распространяется и на прежние деяния (статья 6 УК) [!]",
        "Жазаны жеңілдететін заң бұрынғы әрекеттерге де қолданылады (ҚК 6-бабы) [!]",
    ),
    "draft": Wording("DRAFT, not in force", "ПРОЕКТ, не действует", "ЖОБА, қолданыста емес"),
    "unverified": Wording(
        "{0} of {1} citations aren't verified against a source that is held.",
        "{0} из {1} ссылок не сверены с имеющимся источником.",
        "{1} сілтеменің {0} қолдағы дереккөзбен салыстырылмаған.",
    ),
}

COLUMNS: Mapping[str, Wording] = {
    "part": WORDS["part"],
    "what": Wording("what", "что", "не"),
    "says": Wording("says", "содержание", "мазмұны"),
    "source": Wording("source", "источник", "дереккөз"),
    "step": Wording("step", "шаг", "қадам"),
    "article": Wording("article", "статья", "бап"),
    "covers": WORDS["covers"],
    "before": Wording("before", "до", "бұрын"),
    "after": Wording("after", "после", "кейін"),
    "from": Wording("from", "с какого дня", "қай күннен"),
    "direction": Wording("direction", "направление", "бағыты"),
    "now": Wording("now", "сейчас", "қазір"),
    "proposed": Wording("proposed", "предлагается", "ұсынылады"),
    "indicators": Wording("indicators", "показатели", "көрсеткіштер"),
    "gravity": Wording("gravity", "важность", "маңыздылығы"),
    "where": Wording("where", "где", "қайда"),
    "statement": Wording("statement", "суть", "мәні"),
    "why_no_rule": Wording("why no rule", "почему не норма", "неге норма емес"),
    "about": Wording("about", "о чём", "не туралы"),
    "code": Wording("code", "код", "коды"),
    "title": Wording("title", "название", "атауы"),
    "number": Wording("number", "номер", "нөмірі"),
    "date": Wording("date", "дата", "күні"),
    "in_force_from": Wording("in force from", "действует с", "қолданысқа енуі"),
    "in_force_to": Wording("in force to", "действует до", "қолданыстан шығуы"),
    "name": Wording("name", "имя", "аты"),
    "changes": Wording("changes", "изменений", "өзгерістер"),
    "articles": Wording("articles", "статьи", "баптар"),
}
"""Headings of the tables; a table for another program keeps the English keys."""


def word(key: str, language: str, *values: object) -> str:
    """A fixed wording with its values put in."""
    return WORDS[key].of(language).format(*values)
