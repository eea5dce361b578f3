"""A browser that is killed while it saves has kept every record that was reported as saved."""

import os
import shutil
from pathlib import Path

import pytest

from tests.browser.conftest import NAMES
from tests.crash.test_crash import run_module

pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="the browser to kill is found in /proc"),
]


@pytest.mark.skipif(
    not os.environ.get("CHROMIUM") and not any(map(shutil.which, NAMES)), reason="no Chromium found"
)
def test_five_killed_browsers_lose_no_record_that_was_reported_as_saved() -> None:
    done = run_module("tests.crash.static", "--kills", "5")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("5 kills")
    assert int(done.stdout.split()[2]) > 10
