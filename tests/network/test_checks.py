"""The checks find what was planted, and say nothing of what is sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from sholu.core.finding import Finding
from sholu.network.checks import check_table
from sholu.network.checks_between import check_between
from sholu.network.read import read_ties
from tests.network.conftest import Write

SOUND = ",a,b,c,d,e\na,0,1,1,0,0\nb,1,0,0,1,0\nc,1,0,0,1,1\nd,0,1,1,0,1\ne,0,0,1,1,0\n"
"""Symmetric, without weights, without isolates."""


def kinds(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.kind for finding in findings]


def check(path: Path) -> tuple[Finding, ...]:
    return check_table(read_ties(path))


def test_a_sound_file_has_no_finding(write: Write) -> None:
    assert check(write("m.csv", SOUND)) == ()


PLANTED = {
    "an actor twice": ("actor_twice", SOUND.replace("\ne,", "\nd,").replace("d,e\n", "d,d\n")),
    "one actor in two spellings": ("actor_twice", SOUND.replace("e", "A ")),
    "a tie without its reverse": ("missing_reverse", SOUND.replace("e,0,0,1,1,0", "e,0,0,1,0,0")),
    "one half of the matrix": (
        "missing_reverse",
        ",a,b,c,d,e\na,0,1,1,1,0\nb,0,0,1,1,1\nc,0,0,0,1,1\nd,0,0,0,0,1\ne,0,0,0,0,0\n",
    ),
    "labels that drift": ("label_drift", SOUND.replace("\nc,", "\nx,").replace("\nd,", "\nc,")),
    "a self-tie": ("self_tie", SOUND.replace("a,0,", "a,1,")),
    "an isolate": ("isolate", SOUND.replace("e,0,0,1,1,0", "e,0,0,0,0,0")
                   .replace("c,1,0,0,1,1", "c,1,0,0,1,0").replace("d,0,1,1,0,1", "d,0,1,1,0,0")),
    "an empty cell": ("empty_cells", SOUND.replace("a,0,1,1,0,0", "a,0,1,1,,0")),
    "weights that may be lengths": ("meaning_of_weights", SOUND.replace("1", "2", 2)),
    "a negative weight": ("negative_weight", SOUND.replace("a,0,1,", "a,0,-1,")),
    "no tie at all": ("no_ties", SOUND.replace("1", "0")),
    "two parts": ("disconnected", "a b\nb c\nx y\ny z\n"),
    "a pair twice": ("pair_twice", "a b 1\nb c 1\nb a 7\n"),
    "a weight far off": (
        "weight_far_off",
        "".join(f"a{i} a{i + 1} {i % 3 + 1}\n" for i in range(11)) + "a0 a5 900\n",
    ),
    "dates out of order": (
        "time_out_of_order",
        "from,to,date\na,b,2030-02-01\nb,c,2030-01-01\nc,a,2030-03-01\n",
    ),
    "a date that is none": ("bad_time", "from,to,date\na,b,2030-02-01\nb,c,sometime\n"),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_what_is_planted_is_found(planted: str, write: Write) -> None:
    kind, text = PLANTED[planted]
    name = "m.csv" if "," in text else "m.txt"
    found = check(write(name, text))
    assert kind in kinds(found)
    assert all(finding.statement.endswith((".", "?")) for finding in found)


def phases(write: Write, *texts: str) -> list[Path]:
    return [write(f"case/phase{i}.csv", text) for i, text in enumerate(texts, start=1)]


ONE = ",a,b,c,d,e\na,0,3,1,4,1\nb,2,0,0,0,0\nc,0,1,0,0,0\nd,1,0,0,0,2\ne,0,0,0,1,0\n"
TWO = ",a,b,c,d,e\na,0,1,2,5,1\nb,1,0,0,0,0\nc,0,0,0,1,0\nd,2,0,0,0,1\ne,0,0,0,0,0\n"
SUM = ",a,b,c,d,e\na,0,4,3,9,2\nb,3,0,0,0,0\nc,0,1,0,1,0\nd,3,0,0,0,3\ne,0,0,0,1,0\n"


def between(paths: list[Path], total: Path | None = None) -> tuple[Finding, ...]:
    tables = [read_ties(path) for path in paths]
    return check_between(tables, read_ties(total) if total else None)


def test_a_total_that_is_the_sum_has_no_finding(write: Write) -> None:
    paths = phases(write, ONE, TWO)
    assert between(paths, write("case/total.csv", SUM)) == ()


def test_a_total_that_is_not_the_sum_is_found_pair_by_pair(write: Write) -> None:
    paths = phases(write, ONE, TWO)
    total = write("case/total.csv", SUM.replace("a,0,4,3,9,2", "a,0,4,3,7,5"))
    found = between(paths, total)
    assert kinds(found) == ["total_is_not_the_sum", "total_has_more"]
    assert "a → d: 9 against 7" in found[0].statement


def test_an_actor_that_the_total_does_not_have_is_found(write: Write) -> None:
    paths = phases(write, ONE.replace("e", "f"), TWO)
    found = between(paths, write("case/total.csv", SUM))
    assert "actor_not_in_total" in kinds(found)


@pytest.mark.parametrize(
    "copy",
    [
        ONE,
        ONE.replace("a", "v")
        .replace("b", "w")
        .replace("c", "x")
        .replace("d", "y")
        .replace("e", "z"),
    ],
)
def test_a_file_under_another_name_is_found_even_with_other_labels(copy: str, write: Write) -> None:
    found = between(phases(write, ONE, copy))
    assert "same_under_another_name" in kinds(found)


def test_two_different_phases_are_not_the_same(write: Write) -> None:
    assert "same_under_another_name" not in kinds(between(phases(write, ONE, TWO)))


def test_one_actor_spelled_in_two_ways_in_two_files_is_found(write: Write) -> None:
    found = between(phases(write, ONE, TWO.replace("d", "D ")))
    assert "label_drift" in kinds(found)


def test_two_labels_that_changed_places_are_found(write: Write) -> None:
    def swap(text: str) -> str:
        return text.replace("a", "?").replace("b", "a").replace("?", "b")

    hub = (
        ",a,b,c,d,e,f\na,0,3,1,4,1,2\nb,2,0,0,0,0,0\nc,1,0,0,0,0,0\nd,1,0,0,0,0,0\n"
        "e,3,0,0,0,0,0\nf,2,0,0,0,0,0\n"
    )
    found = between(phases(write, swap(hub)), write("case/total.csv", hub))
    drifted = [finding for finding in found if finding.kind == "label_drift"]
    assert any("'b' look like those of 'a'" in finding.statement for finding in drifted)


def test_phases_without_a_common_actor_are_found(write: Write) -> None:
    other = TWO.translate(str.maketrans("abcde", "vwxyz"))
    assert "disconnected_phases" in kinds(between(phases(write, ONE, other)))


def test_real_errors_of_published_networks_are_found(shared_dir: Path) -> None:
    networks = shared_dir / "data" / "networks"
    caviar = networks / "caviar"
    names = [f"phase{i}.csv" for i in (1, 2, 3, 4, 5, 6, 8)]
    found = between([caviar / name for name in names], caviar / "full_directed.csv")
    assert "total_is_not_the_sum" in kinds(found)
    heroin = check(networks / "ucinet" / "natajaran_heroin.csv")
    reverse = next(finding for finding in heroin if finding.kind == "missing_reverse")
    assert "162 of 168" in reverse.statement
    assert "pair_twice" in kinds(check(networks / "sicilian-mafia" / "meetings.csv"))


def test_cases_that_number_their_actors_alike_are_not_asked_about_moved_labels(
    shared_dir: Path,
) -> None:
    folder = shared_dir / "data" / "networks" / "ucinet"
    tables = [read_ties(path) for path in sorted(folder.glob("*.csv"))]
    assert "label_drift" not in {finding.kind for finding in check_between(tables, None)}
