"""CareState: what is on screen now, and the only way from the screens to the diary folder."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar
from uuid import uuid4

import flet as ft

from homecare.content.library import Library
from homecare.domain.diary import DiaryEntry
from homecare.domain.plan import ConditionPlan, PlanEvent, plans_at
from homecare.domain.records import Records
from homecare.domain.session import Session
from homecare.domain.settings import Settings
from homecare.domain.today import Today
from homecare.domain.today_rules import today
from homecare.records_now import records_for_today
from homecare.storage.errors import StorageError
from homecare.storage.store import Store
from homecare.ui.place import Place
from homecare.wording import _

T = TypeVar("T")


@ft.observable
class CareState:
    """What one window of the app shows; windows share the store and the library, each has its own state.

    `today` is the answer of every rule at the last `refresh`; `records` the window of the diary it rests
    on. `problem` is a sentence to show once, None when all is well. Every change of a public field
    redraws the components that use the state.
    """

    def __init__(self, *, place: Place, store: Store, library: Library) -> None:
        """Read what Today needs, and nothing more."""
        self.place = place
        self.store = store
        self.library = library
        self.problem: str | None = None
        self._seen: object = None
        self.records = Records()
        self.today: Today
        self.refresh()

    @property
    def settings(self) -> Settings:
        """The patient's choices."""
        return self.records.settings

    @property
    def plans(self) -> dict[str, ConditionPlan]:
        """The plan of each active condition."""
        return plans_at(self.records.plan, self.today.at)

    def now(self) -> datetime:
        """The time, aware, in the patient's zone, in whole seconds."""
        return self.place.now()

    def refresh(self) -> None:
        """Read the records again and ask every rule again."""
        at = self.now()
        self._seen = self.store.revision()
        self.records = records_for_today(self.store, at)
        self.today = today(self.records, self.library, at, self.place.zone)

    def refresh_if_changed(self, *, every_s: int = 30) -> None:
        """Refresh when another window or the command line saved, or when the last answer is `every_s` old."""
        old = (self.now() - self.today.at).total_seconds()
        if self.store.revision() != self._seen or not 0 <= old < every_s:
            self.refresh()

    async def save(self, write: Callable[[Store], T]) -> T | None:
        """Write to the store and return once it is on disk; None, with `problem` set, when it could not be.

        Nothing stored has changed when None comes back.
        """
        try:
            done = write(self.store)
            await self.place.settle()
        except (StorageError, ValueError) as fault:
            self.problem = str(fault)
            return None
        self.refresh()
        return done

    async def decide(self, *events: PlanEvent) -> bool:
        """Record decisions about the plan; True once they are on disk."""
        return await self.save(lambda store: store.add_plan_events(events)) is not None

    def tell(self, problem: str) -> None:
        """Show a sentence once."""
        self.problem = problem

    def entries_between(self, first: date, last: date) -> Sequence[DiaryEntry]:
        """Diary entries of the days from `first` to `last`, oldest first."""
        return self.store.entries_between(first, last)

    def sessions_between(self, first: date, last: date) -> Sequence[Session]:
        """Sessions of the days from `first` to `last`, oldest first."""
        return self.store.sessions_between(first, last)


def new_id() -> str:
    """A fresh record id."""
    return str(uuid4())


def stamped(at: datetime) -> dict[str, datetime]:
    """The two times every new record carries, written down `at`."""
    return {"created_at": at, "edited_at": at}


CareCtx = ft.create_context(None)


def use_care() -> CareState:
    """The state of this window; the component redraws when it changes."""
    care = ft.use_context(CareCtx)
    if care is None:
        raise RuntimeError(_("This part of the app was opened outside of it."))
    return care  # type: ignore[no-any-return]
