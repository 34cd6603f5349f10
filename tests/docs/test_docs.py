"""What the documents list is compared with the code."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click

from sholu.build.settings import TEMPLATE, Imprint
from sholu.cli.main import sholu

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def all_commands(group: click.Group, prefix: str = "") -> set[str]:
    names = set()
    for name, command in group.commands.items():
        names.add(f"{prefix}{name}")
        if isinstance(command, click.Group):
            names |= all_commands(command, f"{prefix}{name} ")
    return names


def test_every_command_is_documented_and_every_documented_command_exists() -> None:
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `sholu ([a-z -]+?)`", text, flags=re.MULTILINE))
    assert listed == all_commands(sholu)


def test_every_command_explains_itself() -> None:
    for name, command in sholu.commands.items():
        assert command.help and len(command.help) > 20, name


def test_every_setting_is_documented() -> None:
    text = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    for field in fields(Imprint):
        assert f"`{field.name}`" in text, field.name
    for section in tomllib.loads(TEMPLATE.format(name='"n"', country='"KZ"')).values():
        for key in section:
            assert f"`{key}`" in text, key


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["ocr"]]
    text = (DOCS / "dependencies.md").read_text(encoding="utf-8")
    for requirement in wanted:
        name = re.split(r"[<>=!~\[]", requirement)[0]
        assert re.search(rf"^\|.*\b{re.escape(name)}\b", text, flags=re.MULTILINE), name


def test_every_room_is_in_the_import_contract_and_in_the_architecture() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = " ".join(project["tool"]["importlinter"]["contracts"][0]["layers"])
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    for room in sorted((ROOT / "src" / "sholu").iterdir()):
        if (room / "__init__.py").exists():
            assert f"sholu.{room.name}" in layers, room.name
            assert f"| `{room.name}`" in text, room.name


def test_no_address_of_a_registry_and_no_path_of_a_machine_is_in_the_locks() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
