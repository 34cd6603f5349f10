"""Make a folder of news pages about invented countries: the corpus of the speed benchmark.

Each page is about 15 KB of HTML in English, Russian or Kazakh: menus, scripts, styles, JSON-LD, a
list of other stories, a footer, and an article of a dozen paragraphs. A third of the pages are
near-duplicates of an earlier one: another site's frame, the headline re-cut, a sentence gone. The
same count and seed give the same bytes. All countries, towns, agencies and persons are invented.

    python benchmarks/make_news.py 10000 FOLDER
"""

from __future__ import annotations

import argparse
import html
import json
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SHARE_OF_COPIES = 1 / 3
PAGE_BYTES = 15_000
"""Aimed at: a small news page without its pictures (issue 2)."""
FIRST_DAY = date(2030, 1, 1)


@dataclass(frozen=True)
class Wording:
    """What one language's pages are put together from; ``{slots}`` are filled in."""

    headlines: tuple[str, ...]
    sentences: tuple[str, ...]
    places: tuple[str, ...]
    drugs: tuple[str, ...]
    agencies: tuple[str, ...]
    officers: tuple[str, ...]
    months: tuple[str, ...]
    menu: tuple[str, ...]
    sites: tuple[str, ...]
    again: str


@dataclass(frozen=True)
class Story:
    """An article before it is put on a page."""

    language: str
    headline: str
    paragraphs: tuple[str, ...]
    published: date
    site: str


def read_wordings() -> dict[str, Wording]:
    """The words of each language, from ``news_wording.yaml``."""
    content = yaml.safe_load((HERE / "news_wording.yaml").read_text(encoding="utf-8"))
    return {language: _read_wording(fields) for language, fields in content.items()}


def _read_wording(fields: dict[str, Any]) -> Wording:
    lists = {key: tuple(value) for key, value in fields.items() if key != "again"}
    return Wording(again=fields["again"], **lists)


def make_stories(count: int, seed: int) -> list[Story]:
    """Stories in the order of publication; a third repeat one of the two hundred before them."""
    wordings = read_wordings()
    chance = random.Random(seed)
    stories: list[Story] = []
    for number in range(count):
        if stories and chance.random() < SHARE_OF_COPIES:
            original = chance.choice(stories[-200:])
            stories.append(_copy(original, wordings[original.language], chance))
        else:
            language = chance.choice(sorted(wordings))
            day = FIRST_DAY + timedelta(days=number // 40)
            stories.append(_write_story(language, wordings[language], day, chance))
    return stories


def _write_story(language: str, wording: Wording, day: date, chance: random.Random) -> Story:
    slots = _fill(wording, day, chance)
    sentences = chance.sample(wording.sentences, min(16, len(wording.sentences)))
    told = [sentence.format(**(slots | _numbers(chance))) for sentence in sentences]
    paragraphs = [" ".join(told[start : start + 2]) for start in range(0, len(told), 2)]
    headline = chance.choice(wording.headlines).format(**(slots | _numbers(chance)))
    return Story(language, headline, tuple(paragraphs), day, chance.choice(wording.sites))


def _fill(wording: Wording, day: date, chance: random.Random) -> dict[str, str]:
    """Who, where, what and when: the same all through a story."""
    return {
        "place": chance.choice(wording.places),
        "other_place": chance.choice(wording.places),
        "drug": chance.choice(wording.drugs),
        "other_drug": chance.choice(wording.drugs),
        "agency": chance.choice(wording.agencies),
        "officer": chance.choice(wording.officers),
        "day": str(day.day),
        "month": wording.months[day.month - 1],
        "year": str(day.year),
        "last_year": str(day.year - 1),
    }


def _numbers(chance: random.Random) -> dict[str, str]:
    """Numbers: others in each sentence."""
    return {
        "few": str(chance.randint(2, 9)),
        "some": str(chance.randint(12, 480)),
        "many": f"{chance.randint(1, 19)} {chance.randint(100, 999)}",
        "decimal": f"{chance.randint(1, 80)}.{chance.randint(1, 9)}",
        "comma": f"{chance.randint(1, 80)},{chance.randint(1, 9)}",
        "share": str(chance.randint(3, 97)),
        "age": str(chance.randint(19, 58)),
    }


def _copy(story: Story, wording: Wording, chance: random.Random) -> Story:
    """The same press release on another site: the headline re-cut, a paragraph gone."""
    words = story.headline.split()
    headline = f"{wording.again} {' '.join(words[: max(4, len(words) - 3)])}"
    gone = chance.randrange(len(story.paragraphs))
    return replace(
        story,
        headline=headline,
        paragraphs=story.paragraphs[:gone] + story.paragraphs[gone + 1 :],
        published=story.published + timedelta(days=chance.randint(0, 2)),
        site=chance.choice([site for site in wording.sites if site != story.site]),
    )


def make_page(story: Story, wording: Wording, number: int) -> str:
    """The HTML of a story's page."""
    chance = random.Random(f"{story.site} {number}")
    address = f"https://{story.site}/news/{number}"
    article = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in story.paragraphs)
    start = _head(story, address) + _menu(wording)
    end = _others(wording, chance) + _footer(story, wording)
    body = (
        f'<main><article itemscope itemtype="https://schema.org/NewsArticle">'
        f"<h1>{html.escape(story.headline)}</h1>"
        f'<time datetime="{story.published}T09:30:00+05:00">{story.published:%d.%m.%Y}</time>'
        f'<div class="article-body">{article}</div></article></main>'
    )
    missing = PAGE_BYTES - len((start + body + end).encode("utf-8"))
    return start + body + end + _script(missing, chance) + "</body></html>"


def _head(story: Story, address: str) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.published.isoformat(),
        "inLanguage": story.language,
        "publisher": {"@type": "Organization", "name": story.site},
        "mainEntityOfPage": address,
    }
    return (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{html.escape(story.headline)} | {story.site}</title>"
        f'<link rel="canonical" href="{address}">'
        f'<meta property="og:title" content="{html.escape(story.headline)}">'
        f'<meta property="article:published_time" content="{story.published}">'
        f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
        "<style>body{font-family:sans-serif}.menu li{display:inline}</style></head><body>"
    )


def _menu(wording: Wording) -> str:
    items = "".join(
        f'<li class="menu-item"><a href="/section/{number}">{html.escape(word)}</a></li>'
        for number, word in enumerate(wording.menu)
    )
    return f'<header><nav class="menu"><ul>{items}</ul></nav></header>'


def _others(wording: Wording, chance: random.Random) -> str:
    """Teasers of other stories, as most sites have them beside the article."""
    teasers = []
    for _ in range(8):
        slots = _fill(wording, FIRST_DAY, chance) | _numbers(chance)
        teaser = html.escape(chance.choice(wording.headlines).format(**slots))
        teasers.append(f'<li><a href="/news/{chance.randint(1, 99999)}">{teaser}</a></li>')
    return f'<aside class="related"><ul>{"".join(teasers)}</ul></aside>'


def _footer(story: Story, wording: Wording) -> str:
    links = " | ".join(
        f'<a href="/{number}">{word}</a>' for number, word in enumerate(wording.menu)
    )
    return f"<footer><p>{links}</p><p>© {story.published.year} {story.site}</p></footer>"


def _script(size: int, chance: random.Random) -> str:
    """A script of about ``size`` bytes, such as counters and players bring."""
    line = "window.counter=window.counter||[];counter.push({id:%d,on:true});"
    lines = [line % chance.randint(1, 10**6) for _ in range(max(0, size) // len(line))]
    return f"<script>{''.join(lines)}</script>"


def write_pages(count: int, folder: Path, seed: int = 1) -> None:
    """Write ``count`` pages as ``00000.html`` and so on into a folder."""
    wordings = read_wordings()
    folder.mkdir(parents=True, exist_ok=True)
    for number, story in enumerate(make_stories(count, seed)):
        page = make_page(story, wordings[story.language], number)
        (folder / f"{number:05d}.html").write_text(page, encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_pages(arguments.count, arguments.folder, arguments.seed)


if __name__ == "__main__":
    main()
