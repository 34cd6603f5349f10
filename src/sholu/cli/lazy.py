"""A group of commands whose modules are imported when a command is asked for.

A command imports the rooms that it works with; the help of all should not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class LazyCommands(MutableMapping[str, click.Command]):
    """Commands by name, each imported when it is first taken."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        """Set where commands are: name to module, which lists them as ``COMMANDS``."""
        self._modules = modules
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded and name in self._modules:
            listed: tuple[click.Command, ...] = import_module(self._modules[name]).COMMANDS
            self._loaded |= {command.name: command for command in listed if command.name}
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys((*self._modules, *self._loaded))

    def __len__(self) -> int:
        return len(set(self._modules) | set(self._loaded))


class LazyGroup(click.Group):
    """A group that lists its commands from a table, without importing them."""

    def __init__(
        self, *arguments: object, table: Mapping[str, Mapping[str, str]], **options: object
    ) -> None:
        """Set the table: module to its commands, each with the sentence that the help prints."""
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._sentences = {
            name: sentence for commands in table.values() for name, sentence in commands.items()
        }
        modules = {name: module for module, commands in table.items() for name in commands}
        self.commands = LazyCommands(modules)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the names and sentences of all commands, as click does."""
        limit = formatter.width - 6 - max(map(len, self._sentences))
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, click.Command(name, help=sentence).get_short_help_str(limit))
                    for name, sentence in sorted(self._sentences.items())
                ]
            )
