"""Printed addresses: what may be a link, and where a long one may break. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def safe_target(address: str) -> str | None:
    """The address if a reader may be sent there: a whole ``http`` or ``https`` address.

    ``javascript:`` and the like, and addresses too damaged to name a host, are printed as text.

    >>> safe_target("https://example.org/a"), safe_target("https:/example.org/a")
    ('https://example.org/a', None)
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None


def breakable(address: str) -> list[str]:
    """An address in pieces; a line may end between them, after a separator.

    >>> breakable("https://a.b/c-d")
    ['https://', 'a.', 'b/', 'c-', 'd']
    """
    return re.findall(r"[^/\-_.?&=%#]*[/\-_.?&=%#]+|[^/\-_.?&=%#]+", address)
