"""Whatever is done in whatever order, from whichever window, the folder holds what a plain dict would."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from homecare.domain.records.diary import DiaryEntry
from homecare.storage.lock import no_lock
from homecare.storage.store import Store
from tests.storage.examples import moment, rated

MOMENTS = st.integers(0, 200 * 24).map(lambda hours: moment(1, 0, month=6) + timedelta(hours=hours))
PAIN = st.integers(0, 10)
WINDOW = st.integers(0, 1)
NTH = st.integers(0, 10**6)


class TwoWindows(RuleBasedStateMachine):
    """Two windows on one folder against one dict."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.windows = [Store.open(self.folder, lock=no_lock) for _ in range(2)]
        self.model: dict[str, DiaryEntry] = {}
        self.made = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def new(self, at_: DiaryEntry) -> None:
        self.model[at_.id] = at_

    def some_id(self, nth: int) -> str:
        return sorted(self.model)[nth % len(self.model)]

    @rule(window=WINDOW, at=MOMENTS, pain=PAIN, note=st.text(max_size=20))
    def add(self, window: int, at: object, pain: int, note: str) -> None:
        self.made += 1
        entry = rated(pain, at, note=note, id_=f"id-{self.made}")  # type: ignore[arg-type]
        self.windows[window].add_entry(entry)
        self.model[entry.id] = entry

    @precondition(lambda self: self.model)
    @rule(window=WINDOW, nth=NTH, at=MOMENTS, pain=PAIN)
    def edit(self, window: int, nth: int, at: object, pain: int) -> None:
        old = self.model[self.some_id(nth)]
        entry = replace(old, at=at, pain_now=pain, edited_at=old.edited_at + timedelta(seconds=1))  # type: ignore[arg-type]
        self.windows[window].replace_entry(entry)
        self.model[entry.id] = entry

    @precondition(lambda self: self.model)
    @rule(window=WINDOW, nth=NTH, hinted=st.booleans())
    def remove(self, window: int, nth: int, hinted: bool) -> None:
        entry = self.model.pop(self.some_id(nth))
        day = entry.day if hinted else None
        assert self.windows[window].remove_entry(entry.id, day=day) == entry

    @rule(window=WINDOW, keep=st.integers(0, 3), replacing=st.booleans())
    def restore(self, window: int, keep: int, replacing: bool) -> None:
        kept = {id_: self.model[id_] for id_ in sorted(self.model)[:keep]}
        self.windows[window].apply(list(kept.values()), replacing=replacing)
        if replacing:
            self.model = kept

    @rule(window=WINDOW)
    def reopen(self, window: int) -> None:
        self.windows[window] = Store.open(self.folder, lock=no_lock)

    @invariant()
    def both_windows_show_the_model(self) -> None:
        expected = sorted(self.model.values(), key=lambda entry: (entry.at, entry.id))
        first, last = date(2026, 7, 15), date(2026, 10, 2)
        for window in self.windows:
            assert window.all_entries() == expected
            assert window.entries_between(first, last) == [
                entry for entry in expected if first <= entry.day <= last
            ]
            assert window.is_empty() == (not expected)
            assert window.recovered == []


TestTwoWindows = TwoWindows.TestCase
TestTwoWindows.settings = settings(max_examples=25, stateful_step_count=25)
