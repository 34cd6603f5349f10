"""The help is printed from a table, without importing what commands work with."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

from sholu.cli.main import COMMANDS, sholu

HEAVY = ("duckdb", "pyarrow", "trafilatura", "airlock_pii", "typst", "vl_convert", "httpx", "rich")


def test_the_help_says_of_each_command_what_the_command_says_of_itself() -> None:
    told = {name: said for commands in COMMANDS.values() for name, said in commands.items()}
    own = {name: command.get_short_help_str(limit=200) for name, command in sholu.commands.items()}
    assert told == own


def test_each_command_stands_in_the_module_that_lists_it() -> None:
    for module, commands in COMMANDS.items():
        assert {command.name for command in import_module(module).COMMANDS} == set(commands)


def test_the_help_imports_no_database_parser_or_printer() -> None:
    code = "import sys; from sholu.cli.main import main; sys.argv = ['sholu', '--help']\n" \
        "try: main()\nexcept SystemExit: print(sorted(sys.modules))"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert [name for name in HEAVY if f"'{name}'" in loaded] == []
    assert "evaluate-reading" in done.stdout
