"""Make the binary documents of the invented corpus from the texts in ``text/``.

Run: ``python examples/make_binary.py``. Needs python-docx, openpyxl, pillow, pyyaml, typst and
fontpkg-noto-sans. The same texts and the same versions of these give the same bytes: dates are
fixed, random numbers have a seed, zip members are rewritten with one time stamp.
"""

from __future__ import annotations

import csv
import io
import random
import tempfile
import zipfile
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import typst
import yaml
from fontpkg_noto_sans import ROOT as NOTO_SANS
from openpyxl.styles import Alignment, Font
from PIL import Image, ImageDraw, ImageFilter, ImageFont

HERE = Path(__file__).parent
TEXT = HERE / "text"
DOCUMENTS = HERE / "invented" / "documents"
FONT_FILES = NOTO_SANS / "files"
ZIP_TIME = (2025, 1, 15, 12, 0, 0)

LETTERS = {  # file name: text, date of making
    "2025-01-15_adcs_kurs-ekspertov_ru.docx": (
        "letter-training-ru.md",
        datetime(2025, 1, 15, 11, 0),
    ),
    "2025-01-14_court_prigovor_ru.docx": ("letter-verdict-ru.md", datetime(2025, 1, 14, 16, 30)),
    "2025-01-09_police_zhylyzhai_kk.docx": ("letter-greenhouse-kk.md", datetime(2025, 1, 9, 10, 0)),
}


def fix_zip(data: bytes) -> bytes:
    """Rewrite a zip file (docx, xlsx) with sorted members and one time stamp."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            new.writestr(member, old.read(name))
    return fixed.getvalue()


# Letters and reports (docx)


def add_table(document: docx.document.Document, rows: list[list[str]]) -> None:
    """Add a table whose first row is the header."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            table.cell(i, j).text = value
            if i == 0:
                table.cell(i, j).paragraphs[0].runs[0].bold = True
    document.add_paragraph()


def add_block(document: docx.document.Document, block: str) -> None:
    """Add one block of a letter: heading, letterhead, table, notice or paragraph."""
    if block.startswith("# "):
        document.add_heading(block[2:], level=1)
    elif block.startswith("> "):
        for line in block.splitlines():
            document.add_paragraph(line[2:]).paragraph_format.space_after = 0
        document.add_paragraph()
    elif block.startswith("|"):
        lines = [line for line in block.splitlines() if not line.startswith("|---")]
        add_table(
            document, [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        )
    elif block.startswith("_"):
        document.add_paragraph().add_run(block.strip("_")).italic = True
    else:
        document.add_paragraph(block)


def make_letter(text: str, created: datetime) -> bytes:
    """A letter as docx."""
    document = docx.Document()
    for block in text.strip().split("\n\n"):
        add_block(document, block)
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Invented for demonstration"
    properties.title = text.lstrip("# ").splitlines()[0]
    properties.comments = ""
    properties.created = properties.modified = created
    data = io.BytesIO()
    document.save(data)
    return fix_zip(data.getvalue())


# The table of seizures (xlsx)


def cell_value(printed: str) -> str | int | float | None:
    """A number written the Russian way as a number, an empty cell as None, the rest as text."""
    plain = printed.replace(" ", "").replace(",", ".")
    if not printed:
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        return printed


def make_workbook(rows: list[list[str]]) -> bytes:
    """The table on one sheet, its note on another, with a merged title as in official tables."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Изъятия"
    body = [row for row in rows[2:] if any(row)]
    sheet.append([rows[0][0]])
    sheet.merge_cells("A1:G1")
    sheet["A1"].font = Font(bold=True, size=13)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.append([rows[1][0]])
    sheet.append([])
    sheet.append([int(cell) if cell.isdigit() else cell for cell in body[0]])
    for row in body[1:-1]:
        sheet.append([row[0], *(cell_value(cell) for cell in row[1:])])
    for cell in sheet[4]:
        cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 26
    notes = book.create_sheet("Примечания")
    notes.append([body[-1][0]])
    notes.append([rows[1][0]])
    book.properties.creator = "Invented for demonstration"
    book.properties.created = book.properties.modified = datetime(2025, 1, 10, 9, 0)
    data = io.BytesIO()
    book.save(data)
    return fix_zip(fix_modified(data.getvalue()))


def fix_modified(data: bytes) -> bytes:
    """Put back the date of change that openpyxl overwrites with the clock when it saves."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                start = content.index(b">", content.index(b"<dcterms:modified")) + 1
                end = content.index(b"</dcterms:modified>")
                content = content[:start] + b"2025-01-10T09:00:00Z" + content[end:]
            new.writestr(name, content)
    return out.getvalue()


# The earlier information release (pdf)


def draw_dog(canvas: ImageDraw.ImageDraw) -> None:
    """A service dog before snowy hills."""
    canvas.rectangle((0, 0, 640, 400), fill="#cfe0ee")
    canvas.polygon(
        [(0, 400), (0, 230), (180, 130), (360, 260), (520, 170), (640, 240), (640, 400)],
        fill="#eef3f7",
    )
    canvas.ellipse((210, 210, 420, 310), fill="#7a5a3a")
    canvas.ellipse((380, 150, 470, 230), fill="#7a5a3a")
    canvas.polygon([(400, 165), (385, 115), (425, 150)], fill="#5a4028")
    canvas.polygon([(440, 185), (505, 205), (445, 222)], fill="#5a4028")
    for x in (235, 270, 355, 390):
        canvas.rectangle((x, 290, x + 18, 370), fill="#7a5a3a")
    canvas.line((215, 250, 165, 190), fill="#7a5a3a", width=14)
    canvas.ellipse((425, 175, 437, 187), fill="#111111")


def draw_lights(canvas: ImageDraw.ImageDraw) -> None:
    """A street at night with a bus stop and lamps."""
    canvas.rectangle((0, 0, 640, 400), fill="#1d2a44")
    canvas.rectangle((0, 320, 640, 400), fill="#2d3950")
    for x in (60, 230, 400, 570):
        canvas.line((x, 320, x, 120), fill="#8a93a6", width=6)
        canvas.ellipse((x - 26, 90, x + 26, 142), fill="#ffd98a")
    canvas.rectangle((270, 210, 380, 320), outline="#b9c3d6", width=6)
    canvas.rectangle((285, 270, 365, 284), fill="#b9c3d6")


DRAWINGS = {"dog": draw_dog, "lights": draw_lights}


def make_picture(name: str) -> bytes:
    """One of the drawings as JPEG."""
    picture = Image.new("RGB", (640, 400))
    draw = ImageDraw.Draw(picture)
    DRAWINGS[name](draw)
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=80)
    return data.getvalue()


def quoted(text: str) -> str:
    """A Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_emphasis(text: str) -> str:
    """Typst content in which _a few words_ are in italics."""
    parts = text.split("_")
    return "".join(
        f"#emph({quoted(p)})" if i % 2 else f"#text({quoted(p)})" for i, p in enumerate(parts)
    )


def set_lines(lines: list[str]) -> str:
    """Lines one under another."""
    return " \\\n".join(f"#text({quoted(line)})" for line in lines)


def set_item(item: dict) -> list[str]:
    """One item: title in capitals, picture, paragraphs, address."""
    parts = [f"== #text({quoted(item['title'])})"]
    if "picture" in item:
        alt = quoted(f"Drawing: {item['picture']}")
        parts.append(f'#align(center, image("{item["picture"]}.jpg", width: 55%, alt: {alt}))')
    for paragraph in item["paragraphs"]:
        parts.append(f"#text({quoted(paragraph)})")
    parts.append(f"#underline(text(blue, {quoted(item['address'])}))")
    return parts


def set_release(release: dict) -> str:
    """The release as Typst markup."""
    parts = [
        '#set document(title: "Information release #24, 2024")',
        "#set document(date: datetime(year: 2025, month: 1, day: 3))",
        '#set page(paper: "a5", margin: 1.6cm)',
        '#set text(font: "Noto Sans", size: 9pt, lang: "en", costs: (widow: 0%, orphan: 0%))',
        "#set par(justify: true)",
        '#show heading.where(level: 1): it => align(center, text(12pt, style: "italic", it.body))',
        "#show heading.where(level: 2): it => align(center, text(9.5pt, it.body))",
        f'#align(center)[#v(4cm) #text(20pt, weight: "bold")[{set_lines([release["title"]])}]',
        f"#text(12pt)[{set_lines(release['subtitle'])}]",
        f"#v(1cm) #text(13pt)[{set_lines([release['period']])}]",
        f"{set_lines([release['number']])}",
        f"#v(1fr) {set_lines([release['place']])}",
        f"#text(7pt)[{set_lines([release['notice']])}]]",
        "#pagebreak()",
        f"*{set_lines([release['publisher']])}*",
        set_lines(release["publisher_lines"]),
        "*EDITORIAL ADDRESS:*",
        set_lines(release["address"]),
        set_lines(release["imprint"]),
        "#align(center)[*CONTENTS*]",
        "#outline(title: none, depth: 1)",
        *(with_emphasis(paragraph) for paragraph in release["counting"]),
        "#pagebreak()",
        '#set page(numbering: "1")',
    ]
    for country in release["countries"]:
        parts.append(f"= #text({quoted(country['name'])})")
        for item in country["items"]:
            parts += set_item(item)
    parts += [
        "#pagebreak()",
        f"#align(center)[#v(1fr) {set_lines(release['publisher_lines'])}",
        set_lines(release["address"]),
        f"#text(7pt)[{set_lines([release['notice']])}] #v(1fr)]",
    ]
    return "\n\n".join(parts)


def make_release(release: dict) -> bytes:
    """The earlier information release as PDF, in the layout of such releases."""
    with tempfile.TemporaryDirectory() as folder:
        for name in DRAWINGS:
            (Path(folder) / f"{name}.jpg").write_bytes(make_picture(name))
        source = Path(folder) / "release.typ"
        source.write_text(set_release(release), encoding="utf-8")
        fonts = [str(FONT_FILES)]
        return typst.compile(
            str(source), font_paths=fonts, ignore_system_fonts=True, timestamp=1735894800
        )


# The scanned page (a PDF that holds only a picture)


def wrap(line: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a line so that it fits the width in pixels."""
    lines = [""]
    for word in line.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw_page(text: str) -> Image.Image:
    """The press note as a clean grey page of 150 dots per inch."""
    page = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(next(FONT_FILES.glob("NotoSans[[]*"))), 27)
    y = 150
    for line in text.splitlines():
        left, _, right = line.partition("      ")
        if right:  # a date and a number, or a rank and a name, at both margins
            draw.text((1120 - font.getlength(right.strip()), y), right.strip(), font=font, fill=35)
        for part in wrap(left, font, 980):
            draw.text((140, y), part, font=font, fill=35)
            y += 42
    return page


def age(page: Image.Image) -> Image.Image:
    """Turn the page by 0.8 degrees, blur it a little and add grain, as an office scanner would."""
    turned = page.rotate(0.8, resample=Image.Resampling.BICUBIC, fillcolor=250).filter(
        ImageFilter.GaussianBlur(0.6)
    )
    grain = random.Random(14)
    pixels = turned.load()
    for _ in range(26000):
        x, y = grain.randrange(turned.width), grain.randrange(turned.height)
        pixels[x, y] = max(0, min(255, pixels[x, y] + grain.randint(-70, 40)))
    return turned


def make_scan(text: str) -> bytes:
    """The aged page as a PDF without a text layer."""
    jpeg = io.BytesIO()
    age(draw_page(text)).save(jpeg, "JPEG", quality=55, dpi=(150, 150))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.jpg").write_bytes(jpeg.getvalue())
        source = Path(folder) / "scan.typ"
        source.write_text(
            '#set page(paper: "a4", margin: 0pt)\n'
            '#image("page.jpg", width: 100%, height: 100%, fit: "stretch")',
            encoding="utf-8",
        )
        return typst.compile(
            str(source), ignore_system_fonts=True, timestamp=1736578800, pdf_tags=False
        )


# The mail


def make_mail(body: str, attachment: str) -> bytes:
    """A mail with the press note attached."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = "Press office ADCS <press@adcs.aldaria.example>"
    mail["To"] = "Desk <desk@observatory.aldaria.example>"
    mail["Subject"] = "Press note: three agencies agree on joint controlled deliveries"
    mail["Date"] = datetime(2025, 1, 15, 9, 12, tzinfo=UTC)
    mail["Message-ID"] = "<20250115-three-agencies@adcs.aldaria.example>"
    mail.set_content(body)
    mail.add_attachment(attachment, subtype="plain", filename="press-note-2025-01-15.txt")
    mail.set_boundary("===============invented-2025-01-15==")
    return mail.as_bytes()


def make_all() -> dict[str, bytes]:
    """Every binary document by its file name."""

    def read(name: str) -> str:
        return (TEXT / name).read_text(encoding="utf-8")

    made = {name: make_letter(read(source), created) for name, (source, created) in LETTERS.items()}
    rows = list(csv.reader(read("seizures-2019-2024-ru.csv").splitlines()))
    made["stat_seizures_2019-2024_ru.xlsx"] = make_workbook(rows)
    made["2024-24_information-release_en.pdf"] = make_release(
        yaml.safe_load(read("release-2024-24.yaml"))
    )
    made["2025-01-11_zhartas_scan_kk.pdf"] = make_scan(read("scan-zhartas-kk.txt"))
    made["2025-01-15_adcs_mail_en.eml"] = make_mail(
        read("mail-body-en.txt"), read("mail-attachment-en.txt")
    )
    made["2025-01-06_revenue_koleso_ru.html"] = read("kokkakpa-page.html").encode("windows-1251")
    return made


if __name__ == "__main__":
    for name, data in make_all().items():
        (DOCUMENTS / name).write_bytes(data)
        print(f"{len(data):>8}  {name}")
