"""Forms of files as programs write them: each read as what it is, or refused in a sentence."""

from __future__ import annotations

import pytest

from sholu.network.assemble import network_of
from sholu.network.model import NetworkError
from sholu.network.read import read_ties
from tests.network.conftest import Write


def test_a_head_of_comments_is_no_tie(write: Write) -> None:
    for head in ("# Nodes: 3 Edges: 2\n# From To\n", "% sym unweighted\n"):
        table = read_ties(write("list.txt", f"{head}1 2\n2 3\n"))
        assert table.actors == ("1", "2", "3")


def test_three_rows_of_nought_and_one_are_a_matrix_without_labels(write: Write) -> None:
    table = read_ties(write("m.csv", "0,1,1\n1,0,0\n1,0,0\n"))
    assert (table.form, len(table.actors), len(table.ties)) == ("matrix", 3, 4)
    assert read_ties(write("l.txt", "1 2 5\n2 3 1\n3 1 2\n")).form == "edge list"


def test_a_matrix_with_a_short_row_is_refused_and_not_read_as_a_list(write: Write) -> None:
    with pytest.raises(NetworkError, match="row 'a' has 2 cells"):
        read_ties(write("m.csv", ",a,b,c\na,0,1\nb,1,0,0\nc,1,0,0\n"))


def test_persons_by_events_without_labels_are_projected(write: Write) -> None:
    network = network_of(read_ties(write("m.csv", "1,0,1,1\n0,1,1,0\n0,1,0,0\n")), directed=False)
    assert (network.n, network.edges) == (3, 2)


def test_two_mode_pajek_is_projected_to_its_persons(write: Write) -> None:
    text = '*Vertices 5 3\n1 "p1"\n2 "p2"\n3 "p3"\n4 "e1"\n5 "e2"\n*Edges\n1 4\n2 4\n2 5\n5 3\n'
    table = read_ties(write("p.net", text))
    assert table.actors == ("p1", "p2", "p3")
    assert {(tie.source, tie.target) for tie in table.ties} == {("p1", "p2"), ("p2", "p3")}
    assert "two-mode" in table.form


@pytest.mark.parametrize(
    ("form", "data"),
    [("lowerhalf diagonal=absent", "1\n0 2"), ("lowerhalf", "0\n1 0\n0 2 0"),
     ("upperhalf diagonal=absent", "1 0\n2"), ("upperhalf", "0 1 0\n0 2\n0")],
)  # fmt: skip
def test_half_a_ucinet_matrix_is_the_whole(write: Write, form: str, data: str) -> None:
    table = read_ties(write("h.dl", f"dl n=3 format={form}\nlabels:\na,b,c\ndata:\n{data}\n"))
    told = {frozenset((tie.source, tie.target)): tie.weight for tie in table.ties}
    assert told == {frozenset("ab"): 1.0, frozenset("bc"): 2.0}
    assert table.directed is False


def test_half_a_ucinet_matrix_with_a_cell_too_few_is_refused(write: Write) -> None:
    with pytest.raises(NetworkError, match="promises 6 cells, there are 5"):
        read_ties(write("h.dl", "dl n=3 format=lowerhalf\ndata:\n0\n1 0\n0 2\n"))


@pytest.mark.parametrize(("kind", "directed"), [("Directed", True), ("Undirected", False)])
def test_a_list_of_gephi_says_whether_ties_have_a_direction(
    write: Write, kind: str, directed: bool
) -> None:
    text = f"Source,Target,Type,Weight\n1,2,{kind},3\n2,3,{kind},1\n"
    assert read_ties(write("g.csv", text)).directed is directed


@pytest.mark.parametrize(
    "header", ["node_a,node_b", "src,dst", "Source ID,Target ID", "Кімнен,Кімге"]
)
def test_a_header_in_other_words_is_no_tie(write: Write, header: str) -> None:
    assert read_ties(write("l.csv", f"{header}\nA,B\nB,C\n")).actors == ("A", "B", "C")


def test_phases_that_are_numbers_come_by_number_and_others_as_they_stand(write: Write) -> None:
    head = "source,target,stage\n"
    numbers = write("n.csv", head + "a,b,2\nb,c,10\nx,y,1\n")
    words = write("w.csv", head + "a,b,spring\nb,c,autumn\n")
    assert read_ties(numbers, "stage").phases == ("1", "2", "10")
    assert read_ties(words, "stage").phases == ("spring", "autumn")
