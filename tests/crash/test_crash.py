"""Killed at any instant, a program leaves every record that it reported as saved."""

import os
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers are forked")]


def run_module(module: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", module, *words], capture_output=True, text=True, check=False)


def test_fifty_kills_lose_no_record_that_was_reported_as_saved() -> None:
    done = run_module("tests.crash", "--kills", "50")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("50 kills")
    assert int(done.stdout.split()[2]) > 100


def test_kills_on_a_full_disk_lose_no_record_that_was_reported_as_saved() -> None:
    done = run_module("tests.crash", "--kills", "50", "--small-disk", "--seed", "1")
    if "mount" in done.stderr:
        pytest.skip("this system does not let the test mount a small disk")

    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 times on a full disk" not in done.stdout
