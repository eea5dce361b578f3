"""The rules every change keeps: what `scripts/check` looks at, and how long a function may grow."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LONGEST_FUNCTION = 45
"""Lines on a screen, the docstring not counted; the aim is 40."""
LONGEST_COMPONENT = 70


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("sh") is None, reason="scripts/check wants a shell")
@pytest.mark.parametrize("check", ["format", "lint", "types", "imports", "content"])
def test_the_code_keeps_the_house_rules(check: str) -> None:
    # The checkers are other people's programs: how much of homecare they run is not to be counted.
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        ["sh", "scripts/check", check],
        cwd=ROOT,
        env=surroundings | {"PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the product and its tools, with its place."""
    for folder in ("homecare", "tools", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, Function):
                    yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def test_a_function_fits_on_a_screen() -> None:
    too_long = []
    for place, node in functions():
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if ast.get_docstring(node) is not None:
            lines -= (node.body[0].end_lineno or 0) - node.body[0].lineno + 1
        is_component = any("component" in ast.unparse(part) for part in node.decorator_list)
        if lines > (LONGEST_COMPONENT if is_component else LONGEST_FUNCTION):
            too_long.append(f"{place}: {lines} lines")

    assert too_long == []


def test_a_loop_names_what_it_holds() -> None:
    nameless = [
        place
        for place, function in functions()
        for node in ast.walk(function)
        if isinstance(node, ast.For | ast.comprehension)
        for name in ast.walk(node.target)
        if isinstance(name, ast.Name) and name.id in ("one", "thing", "it")
    ]

    assert nameless == []


def test_what_only_a_test_uses_is_not_there() -> None:
    defined: dict[str, str] = {}
    used: set[str] = set()
    for path in sorted((ROOT / "homecare").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for part in tree.body:
            if isinstance(part, Function | ast.ClassDef):
                defined[part.name] = f"{path.relative_to(ROOT)}:{part.lineno} {part.name}"
        for node in ast.walk(tree):
            match node:
                case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                    used.add(name)
                case ast.Constant(value=str(word)):  # a route names its screen, the build its entry
                    used.add(word.rpartition(".")[2])
    scripts = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "homecare").rglob("*.js"))

    assert [place for name, place in defined.items() if name not in used and f"{name}(" not in scripts] == []
