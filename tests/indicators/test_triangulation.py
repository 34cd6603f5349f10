"""Who supports and who contradicts a claim, what nobody says, and which sources are weak."""

from __future__ import annotations

import json

import pytest

from sholu.indicators.gaps import find_gaps, source_changes
from sholu.indicators.observations import build_observations, series_of
from sholu.indicators.triangulation import Triangulation, source_matrix, triangulate
from sholu.indicators.triangulation_sources import Voice, type_of_citation
from tests.conftest import run
from tests.indicators.disputed import Text, dispute, vocabulary
from tests.indicators.points import point

SAID = "In 2023, {} drug crimes were registered in Aldaria."


def triangulated(texts: list[Text]) -> list[Triangulation]:
    found = dispute(texts)
    sources = {text.words: text.source for text in texts}
    voices = {}
    for claim in found.claims.values():
        words = next(w for w in sources if claim.figure.value_printed in w)
        voices[claim.id] = Voice(str(sources[words]), "agency", "B", False)
    return list(triangulate(found.claims.values(), voices, found.disputes, vocabulary()))


def test_another_source_that_says_the_same_supports_a_claim():
    found = triangulated([Text(SAID.format("4,215"), "a"), Text(SAID.format("about 4,200"), "b")])
    assert [one.verdict for one in found] == ["supported", "supported"]
    assert found[0].supports[0].voice.name == "b"


def test_a_source_does_not_support_itself():
    found = triangulated([Text(SAID.format("4,215"), "a"), Text(SAID.format("about 4,200"), "a")])
    assert [one.verdict for one in found] == ["single", "single"]


def test_a_dispute_without_excuse_contradicts_a_claim():
    found = triangulated([Text(SAID.format("4,215"), "a"), Text(SAID.format("9,310"), "b")])
    assert [one.verdict for one in found] == ["contradicted", "contradicted"]


def test_a_revision_contradicts_and_nothing_is_lost():
    assert triangulated([]) == []
    (one,) = triangulated([Text(SAID.format("4,215"), "a")])
    assert (one.verdict, one.supports, one.contradicts) == ("single", (), ())


@pytest.mark.parametrize(
    ("citation", "kind"),
    [
        ("Reddit, 2023", "forum"),
        ("Wikipedia, 2025", "encyclopaedia"),
        ("Википедия", "encyclopaedia"),
        ("UNODC, 2018: 7", "international"),
        ("Комитет по правовой статистике", "statistics"),
        ("[P12]", "interview"),
        ("Serik et al., 2018", "research"),
        ("experts", "unknown"),
    ],
)
def test_the_type_of_a_cited_work_is_told_by_its_citation(citation, kind):
    assert type_of_citation(citation) == kind


def said(indicator: str, period: str | None, name: str, kind: str, *, weak: bool = False):
    voice = Voice(name, kind, "B", weak)
    return Triangulation("c", indicator, "XA", period, "1", voice, (), (), (kind,), "single")


def test_the_matrix_shows_which_types_of_sources_are_silent():
    rows = source_matrix([said("a", "2020", "x", "agency"), said("b", "2020", "y", "research")])
    assert [(row.indicator, row.gaps) for row in rows] == [("a", ("research",)), ("b", ("agency",))]
    assert rows[0].counts == {"agency": 1, "research": 0}


def test_the_register_of_gaps_tells_ended_broken_and_one_sided_series():
    found = [
        *(said("a", year, "police", "agency") for year in ("2015", "2016", "2018")),
        said("b", "2024", "x", "agency"),
        said("b", "2023", "y", "agency"),
        said("c", "2024", "z", "forum", weak=True),
        said("d", None, "z", "research"),
    ]
    told = {(gap.indicator, gap.kind): gap.statement for gap in find_gaps(found)}
    assert told["a", "ended"] == "no source since 2018"
    assert told["a", "years_missing"] == "no source for 2017"
    assert told["a", "one_source"] == "only one source, of type agency"
    assert told["b", "one_type"] == "only sources of type agency"
    assert ("c", "weak_only") in told
    assert ("d", "undated") in told
    assert ("b", "ended") not in told


def test_sources_that_join_or_leave_a_series_are_marked():
    points = [
        point("c1", "2020", 10.0, source="a"),
        point("c2", "2021", 11.0, source="a"),
        point("c3", "2022", 30.0, source="b"),
    ]
    (series,) = series_of(build_observations(points, {}, vocabulary()), vocabulary())
    changes = [(one.day, one.source, one.change) for one in source_changes(series)]
    assert changes == [("2021-12-31", "a", "stops"), ("2022-01-01", "b", "starts")]


def test_one_source_alone_is_not_marked():
    points = [point("c1", "2020", 10.0), point("c2", "2021", 11.0)]
    (series,) = series_of(build_observations(points, {}, vocabulary()), vocabulary())
    assert source_changes(series) == ()


@pytest.mark.parametrize("option", [(), ("--matrix",), ("--gaps",), ("--weak",)])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_command_answers_in_every_form(demo_store, option, form):
    result = run(demo_store, "triangulate", *option, "--format", form)
    assert result.exit_code == 0, result.output
    if form == "json":
        assert isinstance(json.loads(result.stdout), list)


def test_an_unknown_indicator_is_a_clear_error(demo_store):
    result = run(demo_store, "triangulate", "seizure_masses")
    assert result.exit_code == 1
    assert "seizure_masses" in str(result.exception)
