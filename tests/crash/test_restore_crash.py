"""A restore that is killed half-way leaves the folder as it was, or fully restored: nothing in between."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from homecare.exchange.backup.backup import export
from tests.crash.restorer import backup_of, kill_restores
from tests.exchange.whole import history, whole

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="the restores are forked")]


def test_forty_killed_restores_leave_one_backup_or_the_other(tmp_path: Path) -> None:
    old = replace(history(400), patient={"name": "Ada"})
    early = [entry for entry in old.records.entries if entry.day < date(2026, 6, 1)]
    fewer = replace(old.records, entries=tuple(early), sessions=(), settings=whole().records.settings)
    other = backup_of(fewer, "Grace", old)

    assert kill_restores(tmp_path, export(old), export(other), kills=40, seed=1) == []
