"""What indicators, breaks, portions and event kinds mean is said in English, Russian and Kazakh."""

from __future__ import annotations

import re

import pytest

from sholu.vocabulary import VocabularyError, Wording, load
from sholu.vocabulary.indicator_words import denominator_text

VOCABULARY = load()

# Letters of the Kazakh alphabet that Russian doesn't have.
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Two words beside each other: abbreviations (EUDA, GPS) stand alone, a forgotten sentence doesn't.
LATIN_WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")

DEFINED = {
    f"{indicator.code}.{key}": getattr(indicator, key)
    for indicator in VOCABULARY.indicators
    for key in ("definition", "shows", "cannot_show")
}
SENTENCES = (
    DEFINED
    | {f"{kind.code}.definition": kind.definition for kind in VOCABULARY.event_kinds}
    | {f"{one.code}.what": one.what for one in VOCABULARY.breaks}
    | {f"{one.code}.note": one.note for one in VOCABULARY.portions if one.note}
)


def those(test):
    return [name for name, text in SENTENCES.items() if test(text)]


def test_every_indicator_says_three_things_in_three_languages():
    assert len(DEFINED) == 3 * len(VOCABULARY.indicators) >= 3 * 169
    assert all(isinstance(text, Wording) for text in DEFINED.values())
    assert those(lambda text: min(map(len, text.by_language().values())) < 6) == []


def test_no_sentence_is_left_in_english():
    assert those(lambda text: LATIN_WORDS.search(f"{text.ru} {text.kk}")) == []
    assert those(lambda text: not CYRILLIC.search(text.ru)) == []
    assert those(lambda text: CYRILLIC.search(text.en)) == []


def test_a_kazakh_sentence_is_kazakh_and_a_russian_one_is_russian():
    assert those(lambda text: not KAZAKH.search(text.kk)) == []
    # Regions keep the spelling of their own law: Жетісу, Ұлытау.
    assert those(lambda text: KAZAKH.search(text.ru)) == ["kz-regions-2022.what"]
    assert those(lambda text: text.ru == text.kk) == []


def test_numbers_and_articles_of_law_are_the_same_in_every_language():
    def numbers(text):
        """Numbers without separators: 100,000 is 100 000, and 41.7 is 41,7."""
        return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[., ](?=\d)", "", text)))

    assert (
        those(lambda text: len({str(numbers(one)) for one in text.by_language().values()}) > 1)
        == []
    )


def test_a_text_begins_with_a_capital_and_ends_with_a_full_stop():
    for language in ("en", "ru", "kk"):
        odd = those(lambda text, of=language: not text.of(of).endswith("."))
        small = those(lambda text, of=language: text.of(of)[0].islower())
        assert (language, odd, small) == (language, [], [])


def test_a_name_with_a_comma_is_one_name():
    assert VOCABULARY.indicator("cases_to_court").names.ru == ("дела, направленные в суд",)
    assert VOCABULARY.indicator("offences_rate").names.en == ("drug offences per 100,000 people",)
    several = [i.code for i in VOCABULARY.indicators if len(i.names.all()) > 3]
    assert several == []


def test_who_defined_an_indicator_is_said_in_every_language_or_is_a_proper_name():
    standard = VOCABULARY.indicator("seizure_count").standard
    assert standard == Wording(
        "EUDA standard table 13", "стандартная таблица 13 EUDA", "EUDA-ның 13-стандартты кестесі"
    )
    assert VOCABULARY.indicator("use_schools").standard == Wording("ESPAD", "ESPAD", "ESPAD")
    standards = [i.standard for i in VOCABULARY.indicators if i.standard]
    words = re.compile(r"\b(survey|table|statistics|article|form|of|and|the|drug)\b", re.IGNORECASE)
    assert [one for one in standards if words.search(one.ru) or words.search(one.kk)] == []


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("kg", "ru", "кг"), ("KZT/kg", "ru", "тенге/кг"), ("KZT/kg", "kk", "теңге/кг"),
        ("person", "kk", "адам"), ("death/1000000", "ru", "смерть/миллион населения"),
        ("%", "kk", "%"), ("KZT/g", "en", "KZT/g"),
    ],
)  # fmt: skip
def test_a_unit_is_written_in_the_language_asked(code, language, name):
    assert VOCABULARY.unit_name(code, language) == name


INDICATOR = """
- code: checks_done
  en: [checks done]
  ru: [проведённые проверки]
  kk: [өткізілген тексерулер]
  definition: {definition}
  unit: fact
  denominator: {denominator}
  direction: neither
  standard: null
  shows: {{en: Work., ru: Работу., kk: Жұмысты.}}
  cannot_show: {{en: Its use., ru: Её пользу., kk: Оның пайдасын.}}
  cues: {{}}
"""


def test_a_denominator_is_told_in_words_and_an_unknown_one_as_it_is_written(tmp_path):
    def told(vocabulary, code, language):
        return denominator_text(vocabulary.indicator(code), vocabulary, language)

    assert told(VOCABULARY, "overdose_mortality", "kk") == "халық саны"
    assert told(VOCABULARY, "trust_police", "ru") == "опрошенные"
    assert told(VOCABULARY, "gdp", "en") == ""
    own = load(local(tmp_path, "Проверки.", denominator="households"))
    assert told(own, "checks_done", "kk") == "households"


def local(folder, definition, denominator="null"):
    text = INDICATOR.format(definition=definition, denominator=denominator)
    (folder / "indicators.yaml").write_text(text, encoding="utf-8")
    return folder


def test_an_observatory_adds_an_indicator_in_three_languages(tmp_path):
    added = load(local(tmp_path, "{en: Checks., ru: Проверки., kk: Тексерулер.}"))
    assert added.indicator("checks_done").definition.of("kk") == "Тексерулер."


def test_an_observatory_of_one_language_writes_a_plain_text(tmp_path):
    said = load(local(tmp_path, "Проверки.")).indicator("checks_done").definition
    assert (said.en, said.ru, said.kk) == ("Проверки.",) * 3


@pytest.mark.parametrize(
    ("definition", "message"),
    [
        ("{en: Checks., ru: Проверки.}", "the text in kk is missing"),
        ("{en: Checks., ru: '', kk: Тексерулер.}", "the text in ru is missing"),
        ("{en: A., ru: Б., kk: В., de: D.}", "texts are kept in en, ru and kk, not 'de'"),
        ("{en: A., ru: Б., kk: [В.]}", "a text is due"),
        ("[Checks.]", "a text under en, ru and kk is due"),
        ("null", "a text under en, ru and kk is due"),
    ],
)
def test_a_language_that_is_missing_is_named_with_file_code_and_key(tmp_path, definition, message):
    folder = local(tmp_path, definition)
    with pytest.raises(VocabularyError) as error:
        load(folder)
    assert "local/indicators.yaml, record checks_done, definition: " in str(error.value)
    assert message in str(error.value)
