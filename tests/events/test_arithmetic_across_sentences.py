"""Sums, changes and shares whose numbers stand in several sentences: answers worked by hand."""

from __future__ import annotations

import pytest

from tests.events.conftest import Check

PAIRS = [
    # A total after its parts; the text, the number that is wrong, the number that is right.
    ("In one shed 7.2 kg of hashish lay, in the other 3.9 kg of opium. The total weight was {} kg.",
     "12.1", "11.1"),
    ("They took 1 kg 150 g of heroin and 430 g of opium, a total of {} kg.", "1.85", "1.58"),
    ("The one sack held 620 tablets, the other 240; the total came to {} tablets.", "960", "860"),
    ("В одном доме нашли 250 граммов мефедрона, в другом – 310 граммов, всего {} граммов.",
     "660", "560"),
    ("Бір үйден 3,2 кг, екіншісінен 1,6 кг гашиш табылды. Жалпы салмағы {} кг.", "5,8", "4,8"),
    # A list after a colon, or after of these.
    ("They burned {} tonnes of drugs: 2.2 tonnes of cannabis, 1.3 tonnes of poppy straw and "
     "800 kg of hashish.", "4.7", "4.3"),
    ("They found {} tablets. Of these, 1,500 lay in a boot and 700 in a toy.", "2,300", "2,200"),
    ("Изъято {} кг наркотиков: 610 кг марихуаны, 230 кг гашиша и 75 кг опия.", "955", "915"),
    ("Былтыр {} келі зат тәркіленген. Соның 82 келісі Астанада, 31 келісі Таразда алынған.",
     "103", "113"),
    # The rest of a list against a total told before.
    ("Police solved {} crimes. Most were in Osh (61 crimes), Naryn (42) and Talas (27); the "
     "remaining 30 were in towns.", "150", "160"),
    ("Of the {} convicts, 44 were tried in Baku, 21 in Ganja and the remaining 15 in Lankaran.",
     "70", "80"),
    # A change whose numbers stand in two sentences, or in a bracket.
    ("Clinics saw 450 cases. A year earlier there were 500, so the fall is {} per cent.",
     "25", "10"),
    ("They seized 1,650 kg of drugs, which is {} percent more than in the same period of 2023 "
     "(1,320 kg).", "40", "25"),
    ("На учёте состоят 8 460 человек, год назад – 9 400. Это назвали снижением на {}%.",
     "16", "10"),
    ("Ввезти пытались 30 тонн против 80 тонн годом ранее (минус {}%).", "53", "62"),
    ("Биыл 360 қылмыс тіркелді. Былтыр бұл көрсеткіш 300 болған, яғни өсім – {} пайыз.",
     "30", "20"),
    # A share of a total in the sentence before.
    ("They seized 1,600 kg of drugs. Cannabis accounts for 1,280 kg, or {} percent.", "70", "80"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), PAIRS)
def test_one_number_that_does_not_fit_is_a_finding_and_the_right_one_is_none(
    check: Check, text: str, wrong: str, right: str
) -> None:
    assert len(check(text.format(wrong))) == 1
    assert check(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # Another time than that of the amounts told before.
        "In a truck 8.9 kg of opium and 1.4 kg of hashish lay. The total since January is 11.9 kg.",
        # Only some of the amounts make the total, or it is far from all: it is of something else.
        "They found 1.6 kg of heroin, 2.1 kg of opium and 9 kg of sugar. The total weight of the "
        "drugs was 3.7 kg.",
        # Entries without a number, or the rest: the list does not say all.
        "Eleven people were held: the leader, three keepers, four couriers and three drivers.",
        "Изъято 12 кг наркотиков: 8 кг гашиша, 3 кг марихуаны, остальное – опий.",
        # Persons may be told twice.
        "They held 200 people, of whom 130 had a record and 90 had no work.",
        # Two that a change may be of.
        "North had 3,100 cases and South 2,600; a year ago there were 2,500 in South, which is "
        "24 per cent more.",
        # A headline may cut, and count what the text tells in tablets and litres.
        "Over 400 kg of drugs seized\n\nPolice of the region seized 418.6 kg of drugs in May.\n",
        "Six kilos of drugs found in parcels\n\nCustoms found marijuana – 4.4 kg; ecstasy – 3,100 "
        "tablets; ketamine – 900 ml.\n",
    ],
)  # fmt: skip
def test_numbers_of_different_things_are_no_finding(check: Check, text: str) -> None:
    assert check(text) == []


def test_a_mass_and_a_volume_in_one_amount_is_a_finding(check: Check) -> None:
    (finding,) = check("Задержаны две партии, 2 тонны 340 литров кислоты.")
    assert "a mass and a volume" in finding.statement


def test_a_sign_that_may_part_thousands_or_decimals_is_no_mismatch_if_one_reading_fits(
    check: Check,
) -> None:
    assert check("They seized 4.2 kg of drugs: 2,150 kg of hashish and 2,050 kg of opium.") == []
