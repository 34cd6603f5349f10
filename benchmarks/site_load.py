"""Measure the public site under load with wrk, at national size.

    python benchmarks/site_load.py FOLDER [--seconds 20]

FOLDER is what benchmarks/make_package.py made. ``sholu serve`` is started over it. First each kind
of page is asked once, when nobody has asked before (cold). Then wrk asks a mix of pages by 16
connections at once: pages that were asked before (warm), then mixes in which each hundredth and
each tenth request is for a page that nobody has asked for. At the end Chromium opens the first
page: bytes that went over the wire, and the time to the largest part that is painted. The load
average is printed first: on a busy machine all numbers are worse.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import quote
from urllib.request import Request, urlopen

from sholu.build.observatory import create_observatory
from sholu.release.package.reader import Package, latest_release

LANGUAGES = ("en", "ru", "kk")
WORDS = ("heroin", "героин", "Терсай облысы", "seized car", "задержано человек", "телефон")
CONNECTIONS = 16
COLD_SHARES = (100, 10)
"""One request in so many is for a page that nobody has asked for."""

LUA = """
local popular, fresh = {{{popular}}}, {{{fresh}}}
local asked, next_fresh = 0, 0
request = function()
  asked = asked + 1
  if #fresh > 0 and asked % {share} == 0 then
    next_fresh = next_fresh + 1
    return wrk.format("GET", fresh[(next_fresh - 1) % #fresh + 1])
  end
  return wrk.format("GET", popular[math.random(#popular)])
end
wrk.headers["Accept-Encoding"] = "gzip"
"""


def kinds(package: Package, random: Random) -> dict[str, tuple[int, list[str]]]:
    """Paths below the language, by kind of page; each kind with its share of a hundred readers."""
    heads = package.series_list()
    events = [one.id for one in package.events(limit=3000)]
    regions = sorted({one.place for one in heads})
    spans = [f"{one.spans[0]}?event={one.id}" for one in package.events(offset=3000, limit=500)]
    series = [f"{one.indicator}?place={one.place}" for one in heads]
    filters = [f"region={place}&kind={kind}" for place in regions for kind in ("seizure", "court")]
    asked = [quote(word) for word in WORDS]
    made = {
        "first page": (20, ["/"]),
        "situation": (5, [f"/situation/{one}" for one in regions]),
        "indicator": (25, [f"/indicators/{one}" for one in series]),
        "events, filtered": (15, [f"/events?{one}" for one in filters]),
        "event": (15, [f"/events/{one}" for one in events]),
        "evidence": (5, [f"/evidence/{one}" for one in spans]),
        "search": (10, [f"/search?q={one}" for one in asked]),
        "disputes": (5, ["/disputes", "/disputes?page=2", "/disputes?page=3"]),
    }
    for _, paths in made.values():
        random.shuffle(paths)
    return made


def address_list(
    made: dict[str, tuple[int, list[str]]], random: Random, count: int, start: int
) -> list[str]:
    """Addresses in the shares of the kinds; ``start`` says which of each kind come first."""
    found = []
    for share, paths in made.values():
        for number in range(share * count // 100):
            path = paths[(start + number) % len(paths)]
            found.append(f"/{LANGUAGES[number % 3]}{path}")
    random.shuffle(found)
    return found


@contextmanager
def serving(releases: Path, port: int) -> Iterator[str]:
    """``sholu serve`` over a folder of releases."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "store"
        create_observatory(root, "Synthetic observatory (invented)", "XA")
        shutil.rmtree(root / "releases", ignore_errors=True)
        (root / "releases").symlink_to(releases.resolve())
        command = [sys.executable, "-m", "sholu.cli", "-C", str(root), "serve", "--port", str(port)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz")
            yield address
        finally:
            process.terminate()
            process.wait()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(address).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The site did not start.")


def seconds_of(address: str) -> tuple[float, int]:
    """How long an answer takes, and its bytes."""
    start = time.perf_counter()
    with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
        size = len(answer.read())
    return time.perf_counter() - start, size


def run_wrk(
    address: str, popular: list[str], fresh: list[str], seconds: int, share: int = 1
) -> dict[str, object]:
    """Requests a second, median and slowest hundredth in milliseconds, and errors."""
    script = LUA.format(
        popular=",".join(map(json.dumps, popular)),
        fresh=",".join(map(json.dumps, fresh)),
        share=share,
    )
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s",
                   "--latency", "-s", file.name, address]  # fmt: skip
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return {
        "requests a second": float(_found(r"Requests/sec:\s+([\d.]+)", said)),
        "p50": _found(r"50%\s+(\S+)", said),
        "p99": _found(r"99%\s+(\S+)", said),
        "wrong answers": int(wrong[1]) if wrong else 0,
    }


def _found(pattern: str, said: str) -> str:
    match = re.search(pattern, said)
    return match[1] if match else "0"


PAINTED = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: "largest-contentful-paint", buffered: true});
})"""


def first_page(address: str, language: str) -> tuple[int, float]:
    """Bytes over the wire, fonts and script with them, and the largest contentful paint (ms)."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        client = page.context.new_cdp_session(page)
        client.send("Network.enable")
        sizes: list[int] = []
        client.on("Network.loadingFinished", lambda said: sizes.append(said["encodedDataLength"]))
        page.goto(f"{address}/{language}/", wait_until="networkidle")
        painted = float(page.evaluate(PAINTED))
        browser.close()
    return int(sum(sizes)), painted


def main() -> None:
    """Serve, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=20)
    asked = parser.parse_args()
    random = Random(1)
    package = Package(latest_release(asked.folder, "en"))
    made = kinds(package, random)
    package.close()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with serving(asked.folder, port) as address:
        print(f"{'cold, one at a time':<22}{'median ms':>10}{'slowest ms':>11}{'kB':>6}")
        for name, (_, paths) in made.items():
            found = [seconds_of(f"{address}/en{path}") for path in paths[:6]]
            times = [one[0] * 1000 for one in found]
            size = median(one[1] for one in found) / 1000
            print(f"  {name:<20}{median(times):>10.0f}{max(times):>11.0f}{size:>6.0f}")
        popular = address_list(made, random, 300, 0)
        for path in set(popular):
            seconds_of(address + path)
        fresh = address_list(made, random, 6000, 400)
        print("warm", run_wrk(address, popular, [], asked.seconds))
        for share in COLD_SHARES:
            random.shuffle(fresh)
            found = run_wrk(address, popular, fresh, asked.seconds, share)
            print(f"one new page in {share}", found)
        for language in LANGUAGES:
            size, painted = first_page(address, language)
            print(f"first page {language}: {size / 1000:.0f} kB, largest paint {painted:.0f} ms")


if __name__ == "__main__":
    main()
