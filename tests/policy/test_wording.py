"""Words of pages and protocols in three languages."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml

from sholu.policy import model
from sholu.policy.designs import DESIGNS
from sholu.policy.disagreement import disagreement
from sholu.policy.model import Check, Effect
from sholu.policy.wording import words_of


@pytest.mark.parametrize("name", ["pilot_wording.yaml", "wording.yaml"])
def test_every_text_has_the_same_blanks_in_three_languages(name: str) -> None:
    text = resources.files("sholu.policy").joinpath(name).read_text(encoding="utf-8")
    for key, said in yaml.safe_load(text).items():
        assert list(said) == ["en", "ru", "kk"], key
        blanks = [set(re.findall(r"{\w+}", one)) for one in said.values()]
        # What a design estimates is told in its own English words, and by a fixed text elsewhere.
        if not key.startswith("estimand_"):
            assert blanks[0] == blanks[1] == blanks[2], key


def test_every_check_and_design_has_a_name_in_every_language() -> None:
    room = Path(model.__file__).parent
    files = [*room.glob("*.py"), *(room.parent / "build").glob("policy_*.py")]
    source = "".join(one.read_text(encoding="utf-8") for one in files if one.name != "fitness.py")
    names = set(re.findall(r'(?:Check|memory_check)\(\s*"([a-z_]+)"', source))
    say = words_of("wording.yaml", "ru")
    assert {f"check_{name}" for name in names if f"check_{name}" not in say} == set()
    assert all(design in say and f"estimand_{design}" in say for design in DESIGNS)


def test_what_designs_say_together_is_said_in_russian_and_kazakh() -> None:
    alone = Check("comparison", "failed", "One place alone.")
    effects = [
        Effect("its", "", 3.0, 1.0, 1.0, 5.0, checks=(alone,)),
        Effect("did", "", -2.0, 0.5, -3.0, -1.0),
    ]
    assert "did: снижение" in disagreement(effects, "ru")
    assert "сказать нельзя" in disagreement(effects, "ru")
    assert "did: төмендеу" in disagreement(effects, "kk")
