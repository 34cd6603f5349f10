"""Languages and scripts of documents and passages."""

from __future__ import annotations

import pytest

from sholu.evidence.language import language_of, script_of
from tests.evidence.build import read

SENTENCES = [
    (
        "en",
        "Latn",
        "Police officers seized a large batch of hashish from a resident of the northern region.",
    ),
    ("ru", "Cyrl", "Полицейские изъяли крупную партию гашиша у жителя северной области страны."),
    (
        "kk",
        "Cyrl",
        "Полиция қызметкерлері солтүстік облыстың тұрғынынан гашиштің ірі партиясын тәркіледі.",
    ),
    (
        "kk",
        "Latn",
        "Polıtsııa qyzmetkerleri soltústik oblys turǵynynan gashıshtiń iri partııasyn tárkiledi.",
    ),
    (
        "kk",
        "Latn",
        "Politsiya qyzmetkerleri soltustik oblys turghynynan gashishting iri partiyasyn tarkiledi.",
    ),
    (
        "kk",
        "Arab",
        "پوليتسيا قىزمەتكەرلەرى سولتۇستىك وبلىستىڭ تۇرعىنىنان گاشىشتىڭ ءىرى پارتياسىن تاركىلەدى",
    ),
    (
        "ky",
        "Cyrl",
        "Милиция кызматкерлери түндүк облустун тургунунан гашиштин чоң көлөмүн кармап алышты.",
    ),
    (
        "uz",
        "Latn",
        "Politsiya xodimlari shimoliy viloyat aholisidan gashishning katta qismini musodara qildi.",
    ),
    (
        "uz",
        "Cyrl",
        "Милиция ходимлари шимолий вилоят аҳолисидан гашишнинг катта партиясини мусодара қилишди.",
    ),
    (
        "tg",
        "Cyrl",
        "Кормандони милитсия аз сокини вилояти шимолӣ миқдори зиёди ҳашишро мусодира карданд.",
    ),
    (
        "az",
        "Latn",
        "Polis əməkdaşları şimal rayonunun sakinindən külli miqdarda həşiş aşkar edib götürüblər.",
    ),
]


@pytest.mark.parametrize(("language", "script", "sentence"), SENTENCES)
def test_each_language_is_known_in_its_scripts(language: str, script: str, sentence: str) -> None:
    assert (language_of(sentence), script_of(sentence)) == (language, script)


@pytest.mark.parametrize(
    "sentence",
    [
        "De politie heeft in het noorden van het land een grote partij hasj in beslag genomen.",
        "Sotrudniki politsii izyali krupnuyu partiyu gashisha u zhitelya severnoy oblasti strany.",
        "پلیس مقدار زیادی حشیش را از یک ساکن استان شمالی کشف و ضبط کرد و سه نفر را بازداشت نمود",
        "12 345,6",
    ],
)
def test_what_is_in_no_language_known_here_stays_unknown(sentence: str) -> None:
    assert language_of(sentence) is None


def test_a_long_passage_in_another_language_has_its_own() -> None:
    text = read(f"{SENTENCES[1][2]} {SENTENCES[1][2]}\n\n{SENTENCES[2][2]}\n\n{SENTENCES[1][2]}\n")
    assert [passage.language for passage in text.passages] == ["ru", "kk", "ru"]


def test_a_short_passage_takes_the_documents_language() -> None:
    text = read(f"{SENTENCES[1][2]}\n\nАбай Құнанбаев атындағы\n\n{SENTENCES[1][2]}\n")
    assert [passage.language for passage in text.passages] == ["ru", "ru", "ru"]


def test_a_name_in_another_script_is_not_in_the_documents_language() -> None:
    text = read(f"{SENTENCES[1][2]}\n\nSalymbekov Group\n\n{SENTENCES[1][2]}\n")
    assert [(passage.language, passage.script) for passage in text.passages][1] == (None, "Latn")


def test_an_address_has_no_language() -> None:
    text = read(
        f"{SENTENCES[1][2]}\n\n<https://police.example/kz/a-long-story-of-many-english-words>\n"
    )
    assert text.passages[1].language is None
