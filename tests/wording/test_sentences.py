"""Every sentence on screen can be translated without touching code."""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

import homecare
from homecare.wording import _, ngettext, use_language

PACKAGE = Path(homecare.__file__).parent
SPEAKING = {"text", "body", "note", "heading", "title", "primary", "secondary", "link", "badge"}
LABELS = {"label", "semantics_label", "hint_text", "helper", "tooltip", "error"}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for folder in ("ui", "wording"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def is_sentence(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalpha, node.value))
    )


def test_no_screen_says_a_sentence_that_cannot_be_translated() -> None:
    said = []
    for path, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            method = isinstance(node.func, ast.Attribute) and node.func.attr in SPEAKING
            spoken = node.args[:1] if method else []
            spoken += [word.value for word in node.keywords if word.arg in LABELS]
            said += [f"{path.name}:{node.lineno}" for expr in spoken if is_sentence(expr)]

    assert said == []


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    wrong = [
        f"{path.name}:{node.lineno}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        and not all(
            isinstance(arg, ast.Constant) for arg in node.args[: 2 if node.func.id == "ngettext" else 1]
        )
    ]

    assert wrong == []


@pytest.fixture
def catalogue() -> Catalog:
    found = Catalog(locale="de")
    for _file, _line, message, *_rest in extract_from_dir(str(PACKAGE), method_map=[("**.py", "python")]):
        found.add(message)
    return found


def test_babel_finds_the_sentences(catalogue: Catalog) -> None:
    assert "How is your pain now?" in catalogue
    assert "the following arguments are required: %s" in catalogue
    assert len(catalogue) > 200


def test_another_language_is_a_catalogue_file_and_no_code(catalogue: Catalog, tmp_path: Path) -> None:
    catalogue["How is your pain now?"].string = "Wie stark ist der Schmerz jetzt?"
    several = catalogue.get("{n} minute")
    assert several is not None
    several.string = ("{n} Minute", "{n} Minuten")
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    (folder / "homecare.mo").write_bytes(compiled.getvalue())
    try:
        use_language("de", folder=tmp_path)
        assert _("How is your pain now?") == "Wie stark ist der Schmerz jetzt?"
        assert ngettext("{n} minute", "{n} minutes", 3).format(n=3) == "3 Minuten"
        assert _("Diary") == "Diary"
    finally:
        use_language("en")
