"""The two locks: exact versions with hashes, from no named address, as pyproject.toml asks for them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]


def locked(name: str) -> dict[str, str]:
    """Package to version."""
    text = (ROOT / name).read_text()
    return {
        canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)
    }


RUNS, TESTS = locked("requirements.lock"), locked("requirements-test.lock")


def asked_for(lines: list[Any]) -> list[Requirement]:
    return [Requirement(line) for line in lines if isinstance(line, str)]


def test_each_lock_holds_what_the_project_asks_for() -> None:
    for wanted in asked_for(PROJECT["project"]["dependencies"]):
        name = canonicalize_name(wanted.name)
        assert wanted.specifier.contains(RUNS[name]), name
    for wanted in asked_for([*GROUPS["test"], *GROUPS["check"]]):
        name = canonicalize_name(wanted.name)
        assert wanted.specifier.contains(TESTS[name]), name


def test_the_tests_run_with_the_versions_that_patients_get() -> None:
    assert {name: TESTS.get(name) for name in RUNS} == RUNS


def test_patients_get_none_of_the_tools() -> None:
    tools = {canonicalize_name(wanted.name) for wanted in asked_for([*GROUPS["test"], *GROUPS["check"]])}

    assert {"pytest", "mypy", "playwright", "ruff"} <= tools
    assert tools & set(RUNS) == set()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_every_package_has_hashes_and_no_address_is_named(name: str) -> None:
    text = (ROOT / name).read_text()
    packages = re.split(r"^(?=[\w.-]+==)", text, flags=re.M)[1:]

    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text
    assert "--index" not in text and "--find-links" not in text
