"""Loading: strict, pure, open to an observatory's own words."""

from __future__ import annotations

import re

import pytest

from sholu.vocabulary import VocabularyError, load


@pytest.fixture
def local(tmp_path):
    """A function that writes one file of local vocabulary and gives its folder."""

    def write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_same_files_give_the_same_vocabulary(local):
    folder = local("substances.yaml", "- {code: heroin, slang: {ru: [гера]}}")
    assert load() is load()
    assert load(folder) is load(folder)
    assert load(folder) is not load()


def test_local_words_change_the_fingerprint_and_nothing_else(local):
    before = load()
    after = load(local("substances.yaml", "- {code: heroin, slang: {ru: [гера]}}"))
    assert after.fingerprint != before.fingerprint
    assert before.fingerprint == load().fingerprint
    assert after.places == before.places
    assert "гера" not in before.substance("heroin").slang.ru


def test_a_changed_file_is_read_anew(local):
    first = load(local("places.yaml", "- {code: 'vl:a', kind: village, country: KZ, en: [A]}"))
    second = load(local("places.yaml", "- {code: 'vl:a', kind: village, country: KZ, en: [B]}"))
    assert first.place("vl:a").names.en == ("A",)
    assert second.place("vl:a").names.en == ("B",)


def test_a_new_code_adds_a_record(local):
    folder = local(
        "places.yaml",
        "- {code: vl:qora, kind: village, country: XA, region: XA-02, en: Qora, ru: Кора}",
    )
    place = load(folder).place("vl:qora")
    assert (place.kind, place.region, place.names.ru) == ("village", "XA-02", ("Кора",))


def test_a_known_code_changes_what_it_gives_and_keeps_the_rest(local):
    folder = local("places.yaml", "- {code: KZ-59, en: [Petropavl oblast], ambiguous: true}")
    place = load(folder).place("KZ-59")
    assert place.names.en[0] == "Petropavl oblast"
    assert "SKO" in place.names.en
    assert place.names.ru == load().place("KZ-59").names.ru
    assert place.ambiguous


def test_a_record_that_replaces_loses_what_it_does_not_say(local):
    folder = local("places.yaml", "- {code: KZ-59, kind: region, en: [North], replace: true}")
    place = load(folder).place("KZ-59")
    assert place.names.all() == (("en", "North"),)
    assert place.country is None


def test_a_unit_takes_new_spellings_but_no_new_meaning(local):
    assert "кэгэ" in spellings(load(local("units.yaml", "- {code: kg, ru: [кэгэ]}")), "kg")
    with pytest.raises(VocabularyError, match="factor of a known unit"):
        load(local("units.yaml", "- {code: kg, factor: 999}"))


def spellings(vocabulary, code):
    (word,) = [word for word in vocabulary.units if word.unit.code == code]
    return word.spellings.ru


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("substances.yaml", "- {code: heroin, colour: white}",
         "local/substances.yaml, record heroin: the key 'colour' isn't known"),
        ("substances.yaml", "- {code: x, group: opioids}", "record x: names are missing"),
        ("substances.yaml", "- {code: x, en: [x]}", "record x: the key 'group' is missing"),
        ("substances.yaml", "- {code: x, group: stuff, en: [x]}", "'stuff' isn't one of"),
        ("substances.yaml", "- {code: x, group: nps, en: [yes]}", "record x: a text is due"),
        ("substances.yaml", "- {code: heroin, slang: {de: [H]}}", "not 'de'"),
        ("substances.yaml", "- {code: heroin}\n- {code: heroin}", "the code stands twice"),
        ("substances.yaml", "- heroin", "record 1: a text under the key 'code' is due"),
        ("substances.yaml", "heroin: {en: [x]}", "a list of records is due"),
        ("substances.yaml", "- {code: [", "isn't valid YAML"),
        ("places.yaml", "- {code: x, kind: planet, en: [x]}", "'planet' isn't one of"),
        ("places.yaml", "- {code: x, kind: town, country: QQ, en: [x]}", "country 'QQ' isn't"),
        ("places.yaml", "- {code: x, kind: town, region: KZ-99, en: [x]}", "region 'KZ-99' isn't"),
        ("places.yaml", "- {code: KZ-59, latitude: north}", "a number is due"),
        ("agencies.yaml",
         "- {code: x, country: KZ, parent: KZ.NO, kind: police, en: [x], abbreviations: {}}",
         "parent 'KZ.NO' isn't an agency"),
        ("colours.yaml", "- {code: x}", "isn't a vocabulary file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(local, name, text, message):
    with pytest.raises(VocabularyError, match=re.escape(message)):
        load(local(name, text))


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(VocabularyError, match="isn't there"):
        load(tmp_path / "nowhere")


def test_an_empty_folder_and_an_empty_file_add_nothing(local, tmp_path):
    assert load(tmp_path).places == load().places
    assert load(local("places.yaml", "# nothing yet\n")).places == load().places


def test_dates_without_quotes_are_dates(local):
    folder = local("places.yaml", "- {code: KZ-59, valid_from: 1936-07-29}")
    assert load(folder).place("KZ-59").valid_from == "1936-07-29"


@pytest.mark.parametrize(
    ("find", "code", "near"),
    [
        ("place", "KZ-64", "KZ-6"),
        ("substance", "heroine", "heroin"),
        ("agency", "KZ.MVDD", "KZ.MVD"),
        ("event_kind", "seizures", "seizure"),
        ("indicator", "price_retial", "price_retail"),
        ("unit", "kgs", "kg"),
    ],
)
def test_an_unknown_code_names_its_neighbours(find, code, near):
    with pytest.raises(VocabularyError, match=near):
        getattr(load(), find)(code)


def test_a_missing_language_falls_back_to_english():
    heroin = load().substance("heroin").names
    assert heroin.preferred("kk") == "героин"
    assert heroin.preferred("uz") == "heroin"


def test_namesakes_stand_in_the_order_of_trial():
    order = {place.code: number for number, place in enumerate(load().places)}
    assert order["KZ-63"] < order["KZ-VOS"]
    assert order["GE"] < order["US-GA"]
    assert order["gn:1520172"] < order["gn:2122104"]  # Petropavlovsk before -Kamchatsky
