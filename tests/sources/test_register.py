"""The register is read strictly, and finds whose an address is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sholu.sources.model import Source, SourceError
from sholu.sources.register import RHYTHMS, TYPES, load_register, source_of
from sholu.vocabulary.model import Names

RECORD = """
- code: xa.police
  name: {en: Police of Unmar (invented), ru: Полиция Унмара (вымышлено)}
  type: agency
  country: XA
  languages: [en, ru]
  grade: B
  bias: Reports what it did, not what it missed.
  rhythm: weekly
  sites: [police.example]
  feeds: [https://police.example/feed.xml]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_record_becomes_a_source(tmp_path: Path) -> None:
    assert load_register(write(tmp_path, RECORD)) == (
        Source(
            code="xa.police",
            name=Names(en=("Police of Unmar (invented)",), ru=("Полиция Унмара (вымышлено)",)),
            type="agency",
            country="XA",
            languages=("en", "ru"),
            grade="B",
            bias="Reports what it did, not what it missed.",
            rhythm="weekly",
            sites=("police.example",),
            feeds=("https://police.example/feed.xml",),
            pages=(),
        ),
    )


def test_the_record_in_the_documentation_is_read(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "how-to" / "collect.md").read_text("utf-8")
    record = text.partition("```yaml\n")[2].partition("```")[0]
    (source,) = load_register(write(tmp_path, record))
    assert source.pages == ("https://police.example/news",)
    for allowed in (*TYPES, *RHYTHMS):
        assert allowed in record


def test_a_missing_or_empty_register_has_nobody(tmp_path: Path) -> None:
    assert load_register(tmp_path / "sources.yaml") == ()
    assert load_register(write(tmp_path, "# nobody yet\n")) == ()
    assert load_register(write(tmp_path, "[]\n")) == ()


def test_the_country_code_of_norway_is_no_false(tmp_path: Path) -> None:
    text = RECORD.replace("country: XA", "country: NO").replace("[en, ru]", "[no]")
    source = load_register(write(tmp_path, text))[0]
    assert (source.country, source.languages) == ("NO", ("no",))


def test_an_international_body_has_no_country(tmp_path: Path) -> None:
    text = RECORD.replace("country: XA", "country: null")
    assert load_register(write(tmp_path, text))[0].country is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  grade: B\n", "", r"record 1 \(xa.police\): 'grade' is missing"),
        ("grade: B", "grade: G", r"'grade' is 'G'; use one of: A, B, C, D, E, F"),
        ("grade: B", "grade: [B]", r"'grade' should be a text"),
        ("  bias: Reports what it did, not what it missed.\n", "", "'bias' is missing"),
        ("  country: XA\n", "", "'country' is missing"),
        ("country: XA", "country: Unmar", "'country' is 'Unmar'"),
        ("rhythm: weekly", "rhythm: sometimes", "'rhythm' is 'sometimes'"),
        ("type: agency", "type: blog", "'type' is 'blog'"),
        ("languages: [en, ru]", "languages: []", "'languages' should be a list"),
        ("  rhythm: weekly\n", "  rhythm: weekly\n  rythm: daily\n", "'rythm' is not known"),
        ("  rhythm: weekly\n", "  rhythm: weekly\n  rhythm: daily\n", "'rhythm' stands twice"),
        ("{en: Police", "{de: Polizei, en: Police", "'name' has the unknown language de"),
        ("[https://police.example/feed.xml]", "[file:///etc/passwd]", "no http or https address"),
        ("[https://police.example/feed.xml]", "https://police.example/", "'feeds' should be a l"),
        ("sites: [police.example]", "sites: [https://police.example]", "write a host name"),
        ("code: xa.police", "code: полиция", "'code' is 'полиция'"),
    ],
)
def test_a_wrong_record_is_named_with_its_key(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in RECORD
    with pytest.raises(SourceError, match=message):
        load_register(write(tmp_path, RECORD.replace(old, new)))


def test_a_code_or_site_that_stands_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"the code 'xa.police' stands twice"):
        load_register(write(tmp_path, RECORD + RECORD))
    other = RECORD.replace("xa.police", "xa.news")
    with pytest.raises(SourceError, match=r"the site 'police.example' stands twice"):
        load_register(write(tmp_path, RECORD + other))


@pytest.mark.parametrize("text", ["sources: []", "- just a word", "[", "\ufeff- code: ["])
def test_a_file_of_another_form_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match=r"sources\.yaml"):
        load_register(write(tmp_path, text))


def source(code: str, *sites: str) -> Source:
    return Source(code, Names(), "agency", "XA", ("en",), "B", "b", "weekly", sites, (), ())


REGISTER = (
    source("police", "gov.example/police"),
    source("health", "gov.example/health"),
    source("government", "gov.example"),
    source("kazakh", "әділет.қаз"),
)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://gov.example/police/news/1?lang=kk", "police"),
        ("http://www.GOV.example:8080/health", "health"),
        ("https://gov.example/policemen", "government"),
        ("https://press.gov.example/", "government"),
        ("gov.example", "government"),
        ("mailto:press@gov.example", "government"),
        ("https://әділет.қаз/1", "kazakh"),
        ("https://xn--d1acr3a5g20b.xn--80ao21a/", "kazakh"),
        ("https://notgov.example/police", None),
        ("https://gov.example.evil.example/police", None),
        ("", None),
        ("http://[broken", None),
    ],
)
def test_an_address_belongs_to_the_source_whose_site_fits_best(
    address: str, code: str | None
) -> None:
    found = source_of(address, REGISTER)
    assert (found.code if found else None) == code
