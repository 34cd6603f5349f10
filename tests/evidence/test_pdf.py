"""PDF with a text layer."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops

from sholu.evidence.page_picture import PagePictureError, page_picture
from sholu.evidence.span import make_span
from tests.evidence.build import by_labels, passages, pdf, read

BULLETIN = """
#let head = [Bulletin of the Aldaria observatory, page #context counter(page).display()]
#set page(width: 400pt, height: 500pt, header: head)
#set text(lang: "en", size: 11pt, hyphenate: true)
#set par(justify: true)
= Seizures in the north
Officers of the northern region stopped a lorry near the border and found twenty parcels of hashish
in its spare wheel, the press service of the administration said on Monday. #lorem(40)

The driver was detained. #link("https://police.aldaria.example/n/1")[A longer account]
is on the site.

https://police.aldaria.example/news/2

#pagebreak()
= Prices
#table(columns: 3, [Drug], [2023], [2024], [Hashish], [4.5], [5], [Opium], [0], [1.2])
#pagebreak()
= Қазақша бөлім
Полиция қызметкерлері тексеру жүргізіп, есірткі заттарын тәркіледі.
"""


@pytest.fixture(scope="module")
def bulletin() -> bytes:
    return pdf(BULLETIN)


def test_headings_paragraphs_and_pages_are_found(bulletin: bytes) -> None:
    text = read(bulletin)
    assert text.status == "read"
    assert passages(text, "heading") == ["Seizures in the north", "Prices", "Қазақша бөлім"]
    assert [page.number for page in text.pages] == [1, 2, 3]
    assert {page.read_by for page in text.pages} == {"text layer"}
    start = text.text.index("тәркіледі")
    assert make_span(text, start, start + 9).page == 3


def test_running_heads_are_furniture(bulletin: bytes) -> None:
    heads = passages(read(bulletin), "furniture")
    assert heads == [f"Bulletin of the Aldaria observatory, page {n}" for n in (1, 2, 3)]


def test_each_line_has_its_place_on_the_page(bulletin: bytes) -> None:
    text = read(bulletin)
    box = next(line for line in text.lines if "stopped a lorry" in text.text[line.start : line.end])
    assert box.page == 1
    assert 0 < box.left < box.right < 400
    assert 0 < box.top < box.bottom < 150
    assert 5 < box.bottom - box.top < 16


def test_a_word_hyphenated_at_a_lines_end_is_whole(bulletin: bytes) -> None:
    source = "#set page(width: 150pt, height: 300pt)\n#set par(justify: true)\n"
    source += '#set text(lang: "en", hyphenate: true)\n'
    text = read(
        pdf(source + "Investigation representatives administrations investigations communications.")
    )
    words = text.text.replace("\n", " ").split()
    assert words == [
        "Investigation",
        "representatives",
        "administrations",
        "investigations",
        "communications.",
    ]


def test_hidden_and_printed_addresses_are_links(bulletin: bytes) -> None:
    text = read(bulletin)
    assert [(link.address, text.text[link.start : link.end]) for link in text.links] == [
        ("https://police.aldaria.example/n/1", "A longer account"),
        ("https://police.aldaria.example/news/2", "https://police.aldaria.example/news/2"),
    ]
    assert passages(text, "address") == ["https://police.aldaria.example/news/2"]


def test_a_ruled_table_is_read_cell_by_cell(bulletin: bytes) -> None:
    text = read(bulletin)
    assert by_labels(text) == {
        ("Hashish", "2023"): "4.5",
        ("Hashish", "2024"): "5",
        ("Opium", "2023"): "0",
        ("Opium", "2024"): "1.2",
    }
    cell = next(cell for cell in text.cells if text.text[cell.start : cell.end] == "1.2")
    span = make_span(text, cell.start, cell.end)
    assert (span.page, span.cell) == (2, "table 1, row 3, column 3")


def test_the_marked_page_differs_from_the_plain_one_where_the_words_stand(bulletin: bytes) -> None:
    text = read(bulletin)
    box = next(line for line in text.lines if "stopped a lorry" in text.text[line.start : line.end])
    pictures = [
        Image.open(io.BytesIO(page_picture(bulletin, 1, boxes, width_px=800)))
        for boxes in ([], [box])
    ]
    assert pictures[0].size == (800, 1000)
    changed = ImageChops.difference(*pictures).getbbox()
    assert changed is not None
    expected = (box.left * 2, box.top * 2, box.right * 2, box.bottom * 2)
    assert changed == pytest.approx(expected, abs=6)  # the frame stands 1.5 points outside


def test_a_page_that_is_not_there_is_said_to_be_so(bulletin: bytes) -> None:
    with pytest.raises(PagePictureError, match="no page 9"):
        page_picture(bulletin, 9, [], width_px=300)
