"""Find the addresses printed in a text, and propose a repair for damaged ones.

The printed form is never changed: a repair stands beside it, and each says why.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from urllib.parse import urlsplit

from sholu.events.model import Address
from sholu.events.spelling import CYRILLIC_AS_LATIN, edit_distance

_SCHEME = r"(?:[hһн][tт]{1,2}[pр]s?|hxxps?|ttps?)\s?[:;.]?\s?[/\\]{1,3}|https?\s?[:;]\s?"
_BARE = r"(?:www\.|(?:[a-z0-9-]+\.)+(?:com|org|net|info|int|[a-z]{2}|xn--[a-z0-9-]+)/)"
_LABEL = r"(?:(?:source|link|website|url|источник|ссылка|сайт|дерек\s?көз\w*|сілтеме)\s*:\s*)?"
_ADDRESS_LINE = re.compile(
    rf"\W{{0,3}}{_LABEL}[<(\[]?\s?((?:{_SCHEME}|{_BARE}).*)", re.IGNORECASE | re.DOTALL
)
_SCHEME_START = re.compile(rf"(?:{_SCHEME})", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)>]+)>?\s*\)")

COUNTRY_DOMAINS_IN_PUNYCODE: tuple[str, ...] = (
    "xn--p1ai", "xn--p1acf", "xn--80ao21a", "xn--90ais", "xn--j1amh", "xn--l1acc", "xn--90ae",
    "xn--80adxhks", "xn--80asehdb", "xn--80aswg", "xn--c1avg", "xn--d1acj3b", "xn--d1alf",
)  # fmt: skip
"""Top-level domains in Cyrillic letters (IANA, root zone database, read 2025): .рф, .рус, .қаз,
.бел, .укр, .мон, .бг, .москва, .онлайн, .сайт, .орг, .дети, .мкд."""

KNOWN_HOSTS: tuple[str, ...] = ("xn--b1aew.xn--p1ai",)
"""Hosts in punycode that the region's releases cite most: мвд.рф, the Russian interior ministry."""

_LOOK_ALIKES = str.maketrans("lIoO", "1100")
_NUMBER_WITH_LETTER = re.compile(r"(?<![^/=_-])(?=\d)(?:\d*[lIO]?\d+){2,}(?![^/?&#.])")
_LETTER_FOR_DIGIT = str.maketrans("01", "ol")


@dataclass(frozen=True)
class Repair:
    """A printed address, the likely one (None if nothing is wrong), and what speaks for it."""

    address: Address
    reasons: tuple[str, ...]


def is_address_line(raw: str) -> bool:
    """Whether a line holds nothing but an address, with or without a word like ``Source:``."""
    if not 6 <= len(raw) <= 2000:
        return False
    link = _MARKDOWN_LINK.fullmatch(raw.strip())
    if link:
        return is_address_line(link.group(1))
    match = _ADDRESS_LINE.fullmatch(raw.strip())
    return match is not None and _words(match.group(1)) <= 3


def _words(rest: str) -> int:
    """Words after the scheme: an address cut by stray spaces has few, a sentence has many."""
    return len(_SCHEME_START.sub("", rest.strip(" <>()[]")).split())


def printed_addresses(raw: str) -> tuple[str, ...]:
    """The addresses in lines that hold nothing else, as printed; a line break becomes a space."""
    found: list[str] = []
    for line in raw.split("\n"):
        if is_address_line(line):
            found += _split_addresses(_bare(line))
        elif found:
            found[-1] = f"{found[-1]} {line.strip().rstrip('>')}"
    return tuple(found)


def _bare(line: str) -> str:
    link = _MARKDOWN_LINK.fullmatch(line.strip())
    if link:
        return link.group(1).strip()
    match = _ADDRESS_LINE.fullmatch(line.strip())
    assert match is not None
    return match.group(1).strip().strip("<>[]*")


def _split_addresses(text: str) -> list[str]:
    """Several addresses in one line, cut where a scheme begins after white space."""
    cuts = [match.start() for match in re.finditer(rf"(?<=\s)(?:{_SCHEME})", text, re.IGNORECASE)]
    return [
        text[start:end].strip(" <>")
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    ]


def repair_addresses(printed: Sequence[str]) -> tuple[Repair, ...]:
    """A likely repair for each damaged address of one document.

    Addresses of one document help each other: a host that differs by one or two letters from one
    that others of them have is likely the same.
    """
    first = [_repair_alone(address) for address in printed]
    hosts = Counter(_host(likely) for likely, _ in first)
    repairs: list[Repair] = []
    for address, (likely, reasons) in zip(printed, first, strict=True):
        better, more = _repair_by_siblings(likely, hosts)
        changed = better if better != address else None
        repairs.append(Repair(Address(address, changed), (*reasons, *more) if changed else ()))
    return tuple(repairs)


def _repair_alone(printed: str) -> tuple[str, list[str]]:
    """What can be said of an address without looking at others."""
    reasons: list[str] = []
    text = printed
    for mend in (_close_spaces, _drop_trailing_marks, _mend_scheme):
        text = _note(text, mend(text), reasons, str(mend.__doc__))
    scheme, slashes, rest = text.partition("://")
    if not slashes:
        scheme, rest = "https", text
    host, slash, path = rest.partition("/")
    for mend_host in (_mend_separators, _mend_script, _mend_top_level):
        host = _note(host, mend_host(host), reasons, str(mend_host.__doc__))
    path = _note(path, _mend_numbers(path), reasons, str(_mend_numbers.__doc__))
    return (f"{scheme}://{host}{slash}{path}" if slashes else f"{host}{slash}{path}"), reasons


def _note(before: str, after: str, reasons: list[str], reason: str) -> str:
    if after != before:
        reasons.append(reason)
    return after


def _close_spaces(text: str) -> str:
    """spaces inside were closed"""
    return "".join(text.split())


def _drop_trailing_marks(text: str) -> str:
    """punctuation after the end was dropped"""
    bare = text.rstrip(".,;:!»”>*\"'")
    while bare.endswith((")", "]")) and bare.count("(") + bare.count("[") < bare.count(
        ")"
    ) + bare.count("]"):
        bare = bare[:-1].rstrip(".,;:")
    return bare


def _mend_scheme(text: str) -> str:
    """the scheme was misprinted"""
    match = re.match(r"(?:[hһн]?[tт]{1,2}[pр]|hxxp)(s?)[:;.]?[/\\]{1,3}", text, re.IGNORECASE)
    match = match or re.match(r"http(s?)[:;](?![/\\])", text, re.IGNORECASE)
    return f"http{match.group(1).lower()}://{text[match.end() :]}" if match else text


def _mend_separators(host: str) -> str:
    """a comma or a doubled full stop stood for the full stop of the host name"""
    return re.sub(r"[,.]+", ".", host)


def _mend_script(host: str) -> str:
    """Cyrillic letters stood among the Latin letters of the host name"""
    if re.search(r"[A-Za-z]", host) and re.search(r"[\u0400-\u04ff]", host):
        return host.translate(CYRILLIC_AS_LATIN)
    return host


def _mend_top_level(host: str) -> str:
    """the top-level domain is one that exists when look-alike letters and digits change places"""
    labels = host.split(".")
    last = labels[-1].lower()
    if last.startswith("xn--"):
        labels[-1] = next(
            (domain for domain in COUNTRY_DOMAINS_IN_PUNYCODE if _alike(domain, last)), labels[-1]
        )
    elif re.search(r"\d", last) and ":" not in last and len(labels) > 1 and not last.isdigit():
        labels[-1] = last.translate(_LETTER_FOR_DIGIT)
    return ".".join(labels)


def _mend_numbers(path: str) -> str:
    """a letter stood for a digit inside a number of the path"""
    return _NUMBER_WITH_LETTER.sub(lambda match: match.group().translate(_LOOK_ALIKES), path)


def _alike(one: str, two: str) -> bool:
    return one.translate(_LOOK_ALIKES) == two.translate(_LOOK_ALIKES)


def _repair_by_siblings(address: str, hosts: Counter[str]) -> tuple[str, tuple[str, ...]]:
    host = _host(address)
    sibling = _sibling(host, hosts)
    if sibling is None:
        return address, ()
    reason = f"the host {host} is likely {sibling}, which other addresses have"
    return address.replace(host, sibling, 1), (reason,)


def _sibling(host: str, hosts: Counter[str]) -> str | None:
    """A host that is cited more often and looks like this one."""
    candidates = [h for h in {*hosts, *KNOWN_HOSTS} if h != host and _is_near(host, h)]
    weight = {h: inf if h in KNOWN_HOSTS else hosts[h] for h in candidates}
    best = max(sorted(candidates), key=lambda h: weight[h], default=None)
    if best is None or host in KNOWN_HOSTS or not _reads_as_words(best):
        return None
    return best if not _reads_as_words(host) or weight[best] > hosts[host] else None


def _is_near(host: str, other: str) -> bool:
    """Look-alike letters only; in punycode, where a letter says nothing, also two changes."""
    if _alike(host, other):
        return True
    one, _, tail = host.rpartition(".")
    two, _, other_tail = other.rpartition(".")
    return (
        tail == other_tail
        and one.startswith("xn--")
        and two.startswith("xn--")
        and "." not in one + two
        and edit_distance(one.translate(_LOOK_ALIKES), two.translate(_LOOK_ALIKES)) <= 2
    )


def _reads_as_words(host: str) -> bool:
    """Whether all punycode labels decode to Cyrillic letters, as all IDN hosts here do."""
    return all(_decodes(label) for label in host.split(".") if label.startswith("xn--"))


def _decodes(label: str) -> bool:
    try:
        decoded = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return False
    return all("\u0400" <= letter <= "\u04ff" or letter in "-0123456789" for letter in decoded)


def _host(address: str) -> str:
    try:
        return urlsplit(address if "://" in address else f"https://{address}").netloc.lower()
    except ValueError:
        return ""


def host_of(addresses: Iterable[Address]) -> str:
    """The host of the first address without ``www.``; empty without addresses."""
    for address in addresses:
        return _host(address.repaired or address.printed).removeprefix("www.")
    return ""
