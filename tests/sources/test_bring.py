"""Files, folders, mails and archives come in; what can't is told, and the rest goes on."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from sholu.core.ids import sha256_hex
from sholu.sources import archive
from sholu.sources import bring as bring_module
from sholu.sources.bring import Given, bring
from sholu.sources.model import Item, Refusal, Source
from sholu.vocabulary.model import Names

GIVEN = Given("2025-01-15T09:00:00Z")
POLICE = Source(
    "xa.police", Names(), "agency", "XA", ("en",), "B", "b", "weekly", ("police.example",), (), ()
)


def brought(path: Path, given: Given = GIVEN) -> tuple[dict[str, Item], dict[str, str]]:
    """Items by name, and reasons by name of what was refused (below the path)."""
    items: dict[str, Item] = {}
    refused: dict[str, str] = {}
    for found in bring(path, given, [POLICE]):
        if isinstance(found, Refusal):
            refused[found.name.removeprefix(f"{path}/")] = found.reason
        else:
            assert found.origin.name not in items
            items[found.origin.name] = found
    return items, refused


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return buffer.getvalue()


# Files and folders


def test_a_file_comes_with_what_the_person_said(tmp_path: Path) -> None:
    (tmp_path / "хабар.txt").write_bytes(b"abc")
    given = Given("2025-01-15T09:00:00Z", "xa.police", "2025-01", "CC BY 4.0", "green")
    (item,) = bring(tmp_path / "хабар.txt", given)
    assert isinstance(item, Item)
    assert item.content == b"abc"
    assert vars(item.origin) == {
        "name": "хабар.txt",
        "retrieved": "2025-01-15T09:00:00Z",
        "source": "xa.police",
        "address": None,
        "published": "2025-01",
        "licence": "CC BY 4.0",
        "marking": "green",
        "part_of": None,
    }


def test_a_folder_comes_in_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "b/a.txt", "a.txt", ".hidden", ".git/config", "~$a.docx", "Thumbs.db"):
        (tmp_path / name).write_bytes(name.encode())
    items, refused = brought(tmp_path)
    assert list(items) == ["a.txt", "b/a.txt", "c.txt"]
    assert refused == {}


def test_an_empty_file_is_brought_in(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert brought(tmp_path)[0]["empty.txt"].content == b""


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert list(bring(tmp_path / "no", GIVEN)) == [
        Refusal(str(tmp_path / "no"), "there is no such file or folder")
    ]


def test_links_in_a_folder_are_not_followed_and_loops_end(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"a")
    (folder / "inside").symlink_to(folder / "a.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "out").symlink_to(outside)
    (folder / "nowhere").symlink_to(folder / "gone")
    items, refused = brought(folder)
    assert list(items) == ["a.txt"]
    assert set(refused) == {"out", "nowhere"}


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "z.txt").write_bytes(b"z")
    items, refused = brought(tmp_path)
    assert list(items) == ["z.txt"]
    assert refused == {"pipe": "is no ordinary file"}


def test_a_file_or_folder_without_the_right_to_read_is_refused_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    for name in ("a.txt", "locked/b.txt", "secret.txt"):
        (tmp_path / name).write_bytes(b"x")
    # Root may read all, so the system's answer is played.
    read, listing = Path.read_bytes, Path.iterdir

    def read_bytes(self: Path) -> bytes:
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return read(self)

    def iterdir(self: Path) -> object:
        if self.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listing(self)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    monkeypatch.setattr(Path, "iterdir", iterdir)
    items, refused = brought(tmp_path)
    assert list(items) == ["a.txt"]
    assert refused == {
        "locked": "can't be read: Permission denied",
        "secret.txt": "can't be read: Permission denied",
    }


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bring_module, "MAX_SIZE", 2_000_000)
    (tmp_path / "large.pdf").write_bytes(b"x" * 2_000_001)
    (tmp_path / "small.pdf").write_bytes(b"x" * 2_000_000)
    items, refused = brought(tmp_path)
    assert list(items) == ["small.pdf"]
    assert refused == {"large.pdf": "is larger than 2 MB"}


def test_a_name_that_is_no_utf8_or_has_control_characters_can_be_shown(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xf5\xe0\xe1\xe0\xf0\x1b[31m.txt", "wb") as file:
        file.write(b"x")
    assert list(brought(tmp_path)[0]) == ["\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd[31m.txt"]


# Archives


def test_an_archive_is_kept_and_its_files_are_documents_that_know_it(tmp_path: Path) -> None:
    content = zipped({"a.txt": b"a", "deep/b.csv": b"b", "__MACOSX/._a": b"", "deep/.x": b""})
    (tmp_path / "all.zip").write_bytes(content)
    items, refused = brought(tmp_path)
    assert list(items) == ["all.zip", "a.txt", "deep/b.csv"]
    assert items["all.zip"].origin.part_of is None
    assert items["a.txt"].origin.part_of == sha256_hex(content)
    assert items["deep/b.csv"].content == b"b"
    assert refused == {}


def test_a_word_file_is_an_archive_that_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(zipped({"word/document.xml": b"<w/>"}))
    assert list(brought(tmp_path)[0]) == ["letter.docx"]


def test_names_written_by_windows_in_russian_are_read(tmp_path: Path) -> None:
    content = zipped({"AAAAAA.txt": b"a"}).replace(b"AAAAAA", "сводка".encode("cp866"))
    (tmp_path / "old.zip").write_bytes(content)
    assert list(brought(tmp_path)[0]) == ["old.zip", "сводка.txt"]


def test_an_encrypted_file_in_an_archive_is_refused_and_the_rest_comes(tmp_path: Path) -> None:
    content = bytearray(zipped({"open.txt": b"a", "shut.txt": b"b"}))
    local = content.rindex(b"PK\x03\x04")
    central = content.rindex(b"PK\x01\x02")
    content[local + 6] |= 1
    content[central + 8] |= 1
    (tmp_path / "x.zip").write_bytes(content)
    items, refused = brought(tmp_path)
    assert list(items) == ["x.zip", "open.txt"]
    assert refused == {
        "x.zip: shut.txt": "is encrypted; unpack it with its password and add the files"
    }


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x.txt", "a/../../b"])
def test_a_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({name: b"x", "good.txt": b"y"}))
    items, refused = brought(tmp_path)
    assert list(items) == ["x.zip", "good.txt"]
    assert list(refused.values()) == ["has a name that leads out of the archive"]


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("passwd")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(info, "/etc/passwd")
    assert brought(tmp_path)[1] == {"x.zip: passwd": "is a link"}


def test_a_bomb_is_refused_without_unpacking_it(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"bomb.txt": b"0" * 5_000_000, "a.txt": b"a"}))
    items, refused = brought(tmp_path)
    assert list(items) == ["x.zip", "a.txt"]
    assert refused == {"x.zip: bomb.txt": "would grow more than 200 times when unpacked"}


def test_an_archive_of_too_many_files_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        archive.Allowance, "__init__", lambda self: vars(self).update(members=3, size=1000)
    )
    inner = zipped({"c": b"c", "d": b"d"})
    (tmp_path / "x.zip").write_bytes(zipped({"a": b"a", "inner.zip": inner}))
    (tmp_path / "y.zip").write_bytes(zipped({"large": bytes(range(256)) * 4}))
    items, refused = brought(tmp_path)
    assert list(items) == ["x.zip", "a", "inner.zip", "y.zip"]
    assert set(refused) == {"inner.zip: all files in it", "y.zip: all files in it"}


def test_archives_in_archives_are_opened_two_deep_and_no_deeper(tmp_path: Path) -> None:
    third = zipped({"3.txt": b"3"})
    second = zipped({"third.zip": third, "2.txt": b"2"})
    (tmp_path / "first.zip").write_bytes(zipped({"second.zip": second, "1.txt": b"1"}))
    items, refused = brought(tmp_path)
    assert list(items) == ["first.zip", "second.zip", "third.zip", "2.txt", "1.txt"]
    assert refused == {"third.zip": "is packed 2 deep and was not opened"}
    assert items["third.zip"].origin.part_of == sha256_hex(second)


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_damaged_archive_is_kept_and_told(tmp_path: Path, cut: int) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": b"abc" * 10})[:cut])
    (tmp_path / "y.txt").write_bytes(b"y")
    items, refused = brought(tmp_path)
    assert list(items) == ["x.zip", "y.txt"]
    assert "damaged" in refused["x.zip: all files in it"]


def test_a_damaged_file_in_an_archive_is_told_and_the_rest_comes(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr("a.txt", b"first")
        packed.writestr("b.txt", b"second")
    path = tmp_path / "x.zip"
    path.write_bytes(path.read_bytes().replace(b"first", b"fixed"))
    items, refused = brought(tmp_path)
    assert list(items) == ["x.zip", "b.txt"]
    assert "damaged" in refused["x.zip: a.txt"]


# Mails


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Press office (invented) <press@police.example>"
    message["Subject"] = "Апта қорытындысы"
    message["Date"] = "Fri, 10 Jan 2025 01:30:00 +0500"
    message.set_content("Жалаң мәтін\n")
    message.add_alternative("<p>Мәтін</p>", subtype="html")
    message.add_attachment(b"a;b\n", maintype="text", subtype="csv", filename="кесте.csv")
    return message


def test_a_mail_brings_its_text_and_attachments_with_date_and_sender(tmp_path: Path) -> None:
    content = mail().as_bytes()
    (tmp_path / "week.eml").write_bytes(content)
    items, refused = brought(tmp_path)
    assert list(items) == ["week.eml", "Апта қорытындысы.html", "кесте.csv"]
    assert refused == {}
    html = items["Апта қорытындысы.html"]
    assert html.content.decode("utf-8-sig").strip() == "<p>Мәтін</p>"
    for part in (html, items["кесте.csv"]):
        # By the sender's clock: in UTC it was still the day before.
        assert part.origin.published == "2025-01-10"
        assert part.origin.address == "mailto:press@police.example"
        assert part.origin.source == "xa.police"
        assert part.origin.part_of == sha256_hex(content)


def test_what_the_person_says_goes_before_what_the_mail_says(tmp_path: Path) -> None:
    (tmp_path / "week.eml").write_bytes(mail().as_bytes())
    given = Given("2025-01-15T09:00:00Z", source="other", published="2025-01-08")
    origin = brought(tmp_path, given)[0]["кесте.csv"].origin
    assert (origin.source, origin.published) == ("other", "2025-01-08")


def test_text_in_an_old_encoding_keeps_its_letters(tmp_path: Path) -> None:
    raw = (
        b"From: a@police.example\nSubject: x\nMIME-Version: 1.0\n"
        b"Content-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n"
        b'<meta charset="windows-1251"><p>' + "Изъято".encode("koi8-r") + b"</p>\n"
    )
    (tmp_path / "x.eml").write_bytes(raw)
    html = brought(tmp_path)[0]["x.html"].content
    assert html.startswith(b"\xef\xbb\xbf")
    assert "Изъято" in html.decode("utf-8-sig")


def test_text_whose_encoding_is_a_lie_stays_as_it_came(tmp_path: Path) -> None:
    raw = "Изъято".encode("windows-1251")
    header = b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n"
    (tmp_path / "x.eml").write_bytes(header + raw)
    assert brought(tmp_path)[0]["x.txt"].content == raw


def test_a_mail_in_a_mail_and_an_archive_in_a_mail_are_opened(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["Subject"] = "Forwarded"
    outer["From"] = "desk@centre.example"
    outer.set_content("see below")
    outer.add_attachment(mail())
    outer.add_attachment(
        zipped({"note.txt": b"n"}), maintype="application", subtype="zip", filename="n.zip"
    )
    (tmp_path / "fwd.eml").write_bytes(outer.as_bytes())
    items, refused = brought(tmp_path)
    assert list(items) == [
        "fwd.eml",
        "Forwarded.txt",
        "Апта қорытындысы.eml",
        "Апта қорытындысы.html",
        "кесте.csv",
        "n.zip",
        "note.txt",
    ]
    assert refused == {}
    assert items["кесте.csv"].origin.address == "mailto:press@police.example"
    assert items["note.txt"].origin.address == "mailto:desk@centre.example"


def test_a_mail_that_is_one_file_without_text_brings_the_file(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "scan"
    message.set_content(b"%PDF-1.4", maintype="application", subtype="pdf")
    (tmp_path / "x.eml").write_bytes(message.as_bytes())
    assert brought(tmp_path)[0]["attachment 1.pdf"].content == b"%PDF-1.4"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Date: not a date\nFrom: <<<@@>>>\nSubject: =?nope?q?x?=\n\ntext",
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/pl",
        b"Content-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n\n!!!",
        b"Date: Fri, 10 Jan 99999999999999999999 01:30:00 +0500\n\nx",
        b"Date: Fri, 99 Foo 2025 99:99:99 +9999\n\nx",
        b"Content-Type: message/rfc822\n\n",
        b"Content-Disposition: attachment; filename*=utf-8''%ff\nContent-Type: a/b\n\nx",
    ],
)
def test_a_broken_mail_stops_nothing(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(raw)
    (tmp_path / "z.txt").write_bytes(b"z")
    items, _ = brought(tmp_path)
    assert next(iter(items)) == "a.eml"
    assert list(items)[-1] == "z.txt"
    assert all(item.origin.published is None for item in items.values())
