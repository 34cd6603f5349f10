"""What a site allows programs to fetch (RFC 9309, Robots Exclusion Protocol, 2022).

The standard library's reader knows no wildcards and lets the first rule win, not the most exact
one; it would fetch what sites forbid with ``Disallow: /*?print``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

_SAFE = "/*$?&=;:@!,()'+~[]"


@dataclass(frozen=True)
class Robots:
    """The rules that hold for us on one site.

    Attributes:
        rules: path patterns, each with whether it allows.
        crawl_delay_s: seconds that the site wants between two requests, if it says so.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    crawl_delay_s: float | None = None

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be fetched. The longest pattern wins, then allowing.

        Example:
            >>> Robots((("/", False), ("/news/", True))).allows("/news/1")
            True
        """
        path = _normal(target)
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


def parse_robots(text: str, agent: str) -> Robots:
    """Read a ``robots.txt``.

    Args:
        agent: our product word; groups for it go before those for everybody (``*``).
    """
    groups = list(_groups(text))
    own = [lines for agents, lines in groups if agent.lower() in agents]
    everybody = [lines for agents, lines in groups if "*" in agents]
    lines = [line for group in own or everybody for line in group]
    rules = tuple((_normal(value), key == "allow") for key, value in lines if key != "crawl-delay")
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(rules, max((delay for delay in delays if delay is not None), default=None))


def _groups(text: str) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """Each group's agents (in small letters) and its lines of key and value."""
    agents: list[str] = []
    lines: list[tuple[str, str]] = []
    begun = False
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            if begun:
                yield agents, lines
                agents, lines, begun = [], [], False
            agents.append(value.lower())
        elif key in ("allow", "disallow", "crawl-delay"):
            begun = True
            # An empty Disallow forbids nothing.
            lines += [(key, value)] if value else []
    yield agents, lines


def _fits(rule: str, path: str) -> bool:
    """Whether a pattern with ``*`` and a closing ``$`` fits, in time linear in the path."""
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    last = rest.pop() if rest and rule.endswith("$") else None
    for piece in rest:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= place
    return not rule.endswith("$") or place == len(path)


def _normal(target: str) -> str:
    """One spelling for what may be percent-encoded or not."""
    return quote(unquote(target), safe=_SAFE)


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None
