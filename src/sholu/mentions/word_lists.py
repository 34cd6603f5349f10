"""Read the lists of words that stand as YAML files beside the code."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

# The C parser is ten times as fast; PyYAML built without it has the slow one only.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_word_lists(package: str, name: str) -> Any:
    """The content of a YAML file of a package, parsed once in a process."""
    content = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(content, Loader=_Loader)
