"""Documents that cannot be read: a status and a reason, never an exception."""

from __future__ import annotations

import io
import random

import pytest

from sholu.evidence.read import read_document
from tests.evidence.build import (
    bare_pdf,
    page,
    pdf,
    pdf_bomb,
    read,
    saved,
    with_part,
    word_document,
    workbook,
)

PDF = pdf("= Heading\nA paragraph of a few words about a seizure in the north of the country.")
WORD = saved(word_document())
SHEET = workbook([["Region", "Cases"], ["North", 4]])
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "lol">]><a>&l;</a>'


def _encrypted() -> bytes:
    """A PDF that asks for a password; its text is nonsense without the key."""
    encrypt = b"<</Filter/Standard/V 1/R 2/P -44/O<" + b"5A" * 32 + b">/U<" + b"A5" * 32 + b">>>"
    content = bare_pdf(b"<</Length 2>>\nstream\nBT\nendstream")
    return content.replace(
        b"trailer<<", b"trailer<</ID[<" + b"00" * 16 + b"><" + b"00" * 16 + b">]/Encrypt " + encrypt
    )


@pytest.mark.parametrize(
    ("content", "status", "reason"),
    [
        (b"", "set_aside", "empty"),
        (b" \n\n ", "set_aside", "empty"),
        (bytes(range(256)) * 8, "set_aside", "save it as PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "set_aside", "a picture"),
        (OLD_WORD, "set_aside", "old kind (.doc)"),
        (b"{\\rtf1 words}", "set_aside", "RTF"),
        (PDF[: len(PDF) // 3], "failed", "broken"),
        (b"%PDF-1.7\nnothing", "failed", "broken"),
        (_encrypted(), "set_aside", "encrypted"),
        (pdf_bomb(), "set_aside", "unpacks to far more"),
        (WORD[:5000], "failed", "broken"),
        (with_part(WORD, "word/document.xml", b"<w:document"), "failed", "broken"),
        (with_part(WORD, "_rels/.rels", b"<x/>"), "failed", "broken"),
        (with_part(WORD, "word/document.xml", bytes(50_000_000)), "set_aside", "zip bomb"),
        (with_part(WORD, "word/document.xml", ENTITIES), "set_aside", "entities"),
        (SHEET[:3000], "failed", "broken"),
        (with_part(SHEET, "xl/workbook.xml", b"<nope"), "failed", "broken"),
        (b'<?xml version="1.0"?><data><a>1</a></data>', "set_aside", "XML"),
    ],
)
def test_a_bad_document_has_a_status_and_says_what_to_do(
    content: bytes, status: str, reason: str
) -> None:
    text = read(content)
    assert (text.status, text.text, text.passages) == (status, "", ())
    assert reason in text.reason


def test_the_bomb_of_a_kilobyte_is_one() -> None:
    assert len(pdf_bomb()) < 1_200


@pytest.mark.parametrize("content", [PDF, WORD, SHEET, page("<p>Words</p>" * 40).encode()])
def test_random_damage_never_raises(content: bytes) -> None:
    chance = random.Random(11)
    for _ in range(25):
        damaged = bytearray(content)
        for _ in range(chance.randrange(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        text = read_document(bytes(damaged), "x").text
        assert text.status in ("read", "partly_read", "set_aside", "failed")
        assert text.status == "read" or text.reason


def test_every_offset_lies_inside_the_text() -> None:
    document = word_document()
    document.add_paragraph("Қазақстан: «тест» 😀 https://a.example/б")
    document.add_table(1, 1).cell(0, 0).text = "😀"
    stream = io.BytesIO()
    document.save(stream)
    text = read(stream.getvalue())
    for part in (*text.passages, *text.cells, *text.links):
        assert 0 <= part.start < part.end <= len(text.text)
        assert text.text[part.start : part.end].strip() == text.text[part.start : part.end]
