"""Prices from the side of the user: an observatory with invented sales, prices and rates."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from sholu.build.intake import add_paths
from sholu.build.observatory import create_observatory, open_observatory
from sholu.build.run import build
from tests.conftest import quiet, run

SALES = """date;region;drug;paid;currency;weight;weight unit;purity, %;how known
2024-01-05;XA-02;heroin;50;USD;1;g;12;advert
2024-01-06;XA-02;heroin;20000;USD;1;kg;;interview
2024-01-07;XA-02;heroin;0;USD;1;g;12;advert
2024-01-08;XA-02;heroin;50;USD;1;g;120;rumour
2024-01-09;XA-02;heroin;50;USD;10;tablet;;advert
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    root = tmp_path_factory.mktemp("prices") / "store"
    create_observatory(root, "Test", "XA")
    shutil.copy(examples_dir / "invented" / "sources.yaml", root / "inputs" / "sources.yaml")
    for name in ("sales.yaml", "prices.yaml"):
        shutil.copy(examples_dir / "invented" / "mappings" / name, root / "inputs" / "mappings")
    folder = tmp_path_factory.mktemp("tables")
    sys.path.insert(0, str(examples_dir))
    try:
        import make_prices
    finally:
        sys.path.remove(str(examples_dir))
    make_prices.write_sales(folder)
    make_prices.write_rates(root / "inputs" / "rates")
    (folder / "synthetic_XA_sales_bad.csv").write_text(SALES, encoding="utf-8")
    observatory = open_observatory(root)
    list(add_paths(observatory, (folder,), source=None, published=None, marking="clear"))
    build(observatory, quiet)
    return root


def data(store: Path, *arguments: str):
    result = run(store, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_price_has_its_range_its_claims_its_real_terms_and_its_pure_gram(built):
    found = data(built, "prices", "--place", "XA-01", "--level", "retail", "--base", "2021")
    assert len(found) == 12
    first = found[0]
    assert (first["period"], first["currency"], first["statistic"]) == ("2024-01", "USD", "median")
    assert first["low"] < first["price"] < first["high"]
    assert len(first["claims"]) == 3
    passage = run(built, "show", first["spans"][0])
    assert passage.exit_code == 0, passage.output
    # The invented index rises by 5 % a year; its mean over 2021 is that of its middle, nearly.
    assert first["real"] == pytest.approx(first["price"] * 1.05 ** (5.5 / 12) / 1.05**3, rel=1e-3)
    assert first["usd"] == first["price"]
    known = [one for one in found if one["pure"] is not None]
    assert known
    assert all(one["pure"] == pytest.approx(one["price"] / one["purity"] * 100) for one in known)
    assert all("not measured" in one["pure_how"] for one in found if one["pure"] is None)


def test_without_rates_nothing_is_real_and_the_table_says_why(built, tmp_path):
    store = tmp_path / "store"
    shutil.copytree(built, store)
    shutil.rmtree(store / "inputs" / "rates")
    (first, *_) = data(store, "prices", "--place", "XA-01")
    assert (first["real"], first["real_base"]) == (None, None)
    shown = run(store, "prices", "--place", "XA-01")
    assert "no price index of USD for a whole year in inputs/rates" in shown.stdout
    wrong = run(store, "prices", "--base", "soon")
    assert wrong.exit_code == 1


def test_the_exponents_that_were_planted_are_found_again(built):
    for drug, exponent, premium in (("heroin", 0.82, 0.45), ("mephedrone", 0.78, 0.30)):
        record = data(built, "prices", "discount", drug, "--origin", "test_purchase")
        by = {fit["variant"]: fit for fit in record["fits"]}
        weight, pure = by["weight"]["exponent"], by["measured purity"]["purity_exponent"]
        assert weight["low"] <= exponent <= weight["high"]
        assert pure["low"] <= premium <= pure["high"]
        assert weight["high"] - weight["low"] < 0.1
    assert record["sources"] == ["synthetic_XA_sales_2024.csv"]


def test_standard_prices_stand_side_by_side_with_their_intervals(built):
    shown = run(built, "prices", "discount", "heroin", "--by", "quarter", "--purity", "12")
    assert shown.exit_code == 0, shown.output
    lines = [line for line in shown.stdout.splitlines() if "2024-Q" in line]
    assert len(lines) == 4
    assert all(line.count("sales)") == 3 for line in lines)
    assert "1 g of 12 % purity" in shown.stdout
    few = run(built, "prices", "discount", "heroin", "--place", "XA-19", "--origin", "interview")
    assert few.exit_code == 0, few.output
    assert "Can't say" in few.stdout
    assert run(built, "prices", "discount", "hashish").exit_code == 1
    assert run(built, "prices", "discount", "heroin", "--quantity", "0").exit_code == 1


def test_what_charts_share_stands_in_the_title(built):
    chart = run(
        built, "prices", "--level", "retail", "--period", "2024-03", "--format", "vega-lite"
    )
    specification = json.loads(chart.stdout)
    assert specification["title"]["text"] == "Price of a gram: mephedrone, retail, 2024-03"
    assert any("Bars" in line for line in specification["title"]["subtitle"])


def test_cells_of_sales_that_cannot_be_are_set_aside_and_their_rows_counted(built):
    aside = data(built, "series", "set-aside")
    reasons = {one["reason"] for one in aside if one["where"] == "sales"}
    assert "column 'paid': a price is not above zero" in reasons
    assert "column 'purity, %': a purity is above 100 %" in reasons
    assert "column 'how known': the category is not in the mapping" in reasons
    record = data(built, "prices", "discount", "heroin", "--by", "place")
    assert record["left_out"]["no price"] == 1
    assert record["left_out"]["no weight"] == 1
    table = data(built, "series", "summary", "transactions", "--by", "origin")
    assert sum(one["rows"] for one in table) == 1405


def test_mark_up_and_route_and_portions_print_and_say_what_they_are_not(built):
    shown = run(built, "prices", "markup", "--place", "XA-05", "--period", "2024-03")
    assert shown.exit_code == 0, shown.output
    assert "no profit" in shown.stdout
    stages = ("XA-01:wholesale", "XA-05:wholesale", "XA-05:retail")
    steps = data(built, "prices", "route", *stages, "--substance", "mephedrone")
    assert [step["where"] for step in steps] == [
        "XA-01 wholesale → XA-05 wholesale", "XA-05 wholesale → XA-05 retail",
        "XA-01 wholesale → XA-05 retail",
    ]  # fmt: skip
    assert steps[2]["times"] == pytest.approx(steps[0]["times"] * steps[1]["times"])
    portions = data(built, "prices", "doses", "check", "--paid", "3000-4000")
    assert portions[0]["gram_low"] == pytest.approx(3000 / 0.33)
    assert portions[0]["gram_high"] == pytest.approx(4000 / 0.33)
    assert run(built, "prices", "doses", "bucket").exit_code == 1
    assert run(built, "prices", "doses", "check", "--paid", "dear").exit_code == 1


@pytest.mark.parametrize("form", ["table", "csv", "html", "svg", "vega-lite", "png"])
def test_every_format_has_the_prices(built, tmp_path, form):
    path = tmp_path / "prices.out"
    output = () if form in ("table", "html") else ("-o", str(path))
    result = run(built, "prices", "--place", "XA-01", "--format", form, *output)
    assert result.exit_code == 0, result.output
    content = path.read_bytes() if output else result.stdout.encode()
    assert content.startswith(b"\x89PNG") if form == "png" else b"mephedrone" in content


def test_what_is_not_there_is_an_error_that_says_what_is(built):
    result = run(built, "prices", "--place", "XA-09", "--period", "1999")
    assert result.exit_code == 1
    assert "There is no such price" in str(result.exception)
    assert "mephedrone retail" in str(result.exception)
