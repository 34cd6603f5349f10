"""Search in three languages, and what hostile queries do: nothing."""

from __future__ import annotations

import pytest

from sholu.release.package.find import asked_words, expression, snippet
from sholu.release.package.reader import Package
from sholu.release.package.words import forms
from tests.release.package.invented_package import write_package


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return Package(write_package(tmp_path_factory.mktemp("package")))


def _events(package: Package, text: str) -> set[str]:
    return {hit.id for hit in package.search(text, kinds=("event",))}


@pytest.mark.parametrize("word", ["heroin", "Heroin", "героин", "героина", "героинді", "ГЕРОИНОМ"])
def test_a_drug_is_found_under_its_name_in_any_language_and_case(
    package: Package, word: str
) -> None:
    assert _events(package, word) == {"event-herd"}


@pytest.mark.parametrize(
    "words",
    ["Tersay region", "Терсайской области", "Терсай облысы", "терсай облысында", "Tersai oblysy"],
)
def test_a_region_is_found_in_any_language_ending_and_alphabet(
    package: Package, words: str
) -> None:
    assert _events(package, words) == {"event-herd", "event-border"}


def test_endings_of_the_text_are_folded(package: Package) -> None:
    assert _events(package, "уроки школы") == {"event-school"}
    assert _events(package, "школа урок") == {"event-school"}
    assert _events(package, "шекара") == {"event-border"}
    assert _events(package, "шекарадан") == {"event-border"}
    assert _events(package, "officer sheep") == {"event-herd"}


def test_a_word_typed_without_kazakh_letters_is_found(package: Package) -> None:
    assert _events(package, "таркиленди") == {"event-border"}
    assert _events(package, "акбулт") == {"event-school", "event-border"}


def test_a_russian_word_is_not_another_one_with_its_end_cut_off() -> None:
    assert not forms("героин", None) & forms("герои", "ru")


def test_all_words_must_be_there_and_some_of_them_if_nothing_has_all(package: Package) -> None:
    assert _events(package, "heroin sheep") == {"event-herd"}
    assert _events(package, "heroin xyzzy") == {"event-herd"}


def test_small_words_of_a_sentence_do_not_hinder(package: Package) -> None:
    assert _events(package, "уроки в школах о наркотиках") == {"event-school"}


def test_claims_and_passages_are_found_with_their_ids(package: Package) -> None:
    claims = package.search("құқық бұзушылық Ақбұлт", kinds=("claim",))
    assert {hit.id for hit in claims} == {"claim-a", "claim-b", "claim-c"}
    assert claims[0].title == "10 offences" or claims[0].title.endswith("offences")
    (passage,) = package.search("officers", kinds=("passage",))
    assert (passage.id, passage.title) == ("span-herd", "d1.html")


def test_hits_of_one_language_only(package: Package) -> None:
    assert {h.id for h in package.search("гашиш", kinds=("event",), language="kk")} == {
        "event-border"
    }


def test_snippets_mark_the_words_and_are_the_text() -> None:
    text = "Полиция сообщила о деле. " * 20 + "Изъято 5 кг героина у двоих. " + "Дальше. " * 50
    parts = snippet(text, asked_words("героин изъята"), "ru")
    assert [part.text for part in parts if part.marked] == ["Изъято", "героина"]
    middle = "".join(part.text for part in parts).strip("… ")
    assert middle in text
    assert len(middle) <= 220


def test_a_snippet_of_what_only_the_code_says_is_the_beginning() -> None:
    parts = snippet("Nothing of it here.", asked_words("героин"), "en")
    assert [(part.text, part.marked) for part in parts] == [("Nothing of it here.", False)]


HOSTILE = [
    '"', "'", '""', "heroin OR", "NEAR(heroin sheep, 5)", "heroin*", "*", "^heroin", "words:heroin",
    "heroin AND NOT sheep", "(heroin", ")", "{words}: x", "-heroin", "+", "\x00", "heroin\x00sheep",
    "'; DROP TABLE event; --", "%", "_", "\\", "\ud83d\ude00".encode("utf-16", "surrogatepass")
    .decode("utf-16"), "\u202e\u200b", "И" * 10_000, "heroin " * 10_000, "a" * 1_000_000, "é́́",
    "ﷺ", "１２３", "—", "", " ", "\n", "0", "AND", "OR NOT NEAR",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_only_words(package: Package, text: str) -> None:
    for hit in package.search(text):
        assert hit.kind in ("event", "claim", "passage")
    assert package.count_events() == 3


def test_operators_of_the_index_are_words_like_others() -> None:
    assert expression(asked_words('heroin" NEAR("sheep')).count(") AND (") == 2
    for text in HOSTILE:
        for word in asked_words(text):
            assert all(form.isalnum() for form in word)


def test_an_unknown_kind_is_a_mistake_of_the_caller(package: Package) -> None:
    with pytest.raises(ValueError, match="person"):
        package.search("x", kinds=("person",))
