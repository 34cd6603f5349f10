"""Every form of file gives the same network; broken ones say what is wrong."""

from __future__ import annotations

import pytest

from sholu.network.assemble import network_of
from sholu.network.model import NetworkError, Repeated, TieTable
from sholu.network.read import read_ties
from tests.network.conftest import Write

TIES = {("Ana", "Bek"): 2.0, ("Bek", "Cyr"): 1.0, ("Cyr", "Ana"): 3.0}
"""Invented: what each of the files below tells; Dun has no tie."""

FORMS = {
    "matrix.csv": ",Ana,Bek,Cyr,Dun\nAna,0,2,0,0\nBek,0,0,1,0\nCyr,3,0,0,0\nDun,0,0,0,0\n",
    "semicolons.csv": ";Ana;Bek;Cyr;Dun\nAna;0;2,0;0;0\nBek;0;0;1,0;0\nCyr;3,0;0;0;0\n"
    "Dun;0;0;0;0\n",
    "list.csv": "source,target,weight\nAna,Bek,2\nBek,Cyr,1\nCyr,Ana,3\n",
    "tabs.tsv": "Ana\tBek\t2\nBek\tCyr\t1\nCyr\tAna\t3\n",
    "blanks.txt": "Ana Bek 2\nBek Cyr 1\nCyr Ana 3\n",
    "i2.csv": "Entity 1 Id,Entity 1 Label,Entity 2 Id,Entity 2 Label,Link Strength\n"
    "p1,Ana,p2,Bek,2\np2,Bek,p3,Cyr,1\np3,Cyr,p1,Ana,3\n",
    "net.net": '*Vertices 4\n1 "Ana" 0.1 0.2\n2 "Bek"\n3 "Cyr"\n4 "Dun"\n*Arcs\n'
    "1 2 2\n2 3 1\n3 1 3\n",
    "net.graphml": '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    '<key id="d0" for="node" attr.name="name"/><key id="d1" for="edge" attr.name="weight"/>'
    '<graph edgedefault="directed"><node id="n0"><data key="d0">Ana</data></node>'
    '<node id="n1"><data key="d0">Bek</data></node><node id="n2"><data key="d0">Cyr</data></node>'
    '<node id="n3"><data key="d0">Dun</data></node>'
    '<edge source="n0" target="n1"><data key="d1">2</data></edge>'
    '<edge source="n1" target="n2"/>'
    '<edge source="n2" target="n0"><data key="d1">3.0</data></edge></graph></graphml>',
    "full.dl": "dl n=4 format=fullmatrix\nlabels:\nAna,Bek,Cyr,Dun\ndata:\n"
    "0 2 0 0\n0 0 1 0\n3 0 0 0\n0 0 0 0\n",
    "embedded.dl": "DL N = 4\nLABELS EMBEDDED\nDATA:\n"
    "   Ana Bek Cyr Dun\nAna 0 2 0 0\nBek 0 0 1 0\nCyr 3 0 0 0\nDun 0 0 0 0\n",
    "diagonal.dl": "dl n=4, diagonal=absent\nlabels: Ana Bek Cyr Dun\ndata:\n"
    "2 0 0\n0 1 0\n3 0 0\n0 0 0\n",
    "edges.dl": "dl n=4 format=edgelist1\nlabels:\nAna,Bek,Cyr,Dun\ndata:\n1 2 2\nBek Cyr\n3 1 3\n",
}  # fmt: skip


def told(table: TieTable) -> dict[tuple[str, str], float]:
    network = network_of(table)
    ends = zip(network.sources, network.targets, network.weights, strict=True)
    return {(network.actors[a], network.actors[b]): w for a, b, w in ends}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_tells_the_same_ties(name: str, write: Write) -> None:
    assert told(read_ties(write(name, FORMS[name]))) == TIES


@pytest.mark.parametrize("name", [n for n in FORMS if n.startswith(("matrix", "net", "full"))])
def test_an_actor_without_ties_is_kept_where_the_form_can_say_so(name: str, write: Write) -> None:
    assert "Dun" in read_ties(write(name, FORMS[name])).actors


def test_a_square_of_numbers_is_a_matrix_without_labels(write: Write) -> None:
    table = read_ties(write("bare.csv", "0,1,0,0\n1,0,1,0\n0,1,0,1\n0,0,1,0\n"))
    assert (table.form, table.actors) == ("matrix", ("1", "2", "3", "4"))


def test_three_numbers_in_each_of_three_rows_are_an_edge_list(write: Write) -> None:
    table = read_ties(write("list.txt", "0 1 1\n1 2 1\n2 0 4\n"))
    assert (table.form, len(table.ties)) == ("edge list", 3)


def test_numbers_as_labels_are_labels(write: Write) -> None:
    table = read_ties(write("m.csv", ",7,3,9,1\n7,0,1,1,0\n3,1,0,0,0\n9,1,0,0,2\n1,0,0,2,0\n"))
    assert table.actors == ("7", "3", "9", "1")
    assert table.notes == ()


def test_persons_by_events_are_tied_by_the_events_they_share(write: Write) -> None:
    text = ",e1,e2,e3\nAna,1,1,0\nBek,1,1,0\nCyr,0,1,0\nDun,0,0,1\n"
    table = read_ties(write("two.csv", text))
    network = network_of(table, directed=False)
    assert (network.n, network.edges) == (4, 3)
    assert network.weights[:2].tolist() == [2.0, 1.0]
    assert "4 persons by 3 events" in table.projected


def test_a_list_of_persons_and_events_is_two_mode(write: Write) -> None:
    table = read_ties(write("two.csv", "person,event\nAna,e1\nBek,e1\nBek,e2\nCyr,e2\n"))
    assert {(t.source, t.target) for t in table.ties} == {("Ana", "Bek"), ("Bek", "Cyr")}


def test_calls_add_up_and_keep_their_times(write: Write) -> None:
    text = "caller,callee,time,duration\nA,B,2030-01-01T10:00,60\nA,B,2030-01-02T10:00,30\n"
    table = read_ties(write("calls.csv", text))
    assert (table.form, table.directed, table.repeated) == ("call records", True, Repeated.SUM)
    assert told(table) == {("A", "B"): 2.0}
    assert [tie.duration for tie in table.ties] == [60.0, 30.0]


def test_the_last_of_two_rows_about_a_pair_counts_in_a_weighted_list(write: Write) -> None:
    table = read_ties(write("list.txt", "a b 1\nb c 2\nb a 5\n"))
    network = network_of(table, directed=False)
    assert dict(zip(network.targets[:1], network.weights[:1], strict=True)) == {1: 5.0}


def test_phases_come_from_a_column_or_from_the_files_of_a_folder(write: Write) -> None:
    path = write("list.csv", "from,to,n,wave\na,b,1,early\nb,c,2,late\n")
    assert read_ties(path, "wave").phases == ("early", "late")
    for number in (2, 10, 1):
        write(f"case/phase{number}.csv", f",a,b\na,0,{number}\nb,0,0\n")
    folder = write("case/full.csv", ",a,b\na,0,13\nb,0,0\n").parent
    table = read_ties(folder)
    assert table.phases == ("1", "2", "10")
    assert told(table) == {("a", "b"): 13.0}


def test_several_matrices_of_a_dl_file_are_phases(write: Write) -> None:
    text = "dl n=2 nm=2\nlabels: a b\nmatrix labels: early late\ndata:\n0 1\n0 0\n0 0\n1 0\n"
    table = read_ties(write("two.dl", text))
    assert [(tie.phase, tie.source) for tie in table.ties] == [("early", "a"), ("late", "b")]


def test_edges_in_a_pajek_file_with_arcs_are_ties_both_ways(write: Write) -> None:
    text = "*Vertices 3\n*Arcs\n1 2 1\n*Edges\n2 3 4\n"
    assert told(read_ties(write("m.net", text))) == {("1", "2"): 1, ("2", "3"): 4, ("3", "2"): 4}


def test_edges_alone_make_an_undirected_network(write: Write) -> None:
    table = read_ties(write("m.net", "*Vertices 3\n*Edges\n1 2 4\n2 3 1\n"))
    assert table.directed is False
    assert network_of(table, directed=False).weights.tolist() == [4.0, 4.0, 1.0, 1.0]


def test_letters_of_the_region_are_read_in_their_encodings(tmp_path_factory, write: Write) -> None:
    path = write("cp.csv", "")
    path.write_bytes("source,target\nАйша,Берік\n".encode("utf-16"))
    assert read_ties(path).actors == ("Айша", "Берік")
    path.write_bytes("source,target\nАйша,Борис\n".encode("cp1251"))
    assert read_ties(path).actors == ("Айша", "Борис")


BROKEN = {
    "empty.csv": ("", "is empty"),
    "prose.txt": ("nothing\nhere\n", "no columns"),
    "short.csv": (",a,b,c\na,0,1,0\nb,1,0\nc,0,0,0\n", "row 'b' has 2 cells"),
    "word.csv": (",a,b,c\na,0,x,0\nb,1,0,1\nc,0,1,0\n", "row 'a' and column 'b'"),
    "unnamed.csv": ("who,whom,when,why\na,b,c,d\ne,f,g,h\n", "which of its columns"),
    "hole.csv": ("source,target\na,b\nc,\n", "lacks an actor"),
    "weight.csv": ("source,target,weight\na,b,many\n", "no number"),
    "cut.graphml": ("<graphml><graph>", "no well-formed XML"),
    "other.xml": ("<rss/>", "holds no <graph>"),
    "ghost.graphml": (
        '<graphml><graph edgedefault="directed"><node id="a"/><edge source="a" target="b"/></graph>'
        "</graphml>",
        "actor 'b', which is not there",
    ),
    "many.net": ("*Vertices 2\n1 a\n2 b\n*Arcs\n1 5 1\n", "vertex '5'"),
    "open.net": ('*Vertices 2\n1 "a\n', "quotation mark"),
    "odd.net": ("*Vertices 2\n*Partition x\n", "'*Partition' is not known"),
    "few.dl": ("dl n=3\ndata:\n0 1\n1 0\n", "promises 9 cells"),
    "odd.dl": ("dl n=3 format=blockmatrix\ndata:\n0 1 2\n", "'blockmatrix' are not read"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_what_is_wrong(name: str, write: Write) -> None:
    text, words = BROKEN[name]
    with pytest.raises(NetworkError) as refused:
        read_ties(write(name, text))
    assert words in refused.value.message
    assert name in refused.value.message


def test_a_picture_is_no_network(write: Write) -> None:
    path = write("picture.csv", "")
    path.write_bytes(b"\x89PNG\x00\x00")
    with pytest.raises(NetworkError, match="not a text file"):
        read_ties(path)


def test_entities_of_xml_are_not_resolved(write: Write) -> None:
    secret = write("secret.txt", "not for the network")
    text = (
        f'<!DOCTYPE g [<!ENTITY x SYSTEM "{secret}">]><graphml><graph edgedefault="directed">'
        '<node id="a"><data key="name">&x;</data></node><node id="b"/></graph></graphml>'
    )
    table = read_ties(write("x.graphml", text))
    assert "not for the network" not in str(table)


def test_a_missing_phase_column_names_the_columns_there_are(write: Write) -> None:
    with pytest.raises(NetworkError, match="no column 'phase'") as refused:
        read_ties(write("list.csv", "source,target,wave\na,b,1\n"), "phase")
    assert "wave" in refused.value.hint


def test_an_actor_twice_and_a_negative_weight_stop_the_measures(write: Write) -> None:
    table = read_ties(write("m.csv", ",a,b,a\na,0,1,0\nb,1,0,1\na,0,1,0\n"))
    with pytest.raises(NetworkError, match="'a' stands twice"):
        network_of(table)
    table = read_ties(write("l.csv", "source,target,weight\na,b,-1\n"))
    with pytest.raises(NetworkError, match="never less than nothing"):
        network_of(table)


def test_self_ties_and_ties_of_no_weight_are_left_out(write: Write) -> None:
    table = read_ties(write("l.csv", "source,target,weight\na,a,2\na,b,0\nb,c,1\n"))
    assert told(table) == {("b", "c"): 1.0}
