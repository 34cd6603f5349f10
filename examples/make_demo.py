"""Build the demonstration observatory in demo/ from the invented documents, and print its release.

Run it with 'make demo'. It uses nothing but the command line that a user has.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from make_policy import write_policy
from make_statistics import write_all

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "demo"
INVENTED = ROOT / "examples" / "invented"


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
    shutil.copy(INVENTED / "sources.yaml", DEMO / "inputs" / "sources.yaml")
    shutil.copy(INVENTED / "measures.yaml", DEMO / "inputs" / "measures.yaml")
    shutil.copy(INVENTED / "breaks.yaml", DEMO / "inputs" / "vocabulary" / "breaks.yaml")
    shutil.copytree(INVENTED / "mappings", DEMO / "inputs" / "mappings", dirs_exist_ok=True)


def evaluate_measure() -> None:
    """Judge the invented diversion, with the rival cause taken out; write its page."""
    question = ("evaluate", "xa-diversion-2023", "--outcome", "poisonings_acute")
    beside = ("--confounder", "wastewater_load")
    page = DEMO / "xa-diversion-2023.html"
    page.write_text(sholu(*question, *beside, "--format", "html"), encoding="utf-8")
    print(sholu(*question, *beside).splitlines()[-1])
    print(f"  evaluation {page.relative_to(ROOT)}")


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
    for folder in sorted((DEMO / "releases").glob("2025-01*")):
        pdf = folder / "release.pdf"
        if pdf.exists():
            print(f"  release    {pdf.relative_to(ROOT)}")
    print("  page       .venv/bin/sholu -C demo serve --port 8100")


def main() -> None:
    """Make the observatory, read the documents, print the release in three languages."""
    make_observatory()
    sholu("add", str(INVENTED / "documents"))
    sholu("add", str(INVENTED / "decisions"))
    with TemporaryDirectory() as folder:
        write_all(Path(folder))
        write_policy(Path(folder))
        sholu("add", folder, "--published", "2025-01-20")
    sholu("build")
    for language in ("en", "ru", "kk"):
        period = ("--from", "2025-01-01", "--to", "2025-01-15")
        sholu("release", "--number", "1", *period, "--lang", language)
    print_summary()
    evaluate_measure()


if __name__ == "__main__":
    main()
