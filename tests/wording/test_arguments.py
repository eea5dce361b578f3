"""homecare.wording.arguments: what is wrong with a command line is said in the language in use."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from homecare.__main__ import main
from homecare.wording import use_language

GERMAN = {
    "the following arguments are required: %s": "es fehlen: %s",
    "argument %(argument_name)s: %(message)s": "Angabe %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r gibt es nicht (nur %(choices)s)",
    "{message}. Try: {command} --help": "{message}. Hilfe: {command} --help",
    "--pain must be a whole number from 0 to 10, not {pain!r}.": "--pain ist 0 bis 10, nicht {pain!r}.",
    "{folder} is a file, not a folder; choose another place with --data.": "{folder} ist eine Datei.",
}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("log",), "homecare: es fehlen: --pain. Hilfe: homecare log --help\n"),
        (("log", "--pain", "11"), "homecare: --pain ist 0 bis 10, nicht '11'.\n"),
        (("export", "--format", "doc"), "homecare: Angabe --format: 'doc' gibt es nicht (nur "),
        (("today", "--data", __file__), f"homecare: {__file__} ist eine Datei.\n"),
    ],
    ids=["argparse", "a command", "argparse about a choice", "the host"],
)
def test_a_wrong_command_line_is_told_in_the_language_in_use(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    catalogue = Catalog(locale="de")
    for english, german in GERMAN.items():
        catalogue.add(english, german)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "homecare.mo").write_bytes(compiled.getvalue())
    place = () if "--data" in words else ("--data", str(tmp_path / "data"))
    try:
        use_language("de", folder=tmp_path)
        assert main([*words, *place]) == 2
    finally:
        use_language("en")

    assert capsys.readouterr().err.startswith(said)
