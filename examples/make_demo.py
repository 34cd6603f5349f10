"""Build the demonstration observatory in demo/ from the invented documents, and print its release.

Run it with 'make demo'. It uses nothing but the command line that a user has.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import textwrap
from collections import Counter
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from make_policy import write_policy
from make_prices import write_rates, write_sales
from planted_statistics import FIRST_EDITION, TWIN, write_planted

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "demo"
INVENTED = ROOT / "examples" / "invented"
CASE = DEMO / "case.html"
ROUTES = DEMO / "routes.html"
PORT = "8100"
REPORT = DEMO / "situation-XA-2024-en.pdf"


def sholu(*arguments: str) -> str:
    """Run a command in the demonstration observatory; stop if it fails (3: some were not read)."""
    command = [sys.executable, "-m", "sholu.cli", "-C", str(DEMO), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"'sholu {' '.join(arguments)}' ended with {done.returncode}")
    return done.stdout


def make_observatory() -> None:
    """Make an empty observatory with the invented settings and register."""
    shutil.rmtree(DEMO, ignore_errors=True)
    sholu("init", "--name", "Aldaria Drug Observatory (invented)", "--country", "XA")
    for name in ("sholu.toml", "emblem.svg"):
        shutil.copy(INVENTED / name, DEMO / name)
    shutil.copy(INVENTED / "routes.csv", DEMO / "inputs" / "routes.csv")
    shutil.copy(INVENTED / "sources.yaml", DEMO / "inputs" / "sources.yaml")
    shutil.copy(INVENTED / "measures.yaml", DEMO / "inputs" / "measures.yaml")
    shutil.copy(INVENTED / "breaks.yaml", DEMO / "inputs" / "vocabulary" / "breaks.yaml")
    shutil.copytree(INVENTED / "mappings", DEMO / "inputs" / "mappings", dirs_exist_ok=True)
    write_rates(DEMO / "inputs" / "rates")


def evaluate_measure() -> None:
    """Judge the invented diversion, with the rival cause taken out; write its page."""
    question = ("evaluate", "xa-diversion-2023", "--outcome", "poisonings_acute")
    beside = ("--confounder", "wastewater_load")
    page = DEMO / "xa-diversion-2023.html"
    page.write_text(sholu(*question, *beside, "--format", "html"), encoding="utf-8")
    print(sholu(*question, *beside).splitlines()[-1])
    print(f"  evaluation {page.relative_to(ROOT)}")


def show_courts() -> None:
    """What the invented courts do: practice, a plot side by side, law against practice."""
    print(sholu("verdicts", "practice", "--table", "decisions", "--table", "medical"))
    told = json.loads(sholu("verdicts", "plots", "--story", "found", "--format", "json"))
    plot = told["plots"][0]
    left, right = (one["text"] for one in plot["texts"][:2])
    print(f"One plot in {plot['decisions']} decisions, two of them side by side:\n")
    columns = [textwrap.wrap(" ".join(text.split()), 56) for text in (left, right)]
    for one, other in zip_longest(*columns, fillvalue=""):
        print(f"  {one:<58}{other}")
    for court in plot["courts"]:
        shares = (
            f"{court['told']} of {court['decisions']} decisions, {court['expected']:.1f} by chance"
        )
        print(f"  {court['court']}: {shares} (q = {court['q']:.2g}): {court['says']}")
    asked = json.loads(sholu("verdicts", "against-law", "--format", "json"))
    questions = [question for one in asked for question in one["questions"]]
    questions.sort(key=lambda question: question["kind"] != "kind_not_allowed")
    print(f"\nLaw against practice, one of {len(questions)} questions:\n")
    print(
        textwrap.fill(questions[0]["statement"], 100, initial_indent="  ", subsequent_indent="  ")
    )
    print(f"  {'; '.join(questions[0]['law_sources'])}\n")
    for name in ("practice", "plots", "against-law"):
        page = DEMO / f"verdicts-{name}.html"
        page.write_text(sholu("verdicts", name, "--format", "html"), encoding="utf-8")
        print(f"  {name:<12}{page.relative_to(ROOT)}")


def draw_case() -> None:
    """One page about the invented closed case, one about the routes of the invented country."""
    ties = INVENTED / "network" / "ties.csv"
    roles = str(INVENTED / "network" / "actors.csv")
    reading = ("--phase-column", "phase", "--weight-is", "strength", "--attributes", roles)
    sholu("network", str(ties), "case", *reading, "--format", "html", "-o", str(CASE))
    sholu("routes", "--format", "html", "-o", str(ROUTES))


def print_summary() -> None:
    """What was read, and where to look."""
    documents = json.loads(sholu("status", "--format", "json"))
    events = json.loads(sholu("events", "--format", "json"))
    claims = json.loads(sholu("claims", "--format", "json"))
    verdicts = json.loads(sholu("verdicts", "--format", "json"))
    counts = Counter(row["status"] for row in documents)
    print("\nDemonstration observatory (all of it invented):")
    print(f"  documents  {len(documents)}: " + ", ".join(f"{n} {s}" for s, n in counts.items()))
    print(f"  events     {len(events)}, claims {len(claims)}, court decisions {len(verdicts)}")
    print(
        "  series     .venv/bin/sholu -C demo series show offences_registered --place XA-05 "
        "--frequency month"
    )
    print("  prices     .venv/bin/sholu -C demo prices discount heroin --by place")
    print_questions()
    for folder in sorted((DEMO / "releases").glob("2025-01*")):
        pdf = folder / "release.pdf"
        if pdf.exists():
            print(f"  release    {pdf.relative_to(ROOT)}")
    print(f"  situation  {REPORT.relative_to(ROOT)}: seven questions, each figure with its source")
    print(f"  case       {CASE.relative_to(ROOT)}: structure, phases, brokers, disruption")
    print(f"  routes     {ROUTES.relative_to(ROOT)}: the map, each line with its source")


def show_site() -> None:
    """The last lines: where to look with a browser; at a terminal it is served until Ctrl-C."""
    print("\nThe public site, in English, Russian and Kazakh:")
    print(f"  .venv/bin/sholu -C demo serve --port {PORT}")
    print(f"  http://127.0.0.1:{PORT}/", flush=True)
    if sys.stdout.isatty():
        subprocess.run(
            [sys.executable, "-m", "sholu.cli", "-C", str(DEMO), "serve", "--port", PORT]
        )


def print_questions() -> None:
    """What the integrity tests ask of the planted regions, and of the untouched twin."""
    found = json.loads(sholu("integrity", "--format", "json"))
    asking = [one for one in found["results"] if one["outcome"] == "asks"]
    tests = sorted({one["test"] for one in asking})
    twin = sum(one["place"] == TWIN for one in asking)
    print(f"  integrity  {found['tests_made']} tests, {len(asking)} ask ({', '.join(tests)}); "
          f"in the untouched twin {TWIN} {twin}")  # fmt: skip


def main() -> None:
    """Make the observatory, read the documents, print the release in three languages."""
    make_observatory()
    sholu("add", str(INVENTED / "documents"))
    sholu("add", str(INVENTED / "decisions"))
    with TemporaryDirectory() as folder:
        write_planted(Path(folder))
        sholu("add", str(Path(folder) / FIRST_EDITION), "--published", "2024-02-10")
        write_policy(Path(folder))
        write_sales(Path(folder))
        sholu("add", folder, "--published", "2025-01-20")
    sholu("build")
    for language in ("en", "ru", "kk"):
        period = ("--from", "2025-01-01", "--to", "2025-01-15")
        sholu("release", "--number", "1", *period, "--lang", language)
    sholu("report", "--place", "XA", "--period", "2024", "-o", str(REPORT))
    show_courts()
    draw_case()
    print_summary()
    evaluate_measure()
    show_site()


if __name__ == "__main__":
    main()
