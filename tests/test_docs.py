"""What documents and docstrings name is there: files, modules, functions, links, and keys of the content."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "homecare" / "content" / "README.md"]
)
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
FILE = re.compile(r"(?:homecare|tests|tools|assets|benchmarks|docs|scripts|content)/[\w./-]*")
ROOMS = {path.stem for path in (ROOT / "homecare").iterdir() if path.name[0] != "_"}
CITED = re.compile(r"content/([\w/-]+\.toml), `?([a-z][\w.-]*\w)")
NAME = re.compile(r"[a-z]\w*(?:\.\w+)+")


def ids(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def words(page: Path) -> list[str]:
    return CODE.findall(FENCE.sub("", page.read_text(encoding="utf-8")))


def found(name: str) -> bool:
    """Whether a dotted name below homecare is a module, or something in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            value: object = import_module(".".join(["homecare", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[length:]:
            if not hasattr(value, attribute):
                return False
            value = getattr(value, attribute)
        return True
    return False


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_file_that_a_document_names_is_there(page: Path) -> None:
    named = [match[0] for word in words(page) if (match := FILE.fullmatch(word.split()[0]))]
    gone = [name for name in named if not any((base / name).exists() for base in (ROOT, ROOT / "homecare"))]

    assert gone == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_function_that_a_document_names_is_there(page: Path) -> None:
    named = [word for word in words(page) if NAME.fullmatch(word) and word.split(".")[0] in ROOMS]

    assert [name for name in named if not found(name) and not name.endswith((".py", ".toml", ".svg"))] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_link_between_documents_leads_somewhere(page: Path) -> None:
    links = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_key_of_the_content_that_a_docstring_cites_is_there() -> None:
    for path in [*(ROOT / "homecare").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        for file, key in CITED.findall(" ".join(path.read_text(encoding="utf-8").split())):
            content = (ROOT / "homecare" / "content" / file).read_text(encoding="utf-8")

            assert [part for part in key.split(".") if not re.search(rf"\b{part}\b", content)] == [], path
