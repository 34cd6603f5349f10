"""Proposals from an endpoint: quoted word for word or dropped, never stored, only what is open.

The endpoint is a stand-in on this machine. All persons and places are invented.
"""

from __future__ import annotations

import json
import re
import shlex
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from sholu.build.observatory import open_observatory
from sholu.journal.model import Entry
from sholu.sources.endpoint import Endpoint, EndpointError, ask
from tests.conftest import make_store, run

pytestmark = pytest.mark.xdist_group("stores")

NOTE = (
    "Officers find 17.8 kg of heroin in a truck\n\n"
    "On 14 January 2025 officers of the Ministry of Interior of Aldaria stopped a truck in the\n"
    "Tersay region. They found 17.8 kg of heroin under a load of onions. The driver Yermek "
    "Sarsenov was detained. A criminal case has been opened.\n"
)


class Model(ThreadingHTTPServer):
    """A model that says what a test wrote down; keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.says: str = "{}"
        self.status = 200
        self.seconds = 0.0
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append({"path": self.path, **json.loads(content)})
        self.server.keys.append(self.headers["Authorization"])
        time.sleep(self.server.seconds)
        body = json.dumps({"choices": [{"message": {"content": self.server.says}}]}).encode()
        with suppress(BrokenPipeError, ConnectionResetError):  # who asked may have gone
            self.send_response(self.server.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def note_store(tmp_path_factory: pytest.TempPathFactory, examples_dir: Path) -> Path:
    note = tmp_path_factory.mktemp("note") / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    return make_store(tmp_path_factory.mktemp("suggest") / "store", [note], examples_dir)


@pytest.fixture
def event(note_store: Path) -> str:
    [record] = json.loads(run(note_store, "events", "--format", "json").stdout)
    return str(record["id"])


@pytest.fixture
def helped(note_store: Path, model: Model, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The store with the stand-in set as its endpoint, for one test."""
    settings = note_store / "sholu.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before + _section(model.address), encoding="utf-8")
    monkeypatch.setenv("SHOLU_TEST_KEY", "secret-word")
    yield note_store
    settings.write_text(before, encoding="utf-8")


def _section(address: str) -> str:
    return (
        f'\n[help]\naddress = "{address}"\nmodel = "stand-in"\n'
        'key_variable = "SHOLU_TEST_KEY"\nseconds = 1\n'
    )


def _entries(store: Path) -> tuple[Entry, ...]:
    with open_observatory(store).journal() as journal:
        return tuple(journal.entries())


READINGS = {
    "kind": {"code": "seizure", "quote": "They found 17.8 kg of heroin"},
    # The line end in the text is a space in the quote.
    "places": [{"code": "XA-02", "quote": "a truck in the Tersay region"}],
    "figures": [
        {"value": 17.8, "unit": "kg", "of": "heroin", "quote": "17.8 kg of heroin"},
        {"value": 3, "unit": "person", "of": "couriers", "quote": "three couriers were detained"},
        {"value": 18.7, "unit": "kg", "of": "heroin", "quote": "17.8 kg of heroin"},
        {"value": 17.8, "unit": "stone", "of": "heroin", "quote": "17.8 kg of heroin"},
    ],
}


def test_what_the_text_says_is_proposed_and_an_invented_quote_is_dropped(
    helped: Path, event: str, model: Model
) -> None:
    model.says = json.dumps(READINGS)
    before = _entries(helped)
    answer = run(helped, "suggest", event)
    assert answer.exit_code == 0, answer.exception
    assert "Machine-made by stand-in; nothing of it is stored." in answer.stdout
    assert "kind: seizure\n    says: “They found 17.8 kg of heroin”" in answer.stdout
    assert "Dropped: 3" in answer.stdout
    assert "3 person of couriers (its quote is not in the text)" in answer.stdout
    assert "18.7 kg of heroin (its quote says another number)" in answer.stdout
    assert "(the vocabulary has no code 'stone')" in answer.stdout
    assert _entries(helped) == before
    assert model.keys == ["Bearer secret-word"]
    assert model.asked[0]["path"] == "/v1/chat/completions"


def test_the_printed_command_keeps_the_proposal(helped: Path, event: str, model: Model) -> None:
    model.says = json.dumps(READINGS)
    printed = run(helped, "suggest", event).stdout
    [line] = [line for line in printed.splitlines() if f"review correct {event} kind=" in line]
    words = shlex.split(line)
    assert words[:5] == ["sholu", "-C", str(helped), "review", "correct"]
    done = run(helped, *words[3:], "--who", "tester")
    assert done.exit_code == 0
    assert _entries(helped)[-1].why == "proposed by stand-in, checked against the text"


def test_private_names_leave_only_as_pseudonyms(helped: Path, event: str, model: Model) -> None:
    model.says = json.dumps(READINGS)
    run(helped, "suggest", event)
    sent = json.dumps(model.asked, ensure_ascii=False)
    assert "Sarsenov" not in sent
    assert re.search(r"The driver person-[a-z2-7]+ was detained", sent)


def test_a_translation_brings_no_number_of_its_own(helped: Path, event: str, model: Model) -> None:
    model.says = json.dumps(
        {
            "title": {
                "text": "В грузовике нашли 17,8 кг героина; it's",
                "quote": "Officers find 17.8 kg of heroin in a truck",
            },
            "summary": [
                {"text": "Возбуждено дело.", "quote": "A criminal case has been opened."},
                {"text": "Задержаны 3 человека.", "quote": "was detained"},
            ],
        }
    )
    answer = run(helped, "suggest", event, "--what", "translation", "--lang", "ru")
    assert "in Russian" in model.asked[0]["messages"][0]["content"]
    assert "summary: Возбуждено дело." in answer.stdout
    assert "Задержаны 3 человека. (it says 3, which its quote does not)" in answer.stdout
    [line] = [line for line in answer.stdout.splitlines() if "--title" in line]
    words = shlex.split(line)
    assert words[words.index("--title") + 1] == "В грузовике нашли 17,8 кг героина; it's"


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("Sure! Here it is:", "not JSON"),
        ("[]", "should have figures, kind, places, but has list"),
        ('{"kind": null, "places": [], "figures": [], "score": 1}', "but has"),
        ('{"kind": null, "places": {}, "figures": []}', "'places' in the model's answer is no"),
        (
            '{"kind": null, "places": [], "figures": '
            '[{"value": "many", "unit": "kg", "of": "x", "quote": "x"}]}',
            "is no number",
        ),
    ],
)
def test_an_answer_of_another_form_is_refused(
    helped: Path, event: str, model: Model, says: str, message: str
) -> None:
    model.says = says
    assert message in _error(run(helped, "suggest", event))


def test_a_server_that_fails_is_named_by_its_status(helped: Path, event: str, model: Model) -> None:
    model.status = 500
    assert "status 500" in _error(run(helped, "suggest", event))


def test_a_server_that_is_late_is_given_up(helped: Path, event: str, model: Model) -> None:
    model.seconds = 1.5
    assert "within 1 seconds" in _error(run(helped, "suggest", event))


def test_without_a_setting_the_setting_is_named(note_store: Path, event: str) -> None:
    assert "no section [help]" in _error(run(note_store, "suggest", event))


def test_without_the_key_its_variable_is_named(
    helped: Path, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHOLU_TEST_KEY")
    assert "'SHOLU_TEST_KEY' is not set" in _error(run(helped, "suggest", event))


def test_what_is_marked_above_clear_is_sent_to_nobody(
    tmp_path: Path, examples_dir: Path, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    store = make_store(tmp_path / "store", [], examples_dir)
    assert run(store, "add", "--marking", "amber", str(note)).exit_code == 0
    assert run(store, "build").exit_code == 0
    [record] = json.loads(run(store, "events", "--format", "json").stdout)
    settings = store / "sholu.toml"
    settings.write_text(settings.read_text("utf-8") + _section(model.address), encoding="utf-8")
    monkeypatch.setenv("SHOLU_TEST_KEY", "secret-word")
    assert "TLP:AMBER" in _error(run(store, "suggest", record["id"]))
    assert model.asked == []


@pytest.mark.parametrize(
    "address",
    ["http://models.example/v1", "http://192.168.0.5:8000/v1", "ftp://127.0.0.1/v1",
     "https://user:word@models.example/v1", "models.example"],
)  # fmt: skip
def test_an_address_on_which_others_could_listen_is_not_asked(address: str) -> None:
    with pytest.raises(EndpointError, match="may not be asked"):
        ask(Endpoint(address, "m", "k", 1), [("user", "x")])


def test_the_key_is_in_no_message(model: Model) -> None:
    endpoint = Endpoint("http://models.example/v1", "m", "secret-word", 1)
    with pytest.raises(EndpointError) as caught:
        ask(endpoint, [("user", "x")])
    assert "secret-word" not in f"{caught.value} {endpoint!r}"


def _error(answer: Result) -> str:
    """What the command says is wrong."""
    assert answer.exit_code == 1
    return str(answer.exception)
