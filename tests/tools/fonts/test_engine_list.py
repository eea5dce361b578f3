"""The fonts that are shipped are those the installed client asks for."""

from pathlib import Path

import pytest

from homecare.host.server.client_files import client_files, flet_web_dir
from tools.fonts.__main__ import COMMON, EMOJI, SLICED, TARGET, WHOLE
from tools.fonts.engine_list import EngineListError, FallbackFont, engine_list

FAMILIES = {*WHOLE, *SLICED, EMOJI, COMMON}
NOTES = {
    "Arabic": "ألم في الكعب",
    "Hebrew": "כאב בעקב",
    "Chinese": "脚跟很痛",
    "Japanese": "かかとが痛い",
    "Korean": "발뒤꿈치가 아파요",
    "Hindi": "एड़ी में दर्द",
    "Thai": "ปวดส้นเท้า",
    "emoji": "😀👍🦶🇩🇪",
}


@pytest.fixture(scope="module")
def asked() -> list[FallbackFont]:
    return engine_list(flet_web_dir() / "main.dart.js")


def test_every_font_that_is_shipped_is_one_the_client_asks_for(asked: list[FallbackFont]) -> None:
    shipped = {path.relative_to(TARGET).as_posix() for path in TARGET.rglob("*.woff2")}

    assert shipped
    assert shipped <= {font.path for font in asked}, "Flet has changed: run python -m tools.fonts"


@pytest.mark.parametrize("script", NOTES)
def test_a_note_in_every_script_finds_its_fonts(asked: list[FallbackFont], script: str) -> None:
    served = client_files()
    drawable: set[int] = set()
    for font in asked:
        if f"/assets/fonts/{font.path}" in served:
            drawable |= font.characters()

    assert [letter for letter in NOTES[script].replace(" ", "") if ord(letter) not in drawable] == []


def test_each_family_comes_with_its_licence() -> None:
    for family in FAMILIES:
        assert "SIL Open Font License" in (TARGET / family / "LICENSE.txt").read_text(encoding="utf-8")


def test_a_client_without_the_list_is_told_apart(tmp_path: Path) -> None:
    other = tmp_path / "main.dart.js"
    other.write_text('"notosansarabic/v28/abc.woff2"', encoding="utf-8")

    with pytest.raises(EngineListError, match="holds no list of fonts"):
        engine_list(other)
