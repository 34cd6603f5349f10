"""What robots.txt allows; the cases of RFC 9309 and of Google's documentation of it."""

from __future__ import annotations

import time

import pytest

from sholu.sources.robots import Robots, parse_robots


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/a", False),
        ("Disallow: /fish", "/fishheads/yummy.html", False),
        ("Disallow: /fish", "/Fish.asp", True),
        ("Disallow: /fish/", "/fish", True),
        ("Disallow: /*.php", "/folder/any.php.file.html", False),
        ("Disallow: /*.php", "/windows.PHP", True),
        ("Disallow: /*.php$", "/filename.php", False),
        ("Disallow: /*.php$", "/filename.php?parameters", True),
        ("Disallow: /fish*.php", "/fishheads/catfish.php?id=1", False),
        ("Disallow: /*?print", "/news/1?print=1", False),
        ("Disallow: /$", "/", False),
        ("Disallow: /$", "/page", True),
        ("Allow: /p\nDisallow: /", "/page", True),
        ("Disallow: /\nAllow: /p", "/page", True),
        ("Allow: /page\nDisallow: /*.htm", "/page.htm", False),
        ("Allow: /folder\nDisallow: /folder", "/folder/page", True),
        ("Disallow: /жаңалық", "/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B/1", False),
        ("Disallow: /a # all of a", "/ab", False),
        ("Disallow: /*a*b$", "/b", True),
        ("Disallow: /*ab*b$", "/ab", True),
    ],
)
def test_the_longest_rule_that_fits_decides(rules: str, target: str, allowed: bool) -> None:
    assert parse_robots(f"User-agent: *\n{rules}\n", "Sholu").allows(target) is allowed


def test_a_group_for_us_goes_before_the_one_for_everybody() -> None:
    robots = parse_robots(
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-Agent: SHOLU\nDisallow: /own\n"
        "Crawl-delay: 7\n\nUser-agent: sholu\nDisallow: /more\n",
        "Sholu",
    )
    assert robots == Robots((("/own", False), ("/more", False)), 7.0)


def test_a_group_for_others_is_not_ours() -> None:
    assert parse_robots("User-agent: other\nDisallow: /\n", "Sholu").allows("/a")


@pytest.mark.parametrize("text", ["", "<html>404</html>", "Disallow", ":", "Crawl-delay: soon"])
def test_text_that_says_nothing_allows_everything(text: str) -> None:
    assert parse_robots(text, "Sholu").allows("/a")


def test_many_wildcards_take_no_time() -> None:
    robots = Robots((("/" + "*a" * 200 + "$", False),))
    began = time.perf_counter()
    assert robots.allows("/" + "a" * 5_000 + "b")
    assert time.perf_counter() - began < 0.5
