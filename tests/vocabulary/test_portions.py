"""Portions: what they weigh is a range with a source, and a user adds those of the own country."""

from __future__ import annotations

from pathlib import Path

import pytest

from sholu.vocabulary.load import load
from sholu.vocabulary.model import VocabularyError

BUCKET = """
- code: bucket
  substances: [{substance}]
  low_g: {low}
  high_g: {high}
  en: [bucket]
  source: invented
"""


def write(folder: Path, **values: object) -> Path:
    plain = {"substance": "cannabis_herb", "low": 500, "high": 900}
    (folder / "portions.yaml").write_text(BUCKET.format(**{**plain, **values}), encoding="utf-8")
    return folder


def test_a_portion_of_the_own_country_stands_beside_ours(tmp_path):
    codes = [one.code for one in load(write(tmp_path)).portions]
    assert codes == [*[one.code for one in load().portions], "bucket"]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"low": 0}, "no range"),
        ({"low": 900, "high": 500}, "no range"),
        ({"low": "null"}, "no range"),
        ({"low": "much"}, "a number is due"),
        ({"substance": "chalk"}, "isn't among the substances"),
    ],
)
def test_a_portion_that_weighs_nothing_or_holds_nothing_known_is_refused(tmp_path, values, says):
    with pytest.raises(VocabularyError, match=says):
        load(write(tmp_path, **values))


def test_ours_are_the_four_of_the_corpus_with_their_ranges():
    known = {one.code: (one.low_g, one.high_g) for one in load().portions}
    assert known["check"] == (0.33, 0.33)
    assert known["shaiba"] == (3.0, 5.0)
    assert known["matchbox"] == (2.0, 3.0)
    assert known["glass"] == (14.0, 41.7)
