"""What the commands do, apart from serving: each opens the folder, does one thing, and returns its output."""

from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from uuid import uuid4

from dateutil.parser import isoparse
from dateutil.tz import resolve_imaginary

from homecare.domain.diary import DiaryEntry, diary_day
from homecare.domain.scales import NPRS_MAX, NPRS_MIN
from homecare.host.local import LocalHost
from homecare.storage.store import Store

MOST_DEMO_DAYS = 3660


def log_pain(folder: Path | None, *, pain: str, at: str | None, note: str) -> str:
    """Record one pain score and return the new entry's id once it is on disk.

    Raises ValueError, in one sentence, for a score off the scale, a time that cannot be read or is still
    to come, and an over-long note; nothing is stored then.
    """
    host = LocalHost(folder)
    now = host.now()
    felt = now if at is None else _instant(at, host.zone, "--at")
    if felt > now:
        raise ValueError(f"--at {at} is still to come; give a time up to now.")
    if not pain.isascii() or not pain.isdigit() or not NPRS_MIN <= int(pain) <= NPRS_MAX:
        raise ValueError(f"--pain must be a whole number from 0 to 10, not {pain!r}.")
    entry = DiaryEntry(
        id=str(uuid4()), at=felt, created_at=now, edited_at=now, pain_now=int(pain), notes=note
    )
    entry = replace(entry, late=entry.day < diary_day(now))
    Store.open(host.data_dir).add_entry(entry)
    return entry.id


def what_today_says(folder: Path | None, *, at: str | None, as_json: bool) -> str:
    """What Today shows at a time, as text for a terminal or as JSON for a script."""
    from homecare.content.library import Library
    from homecare.domain.today_rules import today
    from homecare.records_now import records_for_today
    from homecare.today_report import as_text, json_text

    host = LocalHost(folder)
    when = host.now() if at is None else _instant(at, host.zone, "--at")
    library = Library()
    store = Store.open(host.data_dir)
    shown = today(records_for_today(store, when), library, when, host.zone)
    return json_text(shown, library) if as_json else as_text(shown, library, store.settings())


def fill_with_demo(folder: Path | None, *, days: int, seed: int, until: date | None) -> str:
    """Fill an empty folder with a believable history; ValueError when it holds records already."""
    from homecare.content.library import Library
    from homecare.domain.demo import demo_history

    if not 1 <= days <= MOST_DEMO_DAYS:
        raise ValueError(f"--days must be a whole number from 1 to {MOST_DEMO_DAYS}, not {days}.")
    host = LocalHost(folder)
    last = until or diary_day(host.now())
    if last > diary_day(host.now()) + timedelta(days=1):
        raise ValueError(f"--until {last} is still to come; give a day up to today.")
    store = Store.open(host.data_dir)
    if not store.is_empty():
        raise ValueError(f"{host.data_dir} already holds records; choose an empty folder with --data.")
    history = demo_history(days=days, seed=seed, until=last, zone=host.zone, library=Library())
    store.apply(
        [*history.entries, *history.sessions, *history.needlings, *history.plan_events, history.settings]
    )
    counts = f"{len(history.entries)} entries, {len(history.sessions)} sessions"
    return f"{counts}, {len(history.needlings)} needling sessions in {host.data_dir}"


def _instant(text: str, zone: tzinfo, option: str) -> datetime:
    try:
        read = isoparse(text)
    except (ValueError, OverflowError):
        raise ValueError(f"{option} must be a time like 2026-11-22T08:30, not {text!r}.") from None
    if read.tzinfo is None:
        read = resolve_imaginary(read.replace(tzinfo=zone))
    return read
