"""Bytes of text to text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sholu.evidence.draft import CannotRead, Draft

GUESSED = ["utf_8", "cp1251", "koi8_r", "cp1252", "utf_16_le", "utf_16_be"]
"""Encodings that texts of the region come in."""

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65536
"""Bytes looked at to tell text from other data."""


def looks_like_text(content: bytes) -> bool:
    """Whether the bytes may be text: few control characters, or UTF-16."""
    sample = content[:_SAMPLE]
    if any(content.startswith(mark) for mark, _ in _MARKS) or _utf_16(sample):
        return True
    return b"\x00" not in sample and len(_BINARY.findall(sample)) <= 2 + len(sample) // 200


def _utf_16(sample: bytes) -> str | None:
    """UTF-16 without a mark: the high bytes of most letters are 00 (Latin) or 04 (Cyrillic)."""
    if len(sample) < 8:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(0) + high.count(4)) > 0.8 * len(high) and high.count(0) > 0:
            low = sample[0::2] if name.endswith("le") else sample[1::2]
            if low.count(0) < 0.05 * len(low):
                return name
    return None


def decode(content: bytes, draft: Draft, declared: str | None = None) -> str:
    """The text of bytes: by mark, as declared, as UTF-8, else by the letters.

    Doubt becomes a finding of the draft; bytes that are no letters make it partly read.

    Args:
        declared: the encoding that the document says it has.

    Raises:
        CannotRead: if the bytes are no text in any encoding known here.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], name, draft)
    # UTF-16 first: to UTF-8 its bytes are letters and control characters.
    for name in filter(None, (_utf_16(content[:_SAMPLE]), "utf-8", _declared(declared))):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    if _is_damaged_utf_8(content):
        return _lenient(content, "utf-8", draft)
    return _guess(content, draft, declared)


def _declared(declared: str | None) -> str | None:
    """The name that Python has for a declared encoding; None if it has none."""
    if not declared:
        return None
    try:
        return codecs.lookup(declared).name
    except LookupError:
        return None


def _is_damaged_utf_8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few (a cut end, a pasted byte)."""
    text = content.decode("utf-8", errors="replace")
    bad = text.count("�")
    return bad * 20 <= sum(char > "\x7f" for char in text) - bad


def _lenient(content: bytes, name: str, draft: Draft) -> str:
    text = content.decode(name, errors="replace")
    bad = text.count("�") - content.count("�".encode(name))
    if bad > 0:
        draft.partly(f"{bad} places hold bytes that are no {name.upper()} letters; they read as �")
        draft.doubt(
            "encoding_damage",
            f"{bad} places of the text could not be decoded.",
            f"decoded as {name}",
        )
    return text


def _guess(content: bytes, draft: Draft, declared: str | None) -> str:
    best = from_bytes(content, cp_isolation=GUESSED, enable_fallback=False).best()
    if best is None:
        raise CannotRead(
            "set_aside",
            "the encoding of its letters could not be told; save it as UTF-8 and add it again",
        )
    said = f" though it declares {declared}" if declared else ""
    draft.doubt(
        "encoding_guessed",
        f"The text was decoded as {best.encoding}{said}: look whether its letters are right.",
        "charset-normalizer among UTF-8, UTF-16, cp1251, KOI8-R, cp1252",
    )
    return str(best)
