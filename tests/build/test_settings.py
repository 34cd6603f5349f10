"""Settings are read strictly; what is wrong is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from sholu.build.settings import TEMPLATE, SettingsError, read_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "sholu.toml"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = TEMPLATE.format(name='"Шолу \\"N\\""', country='"KZ"')


def test_the_template_is_a_valid_settings_file(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, GOOD))
    assert settings.name["kk"] == 'Шолу "N"'
    assert settings.workers == 2
    assert settings.imprint.countries == ()


def test_a_folder_without_settings_is_no_observatory(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="sholu init"):
        read_settings(tmp_path / "sholu.toml")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("workers = 2", "workers = 0", "'workers' must be 1 or more"),
        ("workers = 2", 'workers = "two"', "'workers' must be a int"),
        ("workers = 2", "workers = 2\nspeed = 9", "speed"),
        ("[reading]", "[redaing]", r"\[reading\]"),
        ("allow_private = false", "", "allow_private"),
        ('telephone = ""', "", "telephone"),
        ('country = "KZ"', "country = KZ", "not valid TOML"),
        ('subtitle = { en = ""', 'subtitle = { de = ""', "subtitle"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    assert old in GOOD
    with pytest.raises(SettingsError, match=named):
        read_settings(write(tmp_path, GOOD.replace(old, new)))


def test_the_demonstration_settings_are_valid(examples_dir: Path) -> None:
    settings = read_settings(examples_dir / "invented" / "sholu.toml")
    assert set(settings.banner) == {"en", "ru", "kk"}
