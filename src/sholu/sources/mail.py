"""What is in a mail: its text as readers saw it, and its attachments."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from sholu.core.ids import sha256_hex
from sholu.sources.archive import Allowance
from sholu.sources.model import Item, Origin, Refusal

_DAMAGED = (
    MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError,
    OverflowError, RecursionError,
)  # fmt: skip
"""What the standard library's parser raises on headers and parts that break the standard."""


def read_mail(item: Item, allowance: Allowance) -> Iterator[Item | Refusal]:
    """The text of a mail and its attachments, dated by the mail, with its sender as address.

    Of a text that was sent in two forms, the one with layout is taken. Pictures that only belong
    to the layout are left out; the mail itself, which is kept, has them.
    """
    try:
        message = email.message_from_bytes(item.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        origin = _origin(message, item)
        parts = list(_parts(message, origin))
    except _DAMAGED as error:
        yield Refusal("all parts of it", f"can't be read, the mail is damaged: {error}")
        return
    if not allowance.take(len(parts), 0):
        yield Refusal("all parts of it", "are too many")
        return
    yield from parts


def _origin(message: EmailMessage, item: Item) -> Origin:
    sender = parseaddr(_header(message, "From"))[1]
    return replace(
        item.origin,
        address=f"mailto:{sender}" if "@" in sender else item.origin.address,
        published=_day(_header(message, "Date")) or item.origin.published,
        part_of=sha256_hex(item.content),
    )


def _parts(message: EmailMessage, origin: Origin) -> Iterator[Item]:
    subject = " ".join(_header(message, "Subject").split()) or "mail"
    body = message.get_body(("html", "plain"))
    if isinstance(body, EmailMessage):
        ending = "html" if body.get_content_subtype() == "html" else "txt"
        yield Item(_text(body), replace(origin, name=f"{subject}.{ending}"))
    attachments = message.iter_attachments() if message.is_multipart() else iter([message])
    for number, part in enumerate(attachments, 1):
        if part is not body:
            yield _attachment(part, number, origin)


def _attachment(part: EmailMessage, number: int, origin: Origin) -> Item:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        name = part.get_filename() or _header(inner, "Subject") or f"mail {number}"
        return Item(inner.as_bytes(), replace(origin, name=f"{name.removesuffix('.eml')}.eml"))
    name = part.get_filename() or f"attachment {number}.{part.get_content_subtype()}"
    return Item(_payload(part), replace(origin, name=name))


def _text(body: EmailMessage) -> bytes:
    """The text in UTF-8: its encoding stands in the mail's header and would be lost."""
    raw = _payload(body)
    # In HTML the mark at the beginning goes before an encoding that it names and that is no
    # longer true (WHATWG, Encoding, "decode").
    encoding = "utf-8-sig" if body.get_content_subtype() == "html" else "utf-8"
    try:
        return raw.decode(body.get_content_charset("us-ascii")).encode(encoding)
    except (LookupError, UnicodeError):  # not what it says: leave it to who reads the text
        return raw


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    """A header's text; empty if it is missing or so broken that it can't be read."""
    try:
        return str(message[name] or "")
    except _DAMAGED:
        return ""


def _day(date: str) -> str | None:
    """The calendar day on which the sender sent it, by the sender's own clock."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None
