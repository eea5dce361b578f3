"""The rules every change keeps: what `scripts/check` looks at."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("sh") is None, reason="scripts/check wants a shell"),
]


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
