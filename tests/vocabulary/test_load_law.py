"""Loading the law: strict, and open to what an observatory adds or corrects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sholu.vocabulary.law import LawError
from sholu.vocabulary.load_law import law_fingerprint, load_law

SOURCES = 'sources: [{source: KZ.CC2014, place: "for a test", verified: false}]'
COVERS = 'covers: {en: "a", ru: "б", kk: "в"}'
PROVISION = f"- {{code: KZ.CC2014, article: '900', part: '', {COVERS}, {SOURCES}"

Write = Callable[[str, str], Path]


@pytest.fixture
def local(tmp_path: Path) -> Write:
    """A function that writes one file of an observatory's law and gives its folder."""

    def write(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_same_files_give_the_same_register(local: Write) -> None:
    folder = local("provisions.yaml", f"{PROVISION}}}")
    assert load_law() is load_law()
    assert load_law(folder) is load_law(folder)
    assert load_law(folder) is not load_law()
    assert law_fingerprint(folder) != law_fingerprint()


def test_a_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert load_law(tmp_path / "law") is load_law()


def test_a_new_provision_is_added(local: Write) -> None:
    law = load_law(local("provisions_mine.yaml", f"{PROVISION}, category: minor}}"))
    provision = law.article("KZ.CC2014", "900", "", date(2020, 1, 1))
    assert provision is not None and provision.category == "minor"
    assert load_law().article("KZ.CC2014", "900", "", date(2020, 1, 1)) is None


def test_a_known_version_of_a_provision_is_corrected(local: Write) -> None:
    folder = local(
        "provisions.yaml",
        f"""
- code: KZ.CC2014
  article: "297"
  part: "2"
  in_force_from: 2015-01-01
  in_force_to: 2025-03-03
  category: grave
  sanctions: [{{kind: imprisonment, minimum: 6, maximum: 12, unit: years, {SOURCES}}}]
  {COVERS}
  {SOURCES}
""",
    )
    provision = load_law(folder).article("KZ.CC2014", "297", "2", date(2020, 1, 1))
    assert provision is not None
    assert [one.months() for one in provision.sanctions] == [(72, 144)]
    later = load_law(folder).article("KZ.CC2014", "297", "2", date(2025, 6, 1))
    assert later == load_law().article("KZ.CC2014", "297", "2", date(2025, 6, 1))


def test_a_threshold_and_a_draft_of_ones_own_are_taken(local: Write) -> None:
    local(
        "thresholds.yaml",
        f"- {{substance: cocaine, form: '', reading: mine, small_to_g: 1, {SOURCES}}}",
    )
    law = load_law(
        local(
            "proposals_mine.yaml",
            f"""
- name: mine
  title: {{en: "t", ru: "т", kk: "т"}}
  {SOURCES}
  changes:
    - article: "296"
      part: "1"
      change: {{en: "c", ru: "и", kk: "ө"}}
      indicators: []
      {SOURCES}
""",
        )
    )
    assert law.size("cocaine", 0.5, None, date(2020, 1, 1))[0].size == "small"
    assert law.proposal("mine").changes[0].article == "296"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{PROVISION}, colour: red}}", "colour"),
        (f"{PROVISION}, category: heavy}}", "heavy"),
        (f"{PROVISION}, size: medium}}", "medium"),
        (f"{PROVISION}, findings: [nothing]}}", "nothing"),
        (f"{PROVISION}, in_force_from: 2020-01-01, in_force_to: 2019-01-01}}", "ends before"),
        (f"{PROVISION}, in_force_from: 2020-13}}", "2020-13"),
        (
            f"{PROVISION}, sanctions: [{{kind: imprisonment, minimum: 5, maximum: 3, unit: years, "
            f"{SOURCES}}}]}}",
            "above the most",
        ),
        (f"{PROVISION}, sanctions: [{{kind: lashes, {SOURCES}}}]}}", "lashes"),
        (f"{PROVISION}, sanctions: [{{kind: fine, maximum: 5, {SOURCES}}}]}}", "unit"),
        (f"{PROVISION}}}\n{PROVISION}}}", "twice"),
        (f"- {{code: KZ.NONE, article: '1', part: '', {COVERS}, {SOURCES}}}", "KZ.NONE"),
        (f"- {{code: KZ.CC2014, article: 297, part: '', {COVERS}, {SOURCES}}}", "297"),
        (f"- {{code: KZ.CC2014, article: '1', part: '', {COVERS}}}", "sources"),
        ("code: KZ.CC2014", "list"),
        ("- {code: [", "YAML"),
    ],
)
def test_what_does_not_fit_is_an_error_that_says_so(local: Write, text: str, said: str) -> None:
    with pytest.raises(LawError, match=said):
        load_law(local("provisions.yaml", text))


def test_limits_that_do_not_rise_are_an_error(local: Write) -> None:
    text = (
        f"- {{substance: heroin, form: '', reading: mine, small_to_g: 2, large_to_g: 1, {SOURCES}}}"
    )
    with pytest.raises(LawError, match="rise"):
        load_law(local("thresholds.yaml", text))


def test_a_draft_with_a_category_that_is_not_known_is_an_error(local: Write) -> None:
    wording = '{en: "t", ru: "т", kk: "т"}'
    text = (
        f"- {{name: mine, title: {wording}, {SOURCES}, changes: [{{article: '296', part: '1', "
        f"change: {wording}, categories: [heavy], indicators: [], {SOURCES}}}]}}"
    )
    with pytest.raises(LawError, match="heavy"):
        load_law(local("proposals.yaml", text))


def test_a_file_of_another_name_is_an_error(local: Write) -> None:
    with pytest.raises(LawError, match=r"articles\.yaml"):
        load_law(local("articles.yaml", ""))


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "acts.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LawError, match=r"acts\.yaml"):
        load_law(tmp_path)
